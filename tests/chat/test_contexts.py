"""Where the bot is used: servers, direct messages, and wherever a person who installed it is."""

from bot.chat.client import FilmBot
from bot.knowledge.catalogue import Catalogue
from tests.chat.conftest import QuickBot
from tests.fakecord import FakeDiscord, running


async def test_in_direct_messages(bot: FilmBot, discord: FakeDiscord) -> None:
    assert "95" in (await discord.slash("runtime", {"title": "the sessions"}, where=discord.dm())).text


async def test_in_a_private_conversation_of_people(bot: FilmBot, discord: FakeDiscord) -> None:
    private = discord.private()
    asked = await discord.slash("runtime", {"title": "dune"}, where=private)
    chosen = await discord.select(asked, "Dune (1984) · David Lynch")
    assert "137" in (await chosen.followup()).text
    assert await discord.autocomplete("runtime", "title", "du", where=private)


async def test_in_a_server_the_bot_is_not_in(bot: FilmBot, discord: FakeDiscord) -> None:
    elsewhere = (await discord.add_guild("Elsewhere", bot_is_in=False)).channels[0]
    card = await discord.slash("film", {"title": "the sessions"}, where=elsewhere)
    assert "Hawkes" in (await discord.click(card, "Cast")).text
    pages = await discord.slash("cast", {"title": "mad crowd"}, where=elsewhere)
    await discord.click(pages, "Next (1 of 4)")
    assert "Player 21" in pages.text


async def test_only_needed_intents_are_asked_for(bot: FilmBot, discord: FakeDiscord) -> None:
    assert discord.gateway.identifies[0]["intents"] == (1 << 0) | (1 << 9) | (1 << 12)
    assert discord.gateway.identifies[0]["presence"]["game"]["state"] == "/help"


async def test_on_several_shards(catalogue: Catalogue) -> None:
    async with FakeDiscord(shards=3) as discord:
        guilds = [discord.guild] + [await discord.add_guild(f"Cinema {number}") for number in range(6)]
        bot = QuickBot(catalogue=catalogue, connector=discord.connector(), guild_ready_timeout=0.02)
        async with running(bot, discord):
            assert len(discord.gateway.identifies) == 3
            for guild in guilds:
                assert "95" in (await discord.slash("runtime", {"title": "the sessions"}, where=guild.channels[0])).text
            assert "95" in (await discord.say(discord.dm(), "how long is the sessions?")).text
        assert len(discord.syncs) == 1
