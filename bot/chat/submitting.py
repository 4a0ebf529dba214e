"""Forms that come back filled in: what each is for, and another try for those that cannot be read."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import ui

from bot.chat import editing, errors, fieldmenu, forms, importing, keys, replies, suggesting
from bot.chat.markdown import cut, escaped
from bot.chat.replies import Reply
from bot.errors import FieldError

if TYPE_CHECKING:
    from bot.chat.client import FilmBot

Read = Callable[[discord.Interaction[Any], str], Awaitable[Reply]]

ANSWERED: dict[str, Read] = {
    "add": editing.added,
    "edit": editing.edited,
    "suggest": suggesting.suggested,
    "paste": importing.pasted,
}
"""Forms that are answered with a message, by the word in their custom_id."""
IN_PLACE: dict[str, Read] = {"revise": suggesting.revised, "reject": suggesting.rejected}
"""Forms after which the message they were opened from changes."""

_FORM = re.compile(r"form:(?P<what>[a-z]+):(?P<rest>.*)", re.DOTALL)
MOST = 3000
"""Characters of what is wrong."""


async def submitted(interaction: discord.Interaction[FilmBot]) -> None:
    """Read a form that was filled in."""
    given: Any = interaction.data or {}
    match = _FORM.fullmatch(given.get("custom_id", ""))
    read = match and (ANSWERED.get(match["what"]) or IN_PLACE.get(match["what"]))
    if not match or not read:
        await errors.privately(interaction, keys.OUTDATED)
        return
    deliver = replies.replace if match["what"] in IN_PLACE else replies.answer
    await replies.guarded(interaction, lambda: deliver(interaction, _read(interaction, read, match)))


async def _read(interaction: discord.Interaction[FilmBot], read: Read, match: re.Match[str]) -> Reply:
    try:
        return await read(interaction, match["rest"])
    except FieldError as error:
        text = cut(escaped(str(error)), MOST)
        again = Again(match["what"], match["rest"])
        return Reply(discord.Embed(description=text), (again,), True, (forms.kept(forms.typed(interaction)),))


class Again(ui.DynamicItem["ui.Button[Any]"], template=r"again:(?P<what>[a-z]+):(?P<rest>.*)"):
    """Opens a form again with what was typed into it."""

    def __init__(self, what: str, rest: str) -> None:
        super().__init__(ui.Button(label="Correct it", custom_id=f"again:{what}:{rest}"))
        self.what, self.rest = what, rest

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str]) -> Self:
        """The button as it was sent."""
        return cls(match["what"], match["rest"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Open the form."""
        await replies.guarded(interaction, lambda: self._open(interaction))

    async def _open(self, interaction: discord.Interaction[FilmBot]) -> None:
        texts = json.loads(await forms.attached(interaction, forms.KEPT))
        await interaction.response.send_modal(forms.filled(await self._form(interaction), texts))

    async def _form(self, interaction: discord.Interaction[FilmBot]) -> ui.Modal:
        if self.what == "add":
            return editing.add_form()
        if self.what == "revise":
            return await suggesting.revise_form(interaction, int(self.rest.partition(":")[0]))
        _, film, name, _ = await editing.field_of(interaction, self.rest)
        return fieldmenu.field_form(self.what, film, name)
