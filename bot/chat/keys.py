"""Ids of films where Discord leaves little room: a long one is cut, and found again by its beginning and its digest."""

import hashlib
import re

from bot.knowledge.catalogue import Catalogue

_DIGEST = 10
_SHORT = re.compile(rf"(?P<start>[a-z0-9-]+)~[0-9a-f]{{{_DIGEST}}}")


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
