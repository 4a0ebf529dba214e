"""Commands are uploaded when Discord does not have them, and only then."""

import json
from pathlib import Path

import pytest
from discord import app_commands

from bot.chat.client import SYNCED
from bot.chat.syncing import same
from tests.chat.conftest import Connected, NewBot
from tests.fakecord import FakeDiscord, running


async def test_nothing_is_uploaded_when_nothing_changed(discord: FakeDiscord, connected: Connected) -> None:
    for _ in range(3):
        async with connected():
            assert len(discord.syncs) == 1
    assert len([request for request in discord.requests if request.startswith("GET") and "commands" in request]) == 1


async def test_a_changed_definition_is_uploaded(discord: FakeDiscord, new_bot: NewBot, connected: Connected) -> None:
    async with connected():
        pass
    changed = new_bot()
    changed.tree.add_command(app_commands.Command(name="new", description="New", callback=_nothing))
    async with running(changed, discord):
        assert len(discord.syncs) == 2
        assert "new" in discord.commands
    async with connected():
        assert len(discord.syncs) == 3
        assert "new" not in discord.commands


@pytest.mark.parametrize(
    "content", [None, "", "no JSON", "[]", '{"digest": 1}', '{"application": 1, "digest": "x", "ids": []}']
)
async def test_discord_is_asked_when_it_is_not_known_what_it_has(
    discord: FakeDiscord, connected: Connected, tmp_path: Path, content: str | None
) -> None:
    async with connected():
        pass
    file = tmp_path / SYNCED
    file.unlink() if content is None else file.write_text(content)
    async with connected() as bot:
        assert len(discord.syncs) == 1
        assert bot.synced.ids["runtime"] == int(discord.commands["runtime"]["id"])
    assert json.loads(file.read_text())["digest"]


async def test_commands_are_shown_everywhere_but_tools_only_where_they_can_work(
    discord: FakeDiscord, connected: Connected
) -> None:
    async with connected():
        for command in discord.commands.values():
            tool = command["default_member_permissions"] is not None or command["name"] == "suggest"
            assert sorted(command["contexts"]) == ([0, 1] if tool else [0, 1, 2])
            assert sorted(command["integration_types"]) == ([0] if tool else [0, 1])


async def test_a_refused_upload_does_not_keep_the_bot_from_answering(
    discord: FakeDiscord, new_bot: NewBot, connected: Connected
) -> None:
    async with connected():
        pass
    changed = new_bot()
    changed.tree.add_command(app_commands.Command(name="new", description="New", callback=_nothing))
    discord.faults.fail("/applications/*/commands", 403, method="PUT")
    async with running(changed, discord):
        assert "95 minutes" in (await discord.slash("runtime", {"title": "the sessions"})).text
        assert "</runtime:" in (await discord.slash("help")).text


async def test_a_state_folder_that_cannot_be_written_is_no_obstacle(
    discord: FakeDiscord, new_bot: NewBot, tmp_path: Path
) -> None:
    (tmp_path / SYNCED).mkdir()
    for _ in range(2):
        async with running(new_bot(), discord):
            assert len(discord.syncs) == 1


def test_what_discord_adds_does_not_count() -> None:
    wanted = {"type": 1, "name": "film", "description": "x", "options": [], "nsfw": False, "contexts": [0, 1, 2]}
    there = {"id": "1", "version": "2", "name": "film", "description": "x", "contexts": [2, 0, 1], "nsfw": False}
    assert same([wanted], [there])
    assert not same([wanted], [there | {"description": "y"}])
    assert not same([wanted], [there | {"contexts": [0]}])
    assert not same([wanted], [])
    assert not same([wanted], [there, there | {"name": "old"}])
    option = {"type": 3, "name": "title", "description": "t", "required": True, "autocomplete": True}
    assert not same([wanted | {"options": [option]}], [there])
    assert same([wanted | {"options": [option]}], [there | {"options": [option | {"name_localizations": None}]}])


async def _nothing(interaction: object) -> None:
    """Do nothing."""
