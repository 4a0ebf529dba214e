"""What people see when something goes wrong: a sentence, never internals; the log has the rest under an id."""

import logging
import secrets
from collections.abc import Iterator
from typing import Any

import discord
from discord import app_commands

from bot.chat.markdown import cut, escaped
from bot.chat.places import ElsewhereError
from bot.errors import BotError, CatalogueError, SettingsError

log = logging.getLogger(__name__)

OUTDATED = "That command has changed meanwhile. Restart Discord (Ctrl+R) and try it again."
STOPPING = "I am just being restarted. Ask me again in a moment."

UNKNOWN_MESSAGE, UNKNOWN_INTERACTION, ANSWERED_ALREADY, INVALID_TOKEN = 10008, 10062, 40060, 50027
_TOO_LATE = (UNKNOWN_INTERACTION, ANSWERED_ALREADY, INVALID_TOKEN, UNKNOWN_MESSAGE)
_FOR_THE_OPERATOR = (CatalogueError, SettingsError)
"""Their messages name files and addresses, which are no business of those who chat."""

_MOST = 2000


def explained(error: BaseException, doing: str) -> str | None:
    """What to tell the person; None when nobody can be told any more. Logs what is no mistake of theirs."""
    for cause in _causes(error):
        if isinstance(cause, ElsewhereError):
            return str(cause)  # links to channels
        if isinstance(cause, BotError) and not isinstance(cause, _FOR_THE_OPERATOR):
            return cut(escaped(str(cause)), _MOST)
        if isinstance(cause, app_commands.CommandNotFound | app_commands.CommandSignatureMismatch):
            log.warning("%s: a command Discord has and this bot has not: %s", doing, cause)
            return OUTDATED
        if isinstance(cause, discord.HTTPException) and cause.code in _TOO_LATE:
            log.warning("%s: the answer came too late for Discord (%s)", doing, cause.code)
            return None
    found = secrets.token_hex(4)
    log.error("%s failed (%s)", doing, found, exc_info=error)
    return f"Something went wrong on my side. If it happens again, tell whoever runs me the number `{found}`."


async def tell(interaction: discord.Interaction[Any], error: BaseException) -> None:
    """Tell the person who caused an interaction, and nobody else, what went wrong with it."""
    text = explained(error, _doing(interaction))
    if text is None:
        return
    try:
        await privately(interaction, text)
    except Exception as failed:  # nobody is left to tell
        log.warning("%s: could not say what went wrong: %s", _doing(interaction), failed)


async def privately(interaction: discord.Interaction[Any], text: str) -> None:
    """Answer an interaction, begun or not, with a text that only the person who caused it sees."""
    if not interaction.response.is_done():
        await interaction.response.send_message(text, ephemeral=True)
        return
    if interaction.response.type is discord.InteractionResponseType.deferred_channel_message:
        await interaction.delete_original_response()
    await interaction.followup.send(text, ephemeral=True)


def _doing(interaction: discord.Interaction[Any]) -> str:
    given: Any = interaction.data or {}
    return f"{interaction.type.name} {given.get('name') or given.get('custom_id') or ''}".strip()


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: BaseException | None = error
    while seen is not None:
        yield seen
        seen = getattr(seen, "original", None) or seen.__cause__
