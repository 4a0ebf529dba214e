"""How well a reading of what was typed explains a name.

Each usual way of mistyping is measured by itself: typing errors, another article or numeral, words in another order,
only the beginning, words missing, only the subtitle, spelling by ear. A way's measures times its weights say how likely
it is; a name is as likely as its ways together. What no single way explains (likeness as a whole, the year, how well
known the film is) is shared by all and added. `tests/benchmarks/fit.py` fits the weights to mistyped titles.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, log
from operator import mul

from rapidfuzz.distance import OSA, Indel
from rapidfuzz.fuzz import ratio, token_sort_ratio
from rapidfuzz.process import extract

from bot.matching.normal import ARTICLES, key, plain, sound
from bot.matching.reading import Reading

Row = int
Measures = tuple[float, ...]
NEVER: Measures = ()
"""The measures of a way that cannot have led from the name to what was typed."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What the measures of each way and the shared ones are worth; the first of a way is for taking it at all."""

    ways: tuple[Measures, ...]
    shared: Measures
    stop: float
    """How surely the text stops somewhat after the middle of a name that begins with it."""


FINISHED = Weights(
    ways=(
        (0.33, -0.71, -5.62),
        (0.42, -0.71, -7.58, -0.02),
        (0.05, -1.90, -7.61),
        (0.33, -1.08, -6.65, -3.36, -0.47, -1.58, 0.97, -0.21, -2.03, 0.10),
        (-1.07, -0.73, -0.23, -0.02, -0.15),
        (0.89, -12.22, 0.25),
        (-0.12, -0.71, -10.18),
    ),
    shared=(3.96, 6.05, -3.95, 2.56, 0.31, -1.33, 0.96, 1.96, 0.35, 4.03, 0.76, -2.65, -1.33, -0.28, -0.08),
    stop=10.0,
)
"""For text that is meant to be a title."""
UNFINISHED = Weights(
    ways=(
        (-0.46, -0.64, -5.61),
        (-0.55, -0.52, -5.95, -0.49),
        (0.17, -11.22, 0.24),
        (2.04, -1.88, 1.76, -1.17, -0.03, -1.02, 0.84, -0.30, -3.59, 0.04),
        (0.27, -1.78, -0.07, 0.27, 0.14),
        (0.37, -7.17, -6.12),
        (-1.24, -0.63, -8.74),
    ),
    shared=(-0.10, 2.54, 1.15, 3.03, 0.40, 0.23, -0.11, 2.61, 0.39, 6.07, -0.00, -0.94, -2.09, -0.43, 1.5),
    stop=0.5,
)
"""For text that is still being typed."""


