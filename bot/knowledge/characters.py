"""The names a character goes by: drawn from how a cast list writes it, and asked for in SQL."""

import re

from bot.matching.normal import normal

_PARTS = re.compile(r"\s*(?:/|\(|\)|\"|“|”|;)\s*")
RANKS = frozenset(
    "mr mrs ms miss dr doctor prof professor captain capt cpt colonel col major maj general gen lieutenant lt sergeant"
    " sgt detective agent officer sheriff king queen prince princess lord lady sir father sister brother uncle aunt the"
    " voice young old special president senator judge commander admiral corporal cpl private pvt inspector"
    " nurse".split()
)
_SAYS_NOTHING = frozenset(
    ["voice", "uncredited", "himself", "herself", "as himself", "as herself", "self", "cameo", ""]
)


def called(character: str) -> set[str]:
    """Normal forms of what the character is called: each of its names, without rank, and the first and last word.

    "Bruce Wayne / Batman" gives bruce wayne, bruce, wayne and batman; "Captain Jack Sparrow" also jack sparrow.
    """
    found: set[str] = set()
    for name in alternatives(character):
        words = name.split()
        found.add(name)
        while len(words) > 1 and words[0] in RANKS:
            words = words[1:]
        found |= {" ".join(words), words[0], words[-1]}
    return found


def alternatives(character: str) -> list[str]:
    """Normal forms of the whole names in what the cast list writes: bruce wayne and batman."""
    return [name for part in _PARTS.split(character) if (name := normal(part)) not in _SAYS_NOTHING]


def goes_by(character: str) -> dict[str, str]:
    """What `called_so` needs of a name: its last word, which every character has as a name, and all its words."""
    return {"last": character.rpartition(" ")[2], "inside": f"% {character} %"}


def called_so(table: str, last: str, inside: str) -> str:
    """Whether a row of `characters` is of one whose name holds the words asked for."""
    return (
        f"{table}.normal = {last} AND EXISTS (SELECT 1 FROM characters w WHERE w.film = {table}.film"
        f" AND w.position = {table}.position AND ' ' || w.normal || ' ' LIKE {inside})"
    )
