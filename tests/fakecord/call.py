"""One REST request, as the routes get it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.fakecord.flags import Permission
from tests.fakecord.gateway import Gateway
from tests.fakecord.messages import Message
from tests.fakecord.people import Channel, Guild, User
from tests.fakecord.posting import Uploads
from tests.fakecord.world import World

Payload = dict[str, Any]


class Refusal(Exception):  # noqa: N818 - an answer of the server, not an error in it
    """An error that Discord answers with: HTTP status, its own code, and the message."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status, self.code, self.message = status, code, message


@dataclass
class Call:
    """A request: ids from its path, query, JSON body (from `payload_json` in multipart) and files."""

    world: World
    gateway: Gateway
    ids: Mapping[str, str]
    query: Mapping[str, str]
    body: Any
    uploads: Uploads = field(default_factory=dict)

    def id(self, name: str) -> int:
        """An id from the path."""
        text = self.ids[name]
        if not text.isdigit():
            raise Refusal(400, 50035, f"{name} is no snowflake")
        return int(text)

    def user(self) -> User:
        """The user in the path."""
        user = self.world.users.get(self.id("user_id"))
        if user is None:
            raise Refusal(404, 10013, "Unknown User")
        return user

    def guild(self) -> Guild:
        """The server in the path, which the bot must be in."""
        guild = self.world.guilds.get(self.id("guild_id"))
        if guild is None:
            raise Refusal(404, 10004, "Unknown Guild")
        if not guild.bot_is_in:
            raise Refusal(403, 50001, "Missing Access")
        return guild

    def channel(self, needs: int = 0) -> Channel:
        """The channel in the path, which the bot must see and have these permissions in."""
        channel = self.world.channels.get(self.id("channel_id"))
        if channel is None:
            raise Refusal(404, 10003, "Unknown Channel")
        if not channel.bot_is_in or channel.denied & Permission.VIEW_CHANNEL:
            raise Refusal(403, 50001, "Missing Access")
        if channel.guild and needs & ~(channel.guild.permissions(self.world.bot) & ~channel.denied):
            raise Refusal(403, 50013, "Missing Permissions")
        return channel

    def message(self, needs: int = 0) -> Message:
        """The message in the path."""
        message = self.channel(needs).messages.get(self.id("message_id"))
        if message is None:
            raise Refusal(404, 10008, "Unknown Message")
        return message


Handler = Callable[[Call], Awaitable[Any]]
Check = Callable[[Call], list[str]]


@dataclass(frozen=True)
class Route:
    """What answers a request (None is HTTP 204), and the check by the own table of limits before it."""

    handler: Handler
    check: Check | None = None
