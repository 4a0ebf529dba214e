"""Building the columns of a `Shelf` from entries: one pass over the names, then sorting with numpy."""

from array import array
from collections import Counter
from collections.abc import Collection, Iterable
from itertools import accumulate, islice
from typing import TYPE_CHECKING, Any
from zlib import crc32

import numpy as np

from bot.matching.forms import forms_of, texts_of
from bot.matching.normal import normal
from bot.matching.shelf import COLUMNS, GRAMS, LETTER, LETTERS, STEM, Shelf, hashed, scattered, stem

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.matching.find import Entry

CHUNK = 100_000
"""So many rows are put into columns at once; it bounds the memory of a build."""


def shelve(entries: Iterable["Entry"]) -> Shelf:
    """The entries as columns; an entry with a key that came before is left out."""
    columns = _Columns()
    for entry in entries:
        columns.put(entry)
    return columns.shelf()


class _Columns:
    """The columns of a shelf, as they grow."""

    def __init__(self) -> None:
        kinds = COLUMNS.items()
        self._columns: dict[str, Any] = {name: bytearray() if kind == "B" else array(kind) for name, kind in kinds}
        for name in ("people_at", "text_at", "name_at", "word_at", "first"):
            self._columns[name].append(0)
        self._stems, self._vocabulary, self._seen = bytearray(), Counter[str](), set[int]()
        self._keyed, self._few = _Keys(), _Keys()
        self._chunks: list[NDArray[np.uint64]] = []
        self._names, self._texts, self._words = list[str](), list[str](), list[str]()  # of the new rows

    def put(self, entry: "Entry") -> None:
        """Add an entry, unless one with its key came before."""
        if entry.key in self._seen:
            return
        a, number = self._columns, len(self._seen)
        self._seen.add(entry.key)
        a["keys"].append(entry.key)
        a["years"].append(entry.year if entry.year and 0 < entry.year < 65536 else 0)
        a["popularity"].append(entry.popularity)
        if entry.people:
            a["people"] += " ".join([normal(name) for name in entry.people]).encode()
        a["people_at"].append(len(a["people"]))
        for text, name in texts_of(entry.names).items():
            a["owner"].append(number)
            keys, short, spelled = forms_of(text)
            self._names.append(name)
            self._texts.append(text)
            self._words.append(spelled)
            self._keyed.put(keys)
            self._few.put({less for one in short for less in scattered(one)})
        a["first"].append(len(a["owner"]))
        if len(self._names) >= CHUNK:
            self._store()

    def _store(self) -> None:
        """Put the names, marked forms and words of the new rows where they belong, all at once."""
        a = self._columns
        self._write("name", self._names)
        self._write("text", self._texts)
        self._chunks.append(_grams(f" {'  '.join(self._words)}  ".encode(), len(a["size"])))
        a["size"].extend(map(len, self._words))
        self._stems.extend("".join([stem(text).ljust(STEM) for text in self._texts]).encode())
        self._vocabulary.update(" ".join(self._words).split())
        self._keyed.hash()
        self._few.hash()
        for new in (self._names, self._texts, self._words):
            new.clear()

    def _write(self, column: str, strings: Iterable[str]) -> None:
        """Put strings at the end of a column, and where they end into the one beside it."""
        parts, ends = [string.encode("utf-8", "replace") for string in strings], self._columns[column + "_at"]
        ends.extend(islice(accumulate(map(len, parts), initial=ends[-1]), 1, None))
        self._columns[column] += b"".join(parts)

    def shelf(self) -> Shelf:
        """The finished shelf; nothing can be put in after that."""
        self._store()
        a = self._columns
        a["equal_hash"], a["equal_row"] = self._keyed.sorted()
        a["near_hash"], a["near_row"] = self._few.sorted()
        a["words"] = array("I", sorted(map(hashed, self._vocabulary)))
        words, near = [word for word, _ in self._vocabulary.most_common()], _Keys()
        self._write("word", words)
        for word in words:
            near.put(scattered(word))
        a["word_hash"], a["word_row"] = near.sorted()
        a["by_key"] = np.argsort(np.frombuffer(a["keys"], np.int64), kind="stable").astype(np.uint32)
        a["order"] = _alphabetical(self._stems)
        popularity = np.frombuffer(a["popularity"], np.float32) if a["owner"] else np.empty(0, np.float32)
        owners = np.frombuffer(a["owner"], np.uint32) if a["owner"] else np.empty(0, np.uint32)
        a["fame"] = (0.2 * np.log1p(popularity[owners[a["order"]]])).astype(np.float32)
        a["gram_at"], a["gram_row"] = _merged(self._chunks)
        return Shelf({name: memoryview(bytes(a.pop(name))).cast(kind) for name, kind in COLUMNS.items()})  # type: ignore[call-overload]


