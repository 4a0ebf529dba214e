"""Importing a file of films into the catalogue."""

import asyncio
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from bot.knowledge.edits import Batch, Edits
from bot.sources.garbage import no_collection
from bot.sources.problem import Refusal, Row
from bot.sources.reading import films
from bot.sources.report import Report
from bot.sources.selection import EVERYTHING, Selection
from bot.sources.text import Text

BATCH = 1000
"""So many films are read, and then put into the catalogue, at a time."""

Progress = Callable[[int, int], None]
"""Told the bytes read of a file, and how many it has."""


async def import_file(
    path: Path, edits: Edits, progress: Progress | None = None, selection: Selection = EVERYTHING
) -> Report:
    """Put every film of a file into the catalogue that can be read, in one transaction, and report the others.

    A second import of the same file changes nothing. Raises SourceError when the file cannot be opened and
    CatalogueError when the database fails; the catalogue is then as it was before.
    """
    with Text.open(path) as text:
        return await import_text(text, edits, progress, selection)


async def import_text(
    text: Text, edits: Edits, progress: Progress | None = None, selection: Selection = EVERYTHING
) -> Report:
    """Import an open file, for example one that was uploaded; see `import_file`."""
    report = Report()
    found = films(text, selection)
    async with edits.batch() as batch:
        more = True
        while more:
            with no_collection():
                more = await _put_some(batch, found, report)
            if progress and more:
                progress(text.taken, text.size)
    return report


async def _put_some(batch: Batch, found: Iterator[Row | Refusal], report: Report) -> bool:
    """Read the next films and put them into the catalogue; whether there were any."""
    some = await asyncio.to_thread(_take, found)
    rows = [row.film for row in some if isinstance(row, Row)]
    report.count(await batch.put(rows) if rows else ())
    for refusal in some:
        if not isinstance(refusal, Row):
            report.refuse(refusal)
    return bool(some)


def _take(found: Iterator[Row | Refusal]) -> list[Row | Refusal]:
    """The next films; a list of none at the end of the file."""
    return list(islice(found, BATCH))
