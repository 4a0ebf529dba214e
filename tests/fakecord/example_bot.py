"""A small discord.py bot that uses everything the local Discord plays, for the local Discord's own tests."""

from __future__ import annotations

import io
import re
from typing import Any, Self

import discord
from discord import app_commands, ui
from discord.ext import commands

from tests.fakecord import FakeDiscord

Interaction = discord.Interaction["ExampleBot"]

FILMS = {"the-sessions-2012": "The Sessions (2012)", "dune-1984": "Dune (1984)", "dune-2021": "Dune (2021)"}
everywhere = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)
both_installs = app_commands.AppInstallationType(guild=True, user=True)


class More(ui.DynamicItem[ui.Button[Any]], template=r"more:(?P<film>[a-z0-9-]+)"):
    """A button that carries the film's id, so that it works after a restart."""

    def __init__(self, film: str) -> None:
        super().__init__(ui.Button(label="More", custom_id=f"more:{film}"))
        self.film = film

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(match["film"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        await interaction.response.send_message(f"more about {FILMS[self.film]}", ephemeral=True)


class Menu(ui.View):
    """A menu of films that turns its message into the answer."""

    @ui.select(options=[discord.SelectOption(label=title, value=film) for film, title in FILMS.items()])
    async def pick(self, interaction: Interaction, menu: ui.Select[Menu]) -> None:
        await interaction.response.edit_message(content=f"picked {FILMS[menu.values[0]]}", view=None)


class Entry(ui.Modal, title="Add a film"):
    """A form with a text and a choice."""

    name = ui.Label["Entry"](text="Title", component=ui.TextInput(max_length=200))
    kind = ui.Label["Entry"](
        text="Kind",
        component=ui.Select(options=[discord.SelectOption(label="Feature"), discord.SelectOption(label="Short")]),
    )

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        title, kind = self.name.component, self.kind.component
        assert isinstance(title, ui.TextInput)
        assert isinstance(kind, ui.Select)
        await interaction.response.send_message(f"added {title.value} ({kind.values[0]})", ephemeral=True)


class Card(ui.LayoutView):
    """A card in Components V2."""

    def __init__(self) -> None:
        super().__init__(timeout=None)
        poster = ui.Thumbnail[Card]("https://example.org/poster.png", description="the poster")
        section = ui.Section[Card](ui.TextDisplay("# The Sessions"), accessory=poster)
        self.add_item(ui.Container(section, ui.Separator(), ui.TextDisplay("95 minutes"), accent_color=0x336699))
        row = ui.ActionRow[Card]()
        row.add_item(More("the-sessions-2012"))
        self.add_item(row)


class ExampleBot(commands.AutoShardedBot):
    """The bot; `sync=False` starts it without uploading its commands."""

    def __init__(self, fake: FakeDiscord, *, sync: bool = True, **options: Any) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,
            connector=fake.connector(),
            guild_ready_timeout=0.02,
            allowed_mentions=discord.AllowedMentions.none(),
            **{"intents": discord.Intents.default(), **options},
        )
        self._sync = sync
        self.heard: list[str] = []

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Identify at once."""

    async def setup_hook(self) -> None:
        self.add_dynamic_items(More)
        add_commands(self.tree)
        if self._sync:
            await self.tree.sync()

    async def on_message(self, message: discord.Message, /) -> None:
        self.heard.append(message.content)
        if message.author.bot:
            return
        to_me = message.reference is not None and self.user in message.mentions
        if message.guild is None or to_me or str(self.application_id) in message.content:
            async with message.channel.typing():
                await message.reply(f"heard: {discord.utils.escape_markdown(message.content)}", mention_author=False)

    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        self.heard.append(f"deleted {event.message_id}")

    async def on_raw_reaction_add(self, event: discord.RawReactionActionEvent) -> None:
        self.heard.append(f"reaction {event.emoji}")


def add_commands(tree: app_commands.CommandTree[ExampleBot]) -> None:
    """Everything the bot offers."""

    @tree.command()
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    @app_commands.allowed_installs(guilds=True, users=True)
    async def runtime(interaction: Interaction, title: str) -> None:
        """How long is the film?"""
        view = ui.View(timeout=None)
        view.add_item(More("the-sessions-2012"))
        await interaction.response.send_message(f"{FILMS.get(title, title)}: 95 minutes", view=view)

    @runtime.autocomplete("title")
    async def titles(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=title, value=film) for film, title in FILMS.items() if typed in film]

    @tree.command()
    async def find(interaction: Interaction) -> None:
        """Choose a film."""
        await interaction.response.send_message("which one?", view=Menu(timeout=None))

    @tree.command()
    async def slow(interaction: Interaction) -> None:
        """Answer later."""
        await interaction.response.defer(ephemeral=True)
        await interaction.followup.send("here it is")
        await interaction.followup.send("and more", embed=discord.Embed(title="Dune", description="1984"))

    @tree.command()
    async def slow_edit(interaction: Interaction) -> None:
        """Fill in the waiting message."""
        await interaction.response.defer()
        await interaction.edit_original_response(content="filled in")

    @tree.command()
    async def card(interaction: Interaction) -> None:
        """A card in Components V2."""
        await interaction.response.send_message(view=Card())

    @tree.command()
    async def export(interaction: Interaction) -> None:
        """A file."""
        embed = discord.Embed(title="Export").set_image(url="attachment://poster.png")
        files = [discord.File(io.BytesIO(b"title: Dune"), "films.yaml"), discord.File(io.BytesIO(b"png"), "poster.png")]
        await interaction.response.send_message("the export", embed=embed, files=files)

    @tree.command()
    async def read(interaction: Interaction, file: discord.Attachment) -> None:
        """Read a file."""
        await interaction.response.send_message((await file.read()).decode())

    @tree.command()
    @app_commands.choices(
        board=[app_commands.Choice(name="MPA", value="US"), app_commands.Choice(name="BBFC", value="GB")]
    )
    async def rating(
        interaction: Interaction,
        board: str,
        year: app_commands.Range[int, 1888, 2100],
        by: discord.Member | None = None,
    ) -> None:
        """What is it rated?"""
        await interaction.response.send_message(f"{board} {year} {by and by.name}")

    entry = app_commands.Group(
        name="entry",
        description="Moderators' tools",
        guild_only=True,
        default_permissions=discord.Permissions(manage_guild=True),
    )

    @entry.command()
    async def add(interaction: Interaction) -> None:
        """Add a film."""
        await interaction.response.send_modal(Entry())

    @entry.command()
    async def show(interaction: Interaction, title: str) -> None:
        """Show an entry."""
        await interaction.response.send_message(title, ephemeral=True)

    tree.add_command(entry)

    @tree.context_menu(name="Which film?")
    async def which(interaction: Interaction, message: discord.Message) -> None:
        await interaction.response.send_message(f"about: {message.content}", ephemeral=True)

    @tree.context_menu(name="Favourites")
    async def favourites(interaction: Interaction, user: discord.Member) -> None:
        await interaction.response.send_message(f"of {user.name}", ephemeral=True)

    @tree.command()
    async def silent(interaction: Interaction) -> None:
        """Never answer."""

    @tree.command()
    async def where(interaction: Interaction) -> None:
        """Say where this is."""
        guild = interaction.guild and interaction.guild_id
        await interaction.response.send_message(f"{interaction.context.to_array()} {guild} {interaction.locale}")
