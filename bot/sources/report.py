"""What an import or the sync of a folder did."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.knowledge.placing import Outcome
from bot.sources.problem import Problem, Refusal

MAX_KEPT = 1000
"""So many problems are kept to be shown; the films refused are all counted."""


@dataclass(slots=True)
class Report:
    """Counts of films, and what was refused."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    """Films whose file is gone from the folder, and of which nobody else says anything."""
    done: int = 0
    """Films that an earlier import, which was interrupted, had put in; they are counted nowhere else."""
    refused: int = 0
    """Films that could not be read; in a folder, files."""
    problems: list[Problem] = field(default_factory=list)
    """What was wrong with the films refused, and doubts about others: all of it until a thousand are told."""

    @property
    def taken(self) -> int:
        """How many films could be read."""
        return self.added + self.changed + self.unchanged + self.done

    def count(self, outcomes: Iterable[Outcome]) -> None:
        """Add what became of films that were put into the catalogue."""
        for outcome in outcomes:
            match outcome:
                case Outcome.ADDED:
                    self.added += 1
                case Outcome.CHANGED:
                    self.changed += 1
                case Outcome.UNCHANGED:
                    self.unchanged += 1
                case Outcome.REMOVED:
                    self.removed += 1

    def remark(self, remarks: tuple[Problem, ...]) -> None:
        """Keep what was left out of a film that was read."""
        if len(self.problems) < MAX_KEPT:
            self.problems += remarks

    def refuse(self, refusal: Refusal) -> None:
        """Count a film that could not be read, and keep why."""
        self.refused += 1
        if len(self.problems) < MAX_KEPT:
            self.problems += refusal

    def __str__(self) -> str:
        counts = {
            "in before": self.done,
            "added": self.added,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "removed": self.removed,
            "refused": self.refused,
        }
        return ", ".join(f"{count:,} {name}" for name, count in counts.items() if count or name in ("added", "refused"))
