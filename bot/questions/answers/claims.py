"""Whether something is so of the films that a search finds: of all, of any, of none, or of the one that comes first."""

from collections.abc import Sequence
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import FilmRef, Query
from bot.knowledge.search import Among, Beside, Each, Films, First, Search, Step
from bot.questions.answers.answer import Answer, Kind
from bot.questions.answers.describing import described, found_in_words
from bot.questions.answers.settling import start_of
from bot.questions.answers.yes_or_no import lacking_of, whether
from bot.questions.words.wording import MOST_NAMED, ended, listed

MOST_TOLD = 3
"""Films of which each is named rather than how many they are."""

AS_MUCH = {
    ("runtime", "least"): "as long as",
    ("runtime", "most"): "as short as",
    ("year", "least"): "as new as",
    ("year", "most"): "as old as",
}
"""How a film is said to keep another from being longer or older than all."""


async def claimed(query: Query, search: Search, catalogue: Catalogue) -> Answer:
    """Whether what the last steps of a search say is so of the films that those before find."""
    at = len(search.steps) - search.claim
    about, claim = replace(search, steps=search.steps[:at], claim=0), search.steps[at:]
    outcome = await catalogue.search(about)
    films = outcome.films if about.steps else await catalogue.refs(search.start.keys)
    said = described(about, await start_of(about, catalogue))
    if not films:
        return Answer(kind=Kind.UNKNOWN, text=f"I know of none: {said}.", query=query)
    found = (await catalogue.search(replace(search, claim=0))).films
    if isinstance(claim[0], Among):
        return await _is_it(query, about, films, found, catalogue)
    if isinstance(about.steps[-1] if about.steps else None, First) and len(films) == 1:
        one = Films(await catalogue.keys([films[0].id]), films[0].label)
        told = await whether(query, Search(one, claim), catalogue)
        return replace(told, text=f"{told.text} It is {said}.", query=query)
    return await _of_several(query, said, films, found, claim, catalogue)


async def _is_it(
    query: Query, about: Search, films: Sequence[FilmRef], found: Sequence[FilmRef], catalogue: Catalogue
) -> Answer:
    """Whether the film that comes first of some is the one named."""
    said = f"{described(about, await start_of(about, catalogue))} {'is' if len(films) == 1 else 'are'}"
    answer = "Yes, as far as I know" if found else "No, not as far as I know"
    text = f"{answer}: {said} {found_in_words(about, await catalogue.search(about))}"
    return Answer(kind=Kind.ANSWER, text=ended(text), values=(bool(found),), films=tuple(films), query=query)


async def _of_several(
    query: Query,
    said: str,
    films: Sequence[FilmRef],
    found: Sequence[FilmRef],
    claim: Sequence[Step],
    catalogue: Catalogue,
) -> Answer:
    """Whether something is so of as many films as it is asked of, with those of which it is or is not."""
    assert query.search
    each, others = query.search.each, [film for film in films if film.id not in {one.id for one in found}]
    yes = {Each.EVERY: not others, Each.ANY: bool(found), Each.NONE: not found}[each]
    if others and not (found and (yes or each is Each.NONE)):
        unknown = [(film, lacking) for film in others if (lacking := await _lacking(film, claim, catalogue))]
        if unknown and (each is not Each.EVERY or len(unknown) == len(others)):
            film, lacking = unknown[0]
            text = f"I know {film.label}, but not {lacking}."
            return Answer(kind=Kind.UNKNOWN, text=text, films=tuple(films), query=query)
    few = len(films) <= MOST_TOLD
    every = listed(film.label for film in films) if few else f"the {len(films)} {said}"
    some, rest = (listed((film.label for film in part), MOST_NAMED) for part in (found, others))
    are = _so(claim, several=len(found) > 1)
    if each is Each.EVERY and yes:
        told = f"{every if few else f'all of {every}'} {are}"
    elif not found:
        told = f"none of {every} {_so(claim, several=False)}"
    elif each is Each.EVERY and len(found) > len(others):
        told = f"of {every} all but {rest} {are}"
    elif each is Each.EVERY:
        told = f"of {every} only {some} {are}"
    else:
        told = f"{some} {are}"
    named = query.search.claim == len(query.search.steps)  # of films that are named there are no others
    sure = {Each.EVERY: yes and named, Each.ANY: yes, Each.NONE: not yes}[each]
    answer = f"{'Yes' if yes else 'No'}{'' if sure else ', as far as I know' if yes else ', not as far as I know'}"
    return Answer(kind=Kind.ANSWER, text=ended(f"{answer}: {told}"), values=(yes,), films=tuple(films), query=query)


async def _lacking(film: FilmRef, claim: Sequence[Step], catalogue: Catalogue) -> str | None:
    """What must be known of a film to say that something is not so of it, when it is not known."""
    known = await catalogue.film(film.id)
    return lacking_of(known, Search(Films(), tuple(claim))) if known else None


def _so(claim: Sequence[Step], *, several: bool) -> str:
    """What is so of a film, or of several, as the end of a sentence: are from Italy, has Tom Hanks, won an award."""
    match claim:
        case (Beside(other, field, way),) if (field, way) in AS_MUCH:
            said = f"{AS_MUCH[field, way]} {other.label}"
        case _:
            said = described(Search(Films((0,)), tuple(claim)), "it").removeprefix("it ")
    if said.startswith("that "):
        return said.removeprefix("that ")
    has, is_ = ("have", "are") if several else ("has", "is")
    return f"{has} {said.removeprefix('with ')}" if said.startswith("with ") else f"{is_} {said}"
