"""Reading the catalogue: films by id, films and people by what was typed, films by what they have in common."""

import asyncio
import secrets
from collections import OrderedDict
from collections.abc import AsyncIterator, Hashable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from time import monotonic
from typing import TypeVar

from platformdirs import user_cache_path
from sqlalchemy import TextClause, func, select
from sqlalchemy import text as sql

from bot.knowledge import queries, searching, tables
from bot.knowledge.codes import country_name, language_name
from bot.knowledge.database import Database, database_url
from bot.knowledge.edits import Edits
from bot.knowledge.film import Film, stored
from bot.knowledge.indexes import KeptIndex, changed_people, changed_titles
from bot.knowledge.query import ID, ID_WITH_YEAR, Credited, FilmRef, Job, PersonRef
from bot.knowledge.search import Named, Outcome, Search, Wanted
from bot.matching import Index, Verdict
from bot.matching.normal import normal

FRESH_FOR = 1.0
"""Seconds for which another process's edits may go unseen."""

KEPT_FILMS, KEPT_REFS = 200, 5_000
"""Films and references kept in memory, the last used ones."""

LIKE = 82.0
"""How much of 100 a mistyped genre, country, language or keyword must be like it."""

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class FoundFilms:
    """The films a text may mean, best first; the first `fits` of them are what the verdict is about."""

    verdict: Verdict
    films: tuple[FilmRef, ...]
    scores: tuple[float, ...]
    fits: int


@dataclass(frozen=True, slots=True)
class FoundPeople:
    """The people a text may mean, best first."""

    verdict: Verdict
    people: tuple[PersonRef, ...]
    fits: int
    scores: tuple[float, ...] = ()


@asynccontextmanager
async def open_catalogue(url: str, cache: Path | None = None) -> "AsyncIterator[Catalogue]":
    """The catalogue at a database URL, made when it is not there.

    `cache` is the folder the match indexes are kept in, by default the one of the SQLite file or, for a server, the
    user's cache folder. Raises SettingsError for a URL that cannot be used and CatalogueError when the database fails.
    """
    database = Database(database_url(url))
    try:
        identity = await database.open()
        file = Path(database.url.database or "films")
        folder = cache or (file.parent if database.sqlite else user_cache_path("filmbot", appauthor=False))
        yield Catalogue(database, folder / f".{file.stem}-{identity[:8]}")
    finally:
        await database.close()


