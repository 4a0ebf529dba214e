"""How much of a name is, letter by letter, like what was typed: for names inside a sentence, where little is sure."""

from bot.matching.numerals import digits

SHORT = 4
"""Letters of a short name: one of four is a quarter."""


def alike(typed: str, text: str) -> float:
    """How much of 100 a name in marked form, or its title or subtitle alone, is like what was typed in normal form."""
    whole = likeness(typed, text.replace(":", " "))
    parts = [likeness(typed, part.removesuffix(" or")) for part in text.split(":")] if ":" in text else []
    return max(whole, max(parts, default=0.0) - 3)


def likeness(typed: str, whole: str) -> float:
    """The same of normal forms, an article set aside; nothing is like a name without the numbers typed."""
    from rapidfuzz.distance import OSA  # only for typing errors

    numbers = _numbers(whole)
    if not _numbers(typed) <= numbers:
        return 0.0
    best = OSA.normalized_similarity(typed, whole)
    bare = OSA.normalized_similarity(without_article(typed), without_article(whole)) - 0.02
    joined = OSA.normalized_similarity(typed.replace(" ", ""), whole.replace(" ", "")) - 0.01
    joined = joined if len(typed) > SHORT + 1 and numbers == _numbers(typed) else 0.0
    spare = 0.05 if len(typed) <= SHORT else 0.0
    return 100 * (max(best, bare, joined) + spare)


def without_article(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if rest and first in ("the", "a", "an") else name


def _numbers(name: str) -> set[str]:
    return {word for word in digits(name.split()) if word[:1].isdigit()}
