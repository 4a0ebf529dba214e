"""Texts that want less of the list told before, or the same of other years: "only comedies", "and the 80s?"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import Asked, FilmRef, Job
from bot.knowledge.search import Did, Except, Films, First, Of, People, Search, Step, Wanted, With, Within
from bot.matching.normal import normal
from bot.questions.conversation.context import Context
from bot.questions.conversation.named import HE, as_search, filters, put, these
from bot.questions.conversation.several import OF_SO_MANY, how_many, meant, of_them
from bot.questions.conversation.turn import Turn
from bot.questions.readings.understanding import understood
from bot.questions.rules.phrases import FILMS

SHORTEST = 4
"""Letters of a name that titles begin with, whole words or not."""
THOSE = re.compile(
    r"\b(?:(?:any |all |some |ones? )?(?:of |from |among |amongst |in |out of )?"
    r"(?:those|these|them|em|(?:the|that|this) (?:list|lot|bunch)|which ones?)(?: (?:films|movies|ones))?"
    r"|are there|were there)\b",
    re.IGNORECASE,
)
"""Words for the films of the list before."""
_SINGLE = re.compile(
    r"\b(?:he|she|hes|shes|it|him|her|his)\b"
    r"|\bits\b(?! (?:late|getting|my|our|a|the|for)\b)|\b(?:that|this)(?: one\b|\W*$)",
    re.I,
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
NOT_THOSE = re.compile(
    r"^(?:(?:but|and) )?(?:minus|not|without|except(?: for)?|excluding|skip|drop|leave out) (?:any |the )?"
    r"(?:ones|films|movies) (?:that are |which are )?(?:(?P<with>with) |(?=by|from|in|about|directed|written|of))",
    re.I,
)
"""Leaves films of a kind out: minus the ones with Michael J. Fox."""
_WITHOUT_HIM = re.compile(r"\b(?:without|not with|minus|excluding) (?:him|her|them)\b", re.I)
_DOES_HE = re.compile(
    r"(?:(?<=\bdoes )|(?<=\bdid ))(?:he|she)\b(?= (?:\w+ )?(?:in|act|play|star|appear|direct|write)\b)"
    r"|(?<=\bis )(?:he|she)(?= in\b)",
    re.I,
)
"""Who was just talked about, in what is asked of a list: which of them does she act in."""
_NOT_IN = re.compile(
    r"(?:and |so )?which (?:of (?:them|those|these) |ones? )?(?:is|was)(?:n['’]?t (?P<who>.+?)| (?P<other>.+?) not) in",
    re.I,
)
"""Asks of which films somebody is no part."""
_NOT_SUCH = re.compile(
    r"^(?:but |and |no |ok )*not (?:the |any )?(?:too )?(?:new|newer|old|older|recent|modern|ancient|long|short)"
    r"(?: ones?| films| movies| stuff)?(?:,| but| -) *(?=\w)",
    re.I,
)
"""Says which are not meant before it says which are: not the new ones, before 1995."""
_ONLY = re.compile(r"(?:the )?(?P<name>.+?) (?:ones|films|movies)", re.I)
"""Keeps only some films of a list."""
WHICH_HAS = re.compile(
    r"^(?:so |and |ok )?which (?:1 |one )?(?=(?:has|have|had|is|are|was|were|did)\b(?! (?:that|it)\b))", re.I
)
"""Asks of the films of a list without a word for them."""
_LACKS = re.compile(r"^(?:and )?(?P<who>.+?) (?:is|was|appears?|shows? up) in which(?: ones?| 1)?(?: of them)?$", re.I)
"""Asks in which of them somebody is, the name first."""
_CAME_FIRST = re.compile(r"\bcame (?:out )?first\b", re.I)
_THEY = re.compile(r"\b(?:all (?:of )?)?(?:they|those|these|them|em)\b(?: all)?(?: (?:films|movies|ones))?", re.I)
_ONES = re.compile(r"\b(?:the )?ones?\b|(?<=est )1(?=\W*$)")
"""Words for films of whatever list."""


async def narrowed(turn: Turn, context: Context, catalogue: Catalogue) -> Search | None:
    """The list told last with what a text wants of it; None where the text wants nothing of it."""
    before = await as_search(context.listed, catalogue) if context.listed else None
    some = meant(turn.rest, context) if how_many(turn.rest) else ()
    if some and some != context.told:
        before = Search(replace(await these(some, catalogue), label="films just named"))
    if before is None:
        return None
    rest = _NOT_SUCH.sub("only ", of_them(turn.rest) if some else OF_SO_MANY.sub("", turn.rest))
    if fewer := await _without(before, f"{turn.lead}{rest}", context.told, catalogue):
        return fewer
    if turn.only and (fewer := await _called(rest, context.told, catalogue)):
        return fewer
    if context.listed is context.asked and len(context.told) > 1:
        rest = WHICH_HAS.sub("which of them ", _LACKS.sub(r"which of them has \g<who>", rest))
    lead = turn.lead or ("but " if NOT_THOSE.match(rest) else "")
    rest = NOT_THOSE.sub(lambda kind: "without " if kind["with"] else "not ", rest)
    if lacking := _NOT_IN.fullmatch(rest):
        who = lacking["who"] or lacking["other"]
        rest = "without him" if who.casefold() in HE else f"which of them are without {who}"
    if THOSE.search(rest) and len(context.people) == 1:
        rest = put(context.people[0], _DOES_HE, rest)
    if bare := _WITHOUT_HIM.search(rest):
        spared = _sparing(before, next(reversed(context.people), ""))
        rest = f"{rest[: bare.start()]} {rest[bare.end() :]}".strip(" ,")
        if spared is None or not rest:
            return spared
        before = spared
    if context.listed is context.asked and (of_all := await _of_each(rest, catalogue)):
        return _joined(before, of_all, instead=False)
    more, those = await _conditions(rest, lead, catalogue), THOSE.search(rest)
    last = (context.listed is context.asked and bool(context.told)) or bool(some)
    if more and (last or those or any(isinstance(step, First) for step in more.steps)):
        anew = (turn.again or not turn.lead) and turn.lead.strip().casefold() not in ("with", "for")
        return _joined(before, more, instead=not those and anew and bool(more.steps))
    return None


def _sparing(before: Search, who: str) -> Search | None:
    """The list of those films that somebody is not in, where it was of those with them: an actor rather than a
    director.
    """
    named = next((s for s in before.steps if isinstance(s, With) and s.label == who and not s.without), None)
    first, *steps = before.steps or (None,)
    if named is None:
        return None
    if Job.CAST not in named.jobs and isinstance(before.start, People) and isinstance(first, Did):
        spared = With(before.start.keys, first.jobs, before.start.label, without=True)
        before = replace(before, start=People(named.people, named.label))
        kept = (Did(named.jobs), *(spared if step is named else step for step in steps if step))
    else:
        kept = tuple(replace(step, without=True) if step is named else step for step in before.steps)
    return replace(before, steps=kept, wanted=Wanted.NAMES)


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


async def _called(text: str, told: Sequence[FilmRef], catalogue: Catalogue) -> Search | None:
    """Those films of a list whose titles begin with a name: only the Indiana Jones ones."""
    match = _ONLY.fullmatch(text.strip())
    name = match and normal(match["name"])
    kept = [film for film in told if name and _begins(normal(film.title), name)]
    if not 0 < len(kept) < len(told):
        return None
    return Search(replace(await these(kept, catalogue), label="films just named"))


def _begins(title: str, name: str) -> bool:
    """Whether a title begins with a name: Aliens with Alien, but It Follows not with "it f"."""
    title, name = (said.removeprefix("the ") for said in (title, name))
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
    itself = None if those or lead or ones else await understood(rest, catalogue)
    if itself and not (filters(itself) and FILMS.isdisjoint(rest.casefold().split())):
        return None
    alone = bool(those or lead) and not rest.startswith(("not ", "without "))
    for one in [rest] * alone + [f"films {rest}"] * (not those):
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


async def _of_each(rest: str, catalogue: Catalogue) -> Search | None:
    """What a text asks of each film of a list: how long are they, who directed them.

    It is read as if it asked it of the films of some genre.
    """
    some = next(iter(await catalogue.genres()), "")
    said = _THEY.sub(f"the {some} films", rest, count=1)
    query = await understood(said, catalogue) if some and said != rest else None
    search = query.search if query and query.asked is Asked.SEARCH else None
    steps = tuple(step for step in search.steps if not isinstance(step, Of)) if search else ()
    asks = search and (search.of_people or search.wanted not in (Wanted.NAMES, Wanted.COUNT))
    return replace(search, steps=steps) if search and asks and len(steps) + 1 == len(search.steps) else None


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
            return "with" if Job.CAST in jobs else f"with {jobs}"
    return ""
