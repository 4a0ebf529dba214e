"""Films of one series, by their place in it: "part two?", "the third one", "3?"."""

import re

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import FilmRef
from bot.matching import Verdict
from bot.matching.normal import normal
from bot.questions.answers.describing import PLACES
from bot.questions.readings.understanding import understood

_PLACED = {f"{n}{'st' if n == 1 else 'nd' if n == 2 else 'rd' if n == 3 else 'th'}": n for n in range(1, 11)}
_PARTS = frozenset("part chapter episode volume vol".split())
_PART = re.compile(r"(?:: .*| and the .*| \d+| (?:Part|Chapter|Vol(?:ume)?\.?|Episode) \w+| [IVX]+)$")
"""What stands behind the name of a series in the title of a film of it."""
NEXT = re.compile(
    r"\bthe (?:one|film|movie) (?:right |just |straight |that came )?(?P<after>after|before)"
    r"(?: (?:that|it|this)(?: one)?)?(?: (?:then|pls|please))?(?=\W*$)",
    re.I,
)
"""The film before or after the one just talked about."""


def place_in_series(word: str) -> int:
    """The place in a row that a word tells, from 1; 0 for no place."""
    said = word.casefold()
    if said.isdecimal():
        return int(said) if 0 < int(said) <= len(PLACES) else 0
    return _PLACED.get(said, 0) or (PLACES.index(said) + 1 if said in PLACES else 0)


def same_series(text: str, film: FilmRef) -> bool:
    """Whether a text may be the title of another part of the series of a film, or only tells its place."""
    said = normal(text)
    return place_in_series(text) > 0 or (
        said != normal(film.title) and f"{said} ".startswith(f"{normal(series_name(film))} ")
    )


async def of_series(which: str, film: FilmRef, catalogue: Catalogue) -> FilmRef | None:
    """The film of the same series that words call by its place in it: "part two", "third", "sequel"."""
    said = "second" if which == "sequel" else which
    if not said.strip():
        return None
    number = said.split()[-1] if said.split()[0] in _PARTS or said.isdigit() else ""
    for name in dict.fromkeys((film.title, series_name(film))) if number else ():
        first = number in ("one", "1", "i")
        found = await catalogue.find(name if first else f"{name} {said}")
        if found.verdict is Verdict.EXACT and found.films[0].id != film.id:
            return found.films[0]
    if number and number != said:
        return None
    if not (place := place_in_series(said)):
        return None
    query = await understood(f"how long is the {PLACES[place - 1]} {normal(series_name(film))} film", catalogue)
    part = (await catalogue.find(query.film)).sure if query and query.film and not query.guess else None
    return part if part and part.id != film.id else None


def series_name(film: FilmRef) -> str:
    """The title without what tells its part: Terminator of Terminator 2: Judgment Day."""
    return _PART.sub("", _PART.sub("", film.title))


async def next_in_series(film: FilmRef, catalogue: Catalogue, *, later: bool) -> FilmRef | None:
    """The film of the same series that came out next, or last before; None where there is none."""
    place = (place_told(film) or 1) + (1 if later else -1)
    found = await of_series(PLACES[place - 1], film, catalogue) if 0 < place <= len(PLACES) else None
    return found if found and (place_told(found) or 1) == place else None


def place_told(film: FilmRef) -> int:
    """The place in its series that a title tells; 0 for none."""
    told = [place for word in normal(film.title).split()[1:] if (place := place_in_series(word))]
    return told[-1] if told else 0
