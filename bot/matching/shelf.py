"""The names of a finished index, as flat columns: a million of them are a few buffers, not a few million objects.

A *row* is one name of an entry. Three ways lead from typed text to rows, all of them cheap at any size:

- `equal` and `near`: rows whose key (see `forms.py`) is the text's, or one letter away in whatever order the letters
  stand, through sorted hashes; likewise `spellings` leads from a word to words of names;
- `begins`: rows that begin with the text, through the rows in alphabetical order;
- `similar`: rows that share the most telling runs of three letters ("grams") with the text. The lists of rows of the
  rarest grams are read first, and no more than a fixed number of rows in all, which bounds the worst query's time.

Columns are plain memory views, so that a small index is read and searched without numpy.
"""

import sys
import zlib
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b
from heapq import nlargest
from itertools import islice
from math import ceil, log
from typing import Self

from rapidfuzz.distance.OSA import distance

from bot.matching.forms import SHORT
from bot.matching.normal import ARTICLES

FORMAT = "filmbot index 15"
COLUMNS = {
    "keys": "q", "years": "H", "popularity": "f", "by_key": "I", "first": "I", "people_at": "I", "people": "B",
    "owner": "I", "text_at": "I", "text": "B", "name_at": "I", "name": "B", "size": "B",
    "order": "I", "fame": "f",
    "equal_hash": "I", "equal_row": "I", "near_hash": "I", "near_row": "I", "gram_at": "I", "gram_row": "I",
    "words": "I", "word_at": "I", "word": "B", "word_hash": "I", "word_row": "I",
}  # fmt: skip
"""Every column and the type of its values, as in the `array` module."""

LETTERS = " 0123456789abcdefghijklmnopqrstuvwxyz"
GRAMS = len(LETTERS) ** 3
LETTER = bytes(LETTERS.index(chr(c)) if chr(c) in LETTERS else 0 for c in range(256))
LETTER_CODES = [int.from_bytes(blake2b(bytes([letter]), digest_size=4).digest(), "big") for letter in range(128)]
"""A number for each letter; letters in whatever order are hashed by their sum."""
STEM = 16
"""Letters by which the alphabetical order sorts."""
MANY = 20_000
"""So many names that begin alike are told apart by fame alone."""
BUDGET = 12_000
"""Rows that `similar` reads at most, or a tenth of all if that is more, but never less than the rarest gram's."""


def hashed(key: str) -> int:
    return zlib.crc32(key.encode())


def stem(text: str) -> str:
    """What the alphabetical order sorts by: the beginning of the marked form without spaces."""
    return text[: 2 * STEM].replace(" ", "").replace(":", "")[:STEM]


def stems(text: str) -> list[str]:
    """How a name may begin that the normal form begins: also with the article left out, or "the" put before."""
    first, _, rest = text.partition(" ")
    if rest and first in ARTICLES:
        return [stem(text), stem(rest)]
    return [stem(text), stem("the " + text)]


def article(text: str) -> int:
    """How many letters the leading article of a normal form takes."""
    first, _, rest = text.partition(" ")
    return len(first) + 1 if rest and first in ARTICLES else 0


def grams(words: str) -> set[int]:
    """The codes of the runs of three letters in the words, with a space before and after."""
    codes = f" {words} ".encode().translate(LETTER)
    size = len(LETTERS)
    return {(a * size + b) * size + c for a, b, c in zip(codes, codes[1:], codes[2:], strict=False)}


def shorter(key: str) -> list[str]:
    """What is left of the key without any one of its letters."""
    return list(dict.fromkeys([key[:at] + key[at + 1 :] for at in range(len(key))]))


def anagram_codes(key: str) -> list[int]:
    """The hash of the key's letters in whatever order, so that swapped ones are none, and of those less any one."""
    letters = key.encode()
    every = sum([LETTER_CODES[letter] for letter in letters])
    return [every % 2**32, *[(every - LETTER_CODES[letter]) % 2**32 for letter in sorted(set(letters))]]


def one_error_away(word: str, others: Iterable[str], limit: int) -> list[str]:
    """The first of the other words that are one letter less, more or other, or two swapped ones, away from the word."""
    return list(islice((other for other in others if distance(word, other, score_cutoff=1) == 1), limit))


