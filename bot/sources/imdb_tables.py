"""IMDb's daily tables, together: a film's rows stand at the same place of each, so all are read side by side."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from bot.knowledge.film import MAX_NAME
from bot.sources.imdb_columns import ABSENT, UNSORTED, Table
from bot.sources.numbered_names import NumberedNames
from bot.sources.problem import Problem, Refusal, Row
from bot.sources.selection import Selection
from bot.sources.text import BrokenError, Text
from bot.sources.validation import film_or_problems

FILM_TYPES = frozenset({b"movie", b"tvMovie"})
"""What counts as a film: for cinemas or for television. Shorts, videos, series, episodes and games do not."""

SOURCE = "IMDb"

_COLUMNS = {
    "title.basics": ("tconst titleType primaryTitle originalTitle isAdult startYear runtimeMinutes genres").split(),
    "title.akas": "titleId title types".split(),
    "title.crew": "tconst directors writers".split(),
    "title.principals": "tconst nconst category characters".split(),
    "title.ratings": "tconst averageRating numVotes".split(),
    "name.basics": "nconst primaryName".split(),
}
_JOBS = {
    b"director": "directors",
    b"writer": "writers",
    b"producer": "producers",
    b"composer": "composers",
    b"cinematographer": "cinematographers",
    b"editor": "editors",
}
_CAST = frozenset({b"actor", b"actress", b"self"})
_UNTOLD = frozenset({b"working"})
"""Kinds of other titles that nobody knows a film by."""
_NUMBER = re.compile(rb"nm(\d{1,9})")


def read_tables(texts: Mapping[str, Text], selection: Selection) -> Iterator[Row | Refusal]:
    """The films of IMDb's tables, told apart by kind; `title.basics` must be among them.

    Films come in the order of their ids. Where a table is missing its facts are. When one cannot be read on, that is
    told and no film after it is read, for its facts would be half.
    """
    at = first = texts["title.basics"]
    if selection.min_votes and "title.ratings" not in texts:
        sentence = "says nothing about votes; give title.ratings.tsv.gz with it, or leave out --min-votes"
        yield (Problem(at.file, 0, "", sentence),)
        return
    try:
        tables = {}
        for kind, text in texts.items():
            at = text
            text.start()
            tables[kind] = Table(text, _COLUMNS[kind])
        names = NumberedNames()
        if "name.basics" in tables:
            at = texts["name.basics"]
            names = _names(tables.pop("name.basics"))
        at = first
        before = b""
        titles = tables.pop("title.basics")
        for cells in titles.rows():
            if len(cells) < len(_COLUMNS["title.basics"]):
                yield (Problem(at.file, titles.line, "", "misses columns that its first line names; download it anew"),)
                continue
            key = cells[0]
            if cells[1] not in FILM_TYPES:
                continue
            if key <= before:
                yield (Problem(at.file, titles.line, "", UNSORTED),)
                return
            before = key
            if at.pass_over():
                continue
            rows = {}
            for name, table in tables.items():
                at = table.text
                rows[name] = table.of(key)
            at = first
            votes = _votes(rows.get("title.ratings"))
            if selection.wants(votes, cells[4] == b"1"):
                found = film_or_problems(_fields(cells, rows, votes, names), titles.line, at.file)
                yield Row(found.film, found.file, found.places, SOURCE) if isinstance(found, Row) else found
    except BrokenError as error:
        yield (Problem(at.file, at.line + 1 if at.line else 0, "", str(error)),)


def missing_table(kinds: "set[str]") -> str | None:
    """What to do when some of the tables are not enough to read films from; None when they are."""
    if "title.basics" not in kinds:
        return "is one of IMDb's tables, but title.basics.tsv.gz is not with it; give them together"
    if kinds & {"title.principals", "title.crew"} and "name.basics" not in kinds:
        return "names people by their ids, and name.basics.tsv.gz is not with it; give them together"
    return None


def _names(table: Table) -> NumberedNames:
    names = NumberedNames()
    for cells in table.rows():
        if len(cells) == 2 and cells[1] != ABSENT and (number := _NUMBER.fullmatch(cells[0])):
            names.note(int(number[1]), cells[1])
    return names


def _votes(rows: list[list[bytes]] | None) -> float:
    return float(rows[0][2]) if rows and rows[0][2].isdigit() else 0


def _fields(
    cells: list[bytes], rows: Mapping[str, list[list[bytes]]], votes: float, names: NumberedNames
) -> dict[str, Any]:
    """A film's plain values, as the schema takes them."""
    key, _, title, original, _, year, runtime, genres = map(_text, cells)
    fields: dict[str, Any] = {
        "title": title,
        "year": year,
        "original_title": original if original != title else None,
        "also_known_as": _other_titles(rows.get("title.akas", ()), {title, original}),
        "runtime": runtime if runtime != "0" else None,
        "genres": genres.split(",") if genres else [],
        "popularity": votes,
        "links": {"imdb": key},
    }
    for row in rows.get("title.ratings", ()):
        fields["scores"] = [{"by": "IMDb users", "value": _text(row[1])}]
    _credit(fields, rows, names)
    return fields


def _credit(fields: dict[str, Any], rows: Mapping[str, list[list[bytes]]], names: NumberedNames) -> None:
    """The people: those who direct and write from the table of these, all others from that of the principals."""
    cast = []
    for _, person, job, characters in rows.get("title.principals", ()):
        if not (name := _name(person, names)):
            continue
        if job in _CAST:
            cast.append({"name": name, "character": _character(characters)})
        elif field := _JOBS.get(job):
            fields.setdefault(field, []).append(name)
    for _, directors, writers in rows.get("title.crew", ()):
        for field, people in (("directors", directors), ("writers", writers)):
            if people != ABSENT:
                fields[field] = list(filter(None, (_name(person, names) for person in people.split(b","))))
    for field in _JOBS.values():
        fields[field] = list(dict.fromkeys(fields.get(field, ())))
    fields["cast"] = [role for n, role in enumerate(cast) if role not in cast[:n]]


def _other_titles(rows: "list[list[bytes]] | tuple[()]", known: set[str | None]) -> list[str]:
    """The titles of other countries, each once however it is written."""
    seen = {title.casefold() for title in known if title}
    titles = []
    for _, title, types in rows:
        text = _text(title)
        if text and len(text) <= MAX_NAME and types not in _UNTOLD and (plain := text.casefold()) not in seen:
            seen.add(plain)
            titles.append(text)
    return titles


def _name(person: bytes, names: NumberedNames) -> str | None:
    number = _NUMBER.fullmatch(person)
    return names.get(int(number[1])) if number else None


def _character(cell: bytes) -> str | None:
    """The characters of a JSON list as one text: two parts of one actor are told with a stroke between them."""
    if cell == ABSENT:
        return None
    try:
        characters = json.loads(cell)
    except ValueError:
        return _text(cell)
    said = " / ".join(map(str, characters)) if isinstance(characters, list) else str(characters)
    return said if len(said) <= MAX_NAME else None


def _text(cell: bytes) -> str | None:
    return None if cell == ABSENT else cell.decode(errors="replace")
