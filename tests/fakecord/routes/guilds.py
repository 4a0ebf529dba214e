"""Servers and who is in them."""

from __future__ import annotations

from typing import Any

from tests.fakecord.call import Call, Refusal, Route

Payload = dict[str, Any]


async def guild(call: Call) -> Payload:
    """A server."""
    found = call.guild()
    count = len(found.members)
    counts = {"approximate_member_count": count, "approximate_presence_count": count}
    return found.payload() | (counts if call.query.get("with_counts") in ("1", "true") else {})


async def channels(call: Call) -> list[Payload]:
    """A server's channels."""
    return [channel.payload() for channel in call.guild().channels]


async def roles(call: Call) -> list[Payload]:
    """A server's roles."""
    return [role.payload() for role in call.guild().roles]


async def member(call: Call) -> Payload:
    """A member of a server."""
    found = call.guild().members.get(call.id("user_id"))
    if found is None:
        raise Refusal(404, 10007, "Unknown Member")
    return found.payload()


async def members(call: Call) -> list[Payload]:
    """A server's members, by id."""
    after, limit = int(call.query.get("after", 0)), int(call.query.get("limit", 1))
    found = sorted(call.guild().members.items())
    return [member.payload() for user_id, member in found if user_id > after][:limit]


async def search(call: Call) -> list[Payload]:
    """The members whose name begins so."""
    prefix, limit = call.query.get("query", "").lower(), int(call.query.get("limit", 1))
    return [m.payload() for m in call.guild().members.values() if m.user.name.startswith(prefix)][:limit]


async def nothing(call: Call) -> list[Payload]:
    """An empty list, for what the local Discord has none of."""
    call.guild()
    return []


ROUTES = {
    "GET /guilds/{guild_id}": Route(guild),
    "GET /guilds/{guild_id}/channels": Route(channels),
    "GET /guilds/{guild_id}/roles": Route(roles),
    "GET /guilds/{guild_id}/members": Route(members),
    "GET /guilds/{guild_id}/members/search": Route(search),
    "GET /guilds/{guild_id}/members/{user_id}": Route(member),
    "GET /guilds/{guild_id}/emojis": Route(nothing),
    "GET /guilds/{guild_id}/stickers": Route(nothing),
}
