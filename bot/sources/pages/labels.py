"""The labels of fact lines, in several languages and spellings, and the field each names."""

import re
from dataclasses import dataclass
from functools import cache

from bot.sources.boards import board
from bot.sources.dates import plain
from bot.sources.pages.field_names import LABELS
from bot.sources.places import country_called

_OF_COUNTRY = {
    "us": "US", "usa": "US", "american": "US", "u s": "US", "uk": "GB", "u k": "GB", "british": "GB", "german": "DE",
    "deutscher": "DE", "deutsche": "DE", "deutsches": "DE", "d": "DE", "brd": "DE", "french": "FR", "france": "FR",
    "francaise": "FR", "italian": "IT", "italiana": "IT", "spanish": "ES", "espanola": "ES", "espana": "ES",
    "nederlandse": "NL", "dutch": "NL", "brasileira": "BR", "portuguesa": "PT", "canadian": "CA", "australian": "AU",
    "osterreichischer": "AT", "amerikanischer": "US", "americana": "US", "amerikaanse": "US",
}  # fmt: skip
_AND = re.compile(r"\s*(?:/|&|\+|,| and | und | et | y | e | en )\s*")
_NO_WORD = re.compile(r"[^0-9a-z]+")
LIKE = 88.0
"""How much of 100 a mistyped label of six letters or more must be like a known one."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a label names: the fields, and the country it speaks of."""

    fields: tuple[str, ...]
    country: str | None = None
    board: bool = False
    """Whether the label named who rated the film."""


def label_of(text: str, *, fuzzy: bool = True) -> Label | None:
    """What this label names; None when it is none that is known."""
    said = plain(text.strip().strip('“”"«»')).replace("(s)", "s").replace("(en)", "en").replace("(in)", "in")
    if len(said) > _LONGEST:
        return None
    if (inner := re.search(r"\(([^()]*)\)", said)) and (country := country_meant(inner[1])):
        outer = label_of(said.replace(inner[0], " "), fuzzy=fuzzy)
        return Label(outer.fields, country) if outer else None
    name = _words(re.sub(r"\([^()]*\)", " ", said))
    if field := _fields().get(name):
        return Label(field)
    if country := board(name):
        return Label(("certificates",), country, board=True)
    return _of_country(name) or _of_several(said) or (_like(name) if fuzzy else None)


_LONGEST = 60


def _words(text: str) -> str:
    return _NO_WORD.sub(" ", text).strip()


def country_meant(text: str) -> str | None:
    """The country a text names: by name, by an adjective, or by a code that stands alone."""
    words = _words(text)
    return _OF_COUNTRY.get(words) or country_called(text if len(words) == 2 else words)


@cache
def _fields() -> dict[str, tuple[str, ...]]:
    return {
        name.strip(): (field,) for field, names in reversed(LABELS.items()) for name in names.split(";") if name.strip()
    }


def _of_country(name: str) -> Label | None:
    """`us release date`, `kinostart d`, `mpaa rating`: a label with a country or a board beside it."""
    words = name.split()
    for cut in range(1, len(words)):
        for label, other in ((words[cut:], words[:cut]), (words[:cut], words[cut:])):
            fields = _fields().get(" ".join(label))
            place = " ".join(other)
            if fields and fields[0] in ("certificates", "releases") and (found := board(place) or country_meant(place)):
                return Label(fields, found, board=board(place) is not None)
    return None


def _of_several(said: str) -> Label | None:
    """`written and directed by`, `Regie und Drehbuch`: the fields of both parts."""
    parts = [_words(part) for part in _AND.split(said)]
    if not 1 < len(parts) <= _MOST_PARTS:
        return None
    fields = [_fields().get(part) or _fields().get(f"{part} by") for part in parts]
    known = tuple(dict.fromkeys(name for field in fields if field for name in field))
    return Label(known) if all(fields) and all(known) else None


_MOST_PARTS = 4


def _like(name: str) -> Label | None:
    from rapidfuzz import fuzz, process

    if len(name) < _SHORTEST_LIKE:
        return None
    found = process.extractOne(name, _fields().keys(), scorer=fuzz.ratio, score_cutoff=LIKE)
    return Label(_fields()[found[0]]) if found else None


_SHORTEST_LIKE = 6
