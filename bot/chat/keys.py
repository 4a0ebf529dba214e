"""Queries where Discord leaves little room: what was asked in one word, about what in one key."""

import hashlib
import re

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import Asked, Job, Query

KEY = 45
"""Characters of a key in a custom_id of 100, after `page:person.cinematographers:`, a user's id and a page."""

_DIGEST = 10
_SHORT = re.compile(rf"(?P<start>[a-z0-9-]+)~[0-9a-f]{{{_DIGEST}}}")


def word(query: Query | None) -> str:
    """What is asked: `runtime`, `person`, `person.directors`."""
    if query is None:
        return Asked.CARD
    return f"{query.asked}.{query.job}" if query.job else query.asked


async def query(asked: str, key: str, catalogue: Catalogue) -> Query:
    """What a word and a key ask together. Raises ValueError for a word that is none."""
    aspect, _, job = asked.partition(".")
    if aspect == Asked.PERSON:
        return Query(Asked.PERSON, person=key, job=Job(job) if job else None)
    return Query(Asked(aspect), film=await whole(key, catalogue))


def short(film_id: str, room: int) -> str:
    """The id in at most `room` characters; `~`, which no id holds, marks one that was cut."""
    if len(film_id) <= room:
        return film_id
    digest = hashlib.sha256(film_id.encode()).hexdigest()[:_DIGEST]
    return f"{film_id[: room - _DIGEST - 1]}~{digest}"


async def whole(text: str, catalogue: Catalogue) -> str:
    """The id that was cut; any other text as it is."""
    if not (match := _SHORT.fullmatch(text)):
        return text
    ids = await catalogue.ids_starting(match["start"])
    return next((film_id for film_id in ids if short(film_id, len(text)) == text), text)
