"""One slash command for every look-up."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.chat import replies
from bot.chat.options import Decade, FilmTitle, Genre, PersonName
from bot.chat.places import place_of
from bot.knowledge.query import Query
from bot.questions.commands import COMMANDS, Command, Takes

if TYPE_CHECKING:
    from bot.chat.client import FilmBot

LookUp = Callable[..., Coroutine[Any, Any, None]]


class Lookups(commands.Cog):
    """The commands that `bot.questions` lists."""

    def __init__(self, bot: FilmBot) -> None:
        self._tree = bot.tree

    async def cog_load(self) -> None:
        """Offer them all."""
        for known in COMMANDS:
            callback = _CALLBACKS[known.takes](known)
            self._tree.add_command(
                app_commands.Command(name=known.name, description=known.description, callback=callback)
            )


def _titled(known: Command) -> LookUp:
    @app_commands.describe(title="Title of the film; a rough spelling will do")
    async def look_up(interaction: discord.Interaction[FilmBot], title: app_commands.Transform[str, FilmTitle]) -> None:
        await _put(interaction, known.query(title))

    return look_up


def _named(known: Command) -> LookUp:
    @app_commands.describe(name="Name of the person; a rough spelling will do")
    async def look_up(interaction: discord.Interaction[FilmBot], name: app_commands.Transform[str, PersonName]) -> None:
        await _put(interaction, known.query(name))

    return look_up


def _wished(known: Command) -> LookUp:
    @app_commands.describe(genre="Only of this genre", decade="Only of this decade or year, like 1980s or 1984")
    async def look_up(
        interaction: discord.Interaction[FilmBot],
        genre: app_commands.Transform[str, Genre] | None = None,
        decade: app_commands.Transform[str, Decade] | None = None,
    ) -> None:
        await _put(interaction, known.query(" ".join(filter(None, (genre, decade)))))

    return look_up


_CALLBACKS: dict[Takes, Callable[[Command], LookUp]] = {
    Takes.TITLE: _titled,
    Takes.PERSON: _named,
    Takes.WISHES: _wished,
}


async def _put(interaction: discord.Interaction[FilmBot], query: Query) -> None:
    bot, asker = interaction.client, interaction.user.id
    talk = bot.talks.of(interaction.channel_id, asker)
    await replies.answer(interaction, bot.answer(query, await place_of(interaction), asker, talk=talk))
