"""Writing films: their rows, and the tables that are drawn from them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.knowledge import tables
from bot.knowledge.changes import EditError
from bot.knowledge.characters import called
from bot.knowledge.codes import country_name, language_name
from bot.knowledge.facets import LINK, facets_of
from bot.knowledge.film import Film, stored
from bot.knowledge.origins import UNKNOWN, Origins, origins_of
from bot.knowledge.query import Job
from bot.knowledge.view import BLOCK, block_keys
from bot.matching.normal import normal

DRAWN = (tables.titles, tables.credits, tables.characters, tables.facets, tables.releases)
"""Tables drawn from films, by the film's key."""

MAX_PARAMETERS = 20_000
"""Values in one statement; SQLite takes 32,766, PostgreSQL 32,767."""


@dataclass(slots=True)
class Row:
    """A film of the catalogue, as stored or about to be."""

    key: int
    id: str
    slug: str
    file: str | None = None
    filed: str | None = None
    server: int = 0
    hides: bool = False
    document: str | None = None
    """The film as it is stored; None where there is none, and of a new one until it is written."""
    origins: Origins = UNKNOWN
    _film: Film | None = None

    @property
    def film(self) -> Film | None:
        """The film, read from its document when it is first asked for."""
        if self._film is None and self.document:
            self._film = stored(self.document)
        return self._film

    @film.setter
    def film(self, film: Film | None) -> None:
        self._film, self.document = film, None

    @property
    def stands(self) -> bool:
        """Whether there is a film."""
        return bool(self._film or self.document)


def read_rows(connection: Connection, where: ColumnElement[bool]) -> list[Row]:
    """The films that fulfil a condition, of the shared base and of every server."""
    c = tables.films.c
    columns = (c.key, c.id, c.slug, c.file, c.filed, c.server, c.hides, c.document, c.origins)
    return [
        Row(key, id_, name, file, filed, server, hides, document, origins_of(origins))
        for key, id_, name, file, filed, server, hides, document, origins in connection.execute(
            select(*columns).where(where)
        )
    ]


