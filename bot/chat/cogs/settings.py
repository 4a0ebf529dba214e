"""What a server's moderators settle about the bot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.chat import settling
from bot.chat.permissions import ModeratorGroup
from bot.chat.replies import answer

if TYPE_CHECKING:
    from bot.chat.client import FilmBot

Choice = app_commands.Choice[str]


def _choices(field: str) -> list[Choice]:
    return [app_commands.Choice(name=words, value=value) for value, words in settling.WORDS[field].items()]


class Settings(ModeratorGroup):
    """/settings."""

    def __init__(self) -> None:
        super().__init__("settings", "What this server has settled about me")

    @app_commands.command(description="Everything that is settled here, on one card")
    async def show(self, interaction: discord.Interaction[FilmBot]) -> None:
        """Show the card."""
        await answer(interaction, settling.shown(interaction))

    @app_commands.command(description="Roles that may use the moderators' tools besides Manage Server")
    async def moderators(self, interaction: discord.Interaction[FilmBot]) -> None:
        """Offer the roles."""
        await answer(interaction, settling.offered(interaction, "moderator_roles"))

    @app_commands.command(name="review-channel", description="Where suggestions of members are shown for review")
    async def review_channel(self, interaction: discord.Interaction[FilmBot]) -> None:
        """Offer the channels."""
        await answer(interaction, settling.offered(interaction, "review_channel"))

    @app_commands.command(description="The only channels in which I may answer")
    async def channels(self, interaction: discord.Interaction[FilmBot]) -> None:
        """Offer the channels."""
        await answer(interaction, settling.offered(interaction, "channels"))

    @app_commands.command(description="How whole plots are shown")
    @app_commands.choices(how=_choices("spoilers"))
    @app_commands.describe(how="What becomes of a plot")
    async def spoilers(self, interaction: discord.Interaction[FilmBot], how: Choice) -> None:
        """Settle it."""
        await answer(interaction, settling.settled(interaction, spoilers=how.value))

    @app_commands.command(description="What becomes of films for adults only outside age-restricted channels")
    @app_commands.choices(how=_choices("mature"))
    @app_commands.describe(how="What becomes of a film that a board lets nobody under 18 see")
    async def mature(self, interaction: discord.Interaction[FilmBot], how: Choice) -> None:
        """Settle it."""
        await answer(interaction, settling.settled(interaction, mature=how.value))

    @app_commands.command(description="Whether films named as [[The Sessions]] in any message get a small card")
    @app_commands.describe(on="True to show the cards")
    async def inline(self, interaction: discord.Interaction[FilmBot], on: bool) -> None:
        """Settle it."""
        await answer(interaction, settling.settled(interaction, inline=on))
