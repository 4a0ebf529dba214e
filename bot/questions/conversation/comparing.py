"""The films told last beside each other: "which is longer?", "who's in both?", "same director?", "who then?"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import Asked, FilmRef, Job, Query, chosen
from bot.knowledge.search import Of, With
from bot.questions.answers.yes_or_no import INSTEAD
from bot.questions.asked.intent import ASPECT_OF, DIFFERENCE, MEASURED, OF_TWO
from bot.questions.conversation.context import Context
from bot.questions.conversation.referring import ELSE
from bot.questions.conversation.repeating import title_of
from bot.questions.conversation.series import place_in_series
from bot.questions.conversation.several import OF_SO_MANY, how_many
from bot.questions.conversation.turn import Turn
from bot.questions.readings.understanding import understood
from bot.questions.rules.phrases import FILMS, OPENING

_OF_FEW = re.compile(r"\b(?:one|two|2|both|either|them|em|those|which|whichs|they (?:share|have))\b", re.I)
"""Words for the two films."""
BOTH = re.compile(r"\b(?:both|them|em|share|common|same)\b", re.I)
"""Words for what they have in common."""
_JOB_OF = {aspect: job for job, aspect in ASPECT_OF.items() if job is not Job.CAST}
_CALLED = {job.name.lower(): job for job in _JOB_OF.values()}
_DONE = {
    "direct": Job.DIRECTOR,
    "writ": Job.WRITER,
    "wrote": Job.WRITER,
    "produc": Job.PRODUCER,
    "scor": Job.COMPOSER,
    "compos": Job.COMPOSER,
    "shot": Job.CINEMATOGRAPHER,
    "shoot": Job.CINEMATOGRAPHER,
    "edit": Job.EDITOR,
}
"""Jobs by how the words for doing them begin."""
_SAME = re.compile(
    rf"(?:\bby |\bfrom )?\b(?:the )?same (?P<who>{'|'.join(_CALLED)}|guys?|man|woman|person|people|team|lady|dude|bloke"
    r"|two|pair|duo|one)s?\b(?: behind| who did)?",
    re.I,
)
_SO = re.compile(
    r"\b(?:did|was|is|are|were|have|has|had|do|does|the|direct(?:ed)?|made?|make|done|wrote|writ\w+|scored?|shot|shoot|edit(?:ed)?|compos\w+|film(?:ed)?"
    r"|for|as|on|with|both|of|they|them|it|this|that|too|also|as well|though|tho|right|then|movies?|films?|thats|and|or"
    r"|not|(?:is|was|are|were)n['’]?t|yeah|yes|though)\b|[?!.,]|['’](?!s\b)",
    re.I,
)
"""What stands beside "the same director" and names nothing."""
_ONE = re.compile(r"(\w+) one")
_WHO_THEN = re.compile(
    r"(?:(?:so|then|ok|well|and) )*who(?: (?:is it|was it|did|does|is|was|it is"
    r"|(?:did|directed|made|wrote|scored) it(?=,? then)))?(?:,? then|,? instead|,? in that case)?"
    r"|(?:(?:and|so|ok) )?(?:what(?:['’]?s| is| was) )?(?:his|her|their) names?(?: again| then| called)?",
    re.I,
)
_WHAT_THEN = re.compile(r"(?:(?:so|then|ok|well) )*(?:what|which)(?: (?:is it|was it|then|is it in))+", re.I)


_IS_IT_SO = re.compile(
    r"(?:(?:and|so|ok|but) )?is (?:it|that|this)(?: one)? (?P<so>longer|shorter|older|newer)(?: then)?", re.I
)
_COMPARED = {
    "longer": Asked.LONGER,
    "shorter": Asked.SHORTER,
    "older": Asked.OLDER,
    "earlier": Asked.OLDER,
    "newer": Asked.NEWER,
    "later": Asked.NEWER,
}
_BY_HOW_MUCH = re.compile(
    r"(?:(?:and|ok|so|but) )?(?:by )?how (?:much|many (?:minutes|mins|years))"
    r"(?: (?P<so>longer|shorter|older|newer|earlier|later))?"
    r"(?: (?:is|was) (?:it|that|this|the [\w ]{3,20}(?:one|film|version)))?(?: then)?"
    r"|(?:and )?what(?:['’]?s| is) the difference(?: in (?:runtime|length|minutes|years))?",
    re.I,
)


async def of_two(rest: str, two: Sequence[FilmRef], catalogue: Catalogue) -> Query | None:
    """What is asked of the two films that were told last: which is longer, who is in both?"""
    rest = OF_SO_MANY.sub("", rest)
    if not two or not _OF_FEW.search(rest):
        return None
    first, second = two
    query = await understood(f"{rest}, {first.label} or {second.label}", catalogue)
    common = query and query.asked is Asked.COMMON and not BOTH.search(rest)
    return query if query and query.asked in OF_TWO and not common else None


async def by_the_same(turn: Turn, context: Context, catalogue: Catalogue) -> Query | None:
    """Whether one person did it for another film too, or for both told last: same director? and part two, same guy?"""
    same, asks = _SAME.search(turn.rest), {token.word for token in turn.words}
    if not same or not OPENING.isdisjoint(asks) or not (FILMS | ELSE).isdisjoint(asks):
        return None
    if how_many(turn.rest) > len("ab") or "all" in asks:
        return None
    done = next((job for verb, job in _DONE.items() if any(word.startswith(verb) for word in asks)), None)
    job = _CALLED.get(same["who"].casefold()) or done or _JOB_OF.get(context.aspect or Asked.CARD)
    name = " ".join(_SO.sub(" ", f"{turn.rest[: same.start()]} {turn.rest[same.end() :]}").split())
    if (part := _ONE.fullmatch(name)) and place_in_series(part[1]):
        name = part[1]
    pair: Sequence[FilmRef | None] = context.two[::-1]
    if name:
        title = await title_of(name, context, catalogue)
        pair = [(await catalogue.find(title)).sure, context.film] if title else ()
    films = {film.id: chosen(film.id) for film in pair if film}
    if not job or len(films) < len("ab"):
        return None
    one, other = films.values()
    return Query(Asked.COMMON, film=one, other=other, job=job, manner="whether")


def compared_again(rest: str, context: Context) -> Query | None:
    """Whether, or by how much, the film just talked about is longer or older than the one before: is that longer?"""
    before, asks = context.asked, _BY_HOW_MUCH.fullmatch(rest)
    if asks and before and before.asked in MEASURED and before.film and before.other:
        return replace(before, manner=DIFFERENCE)
    so = _IS_IT_SO.fullmatch(rest)
    if so and context.film and len(context.two) > 1 and context.film in context.two:
        last = next(film for film in context.two if film != context.film)
        compared = _COMPARED[so["so"].casefold()]
        return Query(compared, film=chosen(context.film.id), other=chosen(last.id), manner="whether")
    if asks and asks["so"] and len(context.two) > 1:
        one, other = (chosen(film.id) for film in context.two)
        return Query(_COMPARED[asks["so"].casefold()], film=one, other=other, manner=DIFFERENCE)
    return None


def what_then(rest: str, context: Context) -> Query | None:
    """What is so, where something was asked that is not: who then? which language is it in then?"""
    before = context.asked
    if before and before.asked is Asked.SEARCH and context.film and before.search and _WHO_THEN.fullmatch(rest):
        jobs = [step.jobs for step in before.search.steps if isinstance(step, With) and step.without]
        return Query(ASPECT_OF[jobs[0][0]], film=chosen(context.film.id)) if jobs else None
    if not before or not before.film:
        return None
    if before.asked is Asked.COMMON and before.job and _WHO_THEN.fullmatch(rest):
        return Query(ASPECT_OF[before.job], film=before.film)
    if before.asked is not Asked.WHETHER:
        return None
    steps = before.search.steps if before.search else ()
    if _WHO_THEN.fullmatch(rest):
        jobs = [step.jobs for step in steps if isinstance(step, With)]
        aspect = ASPECT_OF[jobs[0][0]] if jobs and len(jobs[0]) == 1 else context.aspect
        return Query(aspect or Asked.CAST, film=before.film)
    kinds = [step.kinds[0] for step in steps if isinstance(step, Of)]
    if kinds and kinds[0] in INSTEAD and _WHAT_THEN.fullmatch(rest):
        return Query(INSTEAD[kinds[0]], film=before.film)
    return None
