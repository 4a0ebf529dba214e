"""Films like one, and two films side by side."""

from collections import defaultdict
from collections.abc import Sequence
from math import log

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.film import Film
from bot.knowledge.query import Asked, FilmRef, Query
from bot.knowledge.search import Films, First, Of, Search, Step, Wanted, Within
from bot.questions.answers.answer import Answer, Kind
from bot.questions.answers.describing import described
from bot.questions.answers.sayings import SAYINGS
from bot.questions.answers.settling import labelled
from bot.questions.words.wording import listed

MOST_SHARED, MOST_LISTED, MOST_READ, MOST_ALIKE = 20, 500, 40, 5
"""Themes and keywords of a film that are looked at; films that have one of them; films that share most and are read;
films that are named."""
SAME_TIME = 10
"""Years either way that films like one are looked for in first, where they share but genres."""
SAME_DIRECTOR = 4.0
"""What a shared director counts for, about as much as a theme of a few films."""

SIDE_BY_SIDE = (Asked.DIRECTOR, Asked.RUNTIME, Asked.GENRE, Asked.SCORE)


async def similar(film: Film, about: tuple[FilmRef, ...], query: Query, catalogue: Catalogue) -> Answer:
    """The films that share most with one: themes and keywords first, then genres and directors, too.

    What is shared counts for the logarithm of how rare it is (inverse document frequency, Spärck Jones 1972).
    """
    search = await labelled(query.search, catalogue) if query.search else Search(Films())
    every = await catalogue.count()
    weight: dict[FilmRef, float] = defaultdict(float)
    shared: dict[FilmRef, list[str]] = defaultdict(list)
    for value in list(dict.fromkeys((*film.themes, *film.keywords)))[:MOST_SHARED]:
        theme = Of(("keyword", "theme"), (value,))
        rarity = log(every / await _count(theme, catalogue))
        for other in await _best_known((theme, *search.steps), catalogue):
            shared[other].append(value)
            weight[other] += rarity
    likely: Sequence[FilmRef] = sorted(
        (ref for ref in shared if ref.id != film.id), key=lambda ref: (-weight[ref], ref.id)
    )[:MOST_READ]
    genres = {genre: Of(("genre",), (genre,)) for genre in film.genres}
    rare = {genre: log(every / await _count(of, catalogue)) for genre, of in genres.items()}
    rarest = [genres[genre] for genre in sorted(genres, key=rare.__getitem__, reverse=True)]
    likely = likely or await _of_genres(film, rarest, search.steps, catalogue)
    rare |= dict.fromkeys(film.directors, SAME_DIRECTOR)
    for ref in likely:
        if other_film := await catalogue.film(ref.id):
            also = [value for value in (*other_film.directors, *other_film.genres) if value in rare]
            shared[ref] += also
            weight[ref] += sum(rare[value] for value in also)
    best = sorted(likely, key=weight.__getitem__, reverse=True)[:MOST_ALIKE]
    among = f" among {described(search, '')}" if search.steps else ""
    if not best:
        like = "no film that shares a theme, a keyword or a genre with it"
        missing = f"I know {film.label}, but {like}{among}."
        return Answer(kind=Kind.UNKNOWN, text=missing, films=about, query=query, entry=film)
    because = tuple(f"{ref.label} shares {listed(shared[ref])}." for ref in best)
    text = f"By what they share, nearest to {film.label}{among}: {listed(ref.label for ref in best)}."
    values = tuple(ref.title for ref in best)
    return Answer(kind=Kind.ANSWER, text=text, values=values, films=tuple(best), because=because, query=query)


async def _of_genres(
    film: Film, genres: Sequence[Of], steps: tuple[Step, ...], catalogue: Catalogue
) -> Sequence[FilmRef]:
    """The best-known films that share most of the genres, the rarest first, of about the same time if enough are."""
    year = film.year or 0
    then = (((Within("year", year - SAME_TIME, year + SAME_TIME),), MOST_ALIKE),) if year else ()
    for fewer in range(len(genres), 0, -1):
        for near, enough in (*then, ((), 1)):
            found = await _best_known((*genres[:fewer], *near, *steps), catalogue)
            others = [ref for ref in found if ref.id != film.id]
            if len(others) >= enough:
                return others[:MOST_READ]
    return ()


async def _count(of: Of, catalogue: Catalogue) -> int:
    """How many films have something that one at least has."""
    found = await catalogue.search(Search(Films(), (of,), Wanted.COUNT))
    return int(found.values[0])


async def _best_known(steps: tuple[Step, ...], catalogue: Catalogue) -> Sequence[FilmRef]:
    """The best-known films that have all of something, of very many."""
    best = First("popularity", highest=True, count=MOST_LISTED)
    return (await catalogue.search(Search(Films(), (*steps, best)))).films


def compared(one: Film, other: Film, about: tuple[FilmRef, ...], query: Query) -> Answer:
    """The plain facts of two films; which of them is better is for others to say."""
    lines = []
    for film in (one, other):
        facts = [SAYINGS[asked].short(film) for asked in SIDE_BY_SIDE if SAYINGS[asked].values(film)]
        lines.append(f"{film.label}: {', '.join(facts) or 'nothing more known'}")
    better = "" if one.scores and other.scores else "Which is better I cannot say. " if query.manner else ""
    text = f"{better}{'; '.join(lines)}."
    return Answer(kind=Kind.ANSWER, text=text, values=(one.title, other.title), films=about, query=query)
