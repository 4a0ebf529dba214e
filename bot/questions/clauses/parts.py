"""A text without some of its clauses, where talk beside a question may be left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from bot.questions.clauses.clauses import clauses
from bot.questions.clauses.gists import LONGEST
from bot.questions.clauses.pieces import THINGS
from bot.questions.clauses.pointing import FOR_NAMES
from bot.questions.clauses.saying import doubted, takes_away
from bot.questions.names.mentions import Mention
from bot.questions.words.tokens import Token

MOST_CLAUSES, MOST_PARTS, MOST_WORDS = 6, 6, 60
"""Clauses of a text that is read in parts, parts of it that are read, and words in all of them."""


@dataclass(frozen=True, slots=True)
class Part:
    """A text without some of its clauses."""

    words: list[Token]
    whole: bool
    """Whether everything named is in it."""
    asks: bool
    """Whether one of the clauses left asks, and none of the others may narrow what."""


def parts(words: Sequence[Token], found: Sequence[Mention]) -> Iterator[Part]:
    """The text without some of its clauses, but with what these name if need be, the longest first.

    "How long is Jaws, we have to leave at ten" names nothing in its second clause.
    """
    some = clauses(words, found)
    if not 1 < len(some) <= MOST_CLAUSES:
        return
    against = any(takes_away(clause) for clause in some)
    done: dict[tuple[int, ...], tuple[bool, bool]] = {}
    for left in range(1, len(some)):
        for without in combinations(some, left):
            kept = [clause for clause in some if clause not in without]
            asking = [clause for clause in kept if clause.asks]
            if not asking and any(one.asks_of_films or (one.asks and one.strange) for one in without):
                continue  # name a better duo
            if any(clause.of_it for clause in kept) and all(clause.names.isdisjoint(THINGS) for clause in kept):
                continue  # is it a drama
            named = any(clause.strange or not clause.names.isdisjoint({*THINGS, "award"}) for clause in kept)
            titles = (one.start for one in found if one.kind == "film" and not one.cost)
            named = named or any(n in clause.places for n in titles for clause in kept if not clause.asks)
            if not named and any(clause.stands_for(FOR_NAMES) is not None for clause in kept):
                continue  # his longest film, who directed it
            kinds = frozenset().union(*(clause.names for clause in without))
            least = tuple(n for clause in kept for n in clause.places)
            most = tuple(n for clause in some for n in (clause.kept() if clause in without else clause.places))
            doubtful = any(doubted(clause) for clause in without)
            asks = not doubtful and bool(asking)
            done[least] = not kinds and not doubtful, asks
            if kinds and not doubtful and not against and kinds.isdisjoint(THINGS):
                done[most] = True, asks
    longest = sorted((part for part in done if 1 < len(part) < len(words)), key=len, reverse=True)
    left = MOST_WORDS
    for part in [part for part in longest if len(part) <= LONGEST][:MOST_PARTS]:
        if (left := left - len(part)) >= 0:
            yield Part([words[n] for n in part], *done[part])
