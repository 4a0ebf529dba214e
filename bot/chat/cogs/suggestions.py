"""/suggest: what any member of a server may propose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.chat import editing, entry, fieldmenu, replies, suggesting
from bot.chat.entry_options import EditedField
from bot.chat.options import FilmTitle
from bot.chat.replies import Reply
from bot.sources.fields import field_called

if TYPE_CHECKING:
    from bot.chat.client import FilmBot


class Suggesting(commands.Cog):
    """Suggesting corrections."""

    @app_commands.command(description="Suggest a correction to a film; a moderator decides")
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    @app_commands.describe(
        film="Title of the film; a rough spelling will do",
        field="What is wrong, such as runtime or cast",
        value="What it should be; left out, a form shows what stands",
    )
    async def suggest(
        self,
        interaction: discord.Interaction[FilmBot],
        film: app_commands.Transform[str, FilmTitle],
        field: app_commands.Transform[str, EditedField],
        value: app_commands.Range[str, 1, 4000] | None = None,
    ) -> None:
        """Make the suggestion, or open the form for it."""
        suggesting.suggestions(interaction)
        name = field_called(field).name
        if value is not None:
            await replies.answer(interaction, _suggested(interaction, film, name, value))
            return
        catalogue = entry.view(interaction)
        _, there = await entry.standing(await entry.film_id(film, catalogue), catalogue)
        await interaction.response.send_modal(fieldmenu.field_form("suggest", there, name))


async def _suggested(interaction: discord.Interaction[FilmBot], film: str, name: str, value: str) -> Reply:
    catalogue = entry.view(interaction)
    there, stands = await entry.standing(await entry.film_id(film, catalogue), catalogue)
    return await suggesting.put(interaction, there, stands, name, editing.on_lines(name, value))
