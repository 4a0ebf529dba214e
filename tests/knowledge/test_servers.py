"""What is kept of servers and members, and how it goes, on both kinds of database."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.knowledge import history, tables
from bot.knowledge.catalogue import Catalogue, open_catalogue
from bot.knowledge.changes import Change, with_field
from bot.knowledge.film import Film, Role
from bot.knowledge.privacy import Privacy
from bot.knowledge.server_settings import ServerSettings
from bot.knowledge.servers import Holdings, Servers
from bot.knowledge.suggestions import Suggestions

A, B = 111_111_111_111_111_111, 222_222_222_222_222_222
UP = Film(id="up-2009", title="Up", year=2009, runtime=96, directors=("Pete Docter",), genres=("Comedy",))
OURS = Film(title="Our Holiday", year=2020, directors=("Zelda Quux",), genres=("Home Video",))


@pytest.fixture(autouse=True)
async def _films(catalogue: Catalogue) -> None:
    async with catalogue.edits.batch() as batch:
        await batch.put([UP])


async def rows(catalogue: Catalogue) -> dict[str, int]:
    """How many rows each table holds."""
    count = catalogue.library.database.scalar
    return {
        name: await count(select(func.count()).select_from(table))
        for name, table in tables.metadata.tables.items()
        if name != "state"
    }


async def busy(catalogue: Catalogue, server: int) -> None:
    """Use all that a server can have."""
    await Servers(catalogue).save(server, ServerSettings(language="de"))
    view = catalogue.of(server)
    version = (await view.standing("up-2009")).version
    await view.edits.apply([Change(OURS), Change(with_field(UP, "cast", [{"name": "Ann"}]), "up-2009", version)], "5")
    suggestions = Suggestions(catalogue, server)
    version = (await view.standing("up-2009")).version
    await suggestions.add("up-2009", version, "runtime", 97, "5")
    await suggestions.add("up-2009", version, "runtime", 98, "6")
    await suggestions.reject(2, "5", "no")


async def test_settings_are_kept_for_each_server(catalogue: Catalogue, url: str, tmp_path: Path) -> None:
    servers = Servers(catalogue)
    assert await servers.settings(A) == ServerSettings()
    settings = ServerSettings(moderator_roles=(1, 2**60), review_channel=2**60, spoilers="show", inline=True)
    await servers.save(A, settings)
    assert (await servers.settings(A), await servers.settings(B)) == (settings, ServerSettings())
    async with open_catalogue(url, tmp_path) as again:
        assert await Servers(again).settings(A) == settings


async def test_two_moderators_settle_two_things_at_once(catalogue: Catalogue, url: str, tmp_path: Path) -> None:
    servers = Servers(catalogue)
    async with open_catalogue(url, tmp_path) as second:
        await asyncio.gather(
            servers.settle(A, spoilers="show"), Servers(second).settle(A, channels=(7,)), servers.settle(A, inline=True)
        )
    settled = ServerSettings(spoilers="show", channels=(7,), inline=True)
    async with open_catalogue(url, tmp_path) as third:
        assert await Servers(third).settings(A) == settled


async def test_it_is_counted_what_is_kept_of_a_server(catalogue: Catalogue) -> None:
    assert await Servers(catalogue).kept(A) == Holdings(0, 0, 0)
    await busy(catalogue, A)
    assert await Servers(catalogue).kept(A) == Holdings(films=2, edits=2, suggestions=2)
    assert await Servers(catalogue).kept(B) == Holdings(0, 0, 0)


async def test_a_server_can_be_forgotten_at_once_and_leaves_nothing(catalogue: Catalogue) -> None:
    before = await rows(catalogue)
    await busy(catalogue, A)
    assert await rows(catalogue) != before
    await busy(catalogue, B)
    await Servers(catalogue).forget(A)
    await Servers(catalogue).forget(B)
    assert await rows(catalogue) == before
    view = catalogue.of(A)
    assert [film async for film in view.all()] == [UP]
    assert not (await view.find("our holiday")).fits
    assert await view.edits.recent() == ()
    assert await Servers(catalogue).settings(A) == ServerSettings()


async def test_to_forget_one_server_leaves_the_others(catalogue: Catalogue) -> None:
    await busy(catalogue, A)
    await busy(catalogue, B)
    await Servers(catalogue).forget(A)
    view = catalogue.of(B)
    assert (await view.find("our holiday")).films[0].id == "our-holiday-2020"
    assert (await view.find_people("zelda quux")).fits
    assert len(await view.edits.recent()) == 2
    assert (await Servers(catalogue).settings(B)).language == "de"


async def test_what_a_server_had_goes_thirty_days_after_the_bot_left(catalogue: Catalogue) -> None:
    servers, now = Servers(catalogue), history.now()
    await busy(catalogue, A)
    await busy(catalogue, B)
    await servers.left(A, now)
    await servers.left(B, now)
    await servers.back(B)
    assert await servers.sweep(now + timedelta(days=29)) == ()
    assert await servers.sweep(now + timedelta(days=31)) == (A,)
    assert await catalogue.of(A).count() == 1
    assert await catalogue.of(B).count() == 2


async def test_servers_left_while_the_bot_was_away_are_noticed(catalogue: Catalogue) -> None:
    servers, now = Servers(catalogue), history.now()
    await busy(catalogue, A)
    await busy(catalogue, B)
    await servers.there({B}, now)
    await servers.there({B}, now + timedelta(days=20))
    assert await servers.sweep(now + timedelta(days=31)) == (A,)
    await servers.left(B, now)
    await servers.there({B})
    assert await servers.sweep(now + timedelta(days=31)) == ()


async def test_a_member_gets_what_is_kept_and_has_it_deleted(catalogue: Catalogue) -> None:
    await busy(catalogue, A)
    privacy = Privacy(catalogue)
    kept = await privacy.export("5")
    assert [(edit["film"], edit["action"]) for edit in kept["edits"]] == [
        ("our-holiday-2020", "add"), ("up-2009", "edit"),
    ]  # fmt: skip
    assert kept["edits"][1]["changed"] == [{"field": "cast", "before": None, "after": ({"name": "Ann"},)}]
    assert [(s["value"], s["state"]) for s in kept["suggestions"]] == [(97, "open")]
    assert [(s["value"], s["state"]) for s in kept["decisions"]] == [(98, "rejected")]
    assert await privacy.delete("5") == 4
    assert await privacy.export("5") == {"member": "5", "edits": [], "suggestions": [], "decisions": []}
    assert [edit.by for edit in await catalogue.of(A).edits.recent()] == [None, None]
    film = await catalogue.of(A).film("up-2009")
    assert film
    assert film.cast == (Role(name="Ann"),)
    assert (await privacy.export("6"))["suggestions"]
