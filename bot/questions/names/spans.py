"""Runs of words that may be one name, misspelt: those that no rule understands, and what may belong to them."""

import itertools
from collections.abc import Iterator, Sequence

from bot.questions.rules.phrases import ARTICLES
from bot.questions.words.everyday import EVERYDAY
from bot.questions.words.lexicon import lexicon
from bot.questions.words.tokens import Token

LONGEST = 14
"""Words of the longest run looked up."""
SOFT = frozenset("the a an of in and on at to for s from with".split())
"""Words that stand inside names, and between two of them."""
PREPOSITIONS = SOFT - {"the", "a", "an", "and", "s"}
_LINKING = frozenset("the a an of and".split())
"""Words that stand inside names more often than between two of them."""
_TRAILING = frozenset("is was are were fall under released about rated out come release".split())
_VERBS = frozenset("vrxqbfM")
WHOLE = 8
"""Words of the longest text that may be a title from some word to its end."""

Span = tuple[int, int]


def letter_of(word: str) -> str:
    """The letter of a word in the lexicon, "" where it has none."""
    known = lexicon().phrases.get((word,))
    return known.letter if known else ""


def clusters(words: Sequence[Token], unknown: Sequence[int]) -> list[Span]:
    """Runs of tokens that may be one misspelt name.

    First the run from the first unknown word to the last; then the pieces that the words between, pauses and
    possessives split it into, with those that only words from inside names part as one, the longest first; then those
    that prepositions part as one, too.
    """
    if not unknown:
        return []
    pieces, soft, start = list[Span](), list[bool](), unknown[0]
    for before, after in itertools.pairwise(unknown):
        between = [words[n].word for n in range(before + 1, after) if letter_of(words[n].word)]
        if between or words[before].owner or words[before].clause < words[after].clause:
            pieces.append((start, before + 1))
            soft.append(not between or not _LINKING.issuperset(between))
            start = after
    pieces.append((start, unknown[-1] + 1))
    runs = [
        (any(soft[first:last]), pieces[first][0], pieces[last][1])
        for first in range(len(pieces))
        for last in range(first, len(pieces))
        if SOFT.issuperset(_between(words, pieces[first : last + 1]))
    ]
    found = [(start, end) for _, start, end in sorted(runs, key=lambda run: (run[0], run[1] - run[2]))]
    return [span for span in dict.fromkeys([(unknown[0], unknown[-1] + 1), *found]) if span[1] - span[0] <= LONGEST]


def _between(words: Sequence[Token], pieces: Sequence[Span]) -> Iterator[str]:
    """The words with a meaning that stand between pieces of a text."""
    for (_, end), (start, _) in itertools.pairwise(pieces):
        yield from (token.word for token in words[end:start] if letter_of(token.word))


def spans(words: Sequence[Token], unknown: Sequence[int], beside: Sequence[int]) -> Iterator[Span]:
    """The clusters with what may belong to them: articles before, then more of the words around."""
    some = list(dict.fromkeys((*clusters(words, unknown), *clusters(words, beside))))
    seen: set[Span] = set()

    def new(start: int, end: int) -> Iterator[Span]:
        if (start, end) not in seen and 0 <= start < end <= len(words):
            seen.add((start, end))
            yield start, end

    for start, end in some:
        left = start - (start > 0 and words[start - 1].word in ARTICLES)
        numbered = end + (end < len(words) and words[end].word.isdigit())
        yield from new(left, numbered)
        yield from new(left, end)
        yield from new(*_trimmed(words, start, numbered))
        if end - start == 1 and end < len(words) and letter_of(words[end].word) in ("x", "r", "f"):
            yield from new(start, end)  # a Zimer score
    for start, end in some[:4]:
        yield from new(start - 1, end)
        yield from new(start, end + 1)
        left = _left(words, start, _VERBS)
        right = _right(words, end)
        yield from new(left, end)
        yield from new(start, right)
        yield from new(left, right)
        yield from new(left, _right(words, end, whole=False))
        if len(words) - end in (1, 2):
            yield from new(left, len(words))
        yield from new(_left(words, start, _VERBS - {"x"}), end)
        if start > 0 and words[start - 1].word in SOFT:
            yield from new(start - 1, right)
        if end < len(words) and len(words) - left <= WHOLE:
            yield from new(_left(words, start, _VERBS - {"x"}), len(words))


def _trimmed(words: Sequence[Token], start: int, end: int) -> Span:
    """A run without everyday words before the name in it: "wants to see the wild robot"."""
    idle = [words[n].word in EVERYDAY or letter_of(words[n].word) == "." for n in range(start, end)]
    if all(idle):
        return start, end
    first, last = start + idle.index(False), end - idle[::-1].index(False)
    return first - (first > 0 and words[first - 1].word in ARTICLES), last


def _left(words: Sequence[Token], start: int, verbs: frozenset[str]) -> int:
    """Where a title may begin: behind the last verb, noun or preposition of the question."""
    at = start
    while at > 0 and at > start - 4 and letter_of(words[at - 1].word) not in verbs:
        at -= 1
    while at < start and words[at].word in SOFT - {"the", "a", "an"}:
        at += 1
    return at


def _right(words: Sequence[Token], end: int, *, whole: bool = True) -> int:
    """Where a title may end: at the end of a short text, or before the next verb, noun or preposition."""
    at = end
    if whole and len(words) - end <= 4 and not any(letter_of(token.word) in "vbq" for token in words[end:]):
        at = len(words)
    while at < len(words) and at < end + 4 and letter_of(words[at].word) not in _VERBS:
        at += 1
    while at > end and words[at - 1].word in SOFT | _TRAILING:
        at -= 1
    return at
