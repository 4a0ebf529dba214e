"""The people and places of the local Discord, and what users say there."""

from __future__ import annotations

import asyncio
import datetime
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from typing import Any

from tests.fakecord import posting
from tests.fakecord.flags import ChannelType, Intent, Permission
from tests.fakecord.gateway import Gateway
from tests.fakecord.messages import File, Message
from tests.fakecord.people import Channel, Guild, Role, User
from tests.fakecord.response import Response
from tests.fakecord.world import World


class Talking:
    """Who is there, and what they say."""

    def __init__(self, world: World, gateway: Gateway, answer_within: float, patience: float) -> None:
        self.world, self.gateway = world, gateway
        self.answer_within, self.patience = answer_within, patience
        owner = self.world.add_user("olga")
        self.user: User = self.world.add_user("ada")
        self.moderator: User = self.world.add_user("mo")
        self.guild: Guild = self.world.add_guild("Cinema", owner)
        self.guild.add_member(self.user)
        role = self.add_role(self.guild, "Moderators", Permission.MANAGE_GUILD | Permission.MANAGE_MESSAGES)
        self.guild.add_member(self.moderator, [role])
        self.channel: Channel = self.guild.channels[0]

    # the people and places

    def add_user(self, name: str, *, locale: str = "en-US", guild: Guild | None = None) -> User:
        """A new user, a member of the server when one is given."""
        user = self.world.add_user(name, locale=locale)
        if guild:
            guild.add_member(user)
        return user

    def add_role(self, guild: Guild, name: str, permissions: int = 0) -> Role:
        """A new role in the server; bots hear of it when they connect."""
        role = Role(self.world.new_id(), name, permissions, position=len(guild.roles))
        guild.roles.append(role)
        return role

    def add_channel(self, guild: Guild, name: str, type: ChannelType = ChannelType.TEXT, **options: Any) -> Channel:  # noqa: A002 - Discord's word
        """A new channel in the server; bots hear of it when they connect."""
        return self.world.add_channel(guild, name, type, **options)

    async def add_guild(
        self, name: str, *, owner: User | None = None, bot_is_in: bool = True, locale: str = "en-US"
    ) -> Guild:
        """A new server with `user` in it; connected bots join it, or with `bot_is_in=False` never hear of it."""
        guild = self.world.add_guild(name, owner or self.user, bot_is_in=bot_is_in, locale=locale)
        guild.add_member(self.user)
        if bot_is_in:
            await self.invite(guild)
        return guild

    async def invite(self, guild: Guild) -> None:
        """Let the bot join the server, again where it was thrown out."""
        guild.bot_is_in = True
        for channel in guild.channels:
            channel.bot_is_in = True
        await self.gateway.dispatch(
            "GUILD_CREATE",
            lambda session: self.gateway.guild_create(guild, session, joined=True),
            guild=guild,
            intent=Intent.GUILDS,
        )

    async def remove_guild(self, guild: Guild) -> None:
        """Throw the bot out of the server."""
        guild.bot_is_in = False
        for channel in guild.channels:
            channel.bot_is_in = False
        await self.gateway.dispatch("GUILD_DELETE", {"id": str(guild.id)}, guild=guild, intent=Intent.GUILDS)

    async def deny(self, channel: Channel, permissions: int) -> None:
        """Take these permissions, and only these, from the bot in the channel, and tell it."""
        channel.denied = permissions
        await self.gateway.dispatch("CHANNEL_UPDATE", channel.payload(), guild=channel.guild, intent=Intent.GUILDS)

    def dm(self, user: User | None = None) -> Channel:
        """The user's conversation with the bot."""
        return self.world.dm(user or self.user)

    def private(self, *others: User) -> Channel:
        """A conversation of `user` and others without the bot, where only user-installed commands are shown."""
        return self.world.private(self.user, *(others or (self.moderator,)))

    def who_is_in(self, channel: Channel) -> User:
        """Who acts in the channel when nobody is named: the other one in a private conversation, else `user`."""
        return channel.recipients[0] if channel.recipients else self.user

    # messages

    async def post(
        self,
        channel: Channel,
        text: str,
        *,
        user: User | None = None,
        reply_to: Message | Response | None = None,
        ping: bool = True,
        files: Iterable[File] = (),
    ) -> Message:
        """Send a message as a user, without waiting; `ping=False` replies without notifying the one replied to."""
        message = Message(
            self.world.new_id(),
            channel,
            user or self.who_is_in(channel),
            text,
            reference=reply_to.message if isinstance(reply_to, Response) else reply_to,
            allowed_mentions=None if ping else {"parse": ["users", "roles", "everyone"], "replied_user": False},
            type=19 if reply_to else 0,
        )
        message.files = [self.world.store(file, channel) for file in files]
        channel.messages[message.id] = message
        await posting.announce(self.world, self.gateway, message)
        return message

    async def say(
        self,
        channel: Channel,
        text: str,
        *,
        user: User | None = None,
        reply_to: Message | Response | None = None,
        ping: bool = True,
        files: Iterable[File] = (),
    ) -> Message:
        """Send a message as a user and wait for the bot's reply to it."""
        async with self._watching() as arriving:
            message = await self.post(channel, text, user=user, reply_to=reply_to, ping=ping, files=files)
            try:
                async with asyncio.timeout(self.patience):
                    while True:
                        reply = await arriving.get()
                        if _replies(reply, message):
                            await bot_has_read_it()
                            return reply
            except TimeoutError:
                told = [f"the bot did not reply to {text!r} within {self.patience:g} s", *self.world.violations]
                raise AssertionError("\n- ".join(told)) from None

    async def say_in_vain(
        self,
        channel: Channel,
        text: str,
        *,
        user: User | None = None,
        reply_to: Message | Response | None = None,
        ping: bool = True,
        files: Iterable[File] = (),
        within: float = 0.15,
    ) -> Message:
        """Send a message as a user, and fail when the bot says anything in the channel within so many seconds."""
        async with self._watching() as arriving:
            message = await self.post(channel, text, user=user, reply_to=reply_to, ping=ping, files=files)
            await asyncio.sleep(within)
            while not arriving.empty():
                reply = arriving.get_nowait()
                if reply.channel is channel and reply is not message:
                    raise AssertionError(f"the bot should have been silent, but to {text!r} it said {reply.text!r}")
        return message

    async def next_message(self, channel: Channel, action: Awaitable[object] | None = None) -> Message:
        """The next message of the bot in the channel, after the awaitable `action` was started."""
        async with self._watching() as arriving, asyncio.timeout(self.patience):
            if action is not None:
                await action
            while (message := await arriving.get()).channel is not channel:
                continue
        return message

    @asynccontextmanager
    async def _watching(self) -> AsyncIterator[asyncio.Queue[Message]]:
        watcher: asyncio.Queue[Message] = asyncio.Queue()
        self.world.watchers.append(watcher)
        try:
            yield watcher
        finally:
            self.world.watchers.remove(watcher)

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait until the condition holds, for example `lambda: message.deleted`."""
        try:
            async with asyncio.timeout(self.patience):
                while not condition():  # noqa: ASYNC110 - whatever it is, it happens inside the bot
                    await asyncio.sleep(0.002)
        except TimeoutError:
            raise AssertionError(f"it did not happen within {self.patience:g} s") from None

    async def edit(self, message: Message, text: str) -> None:
        """Change a user's own message."""
        message.content, message.edited_at = text, datetime.datetime.now(datetime.UTC).isoformat()
        await posting.announce(self.world, self.gateway, message, "MESSAGE_UPDATE")

    async def delete(self, message: Message | Response) -> None:
        """Delete a message as its author or a moderator would."""
        await posting.remove(self.gateway, message.message if isinstance(message, Response) else message)

    async def react(self, message: Message | Response, emoji: str, *, user: User | None = None) -> None:
        """Put a reaction under a message."""
        message = message.message if isinstance(message, Response) else message
        await posting.react(self.gateway, message, user or self.user, emoji)


async def bot_has_read_it() -> None:
    """Let the bot, in the same event loop, read what Discord said to its answer: no hand is quicker than that."""
    for _ in range(50):
        await asyncio.sleep(0)


def _replies(reply: Message, message: Message) -> bool:
    thread_of = reply.channel.parent is message.channel
    if reply.channel is not message.channel and not thread_of:
        return False
    return reply.reference in (None, message)
