"""The clauses of a text: one asks, and the others name what it asks about, or say something else altogether."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from bot.questions.chatting import TALK
from bot.questions.everyday import EVERYDAY
from bot.questions.filters import filter_at, year
from bot.questions.lexicon import STARTS, lexicon
from bot.questions.mentions import HALF, Mention, Token, weak
from bot.questions.occasions import event_at, occasion_at, time_at
from bot.questions.phrasing import spoken
from bot.questions.whether import OPENERS

MOST_CLAUSES = 6
"""Clauses of a text that are looked at."""
MOST_PARTS, MOST_WORDS = 6, 60
"""Parts of one text that are read, and words in all of them."""
LONGEST = 32
"""Words of the longest question."""
OPENING = frozenset("who whos whose whom what whats which whichs when whens where wheres how hows why whys".split())
"""Words that begin a question."""
RELATIVE = frozenset("who which whose whom when where".split())
"""Those of them that may go on with what stands before."""
EMBEDDING = frozenset(
    "know knows knew asked asking ask asks wondering wonders wonder wondered out about remember remembers"
    " forgot".split()
)
"""Words behind which a question stands that somebody has."""
AGAINST = frozenset(
    "not no never nothing without except besides dont doesnt didnt cant wont isnt hate hates hated dislike sick tired"
    " bored less instead".split()
)
"""Words of a clause that takes something away."""
KNOWN = 3
"""Films of somebody whom a text may call by the surname."""
WHOLE_TITLE = 3
"""Words from which on a title is no chance, commas in it or not: Run, Man, Run."""
LONGEST_LEAD = 8
"""Words at the beginning of a clause that say that it asks."""
US = frozenset("i you u we me my your us".split())
"""Words of those who talk."""
SURNAME = 0.4
"""What a name by its surname alone costs."""
WATCHING = frozenset("watch watched watching see saw seen finish finished rewatch rewatching".split())
"""Words before the title of a film, though it be made of everyday words."""
PRONOUNS = frozenset("it this that them these those her him us you me what one".split())
"""Everyday words that are no title behind these."""
ARTICLES = ("a", "an")
PREDICATED = frozenset("so too very really pretty super is was be looks".split())
"""Words behind which an adjective judges: that was funny."""
_ASKS = re.compile(
    r"(?:(?:please|pls|can|could|would|will|you|u|i|we|id|just|so|to|also|want|would like) )*"
    r"(?:(?:who|whos|whose|whom|what|whats|which|whichs|when|whens|where|wheres|how|hows|why|whys)"
    r"|list|name|show me|show us|give|tell|find|recommend|suggest|need|got any|any|do you have|have you|you got|got"
    r"|(?:is|are) there|(?:is|was|does|did|has|can|could) (?:it|he|she|they|that|this))(?: |$)"
)
"""How a clause begins that asks."""
_LED = OPENERS | frozenset("and then like plus anyway anyways meaning cuz coz because hm".split())
LIKING = frozenset("likes love loves loved adore adores enjoy enjoys into obsessed fan crazy".split())
"""Words behind which it says what somebody wants."""
FILMS = ("film", "series")
THINGS = (*FILMS, "person", "family")
"""Kinds of what is named that one film may be known by."""
_NARROWS = frozenset("bwvAk")
"""Letters of words behind which a name narrows what is asked for: by, with, starring, about."""


@dataclass(frozen=True)
class Clause:
    """The words of one clause, by their places, and what they name."""

    words: Sequence[Token]
    plain: Sequence[str]
    places: range
    named: tuple[Mention, ...]
    """What is plainly named in the text."""

    @cached_property
    def said(self) -> list[str]:
        """Its words behind those that only lead on."""
        said = [self.plain[n] for n in self.places]
        lead = next((n for n, word in enumerate(said) if word not in _LED), len(said))
        return said[lead:]

    @property
    def asks(self) -> bool:
        return _ASKS.match(" ".join(self.said)) is not None

    @property
    def asks_of_films(self) -> bool:
        """Whether it asks by words of films."""
        return self.asks and any(what in "vrkxe" for _, what in self.pieces)

    @property
    def opens(self) -> bool:
        """Whether it is a question of its own that wants more than yes or no."""
        return not OPENING.isdisjoint(self.said[:1])

    @cached_property
    def pieces(self) -> list[tuple[range, str]]:
        """Its words in runs, each with the kind or letter of what it is: "_" for what is not understood."""
        done: list[tuple[range, str]] = []
        at, end = self.places.start, self.places.stop
        starts = {mention.start: mention for mention in sorted(self.named, key=lambda one: one.size)}
        while at < end:
            size, what = 1, "_"
            around = occasion_at(self.plain[:end], at) or event_at(self.plain[:end], at)
            kept = time_at(self.plain[:end], at) or filter_at(self.plain[:end], at)
            mention = starts.get(at)
            if around and not around[1] and not (mention and mention.kind in THINGS):
                size, what = around[0], "."
            elif mention and mention.end <= end:
                size, what = mention.size, mention.kind
            elif kept and not (kept[0] == 1 and self.plain[at] in ("short", "long")):
                size, what = kept[0], "year" if any(map(year, self.plain[at : at + kept[0]])) else "filter"
            elif told := lexicon().at(self.plain, at, end):
                size, what = told[0], told[1].letter
            done.append((range(at, at + size), what))
            at += size
        return done

    @property
    def talks(self) -> bool:
        """Whether it says something besides what it names, or asks whether something is so."""
        unknown = [run for run, what in self.pieces if what == "_"]
        said = unknown and (self.names or any(map(self._everyday, unknown)))
        return bool(said) or self.plain[self.places.stop - 1] in EMBEDDING or not STARTS.isdisjoint(self.said[:1])

    @property
    def compares(self) -> bool:
        return any(what == "l" for _, what in self.pieces)

    @property
    def of_character(self) -> bool:
        """Whether it may ask who played a character."""
        said = {what for _, what in self.pieces}
        return "k" in said or (bool(said & set("qr")) and not said & set("vxM"))

    @property
    def personal(self) -> bool:
        """Whether it asks for what those who talk want or do: when do you need it."""
        said = {what for _, what in self.pieces}
        return not US.isdisjoint(self.said) and not said & set("fvrua") and not self.names

    @property
    def against(self) -> bool:
        return not AGAINST.isdisjoint(self.plain[n] for n in self.places)

    @property
    def doubtful(self) -> bool:
        """Whether it may name something that is not known, and narrows what is asked for by it."""
        before = ""
        for run, what in self.pieces:
            if what == "_" and before in _NARROWS and not self._everyday(run):
                return True
            liked = self.plain[run.stop - 1] in LIKING
            joined = what == "d" and self.plain[run.stop - 1] == "in"  # and also in
            before = "b" if liked or joined else before if what == "." else what
        return False

    def _everyday(self, run: range) -> bool:
        said = [self.plain[n] for n in run]
        return all(word in EVERYDAY | TALK | lexicon().single or word.isdigit() for word in said)

    def kept(self, kinds: Collection[str] | None = None) -> list[int]:
        """The places of what it names, with the words that join it: of these kinds, or of all and nouns of films."""
        done: list[int] = []
        joins: list[int] = []
        if not self.names:
            return done
        for run, what in self.pieces:
            if what in "bwo" or (what == "A" and not kinds):
                joins = [*run]
            elif what in kinds if kinds else len(what) > 1 or what == "f":
                done += [*joins, *run]
                joins = []
            elif what != ".":
                joins = []
        return done

    @property
    def strange(self) -> list[int]:
        """The places of the words that may be a misspelt name."""
        some = [n for run, what in self.pieces if what == "_" and not self._everyday(run) for n in run]
        return [n for n in some if not self.plain[n].isdigit()]

    @cached_property
    def names(self) -> frozenset[str]:
        """The kinds of what it names."""
        return frozenset(what for _, what in self.pieces if len(what) > 1)


def clauses(words: Sequence[Token], found: Sequence[Mention]) -> list[Clause]:
    """The clauses of a text, parted by signs and by the words that begin a question."""
    plain = spoken(words)
    named = tuple(one for one in found if _plainly(one, words))
    whole = (one for one in found if one.kind == "film" and not one.cost and one.size >= WHOLE_TITLE)
    inside = {n for one in (*named, *whole) for n in range(one.start + 1, one.end)}
    ends = {one.end for one in named if one.kind in ("film", "person")}
    starts = [0]
    for n in range(1, len(words)):
        if n in inside:
            continue
        wish = plain[n] == "so" and _ASKS.match(" ".join(plain[n + 1 : n + 1 + LONGEST_LEAD]))
        opens = n + 1 < len(words) and plain[n] in OPENING and _opens(plain, n, n in ends)  # F is called how
        if words[n].clause > words[n - 1].clause or wish or opens:
            starts.append(n)
    ranges = [range(start, end) for start, end in zip(starts, [*starts[1:], len(words)], strict=True)]
    return [Clause(words, plain, places, named) for places in ranges]


def _opens(plain: Sequence[str], at: int, behind_name: bool) -> bool:
    """Whether a question begins at one of its words without a sign before it."""
    before = plain[at - 2 if at > 1 and plain[at - 1] in ("me", "us") else at - 1]
    if behind_name or before in TALK | EMBEDDING:
        return True
    told = lexicon().at(plain, at - 1, at)
    return plain[at] not in RELATIVE and (told is None or (told[1].letter == "." and before not in ("the", "a", "no")))


def _plainly(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether a text means what it names, rather than using the same words."""
    said = [token.word for token in words[mention.start : mention.end]]
    before = words[mention.start - 1].word if mention.start else ""
    usual = weak(mention, words) or (mention.size == 1 and said[0] in EVERYDAY | TALK)
    across = words[mention.start].clause < words[mention.end - 1].clause
    match mention.kind:
        case "series" if across:
            return False
        case "film" | "series":
            if usual:
                return before in WATCHING and said[0] not in PRONOUNS and not mention.cost
            return mention.cost < HALF and before not in ARTICLES and not (mention.cost and said[0] in ARTICLES)
        case "person" | "family":
            surname = mention.named[0].weight >= KNOWN and said[-1] in mention.named[0].normal.split()
            known = not mention.cost or (surname and mention.cost <= SURNAME) or mention.size > 1
            return known and len(mention.named) == 1 and not usual
        case "keyword" | "theme":
            return before == "about"
        case "genre":
            noun = lexicon().at([token.word for token in words[mention.end : mention.end + 1]], 0, 1)
            return noun[1].letter == "f" if noun and usual else before not in PREDICATED
        case "character":
            return False
    return not usual


