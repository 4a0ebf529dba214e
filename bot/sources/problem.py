"""What is wrong in a file, where, and what to do about it."""

from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

from bot.knowledge.film import Film

_SHOWN = 60
"""So many characters of a wrong value are quoted."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a file, as a person reads it: `films/dune-1984.yaml:12: cast[3].character: is blank; …`."""

    file: str
    line: int
    """Counted from 1; 0 when the problem is the file itself."""
    field: str
    """The path of the field, for example cast[3].character (counted from 0); empty when it is the film or the file."""
    text: str
    """What is wrong and what to do, in words that follow the field's name."""
    doubt: bool = False
    """Whether it may be right as it is."""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        place = f"{place}: warning" if self.doubt else place
        return f"{place}: {self.field}: {self.text}" if self.field else f"{place}: {self.text}"


class Branch(NamedTuple):
    """The line on which a mapping or a list starts, and the places of what is in it."""

    line: int
    below: "dict[str | int, Places]"


Places: TypeAlias = "int | Branch"
"""The line of a value and of every value below it; the one line when the format has no more to say."""


@dataclass(frozen=True, slots=True)
class Row:
    """One film as it was found in a file."""

    film: Film
    file: str
    places: Places
    source: str = ""
    """Who says so, for example IMDb; empty when it is the file alone that says it."""
    remarks: "Refusal" = ()
    """What was left out of the film or is not sure."""

    @property
    def line(self) -> int:
        """The line on which the film starts, counted from 1."""
        return line_of(self.places, ())


Refusal: TypeAlias = tuple[Problem, ...]
"""Everything wrong with one film, which is therefore not read; never empty."""


def line_of(places: Places, path: tuple[str | int, ...]) -> int:
    """The line of the value at this path, or of the innermost one around it that is there."""
    for step in path:
        if isinstance(places, int) or step not in places.below:
            break
        places = places.below[step]
    return places if isinstance(places, int) else places.line


def path_text(path: tuple[str | int, ...]) -> str:
    """The path as people write it: `cast[3].character`."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{plain(step)}" for step in path)
    return "".join(steps).removeprefix(".")


def plain(text: str) -> str:
    """The text on one line, short, and safe to print: what cannot be printed is written as an escape."""
    short = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in short)


def number(value: Any) -> str:
    """A wrong number as a sentence names it, without quotes even when it was read as text."""
    return "so large a number" if isinstance(value, int) and abs(value) >= 10**20 else plain(str(value))


def shown(value: Any) -> str:
    """A wrong value as a sentence names it: quoted text, a number, "a list", "a mapping"."""
    match value:
        case None:
            return "nothing"
        case bool():
            return "true" if value else "false"
        case str():
            return f"'{plain(value)}'"
        case dict():
            return "a mapping"
        case list() | tuple():
            return "a list"
        case _:
            return number(value)
