"""Films that go on with the story of another, by what the entries hold: a lead in the same part, or a numbered title.

No entry says which film is whose sequel. Two films belong together where one of the first three of both casts plays the
same character in both, or where their titles are parts of one and they share somebody.
"""

import re

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.characters import alternatives
from bot.knowledge.film import Film
from bot.knowledge.query import Job
from bot.matching.normal import normal

LEADS = 3
"""Of a cast so many, by billing, are its leads."""
SURE = 2
"""So many leads that play the same again tell more than a guest part in another story."""
LONGEST = 30
"""Films of the longest story."""
LONG_WORD = 4
"""Letters of a word of two titles that ties them."""
SHARED = 3
"""So many people share films whose titles begin alike, though none tells its part."""
MOST = 50
"""Films of one name that are looked at, the best known."""
_NUMBERED = r" \d+| (?:Part|Chapter|Vol(?:ume)?\.?|Episode) \w+| [IVX]+"
_NUMBER = re.compile(rf"(?:{_NUMBERED})$")
_PART = re.compile(rf"(?:: .*| and the .*|{_NUMBERED})$")
"""What stands behind the name of a series in the title of a film of it."""
_DASHED = re.compile(r" [-–] .*$")
"""The same in a title that may have a colon before: Mission: Impossible - Fallout."""
Pairs = set[tuple[str, str]]


async def story(film: Film, catalogue: Catalogue) -> list[Film]:
    """The films that tell one story with a film, which is one of them, in the order they came out."""
    before = await after(film, catalogue, later=False)
    return [*before[::-1], film, *await after(film, catalogue)]


async def after(film: Film, catalogue: Catalogue, *, later: bool = True) -> list[Film]:
    """The films of the same story that came out later, the next one first; or before it, the last one first."""
    found = {film.id: film}
    for one in (queue := [film]):  # which grows on the way
        for other in await _gone_on(one, catalogue, later=later) if len(found) < LONGEST else ():
            if other.id not in found:
                found[other.id] = other
                queue.append(other)
    return sorted((one for one in queue if one is not film), key=_when, reverse=not later)


async def _gone_on(film: Film, catalogue: Catalogue, *, later: bool) -> list[Film]:
    """The films tied to a film itself that came out later, or before it.

    Where there are such of its title or with two of its leads, those with one of its leads alone tell another story.
    """
    name = normal(series_name(film.title))
    leads, everybody = _played(film, LEADS), _everybody(film)
    found: list[tuple[Film, bool]] = []
    for one in await _candidates(film, name, catalogue):
        if (_when(one) > _when(film)) is not later or _when(one) == _when(film):
            continue
        again = len({person for person, _ in leads & _played(one, LEADS)})
        titled = normal(one.title).removeprefix("the ").startswith(name.removeprefix("the "))
        part = titled and normal(one.title) != normal(film.title)
        shared = len(everybody & _everybody(one)) >= (1 if series_name(one.title) != one.title else SHARED)
        if (again or (part and shared)) and _strongly(film, one, leads):
            found.append((one, titled or again >= SURE))
    return [one for one, sure in found if sure or not any(also for _, also in found)]


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
    titled = list(dict.fromkeys(one.key for one in await catalogue.begun(name)))[:MOST]
    ids |= {ref.id: None for ref in await catalogue.refs(titled)}
    ids.pop(film.id or "", None)
    return [one for film_id in ids if (one := await catalogue.film(film_id))]


def _played(film: Film, most: int | None = None) -> Pairs:
    """(person, character) of the first of a cast, for each name that a character has."""
    return {(role.name, name) for role in film.cast[:most] for name in alternatives(role.character or "")}


def _everybody(film: Film) -> set[str]:
    """All who worked on a film."""
    return {*(role.name for role in film.cast), *film.directors, *film.writers, *film.producers, *film.composers}


def _strongly(film: Film, other: Film, leads: Pairs) -> bool:
    """Whether more than a first name ties two films: a whole name, somebody else who plays the same, who directed or
    wrote both, or their titles.
    """
    again = leads & _played(other)
    if not again:
        return True  # by their titles
    makers = {*film.directors, *film.writers} & {*other.directors, *other.writers}
    titled = any(len(word) >= LONG_WORD for word in {*normal(film.title).split()} & {*normal(other.title).split()})
    several = len({person for person, _ in _played(film) & _played(other)}) > 1
    return any(" " in name for _, name in again) or bool(makers) or titled or several


def _when(film: Film) -> tuple[int, str]:
    return film.year or 0, str(film.releases[0].date) if film.releases else ""


def series_name(title: str) -> str:
    """A title without what tells its part: Terminator of Terminator 2: Judgment Day."""
    bare = _DASHED.sub("", title)
    return _NUMBER.sub("", bare).rstrip(":") if bare != title else _PART.sub("", _PART.sub("", title))
