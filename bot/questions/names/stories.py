"""Films that go on with the story of another, by what the entries hold: a lead in the same part, or a numbered title.

No entry says which film is whose sequel. Two films belong together where one of the first three of both casts plays the
same character in both, or where their titles are parts of one and they share somebody.
"""

import re
from collections import defaultdict

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.characters import alternatives
from bot.knowledge.film import Film
from bot.knowledge.query import Job
from bot.knowledge.search import Films, Of, Search
from bot.matching.normal import normal
from bot.matching.numerals import digits

LEADS = 3
"""Of a cast so many, by billing, are its leads."""
SURE = 2
"""So many leads that play the same again tell more than a guest part in another story."""
LONGEST = 30
"""Films of the longest story."""
LONG_WORD = 4
"""Letters of a word of two titles that ties them."""
SHARED = 3
"""So many people, real or of the story, share films whose titles begin alike, though none tells its part."""
MOST = 25
"""Films of one name."""
PREQUEL, SEQUEL, REMAKE = "prequel", "sequel", "remake"
"""Keywords of films that tell what was before the story of another, and after, and the same again."""
_OF_A_FILM = re.compile(r"\bfilms?\b")
"""Says of what a film is based on that it is one."""
_NUMBERED = r" \d+| (?:Part|Chapter|Vol(?:ume)?\.?|Episode) \w+| [IVX]+"
_NUMBER = re.compile(rf"(?:{_NUMBERED})$")
_PART = re.compile(rf"(?:: .*| and the .*|{_NUMBERED})$")
"""What stands behind the name of a series in the title of a film of it."""
_NEXT = re.compile(r"$| (?:\d+|[ivx]+|part|vol|volume|chapter|episode)\b")
"""What follows the shared name in the titles of films that belong together."""
_SUBTITLE = re.compile(r"an? (?P<name>.+) \w+")
"""What stands behind a colon in the title of a film that is named after a series: Furiosa: A Mad Max Saga."""
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


async def called(name: str, catalogue: Catalogue) -> list[int]:
    """The films, by key, that belong together by a name: those whose titles are it with no more than their part, and
    those with people in common whose titles begin so or whose subtitles are made of it.
    """
    titles: dict[int, list[str]] = defaultdict(list)
    for one in await catalogue.begun(name):
        titles[one.key].append(one.name)
    sure = [key for key, some in titles.items() if any(_belongs(title, name) for title in some)]
    others = [key for key in titles if key not in sure]
    inside = (await catalogue.holding([name]) if sure else {}).get(name, ())
    after = [one.key for one in inside if one.key not in titles and _subtitled(one.name, name)]
    makers = await catalogue.makers([*sure, *others[:MOST], *after]) if others or after else {}
    begun = {key: some for key, some in makers.items() if key not in after}
    shared = [key for key in begun if any(len(begun[key] & begun[one]) >= SHARED for one in begun if one != key)]
    most = 2 * len(shared) >= len(begun)  # the three Nights at the Museum are not all nights
    after = [key for key in after if any(makers[key] & makers[one] for one in sure)]
    return list(dict.fromkeys([*sure, *(shared if sure or most else ()), *after]))[:MOST]


async def sequels_of(film: Film, catalogue: Catalogue) -> list[Film]:
    """The films that go on with the story of a film, the next one first."""
    return [one for one in await after(film, catalogue) if not goes_back(one)]


async def prequels_of(film: Film, catalogue: Catalogue) -> list[Film]:
    """Those that came out after it to tell what was before, then those that came out before it, the last one first."""
    later = [one for one in await after(film, catalogue) if PREQUEL in one.keywords]
    return [*later, *await after(film, catalogue, later=False)]


