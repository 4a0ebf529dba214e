"""Films that a new one may be."""

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.film import Film
from bot.knowledge.query import FilmRef

NEAR = 2
"""Years by which two tellings of one film may differ."""


async def twins(film: Film, catalogue: Catalogue) -> list[FilmRef]:
    """The films of a title like this one's and about its year; those of any year when it has none."""
    found = await catalogue.find(film.title, 10)
    fits = found.films[: found.fits]
    return [ref for ref in fits if not (ref.year and film.year) or abs(ref.year - film.year) <= NEAR]
