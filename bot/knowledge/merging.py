"""When two descriptions are of one film, and what becomes of them."""

from typing import Any

from bot.knowledge.film import MAX_ITEMS, Film, Role
from bot.knowledge.origins import FACTS, FILES, Origins, rank, replaced, settled
from bot.knowledge.query import Job
from bot.matching.normal import normal

_ADDED = ("also_known_as", "links")

MOST_YEARS_APART = 1
"""Sources differ by so much about the year of a film: of its first showing, or of its release."""


def same_film(a: Film, b: Film) -> bool:
    """Whether two films of one title and year are one film.

    An id elsewhere that both have decides; otherwise the people do: one in common is enough, and a film whose people
    are not known may be any.
    """
    if (linked := same_links(a, b)) is not None:
        return linked
    people_a, people_b = _people(a), _people(b)
    return not (people_a and people_b) or bool(people_a & people_b)


def same_links(a: Film, b: Film) -> bool | None:
    """Whether two films are one by their ids elsewhere; None when they have none of one site."""
    shared = a.links.keys() & b.links.keys()
    return any(a.links[site] == b.links[site] for site in shared) if shared else None


def same_otherwise(a: Film, b: Film) -> bool:
    """Whether two films are one although their titles or years are not the same.

    They share a title, a director, and their years are at most one apart.
    """
    if not a.year or not b.year or abs(a.year - b.year) > MOST_YEARS_APART or same_links(a, b) is False:
        return False
    if not set(map(normal, a.directors)) & set(map(normal, b.directors)):
        return False
    return bool(titles(a) & titles(b))


def titles(film: Film) -> set[str]:
    """Everything a film is called, as `matching.normal` writes it."""
    return {normal(name) for name in (film.title, film.original_title, *film.also_known_as) if name}


def merged(old: Film, origins: Origins, new: Film, source: str) -> tuple[Film, Origins]:
    """The old film with what a source says of it, and where its facts then come from.

    What the source leaves out stays. Where it differs the better source is believed (`origins.ORDER`), and of facts the
    other value is kept as a claim. Other titles and ids elsewhere add up, except in an entry of the films folder, which
    is only filled in. Of popularity, which is no fact, the greater number stands. A cast without characters does not
    wipe out the characters that are known.
    """
    taken: dict[str, Any] = {}
    others = dict(origins.others)
    said = new.document()
    for name in said.keys() - {"id"}:
        have, value, owner = getattr(old, name), getattr(new, name), origins.of(name)
        if name == "cast" and not any(role.character for role in value):
            value = _with_characters(value, have)
        if not have or (name == "popularity" and value > have):
            taken[name], others[name] = value, source
        elif name in _ADDED and owner != FILES:
            taken[name] = _joined(have, value)
        elif name != "popularity" and rank(source) <= rank(owner):
            taken[name], others[name] = value, source  # the same value too is now the better source's
    film = old.model_copy(update=taken)
    claims = replaced(origins, old.document(), taken)
    for name in FACTS:
        if name in said:
            claims.setdefault(name, {})[source] = said[name]
    return film, settled(Origins(origins.first, others, origins.claims), film, claims)


def _joined(have: Any, more: Any) -> Any:
    """Both other titles or both ids, what was there first."""
    if isinstance(have, dict):
        return more | have
    known = {title.casefold() for title in have}
    return (*have, *(title for title in more if title.casefold() not in known))[:MAX_ITEMS]


def _with_characters(cast: tuple[Role, ...], known: tuple[Role, ...]) -> tuple[Role, ...]:
    characters = {role.name: role.character for role in known}
    return tuple(Role(name=role.name, character=characters.get(role.name)) for role in cast)


def _people(film: Film) -> set[str]:
    named = {role.name for role in film.cast}.union(*(getattr(film, job) for job in Job if job is not Job.CAST))
    return {name.casefold() for name in named}
