"""The readings of a text: which runs of words are names, which say what is asked; the likeliest one wins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from bot.knowledge.query import Asked, Job
from bot.questions.asking import asked
from bot.questions.covers import Span, covers
from bot.questions.dating import dated
from bot.questions.intent import Intent
from bot.questions.item import Item
from bot.questions.items import Heard, Spelt, heard, settled
from bot.questions.mentions import ARTICLES, HALF, WHOLE, Mention
from bot.questions.peoples import nation
from bot.questions.playing import by_players, roles
from bot.questions.pricing import LONG, WEAK, filters_price, name_price, with_article
from bot.questions.tokens import Token

MOST_READINGS, MOST_VAIN = 40, 16
"""Choices of names that are looked at, and how many in a row that ask nothing are enough."""
UNKNOWN = 1.0
"""What a word costs that is not understood."""
CHARACTER = 1.2
"""What it costs to take the words not understood for a character of a film."""
DESCRIBED = 0.4
"""What each word costs that describes a character who is named."""
ASKED = 1.0
"""What it costs to answer no role where it is asked as whom somebody appears."""
LEAST = -0.3
"""What an intent costs at least."""
HARDLY_LESS = 0.5
TORN = 0.5
"""What it costs to read a piece of a title, or of the name of somebody, as a name of its own."""
FAINT = 0.5
"""What it costs to take one word for the character that films are asked for by, where nothing says so."""
DANGLING = 1.0
"""What it costs that nothing stands behind "in" where a role is asked for, or behind "and"."""


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
    def reading(self) -> Reading | None:
        return _read(self._text.words, self._names, self.items, self.heard.unknown)


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
        if least + _unheard(one.heard) > enough:
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


def _genre_as_job(items: Sequence[Item]) -> bool:
    """Whether a genre is taken for a job though the text speaks of genres: the music genre, the genre of music."""
    beside = {i for n, item in enumerate(items) if item.meaning is Asked.GENRE for i in (n - 1, n + 2)}
    return any(n in beside and item.letter == "r" for n, item in enumerate(items))


def _read(
    words: Sequence[Token], cover: Sequence[Mention], items: list[Item], unknown: Sequence[int]
) -> Reading | None:
    """The reading with these names and nothing else as a name."""
    cost = filters_price(items)
    items = dated(items)
    intent = asked(items)
    if intent is None:
        return None
    characters = [mention for mention in cover if mention.kind == "character"]
    if any(one.start and words[one.start - 1].word in ("something", "anything") for one in characters):
        return None  # something creepy
    role = any(one.asked is Asked.ROLE for one in (intent, *intent.also))
    if characters and not role and not by_players(intent):
        if len(characters) != len(list(roles(intent))):
            return None
        told = any(item.letter == "K" for item in items)
        by = any(role.people for role in roles(intent))
        single = [one for one in characters if one.size == 1]
        if not (told or by) and any(one.named[0].weight < WHOLE for one in single):
            return None  # a film with David
        cost += FAINT * (bool(single) and not (told or by))
        cost += FAINT * any(one.named[0].weight < 0 for one in characters)  # with Jackie Chan
    named = "".join(item.letter for item in items)
    cost += 0.6 * (intent.bare and bool(set(named) & set("lY"))) + 0.4 * ("rf" in named and "P" not in named)
    cost += 0.5 * _genre_as_job(items)
    cost += 0.5 * any(map(_adapted, items, items[1:]))
    cost += 0.5 * any(map(_national, items, items[1:], [Item(""), *items]))
    cost += 0.5 * ("ky" in named)  # who played Turkish: a name rather than a nation
    played = {"kF", "kKF"} & {named[-2:], named[-3:]} and "Y" not in named
    cost += 0.5 * bool(played)  # who played Batman: a character rather than the film
    dangling = intent.asked is Asked.ROLE and intent.film is None and any(map(_dangles, items, [*items[1:], None]))
    dangling = dangling or named.endswith("d") or re.fullmatch("YPvA?", named) is not None  # did X direct: Get Out
    dangling = dangling or (items[-1].text == "in" and words[-1].word != "in")  # in Nope, which is no no
    cost += DANGLING * dangling  # who played Chris in Get Out: not everywhere
    within = {"f", "N"} & set(named) and not set(named) & set("qrPb") and re.search("Fv|KF|Fo?K", named)
    cost += 0.7 * bool(within)  # films in which Batman appears
    cost += ASKED * (intent.asked is not Asked.CHARACTER and any(item.text in ("as whom", "as who") for item in items))
    cost += intent.cost + UNKNOWN * len(unknown)
    whether = "Y" in named and "q" not in named  # did X play in F: X is a person
    if intent.asked is Asked.ROLE and intent.film and unknown:
        said = [text for mention in cover if mention.kind == "character" for text in _typed(mention, words)]
        intent = replace(intent, words=" ".join([*said, *(words[n].owner or words[n].word for n in unknown)]))
        cost -= (UNKNOWN - DESCRIBED) * len(_beside(cover, words, unknown))
    elif intent.asked is Asked.ROLE or ("k" in named and intent.film and unknown and not whether):
        intent, cost = _with_words(intent, words, unknown, cost)
    cost += sum([name_price(mention, words, intent) for mention in cover])
    return Reading(intent, cost, tuple(unknown), tuple(cover))


def _national(item: Item, after: Item, before: Item) -> bool:
    """Whether a nation before a title is taken for a character: who is in the Korean Oldboy."""
    return item.letter == "C" and after.letter == "F" and before.letter != "k" and bool(nation(item.text))


def _adapted(item: Item, after: Item) -> bool:
    """Whether a title is taken for what is asked of one: who wrote Adaptation."""
    return item.letter == "v" and item.meaning != (Job.CAST,) and after.letter == "x" and after.text == "adaptation"


def _dangles(item: Item, after: Item | None) -> bool:
    """Whether nothing stands behind "in" that somebody may be in."""
    return item.letter == "o" and item.text in ("in", "from") and (after is None or after.letter not in "yfF")


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


def _typed(mention: Mention, words: Sequence[Token]) -> Sequence[str]:
    """The words of a mention."""
    return [token.owner or token.word for token in words[mention.start : mention.end]]


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
    if intent.words or intent.film is None or intent.asked not in (Asked.CAST, Asked.CARD):
        return intent, cost
    said = " ".join(words[n].owner or words[n].word for n in unknown)
    return replace(intent, asked=Asked.ROLE, words=said, bare=False), cost - UNKNOWN * len(unknown) + CHARACTER
