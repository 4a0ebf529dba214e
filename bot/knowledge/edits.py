"""Changing what a server holds: every edit in one transaction with its entry in the history."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, select, update

from bot.knowledge import history, queries, tables
from bot.knowledge.batch import Batch, FileState
from bot.knowledge.changes import Action, Change, Edit, EditError, StaleError, differences, said_stale
from bot.knowledge.database import Database
from bot.knowledge.film import Film, slug, stored
from bot.knowledge.held import Held, held, seen
from bot.knowledge.origins import MODERATORS
from bot.knowledge.placing import Outcome, Placing, ids_of, outcome, too_many
from bot.knowledge.writing import Row, Writing


@dataclass(frozen=True, slots=True)
class Planned:
    """What an import would do to one film."""

    outcome: Outcome
    before: Film | None
    change: Change


class Edits:
    """The one way to change the films of a server; server 0 is the shared base."""

    def __init__(self, database: Database, server: int, changed: Callable[[], None]) -> None:
        self.server = server
        self._database = database
        self._changed = changed

    async def files(self) -> dict[str, FileState]:
        """The files of the films folder as they were last read, by name."""
        rows = await self._database.rows(select(tables.files))
        return {name: FileState(name, size, int(mtime), digest, bad) for name, size, mtime, digest, bad in rows}

    async def imported(self, supply: str) -> int:
        """How many films of a supply an interrupted import has put in; see `Batch.note_import`."""
        c = tables.state.c
        return int(await self._database.scalar(select(c.value).where(c.name == f"import {supply}")) or 0)

    @asynccontextmanager
    async def batch(self, put: set[str] | None = None) -> AsyncIterator[Batch]:
        """Changes of the shared base by files, in one transaction: see `transaction`.

        `put` remembers the films of an import that takes several.
        """
        assert self.server == 0, "files change the shared base only"
        async with self.transaction() as writing:
            yield Batch(writing, put)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Writing]:
        """One transaction: all that is done in the body becomes visible at its end, nothing when the body raises.

        Raises CatalogueError, in words for the operator, when the database fails.
        """
        async with self._database.writing() as connection:
            writing = Writing(connection, (await connection.scalar(queries.revision()) or 0) + 1)
            yield writing
            if writing.wrote:
                state = tables.state
                await connection.execute(
                    update(state).where(state.c.name == "revision").values(value=str(writing.revision))
                )
        self._changed()

    async def apply(self, changes: Sequence[Change], by: str, action: Action | None = None) -> tuple[Edit, ...]:
        """Make changes, all or none, and note them in the history; a change that changes nothing is left out.

        Raises StaleError when what one was made on stands no more, EditError for one that cannot be, and CatalogueError
        when the database fails.
        """
        async with self.transaction() as writing:
            return await self.make(writing, changes, by, action)

    async def make(
        self, writing: Writing, changes: Sequence[Change], by: str, action: Action | None = None
    ) -> tuple[Edit, ...]:
        """The same inside a transaction."""
        there = await writing.connection.run_sync(held, self.server, list(filter(None, map(_wanted_id, changes))))
        steps: dict[str, tuple[Held, Film | None]] = {}
        for change in changes:
            film_id = _wanted_id(change) or await self._free_id(writing, change, steps)
            place = there.get(film_id) or await self.held(writing, film_id)
            now = place.standing
            if now.version != change.version:
                raise StaleError(said_stale(film_id, change.film, now.film), now.film, now.version)
            if film_id in steps:
                raise EditError(f"{film_id} is changed twice at once; leave one of the two out.")
            steps[film_id] = place, change.film.identified(film_id) if change.film else None
        return await self._settle(writing, list(steps.values()), by, action)

    async def plan(self, films: Sequence[Film]) -> tuple[Planned, ...]:
        """What an import would do, a film each, without doing it; `apply` its changes to do it.

        A film with an id is that film, one without is matched by title, year and people; what the import says replaces
        what stands, what it leaves out stays.
        """

        async def read(where: ColumnElement[bool]) -> list[Row]:
            return await self._database.read(lambda connection: seen(connection, self.server, where))

        placed = await Placing(read, _no_key).place(films, MODERATORS)
        rows = {film.row.id: film.row for film in placed}
        places = await self._database.read(lambda connection: held(connection, self.server, list(rows)))
        plans = []
        for id_, row in rows.items():
            assert row.film
            now = places[id_].standing
            plans.append(Planned(outcome(now.film, row.film), now.film, Change(row.film, id_, now.version)))
        return tuple(plans)

    async def undo(self, film_id: str, by: str, n: int | None = None) -> Edit:
        """Undo one edit of a film: the last one that is not undone yet, or number n (which may be an undoing).

        A film that nobody edited and whose file has gone comes back.
        When the film has been edited since, only what that edit changed goes back. Raises StaleError when just that was
        changed again, and EditError when there is no such edit.
        """
        async with self.transaction() as writing:
            if n is None:
                edit = await history.undoable(writing.connection, self.server, film_id)
            else:
                edit = await self._edit(writing, film_id, n)
            place = await self.held(writing, film_id)
            if edit is None and n is None and place.left:
                return (await self._settle(writing, [(place, place.left)], by, Action.RESTORE))[0]
            if edit is None:
                raise EditError(f"There is nothing {'more ' if n is None else ''}to undo in {film_id}.")
            wanted = _undone(
                edit, await history.standing_since(writing.connection, self.server, film_id, edit.n), place
            )
            return (await self._settle(writing, [(place, wanted)], by, Action.UNDO, undoes=edit.n))[0]

    async def back(self, film_id: str, by: str, to: int) -> Edit:
        """Make a film what it was after its edit `to`, or before its first one (0).

        Raises EditError when there is no such edit or nothing would change.
        """
        async with self.transaction() as writing:
            edit = await self._edit(writing, film_id, max(to, 1))
            if edit is None:
                raise EditError(f"{film_id} has no version {to}; its history says which there are.")
            place = await self.held(writing, film_id)
            wanted, was_shared = (edit.after, edit.after_shared) if to > 0 else (edit.before, edit.before_shared)
            if was_shared:
                wanted = place.shared.film if place.shared else None
            edits = await self._settle(writing, [(place, wanted)], by, Action.UNDO)
            if not edits:
                raise EditError(f"{edit.label} already is what it was in version {to}; nothing was changed.")
            return edits[0]

    async def restore(self, film_id: str, by: str) -> Edit:
        """Bring back a removed film as it last was. Raises EditError when it stands or nothing is known of it."""
        async with self.transaction() as writing:
            place = await self.held(writing, film_id)
            if place.film:
                raise EditError(f"{place.film.label} is not removed; there is nothing to restore.")
            wanted = history.entries_of(self.server, film_id).where(tables.history.c.before.is_not(None)).limit(1)
            row = (await writing.connection.execute(wanted)).first()
            edit = history.edit_of(row) if row else None
            shared = place.shared.film if edit and edit.before_shared and place.shared else None
            film = shared or (edit.before if edit else place.left)
            if film is None:
                raise EditError(f"Nothing is known of a removed film {film_id}; add it anew.")
            return (await self._settle(writing, [(place, film)], by, Action.RESTORE))[0]

    async def history(self, film_id: str, before: int | None = None, limit: int = 10) -> tuple[Edit, ...]:
        """The edits of a film, newest first; those before number `before`, to page on."""
        wanted = history.entries_of(self.server, film_id)
        return await self._told(wanted if before is None else wanted.where(tables.history.c.n < before), limit)

    async def recent(self, limit: int = 10, skip: int = 0) -> tuple[Edit, ...]:
        """The last edits of any film, newest first."""
        return await self._told(history.entries(self.server).offset(skip), limit)

    async def removed(self, limit: int = 25) -> tuple[Edit, ...]:
        """The edits that removed films which have not been restored since, newest first."""
        return await self._told(history.latest(self.server).where(tables.history.c.after.is_(None)), limit)

    async def left(self, limit: int) -> list[Film]:
        """Films that are gone with their files of the films folder, as they were."""
        c = tables.films.c
        wanted = select(c.aside).where(c.server == self.server, c.document.is_(None), c.aside.is_not(None))
        return [stored(document) for (document,) in await self._database.rows(wanted.limit(limit))]

    async def _told(self, wanted: Select[Any], limit: int) -> tuple[Edit, ...]:
        return tuple(map(history.edit_of, await self._database.rows(wanted.limit(limit))))

    async def _edit(self, writing: Writing, film_id: str, n: int) -> Edit | None:
        wanted = history.entries_of(self.server, film_id).where(tables.history.c.n == n)
        row = (await writing.connection.execute(wanted)).first()
        return history.edit_of(row) if row else None

    async def _settle(
        self,
        writing: Writing,
        steps: Sequence[tuple[Held, Film | None]],
        by: str,
        action: Action | None,
        undoes: int | None = None,
    ) -> tuple[Edit, ...]:
        """Make each film stand in its place; only an undoing is noted although it changes nothing that is seen."""
        last = await history.numbers(writing.connection, self.server, [place.id for place, _ in steps])
        at = history.now()
        rows, edits = [], []
        for place, film in steps:
            before, was_shared = place.film, place.is_shared
            if before == film and undoes is None:
                continue
            rows.append(await place.settle(writing, film))
            n = last.get(place.id, 0) + 1
            did = action or _action(before, film, first=n == 1)
            edits.append(Edit(place.id, n, at, by, did, before, film, was_shared, place.is_shared, undoes))
        await history.write(writing.connection, self.server, edits)
        await writing.write(rows)
        return tuple(edits)

    async def _free_id(self, writing: Writing, change: Change, taken: dict[str, Any]) -> str:
        """The first id of a new film's title and year under which nothing stands here."""
        if change.film is None:
            raise EditError("Say which film to remove.")
        name = slug(change.film.title, change.film.year)
        for film_id in ids_of(name):
            if film_id not in taken:
                place = await self.held(writing, film_id)
                if place.film is None:
                    return film_id
        raise too_many(name)

    async def held(self, writing: Writing, film_id: str) -> Held:
        return (await writing.connection.run_sync(held, self.server, [film_id]))[film_id]


def _wanted_id(change: Change) -> str | None:
    return change.id or (change.film.id if change.film else None)


async def _no_key() -> int:
    return 0


def _undone(edit: Edit, later: Sequence[Edit], place: Held) -> Film | None:
    """The film without what an edit changed. Raises StaleError when a later one changed that too."""
    if not later:
        return place.shared.film if edit.before_shared and place.shared else edit.before
    now = place.standing
    fields = _fields(edit)
    if (
        not now.film
        or any(fields & _fields(other) for other in later)
        or not all(e.before and e.after for e in (edit, *later))
    ):
        said = f"{edit.label} has been changed there again since; go back to a version instead, or edit it."
        raise StaleError(said, now.film, now.version)
    return now.film.model_copy(update={field: getattr(edit.before, field) for field in fields})


def _fields(edit: Edit) -> set[str]:
    return {difference.field for difference in differences(edit.before, edit.after)}


def _action(before: Film | None, after: Film | None, *, first: bool) -> Action:
    if before is None:
        return Action.ADD if first else Action.RESTORE
    if after is None:
        return Action.REMOVE
    return Action.EDIT if (before.title, before.year) == (after.title, after.year) else Action.RENAME
