"""A catalogue of an older version, with films in it, is brought up to date when it is opened."""

from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text

from bot.errors import CatalogueError
from bot.knowledge import tables
from bot.knowledge.catalogue import open_catalogue
from bot.knowledge.changes import Change, with_field
from bot.knowledge.database import Database, database_url
from bot.knowledge.facets import facets_of
from bot.knowledge.film import Certificate, Film, Release, Role
from bot.knowledge.migrating import migrate
from bot.knowledge.search import Films, Of, Search

UP = Film(
    id="up-2009",
    title="Up",
    year=2009,
    directors=("Pete Docter",),
    genres=("Comedy",),
    cast=(Role(name="Ed Asner", character="Carl"),),
    certificates=(Certificate(country="US", label="PG"),),
    releases=(Release(date="2009-05-13", event="Cannes Film Festival"), Release(date="2009-05-29", country="US")),
    based_on="a dream",
)
VERSION_2: dict[str, list[dict[str, Any]]] = {
    "state": [{"name": "version", "value": "2"}, {"name": "identity", "value": "abc"}],
    "films": [
        {"key": 1, "id": "up-2009", "slug": "up-2009", "revision": 4, "title": "Up", "year": 2009, "runtime": None,
         "popularity": 0, "file": "up-2009.yaml", "document": UP.model_dump_json(exclude_defaults=True)},
        {"key": 2, "id": "gone", "slug": "gone", "revision": 5, "title": "Gone", "year": None, "runtime": None,
         "popularity": 0, "file": None, "document": None},
    ],
    "titles": [{"film": 1, "position": 0, "name": "Up", "normal": "up"}],
    "people": [
        {"key": 1, "name": "Pete Docter", "normal": "pete docter", "surname": "docter"},
        {"key": 2, "name": "Ed Asner", "normal": "ed asner", "surname": "asner"},
        {"key": 3, "name": "Of The Gone", "normal": "of the gone", "surname": "gone"},
    ],
    "credits": [
        {"film": 1, "job": "directors", "position": 0, "person": 1, "character": None},
        {"film": 1, "job": "cast", "position": 0, "person": 2, "character": "Carl"},
    ],
    "characters": [{"film": 1, "position": 0, "normal": "carl"}],
    "facets": [{"film": 1, "kind": "genre", "position": 0, "value": "Comedy"}],
    "words": [{"kind": "genre", "value": "Comedy", "normal": "comedy"}],
    "files": [{"name": "up-2009.yaml", "size": 1, "mtime_ns": "1", "digest": "x", "problem": ""}],
}  # fmt: skip


def fill(connection: Connection) -> None:
    migrate(connection, None, to="2")
    for name, rows in VERSION_2.items():
        columns = ", ".join(rows[0])
        values = ", ".join(f":{column}" for column in rows[0])
        connection.execute(text(f"INSERT INTO {name} ({columns}) VALUES ({values})"), rows)


@pytest.fixture
async def database(url: str) -> Database:
    """A database of version 2, with films in it."""
    database = Database(database_url(url))
    async with database.writing() as connection:
        await connection.run_sync(fill)
    await database.close()
    return database


async def test_an_older_catalogue_keeps_its_films_and_takes_edits(database: Database, url: str, tmp_path: Path) -> None:
    for _ in range(2):  # the second time there is nothing to do
        async with open_catalogue(url, tmp_path) as catalogue:
            assert [film async for film in catalogue.all()] == [UP]
            assert (await catalogue.find("up")).films[0].id == "up-2009"
            assert (await catalogue.find_people("ed asner")).fits
            assert not (await catalogue.find_people("of the gone")).fits
            assert "up-2009.yaml" in await catalogue.edits.files()
    async with open_catalogue(url, tmp_path) as catalogue:
        view = catalogue.of(2**60)
        version = (await view.standing("up-2009")).version
        await view.edits.apply([Change(with_field(UP, "runtime", 96), "up-2009", version)], "ann")
        assert await view.film("up-2009") == with_field(UP, "runtime", 96)
        assert await catalogue.film("up-2009") == UP
        assert await catalogue.count() == 1


async def test_a_film_of_an_older_catalogue_is_found_by_all_its_facets(
    database: Database, url: str, tmp_path: Path
) -> None:
    async with open_catalogue(url, tmp_path) as catalogue:
        for kind in ("rated", "shown", "premiere", "source"):
            (value,) = await catalogue.values(kind)
            assert (kind, 0, value.name) in facets_of(UP)
            found = await catalogue.search(Search(Films(), (Of((kind,), (value.name,)),)))
            assert found.values == ("Up",), kind


async def test_a_catalogue_brought_up_to_date_is_like_a_new_one(database: Database) -> None:
    def differences(connection: Connection) -> list[Any]:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        return list(compare_metadata(context, tables.metadata))

    await database.open()
    assert await database.read(differences) == []
    await database.close()


async def test_when_it_cannot_be_finished_the_older_catalogue_is_as_it_was(database: Database) -> None:
    async with database.writing() as connection:
        await connection.execute(text("CREATE TABLE suggestions (mine INTEGER)"))
    with pytest.raises(CatalogueError, match="suggestions"):
        await database.open()
    async with database.writing() as connection:
        assert await connection.scalar(text("SELECT value FROM state WHERE name = 'version'")) == "2"
        assert await connection.scalar(text("SELECT count(*) FROM films WHERE id = 'up-2009'")) == 1
        await connection.execute(text("DROP TABLE suggestions"))
    assert await database.open() == "abc"
    await database.close()


@pytest.mark.parametrize(("version", "said"), [("99", "a newer version"), ("1", "too old a version")])
async def test_tables_that_cannot_be_read_are_left_alone(url: str, tmp_path: Path, version: str, said: str) -> None:
    async with open_catalogue(url, tmp_path) as catalogue, catalogue.library.database.writing() as connection:
        await connection.execute(text(f"UPDATE state SET value = '{version}' WHERE name = 'version'"))
    with pytest.raises(CatalogueError, match=f"{said} of the bot .tables of version {version}"):
        async with open_catalogue(url, tmp_path):
            pass
