"""Texts that go on with the last answer: a list narrowed or counted, the same asked of another film, another aspect."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import Asked, FilmRef, Query, chosen
from bot.knowledge.search import Did, Films, First, Of, People, Search, Step, Wanted, With, Within
from bot.matching import Verdict
from bot.matching.normal import normal
from bot.questions.asked.expressions import ANY
from bot.questions.asked.intent import BY_COUNTRY, OF_TWO, RATED
from bot.questions.context import Context
from bot.questions.readings.understanding import understood
from bot.questions.words.certificates import by_board

MOST_WORDS = 9
"""Words of the longest text that goes on with another."""
MOST_ASPECT = 3
"""Words that ask for something else of the same film."""
_LEAD = re.compile(
    r"(?:(?:and|or|ok|okay|so|now|but|then|well|no|only|just|what about|how about|how bout|what abt|same for|same with"
    r"|i mean|i meant|make it|make that) )+"
)
_NARROWS = frozenset(["only", "just"])
"""Words of a lead that keep what was asked before and ask for less of it."""
_THOSE = re.compile(
    r"\b(?:(?:any |all |some |ones? )?(?:of |from |among |amongst |in |out of )?"
    r"(?:those|these|them|the list|that list|this list)(?: (?:films|movies|ones))?|are there|were there)\b"
)
"""Words for the films of the list before."""
_SINGLE = re.compile(r"\b(?:he|she|it|him|her|his|its)\b")
"""Words for somebody or for one film, which a list is not."""
_ONES = re.compile(r"\b(?:the )?ones?\b")
"""Words for films of whatever list."""
_WHY = re.compile(r"(?:but |and |for )?(?:why|how come|what for|for what)(?: (?:so|is that|tho|though|exactly))*")


async def followed(text: str, context: Context, catalogue: Catalogue) -> Query | None:
    """What a short text asks of what was just talked about; None where it stands alone."""
    before, said = context.asked, normal(text)
    if before is None or not said or len(said.split()) > MOST_WORDS:
        return None
    lead = _LEAD.match(f"{said} ")
    rest = f"{said} "[lead.end() :].strip() if lead else said
    if _WHY.fullmatch(said):
        rated = before.asked in RATED or (before.search and any(map(by_board, before.search.steps)))
        return Query(Asked.REASON, film=chosen(context.film.id)) if rated and context.film else None
    if not rest:
        return None
    goes_on = lead is not None and _NARROWS.isdisjoint(lead[0].split())
    if goes_on and len(context.films) == 1 and len(rest.split()) <= MOST_ASPECT:
        query = await understood(f"{rest} of {context.films[0].label}", catalogue)
        if query and query.film == chosen(context.films[0].id) and query.asked not in (Asked.CARD, Asked.MISSING):
            return query  # and the music?
    listed = await _listed(context.listed, catalogue) if context.listed else None
    if listed and (more := await _conditions(rest, lead[0] if lead else "", catalogue)):
        those = _THOSE.search(rest)
        if context.listed is before or those or any(isinstance(step, First) for step in more.steps):
            narrowed = _joined(listed, more, instead=not those and (lead is None or goes_on))
            return Query(Asked.SEARCH, search=narrowed) if narrowed else None
    if len(context.films) == 2 and (compared := await _compared(rest, context.films, catalogue)):
        return compared
    return await _again(before, rest, catalogue) if goes_on else None


async def _listed(query: Query, catalogue: Catalogue) -> Search | None:
    """The search that a list of films answers; None for what is no list of films."""
    if query.asked is Asked.SEARCH and query.search and not query.search.of_people:
        return query.search
    if query.asked is not Asked.PERSON or not query.person:
        return None
    name = normal(query.person)
    people = [one for one in await catalogue.named([name]) if one.kind == "person" and one.normal == name]
    start = People(tuple(one.key for one in people), query.person)
    return Search(start, (Did((query.job,) if query.job else ANY),)) if people else None


async def _conditions(rest: str, lead: str, catalogue: Catalogue) -> Search | None:
    """What a text wants of the films of a list, as a search of its own; None where it is understood without them."""
    those = _THOSE.search(rest)
    if not those and _SINGLE.search(rest):
        return None
    ones = _ONES.search(rest)
    rest = _THOSE.sub("films", _ONES.sub("films", rest, count=1), count=1)
    if not (those or lead or ones) and await understood(rest, catalogue):
        return None
    for one in [rest] * bool(those or lead) + [f"films {rest}"] * (not those):
        query = await understood(one, catalogue)
        more = await _listed(query, catalogue) or query.search if query else None
        if (
            query
            and more
            and query.asked in (Asked.SEARCH, Asked.PERSON)
            and (more.steps or more.wanted != Wanted.NAMES)
        ):
            return more
    return None


def _joined(listed: Search, more: Search, *, instead: bool) -> Search | None:
    """The list with further conditions; those of one kind take the place of the ones before where that is meant."""
    if isinstance(more.start, People):
        did = more.steps[0]
        if not isinstance(did, Did):
            return None
        if instead and isinstance(listed.start, People):
            return replace(listed, start=more.start, steps=(did, *listed.steps[1:], *more.steps[1:]))
        more = replace(more, steps=(With(more.start.keys, did.jobs, more.start.label), *more.steps[1:]))
    elif more.start.keys:
        return None
    kinds = {kind for step in more.steps if (kind := _kind(step, instead=instead))}
    kept = [step for step in listed.steps if _kind(step, instead=instead) not in kinds]
    last = [step for step in kept if isinstance(step, First) and not more.of_people]
    steps = [step for step in kept if not isinstance(step, First)]
    kept_wanted = instead and "first" not in kinds  # how many are from the 80s, and the 90s?
    wanted = listed.wanted if kept_wanted and more.wanted == Wanted.NAMES else more.wanted
    return replace(listed, steps=(*steps, *more.steps, *last), wanted=wanted)


def _kind(step: Step, *, instead: bool) -> str:
    """What of its kind a list has once: years, an order; genres and languages where others are put in their place."""
    match step:
        case Within(field):
            return field
        case First():
            return "first"
        case Of(kinds) if instead:
            return kinds[0]
        case With(jobs=jobs) if instead:
            return f"with {jobs}"
    return ""


async def _compared(rest: str, films: Sequence[FilmRef], catalogue: Catalogue) -> Query | None:
    """Which of the two films of the last answer is longer, newer …"""
    query = await understood(f"{rest}, {films[0].label} or {films[1].label}", catalogue)
    return query if query and query.asked in OF_TWO else None


async def _again(before: Query, rest: str, catalogue: Catalogue) -> Query | None:
    """The same of another film, or of the same one in another country: "and Heat?", "and in the UK?"."""
    if before.film and before.asked in BY_COUNTRY and (country := await _country(rest, catalogue)):
        return replace(before, other=country)
    other = await understood(rest, catalogue)
    if other is None or other.asked is not Asked.CARD or not other.film:
        return None
    search = before.search
    if before.asked is Asked.WHETHER and search and isinstance(search.start, Films) and search.start.keys:
        found = await catalogue.find(other.film)
        if found.verdict not in (Verdict.EXACT, Verdict.CLOSE):
            return None
        start = Films(await catalogue.keys([found.films[0].id]), found.films[0].title)
        return replace(before, film=other.film, search=replace(search, start=start))
    return replace(before, film=other.film) if before.film else None


async def _country(rest: str, catalogue: Catalogue) -> str:
    """The code of the country that a text names and nothing else; "" for none."""
    query = await understood(f"films {rest}", catalogue)
    match query.search.steps if query and query.search else ():
        case (Of(("country",), (country,)),):
            return country
    return ""
