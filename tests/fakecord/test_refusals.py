"""What a real client would not send is refused, so that a test cannot pass on it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import discord as dpy
import pytest
import pytest_asyncio
from discord import ui

from tests.fakecord import FakeDiscord, Refused, running
from tests.fakecord.example_bot import ExampleBot


@pytest_asyncio.fixture
async def bot(discord: FakeDiscord) -> AsyncIterator[ExampleBot]:
    async with running(ExampleBot(discord), discord) as started:
        yield started


@pytest.mark.parametrize(
    ("path", "options", "reason"),
    [
        ("nothing", {}, "no command 'nothing' was synced"),
        ("runtime", {}, "missing"),
        ("runtime", {"title": ""}, "1 to 6000 characters"),
        ("runtime", {"title": 5}, "takes no int"),
        ("runtime", {"titel": "x"}, "no option 'titel'"),
        ("rating", {"board": "FSK", "year": 2012}, "takes one of"),
        ("rating", {"board": "US", "year": 1700}, "1888 to 2100"),
        ("rating", {"board": "US", "year": True}, "takes no bool"),
        ("entry add", {}, "lacks the permissions"),
    ],
)
async def test_a_command_no_client_would_send(
    discord: FakeDiscord, bot: ExampleBot, path: str, options: dict[str, Any], reason: str
) -> None:
    with pytest.raises(Refused, match=reason):
        await discord.slash(path, options)


async def test_a_command_that_was_not_synced(discord: FakeDiscord) -> None:
    async with running(ExampleBot(discord, sync=False), discord):
        with pytest.raises(Refused, match="synced"):
            await discord.slash("runtime", {"title": "x"})


async def test_a_command_outside_its_contexts(discord: FakeDiscord, bot: ExampleBot) -> None:
    with pytest.raises(Refused, match="direct messages"):
        await discord.slash("entry add", where=discord.dm(discord.moderator), user=discord.moderator)
    with pytest.raises(Refused, match="no user install"):
        await discord.slash("find", where=discord.private())
    stranger = discord.add_user("stranger")
    with pytest.raises(Refused, match="not in Cinema"):
        await discord.slash("find", user=stranger)


async def test_a_group_without_its_sub_command(discord: FakeDiscord, bot: ExampleBot) -> None:
    with pytest.raises(Refused, match="sub-command must be chosen"):
        await discord.slash("entry", user=discord.moderator)
    with pytest.raises(Refused, match="no sub-command"):
        await discord.slash("entry remove", user=discord.moderator)


async def test_an_option_without_autocomplete(discord: FakeDiscord, bot: ExampleBot) -> None:
    with pytest.raises(Refused, match="no autocomplete"):
        await discord.autocomplete("rating", "board", "U")


async def test_buttons_and_menus_that_are_not_there(discord: FakeDiscord, bot: ExampleBot) -> None:
    asked = await discord.slash("find")
    with pytest.raises(AssertionError, match="0 buttons match"):
        await discord.click(asked, "More")
    with pytest.raises(AssertionError, match="no option 'Alien'"):
        await discord.select(asked, "Alien")
    with pytest.raises(Refused, match="1 to 1 values"):
        await discord.select(asked, ["Dune (1984)", "Dune (2021)"])
    await discord.delete(asked)
    with pytest.raises(Refused, match="deleted"):
        await discord.select(asked, "Dune (1984)")


async def test_what_one_does_not_see_one_cannot_press(discord: FakeDiscord, bot: ExampleBot) -> None:
    @bot.tree.command()
    async def secret(interaction: dpy.Interaction) -> None:
        """A button for one."""
        view = ui.View(timeout=None)
        view.add_item(ui.Button(label="mine", custom_id="mine"))
        await interaction.response.send_message("x", view=view, ephemeral=True)

    await bot.tree.sync()
    response = await discord.slash("secret")
    with pytest.raises(Refused, match="does not see"):
        await discord.click(response, "mine", user=discord.moderator)
    with pytest.raises(Refused, match="is not where"):
        await discord.click(await discord.slash("card"), "More", user=discord.add_user("stranger"))
    with pytest.raises(Refused, match="is not where"):
        await discord.slash("where", where=discord.dm(), user=discord.moderator)


async def test_without_a_bot_nobody_answers(discord: FakeDiscord) -> None:
    async with running(ExampleBot(discord), discord):
        pass
    await discord.until(lambda: not discord.gateway.sessions)
    with pytest.raises(AssertionError, match="no bot is connected"):
        await discord.slash("where")


async def test_forms_filled_in_wrongly(discord: FakeDiscord, bot: ExampleBot) -> None:
    opened = await discord.slash("entry add", user=discord.moderator)
    with pytest.raises(Refused, match="no fields"):
        await discord.submit_modal(opened, {"Title": "x", "Kind": "Feature", "Year": "2012"})
    with pytest.raises(Refused, match="1 to 200 characters"):
        await discord.submit_modal(opened, {"Title": "x" * 201, "Kind": "Feature"})
    with pytest.raises(Refused, match="1 to 200 characters"):
        await discord.submit_modal(opened, {"Kind": "Feature"})
    with pytest.raises(Refused, match="must be answered"):
        await discord.submit_modal(opened, {"Title": "x"})
    with pytest.raises(AssertionError, match="opened no form"):
        _ = (await discord.slash("where")).modal
    with pytest.raises(AssertionError, match="with a form"):
        _ = opened.message


async def test_silence_is_noticed(discord: FakeDiscord, bot: ExampleBot) -> None:
    discord.patience = 0.05
    with pytest.raises(AssertionError, match="did not reply"):
        await discord.say(discord.channel, "nobody is asked")
    with pytest.raises(AssertionError, match="should have been silent"):
        await discord.say_in_vain(discord.dm(), "hello")
