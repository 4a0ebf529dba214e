"""What a text names besides films and people: genres and years."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz, process

_DECADE = re.compile(r"\b(?P<century>18|19|20)?(?P<decade>\d0)(?:['’]?s)\b")
_YEAR = re.compile(r"\b(?:18[7-9]|19\d|20\d)\d\b")
_SHORT_CENTURY = 30  # '20s and before are of the 2000s, '30s to '90s of the 1900s
_ALIKE = 84
_SAYS_NOTHING = frozenset(
    "a an any some one ones the film films movie movies flick picture something anything random please me us to from of"
    " in for with watch see good great nice old classic tonight today now year decade genre kind".split()
)
_EVERYDAY = {
    "scifi": "science fiction",
    "sci fi": "science fiction",
    "sci-fi": "science fiction",
    "funny": "comedy",
    "scary": "horror",
    "animated": "animation",
    "cartoon": "animation",
    "romantic": "romance",
    "love": "romance",
    "biopic": "biography",
    "historical": "history",
    "suspense": "thriller",
    "kids": "family",
}
"""What people say for a genre."""


def years(text: str) -> tuple[int, int] | None:
    """First and last year of the decade (`the 80s`, `1980s`) or year that a text names."""
    if match := _DECADE.search(text):
        decade = int(match["decade"])
        century = int(match["century"] or (20 if decade < _SHORT_CENTURY else 19)) * 100
        return century + decade, century + decade + 9
    if match := _YEAR.search(text):
        return int(match[0]), int(match[0])
    return None


def genre(text: str, genres: Sequence[str]) -> tuple[str | None, str]:
    """The genre a text names, in spite of plurals and typing errors, and the words that named it ("" for none)."""
    words = re.findall(r"[\w-]+", text.lower())
    spoken = {genre.lower(): genre for genre in reversed(genres)}
    spoken |= {said: spoken[meant] for said, meant in _EVERYDAY.items() if meant in spoken}
    best: tuple[float, str | None, str] = (0.0, None, "")
    for run in (words[start : start + n] for n in (2, 1) for start in range(len(words) - n + 1)):
        said = " ".join([*run[:-1], _singular(run[-1])])
        match = process.extractOne(said, spoken.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
        if match and match[1] > best[0]:
            best = match[1], spoken[match[0]], " ".join(run)
    return best[1:]


def not_understood(text: str, understood: str) -> str:
    """What is left of a wish without the words understood, years and words that say nothing."""
    rest = _YEAR.sub(" ", _DECADE.sub(" ", text.lower()))
    said = {*understood.split(), *_SAYS_NOTHING}
    return " ".join(word for word in re.findall(r"[\w-]+", rest) if word not in said)


def _singular(word: str) -> str:
    return re.sub(r"(?<=\w\w)(?:(ie)s|(?<=[a-rt-z])s)$", lambda match: "y" if match[1] else "", word)
