"""What films are called, as a text says it: "with love in the title", "that begin with star"."""

import re
from collections.abc import Iterator, Sequence

from bot.knowledge.search import Named
from bot.matching.normal import normal
from bot.questions.names.mentions import Mention
from bot.questions.words.lexicon import lexicon
from bot.questions.words.tokens import Token

BEGINS, ENDS, HOLDS = "begins", "ends", "holds"
"""Where in a title the words or letters stand."""
SURELY = -0.6
"""What it costs, less than to take the same words for a name."""
_CITED = r"(?P<cited>the (?:words?|letters?|name|phrase) |an? (?=\w$))?"
_HAVE = "with|has|have|having"
_TITLE = r"(?:titles?|names?)"
_VALUE = r"(?P<value>(?!an? |of )\S+(?: \S+){0,3}?)"
_WITH = rf"(?:{_HAVE}) (?:(?:an?|the|their) )?{_TITLE}(?: that| which)?"
_WHOSE = rf"(?:(?:that|which|whose {_TITLE}|{_WITH}) |(?<=films )|(?<=movies )|(?<=film )|(?<=movie )|(?<=titles ))"
_END = r"(?:$|(?= (?:from|by|directed|starring|and|or|before|after|under|over|longer|shorter|made|in|are|do|exist) ))"
_HAS = rf"(?:{_HAVE}|contains?|containing|includes?|including|got)"
_PATTERNS = tuple(
    (re.compile(rf"(?<!\S){pattern}(?!\S)"), place)
    for pattern, place in (
        (rf"{_HAS} {_CITED}{_VALUE} (?:in|as part of) (?:(?:the|its|their|his|her) )?(?:film |movie )?{_TITLE}", HOLDS),
        (rf"(?:whose|where (?:the|its)) {_TITLE} {_HAS} {_CITED}{_VALUE}(?: in (?:it|them))?{_END}", HOLDS),
        (rf"{_WHOSE}(?:starts?|starting|begins?|beginning) with {_CITED}{_VALUE}{_END}", BEGINS),
        (rf"{_WHOSE}(?:ends?|ending) (?:with|in) {_CITED}{_VALUE}{_END}", ENDS),
    )
)
_QUOTES = frozenset("\"'“‘«")


def lettered(text: str, words: Sequence[Token]) -> list[Mention]:
    """The words that say what stands in the titles of the films that are asked for."""
    said = " ".join(token.word for token in words)
    return [
        Mention(start, end, "titled", (Named("titled", 0, place, value),), SURELY)
        for pattern, place in _PATTERNS
        for start, end, value in _found(pattern, said, place, text, words)
    ]


def _found(
    pattern: re.Pattern[str], said: str, place: str, text: str, words: Sequence[Token]
) -> Iterator[tuple[int, int, str]]:
    """Where a pattern stands, from which word up to which, and what it says of titles."""
    for match in pattern.finditer(said):
        start, end = (said[:at].count(" ") for at in (match.start(), match.end()))
        first = said[: match.start("value")].count(" ")
        value = match["value"].split()
        at = words[first].start
        quoted = not _QUOTES.isdisjoint(text[max(0, at - 1) : at + 1])
        surely = place == HOLDS or match["cited"] or quoted or len(match["value"]) == 1
        if surely or not all(word in lexicon().single for word in value):
            yield start, end + 1, normal(match["value"])
