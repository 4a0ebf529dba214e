"""How well a reading of what was typed explains a name.

Each usual way of mistyping is measured by itself: typing errors, another article or numeral, words in another order,
only the beginning (or just three fifths of it), one word missing or several, only the subtitle, spelling by ear. A
way's measures times its weights say how likely it is; a name is as likely as its ways together. What no single way
explains (likeness as a whole, the year, how well known the film is) is shared by all and added.
`tests/benchmarks/fit.py` fits the weights to mistyped titles.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from operator import mul
from typing import NamedTuple

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
        (3.58, -2.43, -6.36, 0.61),
        (-0.88, -0.63, -15.30, -1.15),
        (1.31, 5.37, -23.94),
        (0.62, -3.62, -3.80, 2.02, -0.38, -1.71, -0.17, -1.34, 4.38),
        (4.57, 3.51, -4.03, -2.65),
        (0.68, 5.01, -1.50, -4.08),
        (-1.86, -2.42, -0.15, -0.15, -0.22),
        (6.22, -51.88, -4.49, -2.66),
        (-1.91, -2.77, -10.95),
    ),
    shared=(
        *(3.38, 2.38, -0.32, 1.98, 0.09, -0.69, -0.84, 0.41, 0.83),
        *(2.39, -4.13, -9.00, -3.12, -4.57, -10.34, -1.41, -3.07, -1.61, 3.21),
    ),
    stop=10.0,
)
"""For text that is meant to be a title."""
UNFINISHED = Weights(
    ways=(
        (0.43, -1.03, -8.80, -0.10),
        (0.52, -0.85, -5.92, -0.49),
        (-0.49, -14.42, 1.11),
        (3.31, -2.45, 0.51, -0.93, -0.29, -0.80, -0.29, -1.16, -2.88),
        (0.46, -3.20, -5.33, -0.51),
        (0.51, -1.97, -2.64, -3.82),
        (0.45, -2.63, -0.14, 0.03, 0.23),
        (0.50, -18.56, 0.97, 0.00),
        (-2.57, -0.87, -11.71),
    ),
    shared=(
        *(-1.21, 3.51, 0.87, 2.30, 0.61, 0.40, -0.34, 2.94, 1.58),
        *(6.41, -0.87, -3.04, -4.06, 0.00, -10.00, 0.21, 0.00, 0.00, -0.35),
    ),
    stop=0.5,
)
"""For text that is still being typed."""


def asked(popularity: float) -> float:
    """How often a film is asked for, by its popularity as a multiple of the mean; a third ask for all films alike."""
    return 1 + 2 * popularity


def measure(reading: Reading, text: str, length: int, year: int, fame: float) -> tuple[tuple[Measures, ...], Measures]:
    """The measures of every way and the shared ones, for a name in marked form.

    `length` is that of the name as it was given, `year` its entry's (0: not known), `fame` the logarithm of how often
    it is asked for.
    """
    typed, name = reading.text, text.replace(":", " ")
    words = name.split()
    short = plain(words)
    key_typed, key_name = reading.key, "".join(short)
    size_typed, size = len(typed), len(name)
    size_keys = max(len(key_typed), len(key_name))
    led = reading.words[0] in ARTICLES
    article = led != (words[0] in ARTICLES)
    ordered = " ".join(sorted(short))
    common = sum(map(len, reading.word_set.intersection(short)))

    edits: float = OSA.distance(typed, name)
    typing = (1, min(edits, 8), edits / max(size_typed, size), max(-2, min(size - size_typed, 2)))
    edits = OSA.distance(key_typed, key_name)
    rewriting = (1, min(edits, 8), edits / size_keys, article)
    edits = OSA.distance(reading.ordered, ordered)
    ordering = (1, edits / max(len(reading.ordered), len(ordered)), reading.all_ordered != sorted(words))

    of_typed, of_name = common / reading.letters, common / sum(map(len, set(short)))
    both = size_typed + size
    same = (both - Indel.distance(typed, name)) / 2
    likeness = 2 * same / both
    beginning = stopping = skipping = part = NEVER
    if size > size_typed:
        edits = min(OSA.distance(typed, name[:size_typed]), OSA.distance(key_typed, key_name[: len(key_typed)]) + 0.3)
        at_word = edits < 1 and name[size_typed] == " "
        before_last = reading.plain[:-1] == tuple(short[: len(reading.plain) - 1])
        stopped = abs(log(size / size_typed) - 0.5)  # most often somewhat after the middle
        beginning = (1, min(edits, 5), stopped, stopped**2, at_word, article, before_last, of_typed, of_name)
        if edits == 0 and abs(0.6 * length - (reading.length or size_typed) - at_word / 2) <= 0.5 + at_word / 2:
            stopping = (1, of_typed, of_name, at_word)
        if len(words) == len(reading.words) + 1 and Indel.distance(reading.words, words) == 1:
            skipping = (1, log(len(words)), likeness, of_name)
    omitting = (
        1,
        min(size_typed - same, 8),
        min(size - same, 16),
        abs(len(short) - len(reading.plain)),
        reading.letters - common,
    )
    if ":" in text:
        parts = [p.split() for p in text.split(":")]
        keys = [(key(p), led and reading.words[0] != p[0]) for p in parts]
        near, added, part_size = min([(OSA.normalized_distance(key_typed, p), a, len(p)) for p, a in keys])
        part = (1, near, part_size / len(key_name), added)
    edits = OSA.distance(reading.sound, sound(key_name))
    hearing = (1, min(edits, 8), edits / size_keys)

    apart = abs(reading.year - year) if reading.year and year else -1
    return (typing, rewriting, ordering, beginning, stopping, skipping, omitting, part, hearing), (
        likeness,
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
        reading.people and 1 - same / max(size, size_typed),
        led and words[0] not in ARTICLES,
        led and words[0] in ARTICLES and reading.words[0] != words[0],
        foreign_article(reading, words) and not name.startswith(typed),
        key_typed == key_name or typed.replace(" ", "") == name.replace(" ", ""),
    )


def foreign_article(reading: Reading, name: Sequence[str]) -> bool:
    """Whether the text ends in an article, as one that was moved there does, which is not the name's."""
    if reading.moved:
        return reading.words[0] != name[0]
    last = reading.words[-1]
    return len(reading.words) > 1 and last in ARTICLES and last not in name


