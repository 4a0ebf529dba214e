"""Ordinary messages: which are answered, how, and which are left alone."""

import asyncio

import pytest

from bot.chat.client import FilmBot
from tests.chat.conftest import LONG_ID, Connected
from tests.fakecord import FakeDiscord
from tests.fakecord.flags import ChannelType, Permission


async def test_a_mention_is_answered_without_a_ping(bot: FilmBot, discord: FakeDiscord) -> None:
    reply = await discord.say(discord.channel, f"{discord.bot.mention} how long is the sessions?")
    assert "The Sessions (2012) runs 95 minutes" in reply.text
    assert reply.reference is not None
    assert reply.pings == []
    assert reply.embeds


@pytest.mark.parametrize(
    "text",
    [
        "{me} /runtime the sessions",
        "{me} runtime of `The Sessions`",
        "how long is the sessions {me}",
        "{me}: the sessions runtime",
    ],
)
async def test_the_mention_may_stand_anywhere(bot: FilmBot, discord: FakeDiscord, text: str) -> None:
    assert "95 minutes" in (await discord.say(discord.channel, text.format(me=discord.bot.mention))).text


async def test_a_mention_alone_gets_a_pointer(bot: FilmBot, discord: FakeDiscord) -> None:
    assert "</help:" in (await discord.say(discord.channel, discord.bot.mention)).text


@pytest.mark.parametrize(
    "text",
    [
        "how long is the sessions?",
        "{me} good morning everyone",
        "`{me} how long is the sessions?`",
        "```\n{me} how long is the sessions?\n```",
        "> {me} how long is the sessions?\nha",
        "ha\n>>> look\n{me} how long is the sessions?",
    ],
)
async def test_other_messages_are_left_alone(bot: FilmBot, discord: FakeDiscord, text: str) -> None:
    await discord.say_in_vain(discord.channel, text.format(me=discord.bot.mention))


async def test_bots_are_left_alone(bot: FilmBot, discord: FakeDiscord) -> None:
    other = discord.world.add_user("otherbot", bot=True)
    discord.guild.add_member(other)
    await discord.say_in_vain(discord.channel, f"{discord.bot.mention} how long is the sessions?", user=other)


async def test_a_reply_to_the_bot_is_a_question(bot: FilmBot, discord: FakeDiscord) -> None:
    first = await discord.say(discord.channel, f"{discord.bot.mention} how long is the sessions?")
    second = await discord.say(discord.channel, "who directed the sessions?", reply_to=first)
    assert "Ben Lewin" in second.text
    await discord.say_in_vain(discord.channel, "thanks!", reply_to=first)


async def test_a_conversation_knows_what_it_is_about(bot: FilmBot, discord: FakeDiscord) -> None:
    first = await discord.say(discord.channel, f"{discord.bot.mention} how long is the sessions?")
    assert "Ben Lewin" in (await discord.say(discord.channel, "who directed it?", reply_to=first)).text
    menu = await discord.say(discord.dm(), "how long is dune?")
    assert "137" in (await discord.say(discord.dm(), "the 1984 one")).text
    await discord.select(menu, "Dune (2021) · Denis Villeneuve")
    assert "Villeneuve" in (await discord.say(discord.dm(), "who directed it?")).text
    await discord.slash("film", {"title": "up"}, where=discord.dm())
    assert "96 minutes" in (await discord.say(discord.dm(), "how long is it?")).text


async def test_conversations_of_others_are_their_own(bot: FilmBot, discord: FakeDiscord) -> None:
    first = await discord.say(discord.channel, f"{discord.bot.mention} how long is the sessions?")
    reply = await discord.say(discord.channel, "/director it", reply_to=first, user=discord.moderator)
    assert "Ben Lewin" not in reply.text


async def test_in_private_no_mention_is_needed(bot: FilmBot, discord: FakeDiscord) -> None:
    assert "95 minutes" in (await discord.say(discord.dm(), "how long is the sessions?")).text
    assert "95 minutes" in (await discord.say(discord.dm(), "/runtime the sessions")).text
    assert "</help:" in (await discord.say(discord.dm(), "good morning")).text


