"""Running times as people write them: 95, 95 mins., 1h 35m, 1:35, 1 Std. 35 Min., PT1H35M."""

import re

from bot.sources.dates import plain

_HOUR = r"(?:h(?:(?:ou)?rs?)?|hours?|std|stunden?|heures?|horas?|ore|ora|uur|uren|u|hod|tim(?:mar|er)?)\b\.?"
_HOURS = rf"(?P<hours>\d{{1,3}})\s*{_HOUR}"
_HOURS_CLOSE = r"(?P<hours_close>\d{1,3})\s*(?:h|u)(?P<minutes_close>\d{1,2})(?!\d)\s*(?:m(?:in)?\w*\b\.?)?"
_AND = r"[\s,]*(?:(?:and|und|et|y|e|en|&)\s+)?"
_UNIT = r"(?:m(?:in(?:s|ut(?:e[snr]?|os?|i|en))?)?\b\.?|['’′´](?!\w))"
_CLOCK = (
    r"(?<![\d:.])(?P<clock_hours>\d{1,2}):(?P<clock_minutes>[0-5]\d)(?::[0-5]\d)?(?![\d:])"
    r"(?:\s*(?:h|hrs?|hours?|std|u|uur)\b\.?)?"
)
_ISO = r"\bpt(?:(?P<iso_hours>\d+)h)?(?:(?P<iso_minutes>\d+)m)?\b"
_FOUND = re.compile(
    rf"{_ISO}|{_HOURS_CLOSE}|{_HOURS}(?:{_AND}(?P<minutes>\d{{1,2}})(?!\d)(?:\s*{_UNIT})?)?"
    rf"|(?<![\d.:-])(?P<only>\d{{1,4}})\s*-?\s*{_UNIT}|{_CLOCK}"
)


def find_minutes(text: str) -> list[int]:
    """Every running time in a text, in minutes and in order; a number counts only with a unit or as h:mm."""
    found = []
    for match in _FOUND.finditer(plain(text)):
        parts = match.groupdict()
        hours = next((int(value) for name, value in parts.items() if "hours" in name and value), 0)
        minutes = next(
            (int(value) for name, value in parts.items() if ("minutes" in name or name == "only") and value), 0
        )
        if total := hours * 60 + minutes:
            found.append(total)
    return found


def read_minutes(text: str) -> int | None:
    """The minutes of a text that is a running time and nothing else, a bare number taken for minutes; else None."""
    said = plain(text).strip().strip(".")
    if said.isdigit():
        return int(said)
    match = _FOUND.fullmatch(said) or _FOUND.fullmatch(f"{said}.")
    return next(iter(find_minutes(said)), None) if match else None
