"""Answers about a film as one of a series: whether it is a sequel or a prequel, and which films go with it."""

from collections.abc import Sequence

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.film import Film
from bot.knowledge.query import FilmRef, Query
from bot.questions.answers.answer import Answer, Kind
from bot.questions.asked.intent import ALONE, EITHER
from bot.questions.names.stories import PREQUEL, SEQUEL, after, goes_back, story
from bot.questions.words.wording import MOST_NAMED, listed

WHETHER = "whether"
"""Stands before what a film is asked to be in `Query.person`, where that may be denied."""
Told = tuple[bool, str, list[Film]] | None
"""Whether it is so, why, and the films that make it so; None where that is not known."""


async def belongs(
    film: Film, about: tuple[FilmRef, ...], query: Query, catalogue: Catalogue, others: Sequence[FilmRef] = ()
) -> Answer:
    """Whether a film is a sequel or a prequel, maybe of one of some others, or which films it tells a story with."""
    kind = query.manner.removeprefix(WHETHER).strip()
    whole = await story(film, catalogue)
    before = (await after(film, catalogue, later=False))[::-1]
    tied = not others or not {one.id for one in before}.isdisjoint(one.id for one in others)
    if kind == SEQUEL:
        told = _sequel(film, before, whole, tied=tied)
    elif kind == PREQUEL:
        told = _prequel(film, before, whole, tied=tied)
    elif kind == EITHER:
        told = (_prequel if PREQUEL in film.keywords else _sequel)(film, before, whole, tied=tied)
    else:
        told = (kind != ALONE, _named(whole), whole) if len(whole) > 1 else None
    if told is None:
        lacking = "any film that goes with it" if kind in ("", ALONE) else f"whether it is a {kind}"
        said = f"I know {film.label}, but not {lacking}{f' to {others[0].label}' if others else ''}."
        return Answer(kind=Kind.UNKNOWN, text=said, films=about, query=query, entry=film)
    yes, why, films = told
    whether = query.manner.startswith(WHETHER) and kind != EITHER
    return Answer(
        kind=Kind.ANSWER,
        text=f"{'Yes' if yes else 'No'}: {why}." if whether else f"{why}.",
        values=(yes,) if whether else tuple(one.title for one in films),
        films=about if whether else await catalogue.refs(await catalogue.keys([one.id or "" for one in films])),
        query=query,
        entry=film,
    )


def _sequel(film: Film, before: list[Film], whole: list[Film], *, tied: bool) -> Told:
    """Whether it goes on with a film that came out before it."""
    if goes_back(film):
        return False, f"{film.label} is a prequel", before
    if before and tied:
        return True, f"{film.label} goes on from {_named(before)}", before
    if SEQUEL in film.keywords and not before:
        return True, f"{film.label} is a sequel, but I don't know to which film", []
    if len(whole) > 1:
        return False, f"{film.label} {'goes with' if before else 'is the first of'} {_named(whole)}", whole
    return None


def _prequel(film: Film, before: list[Film], whole: list[Film], *, tied: bool) -> Told:
    """Whether it came out later to tell what was before."""
    if PREQUEL in film.keywords and (tied or not before):
        with_ = f", and goes with {_named(before)}" if before else ""
        return True, f"{film.label} is a prequel{with_}", before
    if len(whole) > 1:
        others = before or [one for one in whole if one.id != film.id]
        return False, f"{film.label} {'goes on from' if before else 'came out before'} {_named(others)}", others
    return None


def _named(films: Sequence[Film]) -> str:
    return listed((one.label for one in films), MOST_NAMED)
