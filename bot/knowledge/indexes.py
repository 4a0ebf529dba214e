"""The match indexes over titles and people: drawn from the tables, cached on disk, brought up to date by revision."""

import contextlib
import os
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import Connection, Row, func, select

from bot.knowledge import tables
from bot.knowledge.query import Job
from bot.matching import Entry, Index

PAGE = 20_000
"""Films or people read at a time while an index is built."""

UNSAVED = 500
"""Changes an index on the disk may lack; a start puts them in, so that not every edit writes the file anew."""

Entries = Callable[[Connection, int], Iterator[Entry]]
"""Reads the entries of what changed after a revision (-1: of everything)."""


def changed_titles(connection: Connection, since: int) -> Iterator[Entry]:
    """The titles of films changed after a revision; a removed film is an entry without names."""
    films, titles, credits_, people = tables.films.c, tables.titles.c, tables.credits.c, tables.people.c
    wanted = select(films.key, films.year, films.popularity).where(films.revision > since)
    for page in _pages(connection, wanted, films.key):
        between = page[0].key, page[-1].key
        names, directors = defaultdict(list), defaultdict(list)
        for film, name in connection.execute(
            select(titles.film, titles.name).where(titles.film.between(*between)).order_by(titles.film, titles.position)
        ):
            names[film].append(name)
        for film, name in connection.execute(
            select(credits_.film, people.name)
            .join_from(tables.credits, tables.people, credits_.person == people.key)
            .where(credits_.film.between(*between), credits_.job == Job.DIRECTOR)
        ):
            directors[film].append(name)
        for key, year, popularity in page:
            yield Entry(key, names[key], year, directors[key], popularity)


def changed_people(connection: Connection, since: int) -> Iterator[Entry]:
    """The names of people who have a credit in a film changed after a revision; as popular as they have credits."""
    films, credits_, people = tables.films.c, tables.credits.c, tables.people.c
    wanted = select(people.key, people.name)
    if since >= 0:
        touched = select(credits_.person).join_from(tables.credits, tables.films, credits_.film == films.key)
        wanted = wanted.where(people.key.in_(touched.where(films.revision > since)))
    for page in _pages(connection, wanted, people.key):
        between = page[0].key, page[-1].key
        credited: dict[int, int] = dict(
            connection.execute(
                select(credits_.person, func.count()).where(credits_.person.between(*between)).group_by(credits_.person)
            ).all()
        )
        for key, name in page:
            yield Entry(key, [name], popularity=credited.get(key, 0))


def _pages(connection: Connection, wanted, key) -> Iterator[list[Row]]:  # type: ignore[no-untyped-def, type-arg]
    """The rows of a select in the order of a key, PAGE at a time."""
    last = -1
    while page := list(connection.execute(wanted.where(key > last).order_by(key).limit(PAGE))):
        yield page
        last = page[-1].key


class KeptIndex:
    """One index with the revision it stands at and the file that keeps it from being built at every start."""

    def __init__(self, cache: Path, entries: Entries) -> None:
        self._cache = cache
        self._entries = entries
        self._index: Index | None = None
        self._revision = -1
        self._unsaved = 0

    def current(self, revision: int) -> Index | None:
        """The index when it is in memory and stands at this revision."""
        return self._index if self._revision == revision else None

    def at(self, connection: Connection, revision: int) -> Index:
        """The index as of a revision of the catalogue: from memory, from the disk, or built."""
        if self._index is None:
            self._load(revision)
        if self._index is not None and self._revision < revision:
            self._follow(connection, self._index)
        if self._index is None:
            self._index = Index.build(self._entries(connection, -1))
            self._unsaved = UNSAVED
        self._revision = revision
        if self._unsaved >= UNSAVED:
            self._save(self._index)
            self._unsaved = 0
        return self._index

    def _follow(self, connection: Connection, index: Index) -> None:
        """Put in what has changed; give the index up where building it anew is quicker."""
        changed = connection.scalar(
            select(func.count()).select_from(tables.films).where(tables.films.c.revision > self._revision)
        )
        if (changed or 0) > max(UNSAVED, len(index) // 5):
            self._index = None
            return
        for entry in self._entries(connection, self._revision):
            index.put(entry) if entry.names else index.remove(entry.key)
            self._unsaved += 1

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
