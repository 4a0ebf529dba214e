"""Films named in ordinary messages as [[The Sessions]]."""

from collections.abc import AsyncIterator
from typing import Literal

import pytest

from bot.chat.client import FilmBot
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.changes import Change
from bot.knowledge.film import Certificate, Film
from bot.knowledge.server_settings import ServerSettings
from tests.chat.conftest import LONG_TITLE, QuickBot
from tests.fakecord import FakeDiscord, Intent, running


@pytest.fixture
async def discord() -> AsyncIterator[FakeDiscord]:
    async with FakeDiscord(privileged_intents=Intent.MESSAGE_CONTENT) as fake:
        yield fake


@pytest.fixture
async def bot(discord: FakeDiscord, catalogue: Catalogue) -> AsyncIterator[FilmBot]:
    new = QuickBot(catalogue=catalogue, connector=discord.connector(), guild_ready_timeout=0.02, inline=True)
    await new.servers.save(discord.guild.id, ServerSettings(inline=True))
    async with running(new, discord):
        yield new


async def test_a_named_film_gets_a_small_card(bot: FilmBot, discord: FakeDiscord) -> None:
    reply = await discord.say(discord.channel, "we saw [[the sesions]] and it was lovely")
    assert [embed["title"] for embed in reply.embeds] == ["The Sessions (2012)"]
    assert reply.embeds[0]["description"] == (
        "*Ben Lewin · 95 minutes (1 h 35 min) · Drama and Biography*\nA poet in an iron lung wants to know love."
    )
    assert reply.pings == []


async def test_at_most_three_films_a_message_each_once(bot: FilmBot, discord: FakeDiscord) -> None:
    text = f"[[up]] [[Up]] [[{LONG_TITLE * 2}]] [[the sessions]] [[mad crowd]]"
    reply = await discord.say(discord.channel, text)
    assert [embed["title"] for embed in reply.embeds][:1] == ["Up (2009)"]
    assert len(reply.embeds) <= 3


@pytest.mark.parametrize(
    "text",
    [
        "the sessions",
        "[[]] [[ ]] [the sessions] [[the\nsessions]]",
        "`[[the sessions]]`",
        "```\n[[the sessions]]\n```",
        "> [[the sessions]]\nwell",
        "||[[the sessions]]||",
        "[[dune]]",
        "[[some film that nobody knows at all]]",
    ],
)
async def test_nothing_else_gets_one(bot: FilmBot, discord: FakeDiscord, text: str) -> None:
    await discord.say_in_vain(discord.channel, text)


async def test_a_question_is_still_a_question(bot: FilmBot, discord: FakeDiscord) -> None:
    reply = await discord.say(discord.channel, f"{discord.bot.mention} how long is [[the sessions]]")
    assert "95 minutes" in reply.text


async def test_the_card_goes_with_the_message(bot: FilmBot, discord: FakeDiscord) -> None:
    reply = await discord.say(discord.channel, "[[up]]")
    asked = next(message for message in discord.channel.messages.values() if "[[up]]" in message.content)
    await discord.delete(asked)
    await discord.until(lambda: reply.deleted)


async def test_a_servers_own_films_get_one_there_alone(bot: FilmBot, discord: FakeDiscord) -> None:
    other = await discord.add_guild("Other Cinema")
    await bot.servers.save(other.id, ServerSettings(inline=True))
    await bot.catalogue.of(discord.guild.id).edits.apply([Change(Film(title="The Velvet Lighthouse"))], "1")
    assert (await discord.say(discord.channel, "[[velvet lighthouse]]")).embeds[0]["title"] == "The Velvet Lighthouse"
    await discord.say_in_vain(other.channels[0], "[[velvet lighthouse]]")


@pytest.mark.parametrize(("mature", "description"), [("show", "*40 minutes*"), ("bars", "||*40 minutes*||")])
async def test_a_film_for_adults_is_hidden_as_the_server_wants(
    bot: FilmBot, discord: FakeDiscord, mature: Literal["show", "bars"], description: str
) -> None:
    film = Film(title="Midnight Velvet", runtime=40, certificates=(Certificate(country="GB", label="18"),))
    await bot.catalogue.of(discord.guild.id).edits.apply([Change(film)], "1")
    await bot.servers.save(discord.guild.id, ServerSettings(inline=True, mature=mature))
    (embed,) = (await discord.say(discord.channel, "[[midnight velvet]]")).embeds
    assert (embed["title"], embed["description"]) == ("Midnight Velvet", description)
    await bot.servers.save(discord.guild.id, ServerSettings(inline=True, mature="refuse"))
    await discord.say_in_vain(discord.channel, "[[midnight velvet]]")


async def test_only_servers_that_want_it(bot: FilmBot, discord: FakeDiscord) -> None:
    other = await discord.add_guild("Other Cinema")
    await discord.say_in_vain(other.channels[0], "[[up]]")
    await bot.servers.save(other.id, ServerSettings(inline=True, channels=(discord.channel.id,)))
    await discord.say_in_vain(other.channels[0], "[[up]]")
