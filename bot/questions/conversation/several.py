"""Which of the films told before a text means by a word for several: both, all three, those four, the two."""

import re
from collections.abc import Sequence

from bot.knowledge.query import FilmRef
from bot.questions.conversation.context import Context

_NUMBERS = {word: n for n, word in enumerate("two three four five six seven eight nine ten".split(), 2)}
_SO_MANY = rf"(?:{'|'.join(_NUMBERS)}|[2-9]|10)"
_OF_MANY = (
    rf" (?:of|out of|from|among) (?:all )?(?:his|her|their|the|those|these|them|em) {_SO_MANY}\b(?: films| movies)?"
)
OF_SO_MANY = re.compile(rf"{_OF_MANY}(?= *\W*$)", re.I)
"""Says at the end of how many one is meant."""
_OF_MANY_BEFORE = re.compile(rf"{_OF_MANY}(?=(?: is| was| are| has| have| did| won| the|,|\W*$))", re.I)
OF_ALL = re.compile(
    r"\bboth(?: of (?:them|those|these))?\b(?! [a-z]+ (?:and|n|&) )"
    rf"|\ball (?:of )?(?:(?:the|those|these|them) )?{_SO_MANY}(?: of (?:them|those|these))?\b"
    r"(?: films| movies)?|\b(?:all|each|every one) of (?:them|those|these|em)\b(?: films| movies)?|\ball those\b"
    r"|\bthem all\b",
    re.I,
)
"""Words for each of several films."""


def how_many(text: str) -> int:
    """How many films a text speaks of, 2 for both; 0 where it tells no number."""
    if re.search(r"\b(?:both|either)\b", text, re.I):
        return len("ab")
    match = re.search(rf"\b(?:of|all) (?:of )?(?:the |those |these |them |his |her |their )?({_SO_MANY})\b", text, re.I)
    said = match[1].casefold() if match else ""
    return int(said) if said.isdecimal() else _NUMBERS.get(said, 0)


def of_them(text: str) -> str:
    """A text with "of them" where it says of how many films one is meant: which of the three has Hugh Jackman."""
    return _OF_MANY_BEFORE.sub(" of them", text)


def meant(text: str, context: Context) -> Sequence[FilmRef]:
    """The films just told that a text speaks of by a word for several of them; empty where there are not as many."""
    count = how_many(text)
    if not count:
        return context.films if len(context.films) > 1 else context.told or context.recent[::-1]
    told = next((films for films in (context.films, context.told) if len(films) == count), None)
    if told is not None:
        return told
    return context.recent[count - 1 :: -1] if len(context.recent) >= count else ()
