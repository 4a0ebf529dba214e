"""Normal forms: what two ways of writing one title have in common.

    normal("Æon Flux & the U.S.A.!")  -> "aeon flux and the usa"      lower-case ASCII words
    key("The Ocean's Eleven, Part II") -> "oceans11part2"             also no articles, no spaces, numerals as digits

`normal` is compared letter by letter; two names with the same `key` are the same title written in two ways.
"""

import re
import unicodedata

from anyascii import anyascii

LONGEST = 300
"""Characters of a normal form; what is longer is cut, as no title is."""

ARTICLES = frozenset(
    "the a an le la les l un une des el los las lo il gli i uno una der die das ein eine den det de het een".split()
)
"""Leading words that people drop, move or add, in the languages films are most often titled in."""

_APOSTROPHES = str.maketrans("", "", "'’‘`´ʼʻ′")
_FRACTION = re.compile(r"([¼-¾⅐-⅞])")
_INITIALS = re.compile(r"\b(\w)[.*](?=\w\b)")
_INSIDE = re.compile(r"(?<=\w)[$@](?=\w)")
_NO_WORD = re.compile(r"[^a-z0-9]+")


def normal(text: str) -> str:
    """The text as lower-case ASCII words with one space between them; empty only for text without visible characters."""
    text = text[: 2 * LONGEST]
    if not text.isascii():
        text = anyascii(_FRACTION.sub(r" \1", text.translate(_APOSTROPHES)))
    plain = text.lower().replace("'", "").replace("`", "")
    if "&" in plain:
        plain = plain.replace("&", " and ")
    if "." in plain or "*" in plain:
        plain = _INITIALS.sub(r"\1", plain)
    if "$" in plain or "@" in plain:
        plain = _INSIDE.sub(lambda sign: "s" if sign[0] == "$" else "a", plain)
    words = _NO_WORD.sub(" ", plain).strip()
    return words[:LONGEST].rstrip() or _named(text)


def _named(text: str) -> str:
    """Signs by their Unicode names, for titles that hold no letter or digit: `$` is "dollar sign"."""
    names = dict.fromkeys(unicodedata.name(sign, "").lower() for sign in text[:20] if not sign.isspace())
    return _NO_WORD.sub(" ", " ".join(names)).strip()[:LONGEST].rstrip()
