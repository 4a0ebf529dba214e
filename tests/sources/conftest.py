"""A real catalogue in a real SQLite file."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.knowledge.catalogue import Catalogue, open_catalogue


@pytest.fixture
async def catalogue(tmp_path: Path) -> AsyncIterator[Catalogue]:
    """An empty catalogue."""
    folder = tmp_path / ".catalogue"
    folder.mkdir()
    async with open_catalogue(str(folder / "films.db")) as opened:
        yield opened
