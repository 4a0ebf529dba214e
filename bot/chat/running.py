"""Running the bot until it is told to stop: through lost connections, malformed events and restarts."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from time import monotonic

import discord

from bot.chat.client import GRACE, FilmBot
from bot.errors import BotError, SettingsError
from bot.knowledge.catalogue import Catalogue

log = logging.getLogger(__name__)

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0
"""Seconds before the bot is started anew after a failure; doubled each time, up to the longest."""

GOOD_RUN = 300.0
"""Seconds after which a run counts as good, so that the next pause is a short one again."""

PORTAL = "https://discord.com/developers/applications"
NO_TOKEN = f"Put the bot's token into DISCORD_TOKEN; it is on the Bot page of your application at {PORTAL}."
BAD_TOKEN = f"Discord does not accept the token; reset it on the Bot page at {PORTAL} and put it into DISCORD_TOKEN."
NO_INTENTS = (
    f"Discord refuses the message-content intent; switch it on, on the Bot page at {PORTAL}, or set FILMBOT_INLINE=off."
)
EXPECTED = (OSError, TimeoutError, discord.DiscordException)
"""What a network or Discord does now and then: logged without a trace."""

REFUSED = {
    4004: BAD_TOKEN,
    4010: "Discord refuses this shard; let the bot choose its shards itself.",
    4011: "The bot is in too many servers for one connection; start it with more shards.",
    4012: "Discord no longer speaks this version of its gateway; update discord.py.",
    4013: "Discord does not know an intent the bot asks for; update discord.py.",
    4014: NO_INTENTS,
}
"""What to do about the codes after which there is no use in connecting again."""


async def run(catalogue: Catalogue, token: str, state_folder: Path, *, inline: bool = False) -> None:
    """Answer on Discord until SIGTERM or SIGINT. Raises BotError, in one sentence for the operator, when it cannot."""
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # a film bot does not speak
    await serve(lambda: FilmBot(catalogue=catalogue, state_folder=state_folder, inline=inline), token)


async def serve(
    new_bot: Callable[[], FilmBot],
    token: str,
    *,
    stop: asyncio.Event | None = None,
    grace: float = GRACE,
    pause: float = FIRST_PAUSE,
) -> None:
    """Keep a bot connected until `stop` or a signal; a bot that fails is replaced by a new one after a pause.

    Raises BotError when trying again would not help.
    """
    if not token.strip():
        raise SettingsError(NO_TOKEN)
    async with _stopped(stop or asyncio.Event()) as stopped:
        waiting = pause
        while not stopped.done():
            began = monotonic()
            try:
                await _one_run(new_bot(), token, stopped, grace)
            except Exception as error:
                if hopeless := _hopeless(error):
                    raise hopeless from error
                waiting = pause if monotonic() - began > GOOD_RUN else waiting
                surprise = None if isinstance(error, EXPECTED) else error
                log.error("Discord: %s; trying again in %g s", error, waiting, exc_info=surprise)
                await asyncio.wait({stopped}, timeout=waiting)
                waiting = min(waiting * 2, LONGEST_PAUSE)


async def _one_run(bot: FilmBot, token: str, stopped: "asyncio.Task[bool]", grace: float) -> None:
    async with bot:
        connected = asyncio.create_task(bot.start(token))
        try:
            await asyncio.wait({connected, stopped}, return_when=asyncio.FIRST_COMPLETED)
            if not connected.done():
                log.info("Stopping: finishing the answers in hand")
                if left := await bot.work.finish(grace):
                    log.warning("%d answers took longer than %g s and were given up", left, grace)
                await bot.close()
        finally:
            if not connected.done() and not stopped.done():
                connected.cancel()
            with suppress(asyncio.CancelledError):
                await connected
    if not stopped.done():
        raise ConnectionError("the connection ended by itself")


def _hopeless(error: Exception) -> BotError | None:
    """What to tell the operator when there is no use in trying again."""
    if isinstance(error, BotError):
        return error
    if isinstance(error, discord.LoginFailure):
        return SettingsError(BAD_TOKEN)
    if isinstance(error, discord.PrivilegedIntentsRequired):
        return SettingsError(NO_INTENTS)
    if isinstance(error, discord.ConnectionClosed) and error.code in REFUSED:
        return SettingsError(REFUSED[error.code])
    return None


@asynccontextmanager
async def _stopped(event: asyncio.Event) -> "AsyncIterator[asyncio.Task[bool]]":
    """A task that is done once the event is set or the process is told to stop."""
    loop = asyncio.get_running_loop()
    signals = (signal.SIGTERM, signal.SIGINT)
    for number in signals:
        with suppress(NotImplementedError):  # Windows: Ctrl+C cancels the main task instead
            loop.add_signal_handler(number, event.set)
    waiting = asyncio.create_task(event.wait())
    try:
        yield waiting
    finally:
        waiting.cancel()
        for number in signals:
            with suppress(NotImplementedError):
                loop.remove_signal_handler(number)
