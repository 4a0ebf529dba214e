"""The clauses of a text, of which one may be a question among others that say something else."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from bot.questions.mentions import Token

MOST_CLAUSES = 6
"""Clauses of a text whose parts are looked at."""
MOST_PARTS = 6
"""Parts of one text that are read."""


def parts(words: Sequence[Token]) -> Iterator[list[Token]]:
    """The text without one or more of its clauses, the longest first: "how long is Jaws, we have to leave at ten"."""
    clauses = list(dict.fromkeys(token.clause for token in words))
    if not 1 < len(clauses) <= MOST_CLAUSES:
        return
    kept = [set(some) for left in range(1, len(clauses)) for some in combinations(clauses, len(clauses) - left)]
    some = [[token for token in words if token.clause in clause] for clause in kept]
    yield from sorted((part for part in some if len(part) > 1), key=len, reverse=True)[:MOST_PARTS]
