"""Names by number, millions of them in little memory: of people in IMDb's tables, of Wikidata's entities."""

from array import array
from bisect import bisect_left

import numpy as np


class NumberedNames:
    """Names in one block of bytes, found by their numbers; about 12 bytes a name besides its own.

    All names are noted before the first is looked up. Of two under one number the first counts.
    """

    def __init__(self) -> None:
        self._numbers = array("I")
        self._starts = array("Q")
        self._block = bytearray()
        self._sorted = True

    def __len__(self) -> int:
        return len(self._numbers)

    def note(self, number: int, name: bytes) -> None:
        """Keep a name (without line breaks) under a number of at most 32 bits."""
        if self._sorted and self._numbers and number <= self._numbers[-1]:
            self._sorted = False
        self._numbers.append(number)
        self._starts.append(len(self._block))
        self._block += name
        self._block += b"\n"

    def get(self, number: int) -> str | None:
        """The name of a number, None when none was noted."""
        if not self._sorted:
            self._sort()
        at = bisect_left(self._numbers, number)
        if at == len(self._numbers) or self._numbers[at] != number:
            return None
        start = self._starts[at]
        return self._block[start : self._block.index(b"\n", start)].decode(errors="replace")

    def _sort(self) -> None:
        numbers = np.frombuffer(self._numbers, dtype=np.uint32)
        order = np.argsort(numbers, kind="stable").astype(np.uint32)
        starts = np.frombuffer(self._starts, dtype=np.uint64)
        self._numbers = array("I", numbers[order].tobytes())
        self._starts = array("Q", starts[order].tobytes())
        self._sorted = True
