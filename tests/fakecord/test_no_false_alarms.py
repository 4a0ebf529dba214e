"""What discord.py sends when it is used well is accepted, however unusual."""

from __future__ import annotations

import datetime
import io
from collections.abc import AsyncIterator
from typing import Any

import discord as dpy
import pytest_asyncio
from discord import app_commands, ui

from tests.fakecord import FakeDiscord, File, running
from tests.fakecord.client import Value
from tests.fakecord.example_bot import ExampleBot
from tests.fakecord.flags import Permission


@pytest_asyncio.fixture
async def bot(discord: FakeDiscord) -> AsyncIterator[ExampleBot]:
    async with running(ExampleBot(discord), discord) as started:
        yield started


async def channel_of(discord: FakeDiscord, bot: ExampleBot) -> dpy.TextChannel:
    channel = await bot.fetch_channel(discord.channel.id)
    assert isinstance(channel, dpy.TextChannel)
    return channel


async def test_a_full_embed_is_sent_and_edited(discord: FakeDiscord, bot: ExampleBot) -> None:
    channel = await channel_of(discord, bot)
    embed = dpy.Embed(title="Dune", url="https://example.org", description="x", color=dpy.Color.blue())
    embed.timestamp = datetime.datetime.now(datetime.UTC)
    embed.set_author(name="a", url="https://example.org", icon_url="https://example.org/i.png")
    embed.set_footer(text="f", icon_url="https://example.org/i.png")
    embed.set_thumbnail(url="https://example.org/t.png").set_image(url="attachment://p.png")
    embed.add_field(name="n", value="v", inline=False)
    poster = dpy.File(io.BytesIO(b"png"), "p.png", description="the poster")
    message = await channel.send("x", embeds=[embed], file=poster, silent=True, suppress_embeds=True, nonce=5)
    assert message.embeds[0].title == "Dune"
    message = await message.edit(content="y", attachments=[*message.attachments, dpy.File(io.BytesIO(b"x"), "b.txt")])
    assert [file.filename for file in message.attachments] == ["p.png", "b.txt"]
    message = await message.edit(attachments=[], embed=None, suppress=True)
    assert message.attachments == []
    assert message.content == "y"


async def test_every_button_and_menu_is_accepted(discord: FakeDiscord, bot: ExampleBot) -> None:
    channel = await channel_of(discord, bot)
    view = ui.View(timeout=None)
    view.add_item(ui.Button(label="link", url="https://example.org", emoji="🎬"))
    view.add_item(ui.Button(emoji="🎞️", style=dpy.ButtonStyle.danger, disabled=True))
    menus: list[ui.Item[Any]] = [
        ui.UserSelect(placeholder="who", default_values=[dpy.Object(discord.user.id)], max_values=25),
        ui.RoleSelect(),
        ui.MentionableSelect(),
        ui.ChannelSelect(channel_types=[dpy.ChannelType.text], min_values=0),
    ]
    for menu in menus:
        view.add_item(menu)
    message = await channel.send("x", view=view, reference=await channel.send("y"), mention_author=True)
    assert message.reference
    assert len(discord.channel.messages[message.id].selects) == 4


async def test_menus_of_people_bring_them(discord: FakeDiscord, bot: ExampleBot) -> None:
    picked: list[object] = []

    class People(ui.View):
        @ui.select(cls=ui.UserSelect, max_values=2)
        async def people(self, interaction: dpy.Interaction, menu: ui.UserSelect[Any]) -> None:
            picked.extend(menu.values)
            await interaction.response.defer()
            await interaction.edit_original_response(content="thanks", view=None)

    channel = await channel_of(discord, bot)
    sent = await channel.send("who?", view=People())
    response = await discord.select(discord.channel.messages[sent.id], [discord.user, discord.moderator])
    assert response.content == "thanks"
    assert response.updated
    assert [str(user) for user in picked] == ["ada", "mo"]


async def test_every_component_of_version_two_is_accepted(discord: FakeDiscord, bot: ExampleBot) -> None:
    channel = await channel_of(discord, bot)
    view = ui.LayoutView()
    view.add_item(ui.TextDisplay("# Dune"))
    view.add_item(ui.Section("one", "two", accessory=ui.Button(label="More", custom_id="x")))
    view.add_item(ui.Separator(visible=False, spacing=dpy.SeparatorSpacing.large))
    gallery = dpy.MediaGalleryItem("https://example.org/a.png", description="a", spoiler=True)
    view.add_item(ui.MediaGallery(gallery))
    row: ui.ActionRow[Any] = ui.ActionRow(ui.Select(options=[dpy.SelectOption(label="a", description="b", emoji="🎬")]))
    view.add_item(ui.Container(row, ui.File("attachment://f.txt"), accent_colour=dpy.Colour.red(), spoiler=True))
    message = await channel.send(view=view, file=dpy.File(io.BytesIO(b"x"), "f.txt"))
    await message.edit(view=ui.LayoutView().add_item(ui.TextDisplay("changed")))
    assert discord.channel.messages[message.id].text == "changed"


