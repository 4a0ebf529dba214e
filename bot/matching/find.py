"""The index of films, people or characters, and its verdict on what was typed.

How a title is found: `reading.py` says what the text may mean; `candidates.py` gathers names that look like it, from
the shelf (`shelf.py`, made at once by `build.py`) and from what was put in since (`additions.py`); `ranking.py` says
how likely each of them is; here the likelihoods become scores, and `verdict.py` says how sure that is. `normal.py`,
`numerals.py` and `forms.py` hold the normal forms everything is compared in.
"""

import json
import os
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Self

from bot.matching.additions import Additions
from bot.matching.candidates import KEPT, Fit, Likeness, fits, likest
from bot.matching.forms import forms_of, parts_of
from bot.matching.names import Names
from bot.matching.normal import key, lean, normal, unordered
from bot.matching.ranking import FINISHED, UNFINISHED, Weights
from bot.matching.reading import readings
from bot.matching.shelf import FORMAT, Shelf
from bot.matching.verdict import Verdict, chance, verdict


class Entry(NamedTuple):
    """What is indexed: a film, a person or a character."""

    key: int
    names: Sequence[str]
    """The title first, then original and other titles."""
    year: int | None = None
    people: Sequence[str] = ()
    """Names that may stand beside the title: the directors."""
    popularity: float = 0.0


class Match(NamedTuple):
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


MANY_ALIKE = 250
"""Names with one key that are looked at."""
MANY = 5000
"""Additions from which on `save` builds the shelf anew."""
Ranked = tuple[int, Names, Fit]
"""The key of an entry, where its names stand, and how well it fits."""


