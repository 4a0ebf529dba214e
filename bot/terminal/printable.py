"""Text as it may reach a terminal: nothing in it can move the cursor, change colours or turn the line around."""

import re

_LINE_BREAK = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_TURNING = re.compile(r"[\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """The text with control characters shown as U+FFFD, without embedded writing directions; tabs become spaces."""
    broken = _LINE_BREAK.sub("\n", text).replace("\t", " ")
    return _UNPRINTABLE.sub("\ufffd", _TURNING.sub("", broken))
