"""Films as YAML that people like to edit and every YAML reader reads alike.

Written by hand and not by PyYAML, which cannot fold long texts without wrapping the short ones too. Text is left bare
only where no reader of YAML 1.1 or 1.2 could take it for anything else: '1917', 'NO', '3:10' and dates are quoted.
"""

import re
from typing import Any

from bot.knowledge.film import Film

_WIDTH = 120
_BARE = re.compile(r"(?:\d+ )?[^\W\d_][\w.'’!&+()/·–-]*(?: [\w.'’!&+()/·–-]+)*")
_BARE_AND_BLOCK = re.compile(r"(?:\d+ )?[^\W\d_][\w.'’!?&+()/·–,;\"-]*(?: [\w.'’!?&+()/·–,;\"-]+)*")
"""Words that begin with a letter and hold nothing with a meaning in YAML; outside of brackets a comma has none."""
_TAKEN = frozenset({"true", "false", "yes", "no", "on", "off", "y", "n", "null"})
"""Words that YAML 1.1 or 1.2 reads as a truth value or as nothing."""
_FOLDABLE = re.compile(r"[^\s]+(?: [^\s]+)*")
"""A line that can be folded at its spaces and be read again as it was."""


def yaml_document(film: Film) -> str:
    """The film as one YAML document, fields in the schema's order, without its `---`."""
    return "".join(yaml_field(name, value) for name, value in film.document().items())


def yaml_field(name: str, value: Any) -> str:
    """One field of a document, with its line's end."""
    return f"{name}:{_field(value)}\n"


def _field(value: Any) -> str:
    match value:
        case str() if (folded := _folded(value)) is not None:
            return f" {folded}"
        case str():
            return f" {_text(value, _BARE_AND_BLOCK)}"
        case list() | tuple() if value and isinstance(value[0], dict):
            return "".join(f"\n  - {_flow(item)}" for item in value)
        case list() | tuple() if len(_flow(value)) > _WIDTH - 20:
            return "".join(f"\n  - {_flow(item)}" for item in value)
        case _:
            return f" {_flow(value)}"


def _flow(value: Any) -> str:
    match value:
        case str():
            return _text(value)
        case dict():
            return "{" + ", ".join(f"{_text(key)}: {_flow(item)}" for key, item in value.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(map(_flow, value)) + "]"
        case float() if value.is_integer() and value < 1e15:
            return str(int(value))
        case float():
            mantissa, exponent, power = repr(value).partition("e")
            return mantissa + ("" if "." in mantissa else ".0") + exponent + power
        case _:
            return str(value)


def _text(text: str, bare: re.Pattern[str] = _BARE) -> str:
    if bare.fullmatch(text) and text.lower() not in _TAKEN:
        return text
    if text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(char: str) -> str:
    if char in '"\\':
        return "\\" + char
    if char.isprintable():
        return char
    code = ord(char)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"


def _folded(text: str) -> str | None:
    """A long text over several lines, which a reader joins again; None when it is short or joining would change it."""
    paragraphs = re.split(r"(\n+)", text)
    if len(paragraphs) == 1 and len(text) <= _WIDTH - 20:
        return None
    if not all(_FOLDABLE.fullmatch(line) and line.replace(" ", "").isprintable() for line in paragraphs[::2]):
        return None
    return ">-\n" + "".join(_wrapped(part) if part.strip() else part + "\n" for part in paragraphs)


def _wrapped(line: str) -> str:
    """One paragraph, broken at spaces and indented."""
    rows, row = [], ""
    for word in line.split(" "):
        if row and len(row) + len(word) >= _WIDTH - 2:
            rows.append(row)
            row = word
        else:
            row = f"{row} {word}" if row else word
    return "\n".join(f"  {row}" for row in [*rows, row])
