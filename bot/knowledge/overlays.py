"""A server's match indexes: the shared ones, with what the server sees otherwise laid over them."""

from collections.abc import Callable, Iterator

from sqlalchemy import Connection, func, select

from bot.knowledge import tables
from bot.knowledge.database import Database
from bot.knowledge.indexes import changed_people, changed_titles, put_in
from bot.knowledge.view import View
from bot.matching import Entry, Index

MANY = 500
"""People touched from which on an overlay is made anew."""

Entries = Callable[[Connection, View, int], Iterator[Entry]]
"""Reads the entries a view may have otherwise, of what changed after a revision (-1: of everything)."""


def own_titles(connection: Connection, view: View, since: int) -> Iterator[Entry]:
    """The titles of a server's own films; no names for shared ones it does not see."""
    yield from (Entry(key, []) for key in view.hidden)
    yield from changed_titles(connection, since, view.owns("films.key"))


def own_people(connection: Connection, view: View, since: int) -> Iterator[Entry]:
    """The people of films that a server alone sees, or alone does not see, by their credits there."""
    first = f"people.key IN (SELECT c.person FROM credits c WHERE {view.differs('c.film')})"
    return changed_people(connection, since, view, first if since < 0 else "1 = 1")


class Overlay:
    """One index of one server, brought up to date by revision."""

    def __init__(self, entries: Entries) -> None:
        self._entries = entries
        self._index: Index | None = None
        self._base: Index | None = None
        self._hidden: frozenset[int] = frozenset()
        self._revision = -1

    async def at(self, database: Database, base: Index, view: View, revision: int) -> Index:
        """The index of a view as of a revision of the catalogue, laid over the shared one."""
        if self._index is None or self._base is not base or self._hidden - view.hidden:
            self._index, self._base, self._revision = None, base, -1
        if self._index is None or self._revision != revision:
            changed = await database.read(lambda connection: self._changes(connection, view))
            if self._index is None:
                self._index = Index(base=base)
            await put_in(self._index, changed)
            self._hidden, self._revision = view.hidden, revision
        return self._index

    def _changes(self, connection: Connection, view: View) -> list[Entry]:
        if self._index is not None and _many(connection, self._revision):
            self._index, self._revision = None, -1
        return list(self._entries(connection, view, self._revision))


def _many(connection: Connection, since: int) -> bool:
    """Whether so much has changed that an overlay is made anew sooner than brought up to date."""
    people = tables.people
    touched = select(func.count()).select_from(people).where(people.c.revision > since)
    return (connection.scalar(touched) or 0) > MANY
