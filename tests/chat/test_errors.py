"""What people see when something goes wrong, and what the log gets."""

import asyncio
import logging
import re
import sqlite3
from pathlib import Path

import discord as dpy
import pytest
from discord import app_commands

from bot.chat import errors, replies
from bot.chat.client import FilmBot
from bot.chat.replies import Reply
from bot.errors import BotError
from tests.chat.conftest import NewBot
from tests.fakecord import FakeDiscord, running

SECRET = "postgresql://user:password@host/films"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Promise an answer sooner than usual."""
    monkeypatch.setattr(replies, "PATIENCE", 0.05)


def add(bot: FilmBot, name: str, callback: object) -> None:
    """Give the bot one more command."""
    bot.tree.add_command(app_commands.Command(name=name, description=name, callback=callback))  # type: ignore[arg-type]


async def broken(interaction: dpy.Interaction[FilmBot]) -> None:
    """Fail before any answer."""
    raise RuntimeError(SECRET)


async def broken_late(interaction: dpy.Interaction[FilmBot]) -> None:
    """Fail after a deferral."""

    async def coming() -> Reply:
        await asyncio.sleep(replies.PATIENCE + 0.1)
        raise RuntimeError(SECRET)

    await replies.answer(interaction, coming())


async def refused(interaction: dpy.Interaction[FilmBot]) -> None:
    """Fail in a way a person can mend."""
    raise BotError("That file is too large. Send @everyone less than 1 MB.")


async def slow(interaction: dpy.Interaction[FilmBot]) -> None:
    """Answer late."""

    async def coming() -> Reply:
        await asyncio.sleep(replies.PATIENCE + 0.1)
        return Reply(dpy.Embed(description="at last"))

    await replies.answer(interaction, coming())


async def slow_and_private(interaction: dpy.Interaction[FilmBot]) -> None:
    """Answer late, to one person."""

    async def coming() -> Reply:
        await asyncio.sleep(replies.PATIENCE + 0.1)
        return Reply(dpy.Embed(description="between us"), private=True)

    await replies.answer(interaction, coming())


async def test_the_unexpected_is_logged_under_an_id_the_person_sees(
    discord: FakeDiscord, new_bot: NewBot, caplog: pytest.LogCaptureFixture
) -> None:
    bot = new_bot()
    add(bot, "broken", broken)
    async with running(bot, discord):
        response = await discord.slash("broken")
    assert response.ephemeral
    assert "password" not in response.text
    assert "RuntimeError" not in response.text
    found = re.search(r"`([0-9a-f]{8})`", response.text)
    assert found
    records = [record for record in caplog.records if found[1] in record.getMessage()]
    assert len(records) == 1
    assert records[0].exc_info


@pytest.mark.usefixtures("impatient")
async def test_a_late_failure_replaces_the_promise_of_an_answer(discord: FakeDiscord, new_bot: NewBot) -> None:
    bot = new_bot()
    add(bot, "broken", broken_late)
    async with running(bot, discord):
        response = await discord.slash("broken")
        assert response.deferred
        assert response.ephemeral
        assert "password" not in response.text


async def test_what_a_person_can_mend_is_told_to_that_person(
    discord: FakeDiscord, new_bot: NewBot, caplog: pytest.LogCaptureFixture
) -> None:
    bot = new_bot()
    add(bot, "refused", refused)
    async with running(bot, discord):
        response = await discord.slash("refused")
    assert response.ephemeral
    assert response.text == "That file is too large. Send @\u200beveryone less than 1 MB."
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


@pytest.mark.usefixtures("impatient")
async def test_a_slow_answer_is_promised_in_time(discord: FakeDiscord, new_bot: NewBot) -> None:
    bot = new_bot()
    add(bot, "slow", slow)
    add(bot, "private", slow_and_private)
    async with running(bot, discord):
        public, private = await asyncio.gather(discord.slash("slow"), discord.slash("private"))
        assert public.deferred
        assert public.text == "at last"
        assert not public.ephemeral
        assert private.text == "between us"
        assert private.ephemeral


async def test_a_failing_button_tells_who_pressed_it(
    bot: FilmBot, discord: FakeDiscord, caplog: pytest.LogCaptureFixture
) -> None:
    card = await discord.slash("film", {"title": "the sessions"})
    discord.faults.fail("/interactions/*/callback", 403)
    response = await discord.click(card, "Cast")
    assert response.ephemeral
    assert re.search(r"`[0-9a-f]{8}`", response.text)


async def test_a_command_the_bot_no_longer_has_is_explained(discord: FakeDiscord, new_bot: NewBot) -> None:
    bot = new_bot()
    add(bot, "gone", slow)
    async with running(bot, discord):
        bot.tree.remove_command("gone")
        response = await discord.slash("gone")
    assert response.ephemeral
    assert response.text == errors.OUTDATED


async def test_an_expired_interaction_is_no_error(
    bot: FilmBot, discord: FakeDiscord, caplog: pytest.LogCaptureFixture
) -> None:
    discord.answer_within = 0.1
    discord.faults.delay("/interactions/*/callback", 0.3)
    with pytest.raises(AssertionError):
        await discord.slash("runtime", {"title": "the sessions"})
    await asyncio.sleep(0.5)
    discord.take_violations()
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]
    discord.answer_within = 3
    assert "95" in (await discord.slash("runtime", {"title": "the sessions"})).text


async def test_a_rate_limit_is_waited_for(bot: FilmBot, discord: FakeDiscord) -> None:
    discord.faults.rate_limit("/interactions/*/callback", 0.05)
    assert "95" in (await discord.slash("runtime", {"title": "the sessions"})).text


async def test_a_cut_connection_is_told_or_logged(
    bot: FilmBot, discord: FakeDiscord, caplog: pytest.LogCaptureFixture
) -> None:
    discord.faults.cut("/interactions/*/callback")
    response = await discord.slash("runtime", {"title": "the sessions"})
    assert response.ephemeral
    assert re.search(r"`[0-9a-f]{8}`", response.text)
    card = await discord.slash("film", {"title": "the sessions"})
    discord.answer_within = 0.2
    discord.faults.cut("/interactions/*/callback", times=2)
    with pytest.raises(AssertionError):
        await discord.click(card, "Cast")
    discord.take_violations()
    assert "could not say" in caplog.text


async def test_a_server_error_is_tried_again(bot: FilmBot, discord: FakeDiscord) -> None:
    discord.faults.fail("/interactions/*/callback", 500)
    assert "95" in (await discord.slash("runtime", {"title": "the sessions"})).text


async def test_a_broken_database_is_no_business_of_those_who_chat(
    bot: FilmBot, discord: FakeDiscord, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with sqlite3.connect(tmp_path / "films.db") as database:
        database.execute("drop table films")
    database.close()
    said = await discord.say(discord.dm(), "runtime of dune-1984")
    typed = await discord.slash("runtime", {"title": "dune-1984"})
    assert typed.ephemeral
    for text in (said.text, typed.text):
        found = re.search(r"`([0-9a-f]{8})`", text)
        assert found
        assert found[1] in caplog.text
        assert "films.db" not in text
        assert "table" not in text