async def remakes_of(film: Film, catalogue: Catalogue) -> list[Film]:
    """The films that tell a film again, the first one first: those based on a film so called, and those of its title
    that are said to be remakes or have a character of it.
    """
    title = normal(film.title)
    texts = [one for one in await catalogue.values("source") if f" {title} " in f" {one.normal} "]
    told = tuple(one.name for one in texts if _OF_A_FILM.search(one.normal))
    based = (await catalogue.search(Search(Films(), (Of(("source",), told),)))).films if told else ()
    keys = [one.key for one in await catalogue.named([title]) if one.kind == "film"]
    ids = dict.fromkeys(ref.id for ref in (*await catalogue.refs(keys), *based))
    some = [one for film_id in ids if (one := await catalogue.film(film_id)) and _when(one) > _when(film)]
    parts = {part for _, part in _played(film)}
    again = [
        one
        for one in some
        if REMAKE in one.keywords or one.based_on in told or any(part in parts for _, part in _played(one))
    ]
    return sorted((one for one in again if not {PREQUEL, SEQUEL} & set(one.keywords)), key=_when)


def goes_back(film: Film) -> bool:
    """Whether a film tells nothing but what was before the story of another."""
    return PREQUEL in film.keywords and SEQUEL not in film.keywords


async def _gone_on(film: Film, catalogue: Catalogue, *, later: bool) -> list[Film]:
    """The films tied to a film itself that came out later, or before it.

    Where there are such of its title or with two of its leads, those with one of its leads alone tell another story.
    """
    leads, everybody = _played(film, LEADS), _everybody(film)
    found: list[tuple[Film, bool]] = []
    so_called = await _so_called(film, catalogue)
    for one in await _candidates(film, so_called, catalogue):
        if (_when(one) > _when(film)) is not later or _when(one) == _when(film):
            continue
        again = len({person for person, _ in leads & _played(one, LEADS)})
        titled = one.id in so_called
        part = titled and normal(one.title) != normal(film.title) and not everybody.isdisjoint(_everybody(one))
        if (again or part) and _strongly(film, one, leads):
            found.append((one, titled or again >= SURE))
    return [one for one, sure in found if sure or not any(also for _, also in found)]


async def _so_called(film: Film, catalogue: Catalogue) -> set[str]:
    """The films of the series that the titles of a film name, by id, itself among them; none where they name none."""
    found = set[str]()
    for name in _series_names(film):
        ids = {ref.id for ref in await catalogue.refs(await called(name, catalogue))}
        found |= ids if film.id in ids else set()
    return found


def _series_names(film: Film) -> set[str]:
    """What the series of a film may be called by its title, its subtitle and what else it is called."""
    behind = _SUBTITLE.fullmatch(normal(film.title.partition(":")[2]))
    parts = [name for title in film.also_known_as if (name := series_name(title)) != title]
    names = {normal(name).removeprefix("the ") for name in (series_name(film.title), *parts)}
    return (names | {behind["name"]} if behind else names) - {""}


async def _candidates(film: Film, so_called: set[str], catalogue: Catalogue) -> list[Film]:
    """The films with one of the leads in a part so called, and those of the name of its series."""
    ids = dict[str, None]()
    leads = [role for role in film.cast[:LEADS] if role.character]
    people = await catalogue.named([normal(role.name) for role in leads])
    for role in leads:
        for person in people:
            if person.kind == "person" and person.name == role.name:
                parts = set(alternatives(role.character or ""))
                done = await catalogue.films_of(person.key, Job.CAST)
                ids |= {one.film.id: None for one in done if parts & set(alternatives(one.character or ""))}
    ids |= dict.fromkeys(sorted(so_called))
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


def part_of(title: str) -> str:
    """The number of the part that a title tells, in digits: 2 of Dune: Part Two; "" where it tells none."""
    bare = _DASHED.sub("", title)
    found = _NUMBER.search(bare) or _NUMBER.search(bare.partition(":")[0])
    return digits(normal(found[0]).split())[-1] if found else ""


def _belongs(title: str, name: str) -> bool:
    """Whether a title is the name, or the name with a number, a part or, behind a colon, a subtitle."""
    whole, first = normal(title), normal(title.partition(":")[0])
    bare = whole.removeprefix("the ")
    return first.removeprefix("the ") == name or (bare.startswith(name) and bool(_NEXT.match(bare[len(name) :])))


def _subtitled(title: str, name: str) -> bool:
    """Whether the subtitle of a title is made of a name and the kind of story it is."""
    behind = _SUBTITLE.fullmatch(normal(title.partition(":")[2]))
    return behind is not None and behind["name"] == name
