"""What a text names besides films and people: genres and years."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz, process

_DECADE = re.compile(r"\b(?P<century>18|19|20)?(?P<decade>\d0)(?:['’]?s)\b")
_YEAR = re.compile(r"\b(?:18[7-9]|19\d|20\d)\d\b")
_SHORT_CENTURY = 30  # '20s and before are of the 2000s, '30s to '90s of the 1900s
_ALIKE = 84
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


def genre(text: str, genres: Sequence[str]) -> str | None:
    """The genre a text names, in spite of plurals and small typing errors."""
    words = re.findall(r"[\w-]+", text.lower())
    spoken = {genre.lower(): genre for genre in reversed(genres)}
    spoken |= {said: spoken[meant] for said, meant in _EVERYDAY.items() if meant in spoken}
    runs = [" ".join(words[i : i + n]) for n in (2, 1) for i in range(len(words) - n + 1)]
    best: tuple[float, str | None] = (0.0, None)
    for run in runs:
        match = process.extractOne(run, spoken.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
        if match and match[1] > best[0]:
            best = match[1], spoken[match[0]]
    return best[1]
