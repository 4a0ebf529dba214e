"""Who and what there is on the local Discord: users, roles, members, servers, channels."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.fakecord.flags import ALL_PERMISSIONS, ChannelType, Permission

if TYPE_CHECKING:
    from tests.fakecord.messages import Message

Payload = dict[str, Any]

JOINED = datetime.datetime(2024, 2, 29, 20, 15, tzinfo=datetime.UTC).isoformat()


@dataclass(eq=False)
class User:
    """A person, or the bot's own account. `locale` is the language of their client."""

    id: int
    name: str
    bot: bool = False
    locale: str = "en-US"
    accepts_dms: bool = True

    @property
    def mention(self) -> str:
        """The text that mentions the user."""
        return f"<@{self.id}>"

    def payload(self) -> Payload:
        """The user as Discord sends it."""
        return {
            "id": str(self.id),
            "username": self.name,
            "global_name": None if self.bot else self.name.title(),
            "discriminator": "0",
            "avatar": None,
            "bot": self.bot,
            "public_flags": 0,
        }


@dataclass(eq=False)
class Role:
    """A role of a server."""

    id: int
    name: str
    permissions: int = 0
    position: int = 1

    @property
    def mention(self) -> str:
        """The text that mentions the role."""
        return f"<@&{self.id}>"

    def payload(self) -> Payload:
        """The role as Discord sends it."""
        return {
            "id": str(self.id),
            "name": self.name,
            "color": 0,
            "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
            "hoist": False,
            "icon": None,
            "unicode_emoji": None,
            "position": self.position,
            "permissions": str(int(self.permissions)),
            "managed": False,
            "mentionable": False,
            "flags": 0,
        }


@dataclass(eq=False)
class Member:
    """A user in a server."""

    user: User
    roles: list[Role] = field(default_factory=list)
    nick: str | None = None

    def payload(self, *, user: bool = True) -> Payload:
        """The member as Discord sends it, without the user inside messages."""
        member: Payload = {
            "roles": [str(role.id) for role in self.roles],
            "nick": self.nick,
            "avatar": None,
            "joined_at": JOINED,
            "premium_since": None,
            "deaf": False,
            "mute": False,
            "pending": False,
            "flags": 0,
        }
        return member | ({"user": self.user.payload()} if user else {})


@dataclass(eq=False)
class Channel:
    """A text or voice channel or thread of a server (`guild`), or a private one (`people`).

    `bot_is_in` tells a conversation with the bot from one between people, where only user-installed commands work.
    `denied` are the permissions taken from the bot here.
    """

    id: int
    type: ChannelType
    name: str = ""
    guild: Guild | None = None
    people: tuple[User, ...] = ()
    bot_is_in: bool = True
    nsfw: bool = False
    denied: int = 0
    parent: Channel | None = None
    position: int = 0
    messages: dict[int, Message] = field(default_factory=dict)

    @property
    def mention(self) -> str:
        """The text that links to the channel."""
        return f"<#{self.id}>"

    @property
    def recipients(self) -> list[User]:
        """The people in a private channel without the bot."""
        return [user for user in self.people if not user.bot]

    @property
    def last_message_id(self) -> str | None:
        """The id of the newest message, if there is one."""
        return str(max(self.messages)) if self.messages else None

    def payload(self) -> Payload:
        """The channel as Discord sends it."""
        common: Payload = {"id": str(self.id), "type": int(self.type), "last_message_id": self.last_message_id}
        if self.guild is None:
            group = {"name": self.name, "icon": None, "owner_id": None} if self.type is ChannelType.GROUP_DM else {}
            return common | {"recipients": [user.payload() for user in self.recipients], "flags": 0} | group
        common |= {
            "guild_id": str(self.guild.id),
            "name": self.name,
            "position": self.position,
            "permission_overwrites": [
                {"id": str(member.user.id), "type": 1, "allow": "0", "deny": str(int(self.denied))}
                for member in self.guild.members.values()
                if self.denied and member.user.bot
            ],
            "nsfw": self.nsfw,
            "parent_id": str(self.parent.id) if self.parent else None,
            "rate_limit_per_user": 0,
            "topic": None,
            "flags": 0,
        }
        if self.type is ChannelType.VOICE:
            common |= {"bitrate": 64_000, "user_limit": 0, "rtc_region": None}
        if self.type is ChannelType.PUBLIC_THREAD:
            common |= {
                "owner_id": str(self.guild.owner.id),
                "message_count": len(self.messages),
                "member_count": 2,
                "thread_metadata": {
                    "archived": False,
                    "auto_archive_duration": 1440,
                    "archive_timestamp": JOINED,
                    "locked": False,
                },
            }
        return common


