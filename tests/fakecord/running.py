"""Running a discord.py client against the local Discord."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import TracebackType
from typing import Any, Protocol, TypeVar

from tests.fakecord.server import FakeDiscord

READY_WITHIN = 10.0


class Client(Protocol):
    """What is needed of a discord.py client; every `Client` and `Bot` has it."""

    async def __aenter__(self) -> Any: ...

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    async def start(self, token: str, *, reconnect: bool = True) -> None: ...

    async def wait_until_ready(self) -> None: ...

    async def close(self) -> None: ...


C = TypeVar("C", bound=Client)


@asynccontextmanager
async def running(client: C, discord: FakeDiscord) -> AsyncIterator[C]:
    """The client, started and ready; it is closed at the end. What ended it before is raised."""
    async with client:
        run = asyncio.create_task(client.start(discord.token))
        ready = asyncio.create_task(client.wait_until_ready())
        try:
            async with asyncio.timeout(READY_WITHIN):
                await asyncio.wait({run, ready}, return_when=asyncio.FIRST_COMPLETED)
            if run.done():
                await run
            yield client
        finally:
            ready.cancel()
            await client.close()
            await asyncio.wait({run, ready}, timeout=READY_WITHIN)
        run.result()
