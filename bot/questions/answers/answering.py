"""From a query to an answer."""

from collections.abc import Sequence
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.film import Film
from bot.knowledge.query import Asked, FilmRef, Query, chosen
from bot.matching import Verdict
from bot.matching.normal import normal
from bot.questions.answers import comparing, prizes, searched, telling
from bot.questions.answers.answer import Answer, Kind
from bot.questions.answers.belonging import belongs
from bot.questions.answers.filmography import busier, filmography
from bot.questions.answers.roles import everywhere, role
from bot.questions.asked.intent import ABOUT_FILMS, OF_TWO, RATED
from bot.questions.names import wishes
from bot.questions.names.guesses import fits
from bot.questions.words.wording import listed, quote

POINTER = "I answer questions about films, such as: how long is The Sessions? Type /help to see what I can look up."

NEAREST = 3
"""Films offered when the one asked about is not known."""

LIKELY = 60.0
"""How much of 100 the title of such a film must be like what was typed, as rapidfuzz's WRatio has it."""

INVERSE = {
    Asked.LONGER: Asked.SHORTER,
    Asked.SHORTER: Asked.LONGER,
    Asked.NEWER: Asked.OLDER,
    Asked.OLDER: Asked.NEWER,
}
"""What a comparison asks of the second film."""


async def answer(query: Query | None, catalogue: Catalogue) -> Answer:
    """The answer to what a command, a menu or an understood text asks; None was no film question."""
    if query is None:
        return Answer(kind=Kind.NONE, text=POINTER)
    if query.also:
        of_each = any(one.film != query.film for one in query.also)
        return await (_of_each if of_each else _several)(query, catalogue)
    if query.asked is Asked.PERSON:
        return await filmography(query, catalogue)
    if query.asked is Asked.BUSIER:
        return await busier(query, catalogue)
    if query.asked is Asked.MISSING and not query.film:
        return _not_kept(query)
    if query.asked is Asked.RANDOM:
        return await _random(query, catalogue)
    if query.asked in (Asked.SEARCH, Asked.WHETHER) and query.search:
        return await _dated(query, await searched.answer(query, catalogue), catalogue)
    if query.asked is Asked.AWARDS and query.prize and not query.film:
        return await _dated(query, await prizes.of_all(query, catalogue), catalogue)
    if query.asked is Asked.ROLE and not query.film:
        return await everywhere(query, catalogue)
    return await _one_film(query, catalogue)


async def _several(query: Query, catalogue: Catalogue) -> Answer:
    """The answers to all that is asked of one film, as one."""
    first = await answer(replace(query, also=()), catalogue)
    if not first.films or first.kind is Kind.CHOICE:
        return replace(first, query=query)
    film = chosen(first.films[0].id)
    every = [first, *[await answer(replace(one, film=film), catalogue) for one in query.also]]
    known = any(one.kind is Kind.ANSWER for one in every)
    rated = any(one.kind is Kind.ANSWER and one.query and one.query.asked in RATED for one in every)
    told = [one for one in every if not (rated and one.query and one.query.asked is Asked.REASON)]
    return replace(
        first,
        kind=Kind.ANSWER if known else Kind.UNKNOWN,
        text=" ".join([told[0].text, *(_of_it(one.text, first.films[0]) for one in told[1:])]),
        values=tuple(dict.fromkeys(value for one in every for value in one.values)),
        query=query.about(film),
    )


async def _of_each(query: Query, catalogue: Catalogue) -> Answer:
    """The answers to what is asked of each of several films, as one."""
    asked = (replace(query, also=()), *query.also)
    every = [await answer(one, catalogue) for one in asked]
    for n, one in enumerate(every):
        if one.kind is Kind.CHOICE or not one.films:  # that film first, so that a choice is put in its place
            return replace(one, query=replace(asked[n], also=(*asked[:n], *asked[n + 1 :])))
    known = any(one.kind is Kind.ANSWER for one in every)
    return replace(
        every[0],
        kind=Kind.ANSWER if known else Kind.UNKNOWN,
        text=" ".join(one.text for one in every),
        values=tuple(dict.fromkeys(value for one in every for value in one.values)),
        films=tuple(dict.fromkeys(film for one in every for film in one.films)),
        query=query,
        entry=None,
    )


def _of_it(text: str, film: FilmRef) -> str:
    """A sentence about a film behind another one about it."""
    named = film.label if text.startswith(film.label) else film.title
    return f"It{text.removeprefix(named)}" if text.startswith(f"{named} ") else text


async def _dated(query: Query, found: Answer, catalogue: Catalogue) -> Answer:
    """What was found; where nothing was, what is found of the films of the year instead of its ceremonies."""
    other = prizes.of_their_year(query) if found.kind is Kind.UNKNOWN else None
    return await answer(other, catalogue) if other else found


