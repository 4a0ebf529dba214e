"""Years, periods, runtimes and certificates in a text, as steps that keep films."""

from collections.abc import Sequence

from bot.knowledge.search import Of, Step, Within

_DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90, "noughties": 0, "aughts": 0,
}  # fmt: skip
_NUMBERS = {word: n for n, word in enumerate("one two three four five six seven eight nine ten".split(), 1)} | {
    "an": 1,
    "a": 1,
    "half": 0,
}
_SHORT_CENTURY = 30  # the 20s and before are of the 2000s, the 30s to 90s of the 1900s
_BEFORE = frozenset(["before", "until", "till"])
_AFTER = frozenset(["after", "since", "post"])
_UNDER = frozenset(
    [("under",), ("below",), ("shorter", "than"), ("less", "than"), ("at", "most"), ("max",), ("within",)]
)
_OVER = frozenset([("over",), ("above",), ("longer", "than"), ("more", "than"), ("at", "least"), ("exceeding",)])
_CERTIFICATES = {"g": "G", "pg": "PG", "pg13": "PG-13", "r": "R", "nc17": "NC-17"}
_LEAST, _MOST = 1870, 2100
SHORT, LONG = 100, 150
"""Minutes up to which a film is called short, and from which it is called long."""

Found = tuple[int, Step]


def filter_at(words: Sequence[str], at: int) -> Found | None:
    """The filter that begins at a word, with how many words it takes; None when there is none."""
    return _between(words, at) or _bounded(words, at) or _period(words, at) or _length(words, at) or _rated(words, at)


def year(word: str) -> int | None:
    """The year a word is."""
    return int(word) if len(word) == 4 and word.isdigit() and _LEAST <= int(word) <= _MOST else None


def counted(word: str) -> int | None:
    """The number of films, hours … a word is."""
    return int(word) if word.isdigit() and len(word) < 4 else _NUMBERS.get(word)


def _word(words: Sequence[str], at: int) -> str:
    return words[at] if at < len(words) else ""


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


def _between(words: Sequence[str], at: int) -> Found | None:
    if words[at] not in ("between", "from"):
        return None
    low, high = year(_word(words, at + 1)), year(_word(words, at + 3))
    if low and high and _word(words, at + 2) in ("and", "to", "until", "till", "through"):
        return 4, Within("year", low, high)
    return None


def _bounded(words: Sequence[str], at: int) -> Found | None:
    if words[at] in _BEFORE | _AFTER:
        skip = 1 + (_word(words, at + 1) == "the")
        first = year(_word(words, at + skip))
        decade = _decade(_word(words, at + skip))
        if first is None and decade is None:
            return None
        if words[at] in _BEFORE:
            return skip + 1, Within("year", None, (first or decade or 0) - 1)
        low = first + (words[at] != "since") if first else (decade or 0) + (0 if words[at] == "since" else 10)
        return skip + 1, Within("year", low)
    for size in (2, 1):
        lead = tuple(words[at : at + size])
        if lead in _UNDER | _OVER and (duration := _duration(words, at + size)):
            taken, minutes = duration
            span = Within("runtime", None, minutes - 1) if lead in _UNDER else Within("runtime", minutes + 1)
            return size + taken, span
    return None


def _duration(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """How many words a duration takes, and its minutes: 90 minutes, two hours, 1 hour 30 minutes."""
    word, unit = _word(words, at), _word(words, at + 1)
    number = counted(word)
    if number is None:
        return None
    if unit in ("minutes", "minute", "mins", "min"):
        return 2, number
    if tuple(words[at + 1 : at + 5]) == ("and", "a", "half", "hours"):
        return 5, 60 * number + 30
    if unit in ("hours", "hour", "hrs", "h"):
        rest = _word(words, at + 2)
        if rest.isdigit() and _word(words, at + 3).startswith("min"):
            return 4, 60 * number + int(rest)
        return 2, 60 * number
    return None


def _period(words: Sequence[str], at: int) -> Found | None:
    if (decade := _decade(words[at])) is not None:
        return 1, Within("year", decade, decade + 9)
    if (one := year(words[at])) is not None:
        return 1, Within("year", one, one)
    return None


def _length(words: Sequence[str], at: int) -> Found | None:
    match words[at]:
        case "short":
            return 1, Within("runtime", None, SHORT - 1)
        case "long" if at == 0 or words[at - 1] != "how":
            return 1, Within("runtime", LONG)
    return None


def _rated(words: Sequence[str], at: int) -> Found | None:
    for size in (2, 1):
        label = _CERTIFICATES.get("".join(words[at : at + size]))
        if label and _word(words, at + size) == "rated":
            return size + 1, Of(("certificate",), (label,), label)
    if words[at] == "rated":
        for size in (2, 1):
            if label := _CERTIFICATES.get("".join(words[at + 1 : at + 1 + size])):
                return 1 + size, Of(("certificate",), (label,), label)
    return None
