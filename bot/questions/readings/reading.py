"""The readings of a text: which runs of words are names, which say what is asked; the likeliest one wins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from bot.knowledge.query import Asked
from bot.questions.asked.asking import asked
from bot.questions.asked.dating import dated
from bot.questions.asked.intent import Intent
from bot.questions.asked.items import Heard, Spelt, heard, settled
from bot.questions.names.covers import Span, covers
from bot.questions.names.mentions import HALF, Mention
from bot.questions.readings.pricing import LONG, WEAK, filters_price, name_price, with_article
from bot.questions.readings.unlikely import Taken, possible, prices
from bot.questions.rules.phrases import ARTICLES
from bot.questions.words.chatting import KIN
from bot.questions.words.item import Item
from bot.questions.words.tokens import Token

MOST_READINGS, MOST_VAIN = 40, 16
"""Choices of names that are looked at, and how many in a row that ask nothing are enough."""
UNKNOWN = 1.0
"""What a word costs that is not understood."""
CHARACTER = 1.2
"""What it costs to take the words not understood for a character of a film."""
DESCRIBED = 0.4
"""What each word costs that describes a character who is named."""
LEAST = -0.3
"""What an intent costs at least."""
HARDLY_LESS = 0.5
TORN = 0.5
"""What it costs to read a piece of a title, or of the name of somebody, as a name of its own."""


_FOR_PLAYING = re.compile(r"[ax][zo]+k")
"""A prize, and that it was for playing somebody."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a text."""

    intent: Intent
    cost: float
    unknown: tuple[int, ...]
    """Tokens that it leaves aside."""
    mentions: tuple[Mention, ...]


class Spelling(Spelt):
    """One spelling of a text, with every choice of names that was looked at in it."""

    def __init__(self, words: Sequence[Token]) -> None:
        super().__init__(words)
        self._choices: dict[tuple[int, ...], Choice] = {}

    def choice(self, names: Sequence[Mention]) -> "Choice":
        """The text with these names and nothing else as a name."""
        key = tuple(map(id, names))
        if key not in self._choices:
            self._choices[key] = Choice(self, names)
        return self._choices[key]


class Choice:
    """A text with some of its mentions taken for names."""

    def __init__(self, text: Spelling, names: Sequence[Mention]) -> None:
        self._text, self._names = text, names
        self.heard = heard(text, names)

    @cached_property
    def items(self) -> list[Item]:
        return settled(self._text, self._names, self.heard)

    @cached_property
    def filtering(self) -> float:
        """What it costs to keep films by the filters in it."""
        return filters_price(self.items)

    @cached_property
    def reading(self) -> Reading | None:
        return _read(self._text.words, self._names, self.items, self.heard.unknown, self.filtering)


def likeliest(text: Spelling, found: Sequence[Mention]) -> list[Reading]:
    """The likeliest reading, and those hardly less likely; none when the text asks nothing of films.

    The cheapest choices of names are read first; those that cannot be hardly less likely than one read are not.
    """
    words = text.words
    prices = {id(mention): name_price(mention, words) for mention in found}
    titles = [one for one in found if one.kind == "film" and one.size > 1 and one.cost < HALF]
    titles += [one for one in found if one.kind == "person" and one.size > 1 and not one.cost]
    kinds = {(at, one.end) for one in found if one.kind == "genre" for at in (one.start, with_article(one, words))}
    some = []
    for place, cover in enumerate(islice(covers(words, found), MOST_READINGS)):
        extra = TORN * (_torn(cover, titles) + _missed(cover, titles)) + WEAK * _kinds_of_film(cover, kinds)
        some.append((sum([prices[id(mention)] for mention in cover]) + extra + LEAST, place, extra, cover))
    readings: list[tuple[float, int, Reading]] = []
    enough = float("inf")
    vain = 0
    for least, place, extra, cover in sorted(some, key=lambda one: one[:2]):
        if least > enough or vain == MOST_VAIN:
            break
        one = text.choice(cover)
        at_least = least + _unheard(one.heard)
        if at_least > enough or at_least + one.filtering > enough:
            continue
        vain += 1
        if reading := one.reading:
            vain = 0
            readings.append((reading.cost + extra, place, replace(reading, cost=reading.cost + extra)))
            enough = min(enough, reading.cost + extra + HARDLY_LESS)
    return [reading for cost, _, reading in sorted(readings, key=lambda one: one[:2]) if cost <= enough]


