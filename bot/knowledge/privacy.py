"""What is kept about a member: the id on edits and suggestions. It is shown and deleted here."""

from typing import Any

from sqlalchemy import select, update

from bot.knowledge import history, tables
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.changes import differences
from bot.knowledge.suggestion import Suggestion

NAMED = (tables.history.c.by, tables.suggestions.c.by, tables.suggestions.c.decided_by)
"""The columns that hold ids of members."""


class Privacy:
    """What one catalogue keeps about members, on all servers."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._database = catalogue.library.database

    async def export(self, member: str) -> dict[str, Any]:
        """All that is kept about a member, as plain data for JSON: edits, suggestions made, suggestions decided."""
        h, s = tables.history, tables.suggestions
        edits = await self._database.rows(select(h).where(h.c.by == member).order_by(h.c.at))
        made = await self._database.rows(select(s).where(s.c.by == member).order_by(s.c.at))
        decided = await self._database.rows(select(s).where(s.c.decided_by == member).order_by(s.c.at))
        return {
            "member": member,
            "edits": [_edit(row) for row in edits],
            "suggestions": [_suggestion(row) for row in made],
            "decisions": [_suggestion(row) for row in decided],
        }

    async def delete(self, member: str) -> int:
        """Take the id of a member off all edits and suggestions, which stay; from how many it was taken."""
        count = 0
        async with self._database.writing() as connection:
            for column in NAMED:
                gone = update(column.table).where(column == member).values({column.name: None})
                count += (await connection.execute(gone)).rowcount
        return count


def _edit(row: Any) -> dict[str, Any]:
    edit = history.edit_of(row)
    return {
        "server": row.server,
        "film": edit.film_id,
        "number": edit.n,
        "at": edit.at.isoformat(),
        "action": edit.action.value,
        "changed": [
            {"field": d.field, "before": d.before, "after": d.after} for d in differences(edit.before, edit.after)
        ],
    }


def _suggestion(row: Any) -> dict[str, Any]:
    suggestion = Suggestion.stored(row)
    return {
        "server": row.server,
        "number": suggestion.n,
        "film": suggestion.film_id,
        "field": suggestion.field,
        "value": suggestion.value,
        "at": suggestion.at.isoformat(),
        "state": suggestion.state.value,
        "reason": suggestion.reason,
    }
