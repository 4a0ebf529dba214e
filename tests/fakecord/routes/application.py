"""The bot's application and where its gateway is."""

from __future__ import annotations

from typing import Any

from tests.fakecord.call import Call, Route

Payload = dict[str, Any]

_INSTALL = {"oauth2_install_params": {"scopes": ["applications.commands", "bot"], "permissions": "0"}}
_LIMITED_MEMBERS, _LIMITED_CONTENT = 1 << 15, 1 << 19


async def application(call: Call) -> Payload:
    """The application, owned by the oldest human user."""
    world = call.world
    owner = next(user for user in world.users.values() if not user.bot)
    flags = sum(
        flag for intent, flag in ((1 << 1, _LIMITED_MEMBERS), (1 << 15, _LIMITED_CONTENT)) if world.granted & intent
    )
    return {
        "id": str(world.bot.id),
        "name": world.bot.name,
        "description": "",
        "icon": None,
        "bot": world.bot.payload(),
        "bot_public": True,
        "bot_require_code_grant": False,
        "owner": owner.payload(),
        "team": None,
        "summary": "",
        "verify_key": "0" * 64,
        "flags": flags,
        "redirect_uris": [],
        "tags": [],
        "interactions_endpoint_url": None,
        "approximate_guild_count": len(world.guilds),
        "approximate_user_install_count": 0,
        "integration_types_config": {"0": _INSTALL, "1": {}},
    }


async def gateway(call: Call) -> Payload:
    """Where the gateway is."""
    return {"url": "wss://gateway.discord.gg"}


async def gateway_bot(call: Call) -> Payload:
    """Where the gateway is, how many shards to use, and how many sessions may still be started today."""
    started = len(call.gateway.identifies)
    limit = {"total": 1000, "remaining": 1000 - started, "reset_after": 86_400_000, "max_concurrency": 1}
    return {"url": "wss://gateway.discord.gg", "shards": call.world.shards, "session_start_limit": limit}


async def emojis(call: Call) -> Payload:
    """The application's own emojis: none."""
    return {"items": []}


async def nothing(call: Call) -> list[Payload]:
    """An empty list: things to buy, and who bought them."""
    return []


ROUTES = {
    "GET /oauth2/applications/@me": Route(application),
    "GET /applications/@me": Route(application),
    "PATCH /applications/@me": Route(application),
    "GET /gateway": Route(gateway),
    "GET /gateway/bot": Route(gateway_bot),
    "GET /applications/{application_id}/emojis": Route(emojis),
    "GET /applications/{application_id}/entitlements": Route(nothing),
    "GET /applications/{application_id}/skus": Route(nothing),
}
