"""What says which side of a year, a runtime or a number is meant: before, at least, or later, nothing older than."""

from collections.abc import Mapping, Sequence

_BEFORE = {
    "<": "before|b4|prior to|earlier than|older than|pre|under|below|shorter than|less than|fewer than",
    "<=": "until|till|up to|at most|max|maximum|within",
    ">": "after|later than|newer than|more recent than|younger than|post|over|above|longer than|more than|exceeding"
    "|beyond|past|upwards of|north of",
    "=": "exactly|precisely",
    "~": "around|about|roughly|approximately|approx|close to",
    ">=": "since|starting in|at least",
}
"""What stands before a year or a runtime to say which side of it is meant."""
_BEHIND = {
    "<=": "or earlier|or before|and earlier|and before|or older|or less|or shorter|or under|and under|tops|max|maximum",
    ">=": "or later|or after|and later|and after|or newer|and newer|onwards|onward|and onwards|on|or more|or longer"
    "|or over|and over|and up|plus|minimum",
}
"""The same behind it."""
_SAID_BEFORE, _SAID_BEHIND = (
    {phrase: side for side, phrases in sides.items() for phrase in phrases.split("|")} for sides in (_BEFORE, _BEHIND)
)
_SAID_BEFORE |= {
    f"{no} {phrase}": {"<": ">=", ">": "<="}[side]
    for phrase, side in _SAID_BEFORE.items()
    for no in ("no", "not", "nothing", "none")
    if side in "<>"
}
"""The sides by what says them: nothing older than is since."""


def side_before(said: Sequence[str], at: int) -> tuple[int, str]:
    """Where the longest phrase ends that begins at a word and stands before an amount, and the side it says; the place
    itself and "" for none.
    """
    return _side(said, at, _SAID_BEFORE)


def side_behind(said: Sequence[str], at: int) -> tuple[int, str]:
    """The same of one that stands behind an amount."""
    return _side(said, at, _SAID_BEHIND)


def _side(said: Sequence[str], at: int, sides: Mapping[str, str]) -> tuple[int, str]:
    """Where the longest phrase that begins at a word ends, and the side it says; the place itself and "" for none."""
    for size in (4, 3, 2, 1):
        phrase = " ".join(said[at : at + size])
        if phrase in sides:
            return at + len(phrase.split()), sides[phrase]
    return at, ""
