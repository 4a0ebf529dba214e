"""What is read from the tables, as SQL."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, and_, func, select

from bot.knowledge.query import Job
from bot.knowledge.tables import characters, credits, facets, films, people

PAGE = 500
"""Documents read at a time."""

there = films.c.document.is_not(None)


def document(film_id: str) -> Select[Any]:
    return select(films.c.document).where(films.c.id == film_id)


def documents(after: int) -> Select[Any]:
    """One page of (key, document), in the order of keys."""
    return select(films.c.key, films.c.document).where(films.c.key > after, there).order_by(films.c.key).limit(PAGE)


def keys(ids: Sequence[str]) -> Select[Any]:
    """(id, key) of films."""
    return select(films.c.id, films.c.key).where(films.c.id.in_(ids), there)


def ids_starting(start: str) -> Select[Any]:
    return select(films.c.id).where(films.c.id.startswith(start, autoescape=True), there)


def count() -> Select[Any]:
    return select(func.count()).select_from(films).where(there)


def best_known(limit: int) -> Select[Any]:
    """Keys of the most popular films."""
    return select(films.c.key).where(there).order_by(films.c.popularity.desc(), films.c.key).limit(limit)


def references(keys: Sequence[int]) -> Select[Any]:
    """(key, id, title, year, name) of films, a row for every director, in the order of keys and directors."""
    directed = and_(credits.c.film == films.c.key, credits.c.job == Job.DIRECTOR)
    return (
        select(films.c.key, films.c.id, films.c.title, films.c.year, people.c.name)
        .select_from(films.outerjoin(credits, directed).outerjoin(people, people.c.key == credits.c.person))
        .where(films.c.key.in_(keys), there)
        .order_by(films.c.key, credits.c.position)
    )


def credits_of(person: int, job: Job | None) -> Select[Any]:
    """(film, job, character) of what a person did, the oldest film first."""
    wanted = (
        select(credits.c.film, credits.c.job, credits.c.character)
        .join_from(credits, films, credits.c.film == films.c.key)
        .where(credits.c.person == person)
        .order_by(films.c.year.is_(None), films.c.year, films.c.title, films.c.key, credits.c.job, credits.c.position)
    )
    return wanted if job is None else wanted.where(credits.c.job == job)


def film_keys(genre: str | None, years: tuple[int, int] | None) -> Select[Any]:
    """Keys of films of a genre and of years, in the order of keys."""
    wanted = select(films.c.key).where(there).order_by(films.c.key)
    if genre is not None:
        wanted = wanted.join(facets, facets.c.film == films.c.key).where(
            facets.c.kind == "genre", facets.c.value == genre
        )
    return wanted.where(films.c.year.between(*years)) if years else wanted


def genres() -> Select[Any]:
    """Genres, the most frequent first."""
    return (
        select(facets.c.value)
        .where(facets.c.kind == "genre")
        .group_by(facets.c.value)
        .order_by(func.count().desc(), facets.c.value)
    )


def playing(character: str) -> Select[Any]:
    """(film, name, character) of those who played a character, the best-known film first."""
    return (
        select(credits.c.film, people.c.name, credits.c.character)
        .join_from(
            characters, credits, (characters.c.film == credits.c.film) & (characters.c.position == credits.c.position)
        )
        .join(people, people.c.key == credits.c.person)
        .join(films, films.c.key == credits.c.film)
        .where(characters.c.normal == character, credits.c.job == Job.CAST)
        .order_by(films.c.popularity.desc(), credits.c.film)
    )
