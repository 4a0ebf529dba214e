"""Checking files of films: every problem of them, and of entries what they lack, without touching a catalogue."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bot.errors import SourceError
from bot.sources.endings import JSON_LINES_ENDINGS, YAML_ENDINGS
from bot.sources.entries import read_film_file
from bot.sources.entry_rules import shortcomings
from bot.sources.film_files import FilmFile, list_film_files, name_problem
from bot.sources.problem import Problem, Row, line_of, path_text
from bot.sources.reading import read
from bot.sources.text import shown_path


def check(paths: Iterable[Path]) -> list[Problem]:
    """Every problem of these files and of the files in these folders, in their order.

    A YAML file with one film is an entry, and `entry_rules` are asked of it; of other files only what the schema asks.
    """
    return [problem for path in paths for problem in _check(path)]


def _check(path: Path) -> Iterator[Problem]:
    try:
        yield from _folder(path) if path.is_dir() else _file(path)
    except SourceError as error:
        file = shown_path(path)
        yield Problem(file, 0, "", str(error).removeprefix(f"{file} "))


def _folder(folder: Path) -> Iterator[Problem]:
    empty = True
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "_")))
        files, misnamed = list_film_files(Path(place))
        yield from misnamed
        for file in files:
            yield from _entry(file)
        others = [name for name in sorted(names) if _is_import(name)]
        for name in others:
            yield from _file(Path(place, name))
        empty = empty and not (files or misnamed or others)
    if empty:
        yield Problem(shown_path(folder), 0, "", "holds no films; name a folder of YAML files")


def _is_import(name: str) -> bool:
    return Path(name.removesuffix(".gz")).suffix in JSON_LINES_ENDINGS and not name.startswith((".", "_"))


def _file(path: Path) -> Iterator[Problem]:
    found = read(path)
    first, second = next(found, None), next(found, None)
    if isinstance(first, Row) and second is None and path.suffix.lower() in YAML_ENDINGS:
        yield from _entry(FilmFile(path, 0, 0))
        return
    for row in (first, second):
        if isinstance(row, Problem):
            yield row
    yield from (problem for problem in found if isinstance(problem, Problem))


def _entry(file: FilmFile) -> Sequence[Problem]:
    if wrong := name_problem(file.path):
        return [wrong]
    row = read_film_file(file)
    if not isinstance(row, Row):
        return row
    problems = [
        Problem(row.file, line_of(row.places, path), path_text(path), text)
        for path, text in shortcomings(row.film, file.path.stem)
    ]
    return sorted(problems, key=lambda problem: problem.line)
