"""The same of other years than was asked before: "and the year after?", "and before that?"."""

import re
from dataclasses import replace

from bot.knowledge.query import Asked, Prize, Query
from bot.knowledge.search import Honoured, Step, Within
from bot.questions.conversation.context import Context
from bot.questions.conversation.turn import Turn

_YEAR_BESIDE = re.compile(
    r"(?:(?:in|for) )?(?:the )?(?:year (?P<way>after|before)(?: that| it)?|(?P<beside>next|following|previous) year)",
    re.I,
)
_TIME_BESIDE = re.compile(r"(?:(?P<after>after(?:wards?)?|since|later)|before|earlier)(?: that| then)?", re.I)
_YEAR = re.compile(r"(?:(?:in|for) )?(?P<year>(?:19|20)\d\d)")
_LATER = frozenset("after next following".split())


def of_other_years(turn: Turn, context: Context) -> Query | None:
    """What was asked before, of the year beside the one it was asked of, or of the time before or after."""
    before, said = context.asked, turn.rest.strip(" ?!.")
    if before is None:
        return None
    if beside := _YEAR_BESIDE.fullmatch(said):
        by = 1 if (beside["way"] or beside["beside"]).casefold() in _LATER else -1
        return _shifted(before, by)
    if (year := _YEAR.fullmatch(said)) and (asked := _year_of_prize(before)):
        return _shifted(before, int(year["year"]) - asked)
    if (beside := _TIME_BESIDE.fullmatch(said)) and before.search:
        steps = tuple(_beyond(step, later=bool(beside["after"])) for step in before.search.steps)
        other = replace(before.search, steps=steps)
        return replace(before, search=other) if other != before.search else None
    return None


def _year_of_prize(query: Query) -> int | None:
    """The one year of an award that was asked for; None where there is none, or are several."""
    steps = query.search.steps if query.search else ()
    prizes = [query.prize, *(step.prize for step in steps if isinstance(step, Honoured))]
    years = {prize.years for prize in prizes if prize and prize.years}
    first, last = next(iter(years)) if len(years) == 1 else (None, 0)
    return first if first == last else None


def _shifted(query: Query, by: int) -> Query | None:
    """The same a number of years later, less than none for earlier; None where no single year was asked of."""
    search = query.search and replace(query.search, steps=tuple(_of_year(step, by) for step in query.search.steps))
    other = replace(query, search=search, prize=query.prize and _given(query.prize, by))
    return other if other != query and query.asked in (Asked.SEARCH, Asked.AWARDS) else None


def _of_year(step: Step, by: int) -> Step:
    match step:
        case Within("year", low, high) if low is not None and low == high:
            return replace(step, low=low + by, high=high + by)
        case Honoured(prize):
            return replace(step, prize=_given(prize, by))
    return step


def _given(prize: Prize, by: int) -> Prize:
    years = prize.years
    return replace(prize, years=(years[0] + by, years[1] + by)) if years and years[0] == years[1] else prize


def _beyond(step: Step, *, later: bool) -> Step:
    """The years on the other side of a year that bounds those asked of."""
    match step:
        case Within("year", None, int(high)) if later:
            return replace(step, low=high + 1, high=None)
        case Within("year", int(low), None) if not later:
            return replace(step, low=None, high=low - 1)
    return step
