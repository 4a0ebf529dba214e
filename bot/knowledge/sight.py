"""What one server sees of the catalogue: its view, the match indexes over it, and what was read of it last."""

import json
from collections.abc import Sequence
from itertools import groupby

from bot.knowledge import queries
from bot.knowledge.indexes import KeptIndex
from bot.knowledge.library import Kept, Library
from bot.knowledge.overlays import Overlay, own_people, own_titles
from bot.knowledge.query import FilmRef
from bot.knowledge.view import SHARED, View, view_of
from bot.matching import Index


class Sight:
    """What a server sees now; for server 0 the shared base."""

    def __init__(self, library: Library, server: int) -> None:
        self._library = library
        self._server = server
        self._view = SHARED
        self._viewed = -1
        self._own = Kept()
        self._titles, self._people = Overlay(own_titles), Overlay(own_people)

    async def view(self) -> View:
        """The films that are seen, by key."""
        revision = await self._library.revision()
        if self._server and revision != self._viewed:
            view = await self._library.database.read(lambda connection: view_of(connection, self._server))
            if self._view is not SHARED and view.block is None:
                self._titles, self._people = Overlay(own_titles), Overlay(own_people)
            self._view, self._viewed, self._own = view, revision, Kept()
        return self._view

    def kept(self, view: View) -> Kept:
        """What was read lately: a server that sees the shared base as it is shares that too."""
        return self._library.kept if view is SHARED else self._own

    async def refs(self, keys: Sequence[int]) -> dict[int, FilmRef]:
        """References of films by key, in the order of the keys; a film that has just gone is left out."""
        view = await self.view()
        kept = self.kept(view)
        refs = {key: kept.refs[key] for key in keys if key in kept.refs}
        missing = list(dict.fromkeys(key for key in keys if key not in refs))
        if missing:
            database = self._library.database
            rows = await database.rows(queries.references(view, database.said), {"said": json.dumps(missing)})
            for key, directed in groupby(rows, lambda row: row[0]):
                (_, film, title, year, first), *others = directed
                directors = tuple(name for name in (first, *(name for *_, name in others)) if name)
                refs[key] = FilmRef(film, title, year, directors)
                kept.keep_ref(key, refs[key])
        return {key: refs[key] for key in keys if key in refs}

    async def titles(self) -> Index:
        """The match index of titles."""
        return await self._index(self._library.titles, self._titles)

    async def people(self) -> Index:
        """The match index of people's names."""
        return await self._index(self._library.people, self._people)

    async def _index(self, shared: KeptIndex, overlay: Overlay) -> Index:
        async with self._library.indexing:
            view = await self.view()
            base = await self._library.index(shared)
            if view is SHARED:
                return base
            return await overlay.at(self._library.database, base, view, self._viewed)
