"""Which film of the catalogue each imported one is, and what becomes of it."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from sqlalchemy import ColumnElement, or_

from bot.knowledge import tables
from bot.knowledge.changes import EditError
from bot.knowledge.film import Film, slug
from bot.knowledge.merging import merged, same_film
from bot.knowledge.writing import Row

MOST_ALIKE = 20_000
"""So many films of one title and year get an id."""

Read = Callable[[ColumnElement[bool]], Awaitable[list[Row]]]
"""Reads the rows that fulfil a condition, of those an import may change."""


class Outcome(StrEnum):
    """What putting a film into the catalogue did."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Placed:
    """An imported film in its place: the row that now holds it, and what that held before."""

    row: Row
    before: Film | None
    after: Film

    @property
    def outcome(self) -> Outcome:
        return outcome(self.before, self.after)


class Placing:
    """Places films; those it has placed are remembered, so that two of one import stay two."""

    def __init__(self, read: Read, new_key: Callable[[], Awaitable[int]]) -> None:
        self._read = read
        self._new_key = new_key
        self._put: set[str] = set()

    async def place(self, films: Sequence[Film]) -> list[Placed]:
        """Where each film goes; the rows say what they shall hold, in the order of the films.

        A film with an id is that film; one without is matched by title, year and people, and gets an id of its own when
        there is none. What the import says replaces what stood, what it leaves out stays; an entry of the films folder
        is only filled in where it says nothing. Two films placed are two, unless they say the same.
        """
        slugs = [slug(film.title, film.year) for film in films]
        ids = {film.id for film in films if film.id} | set(slugs)
        c = tables.films.c
        rows = await self._read(or_(c.slug.in_(set(slugs)), c.id.in_(ids)))
        by_id = {row.id: row for row in rows}
        by_slug: dict[str, list[Row]] = defaultdict(list)
        for row in sorted(rows, key=lambda row: row.key):
            by_slug[row.slug].append(row)
        placed = []
        for film, name in zip(films, slugs, strict=True):
            known = by_id.get(film.id) if film.id else self._same(film, by_slug[name])
            row = known or await self._new_row(film.id, name, by_id)
            if row is not known:
                by_id[row.id] = row
                by_slug[name].append(row)
            before = row.film
            row.film = (merged(before, film, fill_only=row.file is not None) if before else film).identified(row.id)
            row.slug = slug(row.film.title, row.film.year)
            self._put.add(row.id)
            placed.append(Placed(row, before, row.film))
        return placed

    def _same(self, film: Film, rows: list[Row]) -> Row | None:
        """The row that holds this very film; a row that was placed already only when it says the same."""
        for row in rows:
            if row.film is None:
                continue
            if row.id in self._put:
                if row.film == film.identified(row.id):
                    return row
            elif same_film(row.film, film):
                return row
        return None

    async def _new_row(self, wanted: str | None, name: str, by_id: dict[str, Row]) -> Row:
        """A row for a new film: under the id it wants, else under the first free one of its slug."""
        if wanted:
            return Row(await self._new_key(), wanted, name)
        for fresh in ids_of(name):
            row = by_id.get(fresh)
            if row is None and fresh != name:  # ids with a number were not read yet
                row = next(iter(await self._read(tables.films.c.id == fresh)), None)
            if row is None or row.film is None:
                return row or Row(await self._new_key(), fresh, name)
        raise too_many(name)


def ids_of(name: str) -> Iterator[str]:
    """The ids that films of one slug get: the slug itself, then with -2, -3 …."""
    return chain([name], (f"{name}-{n}" for n in range(2, MOST_ALIKE)))


def too_many(name: str) -> EditError:
    return EditError(f"There are too many films called {name}; give each an id of its own.")


def outcome(before: Film | None, after: Film) -> Outcome:
    """What it is to put a film where another or none stood."""
    if before is None:
        return Outcome.ADDED
    return Outcome.UNCHANGED if before == after else Outcome.CHANGED
