"""Paragraphs of a page that was imported, as drafts for a moderator to put into words of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import ui

from bot.chat import entry, fieldmenu, forms, replies
from bot.chat.permissions import require_moderator
from bot.knowledge.changes import Edit
from bot.sources.pages.page import Page

if TYPE_CHECKING:
    from bot.chat.client import FilmBot

NAMES = {"summary": "summary-draft.txt", "reception": "reception-draft.txt"}
"""The files that hold the drafts, by field; they go with the message of the import."""


def files(page: Page | None) -> list[tuple[str, bytes]]:
    """The drafts of a page as files."""
    texts = {field: getattr(page.drafts, field) for field in NAMES} if page else {}
    return [(NAMES[field], text.encode()) for field, text in texts.items() if text]


def buttons(interaction: discord.Interaction[Any], edits: Sequence[Edit]) -> list[Draft]:
    """A button for every draft that goes with the message, for the film that was imported."""
    there = {file.filename for file in interaction.message.attachments} if interaction.message else set()
    films = [edit.film_id for edit in edits if edit.after]
    return [Draft(field, entry.key_of(films[0])) for field, name in NAMES.items() if name in there and films]


class Draft(ui.DynamicItem["ui.Button[Any]"], template=r"draft:(?P<field>summary|reception):(?P<key>.+)"):
    """Opens a draft in the form of its field."""

    def __init__(self, field: str, key: str) -> None:
        super().__init__(ui.Button(label=f"Rewrite the {field}", custom_id=f"draft:{field}:{key}"))
        self.field, self.key = field, key

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str]) -> Self:
        """The button as it was sent."""
        return cls(match["field"], match["key"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Open the form."""
        await replies.guarded(interaction, lambda: self._open(interaction))

    async def _open(self, interaction: discord.Interaction[FilmBot]) -> None:
        await require_moderator(interaction)
        catalogue = entry.view(interaction)
        _, film = await entry.standing(await entry.id_of_key(self.key, catalogue), catalogue)
        text = (await forms.attached(interaction, NAMES[self.field])).decode()
        made = fieldmenu.field_form("edit", film, self.field)
        await interaction.response.send_modal(forms.filled(made, {"text": forms.pieces(text)[0]}))
