"""Messages and what hangs on them, as the tests see them and as Discord sends them."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field
from typing import Any

from tests.fakecord import components
from tests.fakecord.components import Button, Select
from tests.fakecord.flags import MessageFlag
from tests.fakecord.people import Channel, Role, User

Payload = dict[str, Any]

_PING = re.compile(r"<@(?P<role>&?)!?(?P<id>\d+)>|@(?P<all>everyone|here)")


@dataclass(eq=False)
class File:
    """A file that was attached, or that a user attaches."""

    filename: str
    content: bytes
    description: str | None = None
    id: int = 0
    channel_id: int = 0
    content_type: str = "application/octet-stream"

    @property
    def path(self) -> str:
        """Where the file lies on the CDN."""
        return f"/attachments/{self.channel_id}/{self.id}/{self.filename}"

    def payload(self) -> Payload:
        """The attachment as Discord sends it."""
        return {
            "id": str(self.id),
            "filename": self.filename,
            "description": self.description,
            "size": len(self.content),
            "url": f"https://cdn.discordapp.com{self.path}",
            "proxy_url": f"https://media.discordapp.net{self.path}",
            "content_type": self.content_type,
            "ephemeral": False,
        }


@dataclass(frozen=True)
class Choice:
    """One suggestion of an autocomplete."""

    name: str
    value: str | int | float


@dataclass(frozen=True)
class Modal:
    """A form the bot opened; `fields` are its inputs by label, as they were sent."""

    custom_id: str
    title: str
    components: list[Payload]

    @property
    def fields(self) -> dict[str, Payload]:
        """Every input component by the label over it (or by its custom_id)."""
        found: dict[str, tuple[str, Payload]] = {}
        for component in components.walk(self.components):
            inner = component.get("component") or component
            if "custom_id" in inner:
                found.setdefault(inner["custom_id"], (component.get("label") or inner["custom_id"], inner))
        return dict(found.values())

    @property
    def values(self) -> dict[str, str]:
        """What the text inputs hold when the form opens, by label."""
        return {label: inner.get("value") or "" for label, inner in self.fields.items() if inner["type"] == 4}


@dataclass(eq=False)
class Message:
    """A message in a channel, or one that only one user sees (`ephemeral`).

    `embeds` and `components` are as the bot sent them; `allowed_mentions` is None when the bot left it out.
    """

    id: int
    channel: Channel
    author: User
    content: str = ""
    embeds: list[Payload] = field(default_factory=list)
    components: list[Payload] = field(default_factory=list)
    flags: int = 0
    files: list[File] = field(default_factory=list)
    allowed_mentions: Payload | None = None
    reference: Message | None = None
    poll: Payload | None = None
    type: int = 0
    edited_at: str | None = None
    deleted: bool = False
    pinned: bool = False
    reactions: dict[str, list[User]] = field(default_factory=dict)
    interaction_metadata: Payload | None = None
    created_at: str = field(default_factory=lambda: datetime.datetime.now(datetime.UTC).isoformat())

    @property
    def ephemeral(self) -> bool:
        """Whether only the user who asked sees it."""
        return bool(self.flags & MessageFlag.EPHEMERAL)

    @property
    def loading(self) -> bool:
        """Whether it still says that the bot is thinking."""
        return bool(self.flags & MessageFlag.LOADING)

    @property
    def is_v2(self) -> bool:
        """Whether it is made of Components V2."""
        return bool(self.flags & MessageFlag.COMPONENTS_V2)

    @property
    def text(self) -> str:
        """All the words a member reads: content, embeds and text displays, a line each."""
        lines: list[str | None] = [self.content]
        for embed in self.embeds:
            lines += [(embed.get("author") or {}).get("name"), embed.get("title"), embed.get("description")]
            for row in embed.get("fields") or ():
                lines += [row["name"], row["value"]]
            lines.append((embed.get("footer") or {}).get("text"))
        return "\n".join(line for line in [*lines, *components.texts(self.components)] if line)

    @property
    def buttons(self) -> list[Button]:
        """The buttons under it."""
        return components.buttons(self.components)

    @property
    def selects(self) -> list[Select]:
        """The menus under it."""
        return components.selects(self.components)

    def button(self, label: str | None = None, *, custom_id: str | None = None) -> Button:
        """The one button with this label (or emoji) or custom_id."""
        found = [
            button
            for button in self.buttons
            if (label is None or label in (button.label, button.emoji))
            and (custom_id is None or custom_id == button.custom_id)
        ]
        if len(found) != 1:
            wanted = custom_id if label is None else label
            raise AssertionError(f"{len(found)} buttons match {wanted!r} among {[b.label for b in self.buttons]}")
        return found[0]

    @property
    def mentions(self) -> list[User]:
        """The users it mentions or answers, who get its content whatever their intents."""
        known = {user.id: user for user in self._people()}
        found = [known[int(hit["id"])] for hit in _PING.finditer(self.content) if _user_in(hit, known)]
        if self.reference and self._pings_the_replied_to():
            found.append(self.reference.author)
        return list(dict.fromkeys(found))

    @property
    def pings(self) -> list[str]:
        """Who is notified: mentions the message holds and `allowed_mentions` lets through."""
        allowed = self.allowed_mentions
        parse = {"users", "roles", "everyone"} if allowed is None else set(allowed.get("parse") or ())
        users = {str(user) for user in (allowed or {}).get("users") or ()}
        roles = {str(role) for role in (allowed or {}).get("roles") or ()}
        found = []
        for hit in _PING.finditer("\n".join([self.content, *components.texts(self.components)])):
            if hit["all"]:
                let_through = "everyone" in parse
            elif hit["role"]:
                let_through = "roles" in parse or hit["id"] in roles
            else:
                let_through = "users" in parse or hit["id"] in users
            if let_through:
                found.append(hit[0])
        if self.reference and self._pings_the_replied_to():
            found.append(self.reference.author.mention)
        return list(dict.fromkeys(found))

    def _pings_the_replied_to(self) -> bool:
        return True if self.allowed_mentions is None else bool(self.allowed_mentions.get("replied_user"))

    def _people(self) -> list[User]:
        if self.channel.guild:
            return [member.user for member in self.channel.guild.members.values()]
        return list(self.channel.people)

    def payload(self, *, reader: User | None = None) -> Payload:
        """The message as Discord sends it; a `reader` without the message-content intent misses what is not for it."""
        visible = reader is None or self.channel.guild is None or reader in (self.author, *self.mentions)
        message: Payload = {
            "id": str(self.id),
            "channel_id": str(self.channel.id),
            "author": self.author.payload(),
            "content": self.content if visible else "",
            "timestamp": self.created_at,
            "edited_timestamp": self.edited_at,
            "tts": False,
            "mention_everyone": "@everyone" in self.pings or "@here" in self.pings,
            "mentions": [self._mention(user) for user in self.mentions],
            "mention_roles": self._mention_roles(),
            "attachments": [file.payload() for file in self.files] if visible else [],
            "embeds": [{"type": "rich"} | embed for embed in self.embeds] if visible else [],
            "components": self.components if visible else [],
            "pinned": self.pinned,
            "type": self.type,
            "flags": self.flags,
        }
        if self.reactions:
            message["reactions"] = [
                {"emoji": {"id": None, "name": emoji}, "count": len(users), "me": any(user.bot for user in users)}
                for emoji, users in self.reactions.items()
            ]
        if self.reference:
            message["message_reference"] = {"message_id": str(self.reference.id), "channel_id": str(self.channel.id)}
            message["referenced_message"] = None if self.reference.deleted else self.reference.payload(reader=reader)
        if self.poll:
            message["poll"] = self._poll(self.poll)
        if self.interaction_metadata:
            message["interaction_metadata"] = self.interaction_metadata
        if self.author.bot:
            message["application_id"] = str(self.author.id)
        return message

    def event(self, *, reader: User | None = None) -> Payload:
        """The message as MESSAGE_CREATE sends it, with server and member."""
        message = self.payload(reader=reader) | {"channel_type": int(self.channel.type)}
        guild = self.channel.guild
        if guild and self.author.id in guild.members:
            message["member"] = guild.members[self.author.id].payload(user=False)
        return message | ({"guild_id": str(guild.id)} if guild else {})

    def _poll(self, poll: Payload) -> Payload:
        ends = datetime.datetime.fromisoformat(self.created_at) + datetime.timedelta(hours=poll.get("duration") or 24)
        answers = [{"answer_id": number} | answer for number, answer in enumerate(poll["answers"], 1)]
        return {
            "question": poll["question"],
            "answers": answers,
            "expiry": ends.isoformat(),
            "allow_multiselect": bool(poll.get("allow_multiselect")),
            "layout_type": 1,
        }

    def _mention(self, user: User) -> Payload:
        guild = self.channel.guild
        member = guild.members.get(user.id) if guild else None
        return user.payload() | ({"member": member.payload(user=False)} if member else {})

    def _mention_roles(self) -> list[str]:
        roles: list[Role] = self.channel.guild.roles if self.channel.guild else []
        return [str(role.id) for role in roles if role.mention in self.content]


def _user_in(hit: re.Match[str], known: dict[int, User]) -> bool:
    return not hit["all"] and not hit["role"] and int(hit["id"]) in known
