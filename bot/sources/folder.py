"""Keeping the catalogue in step with a folder of YAML files."""

import asyncio
import hashlib
import json
import time
from collections.abc import Iterator
from pathlib import Path

from bot.knowledge import film as schema
from bot.knowledge.batch import Batch, FileState
from bot.knowledge.edits import Edits
from bot.knowledge.film import Film
from bot.sources.film_files import FilmFile, list_film_files
from bot.sources.garbage import no_collection
from bot.sources.problem import Problem, Refusal, Row
from bot.sources.report import Report
from bot.sources.text import cause, shown_path

BATCH = 500
"""So many files are read, and then put into the catalogue, at a time."""

_FRESH = 2_000_000_000
"""Nanoseconds: what was written so shortly ago may change again without a newer time, so it is read again next time."""

_RULES = (Path(__file__).parent, Path(schema.__file__).parent)
"""The rooms that decide what a file holds and what is wrong with it."""


async def sync(folder: Path, edits: Edits) -> Report:
    """Bring the catalogue in step with a folder: put in what is new or changed, take out what is gone.

    Only files that changed are read. A bad one is reported, at every sync until it is mended, and the film it held
    before stays. Names that start with a dot or an underscore are passed over. Raises SourceError when the folder
    cannot be read and CatalogueError when the database fails.
    """
    files, misnamed = await asyncio.to_thread(list_film_files, folder)
    version = await asyncio.to_thread(_rules_version)
    report = Report()
    known = await edits.files()
    changed = []
    for file in files:
        state = known.get(file.name)
        if state and (state.size, state.mtime_ns) == (file.size, file.mtime_ns) and state.digest.startswith(version):
            _recall(report, file, state)
        else:
            changed.append(file)
    gone = known.keys() - {file.name for file in files}
    left = {_content(known[name].digest): name for name in gone}
    if changed or gone:  # else nothing is written, and nobody who is writing is waited for
        async with edits.batch() as batch:
            for some in _batches(changed):
                with no_collection():
                    await _put(batch, await asyncio.to_thread(_read, some, known, version), left, report)
            report.count(await batch.remove_files(gone) if gone else ())
    for problem in misnamed:
        report.refuse((problem,))
    report.problems.sort(key=lambda problem: (problem.file, problem.line))
    return report


async def _put(batch: Batch, read: "list[_ReadFile]", left: dict[str, str], report: Report) -> None:
    """Put what some files hold into the catalogue, and report it; a new one that holds what a gone one held is that."""
    films = [(held, state) for _, state, held in read if isinstance(held, Film) and state]
    moved = {state.name: name for _, state in films if (name := left.pop(_content(state.digest), None))}
    report.count(await batch.put_files(films, moved) if films else ())
    noted = [state for _, state, held in read if not isinstance(held, Film) and state]
    if noted:
        await batch.note_files(noted)
    for file, state, held in read:
        if isinstance(held, tuple):
            report.refuse(held)
        elif held is None and state:
            _recall(report, file, state)


_ReadFile = tuple[FilmFile, FileState | None, Film | Refusal | None]
"""A file, its new state (None when it could not be opened) and what it holds (None when that did not change)."""


def _read(files: list[FilmFile], known: dict[str, FileState], version: str) -> list[_ReadFile]:
    return [(file, *_read_one(file, known.get(file.name), version)) for file in files]


def _read_one(file: FilmFile, before: FileState | None, version: str) -> tuple[FileState | None, Film | Refusal | None]:
    from bot.sources.entries import (
        content_of,
        film_of,
    )  # the YAML reader is loaded only when there is something to read

    try:
        content = content_of(file)
    except OSError as error:
        return None, (Problem(shown_path(file.path), 0, "", cause(error)),)
    digest = version + hashlib.blake2b(content, digest_size=16).hexdigest()
    mtime_ns = file.mtime_ns if file.mtime_ns < time.time_ns() - _FRESH else 0
    if before and before.digest == digest:
        return FileState(file.name, file.size, mtime_ns, digest, before.problem), None
    found = film_of(file.path, content)
    if isinstance(found, Row):
        return FileState(file.name, file.size, mtime_ns, digest, ""), with_popularity(found.film)
    problem = json.dumps([[problem.line, problem.field, problem.text] for problem in found])
    return FileState(file.name, file.size, mtime_ns, digest, problem), found


def with_popularity(film: Film) -> Film:
    """The film, with 200 for an award won, 100 for a nomination or other title where it states no popularity.

    That is about the scale of TMDB's votes, so that entries and imports can stand beside each other.
    """
    if film.popularity:
        return film
    weight = sum(2 if award.result == "won" else 1 for award in film.awards) + len(film.also_known_as)
    return film.model_copy(update={"popularity": 100.0 * weight}) if weight else film


def _content(digest: str) -> str:
    """The part of a digest that tells what the file holds, not by which rules it was read."""
    return digest.partition("-")[2]


def _recall(report: Report, file: FilmFile, state: FileState) -> None:
    """Report an unchanged file: as unchanged when it was good, else what was wrong with it."""
    if state.problem:
        name = shown_path(file.path)
        report.refuse(tuple(Problem(name, line, field, text) for line, field, text in json.loads(state.problem)))
    else:
        report.unchanged += 1


def _rules_version() -> str:
    """A mark of the rules by which files are read: when they change, for example by a new field, all are read anew."""
    modules = sorted(path for room in _RULES for path in room.glob("*.py"))
    rules = ((path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in modules)
    return hashlib.blake2b(repr(list(rules)).encode(), digest_size=4).hexdigest() + "-"


def _batches(files: list[FilmFile]) -> Iterator[list[FilmFile]]:
    for start in range(0, len(files), BATCH):
        yield files[start : start + BATCH]
