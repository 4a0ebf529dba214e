"""Names added since the shelf was built, in dictionaries: the same ways to rows as `Shelf`, and changed at once."""

from array import array
from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable
from heapq import nlargest
from math import log
from typing import TYPE_CHECKING

from bot.matching.forms import SHORT, forms_of, texts_of
from bot.matching.normal import normal
from bot.matching.shelf import BUDGET, anagram_codes, article, fame, grams, one_error_away, shorter, stem, stems

if TYPE_CHECKING:
    from bot.matching.find import Entry


class Additions:
    """Entries in dictionaries; rows and entries are numbered from 0, those of removed entries stay unused."""

    def __init__(self) -> None:
        self.entries: dict[int, Entry] = {}  # by key
        self.keys: list[int] = []
        self.years: list[int] = []
        self.popularity: list[float] = []
        self.popular = 0.0
        """The sum of the entries' popularity."""
        self.owner: list[int] = []
        self._people: list[str] = []
        self._rows: dict[int, range] = {}
        self._texts: list[tuple[str, str]] = []
        self._size: list[int] = []
        self._equal: defaultdict[str, list[int]] = defaultdict(list)
        self._near: defaultdict[int, list[int]] = defaultdict(list)
        self._grams: defaultdict[int, array[int]] = defaultdict(lambda: array("I"))
        self._order: list[tuple[str, int]] = []
        self._words: Counter[str] = Counter()

    def __len__(self) -> int:
        return len(self.entries)

    def put(self, entry: "Entry") -> None:
        """Add an entry whose key is new here."""
        self.entries[entry.key] = entry
        first = len(self.owner)
        for text, name in texts_of(entry.names).items():
            row = len(self.owner)
            self.owner.append(len(self.keys))
            self._texts.append((name, text))
            keys, short, spelled = forms_of(text)
            for key in keys:
                self._equal[key].append(row)
            for code in _anagram_codes(short):
                self._near[code].append(row)
            for code in grams(spelled):
                self._grams[code].append(row)
            self._words.update(spelled.split())
            self._size.append(len(spelled))
            insort(self._order, (stem(text), row))
        self._rows[entry.key] = range(first, len(self.owner))
        self.keys.append(entry.key)
        self.years.append(entry.year or 0)
        self.popularity.append(entry.popularity)
        self.popular += entry.popularity
        self._people.append(" ".join([normal(name) for name in entry.people]))

    def remove(self, key: int) -> None:
        """Take the entry of the key out of every list; its row numbers are not used again."""
        self.popular -= self.entries.pop(key).popularity
        for row in self._rows.pop(key):
            text = self.text(row)
            keys, short, spelled = forms_of(text)
            for name in keys:
                self._equal[name].remove(row)
            for code in _anagram_codes(short):
                self._near[code].remove(row)
            for code in grams(spelled):
                self._grams[code].remove(row)
            self._words.subtract(spelled.split())
            del self._order[bisect_left(self._order, (stem(text), row))]

    def text(self, row: int) -> str:
        """The marked normal form of the row's name."""
        return self._texts[row][1]

    def texts(self, rows: Iterable[int]) -> dict[int, str]:
        """The same of many rows."""
        return {row: self._texts[row][1] for row in rows}

    def name(self, row: int) -> str:
        """The name as it was given."""
        return self._texts[row][0]

    def people(self, entry: int) -> str:
        """The normal forms of the people of an entry."""
        return self._people[entry]

    def is_title(self, row: int) -> bool:
        """Whether the row is its entry's first name."""
        return row == self._rows[self.keys[self.owner[row]]].start

    def knows(self, word: str) -> bool:
        """Whether a name holds the word."""
        return self._words[word] > 0

    def spellings(self, word: str, limit: int) -> list[str]:
        """Words of names that are one typing error away from the word, those that most names hold first."""
        return one_error_away(word, (other for other, count in self._words.most_common() if count), limit)

    def equal(self, key: str) -> list[int]:
        """Rows that have the key, or a part with the key."""
        return self._equal.get(key, [])

    def near(self, key: str) -> list[int]:
        """Rows whose short key has the same letters, or is one letter less, more or other away, in whatever order."""
        if len(key) > SHORT + 1:
            return []
        rows = [row for less in shorter(key) for row in self.equal(less)]
        return rows + [row for code in anagram_codes(key) for row in self._near.get(code, ())]

    def begins(self, text: str, limit: int, stop: float) -> list[int]:
        """Rows that begin with the stem of the text, the best known first; `stop` is as in `Weights`."""
        rows: list[int] = []
        for start in stems(text):
            low, high = (bisect_left(self._order, (start + end,)) for end in ("", "\x7f"))
            rows += [row for _, row in self._order[low:high]]
        length, more, known, size = len(text), article(text), self.popularity, self._size

        def worth(row: int) -> float:
            return fame(known[self.owner[row]]) - stop * abs(log((size[row] + more) / length) - 0.5)

        return nlargest(limit, rows, key=worth)

    def similar(self, words: str, limit: int, share: float = 0.0) -> list[int]:
        """Rows that share the most telling grams with the words, at least a part of those read; see `Shelf.similar`."""
        shared: Counter[int] = Counter()
        left, read = BUDGET // 3, 0
        for rows in sorted((rows for code in grams(words) if (rows := self._grams.get(code))), key=len):
            left -= len(rows)
            if left < 0 and shared:
                break
            shared.update(rows)
            read += 1
        likely = (row for row, count in shared.items() if count >= share * read)
        return nlargest(limit, likely, key=lambda row: shared[row] / (len(words) + self._size[row]))


def _anagram_codes(keys: list[str]) -> set[int]:
    return {code for key in keys for code in anagram_codes(key)}
