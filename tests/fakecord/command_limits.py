"""Discord's limits for application commands and autocomplete: every check returns what is wrong, in words."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from tests.fakecord.component_limits import length_problems

Payload = dict[str, Any]

CHAT_INPUT, USER, MESSAGE = 1, 2, 3
SUBCOMMAND, GROUP, STRING, INTEGER, NUMBER = 1, 2, 3, 4, 10
COMMANDS = {CHAT_INPUT: 100, USER: 15, MESSAGE: 15}
NAME = 32
DESCRIPTION = 100
OPTIONS = 25
CHOICES = 25
CHOICE = 100
WHOLE_COMMAND = 8000
STRING_OPTION = 6000
SAFE_INTEGER = 2**53

LOCALES = frozenset(
    [
        "id",
        "da",
        "de",
        "en-GB",
        "en-US",
        "es-ES",
        "es-419",
        "fr",
        "hr",
        "it",
        "lt",
        "hu",
        "nl",
        "no",
        "pl",
        "pt-BR",
        "ro",
        "fi",
        "sv-SE",
        "vi",
        "tr",
        "cs",
        "el",
        "bg",
        "ru",
        "uk",
        "hi",
        "th",
        "zh-CN",
        "ja",
        "zh-TW",
        "ko",
    ]
)


def command_problems(commands: list[Payload], *, in_guild: bool) -> list[str]:
    """What is wrong with all the commands of an application, globally or in one server."""
    problems = []
    kinds = Counter(command.get("type") or CHAT_INPUT for command in commands)
    for kind, count in kinds.items():
        if count > COMMANDS.get(kind, 0):
            problems.append(f"{count} commands of type {kind}, over {COMMANDS.get(kind, 0)}")
    names = Counter((command.get("type") or CHAT_INPUT, command.get("name")) for command in commands)
    problems += [f"command {name!r} is defined {count} times" for (_, name), count in names.items() if count > 1]
    for command in commands:
        problems += [f"command {command.get('name')!r}: {problem}" for problem in _command(command, in_guild)]
    return problems


def _command(command: Payload, in_guild: bool) -> Iterator[str]:
    if (command.get("type") or CHAT_INPUT) == CHAT_INPUT:
        yield from _named(command)
        yield from _options(command.get("options") or [], depth=0)
        written = sum(len(text) for text in _texts(command))
        if written > WHOLE_COMMAND:
            yield f"{written} characters in names, descriptions and values, over {WHOLE_COMMAND}"
    else:
        for name in [command.get("name"), *(command.get("name_localizations") or {}).values()]:
            yield from length_problems("name", name, NAME, least=1)
        if command.get("description") or command.get("options"):
            yield "a context-menu command has no description and no options"
    yield from _locales(command)
    if in_guild and (command.get("contexts") is not None or command.get("integration_types") is not None):
        yield "a server's command takes no contexts and no integration types"
    for key, allowed in (("contexts", {0, 1, 2}), ("integration_types", {0, 1})):
        given = command.get(key)
        if given is not None and (not given or set(given) - allowed or len(set(given)) < len(given)):
            yield f"{key} {given}"


def _named(thing: Payload) -> Iterator[str]:
    for name in [thing.get("name"), *(thing.get("name_localizations") or {}).values()]:
        yield from name_problems(name)
    for text in [thing.get("description"), *(thing.get("description_localizations") or {}).values()]:
        yield from length_problems("description", text, DESCRIPTION, least=1)


def name_problems(name: object) -> Iterator[str]:
    r"""Says so when a name is not `^[-_'\p{L}\p{N}]{1,32}$` (Thai and Devanagari marks allowed) in lower case."""
    if not isinstance(name, str) or not 1 <= len(name) <= NAME:
        yield f"name {name!r} is not 1 to {NAME} characters long"
    elif bad := [letter for letter in name if not _allowed(letter)]:
        yield f"name {name!r} holds {''.join(bad)!r}"
    elif name != name.lower():
        yield f"name {name!r} has capitals"


def _allowed(letter: str) -> bool:
    return (
        letter in "-_'"
        or unicodedata.category(letter)[0] in "LN"
        or "\u0900" <= letter <= "\u097f"
        or "\u0e00" <= letter <= "\u0e7f"
    )


def _locales(thing: Payload) -> Iterator[str]:
    for key in ("name_localizations", "description_localizations"):
        if unknown := set(thing.get(key) or {}) - LOCALES:
            yield f"{key} has unknown locales {sorted(unknown)}"


def _options(options: list[Payload], *, depth: int) -> Iterator[str]:
    if len(options) > OPTIONS:
        yield f"{len(options)} options, over {OPTIONS}"
    for name, count in Counter(option.get("name") for option in options).items():
        if count > 1:
            yield f"option {name!r} is defined {count} times"
    kinds = {option.get("type") in (SUBCOMMAND, GROUP) for option in options}
    if kinds == {True, False}:
        yield "sub-commands beside plain options"
    optional_seen = False
    for option in options:
        if option.get("required") and optional_seen:
            yield f"required option {option.get('name')!r} after an optional one"
        optional_seen = optional_seen or not option.get("required")
        for problem in _option(option, depth):
            yield f"option {option.get('name')!r}: {problem}"


def _option(option: Payload, depth: int) -> Iterator[str]:
    yield from _named(option)
    yield from _locales(option)
    kind = option.get("type")
    if kind == GROUP and depth > 0:
        yield "a group inside a group"
    if kind == SUBCOMMAND and depth > 1:
        yield "a sub-command inside a sub-command"
    if kind in (SUBCOMMAND, GROUP):
        yield from _options(option.get("options") or [], depth=depth + 1 if kind == GROUP else 2)
        return
    choices = option.get("choices") or []
    if choices and option.get("autocomplete"):
        yield "both choices and autocomplete"
    yield from _choices(choices, kind)
    if kind == STRING:
        least, most = option.get("min_length") or 0, option.get("max_length") or STRING_OPTION
        if not 0 <= least <= most <= STRING_OPTION:
            yield f"{least} to {most} characters"
    elif option.get("min_length") is not None or option.get("max_length") is not None:
        yield "lengths on an option that is no text"
    low, high = option.get("min_value"), option.get("max_value")
    if (low is not None or high is not None) and kind not in (INTEGER, NUMBER):
        yield "a range on an option that is no number"
    elif low is not None and high is not None and low > high:
        yield f"from {low} to {high}"


def _choices(choices: list[Payload], kind: int | None) -> Iterator[str]:
    if len(choices) > CHOICES:
        yield f"{len(choices)} choices, over {CHOICES}"
    for choice in choices:
        yield from length_problems("choice name", choice.get("name"), CHOICE, least=1)
        yield from _value_problems(choice.get("value"), kind)


def _value_problems(value: object, kind: int | None) -> Iterator[str]:
    if kind == STRING:
        if not isinstance(value, str):
            yield f"choice value {value!r} is no text"
        else:
            yield from length_problems("choice value", value, CHOICE, least=1)
    elif isinstance(value, bool) or not isinstance(value, int if kind == INTEGER else (int, float)):
        yield f"choice value {value!r} does not fit the option"
    elif abs(value) > SAFE_INTEGER:
        yield f"choice value {value!r} is out of range"


def _texts(thing: Payload) -> Iterator[str]:
    for key in ("name", "description"):
        yield max([thing.get(key) or "", *(thing.get(f"{key}_localizations") or {}).values()], key=len)
    for choice in thing.get("choices") or []:
        yield choice.get("name") or ""
        yield str(choice.get("value") or "")
    for option in thing.get("options") or []:
        yield from _texts(option)


def autocomplete_problems(choices: Iterable[Payload], kind: int) -> list[str]:
    """What is wrong with the suggestions for an option of this type."""
    return list(_choices(list(choices), kind))
