"""When two descriptions are of one film, and what becomes of them."""

from typing import Any

from bot.knowledge.film import Film, Role
from bot.knowledge.query import Job


def same_film(a: Film, b: Film) -> bool:
    """Whether two films of one title and year are one film.

    An id elsewhere that both have decides; otherwise the people do: one in common is enough, and a film whose people
    are not known may be any.
    """
    shared = a.links.keys() & b.links.keys()
    if shared:
        return any(a.links[site] == b.links[site] for site in shared)
    people_a, people_b = _people(a), _people(b)
    return not (people_a and people_b) or bool(people_a & people_b)


def merged(old: Film, new: Film, *, fill_only: bool) -> Film:
    """The old film with what the new one says; `fill_only` takes only what the old one leaves out.

    A cast without characters does not wipe out the characters that are known.
    """
    given: dict[str, Any] = {name: getattr(new, name) for name in new.model_fields_set - {"id"}}
    if not any(role.character for role in new.cast):
        known = {role.name: role.character for role in old.cast}
        given["cast"] = tuple(Role(name=role.name, character=known.get(role.name)) for role in new.cast) or old.cast
    if fill_only:
        given = {name: value for name, value in given.items() if not getattr(old, name)}
    return old.model_copy(update=given)


def _people(film: Film) -> set[str]:
    named = {role.name for role in film.cast}.union(*(getattr(film, job) for job in Job if job is not Job.CAST))
    return {name.casefold() for name in named}
