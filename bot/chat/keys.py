"""Queries where Discord leaves little room: what was asked in one word, about what in one key."""

import hashlib
import re
from dataclasses import replace

from bot.errors import BotError
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import Asked, Job, Query, chosen

KEY = 45
"""Characters of a key in a custom_id of 100, after `page:person.cinematographers:`, a user's id and a page."""

AGAIN = "again"
"""Stands for a question that no word and key can carry: its words stand in the foot of the reply."""

FORGOTTEN = "I no longer know what you asked. Please ask again, with the year of the film."

OUTDATED = "That button is from another version of me. Please ask again."

_DIGEST = 10
_SHORT = re.compile(rf"(?:id:)?(?P<start>[a-z0-9-]+)~[0-9a-f]{{{_DIGEST}}}")


def word(query: Query | None) -> str:
    """What is asked: `runtime`, `person`, `person.directors`."""
    if query is None:
        return Asked.CARD
    told = replace(query, wishes=None, guess=False)
    if told not in (Query(query.asked, film=query.film), Query(query.asked, person=query.person, job=query.job)):
        return AGAIN
    return f"{query.asked}.{query.job}" if query.asked is Asked.PERSON and query.job else query.asked


async def query(asked: str, key: str, catalogue: Catalogue) -> Query:
    """What a word and a key ask together. Raises BotError for a word of another version."""
    aspect, _, job = asked.partition(".")
    try:
        if aspect == Asked.PERSON:
            return Query(Asked.PERSON, person=key, job=Job(job) if job else None)
        return Query(Asked(aspect), film=await whole(key, catalogue))
    except ValueError:
        raise BotError(OUTDATED) from None


async def film(key: str, catalogue: Catalogue) -> str | None:
    """The film that a key chooses for a question asked again, None when it chooses none."""
    return None if key == AGAIN else await whole(key, catalogue)


def short(film_id: str, room: int) -> str:
    """What asks for the film of this id, in `room` characters; `~`, which no id holds, marks one that was cut."""
    text = chosen(film_id)
    if len(text) <= room:
        return text
    digest = hashlib.sha256(film_id.encode()).hexdigest()[:_DIGEST]
    return f"{text[: room - _DIGEST - 1]}~{digest}"


async def whole(text: str, catalogue: Catalogue) -> str:
    """What asks for the film whose id was cut; any other text as it is."""
    if not (match := _SHORT.fullmatch(text)):
        return text
    ids = await catalogue.ids_starting(match["start"])
    return next((chosen(film_id) for film_id in ids if short(film_id, len(text)) == text), text)
