"""Years, periods, runtimes and certificates in a text, as steps that keep films."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bot.knowledge.search import Step, Within
from bot.matching.numerals import digits, number_at
from bot.questions.words.bounds import side_before, side_behind
from bot.questions.words.certificates import rated_at

_DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90, "noughties": 0, "aughts": 0,
}  # fmt: skip
_HAVING = frozenset("got have has only for in takes need".split())
"""Words before about so long a time that somebody has."""
_DATED = frozenset("before b4 pre after post since until till".split())
"""Words before a year, and hardly before a runtime."""
_SHORT_CENTURY = 30  # the 20s and before are of the 2000s, the 30s to 90s of the 1900s
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
_TO = frozenset("to until till through".split())
_AGO = {"this": 0, "last": 1}
"""How many years ago this year and the last are."""
_OUT = frozenset("from of in out released premiered".split())
"""Words before the year in which films came out."""
_WON = frozenset("won win wins winner winners nominated nominees".split())
"""Words before the year in which a prize was given."""
_MOMENT = frozenset("the year years".split())
"""What may stand within a moment: the early part of the 90s."""
_LENGTH = ("long", "in length", "of runtime")
_HOURS, _MINUTES = frozenset("hours hour hrs hr h".split()), frozenset("minutes minute mins min m".split())
_EACH = frozenset("hour hr minute min".split())
"""Units that stand before what runs so long."""
_OFF = (5, 10)
"""Minutes that a runtime told in minutes, and in hours, may be off."""
_GLUED = re.compile(r"(\d+(?:\.\d+)?)(h|hrs?|m|mins?)(?:(\d+)(m|mins?)?)?")
_DECIMAL, _NUMBER = re.compile(r"\d+\.\d+"), re.compile(r"\d+(?:\.\d+)?")
_LEAST, _MOST = 1870, 2040
SHORT, LONG = 100, 150
"""Minutes up to which a film is called short, and from which it is called long."""
SHORT_FILMS, LONG_FILMS = Within("runtime", None, SHORT - 1), Within("runtime", LONG)
"""What keeps such films."""
MANY = 1_000
"""More than there is of anything that is counted."""
_LONGEST = 14
"""Words of the longest filter."""

Found = tuple[int, Step]


@dataclass(frozen=True, slots=True)
class _Amount:
    """A moment in years or a runtime in minutes, both ends included, and where its words end."""

    field: str
    low: int
    high: int
    end: int


def filter_at(words: Sequence[str], at: int) -> Found | None:
    """The filter that begins at a word, with how many words it takes; None when there is none."""
    if at and words[at - 1] in _HAVING and side_before(words, at)[1] == "~":
        return None  # I only got about two hours
    found = _span(tuple(words[at : at + _LONGEST])) or _length(words, at) or rated_at(words, at)
    return found or _short_year(words, at) or _this_year(words, at)


def year(word: str) -> int | None:
    """The year a word is."""
    return int(word) if len(word) == 4 and word.isdigit() and _LEAST <= int(word) <= _MOST else None


def _short_year(words: Sequence[str], at: int) -> Found | None:
    """A year of the last century without its century: from 98 at the end, before 95, since 88."""
    bound = words[at] in _DATED
    word, after = _word(words, at + bound), _word(words, at + bound + 1)
    if not (word.isdigit() and len(word) == len("98") and int(word) >= _SHORT_CENTURY):
        return None
    number = 1900 + int(word)
    if bound:
        return None if after in _MINUTES | _HOURS else (2, _within("year", side_before(words, at)[1], number, number))
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
    back = _AGO.get(words[at]) if _word(words, at + 1) == "year" else None
    won = at + 2 == len(words) and not _WON.isdisjoint(words[:at])
    if back is None or not (won or not _OUT.isdisjoint(words[max(0, at - 1) : at])):
        return None
    number = date.today().year - back
    return 2, Within("year", number, number)


def counted(word: str) -> int | None:
    """The number of films, hours … a word is."""
    number = "1" if word in ("a", "an") else digits([word])[0]
    return int(number) if number.isdigit() and len(number) < 4 else None


def quantity(words: Sequence[str], at: int) -> tuple[int, int, int] | None:
    """How many words a number of things takes, and the least and most that it allows: over five, 5 or more."""
    start, side = side_before(words, at)
    number = counted(_word(words, start)) if _word(words, start) not in ("a", "an") else None
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
    long = _duration([word for word, _ in numbered], 0)
    return (long.low, at + numbered[long.end - 1][1]) if long else None


def _word(words: Sequence[str], at: int) -> str:
    return words[at] if at < len(words) else ""


@lru_cache(maxsize=4000)
def _span(words: tuple[str, ...]) -> Found | None:
    """A range of years or minutes at the beginning of the words.

    Kept, for every attempt at a text goes through much the same words.
    """
    numbered = list(_numbered(words))
    said = [word for word, _ in numbered]
    found = _range(said) or _bounded(said)
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
    one = _amount(said, led)
    end = one.end if one else led + 1
    dash = one is not None and year(_word(said, end - 1)) and year(_word(said, end))
    linked = _word(said, end) in ("and", "or")
    other = _amount(said, end if dash else end + 1) if linked or dash or _word(said, end) in _TO else None
    if linked and not led and one and other and other.low != one.high + 1:
        return None  # from 1990 and 1995
    if other and one is None and other.field == "runtime" and _NUMBER.fullmatch(_word(said, led)):
        each = 60 if _word(said, end + 2) in _HOURS else 1
        one = _Amount("runtime", round(each * float(said[led])), 0, end)
    if one and other and one.field == other.field and one.low <= other.high:
        return _behind(said, other), Within(one.field, one.low, other.high)
    return None


def _bounded(said: Sequence[str]) -> Found | None:
    """Before 1960, under two hours, 1990 or later, from the 90s on; a moment alone."""
    start, side = side_before(said, 0)
    one = _amount(said, start or said[0] == "from")
    if one is None:
        return None
    end = _behind(said, one)
    if not side:
        end, side = side_behind(said, end)
    if side == "~" and one.field != "runtime":
        return None
    if one.field == "runtime" and side in ("", "~"):
        about = _OFF[said[one.end - 1] in _HOURS] if side else _about(said, one)
        return (end, Within("runtime", one.low - about, one.high + about)) if about else None
    if said[0] == "from" and side in ("", "="):
        return None
    return end, _within(one.field, side, one.low, one.high)


def _about(said: Sequence[str], one: _Amount) -> int:
    """How many minutes a runtime may be off before a noun and where films run so long; 0 for any other.

    90 minute comedies, a 3 hour epic, two hours long.
    """
    unit = said[one.end - 1]
    describes = unit in _EACH and one.low > 60 and _word(said, one.end) != "and"
    return _OFF[unit in _HOURS] if describes or _behind(said, one) > one.end else 0


def _behind(said: Sequence[str], amount: _Amount) -> int:
    """Where an amount ends with the word that says that it is a length: two hours long."""
    size = next((len(more.split()) for more in _LENGTH if " ".join(said[amount.end :]).startswith(more)), 0)
    return amount.end + (size if amount.field == "runtime" else 0)


def _amount(said: Sequence[str], at: int) -> _Amount | None:
    return _duration(said, at) or _moment(said, at)


def _moment(said: Sequence[str], at: int) -> _Amount | None:
    """1994, the year 1994, the 80s, the early 90s, the 21st century."""
    part = ""
    while (word := _word(said, at)) in _MOMENT or word in _PARTS or (part and word in ("of", "part")):
        part, at = word if word in _PARTS else part, at + 1
    century = word in ("18", "19", "20") and _word(said, at + 1) in _DECADES  # the nineteen eighties
    if century:
        number = 100 * int(word) + _DECADES[_word(said, at + 1)]
        return _Amount("year", number, number + 9, at + 2)
    if (first := _decade(word)) is not None:
        begins, ends = _PARTS.get(part, (0, 9))
        return _Amount("year", first + begins, first + ends, at + 1 + (_word(said, at + 1) == "years"))
    if (one := year(word)) and not part:
        return _Amount("year", one, one, at + 1)
    if word in _CENTURIES and _word(said, at + 1) == "century" and not part:
        return _Amount("year", _CENTURIES[word], _CENTURIES[word] + 99, at + 2)
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
    return number + (2000 if number < _SHORT_CENTURY else 1900)


def _duration(said: Sequence[str], at: int) -> _Amount | None:
    """90 minutes, two hours, 2.5 hours, 1h30, one hour and 30 minutes, an hour and a half, two and a half hours."""
    at += _word(said, at) in ("a", "an", "the") and _word(said, at + 1).isdigit()
    if _DECIMAL.fullmatch(_word(said, at)) and _word(said, at + 1) in _HOURS:
        minutes = round(60 * float(said[at]))
        return _Amount("runtime", minutes, minutes, at + 2)
    number, at = counted(_word(said, at)), at + 1
    if number is None:
        return None
    half = tuple(said[at : at + 2]) == ("1", "2")
    at += 2 * half
    if _word(said, at) in _MINUTES and not half:
        return _Amount("runtime", number, number, at + 1)
    if _word(said, at) not in _HOURS:
        return None
    minutes, at = 60 * number + 30 * half, at + 1
    if tuple(said[at : at + 2]) == ("1", "2"):
        return _Amount("runtime", minutes + 30, minutes + 30, at + 2)
    more = at + (_word(said, at) == "and")
    rest, unit = _word(said, more), _word(said, more + 1)
    if rest.isdigit() and len(rest) < 3 and (unit in _MINUTES or more == at):
        minutes, at = minutes + int(rest), more + 1 + (unit in _MINUTES)
    return _Amount("runtime", minutes, minutes, at)


def _length(words: Sequence[str], at: int) -> Found | None:
    match words[at]:
        case "short":
            return 1, SHORT_FILMS
        case "long" if at == 0 or words[at - 1] != "how":
            return 1, LONG_FILMS
    return None
