"""The two films told last beside each other: "which is longer?", "who's in both?", "the same director?"."""

import re
from collections.abc import Sequence

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import Asked, FilmRef, Query
from bot.questions.asked.intent import OF_TWO
from bot.questions.conversation.narrowing import OF_SO_MANY
from bot.questions.readings.understanding import understood

_OF_FEW = re.compile(r"\b(?:one|two|2|both|either|them|em|those|which|whichs)\b", re.I)
"""Words for the two films."""
BOTH = re.compile(r"\b(?:both|them|em|share|common|same)\b", re.I)
"""Words for what they have in common."""
_SAME = re.compile(r"\bsame (\w+)", re.I)


async def of_two(rest: str, two: Sequence[FilmRef], catalogue: Catalogue) -> Query | None:
    """What is asked of the two films that were told last: which is longer, who is in both, the same director?"""
    if not two:
        return None
    first, second = two
    rest = OF_SO_MANY.sub("", rest)
    if same := _SAME.search(rest):
        query = await understood(f"did {first.label} and {second.label} have the same {same[1]}", catalogue)
        return query if query and query.asked is Asked.COMMON else None
    if not _OF_FEW.search(rest):
        return None
    query = await understood(f"{rest}, {first.label} or {second.label}", catalogue)
    common = query and query.asked is Asked.COMMON and not BOTH.search(rest)
    return query if query and query.asked in OF_TWO and not common else None
