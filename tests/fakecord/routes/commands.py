"""Application commands: the global ones and those of single servers."""

from __future__ import annotations

from typing import Any

from tests.fakecord.call import Call, Refusal, Route
from tests.fakecord.command_limits import command_problems
from tests.fakecord.world import Sync

Payload = dict[str, Any]


def _scope(call: Call) -> dict[int, Payload]:
    if call.id("application_id") != call.world.bot.id:
        raise Refusal(403, 20012, "You are not authorized to perform this action on this application")
    return call.world.commands.setdefault(_guild_id(call), {})


def _guild_id(call: Call) -> int | None:
    return call.guild().id if "guild_id" in call.ids else None


def _identity(command: Payload) -> tuple[int, str]:
    return command.get("type") or 1, command["name"]


def _stored(call: Call, command: Payload, commands: dict[int, Payload]) -> Payload:
    same = next((old for old in commands.values() if _identity(old) == _identity(command)), None)
    permissions = command.get("default_member_permissions")
    stored = {
        "description": "",
        "options": [],
        "nsfw": False,
        **{key: value for key, value in command.items() if value is not None},
        "id": same["id"] if same else str(call.world.new_id()),
        "application_id": str(call.world.bot.id),
        "version": str(call.world.new_id()),
        "type": command.get("type") or 1,
        "default_member_permissions": None if permissions is None else str(permissions),
    }
    guild_id = _guild_id(call)
    if guild_id is None:
        stored |= {
            "contexts": command.get("contexts"),
            "integration_types": command.get("integration_types") or [0],
            "dm_permission": command.get("dm_permission", True),
        }
    else:
        stored["guild_id"] = str(guild_id)
    return stored


def _command(call: Call) -> Payload:
    command = _scope(call).get(call.id("command_id"))
    if command is None:
        raise Refusal(404, 10063, "Unknown application command")
    return command


def check_all(call: Call) -> list[str]:
    """All the commands of an upload."""
    return command_problems(call.body, in_guild="guild_id" in call.ids)


def check_one(call: Call) -> list[str]:
    """One new command beside those that are there."""
    others = [old for old in _scope(call).values() if _identity(old) != _identity(call.body)]
    return command_problems([*(_as_sent(old) for old in others), call.body], in_guild="guild_id" in call.ids)


def check_change(call: Call) -> list[str]:
    """A changed command."""
    return command_problems([_as_sent(_command(call)) | call.body], in_guild="guild_id" in call.ids)


def _as_sent(command: Payload) -> Payload:
    return {key: value for key, value in command.items() if key not in ("id", "version", "application_id", "guild_id")}


async def overwrite(call: Call) -> list[Payload]:
    """Replace all commands; those that stay keep their ids."""
    commands = _scope(call)
    new = [_stored(call, command, commands) for command in call.body]
    commands.clear()
    commands.update({int(command["id"]): command for command in new})
    call.world.syncs.append(Sync(_guild_id(call), [command["name"] for command in new]))
    return new


async def create(call: Call) -> Payload:
    """Add one command, or replace the one of this name."""
    commands = _scope(call)
    command = _stored(call, call.body, commands)
    commands[int(command["id"])] = command
    call.world.syncs.append(Sync(_guild_id(call), [command["name"]]))
    return command


async def change(call: Call) -> Payload:
    """Change one command."""
    command = _command(call)
    command |= call.body
    call.world.syncs.append(Sync(_guild_id(call), [command["name"]]))
    return command


async def every(call: Call) -> list[Payload]:
    """All commands, with their translations only when asked for."""
    commands = list(_scope(call).values())
    return commands if call.query.get("with_localizations") in ("1", "true") else _untranslated(commands)


def _untranslated(value: Any) -> Any:
    if isinstance(value, list):
        return [_untranslated(item) for item in value]
    if isinstance(value, dict):
        return {key: _untranslated(item) for key, item in value.items() if not key.endswith("_localizations")}
    return value


async def one(call: Call) -> Payload:
    """One command."""
    return _command(call)


async def delete(call: Call) -> None:
    """Delete one command."""
    del _scope(call)[int(_command(call)["id"])]


async def permissions(call: Call) -> list[Payload]:
    """Who may use which command, by the server's settings: nothing was set."""
    _scope(call)
    return []


async def permissions_of_one(call: Call) -> Payload:
    """Who may use the command, by the server's settings: nothing was set."""
    _command(call)
    raise Refusal(404, 10066, "Unknown application command permissions")


def _routes(base: str) -> dict[str, Route]:
    return {
        f"GET {base}": Route(every),
        f"PUT {base}": Route(overwrite, check_all),
        f"POST {base}": Route(create, check_one),
        f"GET {base}/{{command_id}}": Route(one),
        f"PATCH {base}/{{command_id}}": Route(change, check_change),
        f"DELETE {base}/{{command_id}}": Route(delete),
    }


_IN_GUILD = "/applications/{application_id}/guilds/{guild_id}/commands"

ROUTES = (
    {f"GET {_IN_GUILD}/permissions": Route(permissions)}
    | _routes("/applications/{application_id}/commands")
    | _routes(_IN_GUILD)
    | {f"GET {_IN_GUILD}/{{command_id}}/permissions": Route(permissions_of_one)}
)
