"""From text to what it may ask: every reading that a rule allows, the likeliest first.

A rule names what is asked and how people say it: `nouns` stand before or after the name ("runtime of Up", "up
runtime"), `sentences` hold the name where `{film}`, `{person}` or `{any}` stands. Words around the name that may or may
not be part of it ("the film", "in", "of") are stripped one by one: each step is a reading of its own, and the catalogue
knows which is a film.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from bot.knowledge.query import Asked, Job

MAX_QUESTION = 4000
"""Characters of a question that are read."""

_LEAD = re.compile(
    r"(?:(?:hey|hi|hello|ok|okay|so|and|please|pls|filmbot|bot|can you|could you|would you|do you know|tell me|show me"
    r"|give me|get me|i want to know|i wonder|i['’]?d like to know|just|what(?:['’]?s| is| are| was| were)"
    r"|who(?:['’]?s| is| are| was| were)|which(?: is| are)?|when(?:['’]?s| is| was)|where(?:['’]?s| is| was)"
    r"|the|all|list)[ ,:]+)*",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?:of|in|for|to|from|on|about|behind|is|are|was|were|does|did|has|the|a|an|film|films|movie|movies|called|named"
    r"|titled|again|please|with|starring)\s+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s+(?:please|pls|plz|thanks|thank you|again|the film|the movie|film|movie|anyway|is|was)$", re.IGNORECASE
)
_FROM_YEAR = re.compile(r"\s+(?:from|of|in|made in|released in)(?: the year)?\s+(?=(?:18|19|20)\d\d$)", re.IGNORECASE)
_ENDS = " \t?!.,;:…"
_QUOTED = re.compile(r"[\"“«„]([^\"“”«»„]+)[\"”»“]")


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of question. Every example is a sentence and the name it holds; the tests run them all."""

    asked: Asked
    sentences: Sequence[str] = ()
    nouns: str = ""
    job: Job | None = None
    examples: Sequence[tuple[str, str | None]] = ()
    whole: tuple[re.Pattern[str], ...] = field(init=False)
    keywords: tuple[re.Pattern[str], ...] = field(init=False)

    def __post_init__(self) -> None:
        slots = {"film": r"(?P<film>.+?)", "person": r"(?P<person>.+?)", "any": r"(?P<any>.+?)"}
        slot = slots["person" if self.asked is Asked.PERSON else "film"]
        nouns = (rf"(?:{self.nouns})(?: |: ?){slot}", rf"{slot}(?:['’]s?)? (?:{self.nouns})") if self.nouns else ()
        sentences = (sentence.format(**slots) for sentence in self.sentences)
        object.__setattr__(self, "whole", tuple(re.compile(pattern, re.IGNORECASE) for pattern in sentences))
        object.__setattr__(self, "keywords", tuple(re.compile(pattern, re.IGNORECASE) for pattern in nouns))


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing a text may ask. `names` are what may be the name in it, the longest first."""

    rule: Rule
    names: tuple[str, ...]


def readings(text: str, rules: Sequence[Rule]) -> Iterator[Reading]:
    """Every reading of a text that the rules allow, whole sentences before keywords."""
    said = " ".join(text[:MAX_QUESTION].split()).strip(_ENDS)
    bare = said[_LEAD.match(said).end() :]  # type: ignore[union-attr] # every part is optional
    variants = tuple(dict.fromkeys((said, bare, _TAIL.sub("", bare))))
    patterns = chain(
        ((rule, pattern) for rule in rules for pattern in rule.whole),
        ((rule, pattern) for rule in rules for pattern in rule.keywords),
    )
    for rule, pattern in patterns:
        for variant in variants:
            if match := pattern.fullmatch(variant):
                name = next((group for group in match.groupdict().values() if group), "")
                yield Reading(rule, tuple(names(name)))


def names(text: str) -> Iterator[str]:
    """What may be the name in a text: what stands in quotes, all of it, then less and less."""
    quoted = (match[1] for match in _QUOTED.finditer(text))
    seen: set[str] = set()
    for name in chain(quoted, _stripped(text)):
        name = name.strip(_ENDS)
        if name and name not in seen:
            seen.add(name)
            yield name


def _stripped(text: str) -> Iterator[str]:
    yield text
    yield _FROM_YEAR.sub(" ", text)
    while match := _LINK.match(text):
        text = text[match.end() :]
        yield text
    while (shorter := _TAIL.sub("", text)) != text:
        text = shorter
        yield text
