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

from bot.matching.normal import ARTICLES, SOUNDS, key, plain
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
        (0.44, -0.73, -5.63),
        (0.01, -0.63, -6.78, -0.19),
        (0.36, -1.77, -8.06),
        (0.33, -1.08, -7.12, -3.88, -0.66, -2.79, 0.45),
        (-1.05, -0.69, -0.21, 0.02, -0.14),
        (1.09, -11.83, 0.59),
        (0.12, -0.70, -8.95),
    ),
    shared=(4.06, 4.95, -2.30, 2.40, 0.56, -0.96, -0.02, 3.24, 0.34, 2.27, 2.01, -2.35, -1.13, 0.00, -1.76),
    stop=10.0,
)
"""For text that is meant to be a title."""
UNFINISHED = Weights(
    ways=(
        (-0.51, -0.71, -7.26),
        (-0.56, -0.50, -7.83, -0.78),
        (-0.34, -14.42, 0.46),
        (1.90, -1.96, 1.22, -0.69, 0.31, -1.13, 0.00),
        (0.65, -0.60, -0.09, 0.26, -0.51),
        (0.43, -12.02, -0.70),
        (-0.95, -0.63, -9.45),
    ),
    shared=(-0.23, 0.99, 0.29, 2.04, 0.28, 0.45, 0.03, 3.08, 0.78, 4.81, 0.14, -0.74, -3.17, 0.63, 1.5),
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

    beginning = part = NEVER
    if size > size_typed:
        edits = min(OSA.distance(typed, name[:size_typed]), OSA.distance(key_typed, key_name[: len(key_typed)]) + 0.3)
        at_word = edits < 1 and name[size_typed] == " "
        before_last = reading.plain[:-1] == tuple(short[: len(reading.plain) - 1])
        stopped = abs(log(size / size_typed) - 0.5)  # most often somewhat after the middle
        beginning = (1, min(edits, 5), stopped, stopped**2, at_word, article, before_last)
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
    edits = OSA.distance(key_typed.translate(SOUNDS), key_name.translate(SOUNDS))
    hearing = (1, min(edits, 8), edits / size_keys)

    apart = abs(reading.year - year) if reading.year and year else -1
    return (typing, rewriting, ordering, beginning, omitting, part, hearing), (
        2 * same / both,
        common / reading.letters,
        common / sum(map(len, set(short))),
        ratio(reading.ordered, ordered) / 100,
        key_typed[0] == key_name[0],
        reading.numbers != list(filter(str.isdigit, short)),
        len(short) == len(reading.plain) + 1 and common == reading.letters,
        key_typed in key_name,
        log(1 + popularity),
        apart == 0,
        apart == 1,
        apart > 1 or (apart < 0 and reading.year is not None),
        reading.dropped > 0,
        reading.people > 0,
        key_typed == key_name,
    )


def likelihood(measures: tuple[tuple[Measures, ...], Measures], weights: Weights) -> float:
    """The logarithm of how likely the name is, up to a constant."""
    ways, shared = measures
    total = sum([exp(sum(map(mul, way, worth))) for way, worth in zip(ways, weights.ways, strict=True) if way])
    return float(log(total) + sum(map(mul, shared, weights.shared)))


CERTAINTY = (-3.64, 0.27, -5.02, -0.04, -1.71, 0.75, 0.20, -8.0, -3.0)
"""What the measures of `evidence` are worth for being the name that was meant.

The last two, for another year and for initials, are set by hand so that such a film is asked about, never answered."""
LEAD = 1.37
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
        common = words.intersection(name.split())
        if common:
            letters = sum(map(len, common))
            hope += letters * (of_typed - 8.0 / (len(name) - name.count(" ")))
        if name.startswith(typed):
            hope += 4 - 0.5 * stop * abs(log(len(name) / size) - 0.5)
        hopes[row] = hope
    return hopes