def _unheard(one: Heard) -> float:
    """What the words not understood cost at least: they may be those of a character."""
    played = {"k", "F"} <= {item.letter for item in one.items}
    return min(UNKNOWN * len(one.unknown), CHARACTER) if played else UNKNOWN * len(one.unknown)


def _read(
    words: Sequence[Token], cover: Sequence[Mention], items: list[Item], unknown: Sequence[int], cost: float
) -> Reading | None:
    """The reading with these names and nothing else as a name, at what its filters cost and the rest besides."""
    items = dated(items)
    intent = asked(items)
    if intent is None:
        return None
    text = Taken(intent, items, words, cover)
    if not possible(text):
        return None
    cost = sum(prices(text), cost) + intent.cost + UNKNOWN * len(unknown)
    whether = "Y" in text.letters and "q" not in text.letters  # did X play in F: X is a person
    if intent.asked is Asked.ROLE and intent.film and unknown:
        named = [n for mention in text.characters for n in mention.places]
        intent = replace(intent, words=_character(words, [*named, *unknown]))
        cost -= (UNKNOWN - DESCRIBED) * len(_beside(cover, words, unknown))
    elif intent.prize and not intent.prize.character and unknown and _FOR_PLAYING.search(text.letters):
        said = _character(words, unknown)  # who won something for playing the priest
        intent = replace(intent, prize=replace(intent.prize, character=said))
        cost += CHARACTER - UNKNOWN * len(unknown)
    elif intent.asked is Asked.ROLE or ("k" in text.letters and intent.film and unknown and not whether):
        intent, cost = _with_words(intent, words, unknown, cost)
    cost += sum([name_price(mention, words, intent) for mention in cover])
    return Reading(intent, cost, tuple(unknown), tuple(cover))


def _beside(cover: Sequence[Mention], words: Sequence[Token], unknown: Sequence[int]) -> list[int]:
    """The words not understood that stand beside the name of a character, with nothing but articles between."""
    known = {n for one in cover if one.kind == "character" for n in range(one.start, one.end)}
    near = {*known, *unknown, *(n for n, token in enumerate(words) if token.word in ARTICLES)}
    taken = {n for one in cover if one.kind != "character" for n in range(one.start, one.end)}
    reached = set(known)
    for step in (1, -1):
        for n in sorted(known):
            while (n := n + step) in near - taken:
                reached.add(n)
    return [n for n in unknown if n in reached]


def _character(words: Sequence[Token], places: Sequence[int]) -> str:
    """The words for a character; those of whose kin it is with their possessive, for it is somebody else."""
    kin = {n for n in places if KIN.intersection(token.word for token in words[n + 1 : n + 2])}
    return " ".join(words[n].word if n in kin else words[n].owner or words[n].word for n in places)


def _torn(mentions: Sequence[Mention], titles: Sequence[Mention]) -> int:
    """How many of the mentions are a piece of a title: "john malkovich" of Being John Malkovich."""
    return sum(any(t.start <= m.start and m.end <= t.end and m.size < t.size for t in titles) for m in mentions)


def _missed(mentions: Sequence[Mention], titles: Sequence[Mention]) -> bool:
    """Whether a long title, letter by letter, is taken for words of the question: All About My Mother."""
    long = [one for one in titles if one.kind == "film" and one.size >= LONG - 1 and not one.cost]
    return any(all(one.end <= m.start or m.end <= one.start for m in mentions) for one in long)


def _kinds_of_film(mentions: Sequence[Mention], kinds: set[Span]) -> int:
    """How many of the titles are also the name of a genre: #Horror."""
    return sum(mention.kind in ("film", "series") and (mention.start, mention.end) in kinds for mention in mentions)


def _with_words(intent: Intent, words: Sequence[Token], unknown: Sequence[int], cost: float) -> tuple[Intent, float]:
    """Who played the priest in F: the words not understood are the character."""
    narrowed = intent.words or intent.besides or intent.billed
    if narrowed or intent.film is None or intent.asked not in (Asked.CAST, Asked.CARD):
        return intent, cost
    said = _character(words, unknown)
    return replace(intent, asked=Asked.ROLE, words=said, bare=False), cost - UNKNOWN * len(unknown) + CHARACTER
