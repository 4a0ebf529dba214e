"""Forms that people fill in. A form's custom_id says all that is needed to read it, so that one outlives a restart."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.chat.markdown import cut, length
from bot.errors import BotError
from bot.sources.fields import FIELDS

if TYPE_CHECKING:
    from bot.chat.client import FilmBot

TITLE, LABEL, HOW, BOX, BOXES = 45, 45, 100, 4000, 5
"""Discord's limits: characters of a form's title, a box's label, its description and its text; boxes of a form."""

TOO_LONG = (
    "is longer than a form can show ({most:,} characters). Get it with /entry raw, change the file, and import it."
)


@dataclass(frozen=True, slots=True)
class Box:
    """One box to write into."""

    name: str
    label: str
    how: str = ""
    text: str = ""
    """What stands in it at first."""
    long: bool = False
    required: bool = False
    most: int = BOX


def form(custom_id: str, title: str, boxes: Sequence[Box]) -> ui.Modal:
    """A form; what is typed comes back to whoever reads its custom_id, see `typed`."""
    made = ui.Modal(title=cut(title, TITLE), custom_id=custom_id)
    for box in boxes:
        style = discord.TextStyle.paragraph if box.long else discord.TextStyle.short
        field: ui.TextInput[Any] = ui.TextInput(
            style=style, custom_id=box.name, default=box.text or None, required=box.required, max_length=box.most
        )
        made.add_item(ui.Label(text=cut(box.label, LABEL), description=cut(box.how, HOW) or None, component=field))
    made.stop()  # so that discord.py does not keep it
    return made


def field_boxes(name: str, text: str) -> list[Box]:
    """The boxes for one field of a film; a long text goes on in further ones. Raises BotError when it is too long."""
    field = FIELDS[name]
    parts = pieces(text)
    if len(parts) > BOXES:
        raise BotError(f"{field.label} {TOO_LONG.format(most=BOX * BOXES)}")
    first = Box("text", field.label, field.how, parts[0], field.long, name == "title")
    more = (
        replace(first, name=f"text{n}", label=f"{field.label} ({n} of {len(parts)})", how="", text=part, required=False)
        for n, part in enumerate(parts[1:], 2)
    )
    return [first, *more]


def pieces(text: str) -> list[str]:
    """The text in parts that each fit a box, cut at the ends of lines, else between words."""
    return [part for part, _ in _cuts(text)]


def _cuts(text: str) -> Iterator[tuple[str, str]]:
    """The parts, and what stood between each and the next."""
    while length(text) > BOX:
        room = text[:BOX]
        while length(room) > BOX:
            room = room[: -((length(room) - BOX + 1) // 2)]
        end = next((end for mark in "\n " if (end := room.rfind(mark)) > 0), len(room))
        between = text[end] if text[end] in "\n " else ""
        yield text[:end], between
        text = text[end + len(between) :]
    yield text, ""


def joined(typed: Mapping[str, str], original: str) -> str:
    """The text of a field typed into its boxes; `original` is what stood in them, and says how they go together."""
    names = sorted((name for name in typed if name.startswith("text")), key=_number)
    between = [mark for _, mark in _cuts(original)]
    marks = [*between[: len(names) - 1], *["\n"] * (len(names) - len(between))]
    return "".join(typed[name] + mark for name, mark in zip(names, [*marks, ""], strict=False))


def _number(name: str) -> int:
    return int(name.removeprefix("text") or 1)


def typed(interaction: discord.Interaction[FilmBot]) -> dict[str, str]:
    """What was typed into a form, by the names of its boxes."""
    given: Any = interaction.data or {}
    return {box["custom_id"]: box.get("value") or "" for box in _boxes(given.get("components") or [])}


def _boxes(components: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for component in components:
        inner = component.get("component")
        if "value" in component:
            yield component
        yield from _boxes([inner] if inner else component.get("components") or [])


KEPT = "typed.json"
"""The file in which what was typed goes with the message that refuses it."""


def kept(texts: Mapping[str, str]) -> tuple[str, bytes]:
    """What was typed as a file."""
    return KEPT, json.dumps(dict(texts), ensure_ascii=False).encode()


def filled(made: ui.Modal, texts: Mapping[str, str]) -> ui.Modal:
    """The form with what was typed before."""
    for item in made.walk_children():
        if isinstance(item, ui.TextInput) and item.custom_id in texts:
            item.default = texts[item.custom_id] or None
    return made


LOST = "The file that went with this message is gone; begin anew."


async def attached(interaction: discord.Interaction[Any], name: str) -> bytes:
    """The file of this name that goes with the message of a button. Raises BotError when it is gone."""
    files = interaction.message.attachments if interaction.message else []
    file = next((file for file in files if file.filename == name), None)
    try:
        if file:
            return await file.read()
    except discord.HTTPException as error:
        raise BotError(LOST) from error
    raise BotError(LOST)
