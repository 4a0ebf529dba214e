"""Telling Discord the commands, only when they are not what Discord has."""

import hashlib
import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import discord
from discord import app_commands

log = logging.getLogger(__name__)

Payload = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Synced:
    """What Discord was last known to have: the digest of the definitions, and every command's id by name."""

    application: int
    digest: str
    ids: Mapping[str, int] = field(default_factory=dict)


async def sync(tree: app_commands.CommandTree[Any], application: int, file: Path | None) -> Synced:
    """Upload the commands of a tree unless Discord has them; `file` remembers what was uploaded last.

    Raises discord.HTTPException when Discord refuses or cannot be reached.
    """
    wanted = [command.to_dict(tree) for command in tree.get_commands()]
    digest = hashlib.sha256(json.dumps(wanted, sort_keys=True).encode()).hexdigest()
    known = _remembered(file)
    if known and known.application == application and known.digest == digest:
        return known
    there: Sequence[Payload] = await tree.client.http.get_global_commands(application)
    if not same(wanted, there):
        log.info("Telling Discord of %d commands", len(wanted))
        there = await tree.client.http.bulk_upsert_global_commands(application, payload=wanted)
    synced = Synced(application, digest, {command["name"]: int(command["id"]) for command in there})
    _remember(file, synced)
    return synced


def same(wanted: Sequence[Payload], there: Sequence[Payload]) -> bool:
    """Whether Discord has just these commands; what it adds (ids, versions, defaults) does not count."""
    known = {(command.get("type", 1), command["name"]): {"type": 1, **command} for command in there}
    return len(wanted) == len(there) and all(
        _holds(known.get((command.get("type", 1), command["name"])), command) for command in wanted
    )


_DEFAULTS: tuple[object, ...] = (None, False, "", [], {})


def _holds(there: object, wanted: object) -> bool:
    if isinstance(wanted, Mapping):
        return isinstance(there, Mapping) and all(_holds(there.get(key), value) for key, value in wanted.items())
    if isinstance(wanted, list) and isinstance(there, list):
        if all(isinstance(item, int) for item in (*wanted, *there)):
            return sorted(wanted) == sorted(there)
        return len(wanted) == len(there) and all(map(_holds, there, wanted))
    return wanted == there or (wanted in _DEFAULTS and there in _DEFAULTS) or str(wanted) == str(there)


def _remembered(file: Path | None) -> Synced | None:
    try:
        said = json.loads(file.read_text("utf-8")) if file else {}
        return Synced(said["application"], said["digest"], {str(name): int(id_) for name, id_ in said["ids"].items()})
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def _remember(file: Path | None, synced: Synced) -> None:
    if file is None:
        return
    said = {"application": synced.application, "digest": synced.digest, "ids": dict(synced.ids)}
    fresh = file.with_name(f"{file.name}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(json.dumps(said), "utf-8")
        fresh.replace(file)
    except OSError as error:
        log.warning("Cannot remember which commands Discord has (%s); the next start will ask", error.strerror)


async def synced_or_known(tree: app_commands.CommandTree[Any], application: int, file: Path | None) -> Synced:
    """As `sync`, but what Discord refuses is logged and does not keep the bot from starting."""
    try:
        return await sync(tree, application, file)
    except (discord.HTTPException, discord.RateLimited) as error:
        log.error("Discord did not take the commands; those it has stay as they are: %s", error)
        return _remembered(file) or Synced(application, "")
