"""Building the columns of a `Shelf` from entries: each column for many entries at once, then sorting with numpy."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice
from typing import TYPE_CHECKING, Any
from zlib import crc32

import numpy as np

from bot.matching.forms import forms_of, texts_of
from bot.matching.normal import normal
from bot.matching.shelf import COLUMNS, GRAMS, LETTER, LETTER_CODES, LETTERS, STEM, Shelf, hashed

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.matching.find import Entry

    Numbers = NDArray[np.uint32]
    Pairs = NDArray[np.uint64]
    """A hash or gram in the upper half of each number, its row in the lower: sorted by both at once."""

CHUNK = 50_000
"""So many entries are put into columns at once; it bounds the memory of a build."""


def shelve(entries: Iterable["Entry"]) -> Shelf:
    """The entries as columns; an entry with a key that came before is left out."""
    columns, fresh = _Columns(), _distinct(entries)
    while chunk := list(islice(fresh, CHUNK)):
        columns.put(chunk)
    return columns.shelf()


def _distinct(entries: Iterable["Entry"]) -> Iterator["Entry"]:
    seen = set[int]()
    for entry in entries:
        if entry.key not in seen:
            seen.add(entry.key)
            yield entry


class _Columns:
    """The columns of a shelf, as they grow."""

    def __init__(self) -> None:
        kinds = COLUMNS.items()
        self._columns: dict[str, Any] = {name: bytearray() if kind == "B" else array(kind) for name, kind in kinds}
        for name in ("people_at", "text_at", "name_at", "word_at", "first"):
            self._columns[name].append(0)
        self._stems, self._vocabulary = bytearray(), Counter[str]()
        self._equal: list[Pairs] = []
        self._near: list[Pairs] = []
        self._chunks: list[Pairs] = []

    def put(self, entries: Sequence["Entry"]) -> None:
        """Add entries whose keys are new."""
        a, number = self._columns, len(self._columns["keys"])
        a["keys"].extend([entry.key for entry in entries])
        a["years"].extend([year if (year := entry.year) and 0 < year < 65536 else 0 for entry in entries])
        a["popularity"].extend([entry.popularity for entry in entries])
        self._write("people", [" ".join(map(normal, entry.people)) if entry.people else "" for entry in entries])
        named = [texts_of(entry.names) for entry in entries]
        counts = list(map(len, named))
        self._end("first", counts)
        a["owner"].frombytes(np.arange(number, len(a["keys"]), dtype=np.uint32).repeat(counts).tobytes())
        if any(counts):
            self._put_rows([name for one in named for name in one.values()], [text for one in named for text in one])

    def _put_rows(self, names: Sequence[str], texts: Sequence[str]) -> None:
        """Add the names of rows and their marked forms, and what they are found by."""
        first = len(self._columns["size"])
        keys, counts, words, short, short_rows = list[str](), list[int](), list[str](), list[str](), list[int]()
        for row, text in enumerate(texts, first):
            forms = forms_of(text)
            keys += forms.keys
            counts.append(len(forms.keys))
            words.append(forms.spelled)
            if forms.short:
                short += forms.short
                short_rows += [row] * len(forms.short)
        self._write("name", names)
        self._write("text", texts)
        self._columns["size"].extend(map(len, words))
        self._equal.append(_pairs(_hashes(keys), np.arange(first, first + len(texts), dtype=np.uint64).repeat(counts)))
        self._near.append(_anagrams(short, short_rows))
        self._chunks.append(_grams(f" {'  '.join(words)}  ".encode(), first))
        self._vocabulary.update(" ".join(words).split())
        stems = "\n".join(texts).replace(" ", "").replace(":", "").encode().split(b"\n")
        self._stems += np.array(stems, f"S{STEM}").tobytes()

    def _write(self, column: str, strings: Sequence[str]) -> None:
        """Put strings at the end of a column, and where they end into the one beside it."""
        self._columns[column] += "".join(strings).encode("utf-8", "replace")
        ascii_or_more = [one if one.isascii() else one.encode("utf-8", "replace") for one in strings]
        self._end(column + "_at", map(len, ascii_or_more))

    def _end(self, column: str, sizes: Iterable[int]) -> None:
        """Put where things of these sizes end behind where the last one does."""
        ends = self._columns[column]
        ends.extend(islice(accumulate(sizes, initial=ends[-1]), 1, None))

    def shelf(self) -> Shelf:
        """The finished shelf; nothing can be put in after that."""
        a = self._columns
        a["equal_hash"], a["equal_row"] = _sorted(self._equal)
        a["near_hash"], a["near_row"] = _sorted(self._near)
        a["words"] = array("I", sorted(map(hashed, self._vocabulary)))
        words = [word for word, _ in self._vocabulary.most_common()]
        self._write("word", words)
        a["word_hash"], a["word_row"] = _sorted([_anagrams(words, range(len(words)))])
        a["by_key"] = np.argsort(np.frombuffer(a["keys"], np.int64), kind="stable").astype(np.uint32)
        a["order"] = _alphabetical(self._stems)
        popularity = np.frombuffer(a["popularity"], np.float32) if a["owner"] else np.empty(0, np.float32)
        owners = np.frombuffer(a["owner"], np.uint32) if a["owner"] else np.empty(0, np.uint32)
        a["fame"] = (0.2 * np.log1p(popularity[owners[a["order"]]])).astype(np.float32)
        a["gram_at"], a["gram_row"] = _merged(self._chunks)
        return Shelf({name: memoryview(bytes(a.pop(name))).cast(kind) for name, kind in COLUMNS.items()})  # type: ignore[call-overload]


def _pairs(codes: "Numbers", rows: "Pairs") -> "Pairs":
    return np.asarray(codes.astype(np.uint64) << np.uint64(32) | rows)


def _sorted(chunks: list["Pairs"]) -> tuple["Numbers", "Numbers"]:
    """The hashes in order, and the row of each."""
    pairs = np.concatenate([np.empty(0, np.uint64), *chunks])
    chunks.clear()
    pairs.sort()
    return (pairs >> np.uint64(32)).astype(np.uint32), pairs.astype(np.uint32)


def _hashes(keys: Sequence[str]) -> "Numbers":
    """What `hashed` says of each key."""
    return np.fromiter(map(crc32, "\n".join(keys).encode().split(b"\n")), np.uint32, len(keys))


def _anagrams(keys: Sequence[str], rows: Sequence[int]) -> "Pairs":
    """What `anagram_codes` says of each key, with its row, sorted."""
    if not keys:
        return np.empty(0, np.uint64)
    sizes = np.fromiter(map(len, keys), np.intp, len(keys))
    worths = np.array(LETTER_CODES, np.uint32)[np.frombuffer("".join(keys).encode(), np.uint8)]
    every = np.add.reduceat(worths, sizes.cumsum() - sizes, dtype=np.uint32)
    less, of = every.repeat(sizes) - worths, np.array(rows, np.uint64)
    return np.unique(_pairs(np.concatenate([every, less]), np.concatenate([of, of.repeat(sizes)])))


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
