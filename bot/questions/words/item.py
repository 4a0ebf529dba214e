"""One part of a question: a letter of the grammar and what it means."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.knowledge.search import Each

ELSE = frozenset("other else others another further more next".split())
"""Words that say of films that they are others than the one named."""


@dataclass(frozen=True, slots=True)
class Item:
    """One part of a question: its letter, what it means, and the words it covers."""

    letter: str
    meaning: Any = None
    text: str = ""
    owns: bool = False
    """Whether a possessive 's follows."""
    each: Each | None = None
    """Of how many films it is said that they are meant, where that stands before: every, no."""


def other(items: Sequence[Item]) -> bool:
    """Whether the noun among the items is "other films", "what else"."""
    return any(item.letter == "f" and not ELSE.isdisjoint(item.text.split()) for item in items)


def is_filter(item: Item, *kinds: str) -> bool:
    """Whether an item is a filter of one of these kinds."""
    return item.letter == "y" and item.text in kinds
