"""/privacy, and what becomes of the data of a server that the bot has left."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from sqlalchemy import select

from bot.chat.client import FilmBot
from bot.chat.forgetting import NOTHING
from bot.chat.menus import NOT_YOURS
from bot.chat.permissions import ELSEWHERE, NOT_MANAGING
from bot.knowledge import tables
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.changes import Change
from bot.knowledge.film import Film
from bot.knowledge.server_settings import ServerSettings
from bot.knowledge.servers import Servers
from bot.knowledge.suggestions import Suggestions
from tests.chat.conftest import Connected
from tests.fakecord import Channel, FakeDiscord, Guild, User

OWN = Film(title="The Velvet Lighthouse", year=1987, runtime=83)


async def busy(catalogue: Catalogue, guild: Guild, member: User) -> None:
    """An entry, a suggestion and a setting of the server, by the member."""
    await catalogue.of(guild.id).edits.apply([Change(OWN)], str(member.id))
    version = (await catalogue.standing("up-2009")).version
    await Suggestions(catalogue, guild.id).add("up-2009", version, "runtime", 97, str(member.id))
    await Servers(catalogue).save(guild.id, ServerSettings(spoilers="show"))


async def films(catalogue: Catalogue, guild: Guild) -> list[str]:
    """The titles of the server's own entries."""
    return [film.title async for film in catalogue.of(guild.id).own()]


async def no_films(catalogue: Catalogue, guild: Guild) -> bool:
    """Whether the server has no entries of its own."""
    return not await films(catalogue, guild)


@pytest.fixture
async def everywhere(bot: FilmBot, discord: FakeDiscord) -> list[Channel]:
    """Every kind of place."""
    without = await discord.add_guild("Elsewhere", bot_is_in=False)
    return [discord.channel, discord.dm(), discord.private(), without.channels[0]]


async def test_everybody_is_told_what_is_kept(everywhere: list[Channel], discord: FakeDiscord) -> None:
    for place in everywhere:
        told = await discord.slash("privacy show", where=place)
        assert told.ephemeral
        for words in ("your Discord id", "ten minutes", "30 days", "</privacy export:", "</privacy delete:"):
            assert words in told.text


async def test_members_get_what_is_kept_about_them(
    catalogue: Catalogue, everywhere: list[Channel], discord: FakeDiscord
) -> None:
    await busy(catalogue, discord.guild, discord.user)
    for place in everywhere:
        sent = await discord.slash("privacy export", where=place)
        assert sent.ephemeral
        (file,) = sent.files
        kept = json.loads(file.content)
        assert kept["member"] == str(discord.user.id)
        assert [edit["film"] for edit in kept["edits"]] == ["the-velvet-lighthouse-1987"]
        assert [suggestion["value"] for suggestion in kept["suggestions"]] == [97]
    others = await discord.slash("privacy export", user=discord.moderator)
    assert json.loads(others.files[0].content)["edits"] == []


async def test_members_have_their_id_taken_off(catalogue: Catalogue, bot: FilmBot, discord: FakeDiscord) -> None:
    assert (await discord.slash("privacy delete")).text == NOTHING
    await busy(catalogue, discord.guild, discord.user)
    asked = await discord.slash("privacy delete")
    assert asked.ephemeral
    assert "1 edit and 1 suggestion" in asked.text
    assert len(await catalogue.of(discord.guild.id).edits.recent()) == 1
    done = await discord.click(asked, "Delete it for good")
    assert done.updated
    assert "2 edits and suggestions" in asked.text
    assert asked.buttons == []
    (edit,) = await catalogue.of(discord.guild.id).edits.recent()
    assert edit.by is None
    assert "83 minutes" in (await discord.slash("runtime", {"title": "velvet lighthouse"})).text
    assert json.loads((await discord.slash("privacy export")).files[0].content)["suggestions"] == []


async def test_nobody_deletes_for_another(catalogue: Catalogue, bot: FilmBot, discord: FakeDiscord) -> None:
    await busy(catalogue, discord.guild, discord.user)
    asked = await discord.slash("privacy delete")
    theirs = await discord.slash("film", {"title": "the sessions"}, user=discord.moderator)
    theirs.components[0]["components"][0]["custom_id"] = asked.buttons[0].custom_id
    refused = await discord.click(theirs, custom_id=asked.buttons[0].custom_id, user=discord.moderator)
    assert refused.text == NOT_YOURS
    (edit,) = await catalogue.of(discord.guild.id).edits.recent()
    assert edit.by == str(discord.user.id)


async def test_a_conversation_is_forgotten_with_it(catalogue: Catalogue, bot: FilmBot, discord: FakeDiscord) -> None:
    await busy(catalogue, discord.guild, discord.user)
    await discord.slash("film", {"title": "the sessions"})
    assert "Lewin" in (await discord.slash("ask", {"question": "who directed it?"})).text
    await discord.click(await discord.slash("privacy delete"), "Delete it for good")
    assert "Lewin" not in (await discord.slash("ask", {"question": "who directed it?"})).text


