"""Discord's limits for components in messages and modals: every check returns what is wrong, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from tests.fakecord.components import walk
from tests.fakecord.flags import SELECTS, Component

Payload = dict[str, Any]

ROWS = 5
BUTTONS_A_ROW = 5
COMPONENTS = 40
CUSTOM_ID = 100
BUTTON_LABEL = 80
BUTTON_URL = 512
OPTIONS = 25
OPTION_TEXT = 100
PLACEHOLDER = 150
V2_TEXT = 4000
TEXT_INPUT = 4000
TEXT_INPUT_PLACEHOLDER = 100
MODAL_TITLE = 45
MODAL_COMPONENTS = 5
LABEL = 45
LABEL_DESCRIPTION = 100
ALT_TEXT = 1024
GALLERY = 10
LINK_STYLE, PREMIUM_STYLE = 5, 6

_V2_TOP = {
    Component.ACTION_ROW,
    Component.SECTION,
    Component.TEXT_DISPLAY,
    Component.MEDIA_GALLERY,
    Component.FILE,
    Component.SEPARATOR,
    Component.CONTAINER,
}
_IN_LABEL = SELECTS | {
    Component.TEXT_INPUT,
    Component.FILE_UPLOAD,
    Component.RADIO_GROUP,
    Component.CHECKBOX_GROUP,
    Component.CHECKBOX,
}


def length_problems(what: str, text: object, limit: int, *, least: int = 0) -> Iterator[str]:
    """Says so when the text is too long, or blank where something must stand."""
    written = "" if text is None else str(text)
    if len(written) > limit:
        yield f"{what} has {len(written)} characters, over {limit}"
    if least and not written.strip():
        yield f"{what} is empty"


def component_problems(components: list[Payload], *, v2: bool) -> Iterator[str]:
    """What is wrong with the components of a message."""
    if v2:
        yield from _v2_problems(components)
    else:
        if len(components) > ROWS:
            yield f"{len(components)} action rows, over {ROWS}"
        for component in components:
            if component.get("type") != Component.ACTION_ROW:
                yield f"component of type {component.get('type')} outside an action row, without the V2 flag"
    yield from _common_problems(components)


def _v2_problems(components: list[Payload]) -> Iterator[str]:
    every = list(walk(components))
    if len(every) > COMPONENTS:
        yield f"{len(every)} components, over {COMPONENTS}"
    for component in components:
        if component.get("type") not in _V2_TOP:
            yield f"component of type {component.get('type')} at the top of the message"
    written = sum(len(c.get("content") or "") for c in every if c.get("type") == Component.TEXT_DISPLAY)
    if written > V2_TEXT:
        yield f"{written} characters over all text displays, over {V2_TEXT}"
    for component in every:
        kind = component.get("type")
        if kind == Component.TEXT_DISPLAY:
            yield from length_problems("text display", component.get("content"), V2_TEXT, least=1)
        elif kind == Component.SECTION:
            if not 1 <= len(component.get("components") or []) <= 3:
                yield f"section with {len(component.get('components') or [])} texts, not 1 to 3"
            if not component.get("accessory"):
                yield "section without an accessory"
        elif kind == Component.CONTAINER:
            if not component.get("components"):
                yield "an empty container"
            if any(inner.get("type") == Component.CONTAINER for inner in component.get("components") or []):
                yield "a container inside a container"
        elif kind == Component.THUMBNAIL:
            yield from length_problems("thumbnail alt text", component.get("description"), ALT_TEXT, least=1)
        elif kind == Component.MEDIA_GALLERY:
            if not 1 <= len(component.get("items") or []) <= GALLERY:
                yield f"gallery with {len(component.get('items') or [])} items, not 1 to {GALLERY}"
            for item in component.get("items") or []:
                yield from length_problems("gallery alt text", item.get("description"), ALT_TEXT, least=1)


def _common_problems(components: list[Payload]) -> Iterator[str]:
    every = list(walk(components))
    counts = Counter(component["custom_id"] for component in every if component.get("custom_id"))
    for custom_id, count in counts.items():
        yield from length_problems("custom_id", custom_id, CUSTOM_ID, least=1)
        if count > 1:
            yield f"custom_id {custom_id!r} is used {count} times"
    for component in every:
        kind = component.get("type")
        if kind == Component.ACTION_ROW:
            yield from _row_problems(component.get("components") or [])
        elif kind == Component.BUTTON:
            yield from _button_problems(component)
        elif kind in SELECTS:
            yield from _select_problems(component)


def _row_problems(inner: list[Payload]) -> Iterator[str]:
    kinds = {component.get("type") for component in inner}
    if not inner:
        yield "an empty action row"
    elif Component.BUTTON in kinds and len(kinds) > 1:
        yield "buttons and other components in one row"
    elif Component.BUTTON in kinds and len(inner) > BUTTONS_A_ROW:
        yield f"{len(inner)} buttons in a row, over {BUTTONS_A_ROW}"
    elif Component.BUTTON not in kinds and len(inner) > 1:
        yield f"{len(inner)} components in a row that holds one menu or text input"


def _button_problems(button: Payload) -> Iterator[str]:
    yield from length_problems("button label", button.get("label"), BUTTON_LABEL)
    style, custom_id, url = button.get("style"), button.get("custom_id"), button.get("url")
    if style != PREMIUM_STYLE and not ((button.get("label") or "").strip() or button.get("emoji")):
        yield "a button with neither label nor emoji"
    if style == LINK_STYLE:
        if custom_id or not url:
            yield "a link button needs a url and no custom_id"
        elif len(url) > BUTTON_URL or not url.startswith(("https://", "http://", "discord://")):
            yield f"button url {url[:60]!r} is too long or no link"
    elif style != PREMIUM_STYLE and (url or not custom_id):
        yield "a button needs a custom_id and no url"


def _select_problems(select: Payload) -> Iterator[str]:
    if not select.get("custom_id"):
        yield "a menu without a custom_id"
    yield from length_problems("menu placeholder", select.get("placeholder"), PLACEHOLDER)
    least = 1 if select.get("min_values") is None else select["min_values"]
    most = 1 if select.get("max_values") is None else select["max_values"]
    if not 0 <= least <= most <= OPTIONS or most < 1:
        yield f"menu takes {least} to {most} values"
    if select.get("type") != Component.STRING_SELECT:
        return
    options = select.get("options") or []
    yield from option_problems(options, limit=OPTIONS, least=1)
    if most > len(options):
        yield f"menu takes {most} of {len(options)} options"
    if sum(bool(option.get("default")) for option in options) > most:
        yield "more default options than the menu takes"


def option_problems(options: list[Payload], *, limit: int, least: int) -> Iterator[str]:
    """What is wrong with the options of a menu or a group of radio buttons or check boxes."""
    if not least <= len(options) <= limit:
        yield f"{len(options)} options, not {least} to {limit}"
    for option in options:
        yield from length_problems("option label", option.get("label"), OPTION_TEXT, least=1)
        yield from length_problems("option value", option.get("value"), OPTION_TEXT, least=1)
        yield from length_problems("option description", option.get("description"), OPTION_TEXT)
    for value, count in Counter(option.get("value") for option in options).items():
        if count > 1:
            yield f"option value {value!r} is used {count} times"


def modal_problems(modal: Payload) -> list[str]:
    """What is wrong with a form."""
    return list(_modal(modal))


def _modal(modal: Payload) -> Iterator[str]:
    yield from length_problems("modal title", modal.get("title"), MODAL_TITLE, least=1)
    yield from length_problems("modal custom_id", modal.get("custom_id"), CUSTOM_ID, least=1)
    components = modal.get("components") or []
    if not 1 <= len(components) <= MODAL_COMPONENTS:
        yield f"{len(components)} modal components, not 1 to {MODAL_COMPONENTS}"
    yield from _common_problems(components)
    for component in components:
        kind = component.get("type")
        if kind not in (Component.ACTION_ROW, Component.LABEL, Component.TEXT_DISPLAY):
            yield f"component of type {kind} at the top of a modal"
        if kind == Component.LABEL:
            yield from length_problems("label", component.get("label"), LABEL, least=1)
            yield from length_problems("label description", component.get("description"), LABEL_DESCRIPTION)
            if (component.get("component") or {}).get("type") not in _IN_LABEL:
                yield "a label without an input"
    for component in walk(components):
        kind = component.get("type")
        if kind == Component.TEXT_INPUT:
            yield from _text_input_problems(component)
        elif kind in (Component.RADIO_GROUP, Component.CHECKBOX_GROUP):
            yield from option_problems(
                component.get("options") or [], limit=10, least=2 if kind == Component.RADIO_GROUP else 1
            )
        elif kind == Component.BUTTON:
            yield "a button in a modal"


def _text_input_problems(field: Payload) -> Iterator[str]:
    if not field.get("custom_id"):
        yield "a text input without a custom_id"
    yield from length_problems("text input label", field.get("label"), LABEL)
    yield from length_problems("text input placeholder", field.get("placeholder"), TEXT_INPUT_PLACEHOLDER)
    yield from length_problems("text input value", field.get("value"), TEXT_INPUT)
    least = field.get("min_length") or 0
    most = TEXT_INPUT if field.get("max_length") is None else field["max_length"]
    if not 0 <= least <= most <= TEXT_INPUT or most < 1:
        yield f"text input of {least} to {most} characters"
    elif field.get("value") and not least <= len(field["value"]) <= most:
        yield f"text input value of {len(field['value'])} characters where {least} to {most} fit"