@dataclass(eq=False)
class Guild:
    """A server; its first role is @everyone.

    `bot_is_in` is False for one where the bot is only known through a user who installed it; `allowed` are the roles
    that the server lets use a command which asks for permissions they lack, by the command's name.
    """

    id: int
    name: str
    owner: User
    bot_is_in: bool = True
    locale: str = "en-US"
    roles: list[Role] = field(default_factory=list)
    members: dict[int, Member] = field(default_factory=dict)
    channels: list[Channel] = field(default_factory=list)
    allowed: dict[str, list[Role]] = field(default_factory=dict)

    def add_member(self, user: User, roles: Iterable[Role] = ()) -> Member:
        """Let the user join with these roles."""
        member = self.members[user.id] = Member(user, list(roles))
        return member

    def permissions(self, user: User) -> int:
        """What the user may do here."""
        if user is self.owner:
            return ALL_PERMISSIONS
        member = self.members.get(user.id)
        bits = self.roles[0].permissions
        for role in member.roles if member else ():
            bits |= role.permissions
        return ALL_PERMISSIONS if bits & Permission.ADMINISTRATOR else bits

    def allow(self, command: str, role: Role) -> None:
        """Let a role use a command, as the server's owner can under Integrations."""
        self.allowed.setdefault(command, []).append(role)

    def allows(self, command: str, user: User) -> bool:
        """Whether the user has a role that was allowed the command."""
        return any(role in self.allowed.get(command, ()) for role in self.members[user.id].roles)

    def shard(self, count: int) -> int:
        """Which of `count` shards this server's events go to."""
        return (self.id >> 22) % count

    def partial(self) -> Payload:
        """The server as it stands in an interaction."""
        return {"id": str(self.id), "locale": self.locale, "features": []}

    def payload(self) -> Payload:
        """The server without members and channels, as REST sends it."""
        return {
            "id": str(self.id),
            "name": self.name,
            "owner_id": str(self.owner.id),
            "roles": [role.payload() for role in self.roles],
            "emojis": [],
            "stickers": [],
            "features": [],
            "icon": None,
            "verification_level": 0,
            "default_message_notifications": 0,
            "explicit_content_filter": 0,
            "mfa_level": 0,
            "nsfw_level": 0,
            "afk_timeout": 300,
            "premium_tier": 0,
            "preferred_locale": self.locale,
            "system_channel_id": None,
            "system_channel_flags": 0,
        }

    def create_payload(self, bot: User, *, all_members: bool) -> Payload:
        """The server as GUILD_CREATE sends it; without the members intent only the bot is in `members`."""
        members = [member for member in self.members.values() if all_members or member.user is bot]
        threads = [channel for channel in self.channels if channel.type is ChannelType.PUBLIC_THREAD]
        return self.payload() | {
            "unavailable": False,
            "large": False,
            "joined_at": JOINED,
            "member_count": len(self.members),
            "members": [member.payload() for member in members],
            "channels": [channel.payload() for channel in self.channels if channel not in threads],
            "threads": [thread.payload() for thread in threads],
            "voice_states": [],
            "presences": [],
            "stage_instances": [],
            "guild_scheduled_events": [],
            "soundboard_sounds": [],
        }
