"""The files of a folder that hold one film each, `<id>.yaml`."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from bot.errors import SourceError
from bot.sources.problem import Problem, Refusal, Row, line_of
from bot.sources.reading import YAML_ENDINGS, films
from bot.sources.text import Text, cause, shown_path
from bot.sources.yaml_reader import MAX_FILM_BYTES

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MAX_ID = 120
"""Characters, as the schema has it."""


@dataclass(frozen=True, slots=True)
class FilmFile:
    """A file of the folder as the folder lists it."""

    path: Path
    size: int
    mtime_ns: int

    @property
    def name(self) -> str:
        """The file's name in the folder."""
        return self.path.name


def list_film_files(folder: Path) -> tuple[list[FilmFile], list[Problem]]:
    """The files of a folder that each hold one film, by name, and what is wrong with the names of others.

    Raises SourceError when the folder cannot be read.
    """
    files: dict[str, FilmFile] = {}
    problems = []
    try:
        with os.scandir(folder) as entries:
            named = [entry for entry in entries if not entry.name.startswith((".", "_"))]
            for entry in sorted(named, key=lambda entry: entry.name):
                stem, ending = os.path.splitext(entry.name)
                if ending.lower() not in YAML_ENDINGS or not entry.is_file():
                    continue
                path = folder / entry.name
                if wrong := name_problem(path):
                    problems.append(wrong)
                elif stem in files:
                    sentence = f"{files[stem].name} is the same film; delete one of the two files"
                    problems.append(Problem(shown_path(path), 0, "", sentence))
                else:
                    found = entry.stat()
                    files[stem] = FilmFile(path, found.st_size, found.st_mtime_ns)
    except OSError as error:
        raise SourceError(f"{shown_path(folder)} {cause(error)}") from error
    return list(files.values()), problems


def name_problem(path: Path) -> Problem | None:
    """What is wrong with the name of a film's file, None when it can be an id."""
    if not _ID.fullmatch(path.stem):
        sentence = "the name gives the film's id; use lower-case words joined by hyphens, such as dune-1984.yaml"
    elif len(path.stem) > _MAX_ID:
        sentence = f"the name gives the film's id, which has at most {_MAX_ID} characters; shorten it"
    else:
        return None
    return Problem(shown_path(path), 0, "", sentence)


def read_film_file(file: FilmFile) -> Row | Refusal:
    """The film of one file of a folder, its id taken from the file's name; or all that is wrong with it."""
    try:
        return film_of(file.path, content_of(file))
    except OSError as error:
        return (Problem(shown_path(file.path), 0, "", cause(error)),)


def content_of(file: FilmFile) -> bytes:
    """The bytes of a file, one more than a film may have at most. Raises OSError."""
    with file.path.open("rb") as source:
        return source.read(MAX_FILM_BYTES + 1)


def film_of(path: Path, content: bytes) -> Row | Refusal:
    """The film of one file of a folder, its id taken from the file's name; or all that is wrong with it."""
    file = shown_path(path)
    if len(content) > MAX_FILM_BYTES:
        return (Problem(file, 0, "", f"is over {MAX_FILM_BYTES >> 20} MB long; a film takes a few thousand bytes"),)
    with Text.of(file, content) as text:
        found = list(films(text))
    refused = [problem for refusal in found if not isinstance(refusal, Row) for problem in refusal]
    if refused:
        return tuple(refused)
    row, *more = (row for row in found if isinstance(row, Row))
    if more:
        return (Problem(file, more[0].line, "", "is a second film; give each film a file of its own"),)
    wanted = path.stem
    if row.film.id and row.film.id != wanted:
        sentence = f"is {row.film.id}, but the file's name says {wanted}; delete the line or rename the file"
        return (Problem(file, line_of(row.places, ("id",)), "id", sentence),)
    return Row(row.film.model_copy(update={"id": wanted}), file, row.places)
