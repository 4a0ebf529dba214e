"""What a server's moderators look at: histories, the last edits, doubtful entries, entries as files; page by page."""

from __future__ import annotations

import gzip
import re
from collections.abc import AsyncIterator
from io import BytesIO
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import ui

from bot.chat import diffs, entry, replies
from bot.chat.cards import DESCRIPTION, GOLD, LINE
from bot.chat.importing import LARGEST
from bot.chat.markdown import cut, escaped
from bot.chat.permissions import require_moderator
from bot.chat.proposals import films
from bot.chat.replies import Reply
from bot.errors import BotError
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.film import Film
from bot.sources.entry_rules import shortcomings
from bot.sources.exporting import export
from bot.sources.problem import path_text
from bot.sources.yaml_writer import yaml_document

if TYPE_CHECKING:
    from bot.chat.client import FilmBot

EDITS, ENTRIES = 5, 10
"""Edits and doubtful entries of a page."""

NO_EDITS = "No edits of this server are known."


class Turn(ui.DynamicItem["ui.Button[Any]"], template=r"turn:(?P<what>history|recent|check):(?P<at>\d+):(?P<key>.*)"):
    """Another page of a history, of the last edits, or of doubtful entries."""

    def __init__(self, what: str, at: int, key: str, label: str) -> None:
        super().__init__(ui.Button(label=label, custom_id=f"turn:{what}:{at}:{key}"))
        self.what, self.at, self.key = what, at, key

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str]) -> Self:
        """The button as it was sent."""
        assert isinstance(item, ui.Button)
        return cls(match["what"], int(match["at"]), match["key"], item.label or "")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Turn the page."""
        await replies.guarded(interaction, lambda: replies.replace(interaction, self._page(interaction)))

    async def _page(self, interaction: discord.Interaction[FilmBot]) -> Reply:
        await require_moderator(interaction)
        catalogue = entry.view(interaction)
        if self.what == "history":
            return await history(await entry.id_of_key(self.key, catalogue), catalogue, self.at or None)
        return await (recent if self.what == "recent" else doubtful)(catalogue, self.at)


async def history(film_id: str, catalogue: Catalogue, before: int | None = None) -> Reply:
    """The edits of a film, newest first; those before number `before`."""
    edits = await catalogue.edits.history(film_id, before, EDITS + 1)
    if not edits:
        return Reply(discord.Embed(description=NO_EDITS), private=True)
    text = "\n\n".join(diffs.told(edit) for edit in edits[:EDITS])
    embed = discord.Embed(title=cut(escaped(f"History of {edits[0].label}"), 256), description=text, colour=GOLD)
    key = entry.key_of(film_id)
    newest = [Turn("history", 0, key, "Newest")] if before else []
    older = [Turn("history", edits[EDITS - 1].n, key, "Older")] if len(edits) > EDITS else []
    return Reply(embed, (*newest, *older), private=True)


async def history_of(text: str, catalogue: Catalogue) -> Reply:
    """The edits of the film that a text means, also of one that was removed."""
    return await history(await entry.film_id(text, catalogue, removed=True), catalogue)


async def recent(catalogue: Catalogue, skip: int = 0) -> Reply:
    """The last edits of any film of a server."""
    edits = await catalogue.edits.recent(EDITS + 1, skip)
    text = "\n\n".join(diffs.told(edit, label=True) for edit in edits[:EDITS]) or NO_EDITS
    embed = discord.Embed(title="Last edits", description=cut(text, DESCRIPTION), colour=GOLD)
    return Reply(embed, _turns("recent", skip, EDITS, len(edits) > EDITS), private=True)


async def doubtful(catalogue: Catalogue, skip: int = 0) -> Reply:
    """The server's own entries that lack something or hold something doubtful."""
    wrong = [(film.label, said) async for film in own(catalogue) if (said := shortfalls(film))]
    found = [cut(f"**{cut(escaped(label), LINE)}** {escaped('; '.join(said))}", 380) for label, said in wrong]
    if not found:
        text = "Nothing is missing or doubtful in the entries of this server."
        return Reply(discord.Embed(description=text), private=True)
    shown = found[skip : skip + ENTRIES]
    embed = discord.Embed(title=f"{len(found):,} entries to look at", description="\n".join(shown), colour=GOLD)
    return Reply(embed, _turns("check", skip, ENTRIES, len(found) > skip + ENTRIES), private=True)


def shortfalls(film: Film) -> list[str]:
    """What an entry lacks and what is doubtful in it, each in a few words."""
    found = shortcomings(film, film.id or "")
    return [f"{path_text(path)} {text.partition(';')[0]}".strip() for path, text in found if path]


def _turns(what: str, skip: int, size: int, more: bool) -> tuple[Turn, ...]:
    newer = [Turn(what, max(0, skip - size), "", "Newer" if what == "recent" else "Previous")] if skip else []
    older = [Turn(what, skip + size, "", "Older" if what == "recent" else "Next")] if more else []
    return (*newer, *older)


def own(catalogue: Catalogue) -> AsyncIterator[Film]:
    """The films that a server's moderators look after: its own, for the home server all the shared ones."""
    return catalogue.own() if catalogue.server else catalogue.all()


async def raw(text: str, catalogue: Catalogue) -> Reply:
    """The YAML of one film, as a file to be changed and imported again."""
    there, film = await entry.standing(await entry.film_id(text, catalogue), catalogue)
    embed = discord.Embed(title=cut(escaped(film.label), 256), colour=GOLD)
    embed.description = "Change the file and bring it back with /entry import."
    return Reply(embed, private=True, files=((f"{there.id}.yaml", yaml_document(film).encode()),))


async def exported(catalogue: Catalogue, *, yaml: bool, own_only: bool) -> Reply:
    """Films as a file, without loss: the server's own, or all it sees. Raises BotError when it is too large."""
    file = BytesIO()
    count = await export(file, own(catalogue) if own_only else catalogue.all(), yaml=yaml)
    name, content = f"films.{'yaml' if yaml else 'jsonl'}", file.getvalue()
    if len(content) > LARGEST:
        name, content = f"{name}.gz", gzip.compress(content, mtime=0)
    if len(content) > LARGEST:
        raise BotError("That is more than Discord takes as a file; whoever runs me can get it with filmbot export.")
    if not count:
        return Reply(discord.Embed(description="This server has no entries of its own yet."), private=True)
    return Reply(discord.Embed(description=f"{films(count)}.", colour=GOLD), private=True, files=((name, content),))
