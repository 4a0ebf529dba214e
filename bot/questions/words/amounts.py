"""Moments in years and lengths in minutes, as they are told: the early 90s, two and a half hours."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.matching.numerals import digits

_DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90, "noughties": 0, "aughts": 0,
}  # fmt: skip
SHORT_CENTURY = 30  # the 20s and before are of the 2000s, the 30s to 90s of the 1900s
_CENTURIES = {"19th": 1800, "20th": 1900, "last": 1900, "21st": 2000, "this": 2000}
_EARLY, _MID, _LATE = (0, 3), (4, 6), (7, 9)
_PARTS = {
    "early": _EARLY,
    "start": _EARLY,
    "beginning": _EARLY,
    "mid": _MID,
    "middle": _MID,
    "late": _LATE,
    "end": _LATE,
}
"""The years of a decade that are its beginning, middle and end."""
_MOMENT = frozenset("the year years".split())
"""What may stand within a moment: the early part of the 90s."""
HOURS, MINUTES = frozenset("hours hour hrs hr h".split()), frozenset("minutes minute mins min m".split())
_DECIMAL, NUMBER = re.compile(r"\d+\.\d+"), re.compile(r"\d+(?:\.\d+)?")
_LEAST, _MOST = 1870, 2040


@dataclass(frozen=True, slots=True)
class Amount:
    """A moment in years or a runtime in minutes, both ends included, and where its words end."""

    field: str
    low: int
    high: int
    end: int


def year(word: str) -> int | None:
    """The year a word is."""
    return int(word) if len(word) == 4 and word.isdigit() and _LEAST <= int(word) <= _MOST else None


def counted(word: str) -> int | None:
    """The number of films, hours … a word is."""
    number = "1" if word in ("a", "an") else digits([word])[0]
    return int(number) if number.isdigit() and len(number) < 4 else None


def word_at(words: Sequence[str], at: int) -> str:
    return words[at] if at < len(words) else ""


def amount_at(said: Sequence[str], at: int) -> Amount | None:
    return duration_at(said, at) or _moment(said, at)


def _moment(said: Sequence[str], at: int) -> Amount | None:
    """1994, the year 1994, the 80s, the early 90s, the 21st century."""
    part = ""
    while (word := word_at(said, at)) in _MOMENT or word in _PARTS or (part and word in ("of", "part")):
        part, at = word if word in _PARTS else part, at + 1
    century = word in ("18", "19", "20") and word_at(said, at + 1) in _DECADES  # the nineteen eighties
    if century:
        number = 100 * int(word) + _DECADES[word_at(said, at + 1)]
        return Amount("year", number, number + 9, at + 2)
    if (first := _decade(word)) is not None:
        begins, ends = _PARTS.get(part, (0, 9))
        return Amount("year", first + begins, first + ends, at + 1 + (word_at(said, at + 1) == "years"))
    if (one := year(word)) and not part:
        return Amount("year", one, one, at + 1)
    if word in _CENTURIES and word_at(said, at + 1) == "century" and not part:
        return Amount("year", _CENTURIES[word], _CENTURIES[word] + 99, at + 2)
    return None


def _decade(word: str) -> int | None:
    """The first year of a decade: 80s, 1980s, eighties."""
    if word in _DECADES:
        number = _DECADES[word]
    elif word.endswith("0s") and word[:-1].isdigit() and len(word) in (3, 5):
        if len(word) == 5:
            return int(word[:-1])
        number = int(word[:-1])
    else:
        return None
    return number + (2000 if number < SHORT_CENTURY else 1900)


def duration_at(said: Sequence[str], at: int) -> Amount | None:
    """90 minutes, two hours, 2.5 hours, 1h30, one hour and 30 minutes, an hour and a half, two and a half hours."""
    at += word_at(said, at) in ("a", "an", "the") and word_at(said, at + 1).isdigit()
    if _DECIMAL.fullmatch(word_at(said, at)) and word_at(said, at + 1) in HOURS:
        minutes = round(60 * float(said[at]))
        return Amount("runtime", minutes, minutes, at + 2)
    number, at = counted(word_at(said, at)), at + 1
    if number is None:
        return None
    half = tuple(said[at : at + 2]) == ("1", "2")
    at += 2 * half
    if word_at(said, at) in MINUTES and not half:
        return Amount("runtime", number, number, at + 1)
    if word_at(said, at) not in HOURS:
        return None
    minutes, at = 60 * number + 30 * half, at + 1
    if tuple(said[at : at + 2]) == ("1", "2"):
        return Amount("runtime", minutes + 30, minutes + 30, at + 2)
    more = at + (word_at(said, at) == "and")
    rest, unit = word_at(said, more), word_at(said, more + 1)
    if rest.isdigit() and len(rest) < 3 and (unit in MINUTES or more == at):
        minutes, at = minutes + int(rest), more + 1 + (unit in MINUTES)
    return Amount("runtime", minutes, minutes, at)
