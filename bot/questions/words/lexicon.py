"""The words of film questions: what each says, as one letter that the grammar reads, with its meaning.

    q who      f film     r job, as a noun    v job, as a verb    x aspect of a film    e released
    b by       w with     o of, in, for       z whose, that       s same, share         t together    c co-
    d and      A about    m superlative       l comparative       k to play (a part)    K character    a award    T most, twice
    N how many Y is, did  i as a director   M made     n without     u what no entry holds
    g average  . a word that says nothing

Phrases may be several words long; the longest one counts. "_" stands for a word that the lexicon does not hold.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import product
from typing import Any

from bot.knowledge.query import Asked, Job
from bot.knowledge.search import EVERY, Of
from bot.questions.rules.aspects import ASPECTS
from bot.questions.rules.cues import FILED
from bot.questions.rules.jobs import JOBS, STOOD_FOR, VAGUE
from bot.questions.rules.missing import MISSING
from bot.questions.rules.phrases import (
    COMPARATIVES,
    FOR_CHILDREN,
    IN_ORDER,
    LENGTHS,
    MUSIC,
    NUMBER_WORDS,
    NUMBERS,
    ORDINALS,
    PLAIN,
    RELEASED,
    REPEATED,
    RUNS,
    SUPERLATIVES,
    UNSPOKEN,
)
from bot.questions.words.speech import IDLE, SHORTHAND

MOST_BEST = 25
"""The most of the best that are asked for by their number: the 25 longest."""
_DRAWN_OUT = re.compile(r"([a-z])\1{2,}")
"""A letter held for emphasis: plsss."""


@dataclass(frozen=True, slots=True)
class Word:
    """One phrase: its letter and what it means."""

    letter: str
    meaning: Any = None


@dataclass(frozen=True)
class Lexicon:
    """Every phrase by its words."""

    phrases: dict[tuple[str, ...], Word]
    single: frozenset[str]
    """The words that questions are made of."""
    longest: dict[str, int] = field(default_factory=dict)
    """How many words the longest phrase has that begins with a word."""

    def __post_init__(self) -> None:
        for phrase in self.phrases:
            self.longest[phrase[0]] = max(len(phrase), self.longest.get(phrase[0], 0))

    def at(self, words: Sequence[str], start: int, end: int) -> tuple[int, Word] | None:
        """The longest phrase that begins at a word and ends before another, with its length."""
        if start >= min(end, len(words)):
            return None
        first = words[start]
        longest = max(self.longest.get(first, 0), self.longest.get(spelt_out(first).partition(" ")[0], 0))
        for size in range(min(longest, end - start), 0, -1):
            said = tuple(words[start : start + size])
            cited = start > 0 and len(said[0]) == 1 and words[start - 1] in ("a", "an", "rated", "certificate")
            if word := self.phrases.get(said) or (None if cited else self.phrases.get(in_full(said))):
                return size, word
        return None

    def letters(self, words: Sequence[str]) -> str:
        """The letter of what each word says, "_" for none."""
        found = ""
        while len(found) < len(words):
            size, told = self.at(words, len(found), len(words)) or (1, Word("_"))
            found += size * told.letter
        return found


@lru_cache(maxsize=4000)
def let_go(word: str) -> str:
    """A word without letters drawn out, unless nothing else is in it: RRR."""
    short = _DRAWN_OUT.sub(r"\1", word)
    return short if len(short) > 1 else word


def spelt_out(word: str) -> str:
    """A word, or what it is short for, without letters drawn out."""
    return SHORTHAND.get(let_go(word), let_go(word))


@lru_cache(maxsize=4000)
def in_full(said: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a phrase without shorthand or letters drawn out; digits count as words only beside others: "4 kids"."""
    said = tuple(map(let_go, said))
    if SHORTHAND.keys().isdisjoint(said) or (len(said) == 1 and said[0].isdigit()):
        return said
    return tuple(" ".join(SHORTHAND.get(word, word) for word in said).split())


