"""What stands after a moderator's command: fields, removed films and versions, with suggestions while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.chat import entry
from bot.chat.keys import short, whole
from bot.chat.markdown import cut
from bot.chat.options import CHOICES, ROOM, Choices, Plain, in_time
from bot.chat.permissions import is_moderator
from bot.errors import BotError
from bot.knowledge.changes import Edit, differences
from bot.sources.fields import FIELDS

if TYPE_CHECKING:
    from bot.chat.client import FilmBot


class EditedField(Plain):
    """A field of a film."""

    async def autocomplete(self, _: discord.Interaction[Any], value: Any, /) -> Choices:
        """Fields that hold what was typed."""
        wanted = value.strip().lower().replace(" ", "_")
        return [
            app_commands.Choice(name=f"{field.label} · {field.how}"[:ROOM], value=field.name)
            for field in FIELDS.values()
            if wanted in field.name
        ][:CHOICES]


class RemovedFilm(Plain):
    """A film that was removed from the server of the interaction."""

    async def autocomplete(self, interaction: discord.Interaction[Any], value: Any, /) -> Choices:
        """The films removed last whose title holds what was typed."""
        return await in_time(interaction, _removed(interaction, value), value)


class Version(app_commands.Transformer):
    """The number of an edit of the film named before it."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        """A number."""
        return discord.AppCommandOptionType.integer

    async def transform(self, _: discord.Interaction[Any], value: Any, /) -> int:
        """The number as typed."""
        return int(value)

    async def autocomplete(self, interaction: discord.Interaction[Any], value: Any, /) -> Choices:
        """The last versions of the film."""
        return await in_time(interaction, _versions(interaction), str(value))


async def _removed(interaction: discord.Interaction[FilmBot], typed: str) -> Choices:
    if not await is_moderator(interaction):
        return []
    gone = await entry.view(interaction).edits.removed(CHOICES)
    wanted = typed.strip().casefold()
    fitting = [edit for edit in gone if wanted in edit.label.casefold()]
    return [app_commands.Choice(name=cut(edit.label, ROOM), value=short(edit.film_id, ROOM)) for edit in fitting]


async def _versions(interaction: discord.Interaction[FilmBot]) -> Choices:
    if not await is_moderator(interaction):
        return []
    catalogue = entry.view(interaction)
    film = await whole(str(interaction.namespace.film or ""), catalogue)
    try:
        film_id = await entry.film_id(film, catalogue, removed=True)
    except BotError:
        return []
    edits = await catalogue.edits.history(film_id, limit=CHOICES - 1)
    named = [app_commands.Choice(name=cut(f"#{edit.n} {_said(edit)}", ROOM), value=edit.n) for edit in edits]
    return [*named, app_commands.Choice(name="#0 as it was before the first edit", value=0)] if edits else []


def _said(edit: Edit) -> str:
    changed = ", ".join(difference.field for difference in differences(edit.before, edit.after))
    return f"{edit.action} {edit.at:%Y-%m-%d %H:%M} {changed}"
