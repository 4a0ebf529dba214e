"""Checks requests against Discord's own OpenAPI description, when a copy of it is at hand.

The description is public (github.com/discord/discord-api-spec) and not part of this repository. It is looked for in
`$DISCORD_OPENAPI`, then beside the repository in `../shared/data/discord_openapi.json`.
"""

from __future__ import annotations

import copy
import functools
import json
import os
from pathlib import Path
from typing import Any

import jsonschema_rs

Payload = dict[str, Any]
Schema = dict[str, Any]

_URI = "urn:discord"
_PERMISSIONS = {"permissions", "allow", "deny", "default_member_permissions"}
# what discord.py sends though the description does not name it
_UNDESCRIBED = {
    "ApplicationCommandUpdateRequest": ("nsfw",),
    "ApplicationCommandCreateRequest": ("nsfw",),
    "ApplicationCommandPatchRequestPartial": ("nsfw",),
    "RichEmbed": ("flags",),
    "MessageAttachmentRequest": ("proxy_url", "size", "url", "spoiler", "content_type", "height", "width"),
    "MessageEditRequestPartial": ("tts",),
    "IncomingWebhookUpdateRequestPartial": ("tts",),
    "IncomingWebhookUpdateForInteractionCallbackRequestPartial": ("tts",),
}


def find_description() -> Path | None:
    """The file with the description, or None."""
    root = Path(__file__).resolve().parents[2]
    named = os.environ.get("DISCORD_OPENAPI")
    path = Path(named) if named else root.parent / "shared" / "data" / "discord_openapi.json"
    return path if path.is_file() else None


@functools.cache
def load(path: Path) -> Description:
    """The description, read once a process."""
    return Description(json.loads(path.read_bytes()))


class Description:
    """What Discord says the body of each request looks like, a little stricter where discord.py's spelling allows it.

    Snowflakes may be integers too, permissions may be strings, unknown keys are refused, and where the alternatives
    of a body are told apart by `type`, only the one of that type counts, so that an error names the wrong value.
    """

    def __init__(self, document: Payload) -> None:
        self._paths: Payload = document["paths"]
        schemas: dict[str, Schema] = copy.deepcopy(document["components"]["schemas"])
        for name, keys in _UNDESCRIBED.items():
            schemas[name]["properties"] |= {key: {} for key in keys}
        self._schemas = schemas
        strict = {name: self._strict(schema) for name, schema in schemas.items()}
        strict["SnowflakeType"] = {"type": ["string", "integer"], "pattern": "^(0|[1-9][0-9]*)$"}
        self._document = {"components": {"schemas": strict}}
        self._registry = jsonschema_rs.Registry([(_URI, self._document)])
        self._validators: dict[tuple[str, str], jsonschema_rs.Validator | None] = {}

    def problems(self, method: str, path: str, body: object) -> list[str]:
        """What Discord's description finds wrong with the JSON body of this request."""
        validator = self._validator(method.lower(), path)
        if validator is None:
            return []
        return [
            f"{'/'.join(map(str, error.instance_path)) or 'body'}: {_shortened(error.message)}"
            for error in validator.iter_errors(body)
        ]

    def _validator(self, method: str, path: str) -> jsonschema_rs.Validator | None:
        key = (method, path)
        if key not in self._validators:
            operation = self._paths.get(path, {}).get(method, {})
            schema = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
            self._validators[key] = self._build(schema) if schema else None
        return self._validators[key]

    def _build(self, schema: Schema) -> jsonschema_rs.Validator:
        return jsonschema_rs.Draft202012Validator(self._strict(schema), registry=self._registry)

    def _strict(self, schema: Any, key: str = "") -> Any:
        if isinstance(schema, list):
            return [self._strict(item) for item in schema]
        if not isinstance(schema, dict):
            return schema
        if "$ref" in schema:
            return {"$ref": schema["$ref"].replace("#/components", f"{_URI}#/components")}
        strict = {
            name: self._strict(value) for name, value in schema.items() if name not in ("oneOf", "anyOf", "properties")
        }
        if "properties" in schema:
            strict["properties"] = {name: self._strict(value, name) for name, value in schema["properties"].items()}
            if "additionalProperties" not in schema:
                strict["unevaluatedProperties"] = False
        if key in _PERMISSIONS and "integer" in str(schema.get("type")):
            return {"anyOf": [strict, {"type": "string", "pattern": "^[0-9]+$"}]}
        for combiner in ("oneOf", "anyOf"):
            if combiner in schema:
                strict |= self._alternatives(combiner, schema[combiner])
        return strict

    def _alternatives(self, combiner: str, branches: list[Schema]) -> Schema:
        rest = [branch for branch in branches if branch.get("type") != "null"]
        if len(rest) == 1 and len(branches) == 2:
            return {"if": {"type": "null"}, "else": self._strict(rest[0])}
        types = [self._types(branch) for branch in branches]
        known = [kind for kinds in types for kind in kinds]
        if not all(types) or len(set(known)) < len(known):
            return {combiner: [self._strict(branch) for branch in branches]}
        chain: Schema = {"properties": {"type": {"enum": known}}, "required": ["type"]}
        for branch, kinds in zip(branches, types, strict=True):
            of_this_type = {"properties": {"type": {"enum": kinds}}, "required": ["type"]}
            chain = {"if": of_this_type, "then": self._strict(branch), "else": chain}
        return chain

    def _types(self, branch: Schema) -> list[int]:
        name = branch.get("$ref", "").rpartition("/")[2]
        found: list[int] = self._schemas.get(name, {}).get("properties", {}).get("type", {}).get("enum") or []
        return found


def _shortened(message: str, limit: int = 300) -> str:
    return message if len(message) <= limit else f"{message[: limit // 2]} … {message[-limit // 2 :]}"
