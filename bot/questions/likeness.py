"""Films like one, and two films side by side."""

from collections import defaultdict
from math import log

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.film import Film
from bot.knowledge.query import Asked, FilmRef, Query
from bot.knowledge.search import Films, Of, Outcome, Search
from bot.questions.answer import Answer, Kind
from bot.questions.sayings import SAYINGS
from bot.questions.wording import listed

MOST_SHARED, MOST_READ, MOST_ALIKE = 20, 40, 5
"""Themes and keywords of a film that are looked at; films that share some and are looked at; films that are named."""
SAME_DIRECTOR = 4.0
"""What a shared director counts for, about as much as a theme of a few films."""

SIDE_BY_SIDE = (Asked.DIRECTOR, Asked.RUNTIME, Asked.GENRE, Asked.SCORE)


async def similar(film: Film, about: tuple[FilmRef, ...], query: Query, catalogue: Catalogue) -> Answer:
    """The films that share most with one: themes and keywords first, then genres and directors, too.

    What is shared counts for the logarithm of how rare it is (inverse document frequency, Spärck Jones 1972).
    """
    every = await catalogue.count()
    weight: dict[FilmRef, float] = defaultdict(float)
    shared: dict[FilmRef, list[str]] = defaultdict(list)
    for value in list(dict.fromkeys((*film.themes, *film.keywords)))[:MOST_SHARED]:
        found = await _of(("keyword", "theme"), value, catalogue)
        for other in found.films:
            shared[other].append(value)
            weight[other] += log(every / len(found.films))
    likely = sorted((ref for ref in shared if ref.id != film.id), key=lambda ref: (-weight[ref], ref.id))[:MOST_READ]
    if not likely and film.genres:
        alike = await catalogue.search(Search(Films(), tuple(Of(("genre",), (genre,)) for genre in film.genres)))
        likely = [ref for ref in alike.films if ref.id != film.id][:MOST_READ]
    rare = {genre: log(every / max(1, len((await _of(("genre",), genre, catalogue)).films))) for genre in film.genres}
    rare |= dict.fromkeys(film.directors, SAME_DIRECTOR)
    for ref in likely:
        if other_film := await catalogue.film(ref.id):
            also = [value for value in (*other_film.directors, *other_film.genres) if value in rare]
            shared[ref] += also
            weight[ref] += sum(rare[value] for value in also)
    best = sorted(likely, key=weight.__getitem__, reverse=True)[:MOST_ALIKE]
    if not best:
        missing = f"I know {film.label}, but no film that shares a theme, a keyword or its genres."
        return Answer(kind=Kind.UNKNOWN, text=missing, films=about, query=query, entry=film)
    because = tuple(f"{ref.label} shares {listed(shared[ref])}." for ref in best)
    text = f"By what they share, nearest to {film.label}: {listed(ref.label for ref in best)}."
    values = tuple(ref.title for ref in best)
    return Answer(kind=Kind.ANSWER, text=text, values=values, films=tuple(best), because=because, query=query)


async def _of(kinds: tuple[str, ...], value: str, catalogue: Catalogue) -> Outcome:
    return await catalogue.search(Search(Films(), (Of(kinds, (value,)),)))


def compared(one: Film, other: Film, about: tuple[FilmRef, ...], query: Query) -> Answer:
    """The plain facts of two films; which of them is better is for others to say."""
    lines = []
    for film in (one, other):
        facts = [SAYINGS[asked].short(film) for asked in SIDE_BY_SIDE if SAYINGS[asked].values(film)]
        lines.append(f"{film.label}: {', '.join(facts) or 'nothing more known'}")
    better = "" if one.scores and other.scores else "Which is better I cannot say. " if query.person else ""
    text = f"{better}{'; '.join(lines)}."
    return Answer(kind=Kind.ANSWER, text=text, values=(one.title, other.title), films=about, query=query)
