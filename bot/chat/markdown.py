"""Texts as Discord must get them: escaped, no longer than allowed, spoilers and dates in Discord's own notation."""

import re
from datetime import UTC, date, datetime

BARS = "||"
ELLIPSIS = "…"

_CODE = re.compile(r"```.*?```|``.+?``|`[^`\n]+`", re.DOTALL)
_QUOTE = re.compile(r"^>>> .*\Z|^> [^\n]*$", re.MULTILINE | re.DOTALL)
_SPOILER = re.compile(r"\|\|.+?\|\|", re.DOTALL)
_MARKUP = re.compile(r"[\\`*_~|<>\[\]]|^(?=\s*(?:-|\+|#|\d+[.)])(?:\s|#))", re.MULTILINE)
_NUMBERED = re.compile(r"^(\s*)\\(\d+)([.)])", re.MULTILINE)
_AT = re.compile(r"@(?=everyone|here|[!&]?\d)")
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LINK = re.compile(r"https?://[\w.~:/?#@!$&'()+,;=%-]+")
_WORD_END = re.compile(r"\s+\S*\Z")
_LONGEST_WORD = 80
_NOON = 12


def escaped(text: str) -> str:
    """Text of a film or a person without any effect: no Markdown, no mention, no change of writing direction."""
    text = _DIRECTIONS.sub("", text)
    text = _NUMBERED.sub(r"\1\2\\\3", _MARKUP.sub(r"\\\g<0>", text))
    return _AT.sub("@\u200b", text)


def without_quotes(text: str, *, spoilers: bool = False) -> str:
    """The text with code and quotes blanked out, and spoilers too, every other character where it was."""
    for pattern in (_CODE, _QUOTE, *([_SPOILER] if spoilers else [])):
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    return text


def unquoted(text: str) -> str:
    """The words of a message: no quotes, no marks of code."""
    return " ".join(_QUOTE.sub(" ", text).replace("`", " ").split())


def linked(text: str) -> str:
    """The same, but a text that is a web address as a whole stays one."""
    return text if _LINK.fullmatch(text) else escaped(text)


def length(text: str) -> int:
    """Characters as the strictest reader of Discord's limits counts them: in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, most: int) -> str:
    """The text in at most so many characters, ending in … after a whole word when something was left out."""
    if length(text) <= most:
        return text
    short = text[: most - 1]
    while (over := length(short) - most + 1) > 0:
        short = short[: -((over + 1) // 2)]
    if not text[len(short)].isspace():
        shorter = _WORD_END.sub("", short)
        short = shorter if shorter and len(short) - len(shorter) <= _LONGEST_WORD else short
    short = short.rstrip(" \t\n,;:-–—\u200d\ufe0f")
    slashes = len(short) - len(short.rstrip("\\"))
    return (short[:-1] if slashes % 2 else short) + ELLIPSIS


def spoiler(text: str, most: int) -> str:
    """The text escaped and behind spoiler bars, bars and all in at most so many characters."""
    return behind_bars(escaped(text), most)


def behind_bars(text: str, most: int) -> str:
    """Text that is escaped, behind spoiler bars unless it is there already, in at most so many characters."""
    barred = text if text.startswith(BARS) and text.endswith(BARS) else f"{BARS}{text}{BARS}"
    return cut_behind_bars(barred, most)


def cut_behind_bars(text: str, most: int) -> str:
    """As `cut`, but what was behind spoiler bars stays behind them."""
    if not (text.startswith(BARS) and text.endswith(BARS)):
        return cut(text, most)
    hidden = text.removeprefix(BARS).removesuffix(BARS)
    return f"{BARS}{cut(hidden, most - 2 * len(BARS))}{BARS}"


def day(partial: str) -> str | None:
    """`<t:unix:D>`, which everyone sees in their own language, for YYYY-MM-DD; None for less than a day.

    Taken at noon UTC, so that it is the same day from Honolulu to Auckland's winter.
    """
    try:
        known = date.fromisoformat(partial)
    except ValueError:
        return None
    return f"<t:{int(datetime(known.year, known.month, known.day, _NOON, tzinfo=UTC).timestamp())}:D>"
