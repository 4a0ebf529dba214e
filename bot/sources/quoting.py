"""Several values on one line: split at commas, with double quotes around what holds one."""

import re
from typing import NamedTuple

_QUOTED = re.compile(r'\s*"((?:[^"]|"")*)"\s*')


class Part(NamedTuple):
    """One of several values; what was quoted is text whatever it looks like."""

    text: str
    quoted: bool = False


def split(line: str, separators: str = ",") -> list[Part]:
    """The parts of a line between the separators; empty ones stay."""
    parts, at = [], 0
    bare = re.compile(rf"[^{re.escape(separators)}]*")
    while True:
        match = _QUOTED.match(line, at)
        if match and (match.end() == len(line) or line[match.end()] in separators):
            parts.append(Part(match[1].replace('""', '"'), True))
        else:
            match = bare.match(line, at)
            assert match
            parts.append(Part(match[0].strip()))
        at = match.end() + 1
        if at > len(line):
            return parts


def quoted(text: str) -> str:
    """The text in double quotes, those in it doubled."""
    return '"' + text.replace('"', '""') + '"'