class Catalogue:
    """The films of one database."""

    def __init__(self, database: Database, cache: Path) -> None:
        self.edits = Edits(database, self._expire)
        self._database = database
        self._titles = KeptIndex(cache.with_name(f"{cache.name}.titles"), changed_titles)
        self._people = KeptIndex(cache.with_name(f"{cache.name}.people"), changed_people)
        self._indexing = asyncio.Lock()
        self._revision = -1
        self._checked = float("-inf")
        self._vocabulary: tuple[int, list[Named]] | None = None
        self._films: OrderedDict[str, Film | None] = OrderedDict()
        self._refs: OrderedDict[int, FilmRef] = OrderedDict()

    async def warm(self) -> None:
        """Load the match indexes now, so that the first question need not wait for them."""
        await self._index(self._titles)
        await self._index(self._people)

    async def find(self, text: str, limit: int = 5) -> FoundFilms:
        """The films a text may mean: an id, an autocomplete label, or a title as people type it."""
        if ref := await self._by_id(text):
            return FoundFilms(Verdict.EXACT, (ref,), (100.0,), 1)
        index = await self._index(self._titles)
        found = index.find(text, limit)
        refs = await self._referred([match.key for match in found.matches])
        there = [(refs[match.key], match.score) for match in found.matches if match.key in refs]
        films, scores = tuple(film for film, _ in there), tuple(score for _, score in there)
        return FoundFilms(found.verdict if films else Verdict.NONE, films, scores, min(found.fits, len(films)))

    async def complete(self, text: str, limit: int = 25) -> tuple[FilmRef, ...]:
        """The films whose title a text may be the beginning of; the best-known ones for no text."""
        if text.strip():
            index = await self._index(self._titles)
            keys: Sequence[int] = [match.key for match in index.complete(text, limit)]
        else:
            keys = await self._database.column(queries.best_known(limit))
        return tuple((await self._referred(keys)).values())

    async def find_people(self, text: str, limit: int = 5) -> FoundPeople:
        """The people a text may mean."""
        index = await self._index(self._people)
        found = index.find(text, limit)
        people = tuple(PersonRef(match.key, match.name) for match in found.matches)
        return FoundPeople(found.verdict, people, found.fits, tuple(match.score for match in found.matches))

    async def complete_people(self, text: str, limit: int = 25) -> tuple[str, ...]:
        """Names of people that a text may be the beginning of."""
        index = await self._index(self._people)
        return tuple(match.name for match in index.complete(text, limit))

    async def film(self, film_id: str) -> Film | None:
        """The film of an id."""
        await self._refresh()
        if film_id not in self._films:
            revision = self._revision
            document = await self._database.scalar(queries.document(film_id))
            film = stored(document) if document else None
            if revision == self._revision:
                _keep(self._films, film_id, film, KEPT_FILMS)
            return film
        self._films.move_to_end(film_id)
        return self._films[film_id]

    async def ids_starting(self, start: str) -> tuple[str, ...]:
        """Ids of films that begin so, for finding one again that had to be cut."""
        return tuple(await self._database.column(queries.ids_starting(start)))

    async def films_of(self, person: int, job: Job | None = None) -> list[Credited]:
        """What a person did, the oldest film first; films of unknown year last."""
        rows = await self._database.rows(queries.credits_of(person, job))
        films = await self._referred([row.film for row in rows])
        return [Credited(films[row.film], Job(row.job), row.character) for row in rows if row.film in films]

    async def named(self, normals: Sequence[str]) -> list[Named]:
        """Everything that is called exactly so; `normals` as `matching.normal` writes them."""
        return await self._named(searching.NAMED, normals) if normals else []

    async def surnamed(self, words: Sequence[str]) -> list[Named]:
        """People whose name ends in one of the words."""
        return await self._named(searching.SURNAMED, words) if words else []

    async def _named(self, statement: TextClause, names: Sequence[str]) -> list[Named]:
        return [Named(*row) for row in await self._database.rows(statement, {"names": list(names)})]

    async def words(self, kinds: Sequence[str]) -> list[Named]:
        """Every value of facets of these kinds."""
        c = tables.words.c
        rows = await self._database.rows(select(c.kind, c.value, c.normal).where(c.kind.in_(kinds)))
        return [Named(kind, 0, value, normal) for kind, value, normal in rows]

    async def search(self, search: Search) -> Outcome:
        """What a search finds, best first."""
        statement, values = searching.statement(search)
        rows = await self._database.rows(sql(statement), values)
        if search.wanted is Wanted.NAMES and not search.of_people:
            films = await self.refs([row[0] for row in rows])
            return Outcome(tuple(film.title for film in films), films)
        named = {Wanted.LANGUAGES: language_name, Wanted.COUNTRIES: country_name}.get(search.wanted)
        return Outcome(tuple(named(row[0]) if named else row[0] for row in rows))

    async def keys(self, ids: Sequence[str]) -> tuple[int, ...]:
        """The keys of films by id, in the order of the ids; those that are gone left out."""
        known: dict[str, int] = dict(map(tuple, await self._database.rows(queries.keys(ids))))
        return tuple(known[film_id] for film_id in ids if film_id in known)

    async def like(self, text: str) -> list[tuple[str, str, str, float]]:
        """(kind, value, normal form, likeness of 100) of the values of facets that a mistyped text may mean."""
        from rapidfuzz import fuzz, process  # only for typing errors

        if self._vocabulary is None or self._vocabulary[0] != self._revision:
            self._vocabulary = self._revision, await self.words(("genre", "country", "language", "keyword", "theme"))
        known = self._vocabulary[1]
        said = normal(text)
        best = process.extract(said, [word.normal for word in known], scorer=fuzz.ratio, score_cutoff=LIKE, limit=3)
        return [(known[at].kind, known[at].name, known[at].normal, score) for _, score, at in best]

    async def refs(self, keys: Sequence[int]) -> tuple[FilmRef, ...]:
        """The films of keys, those that are gone left out."""
        films = await self._referred(keys)
        return tuple(films[key] for key in keys if key in films)

    async def playing(self, character: str) -> list[tuple[FilmRef, str, str]]:
        """(film, person, character) for every character called so, as `matching.normal` writes it."""
        rows = await self._database.rows(queries.playing(character))
        films = await self._referred([row[0] for row in rows])
        return [(films[row[0]], row[1], row[2]) for row in rows if row[0] in films]

    async def pick(self, genre: str | None, years: tuple[int, int] | None) -> FilmRef | None:
        """A film drawn at random from those of a genre, as `genres` writes it, and of years (both included)."""
        last = await self._database.scalar(select(func.max(tables.films.c.key))) or 0
        start = secrets.randbelow(last + 1)
        wanted = queries.film_keys(genre, years)
        key = await self._database.scalar(wanted.where(tables.films.c.key >= start).limit(1))
        if key is None:
            key = await self._database.scalar(wanted.limit(1))
        return (await self._referred([key])).get(key) if key is not None else None

    async def genres(self) -> tuple[str, ...]:
        """Every genre, the most frequent first."""
        return tuple(await self._database.column(queries.genres()))

    async def count(self) -> int:
        """How many films there are."""
        return await self._database.scalar(queries.count()) or 0

    async def all(self) -> AsyncIterator[Film]:
        """Every film, in the order they came in; read in pages, so that memory stays small."""
        last = -1
        while True:
            rows = await self._database.rows(queries.documents(last))
            if not rows:
                return
            for _, document in rows:
                yield stored(document)
            last = rows[-1].key

    async def _by_id(self, text: str) -> FilmRef | None:
        """The film whose id a text is. One without a year could be a title, and is taken for one unless marked."""
        if not text.startswith(ID) and not ID_WITH_YEAR.fullmatch(text):
            return None
        film = await self.film(text.removeprefix(ID))
        return FilmRef(film.id or "", film.title, film.year, film.directors) if film else None

    async def _referred(self, keys: Sequence[int]) -> dict[int, FilmRef]:
        """References of films by key, in the order of the keys; a film that has just gone is left out."""
        await self._refresh()
        refs = {key: self._refs[key] for key in keys if key in self._refs}
        missing = [key for key in keys if key not in refs]
        if missing:
            revision = self._revision
            rows = await self._database.rows(queries.references(missing))
            for key, directed in groupby(rows, lambda row: row.key):
                first, *others = directed
                directors = tuple(row.name for row in (first, *others) if row.name)
                refs[key] = FilmRef(first.id, first.title, first.year, directors)
                if revision == self._revision:
                    _keep(self._refs, key, refs[key], KEPT_REFS)
        return {key: refs[key] for key in keys if key in refs}

    async def _index(self, kept: KeptIndex) -> Index:
        await self._refresh()
        async with self._indexing:
            if index := kept.current(self._revision):
                return index
            return await self._database.read(lambda connection: kept.at(connection, self._revision))

    async def _refresh(self) -> None:
        """Notice what this or another process has changed."""
        if monotonic() - self._checked < FRESH_FOR:
            return
        revision = await self._database.scalar(select(func.max(tables.films.c.revision))) or 0
        self._checked = monotonic()
        if revision != self._revision:
            self._revision = revision
            self._films.clear()
            self._refs.clear()

    def _expire(self) -> None:
        self._checked = float("-inf")


def _keep(cache: OrderedDict[K, V], key: K, value: V, most: int) -> None:
    cache[key] = value
    while len(cache) > most:
        cache.popitem(last=False)