def measure(reading: Reading, text: str, year: int, popularity: float) -> tuple[tuple[Measures, ...], Measures]:
    """The measures of every way and the shared ones, for a name in marked form and its entry's year (0: not known)."""
    typed, name = reading.text, text.replace(":", " ")
    words = name.split()
    short = plain(words)
    key_typed, key_name = reading.key, "".join(short)
    size_typed, size = len(typed), len(name)
    size_keys = max(len(key_typed), len(key_name))
    article = (reading.words[0] in ARTICLES) != (words[0] in ARTICLES)
    ordered = " ".join(sorted(short))
    common = sum(map(len, reading.word_set.intersection(short)))

    edits: float = OSA.distance(typed, name)
    typing = (1, min(edits, 8), edits / max(size_typed, size))
    edits = OSA.distance(key_typed, key_name)
    rewriting = (1, min(edits, 8), edits / size_keys, article)
    edits = OSA.distance(reading.ordered, ordered)
    ordering = (1, edits / max(len(reading.ordered), len(ordered)), reading.all_ordered != sorted(words))

    fame = log(1 + popularity)
    of_typed, of_name = common / reading.letters, common / sum(map(len, set(short)))
    beginning = part = NEVER
    if size > size_typed:
        edits = min(OSA.distance(typed, name[:size_typed]), OSA.distance(key_typed, key_name[: len(key_typed)]) + 0.3)
        at_word = edits < 1 and name[size_typed] == " "
        before_last = reading.plain[:-1] == tuple(short[: len(reading.plain) - 1])
        stopped = abs(log(size / size_typed) - 0.5)  # most often somewhat after the middle
        beginning = (1, min(edits, 5), stopped, stopped**2, at_word, article, before_last, of_typed, of_name, fame)
    both = size_typed + size
    same = (both - Indel.distance(typed, name)) / 2
    omitting = (
        1,
        min(size_typed - same, 8),
        min(size - same, 16),
        abs(len(short) - len(reading.plain)),
        reading.letters - common,
    )
    if ":" in text:
        parts = [key(p.split()) for p in text.split(":")]
        near, part_size = min([(OSA.normalized_distance(key_typed, p), len(p)) for p in parts])
        part = (1, near, part_size / len(key_name))
    edits = OSA.distance(reading.sound, sound(key_name))
    hearing = (1, min(edits, 8), edits / size_keys)

    apart = abs(reading.year - year) if reading.year and year else -1
    return (typing, rewriting, ordering, beginning, omitting, part, hearing), (
        2 * same / both,
        of_typed,
        of_name,
        ratio(reading.ordered, ordered) / 100,
        key_typed[0] == key_name[0],
        reading.numbers != list(filter(str.isdigit, short)),
        len(short) == len(reading.plain) + 1 and common == reading.letters,
        f" {typed}" in f" {name}",
        fame,
        apart == 0,
        apart == 1,
        apart > 1 or (apart < 0 and reading.year is not None),
        reading.dropped > 0,
        reading.people > 0,
        key_typed == key_name or typed.replace(" ", "") == name.replace(" ", ""),
    )


def likelihood(measures: tuple[tuple[Measures, ...], Measures], weights: Weights) -> float:
    """The logarithm of how likely the name is, up to a constant."""
    ways, shared = measures
    total = sum([exp(sum(map(mul, way, worth))) for way, worth in zip(ways, weights.ways, strict=True) if way])
    return float(log(total) + sum(map(mul, shared, weights.shared)))


CERTAINTY = (-2.24, 0.29, -6.01, -0.15, -1.26, -1.38, 0.07, -8.0, -3.0)
"""What the measures of `evidence` are worth for being the name that was meant.

The last two, for another year and for initials, are set by hand so that such a film is asked about, never answered."""
LEAD = 1.24
"""What the lead over the next likely name is worth beside them."""
FAR = 4.0
"""A lead, or a lag, counts up to so much: among few films it is always large."""


def evidence(reading: Reading, text: str, measures: tuple[tuple[Measures, ...], Measures], likely: float) -> Measures:
    """What tells a name that was meant from the likeliest of many that were not."""
    (typing, rewriting, ordering, _, _, part, _), shared = measures
    edits = min(typing[2], rewriting[2], ordering[1], *part[1:2])
    typed = len(reading.text)
    shorter = max(0.0, log(typed / len(text)))
    return (1, likely, edits, log(typed), shared[5], shorter, len(reading.plain), shared[11], reading.guessed)


def certainty(evidence: Measures) -> float:
    """How surely a name was meant, without regard to others: the logarithm of the odds."""
    return float(sum(map(mul, evidence, CERTAINTY)))


def rough(reading: Reading, names: Mapping[Row, str], stop: float) -> dict[Row, float]:
    """About how likely each of the names in normal form is, up to a constant, at a fraction of what `measure` takes."""
    words, typed, size = set(reading.words), reading.text, len(reading.text)
    of_typed = 14.8 / reading.all_letters
    hopes = {row: 0.115 * score for _, score, row in extract(typed, names, scorer=ratio, limit=None)}
    for name, score, row in extract(typed, names, scorer=token_sort_ratio, limit=None):
        hope = hopes[row] + 0.087 * score
        begun = name.startswith(typed)
        common = words if begun else words.intersection(name.split())
        if common:
            letters = sum(map(len, common))
            hope += letters * (of_typed - 8.0 / (len(name) - name.count(" ")))
        if begun:
            hope += 4 - 0.5 * stop * abs(log(len(name) / size) - 0.5)
        hopes[row] = hope
    return hopes
