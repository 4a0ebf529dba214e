"""Putting messages into channels, changing them there, and telling the gateway."""

from __future__ import annotations

import datetime
import json
import re
from typing import Any

from tests.fakecord import components
from tests.fakecord.flags import Intent, MessageFlag
from tests.fakecord.gateway import Gateway
from tests.fakecord.limits import FILE_BYTES
from tests.fakecord.messages import File, Message
from tests.fakecord.people import Channel, User
from tests.fakecord.world import World

Payload = dict[str, Any]

Uploads = dict[int, File]
"""The files of a multipart request by the number in `files[n]`."""

_ATTACHMENT = re.compile(r'"attachment://([^"]+)"')


def upload_problems(body: Payload, uploads: Uploads) -> list[str]:
    """What is wrong between the message and the files sent with it."""
    problems = [
        f"file {file.filename!r} is over {FILE_BYTES} bytes"
        for file in uploads.values()
        if len(file.content) > FILE_BYTES
    ]
    described = {int(attachment["id"]) for attachment in body.get("attachments") or [] if int(attachment["id"]) < 100}
    if uploads and body.get("attachments") is not None and described != set(uploads):
        problems.append(f"attachments {sorted(described)} do not match the files {sorted(uploads)}")
    names = {file.filename for file in uploads.values()}
    used = set(_ATTACHMENT.findall(json.dumps([body.get("embeds"), body.get("components")])))
    return problems + [f"attachment://{name} is not among the files" for name in sorted(used - names)]


def create(
    world: World,
    channel: Channel,
    body: Payload,
    uploads: Uploads,
    *,
    flags: int = 0,
    reference: Message | None = None,
    metadata: Payload | None = None,
) -> Message:
    """A new message of the bot; one that is not ephemeral stands in the channel."""
    message = Message(
        world.new_id(),
        channel,
        world.bot,
        flags=flags | (body.get("flags") or 0),
        reference=reference,
        interaction_metadata=metadata,
        type=20 if metadata else 19 if reference else 0,
    )
    fill(world, message, body, uploads)
    world.sent.append(message)
    if not message.ephemeral:
        channel.messages[message.id] = message
    return message


def fill(world: World, message: Message, body: Payload, uploads: Uploads) -> None:
    """Write what the request says into the message; what it does not name stays."""
    message.flags = (message.flags & ~MessageFlag.LOADING) | ((body.get("flags") or 0) & ~MessageFlag.EPHEMERAL)
    if "content" in body:
        message.content = (body["content"] or "").strip()
    if "embeds" in body:
        message.embeds = body["embeds"] or []
    if "components" in body:
        message.components = components.numbered(body["components"] or [])
    if "allowed_mentions" in body:
        message.allowed_mentions = body["allowed_mentions"]
    if "poll" in body:
        message.poll = body["poll"]
    described = {int(attachment["id"]): attachment for attachment in body.get("attachments") or []}
    if "attachments" in body:
        message.files = [file for file in message.files if file.id in described]
    for number, file in sorted(uploads.items()):
        file.description = described.get(number, {}).get("description")
        message.files.append(world.store(file, message.channel))


def edit(world: World, message: Message, body: Payload, uploads: Uploads) -> None:
    """Change a message that stood before."""
    fill(world, message, body, uploads)
    message.edited_at = datetime.datetime.now(datetime.UTC).isoformat()


async def announce(world: World, gateway: Gateway, message: Message, event: str = "MESSAGE_CREATE") -> None:
    """Tell the gateway of a message in a channel the bot is in, each session what its intents let it see."""
    if message.ephemeral or not message.channel.bot_is_in:
        return
    guild = message.channel.guild
    await gateway.dispatch(
        event,
        lambda session: message.event(reader=world.reader(session.intents)),
        guild=guild,
        intent=Intent.GUILD_MESSAGES if guild else Intent.DIRECT_MESSAGES,
    )
    if event == "MESSAGE_CREATE" and message.author is world.bot and not message.interaction_metadata:
        for watcher in world.watchers:
            watcher.put_nowait(message)


async def remove(gateway: Gateway, message: Message) -> None:
    """Delete a message and say so."""
    message.deleted = True
    message.channel.messages.pop(message.id, None)
    if message.ephemeral or not message.channel.bot_is_in:
        return
    guild = message.channel.guild
    deleted = {"id": str(message.id), "channel_id": str(message.channel.id)}
    await gateway.dispatch(
        "MESSAGE_DELETE",
        deleted | ({"guild_id": str(guild.id)} if guild else {}),
        guild=guild,
        intent=Intent.GUILD_MESSAGES if guild else Intent.DIRECT_MESSAGES,
    )


async def react(gateway: Gateway, message: Message, user: User, emoji: str, *, add: bool = True) -> None:
    """Put a reaction under a message or take it away, and say so."""
    users = message.reactions.setdefault(emoji, [])
    if add and user not in users:
        users.append(user)
    elif not add and user in users:
        users.remove(user)
    if not users:
        del message.reactions[emoji]
    guild = message.channel.guild
    reaction: Payload = {
        "user_id": str(user.id),
        "channel_id": str(message.channel.id),
        "message_id": str(message.id),
        "message_author_id": str(message.author.id),
        "emoji": {"id": None, "name": emoji},
        "burst": False,
        "type": 0,
    }
    if guild:
        reaction |= {"guild_id": str(guild.id), "member": guild.members[user.id].payload()}
    await gateway.dispatch(
        "MESSAGE_REACTION_ADD" if add else "MESSAGE_REACTION_REMOVE",
        reaction,
        guild=guild,
        intent=Intent.GUILD_MESSAGE_REACTIONS if guild else Intent.DIRECT_MESSAGE_REACTIONS,
    )
