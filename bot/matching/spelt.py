"""Whether a name was typed with slips or is another name: "Casino" is no slip for Canino, for it is well spelt itself.

How often a word is written is told by the word list of pyspellchecker, which was counted in the subtitles of films; the
first look-up reads it, in some 0.1 s and 6 MB.
"""

import gzip
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from bot.matching.alike import without_article
from bot.matching.normal import sound

RARE, COMMON = 100, 1500
"""How often a word is counted at most that may be a slip for the only word of a name, and for one of several."""
LONG = 8
"""Letters of a word that a single one may be misspelt for by ear, though it is another word."""
SMALL = 2
"""Letters of words that stand in any name, of which one is soon taken for another."""


def another(typed: str, name: str) -> bool:
    """Whether a word typed that is likest one of a name is well spelt and another, both texts in normal form."""
    from rapidfuzz.distance.OSA import normalized_similarity  # only for typing errors

    typed, name = without_article(typed), without_article(name)
    strange = [word for word in dict.fromkeys(typed.split()) if len(word) > SMALL and word not in name.split()]
    if not strange or typed.replace(" ", "") == name.replace(" ", ""):
        return False
    missing = set(name.split()).difference(typed.split())
    likest = {one: max(strange, key=lambda word: normalized_similarity(word, one)) for one in missing}
    whole = " " not in typed or " " not in name
    least = RARE if whole else COMMON
    return any(_counted().get(word, 0) > least and not _slip(word, one, whole=whole) for one, word in likest.items())


def well_spelt(word: str) -> bool:
    """Whether a word is no rare one as it is typed, so that it is hardly misspelt in two places."""
    return _counted().get(word, 0) > RARE


def _slip(word: str, meant: str, *, whole: bool) -> bool:
    """Whether a well-spelt word may yet be another: unfinished, with letters doubled or changed, of the same sound."""
    return (
        word.startswith(meant)
        or meant.startswith(word)
        or sorted(word) == sorted(meant)
        or _single(word) == _single(meant)
        or (len(word) >= LONG and sound(word) == sound(meant))
        or (not whole and _consonants(word) == _consonants(meant))  # Seven Dwarves
    )


def _consonants(word: str) -> str:
    """A word as it sounds without its vowels, which are all one sound."""
    return sound(word).replace(sound("a"), "")


def _single(word: str) -> str:
    """A word without the doubles of its letters."""
    return "".join(letter for n, letter in enumerate(word) if letter != word[n - 1 : n])


@lru_cache(maxsize=1)
def _counted() -> Mapping[str, int]:
    """How often each word is counted that is not rare; each line of the list holds one, and is read by itself."""
    packed = files("spellchecker").joinpath("resources/en.json.gz")
    with packed.open("rb") as file, gzip.open(file, "rt", encoding="utf-8") as lines:
        parted = (line.strip(" ,\n").rpartition(": ") for line in lines)
        counts = ((word.strip('"'), int(n)) for word, _, n in parted if word)
        return {word: n for word, n in counts if n > RARE}
