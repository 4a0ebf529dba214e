"""Films that go on with the story of another, by what the entries hold: a lead in the same part, or a numbered title.

No entry says which film is whose sequel. Two films belong together where one of the first three of both casts plays the
same character in both, or where their titles are parts of one and they share somebody.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.characters import alternatives
from bot.knowledge.film import Film
from bot.knowledge.query import Job
from bot.knowledge.search import Named
from bot.matching.normal import normal
from bot.questions.names.mentions import Mention
from bot.questions.words.tokens import Token

LEADS = 3
"""Of a cast so many, by billing, are its leads."""
SURE = 2
"""So many leads that play the same again tell more than a guest part in another story."""
_PART = re.compile(r"(?:: .*| and the .*| \d+| (?:Part|Chapter|Vol(?:ume)?\.?|Episode) \w+| [IVX]+)$")
"""What stands behind the name of a series in the title of a film of it."""
_SEQUELS = frozenset("sequel sequels followup followups continuation".split())
_PREQUELS = frozenset(["prequel", "prequels"])
_PLURAL = frozenset("sequels followups prequels".split())
_LEADS_TO = frozenset("to of for from does did has".split())
_BEFORE = frozenset("the a an any all its direct".split())
"""Words before "sequel" that are a part of what it names."""
_PLACES = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "latest": -1, "last": -1}

_HAS = frozenset("have has had get got getting ever".split())
"""Words between a film and its sequel."""
_ASKING = frozenset(
    "what whats which is was are were there did they do does make made have has been ever so and know you me tell whats"
    " anyone know if whether film films movie movies called named name of the a any some how can could please".split()
)
"""Words before a sequel of those who only ask whether there is one, or which film it is."""
_CALLED = frozenset("called named then out made film movie films movies there yet again at all".split())
"""The same behind it."""

Pairs = set[tuple[str, str]]


async def story(film: Film, catalogue: Catalogue) -> list[Film]:
    """The films that tell one story with a film, which is one of them, in the order they came out.

    Where films of its title or with two of its leads come out later, those with one of its leads alone tell another.
    """
    name = normal(series_name(film.title))
    leads, everybody = _played(film, LEADS), {role.name for role in film.cast}
    found: dict[str, tuple[Film, bool]] = {}
    for one in await _candidates(film, name, catalogue):
        again = len({person for person, _ in leads & _played(one, LEADS)})
        titled = normal(one.title).removeprefix("the ").startswith(name.removeprefix("the "))
        part = titled and normal(one.title) != normal(film.title) and series_name(one.title) != one.title
        together = again or (part and not everybody.isdisjoint(role.name for role in one.cast))
        if one.id and together and _strongly(film, one, leads):
            found[one.id] = (one, titled or again >= SURE)
    earlier = [one for one in found.values() if _when(one[0]) < _when(film)]
    later = [one for one in found.values() if _when(one[0]) > _when(film)]
    kept = [one for some in (earlier, later) for one, sure in some if sure or not any(also for _, also in some)]
    return sorted([film, *kept], key=_when)


async def _candidates(film: Film, name: str, catalogue: Catalogue) -> list[Film]:
    """The films with one of the leads in a part so called, and those whose titles begin with the name of its series."""
    ids = dict[str, None]()
    leads = [role for role in film.cast[:LEADS] if role.character]
    people = await catalogue.named([normal(role.name) for role in leads])
    for role in leads:
        for person in people:
            if person.kind == "person" and person.name == role.name:
                parts = set(alternatives(role.character or ""))
                done = await catalogue.films_of(person.key, Job.CAST)
                ids |= {one.film.id: None for one in done if parts & set(alternatives(one.character or ""))}
    if titled := [one.key for one in await catalogue.begun(name)]:
        ids |= {ref.id: None for ref in await catalogue.refs(list(dict.fromkeys(titled)))}
    ids.pop(film.id or "", None)
    return [one for film_id in ids if (one := await catalogue.film(film_id))]


def _played(film: Film, most: int | None = None) -> Pairs:
    """(person, character) of the first of a cast, for each name that a character has."""
    return {(role.name, name) for role in film.cast[:most] for name in alternatives(role.character or "")}


def _strongly(film: Film, other: Film, leads: Pairs) -> bool:
    """Whether more than a first name ties two films: a whole name, somebody else who plays the same, who directed or
    wrote both, or their titles.
    """
    again = leads & _played(other)
    if not again:
        return True  # by their titles
    makers = {*film.directors, *film.writers} & {*other.directors, *other.writers}
    titled = not {*normal(film.title).split()}.isdisjoint(normal(other.title).split())
    several = len({person for person, _ in _played(film) & _played(other)}) > 1
    return any(" " in name for _, name in again) or bool(makers) or titled or several


def _when(film: Film) -> tuple[int, str]:
    return film.year or 0, str(film.releases[0].date) if film.releases else ""


def series_name(title: str) -> str:
    """A title without what tells its part: Terminator of Terminator 2: Judgment Day."""
    return _PART.sub("", _PART.sub("", title))


async def after(film: Film, catalogue: Catalogue, *, later: bool = True) -> list[Film]:
    """The films of the same story that came out later, the next one first; or before it, the last one first."""
    told = await story(film, catalogue)
    at = next(n for n, one in enumerate(told) if one.id == film.id)
    return told[at + 1 :] if later else told[:at][::-1]


async def sequels(words: Sequence[Token], found: Sequence[Mention], catalogue: Catalogue) -> list[Mention]:
    """The films that runs of words call the sequels or prequels of one that they name: the sequel to Jaws."""
    some = []
    for start, end, at, film in _runs(words, found):
        later, place = words[at].word in _SEQUELS, _place(words[start:end])
        for ref in await catalogue.refs([one.key for one in sorted(film.named, key=lambda one: one.year or 0)]):
            entry = await catalogue.film(ref.id)
            told = await after(entry, catalogue, later=later) if entry else []
            if not -1 <= place < len(told):
                continue
            keys = await catalogue.keys([one.id or "" for one in told])
            label = f"{normal(ref.title)} {'sequels' if later else 'prequels'}"
            named = [Named("film", key, one.title, label, 0, one.year) for key, one in zip(keys, told, strict=True)]
            every = words[at].word in _PLURAL and len(named) > 1
            one = Mention(start, end, "series", tuple(named)) if every else Mention(start, end, "film", (named[place],))
            some += [one, *_whole(one, words)]
            break
    return some


def _place(said: Sequence[Token]) -> int:
    """The place among the sequels that words tell: the second sequel."""
    return next((_PLACES[token.word] for token in said if token.word in _PLACES), 0)


def _whole(one: Mention, words: Sequence[Token]) -> Iterator[Mention]:
    """The mention with all words of its clause, where these ask whether there is such a film or which it is."""
    start, end = one.start, one.end
    while start and words[start - 1].clause == words[one.start].clause and words[start - 1].word in _ASKING:
        start -= 1
    while end < len(words) and words[end].clause == words[one.end - 1].clause and words[end].word in _CALLED:
        end += 1
    begins = start == 0 or words[start - 1].clause < words[start].clause
    if (
        begins
        and (start, end) != (one.start, one.end)
        and (end == len(words) or words[end].clause > words[end - 1].clause)
    ):
        yield replace(one, start=start, end=end)


def _runs(words: Sequence[Token], found: Sequence[Mention]) -> Iterator[tuple[int, int, int, Mention]]:
    """(start, end, place of "sequel", the film it is of) for every run of words that calls films so."""
    films = [_of_year(one, words) for one in found if one.kind == "film"]
    longest = {one.start: max(other.end for other in films if other.start == one.start) for one in films}
    for n, token in enumerate(words):
        if token.word not in _SEQUELS | _PREQUELS:
            continue
        start = _begins(words, n)
        behind = n + 1 + sum(one.word in _LEADS_TO for one in words[n + 1 : n + 2])
        for one in films:
            if one.end < longest[one.start]:
                continue
            if behind > n + 1 and one.start == behind:
                yield start, one.end + sum(token.word in _HAS for token in words[one.end : one.end + 1]), n, one
            elif words[one.start].sentence == token.sentence and _between(words[one.end : start]):
                yield _begins(words, one.start), n + 1, n, one
            elif words[n - 1].word == "its" and one.end < n and len({other.named for other in films}) == 1:
                yield n - 1, n + 1, n, one


def _of_year(film: Mention, words: Sequence[Token]) -> Mention:
    """A film with the year behind it that tells it from others: Dune (1984)."""
    year = words[film.end].word if film.end < len(words) else ""
    named = tuple(one for one in film.named if str(one.year) == year)
    return replace(film, end=film.end + 1, named=named) if named else film


def _begins(words: Sequence[Token], at: int) -> int:
    """Where the words before a place begin that tell how many sequels are meant."""
    while at and words[at - 1].word in _BEFORE | _PLACES.keys() and words[at - 1].clause == words[at].clause:
        at -= 1
    return at


def _between(words: Sequence[Token]) -> bool:
    """Whether words may stand between a film and its sequel: does Heat have a sequel."""
    return all(token.word in _HAS for token in words)
