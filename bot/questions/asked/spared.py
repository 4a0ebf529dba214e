"""Films that are left out: "Rutger Hauer films other than Blade Runner"; what the director of F made besides that."""

import re
from collections.abc import Sequence

from bot.knowledge.search import Except, Films
from bot.questions.asked.expressions import Set
from bot.questions.rules.phrases import SPARING
from bot.questions.words.item import Item, other

_SPARING = frozenset(SPARING.split("|"))
_SPARED = re.compile(r"n[od]*F(?:d*F)*|(?P<noun>f)F(?=z?P[vr])")
"""Other than F and G; which other films than F."""
_WORKED = re.compile(r"r[zq]*(t)o(?=Py*f)")
"""Composers that worked on X's films."""
_MADE = re.compile(r"(?:r[ob]*F|nFr)[zn]*(M)")
"""What the director of F made."""


def spared(items: Sequence[Item]) -> list[Item]:
    """The items with the films that are left out of those asked for as a filter."""
    done = list(items)
    letters = "".join(item.letter for item in done)
    if "f" not in letters and (found := _MADE.search(letters)):
        jobs = next(item.meaning for item in done[found.start() : found.end()] if item.letter == "r")
        done[found.start(1) : found.end(1)] = [Item("z"), Item("v", jobs)]
    if found := _WORKED.search(letters):
        del done[found.start(1)]
    letters = "".join(item.letter for item in done)
    found = _SPARED.search(letters) if set("PCf") & set(letters) else None
    if found is None or (done[found.start()].text not in _SPARING and not found["noun"]):
        return done
    inside = done[found.start() : found.end()]
    films: list[Set] = [item.meaning for item in inside if item.letter == "F"]
    if not all(film.named and isinstance(film.search.start, Films) for film in films):
        return done
    if found["noun"] and not other(inside):
        return done
    left_out = Films(tuple(key for film in films for key in film.search.start.keys), films[0].label)
    noun = done[found.start() : found.start() + bool(found["noun"])]
    return [*done[: found.start()], *noun, Item("y", (Except(left_out),), "spared"), *done[found.end() :]]
