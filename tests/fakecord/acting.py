"""Acting as a user of the local Discord: the people and places, and everything a user can do there."""

from __future__ import annotations

import asyncio
import datetime
import secrets
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any

from tests.fakecord import client, forms, posting
from tests.fakecord.client import Refused, Value
from tests.fakecord.flags import ChannelType, Component, Intent, InteractionKind, Permission
from tests.fakecord.forms import Filled
from tests.fakecord.gateway import Gateway
from tests.fakecord.interactions import Interaction
from tests.fakecord.messages import Choice, File, Message, Modal
from tests.fakecord.people import Channel, Guild, Role, User
from tests.fakecord.response import Response
from tests.fakecord.world import World

Payload = dict[str, Any]


class Acting:
    """Who is there, and what they do."""

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
        """A new role in the server."""
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
            await self.gateway.dispatch(
                "GUILD_CREATE",
                lambda session: self.gateway.guild_create(guild, session),
                guild=guild,
                intent=Intent.GUILDS,
            )
        return guild

    async def remove_guild(self, guild: Guild) -> None:
        """Throw the bot out of the server."""
        guild.bot_is_in = False
        for channel in guild.channels:
            channel.bot_is_in = False
        await self.gateway.dispatch("GUILD_DELETE", {"id": str(guild.id)}, guild=guild, intent=Intent.GUILDS)

    def dm(self, user: User | None = None) -> Channel:
        """The user's conversation with the bot."""
        return self.world.dm(user or self.user)

    def private(self, *others: User) -> Channel:
        """A conversation of `user` and others without the bot, where only user-installed commands are shown."""
        return self.world.private(self.user, *(others or (self.moderator,)))

    # commands

    async def slash(
        self,
        path: str,
        options: Mapping[str, Value] | None = None,
        *,
        user: User | None = None,
        where: Channel | None = None,
        locale: str | None = None,
    ) -> Response:
        """Use a slash command ("runtime", "entry add") and wait for the answer.

        Raises `Refused` for what no client would send.
        """
        user, where = user or self.user, where or self.channel
        typed = client.typed(self.world, path, options or {}, user, where)
        return await self._interact(InteractionKind.COMMAND, f"/{path}", typed.data, user, where, locale=locale)

    async def autocomplete(
        self,
        path: str,
        option: str,
        text: str,
        *,
        options: Mapping[str, Value] | None = None,
        user: User | None = None,
        where: Channel | None = None,
        locale: str | None = None,
    ) -> list[Choice]:
        """The suggestions for an option after `text` was typed, other `options` already being there."""
        user, where = user or self.user, where or self.channel
        typed = client.typed(self.world, path, {**(options or {}), option: text}, user, where, focused=option)
        kind = typed.option(option)["type"]
        name = f"autocomplete of /{path} {option}"
        response = await self._interact(
            InteractionKind.AUTOCOMPLETE, name, typed.data, user, where, locale=locale, option_type=kind
        )
        return response.interaction.choices or []

    async def context_menu(
        self, name: str, target: User | Message | Response, *, user: User | None = None, where: Channel | None = None
    ) -> Response:
        """Use a context-menu command on a user or a message."""
        target = target.message if isinstance(target, Response) else target
        user = user or self.user
        where = where or (target.channel if isinstance(target, Message) else self.channel)
        data = client.pointed(self.world, name, target, user, where)
        return await self._interact(InteractionKind.COMMAND, f"context menu {name!r}", data, user, where)

    # components

    async def click(
        self,
        message: Message | Response,
        label: str | None = None,
        *,
        custom_id: str | None = None,
        user: User | None = None,
        locale: str | None = None,
    ) -> Response:
        """Press the button with this label (or emoji) or custom_id."""
        message = message.message if isinstance(message, Response) else message
        button = message.button(label, custom_id=custom_id)
        if button.disabled or button.custom_id is None:
            raise Refused(f"the button {button.label!r} is disabled or a link")
        data = {"custom_id": button.custom_id, "component_type": int(Component.BUTTON)}
        return await self._use(message, data, f"button {button.label!r}", user, locale)

    async def select(
        self,
        message: Message | Response,
        values: str | User | Role | Channel | Sequence[str | User | Role | Channel],
        *,
        custom_id: str | None = None,
        user: User | None = None,
        locale: str | None = None,
    ) -> Response:
        """Choose options, by label or value, in the message's menu (named by `custom_id` where there are several)."""
        message = message.message if isinstance(message, Response) else message
        menus = [menu for menu in message.selects if custom_id in (None, menu.custom_id)]
        if len(menus) != 1:
            raise Refused(f"{len(menus)} menus match among {[menu.custom_id for menu in message.selects]}")
        picked = [values] if isinstance(values, str | User | Role | Channel) else values
        data = forms.chosen(menus[0], picked, message.channel)
        return await self._use(message, data, f"menu {menus[0].custom_id!r}", user, locale)

    async def _use(self, message: Message, data: Payload, name: str, user: User | None, locale: str | None) -> Response:
        if message.deleted:
            raise Refused(f"{name} is under a message that was deleted")
        user = user or self.user
        return await self._interact(InteractionKind.COMPONENT, name, data, user, message.channel, message, locale)

    async def submit_modal(
        self, opened: Response, values: Mapping[str, Filled] | None = None, *, user: User | None = None
    ) -> Response:
        """Fill in the form that `opened` opened, by label, and send it."""
        modal: Modal = opened.modal
        before = opened.interaction
        data = forms.filled_in(self.world, modal, values or {}, before.channel)
        name = f"form {modal.title!r}"
        return await self._interact(
            InteractionKind.MODAL, name, data, user or before.user, before.channel, before.source
        )

    async def _interact(
        self,
        kind: InteractionKind,
        name: str,
        data: Payload,
        user: User,
        where: Channel,
        source: Message | None = None,
        locale: str | None = None,
        option_type: int = 3,
    ) -> Response:
        interaction = Interaction(
            self.world.new_id(), secrets.token_hex(32), kind, name, user, where, data, source, option_type
        )
        self.world.interactions[interaction.token] = interaction
        await self.gateway.dispatch(
            "INTERACTION_CREATE", interaction.payload(self.world.bot, locale), guild=where.guild
        )
        try:
            async with asyncio.timeout(self.answer_within):
                await interaction.answered.wait()
        except TimeoutError:
            interaction.late = True
            self.world.violate(f"{name} was not answered within {self.answer_within:g} s")
            raise AssertionError("\n- ".join(["no answer", *self.world.violations])) from None
        try:
            async with asyncio.timeout(self.patience):
                await interaction.settled.wait()
        except TimeoutError:
            self.world.violate(f"{name} was deferred but never filled in")
            raise AssertionError("\n- ".join(["no answer", *self.world.violations])) from None
        await _bot_has_read_it()
        return Response(interaction, self.patience)

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
            user or (channel.recipients[0] if channel.recipients else self.user),
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
                            await _bot_has_read_it()
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
                if reply.channel is channel:
                    raise AssertionError(f"the bot should have been silent, but to {text!r} it said {reply.text!r}")
        return message

    async def next_message(self, channel: Channel, action: Any = None) -> Message:
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

    def expire(self, response: Response) -> None:
        """Let the fifteen minutes pass in which the bot may still follow up or edit this answer."""
        response.interaction.expired = True


async def _bot_has_read_it() -> None:
    """Let the bot, in the same event loop, read what Discord said to its answer: no hand is quicker than that."""
    for _ in range(50):
        await asyncio.sleep(0)


def _replies(reply: Message, message: Message) -> bool:
    thread_of = reply.channel.parent is message.channel
    if reply.channel is not message.channel and not thread_of:
        return False
    return reply.reference in (None, message)
