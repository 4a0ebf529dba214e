"""Discord's ids: milliseconds since 2015, shifted, so that ids grow with time."""

from __future__ import annotations

import time

EPOCH = 1_420_070_400_000


class Snowflakes:
    """Gives out ids, each from a later millisecond than the one before, so that servers spread over shards."""

    def __init__(self) -> None:
        self._last = 0

    def __call__(self) -> int:
        """A new id."""
        self._last = max(self._last + 1, time.time_ns() // 1_000_000 - EPOCH)
        return self._last << 22
