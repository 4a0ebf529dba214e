"""What a clause says of whom or what another names: it, his, that film."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.questions.clauses.naming import Naming
from bot.questions.clauses.pieces import THINGS
from bot.questions.rules.phrases import STARTS

REFERRING = frozenset("it its he she they him his her hers them their theirs those these thats hes shes".split())
"""Words for what another clause names."""
HE = frozenset("he she him his her hers hes shes".split())
"""The same for somebody."""
FOR_NAMES = HE | frozenset(["it", "its", "they"])
"""The same but for what a list may ask for itself: which films have German in them."""
THIS = frozenset(["that", "this"])
"""The same at the end, and behind what begins a question."""
NOUNS = (["film"], ["movie"], ["one"], ["thing"])
"""Words behind which "this" and "that" stand for a film."""


@dataclass(frozen=True)
class Pointing(Naming):
    """The words of a clause that stand for what another names."""

    @property
    def him(self) -> bool:
        """Whether it speaks of somebody whom it does not name: his longest film."""
        return self.stands_for(HE) is not None and "person" not in self.names

    @property
    def points(self) -> bool:
        """Whether it speaks of what another clause names: it, that."""
        return any(self._points(n) for n in self.places)

    def stands_for(self, some: Collection[str]) -> int | None:
        """The place of one of these words for what another clause names, if it holds one."""
        done = [run for run, what in self.pieces if what in "vk" and len(run) > 1]
        phrases = {n for run in done if self.plain[run.start] not in STARTS for n in run}  # but: is she in
        return next((n for n in self.places if self.plain[n] in some and n not in phrases and self._points(n)), None)

    @property
    def owned_by_it(self) -> int | None:
        """The place of "its" before a job or an aspect, if it holds one: its director."""
        begins = {run.start for run, what in self.pieces if what in "rvx"}
        return next((n for n in self.places if self.plain[n] == "its" and n + 1 in begins), None)

    @property
    def of_its_maker(self) -> bool:
        """Whether it is asked of whoever did a job for what another clause names: films of the director of that."""
        at = self.stands_for(THIS | {"it"})
        done = at and any(
            run.stop == at and what == "v" and self.plain[run.start - 1] == "whoever" for run, what in self.pieces
        )
        if done and "f" in self.letters:
            return True  # did whoever directed it make anything else
        return at is not None and self.plain[at - 2 : at] in (["director", "of"], ["writer", "of"], ["composer", "of"])

    def _points(self, n: int) -> bool:
        if any(n in run for run, what in self.pieces if what in THINGS):
            return False  # Wreck-It Ralph
        if self.plain[n] in THIS and self.plain[n + 1 : n + 2] in NOUNS:
            return True
        if self.plain[n] in THIS:
            last = all(what == "." for run, what in self.pieces if run.start > n)
            return last or (n > self.places.start and self.plain[n - 1] in STARTS)
        if self.plain[n : n + 2] == ["it", "that"]:
            return False  # who was it that
        before = [what for run, what in self.pieces if run.stop < n]
        named = "w" in before or any(what == "_" or len(what) > 1 for what in before)
        if self.plain[n - 1 : n] == ["in"] and "f" in before and named:
            return False  # films with X in it, films that have X in them
        speaking = self.plain[n] == "they" and any(n in run for run, what in self.pieces if what == "x")
        return self.plain[n] in REFERRING and not speaking

    @property
    def of_it(self) -> bool:
        """Whether it asks whether something is so of what another clause names: is it a drama."""
        return not STARTS.isdisjoint(self.said[:1]) and not (REFERRING | THIS).isdisjoint(self.said[1:2])
