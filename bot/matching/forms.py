"""The forms under which one name is kept: what both the shelf and the additions index."""

from collections.abc import Iterable, Iterator

from bot.matching.normal import initials, key, marked


def keys_of(text: str) -> list[str]:
    """The keys a name in marked form is found by: its own, its parts', and its initials after a "#"."""
    words = text.replace(":", " ").split()
    keys = [key(words)]
    if ":" in text:
        parts = [part.split() for part in text.split(":")]
        keys += [k for k in map(key, parts) if len(k) > 3]
        keys += ["#" + initials(part) for part in parts if len(part) > 1]
    if len(words) > 1:
        keys.append("#" + initials(words))
    return list(dict.fromkeys(keys))


def texts_of(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The names as they are and in marked form, without those that say the same again."""
    seen = set()
    for name in names:
        text = marked(name)
        if text and text not in seen:
            seen.add(text)
            yield name, text
