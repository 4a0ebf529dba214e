"""Dates as people write them, in the order and language they like (month names of the Unicode CLDR, through Babel)."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from anyascii import anyascii
from babel import Locale

LOCALES = ("en", "de", "fr", "es", "it", "pt", "nl", "da", "sv", "nb", "pl", "cs", "ro", "tr", "id", "fi", "hu")
"""The languages whose names of months, countries and languages are read."""

_ORDINAL = r"(?:st|nd|rd|th|er|ere|re|eme|de|\.|º|°|ª)?"
_OF = r"(?:\s*[.,]?\s+(?:of|de|del|di|do|van)\s+|\s*[-./,]?\s*)"
_END = r"(?!\d)"


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: as the schema writes it, None when it may be two; and where it stands."""

    date: str | None
    start: int
    end: int


def plain(text: str) -> str:
    """The text in lower-case ASCII, as the names of months, countries and labels are looked up."""
    return text.lower() if text.isascii() else anyascii(text).lower()


def read_date(text: str, *, day_first: bool | None = None) -> str | None:
    """`2012-01-23`, `2012-01` or `2012` for a text that is a date and nothing else; None for any other.

    `day_first` says how 3/4/2012 is meant; without it a date that could be two is none.
    """
    said = text.strip().strip(".,;")
    found = find_dates(said, day_first=day_first)
    whole = found and found[0].start == 0 and found[0].end == len(said)
    return found[0].date if whole else None


def find_dates(text: str, *, day_first: bool | None = None) -> list[FoundDate]:
    """Every date in a text, in order."""
    return [
        FoundDate(_date(match, day_first), match.start(), match.end())
        for match in _pattern().finditer(text if text.isascii() else _folded(text))
    ]


def _folded(text: str) -> str:
    """The text in ASCII letters as far as that keeps its length, so that places stay what they are."""
    return "".join(short if len(short := anyascii(char)) == 1 else char for char in text)


def _date(match: re.Match[str], day_first: bool | None) -> str | None:
    parts = match.groupdict()
    year = next(int(value) for name, value in parts.items() if name[0] == "y" and value)
    named = next((value for name, value in parts.items() if name[0] == "n" and value), None)
    day = next((int(value) for name, value in parts.items() if name[0] == "d" and value), None)
    month = _months()[plain(named).rstrip(".")] if named else None
    if month is None:
        month = next((int(value) for name, value in parts.items() if name[0] == "m" and value), None)
    if parts["a"]:
        first, second = int(parts["a"]), int(parts["b"])
        if parts["sep"] != "/":
            day_first = True
        elif first > 12 or second > 12:
            day_first = first > 12
        elif first == second:
            day_first = True
        if day_first is None:
            return None
        day, month = (first, second) if day_first else (second, first)
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part)])


@cache
def _months() -> dict[str, int]:
    """The names of months in plain letters, those left out that mean two."""
    meant: dict[str, set[int]] = {}
    for locale in LOCALES:
        for forms in Locale.parse(locale).months.values():
            for width in ("wide", "abbreviated"):
                for number, name in forms[width].items():
                    meant.setdefault(plain(name).rstrip("."), set()).add(number)
    extra = {"sept": 9, "mrz": 3, "mrt": 3, "maerz": 3, "janner": 1}
    return {name: min(months) for name, months in meant.items() if len(months) == 1 and name.isalpha()} | extra


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted(_months(), key=len, reverse=True))
    weekdays = {
        plain(name).rstrip(".")
        for locale in LOCALES
        for width in ("wide", "abbreviated")
        for name in Locale.parse(locale).days["format"][width].values()
    }
    weekday = rf"(?:\b(?:{'|'.join(sorted(map(re.escape, weekdays), key=len, reverse=True))})\b[.,]?\s+)?"
    article = r"(?:\b(?:le|il|el|op|am|den|on|em)\s+)?"
    day, year = r"(?<!\d)(?P<d{0}>[0-3]?\d)", r"(?P<y{0}>(?:1[89]|20)\d\d)" + _END
    month = rf"\b(?P<n{{0}}>{names})\b\.?"
    return re.compile(
        weekday
        + article
        + "(?:"
        + "|".join(
            (
                rf"{day.format(1)}{_ORDINAL}{_OF}{month.format(1)}{_OF}{year.format(1)}",
                rf"{month.format(2)}\s*{day.format(2)}{_ORDINAL}\s*,?\s*{year.format(2)}",
                rf"(?<![\d/.-]){year.format(3)}\s*{month.format(3)}\s*{day.format(3)}{_END}\.?",
                rf"{month.format(4)}(?:\s*,?\s*|{_OF}){year.format(4)}",
                rf"(?<!\d){year.format(5)}[-./](?P<m5>[01]?\d)[-./](?P<d5>[0-3]?\d){_END}",
                r"(?<![\d.])(?P<a>[0-3]?\d)(?P<sep>[-./])\s?(?P<b>[0-3]?\d)(?P=sep)\s?" + year.format(6),
                rf"(?<!\d){year.format(7)}年\s?(?:(?P<m7>[01]?\d)月\s?(?:(?P<d7>[0-3]?\d)日)?)?",
                rf"(?<!\d){year.format(8)}[-/](?P<m8>[01]\d)(?![\d/-])",
                rf"(?<![\d/.-]){year.format(9)}(?![-/]?\d)",
            )
        )
        + ")",
        re.IGNORECASE,
    )
