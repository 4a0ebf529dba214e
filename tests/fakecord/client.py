"""What a real Discord client would send for a command, and what it would refuse to send."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.fakecord.command_limits import GROUP, INTEGER, NUMBER, SAFE_INTEGER, STRING, STRING_OPTION, SUBCOMMAND
from tests.fakecord.flags import ALL_PERMISSIONS, Permission
from tests.fakecord.messages import File, Message
from tests.fakecord.people import Channel, Role, User
from tests.fakecord.world import World

Payload = dict[str, Any]
Value = str | int | float | bool | User | Channel | Role | File

BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE, ATTACHMENT = 5, 6, 7, 8, 9, 11


class Refused(AssertionError):  # noqa: N818 - reads as what happened
    """A real client would not let the user do this."""


@dataclass(frozen=True)
class Typed:
    """A command as it was typed: its definition, the options it leads to, and the data to send."""

    command: Payload
    options: list[Payload]
    data: Payload

    def option(self, name: str) -> Payload:
        """The definition of one option."""
        for option in self.options:
            if option["name"] == name:
                return option
        raise Refused(f"/{self.command['name']} has no option {name!r}, only {[o['name'] for o in self.options]}")


def find(world: World, name: str, kind: int, user: User, where: Channel) -> Payload:
    """The command of this name, if the client shows it to this user in this place."""
    shown = [command for command in world.visible_commands(where.guild) if command["type"] == kind]
    named = [command for command in shown if command["name"] == name]
    if not named:
        raise Refused(f"no command {name!r} was synced, only {sorted(command['name'] for command in shown)}")
    command = named[0]
    _check_place(command, where)
    if where.guild:
        if user.id not in where.guild.members:
            raise Refused(f"{user.name} is not in {where.guild.name}")
        permissions = where.guild.permissions(user)
        needed = None if where.guild.allows(name, user) else command.get("default_member_permissions")
        if needed is not None and permissions != ALL_PERMISSIONS and (int(needed) == 0 or int(needed) & ~permissions):
            raise Refused(f"{user.name} lacks the permissions {needed} that {name!r} asks for")
        if not permissions & Permission.USE_APPLICATION_COMMANDS:
            raise Refused(f"{user.name} may not use commands in {where.guild.name}")
    if command.get("nsfw") and where.guild and not where.nsfw:
        raise Refused(f"{name!r} is shown in age-restricted channels only")
    return command


def _check_place(command: Payload, where: Channel) -> None:
    if "guild_id" in command:
        return
    installs, contexts = command["integration_types"], command["contexts"]
    context = 0 if where.guild else 1 if where.bot_is_in else 2
    if contexts is not None and context not in contexts:
        raise Refused(f"{command['name']!r} is not shown in context {context}, only in {contexts}")
    if context == 1 and contexts is None and not command.get("dm_permission", True):
        raise Refused(f"{command['name']!r} is not shown in direct messages")
    if not where.bot_is_in and 1 not in installs:
        raise Refused(f"{command['name']!r} is not shown where the bot is not: it has no user install")
    if where.guild and where.bot_is_in and 0 not in installs:
        raise Refused(f"{command['name']!r} is not shown through the server: it has no guild install")


def typed(world: World, path: str, values: Mapping[str, Value], user: User, where: Channel, focused: str = "") -> Typed:
    """A slash command with its options, `path` with sub-commands like "entry add".

    With `focused` it is the unfinished input for that option's autocomplete: nothing is required yet.
    """
    name, *below = path.removeprefix("/").split()
    command = find(world, name, 1, user, where)
    options: list[Payload] = command.get("options") or []
    levels: list[tuple[str, int]] = []
    for step in below:
        branch = next((o for o in options if o["name"] == step and o["type"] in (SUBCOMMAND, GROUP)), None)
        if branch is None:
            raise Refused(f"/{path}: {step!r} is no sub-command of {name!r}, only {[o['name'] for o in options]}")
        levels.append((branch["name"], branch["type"]))
        options = branch.get("options") or []
    if any(option["type"] in (SUBCOMMAND, GROUP) for option in options):
        raise Refused(f"/{path}: a sub-command must be chosen: {[option['name'] for option in options]}")
    result = Typed(command, options, {})
    resolved: Payload = {}
    given = [_given(result.option(key), value, world, where, resolved, focused) for key, value in values.items()]
    missing = [option["name"] for option in options if option.get("required") and option["name"] not in values]
    if missing and not focused:
        raise Refused(f"/{path}: the required options {missing} are missing")
    for step, kind in reversed(levels):
        given = [{"name": step, "type": kind, "options": given}]
    result.data.update({"id": command["id"], "name": command["name"], "type": 1, "options": given})
    if resolved and not focused:
        result.data["resolved"] = resolved
    if "guild_id" in command:
        result.data["guild_id"] = command["guild_id"]
    return result


def _given(option: Payload, value: Value, world: World, where: Channel, resolved: Payload, focused: str) -> Payload:
    name, kind = option["name"], option["type"]
    given: Payload = {"name": name, "type": kind}
    if name == focused:
        if not option.get("autocomplete"):
            raise Refused(f"option {name!r} has no autocomplete")
        return given | {"value": str(value), "focused": True}
    if kind in (STRING, INTEGER, NUMBER, BOOLEAN):
        _check_plain(option, value)
        return given | {"value": value}
    if not isinstance(value, _RESOLVED[kind]):
        raise Refused(f"option {name!r} takes no {type(value).__name__}")
    if isinstance(value, File):
        world.store(value, where)
    _resolve(value, where, resolved)
    if isinstance(value, Channel) and (kinds := option.get("channel_types")) and value.type not in kinds:
        raise Refused(f"option {name!r} takes no channel of type {value.type.name}")
    return given | {"value": str(getattr(value, "id", 0))}


_RESOLVED: dict[int, tuple[type, ...]] = {
    USER: (User,),
    CHANNEL: (Channel,),
    ROLE: (Role,),
    MENTIONABLE: (User, Role),
    ATTACHMENT: (File,),
}


def _resolve(value: Value, where: Channel, resolved: Payload) -> None:
    if isinstance(value, User):
        resolve_user(value, where, resolved)
    elif isinstance(value, Role):
        resolved.setdefault("roles", {})[str(value.id)] = value.payload()
    elif isinstance(value, Channel):
        resolved.setdefault("channels", {})[str(value.id)] = value.payload() | {"permissions": str(ALL_PERMISSIONS)}
    elif isinstance(value, File):
        resolved.setdefault("attachments", {})[str(value.id)] = value.payload()


def resolve_user(user: User, where: Channel, resolved: Payload) -> None:
    """Put the user, and in a server the member, into the resolved data."""
    resolved.setdefault("users", {})[str(user.id)] = user.payload()
    member = where.guild.members.get(user.id) if where.guild else None
    if where.guild and member:
        permissions = {"permissions": str(where.guild.permissions(user))}
        resolved.setdefault("members", {})[str(user.id)] = member.payload(user=False) | permissions


_PLAIN: dict[int, tuple[type, ...]] = {STRING: (str,), INTEGER: (int,), NUMBER: (int, float), BOOLEAN: (bool,)}


def _check_plain(option: Payload, value: Value) -> None:
    name, kind = option["name"], option["type"]
    if not isinstance(value, _PLAIN[kind]) or (isinstance(value, bool) and kind != BOOLEAN):
        raise Refused(f"option {name!r} takes no {type(value).__name__}: {value!r}")
    choices = [choice["value"] for choice in option.get("choices") or ()]
    if choices and value not in choices:
        raise Refused(f"option {name!r} takes one of {choices}, not {value!r}")
    if isinstance(value, str):
        least, most = option.get("min_length") or 1, option.get("max_length") or STRING_OPTION
        if not least <= len(value) <= most:
            raise Refused(f"option {name!r} takes {least} to {most} characters, not {len(value)}")
    elif isinstance(value, int | float) and kind != BOOLEAN:
        low, high = option.get("min_value", -SAFE_INTEGER), option.get("max_value", SAFE_INTEGER)
        if not low <= value <= high:
            raise Refused(f"option {name!r} takes {low} to {high}, not {value}")


def pointed(world: World, name: str, target: User | Message, user: User, where: Channel) -> Payload:
    """The data of a context-menu command on a user or a message."""
    command = find(world, name, 2 if isinstance(target, User) else 3, user, where)
    resolved: Payload = {}
    if isinstance(target, User):
        resolve_user(target, where, resolved)
    else:
        resolved["messages"] = {str(target.id): target.payload()}
    data = {
        "id": command["id"],
        "name": name,
        "type": command["type"],
        "target_id": str(target.id),
        "resolved": resolved,
    }
    return data | ({"guild_id": command["guild_id"]} if "guild_id" in command else {})
