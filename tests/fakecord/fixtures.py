"""pytest plugin: the `discord` fixture, and a line in the summary when Discord's description is not at hand."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.fakecord import FakeDiscord
from tests.fakecord.openapi import find_description


@pytest_asyncio.fixture
async def discord() -> AsyncIterator[FakeDiscord]:
    """A local Discord; fails the test when the bot broke one of Discord's rules."""
    async with FakeDiscord() as fake:
        yield fake


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in one line that requests were checked against the own limits only."""
    if find_description() is None:
        terminalreporter.write_line(
            "local Discord: no OpenAPI description at $DISCORD_OPENAPI, only the own limits were checked"
        )
