"""Ranking and verdict: from a typed title to the films it fits."""

import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Self

from rapidfuzz import fuzz, process

from bot.matching.normal import normal


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
    year: int | None = None
    people: Sequence[str] = ()
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


class Index:
    """Names of entries, searchable."""

    def __init__(self) -> None:
        self._entries: dict[int, Entry] = {}
        self._names: dict[tuple[int, int], str] = {}

    @classmethod
    def build(cls, entries: Iterable[Entry]) -> Self:
        """An index of the entries."""
        index = cls()
        for entry in entries:
            index.put(entry)
        return index

    def __len__(self) -> int:
        return len(self._entries)

    def put(self, entry: Entry) -> None:
        """Add the entry, or replace the one of its key."""
        self.remove(entry.key)
        self._entries[entry.key] = entry
        for at, name in enumerate(entry.names):
            self._names[entry.key, at] = normal(name)

    def remove(self, key: int) -> None:
        """Forget the entry; nothing happens when there is none."""
        entry = self._entries.pop(key, None)
        for at in range(len(entry.names) if entry else 0):
            del self._names[key, at]

    def find(self, text: str, limit: int = 10) -> Found:
        """The entries the finished text fits best."""
        matches = self._matches(text, limit)
        equal = [m for m in matches if m.score == 100]
        if len(equal) == 1:
            return Found(Verdict.EXACT, tuple(matches), 1)
        if equal:
            return Found(Verdict.AMBIGUOUS, tuple(matches), len(equal))
        if matches and matches[0].score >= 80:
            return Found(Verdict.CLOSE, tuple(matches), 1)
        return Found(Verdict.NONE, tuple(matches))

    def complete(self, text: str, limit: int = 25) -> list[Match]:
        """The entries the unfinished text may be the beginning of."""
        return self._matches(text, limit)

    def _matches(self, text: str, limit: int) -> list[Match]:
        query, best = normal(text), dict[int, Match]()
        words, _, last = query.rpartition(" ")
        year = int(last) if words and last.isdigit() and len(last) == 4 else None
        for name, score, (key, at) in process.extract(query, self._names, scorer=fuzz.WRatio, limit=limit * 4):
            entry = self._entries[key]
            points = 100.0 if name == query else min(score, 99.0)
            if year and entry.year == year and name == words:
                points = 100.0
            if key not in best or points > best[key].score:
                best[key] = Match(key, points, entry.names[at])
        ranked = sorted(best.values(), key=lambda m: (-m.score, -self._entries[m.key].popularity, m.key))
        return ranked[:limit]

    def save(self, path: Path) -> None:
        """Write the index to a file that `load` reads."""
        rows = [asdict(entry) for entry in self._entries.values()]
        path.write_bytes(zlib.compress(json.dumps({"format": 0, "entries": rows}).encode(), 1))

    @classmethod
    def load(cls, path: Path) -> Self:
        """The index a file holds; a damaged or old file raises ValueError."""
        try:
            saved = json.loads(zlib.decompress(path.read_bytes()))
            if saved["format"] != 0:
                raise ValueError("another format")
            return cls.build(Entry(**row) for row in saved["entries"])
        except (zlib.error, KeyError, TypeError) as error:
            raise ValueError(f"{path.name} is no index: {error}") from error
