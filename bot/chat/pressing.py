"""Everything that can be pressed: the buttons and menus that the bot knows again after a restart."""

from __future__ import annotations

from typing import Any

import discord

from bot.chat import errors, keys
from bot.chat.buttons import Aspect, Page
from bot.chat.drafts import Draft
from bot.chat.fieldmenu import FieldMenu
from bot.chat.forgetting import Forget
from bot.chat.menus import Menu, Nearest
from bot.chat.proposals import Apply, Drop, Undo
from bot.chat.records import Turn
from bot.chat.settling import Picker
from bot.chat.submitting import Again
from bot.chat.suggesting import Review, Wrong

ITEMS = (Menu, Nearest, Aspect, Page, FieldMenu, Apply, Drop, Undo, Draft, Turn, Again, Wrong, Review, Picker, Forget)
"""For the bot to know at start."""


async def explain_unknown(interaction: discord.Interaction[Any]) -> None:
    """Answer the press of a button that this version does not know."""
    if interaction.type is not discord.InteractionType.component or interaction.data is None:
        return
    custom_id = str(interaction.data.get("custom_id", ""))
    if not any(item.__discord_ui_compiled_template__.fullmatch(custom_id) for item in ITEMS):
        await errors.privately(interaction, keys.OUTDATED)
