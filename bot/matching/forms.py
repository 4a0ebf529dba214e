"""The forms under which one name is kept: what both the shelf and the additions index."""

from collections.abc import Iterable
from typing import NamedTuple

from bot.matching.normal import bare, initials, lean, lettered, marked, numbered, plain, sound, unordered

SHORT = 9
"""Keys up to this length are also found by their letters in any order, and by what is left without any one of them."""
SOUNDED = 11
"""Keys up to this length are also found by their sound."""


class Forms(NamedTuple):
    """What a name is found by."""

    keys: list[str]
    """Its key, its parts' keys, initials after a "#", sound after a "~", words but articles in alphabetical
    order after a "=".
    """
    short: list[str]
    """Its keys of few letters, with the numerals as digits and as they stand."""
    spelled: str
    """Its words without article, the numerals as they stand."""


def forms_of(text: str) -> Forms:
    """The forms of a name in marked form."""
    words = text.replace(":", " ").split()
    spelled, counted = bare(words), numbered(words)
    short = spelled if counted is words else bare(counted)
    own = "".join(short)
    keys = [own]
    if ":" in text:
        parts = [plain(part.removesuffix(" or").split()) for part in parts_of(text)]  # Dr. Strangelove or: How …
        keys += [k for k in map("".join, parts) if len(k) > 3]
        keys += ["#" + initials(part) for part in parts if len(part) > 1]
        keys = list(dict.fromkeys(keys))
    if len(words) > 1:
        keys += ["#" + initials(short), "=" + unordered(words)]
    if len(own) <= SOUNDED:
        keys.append("~" + sound(own))
    few = [own] if 1 < len(own) <= SHORT else []
    if short is not spelled and 1 < len(said := "".join(spelled)) <= SHORT and said != own:
        few.append(said)
    return Forms(keys, few, " ".join(spelled))


def parts_of(text: str) -> list[str]:
    """What a name in marked form may be called by for short: its parts, and the first of three with the next.

    Star Wars, Episode III and Revenge of the Sith, and Star Wars: Episode III.
    """
    parts = text.split(":")
    return [*parts, *(" ".join(parts[:n]) for n in range(2, len(parts)))]


def texts_of(names: Iterable[str]) -> dict[str, str]:
    """The names by their marked forms, also with letters for figures, and by the initials that they begin with and
    spell out; what says the same again is left out.
    """
    texts: dict[str, str] = {}
    for name in names:
        text = marked(name)
        texts.setdefault(text, name)
        texts.setdefault(lettered(text), name)
        if name[1:2] == "." and name[:1].isupper():  # E.T. the Extra-Terrestrial
            short, *rest = text.replace(":", " ").split()
            if len(short) > 1 and short == initials(lean(rest)):
                texts.setdefault(short, name)
    texts.pop("", None)
    return texts
