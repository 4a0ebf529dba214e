"""Whether a name that is nearly somebody's is rather that of somebody else, by its first name."""

from collections.abc import Sequence
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.search import Named
from bot.matching.normal import normal, sound
from bot.questions.rules.nicknames import FIRST_NAMES

SLIP = 4
"""Letters from which on one wrong letter of a first name is a slip, though others are called so: Brain, but not Tim."""


async def known_or_stranger(said: str, people: Sequence[Named], catalogue: Catalogue) -> list[Named]:
    """Those of some people, called nearly as it was typed, whose first name is no other than was typed: not Byron
    Howard for Ron Howard; where nobody is left, the one who is not known, whose key is the nearest one's, inverted.
    """
    first, _, last = normal(said).partition(" ")
    if not last or not any(_other(first, last, one.normal) for one in people):
        return list(people)
    known = first in FIRST_NAMES or bool((await catalogue.first_named([first])).get(first))
    kept = [one for one in people if not (known and _other(first, last, one.normal))]
    name = said if said != said.lower() else said.title()
    return kept or [replace(people[0], key=~people[0].key, name=name, normal=normal(said))]


def _other(first: str, last: str, name: str) -> bool:
    """Whether a name has the surname that was typed, and another first name, which neither sounds like it nor is short
    for it.
    """
    from rapidfuzz.distance.OSA import distance  # only for typing errors

    own, _, rest = name.partition(" ")
    if rest != last or own.startswith(first) or first.startswith(own) or FIRST_NAMES.get(first) == own:
        return False
    alike = not _sounds(first).isdisjoint(_sounds(own))
    if min(len(first), len(own)) < SLIP:
        return not alike or _vowels(first) != _vowels(own)
    return not alike and distance(first, own) > 1


def _sounds(name: str) -> set[str]:
    """How a first name may sound, all vowels alike: with the h and w that Jon and Duane lack, and without."""
    return {sound(name).replace("v", "f"), sound(name.replace("h", "").replace("w", ""))}


def _vowels(name: str) -> str:
    return "".join(letter for letter in name if letter in "aeiouy")
