"""The local Discord itself: starts, stops, and tells what happened."""

from __future__ import annotations

import asyncio
from types import TracebackType
from typing import Any, Self

import aiohttp
from aiohttp import web

from tests.fakecord import openapi, tls
from tests.fakecord.acting import Acting
from tests.fakecord.faults import Faults
from tests.fakecord.flags import Intent
from tests.fakecord.gateway import Gateway
from tests.fakecord.messages import Message
from tests.fakecord.people import User
from tests.fakecord.rest import Rest
from tests.fakecord.world import Sync, World

Payload = dict[str, Any]

ANSWER_WITHIN = 3.0
PATIENCE = 5.0


class FakeDiscord(Acting):
    """Discord on 127.0.0.1, for a real discord.py client.

    It starts with one server (`guild`) that has a `channel`, an ordinary member (`user`) and a `moderator` with Manage
    Server. Whatever the bot does that Discord would not accept is in `violations` and fails `async with` at its end.

    `privileged_intents` are those switched on for the application, `shards` what /gateway/bot recommends,
    `answer_within` the seconds the bot has for the first answer to an interaction, `patience` the seconds a test waits
    for anything later. `description` is Discord's OpenAPI description, found by itself unless given (None: only the
    own limits are checked).
    """

    def __init__(
        self,
        *,
        privileged_intents: Intent = Intent.NONE,
        shards: int = 1,
        answer_within: float = ANSWER_WITHIN,
        patience: float = PATIENCE,
        description: openapi.Description | str | None = "find",
    ) -> None:
        world = World(granted=privileged_intents, shards=shards)
        super().__init__(world, Gateway(world), answer_within, patience)
        if isinstance(description, str):
            path = openapi.find_description()
            description = openapi.load(path) if path else None
        self._rest = Rest(self.world, self.gateway, description)
        self._runner: web.AppRunner | None = None
        self._port = 0
        self._connectors: list[aiohttp.TCPConnector] = []

    # starting and stopping

    async def __aenter__(self) -> Self:
        server_context, _ = tls.contexts()
        self._runner = web.AppRunner(self._rest.application(), access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0, ssl_context=server_context)
        await site.start()
        self._port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.gateway.abort()
        for connector in self._connectors:
            await connector.close()
        if self._runner:
            await self._runner.cleanup()
        await asyncio.sleep(0)  # lets the transports that were just closed go
        if error is None and self.violations:
            raise AssertionError(
                "the bot broke Discord's rules:\n" + "\n".join(f"- {line}" for line in self.violations)
            )

    def connector(self) -> aiohttp.TCPConnector:
        """A new connector that takes one bot to this Discord."""
        connector = tls.connector(self._port)
        self._connectors.append(connector)
        return connector

    @property
    def token(self) -> str:
        """The bot's token, good for nothing else."""
        return self.world.token

    @property
    def bot(self) -> User:
        """The bot's account."""
        return self.world.bot

    # what happened

    @property
    def violations(self) -> list[str]:
        """What the bot did that Discord would not accept."""
        return self.world.violations

    def take_violations(self) -> list[str]:
        """The violations so far, which then no longer fail the test."""
        taken = list(self.world.violations)
        self.world.violations.clear()
        return taken

    @property
    def sent(self) -> list[Message]:
        """Every message of the bot, in the order they were sent, with those only one user sees."""
        return self.world.sent

    @property
    def requests(self) -> list[str]:
        """Every REST request, as `METHOD /path`."""
        return self._rest.requests

    @property
    def syncs(self) -> list[Sync]:
        """Every upload of commands."""
        return self.world.syncs

    @property
    def commands(self) -> dict[str, Payload]:
        """The global commands by name."""
        return {command["name"]: command for command in self.world.commands.get(None, {}).values()}

    @property
    def faults(self) -> Faults:
        """Faults to come on the REST side; those of the connection are methods of `gateway`."""
        return self._rest.faults