async def test_every_field_of_a_form_is_accepted(discord: FakeDiscord, bot: ExampleBot) -> None:
    got: list[object] = []

    class Everything(ui.Modal, title="Everything"):
        hello: ui.TextDisplay[Any] = ui.TextDisplay("Fill this in.")
        plot: ui.Label[Any] = ui.Label(
            text="Plot",
            description="with spoilers",
            component=ui.TextInput(style=dpy.TextStyle.paragraph, default="so far", required=False, placeholder="…"),
        )
        kind: ui.Label[Any] = ui.Label(
            text="Kind",
            component=ui.RadioGroup(options=[dpy.RadioGroupOption(label="a"), dpy.RadioGroupOption(label="b")]),
        )
        genres: ui.Label[Any] = ui.Label(
            text="Genres", component=ui.CheckboxGroup(options=[dpy.CheckboxGroupOption(label=x) for x in "xyz"])
        )
        file: ui.Label[Any] = ui.Label(text="File", component=ui.FileUpload(required=False))

        async def on_submit(self, interaction: dpy.Interaction[Any]) -> None:
            plot, kind, genres, file = (label.component for label in (self.plot, self.kind, self.genres, self.file))
            assert isinstance(plot, ui.TextInput)
            assert isinstance(kind, ui.RadioGroup)
            assert isinstance(genres, ui.CheckboxGroup)
            assert isinstance(file, ui.FileUpload)
            got.extend([plot.value, kind.value, genres.values, [await upload.read() for upload in file.values]])
            await interaction.response.send_message("thanks")

    @bot.tree.command()
    async def everything(interaction: dpy.Interaction) -> None:
        """Open it."""
        await interaction.response.send_modal(Everything())

    await bot.tree.sync()
    opened = await discord.slash("everything")
    assert opened.modal.values == {"Plot": "so far"}
    await discord.submit_modal(opened, {"Kind": "b", "Genres": ["x", "z"], "File": File("f", b"bytes")})
    assert got == ["so far", "b", ["x", "z"], [b"bytes"]]


async def test_every_kind_of_option_is_accepted(discord: FakeDiscord, bot: ExampleBot) -> None:
    class Translator(app_commands.Translator):
        async def translate(
            self, string: app_commands.locale_str, locale: dpy.Locale, context: app_commands.TranslationContextTypes
        ) -> str | None:
            return "spielfilm" if locale is dpy.Locale.german and string.message == "title" else None

    @bot.tree.command(nsfw=True)
    @app_commands.default_permissions(manage_guild=True)
    async def options(
        interaction: dpy.Interaction,
        title: app_commands.Range[str, 2, 100],
        score: app_commands.Range[float, 0.0, 10.0] | None,
        role: dpy.Role | None,
        channel: dpy.TextChannel | None,
        who: dpy.Member | dpy.Role | None,
        spoilers: bool = False,
    ) -> None:
        """All of them."""
        await interaction.response.send_message(f"{title} {score} {role} {channel} {who} {spoilers}")

    await bot.tree.set_translator(Translator())
    await bot.tree.sync()
    await bot.tree.sync(guild=dpy.Object(discord.guild.id))
    assert len(discord.syncs) == 3
    discord.channel.nsfw = True
    role = discord.guild.roles[1]
    values: dict[str, Value] = {
        "title": "Dune",
        "score": 7.5,
        "role": role,
        "channel": discord.channel,
        "who": role,
        "spoilers": True,
    }
    response = await discord.slash("options", values, user=discord.moderator)
    assert response.content == "Dune 7.5 Moderators general Moderators True"
    fetched = await bot.tree.fetch_command(int(discord.commands["runtime"]["id"]))
    await fetched.edit(description="changed")
    assert discord.commands["runtime"]["description"] == "changed"


async def test_a_poll_a_pin_and_a_thread_are_accepted(discord: FakeDiscord, bot: ExampleBot) -> None:
    discord.guild.members[discord.bot.id].roles.append(discord.add_role(discord.guild, "r", Permission.MANAGE_MESSAGES))
    channel = await channel_of(discord, bot)
    poll = dpy.Poll("Which film?", datetime.timedelta(hours=24))
    poll.add_answer(text="Dune", emoji="🎬").add_answer(text="Alien")
    message = await channel.send(poll=poll)
    assert message.poll
    assert [answer.text for answer in message.poll.answers] == ["Dune", "Alien"]
    await message.pin()
    assert [pinned.id async for pinned in channel.pins()] == [message.id]
    thread = await channel.create_thread(name="films", type=dpy.ChannelType.public_thread)
    room = discord.world.channels[thread.id]
    reply = await discord.say(room, f"{discord.bot.mention} here?")
    assert reply.channel is room


async def test_a_click_may_change_nothing(discord: FakeDiscord, bot: ExampleBot) -> None:
    class Seen(ui.View):
        @ui.button(label="ok")
        async def ok(self, interaction: dpy.Interaction, button: ui.Button[Any]) -> None:
            await interaction.response.defer()

    discord.patience = 0.05
    sent = await (await channel_of(discord, bot)).send("x", view=Seen())
    response = await discord.click(discord.channel.messages[sent.id], "ok")
    assert response.content == "x"
