"""The items of a text as they are put right one after the other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.questions.words.item import Item

NOTHING = Item("")
"""Where no item is."""


@dataclass(slots=True)
class Line:
    """The items of a text, and those up to one of them as they are put right."""

    items: list[Item]
    done: list[Item] = field(default_factory=list)
    rest: Sequence[Item] = ()
    """The items behind the one that is looked at."""

    @property
    def last(self) -> Item:
        """The item before; one that says nothing at the beginning."""
        return self.done[-1] if self.done else NOTHING

    @property
    def after(self) -> Item:
        return self.rest[0] if self.rest else NOTHING

    def has(self, letters: str) -> bool:
        """Whether any item of the text is one of these letters."""
        return any(item.letter in letters for item in self.items)


Step = Callable[[Line, Item], Item | None]
"""What is put right of an item; it may change what stands before, and keep, change or drop the item."""
