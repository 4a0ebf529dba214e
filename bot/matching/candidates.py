"""Which names are worth comparing with what was typed: every way to rows that a shelf or the additions have, together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import Protocol

from bot.matching.normal import key
from bot.matching.ranking import Weights, likelihood, measure, rough
from bot.matching.reading import Reading, without_people


class Names(Protocol):
    """What a shelf and the additions share: columns by row or entry, and ways from text to rows."""

    @property
    def keys(self) -> Sequence[int]: ...
    @property
    def years(self) -> Sequence[int]: ...
    @property
    def popularity(self) -> Sequence[float]: ...
    @property
    def owner(self) -> Sequence[int]: ...
    def text(self, row: int) -> str: ...
    def name(self, row: int) -> str: ...
    def people(self, entry: int) -> str: ...
    def is_title(self, row: int) -> bool: ...
    def equal(self, key: str) -> Sequence[int]: ...
    def near(self, key: str) -> Sequence[int]: ...
    def begins(self, text: str, limit: int) -> Sequence[int]: ...
    def similar(self, words: str, limit: int) -> Sequence[int]: ...


@dataclass(frozen=True, slots=True)
class Fit:
    """How well an entry fits: its best row, the likelihood, and whether a reading is one of its names letter by letter."""

    row: int
    likelihood: float
    same: bool
    same_key: bool
    title: bool


LIKE, BEGUN, KEPT = 90, 48, 32
"""Rows taken from the similar ones, from those that begin alike, and kept after a rough comparison."""


def fits(names: Names, readings: Sequence[Reading], weights: Weights, hidden: Iterable[int] = ()) -> dict[int, Fit]:
    """The entries worth considering, by their keys."""
    sure, rows = _rows(names, readings, weights)
    texts = {row: names.text(row) for row in {*sure, *rows}}
    spoken = {reading.words: reading for reading in (readings[0], readings[-1])}.values()
    likely = nlargest(KEPT, texts, key=lambda row: max([rough(reading, texts[row]) for reading in spoken]))
    found: dict[int, Fit] = {}
    for row in {*likely, *sure[:BEGUN]}:
        entry = names.owner[row]
        if names.keys[entry] in hidden:
            continue
        fit = _fit(names, row, texts[row], readings, weights)
        known = found.get(names.keys[entry])
        if known is None or (fit.same, fit.same and fit.title, fit.likelihood) > (
            known.same,
            known.same and known.title,
            known.likelihood,
        ):
            found[names.keys[entry]] = fit
    return found


def _rows(names: Names, readings: Sequence[Reading], weights: Weights) -> tuple[list[int], list[int]]:
    """Rows that must be looked at, and rows that may be."""
    sure: dict[int, None] = {}
    rows: dict[int, None] = {}
    for reading in readings:
        sure.update(dict.fromkeys(names.equal(reading.key)))
        rows.update(dict.fromkeys(names.near(reading.key)))
    first = readings[0]
    if len(first.words) == 1:
        rows.update(dict.fromkeys(names.equal("#" + first.key)))
    for cut in range(1, min(4, len(first.words))):
        for title, rest in ((first.words[:-cut], first.words[-cut:]), (first.words[cut:], first.words[:cut])):
            for row in names.equal(key(title)):
                if not set(rest).isdisjoint(names.people(names.owner[row]).split()):
                    sure[row] = None
    for words in dict.fromkeys([first.plain_text, readings[-1].plain_text]):
        rows.update(dict.fromkeys(names.similar(words, LIKE)))
    rows.update(dict.fromkeys(names.begins(first.text, BEGUN)))
    return list(sure), list(rows)


def _fit(names: Names, row: int, text: str, readings: Sequence[Reading], weights: Weights) -> Fit:
    entry = names.owner[row]
    year, popularity, people = names.years[entry], names.popularity[entry], names.people(entry)
    if people:
        named = frozenset(people.split())
        if not named.isdisjoint(readings[0].words):
            readings = [*readings, *[r for r in [without_people(r, named) for r in readings] if r]]
    plain = text.replace(":", " ")
    same = same_key = False
    best = float("-inf")
    for reading in readings:
        value = likelihood(measure(reading, text, year, popularity), weights)
        best = max(best, value)
        if reading.dropped == 0 and (reading.year is None or abs(reading.year - year) == 0):
            same = same or reading.text == plain
            same_key = same_key or reading.key == key(plain.split())
    return Fit(row, best, same, same_key, names.is_title(row))
