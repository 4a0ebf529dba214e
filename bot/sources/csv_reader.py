"""CSV files with a header: the exports people have of their lists, and any other whose columns can be told."""

from collections.abc import Iterator
from itertools import islice

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
            if isinstance(film, Row):
                yield unread or Row(film.film, film.file, film.places, layout.source)
            else:
                yield unread + film


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
