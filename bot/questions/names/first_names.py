"""Whether a name that is nearly somebody's is rather that of somebody else, by its first name."""

from collections.abc import Sequence
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.search import Named
from bot.matching.normal import normal, sound
from bot.questions.rules.nicknames import FIRST_NAMES

SLIP = 4
"""Letters from which on one wrong letter of a first name is a slip, though others are called so: Brain, but not Tim."""


async def but_for_others(said: str, people: Sequence[Named], catalogue: Catalogue) -> list[Named]:
    """Those of some people, called nearly as it was typed, whose first name is no other than was typed: not Byron
    Howard for Ron Howard.
    """
    first, _, last = normal(said).partition(" ")
    if not last or not any(_other(first, last, one.normal) for one in people):
        return list(people)
    known = first in FIRST_NAMES or bool((await catalogue.first_named([first])).get(first))
    return [one for one in people if not (known and _other(first, last, one.normal))]


async def known_or_stranger(said: str, people: Sequence[Named], catalogue: Catalogue) -> list[Named]:
    """The same; where nobody is left, the one who is not known, whose key is the nearest one's, inverted (`~key`)."""
    kept = await but_for_others(said, people, catalogue)
    if kept or not people:
        return kept
    name = said if said != said.lower() else said.title()
    return [replace(people[0], key=~people[0].key, name=name, normal=normal(said))]


def _other(first: str, last: str, name: str) -> bool:
    """Whether a name has the surname that was typed, and another first name, which neither sounds like it nor is short
    for it.
    """
    from rapidfuzz.distance.OSA import distance  # only for typing errors

    own, _, rest = name.partition(" ")
    if rest != last or own.startswith(first) or first.startswith(own) or FIRST_NAMES.get(first) == own:
        return False
    if min(len(first), len(own)) < SLIP:
        return _sound(first) != _sound(own) or _vowels(first) != _vowels(own)
    return _sound(first) != _sound(own) and distance(first, own) > 1


def _sound(name: str) -> str:
    """How a first name sounds, all vowels alike, and the h aside that Jon lacks and John has."""
    return sound(name.replace("h", ""))


def _vowels(name: str) -> str:
    return "".join(letter for letter in name if letter in "aeiouy")
