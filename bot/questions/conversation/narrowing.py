"""Texts that want less of the list told before, or the same of other years: "only comedies", "and the 80s?"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import Asked, FilmRef
from bot.knowledge.search import Did, Except, Films, First, Of, People, Search, Step, Wanted, With, Within
from bot.matching.normal import normal
from bot.questions.conversation.context import Context
from bot.questions.conversation.named import as_search, filters, these
from bot.questions.conversation.turn import Turn
from bot.questions.readings.understanding import understood
from bot.questions.rules.phrases import FILMS

SHORTEST = 4
"""Letters of a name that titles begin with, whole words or not."""
THOSE = re.compile(
    r"\b(?:(?:any |all |some |ones? )?(?:of |from |among |amongst |in |out of )?"
    r"(?:those|these|them|em|the list|that list|this list|which ones?)(?: (?:films|movies|ones))?"
    r"|are there|were there)\b",
    re.IGNORECASE,
)
"""Words for the films of the list before."""
_SINGLE = re.compile(
    r"\b(?:he|she|it|him|her|his)\b|\bits\b(?! (?:late|getting|my|our|a|the|for)\b)|\b(?:that|this)(?: one)?\W*$", re.I
)
"""Words for somebody or for one film, which a list is not."""
_LISTED = re.compile(
    r"(?:(?:can|could) you |pls |please )?(?:list|name|show|tell)(?: me)? (?:all of |all )?\w+(?: all)?"
    r"|which(?: ones?)?(?: are (?:they|those))?",
    re.I,
)
"""Asks for a list that was only counted."""
_COUNTED = re.compile(r"how many(?: is that| is it| are (?:there|they|those|these)| in total)?", re.I)
"""Asks how many there are on a list."""
_WITHOUT = re.compile(
    r"(?:(?:but|and|ok) )?(?:which (?:of (?:them|those|these)|ones) (?:are|is) )?"
    r"(?:minus|no|not|without|except(?: for)?|excluding|skip|besides) (?:any |the )?(?P<name>.+?)"
    r"(?: (?:ones|films|movies|stuff))?",
    re.I,
)
"""Leaves some films of a list out."""
OF_SO_MANY = re.compile(r" of (?:his|her|their|the|those|these) (?:two|three|four|five|[2-5])\b(?= *\W*$)", re.I)
"""Says of how many one is meant."""
_CAME_FIRST = re.compile(r"\bcame (?:out )?first\b", re.I)
_ONES = re.compile(r"\b(?:the )?ones?\b|(?<=est )1(?=\W*$)")
"""Words for films of whatever list."""


async def narrowed(turn: Turn, context: Context, catalogue: Catalogue) -> Search | None:
    """The list told last with what a text wants of it; None where the text wants nothing of it."""
    before = await as_search(context.listed, catalogue) if context.listed else None
    if before is None:
        return None
    rest = OF_SO_MANY.sub("", turn.rest)
    if fewer := await _without(before, f"{turn.lead}{rest}", context.told, catalogue):
        return fewer
    more, those = await _conditions(rest, turn.lead, catalogue), THOSE.search(rest)
    last = context.listed is context.asked and bool(context.told)
    if more and (last or those or any(isinstance(step, First) for step in more.steps)):
        anew = turn.again or not turn.lead
        return _joined(before, more, instead=not those and anew and bool(more.steps))
    return None


async def _without(before: Search, text: str, told: Sequence[FilmRef], catalogue: Catalogue) -> Search | None:
    """The list without those of its films whose titles begin with a name: minus the Alien ones, no Toy Story."""
    match = _WITHOUT.fullmatch(text.strip())
    name = match and normal(match["name"])
    spared = [film for film in told if name and _begins(normal(film.title), name)]
    if not 0 < len(spared) < len(told):
        return None
    return replace(
        before.then(Except(await these(spared, catalogue))),
        wanted=Wanted.NAMES,
    )


def _begins(title: str, name: str) -> bool:
    """Whether a title begins with a name: Aliens with Alien, but It Follows not with "it f"."""
    return f"{title} ".startswith(f"{name} ") or (len(name) >= SHORTEST and title.startswith(name))


async def _conditions(rest: str, lead: str, catalogue: Catalogue) -> Search | None:
    """What a text wants of the films of a list, as a search of its own; None where it is understood without them."""
    those, said = THOSE.search(rest), rest.strip(" ?!.")
    if _LISTED.fullmatch(said) and (those or said.casefold().startswith("which")):
        return Search(Films())
    if _COUNTED.fullmatch(said):
        return Search(Films(), wanted=Wanted.COUNT)
    if not those and _SINGLE.search(rest):
        return None
    ones = _ONES.search(rest)
    rest = _CAME_FIRST.sub("is the oldest", rest)
    rest = THOSE.sub("films", _ONES.sub("films", rest, count=1), count=1)
    alone = None if those or lead or ones else await understood(rest, catalogue)
    if alone and not (filters(alone) and FILMS.isdisjoint(rest.casefold().split())):
        return None
    for one in [rest] * bool(those or lead) + [f"films {rest}"] * (not those):
        query = await understood(one, catalogue)
        more = await as_search(query, catalogue) or query.search if query else None
        if (
            query
            and more
            and query.asked in (Asked.SEARCH, Asked.PERSON)
            and (more.steps or more.wanted != Wanted.NAMES)
        ):
            return more
    return None


def _joined(before: Search, more: Search, *, instead: bool) -> Search | None:
    """The list with further conditions; those of one kind take the place of the ones before where that is meant."""
    if isinstance(more.start, People):
        did = more.steps[0]
        if not isinstance(did, Did):
            return None
        if instead and isinstance(before.start, People) and not any(isinstance(step, With) for step in before.steps):
            return replace(before, start=more.start, steps=(did, *before.steps[1:], *more.steps[1:]))
        more = replace(more, steps=(With(more.start.keys, did.jobs, more.start.label), *more.steps[1:]))
    elif more.start.keys:
        return None
    kinds = {kind for step in more.steps if (kind := _kind(step, instead=instead))}
    kept = [step for step in before.steps if _kind(step, instead=instead) not in kinds]
    last = [step for step in kept if isinstance(step, First) and not more.of_people]
    steps = [step for step in kept if not isinstance(step, First)]
    kept_wanted = instead and "first" not in kinds  # how many are from the 80s, and the 90s?
    wanted = before.wanted if kept_wanted and more.wanted == Wanted.NAMES else more.wanted
    return replace(before, steps=(*steps, *more.steps, *last), wanted=wanted)


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
