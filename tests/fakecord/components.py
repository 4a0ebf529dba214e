"""Reading the components of a message or a modal: walking, numbering, finding buttons and menus."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.fakecord.flags import SELECTS, Component

Payload = dict[str, Any]


def walk(components: Iterable[Payload]) -> Iterator[Payload]:
    """Every component and what is nested in it, in reading order."""
    for component in components:
        yield component
        yield from walk(component.get("components") or [])
        yield from walk(nested for key in ("component", "accessory") if (nested := component.get(key)))


def numbered(components: Iterable[Payload]) -> list[Payload]:
    """A copy in which every component has an id, as Discord gives it."""
    copied = copy.deepcopy(list(components))
    taken = {component.get("id") for component in walk(copied)}
    free = (number for number in range(1, 10_000) if number not in taken)
    for component in walk(copied):
        if not component.get("id"):
            component["id"] = next(free)
    return copied


@dataclass(frozen=True)
class Button:
    """A button as a member sees it; `custom_id` is None for links."""

    label: str
    custom_id: str | None
    style: int
    url: str | None
    disabled: bool
    emoji: str | None


@dataclass(frozen=True)
class Select:
    """A menu as a member sees it; `options` is empty for menus of users, roles and channels."""

    type: int
    custom_id: str
    placeholder: str | None
    options: tuple[tuple[str, str], ...]
    descriptions: tuple[str | None, ...]
    min_values: int
    max_values: int
    disabled: bool

    @property
    def labels(self) -> list[str]:
        """What the options are called."""
        return [label for label, _ in self.options]

    def value_of(self, text: str) -> str:
        """The value of the option with this label or value."""
        for label, value in self.options:
            if text in (label, value):
                return value
        raise AssertionError(f"the menu {self.custom_id!r} has no option {text!r}, only {self.labels}")


def buttons(components: Iterable[Payload]) -> list[Button]:
    """The buttons among the components."""
    return [
        Button(
            label=found.get("label") or "",
            custom_id=found.get("custom_id"),
            style=found["style"],
            url=found.get("url"),
            disabled=bool(found.get("disabled")),
            emoji=(found.get("emoji") or {}).get("name"),
        )
        for found in walk(components)
        if found["type"] == Component.BUTTON
    ]


def selects(components: Iterable[Payload]) -> list[Select]:
    """The menus among the components."""
    return [
        Select(
            type=found["type"],
            custom_id=found["custom_id"],
            placeholder=found.get("placeholder"),
            options=tuple((option["label"], option["value"]) for option in found.get("options") or ()),
            descriptions=tuple(option.get("description") for option in found.get("options") or ()),
            min_values=1 if found.get("min_values") is None else found["min_values"],
            max_values=1 if found.get("max_values") is None else found["max_values"],
            disabled=bool(found.get("disabled")),
        )
        for found in walk(components)
        if found["type"] in SELECTS
    ]


def texts(components: Iterable[Payload]) -> list[str]:
    """The text displays among the components."""
    return [found["content"] for found in walk(components) if found["type"] == Component.TEXT_DISPLAY]
