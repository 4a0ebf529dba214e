"""Interactions: what a user's client sends, and what became of it."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any

from tests.fakecord.flags import ALL_PERMISSIONS, Callback, Context, InteractionKind
from tests.fakecord.messages import Choice, Message, Modal
from tests.fakecord.people import Channel, User

Payload = dict[str, Any]


@dataclass(eq=False)
class Interaction:
    """One interaction, from the click to the last follow-up.

    `source` is the message whose button or menu was used; `option_type` the type of the option being completed.
    `settled` is set when the user has the answer: at once, or when what was deferred has been filled in.
    """

    id: int
    token: str
    kind: InteractionKind
    name: str
    user: User
    channel: Channel
    data: Payload
    source: Message | None = None
    option_type: int = 3
    sent_at: float = field(default_factory=time.perf_counter)
    answered_at: float | None = None
    callback: Callback | None = None
    late: bool = False
    expired: bool = False
    original: Message | None = None
    modal: Modal | None = None
    choices: list[Choice] | None = None
    followups: list[Message] = field(default_factory=list)
    answered: asyncio.Event = field(default_factory=asyncio.Event)
    settled: asyncio.Event = field(default_factory=asyncio.Event)
    followed_up: asyncio.Event = field(default_factory=asyncio.Event)

    def answer(self, callback: Callback) -> None:
        """Note the first answer; anything but a deferral settles the interaction."""
        self.callback, self.answered_at = callback, time.perf_counter()
        self.answered.set()
        if callback not in (Callback.DEFERRED_MESSAGE, Callback.DEFERRED_UPDATE):
            self.settled.set()

    def follow_up(self, message: Message) -> None:
        """Note a follow-up message."""
        self.followups.append(message)
        self.settled.set()
        self.followed_up.set()

    @property
    def context(self) -> Context:
        """Where it happens."""
        if self.channel.guild:
            return Context.GUILD
        return Context.BOT_DM if self.channel.bot_is_in else Context.PRIVATE_CHANNEL

    def owners(self) -> dict[str, str]:
        """Through whose installation the bot is reached: the server's, or the user's."""
        if not self.channel.bot_is_in:
            return {"1": str(self.user.id)}
        return {"0": str(self.channel.guild.id) if self.channel.guild else "0"}

    def metadata(self) -> Payload:
        """What a message that answers this interaction says about it."""
        return {
            "id": str(self.id),
            "type": int(self.kind),
            "user": self.user.payload(),
            "authorizing_integration_owners": self.owners(),
        }

    def payload(self, application: User, locale: str | None) -> Payload:
        """The interaction as INTERACTION_CREATE sends it."""
        guild = self.channel.guild
        common: Payload = {
            "id": str(self.id),
            "application_id": str(application.id),
            "type": int(self.kind),
            "data": self.data,
            "token": self.token,
            "version": 1,
            "locale": locale or self.user.locale,
            "channel_id": str(self.channel.id),
            "context": int(self.context),
            "authorizing_integration_owners": self.owners(),
            "entitlements": [],
            "attachment_size_limit": 10 * 1024 * 1024,
        }
        if self.source:
            common["message"] = self.source.payload()
        if guild is None:
            return common | {
                "user": self.user.payload(),
                "channel": self.channel.payload() | {"permissions": str(ALL_PERMISSIONS)},
                "app_permissions": str(ALL_PERMISSIONS),
            }
        permissions = guild.permissions(self.user)
        member = guild.members[self.user.id]
        return common | {
            "guild_id": str(guild.id),
            "guild": guild.partial(),
            "guild_locale": guild.locale,
            "member": member.payload() | {"permissions": str(permissions)},
            "channel": self.channel.payload() | {"permissions": str(permissions)},
            "app_permissions": str(guild.permissions(application) & ~self.channel.denied),
        }
