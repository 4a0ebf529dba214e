"""What all views of a catalogue share: the database, the match indexes, and what was read last."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable, Hashable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from time import monotonic
from typing import TypeVar

from bot.knowledge import queries
from bot.knowledge.database import Database
from bot.knowledge.film import Award, Film
from bot.knowledge.indexes import KeptIndex, changed_people, changed_titles
from bot.knowledge.query import FilmRef
from bot.knowledge.search import Named
from bot.knowledge.values import Values
from bot.matching import Index

FRESH_FOR = 1.0
"""Seconds for which another process's edits may go unseen."""

KEPT_FILMS, KEPT_REFS, KEPT_NAMES = 200, 5_000, 5_000
"""Films and references kept in memory, the last used ones, and texts with what they name, the last read ones."""

LookUp = Callable[[list[str]], Awaitable[Mapping[str, Sequence[Named]]]]
"""What each of some texts names."""

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Kept:
    """What was read of one view at one revision."""

    def __init__(self) -> None:
        self.films: OrderedDict[str, Film | None] = OrderedDict()
        self.refs: OrderedDict[int, FilmRef] = OrderedDict()
        self.names: OrderedDict[tuple[str, str], Sequence[Named]] = OrderedDict()
        self.vocabulary: tuple[list[Named], list[str]] | None = None
        self.values: dict[str, Values] = {}
        self.awards: list[tuple[int, Award]] | None = None
        self.prizes: frozenset[tuple[str, str | None]] | None = None
        self.count: int | None = None

    def keep_film(self, film_id: str, film: Film | None) -> None:
        keep(self.films, film_id, film, KEPT_FILMS)

    def keep_ref(self, key: int, ref: FilmRef) -> None:
        keep(self.refs, key, ref, KEPT_REFS)

    async def names_of(self, way: str, texts: Iterable[str], look_up: LookUp) -> dict[str, Sequence[Named]]:
        """What each of the texts names in a way of looking up, which is gone only for those not looked up lately."""
        found = {text: self.names.get((way, text)) for text in texts}
        if missing := [text for text, named in found.items() if named is None]:
            new = await look_up(missing)
            for text in missing:
                found[text] = named = new.get(text, ())
                keep(self.names, (way, text), named, KEPT_NAMES)
        return {text: named for text, named in found.items() if named}


class Library:
    """One database with its indexes and the revision they stand at."""

    def __init__(self, database: Database, cache: Path, home: int | None) -> None:
        self.database = database
        self.home = home
        self.kept = Kept()
        self.titles = KeptIndex(cache.with_name(f"{cache.name}.titles"), changed_titles)
        self.people = KeptIndex(cache.with_name(f"{cache.name}.people"), changed_people)
        self.indexing = asyncio.Lock()
        self._completing = asyncio.Lock()
        self._revision = -1
        self._checked = float("-inf")

    async def revision(self) -> int:
        """Of the catalogue: a change by this process is noticed at once, one by another within FRESH_FOR seconds."""
        if monotonic() - self._checked >= FRESH_FOR:
            revision = await self.database.scalar(queries.revision()) or 0
            self._checked = monotonic()
            if revision != self._revision:
                self._revision, self.kept = revision, Kept()
        return self._revision

    async def index(self, kept: KeptIndex) -> Index:
        """One of the two indexes as of now; `indexing` is held meanwhile."""
        return await kept.at(self.database, await self.revision())

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """A turn of the event loop to complete one text in: however many are typing, others have theirs in between."""
        async with self._completing:
            await asyncio.sleep(0)
            yield

    def expire(self) -> None:
        """Look for changes before anything is read again."""
        self._checked = float("-inf")


def keep(cache: OrderedDict[K, V], key: K, value: V, most: int) -> None:
    """Keep a value as the last used one, and only the `most` last used ones."""
    cache.pop(key, None)
    cache[key] = value
    while len(cache) > most:
        cache.popitem(last=False)
