"""The files of a folder that hold one film each, `<id>.yaml`: their names, sizes and times, unread."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from bot.errors import SourceError
from bot.sources.endings import YAML_ENDINGS
from bot.sources.problem import Problem
from bot.sources.text import cause, shown_path

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
