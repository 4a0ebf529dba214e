"""Which film of the catalogue each imported one is, and what becomes of it."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from sqlalchemy import ColumnElement, exists, or_, select, true

from bot.knowledge import tables
from bot.knowledge.changes import EditError
from bot.knowledge.facets import IDS, LINK, linked
from bot.knowledge.film import Film, slug
from bot.knowledge.merging import merged, same_film, same_otherwise, titles
from bot.knowledge.origins import Origins
from bot.knowledge.writing import Aside, Row

MOST_ALIKE = 20_000
"""So many films of one title and year get an id."""

Read = Callable[[ColumnElement[bool]], Awaitable[list[Row]]]
"""Reads the rows that fulfil a condition, of those an import may change."""


class Outcome(StrEnum):
    """What putting a film into the catalogue did."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Placed:
    """An imported film in its place: the row that now holds it, and what that held before."""

    row: Row
    before: Film | None
    after: Film
    learnt: bool
    """Whether the row now holds more than before of what is not seen: where facts come from, and what is aside."""

    @property
    def outcome(self) -> Outcome:
        return outcome(self.before, self.after)


class Placing:
    """Places films; those it has placed are remembered in `put`, so that two of one import stay two."""

    def __init__(self, read: Read, new_key: Callable[[], Awaitable[int]], put: set[str] | None = None) -> None:
        self._read = read
        self._new_key = new_key
        self._put = set() if put is None else put

    async def place(self, films: Sequence[Film], source: str = "") -> list[Placed]:
        """Where each film goes; the rows say what they shall hold, in the order of the films.

        A film with an id is that film; one without is found by its ids elsewhere, else by title, year and people, and
        gets an id of its own when there is none. What becomes of one that was there, `merged` says. Two films placed
        are two, unless they share an id elsewhere or say the same.
        """
        slugs = [slug(film.title, film.year) for film in films]
        called = [titles(film) if film.year and film.directors else set() for film in films]
        there = await self._there(films, slugs, set().union(*called))
        placed = []
        for film, name, names in zip(films, slugs, called, strict=True):
            known = there.by_id.get(film.id) if film.id else self._same(film, name, names, there)
            row = known or await self._new_row(film.id, name, there.by_id)
            if row is not known:
                there.add(row, name)
            before, origins, aside = row.film, row.origins, row.aside
            row.film, row.origins = merged(before, origins, film, source) if before else (film, Origins(source))
            row.film = row.film.identified(row.id)
            if aside:
                row.aside = aside.merged(film, source)
            elif row.file:
                row.aside = Aside(film.identified(row.id), Origins(source))
            row.slug = slug(row.film.title, row.film.year)
            there.link(row, names if before is None else None)
            if not linked(film):
                self._put.add(row.id)
            placed.append(Placed(row, before, row.film, (origins, aside) != (row.origins, row.aside)))
        return placed

    async def _there(self, films: Sequence[Film], slugs: Sequence[str], named: set[str]) -> "_There":
        """The films that those to be placed may be, and all that have an id that may be wanted."""
        c, facets, called = tables.films.c, tables.facets.c, tables.titles.c
        ids = {film.id for film in films if film.id} | set(slugs)
        links = {link for film in films for link in linked(film)}
        slugged = c.slug.in_(set(slugs))
        rows = {row.key: row for row in await self._read(or_(slugged, c.id.in_(ids)))}
        there = _There()
        there.by_id |= {row.id: row for row in rows.values()}
        near: dict[int, Row] = {}
        for where in (
            c.key.in_(select(facets.film).where(facets.kind == LINK, facets.value.in_(links))),
            or_(slugged, c.key.in_(select(called.film).where(called.normal.in_(named)))) & _may_be_any(films),
        ):
            near |= {row.key: rows.setdefault(row.key, row) for row in await self._read(where)}
        for _, row in sorted(near.items()):
            there.add(row, row.slug)
            there.link(row)
        return there

    def _same(self, film: Film, name: str, names: set[str], there: "_There") -> Row | None:
        """The row that holds this very film; one that was placed already only when it is surely the same."""
        for link in linked(film):
            if row := there.by_link.get(link):
                return row
        for row in there.by_slug[name]:
            if row.film is None:
                continue
            if row.id in self._put:
                if row.film == film.identified(row.id):
                    return row
            elif same_film(row.film, film):
                return row
        near = {row.key: row for title in names for row in there.by_title[title]}
        for row in near.values():
            if row.film and row.id not in self._put and same_otherwise(row.film, film):
                return row
        return None

    async def _new_row(self, wanted: str | None, name: str, by_id: dict[str, Row]) -> Row:
        """A row for a new film: under the id it wants, else under the first free one of its slug."""
        if wanted:
            return Row(await self._new_key(), wanted, name)
        for fresh in ids_of(name):
            row = by_id.get(fresh)
            if row is None and fresh != name:  # a film that is now called otherwise may have an id with a number
                row = next(iter(await self._read(tables.films.c.id == fresh)), None)
            if row is None or not row.stands:
                return row or Row(await self._new_key(), fresh, name)
        raise too_many(name)


class _There:
    """Films that are there, by all they may be found by."""

    def __init__(self) -> None:
        self.by_id: dict[str, Row] = {}
        self.by_link: dict[str, Row] = {}
        self.by_slug: dict[str, list[Row]] = defaultdict(list)
        self.by_title: dict[str, list[Row]] = defaultdict(list)

    def add(self, row: Row, name: str) -> None:
        """A row under its id and the slug it is or shall be known by."""
        self.by_id[row.id] = row
        self.by_slug[name].append(row)

    def link(self, row: Row, names: set[str] | None = None) -> None:
        """A row under what its film says; `names` are its titles when these are at hand."""
        if row.film:
            for link in linked(row.film):
                self.by_link.setdefault(link, row)
            if row.film.year and row.film.directors:
                for title in titles(row.film) if names is None else names:
                    self.by_title[title].append(row)


def _may_be_any(films: Sequence[Film]) -> ColumnElement[bool]:
    """The condition that a film may be one of these although they have no id in common.

    Where all of these have an id of one site and no other, a film that has one too is found by it or is another. That
    spares an import of one site's films the reading of all films that are called alike.
    """
    sites = {site for film in films for site in film.links}
    if len(sites) != 1 or not all(film.links for film in films) or not sites <= set(IDS):
        return true()
    c = tables.facets.c
    same_site = c.value.startswith(f"{sites.pop()} ", autoescape=True)
    return ~exists().where(c.film == tables.films.c.key, c.kind == LINK, same_site)


def ids_of(name: str) -> Iterator[str]:
    """The ids that films of one slug get: the slug itself, then with -2, -3 …."""
    return chain([name], (f"{name}-{n}" for n in range(2, MOST_ALIKE)))


def too_many(name: str) -> EditError:
    return EditError(f"There are too many films called {name}; give each an id of its own.")


def outcome(before: Film | None, after: Film | None) -> Outcome:
    """What it is to put a film, or none, where another or none stood."""
    if before == after:
        return Outcome.UNCHANGED
    if after is None:
        return Outcome.REMOVED
    return Outcome.ADDED if before is None else Outcome.CHANGED
