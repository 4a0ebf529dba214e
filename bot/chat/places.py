"""Where somebody asks: which films are seen there, and what the server has settled about showing them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import discord

from bot.errors import BotError
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.server_settings import ServerSettings

if TYPE_CHECKING:
    from bot.chat.client import FilmBot

NOWHERE = "The channels this server has me answer in are gone; a moderator can name others with /settings channels."


class ElsewhereError(BotError):
    """The server wants the bot to answer in other channels; the message names them."""


@dataclass(frozen=True, slots=True)
class Place:
    """A channel of a server that the bot is in, or any other place."""

    catalogue: Catalogue
    """What is seen there: the server's own entries too, outside of servers the shared films alone."""
    settings: ServerSettings = field(default_factory=ServerSettings)
    within: frozenset[int] = frozenset()
    """Ids of the channel, of the one a thread belongs to, and of the category."""
    adult: bool = False
    """Whether Discord lets adults only into the channel."""

    @property
    def open(self) -> bool:
        """Whether the bot may answer here."""
        return not self.settings.channels or not self.within.isdisjoint(self.settings.channels)

    @property
    def mature(self) -> str:
        """What becomes of films for adults here: show, bars or refuse."""
        return "show" if self.adult else self.settings.mature


def server_of(interaction: discord.Interaction[FilmBot]) -> int | None:
    """The server, if the bot is in it: one that it has left, or that is reached through a person only, is none."""
    server = interaction.guild_id
    return server if server and interaction.client.get_guild(server) else None


def catalogue_of(interaction: discord.Interaction[FilmBot]) -> Catalogue:
    """What is seen where the interaction is."""
    return interaction.client.catalogue.of(server_of(interaction))


async def place_of(interaction: discord.Interaction[FilmBot]) -> Place:
    """Where the interaction is. Raises ElsewhereError where the server does not want the bot to answer."""
    server = server_of(interaction)
    place = await _place(interaction.client, server, interaction.channel)
    if place.open or server is None:
        return place
    guild = interaction.client.get_guild(server)
    there = [one for one in place.settings.channels if guild and guild.get_channel_or_thread(one)]
    raise ElsewhereError(f"Ask me in {channels(there)}: this server has me answer there only." if there else NOWHERE)


async def place_of_message(bot: FilmBot, message: discord.Message) -> Place:
    """Where the message is, be the bot to answer there or not."""
    return await _place(bot, message.guild.id if message.guild else None, message.channel)


def channels(ids: Iterable[int]) -> str:
    """Links to channels."""
    return ", ".join(f"<#{channel}>" for channel in ids)


async def _place(bot: FilmBot, server: int | None, channel: Any) -> Place:
    if server is None:
        return Place(bot.catalogue)
    around = (getattr(channel, name, None) for name in ("id", "parent_id", "category_id"))
    adult = isinstance(channel, discord.abc.GuildChannel | discord.Thread) and _for_adults(channel)
    return Place(bot.catalogue.of(server), await bot.servers.settings(server), frozenset(filter(None, around)), adult)


def _for_adults(channel: discord.abc.GuildChannel | discord.Thread) -> bool:
    of_threads = channel.parent if isinstance(channel, discord.Thread) else channel
    return bool(getattr(of_threads, "nsfw", False))