def gists(words: Sequence[Token], found: Sequence[Mention]) -> Iterator[list[Token]]:
    """The clause that asks with what the others name, where these say more than that."""
    some = clauses(words, found)
    if not 1 < len(some) <= MOST_CLAUSES:
        return
    asking = next((clause for clause in reversed(some) if clause.asks), None)
    others = [clause for clause in some if clause is not asking]
    if asking is None or asking.compares or not any(clause.talks for clause in others):
        return
    film = any(not clause.names.isdisjoint(FILMS) for clause in others)
    if any(clause.opens or clause.doubtful or (clause.against and not film) for clause in others):
        return
    if all(what in ".d" for _, what in asking.pieces) and any(
        map(STARTS.intersection, (one.said[:1] for one in others))
    ):
        return  # did any horror film win, which one
    strange = [n for clause in others for n in clause.strange]
    if film and (asking.personal or (asking.of_character and (strange or asking.names or _peopled(found, words)))):
        return
    named = [n for clause in others for n in clause.kept((*THINGS, "year") if film else None)]
    yield _put(words, asking, named)
    if not named and not asking.names:
        yield _put(words, asking, strange)
    if film:
        yield _put(words, asking, [] if asking.names else [n for clause in others for n in clause.kept(FILMS)])


def _peopled(found: Sequence[Mention], words: Sequence[Token]) -> bool:
    """Whether a character is named: Rose from Titanic, who played her."""
    titles = [one for one in found if one.kind == "film" and one.cost == 0]
    return any(
        one.kind == "character"
        and not weak(one, words)
        and all(one.end <= t.start or t.end <= one.start for t in titles)
        for one in found
    )


