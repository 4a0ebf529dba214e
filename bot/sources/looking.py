"""A dry run: what a file of films would do to a catalogue, told before anything is done."""

import asyncio
from dataclasses import dataclass
from itertools import islice

from bot.errors import SourceError
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.edits import Planned
from bot.knowledge.placing import Outcome
from bot.sources.diff import diff_lines
from bot.sources.pages.page import Page, read_page
from bot.sources.problem import Problem, Refusal, Row
from bot.sources.reading import films, is_page
from bot.sources.text import Text

MOST = 2_000
"""Films of one file; `filmbot import` takes any number."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a file would do."""

    plans: tuple[Planned, ...]
    refused: tuple[Problem, ...]
    page: Page | None = None
    """The page, when it is one of prose: with drafts, and remarks on what was left out."""

    def of(self, outcome: Outcome) -> list[Planned]:
        """The films that would be added, changed or stay as they are."""
        return [plan for plan in self.plans if plan.outcome is outcome]

    def lines(self) -> list[str]:
        """All that would be done, line by line, with what is refused or unsure first."""
        lines = [f"refused: {problem}" for problem in self.refused]
        lines += [f"unsure: line {line}: {said}" if line else f"unsure: {said}" for line, said in self.remarks]
        for plan in [*self.of(Outcome.ADDED), *self.of(Outcome.CHANGED)]:
            film = plan.change.film
            assert film
            lines.append(f"{plan.outcome}: {film.label}")
            lines += diff_lines(plan.before, film)
        return lines + [
            f"unchanged: {plan.change.film.label}" for plan in self.of(Outcome.UNCHANGED) if plan.change.film
        ]

    @property
    def remarks(self) -> list[tuple[int, str]]:
        """The line and a sentence for everything of a page that was left out or is not sure."""
        return self.page.remarks if self.page else []


async def look(name: str, content: bytes, catalogue: Catalogue) -> Look:
    """What the films of a file would do to a catalogue. Raises SourceError for a file that holds too many."""
    found, page = await asyncio.to_thread(_read, name, content)
    rows = [row.film for row in found if isinstance(row, Row)]
    refused = tuple(problem for row in found if not isinstance(row, Row) for problem in row)
    if len(found) > MOST:
        raise SourceError(
            f"{name} holds more than {MOST:,} films; import it in parts, or have it imported by the host."
        )
    return Look(await catalogue.edits.plan(rows) if rows else (), refused, page)


def _read(name: str, content: bytes) -> tuple[list[Row | Refusal], Page | None]:
    with Text.of(name, content) as text:
        prose = is_page(text)
        found: list[Row | Refusal] = list(islice(films(text), MOST + 1))
    good = prose and any(isinstance(row, Row) for row in found)
    return found, read_page(content.decode()) if good else None