async def test_a_manager_deletes_what_is_kept_of_a_server(
    catalogue: Catalogue, discord: FakeDiscord, connected: Connected
) -> None:
    async with connected() as bot:
        other = await discord.add_guild("Other Cinema")
        await busy(catalogue, discord.guild, discord.user)
        await busy(catalogue, other, discord.user)
        refused = await discord.slash("privacy server")
        assert refused.ephemeral
        assert refused.text == NOT_MANAGING
        assert (await discord.slash("privacy server", where=discord.dm())).text == ELSEWHERE
        asked = await discord.slash("privacy server", user=discord.moderator)
        assert asked.ephemeral
        assert "1 own entry, 1 edit, 1 suggestion and its settings" in asked.text
        theirs = await discord.slash("film", {"title": "the sessions"}, where=other.channels[0])
        theirs.components[0]["components"][0]["custom_id"] = asked.buttons[0].custom_id
        refused = await discord.click(theirs, custom_id=asked.buttons[0].custom_id)
        assert "another server" in refused.text
        assert await films(catalogue, discord.guild) == [OWN.title]
    async with connected() as bot:
        await discord.click(asked, "Delete it for good")
        assert asked.buttons == []
        assert await films(catalogue, discord.guild) == []
        assert await bot.servers.settings(discord.guild.id) == ServerSettings()
        assert (await discord.slash("runtime", {"title": "velvet lighthouse"})).ephemeral
        assert await films(catalogue, other) == [OWN.title]


async def test_what_a_server_had_goes_thirty_days_after_the_bot_left(
    catalogue: Catalogue, discord: FakeDiscord, connected: Connected
) -> None:
    other = await discord.add_guild("Other Cinema")
    for guild in (discord.guild, other):
        await busy(catalogue, guild, discord.user)
    async with connected():
        await discord.remove_guild(other)
        await soon(partial(is_left, catalogue, other))
        assert await films(catalogue, other) == [OWN.title]
    servers = Servers(catalogue)
    await servers.left(other.id, datetime.now(UTC) - timedelta(days=29))
    async with connected() as bot:
        await bot.wait_until_ready()
        assert await films(catalogue, other) == [OWN.title]
    await servers.left(other.id, datetime.now(UTC) - timedelta(days=31))
    async with connected():
        await soon(partial(no_films, catalogue, other))
        assert await films(catalogue, discord.guild) == [OWN.title]


async def test_the_thirty_days_begin_when_the_bot_is_thrown_out_and_end_when_it_is_asked_back(
    catalogue: Catalogue, bot: FilmBot, discord: FakeDiscord
) -> None:
    await busy(catalogue, discord.guild, discord.user)
    late = datetime.now(UTC) + timedelta(days=31)
    await discord.remove_guild(discord.guild)
    await soon(partial(is_left, catalogue, discord.guild))
    await discord.invite(discord.guild)
    await soon(partial(is_kept, catalogue, discord.guild))
    assert "83" in (await discord.slash("runtime", {"title": "velvet lighthouse"})).text
    assert await bot.servers.sweep(late) == ()
    await discord.remove_guild(discord.guild)
    await soon(partial(is_left, catalogue, discord.guild))
    assert (await discord.slash("runtime", {"title": "velvet lighthouse"}, where=discord.dm())).ephemeral
    assert await bot.servers.sweep(late) == (discord.guild.id,)


async def test_a_server_that_asked_the_bot_back_while_it_was_away_keeps_all(
    catalogue: Catalogue, discord: FakeDiscord, connected: Connected
) -> None:
    await busy(catalogue, discord.guild, discord.user)
    servers = Servers(catalogue)
    await servers.left(discord.guild.id, datetime.now(UTC) - timedelta(days=40))
    async with connected():
        assert "83" in (await discord.slash("runtime", {"title": "velvet lighthouse"})).text
        await soon(partial(is_kept, catalogue, discord.guild))
    assert await servers.sweep() == ()
    assert await films(catalogue, discord.guild) == [OWN.title]


async def soon(condition: Callable[[], Awaitable[object]]) -> None:
    """Wait until something holds."""
    async with asyncio.timeout(5):
        while not await condition():  # noqa: ASYNC110 - nothing tells
            await asyncio.sleep(0.005)


async def is_left(catalogue: Catalogue, guild: Guild) -> bool:
    """Whether it is noted that the bot left the server."""
    left = select(tables.servers.c.left_at).where(tables.servers.c.server == guild.id)
    return await catalogue.library.database.scalar(left) is not None


async def is_kept(catalogue: Catalogue, guild: Guild) -> bool:
    """Whether it is noted that the bot is on the server."""
    return not await is_left(catalogue, guild)
