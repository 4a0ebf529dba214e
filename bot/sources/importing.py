"""Importing films into the catalogue."""

import asyncio
import hashlib
from collections.abc import Callable, Iterator
from itertools import groupby, islice
from pathlib import Path, PurePath

from bot.knowledge.batch import Batch
from bot.knowledge.edits import Edits
from bot.sources.garbage import no_collection
from bot.sources.problem import Refusal, Row
from bot.sources.report import Report
from bot.sources.selection import EVERYTHING, Selection
from bot.sources.supplies import File, Supply, opened
from bot.sources.text import Text

BATCH = 1000
"""So many films are read, and then put into the catalogue, at a time."""

WHOLE = 20_000
"""Up to so many films are put in whole or not at all; of more, so many at a time."""

Progress = Callable[[int, int], None]
"""Told the bytes read of a file, and how many it has."""


async def import_file(
    path: Path, edits: Edits, progress: Progress | None = None, selection: Selection = EVERYTHING
) -> Report:
    """Put every film of a file or folder into the catalogue that can be read, and report the others.

    A second import changes nothing. See `import_supply` for what happens when an import is interrupted. Raises
    SourceError when the file cannot be opened and CatalogueError when the database fails.
    """
    with opened([path]) as (supply,):
        return await import_supply(supply, edits, progress, selection)


async def import_text(
    text: Text, edits: Edits, progress: Progress | None = None, selection: Selection = EVERYTHING
) -> Report:
    """Import an open file, for example one that was uploaded; see `import_supply`."""
    return await import_supply(File(text), edits, progress, selection)


async def import_supply(
    supply: Supply, edits: Edits, progress: Progress | None = None, selection: Selection = EVERYTHING
) -> Report:
    """Put every film of a supply into the catalogue that can be read, and report the others.

    Films are put in by transactions of 20,000, each with a mark of how far the import is. One that is interrupted
    leaves what it has put in so far, no film half, and goes on there when it is started anew on the same, unchanged
    supply.
    """
    report = Report()
    mark = _mark(supply, selection)
    report.done = supply.done = await edits.imported(mark) if mark else 0
    found = supply.rows(selection)
    put: set[str] = set()
    more = True
    while more:
        async with edits.batch(put) as batch:
            for _ in range(WHOLE // BATCH):
                with no_collection():
                    more = await _put_some(batch, found, report)
                if not more:
                    break
                if progress:
                    progress(supply.taken, supply.size)
            if mark and (more or supply.films > WHOLE):
                await batch.note_import(mark, supply.films if more else 0)
    return report


def _mark(supply: Supply, selection: Selection) -> str:
    """The name under which is kept how far an import is; empty when it cannot go on."""
    if not supply.identity:
        return ""
    return hashlib.blake2b(f"{supply.identity} {selection}".encode(), digest_size=12).hexdigest()


async def _put_some(batch: Batch, found: Iterator[Row | Refusal], report: Report) -> bool:
    """Read the next films and put them into the catalogue; whether there were any."""
    some = await asyncio.to_thread(_take, found)
    rows = [row for row in some if isinstance(row, Row)]
    for source, of_one in groupby(rows, _source):
        report.count(await batch.put([row.film for row in of_one], source))
    for one in some:
        if isinstance(one, Row):
            report.remark(one.remarks)
        else:
            report.refuse(one)
    return bool(some)


def _source(row: Row) -> str:
    """Who says what a row says: the source it names, or the file."""
    return row.source or PurePath(row.file).name


def _take(found: Iterator[Row | Refusal]) -> list[Row | Refusal]:
    """The next films; a list of none at the end of the file."""
    return list(islice(found, BATCH))
