"""Entries in one form: fields in the schema's order, text quoted where it must be, comments kept.

A field is written anew as `yaml_writer` writes it, unless a comment stands within: then its lines stay as they are.
That keeps every comment where its author put it, which a library that writes YAML anew does not quite.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from bot.errors import SourceError
from bot.knowledge.film import Film
from bot.sources.entries import content_of, film_of
from bot.sources.film_files import FilmFile
from bot.sources.problem import Branch, Problem, Refusal, Row, line_of
from bot.sources.schema_file import SCHEMA_COMMENT, write_schema
from bot.sources.text import cause, shown_path
from bot.sources.yaml_writer import yaml_field

_COMMENT = re.compile(r"(?:^|\s)#")
_SCHEMA_LINE = re.compile(r"#\s*yaml-language-server:")
_OTHERWISE = re.compile(r"^(?:---|\.\.\.|%)|(?:^|[\s\[,{])[&*!][\w<]", re.MULTILINE)
"""What an entry needs not have, and what could not be moved: documents, anchors, aliases, tags."""


@dataclass(frozen=True, slots=True)
class _Block:
    """The lines of one field, with the comments above it."""

    name: str
    above: str
    lines: str


def format_entry(path: Path, *, write: bool = True) -> bool | Refusal:
    """Bring one entry into form; whether that changes it, or why it was left as it was."""
    file = FilmFile(path, 0, 0)
    try:
        content = content_of(file)
        formatted = formatted_entry(path, content)
        if not isinstance(formatted, bytes):
            return formatted
        if write and formatted != content:
            path.write_bytes(formatted)
        if write:
            write_schema(path.parent)
    except OSError as error:
        return (Problem(shown_path(path), 0, "", cause(error)),)
    return formatted != content


def formatted_entry(path: Path, content: bytes) -> bytes | Refusal:
    """The bytes of an entry in form, which hold the very same film; or why there are none."""
    row = film_of(path, content)
    if not isinstance(row, Row):
        return row
    text = content.decode().removeprefix("\ufeff").replace("\r\n", "\n")
    if found := _OTHERWISE.search(text):
        line = text.count("\n", 0, found.end()) + 1
        sentence = "holds ---, an anchor, alias or tag, which cannot be brought into form; write it out"
        return (Problem(row.file, line, "", sentence),)
    head, blocks, tail = _blocks(text, row)
    order = {name: at for at, name in enumerate(Film.model_fields)}
    blocks.sort(key=lambda block: order[block.name])
    film = row.film.document()
    body = "".join(block.above + _written(block, film.get(block.name)) for block in blocks)
    formatted = f"{SCHEMA_COMMENT}\n{head}{body}{tail}".encode()
    again = film_of(path, formatted)
    if not isinstance(again, Row) or again.film != row.film:
        return (Problem(row.file, 0, "", "cannot be brought into form; indent what belongs to a field"),)
    return formatted


def _blocks(text: str, row: Row) -> tuple[str, list[_Block], str]:
    """The comments above all fields, the fields, and the comments below all."""
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    assert isinstance(row.places, Branch)
    starts = sorted((line_of(row.places, (name,)) - 1, str(name)) for name in row.places.below)
    head = [line for line in lines[: starts[0][0]] if not _SCHEMA_LINE.match(line)]
    while head and not head[0].strip():
        del head[0]
    blocks, above = [], ""
    for (start, name), (end, _) in pairwise([*starts, (len(lines), "")]):
        own, above_next = _apart(lines[start:end])
        blocks.append(_Block(name, above, own))
        above = above_next
    return "".join(head), blocks, above


def _apart(lines: list[str]) -> tuple[str, str]:
    """A field's own lines, and those at the left margin below it, which are of the next."""
    end = len(lines)
    while end > 1 and (lines[end - 1].startswith("#") or not lines[end - 1].strip()):
        end -= 1
    return "".join(lines[:end]), "".join(line for line in lines[end:] if line.strip())


def _written(block: _Block, value: object) -> str:
    if value is None or _COMMENT.search(block.lines):
        return block.lines
    return yaml_field(block.name, value)


def entries(paths: list[Path]) -> Iterator[Path]:
    """The entries of folders and the files themselves. Raises SourceError for what is not there."""
    for path in paths:
        if path.is_dir():
            yield from sorted(found for found in path.glob("[!._]*.y*ml") if found.suffix in (".yaml", ".yml"))
        elif path.is_file():
            yield path
        else:
            raise SourceError(f"{shown_path(path)} is not there; check the name.")
