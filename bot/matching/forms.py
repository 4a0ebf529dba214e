"""The forms under which one name is kept: what both the shelf and the additions index."""

from collections.abc import Iterable, Iterator

from bot.matching.normal import bare, initials, key, marked, sound

SHORT = 9
"""Keys up to this length are also found by what is left when any one letter is dropped."""
SOUNDED = 11
"""Keys up to this length are also found by their sound."""


def keys_of(text: str) -> list[str]:
    """What a name in marked form is found by: its key, its parts', initials after a "#" and sound after a "~"."""
    words = text.replace(":", " ").split()
    keys = [key(words)]
    if ":" in text:
        parts = [part.split() for part in text.split(":")]
        keys += [k for k in map(key, parts) if len(k) > 3]
        keys += ["#" + initials(part) for part in parts if len(part) > 1]
    if len(words) > 1:
        keys.append("#" + initials(words))
    if len(keys[0]) <= SOUNDED:
        keys.append("~" + sound(keys[0]))
    return list(dict.fromkeys(keys))


def short_keys_of(text: str) -> set[str]:
    """The keys of few letters by which `near` finds a name, with the numerals as they stand and as digits."""
    words = text.replace(":", " ").split()
    return {k for k in (key(words), "".join(bare(words))) if 1 < len(k) <= SHORT}


def spelled(text: str) -> str:
    """The words of a name by which `similar` finds it: numerals as they stand, no article."""
    return " ".join(bare(text.replace(":", " ").split()))


def texts_of(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The names as they are and in marked form, without those that say the same again."""
    seen = set()
    for name in names:
        text = marked(name)
        if text and text not in seen:
            seen.add(text)
            yield name, text
