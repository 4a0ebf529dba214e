"""Names of people in running text: what looks like one, and how several are listed."""

import re

from bot.sources.pages.lexicon import NO_NAMES, NO_SURNAMES

PARTICLES = frozenset(
    "de da do dos das di du del della der den dem van von zu zur ten ter la le los las el al bin ibn ben af av y i e"
    " e' d'".split()
)
"""Small words inside a name."""

_WORD = re.compile(r"[^\W\d_][\w'’.\-·]*\.?", re.UNICODE)
_AND = re.compile(r"\s+(?:and|und|et|y|e|en|og|och|with|mit)\s+|\s*(?:&|\+)\s*")
_BETWEEN = re.compile(r"\s*[,;/|·•\n\t]\s*(?:and\s+|und\s+|et\s+|y\s+|e\s+|en\s+)?(?![^()]*\))")
_NOTE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV)\.?")
_BY = re.compile(r"^(?:[a-zß-ÿ]+\s+){0,3}(?:by|von|par|por|door)\s+(?=[A-ZÀ-Þ])")
AND_OTHERS = re.compile(
    r"[\s,]*\b(?:u\.\s?a\.?|et al\.?|etc\.?|(?:and|und|et|y|e|en) "
    r"(?:others|more|andere|weitere|autres|otros|altri|outros|anderen)|among others)\s*$"
)
MOST_WORDS = 6


def is_name(text: str, *, words: int = 1) -> bool:
    """Whether a text looks like the name of a person of at least so many words."""
    parts = text.split()
    if not words <= len(parts) <= MOST_WORDS or len(text) > _LONGEST:
        return False
    if parts[0].lower() in PARTICLES and len(parts) == 1:
        return False
    if any(part.lower().rstrip(".") in NO_NAMES for part in parts[:-1]):
        return False
    if parts[-1].lower().rstrip(".") in (NO_SURNAMES if len(parts) > 1 else NO_NAMES):
        return False
    return all(map(_in_name, parts)) and _capital(parts[-1]) and any(len(part) > 1 for part in parts)


_LONGEST = 60


def _in_name(word: str) -> bool:
    plain = word.strip("“”\"'‘’()")
    return word in PARTICLES or (bool(_WORD.fullmatch(plain)) and _capital(plain))


def _capital(word: str) -> bool:
    letters = word.lstrip("“\"'‘d’")
    first = letters[:1]
    return first.isupper() or (first.isalpha() and first.lower() == first.upper())  # scripts without capitals


def names_in(text: str) -> tuple[list[str], list[str]]:
    """The people a text lists, and the parts of it that look like no name."""
    names: list[str] = []
    others: list[str] = []
    for part in _BETWEEN.split(
        text.strip().rstrip(".") if not re.search(r"\b(?:Jr|Sr)\.$", text.strip()) else text.strip()
    ):
        if names and _SUFFIX.fullmatch(part.strip()):
            names[-1] = f"{names[-1]}, {part.strip()}"
            continue
        for name in _listed(_BY.sub("", _NOTE.sub("", part).strip())):
            (names if is_name(name) else others).append(name)
    return list(dict.fromkeys(names)), [other for other in others if other and other.lower() not in _NOBODY]


_NOBODY = frozenset(
    {
        "others",
        "more",
        "et al",
        "et al.",
        "various",
        "unknown",
        "n/a",
        "u.a",
        "u. a",
        "etc",
        "andere",
        "autres",
        "otros",
        "-",
        "–",
        "…",
    }
)


def _listed(part: str) -> list[str]:
    """The names that words for `and` part; brothers and sisters who share a surname get it both."""
    parts = [piece.strip(" .…") if not _SUFFIX.search(piece) else piece.strip() for piece in _AND.split(part)]
    parts = [re.sub(r"^(?:and|und|et)\s+", "", piece) for piece in parts if piece]
    if len(parts) > 1 and not all(is_name(piece) or piece.lower() in _NOBODY for piece in parts):
        return [part]
    if len(parts) == _PAIR and " " not in parts[0] and "-" not in parts[0] and len(parts[1].split()) == _PAIR:
        return [f"{parts[0]} {parts[1].split()[1]}", parts[1]]
    return parts


_PAIR = 2
