"""What the columns of a CSV file mean: those of known exports, of our own field names, and those somebody names."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from bot.sources.complaints import MEANT
from bot.sources.titles import foremost

Columns: TypeAlias = Mapping[str, str]
"""Our field by the name of the column that holds it."""
Fields: TypeAlias = dict[str, Any]

LISTS = frozenset(
    "also_known_as genres countries languages directors writers producers composers cinematographers editors themes"
    " keywords sources".split()
)
TEXTS = frozenset("id title original_title year based_on summary plot reception audience popularity".split())
FIELDS = LISTS | TEXTS | {"runtime", "cast", "releases", "certificates"}
"""What a column can hold, besides an id elsewhere (`links.imdb`)."""

_LINKED = {"imdb": "imdb", "imdbid": "imdb", "tconst": "imdb", "tmdb": "tmdb", "tmdbid": "tmdb", "wikidata": "wikidata"}
_HOURS = re.compile(r"(?:(\d+)\s*h(?:ours?|rs?)?)?\s*(?:(\d+)\s*(?:m|min|mins|minutes)?\.?)?", re.IGNORECASE)
_ITEMS = re.compile(r"\s*[|;\n]\s*")
_COMMAS = re.compile(r"\s*,\s*")


@dataclass(frozen=True, slots=True)
class Layout:
    """How one kind of CSV file is read."""

    columns: Columns
    source: str = ""
    items: re.Pattern[str] = _ITEMS
    """What stands between the items of a list."""
    wanted: Callable[[Mapping[str, str]], bool] = lambda row: True
    """Whether a row, by its columns' names, is a film at all."""
    mend: Callable[[Fields], Fields] = lambda fields: fields
    """Last changes to the fields of a film."""


def layout_of(header: Sequence[str], given: Columns) -> Layout:
    """How to read a file with this header: as a known export, else by the names of its columns and those given."""
    names = set(header)
    if not given:
        if {"Const", "Title Type", "Title"} <= names:
            return _IMDB
        if {"Name", "Year"} <= names and names & {"Letterboxd URI", "URL"}:
            return _LETTERBOXD
        if {"movieId", "title", "genres"} <= names:
            return _MOVIELENS
    found = {name: field for name in header if (field := _field(name))}
    chosen = set(given.values())
    return Layout({name: field for name, field in found.items() if field not in chosen} | dict(given))


def field_problem(field: str) -> str | None:
    """Why no column can hold this field, None when one can."""
    if field in FIELDS or (field.startswith("links.") and field != "links."):
        return None
    return f"{field} is nothing a column can hold; write one of {', '.join(sorted(FIELDS))} or links.imdb"


def fields_of(row: Mapping[str, str], layout: Layout) -> Fields:
    """The plain values of a film, as the schema takes them; what is not understood stays as written."""
    fields: Fields = {}
    for column, field in layout.columns.items():
        value = row.get(column, "").strip()
        if not value:
            continue
        if field.startswith("links."):
            fields.setdefault("links", {})[field.removeprefix("links.")] = value
        else:
            fields[field] = _value(field, value, layout.items)
    return layout.mend(fields)


def minutes(text: str) -> int | str:
    """The minutes of `95`, `95 min` or `1h 35m`; the text itself when it is none of these."""
    match = _HOURS.fullmatch(text.strip())
    if not match or not any(match.groups()):
        return text
    return int(match[1] or 0) * 60 + int(match[2] or 0)


def _field(column: str) -> str | None:
    word = re.sub(r"[\W_]+", "_", column.strip().lower()).strip("_")
    if site := _LINKED.get(word.replace("_", "")):
        return f"links.{site}"
    for name in (word, f"{word}s", MEANT.get(word, "")):
        if name in FIELDS:
            return name
    return None


def _value(field: str, value: str, items: re.Pattern[str]) -> Any:
    if field == "runtime":
        return minutes(value)
    if field in TEXTS:
        return value
    listed = [item for item in items.split(value) if item]
    match field:
        case "cast":
            return [_role(item) for item in listed]
        case "releases":
            return [{"date": item} for item in sorted(listed)]
        case "certificates":
            return [
                dict(zip(("country", "label"), map(str.strip, item.split(":", 1)), strict=False)) for item in listed
            ]
        case _:
            return listed


def _role(text: str) -> Fields:
    name, _, character = text.partition(" as ")
    return {"name": name, "character": character.strip() or None}


def _of_movielens(fields: Fields) -> Fields:
    """`City of Lost Children, The (Cité des enfants perdus, La) (1995)` is a title, other titles and a year."""
    title, year = fields.get("title", ""), None
    also: list[str] = []
    if match := re.fullmatch(r"(.*\S)\s*\((\d{4})(?:[-–]\d{0,4})?\)", title):
        title, year = match[1], int(match[2])
    while match := re.fullmatch(r"(.*\S)\s*\(((?:[^()]|\([^()]*\))+)\)", title):
        title = match[1]
        also.insert(0, foremost(re.sub(r"^a\.?k\.?a\.?:?\s+", "", match[2], flags=re.IGNORECASE)))
    title = foremost(title)
    genres = [genre for genre in fields.get("genres", ()) if not genre.startswith("(no genres")]
    also = [name for name in dict.fromkeys(also) if name and name != title]
    return fields | {"title": title, "year": year, "also_known_as": also, "genres": genres}


def _of_imdb(fields: Fields) -> Fields:
    """The original title only when it differs."""
    return fields | ({"original_title": None} if fields.get("original_title") == fields.get("title") else {})


_IMDB = Layout(
    {
        "Const": "links.imdb", "Title": "title", "Original Title": "original_title", "Runtime (mins)": "runtime",
        "Year": "year", "Genres": "genres", "Num Votes": "popularity", "Release Date": "releases",
        "Directors": "directors",
    },
    "IMDb",
    _COMMAS,
    lambda row: row.get("Title Type", "").replace(" ", "").lower() in {"movie", "tvmovie"},
    _of_imdb,
)  # fmt: skip
_LETTERBOXD = Layout(
    {"Name": "title", "Year": "year", "Letterboxd URI": "links.letterboxd", "URL": "links.letterboxd"}, "Letterboxd"
)
_MOVIELENS = Layout(
    {"title": "title", "movieId": "links.movielens", "genres": "genres"}, "MovieLens", mend=_of_movielens
)
