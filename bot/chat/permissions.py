"""Who may use the moderators' tools: members with Manage Server, and roles that the server has named for it."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.chat.places import server_of
from bot.errors import BotError

if TYPE_CHECKING:
    from bot.chat.client import FilmBot

ELSEWHERE = "This is for servers that I am in: use it there, not in a direct message."
NOT_ALLOWED = "This is for moderators: members with Manage Server, or with a role named with /settings moderators."

NOT_MANAGING = "This is for members with Manage Server."


class RefusedError(app_commands.CheckFailure, BotError):
    """A person may not do this; the message says who may."""


class ModeratorGroup(app_commands.Group):
    """Commands for moderators, `/name subcommand`.

    Discord shows them to members with Manage Server and to whom a server allows them besides. They are shown in direct
    messages too, where the bot says why they do not work there.
    """

    def __init__(self, name: str, description: str, **options: Any) -> None:
        super().__init__(
            name=name,
            description=description,
            default_permissions=discord.Permissions(manage_guild=True),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=False),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
            **options,
        )

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Let moderators through."""
        await require_moderator(interaction)
        return True


def moderates(interaction: discord.Interaction[Any], roles: Collection[int]) -> bool:
    """Whether the person may use the moderators' tools of the server, which has named these roles for it."""
    if _manages(interaction):
        return True
    member = interaction.user
    return isinstance(member, discord.Member) and any(member.get_role(role) for role in roles)


async def is_moderator(interaction: discord.Interaction[FilmBot]) -> bool:
    """Whether this is a moderator of the server of the interaction."""
    try:
        return bool(await require_moderator(interaction))
    except RefusedError:
        return False


async def require_moderator(interaction: discord.Interaction[FilmBot]) -> int:
    """The id of the server whose moderator this is. Raises RefusedError for anybody else and outside of servers.

    For buttons, menus and forms as for commands: what was sent to a moderator may be used by one who no longer is one.
    """
    server = require_server(interaction)
    if not moderates(interaction, (await interaction.client.servers.settings(server)).moderator_roles):
        raise RefusedError(NOT_ALLOWED)
    return server


def require_manager(interaction: discord.Interaction[FilmBot], server: int | None = None) -> int:
    """The id of the server, which must be this one when one is given, whose manager this is.

    Raises RefusedError for anybody else and outside of servers.
    """
    here = require_server(interaction)
    if server not in (None, here):
        raise RefusedError("This belongs to another server.")
    if not _manages(interaction):
        raise RefusedError(NOT_MANAGING)
    return here


def require_server(interaction: discord.Interaction[FilmBot]) -> int:
    """The id of the server, which the bot is in. Raises RefusedError outside of those."""
    server = server_of(interaction)
    if server is None:
        raise RefusedError(ELSEWHERE)
    return server


def _manages(interaction: discord.Interaction[Any]) -> bool:
    return interaction.permissions.manage_guild or interaction.permissions.administrator
