"""Numbers in titles as digits, however they are written.

`two` and `II` are 2, `second` is 2nd, `nineteen eighty four` 1984, `a hundred and one` 101, `8 million` 8000000.
"""

from collections.abc import Sequence

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]


def roman(number: int) -> str:
    """A number up to 39 in Roman numerals."""
    tens, ones = divmod(number, 10)
    return "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[ones]


_ORDINAL = frozenset([*_ORDINALS, *(ten[:-1] + "ieth" for ten in _TENS)])
_SPELLED = {word: n for words in (_ONES, _ORDINALS) for n, word in enumerate(words)} | {
    word: 10 * n for n, ten in enumerate(_TENS, 2) for word in (ten, ten[:-1] + "ieth")
}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
ROMAN = {roman(n): n for n in range(1, 40)}
"""The numbers up to 39 by their Roman numerals."""
NUMERALS = frozenset([*_SPELLED, *_SCALES, *ROMAN, "half"])
"""Every word `digits` may change; texts without one stay as they are."""


def digits(words: Sequence[str]) -> list[str]:
    """The words with numbers as digits; a single `i`, `v` or `x` counts as a number unless it comes first."""
    out: list[str] = []
    at = 0
    while at < len(words):
        number, used = number_at(words, at)
        out += [words[at]] if number is None else number
        at += used
    return out


def number_at(words: Sequence[str], at: int) -> tuple[list[str] | None, int]:
    """The number that begins at a word as digits, and how many words say it; None and 1 when there is none."""
    word = words[at]
    scaled = at + 1 < len(words) and words[at + 1] in _SCALES
    if word in _SPELLED or (scaled and (word == "a" or word.isdecimal())):
        number, used = _spelled(words[at:])
        return [_ordinal(number) if words[at + used - 1] in _ORDINAL else str(number)], used
    if word in ROMAN and (at or len(word) > 1):
        return [str(ROMAN[word])], 1
    if word == "and" and list(words[at + 1 : at + 3]) == ["a", "half"]:
        return ["1", "2"], 3
    return None, 1


def _ordinal(number: int) -> str:
    teen = 10 < number % 100 < 14
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _spelled(words: Sequence[str]) -> tuple[int, int]:
    """The number that leading words say and how many they are; years also in pairs (nineteen eighty four)."""
    total, group = 0, -1  # what stands before a thousand, and what is being counted now
    for at, word in enumerate(words):
        value = int(word) if word.isdecimal() and at == 0 else _SPELLED.get(word, -1)
        open_hundred = group < 0 or (group >= 100 and group % 100 == 0)
        if value >= 0 and (open_hundred or (value < 10 and group % 10 == 0 and group % 100 >= 20)):
            group = max(group, 0) + value
        elif value >= 10 and 10 <= group < 30:
            group = 100 * group + value
        elif word == "a" and at == 0:
            group = 1
        elif word == "hundred" and 0 < group < 100:
            group *= 100
        elif word in _SCALES and word != "hundred" and group > 0:
            total, group = total + group * _SCALES[word], -1
        elif word != "and" or (group < 100 and not total) or not words[at + 1 :] or words[at + 1] not in _SPELLED:
            return total + max(group, 0), at
    return total + max(group, 0), len(words)
