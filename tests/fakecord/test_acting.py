"""A user's actions reach a real discord.py bot, and its answers come back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import discord as dpy
import pytest
import pytest_asyncio

from tests.fakecord import FakeDiscord, File, running
from tests.fakecord.example_bot import ExampleBot


@pytest_asyncio.fixture
async def bot(discord: FakeDiscord) -> AsyncIterator[ExampleBot]:
    async with running(ExampleBot(discord), discord) as started:
        yield started


async def test_a_slash_command_is_answered(discord: FakeDiscord, bot: ExampleBot) -> None:
    response = await discord.slash("runtime", {"title": "dune-1984"})
    assert response.content == "Dune (1984): 95 minutes"
    assert not response.ephemeral
    assert response.allowed_mentions == {"parse": []}
    assert response.responded_in > 0
    assert response.message in discord.channel.messages.values()


async def test_autocomplete_returns_the_choices(discord: FakeDiscord, bot: ExampleBot) -> None:
    choices = await discord.autocomplete("runtime", "title", "dune")
    assert [(choice.name, choice.value) for choice in choices] == [
        ("Dune (1984)", "dune-1984"),
        ("Dune (2021)", "dune-2021"),
    ]
    assert await discord.autocomplete("runtime", "title", "no such film") == []


async def test_a_menu_changes_its_message(discord: FakeDiscord, bot: ExampleBot) -> None:
    asked = await discord.slash("find")
    assert asked.selects[0].labels == ["The Sessions (2012)", "Dune (1984)", "Dune (2021)"]
    answered = await discord.select(asked, "Dune (2021)")
    assert answered.updated
    assert answered.message is asked.message
    assert asked.content == "picked Dune (2021)"
    assert asked.components == []


async def test_a_dynamic_button_survives_a_restart(discord: FakeDiscord) -> None:
    async with running(ExampleBot(discord), discord):
        old = await discord.slash("runtime", {"title": "dune-1984"})
    async with running(ExampleBot(discord, sync=False), discord):
        response = await discord.click(old, "More")
    assert response.content == "more about The Sessions (2012)"
    assert response.ephemeral
    assert len(discord.syncs) == 1


async def test_a_form_is_filled_in_and_sent(discord: FakeDiscord, bot: ExampleBot) -> None:
    opened = await discord.slash("entry add", user=discord.moderator)
    assert opened.modal.title == "Add a film"
    response = await discord.submit_modal(opened, {"Title": "Amélie", "Kind": "Feature"})
    assert response.content == "added Amélie (Feature)"


async def test_a_deferred_answer_is_awaited_and_follow_ups_are_kept(discord: FakeDiscord, bot: ExampleBot) -> None:
    response = await discord.slash("slow")
    assert response.deferred
    assert response.content == "here it is"
    assert response.ephemeral
    assert not response.message.loading
    second = await response.followup()
    assert second.text == "and more\nDune\n1984"
    assert (await discord.slash("slow_edit")).content == "filled in"


async def test_components_v2_are_read(discord: FakeDiscord, bot: ExampleBot) -> None:
    response = await discord.slash("card")
    assert response.message.is_v2
    assert response.text == "# The Sessions\n95 minutes"
    assert (await discord.click(response, "More")).content == "more about The Sessions (2012)"


async def test_files_come_and_go(discord: FakeDiscord, bot: ExampleBot) -> None:
    response = await discord.slash("export")
    assert [(file.filename, file.content) for file in response.files] == [
        ("films.yaml", b"title: Dune"),
        ("poster.png", b"png"),
    ]
    assert (await discord.slash("read", {"file": File("a.txt", b"a film")})).content == "a film"


async def test_options_of_all_kinds_arrive(discord: FakeDiscord, bot: ExampleBot) -> None:
    response = await discord.slash("rating", {"board": "GB", "year": 2012, "by": discord.moderator})
    assert response.content == "GB 2012 mo"


async def test_context_menus_get_their_target(discord: FakeDiscord, bot: ExampleBot) -> None:
    message = await discord.post(discord.channel, "I saw Dune")
    assert (await discord.context_menu("Which film?", message)).content == "about: I saw Dune"
    assert (await discord.context_menu("Favourites", discord.moderator)).content == "of mo"


async def test_commands_know_where_they_are_used(discord: FakeDiscord, bot: ExampleBot) -> None:
    french = discord.add_user("amelie", locale="fr", guild=discord.guild)
    assert (await discord.slash("where", user=french)).content == f"[0] {discord.guild.id} fr"
    assert (await discord.slash("where", where=discord.dm())).content == "[1] None en-US"


async def test_the_one_who_asked_clicks(discord: FakeDiscord, bot: ExampleBot) -> None:
    stranger = discord.add_user("zoe", guild=discord.guild)
    private = await discord.slash("runtime", {"title": "x"}, where=discord.dm(stranger))
    clicked = await discord.click(private, "More")
    assert (private.interaction.user, clicked.interaction.user) == (stranger, stranger)
    assert [message.text for message in discord.sent][-1] == clicked.text
    assert not any(message.pings for message in discord.sent)


async def test_a_user_installed_command_works_where_the_bot_is_not(discord: FakeDiscord, bot: ExampleBot) -> None:
    assert (await discord.slash("runtime", {"title": "x"}, where=discord.private())).content == "x: 95 minutes"
    elsewhere = await discord.add_guild("Elsewhere", bot_is_in=False)
    response = await discord.slash("runtime", {"title": "x"}, where=elsewhere.channels[0])
    assert (await discord.click(response, "More")).content == "more about The Sessions (2012)"
    assert response.message.interaction_metadata
    assert response.message.interaction_metadata["authorizing_integration_owners"] == {"1": str(discord.user.id)}


async def test_where_the_bot_is_not_five_follow_ups_are_all(discord: FakeDiscord, bot: ExampleBot) -> None:
    seen: list[dpy.Interaction] = []

    async def keep(interaction: dpy.Interaction) -> None:
        seen.append(interaction)

    bot.add_listener(keep, "on_interaction")
    await discord.slash("runtime", {"title": "x"}, where=discord.private())
    for _ in range(5):
        await seen[0].followup.send("more")
    with pytest.raises(dpy.HTTPException) as refused:
        await seen[0].followup.send("too much")
    assert refused.value.code == 40094


async def test_two_users_at_once_get_their_own_replies(discord: FakeDiscord, bot: ExampleBot) -> None:
    mention = discord.bot.mention
    first, second = await asyncio.gather(
        discord.say(discord.channel, f"{mention} one"),
        discord.say(discord.channel, f"{mention} two", user=discord.moderator),
    )
    assert (first.text[-3:], second.text[-3:]) == ("one", "two")


async def test_a_mention_a_reply_and_a_private_message_are_answered(discord: FakeDiscord, bot: ExampleBot) -> None:
    reply = await discord.say(discord.channel, f"{discord.bot.mention} how long is Dune?")
    assert reply.text.endswith("how long is Dune?")
    assert reply.pings == []
    again = await discord.say(discord.channel, "and Alien?", reply_to=reply)
    assert again.text == "heard: and Alien?"
    assert (await discord.say(discord.dm(), "hello")).text == "heard: hello"
    assert discord.world.typing


async def test_other_messages_come_without_their_content(discord: FakeDiscord, bot: ExampleBot) -> None:
    await discord.say_in_vain(discord.channel, "only between us", within=0.05)
    await discord.say_in_vain(
        discord.channel, "a quiet reply", reply_to=await discord.post(discord.channel, "x"), within=0.05
    )
    assert set(bot.heard) == {""}


async def test_deletions_and_reactions_are_told(discord: FakeDiscord, bot: ExampleBot) -> None:
    message = await discord.post(discord.channel, "oops")
    await discord.react(message, "🎬")
    await discord.delete(message)
    await discord.say(discord.channel, f"{discord.bot.mention} done?")
    assert bot.heard[1:3] == ["reaction 🎬", f"deleted {message.id}"]
