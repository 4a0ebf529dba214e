"""A film of a series told by its place in it or its year: Paddington, the second one; Harry Potter 2; Mad Max 2015."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.film import Film
from bot.knowledge.search import Named
from bot.matching.numerals import digits
from bot.questions.names.mentions import REWRITTEN, Mention, mentions, weak
from bot.questions.names.series import name_start
from bot.questions.names.stories import called, part_of, story
from bot.questions.names.told_apart import UNITS
from bot.questions.rules.phrases import FIRST, ORDER, ORDINALS
from bot.questions.words.amounts import year
from bot.questions.words.corrections import LEADS
from bot.questions.words.lexicon import lexicon
from bot.questions.words.tokens import NUMBERED_PARTS, Token, in_a_row, in_clause, tokens

_ONES = frozenset("one 1 film movie part".split())
_NUMBER = re.compile("[2-9]")
"""Places that a number behind the name of a series tells."""


async def numbered(text: str, words: Sequence[Token], catalogue: Catalogue) -> list[Token]:
    """The words with the title of the film of a series that is told by its place: Paddington, the second one."""
    for at, end, place in _told_by_place(words):
        found = [one for one in await mentions(text, words, catalogue) if one.kind == "film" and one.end <= at]
        sure = [one for one in found if one.alone and not weak(one, words)]
        last = max(sure, key=lambda one: (one.end, one.size), default=None)
        ref = next(iter(await catalogue.refs([last.named[0].key])), None) if last else None
        entry = await catalogue.film(ref.id) if ref else None
        told = await story(entry, catalogue) if entry else []
        if last and told and (place < len(told) or last.end == at):
            nth, _ = (FIRST, *ORDINALS)[place - 1]
            said = told[place].title if place < len(told) else f"the {nth} sequel to {last.named[0].name}"
            title = [in_clause(token, words[last.start]) for token in tokens(said)]
            title = [replace(token, start=words[last.start].start, end=words[last.end - 1].end) for token in title]
            return in_a_row([*words[: last.start], *title, *words[last.end : at], *words[end:]])
    return list(words)


async def by_number(words: Sequence[Token], found: Sequence[Mention], catalogue: Catalogue) -> list[Mention]:
    """The films that a number behind the name of their series tells, where no title has that number: Harry Potter 2."""
    some = []
    titles = [one for one in found if one.kind == "film"]
    for end, behind, place in _numbers(words):
        if any(one.start < end and one.end == behind for one in titles):
            continue
        start = min([name_start(words, end), *(one.start for one in titles if one.end == end)])
        name = " ".join(token.word for token in words[start:end]).removeprefix("the ")
        told = await _whole_series(name, catalogue)
        if place <= len(told):
            film = told[place - 1]
            (key,) = await catalogue.keys([film.id or ""])
            some.append(Mention(start, behind, "film", (Named("film", key, film.title, "", 0, film.year),), REWRITTEN))
    return some


async def by_year(words: Sequence[Token], found: Sequence[Mention], catalogue: Catalogue) -> list[Mention]:
    """The films that the year behind the name of others tells, where none so called is of about then: Mad Max 2015."""
    some = []
    for title in found:
        said = words[title.end].word if title.kind == "film" and title.end < len(words) else ""
        if not year(said) or any(one.year and abs(one.year - int(said)) <= 1 for one in title.named):
            continue
        name = " ".join(token.word for token in words[title.start : title.end]).removeprefix("the ")
        films = {one.key: one for one in await catalogue.begun(name) if one.year == int(said)}
        if len(films) == 1:
            some.append(Mention(title.start, title.end + 1, "film", (*films.values(),), REWRITTEN))
    return some


async def _whole_series(name: str, catalogue: Catalogue) -> list[Film]:
    """The films of a series, the first one first; none of one that is not known as a whole.

    It is one story, in which every number of a title is its place, and nobody of the first film made or played in
    another whose title begins so.
    """
    keys = await called(name, catalogue)
    refs = sorted(await catalogue.refs(keys), key=lambda ref: ref.year or 0) if len(keys) > 1 else []
    first = await catalogue.film(refs[0].id) if refs else None
    told = await story(first, catalogue) if first else []
    if not told or any(part_of(film.title) not in ("", str(place)) for place, film in enumerate(told, 1)):
        return []
    begins, *known = await catalogue.keys([film.id or "" for film in told])
    others = {one.key for one in await catalogue.begun(name)} - {begins, *known}
    makers = await catalogue.makers([begins, *others])
    apart = all(makers[one].isdisjoint(makers[begins]) for one in others)
    return told if apart and {*keys} <= {begins, *known} else []


def _numbers(words: Sequence[Token]) -> Iterator[tuple[int, int, int]]:
    """(end of the name, end, place) of the numbers behind what may be the name of a series."""
    said = [token.word for token in words]
    for n in range(1, len(said)):
        (number,) = digits(["part", said[n]])[1:] or ("",)
        end = n - (said[n - 1] in NUMBERED_PARTS)
        told = lexicon().at(said, n + 1, len(said)) if n + 1 < len(said) else None
        counts = told is not None and (told[1].letter == "f" or said[n + 1].rstrip("s") in UNITS)
        if end and _NUMBER.fullmatch(number) and not counts and words[n].clause == words[end - 1].clause:
            yield end, n + 1, int(number)


def _told_by_place(words: Sequence[Token]) -> Iterator[tuple[int, int, int]]:
    """(start, end, place) of "the second one" and the like in a clause of their own, with what is said before them."""
    for n in range(2, len(words)):
        place = ORDER.get(words[n - 1].word)
        if place is None or words[n].word not in _ONES:
            continue
        start = n - 1 - (words[n - 2].word == "the")
        while start > 1 and words[start - 1].word in LEADS:
            start -= 1
        ends = n + 1 == len(words) or words[n + 1].clause > words[n].clause or words[n + 1].word in LEADS
        if start and words[start].clause > words[start - 1].clause and ends:
            yield start, n + 1, place
