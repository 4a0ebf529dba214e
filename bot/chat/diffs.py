"""Changes as Discord shows them: before and after in a code block, a history line by line, all within its limits."""

from collections.abc import Sequence
from datetime import datetime

import discord

from bot.chat.cards import BLUE, DESCRIPTION, TITLE
from bot.chat.markdown import cut, escaped, length
from bot.knowledge.changes import Edit, differences
from bot.knowledge.film import Film
from bot.sources.diff import diff_lines
from bot.sources.fields import field_text

ROOM = 3_500
"""Characters of a code block; what stands around it fits beside it."""

OF_AN_EDIT, VALUE, FIELDS_TOLD = 700, 120, 4
"""Characters of one edit in a history, of a value in it, and fields that are told with their values."""


def block(lines: Sequence[str], most: int = ROOM) -> str:
    """Lines as a code block in which what went is red and what came is green; those beyond `most` are counted."""
    shown: list[str] = []
    room = most - length("```diff\n```") - 40
    for place, line in enumerate(lines):
        safe = line.replace("`", "ˋ")
        if (room := room - length(safe) - 1) < 0:
            shown.append(f"… {len(lines) - place:,} more lines")
            break
        shown.append(safe)
    return "```diff\n" + "\n".join(shown) + "\n```"


def shown(
    title: str, before: Film | None, after: Film | None, *notes: str, colour: discord.Colour = BLUE
) -> discord.Embed:
    """What would change, or changed, in a film; `notes` stand above it."""
    lines = diff_lines(before, after)
    text = "\n".join([*notes, block(lines) if lines else "Nothing changes."])
    return discord.Embed(title=cut(escaped(title), TITLE), description=cut(text, DESCRIPTION), colour=colour)


def moment(at: datetime) -> str:
    """A moment as everybody sees it in their own time."""
    return f"<t:{int(at.timestamp())}:f>"


def who(by: str | None) -> str:
    """Who did it, as a mention that pings nobody where it stands."""
    if by is None:
        return "the films folder or a member who was forgotten"
    return f"<@{by}>" if by.isdigit() else escaped(by)


def told(edit: Edit, *, label: bool = False) -> str:
    """One edit of a history: number, what, when, who, and each field before and after."""
    what = f"{edit.action} (of #{edit.undoes})" if edit.undoes else str(edit.action)
    film = f"**{cut(escaped(edit.label), TITLE)}** " if label else ""
    head = f"{film}**#{edit.n}** {what} · {moment(edit.at)} · {who(edit.by)}"
    if edit.before is None or edit.after is None:
        return head
    before, after = edit.before, edit.after
    changed = [difference.field for difference in differences(before, after)]
    lines = [f"{name}: {_value(before, name)} → {_value(after, name)}" for name in changed[:FIELDS_TOLD]]
    if len(changed) > FIELDS_TOLD:
        lines.append(f"also {', '.join(changed[FIELDS_TOLD:])}")
    return cut("\n".join([head, *lines]), OF_AN_EDIT)


def _value(film: Film, name: str) -> str:
    text = "; ".join(field_text(film, name).split("\n")) if getattr(film, name) else "–"
    return escaped(cut(text, VALUE))
