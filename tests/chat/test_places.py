"""What a server has settled is kept to in all that the bot says there."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.chat.client import FilmBot
from bot.chat.places import NOWHERE
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.film import Certificate, Film, Role
from bot.knowledge.server_settings import ServerSettings
from tests.chat.conftest import Connected
from tests.fakecord import Channel, ChannelType, FakeDiscord
from tests.fakecord.flags import Permission

ADULT = Film(
    title="Midnight Velvet",
    year=1999,
    runtime=101,
    genres=("Erotic Drama",),
    certificates=(Certificate(country="GB", label="18"),),
    directors=("Odalys Ferncastle",),
    cast=tuple(Role(name=f"Dancer {n}", character=f"Guest {n}") for n in range(1, 41)),
    summary="Nights || in velvet.",
    plot="They dance.",
    reception="Loved.",
)

Settle = Callable[..., Awaitable[None]]


@pytest.fixture
async def settle(catalogue: Catalogue, bot: FilmBot, discord: FakeDiscord) -> Settle:
    """Changes settings of the server."""
    async with catalogue.edits.batch() as batch:
        await batch.put([ADULT])

    async def save(**settings: Any) -> None:
        await bot.servers.save(discord.guild.id, ServerSettings(**settings))

    return save


def secret(text: str) -> str:
    """What stands in front of the spoiler bars and after them."""
    return "".join(text.replace("\\|", "").split("||")[::2])


@pytest.fixture
def night(discord: FakeDiscord) -> Channel:
    """An age-restricted channel."""
    return discord.add_channel(discord.guild, "after-dark", nsfw=True)


async def test_plots_are_shown_at_once_where_a_server_wants_that(settle: Settle, discord: FakeDiscord) -> None:
    assert "women" not in secret((await discord.slash("plot", {"title": "the sessions"})).text)
    await settle(spoilers="show")
    assert "women" in secret((await discord.slash("plot", {"title": "the sessions"})).text)
    card = await discord.slash("film", {"title": "the sessions"})
    assert "women" in secret((await discord.click(card, "Plot")).text)
    assert "women" in secret((await discord.say(discord.channel, f"{discord.bot.mention} /plot the sessions")).text)
    assert "women" not in secret((await discord.slash("plot", {"title": "the sessions"}, where=discord.dm())).text)


async def test_films_for_adults_are_shown_unless_a_server_settles_it(settle: Settle, discord: FakeDiscord) -> None:
    assert "101 minutes" in secret((await discord.slash("runtime", {"title": "midnight velvet"})).text)


async def test_films_for_adults_behind_bars(settle: Settle, discord: FakeDiscord) -> None:
    await settle(mature="bars", spoilers="show")
    card = await discord.slash("film", {"title": "midnight velvet"})
    (embed,) = card.embeds
    assert embed["title"] == "Midnight Velvet (1999)"
    assert embed["description"] == "||Nights \\|\\| in velvet.||"
    assert all(secret(field["value"]) == "" for field in embed["fields"])
    cast = await discord.slash("cast", {"title": "midnight velvet"})
    await discord.click(cast, "Next (1 of 2)")
    said = await discord.say(discord.channel, f"{discord.bot.mention} how long is midnight velvet?")
    for shown in (await discord.click(card, "Plot"), cast, said):
        assert secret("".join(embed.get("description", "") for embed in shown.embeds)) == ""
    assert "||They dance.||" in (await discord.slash("plot", {"title": "midnight velvet"})).text
    assert "95 minutes" in secret((await discord.slash("runtime", {"title": "the sessions"})).text)


async def test_films_for_adults_are_refused_outside_age_restricted_channels(
    settle: Settle, discord: FakeDiscord
) -> None:
    card = await discord.slash("film", {"title": "midnight velvet"})
    cast = await discord.slash("cast", {"title": "midnight velvet"})
    await settle(mature="refuse")
    for response in (
        await discord.slash("runtime", {"title": "midnight velvet"}),
        await discord.slash("ask", {"question": "who plays Guest 3?"}),
        await discord.slash("ask", {"question": "which is longer, midnight velvet or the sessions?"}),
        await discord.click(card, "Cast"),
    ):
        assert response.ephemeral
        assert "Midnight Velvet (1999) is rated 18 in the United Kingdom" in response.text
        assert "101 minutes" not in response.text
        assert "Dancer" not in response.text
    await discord.click(cast, "Next (1 of 2)")
    assert "Dancer" not in cast.text
    assert (
        "101 minutes"
        not in (await discord.say(discord.channel, f"{discord.bot.mention} how long is midnight velvet?")).text
    )
    for listed in (
        await discord.slash("person", {"name": "Odalys Ferncastle"}),
        await discord.slash("ask", {"question": "films by Odalys Ferncastle"}),
    ):
        assert not listed.ephemeral
        assert "Midnight Velvet (1999)" in listed.text
    assert "95 minutes" in (await discord.slash("runtime", {"title": "the sessions"})).text
    for _ in range(5):
        drawn = await discord.slash("random", {"decade": "1999"})
        assert "Panic" in drawn.text


async def test_they_are_shown_in_age_restricted_channels(night: Channel, settle: Settle, discord: FakeDiscord) -> None:
    await settle(mature="refuse")
    assert "101 minutes" in (await discord.slash("runtime", {"title": "midnight velvet"}, where=night)).text
    assert "101 minutes" in (await discord.say(night, f"{discord.bot.mention} how long is midnight velvet?")).text


async def test_where_embeds_are_not_allowed_bars_stay(settle: Settle, discord: FakeDiscord) -> None:
    await settle(mature="bars")
    await discord.deny(discord.channel, int(Permission.EMBED_LINKS))
    said = await discord.say(discord.channel, f"{discord.bot.mention} midnight velvet")
    assert secret(said.content) == "**Midnight Velvet (1999)**\n"


async def test_a_server_may_keep_the_bot_to_some_channels(night: Channel, settle: Settle, discord: FakeDiscord) -> None:
    card = await discord.slash("film", {"title": "the sessions"})
    await settle(channels=(night.id,))
    for response in (
        await discord.slash("runtime", {"title": "the sessions"}),
        await discord.slash("ask", {"question": "how long is the sessions?"}),
        await discord.click(card, "Cast"),
    ):
        assert response.ephemeral
        assert night.mention in response.text
        assert "95 minutes" not in response.text
    await discord.say_in_vain(discord.channel, f"{discord.bot.mention} how long is the sessions?")
    assert "95" in (await discord.slash("runtime", {"title": "the sessions"}, where=night)).text
    assert "95" in (await discord.slash("runtime", {"title": "the sessions"}, where=discord.dm())).text
    assert (await discord.slash("help")).text
    await settle(channels=(1,))
    assert (await discord.slash("runtime", {"title": "the sessions"})).text == NOWHERE


async def test_a_thread_belongs_to_its_channel(discord: FakeDiscord, connected: Connected) -> None:
    night = discord.add_channel(discord.guild, "after-dark", nsfw=True)
    thread = discord.add_channel(discord.guild, "talk", ChannelType.PUBLIC_THREAD, parent=night)
    async with connected() as bot:
        await bot.servers.save(discord.guild.id, ServerSettings(channels=(night.id,), mature="refuse"))
        async with bot.catalogue.edits.batch() as batch:
            await batch.put([ADULT])
        assert "101" in (await discord.slash("runtime", {"title": "midnight velvet"}, where=thread)).text
        assert "101" in (await discord.say(thread, f"{discord.bot.mention} how long is midnight velvet?")).text
