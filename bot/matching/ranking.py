"""How well a reading of what was typed explains a name.

Each usual way of mistyping is measured by itself (`ways`): typing errors, another article or numeral, words in another order, only
the beginning, words missing, only the subtitle, spelling by ear. A way's measures times its weights say how likely it is; a name is
as likely as its ways together. What no single way explains (`shared`: likeness, year, how well known the film is) is added.
The weights were fitted to mistyped titles by `tests/benchmarks/fit.py`.
"""

from dataclasses import dataclass
from math import exp, log
from operator import mul

from rapidfuzz.distance import OSA, Indel
from rapidfuzz.fuzz import ratio, token_set_ratio

from bot.matching.normal import ARTICLES, key, plain
from bot.matching.reading import Reading

Measures = tuple[float, ...]
NEVER: Measures = ()
"""The measures of a way that cannot have led from the name to what was typed."""
_SOUND = str.maketrans("cqzvwyaeiou", "kksfuaaaaaa")


@dataclass(frozen=True, slots=True)
class Weights:
    """What the measures of each way, and those shared by all, are worth; the first number of a way is for taking it at all."""

    ways: tuple[Measures, ...]
    shared: Measures


FINISHED = Weights(
    ways=(
        (0.6, -0.93, -5.66),
        (0.23, -0.79, -7.5, -2.03),
        (1.13, -0.2, -10.19),
        (0.35, -1.28, -18.77, -0.32, -0.69, 0.84),
        (-0.59, -0.92, -0.11, -0.14, -0.28),
        (0.37, -3.67, -6.71),
        (-0.77, -0.7, -9.03),
    ),
    shared=(2.86, 6.35, 2.04, 0.0, -0.67, 0.88, 2.48, 0.24, 7.43, -0.77, -0.99, -2.68, 4.0),
)
"""For text that is meant to be a title."""
UNFINISHED = Weights(
    ways=(
        (0.6, -0.93, -5.66),
        (0.23, -0.79, -7.5, -2.03),
        (1.13, -0.2, -10.19),
        (0.35, -1.28, -18.77, -0.32, -0.69, 0.84),
        (-0.59, -0.92, -0.11, -0.14, -0.28),
        (0.37, -3.67, -6.71),
        (-0.77, -0.7, -9.03),
    ),
    shared=(2.86, 6.35, 2.04, 0.0, -0.67, 0.88, 2.48, 0.24, 7.43, -0.77, -0.99, -2.68, 4.0),
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
        beginning = (1, min(edits, 5), (log(size / size_typed) - 0.5) ** 2, at_word, article, before_last)
    same = (size_typed + size - Indel.distance(typed, name)) / 2
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
    edits = OSA.distance(key_typed.translate(_SOUND), key_name.translate(_SOUND))
    hearing = (1, min(edits, 8), edits / size_keys)

    apart = abs(reading.year - year) if reading.year and year else -1
    return (typing, rewriting, ordering, beginning, omitting, part, hearing), (
        ratio(typed, name) / 100,
        token_set_ratio(reading.plain_text, " ".join(short)) / 100,
        ratio(reading.ordered, ordered) / 100,
        key_typed[0] == key_name[0],
        reading.numbers != [word for word in short if word.isdigit()],
        len(short) == len(reading.plain) + 1 and common == reading.letters,
        key_typed in key_name,
        log(1 + popularity),
        apart == 0,
        apart == 1,
        apart > 1 or (apart < 0 and reading.year is not None),
        reading.dropped > 0,
        reading.people > 0,
    )


def likelihood(measures: tuple[tuple[Measures, ...], Measures], weights: Weights) -> float:
    """The logarithm of how likely the name is, up to a constant."""
    ways, shared = measures
    total = sum([exp(sum(map(mul, way, worth))) for way, worth in zip(ways, weights.ways, strict=True) if way])
    return float(log(total) + sum(map(mul, shared, weights.shared)))


def rough(reading: Reading, text: str) -> float:
    """A quick likeness of a name in marked form, to leave out what has no hope."""
    name = text.replace(":", " ")
    return (
        max(ratio(reading.text, name), 0.97 * ratio(reading.all_sorted, " ".join(sorted(name.split()))))
        + 0.35 * token_set_ratio(reading.text, name)
        + 15 * name.startswith(reading.text)
    )
