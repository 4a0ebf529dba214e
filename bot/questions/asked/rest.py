"""What the rules have left of a question."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bot.knowledge.query import Asked, Job
from bot.knowledge.search import EVERY, Step
from bot.questions.asked.aspect import aspect_of
from bot.questions.asked.expressions import Set
from bot.questions.words.item import Item


@dataclass(frozen=True)
class Rest:
    """What the rules have left of a question, and what it was before."""

    left: Sequence[Item]
    items: Sequence[Item]
    bag: str
    waste: float
    """What the letters cost that the rules could not use."""

    def has(self, letters: str) -> bool:
        """Whether the question has one of these letters."""
        return not set(self.bag).isdisjoint(letters)

    @cached_property
    def sets(self) -> list[Set]:
        """The films and people."""
        return [item.meaning for item in self.left if item.letter in "FP"]

    @cached_property
    def filters(self) -> list[Step]:
        return [step for item in self.left if item.letter in "yf" for step in item.meaning or ()]

    @cached_property
    def order(self) -> tuple[Any, ...] | None:
        """The field that films are put in an order by and which of them are meant, if that is asked."""
        orders = [item.meaning for item in self.items if item.letter == "m"]
        best = [order for order in orders if order[-1] != EVERY]
        return best[0] if len(best) == 1 else next(iter(orders), None)

    @cached_property
    def relations(self) -> list[Item]:
        """What is left of what people did."""
        return [item for item in self.left if item.letter in "vr"]

    @cached_property
    def missing(self) -> str | None:
        """What is asked that no film tells."""
        return next((item.meaning for item in self.items if item.letter == "u"), None)

    @cached_property
    def settled(self) -> tuple[Job, ...]:
        """The job that is told apart from the names: as a director."""
        return next((item.meaning for item in self.items if item.letter == "i"), ())

    @cached_property
    def aspect(self) -> Asked | None:
        return aspect_of(self.items)
