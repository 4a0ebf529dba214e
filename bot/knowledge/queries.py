"""What is read from the tables, as SQL; of films, only those of the view a query is given."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Integer, Select, TextClause, cast, func, select, text

from bot.knowledge.characters import called_so, goes_by
from bot.knowledge.query import Job
from bot.knowledge.tables import characters, credits, facets, films, people, state
from bot.knowledge.view import View

PAGE = 500
"""Documents read at a time."""

VIEWS = 50
"""Views of which a statement that every question needs is kept ready."""

there = films.c.document.is_not(None)


def _seen(view: View) -> TextClause:
    return text(view.sees("films.key"))


def revision() -> Select[Any]:
    """Of the catalogue: raised by every change."""
    return select(cast(state.c.value, Integer)).where(state.c.name == "revision")


@lru_cache(maxsize=VIEWS)
def document(view: View) -> TextClause:
    """The document of the film `id`."""
    return text(f"SELECT document FROM films WHERE id = :id AND document IS NOT NULL AND {view.sees('films.key')}")


def origins(film_id: str, view: View) -> Select[Any]:
    return select(films.c.origins).where(films.c.id == film_id, there, _seen(view))


def conflicts(after: int) -> Select[Any]:
    """One page of (key, document, origins) of shared films of which sources say different facts."""
    return (
        select(films.c.key, films.c.document, films.c.origins)
        .where(films.c.key > after, there, films.c.origins.contains('"claims"'))
        .order_by(films.c.key)
        .limit(PAGE)
    )


def documents(after: int, seen: str) -> Select[Any]:
    """One page of (key, document) of films that fulfil a condition, in the order of keys."""
    return (
        select(films.c.key, films.c.document)
        .where(films.c.key > after, there, text(seen))
        .order_by(films.c.key)
        .limit(PAGE)
    )


def awarded(seen: str) -> Select[Any]:
    """(key, document) of the films that have awards."""
    return select(films.c.key, films.c.document).where(films.c.document.contains('"awards":['), text(seen))


def keys(ids: Sequence[str], view: View) -> Select[Any]:
    """(id, key) of films."""
    return select(films.c.id, films.c.key).where(films.c.id.in_(ids), there, _seen(view))


def ids_starting(start: str, view: View) -> Select[Any]:
    return select(films.c.id).where(films.c.id.startswith(start, autoescape=True), there, _seen(view))


def count(view: View) -> Select[Any]:
    return select(func.count()).select_from(films).where(there, _seen(view))


def best_known(limit: int, view: View) -> Select[Any]:
    """Keys of the most popular films."""
    wanted = select(films.c.key).where(there, _seen(view))
    return wanted.order_by(films.c.popularity.desc(), films.c.key).limit(limit)


@lru_cache(maxsize=VIEWS)
def references(view: View, said: str) -> TextClause:
    """(key, id, title, year, name) of the films of a table of keys, a row for every director, in their order."""
    return text(
        "SELECT films.key, films.id, films.title, films.year, people.name"
        f" FROM {said} CROSS JOIN films"
        f" LEFT JOIN credits ON credits.film = films.key AND credits.job = '{Job.DIRECTOR}'"
        " LEFT JOIN people ON people.key = credits.person"
        " WHERE films.key = CAST(said.value AS INTEGER) AND films.document IS NOT NULL"
        f" AND {view.sees('films.key')} ORDER BY films.key, credits.position"
    )


def made(keys: Sequence[int]) -> Select[Any]:
    """(film, person, character) of all who worked on films."""
    return select(credits.c.film, credits.c.person, credits.c.character).where(credits.c.film.in_(keys))


def credits_of(person: int, job: Job | None, view: View) -> Select[Any]:
    """(film, job, character) of what a person did, the oldest film first."""
    wanted = (
        select(credits.c.film, credits.c.job, credits.c.character)
        .join_from(credits, films, credits.c.film == films.c.key)
        .where(credits.c.person == person, _seen(view))
        .order_by(films.c.year.is_(None), films.c.year, films.c.title, films.c.key, credits.c.job, credits.c.position)
    )
    return wanted if job is None else wanted.where(credits.c.job == job)


def film_keys(genre: str | None, years: tuple[int, int] | None, view: View) -> Select[Any]:
    """Keys of films of a genre and of years, in the order of keys."""
    wanted = select(films.c.key).where(there, _seen(view)).order_by(films.c.key)
    if genre is not None:
        wanted = wanted.join(facets, facets.c.film == films.c.key).where(
            facets.c.kind == "genre", facets.c.value == genre
        )
    return wanted.where(films.c.year.between(*years)) if years else wanted


def genres(view: View) -> Select[Any]:
    """Genres, the most frequent first."""
    return (
        select(facets.c.value)
        .where(facets.c.kind == "genre", text(view.sees("facets.film")))
        .group_by(facets.c.value)
        .order_by(func.count().desc(), facets.c.value)
    )


def playing(character: str, view: View) -> Select[Any]:
    """(film, name, character) of those who played a character, the best-known film first."""
    return (
        select(credits.c.film, people.c.name, credits.c.character)
        .join_from(
            characters, credits, (characters.c.film == credits.c.film) & (characters.c.position == credits.c.position)
        )
        .join(people, people.c.key == credits.c.person)
        .join(films, films.c.key == credits.c.film)
        .where(
            text(called_so("characters", ":last", ":inside")).bindparams(**goes_by(character)),
            credits.c.job == Job.CAST,
            _seen(view),
        )
        .order_by(films.c.popularity.desc(), credits.c.film)
    )


def credited(person: str, view: View) -> str:
    """Whether a person has a credit in a film that is seen; a name without one is known to nobody."""
    return f"EXISTS (SELECT 1 FROM credits c WHERE c.person = {person} AND {view.sees('c.film')})"