def _put(words: Sequence[Token], asking: Clause, named: Sequence[int]) -> list[Token]:
    return [words[n] for n in sorted({*asking.places, *named})]


def parts(words: Sequence[Token], found: Sequence[Mention]) -> Iterator[tuple[list[Token], bool]]:
    """The text without some of its clauses, but with what these name if need be, the longest first.

    Each with whether everything named is in it. "How long is Jaws, we have to leave at ten" names nothing in its second
    clause.
    """
    some = clauses(words, found)
    if not 1 < len(some) <= MOST_CLAUSES:
        return
    against = any(clause.against for clause in some)
    done: dict[tuple[int, ...], bool] = {}
    for left in range(1, len(some)):
        for without in combinations(some, left):
            if any(clause.asks_of_films for clause in without) and not any(
                clause.asks for clause in some if clause not in without
            ):
                continue
            kinds = frozenset().union(*(clause.names for clause in without))
            least = tuple(n for clause in some if clause not in without for n in clause.places)
            most = tuple(n for clause in some for n in (clause.kept() if clause in without else clause.places))
            doubtful = any(clause.doubtful for clause in without)
            done[least] = not kinds and not doubtful
            if kinds and not doubtful and not against and kinds.isdisjoint(THINGS):
                done[most] = True
    longest = sorted((part for part in done if 1 < len(part) < len(words)), key=len, reverse=True)
    left = MOST_WORDS
    for part in [part for part in longest if len(part) <= LONGEST][:MOST_PARTS]:
        if (left := left - len(part)) >= 0:
            yield [words[n] for n in part], done[part]
