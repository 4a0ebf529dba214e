"""The state of the local Discord: everything REST and the gateway read and change."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.fakecord.flags import EVERYONE, ChannelType, Intent
from tests.fakecord.messages import File, Message
from tests.fakecord.people import Channel, Guild, Role, User
from tests.fakecord.snowflakes import Snowflakes

if TYPE_CHECKING:
    from tests.fakecord.interactions import Interaction

Payload = dict[str, Any]


@dataclass(frozen=True)
class Sync:
    """One upload of commands: to a server or, when `guild_id` is None, everywhere."""

    guild_id: int | None
    names: list[str]


@dataclass
class World:
    """All that there is. `granted` are the privileged intents switched on for the application."""

    granted: Intent = Intent.NONE
    shards: int = 1
    token: str = "not-a-real-token.only-for.tests"
    new_id: Snowflakes = field(default_factory=Snowflakes)
    guilds: dict[int, Guild] = field(default_factory=dict)
    users: dict[int, User] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)
    files: dict[str, File] = field(default_factory=dict)
    commands: dict[int | None, dict[int, Payload]] = field(default_factory=dict)
    syncs: list[Sync] = field(default_factory=list)
    interactions: dict[str, Interaction] = field(default_factory=dict)
    violations: list[str] = field(default_factory=list)
    sent: list[Message] = field(default_factory=list)
    typing: list[Channel] = field(default_factory=list)
    watchers: list[asyncio.Queue[Message]] = field(default_factory=list)
    bot: User = field(init=False)

    def __post_init__(self) -> None:
        self.bot = self.add_user("filmbot", bot=True)

    def add_user(self, name: str, *, bot: bool = False, locale: str = "en-US") -> User:
        """A new user."""
        user = User(self.new_id(), name, bot=bot, locale=locale)
        self.users[user.id] = user
        return user

    def add_guild(self, name: str, owner: User, *, bot_is_in: bool = True, locale: str = "en-US") -> Guild:
        """A new server with one channel, `general`."""
        guild = Guild(self.new_id(), name, owner, bot_is_in=bot_is_in, locale=locale)
        guild.roles.append(Role(guild.id, "@everyone", int(EVERYONE), position=0))
        guild.add_member(owner)
        if bot_is_in:
            guild.add_member(self.bot)
        self.guilds[guild.id] = guild
        self.add_channel(guild, "general")
        return guild

    def add_channel(self, guild: Guild, name: str, type: ChannelType = ChannelType.TEXT, **options: Any) -> Channel:  # noqa: A002 - Discord's word
        """A new channel in the server."""
        channel = Channel(self.new_id(), type, name, guild, position=len(guild.channels), **options)
        channel.bot_is_in = guild.bot_is_in
        guild.channels.append(channel)
        self.channels[channel.id] = channel
        return channel

    def dm(self, user: User) -> Channel:
        """The bot's private conversation with the user."""
        for channel in self.channels.values():
            if channel.type is ChannelType.DM and channel.people == (user, self.bot):
                return channel
        channel = Channel(self.new_id(), ChannelType.DM, people=(user, self.bot))
        self.channels[channel.id] = channel
        return channel

    def private(self, *users: User) -> Channel:
        """A private conversation between people, without the bot."""
        kind = ChannelType.DM if len(users) <= 2 else ChannelType.GROUP_DM
        channel = Channel(self.new_id(), kind, people=users, bot_is_in=False)
        self.channels[channel.id] = channel
        return channel

    def store(self, file: File, channel: Channel) -> File:
        """Puts the file on the CDN."""
        file.id, file.channel_id = self.new_id(), channel.id
        self.files[file.path] = file
        return file

    def reader(self, intents: int) -> User | None:
        """Whose view of messages a session has: the bot's own, or None for one that may read everything."""
        return None if intents & Intent.MESSAGE_CONTENT else self.bot

    def message(self, channel_id: int, message_id: int) -> Message | None:
        """The message, unless it was deleted."""
        channel = self.channels.get(channel_id)
        return channel.messages.get(message_id) if channel else None

    def visible_commands(self, guild: Guild | None) -> Iterator[Payload]:
        """The commands a client shows in this server, or in private: the server's own first."""
        if guild:
            yield from self.commands.get(guild.id, {}).values()
        yield from self.commands.get(None, {}).values()

    def violate(self, problem: str) -> None:
        """Remember that the bot broke a rule."""
        self.violations.append(problem)
