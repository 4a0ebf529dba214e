"""Films that stand no more, as a text names them: to tell their history, and to bring them back."""

from bot.knowledge.catalogue import Catalogue, FoundFilms
from bot.knowledge.film import Film
from bot.knowledge.merging import titles
from bot.knowledge.query import ID, FilmRef
from bot.matching import Verdict
from bot.matching.normal import normal

MOST = 5_000
"""So many removed films are looked through, those removed last."""


async def find_ever(text: str, catalogue: Catalogue) -> FoundFilms:
    """The films a text may mean, those that stand no more among them: these by their id, label or a title in full."""
    found = await catalogue.find(text)
    exact = found.verdict is Verdict.EXACT
    if exact and found.films[0].id == text.removeprefix(ID):
        return found
    gone = [edit.before for edit in await catalogue.edits.removed(MOST) if edit.before]
    named = _named(text, [*gone, *await catalogue.edits.left(MOST)])
    if not named:
        return found
    alike = {film.id: film for film in found.films[: found.fits] if exact or normal(film.title) == normal(text)}
    films = tuple((named | alike).values())
    return FoundFilms(Verdict.AMBIGUOUS if films[1:] else Verdict.EXACT, films, (100.0,) * len(films), len(films))


def _named(text: str, films: list[Film]) -> dict[str, FilmRef]:
    """Those of the films that a text names, by id: by what says most of them."""
    wanted, said = text.removeprefix(ID), normal(text)
    refs = {film.id or "": FilmRef(film.id or "", film.title, film.year, film.directors) for film in films}
    labelled = {film_id: ref for film_id, ref in refs.items() if film_id == wanted or normal(ref.label) == said}
    return labelled or {film.id or "": refs[film.id or ""] for film in films if said in titles(film)}
