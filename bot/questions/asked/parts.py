"""The items of a text from which awards, roles and all else that is asked are told."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.questions.asked.expressions import Set
from bot.questions.words.item import Item


@dataclass(frozen=True)
class Parts:
    """The items of a text, their letters and what they name."""

    items: Sequence[Item]

    @cached_property
    def letters(self) -> str:
        return "".join(item.letter for item in self.items)

    @cached_property
    def films(self) -> list[Set]:
        return [item.meaning for item in self.items if item.letter == "F"]

    @cached_property
    def people(self) -> list[Set]:
        return [item.meaning for item in self.items if item.letter == "P"]

    def has(self, letters: str) -> bool:
        """Whether an item has one of these letters."""
        return not set(self.letters).isdisjoint(letters)
