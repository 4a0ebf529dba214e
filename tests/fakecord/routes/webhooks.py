"""What comes after the first answer to an interaction: follow-ups, and changes to what was sent."""

from __future__ import annotations

from typing import Any

from tests.fakecord.call import Call, Refusal, Route
from tests.fakecord.flags import Callback
from tests.fakecord.interactions import Interaction
from tests.fakecord.limits import message_problems
from tests.fakecord.messages import Message
from tests.fakecord.posting import announce, create, edit, remove, upload_problems

Payload = dict[str, Any]

FOLLOWUPS_ELSEWHERE = 5
"""How many follow-ups a user-installed command may send where the bot is not."""


def _interaction(call: Call) -> Interaction:
    interaction = call.world.interactions.get(call.ids["webhook_token"])
    if interaction is None or call.id("webhook_id") != call.world.bot.id:
        raise Refusal(404, 10015, "Unknown Webhook")
    if interaction.expired:
        raise Refusal(401, 50027, "Invalid Webhook Token")
    if interaction.callback is None:
        call.world.violate(f"{interaction.name} got a follow-up before its first answer")
        raise Refusal(404, 10015, "Unknown Webhook")
    return interaction


def _message(call: Call) -> Message:
    interaction = _interaction(call)
    message: Message | None
    if "message_id" not in call.ids:
        message = interaction.original
    else:
        known = [*interaction.followups, *([interaction.original] if interaction.original else [])]
        message = next((message for message in known if message.id == call.id("message_id")), None)
    if message is None or message.deleted:
        raise Refusal(404, 10008, "Unknown Message")
    return message


def check_followup(call: Call) -> list[str]:
    """A follow-up."""
    _interaction(call)
    return message_problems(call.body, ephemeral_allowed=True) + upload_problems(call.body, call.uploads)


def check_edit(call: Call) -> list[str]:
    """A change."""
    before = _message(call).payload()
    return message_problems(call.body, ephemeral_allowed=True, editing=before) + upload_problems(
        call.body, call.uploads
    )


async def follow_up(call: Call) -> Payload | None:
    """Send another message; the first one after a deferral takes the place of the waiting message."""
    interaction = _interaction(call)
    waiting = interaction.original
    if interaction.callback is Callback.DEFERRED_MESSAGE and waiting and waiting.loading and not waiting.deleted:
        message = waiting
        edit(call.world, message, call.body, call.uploads)
        await announce(call.world, call.gateway, message, "MESSAGE_UPDATE")
        interaction.settled.set()
    else:
        if not interaction.channel.bot_is_in and len(interaction.followups) >= FOLLOWUPS_ELSEWHERE:
            raise Refusal(400, 40094, "This interaction has reached its maximum number of follow-up messages")
        message = create(call.world, interaction.channel, call.body, call.uploads, metadata=interaction.metadata())
        await announce(call.world, call.gateway, message)
        interaction.follow_up(message)
    return message.payload() if call.query.get("wait") in ("1", "true") else None


async def get(call: Call) -> Payload:
    """A message sent before."""
    return _message(call).payload()


async def change(call: Call) -> Payload:
    """Change a message sent before."""
    message = _message(call)
    edit(call.world, message, call.body, call.uploads)
    await announce(call.world, call.gateway, message, "MESSAGE_UPDATE")
    _interaction(call).settled.set()
    return message.payload()


async def delete(call: Call) -> None:
    """Delete a message sent before."""
    await remove(call.gateway, _message(call))


_BASE = "/webhooks/{webhook_id}/{webhook_token}"

ROUTES = {
    f"POST {_BASE}": Route(follow_up, check_followup),
    f"GET {_BASE}/messages/@original": Route(get),
    f"PATCH {_BASE}/messages/@original": Route(change, check_edit),
    f"DELETE {_BASE}/messages/@original": Route(delete),
    f"GET {_BASE}/messages/{{message_id}}": Route(get),
    f"PATCH {_BASE}/messages/{{message_id}}": Route(change, check_edit),
    f"DELETE {_BASE}/messages/{{message_id}}": Route(delete),
}
