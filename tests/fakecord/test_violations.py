"""What a bot does wrong is refused as Discord would, and fails the test."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import discord as dpy
import pytest
import pytest_asyncio
from discord import app_commands, ui
from discord.http import Route

from tests.fakecord import FakeDiscord, running
from tests.fakecord.example_bot import ExampleBot
from tests.fakecord.openapi import find_description, load

Payload = dict[str, Any]


@pytest_asyncio.fixture
async def discord() -> AsyncIterator[FakeDiscord]:
    """A local Discord that waits a shorter time for answers."""
    async with FakeDiscord(answer_within=0.3, patience=0.3) as fake:
        yield fake


@pytest_asyncio.fixture
async def bot(discord: FakeDiscord) -> AsyncIterator[ExampleBot]:
    async with running(ExampleBot(discord), discord) as started:
        yield started


async def test_a_violation_fails_the_test_at_its_end() -> None:
    fake = FakeDiscord()
    with pytest.raises(AssertionError, match=r"broke Discord's rules:\n- one\n- two"):
        async with fake:
            fake.world.violations += ["one", "two"]
    with pytest.raises(ZeroDivisionError):
        async with fake:
            _ = 1 / 0
    fake.take_violations()
    async with fake:
        pass


async def refused(discord: FakeDiscord, bot: ExampleBot, body: Payload) -> str:
    """Send the message, which must be refused; what was wrong."""
    route = Route("POST", "/channels/{channel_id}/messages", channel_id=discord.channel.id)
    with pytest.raises(dpy.HTTPException) as error:
        await bot.http.request(route, json=body)
    assert error.value.status == 400
    assert error.value.code == 50035
    assert discord.channel.messages == {}
    return "; ".join(discord.take_violations())


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ({"content": "x" * 2001}, "2001"),
        ({"content": ""}, "an empty message"),
        ({"embeds": [{"title": "x" * 257}]}, "257"),
        ({"embeds": [{"description": "x" * 3001}, {"description": "x" * 3000}]}, "over all embeds"),
        ({"content": "x", "flags": 1 << 15, "components": [{"type": 10, "content": "y"}]}, "V2 with content"),
        ({"embeds": "Dune"}, "another shape"),
        ({"content": "x", "embeds": [{"image": {"url": "attachment://poster.png"}}]}, "not among the files"),
    ],
)
async def test_a_bad_message_is_refused_and_noted(
    discord: FakeDiscord, bot: ExampleBot, body: Payload, problem: str
) -> None:
    assert problem in await refused(discord, bot, body)


@pytest.mark.skipif(find_description() is None, reason="Discord's OpenAPI description is not at hand")
@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ({"content": 5}, "content"),
        ({"content": "x", "colour": 5}, "colour"),
        ({"content": "x", "embeds": [{"title": "x", "colour": 5}]}, "embeds/0"),
        (
            {
                "content": "x",
                "components": [{"type": 1, "components": [{"type": 2, "style": 99, "custom_id": "x", "label": "y"}]}],
            },
            "components/0/components/0/style",
        ),
        (
            {"content": "x", "components": [{"type": 1, "components": [{"type": 3, "custom_id": "x"}]}]},
            '"options" is a required property',
        ),
        ({"content": "x", "components": [{"type": 99}]}, "components/0/type"),
        ({"content": "x", "message_reference": {"channel_id": 1}}, "message_id"),
    ],
)
async def test_discords_description_is_obeyed(
    discord: FakeDiscord, bot: ExampleBot, body: Payload, problem: str
) -> None:
    assert problem in await refused(discord, bot, body)


def test_the_description_takes_what_discord_py_sends() -> None:
    path = find_description()
    if path is None:
        pytest.skip("Discord's OpenAPI description is not at hand")
    description = load(path)
    commands = "/applications/{application_id}/commands"
    command = {"name": "film", "description": "x", "type": 1, "nsfw": False, "options": [], "contexts": [0]}
    assert description.problems("PUT", commands, [command]) == []
    assert description.problems("PUT", commands, [command | {"colour": 1}])
    message = {"content": "x", "message_reference": {"message_id": 5, "channel_id": "6"}}
    assert description.problems("POST", "/channels/{channel_id}/messages", message) == []
    role = {"permissions": "8", "name": "x"}
    assert description.problems("POST", "/guilds/{guild_id}/roles", role) == []
    assert description.problems("POST", "/guilds/{guild_id}/roles", role | {"permissions": "many"})
    assert description.problems("POST", "/no/such/route", {"anything": 1}) == []


async def test_without_the_description_the_own_limits_are_checked() -> None:
    async with FakeDiscord(description=None) as discord, running(ExampleBot(discord), discord) as bot:
        assert (await discord.slash("where")).content
        assert "2001" in await refused_in_dm(discord, bot, {"content": "x" * 2001})


async def refused_in_dm(discord: FakeDiscord, bot: ExampleBot, body: Payload) -> str:
    route = Route("POST", "/channels/{channel_id}/messages", channel_id=discord.dm().id)
    with pytest.raises(dpy.HTTPException):
        await bot.http.request(route, json=body)
    return "; ".join(discord.take_violations())


async def test_a_file_too_many_or_not_described(discord: FakeDiscord, bot: ExampleBot) -> None:
    form: list[dict[str, Any]] = [
        {"name": "payload_json", "value": '{"attachments": [{"id": 0, "filename": "a"}, {"id": 1, "filename": "b"}]}'},
        {"name": "files[0]", "value": b"x", "filename": "a", "content_type": "application/octet-stream"},
    ]
    route = Route("POST", "/channels/{channel_id}/messages", channel_id=discord.channel.id)
    with pytest.raises(dpy.HTTPException):
        await bot.http.request(route, form=form)
    assert "do not match the files" in discord.take_violations()[0]


async def test_an_unknown_route_is_noted(discord: FakeDiscord, bot: ExampleBot) -> None:
    with pytest.raises(dpy.NotFound):
        await bot.http.request(Route("GET", "/films/the-sessions"))
    assert discord.take_violations() == ["unknown route GET discord.com/api/v10/films/the-sessions"]


async def test_an_unanswered_interaction_is_noted(discord: FakeDiscord, bot: ExampleBot) -> None:
    with pytest.raises(AssertionError, match=r"/silent was not answered within 0\.3 s"):
        await discord.slash("silent")
    assert discord.take_violations() == ["/silent was not answered within 0.3 s"]


async def test_an_answer_that_comes_too_late_finds_no_interaction(discord: FakeDiscord, bot: ExampleBot) -> None:
    errors: list[int] = []

    @bot.tree.command()
    async def late(interaction: dpy.Interaction) -> None:
        """Answer too late."""
        await asyncio.sleep(0.4)
        try:
            await interaction.response.send_message("at last")
        except dpy.HTTPException as error:
            errors.append(error.code)

    await bot.tree.sync()
    with pytest.raises(AssertionError, match="not answered"):
        await discord.slash("late")
    await asyncio.sleep(0.2)
    assert errors == [10062]
    discord.take_violations()


async def test_answering_twice_is_noted(discord: FakeDiscord, bot: ExampleBot) -> None:
    codes: list[int] = []

    @bot.tree.command()
    async def twice(interaction: dpy.Interaction) -> None:
        """Answer twice."""
        await interaction.response.send_message("one")
        interaction.response._response_type = None
        try:
            await interaction.response.send_message("two")
        except dpy.HTTPException as error:
            codes.append(error.code)

    await bot.tree.sync()
    await discord.slash("twice")
    await asyncio.sleep(0.05)
    assert codes == [40060]
    assert discord.take_violations() == ["/twice was answered twice"]


async def test_a_deferral_that_is_never_filled_in_is_noted(discord: FakeDiscord, bot: ExampleBot) -> None:
    @bot.tree.command()
    async def think(interaction: dpy.Interaction) -> None:
        """Think for ever."""
        await interaction.response.defer()

    await bot.tree.sync()
    with pytest.raises(AssertionError, match="deferred but never filled in"):
        await discord.slash("think")
    assert discord.take_violations() == ["/think was deferred but never filled in"]


async def test_a_follow_up_before_the_answer_is_noted(discord: FakeDiscord, bot: ExampleBot) -> None:
    @bot.tree.command()
    async def hasty(interaction: dpy.Interaction) -> None:
        """Follow up first."""
        try:
            await interaction.followup.send("too early")
        except dpy.NotFound:
            await interaction.response.send_message("now")

    await bot.tree.sync()
    assert (await discord.slash("hasty")).content == "now"
    assert discord.take_violations() == ["/hasty got a follow-up before its first answer"]


@pytest.mark.parametrize(
    ("choices", "problem"),
    [
        ([app_commands.Choice(name="x", value=str(n)) for n in range(26)], "26 choices"),
        ([app_commands.Choice(name="x", value="x" * 101)], "101"),
        ([app_commands.Choice(name="x" * 101, value="x")], "101"),
    ],
)
async def test_bad_suggestions_are_refused_and_noted(
    discord: FakeDiscord, bot: ExampleBot, choices: list[app_commands.Choice[str]], problem: str
) -> None:
    @bot.tree.command()
    async def complete(interaction: dpy.Interaction, title: str) -> None:
        """Complete."""

    @complete.autocomplete("title")
    async def titles(interaction: dpy.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return choices

    await bot.tree.sync()
    with pytest.raises(AssertionError, match="not answered"):
        await discord.autocomplete("complete", "title", "x")
    assert problem in discord.take_violations()[0]


async def test_an_answer_of_the_wrong_kind_is_noted(discord: FakeDiscord, bot: ExampleBot) -> None:
    @bot.tree.command()
    async def wrong(interaction: dpy.Interaction, title: str) -> None:
        """Defer with content."""
        ids: dict[str, Any] = {"interaction_id": interaction.id, "interaction_token": interaction.token}
        route = Route("POST", "/interactions/{interaction_id}/{interaction_token}/callback", **ids)
        await bot.http.request(route, json={"type": 5, "data": {"content": "x"}})

    @wrong.autocomplete("title")
    async def titles(interaction: dpy.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        await interaction.response.send_message("this one?")
        return []

    await bot.tree.sync()
    with pytest.raises(AssertionError, match="answer of type 4 to autocomplete of /wrong title"):
        await discord.autocomplete("wrong", "title", "x")
    with pytest.raises(AssertionError, match="a deferral that already holds"):
        await discord.slash("wrong", {"title": "x"})
    discord.take_violations()


async def test_bad_commands_are_refused_and_noted(discord: FakeDiscord, bot: ExampleBot) -> None:
    before = discord.commands
    application = discord.bot.id
    bad = {"name": "Film", "description": "x", "type": 1}
    option = {"name": "a", "type": 3, "description": "x"}
    mixed = {
        "name": "film",
        "description": "x",
        "type": 1,
        "options": [option, option | {"name": "b", "required": True}],
    }
    for command, problem in ((bad, "capitals"), (mixed, "after an optional one")):
        with pytest.raises(dpy.HTTPException):
            await bot.http.bulk_upsert_global_commands(application, [command])
        assert problem in "; ".join(discord.take_violations())
    assert discord.commands == before


async def test_a_bad_form_and_a_bad_menu_are_refused_and_noted(discord: FakeDiscord, bot: ExampleBot) -> None:
    @bot.tree.command()
    async def form(interaction: dpy.Interaction) -> None:
        """Open a form with a long title."""
        modal = ui.Modal(title="x" * 46)
        modal.add_item(ui.TextInput(label="Title"))
        await interaction.response.send_modal(modal)

    @bot.tree.command()
    async def menu(interaction: dpy.Interaction) -> None:
        """Send two buttons with one custom_id."""
        view = ui.View()
        view.add_item(ui.Button(label="a", custom_id="same"))
        view.add_item(ui.Button(label="b", custom_id="same"))
        await interaction.response.send_message("x", view=view)

    await bot.tree.sync()
    for name, problem in (("form", "46"), ("menu", "used 2 times")):
        with pytest.raises(AssertionError, match="not answered"):
            await discord.slash(name)
        assert problem in "; ".join(discord.take_violations())


async def test_a_presence_over_the_limit_is_noted(discord: FakeDiscord, bot: ExampleBot) -> None:
    await bot.change_presence(activity=dpy.Game("x" * 129))
    await discord.say(discord.dm(), "hi")
    assert "presence" in discord.take_violations()[0]


def test_pings_follow_allowed_mentions(discord: FakeDiscord) -> None:
    from tests.fakecord import Message

    text = f"@everyone {discord.user.mention} <@&{discord.guild.roles[1].id}>"
    message = Message(1, discord.channel, discord.bot, text)
    assert message.pings == ["@everyone", discord.user.mention, discord.guild.roles[1].mention]
    message.allowed_mentions = {"parse": []}
    assert message.pings == []
    message.allowed_mentions = {"parse": [], "users": [str(discord.user.id)]}
    assert message.pings == [discord.user.mention]