async def test_commands_that_only_discord_can_send_are_pointed_to(bot: FilmBot, discord: FakeDiscord) -> None:
    for text in ("/settings show", "/help"):
        reply = await discord.say(discord.dm(), text)
        assert f"<{text}:" in reply.text
        assert "no command" not in reply.text
    assert "no command" in (await discord.say(discord.dm(), "/blorp")).text


async def test_nearest_films_and_menus_come_by_message_too(bot: FilmBot, discord: FakeDiscord) -> None:
    reply = await discord.say(discord.dm(), "/runtime the possessions of")
    await discord.click(reply, "The Sessions (2012)")
    assert "95 minutes" in reply.text
    assert reply.buttons == []
    menu = await discord.say(discord.dm(), "runtime of dune")
    await discord.select(menu, "Dune (2021) · Denis Villeneuve")
    assert "155 minutes" in menu.text


@pytest.mark.parametrize("text", ["@everyone **x**", "x" * 2000, "||a|| <@&1>", "שלום \u202e", "🏴‍☠️" * 100, "\\"])
async def test_whatever_is_said_pings_nobody(bot: FilmBot, discord: FakeDiscord, text: str) -> None:
    reply = await discord.say(discord.channel, f"{discord.bot.mention} /runtime {text}"[:2000])
    assert reply.pings == []
    assert "@everyone" not in reply.text


async def test_where_embeds_are_not_allowed_it_says_it_in_words(discord: FakeDiscord, connected: Connected) -> None:
    discord.channel.denied = int(Permission.EMBED_LINKS)
    async with connected():
        reply = await discord.say(discord.channel, f"{discord.bot.mention} the sessions")
        assert reply.embeds == []
        assert "**The Sessions (2012)**" in reply.content
        assert "John Hawkes" in (await discord.click(reply, "Cast")).text
        long = await discord.say(discord.channel, f"{discord.bot.mention} {LONG_ID}")
        assert len(long.content) <= 2000
        plot = await discord.say(discord.channel, f"{discord.bot.mention} /plot {LONG_ID}")
        assert len(plot.content) <= 2000
        assert plot.content.endswith("||")
        assert plot.content.count("||") == 2


async def test_where_it_may_not_speak_it_does_not_try(discord: FakeDiscord, connected: Connected) -> None:
    discord.channel.denied = int(Permission.SEND_MESSAGES)
    async with connected():
        await discord.say_in_vain(discord.channel, f"{discord.bot.mention} how long is the sessions?")
    assert not [request for request in discord.requests if request.startswith("POST") and "messages" in request]


async def test_in_a_thread(discord: FakeDiscord, connected: Connected) -> None:
    thread = discord.add_channel(discord.guild, "talk", ChannelType.PUBLIC_THREAD, parent=discord.channel)
    async with connected():
        reply = await discord.say(thread, f"{discord.bot.mention} how long is the sessions?")
        assert reply.embeds


async def test_a_reply_goes_with_its_question(bot: FilmBot, discord: FakeDiscord) -> None:
    reply = await discord.say(discord.channel, f"{discord.bot.mention} how long is the sessions?")
    other = await discord.say(discord.channel, f"{discord.bot.mention} who directed the sessions?")
    assert reply.reference
    await discord.delete(reply.reference)
    async with asyncio.timeout(2):
        while not reply.deleted:  # noqa: ASYNC110 - nothing tells
            await asyncio.sleep(0.01)
    assert not other.deleted


async def test_a_deleted_question_does_no_harm(bot: FilmBot, discord: FakeDiscord) -> None:
    message = await discord.post(discord.channel, f"{discord.bot.mention} how long is the sessions?")
    await discord.delete(message)
    assert "95" in (await discord.say(discord.channel, f"{discord.bot.mention} how long is the sessions?")).text
