"""Changing the catalogue: films put in or taken out, a whole batch in one transaction or not at all."""

from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, count
from typing import Any

from sqlalchemy import ColumnElement, Table, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import CatalogueError
from bot.knowledge import tables
from bot.knowledge.characters import called
from bot.knowledge.codes import country_name, language_name
from bot.knowledge.database import Database
from bot.knowledge.film import Film, slug, stored
from bot.knowledge.merging import merged, same_film
from bot.knowledge.query import Job
from bot.matching.normal import normal

FACETS = {
    "genre": "genres",
    "country": "countries",
    "language": "languages",
    "keyword": "keywords",
    "theme": "themes",
}
"""Kinds of `tables.facets` and the fields of a film they hold."""

DRAWN = (tables.titles, tables.credits, tables.characters, tables.facets, tables.releases)
"""Tables drawn from films, by the film's key."""

MAX_PARAMETERS = 20_000
"""Values in one statement; SQLite takes 32,766, PostgreSQL 32,767."""


class Outcome(StrEnum):
    """What putting a film into the catalogue did."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class FileState:
    """A file of the films folder as it was last read; `problem` is empty when it was good."""

    name: str
    size: int
    mtime_ns: int
    digest: str
    problem: str = ""


@dataclass(slots=True)
class _Row:
    """A film of the catalogue, as stored or about to be."""

    key: int
    id: str
    slug: str
    file: str | None
    film: Film | None


class Edits:
    """The one way to change a catalogue."""

    def __init__(self, database: Database, changed: Callable[[], None]) -> None:
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
    async def batch(self) -> "AsyncIterator[Batch]":
        """One transaction: all that is done in the body becomes visible at its end, nothing when the body raises.

        Raises CatalogueError, in words for the operator, when the database fails.
        """
        async with self._database.writing() as connection:
            last_key = await connection.scalar(select(func.max(tables.films.c.key))) or 0
            last_person = await connection.scalar(select(func.max(tables.people.c.key))) or 0
            revision = await connection.scalar(select(func.max(tables.films.c.revision))) or 0
            yield Batch(connection, count(last_key + 1), count(last_person + 1), revision + 1)
        self._changed()


class Batch:
    """Changes of one transaction."""

    def __init__(
        self, connection: AsyncConnection, keys: "count[int]", people_keys: "count[int]", revision: int
    ) -> None:
        self._connection = connection
        self._keys = keys
        self._people_keys = people_keys
        self._revision = revision
        self._people: dict[str, int] = {}
        self._words: set[tuple[str, str]] = set()
        self._put: set[int] = set()

    async def put(self, films: Sequence[Film]) -> list[Outcome]:
        """Add imported films, or bring those that are there up to date.

        A film with an id is that film; one without is matched by title, year and people, and gets an id of its own when
        there is none. What the import says replaces what stood, what it leaves out stays; an entry of the films folder
        is only filled in where it says nothing. Two rows of one batch are two films, unless they say the same.
        """
        slugs = [slug(film.title, film.year) for film in films]
        ids = {film.id for film in films if film.id} | set(slugs)
        c = tables.films.c
        rows = await self._rows(or_(c.slug.in_(set(slugs)), c.id.in_(ids)))
        by_id = {row.id: row for row in rows}
        by_slug: dict[str, list[_Row]] = defaultdict(list)
        for row in sorted(rows, key=lambda row: row.key):
            by_slug[row.slug].append(row)

        outcomes: list[Outcome] = []
        writes: dict[int, _Row] = {}
        for film, name in zip(films, slugs, strict=True):
            known = by_id.get(film.id) if film.id else self._same(film, by_slug[name])
            row = known or await self._new_row(film.id, name, by_id)
            if row is not known:
                by_id[row.id] = row
                by_slug[name].append(row)
            before = row.film
            row.film = (merged(before, film, fill_only=row.file is not None) if before else film).identified(row.id)
            row.slug = slug(row.film.title, row.film.year)
            self._put.add(row.key)
            if row.film != before:
                writes[row.key] = row
            outcomes.append(_outcome(before, row.film))
        await self._write(list(writes.values()))
        return outcomes

    async def put_files(self, films: Sequence[tuple[Film, FileState]]) -> list[Outcome]:
        """Put films that files of the films folder hold; the file's name without its ending is the id.

        Each replaces whatever the catalogue had under that id.
        """
        rows = {row.id: row for row in await self._rows(tables.films.c.id.in_([film.id for film, _ in films]))}
        outcomes, writes = [], []
        for film, file in films:
            assert film.id
            row = rows.get(film.id) or _Row(next(self._keys), film.id, "", None, None)
            before, was_in = row.film, row.file
            row.film, row.file, row.slug = film, file.name, slug(film.title, film.year)
            outcomes.append(_outcome(before, film))
            if before != film or was_in != file.name:
                writes.append(row)
        await self._write(writes)
        await self.note_files([file for _, file in films])
        return outcomes

    async def note_files(self, files: Sequence[FileState]) -> None:
        """Remember files as they were read, without touching the films they hold."""
        await self._replace(
            tables.files,
            tables.files.c.name.in_([file.name for file in files]),
            [
                {"name": f.name, "size": f.size, "mtime_ns": str(f.mtime_ns), "digest": f.digest, "problem": f.problem}
                for f in files
            ],
        )

    async def note_import(self, supply: str, films: int) -> None:
        """Remember how many films of a supply are in, so that an import goes on there; 0 once it is at its end."""
        name = f"import {supply}"
        row = {"name": name, "value": str(films)}
        await self._replace(tables.state, tables.state.c.name == name, [row] if films else ())

    async def remove_files(self, names: Iterable[str]) -> int:
        """Forget files of the films folder and take out the films they hold; how many films that were."""
        gone = list(names)
        await self._connection.execute(delete(tables.files).where(tables.files.c.name.in_(gone)))
        keys = (await self._connection.scalars(select(tables.films.c.key).where(tables.films.c.file.in_(gone)))).all()
        films = tables.films
        blank = {"document": None, "file": None, "revision": self._revision}
        await self._connection.execute(update(films).where(films.c.key.in_(keys)).values(blank))
        for table in DRAWN:
            await self._connection.execute(delete(table).where(table.c.film.in_(keys)))
        return len(keys)

    def _same(self, film: Film, rows: list[_Row]) -> _Row | None:
        """The row that holds this very film; a row that this batch has put already only when it says the same."""
        for row in rows:
            if row.film is None:
                continue
            if row.key in self._put:
                if row.film == film.identified(row.id):
                    return row
            elif same_film(row.film, film):
                return row
        return None

    async def _new_row(self, wanted: str | None, name: str, by_id: dict[str, _Row]) -> _Row:
        """A row for a new film: under the id it wants, else under the first free one of its slug, -2, -3 …."""
        if wanted:
            return _Row(next(self._keys), wanted, name, None, None)
        for fresh in chain([name], (f"{name}-{n}" for n in range(2, MAX_PARAMETERS))):
            row = by_id.get(fresh)
            if row is None and fresh != name:  # ids with a number were not read yet
                row = next(iter(await self._rows(tables.films.c.id == fresh)), None)
            if row is None or row.film is None:
                return row or _Row(next(self._keys), fresh, name, None, None)
        raise CatalogueError(f"There are too many films called {name}; give each an id of its own.")

    async def _rows(self, where: ColumnElement[bool]) -> list[_Row]:
        c = tables.films.c
        rows = await self._connection.execute(select(c.key, c.id, c.slug, c.file, c.document).where(where))
        return [_Row(key, id_, name, file, document and stored(document)) for key, id_, name, file, document in rows]

    async def _write(self, rows: Sequence[_Row]) -> None:
        """Store films and draw the tables for queries from them."""
        films, titles, credited, facets = [], [], [], []
        characters, releases = [], []
        for row in rows:
            film = row.film
            assert film
            films.append(
                {
                    "key": row.key,
                    "id": row.id,
                    "slug": row.slug,
                    "revision": self._revision,
                    "title": film.title,
                    "year": film.year,
                    "runtime": film.runtime,
                    "popularity": film.popularity,
                    "file": row.file,
                    "document": film.model_dump_json(exclude_defaults=True),
                }
            )
            names = dict.fromkeys(filter(None, (film.title, film.original_title, *film.also_known_as)))
            titles += [
                {"film": row.key, "position": n, "name": name, "normal": normal(name)} for n, name in enumerate(names)
            ]
            for job in Job:
                for n, credit in enumerate(getattr(film, job)):
                    name, character = (credit.name, credit.character) if job is Job.CAST else (credit, None)
                    credited.append((row.key, job.value, n, name, character))
            characters += [
                {"film": row.key, "position": n, "normal": name}
                for n, role in enumerate(film.cast)
                for name in (called(role.character) if role.character else ())
            ]
            releases += [{"film": row.key, "position": n, "date": r.date} for n, r in enumerate(film.releases)]
            facets += [
                {"film": row.key, "kind": "certificate", "position": n, "value": certificate.label}
                for n, certificate in enumerate(film.certificates)
            ]
            facets += [
                {"film": row.key, "kind": kind, "position": n, "value": value}
                for kind, field in FACETS.items()
                for n, value in enumerate(getattr(film, field))
            ]
        people = await self._people_called({name for *_, name, _ in credited})
        credits_ = [
            {"film": key, "job": job, "position": n, "person": people[name], "character": character}
            for key, job, n, name, character in credited
        ]
        keys = [row.key for row in rows]
        await self._replace(tables.films, tables.films.c.key.in_(keys), films)
        await self._replace(tables.titles, tables.titles.c.film.in_(keys), titles)
        await self._replace(tables.credits, tables.credits.c.film.in_(keys), credits_)
        await self._replace(tables.characters, tables.characters.c.film.in_(keys), characters)
        await self._replace(tables.facets, tables.facets.c.film.in_(keys), facets)
        await self._replace(tables.releases, tables.releases.c.film.in_(keys), releases)
        await self._note_words({(str(facet["kind"]), str(facet["value"])) for facet in facets})

    async def _replace(self, table: Table, where: ColumnElement[bool], rows: Sequence[dict[str, Any]]) -> None:
        await self._connection.execute(delete(table).where(where))
        if rows:
            await self._connection.execute(insert(table), rows)

    async def _people_called(self, names: set[str]) -> dict[str, int]:
        """The keys of people by name; who is new is added."""
        missing = [name for name in names if name not in self._people]
        if missing:
            c = tables.people.c
            for start in range(0, len(missing), MAX_PARAMETERS):
                some = missing[start : start + MAX_PARAMETERS]
                known = await self._connection.execute(select(c.name, c.key).where(c.name.in_(some)))
                self._people.update(known.all())
            new = {name: next(self._people_keys) for name in sorted(missing) if name not in self._people}
            if new:
                rows = [
                    {"name": name, "key": key, "normal": plain, "surname": plain.rpartition(" ")[2]}
                    for name, key in new.items()
                    for plain in [normal(name)]
                ]
                await self._connection.execute(insert(tables.people), rows)
                self._people.update(new)
        return self._people

    async def _note_words(self, found: set[tuple[str, str]]) -> None:
        """Remember values of facets with their normal forms; those that are there stay."""
        new = found - self._words
        if not new:
            return
        c = tables.words.c
        if not self._words:
            rows = await self._connection.execute(select(c.kind, c.value))
            self._words = {(kind, value) for kind, value in rows}
            new -= self._words
        if new:
            rows_ = [{"kind": kind, "value": value, "normal": said(kind, value)} for kind, value in sorted(new)]
            await self._connection.execute(insert(tables.words), rows_)
            self._words |= new


def said(kind: str, value: str) -> str:
    """How a value of a facet is said, as `normal` writes it: a country and a language by name."""
    named = {"country": country_name, "language": language_name}.get(kind)
    return normal(named(value) if named else value)


def _outcome(before: Film | None, after: Film) -> Outcome:
    if before is None:
        return Outcome.ADDED
    return Outcome.UNCHANGED if before == after else Outcome.CHANGED
