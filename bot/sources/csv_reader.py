"""CSV files with a header: the exports people have of their lists, and any other whose columns can be told."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from bot.knowledge.film import slug
from bot.knowledge.merging import same_film
from bot.sources.csv_layouts import Layout, field_problem, fields_of, layout_of
from bot.sources.csv_records import Record, records
from bot.sources.problem import Problem, Refusal, Row
from bot.sources.selection import EVERYTHING, Selection
from bot.sources.text import Text
from bot.sources.validation import film_or_problems

_PREAMBLE = 10
"""Records that may stand before the header."""


def read_csv(text: Text, selection: Selection = EVERYTHING) -> Iterator[Row | Refusal]:
    """The film of every record; what is wrong with one that holds none. Columns that mean nothing are passed over."""
    found = records(text)
    header = _header(found)
    if not isinstance(header, Record):
        yield (header or Problem(text.file, 0, "", "holds no film; write a first line such as title,year,directors"),)
        return
    layout = layout_of(header.values, selection.columns)
    if wrong := _wrong(header, layout, selection):
        yield (Problem(text.file, header.line, "", wrong),)
        return
    read: defaultdict[str, list[Row]] = defaultdict(list)
    for record in found:
        if isinstance(record, Problem):
            yield (record,)
            continue
        row = dict(zip(header.values, record.values, strict=False))
        if len(record.values) > len(header.values) and any(record.values[len(header.values) :]):
            sentence = f"has {len(record.values)} values, but the first line names {len(header.values)} columns"
            yield (Problem(text.file, record.line, "", f"{sentence}; put values that hold the separator in quotes"),)
        elif layout.wanted(row) and not text.pass_over():
            fields, misread = fields_of(row, layout)
            film = film_or_problems(fields, record.line, text.file)
            unread = tuple(Problem(text.file, record.line, field, sentence) for field, sentence in misread)
            if isinstance(film, Row) and not unread and (other := _otherwise(film, read)):
                sentence = f"is {film.film.label} as line {other.line} is, but differs from that"
                advice = "make one line of the two, or name the directors if these are two films"
                yield (Problem(text.file, record.line, "", f"{sentence}; {advice}"),)
            elif isinstance(film, Row):
                yield unread or Row(film.film, film.file, film.places, layout.source)
            else:
                yield unread + film


def _otherwise(row: Row, read: defaultdict[str, list[Row]]) -> Row | None:
    """The row before that has the same film otherwise; a film known by an id of its own or elsewhere is that film."""
    film = row.film
    if not film.year or film.id or film.links:
        return None
    alike = read[slug(film.title, film.year)]
    other = next((other for other in alike if other.film != film and same_film(other.film, film)), None)
    if other is None:
        alike.append(row)
    return other


def is_csv(head: bytes) -> bool:
    """Whether a file that begins so is CSV whose header names a title and more."""
    with Text.of("", head.split(b"\n", 1)[0]) as text:
        header = _header(records(text))
        if not isinstance(header, Record) or len(header.values) < 2:
            return header is not None and isinstance(header, Record) and header.values[0].startswith("Letterboxd list")
        named = list(layout_of(header.values, {}).columns.values())
        return "title" in named and len(named) > 1


def _header(found: Iterator[Record | Problem]) -> Record | Problem | None:
    """The first record, or in an export that begins with a description of the list the one before its films."""
    first = next(found, None)
    if isinstance(first, Record) and first.values[0].startswith("sep="):
        first = next(found, None)
    if not isinstance(first, Record) or not first.values[0].startswith("Letterboxd list"):
        return first
    return next(
        (record for record in islice(found, _PREAMBLE) if isinstance(record, Record) and "Year" in record.values), first
    )


def _wrong(header: Record, layout: Layout, selection: Selection) -> str | None:
    """Why films cannot be read under this header."""
    columns = ", ".join(header.values)
    for column, field in selection.columns.items():
        if column not in header.values:
            return f"has no column {column}; its columns are {columns}"
        if problem := field_problem(field):
            return problem
    if "title" not in layout.columns.values():
        return f"has no column for the title; name it with --map title=COLUMN; its columns are {columns}"
    return None
