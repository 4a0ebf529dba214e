"""Choosing among films or people: a menu, or a few buttons, that outlive a restart.

Each custom_id carries what was asked and by whom, each option or button which film or person it stands for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import ui

from bot.chat import errors, replies
from bot.chat.markdown import cut, escaped
from bot.chat.places import place_of

if TYPE_CHECKING:
    from bot.chat.client import FilmBot

LABEL, OPTION, OPTIONS, BUTTONS = 80, 100, 25, 5
"""Discord's limits: characters of a button's label and of an option's label or value; options a menu, buttons a row."""

NOT_YOURS = "Only the one who asked can choose here. Ask me yourself, for example with /film."


class Menu(ui.DynamicItem["ui.Select[Any]"], template=r"pick:(?P<asked>[a-z_.]+):(?P<asker>\d+)"):
    """What a title or a name may mean, for the asker to choose from; `options` are pairs of label and key."""

    def __init__(self, asked: str, asker: int, options: Sequence[tuple[str, str]]) -> None:
        labels = {key: cut(label, OPTION) for label, key in reversed(options[:OPTIONS])}
        menu: ui.Select[Any] = ui.Select(
            custom_id=f"pick:{asked}:{asker}",
            placeholder="Choose one",
            options=[discord.SelectOption(label=label, value=key) for key, label in reversed(labels.items())],
        )
        super().__init__(menu)
        self.asked, self.asker = asked, asker

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str]) -> Self:
        """The menu as it was sent."""
        assert isinstance(item, ui.Select)
        return cls(match["asked"], int(match["asker"]), [(option.label, option.value) for option in item.options])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answer about what was chosen."""
        key = self.item.values[0]
        label = next((option.label for option in self.item.options if option.value == key), "")
        await replies.guarded(interaction, lambda: _choose(interaction, self.asked, self.asker, key, label))


class Nearest(ui.DynamicItem["ui.Button[Any]"], template=r"near:(?P<asked>[a-z_.]+):(?P<asker>\d+):(?P<key>(?s:.+))"):
    """One of the films or people nearest to what was typed."""

    def __init__(self, asked: str, asker: int, key: str, label: str) -> None:
        super().__init__(ui.Button(label=cut(label, LABEL), custom_id=f"near:{asked}:{asker}:{key}"))
        self.asked, self.asker, self.key, self.label = asked, asker, key, label

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str]) -> Self:
        """The button as it was sent."""
        assert isinstance(item, ui.Button)
        return cls(match["asked"], int(match["asker"]), match["key"], item.label or "")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answer about this one."""
        await replies.guarded(interaction, lambda: _choose(interaction, self.asked, self.asker, self.key, self.label))


async def may_choose(interaction: discord.Interaction[FilmBot], asker: int) -> bool:
    """Whether this is who asked; whoever else it is gets told."""
    if interaction.user.id == asker:
        return True
    await errors.privately(interaction, NOT_YOURS)
    return False


def foot(message: discord.Message | None) -> str:
    """The words in the foot of a message: the question it answers."""
    return (message.embeds[0].footer.text or "") if message and message.embeds else ""


async def _choose(interaction: discord.Interaction[FilmBot], asked: str, asker: int, key: str, label: str) -> None:
    """Answer about what was chosen: for all to see, where the choice was for the asker alone."""
    if not await may_choose(interaction, asker):
        return
    bot = interaction.client
    place, talk = await place_of(interaction), bot.talks.of(interaction.channel_id, asker)
    coming = bot.reply_to(asked, key, place, asker, talk=talk, question=foot(interaction.message))
    if interaction.message and interaction.message.flags.ephemeral:
        await replies.publish(interaction, coming, escaped(label))
    else:
        await replies.replace(interaction, coming)
