"""What tests of this room share: writing a file and reading it back."""

import os
from pathlib import Path

import pytest

from bot.knowledge.film import Film
from bot.sources.problem import Problem, Row
from bot.sources.reading import read


def films_in(path: Path) -> list[Film]:
    """The films of a file in which nothing is wrong."""
    rows = list(read(path))
    assert not [str(row) for row in rows if isinstance(row, Problem)]
    return [row.film for row in rows if isinstance(row, Row)]


def problems_in(path: Path) -> list[str]:
    """What is wrong in a file, told with the file's name and not its whole path."""
    return [str(row).removeprefix(f"{path.parent}/") for row in read(path) if isinstance(row, Problem)]


def titles_in(path: Path) -> list[str]:
    """The titles of the films that can be read, whatever is wrong with others."""
    return [row.film.title for row in read(path) if isinstance(row, Row)]


def written(folder: Path, name: str, content: str | bytes) -> Path:
    """A file with this content."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def forbid(path: Path, mode: int = 0) -> None:
    """Take permissions of a file or folder away; skips the test for a user who may do everything, like root."""
    path.chmod(mode)
    if os.access(path, os.R_OK if mode == 0 else os.W_OK):
        pytest.skip("this user may read and write everything")
