"""The first answer to an interaction."""

from __future__ import annotations

from typing import Any

from tests.fakecord.call import Call, Refusal, Route
from tests.fakecord.command_limits import autocomplete_problems
from tests.fakecord.component_limits import modal_problems
from tests.fakecord.flags import Callback, InteractionKind, MessageFlag
from tests.fakecord.interactions import Interaction
from tests.fakecord.limits import message_problems
from tests.fakecord.messages import Choice, Message, Modal
from tests.fakecord.posting import announce, create, edit, upload_problems

Payload = dict[str, Any]

_MESSAGES = {Callback.MESSAGE, Callback.DEFERRED_MESSAGE}
_UPDATES = {Callback.DEFERRED_UPDATE, Callback.UPDATE}
_FITTING = {
    InteractionKind.COMMAND: _MESSAGES | {Callback.MODAL},
    InteractionKind.COMPONENT: _MESSAGES | _UPDATES | {Callback.MODAL},
    InteractionKind.AUTOCOMPLETE: {Callback.CHOICES},
    InteractionKind.MODAL: _MESSAGES,
}


def _interaction(call: Call) -> Interaction:
    interaction = call.world.interactions.get(call.ids["interaction_token"])
    if interaction is None or interaction.id != call.id("interaction_id") or interaction.late or interaction.expired:
        raise Refusal(404, 10062, "Unknown interaction")
    return interaction


def check(call: Call) -> list[str]:
    """Whether the answer fits the interaction, and is within the limits."""
    interaction, kind, data = _interaction(call), call.body.get("type"), call.body.get("data") or {}
    if interaction.callback is not None:
        call.world.violate(f"{interaction.name} was answered twice")
        raise Refusal(400, 40060, "Interaction has already been acknowledged.")
    fitting = _FITTING[interaction.kind] | (_UPDATES if interaction.source else set())
    if kind not in fitting:
        return [f"answer of type {kind} to {interaction.name}"]
    if kind == Callback.CHOICES:
        return autocomplete_problems(data.get("choices") or [], interaction.option_type)
    if kind == Callback.MODAL:
        return modal_problems(data)
    if kind == Callback.MESSAGE:
        return message_problems(data, ephemeral_allowed=True) + upload_problems(data, call.uploads)
    if kind == Callback.UPDATE and interaction.source:
        before = interaction.source.payload()
        return message_problems(data, ephemeral_allowed=True, editing=before) + upload_problems(data, call.uploads)
    if extra := set(data) - {"flags", "tts"}:
        return [f"a deferral that already holds {sorted(extra)}"]
    return []


async def callback(call: Call) -> Payload | None:
    """Take the first answer."""
    interaction, data = _interaction(call), call.body.get("data") or {}
    kind = Callback(call.body["type"])
    message: Message | None = None
    if kind in _MESSAGES:
        loading = MessageFlag.LOADING if kind == Callback.DEFERRED_MESSAGE else 0
        message = create(call.world, interaction.channel, data, call.uploads, metadata=interaction.metadata())
        message.flags |= loading
        interaction.original = message
    elif kind in _UPDATES:
        message = interaction.original = interaction.source
        if message and kind == Callback.UPDATE:
            edit(call.world, message, data, call.uploads)
    elif kind == Callback.CHOICES:
        interaction.choices = [Choice(choice["name"], choice["value"]) for choice in data["choices"]]
    elif kind == Callback.MODAL:
        interaction.modal = Modal(data["custom_id"], data["title"], data["components"])
    interaction.answer(kind)
    if message and kind != Callback.DEFERRED_UPDATE:
        event = "MESSAGE_UPDATE" if kind == Callback.UPDATE else "MESSAGE_CREATE"
        await announce(call.world, call.gateway, message, event)
    if call.query.get("with_response") not in ("1", "true"):
        return None
    answer: Payload = {"interaction": {"id": str(interaction.id), "type": int(interaction.kind)}}
    if message:
        answer["interaction"] |= {
            "response_message_id": str(message.id),
            "response_message_loading": message.loading,
            "response_message_ephemeral": message.ephemeral,
        }
        answer["resource"] = {"type": int(kind), "message": message.payload()}
    return answer


ROUTES = {"POST /interactions/{interaction_id}/{interaction_token}/callback": Route(callback, check)}
