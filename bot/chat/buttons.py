"""Buttons below an answer, for more of it; they outlive a restart, for each custom_id says what it shows."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import ui

from bot.chat import replies
from bot.chat.menus import foot, may_choose
from bot.chat.places import place_of
from bot.chat.replies import Reply

if TYPE_CHECKING:
    from bot.chat.client import FilmBot


class Aspect(ui.DynamicItem["ui.Button[Any]"], template=r"show:(?P<asked>[a-z_.]+):(?P<key>.+)"):
    """More about the film of a card, for whoever presses it and for nobody else."""

    def __init__(self, asked: str, key: str, label: str) -> None:
        super().__init__(ui.Button(label=label, custom_id=f"show:{asked}:{key}"))
        self.asked, self.key = asked, key

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str]) -> Self:
        """The button as it was sent."""
        assert isinstance(item, ui.Button)
        return cls(match["asked"], match["key"], item.label or "")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Show it."""
        await replies.guarded(interaction, lambda: replies.answer(interaction, self._shown(interaction)))

    async def _shown(self, interaction: discord.Interaction[FilmBot]) -> Reply:
        place = await place_of(interaction)
        reply = await interaction.client.reply_to(self.asked, self.key, place, interaction.user.id)
        return replace(reply, private=True)


class Page(
    ui.DynamicItem["ui.Button[Any]"],
    template=r"page:(?P<asked>[a-z_.]+):(?P<asker>\d+):(?P<page>-?\d+):(?P<key>(?s:.+))",
):
    """Another page of a long list, for the asker to turn."""

    def __init__(self, asked: str, asker: int, page: int, key: str, label: str, *, there: bool = True) -> None:
        custom_id = f"page:{asked}:{asker}:{page}:{key}"
        super().__init__(ui.Button(label=label, custom_id=custom_id, disabled=not there))
        self.asked, self.asker, self.page, self.key = asked, asker, page, key

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str]) -> Self:
        """The button as it was sent."""
        assert isinstance(item, ui.Button)
        return cls(match["asked"], int(match["asker"]), int(match["page"]), match["key"], item.label or "")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Turn the page."""
        await replies.guarded(interaction, lambda: self._turn(interaction))

    async def _turn(self, interaction: discord.Interaction[FilmBot]) -> None:
        if await may_choose(interaction, self.asker):
            place, question = await place_of(interaction), foot(interaction.message)
            coming = interaction.client.reply_to(self.asked, self.key, place, self.asker, self.page, question=question)
            await replies.replace(interaction, coming)
