"""Ways to put things that are not quite English, as the words that are: "how much minutes", "longer as two hours"."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from bot.questions.rules.phrases import ARTICLES
from bot.questions.words.amounts import counted, year
from bot.questions.words.everyday import EVERYDAY
from bot.questions.words.lexicon import lexicon
from bot.questions.words.tokens import Token

_SIZES = frozenset("longer shorter older newer younger less more fewer earlier later".split())
_GRADED = {"long": "longer", "short": "shorter", "old": "older", "new": "newer", "young": "newer", "recent": "newer"}
_TIMES = frozenset("minutes mins hours hrs".split())
_THAN = frozenset("then as that".split())
_THAT = frozenset("that this whole entire".split())
_PLAYED = frozenset("played plays play playing".split())
_DECADES = {f"{ten}ty": f"{ten}ties" for ten in ("twen", "thir", "for", "fif", "six", "seven", "eigh", "nine")}
WISE = "wise"
LEAST = 6
"""Letters of a decade that may be misspelt."""


def spoken(words: Sequence[Token]) -> tuple[str, ...]:
    """The words as the lexicon and the filters hold them, one for each token."""
    plain = [_single(token) for token in words]
    for n, (word, after) in enumerate(pairwise(tuple(plain))):
        behind = plain[n + 2] if n + 2 < len(plain) else ""
        if after == "4" and _asks(word) and (behind in ARTICLES or (behind and behind not in lexicon().single)):
            plain[n + 1] = "for"  # who did the music 4 Shrek, but not Toy Story 4 director
        elif (word, after) == ("how", "much") and behind in _TIMES:
            plain[n + 1] = "many"  # how much minutes
        elif (word, after, behind) == ("how", "much", "long"):
            plain[n : n + 2] = ["the", "how"]
        elif word == "years" and (decade := _decade(after)):
            plain[n : n + 2] = ["the", decade]  # of the years 90
        elif word == "more" and after in _GRADED:
            plain[n : n + 2] = ["the", _GRADED[after]]  # more long than
        elif (word, after) == ("most", "long"):
            plain[n : n + 2] = ["the", "longest"]  # the most long film
        elif plain[n] in _SIZES and (after == "then" or (after in _THAN and behind and counted(behind) is not None)):
            plain[n + 1] = "than"
        elif plain[n] in _SIZES and after == "as" and behind not in ("", "well"):
            plain[n + 1] = "than"  # longer as Jaws
        elif (word in _PLAYED and after in ("her", "him")) or (word in _THAT and after == "thing"):
            plain[n + 1] = "them"  # who played her, how long is that thing, the whole thing
        elif after == WISE and word in lexicon().single:
            plain[n + 1] = "the"  # genre wise
    return tuple(plain)


def _single(token: Token) -> str:
    """A word: "how long's" as "how long", "1989's" as "1989", "genrewise" as "genre"."""
    known = lexicon().single
    if token.owner and token.word not in known and (token.owner in known or year(token.owner)):
        return token.owner
    aspect = token.word.removesuffix(WISE)
    return aspect if aspect in known else _ten_years(token.word) or token.word


@lru_cache(maxsize=2000)
def _ten_years(word: str) -> str:
    """The decade that a word is with a slip: sevinties, eightees; "" for none."""
    from rapidfuzz.distance.OSA import distance  # only for typing errors

    if len(word) < LEAST or not word.endswith("s") or word in EVERYDAY or word in lexicon().single:
        return ""
    slips = 1 + word.endswith(("tees", "tys"))
    near = (ten for ten in _DECADES.values() if ten[0] == word[0] and distance(word, ten, score_cutoff=slips) <= slips)
    return next(near, "")


def _asks(word: str) -> bool:
    """Whether a word asks for something of a film, or whose job it was."""
    told = lexicon().phrases.get((word,))
    return told is not None and told.letter in "xr"


def _decade(word: str) -> str:
    """The decade that "years 90", "years 1990" and "years ninety" mean; "" for no decade."""
    if word.isdigit() and len(word) in (2, 4) and word.endswith("0"):
        return f"{word}s"
    return _DECADES.get(word, "")
