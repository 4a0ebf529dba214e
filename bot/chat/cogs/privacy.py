"""What is kept about members and servers: said, sent and deleted."""

from __future__ import annotations

import gzip
import json
from io import BytesIO
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.chat import forgetting
from bot.chat.replies import answer
from bot.knowledge import privacy

if TYPE_CHECKING:
    from bot.chat.client import FilmBot

UPLOAD = 8 * 1024 * 1024
"""Bytes of a file that Discord surely takes."""


class Privacy(app_commands.Group):
    """/privacy."""

    def __init__(self) -> None:
        super().__init__(name="privacy", description="What I keep about you, and how it goes")

    @app_commands.command(description="What I keep about you and about this server")
    async def show(self, interaction: discord.Interaction[FilmBot]) -> None:
        """Say it."""
        await answer(interaction, forgetting.told(interaction.client))

    @app_commands.command(description="All that I keep about you, as a file for you alone")
    async def export(self, interaction: discord.Interaction[FilmBot]) -> None:
        """Send it."""
        with interaction.client.work.one():
            await interaction.response.defer(ephemeral=True, thinking=True)
            kept = await privacy.Privacy(interaction.client.catalogue).export(str(interaction.user.id))
            text = json.dumps(kept, ensure_ascii=False, indent=2).encode()
            small = len(text) <= UPLOAD
            content, name = (text, "filmbot.json") if small else (gzip.compress(text), "filmbot.json.gz")
            await interaction.followup.send(file=discord.File(BytesIO(content), name), ephemeral=True)

    @app_commands.command(description="Take your id off all that you edited or suggested")
    async def delete(self, interaction: discord.Interaction[FilmBot]) -> None:
        """Ask whether it is meant."""
        await answer(interaction, forgetting.member_asked(interaction.client, interaction.user.id))

    @app_commands.command(description="Delete what I keep about this server; for members with Manage Server")
    async def server(self, interaction: discord.Interaction[FilmBot]) -> None:
        """Ask whether it is meant."""
        await answer(interaction, forgetting.server_asked(interaction))
