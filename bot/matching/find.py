"""The index of films, people or characters, and its verdict on what was typed.

How a title is found: `reading.py` says what the text may mean; `candidates.py` gathers the names that look like it, from the shelf
(`shelf.py`, built once by `build.py`) and from what was added since (`additions.py`); `ranking.py` says how likely each of them
is; here the likelihoods become scores and a verdict.
"""

import json
import os
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from math import exp
from pathlib import Path
from typing import Self

from bot.matching.additions import Additions
from bot.matching.candidates import Fit, Names, fits
from bot.matching.ranking import FINISHED, UNFINISHED, Weights
from bot.matching.reading import readings
from bot.matching.shelf import FORMAT, Shelf


class Verdict(StrEnum):
    """How sure a match is."""

    EXACT = "exact"
    CLOSE = "close"
    AMBIGUOUS = "ambiguous"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is indexed: a film, a person or a character."""

    key: int
    names: Sequence[str]
    """The title first, then original and other titles."""
    year: int | None = None
    people: Sequence[str] = ()
    """Names that may stand beside the title: the directors."""
    popularity: float = 0.0


@dataclass(frozen=True, slots=True)
class Match:
    """One entry that was found; score from 0 to 100; name is the one of its names that matched."""

    key: int
    score: float
    name: str


@dataclass(frozen=True, slots=True)
class Found:
    """The matches, best first, one for each key; the first `fits` of them are genuine candidates."""

    verdict: Verdict
    matches: tuple[Match, ...]
    fits: int = 0


KNOWN = 9.0
"""The likelihood from which on a name is taken for the one that was meant."""
CLEAR = 1.0
"""How much likelier than every other entry the one that is answered about must be."""
MANY = 5000
"""Additions from which on `save` builds the shelf anew."""


class Index:
    """Names of entries, searchable; what is put or removed counts at once."""

    def __init__(self, shelf: Shelf | None = None) -> None:
        self._shelf = shelf
        self._added = Additions()
        self._hidden: set[int] = set()  # keys on the shelf that were removed or replaced

    @classmethod
    def build(cls, entries: Iterable[Entry]) -> Self:
        """An index of the entries; of two with one key the first counts."""
        from bot.matching.build import shelve  # brings numpy, which a bot that only reads a small index can do without

        return cls(shelve(entries))

    def __len__(self) -> int:
        return (len(self._shelf.keys) if self._shelf else 0) - len(self._hidden) + len(self._added.entries)

    def put(self, entry: Entry) -> None:
        """Add the entry, or replace the one of its key."""
        self.remove(entry.key)
        self._added.put(entry)

    def remove(self, key: int) -> None:
        """Forget the entry; nothing happens when there is none."""
        if key in self._added.entries:
            self._added.remove(key)
        if self._shelf and self._shelf.entry(key) is not None:
            self._hidden.add(key)

    def find(self, text: str, limit: int = 10) -> Found:
        """The entries the finished text fits best, and how sure that is."""
        ranked = self._ranked(text, FINISHED)
        matches = tuple(_match(*found) for found in ranked[:limit])
        verdict, count = _verdict([fit for _, _, fit in ranked])
        return Found(verdict, matches, min(count, len(matches)))

    def complete(self, text: str, limit: int = 25) -> list[Match]:
        """The entries the unfinished text may be the beginning of."""
        return [_match(*found) for found in self._ranked(text, UNFINISHED)[:limit]]

    def _ranked(self, text: str, weights: Weights) -> list[tuple[int, Names, Fit]]:
        asked = readings(text)
        if not asked:
            return []
        found: list[tuple[int, Names, Fit]] = []
        if self._shelf:
            found += [(key, self._shelf, fit) for key, fit in fits(self._shelf, asked, weights, self._hidden).items()]
        found += [(key, self._added, fit) for key, fit in fits(self._added, asked, weights).items()]
        found.sort(key=lambda item: (item[2].rank, -item[0]), reverse=True)
        return found

    def entries(self) -> Iterable[Entry]:
        """Everything in the index; people as they were normalised."""
        if shelf := self._shelf:
            for at, key in enumerate(shelf.keys):
                if key not in self._hidden:
                    yield Entry(key, shelf.names(at), shelf.years[at] or None, [shelf.people(at)], shelf.popularity[at])
        yield from self._added.entries.values()

    def save(self, path: Path) -> None:
        """Write the index to a file that `load` reads; the file is complete or not there."""
        from bot.matching.build import shelve

        if self._shelf is None or len(self._added.entries) + len(self._hidden) > max(MANY, len(self) // 8):
            self._shelf, self._added, self._hidden = shelve(self.entries()), Additions(), set()
        added = [asdict(entry) for entry in self._added.entries.values()]
        changes = json.dumps({"added": added, "hidden": sorted(self._hidden)}).encode()
        changes += b" " * (-len(changes) % 8)
        parts = [len(changes).to_bytes(8, "little"), changes, *self._shelf.dump()]
        check = 0
        for part in parts:
            check = zlib.crc32(part, check)
        beside = path.with_name(path.name + ".new")
        with beside.open("wb") as file:
            file.write(f"{FORMAT} {check:08x}\n".encode().rjust(32))
            file.writelines(parts)
        os.replace(beside, path)

    @classmethod
    def load(cls, path: Path) -> Self:
        """The index a file holds; ValueError when the file is damaged or of another format."""
        data = memoryview(path.read_bytes())
        if bytes(data[:32]) != f"{FORMAT} {zlib.crc32(data[32:]):08x}\n".encode().rjust(32):
            raise ValueError(f"{path.name} is damaged or no index of this version")
        size = int.from_bytes(data[32:40], "little")
        changes = json.loads(bytes(data[40 : 40 + size]))
        index = cls(Shelf.restore(data[40 + size :]))
        for entry in changes["added"]:
            index._added.put(Entry(**entry))
        index._hidden = set(changes["hidden"])
        return index


def _match(key: int, names: Names, fit: Fit) -> Match:
    score = 100.0 if fit.same else min(99.9, 100 / (1 + exp((KNOWN - fit.likelihood) / 2)))
    return Match(key, round(score, 2), names.name(fit.row))


def _verdict(ranked: Sequence[Fit]) -> tuple[Verdict, int]:
    """The verdict on entries, best first, and how many of them it is about."""
    same = [fit for fit in ranked if fit.same]
    titles = [fit for fit in same if fit.title]
    if same:
        count = len(titles) or len(same)
        return (Verdict.EXACT, 1) if count == 1 else (Verdict.AMBIGUOUS, count)
    if not ranked or ranked[0].likelihood < KNOWN:
        return Verdict.NONE, 0
    close = sum(fit.likelihood > ranked[0].likelihood - CLEAR for fit in ranked)
    return (Verdict.CLOSE, 1) if close == 1 else (Verdict.AMBIGUOUS, close)
