"""The same question again about something else: "and Heat?", "and Vizzini?", "and in the UK?"."""

import re
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import ID, ID_WITH_YEAR, Asked, FilmRef, Query, chosen
from bot.knowledge.search import Films, Of, People, With
from bot.matching import Verdict
from bot.matching.normal import normal
from bot.questions.answers.answering import answer
from bot.questions.asked.intent import BY_COUNTRY
from bot.questions.conversation.context import Context
from bot.questions.conversation.named import as_search
from bot.questions.conversation.narrowing import SHORTEST
from bot.questions.conversation.series import of_series, place_in_series, same_series
from bot.questions.names.stories import series_name
from bot.questions.readings.understanding import understood

_ONE = re.compile(r" one$", re.I)


async def repeated(rest: str, context: Context, catalogue: Catalogue) -> Query | None:
    """What was asked before, of the film, person, character or country that a text names and nothing else."""
    before = context.asked
    if before is None:
        return None
    if before.film and before.asked in BY_COUNTRY and (country := await _country(rest, catalogue)):
        return replace(before, other=country)
    if before.asked is Asked.ROLE and not before.film:
        query = await understood(f"who plays {rest}", catalogue)
        return query if query and query.asked is Asked.ROLE and (await answer(query, catalogue)).values else None
    if context.film and (of_film := await _in_the_film(rest, before, context.film.label, catalogue)):
        return of_film
    if title := await title_of(rest, context, catalogue):
        again = await of_another(before, title, catalogue)
        known = title.startswith(ID) or ID_WITH_YEAR.fullmatch(title)
        return replace(again, guess=not known) if again else None
    return None


async def title_of(rest: str, context: Context, catalogue: Catalogue) -> str | None:
    """The film that a text names, by its title or as a part of the film just talked about: "and part two?"."""
    part = await of_series(normal(rest), context.film, catalogue) if context.film else None
    if part and rest.isdigit():
        return chosen(part.id)
    other = await understood(rest, catalogue)
    if other and other.asked is Asked.CARD and other.film and not other.guess:
        return other.film
    search = await understood(_ONE.sub(" film", rest), catalogue) if _ONE.search(rest) else other
    named = search and search.search and isinstance(search.search.start, Films) and search.search.start.keys
    if search and named and len(films := (await answer(search, catalogue)).films) == 1:
        return chosen(films[0].id)  # and the first Hobbit one
    if part:
        return chosen(part.id)
    for name in (context.film.title, series_name(context.film.title)) if context.film else ():
        found = await catalogue.find(f"{name} {rest}")
        if found.verdict is Verdict.EXACT and context.film and found.films[0].id != context.film.id:
            return chosen(found.films[0].id)
    if not other and (begun := await _begun(rest, catalogue)):
        return chosen(begun.id)
    if context.film and (rest.isdigit() or (same_series(rest, context.film) and not place_in_series(rest))):
        return f"{series_name(context.film.title)} {rest}" if rest.isdigit() else rest  # Jaws 5, which is not known
    return other.film if other and other.asked is Asked.CARD else None


async def _begun(text: str, catalogue: Catalogue) -> FilmRef | None:
    """The one film whose title begins with a text: Shaun of the Dead with "shaun"."""
    said = normal(text)
    begun = [film for film in await catalogue.complete(text) if f"{normal(film.title)} ".startswith(f"{said} ")]
    return begun[0] if len(begun) == 1 and len(said) >= SHORTEST else None


async def of_another(before: Query, title: str, catalogue: Catalogue) -> Query | None:
    """The same of another film."""
    search = before.search
    if before.asked is Asked.WHETHER and search and isinstance(search.start, Films) and search.start.keys:
        found = await catalogue.find(title)
        if found.verdict not in (Verdict.EXACT, Verdict.CLOSE):
            return None
        start = Films(await catalogue.keys([found.films[0].id]), found.films[0].title)
        return replace(before, film=title, search=replace(search, start=start))
    return replace(before, film=title) if before.film else None


async def _in_the_film(rest: str, before: Query, film: str, catalogue: Catalogue) -> Query | None:
    """The same of somebody else in the film: who else played whom, whether another is in it."""
    match before.asked:
        case Asked.ROLE:
            asked = f"who played {rest} in {film}"
        case Asked.CHARACTER:
            asked = f"who did {rest} play in {film}"
        case Asked.WHETHER:
            return await _whether(rest, before, catalogue)
        case _:
            return None
    query = await understood(asked, catalogue)
    known = query and query.asked is before.asked and query.film and (await answer(query, catalogue)).values
    return query if known else None


async def _whether(rest: str, before: Query, catalogue: Catalogue) -> Query | None:
    """Whether somebody else did the same for the film."""
    search, other = before.search, await understood(rest, catalogue)
    if not search or not other or other.asked is not Asked.PERSON:
        return None
    found = await as_search(other, catalogue)
    if not found or not isinstance(found.start, People):
        return None
    who = found.start
    steps = tuple(replace(s, people=who.keys, label=who.label) if isinstance(s, With) else s for s in search.steps)
    return replace(before, person=who.label, search=replace(search, steps=steps)) if steps != search.steps else None


async def _country(rest: str, catalogue: Catalogue) -> str:
    """The code of the country that a text names and nothing else; "" for none."""
    query = await understood(f"films {rest}", catalogue)
    match query.search.steps if query and query.search else ():
        case (Of(("country",), (country,)),):
            return country
    return ""
