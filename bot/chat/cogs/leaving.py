"""Servers the bot comes to and leaves: what it keeps about one goes 30 days after it left."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import discord
from discord.ext import commands, tasks

from bot.errors import CatalogueError

if TYPE_CHECKING:
    from bot.chat.client import FilmBot

log = logging.getLogger(__name__)


class Leaving(commands.Cog):
    """Notes when the bot leaves a server, and sweeps once a day."""

    def __init__(self, bot: FilmBot) -> None:
        self._bot = bot

    async def cog_load(self) -> None:
        """Begin to sweep."""
        self.sweep.start()

    async def cog_unload(self) -> None:
        """Sweep no more."""
        self.sweep.cancel()

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Note when the thirty days began."""
        await self._bot.servers.left(guild.id)

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Keep what is there."""
        await self._bot.servers.back(guild.id)

    @tasks.loop(hours=24)
    async def sweep(self) -> None:
        """Delete what is due. What happened while the bot was away is noted first: one it was asked back to stays."""
        await self._bot.wait_until_ready()
        try:
            await self._bot.servers.there({guild.id for guild in self._bot.guilds})
            gone = await self._bot.servers.sweep()
        except CatalogueError as error:
            log.error("Servers that were left are swept tomorrow: %s", error)
        else:
            log.info("Deleted what was kept of %d servers that were left 30 days ago", len(gone))
