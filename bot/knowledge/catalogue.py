"""Reading the catalogue: films by id, films and people by their titles and names, films by what they have in common."""

import secrets
from collections import OrderedDict
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from platformdirs import user_cache_path
from sqlalchemy import func, select
from sqlalchemy import text as sql

from bot.knowledge import queries, searching, tables
from bot.knowledge.changes import Standing
from bot.knowledge.characters import alternatives
from bot.knowledge.codes import country_name, language_name
from bot.knowledge.database import Database, database_url
from bot.knowledge.edits import Edits
from bot.knowledge.film import Award, Film, stored
from bot.knowledge.held import held
from bot.knowledge.honours import honoured
from bot.knowledge.library import Library, keep
from bot.knowledge.names import Names
from bot.knowledge.origins import Origins, origins_of
from bot.knowledge.query import ID, ID_WITH_YEAR, Credited, FilmRef, Job, PersonRef
from bot.knowledge.search import Honoured, Outcome, Search, Wanted
from bot.matching import Verdict

VIEWS = 1_000
"""Servers whose views are kept in memory, the last used ones."""


@dataclass(frozen=True, slots=True)
class FoundFilms:
    """The films a text may mean, best first; the first `fits` of them are what the verdict is about."""

    verdict: Verdict
    films: tuple[FilmRef, ...]
    scores: tuple[float, ...]
    fits: int

    @property
    def sure(self) -> FilmRef | None:
        """The one film that is meant; None when it may be several or none."""
        return self.films[0] if self.verdict in {Verdict.EXACT, Verdict.CLOSE} else None


@dataclass(frozen=True, slots=True)
class FoundPeople:
    """The people a text may mean, best first."""

    verdict: Verdict
    people: tuple[PersonRef, ...]
    fits: int
    scores: tuple[float, ...] = ()


@asynccontextmanager
async def open_catalogue(url: str, cache: Path | None = None, home: int | None = None) -> "AsyncIterator[Catalogue]":
    """The catalogue at a database URL, made when it is not there; what is yielded is the shared base.

    `cache` is the folder the match indexes are kept in, by default the one of the SQLite file or, for a server, the
    user's cache folder; `home` is the Discord server that has no entries of its own but edits the shared base. Raises
    SettingsError for a URL that cannot be used and CatalogueError when the database fails.
    """
    database = Database(database_url(url))
    try:
        identity = await database.open()
        file = Path(database.url.database or "films")
        folder = cache or (file.parent if database.sqlite else user_cache_path("filmbot", appauthor=False))
        yield Catalogue(Library(database, folder / f".{file.stem}-{identity[:8]}", home))
    finally:
        await database.close()


