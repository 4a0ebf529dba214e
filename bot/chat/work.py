"""The answers in hand, so that a stop can wait for them."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager


class Work:
    """Counts what is being done; once closed, nothing new should be begun."""

    def __init__(self) -> None:
        self.closed = False
        self._running = 0
        self._idle = asyncio.Event()
        self._idle.set()

    @contextmanager
    def one(self) -> Iterator[None]:
        """One answer, from its beginning to its end."""
        self._running += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._running -= 1
            if not self._running:
                self._idle.set()

    async def finish(self, within: float) -> int:
        """Take nothing new, and wait at most so many seconds for what is in hand; how much was not done by then."""
        self.closed = True
        try:
            async with asyncio.timeout(within):
                await self._idle.wait()
        except TimeoutError:
            return self._running
        return 0
