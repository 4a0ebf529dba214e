"""The values of a list as lines of text, one a line or with commas between: written, and read with their places.

What would be read as something else than it is stands in double quotes.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.sources.problem import shown
from bot.sources.quoting import Part, quoted, split

BULLET = re.compile(r"^\s*[-*•·]\s+")
_SUFFIX = re.compile(r"(?:[JS]r|I{2,3}|IV|Esq|Ph\.?D|M\.?D)\.?", re.IGNORECASE)


class LinesError(ValueError):
    """Lines cannot be read: the number of each, and what is wrong with it."""

    def __init__(self, problems: Sequence[tuple[int, str]]) -> None:
        super().__init__(problems)
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Items:
    """How one value of a list is written on a line, and read from its part or parts of it."""

    read: Callable[[str], Any]
    """Raises ValueError with what to write."""
    write: Callable[[Any], str]
    quotes: bool = True
    """Whether a whole line may stand in quotes."""


def written(values: Iterable[Any] | Mapping[str, str], items: Items, *, commas: bool) -> str:
    """The lines of a list."""
    rows = values.items() if isinstance(values, Mapping) else values
    texts = [items.write(value) for value in rows]
    if items.quotes:
        alone = commas and len(texts) == 1
        texts = [text if _pieces(text, commas=alone) == [(1, Part(text))] else quoted(text) for text in texts]
    return "\n".join(texts)


def read(text: str, items: Items, *, commas: bool) -> list[tuple[int, Any]]:
    """The values of a list, each with the number of its line, counted from 1. Raises LinesError."""
    found: list[tuple[int, Any]] = []
    wrong: list[tuple[int, str]] = []
    several = sum(bool(line.strip()) for line in text.split("\n")) > 1
    whole = not items.quotes
    for number, part in _pieces(text, commas=commas and not several, whole=whole):
        try:
            found.append((number, items.read(part.text)))
        except ValueError as error:
            wrong.append((number, str(error)))
    if wrong:
        raise LinesError(wrong)
    return found


def joined(items: Iterable[tuple[int, tuple[str, str]]]) -> dict[str, str]:
    """The pairs of a mapping. Raises LinesError for a name that stands twice."""
    pairs: dict[str, str] = {}
    for line, (name, value) in items:
        if name in pairs:
            raise LinesError([(line, f"{shown(name)} stands twice; delete one")])
        pairs[name] = value
    return pairs


def _pieces(text: str, *, commas: bool, whole: bool = False) -> list[tuple[int, Part]]:
    """The values of a text, with the lines they stand on: without blanks, bullets and the quotes around them."""
    pieces = []
    for number, line in enumerate(text.split("\n"), 1):
        said = BULLET.sub("", line).strip()
        if whole:
            parts = [Part(said)]
        elif commas:
            parts = _with_suffixes(split(said, ",;"))
        else:
            parts = split(said, "\n")
        pieces += [(number, part) for part in parts if part.text]
    return pieces


def _with_suffixes(parts: list[Part]) -> list[Part]:
    """The parts, a Jr. or III that stands behind a comma put back to its name."""
    put: list[Part] = []
    for part in parts:
        if put and not part.quoted and not put[-1].quoted and _SUFFIX.fullmatch(part.text):
            put[-1] = Part(f"{put[-1].text}, {part.text}")
        else:
            put.append(part)
    return put
