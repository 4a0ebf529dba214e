"""Starting, stopping, and going on in spite of everything."""

import asyncio
import os
import signal
from typing import Any

import discord as dpy
import pytest
from discord import app_commands

from bot.chat import replies, running
from bot.chat.client import FilmBot
from bot.chat.replies import Reply
from bot.errors import SettingsError
from tests.chat.conftest import NewBot
from tests.fakecord import FakeDiscord


async def until(condition: Any) -> None:
    async with asyncio.timeout(5):
        while not condition():  # noqa: ASYNC110 - nothing tells
            await asyncio.sleep(0.01)


class SlowCommand:
    """A command /slow that is finished when the test says so."""

    def __init__(self) -> None:
        self.begun, self.finish = asyncio.Event(), asyncio.Event()
        self.bot: FilmBot | None = None

    def added_to(self, bot: FilmBot) -> FilmBot:
        """The bot with the command."""
        self.bot = bot
        bot.tree.add_command(app_commands.Command(name="slow", description="slow", callback=self._slow))
        return bot

    async def _slow(self, interaction: dpy.Interaction[Any]) -> None:
        await replies.answer(interaction, self._coming())

    async def _coming(self) -> Reply:
        self.begun.set()
        await self.finish.wait()
        return Reply(dpy.Embed(description="finished"))


async def test_a_stop_finishes_what_was_begun_and_begins_nothing(discord: FakeDiscord, new_bot: NewBot) -> None:
    stop, slow = asyncio.Event(), SlowCommand()
    serving = asyncio.create_task(running.serve(lambda: slow.added_to(new_bot()), discord.token, stop=stop))
    await until(lambda: "slow" in discord.commands and discord.gateway.sessions)
    answer = asyncio.create_task(discord.slash("slow"))
    await slow.begun.wait()
    stop.set()
    await until(lambda: slow.bot and slow.bot.work.closed)
    refused = await discord.slash("slow")
    assert refused.ephemeral
    assert "moment" in refused.text
    await discord.say_in_vain(discord.channel, f"{discord.bot.mention} the sessions")
    slow.finish.set()
    assert (await answer).text == "finished"
    await asyncio.wait_for(serving, 2)


async def test_a_stop_does_not_wait_for_ever(discord: FakeDiscord, new_bot: NewBot) -> None:
    stop, slow = asyncio.Event(), SlowCommand()
    serving = asyncio.create_task(running.serve(lambda: slow.added_to(new_bot()), discord.token, stop=stop, grace=0.1))
    await until(lambda: "slow" in discord.commands and discord.gateway.sessions)
    answer = asyncio.create_task(discord.slash("slow"))
    await slow.begun.wait()
    stop.set()
    await asyncio.wait_for(serving, 2)
    answer.cancel()
    slow.finish.set()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_signals_stop_it(discord: FakeDiscord, new_bot: NewBot, number: signal.Signals) -> None:
    serving = asyncio.create_task(running.serve(new_bot, discord.token))
    await until(lambda: discord.gateway.sessions)
    os.kill(os.getpid(), number)
    await asyncio.wait_for(serving, 2)


@pytest.mark.parametrize("token", ["", " \n"])
async def test_no_token_is_explained(new_bot: NewBot, token: str) -> None:
    with pytest.raises(SettingsError, match="DISCORD_TOKEN"):
        await running.serve(new_bot, token)


async def test_a_bad_token_is_explained(discord: FakeDiscord, new_bot: NewBot) -> None:
    with pytest.raises(SettingsError, match="does not accept the token"):
        await running.serve(new_bot, "wrong")


@pytest.mark.parametrize(("code", "words"), [(4004, "token"), (4014, "message-content intent"), (4013, "update")])
async def test_a_connection_that_discord_refuses_is_explained(
    discord: FakeDiscord, new_bot: NewBot, code: int, words: str
) -> None:
    serving = asyncio.create_task(running.serve(new_bot, discord.token))
    await until(lambda: discord.gateway.sessions)
    await discord.gateway.close(code)
    with pytest.raises(SettingsError, match=words) as raised:
        await asyncio.wait_for(serving, 2)
    assert str(raised.value).count(". ") == 0


async def test_a_malformed_event_does_not_end_it(discord: FakeDiscord, new_bot: NewBot) -> None:
    stop = asyncio.Event()
    serving = asyncio.create_task(running.serve(new_bot, discord.token, stop=stop, pause=0.01))
    await until(lambda: discord.gateway.sessions)
    await discord.gateway.dispatch("INTERACTION_CREATE", {"type": "nonsense"}, guild=discord.guild)
    await until(lambda: len(discord.gateway.identifies) == 2 and discord.gateway.sessions)
    assert "95" in (await discord.slash("runtime", {"title": "the sessions"})).text
    stop.set()
    await asyncio.wait_for(serving, 2)


async def test_an_outage_at_start_is_waited_for(discord: FakeDiscord, new_bot: NewBot) -> None:
    stop = asyncio.Event()
    discord.faults.cut("/users/@me", times=2)
    serving = asyncio.create_task(running.serve(new_bot, discord.token, stop=stop, pause=0.01))
    await until(lambda: discord.gateway.sessions)
    stop.set()
    await asyncio.wait_for(serving, 2)


async def test_it_can_be_stopped_while_it_waits(discord: FakeDiscord, new_bot: NewBot) -> None:
    stop = asyncio.Event()
    discord.faults.cut("/users/@me", times=99)
    serving = asyncio.create_task(running.serve(new_bot, discord.token, stop=stop, pause=30))
    await asyncio.sleep(0.3)
    stop.set()
    await asyncio.wait_for(serving, 2)
