"""Films like one, and two films side by side."""

from collections import defaultdict

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.film import Film
from bot.knowledge.query import Asked, FilmRef, Query
from bot.knowledge.search import Films, Of, Search
from bot.questions.answer import Answer, Kind
from bot.questions.sayings import SAYINGS
from bot.questions.wording import listed

MOST_SHARED, MOST_ALIKE = 20, 5
"""Themes and keywords of a film that are looked at; films that are named."""

SIDE_BY_SIDE = (Asked.DIRECTOR, Asked.RUNTIME, Asked.GENRE, Asked.SCORE)


async def similar(film: Film, about: tuple[FilmRef, ...], query: Query, catalogue: Catalogue) -> Answer:
    """The films that share most themes and keywords with one, the rarer the weightier, and which they share."""
    told = list(dict.fromkeys((*film.themes, *film.keywords)))[:MOST_SHARED]
    shared: dict[FilmRef, list[str]] = defaultdict(list)
    weight: dict[FilmRef, float] = defaultdict(float)
    for value in told:
        found = await catalogue.search(Search(Films(), (Of(("keyword", "theme"), (value,)),)))
        for other in found.films:
            if other.id != film.id:
                shared[other].append(value)
                weight[other] += 1 / len(found.films)
    best = sorted(shared, key=lambda ref: (-len(shared[ref]) - weight[ref], ref.id))[:MOST_ALIKE]
    if not best:
        missing = f"I know {film.label}, but no film that shares a theme or keyword with it."
        return Answer(kind=Kind.UNKNOWN, text=missing, films=about, query=query, entry=film)
    because = tuple(f"{ref.label} shares {listed(shared[ref])}." for ref in best)
    text = f"By the themes they share, nearest to {film.label}: {listed(ref.label for ref in best)}."
    values = tuple(ref.title for ref in best)
    return Answer(kind=Kind.ANSWER, text=text, values=values, films=tuple(best), because=because, query=query)


def compared(one: Film, other: Film, about: tuple[FilmRef, ...], query: Query) -> Answer:
    """The plain facts of two films; which of them is better is for others to say."""
    lines = []
    for film in (one, other):
        facts = [SAYINGS[asked].short(film) for asked in SIDE_BY_SIDE if SAYINGS[asked].values(film)]
        lines.append(f"{film.label}: {', '.join(facts) or 'nothing more known'}")
    better = "" if one.scores and other.scores else "Which is better I cannot say. " if query.person else ""
    text = f"{better}{'; '.join(lines)}."
    return Answer(kind=Kind.ANSWER, text=text, values=(one.title, other.title), films=about, query=query)
