"""Users, the bot itself, and private conversations."""

from __future__ import annotations

from typing import Any

from tests.fakecord.call import Call, Refusal, Route

Payload = dict[str, Any]


async def me(call: Call) -> Payload:
    """The bot's account."""
    return call.world.bot.payload() | {"verified": True, "mfa_enabled": False, "flags": 0, "email": None}


async def user(call: Call) -> Payload:
    """Somebody's account."""
    return call.user().payload()


async def open_dm(call: Call) -> Payload:
    """The private conversation with a user."""
    recipient = call.world.users.get(int(call.body["recipient_id"]))
    if recipient is None or recipient is call.world.bot:
        raise Refusal(400, 50033, "Invalid Recipient(s)")
    return call.world.dm(recipient).payload()


async def my_guilds(call: Call) -> list[Payload]:
    """The servers the bot is in."""
    return [guild.payload() for guild in call.world.guilds.values() if guild.bot_is_in]


async def leave_guild(call: Call) -> None:
    """Let the bot leave a server."""
    guild = call.guild()
    guild.bot_is_in = False
    for channel in guild.channels:
        channel.bot_is_in = False
    await call.gateway.dispatch("GUILD_DELETE", {"id": str(guild.id)}, guild=guild)


ROUTES = {
    "GET /users/@me": Route(me),
    "GET /users/@me/guilds": Route(my_guilds),
    "DELETE /users/@me/guilds/{guild_id}": Route(leave_guild),
    "POST /users/@me/channels": Route(open_dm),
    "GET /users/{user_id}": Route(user),
}
