"""What the columns of a CSV file mean: those of known exports, of our own field names, and those somebody names."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from bot.sources.complaints import MEANT
from bot.sources.fields import FIELDS
from bot.sources.titles import foremost

Columns: TypeAlias = Mapping[str, str]
"""Our field by the name of the column that holds it."""
Values: TypeAlias = dict[str, Any]

_LINKED = {"imdb": "imdb", "imdbid": "imdb", "tconst": "imdb", "tmdb": "tmdb", "tmdbid": "tmdb", "wikidata": "wikidata"}
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
    mend: Callable[[Values], Values] = lambda fields: fields
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
    if field in FIELDS or field == "id" or (field.startswith("links.") and field != "links."):
        return None
    return f"{field} is nothing a column can hold; write id, links.imdb or one of {', '.join(FIELDS)}"


def fields_of(row: Mapping[str, str], layout: Layout) -> tuple[Values, list[tuple[str, str]]]:
    """The plain values of a film, as the schema takes them, and by field what is wrong with those that cannot be read.

    A cell is written as moderators type its field, the values of a list with a semicolon or bar between them.
    """
    fields: Values = {}
    wrong = []
    for column, name in layout.columns.items():
        value = row.get(column, "").strip()
        if not value:
            continue
        if name.startswith("links."):
            fields.setdefault("links", {})[name.removeprefix("links.")] = value
            continue
        try:
            fields[name] = _value(name, value, layout.items)
        except ValueError as error:
            wrong.append((name, str(error)))
    return layout.mend(fields), wrong


def _field(column: str) -> str | None:
    word = re.sub(r"[\W_]+", "_", column.strip().lower()).strip("_")
    if site := _LINKED.get(word.replace("_", "")):
        return f"links.{site}"
    return next((name for name in (word, f"{word}s", MEANT.get(word, "")) if name in FIELDS or name == "id"), None)


def _value(name: str, value: str, between: re.Pattern[str]) -> Any:
    """Raises ValueError."""
    field = FIELDS.get(name)
    if field is None or field.items is None:
        return field.read(value) if field else value
    items = [field.items.read(item) for item in between.split(value) if item]
    return dict(items) if name == "links" else items


def _of_movielens(fields: Values) -> Values:
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


def _of_imdb(fields: Values) -> Values:
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
