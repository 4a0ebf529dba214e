"""The suggestions of a server's members, from being made to being decided."""

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, func, insert, select, update

from bot.knowledge import history, tables
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.changes import Action, Change, Edit, StaleError
from bot.knowledge.film import Film
from bot.knowledge.suggestion import State, Suggestion, SuggestionError, field_version

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

MOST_OPEN, MOST_A_DAY = 5, 20
"""Suggestions of one member that may wait at once, and that may be made in 24 hours."""

_c = tables.suggestions.c


class Suggestions:
    """The suggestions of one Discord server, also of the home server, about the films it sees."""

    def __init__(self, catalogue: Catalogue, server: int) -> None:
        self._database = catalogue.library.database
        self._edits = catalogue.of(server).edits
        self._server = server

    async def add(self, film_id: str, version: str | None, field: str, value: Any, by: str) -> Suggestion:
        """Make a suggestion about a film as it stood in a version.

        Raises SuggestionError when the film has gone or the member has made too many, and pydantic's ValidationError
        when the field cannot hold the value.
        """
        async with self._edits.transaction() as writing:
            connection = writing.connection
            now = (await self._edits.held(writing, film_id)).standing
            film = now.film
            if film is None:
                raise SuggestionError("That film is no longer there; nothing was suggested.")
            if version == now.version:
                version = field_version(film, field)
            at = history.now()
            mine = select(func.count()).where(_c.server == self._server, _c.by == by)
            if (await connection.scalar(mine.where(_c.state == State.OPEN)) or 0) >= MOST_OPEN:
                raise SuggestionError(
                    f"{MOST_OPEN} of your suggestions still wait for a moderator; make more once some are decided."
                )
            since = (at - timedelta(days=1)).isoformat()
            if (await connection.scalar(mine.where(_c.at > since)) or 0) >= MOST_A_DAY:
                raise SuggestionError(f"You have made {MOST_A_DAY} suggestions in a day; go on tomorrow.")
            last = await connection.scalar(select(func.max(_c.n)).where(_c.server == self._server))
            made = Suggestion((last or 0) + 1, film_id, version, field, value, by, at)
            made.applied(film)
            await writing.block(self._server)
            await connection.execute(
                insert(tables.suggestions),
                {
                    "server": self._server,
                    "n": made.n,
                    "film": film_id,
                    "version": version,
                    "field": field,
                    "value": json.dumps(value),
                    "by": by,
                    "at": at.isoformat(),
                    "state": made.state.value,
                },
            )
            return made

    async def shown(self, n: int, channel: int, message: int) -> None:
        """Note the message on which a suggestion is reviewed."""
        async with self._database.writing() as connection:
            await connection.execute(
                update(tables.suggestions).where(self._is(n)).values(channel=channel, message=message)
            )

    async def get(self, n: int) -> Suggestion | None:
        """The suggestion of a number."""
        rows = await self._database.rows(select(tables.suggestions).where(self._is(n)))
        return Suggestion.stored(rows[0]) if rows else None

    async def open(self) -> tuple[Suggestion, ...]:
        """Those that wait to be decided, the oldest first."""
        waiting = (_c.server == self._server) & (_c.state == State.OPEN)
        rows = await self._database.rows(select(tables.suggestions).where(waiting).order_by(_c.n))
        return tuple(map(Suggestion.stored, rows))

    async def approve(self, n: int, by: str, change: Change | None = None) -> Edit | None:
        """Approve a suggestion and make its edit, both or neither; None when the film is so already.

        Without a change the film gets the suggested value, and StaleError is raised when that field has changed since
        the suggestion was made; with one it becomes what the moderator made of it. Raises SuggestionError when it is
        decided already, and what `Edits.apply` raises.
        """
        async with self._edits.transaction() as writing:
            suggestion = await self._waiting(writing.connection, n)
            if change is None:
                now = (await self._edits.held(writing, suggestion.film_id)).standing
                if now.film is None or not suggestion.stands(now.film, now.version):
                    raise stale(suggestion, now.film, now.version)
                change = Change(suggestion.applied(now.film), suggestion.film_id, now.version)
            edits = await self._edits.make(writing, [change], by, Action.APPROVE)
            await self._decide(writing.connection, n, State.APPROVED, by)
            return edits[0] if edits else None

    async def reject(self, n: int, by: str, reason: str) -> Suggestion:
        """Reject a suggestion. Raises SuggestionError when it is decided already."""
        async with self._database.writing() as connection:
            await self._waiting(connection, n)
            await self._decide(connection, n, State.REJECTED, by, reason)
            return Suggestion.stored((await connection.execute(select(tables.suggestions).where(self._is(n)))).one())

    async def _waiting(self, connection: "AsyncConnection", n: int) -> Suggestion:
        row = (await connection.execute(select(tables.suggestions).where(self._is(n)))).first()
        if row is None:
            raise SuggestionError(f"There is no suggestion {n} here.")
        suggestion = Suggestion.stored(row)
        if suggestion.state is not State.OPEN:
            raise SuggestionError(f"This suggestion has been {suggestion.state} already.", suggestion)
        return suggestion

    async def _decide(
        self, connection: "AsyncConnection", n: int, state: State, by: str, reason: str | None = None
    ) -> None:
        decided = {"state": state.value, "decided_by": by, "reason": reason}
        await connection.execute(update(tables.suggestions).where(self._is(n)).values(decided))

    def _is(self, n: int) -> ColumnElement[bool]:
        return (_c.server == self._server) & (_c.n == n)


def stale(suggestion: Suggestion, film: Film | None, version: str | None) -> StaleError:
    """What is said of a suggestion whose film has changed since."""
    what = f"{film.label} has changed" if film else f"{suggestion.film_id} has been removed"
    return StaleError(
        f"{what} since this was suggested; look at what stands now, then edit or reject it.", film, version
    )
