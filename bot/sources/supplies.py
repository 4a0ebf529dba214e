"""What is imported as one: a file, IMDb's tables together, or a folder of files."""

import hashlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Protocol

from bot.errors import SourceError
from bot.sources.problem import Problem, Refusal, Row
from bot.sources.reading import films
from bot.sources.selection import Selection
from bot.sources.text import BrokenError, Text, cause, shown_path

_SUFFIXES = frozenset({".csv", ".json", ".jsonl", ".ndjson", ".tsv", ".wiki", ".wikitext", ".yaml", ".yml"})
"""Endings, that of packing left out, of the files of a folder that are imported."""


STANDARD = Path("-")
"""Stands for standard input, and for standard output where films are written."""


class Supply(Protocol):
    """Films that are imported together, and how far that is."""

    name: str
    identity: str
    """The same as long as the films are; empty when an interrupted import cannot go on."""
    done: int
    """So many films were taken in before, by an import that was interrupted; they are passed over."""

    @property
    def films(self) -> int:
        """Films that were come upon."""

    @property
    def taken(self) -> int:
        """Bytes read on disk."""

    @property
    def size(self) -> int:
        """Bytes on disk."""

    def rows(self, selection: Selection) -> Iterator[Row | Refusal]:
        """Every film that is wanted, and what is wrong with those that cannot be read."""


class File:
    """One file."""

    def __init__(self, text: Text, identity: str = "") -> None:
        self.name = text.file
        self.identity = identity
        self.done = 0
        self._text = text

    @property
    def films(self) -> int:
        return self._text.films

    @property
    def taken(self) -> int:
        return self._text.taken

    @property
    def size(self) -> int:
        return self._text.size

    def rows(self, selection: Selection) -> Iterator[Row | Refusal]:
        self._text.done = self.done
        return films(self._text, selection)


class Tables:
    """IMDb's tables."""

    def __init__(self, texts: dict[str, Text], identity: str) -> None:
        self.name = f"{', '.join(sorted(texts))} of IMDb"
        self.identity = identity
        self.done = 0
        self._texts = texts

    @property
    def films(self) -> int:
        return self._texts["title.basics"].films

    @property
    def taken(self) -> int:
        return sum(text.taken for text in self._texts.values())

    @property
    def size(self) -> int:
        return sum(text.size for text in self._texts.values())

    def rows(self, selection: Selection) -> Iterator[Row | Refusal]:
        from bot.sources.imdb_tables import read_tables

        self._texts["title.basics"].done = self.done
        return read_tables(self._texts, selection)


class Folder:
    """The files of a folder, by name; each is opened when it is its turn."""

    def __init__(self, folder: Path, paths: Sequence[Path]) -> None:
        self.name = shown_path(folder)
        self.identity = _identity(paths)
        self.done = 0
        self.films = 0
        self.taken = 0
        self.size = sum(path.stat().st_size for path in paths)
        self._paths = paths

    def rows(self, selection: Selection) -> Iterator[Row | Refusal]:
        for path in self._paths:
            try:
                with Text.open(path) as text:
                    text.done, before = self.done - self.films, self.films
                    for found in films(text, selection):
                        self.films = before + text.films
                        yield found
                    self.films = before + text.films
                    self.taken += text.size
            except SourceError as error:
                yield (Problem(shown_path(path), 0, "", str(error).removeprefix(f"{shown_path(path)} ")),)


@contextmanager
def opened(paths: Iterable[Path]) -> Iterator[list[Supply]]:
    """What these files and folders are to be imported as. Raises SourceError when one cannot be opened."""
    files: list[Path] = []
    supplies: list[Supply] = []
    tables: dict[str, Path] = {}
    for path in paths:
        if path == STANDARD:
            supplies.append(File(Text.of("standard input", sys.stdin.buffer.read())))
        elif path.is_dir():
            inside = _files_in(path)
            if found := _tables(inside):
                tables |= found
            else:
                supplies.append(Folder(path, inside))
        elif found := _tables([path]):
            tables |= found
        else:
            files.append(path)
    with ExitStack() as stack:
        supplies += [File(stack.enter_context(Text.open(path)), _identity([path])) for path in files]
        if tables:
            from bot.sources.imdb_tables import missing_table

            if missing := missing_table(set(tables)):
                raise SourceError(f"{shown_path(next(iter(tables.values())))} {missing}.")
            texts = {kind: stack.enter_context(Text.open(path)) for kind, path in tables.items()}
            supplies.append(Tables(texts, _identity(sorted(tables.values()))))
        yield supplies


def _files_in(folder: Path) -> list[Path]:
    try:
        paths = [path for path in sorted(folder.iterdir()) if not path.name.startswith((".", "_"))]
    except OSError as error:
        raise SourceError(f"{shown_path(folder)} {cause(error)}") from error
    named = [path for path in paths if Path(path.name.removesuffix(".gz")).suffix.lower() in _SUFFIXES]
    if not named:
        raise SourceError(f"{shown_path(folder)} holds no file of films; see filmbot import --help for what is read.")
    return [path for path in named if path.is_file()]


def _tables(paths: Iterable[Path]) -> dict[str, Path]:
    """Which of these files are tables of IMDb, by kind."""
    from bot.sources.imdb_columns import kind_of

    found = {}
    for path in paths:
        if path.name.removesuffix(".gz").endswith((".tsv", ".txt")):
            with Text.open(path) as text:
                try:
                    kind = kind_of(text.start())
                except BrokenError:
                    continue  # is told when it is read
            if kind:
                found[kind] = path
    return found


def _identity(paths: Iterable[Path]) -> str:
    """What changes when one of the files does."""
    try:
        states = [(str(path.resolve()), path.stat().st_size, path.stat().st_mtime_ns) for path in paths]
    except OSError:
        return ""
    return hashlib.blake2b(repr(states).encode(), digest_size=12).hexdigest()
