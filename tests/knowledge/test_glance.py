"""Reads that are done at once, and those that are left to a thread."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.errors import CatalogueError
from bot.knowledge.database import Database, database_url
from bot.knowledge.glance import Glance

COUNTED = text("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < :most) SELECT count(*) FROM n")


def test_a_statement_that_takes_long_is_left_alone(tmp_path: Path) -> None:
    glance = Glance(database_url(str(tmp_path / "films.db")))
    assert glance.rows(COUNTED, {"most": 10_000_000}) is None
    for _ in range(100):
        assert glance.rows(COUNTED, {"most": 1_000}) == [(1_000,)]
    glance.close()


def test_a_file_that_another_holds_is_not_waited_for(tmp_path: Path) -> None:
    file = tmp_path / "films.db"
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    glance = Glance(database_url(f"sqlite:///{file}?timeout=60"))
    assert glance.rows(text("SELECT * FROM sqlite_master")) is None
    holder.close()
    assert glance.rows(text("SELECT * FROM sqlite_master")) == []
    glance.close()


async def test_what_takes_long_or_fails_is_read_in_a_thread(tmp_path: Path) -> None:
    database = Database(database_url(str(tmp_path / "films.db")))
    assert await database.rows(COUNTED, {"most": 200_000}) == [(200_000,)]
    assert await database.scalar(text("SELECT 1 WHERE 1 = 2")) is None
    with pytest.raises(CatalogueError, match="no such table"):
        await database.rows(text("SELECT * FROM nowhere"))
    await database.close()
