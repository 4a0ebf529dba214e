"""Where somebody asks: which films are seen there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord

from bot.knowledge.catalogue import Catalogue

if TYPE_CHECKING:
    from bot.chat.client import FilmBot


@dataclass(frozen=True, slots=True)
class Place:
    """A channel of a server that the bot is in, or any other place."""

    catalogue: Catalogue
    """What is seen there: the server's own entries too, outside of servers the shared films alone."""


def server_of(interaction: discord.Interaction[FilmBot]) -> int | None:
    """The server, if the bot is in it: one that it has left, or that is reached through a person only, is none."""
    server = interaction.guild_id
    return server if server and interaction.client.get_guild(server) else None


def catalogue_of(interaction: discord.Interaction[FilmBot]) -> Catalogue:
    """What is seen where the interaction is."""
    return interaction.client.catalogue.of(server_of(interaction))


async def place_of(interaction: discord.Interaction[FilmBot]) -> Place:
    """Where the interaction is."""
    return Place(catalogue_of(interaction))


async def place_of_message(bot: FilmBot, message: discord.Message) -> Place:
    """Where the message is."""
    return Place(bot.catalogue.of(message.guild.id if message.guild else None))