class _Keys:
    """Keys of rows, hashed many at a time."""

    def __init__(self) -> None:
        self._new: list[str] = []
        self._hashes = array("I")
        self._counts = bytearray()

    def put(self, keys: Collection[str]) -> None:
        """The keys of the next row."""
        self._new += keys
        self._counts.append(len(keys))

    def hash(self) -> None:
        if self._new:
            self._hashes.extend(map(crc32, "\n".join(self._new).encode().split(b"\n")))
            self._new.clear()

    def sorted(self) -> tuple["NDArray[np.uint32]", "NDArray[np.uint32]"]:
        """The hashes in order, and the row of each."""
        self.hash()
        hashes = np.array(self._hashes, np.uint32)
        order = np.argsort(hashes, kind="stable")
        rows = np.repeat(np.arange(len(self._counts), dtype=np.uint32), np.array(self._counts, np.uint8))
        return hashes[order], rows[order]


def _alphabetical(stems: bytearray) -> "NDArray[np.uint32]":
    heads = np.frombuffer(bytes(stems), ">u8").reshape(-1, STEM // 8)
    return np.lexsort([heads[:, at] for at in reversed(range(STEM // 8))]).astype(np.uint32)


def _grams(plains: bytes, first: int) -> "NDArray[np.uint64]":
    """Gram and row of every row of a chunk (its plain words, each between two spaces), sorted by gram."""
    letters = np.frombuffer(LETTER, np.uint8)[np.frombuffer(plains, np.uint8)].astype(np.uint32)
    if len(letters) < 3:
        return np.empty(0, np.uint64)
    size = len(LETTERS)
    codes = (letters[:-2] * size + letters[1:-1]) * size + letters[2:]
    ends = (letters[:-1] == 0) & (letters[1:] == 0)  # two spaces: the next row
    rows = np.concatenate([[0], np.cumsum(ends)])[: len(codes)]
    inside = ~(ends[: len(codes)] | ends[1 : len(codes) + 1])
    pairs = codes[inside].astype(np.uint64) << np.uint64(32) | (rows[inside] + first).astype(np.uint64)
    pairs.sort()
    new = np.ones(len(pairs), np.bool_)
    new[1:] = pairs[1:] != pairs[:-1]
    return np.asarray(pairs[new])


def _merged(chunks: list["NDArray[np.uint64]"]) -> tuple["NDArray[np.uint32]", "NDArray[np.uint32]"]:
    """Where each gram's rows begin, and the rows: the chunks put together without sorting all at once."""
    counts = [np.bincount((c >> np.uint64(32)).astype(np.int64), minlength=GRAMS) for c in chunks]
    at = np.concatenate([[0], np.cumsum(np.sum(counts, axis=0))]).astype(np.uint32)
    rows = np.empty(int(at[-1]), np.uint32)
    filled = at[:-1].astype(np.int64)
    while chunks:
        chunk, count = chunks.pop(0), counts.pop(0)
        shift = filled - np.concatenate([[0], np.cumsum(count)[:-1]])
        rows[np.arange(len(chunk)) + np.repeat(shift, count)] = chunk.astype(np.uint32)
        filled += count
    return at, rows