class Writing:
    """One transaction's hand on the tables; `revision` is that of the catalogue once it is committed."""

    def __init__(self, connection: AsyncConnection, revision: int) -> None:
        self.connection = connection
        self.revision = revision
        self.wrote = False
        self._keys: dict[int, Iterator[int]] = {}
        self._people_keys: count[int] | None = None
        self._people: dict[str, int] = {}
        self._words: set[tuple[str, str]] = set()

    async def new_key(self, server: int = 0) -> int:
        """A key that no film has had. Raises EditError when a server has no more."""
        key = tables.films.c.key
        if server not in self._keys:
            first, last = block_keys(await self.block(server)) if server else (1, 2**31 - 1)
            highest = await self.connection.scalar(select(func.max(key)).where(key.between(first, last)))
            self._keys[server] = iter(range(first if highest is None else highest + 1, last + 1))
        new = next(self._keys[server], None)
        if new is None:
            raise EditError(f"A server may have {BLOCK:,} entries of its own, and these are more; leave some out.")
        return new

    async def block(self, server: int) -> int:
        """The block of keys of a server, which gets one when it has none."""
        c = tables.servers.c
        block = await self.connection.scalar(select(c.block).where(c.server == server))
        if block is None:
            block = (await self.connection.scalar(select(func.max(c.block))) or 0) + 1
            await self.connection.execute(
                insert(tables.servers), {"server": server, "block": block, "settings": "{}", "left_at": None}
            )
        return block

    async def write(self, rows: Sequence[Row]) -> None:
        """Store films, or that there is none any more, and draw the tables for queries from them."""
        if not rows:
            return
        self.wrote = True
        keys = [row.key for row in rows]
        touched = await self._credited(rows)
        films = []
        titles, characters, facets, releases = [], [], [], []
        credited: list[tuple[int, str, int, str, str | None]] = []
        for row in rows:
            film = row.film
            row.document = film.model_dump_json(exclude_defaults=True) if film else None
            films.append(_film_row(row, self.revision))
            if not film:
                continue
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
                {"film": row.key, "kind": kind, "position": n, "value": value} for kind, n, value in facets_of(film)
            ]
        people = await self._people_called({name for *_, name, _ in credited})
        touched |= {people[name] for *_, name, _ in credited}
        credits_ = [
            {"film": key, "job": job, "position": n, "person": people[name], "character": character}
            for key, job, n, name, character in credited
        ]
        await self.replace(tables.films, tables.films.c.key.in_(keys), films)
        await self.replace(tables.titles, tables.titles.c.film.in_(keys), titles)
        await self.replace(tables.credits, tables.credits.c.film.in_(keys), credits_)
        await self.replace(tables.characters, tables.characters.c.film.in_(keys), characters)
        await self.replace(tables.facets, tables.facets.c.film.in_(keys), facets)
        await self.replace(tables.releases, tables.releases.c.film.in_(keys), releases)
        await self._touch(touched)
        await self._note_words({(str(facet["kind"]), str(facet["value"])) for facet in facets if facet["kind"] != LINK})

    async def replace(self, table: Table, where: ColumnElement[bool], rows: Sequence[dict[str, Any]]) -> None:
        await self.connection.execute(delete(table).where(where))
        if rows:
            await self.connection.execute(insert(table), rows)

    async def _credited(self, rows: Sequence[Row]) -> set[int]:
        """The people of films as they stand, and of the shared films whose place they take or leave."""
        films, credits_ = tables.films.c, tables.credits.c
        keys = [row.key for row in rows]
        found = set((await self.connection.scalars(select(credits_.person).where(credits_.film.in_(keys)))).all())
        if ids := [row.id for row in rows if row.server]:
            twins = select(films.key).where(films.id.in_(ids), films.server == 0)
            found |= set((await self.connection.scalars(select(credits_.person).where(credits_.film.in_(twins)))).all())
        return found

    async def _touch(self, people: Collection[int]) -> None:
        """Note that the credits of people have changed."""
        c = tables.people.c
        for some in portions(sorted(people)):
            await self.connection.execute(
                update(tables.people)
                .where(c.key.in_(some), c.revision != self.revision)
                .values({"revision": self.revision})
            )

    async def _people_called(self, names: set[str]) -> dict[str, int]:
        """The keys of people by name; who is new is added."""
        missing = [name for name in names if name not in self._people]
        if missing:
            c = tables.people.c
            for some in portions(missing):
                known = await self.connection.execute(select(c.name, c.key).where(c.name.in_(some)))
                self._people.update(known.all())
            if self._people_keys is None:
                self._people_keys = count((await self.connection.scalar(select(func.max(c.key))) or 0) + 1)
            new = {name: next(self._people_keys) for name in sorted(missing) if name not in self._people}
            if new:
                rows = [
                    {
                        "name": name,
                        "key": key,
                        "normal": plain,
                        "surname": plain.rpartition(" ")[2],
                        "revision": self.revision,
                    }
                    for name, key in new.items()
                    for plain in [normal(name)]
                ]
                await self.connection.execute(insert(tables.people), rows)
                self._people.update(new)
        return self._people

    async def _note_words(self, found: set[tuple[str, str]]) -> None:
        """Remember values of facets with their normal forms; those that are there stay."""
        new = found - self._words
        if not new:
            return
        c = tables.words.c
        if len(new) < 1000:
            values: defaultdict[str, list[str]] = defaultdict(list)
            for kind, value in new:
                values[kind].append(value)
            for kind, some in values.items():
                known = await self.connection.scalars(select(c.value).where(c.kind == kind, c.value.in_(some)))
                self._words |= {(kind, value) for value in known}
        else:
            self._words |= {(kind, value) for kind, value in await self.connection.execute(select(c.kind, c.value))}
        new -= self._words
        if new:
            rows = [{"kind": kind, "value": value, "normal": said(kind, value)} for kind, value in sorted(new)]
            await self.connection.execute(insert(tables.words), rows)
            self._words |= new


def _film_row(row: Row, revision: int) -> dict[str, Any]:
    film = row.film
    return {
        "key": row.key,
        "server": row.server,
        "id": row.id,
        "slug": row.slug,
        "revision": revision,
        "title": film.title if film else "",
        "year": film.year if film else None,
        "runtime": film.runtime if film else None,
        "popularity": film.popularity if film else 0,
        "file": row.file,
        "filed": row.filed,
        "hides": row.hides,
        "document": row.document,
        "origins": row.origins.stored() or None,
    }


def portions(values: Sequence[Any]) -> Iterable[Sequence[Any]]:
    """The values in portions that fit one statement."""
    return (values[start : start + MAX_PARAMETERS] for start in range(0, len(values), MAX_PARAMETERS))


def said(kind: str, value: str) -> str:
    """How a value of a facet is said, as `normal` writes it: a country and a language by name."""
    named = {"country": country_name, "language": language_name}.get(kind)
    return normal(named(value) if named else value)