def likelihood(measures: tuple[tuple[Measures, ...], Measures], weights: Weights) -> float:
    """The logarithm of how likely the name is, up to a constant."""
    ways, shared = measures
    total = sum([exp(sum(map(mul, way, worth))) for way, worth in zip(ways, weights.ways, strict=True) if way])
    return float(log(total) + sum(map(mul, shared, weights.shared)))


CERTAINTY = (-3.55, 0.36, -3.78, 0.5, -2.24, 0.64, 0.2, -2.07, -3.63, -8.0, -4.84)
"""What the measures of `evidence` are worth for being the name that was meant.

The last two, for another year and for initials, are set by hand so that such a film is asked about, never answered."""
LEAD = 0.83
"""What the lead over the next likely name is worth beside them."""
FAR = 6.0
"""A lead, or a lag, counts up to so much: among few films it is always large."""


def evidence(
    reading: Reading,
    text: str,
    measures: tuple[tuple[Measures, ...], Measures],
    likely: float,
    known: Collection[str],
) -> Measures:
    """What tells a name that was meant from the likeliest of many that were not; `known` words stand in some name."""
    (typing, rewriting, ordering, *_, part, _), shared = measures
    edits = min(typing[2], rewriting[2], ordering[1], *part[1:2])
    typed, joined = len(reading.text), text.replace(":", "").replace(" ", "")
    longer = max(0.0, log(typed / len(text)))
    foreign = sum([len(word) for word in known if word in reading.word_set and word not in joined])
    return (
        *(1, likely, edits, log(typed), shared[5], longer, len(reading.plain)),
        *(shared[2], foreign / reading.letters, shared[11], reading.guessed),
    )


def certainty(evidence: Measures) -> float:
    """How surely a name was meant, without regard to others: the logarithm of the odds."""
    return float(sum(map(mul, evidence, CERTAINTY)))


class Rough(NamedTuple):
    """What the rough comparison of a name with a reading is worth, fitted by `tests/benchmarks/roughly.py`."""

    ratio: float
    sorted_ratio: float
    of_typed: float
    of_name: float
    begun: float
    stops_elsewhere: float
    stops_after_three_fifths: float
    at_a_word: float
    word_missing: float
    inside: float


ROUGH = Rough(0.142, 0.054, 9.6, -4.7, 2.4, -0.6, 0.12, 2.1, 3.2, -1.7)


def rough(reading: Reading, names: Mapping[Row, str], stop: float) -> dict[Row, float]:
    """About how likely each of the names in normal form is, up to a constant, at a fraction of what `measure` takes."""
    words, typed, size = set(reading.words), reading.text, len(reading.text)
    of_typed, gaps, inside = ROUGH.of_typed / reading.all_letters, len(reading.words), f" {typed}"
    hopes = {row: ROUGH.ratio * score for _, score, row in extract(typed, names, scorer=ratio, limit=None)}
    for name, score, row in extract(typed, names, scorer=token_sort_ratio, limit=None):
        hope = hopes[row] + ROUGH.sorted_ratio * score
        begun = name.startswith(typed)
        common = words if begun else words.intersection(name.split())
        if common:
            letters = sum(map(len, common))
            spaces = name.count(" ")
            hope += letters * (of_typed + ROUGH.of_name / (len(name) - spaces))
        if begun:
            hope += ROUGH.begun + ROUGH.stops_elsewhere * stop * abs(log(len(name) / size) - 0.5)
            if abs(0.6 * len(name) - size) < 0.7:
                hope += ROUGH.stops_after_three_fifths * stop
            if name[size : size + 1] == " ":
                hope += ROUGH.at_a_word
        elif common:
            if spaces == gaps and len(common) == len(words):  # one word is missing
                hope += ROUGH.word_missing
            if inside in name:
                hope += ROUGH.inside
        hopes[row] = hope
    return hopes
