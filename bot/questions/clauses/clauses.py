"""The clauses of a text: one asks, and the others name what it asks about, or say something else altogether."""

import re
from collections.abc import Sequence

from bot.questions.clauses.beginnings import JOINING, breaks_off, joins, opens
from bot.questions.clauses.clause import Clause
from bot.questions.clauses.pieces import pieces
from bot.questions.clauses.whether import tag
from bot.questions.names.mentions import Mention
from bot.questions.names.plainly import WHOLE_TITLE, plainly
from bot.questions.rules.phrases import OPENING, STARTS
from bot.questions.words.amounts import year
from bot.questions.words.phrasing import spoken
from bot.questions.words.speech import SHORTHAND
from bot.questions.words.tokens import Token

_DRAWN_OUT = re.compile(r"(.)\1{2,}$")
"""The end of a word that is drawn out: lmaooo."""
_THEN = JOINING - {"and", "honestly"}
"""Words behind which what is wished for may stand: my mates are here so a western from the 60s."""


_OR_AM_I = [[does, "i"] for does in ("am", "do", "did", "have", "was")]
"""Words behind "or" that doubt what is asked: or am I dreaming."""


def clauses(words: Sequence[Token], found: Sequence[Mention]) -> list[Clause]:
    """The clauses of a text, parted by signs and by the words that begin a question."""
    plain = [in_full(word) for word in spoken(words)]
    for n in range(len(words) - 1):
        last = n + 2 == len(words) or words[n + 2].clause > words[n].clause
        if last and plain[n] == "the" and plain[n + 1] in ("film", "movie"):
            plain[n] = "that"  # who directed the film
    named = tuple(one for one in found if plainly(one, words))
    whole = (one for one in found if one.kind == "film" and not one.cost and one.size >= WHOLE_TITLE)
    inside = {n for one in (*named, *whole) for n in range(one.start + 1, one.end)}
    ends = {one.end for one in named if one.kind in ("film", "person")}
    cleft = {one.end for one in named if plain[max(0, one.start - 1) : one.start] == ["it"]}  # was it X who
    starts = [0]
    tagged = len(plain) - tag(plain)
    if tagged < len(plain) and plain[tagged] in {*STARTS, "or"}:
        tagged = len(plain)  # did he
    for n in range(1, len(words)):
        if n >= tagged:
            continue  # Zimmer scored Dune, right
        if n in inside or (n in ends and year(plain[n])):
            continue
        if (
            words[n].clause > words[n - 1].clause
            or (plain[n] in JOINING and joins(plain[: _end(words, n)], starts[-1], n, named))
            or (plain[n] in _THEN and _wishes(words, plain, starts[-1], n, named))
            or breaks_off(plain[: _end(words, n)], starts[-1], n, n in ends)
            or (plain[n] == "or" and plain[n + 1 : n + 3] in _OR_AM_I)
            # not: F is called how
            or (n + 1 < len(words) and plain[n] in OPENING and opens(plain, n, n in ends - cleft))
        ):
            starts.append(n)
    ranges = [range(start, end) for start, end in zip(starts, [*starts[1:], len(words)], strict=True)]
    return [Clause(words, plain, places, named) for places in ranges]


def _end(words: Sequence[Token], at: int) -> int:
    """Where the next sign stands behind a word."""
    return next((n for n in range(at + 1, len(words)) if words[n].clause > words[at].clause), len(words))


def _wishes(words: Sequence[Token], plain: Sequence[str], since: int, at: int, named: Sequence[Mention]) -> bool:
    """Whether what stands behind a word says which films there shall be, and what stands before is talk."""
    end = _end(words, at)
    before = [what for _, what in pieces(plain, range(since, at), named)]
    behind = {what for _, what in pieces(plain, range(at + 1, end), named)}
    films = "genre" in behind or "f" in behind
    told = [what for what in behind if len(what) > 1]
    return "_" in before and "_" not in behind and films and len(told) > ("f" not in behind)


def in_full(word: str) -> str:
    """A word without shorthand where it stands for one that is no name."""
    short = _DRAWN_OUT.sub(r"\1", word)
    word = short if short in JOINING else word
    full = SHORTHAND.get(word, word)
    return full if len(word) > 1 and " " not in full else word