class Index:
    """Names of entries, searchable; what is put or removed counts at once."""

    def __init__(self, shelf: Shelf | None = None, base: "Index | None" = None) -> None:
        """With a base, an index that lies over it: what is put or removed here stays as it was in the base."""
        self._base = base
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
        if self._base is not None or (self._shelf and self._shelf.entry(key) is not None):
            self._hidden.add(key)

    def find(self, text: str, limit: int = 10) -> Found:
        """The entries the finished text fits best, and how sure that is."""
        ranked = self._ranked(text, FINISHED)
        matches = _matches(ranked, limit)
        first = ranked[:KEPT]
        sure, count = verdict([fit for _, _, fit in first], [names.text(fit.row) for _, names, fit in first])
        return Found(sure, tuple(matches), min(count, len(matches)))

    def complete(self, text: str, limit: int = 25) -> list[Match]:
        """The entries the unfinished text may be the beginning of."""
        return _matches(self._ranked(text, UNFINISHED), limit)

    def called(self, text: str) -> list[Match]:
        """The entries called so, but for numerals and spaces, or for articles, the best known first.

        The score is 100 where a whole name is the text, and 90 where it is the part before or after a colon.
        """
        words = normal(text).split()
        own, told = key(words), lean(words)
        found: dict[int, tuple[float, float, Match]] = {}
        for names, hidden in self._layers() if own else ():
            alike = names.equal("=" + unordered(words)) if len(told) > 1 else ()
            for row in dict.fromkeys((*names.equal(own)[:MANY_ALIKE], *alike[:MANY_ALIKE])):
                entry, said = names.owner[row], names.text(row)
                all_words = said.replace(":", " ").split()
                whole = key(all_words) == own or (len(words) <= len(all_words) and lean(all_words) == told)
                if names.keys[entry] in hidden or not (whole or own in map(key, map(str.split, parts_of(said)))):
                    continue
                match = Match(names.keys[entry], 100.0 if whole else 90.0, names.name(row))
                rank = (match.score, names.popularity[entry])
                if match.key not in found or rank > found[match.key][:2]:
                    found[match.key] = (*rank, match)
        return [match for *_, match in sorted(found.values(), key=lambda one: one[:2], reverse=True)]

    def initialled(self, text: str) -> list[Match]:
        """The entries of which a name, or a part of it before or after a colon, has these initials."""
        found: dict[int, Match] = {}
        for names, hidden in self._layers() if text else ():
            for row in names.equal(f"#{text}")[:MANY_ALIKE]:
                key_ = names.keys[names.owner[row]]
                if key_ not in hidden and f"#{text}" in forms_of(names.text(row)).keys:
                    found.setdefault(key_, Match(key_, 100.0, names.name(row)))
        return list(found.values())

    def holding(self, words: str) -> list[Match]:
        """Entries of which a name holds the words one behind the other; of very many those with short names."""
        found: dict[int, Match] = {}
        for names, hidden in self._layers():
            for row in names.similar(words, MANY_ALIKE):
                entry = names.keys[names.owner[row]]
                if entry not in hidden and f" {words} " in f" {' '.join(names.text(row).replace(':', ' ').split())} ":
                    found.setdefault(entry, Match(entry, 100.0, names.name(row)))
        return list(found.values())

    def alike(self, text: str, least: float, surnames: bool = False) -> list[Match]:
        """The entries of which a name is like the text by so much of 100, the most alike and best known first.

        With `surnames`, a single word may be like the last word of a name, too.
        """
        typed = normal(text)
        found: dict[int, tuple[float, float, Match]] = {}
        for names, hidden in self._layers() if typed else ():
            for row, like in likest(names, typed, least, surnames):
                entry = names.owner[row]
                match = Match(names.keys[entry], like, names.name(row))
                rank = (match.score, names.popularity[entry])
                if match.key not in hidden and (match.key not in found or rank > found[match.key][:2]):
                    found[match.key] = (*rank, match)
        return [match for *_, match in sorted(found.values(), key=lambda one: one[:2], reverse=True)]

    def _ranked(self, text: str, weights: Weights) -> list[Ranked]:
        asked = readings(text)
        if not asked:
            return []
        found: list[Ranked] = []
        layers = list(self._layers())
        usual = sum([names.popular for names, _ in layers]) / max(1, sum([len(names) for names, _ in layers])) or 1.0
        for names, hidden in layers:
            found += [(key, names, fit) for key, fit in fits(names, asked, weights, hidden, usual).items()]
        found.sort(key=lambda item: (item[2].rank, -item[0]), reverse=True)
        return found

    def _layers(self) -> Iterator[tuple[Names, Set[int]]]:
        """Where names stand, with the keys that do not count there."""
        if self._base is not None:
            for names, hidden in self._base._layers():
                yield names, hidden | self._hidden
        if self._shelf:
            yield self._shelf, self._hidden
        if self._added.entries:
            yield self._added, frozenset()

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
        added = [entry._asdict() for entry in self._added.entries.values()]
        changes = json.dumps({"added": added, "hidden": sorted(self._hidden)}).encode()
        check = 0
        beside = path.with_name(path.name + ".new")
        with beside.open("wb") as file:
            file.write(_head(0))
            for part in (len(changes).to_bytes(8, sys.byteorder), changes, *self._shelf.dump()):
                check = zlib.crc32(part, check)
                file.write(part)
            file.seek(0)
            file.write(_head(check))
        os.replace(beside, path)

    @classmethod
    def load(cls, path: Path) -> Self:
        """The index a file holds; ValueError when the file is damaged or of another format."""
        check = 0
        with path.open("rb") as file:
            head = file.read(len(_head(0)))

            def read(size: int) -> bytes:
                nonlocal check
                if size > path.stat().st_size:
                    raise ValueError(f"{path.name} is damaged")
                part = file.read(size)
                check = zlib.crc32(part, check)
                return part

            if head[: len(FORMAT)] != _head(0)[: len(FORMAT)]:
                raise ValueError(f"{path.name} is no index of this version")
            changes = read(int.from_bytes(read(8), sys.byteorder))
            try:
                shelf = Shelf.restore(read)
            except TypeError as error:  # a column that is no whole number of values
                raise ValueError(f"{path.name} is damaged") from error
        if head != _head(check):
            raise ValueError(f"{path.name} is damaged")
        index = cls(shelf)
        saved = json.loads(changes)
        for entry in saved["added"]:
            index._added.put(Entry(**entry))
        index._hidden = set(saved["hidden"])
        return index


def _head(check: int) -> bytes:
    """The beginning of a file: format, order of bytes, checksum of the rest."""
    return f"{FORMAT} {sys.byteorder} {check:08x}\n".encode()


def _matches(ranked: Sequence[Ranked], limit: int) -> list[Match]:
    """The entries with their scores: the chance in a hundred of being meant, 100 for the name itself."""
    best = ranked[0][2].likelihood if ranked else 0.0
    second = max([fit.likelihood for _, _, fit in ranked[1:]], default=-99.0)
    least, matches = 99.9, []
    for at, (entry, names, fit) in enumerate(ranked[:limit]):
        if fit.likeness < Likeness.KEY and least > 0.005:  # those that follow are no likelier
            least = min(least, 100 * chance(fit, fit.likelihood - (best if at else second)))
        matches.append(Match(entry, 100.0 if fit.likeness >= Likeness.NAME else round(least, 2), names.name(fit.row)))
    return matches
