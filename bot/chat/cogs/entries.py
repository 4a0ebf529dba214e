"""/entry: what moderators do with the entries of their server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.chat import editing, entry, fieldmenu, importing, records, replies, suggesting
from bot.chat.entry_options import EditedField, RemovedFilm, Version
from bot.chat.options import FilmTitle
from bot.chat.permissions import ModeratorGroup
from bot.sources.fields import field_called

if TYPE_CHECKING:
    from bot.chat.client import FilmBot

    Moderator = discord.Interaction[FilmBot]

Title = app_commands.Transform[str, FilmTitle]
FILM = "Title of the film; a rough spelling will do"
FIELD = "What to change, such as runtime or cast"
NAME = app_commands.Range[str, 1, 300]


class Entries(commands.Cog):
    """Adding, changing and looking after films."""

    group = ModeratorGroup("entry", "Add, correct and look after films")

    @group.command(description="Add a film")
    async def add(self, interaction: Moderator) -> None:
        """Open the form for a new film."""
        await interaction.response.send_modal(editing.add_form())

    @group.command(description="Change one field of a film in a form that shows what stands")
    @app_commands.describe(film=FILM, field=FIELD)
    async def edit(self, interaction: Moderator, film: Title, field: app_commands.Transform[str, EditedField]) -> None:
        """Open the form of the field."""
        catalogue = entry.view(interaction)
        _, there = await entry.standing(await entry.film_id(film, catalogue), catalogue)
        await interaction.response.send_modal(fieldmenu.field_form("edit", there, field_called(field).name))

    @group.command(name="set", description="Change one field of a film at once; leave the value out to empty the field")
    @app_commands.describe(film=FILM, field=FIELD, value="For example 1h 35m; several values with ; between them")
    async def set_(
        self,
        interaction: Moderator,
        film: Title,
        field: app_commands.Transform[str, EditedField],
        value: app_commands.Range[str, 1, 4000] = "",
    ) -> None:
        """Show what would change, to be confirmed."""
        coming = editing.with_value(film, field_called(field).name, value, entry.view(interaction))
        await replies.answer(interaction, coming)

    @group.command(description="Remove a film; it can be restored")
    @app_commands.describe(film=FILM)
    async def remove(self, interaction: Moderator, film: Title) -> None:
        """Ask whether to remove it."""
        await replies.answer(interaction, editing.removal(film, entry.view(interaction)))

    @group.command(description="Bring back a removed film")
    @app_commands.describe(film="A film that was removed")
    async def restore(self, interaction: Moderator, film: app_commands.Transform[str, RemovedFilm]) -> None:
        """Bring it back."""
        await replies.answer(interaction, editing.restored(film, str(interaction.user.id), entry.view(interaction)))

    @group.command(description="Give a film another title, and year")
    @app_commands.describe(film=FILM, title="The new title", year="The new year; left out, it stays")
    async def rename(
        self,
        interaction: Moderator,
        film: Title,
        title: NAME,
        year: app_commands.Range[int, 1870, 2100] | None = None,
    ) -> None:
        """Show what would change, to be confirmed."""
        await replies.answer(interaction, editing.renaming(film, title, year, entry.view(interaction)))

    @group.command(description="Add another title under which a film is found, or take one away")
    @app_commands.describe(film=FILM, title="The other title", remove="Take it away instead")
    async def alias(self, interaction: Moderator, film: Title, title: NAME, remove: bool = False) -> None:
        """Show what would change, to be confirmed."""
        await replies.answer(interaction, editing.aliasing(film, title, entry.view(interaction), remove=remove))

    @group.command(name="import", description="Import films: see what would be done, then do all of it or nothing")
    @app_commands.describe(file="YAML, JSON Lines, CSV, or a page about a film; left out, you can paste a text")
    async def import_(self, interaction: Moderator, file: discord.Attachment | None = None) -> None:
        """Show the dry run of a file, or open the form to paste into."""
        if file is None:
            await interaction.response.send_modal(importing.paste_form())
        else:
            await replies.answer(interaction, importing.uploaded(file, interaction))

    @group.command(description="Get films as a file, without loss")
    @app_commands.describe(form="YAML to read, JSON Lines to work with", films="The server's own entries, or all")
    @app_commands.choices(
        form=[app_commands.Choice(name="YAML", value="yaml"), app_commands.Choice(name="JSON Lines", value="jsonl")],
        films=[
            app_commands.Choice(name="this server's own", value="own"),
            app_commands.Choice(name="all", value="all"),
        ],
    )
    @app_commands.rename(form="format")
    async def export(self, interaction: Moderator, form: str = "yaml", films: str = "own") -> None:
        """Send the file."""
        coming = records.exported(entry.view(interaction), yaml=form == "yaml", own_only=films == "own")
        await replies.answer(interaction, coming)

    @group.command(description="Get a film as YAML")
    @app_commands.describe(film=FILM)
    async def raw(self, interaction: Moderator, film: Title) -> None:
        """Send the file."""
        await replies.answer(interaction, records.raw(film, entry.view(interaction)))

    @group.command(description="Who changed what in a film, and when")
    @app_commands.describe(film=FILM)
    async def history(self, interaction: Moderator, film: Title) -> None:
        """Show the edits of a film."""
        catalogue = entry.view(interaction)
        await replies.answer(interaction, records.history_of(film, catalogue))

    @group.command(description="Undo the last edit of a film, or bring back one of its versions")
    @app_commands.describe(film=FILM, version="The edit after which the film was right, 0 for before the first")
    async def undo(
        self, interaction: Moderator, film: Title, version: app_commands.Transform[int, Version] | None = None
    ) -> None:
        """Undo, and show what that changed."""
        coming = editing.undone(film, version, str(interaction.user.id), entry.view(interaction))
        await replies.answer(interaction, coming)

    @group.command(description="The last edits of this server")
    async def recent(self, interaction: Moderator) -> None:
        """Show them."""
        await replies.answer(interaction, records.recent(entry.view(interaction)))

    @group.command(description="Entries of this server that lack something or hold something doubtful")
    async def check(self, interaction: Moderator) -> None:
        """Show them."""
        await replies.answer(interaction, records.doubtful(entry.view(interaction)))

    @group.command(description="Suggestions of members that wait for a decision")
    async def review(self, interaction: Moderator) -> None:
        """Show the one that has waited longest."""
        await replies.answer(interaction, suggesting.queue(interaction))
