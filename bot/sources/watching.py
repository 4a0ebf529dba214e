"""Watching the films folder: what is edited while the bot runs is read at once."""

import logging
from pathlib import Path

from watchfiles import awatch

from bot.errors import BotError
from bot.knowledge.edits import Edits
from bot.sources.folder import sync

log = logging.getLogger(__name__)

SETTLE = 200
"""Milliseconds for which changes are gathered: editors write in several steps."""


async def watch(folder: Path, edits: Edits) -> None:
    """Keep the catalogue in step with a folder until cancelled; what is wrong in it is logged, once until it changes.

    A broken entry leaves the film as it was.
    """
    told: set[str] = set()
    begun = False
    async for changes in awatch(
        folder,
        step=SETTLE,
        debounce=4 * SETTLE,
        rust_timeout=1000,
        yield_on_timeout=True,
        recursive=False,
    ):
        if begun and not changes:
            continue
        begun = True  # what changed before the watching began is read once
        try:
            report = await sync(folder, edits)
        except BotError as error:
            log.warning("%s", error)
            continue
        problems = [str(problem) for problem in report.problems]
        for problem in problems:
            if problem not in told:
                log.warning("%s", problem)
        told = set(problems)
        if report.added or report.changed or report.removed:
            log.info("The films folder has changed: %s", report)
