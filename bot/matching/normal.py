"""Normal forms: what two ways of writing one title have in common.

    normal("Æon Flux & the U.S.A.!")       "aeon flux and the usa"      lower-case ASCII words
    marked("Alien: Covenant")              "alien:covenant"             the same, a colon where a subtitle begins
    plain(["the", "rocky", "part", "ii"])  ["rocky", "2"]               no leading article, numerals as digits, Dr.
    key("The Rocky, Part II")              "rocky2"                     the plain words without spaces
    unordered(["lord", "of", "the", ...])  "lord of rings"              the words but articles in alphabetical order
    sound("deadpool")                      "dadpal"                     the same for what sounds alike
    initials(["lord", "of", "the", ...])   "lotr"                       what an abbreviation is made of

`normal` is what is compared letter by letter; names that share a `key` are one title written in two ways.
"""

import re
import unicodedata
from collections.abc import Sequence

from anyascii import anyascii

from bot.matching.numerals import NUMERALS, digits

LONGEST = 250
"""Characters of a normal form; what is longer is cut, as hardly a title is."""

ARTICLES = frozenset(
    "the a an le la les un une el los las lo il gli uno una der die das ein eine o os as um uma het een".split()
)
"""Words that people drop, and at the beginning move or add, in the languages films are most often titled in."""

_SHORT = {
    "doctor": "dr", "mister": "mr", "missus": "mrs", "saint": "st", "street": "st", "versus": "vs", "junior": "jr",
    "senior": "sr", "sergeant": "sgt", "captain": "capt", "lieutenant": "lt", "professor": "prof",
}  # fmt: skip
"""Words that are often cut short in titles, and how."""
_PARTS = frozenset(["part", "pt", "chapter", "volume", "vol", "episode", "ep", "number", "no"])
_CHANGED = NUMERALS | _PARTS | _SHORT.keys()
"""Words that `numbered` may change, or what stands beside them."""
_APOSTROPHES = str.maketrans("", "", "’‘`´ʼʻ′＇")
_FRACTION = re.compile(r"(?<=\d)([¼-¾⅐-⅞])")
_INITIALS = re.compile(r"\b([^\W_])[.*](?=[^\W_]\b)")
_INSIDE = re.compile(r"(?<=\w)[$@](?=\w)")
_BREAK = re.compile(r"(?<=\w)[!?.,…'’\"”»)\]*]?(?:: ?| [-–—/~|] ?|[-–—] )(?=\W*\w)")
_NO_WORD = re.compile(r"[^a-z0-9]+")
_NO_WORD_OR_BREAK = re.compile(r"[^a-z0-9\0]+")
_DIGIT = re.compile("[0-9]")
_FIGURE = re.compile(r"(?<=[a-z])[013457](?=[a-z])")
_FIGURES = str.maketrans("013457", "oieasv")
"""Figures that stand for the letters they look like: "Se7en", "Fant4stic"."""
SOUNDS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "abkdafghajklmnapkrstafuxas")
"""Letters that are heard alike, as one."""
_SIGNS = frozenset("&.*$@")


def normal(text: str) -> str:
    """The text as lower-case ASCII words with one space between; empty only when nothing in it is visible."""
    if text.isascii() and text.replace(" ", "").isalnum() and len(text) <= LONGEST:
        return " ".join(text.lower().split())  # most titles, in a third of the time
    return _NO_WORD.sub(" ", _ascii(text)).strip()[:LONGEST].rstrip() or _named(text)


def marked(text: str) -> str:
    """The normal form with a colon in place of the space where a colon or dash parts title and subtitle."""
    if not (":" in text or "-" in text or "–" in text or "—" in text or "/" in text):
        return normal(text)
    words = _NO_WORD_OR_BREAK.sub(" ", _ascii(_BREAK.sub("\0", text))).replace(" \0", "\0").replace("\0 ", "\0")
    return words.strip(" \0")[:LONGEST].rstrip(" \0").replace("\0", ":") or _named(text)


def _ascii(text: str) -> str:
    """Lower-case ASCII in which only letters, digits and the signs between words are left."""
    text = text[: 2 * LONGEST]
    if not text.isascii():
        text = anyascii(_FRACTION.sub(r" \1", text.translate(_APOSTROPHES)))
    text = text.lower().replace("'", "")
    if not _SIGNS.isdisjoint(text):
        text = _INITIALS.sub(r"\1", text.replace("&", " and "))
        text = _INSIDE.sub(lambda sign: "s" if sign[0] == "$" else "a", text)
    return text


def _named(text: str) -> str:
    """Signs by their Unicode names, for titles that hold no letter or digit: `$` is "dollar sign"."""
    names = dict.fromkeys(
        unicodedata.name(sign, "").lower() for sign in text[:20] if sign.isprintable() and sign != " "
    )
    return _NO_WORD.sub(" ", " ".join(names)).strip()[:LONGEST].rstrip()


def lettered(form: str) -> str:
    """The form with letters for the figures inside its words: "se7en" is "seven"."""
    return _FIGURE.sub(lambda figure: figure[0].translate(_FIGURES), form) if _DIGIT.search(form) else form


def plain(words: Sequence[str]) -> Sequence[str]:
    """The words without leading (or trailing, moved) article, numerals as digits, without "part" before a number."""
    return bare(numbered(words))


def numbered(words: Sequence[str]) -> Sequence[str]:
    """The words with numerals as digits, without "part" before a number, titles of people cut short.

    The same object where nothing changes.
    """
    rest = words if "".join(words).isalpha() else list(map(lettered, words))
    if _CHANGED.isdisjoint(rest):
        return rest
    if not _SHORT.keys().isdisjoint(rest) and len(bare(rest)) > 1:
        rest = [_SHORT.get(word, word) for word in rest]
    if not (NUMERALS.isdisjoint(rest) and _PARTS.isdisjoint(rest)):
        rest = digits(rest)
        rest = [w for at, w in enumerate(rest) if w not in _PARTS or not "".join(rest[at + 1 : at + 2]).isdigit()]
    return rest


def bare(words: Sequence[str]) -> Sequence[str]:
    """The words without leading (or trailing, moved) article."""
    if len(words) > 1:
        if words[0] in ARTICLES:
            return words[1:]
        if words[-1] in ARTICLES:
            return words[:-1]
    return words


def lean(words: Sequence[str]) -> Sequence[str]:
    """The words without articles, wherever these stand."""
    return [word for word in words if word not in ARTICLES] or words


def unordered(words: Sequence[str]) -> str:
    """The lean words in alphabetical order: equal for titles that differ in no other words."""
    return " ".join(sorted(lean(words)))


def key(words: Sequence[str]) -> str:
    """The plain words as one: equal for titles that differ in article, numerals and spaces alone."""
    return "".join(plain(words))


def sound(key: str) -> str:
    """About how a key sounds: consonants that sound alike are one, so are all vowels, and doubled letters."""
    if "h" in key:
        key = key.replace("ph", "f").replace("ght", "t").replace("wh", "w")
    if "c" in key:
        key = key.replace("ce", "se").replace("ci", "si").replace("cy", "sy").replace("ck", "k")
    key = key.replace("x", "ks").replace("tion", "shun").replace("qu", "kw").replace("dg", "g")
    heard, before = [], ""
    for letter in key.translate(SOUNDS):
        if letter != before:
            heard.append(letter)
            before = letter
    return "".join(heard)


def initials(words: Sequence[str]) -> str:
    """First letters of plain words, numbers whole: "t2" for Terminator 2."""
    return "".join([w if w.isdigit() else w[0] for w in words])