def fame(popularity: float) -> float:
    """What being well known is worth for a name that may have been begun."""
    return 0.2 * log(1 + popularity)


class Shelf:
    """Finished columns, see the module; rows and entries are numbered from 0."""

    def __init__(self, columns: Mapping[str, memoryview]) -> None:
        self.columns = dict(columns)
        self.keys, self.years, self.popularity = columns["keys"], columns["years"], columns["popularity"]
        self.popular = sum(self.popularity)
        """The sum of the entries' popularity."""
        self.owner = columns["owner"]
        self._text, self._text_at = bytes(columns["text"].obj), columns["text_at"]

    def __len__(self) -> int:
        return len(self.keys)

    # -- what stands in a row ------------------------------------------------------------------------------------------

    def text(self, row: int) -> str:
        """The marked normal form of the row's name."""
        return self._text[self._text_at[row] : self._text_at[row + 1]].decode()

    def texts(self, rows: Iterable[int]) -> dict[int, str]:
        """The same of many rows."""
        text, at = self._text, self._text_at
        return {row: text[at[row] : at[row + 1]].decode() for row in rows}

    def _string(self, column: str, at: int) -> str:
        ends = self.columns[column + "_at"]
        return str(self.columns[column][ends[at] : ends[at + 1]], "utf-8")

    def name(self, row: int) -> str:
        """The name as it was given."""
        return self._string("name", row)

    def people(self, entry: int) -> str:
        """The normal forms of the people of an entry."""
        return self._string("people", entry)

    def names(self, entry: int) -> list[str]:
        first = self.columns["first"]
        return [self.name(row) for row in range(first[entry], first[entry + 1])]

    def is_title(self, row: int) -> bool:
        """Whether the row is its entry's first name."""
        return bool(self.columns["first"][self.owner[row]] == row)

    def entry(self, key: int) -> int | None:
        """The number of the entry of a key."""
        by_key = self.columns["by_key"]
        at = bisect_left(by_key, key, key=self.keys.__getitem__)
        return by_key[at] if at < len(by_key) and self.keys[by_key[at]] == key else None

    def knows(self, word: str) -> bool:
        """Whether a name holds the word (or, once in a hundred thousand times, one with the same hash)."""
        words, code = self.columns["words"], hashed(word)
        at = bisect_left(words, code)
        return at < len(words) and words[at] == code

    def spellings(self, word: str, limit: int) -> list[str]:
        """Words of names that are one typing error away from the word, those that most names hold first."""
        near = {at for code in anagram_codes(word) for at in self._hashed("word", code)}
        return one_error_away(word, (self._string("word", at) for at in sorted(near)), limit)

    # -- ways to rows --------------------------------------------------------------------------------------------------

    def equal(self, key: str) -> Sequence[int]:
        """Rows that have the key, or a part with the key (a few rows with the same hash may be among them)."""
        return self._hashed("equal", hashed(key))

    def near(self, key: str) -> list[int]:
        """Rows whose short key has the same letters, or is one letter less, more or other away, in whatever order."""
        if len(key) > SHORT + 1:
            return []
        rows = [row for less in shorter(key) for row in self._hashed("equal", hashed(less))]
        return rows + [row for code in anagram_codes(key) for row in self._hashed("near", code)]

    def _hashed(self, column: str, code: int) -> Sequence[int]:
        hashes = self.columns[column + "_hash"]
        low = bisect_left(hashes, code)
        rows: Sequence[int] = self.columns[column + "_row"][low : bisect_right(hashes, code, low)]
        return rows

    def begins(self, text: str, limit: int, stop: float) -> list[int]:
        """Rows that begin with the stem of the text, the best known first; `stop` is as in `Weights`."""
        order, rows = self.columns["order"], list[int]()
        for start in stems(text):

            def head(row: int, size: int = len(start)) -> str:
                return stem(self.text(row))[:size]

            low = bisect_left(order, start, key=head)
            high = bisect_right(order, start, low, key=head)
            rows += self._best(low, high, text, limit, stop) if high - low > limit else order[low:high]
        return rows

    def _best(self, low: int, high: int, text: str, limit: int, stop: float) -> list[int]:
        """The best known of the rows between two places of the alphabetical order, begun with the text."""
        length, more = len(text), article(text)
        rows, fame, size = self.columns["order"][low:high], self.columns["fame"][low:high], self.columns["size"]
        if len(rows) < 500:
            value = [
                known - stop * abs(log((size[row] + more) / length) - 0.5)
                for row, known in zip(rows, fame, strict=True)
            ]
            return [rows[at] for at in nlargest(limit, range(len(rows)), key=value.__getitem__)]
        import numpy as np

        worth, chosen = np.asarray(fame), np.asarray(rows)
        if len(rows) < MANY:
            worth = worth - stop * np.abs(np.log((np.asarray(size)[chosen] + np.float32(more)) / length) - 0.5)
        best: list[int] = chosen[np.argpartition(worth, -limit)[-limit:]].tolist()
        return best

    def similar(self, words: str, limit: int, share: float = 0.0) -> Sequence[int]:
        """Rows that share the most telling grams with the words, those without much else first; of those that are read
        they share at least a part, by how telling they are.
        """
        at = self.columns["gram_at"]
        lists = sorted((at[code + 1] - at[code], at[code]) for code in grams(words))
        chosen: list[tuple[int, int]] = []
        left = max(BUDGET, len(self.owner) // 10)
        for length, start in lists:
            if not length:
                continue
            if chosen and length > left:
                break
            left -= length
            chosen.append((start, start + length))
        if len(self.owner) < 4000:
            return self._few(chosen, len(words), limit, share * len(chosen))
        weights = [_weight(end - start, len(self.owner)) for start, end in chosen]
        return self._many(chosen, weights, len(words), limit, share * sum(weights))

    def _few(self, chosen: list[tuple[int, int]], length: int, limit: int, least: float) -> list[int]:
        shared: Counter[int] = Counter()
        for start, end in chosen:
            shared.update(self.columns["gram_row"][start:end])
        size = self.columns["size"]
        rows = (row for row, count in shared.items() if count >= least)
        return nlargest(limit, rows, key=lambda row: shared[row] / (length + size[row]))

    def _many(
        self, chosen: list[tuple[int, int]], weights: Sequence[int], length: int, limit: int, enough: float
    ) -> list[int]:
        import numpy as np

        if not chosen:
            return []
        rows, sizes = np.asarray(self.columns["gram_row"]), [end - start for start, end in chosen]
        every = np.concatenate([rows[start:end] for start, end in chosen]).astype(np.intp)  # what numpy indexes by
        shared = np.zeros(len(self.owner), np.uint16)
        np.add.at(shared, every, np.array(weights, np.uint16).repeat(sizes))
        counts = shared[every]
        if counts.max() < enough:
            return []
        often = np.bincount(counts)
        reached = often[::-1].cumsum()
        least = max(1, ceil(enough), len(often) - 1 - int(reached.searchsorted(limit * 12)))
        among = np.flatnonzero(counts >= least)[: 3 * MANY]
        best, counts = every[among], counts[among]
        shared[best] = places = np.arange(len(best), dtype=np.uint16)  # where a row stands last: no other place counts
        once = np.flatnonzero(shared[best] == places)[:MANY]  # among more that are equal there is no choosing
        best = best[once]
        value = counts[once] / (np.asarray(self.columns["size"])[best] + np.float32(length))
        if len(best) > limit:
            best = best[value.argpartition(-limit)[-limit:]]
        found: list[int] = best.tolist()
        return found

    # -- on disk -------------------------------------------------------------------------------------------------------

    def dump(self) -> Iterable[bytes | memoryview]:
        """The columns as bytes, to be written one after the other."""
        for name in COLUMNS:
            column = self.columns[name]
            yield column.nbytes.to_bytes(8, sys.byteorder)
            yield column.cast("B")

    @classmethod
    def restore(cls, read: Callable[[int], bytes]) -> Self:
        """The shelf `dump` made the bytes of, read so many at a time."""
        columns = {}
        for name, kind in COLUMNS.items():
            size = int.from_bytes(read(8), sys.byteorder)
            columns[name] = memoryview(read(size)).cast(kind)  # type: ignore[call-overload]
        return cls(columns)


def _weight(rows: int, of: int) -> int:
    """How telling a gram is that stands in so many rows: 1 to 15."""
    return max(1, min(15, (of // rows).bit_length()))
