"""Writing films: their rows, and the tables that are drawn from them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, Table, delete, func, insert, select, update

from bot.knowledge import tables
from bot.knowledge.changes import EditError, differences
from bot.knowledge.characters import called
from bot.knowledge.codes import country_name, language_name
from bot.knowledge.facets import LINK, facets_of
from bot.knowledge.film import Film, slug, stored
from bot.knowledge.merging import merged
from bot.knowledge.origins import UNKNOWN, Origins, changed, origins_of
from bot.knowledge.query import Job
from bot.knowledge.view import BLOCK, block_keys
from bot.matching.normal import normal

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

DRAWN = (tables.titles, tables.credits, tables.characters, tables.facets, tables.releases)
"""Tables drawn from films, by the film's key."""

_CAST = Job.CAST.value
_JOBS = tuple(job.value for job in Job if job is not Job.CAST)

Values = tuple[Any, ...]
"""A row of a table, in the order of its columns."""

MAX_PARAMETERS = 20_000
"""Values in one statement; SQLite takes 32,766, PostgreSQL 32,767."""


@dataclass(frozen=True, slots=True)
class Aside:
    """What does not stand of a film that a file of the films folder holds or has held, kept up to date beside it.

    While the file is there, that is the film as all others have it; while it is gone, the film with the file.
    """

    film: Film
    origins: Origins

    def merged(self, new: Film, source: str) -> "Aside":
        """With what a source says."""
        return Aside(*merged(self.film, self.origins, new, source))

    def edited(self, before: Film, after: Film, by: str) -> "Aside":
        """With what an edit of what stands has changed there."""
        fields = {difference.field for difference in differences(before, after)}
        film = self.film.model_copy(update={field: getattr(after, field) for field in fields})
        return Aside(film, changed(self.origins, self.film, film, by))

    def identified(self, film_id: str) -> "Aside":
        """The same under another id."""
        return Aside(self.film.identified(film_id), self.origins)


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
    aside: Aside | None = None
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

    def swap(self) -> None:
        """Let what is aside stand, and put aside what stands."""
        stood = Aside(self.film, self.origins) if self.film else None
        self.film, self.origins = (self.aside.film, self.aside.origins) if self.aside else (None, UNKNOWN)
        self.slug = slug(self.film.title, self.film.year) if self.film else self.slug
        self.aside = stood

    def rename(self, film_id: str) -> None:
        """Give the film another id."""
        self.id = film_id
        self.film = self.film.identified(film_id) if self.film else None
        self.aside = self.aside.identified(film_id) if self.aside else None


def read_rows(connection: Connection, where: ColumnElement[bool]) -> list[Row]:
    """The films that fulfil a condition, of the shared base and of every server."""
    c = tables.films.c
    columns = (c.key, c.id, c.slug, c.file, c.filed, c.server, c.hides, c.document, c.origins, c.aside, c.aside_origins)
    return [
        Row(key, id_, name, file, filed, server, hides, document, origins_of(origins), _aside_of(*aside))
        for key, id_, name, file, filed, server, hides, document, origins, *aside in connection.execute(
            select(*columns).where(where)
        )
    ]


class Writing:
    """One transaction's hand on the tables; `revision` is that of the catalogue once it is committed."""

    def __init__(self, connection: "AsyncConnection", revision: int) -> None:
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
        films: list[Values] = []
        titles: list[Values] = []
        characters: list[Values] = []
        facets: list[Values] = []
        releases: list[Values] = []
        credited: list[tuple[int, str, int, str, str | None]] = []
        for row in rows:
            film, key = row.film, row.key
            row.document = film.model_dump_json(exclude_defaults=True) if film else None
            films.append(_film_row(row, self.revision))
            if not film:
                continue
            names = dict.fromkeys(filter(None, (film.title, film.original_title, *film.also_known_as)))
            titles += [(key, n, name, normal(name)) for n, name in enumerate(names)]
            for job in _JOBS:
                credited += [(key, job, n, name, None) for n, name in enumerate(getattr(film, job))]
            for n, role in enumerate(film.cast):
                credited.append((key, _CAST, n, role.name, role.character))
                characters += [(key, n, name) for name in (called(role.character) if role.character else ())]
            releases += [(key, n, release.date) for n, release in enumerate(film.releases)]
            facets += [(key, kind, n, value) for kind, n, value in facets_of(film)]
        people = await self._people_called({name for *_, name, _ in credited})
        credits_ = [(key, job, n, people[name], character) for key, job, n, name, character in credited]
        touched.update(person for *_, person, _ in credits_)
        await self.replace(tables.films, tables.films.c.key.in_(keys), films)
        for table, drawn in zip(DRAWN, (titles, credits_, characters, facets, releases), strict=True):
            await self.replace(table, table.c.film.in_(keys), drawn)
        await self._touch(touched)
        await self._note_words({(kind, value) for _, kind, _, value in facets if kind != LINK})

    async def replace(self, table: Table, where: ColumnElement[bool], rows: Sequence[Values]) -> None:
        """Put rows into a table in place of those that fulfil a condition."""
        await self.connection.execute(delete(table).where(where))
        await self._add(table, rows)

    async def _add(self, table: Table, rows: Sequence[Values]) -> None:
        """Put rows into a table as the driver takes them: SQLAlchemy would make each one over, which takes longer."""
        if rows:
            statement = str(insert(table).compile(dialect=self.connection.dialect))
            await self.connection.exec_driver_sql(statement, list(rows))

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
                plain = {name: normal(name) for name in new}
                rows = [
                    (key, name, plain[name], plain[name].rpartition(" ")[2], self.revision) for name, key in new.items()
                ]
                await self._add(tables.people, rows)
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
            await self._add(tables.words, [(kind, value, said(kind, value)) for kind, value in sorted(new)])
            self._words |= new


def _film_row(row: Row, revision: int) -> Values:
    film = row.film
    facts = (film.title, film.year, film.runtime, film.popularity) if film else ("", None, None, 0)
    standing = (row.file, row.filed, row.hides, row.document, row.origins.stored() or None)
    return (row.key, row.server, row.id, row.slug, revision, *facts, *standing, *aside_columns(row.aside))


def _aside_of(document: str | None, origins: str | None) -> Aside | None:
    return Aside(stored(document), origins_of(origins)) if document else None


def aside_columns(aside: Aside | None) -> tuple[str | None, str | None]:
    """What the columns for it hold: the film, and where it comes from."""
    if aside is None:
        return None, None
    return aside.film.model_dump_json(exclude_defaults=True), aside.origins.stored() or None


def portions(values: Sequence[Any]) -> Iterable[Sequence[Any]]:
    """The values in portions that fit one statement."""
    return (values[start : start + MAX_PARAMETERS] for start in range(0, len(values), MAX_PARAMETERS))


def said(kind: str, value: str) -> str:
    """How a value of a facet is said, as `normal` writes it: a country and a language by name."""
    named = {"country": country_name, "language": language_name}.get(kind)
    return normal(named(value) if named else value)
