"""The films of a server as its moderators and members handle them: which one is meant, and what stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.chat.keys import KEY, short, whole
from bot.chat.markdown import cut
from bot.chat.permissions import require_server
from bot.errors import BotError
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.changes import Standing
from bot.knowledge.film import Film
from bot.knowledge.gone import find_ever
from bot.knowledge.query import ID

if TYPE_CHECKING:
    from bot.chat.client import FilmBot

SHOWN = 100
"""Characters of a title in a sentence."""

GONE = "That film is no longer there; its history is in /entry recent."


def view(interaction: discord.Interaction[FilmBot]) -> Catalogue:
    """The films of the server of an interaction, to be edited. Raises RefusedError outside of servers the bot is in."""
    return interaction.client.catalogue.of(require_server(interaction))


async def film_id(text: str, catalogue: Catalogue, *, removed: bool = False) -> str:
    """The id of the one film a text means; with `removed` one that stands no more as well.

    Raises BotError with the films to choose from when it may be several, and the nearest when it is none.
    """
    found = await (find_ever(text, catalogue) if removed else catalogue.find(text))
    if found.fits == 1:
        return found.films[0].id
    names = ", ".join(cut(film.full_label, SHOWN) for film in found.films[: found.fits or 3])
    if found.fits:
        raise BotError(f"“{text}” may be several films: {names}. Choose one from the list while you type.")
    near = f" The nearest are {names}." if names else ""
    raise BotError(f"There is no film “{text}” here.{near}")


async def standing(film_id: str, catalogue: Catalogue) -> tuple[Standing, Film]:
    """What stands under an id now. Raises BotError when nothing does."""
    there = await catalogue.standing(film_id)
    if there.film is None:
        raise BotError(GONE)
    return there, there.film


async def id_of_key(key: str, catalogue: Catalogue) -> str:
    """The id that a key of a custom_id stands for."""
    return (await whole(key, catalogue)).removeprefix(ID)


def key_of(film_id: str) -> str:
    """The key of a film for a custom_id."""
    return short(film_id, KEY)
