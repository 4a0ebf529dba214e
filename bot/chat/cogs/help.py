"""Questions in plain words, and what can be asked at all."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.chat import cards, replies
from bot.chat.markdown import cut
from bot.chat.permissions import ModeratorGroup
from bot.chat.places import place_of
from bot.chat.replies import Reply

if TYPE_CHECKING:
    from bot.chat.client import FilmBot

Known = app_commands.Command[Any, ..., Any]

INTRODUCTION = "Ask me about films: with a command, by mentioning me, or in a direct message. Rough spelling will do."


class Help(commands.Cog):
    """/ask and /help."""

    @app_commands.command(name="ask", description="Ask about films in your own words")
    @app_commands.describe(question="For example: how long is The Sessions?")
    async def put(self, interaction: discord.Interaction[FilmBot], question: str) -> None:
        """Answer a question."""
        await replies.answer(interaction, _answer(interaction, question))

    @app_commands.command(name="help", description="What I can look up, and how to ask")
    async def explain(self, interaction: discord.Interaction[FilmBot]) -> None:
        """List the commands, each to be clicked."""
        bot = interaction.client
        listed = (f"/{known.qualified_name} {known.description}" for known in _commands(bot))
        text = bot.clickable("\n".join((INTRODUCTION, "", *listed)))
        embed = discord.Embed(title="Films", description=text, colour=cards.GOLD)
        for group in _for_moderators(bot):
            named = bot.clickable(" · ".join(f"/{known.qualified_name}" for known in _leaves([group])))
            embed.add_field(name=f"For moderators: {group.description}", value=cut(named, cards.FIELD), inline=False)
        await interaction.response.send_message(embed=embed, ephemeral=True)


def _commands(bot: FilmBot) -> list[Known]:
    """What everybody may use."""
    return _leaves(known for known in bot.tree.get_commands() if not isinstance(known, ModeratorGroup))


def _for_moderators(bot: FilmBot) -> list[ModeratorGroup]:
    return [known for known in bot.tree.get_commands() if isinstance(known, ModeratorGroup)]


def _leaves(commands: Iterable[object]) -> list[Known]:
    """The commands that can be typed: a group stands for those in it."""
    parts = ([*known.walk_commands()] if isinstance(known, app_commands.Group) else [known] for known in commands)
    return [known for part in parts for known in part if isinstance(known, app_commands.Command)]


async def _answer(interaction: discord.Interaction[FilmBot], question: str) -> Reply:
    bot, asker = interaction.client, interaction.user.id
    _, reply = await bot.ask(question, await place_of(interaction), asker, bot.talks.of(interaction.channel_id, asker))
    return reply
