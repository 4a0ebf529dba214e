"""Typing errors in the words of questions: which words one that is not understood may have been meant for."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.search import Named
from bot.matching.spelt import well_spelt
from bot.questions.rules.missing import MISSING
from bot.questions.rules.peoples import DEMONYMS, GENRES
from bot.questions.rules.phrases import OPENING, STARTS
from bot.questions.words.everyday import EVERYDAY
from bot.questions.words.lexicon import lexicon
from bot.questions.words.tokens import PAUSES, Token

FILTERS = frozenset(
    "twenties thirties forties fifties sixties seventies eighties nineties before until after since between under below"
    " over above shorter longer less least than minutes minute hours hour half two three short long".split()
)
"""Words of `filters.py`."""
KINDS = ("genre", "country", "language")
"""What is named by words that a mistyped one may be, too."""
LEAST, LONG = 3, 8
"""Letters of the shortest word that is mended, and of one that may hold two slips."""
MOST_NEAR, MOST_READ, MOST_MENDED = 2, 4, 6
"""Words that one may be meant for; ways of mending a text; words mended in it."""
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
NEXT_KEYS = {
    key: "".join(row[max(0, n - 1) : n + 2] for row in _ROWS[max(0, r - 1) : r + 2])
    for r, keys in enumerate(_ROWS)
    for n, key in enumerate(keys)
}
"""The letters around each on a keyboard."""
_VOWELS = re.compile("[aeiou]")
MANY = 16
"""Words from which on a text is mended in one way alone."""
SLIP, FARTHER = 0.4, 0.3
"""What a slip adds to the cost of a reading, and what it adds to take a word for one that it is less like."""

Mended = tuple[float, list[Token]]
"""What the slips cost, and the words without them."""


async def vocabulary(catalogue: Catalogue) -> tuple[str, ...]:
    """Every word that questions are made of, with those of genres, countries and languages."""
    return _with(tuple([await catalogue.values(kind) for kind in KINDS]))


@lru_cache(maxsize=8)
def _with(values: tuple[tuple[Named, ...], ...]) -> tuple[str, ...]:
    names = {value.normal for some in values for value in some}
    missing = (cue for one in MISSING for cue in one.cues.split("|") if " " not in cue)
    said = " ".join((*names, *GENRES, *DEMONYMS, *missing)).replace("-", " ").split()
    return tuple(sorted({word for word in {*said, *lexicon().single, *FILTERS} if len(word) >= LEAST}))


def mended(
    words: Sequence[Token], unknown: Sequence[int], known: Sequence[str], surnames: Collection[int] = ()
) -> Iterator[Mended]:
    """The texts that may have been meant, the likeliest first: every word as what it is nearest to, then one not so.

    Those that are `surnames`, by their places, may have letters in another order, but no other slip.
    """
    near = {n: meant for n in unknown if (meant := _meant(words[n].owner or words[n].word, known))}
    near = {n: meant for n, meant in near.items() if n not in surnames or sorted(meant[0]) == sorted(words[n].word)}
    if 0 < len(near) <= MOST_MENDED:
        first = {n: some[0] for n, some in near.items()}
        others = ({**first, n: other} for n, some in near.items() for other in some[1:])
        fewer = ({m: one for m, one in first.items() if m != n} for n in near if len(near) > 1)
        most = MOST_READ if len(words) <= MANY else 1
        for ways in islice((first, *others, *fewer), most):
            farther = sum(first[n] != one for n, one in ways.items())
            yield SLIP * len(ways) + FARTHER * farther, _put(words, ways)


def _put(words: Sequence[Token], meant: dict[int, str]) -> list[Token]:
    """The words with others in the place of some."""
    return [
        replace(token, word=f"{word}s" if token.owner else word, owner=word if token.owner else "")
        if n in meant
        else token
        for n, token in enumerate(words)
        for word in (meant[n].split() if n in meant else ("",))
    ]


@lru_cache(maxsize=2000)
def _meant(word: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The words one may be meant for, the likeliest first; two words for two that were typed as one."""
    from rapidfuzz import process  # only for typing errors
    from rapidfuzz.distance import OSA, JaroWinkler

    if word in known or word in PAUSES or not word.isalpha():
        return ()
    if full := _without_vowels(known).get(word):
        return full
    if len(word) < LEAST:
        return ()
    slips = 2 if len(word) >= LONG else 1
    found = process.extract(word, known, scorer=OSA.distance, score_cutoff=slips, limit=8 * MOST_NEAR)
    likely = [(slips, -JaroWinkler.similarity(word, one), one) for one, slips, _ in found if _may_be(word, one, slips)]
    near = [one for *_, one in sorted(likely)[:MOST_NEAR]]
    return tuple(near) or tuple(_parted(word, frozenset(known)))


@lru_cache(maxsize=8)
def _without_vowels(known: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The words behind those typed without their vowels, likeliest first; of two letters only how questions begin."""
    begins = OPENING | STARTS
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(known, key=lambda word: (word not in begins, len(word))):
        short = word[0] + _VOWELS.sub("", word[1:])
        if short != word and len(short) >= (2 if word in begins else LEAST):
            found[short] = (*found.get(short, ()), word)[:MOST_NEAR]
    return found


def _may_be(typed: str, word: str, slips: float) -> bool:
    """Whether one slip, or in long words two, may have made a word what was typed."""
    if typed in EVERYDAY or not _begins_alike(typed, word):
        return False
    if sorted(typed) == sorted(word):
        return slips == 1
    if slips > 1 and well_spelt(typed):
        return False  # predator, which is no predate
    if len(word) <= LEAST:
        return len(typed) > len(word) and len(set(typed)) == len(set(word))  # a letter typed twice
    if len(typed) <= LEAST:
        return len(word) > len(typed)
    return slips == 1 or (typed[0] == word[0] and len(word) >= LONG - 1)


def _begins_alike(typed: str, word: str) -> bool:
    """Whether the first letter is that of the word, or a slip: one left out, turned round or from the next key."""
    return (
        typed[0] in (word[0], word[1:2])
        or (typed[1:] != word and typed[0] in NEXT_KEYS.get(word[0], ""))
        or typed[:1] * 2 == typed[:2]
    )


def _parted(word: str, known: frozenset[str]) -> list[str]:
    """The two words that one may be without the space between: "howlong", but not "everywhere" or "someone"."""
    if word in EVERYDAY:
        return []
    phrases = lexicon().phrases
    for at in range(LEAST, len(word) - 1):
        one, other = word[:at], word[at:]
        if one in known and (other in known or (other,) in phrases) and len(other) > 1:
            return [f"{one} {other}"]
    return []
