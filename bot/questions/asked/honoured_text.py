"""A text that speaks of awards, and what it says of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from bot.knowledge.query import Asked, Job, Prize, Result
from bot.knowledge.search import Named, Step
from bot.questions.asked.awarded import held, meant, outcome, prize_of, speaks, usual
from bot.questions.asked.expressions import Set
from bot.questions.rules.honours import NOT
from bot.questions.rules.phrases import SPARING
from bot.questions.words.item import Item, is_filter

_ONES = ("er", "ers", "ee", "ees")
"""What words of films or people end in: winners, nominees."""
_SPARING = frozenset(SPARING.split("|")) - NOT
NAMING = ("award", "category", "times")
"""Kinds of what says which prizes are meant."""


@dataclass(frozen=True)
class HonouredText:
    """A text that speaks of awards."""

    items: Sequence[Item]
    films: Sequence[Set]
    people: Sequence[Set]

    @cached_property
    def letters(self) -> str:
        return "".join("a" if speaks(item) else item.letter for item in self.items)

    def has(self, letters: str) -> bool:
        return not set(self.letters).isdisjoint(letters)

    @cached_property
    def said(self) -> list[Named]:
        """What is said of awards."""
        return [named for item in self.items if speaks(item) and item not in self._spared for named in meant(item)]

    @cached_property
    def _spared(self) -> list[Item]:
        """What names the prizes that are left out: besides best picture, other than the Oscars."""
        spared: list[Item] = []
        for n, (before, item) in enumerate(pairwise(self.items)):
            joined = before.letter == "d" and self.items[n - 1] in spared
            if speaks(item) and (joined or (before.letter == "n" and before.text in _SPARING)):
                spared.append(item)
        return spared

    @cached_property
    def named(self) -> bool:
        """Whether it is said which prizes are meant."""
        return any(one.kind in NAMING for one in self.said)

    @cached_property
    def denied(self) -> bool:
        """Whether what is told of those prizes is denied."""
        apart = any(item.letter == "n" and item.text in NOT for item in self.items) and "f" not in self.letters
        return outcome(self.said)[1] or (apart and self.prize.result is Result.WON)

    @cached_property
    def results(self) -> set[str]:
        """What is told of those prizes: nominated for them, won."""
        return {one.name for one in self.said if one.kind == "result" and one.name}

    @cached_property
    def ones(self) -> bool:
        """Whether those who won something are asked for: winners, nominees."""
        return any(one.normal.endswith(_ONES) for one in self.said if one.kind == "result")

    @cached_property
    def _held(self) -> tuple[tuple[int, int] | None, bool, list[Item]]:
        return held(self.items)

    @property
    def others(self) -> list[Item]:
        """The items without the years of the ceremony."""
        return self._held[2]

    @cached_property
    def filters(self) -> list[Step]:
        return [step for item in self.others if item.letter in "yf" for step in item.meaning or ()]

    @cached_property
    def prize(self) -> Prize:
        years, loosely, _ = self._held
        but = [named for item in self._spared for named in meant(item)]
        return replace(prize_of(self.said, years, loosely), but=prize_of(but) if but else None)

    @cached_property
    def usual(self) -> Prize:
        """The prize, at the Academy Awards when no award is named."""
        return usual(self.prize, self.said)

    @cached_property
    def jobs(self) -> tuple[Job, ...]:
        return next((item.meaning for item in self.items if item.letter == "r"), ())

    @cached_property
    def of(self) -> tuple[str, ...]:
        """The words of categories that are meant: those of actresses."""
        return ("Actress",) if any(i.letter == "r" and i.text.startswith("actress") for i in self.items) else ()

    @cached_property
    def of_genre(self) -> bool:
        """Whether films of a genre are said to have won something: comedies that won, dramas nominated for."""
        genres = next((n for n, item in enumerate(self.items) if not is_filter(item, "genre")), len(self.items))
        rest = [item for item in self.items[genres:] if item.letter != "z"]
        return bool(genres and rest) and speaks(rest[0]) and meant(rest[0])[0].kind == "result" and not self.ones

    @cached_property
    def dated(self) -> bool:
        """Whether it is asked when something was won."""
        return any(item.letter == "x" and item.meaning in (Asked.RELEASE, Asked.YEAR) for item in self.items)
