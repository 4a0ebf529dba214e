"""A menu of the fields of a film: choosing one opens the form to edit it or to suggest another value."""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import ui

from bot.chat import entry, forms, replies
from bot.chat.permissions import require_moderator
from bot.knowledge.film import Film
from bot.sources.fields import FIELDS, field_text

if TYPE_CHECKING:
    from bot.chat.client import FilmBot

OFFERED = tuple(name for name in FIELDS if name not in ("keywords", "popularity", "scores", "sources"))
"""The fields of the menu, which holds 25; /entry edit knows them all."""

_FOR = {"edit": "Go on with …", "suggest": "Which field is wrong?"}


class FieldMenu(ui.DynamicItem["ui.Select[Any]"], template=r"field:(?P<purpose>edit|suggest):(?P<key>.+)"):
    """The fields of one film."""

    def __init__(self, purpose: str, key: str) -> None:
        options = [discord.SelectOption(label=FIELDS[name].label, value=name) for name in OFFERED]
        custom_id = f"field:{purpose}:{key}"
        super().__init__(ui.Select(custom_id=custom_id, placeholder=_FOR[purpose], options=options))
        self.purpose, self.key = purpose, key

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str]) -> Self:
        """The menu as it was sent, with what was chosen."""
        menu = cls(match["purpose"], match["key"])
        menu.item = item  # type: ignore[assignment]
        return menu

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Open the form."""
        await replies.guarded(interaction, lambda: self._open(interaction))

    async def _open(self, interaction: discord.Interaction[FilmBot]) -> None:
        if self.purpose == "edit":
            await require_moderator(interaction)
        catalogue = entry.view(interaction)
        _, film = await entry.standing(await entry.id_of_key(self.key, catalogue), catalogue)
        await interaction.response.send_modal(field_form(self.purpose, film, self.item.values[0]))


def field_form(purpose: str, film: Film, name: str) -> ui.Modal:
    """The form for one field of a film, filled with what stands."""
    assert film.id
    custom_id = f"form:{purpose}:{name}:{mark(film, name)}:{entry.key_of(film.id)}"
    return forms.form(custom_id, film.label, forms.field_boxes(name, field_text(film, name)))


def mark(film: Film, name: str) -> str:
    """What tells whether a field has changed since: short, and the same only while it holds the same."""
    return blake2b(field_text(film, name).encode(), digest_size=6).hexdigest()