def _entries() -> Iterator[tuple[str, Word]]:
    """Every phrase with what it says; of what is told twice the last counts."""
    for letter, phrases in PLAIN.items():
        yield phrases, Word(letter)
    yield from _superlatives()
    yield from _lengths()
    for aspect in ASPECTS:
        yield aspect.cues, Word("x", aspect.asked)
    for missing in MISSING:
        yield missing.cues, Word("u", missing.said)
    yield from _jobs()
    yield RELEASED, Word("e", Asked.RELEASE)
    wanted = product(("film", "films", "movie", "movies", "something", "anything"), FOR_CHILDREN)
    kinds = product(("kids", "childrens", "kiddie", "kid"), ("film", "films", "movie", "movies", "flick", "flicks"))
    yield "|".join(map(" ".join, (*wanted, *kinds))), Word("f", (Of(("genre",), ("Family",), "family"),))
    yield "foreign|foreign language|foreign speaking", Word("y", (Of(("language",), ("en",), "English", True),))
    for asked, phrases in COMPARATIVES.items():
        yield phrases, Word("l", asked)


def _superlatives() -> Iterator[tuple[str, Word]]:
    """The first film, the second best, the last three."""
    for order, phrases in SUPERLATIVES.items():
        yield phrases, Word("m", order)
        yield "|".join(f"the {best}" for best in phrases.split("|") if best.startswith("most ")), Word("m", order)
        yield "|".join(f"{best} thing" for best in phrases.split("|")), Word("m", order)  # the last thing X directed
        for place, said in enumerate(ORDINALS, 2):
            yield "|".join(f"{one} {best}" for one in said for best in phrases.split("|")), Word("m", (*order, place))
        for number in range(2, MOST_BEST + 1):
            ways = NUMBERS[number - 2] if number - 2 < len(NUMBERS) else (str(number),)
            both = (f"{best} {one}|{one} {best}" for one in ways for best in phrases.split("|"))
            yield "|".join(both), Word("m", (*order, 1, number))
    for place, said in enumerate(ORDINALS, 2):
        yield "|".join(said), Word("m", ("year", False, place))
    for order, phrases in IN_ORDER.items():
        yield phrases, Word("m", (*order, 1, EVERY))


def _lengths() -> Iterator[tuple[str, Word]]:
    """The longest running time, runs the longest, more minutes."""
    for words, first in ((("longest", "most"), True), (("shortest", "least"), False)):
        much = product(("", "with ", "with the ", "has ", "has the ", "have ", "have the "), words, LENGTHS)
        does = product(RUNS, ("", "the "), words[:1])
        yield "|".join(f"{lead}{one} {length}" for lead, one, length in much), Word("m", ("runtime", first))
        yield "|".join(f"{verb} {the}{one}" for verb, the, one in does), Word("m", ("runtime", first))
    for more, asked in (("longer", Asked.LONGER), ("more", Asked.LONGER), ("shorter", Asked.SHORTER)):
        yield "|".join(f"{more} {length}" for length in (*LENGTHS, "time")), Word("l", asked)


def _jobs() -> Iterator[tuple[str, Word]]:
    """Director, directed, stood in as the director, wrote the music."""
    for known in JOBS:
        yield known.nouns, Word("r", known.jobs)
        yield "|".join(f"{noun} credit" for noun in known.nouns.split("|")), Word("r", known.jobs)
        yield known.verbs, Word("v", known.jobs)
        stood = product(STOOD_FOR, ("as", "as a", "as the"), known.nouns.split("|"))
        yield "|".join(map(" ".join, stood)), Word("r", known.jobs)
        lead = product(("as", "work as"), ("", "a ", "an ", "the "), known.nouns.split("|"))
        yield "|".join(f"{done} {the}{noun}" for done, the, noun in lead), Word("i", known.jobs)
    yield "|".join(VAGUE), Word("v", (Job.DIRECTOR,))
    made = product("do does doing did done make makes made write writes wrote written compose composed".split(), MUSIC)
    yield "|".join(f"{verb} {thing}|{verb} the {thing}" for verb, thing in made), Word("v", (Job.COMPOSER,))


RARELY = (
    *((IDLE, Word(".")), (UNSPOKEN, Word("n")), (FILED, Word("x", Asked.GENRE))),
    *((phrases, Word("T", times)) for times, phrases in REPEATED.items()),
)
"""Phrases whose words are not those that questions are made of."""


@cache
def lexicon() -> Lexicon:
    """The lexicon, put together on first use."""
    phrases = {tuple(phrase.split()): word for said, word in _entries() for phrase in said.split("|") if phrase}
    asking = (phrase for phrase, word in phrases.items() if word.letter != "u")
    single = frozenset(word for phrase in asking for word in phrase if word not in NUMBER_WORDS)
    rarely = {tuple(phrase.split()): word for said, word in RARELY for phrase in said.split("|")}
    return Lexicon({**rarely, **phrases}, single)
