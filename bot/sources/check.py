"""Checking files of films: every problem of them, and of entries what they lack, without touching a catalogue."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from bot.errors import SourceError
from bot.knowledge.film import slug
from bot.knowledge.merging import same_film
from bot.sources.doubts import copies, doubts
from bot.sources.endings import JSON_LINES_ENDINGS, YAML_ENDINGS
from bot.sources.entries import read_film_file
from bot.sources.entry_rules import shortcomings
from bot.sources.film_files import FilmFile, list_film_files, name_problem
from bot.sources.problem import Problem, Refusal, Row, line_of, path_text
from bot.sources.reading import read
from bot.sources.text import shown_path

MANY = 200
"""Files from which on it is worth while to read them by all processors."""


def check(paths: Iterable[Path]) -> list[Problem]:
    """Every problem of these files and of the files in these folders, in their order, doubts among them.

    A YAML file with one film is an entry, and `entry_rules` and `doubts` are asked of it; of other files only what the
    schema asks. Entries of one film and summaries that are alike are told last.
    """
    entries: list[Row] = []
    problems = [problem for path in paths for problem in _check(path, entries)]
    by_file = {row.file: row for row in entries}
    problems += _twice(entries)
    for file, other, words in copies((row.file, row.film.summary or "") for row in entries):
        sentence = f"is like that of {other}: “{words}”; write it in words of its own"
        problems.append(Problem(file, line_of(by_file[file].places, ("summary",)), "summary", sentence, doubt=True))
    return problems


def _twice(entries: Iterable[Row]) -> Iterator[Problem]:
    """Entries of a film that another before holds too."""
    alike: defaultdict[str, list[Row]] = defaultdict(list)
    for row in sorted(entries, key=lambda row: Path(row.file).stem):
        known = alike[slug(row.film.title, row.film.year)]
        if other := next((other for other in known if same_film(other.film, row.film)), None):
            sentence = f"is the film of {other.file}, with its title, year and people; delete one of the two files"
            yield Problem(row.file, row.line, "", sentence)
        known.append(row)


def _check(path: Path, entries: list[Row]) -> Iterator[Problem]:
    try:
        yield from _folder(path, entries) if path.is_dir() else _file(path, entries)
    except SourceError as error:
        file = shown_path(path)
        yield Problem(file, 0, "", str(error).removeprefix(f"{file} "))


def _folder(folder: Path, entries: list[Row]) -> Iterator[Problem]:
    empty = True
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "_")))
        files, misnamed = list_film_files(Path(place))
        yield from misnamed
        for file, found in zip(files, _read_all(files), strict=True):
            yield from _entry(file, found, entries)
        others = [name for name in sorted(names) if _is_import(name)]
        for name in others:
            yield from _file(Path(place, name), entries)
        empty = empty and not (files or misnamed or others)
    if empty:
        yield Problem(shown_path(folder), 0, "", "holds no films; name a folder of YAML files")


def _is_import(name: str) -> bool:
    return Path(name.removesuffix(".gz")).suffix in JSON_LINES_ENDINGS and not name.startswith((".", "_"))


def _file(path: Path, entries: list[Row]) -> Iterator[Problem]:
    found = read(path)
    first, second = next(found, None), next(found, None)
    if isinstance(first, Row) and second is None and path.suffix.lower() in YAML_ENDINGS:
        file = FilmFile(path, 0, 0)
        yield from _entry(file, read_film_file(file), entries)
        return
    for row in (first, second):
        if isinstance(row, Problem):
            yield row
    yield from (problem for problem in found if isinstance(problem, Problem))


def _read_all(files: Sequence[FilmFile]) -> Iterable[Row | Refusal]:
    """What many files hold; read by all processors when there are enough of them."""
    processors = os.cpu_count() or 1
    if len(files) < MANY or processors == 1:
        return map(read_film_file, files)
    with ProcessPoolExecutor(processors) as pool:
        return list(pool.map(read_film_file, files, chunksize=1 + len(files) // (4 * processors)))


def _entry(file: FilmFile, found: Row | Refusal, entries: list[Row]) -> Sequence[Problem]:
    if wrong := name_problem(file.path):
        return [wrong]
    if not isinstance(found, Row):
        return found
    entries.append(found)
    problems = [
        Problem(found.file, line_of(found.places, path), path_text(path), text, doubt)
        for asked, doubt in ((shortcomings(found.film, file.path.stem), False), (doubts(found.film), True))
        for path, text in asked
    ]
    return sorted(problems, key=lambda problem: problem.line)
