"""Words that are not understood and yet cannot change which films a list asks for."""

from collections.abc import Iterator, Sequence

from bot.questions.words.lexicon import lexicon
from bot.questions.words.tokens import Token

OWNERS = frozenset("my your our ur his her".split())
"""Words before somebody or something of the one who asks: my neighbour, your cinema."""


def asides(words: Sequence[Token], unknown: Sequence[int]) -> Iterator[int]:
    """Of the words not understood those to leave aside: what somebody is to do, whom it is for."""
    plain = [token.word for token in words]
    for n in unknown:
        before = plain[n - 1] if n else ""
        earlier = lexicon().at(plain, n - 2, n - 1) if n > 1 else None
        owned = before in OWNERS and not (earlier and earlier[1].letter in "nA")
        done = before == "to" and not (earlier and earlier[1].letter in "xA") and not _before_films(plain, n)
        if owned or done:
            yield n


def _before_films(plain: Sequence[str], n: int) -> bool:
    """Whether a word stands before the noun of films, which it narrows."""
    noun = lexicon().at(plain, n + 1, n + 2) if n + 1 < len(plain) else None
    return noun is not None and noun[1].letter == "f"
