"""The match indexes over titles and people: drawn from the tables, cached on disk, brought up to date by revision."""

import asyncio
import contextlib
import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select, text

from bot.knowledge import tables
from bot.knowledge.database import Database
from bot.knowledge.query import Job
from bot.knowledge.view import SHARED, View
from bot.matching import Entry, Index

PAGE = 20_000
"""Films or people read at a time while an index is built."""

FEW = 500
"""Keys that are asked for one by one."""

UNSAVED = 500
"""Changes an index on the disk may lack; a start puts them in, so that not every edit writes the file anew."""

AT_ONCE = 20
"""Changes put in before whatever else waits in the event loop has its turn."""

Entries = Callable[[Connection, int], Iterator[Entry]]
"""Reads the entries of what changed after a revision (-1: of everything); what has gone is an entry without names."""


def changed_titles(connection: Connection, since: int, seen: str = SHARED.sees("films.key")) -> Iterator[Entry]:
    """The titles of films that fulfil a condition and changed after a revision."""
    films, titles, credits_, people = tables.films.c, tables.titles.c, tables.credits.c, tables.people.c
    wanted = select(films.key, films.year, films.popularity).where(films.revision > since, text(seen))
    for page in _pages(connection, wanted, films.key):
        names: defaultdict[int, list[str]] = defaultdict(list)
        directors: defaultdict[int, list[str]] = defaultdict(list)
        for film, name in connection.execute(
            select(titles.film, titles.name).where(_on(titles.film, page)).order_by(titles.film, titles.position)
        ):
            names[film].append(name)
        for film, name in connection.execute(
            select(credits_.film, people.name)
            .join_from(tables.credits, tables.people, credits_.person == people.key)
            .where(_on(credits_.film, page), credits_.job == Job.DIRECTOR)
        ):
            directors[film].append(name)
        for key, year, popularity in page:
            yield Entry(key, names[key], year, directors[key], popularity)


def changed_people(connection: Connection, since: int, view: View = SHARED, where: str = "1 = 1") -> Iterator[Entry]:
    """The names of people whose credits changed after a revision; as popular as they have credits that are seen."""
    people, credits_ = tables.people.c, tables.credits.c
    wanted = select(people.key, people.name).where(people.revision > since, text(where))
    for page in _pages(connection, wanted, people.key):
        credited: dict[int, int] = dict(
            connection.execute(
                select(credits_.person, func.count())
                .where(_on(credits_.person, page), text(view.sees("credits.film")))
                .group_by(credits_.person)
            ).all()
        )
        for key, name in page:
            yield Entry(key, [name] if key in credited else [], popularity=credited.get(key, 0))


def _on(column: ColumnElement[int], page: Sequence[Any]) -> ColumnElement[bool]:
    """The condition that a key is on a page; few keys may lie far apart, all of a full page lie close together."""
    if len(page) < FEW:
        return column.in_([row.key for row in page])
    return column.between(page[0].key, page[-1].key)


def _pages(connection: Connection, wanted: Select[Any], key: ColumnElement[int]) -> Iterator[Sequence[Any]]:
    """The rows of a select in the order of a key, PAGE at a time."""
    page = connection.execute(wanted.order_by(key).limit(PAGE)).all()
    while page:
        yield page
        page = connection.execute(wanted.where(key > page[-1].key).order_by(key).limit(PAGE)).all()


async def put_in(index: Index, changed: Sequence[Entry]) -> None:
    """Bring an index up to date, with room for others in between."""
    for at, entry in enumerate(changed, 1):
        if at % AT_ONCE == 0:
            await asyncio.sleep(0)
        index.put(entry) if entry.names else index.remove(entry.key)


class KeptIndex:
    """One index with the revision it stands at and the file that keeps it from being built at every start."""

    def __init__(self, cache: Path, entries: Entries) -> None:
        self._cache = cache
        self._entries = entries
        self._index: Index | None = None
        self._revision = -1
        self._unsaved = 0

    async def at(self, database: Database, revision: int) -> Index:
        """The index as of a revision of the catalogue: from memory, from the disk, or built."""
        if self._index is None:
            await asyncio.to_thread(self._load, revision)
        if self._index is not None and self._revision < revision:
            changed = await database.read(self._changes)
            if changed is None:
                self._index = None
            else:  # put in here, not where it was read: nobody is searching meanwhile
                await put_in(self._index, changed)
                self._unsaved += len(changed)
        if self._index is None:
            self._index = await database.read(self._build)
            self._unsaved = UNSAVED
        self._revision = revision
        if self._unsaved >= UNSAVED:
            await asyncio.to_thread(self._save, self._index)
            self._unsaved = 0
        return self._index

    def _build(self, connection: Connection) -> Index:
        return Index.build(entry for entry in self._entries(connection, -1) if entry.names)

    def _changes(self, connection: Connection) -> list[Entry] | None:
        """What to put in; None where building the index anew is quicker."""
        films = tables.films
        since = select(func.count()).where(films.c.revision > self._revision, text(SHARED.sees("films.key")))
        if (connection.scalar(since) or 0) > max(UNSAVED, len(self._index or ()) // 5):
            return None
        return list(self._entries(connection, self._revision))

    def _load(self, revision: int) -> None:
        for path in self._cache.parent.glob(f"{self._cache.name}.*.idx"):
            stamp = path.name.split(".")[-2]
            if stamp.isdigit() and int(stamp) <= revision:
                with contextlib.suppress(OSError, ValueError):
                    self._index, self._revision = Index.load(path), int(stamp)
                    return

    def _save(self, index: Index) -> None:
        """Keep the index on the disk; where that cannot be done the next start builds it again."""
        new = self._cache.with_name(f"{self._cache.name}.{self._revision}.idx")
        part = new.with_name(f"{new.name}.{os.getpid()}")
        with contextlib.suppress(OSError):
            new.parent.mkdir(parents=True, exist_ok=True)
            try:
                index.save(part)
                part.replace(new)
            finally:
                part.unlink(missing_ok=True)
            for old in self._cache.parent.glob(f"{self._cache.name}.*.idx"):
                if old != new:
                    old.unlink(missing_ok=True)
