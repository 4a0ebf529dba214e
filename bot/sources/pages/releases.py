"""Release dates as pages list them: each date with the country, festival or event beside it."""

import re

from bot.sources.dates import FoundDate, find_dates, plain
from bot.sources.pages.labels import country_meant

_NOISE = re.compile(
    r"\b(?:limited|wide|theatrical(?:ly)?|theat(?:er|re)s?|cinemas?|kinos?|kinostart|released?"
    r"|general|nationwide|national|worldwide|"
    r"premiered?|premieres|opens?|opened|opening|start|ab|seit|sortie|estreno|uscita|estreia"
    r"|from|on|in|im|at|am|the|en|au|aux|nei|negli|nel|bei|beim|"
    r"expanded|select|world|screening|release date|only"
    r"|dans|les|le|la|die|der|den|el|los|the|und|and|il|op|om|do|da|na|no|a|salles)\b\.?"
)
_LATER = re.compile(
    r"\b(?:dvd|blu-?ray|vod|streaming|stream|digital|home (?:video|media)|video|netflix"
    r"|amazon|tv|television|re-?release|wiederauffuhrung)\b"
)
_FESTIVAL = re.compile(
    r"festival|\bfest\b|filmfest|berlinale|biennale|sundance|cannes|tiff\b|telluride|toronto|venice|venedig|locarno|sxsw|karlovy|mostra|festspiele",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_ENDS = re.compile(r"[;\n\t|•·]|,(?=\s*(?:and\s+)?(?:[A-ZÀ-Þ]|\d))|\.\s|\s/\s")


_AFTER = re.compile(r",\s*([A-ZÀ-Þ][^;\n\t|•·,()\d]{1,60})")
"""A place behind a date and a comma."""


def releases_in(text: str, country: str | None = None) -> list[dict[str, str]]:
    """The releases of a fact line, the earliest first; `country` is meant where none is named."""
    dates = find_dates(text)
    found = []
    start = 0
    for place, day in enumerate(dates):
        until = dates[place + 1].start if place + 1 < len(dates) else len(text)
        where, start = _where(text, start, day, until)
        if day.date and not _LATER.search(plain(where)):
            found.append({"date": day.date} | _place(where, country))
    unique = [release for place, release in enumerate(found) if release not in found[:place]]
    return sorted(unique, key=lambda release: release["date"])


def _where(text: str, start: int, day: FoundDate, until: int) -> tuple[str, int]:
    """What is said of the place of a date, and where that ends: in brackets behind it, before it, or behind it."""
    behind = _BRACKETS.match(text, day.end)
    before = re.split(r"[;\n\t|•]|,\s", text[start : day.start].rstrip(" ,"))[-1].strip(" :–—-(").rstrip("(")
    if behind and behind.start() < until:
        inner, end = behind[1], behind.end()
        while (more := _BRACKETS.match(text, end)) and more.start() < until:
            inner, end = f"{inner}, {more[1]}", more.end()
        return (f"{before}, {inner}" if before and re.search(r":\s*$", text[start : day.start]) else inner), end
    if before and _said(before):
        end = day.end
        return before, end
    if (after := _AFTER.match(text, day.end, until)) and (_FESTIVAL.search(after[1]) or country_meant(after[1])):
        return after[1].strip(" ,"), after.end()
    ends = _ENDS.search(text, day.end, until)
    end = ends.start() if ends else until
    return text[day.end : end].strip(" :–—-,()"), end


def _said(text: str) -> str:
    """The words of a text without those that say only that a film comes out."""
    return " ".join(_NOISE.sub(" ", plain(text)).split()).strip(" .,:-")


_CODE = 2
"""Letters that may be the code of a country, and are no event."""


def _place(where: str, country: str | None) -> dict[str, str]:
    found: dict[str, str] = {}
    events = []
    for part in re.split(r"\s*[,/–—;:]\s*|\s+-\s+", where):
        code = country_meant(part) or country_meant(_said(part))
        if code and "country" not in found:
            found["country"] = code
        elif len(_said(part)) > _CODE and (part[:1].isupper() or _FESTIVAL.search(part)):
            events.append(re.sub(r"(?<=[a-z]{2})\.$", "", part.strip()))
    if country and not found and not events:
        found["country"] = country
    if event := ", ".join(list(filter(_FESTIVAL.search, events)) or events):
        found["event"] = event
    return found
