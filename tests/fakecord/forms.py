"""What a real client sends when a menu is used or a form is filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tests.fakecord.client import Refused, resolve_user
from tests.fakecord.components import Select
from tests.fakecord.flags import ALL_PERMISSIONS, SELECTS, Component
from tests.fakecord.messages import File, Modal
from tests.fakecord.people import Channel, Role, User
from tests.fakecord.world import World

Payload = dict[str, Any]
Filled = str | bool | File | Sequence[str]


def chosen(select: Select, values: Sequence[str | User | Role | Channel], where: Channel) -> Payload:
    """The data of a used menu; strings are labels or values of its options."""
    if select.disabled:
        raise Refused(f"the menu {select.custom_id!r} is disabled")
    if not select.min_values <= len(values) <= select.max_values:
        raise Refused(f"the menu takes {select.min_values} to {select.max_values} values, not {len(values)}")
    resolved: Payload = {}
    sent = []
    for value in values:
        if isinstance(value, str):
            sent.append(select.value_of(value))
            continue
        sent.append(str(value.id))
        if isinstance(value, User):
            resolve_user(value, where, resolved)
        elif isinstance(value, Role):
            resolved.setdefault("roles", {})[str(value.id)] = value.payload()
        else:
            channel = value.payload() | {"permissions": str(ALL_PERMISSIONS)}
            resolved.setdefault("channels", {})[str(value.id)] = channel
    data: Payload = {"custom_id": select.custom_id, "component_type": select.type, "values": sent}
    return data | ({"resolved": resolved} if resolved else {})


def filled_in(world: World, modal: Modal, values: Mapping[str, Filled], where: Channel) -> Payload:
    """The data of a form, `values` by label (or custom_id); a field not named keeps what it was opened with."""
    left = dict(values)
    resolved: Payload = {}

    def fill(component: Payload, label: str | None) -> Payload:
        kind = component["type"]
        common: Payload = {"type": kind, "id": component.get("id", 0)}
        if kind == Component.TEXT_DISPLAY:
            return common
        if kind == Component.ACTION_ROW:
            return common | {"components": [fill(inner, None) for inner in component["components"]]}
        if kind == Component.LABEL:
            return common | {"component": fill(component["component"], component["label"])}
        names = (label, component.get("label"), component["custom_id"])
        key = next((name for name in names if name in left), None)
        value = left.pop(key) if key else None
        return common | {"custom_id": component["custom_id"]} | _filled(world, component, value, names, where, resolved)

    components = [fill(component, None) for component in modal.components]
    if left:
        raise Refused(f"the form {modal.title!r} has no fields {sorted(left)}, only {list(modal.fields)}")
    return {"custom_id": modal.custom_id, "components": components} | ({"resolved": resolved} if resolved else {})


def _filled(
    world: World, field: Payload, value: Filled | None, names: Sequence[str | None], where: Channel, resolved: Payload
) -> Payload:
    name = next(name for name in names if name)
    kind, required = field["type"], field.get("required", True)
    if kind == Component.TEXT_INPUT:
        text = field.get("value") or "" if value is None else value
        if not isinstance(text, str):
            raise Refused(f"field {name!r} takes text, not {text!r}")
        least, most = field.get("min_length") or 0, field.get("max_length") or 4000
        if (required and not text) or (text and not least <= len(text) <= most):
            raise Refused(f"field {name!r} takes {max(least, int(required))} to {most} characters, not {len(text)}")
        return {"value": text}
    if kind == Component.CHECKBOX:
        return {"value": bool(field.get("default")) if value is None else bool(value)}
    if kind == Component.RADIO_GROUP:
        picked = _options(field, [str(value)] if value is not None else None, name)
        if required and not picked:
            raise Refused(f"field {name!r} must be answered")
        return {"value": picked[0] if picked else None}
    if kind == Component.FILE_UPLOAD:
        files = [value] if isinstance(value, File) else []
        for file in files:
            world.store(file, where)
            resolved.setdefault("attachments", {})[str(file.id)] = file.payload()
        if required and not files:
            raise Refused(f"field {name!r} needs a file")
        return {"values": [str(file.id) for file in files]}
    if kind in SELECTS or kind == Component.CHECKBOX_GROUP:
        wanted = [value] if isinstance(value, str) else list(value) if isinstance(value, Sequence) else None
        picked = _options(field, wanted, name)
        if required and not picked:
            raise Refused(f"field {name!r} must be answered")
        return {"values": picked}
    raise Refused(f"field {name!r} is of an unknown type {kind}")


def _options(field: Payload, wanted: Sequence[str] | None, name: str) -> list[str]:
    options = field.get("options") or []
    if wanted is None:
        return [option["value"] for option in options if option.get("default")]
    picked = []
    for text in wanted:
        value = next((option["value"] for option in options if text in (option["label"], option["value"])), None)
        if value is None:
            raise Refused(f"field {name!r} has no option {text!r}, only {[option['label'] for option in options]}")
        picked.append(value)
    return picked
