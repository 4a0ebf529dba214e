"""Who may use the moderators' tools."""

from typing import Any

import discord as dpy
import pytest
from discord import app_commands

from bot.chat.permissions import ELSEWHERE, NOT_ALLOWED, ModeratorGroup
from bot.knowledge.server_settings import ServerSettings
from tests.chat.conftest import NewBot
from tests.fakecord import FakeDiscord, Refused, running


async def done(interaction: dpy.Interaction[Any]) -> None:
    """Say so."""
    await interaction.response.send_message("done", ephemeral=True)


async def test_moderators_only_and_in_servers_only(discord: FakeDiscord, new_bot: NewBot) -> None:
    bot = new_bot()
    group = ModeratorGroup("tools", "For moderators")
    group.add_command(app_commands.Command(name="use", description="Use them", callback=done))
    bot.tree.add_command(group)
    role = discord.add_role(discord.guild, "Cinephiles")
    async with running(bot, discord):
        assert (await discord.slash("tools use", user=discord.moderator)).text == "done"
        with pytest.raises(Refused, match="lacks the permissions"):
            await discord.slash("tools use")
        discord.guild.add_member(discord.user, [role])
        discord.guild.allow("tools", role)
        await bot.servers.save(discord.guild.id, ServerSettings(moderator_roles=(role.id,)))
        assert (await discord.slash("tools use")).text == "done"
        await bot.servers.save(discord.guild.id, ServerSettings())
        refused = await discord.slash("tools use")
        assert refused.ephemeral
        assert refused.text == NOT_ALLOWED
        private = await discord.slash("tools use", where=discord.dm(discord.moderator))
        assert private.ephemeral
        assert private.text == ELSEWHERE
