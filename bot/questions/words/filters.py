"""Years, periods, runtimes and certificates in a text, as steps that keep films."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from bot.knowledge.search import Step, Within
from bot.matching.numerals import number_at
from bot.questions.words.amounts import (
    HOURS,
    MINUTES,
    NUMBER,
    SHORT_CENTURY,
    Amount,
    amount_at,
    counted,
    duration_at,
    word_at,
    year,
)
from bot.questions.words.bounds import side_before, side_behind
from bot.questions.words.certificates import rated_at

_HAVING = frozenset("got have has only for in takes need".split())
"""Words before about so long a time that somebody has."""
_DATED = frozenset("before b4 pre after post since until till".split())
"""Words before a year, and hardly before a runtime."""
_TO = frozenset("to until till through".split())
_AGO = {"this": 0, "last": 1}
"""How many years ago this year and the last are."""
_OUT = frozenset("from of in out released premiered".split())
"""Words before the year in which films came out."""
_WON = frozenset("won win wins winner winners nominated nominees".split())
"""Words before the year in which a prize was given."""
_LENGTH = ("long", "in length", "of runtime")
_EACH = frozenset("hour hr minute min".split())
"""Units that stand before what runs so long."""
_OFF = (5, 10)
"""Minutes that a runtime told in minutes, and in hours, may be off."""
_GLUED = re.compile(r"(\d+(?:\.\d+)?)(h|hrs?|m|mins?)(?:(\d+)(m|mins?)?)?")
SHORT, LONG = 100, 150
"""Minutes up to which a film is called short, and from which it is called long."""
SHORT_FILMS, LONG_FILMS = Within("runtime", None, SHORT - 1), Within("runtime", LONG)
"""What keeps such films."""
MANY = 1_000
"""More than there is of anything that is counted."""
_LONGEST = 14
"""Words of the longest filter."""

Found = tuple[int, Step]


def filter_at(words: Sequence[str], at: int) -> Found | None:
    """The filter that begins at a word, with how many words it takes; None when there is none."""
    if at and words[at - 1] in _HAVING and side_before(words, at)[1] == "~":
        return None  # I only got about two hours
    found = _span(tuple(words[at : at + _LONGEST])) or _length(words, at) or rated_at(words, at)
    return found or _short_year(words, at) or _this_year(words, at)


def _short_year(words: Sequence[str], at: int) -> Found | None:
    """A year of the last century without its century: from 98 at the end, before 95, since 88."""
    bound = words[at] in _DATED
    word, after = word_at(words, at + bound), word_at(words, at + bound + 1)
    if not (word.isdigit() and len(word) == len("98") and int(word) >= SHORT_CENTURY):
        return None
    number = 1900 + int(word)
    if bound:
        return None if after in MINUTES | HOURS else (2, _within("year", side_before(words, at)[1], number, number))
    return (1, Within("year", number, number)) if at and words[at - 1] in ("in", "from") and not after else None


def _within(field: str, side: str, low: int, high: int) -> Within:
    """What lies on a side of a year or a runtime, of which these are the ends; between them where no side is said."""
    match side:
        case "<":
            return Within(field, None, low - 1)
        case "<=":
            return Within(field, None, high)
        case ">":
            return Within(field, high + 1)
        case ">=":
            return Within(field, low)
    return Within(field, low, high)


def _this_year(words: Sequence[str], at: int) -> Found | None:
    """The present year or the last behind a word for when films came out, or at the end behind that they won something:
    released last year, what won best picture last year.
    """
    back = _AGO.get(words[at]) if word_at(words, at + 1) == "year" else None
    won = at + 2 == len(words) and not _WON.isdisjoint(words[:at])
    if back is None or not (won or not _OUT.isdisjoint(words[max(0, at - 1) : at])):
        return None
    number = date.today().year - back
    return 2, Within("year", number, number)


def quantity(words: Sequence[str], at: int) -> tuple[int, int, int] | None:
    """How many words a number of things takes, and the least and most that it allows: over five, 5 or more."""
    start, side = side_before(words, at)
    number = counted(word_at(words, start)) if word_at(words, start) not in ("a", "an") else None
    if number is None:
        return None
    end = start + 1
    if not side:
        end, side = side_behind(words, end)
    low, high = {"<": (1, number - 1), "<=": (1, number), ">": (number + 1, MANY), ">=": (number, MANY)}.get(
        side, (number, number)
    )
    return end - at, low, high


def duration(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """The minutes that words say from one on, and where they end: 90 minutes, an hour and a half."""
    numbered = list(_numbered(words[at : at + _LONGEST]))
    long = duration_at([word for word, _ in numbered], 0)
    return (long.low, at + numbered[long.end - 1][1]) if long else None


_JOINED = ("and", "but", "yet")
"""Words between two bounds."""


@lru_cache(maxsize=4000)
def _span(words: tuple[str, ...]) -> Found | None:
    """A range of years or minutes at the beginning of the words.

    Kept, for every attempt at a text goes through much the same words.
    """
    numbered = list(_numbered(words))
    said = [word for word, _ in numbered]
    found = _range(said) or _bounded_twice(said) or _bounded(said)
    return (numbered[found[0] - 1][1], found[1]) if found else None


def _numbered(words: Sequence[str]) -> Iterator[tuple[str, int]]:
    """The words with numbers as digits and parted from their units, each with how many words it ends behind."""
    at = 0
    while at < len(words):
        number, used = number_at(words, at)
        glued = _GLUED.fullmatch(words[at]) if words[at][:1].isdigit() else None
        at += used
        yield from ((part, at) for part in (filter(None, glued.groups()) if glued else number or [words[at - 1]]))


def _range(said: Sequence[str]) -> Found | None:
    """Between 1990 and 1995, 1990 to 1995, 1990-1995, from 90 to 120 minutes."""
    led = 2 if said[:2] == ["in", "between"] else int(said[0] in ("between", "from"))
    one = amount_at(said, led)
    end = one.end if one else led + 1
    dash = one is not None and year(word_at(said, end - 1)) and year(word_at(said, end))
    linked = word_at(said, end) in ("and", "or")
    other = amount_at(said, end if dash else end + 1) if linked or dash or word_at(said, end) in _TO else None
    if linked and not led and one and other and other.low != one.high + 1:
        return None  # from 1990 and 1995
    if other and one is None and other.field == "runtime" and NUMBER.fullmatch(word_at(said, led)):
        each = 60 if word_at(said, end + 2) in HOURS else 1
        one = Amount("runtime", round(each * float(said[led])), 0, end)
    if one and other and one.field == other.field and one.low <= other.high:
        return _behind(said, other), Within(one.field, one.low, other.high)
    return None


def _bounded(said: Sequence[str]) -> Found | None:
    """Before 1960, under two hours, 1990 or later, from the 90s on; a moment alone."""
    start, side = side_before(said, 0)
    one = amount_at(said, start or said[0] == "from")
    if one is None:
        return None
    end = _behind(said, one)
    if not side:
        end, side = side_behind(said, end)
    if side == "~" and one.field != "runtime":
        return None
    if one.field == "runtime" and side in ("", "~"):
        about = _OFF[said[one.end - 1] in HOURS] if side else _about(said, one)
        return (end, Within("runtime", one.low - about, one.high + about)) if about else None
    if said[0] == "from" and side in ("", "="):
        return None
    return end, _within(one.field, side, one.low, one.high)


def _bounded_twice(said: Sequence[str]) -> Found | None:
    """Over 90 and under 100 minutes, after 1990 but before 1995: the unit may be told but once."""
    start, side = side_before(said, 0)
    one = amount_at(said, start)
    end = _behind(said, one) if one else start + 1
    if not side or word_at(said, end) not in _JOINED:
        return None
    begin, other_side = side_before(said, end + 1 + (word_at(said, end + 1) == "also"))
    other = amount_at(said, begin)
    one, other = one or _like(said, start, other), other or _like(said, begin, one)
    if not other_side or one is None or other is None or one.field != other.field:
        return None
    bounds = [_within(one.field, side, one.low, one.high), _within(one.field, other_side, other.low, other.high)]
    lows, highs = ([bound for bound in bounds if getattr(bound, end) is not None] for end in ("low", "high"))
    if len(lows) != 1 or len(highs) != 1 or lows == highs or (lows[0].low or 0) > (highs[0].high or 0):
        return None
    return _behind(said, other), replace(lows[0], high=highs[0].high)


def _like(said: Sequence[str], at: int, other: Amount | None) -> Amount | None:
    """A number in minutes or hours where another is: over 90 and under 100 minutes."""
    number = counted(word_at(said, at))
    if number is None or other is None or other.field != "runtime":
        return None
    minutes = number * (60 if said[other.end - 1] in HOURS else 1)
    return Amount("runtime", minutes, minutes, at + 1)


def _about(said: Sequence[str], one: Amount) -> int:
    """How many minutes a runtime may be off before a noun and where films run so long; 0 for any other.

    90 minute comedies, a 3 hour epic, two hours long.
    """
    unit = said[one.end - 1]
    describes = unit in _EACH and one.low > 60 and word_at(said, one.end) != "and"
    return _OFF[unit in HOURS] if describes or _behind(said, one) > one.end else 0


def _behind(said: Sequence[str], amount: Amount) -> int:
    """Where an amount ends with the word that says that it is a length: two hours long."""
    size = next((len(more.split()) for more in _LENGTH if " ".join(said[amount.end :]).startswith(more)), 0)
    return amount.end + (size if amount.field == "runtime" else 0)


def _length(words: Sequence[str], at: int) -> Found | None:
    match words[at]:
        case "short":
            return 1, SHORT_FILMS
        case "long" if at == 0 or words[at - 1] != "how":
            return 1, LONG_FILMS
    return None