async def _one_film(query: Query, catalogue: Catalogue) -> Answer:
    text = " ".join((query.film or "").split())
    if not text:
        return Answer(kind=Kind.NONE, text="Which film do you mean? Type its title after the command.", query=query)
    found = await catalogue.find(text)
    plainly = query.asked in ABOUT_FILMS
    surely = found.verdict is Verdict.EXACT or not query.guess
    likely = [film for film in found.films[: found.fits] if surely or fits(text, film.title, plainly=plainly)]
    if query.asked is Asked.ROLE and len(likely) > 1:
        having = [film for film in likely if await _has_role(film, query, catalogue)]
        if len(having) == 1:
            return await _one_film(query.about(chosen(having[0].id)), catalogue)
        likely = likely if surely else having
    if found.verdict is Verdict.NONE or not likely:
        nearest = _alike(text, found.films)
        hint = f" The nearest I have: {listed(film.label for film in nearest)}." if nearest else ""
        unknown = f"I don't know a film called “{quote(text)}”."
        return Answer(kind=Kind.UNKNOWN, text=unknown + hint, query=query, choices=nearest, lead=unknown)
    if found.verdict is Verdict.AMBIGUOUS and query.asked is Asked.MISSING:
        known = f"I know {listed(film.label for film in likely)}, but not {query.other}."
        return Answer(kind=Kind.UNKNOWN, text=known, films=tuple(likely), query=query)
    if found.verdict is Verdict.AMBIGUOUS:
        choices = tuple(likely)
        which = f"Which “{quote(text)}” do you mean"
        named = f"{which}: {listed(film.full_label for film in choices)}?"
        return Answer(kind=Kind.CHOICE, text=named, query=query, choices=choices, lead=f"{which}?")
    film = await catalogue.film(found.films[0].id)
    if film is None:
        return Answer(kind=Kind.UNKNOWN, text=f"{found.films[0].label} has just been removed.", query=query)
    return await _about(film, found.films[0], replace(query, film=film.id), catalogue)


async def _has_role(film: FilmRef, query: Query, catalogue: Catalogue) -> bool:
    """Whether one of the films that may be meant has the character who is asked for."""
    known = await catalogue.film(film.id)
    return known is not None and role(known, (film,), query).kind is Kind.ANSWER


def _alike(text: str, films: Sequence[FilmRef]) -> tuple[FilmRef, ...]:
    """Those of the films found whose title is enough like the text for a person to have meant it."""
    from rapidfuzz.fuzz import WRatio  # only where nothing fits

    typed = normal(text)
    return tuple(film for film in films if WRatio(typed, normal(film.title)) >= LIKELY)[:NEAREST]


async def _about(film: Film, ref: FilmRef, query: Query, catalogue: Catalogue) -> Answer:
    """What is asked of a film that is known."""
    if query.asked in OF_TWO or (query.other and (query.prize or query.asked is Asked.SERIES)):
        return await _two(film, ref, query, catalogue)
    return await telling.of_film(film, (ref,), query, catalogue)


def _not_kept(query: Query) -> Answer:
    """What is not known of a person, or of any film."""
    life = f"I know the films of {query.person}, but nothing of a life beside them: no age, birthplace or family."
    text = life if query.person else f"I don't know {query.other}."
    return Answer(kind=Kind.UNKNOWN, text=text, query=query)


async def _two(film: Film, ref: FilmRef, query: Query, catalogue: Catalogue) -> Answer:
    second = await _one_film(Query(Asked.CARD, film=query.other, guess=query.guess), catalogue)
    if query.asked is Asked.SERIES and (others := second.choices if second.kind is Kind.CHOICE else second.films):
        return await belongs(film, (ref,), query, catalogue, others)
    if second.entry is None:  # the other film is the one to choose
        asked = INVERSE.get(query.asked, query.asked) if query.manner else query.asked
        return replace(second, query=replace(query, asked=asked, film=query.other, other=chosen(ref.id)))
    if query.prize:
        return prizes.of_two(film, second.entry, (ref, *second.films), query)
    return comparing.two(film, second.entry, (ref, *second.films), query)


async def _random(query: Query, catalogue: Catalogue) -> Answer:
    wish = query.wishes or ""
    genres = await catalogue.genres()
    genre, named = wishes.genre(wish, genres)
    some = f"Genres I have: {listed(genres, 12)}."
    if rest := wishes.not_understood(wish, named):
        unknown = f"I pick a film by genre and decade, and don't know “{quote(rest)}”. {some}"
        return Answer(kind=Kind.UNKNOWN, text=unknown, query=query)
    film = await catalogue.pick(genre, wishes.years(wish))
    if film is None:
        return Answer(kind=Kind.UNKNOWN, text=f"I know no such film. {some}", query=query)
    return await _one_film(Query(Asked.CARD, film=chosen(film.id)), catalogue)
