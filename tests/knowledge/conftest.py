"""A real catalogue, on a real SQLite file and on a real PostgreSQL server."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.knowledge.catalogue import Catalogue, open_catalogue


@pytest.fixture
async def catalogue(url: str, tmp_path: Path) -> AsyncIterator[Catalogue]:
    async with open_catalogue(url, tmp_path) as opened:
        yield opened