class Catalogue(Names):
    """The films that one server sees, and what words name among them; the shared base for server 0."""

    def __init__(self, library: Library, server: int = 0, shared: "Catalogue | None" = None) -> None:
        super().__init__(library, server)
        self._shared = shared or self
        self.library = library
        self.server = server
        self.edits = Edits(library.database, server, library.expire)
        self._views: OrderedDict[int, Catalogue] = OrderedDict()

    def of(self, server: int | None) -> "Catalogue":
        """What a Discord server sees: the shared films and its own; the shared base for none and for home."""
        shared = self._shared
        if not server or server == self.library.home:
            return shared
        view = shared._views.get(server) or Catalogue(self.library, server, shared)
        keep(shared._views, server, view, VIEWS)
        return view

    async def warm(self) -> None:
        """Load the match indexes now, so that the first question need not wait for them."""
        await self._sight.titles()
        await self._sight.people()

    async def find(self, text: str, limit: int = 5) -> FoundFilms:
        """The films a text may mean: an id, an autocomplete label, or a title as people type it."""
        if ref := await self._by_id(text):
            return FoundFilms(Verdict.EXACT, (ref,), (100.0,), 1)
        index = await self._sight.titles()
        found = index.find(text, limit)
        refs = await self._sight.refs([match.key for match in found.matches])
        there = [(refs[match.key], match.score) for match in found.matches if match.key in refs]
        films, scores = tuple(film for film, _ in there), tuple(score for _, score in there)
        return FoundFilms(found.verdict if films else Verdict.NONE, films, scores, min(found.fits, len(films)))

    async def complete(self, text: str, limit: int = 25) -> tuple[FilmRef, ...]:
        """The films whose title a text may be the beginning of; the best-known ones for no text."""
        if text.strip():
            index = await self._sight.titles()
            async with self.library.turn():
                keys: Sequence[int] = [match.key for match in index.complete(text, limit)]
        else:
            view = await self._sight.view()
            keys = await self._database.column(queries.best_known(limit, view))
        return tuple((await self._sight.refs(keys)).values())

    async def find_people(self, text: str, limit: int = 5) -> FoundPeople:
        """The people a text may mean."""
        index = await self._sight.people()
        found = index.find(text, limit)
        people = tuple(PersonRef(match.key, match.name) for match in found.matches)
        return FoundPeople(found.verdict, people, found.fits, tuple(match.score for match in found.matches))

    async def complete_people(self, text: str, limit: int = 25) -> tuple[str, ...]:
        """Names of people that a text may be the beginning of."""
        index = await self._sight.people()
        async with self.library.turn():
            return tuple(match.name for match in index.complete(text, limit))

    async def film(self, film_id: str) -> Film | None:
        """The film of an id."""
        view = await self._sight.view()
        kept = self._sight.kept(view)
        if film_id in kept.films:
            kept.films.move_to_end(film_id)
            return kept.films[film_id]
        document = await self._database.scalar(queries.document(view), {"id": film_id})
        film = stored(document) if document else None
        kept.keep_film(film_id, film)
        return film

    async def origins(self, film_id: str) -> Origins | None:
        """Where the facts of a film come from, as it is seen here; None for one that is not there."""
        view = await self._sight.view()
        rows = await self._database.rows(queries.origins(film_id, view))
        return origins_of(rows[0].origins) if rows else None

    async def conflicts(self) -> AsyncIterator[tuple[Film, Origins]]:
        """The shared films of which sources say different facts, in the order they came in."""
        last = 0
        while rows := await self._database.rows(queries.conflicts(last)):
            for _, document, origins in rows:
                yield stored(document), origins_of(origins)
            last = rows[-1].key

    async def ids_starting(self, start: str) -> tuple[str, ...]:
        """Ids of films that begin so, for finding one again that had to be cut."""
        return tuple(await self._database.column(queries.ids_starting(start, await self._sight.view())))

    async def films_of(self, person: int, job: Job | None = None) -> list[Credited]:
        """What a person did, the oldest film first; films of unknown year last."""
        rows = await self._database.rows(queries.credits_of(person, job, await self._sight.view()))
        films = await self._sight.refs([row.film for row in rows])
        return [Credited(films[row.film], Job(row.job), row.character) for row in rows if row.film in films]

    async def makers(self, keys: Sequence[int]) -> dict[int, set[int | str]]:
        """Everybody who worked on films, by key, and the people of their stories by each name."""
        found: dict[int, set[int | str]] = {key: set() for key in keys}
        for film, person, character in await self._database.rows(queries.made(keys)):
            found[film] |= {person, *alternatives(character or "")}
        return found

    async def search(self, search: Search) -> Outcome:
        """What a search finds, best first."""
        for n, step in enumerate(search.steps):
            if isinstance(step, Honoured):
                kept = replace(step, films=honoured(await self.awards(), step))
                search = replace(search, steps=(*search.steps[:n], kept, *search.steps[n + 1 :]))
        statement, values = searching.statement(search, await self._sight.view())
        rows = await self._database.rows(sql(statement), values)
        if search.wanted in (Wanted.NAMES, Wanted.RUNTIMES) and not search.of_people:
            films = tuple(FilmRef(film_id, title, year) for _, film_id, title, year, _ in rows)
            minutes = tuple(row[-1] for row in rows)
            found = minutes if search.wanted is Wanted.RUNTIMES else tuple(film.title for film in films)
            return Outcome(found, films, minutes if search.by_runtime else ())
        if search.most and search.of_people and search.wanted is Wanted.NAMES:
            return Outcome(tuple(row[0] for row in rows), measures=tuple(row[-1] for row in rows))
        named = {Wanted.LANGUAGES: language_name, Wanted.COUNTRIES: country_name}.get(search.wanted)
        return Outcome(tuple(named(row[0]) if named else row[0] for row in rows))

    async def keys(self, ids: Sequence[str]) -> tuple[int, ...]:
        """The keys of films by id, in the order of the ids; those that are gone left out."""
        known: dict[str, int] = dict(map(tuple, await self._database.rows(queries.keys(ids, await self._sight.view()))))
        return tuple(known[film_id] for film_id in ids if film_id in known)

    async def awards(self) -> Sequence[tuple[int, Award]]:
        """(key of its film, award) for every award there is; read once, and again after a change."""
        view = await self._sight.view()
        kept = self._sight.kept(view)
        if kept.awards is None:
            rows = await self._database.rows(queries.awarded(view.sees("films.key")))
            kept.awards = [(key, award) for key, document in rows for award in stored(document).awards]
        return kept.awards

    async def prizes(self) -> frozenset[tuple[str, str | None]]:
        """Every award there is with a category of it, or None; the same object until something changes."""
        kept = self._sight.kept(await self._sight.view())
        if kept.prizes is None:
            kept.prizes = frozenset((award.award, award.category) for _, award in await self.awards())
        return kept.prizes

    async def refs(self, keys: Sequence[int]) -> tuple[FilmRef, ...]:
        """The films of keys, those that are gone left out."""
        films = await self._sight.refs(keys)
        return tuple(films[key] for key in keys if key in films)

    async def playing(self, character: str) -> list[tuple[FilmRef, str, str]]:
        """(film, person, character) for every character called so, as `matching.normal` writes it."""
        rows = await self._database.rows(queries.playing(character, await self._sight.view()))
        films = await self._sight.refs([row[0] for row in rows])
        return [(films[row[0]], row[1], row[2]) for row in rows if row[0] in films]

    async def pick(self, genre: str | None, years: tuple[int, int] | None) -> FilmRef | None:
        """A film drawn at random from those of a genre, as `genres` writes it, and of years (both included)."""
        view = await self._sight.view()
        key = tables.films.c.key
        last = await self._database.scalar(select(func.max(key)).where(key > 0)) or 0
        drawn = secrets.randbelow(len(view.own) + last + 1)
        start = view.own[drawn] if drawn < len(view.own) else drawn - len(view.own)
        wanted = queries.film_keys(genre, years, view)
        found = await self._database.scalar(wanted.where(key >= start).limit(1))
        if found is None:
            found = await self._database.scalar(wanted.limit(1))
        return (await self._sight.refs([found])).get(found) if found is not None else None

    async def genres(self) -> tuple[str, ...]:
        """Every genre, the most frequent first."""
        return tuple(await self._database.column(queries.genres(await self._sight.view())))

    async def count(self) -> int:
        """How many films there are."""
        view = await self._sight.view()
        kept = self._sight.kept(view)
        if kept.count is None:
            kept.count = await self._database.scalar(queries.count(view)) or 0
        return kept.count

    async def all(self) -> AsyncIterator[Film]:
        """Every film, a server's own first and then in the order they came in; memory stays small."""
        async for film in self._films((await self._sight.view()).sees("films.key")):
            yield film

    async def own(self) -> AsyncIterator[Film]:
        """The films that are a server's own entries."""
        async for film in self._films((await self._sight.view()).owns("films.key")):
            yield film

    async def _films(self, seen: str) -> AsyncIterator[Film]:
        """The films that fulfil a condition, read in pages."""
        last = -(2**31)
        while True:
            rows = await self._database.rows(queries.documents(last, seen))
            if not rows:
                return
            for _, document in rows:
                yield stored(document)
            last = rows[-1].key

    async def standing(self, film_id: str) -> Standing:
        """What stands under an id at this moment, with the version a change is to name."""
        return (await self.standings([film_id]))[film_id]

    async def standings(self, ids: Sequence[str]) -> dict[str, Standing]:
        """The same of several ids."""
        places = await self._database.read(lambda connection: held(connection, self.server, ids))
        return {film_id: place.standing for film_id, place in places.items()}

    async def _by_id(self, text: str) -> FilmRef | None:
        """The film whose id a text is. One without a year could be a title, and is taken for one unless marked."""
        if not text.startswith(ID) and not ID_WITH_YEAR.fullmatch(text):
            return None
        film = await self.film(text.removeprefix(ID))
        return FilmRef(film.id or "", film.title, film.year, film.directors) if film else None
