"""Importing films from Discord: a dry run, then one button for all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import ui

from bot.chat import diffs, drafts, entry, forms
from bot.chat.cards import BLUE
from bot.chat.forms import Box
from bot.chat.markdown import escaped
from bot.chat.permissions import require_moderator
from bot.chat.proposals import Apply, Drop
from bot.chat.replies import Reply
from bot.errors import SourceError
from bot.knowledge.changes import Action
from bot.knowledge.placing import Outcome
from bot.sources import proposal
from bot.sources.looking import Look, look

if TYPE_CHECKING:
    from bot.chat.client import FilmBot

LARGEST = 8 << 20
"""Bytes of a file, either way; Discord takes ten million."""
TOO_LARGE = "{name} is larger than 8 MB; import it in parts, or have it imported by whoever runs me."
PASTED = "pasted text"

_PASTE = "YAML, JSON Lines, CSV, or a page about a film with lines such as Director: Ben Lewin"


def paste_form() -> ui.Modal:
    """The form to paste a text into."""
    boxes = (Box("text", "Text", _PASTE, long=True, required=True), Box("text2", "More of it", long=True))
    return forms.form("form:paste:", "Import", boxes)


async def pasted(interaction: discord.Interaction[FilmBot], _: str) -> Reply:
    """What the pasted text would do."""
    await require_moderator(interaction)
    texts = forms.typed(interaction)
    return await looked(PASTED, "\n".join(filter(None, texts.values())).encode(), interaction)


async def uploaded(file: discord.Attachment, interaction: discord.Interaction[FilmBot]) -> Reply:
    """What an uploaded file would do."""
    if file.size > LARGEST:
        raise SourceError(TOO_LARGE.format(name=file.filename))
    return await looked(file.filename, await file.read(), interaction)


async def looked(name: str, content: bytes, interaction: discord.Interaction[FilmBot]) -> Reply:
    """The dry run of a file: counts, what would change and what is refused, and a button that does it."""
    found = await look(name, content, entry.view(interaction))
    changes = [plan.change for plan in found.plans if plan.outcome is not Outcome.UNCHANGED]
    lines = found.lines()
    embed = discord.Embed(title=f"Import {escaped(name)[:200]}?", description=_counts(found), colour=BLUE)
    if lines:
        embed.description = f"{_counts(found)}\n{diffs.block(lines)}"
    files = [("report.txt", "\n".join(lines).encode())] if lines else []
    if not changes:
        return Reply(embed, private=True, files=tuple(files))
    files += [(proposal.NAME, proposal.written(changes)), *drafts.files(found.page)]
    if sum(len(content) for _, content in files) > LARGEST:
        raise SourceError(TOO_LARGE.format(name=name))
    return Reply(embed, (Apply("Import all of it", Action.IMPORT), Drop()), private=True, files=tuple(files))


def _counts(found: Look) -> str:
    parts = [f"{len(found.of(outcome)):,} {outcome}" for outcome in Outcome if found.of(outcome)]
    refused = len({(problem.file, problem.line) for problem in found.refused})
    parts += [f"{refused:,} refused"] if refused else []
    return f"A dry run, nothing is changed yet: {', '.join(parts) or 'no film'}."
