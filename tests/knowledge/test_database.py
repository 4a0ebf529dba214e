"""What can be wrong with a database, and what the operator is told."""

import os
import sqlite3
from pathlib import Path
from socket import gaierror

import pytest
from sqlalchemy import event

from bot.errors import CatalogueError, SettingsError
from bot.knowledge.catalogue import open_catalogue
from bot.knowledge.database import database_url, faults
from bot.knowledge.film import Film


@pytest.mark.parametrize(
    "text",
    [
        "",
        "mysql://host/films",
        "nonsense://",
        "sqlite://",
        "sqlite:///:memory:",
        ":memory:",
        "sqlite:///films.db?mode=ro",
        "http://[",
    ],
)
async def test_a_wrong_url_is_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(SettingsError, match="sqlite:///"):
        async with open_catalogue(text):
            pass


def test_a_path_is_an_sqlite_file() -> None:
    assert database_url("films.db").render_as_string() == "sqlite+aiosqlite:///films.db"


def test_a_password_is_never_repeated() -> None:
    assert "hunter2" not in database_url("postgresql://me:hunter2@host/films").render_as_string(hide_password=True)


async def test_no_server_is_said_in_a_sentence() -> None:
    with pytest.raises(CatalogueError, match=r"postgresql\+asyncpg://me:\*\*\*@127.0.0.1:1/films failed"):
        async with open_catalogue("postgresql://me:hunter2@127.0.0.1:1/films"):
            pass


def test_a_host_that_nobody_knows_is_said_in_a_sentence() -> None:
    url = database_url("postgresql://me:hunter2@nohost/films")
    with pytest.raises(CatalogueError, match="The host nohost of the database is not known"), faults(url):
        raise gaierror(-2, "Name or service not known")  # what a look-up says, which needs a network


async def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "films.db"
    file.write_text("title: Up\n" * 200)
    with pytest.raises(CatalogueError, match="no SQLite database"):
        async with open_catalogue(str(file)):
            pass
    assert file.read_text() == "title: Up\n" * 200


async def test_a_folder_that_cannot_be_made_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CatalogueError, match="choose another with --database"):
        async with open_catalogue(str(tmp_path / "file" / "films.db")):
            pass


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
async def test_a_read_only_folder_is_said_in_a_sentence(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(CatalogueError, match="choose another with --database"):
        async with open_catalogue(str(tmp_path / "films.db")):
            pass


async def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    async with open_catalogue(str(tmp_path / "films.db")) as catalogue:
        async with catalogue.edits.batch() as batch:
            await batch.put([Film(title="Up")])

        @event.listens_for(catalogue._database.engine.sync_engine, "begin")
        def _fill(connection) -> None:  # type: ignore[no-untyped-def]
            connection.exec_driver_sql("PRAGMA max_page_count = 40")

        with pytest.raises(CatalogueError, match="disk is full"):
            async with catalogue.edits.batch() as batch:
                for start in range(0, 10_000, 1000):
                    await batch.put(
                        [Film(title=f"Film {n}", summary="word " * 100) for n in range(start, start + 1000)]
                    )
        assert await catalogue.count() == 1
        assert (await catalogue.find("up")).films[0].title == "Up"


async def test_a_locked_database_is_said_in_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "films.db"
    async with open_catalogue(f"sqlite:///{file}?timeout=0.05") as catalogue:
        holder = sqlite3.connect(file, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(CatalogueError, match="another program is holding it"):
            async with catalogue.edits.batch() as batch:
                await batch.put([Film(title="Up")])
        holder.close()
        async with catalogue.edits.batch() as batch:
            await batch.put([Film(title="Up")])
        assert await catalogue.count() == 1
