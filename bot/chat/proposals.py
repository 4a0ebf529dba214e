"""What a moderator is asked to confirm: what would change, and buttons to do it or to leave it.

The changes go with the message as a file, so that the buttons work after a restart and nothing is kept in memory.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import ui

from bot.chat import diffs, drafts, entry, fieldmenu, replies
from bot.chat.cards import GOLD
from bot.chat.errors import explained
from bot.chat.forms import attached
from bot.chat.permissions import require_moderator
from bot.chat.replies import Reply
from bot.errors import BotError
from bot.knowledge.changes import Action, Change, Edit, StaleError
from bot.knowledge.film import Film
from bot.sources import proposal

if TYPE_CHECKING:
    from bot.chat.client import FilmBot

NOTHING = discord.Embed(description="Nothing was changed.")

Item = ui.Item[Any]


class Apply(ui.DynamicItem["ui.Button[Any]"], template=r"apply:(?P<action>[a-z]*)"):
    """Makes the changes that go with the message, all or none."""

    def __init__(self, label: str, action: Action | None = None, style: discord.ButtonStyle | None = None) -> None:
        button: ui.Button[Any] = ui.Button(
            label=label, custom_id=f"apply:{action or ''}", style=style or discord.ButtonStyle.success
        )
        super().__init__(button)
        self.action = action

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], item: Item, match: re.Match[str]) -> Self:
        """The button as it was sent."""
        assert isinstance(item, ui.Button)
        return cls(item.label or "", Action(match["action"]) if match["action"] else None, item.style)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Make the changes."""
        await replies.guarded(interaction, lambda: replies.replace(interaction, self._done(interaction)))

    async def _done(self, interaction: discord.Interaction[FilmBot]) -> Reply:
        await require_moderator(interaction)
        changes = proposal.read(await attached(interaction, proposal.NAME))
        try:
            edits = await entry.view(interaction).edits.apply(changes, str(interaction.user.id), self.action)
        except StaleError as error:
            return stale(error, changes)
        except BotError as error:
            return Reply(discord.Embed(description=explained(error, "applying a change")), private=True)
        if len(changes) > 1:
            return imported(edits)
        reply = done(edits)
        return replace(
            reply, items=(*reply.items, *drafts.buttons(interaction, edits)), keep=tuple(drafts.NAMES.values())
        )


class Drop(ui.DynamicItem["ui.Button[Any]"], template=r"drop"):
    """Leaves everything as it is."""

    def __init__(self, label: str = "Cancel") -> None:
        super().__init__(ui.Button(label=label, custom_id="drop"))

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], item: Item, match: re.Match[str]) -> Self:
        """The button as it was sent."""
        assert isinstance(item, ui.Button)
        return cls(item.label or "")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Say that nothing was changed."""
        await replies.guarded(interaction, lambda: replies.put_in_place(interaction, Reply(NOTHING)))


class Undo(ui.DynamicItem["ui.Button[Any]"], template=r"undo:(?P<n>\d+):(?P<key>.+)"):
    """Takes back one edit."""

    def __init__(self, n: int, key: str, label: str = "Undo") -> None:
        super().__init__(ui.Button(label=label, custom_id=f"undo:{n}:{key}"))
        self.n, self.key = n, key

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], item: Item, match: re.Match[str]) -> Self:
        """The button as it was sent."""
        assert isinstance(item, ui.Button)
        return cls(int(match["n"]), match["key"], item.label or "")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Take it back."""
        await replies.guarded(interaction, lambda: replies.replace(interaction, self._undone(interaction)))

    async def _undone(self, interaction: discord.Interaction[FilmBot]) -> Reply:
        await require_moderator(interaction)
        catalogue = entry.view(interaction)
        film_id = await entry.id_of_key(self.key, catalogue)
        return done([await catalogue.edits.undo(film_id, str(interaction.user.id), self.n)])


def proposed(title: str, before: Film | None, change: Change, *notes: str, label: str = "Save") -> Reply:
    """One change to be confirmed."""
    dangerous = discord.ButtonStyle.danger if change.film is None else None
    embed = diffs.shown(title, before, change.film, *notes)
    files = ((proposal.NAME, proposal.written([change])),)
    return Reply(embed, (Apply(label, style=dangerous), Drop()), private=True, files=files)


def done(edits: Sequence[Edit], *notes: str) -> Reply:
    """What was changed in one film, to be undone or gone on with."""
    if not edits:
        return Reply(NOTHING, private=True)
    edit = edits[0]
    key = entry.key_of(edit.film_id)
    more = [fieldmenu.FieldMenu("edit", key)] if edit.after else []
    embed = diffs.shown(f"{_DONE[edit.action]}: {edit.label}", edit.before, edit.after, *notes, colour=GOLD)
    return Reply(embed, (Undo(edit.n, key), *more), private=True)


_DONE = {
    Action.ADD: "Added",
    Action.EDIT: "Saved",
    Action.REMOVE: "Removed",
    Action.RESTORE: "Restored",
    Action.RENAME: "Renamed",
    Action.IMPORT: "Imported",
    Action.UNDO: "Undone",
    Action.APPROVE: "Approved and saved",
    Action.FILE: "Read from the folder",
}


def films(count: int) -> str:
    """`1 film`, `1,234 films`."""
    return "1 film" if count == 1 else f"{count:,} films"


def imported(edits: Sequence[Edit]) -> Reply:
    """What an import of several films did."""
    added = sum(edit.before is None for edit in edits)
    text = f"{films(added)} added, {len(edits) - added:,} changed. Each is in /entry recent and can be undone."
    return Reply(discord.Embed(title="Imported", description=text, colour=GOLD), private=True)


def stale(error: StaleError, changes: Sequence[Change]) -> Reply:
    """Why changes cannot be made: what stands now, and what they would make of it."""
    wanted = next(
        (change.film for change in changes if change.film and error.film and change.id == error.film.id), None
    )
    note = f"{error}\nWhat stands now is red, what you wanted is green:" if wanted else str(error)
    film = error.film
    embed = diffs.shown("Not saved", film, wanted, note) if film and wanted else discord.Embed(description=note)
    items = (fieldmenu.FieldMenu("edit", entry.key_of(film.id)),) if film and film.id else ()
    return Reply(embed, items, private=True)
