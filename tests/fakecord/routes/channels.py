"""Channels and the messages in them."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from tests.fakecord import posting
from tests.fakecord.call import Call, Refusal, Route
from tests.fakecord.flags import ChannelType, Intent, Permission
from tests.fakecord.limits import message_problems
from tests.fakecord.messages import Message
from tests.fakecord.posting import announce, upload_problems

Payload = dict[str, Any]


def _seen(call: Call, message: Message) -> Payload:
    reader = None if call.world.granted & Intent.MESSAGE_CONTENT else call.world.bot
    return message.payload(reader=reader)


def _own(call: Call) -> Message:
    message = call.message()
    if message.author is not call.world.bot:
        raise Refusal(403, 50005, "Cannot edit a message authored by another user")
    return message


def check_send(call: Call) -> list[str]:
    """A new message."""
    return message_problems(call.body, ephemeral_allowed=False) + upload_problems(call.body, call.uploads)


def check_edit(call: Call) -> list[str]:
    """A changed message."""
    before = _own(call).payload()
    return message_problems(call.body, ephemeral_allowed=False, editing=before) + upload_problems(
        call.body, call.uploads
    )


async def channel(call: Call) -> Payload:
    """A channel."""
    return call.channel().payload()


async def send(call: Call) -> Payload:
    """Send a message."""
    target = call.channel(Permission.SEND_MESSAGES)
    if any(not user.accepts_dms for user in target.recipients):
        raise Refusal(403, 50007, "Cannot send messages to this user")
    reference = None
    if wanted := call.body.get("message_reference"):
        reference = target.messages.get(int(wanted["message_id"]))
        if reference is None and wanted.get("fail_if_not_exists", True):
            raise Refusal(400, 50035, "Invalid Form Body: message_reference: Unknown message")
    message = posting.create(call.world, target, call.body, call.uploads, reference=reference)
    await announce(call.world, call.gateway, message)
    return message.payload() | ({"nonce": call.body["nonce"]} if "nonce" in call.body else {})


async def history(call: Call) -> list[Payload]:
    """The newest messages, before or after one of them."""
    limit = int(call.query.get("limit", 50))
    if not 1 <= limit <= 100:
        call.world.violate(f"{limit} messages of a history asked for, not 1 to 100")
    before, after = int(call.query.get("before", 1 << 63)), int(call.query.get("after", 0))
    found = [message for key, message in sorted(call.channel().messages.items()) if after < key < before]
    found = found[:limit] if "after" in call.query else found[-limit:]
    return [_seen(call, message) for message in reversed(found)]


async def get(call: Call) -> Payload:
    """One message."""
    return _seen(call, call.message())


async def change(call: Call) -> Payload:
    """Change one of the bot's messages."""
    message = _own(call)
    posting.edit(call.world, message, call.body, call.uploads)
    await announce(call.world, call.gateway, message, "MESSAGE_UPDATE")
    return message.payload()


async def delete(call: Call) -> None:
    """Delete a message."""
    message = call.message()
    if message.author is not call.world.bot:
        call.channel(Permission.MANAGE_MESSAGES)
    await posting.remove(call.gateway, message)


async def delete_many(call: Call) -> None:
    """Delete 2 to 100 messages at once."""
    target = call.channel(Permission.MANAGE_MESSAGES)
    for message_id in call.body["messages"]:
        if message := target.messages.get(int(message_id)):
            await posting.remove(call.gateway, message)


async def typing(call: Call) -> None:
    """Show that the bot is writing."""
    call.world.typing.append(call.channel())


async def react(call: Call) -> None:
    """Put the bot's reaction under a message."""
    message = call.message(Permission.ADD_REACTIONS)
    await posting.react(call.gateway, message, call.world.bot, unquote(call.ids["emoji_name"]))


async def unreact(call: Call) -> None:
    """Take the bot's, or with `user_id` somebody's, reaction away."""
    message = call.message(Permission.MANAGE_MESSAGES if "user_id" in call.ids else 0)
    user = call.user() if "user_id" in call.ids else call.world.bot
    await posting.react(call.gateway, message, user, unquote(call.ids["emoji_name"]), add=False)


async def reactions(call: Call) -> list[Payload]:
    """Who reacted with this emoji."""
    return [user.payload() for user in call.message().reactions.get(unquote(call.ids["emoji_name"]), [])]


async def clear_reactions(call: Call) -> None:
    """Take all reactions away."""
    call.message(Permission.MANAGE_MESSAGES).reactions.clear()


async def pin(call: Call) -> None:
    """Pin a message."""
    call.message(Permission.MANAGE_MESSAGES).pinned = True


async def unpin(call: Call) -> None:
    """Unpin a message."""
    call.message(Permission.MANAGE_MESSAGES).pinned = False


async def pins(call: Call) -> Payload:
    """The pinned messages, newest first."""
    pinned = [message for message in reversed(call.channel().messages.values()) if message.pinned]
    items = [{"pinned_at": message.created_at, "message": _seen(call, message)} for message in pinned]
    return {"items": items, "has_more": False}


async def start_thread(call: Call) -> Payload:
    """Start a thread, under a message when the path names one."""
    parent = call.channel(Permission.CREATE_PUBLIC_THREADS)
    if parent.guild is None:
        raise Refusal(400, 50024, "Cannot execute action on this channel type")
    if "message_id" in call.ids:
        call.message()
    thread = call.world.add_channel(parent.guild, call.body["name"], ChannelType.PUBLIC_THREAD, parent=parent)
    await call.gateway.dispatch("THREAD_CREATE", thread.payload(), guild=parent.guild, intent=Intent.GUILDS)
    return thread.payload()


_MESSAGES = "/channels/{channel_id}/messages"
_MESSAGE = _MESSAGES + "/{message_id}"
_REACTION = _MESSAGE + "/reactions/{emoji_name}"

ROUTES = {
    "GET /channels/{channel_id}": Route(channel),
    "POST /channels/{channel_id}/typing": Route(typing),
    "POST /channels/{channel_id}/threads": Route(start_thread),
    f"POST {_MESSAGES}": Route(send, check_send),
    f"GET {_MESSAGES}": Route(history),
    f"POST {_MESSAGES}/bulk-delete": Route(delete_many),
    f"GET {_MESSAGES}/pins": Route(pins),
    f"PUT {_MESSAGES}/pins/{{message_id}}": Route(pin),
    f"DELETE {_MESSAGES}/pins/{{message_id}}": Route(unpin),
    f"GET {_MESSAGE}": Route(get),
    f"PATCH {_MESSAGE}": Route(change, check_edit),
    f"DELETE {_MESSAGE}": Route(delete),
    f"POST {_MESSAGE}/threads": Route(start_thread),
    f"DELETE {_MESSAGE}/reactions": Route(clear_reactions),
    f"GET {_REACTION}": Route(reactions),
    f"PUT {_REACTION}/@me": Route(react),
    f"DELETE {_REACTION}/@me": Route(unreact),
    f"DELETE {_REACTION}/{{user_id}}": Route(unreact),
}
