"""What was offered to choose from, and which of it the next line means."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.knowledge.query import FilmRef, Query, chosen
from bot.questions.answer import Answer, Kind

_NUMBER = re.compile(r"#?(\d{1,3})[.)]?")


@dataclass(frozen=True, slots=True)
class Choice:
    """Numbered films or people, and what was asked of them."""

    lead: str
    """What stands above them."""
    query: Query
    films: Sequence[FilmRef] = ()
    people: Sequence[str] = ()

    def __len__(self) -> int:
        return len(self.films) or len(self.people)

    @property
    def labels(self) -> list[str]:
        """What stands behind the numbers 1, 2, 3 ….: `Dune (1984) · David Lynch` or a name."""
        return [film.full_label for film in self.films] or list(self.people)

    def chosen(self, line: str) -> Query | None:
        """What is asked when the line is a number, or names one of them by year, label or director; None otherwise."""
        said = line.strip().casefold()
        number = _NUMBER.fullmatch(said)
        if number and 1 <= int(number[1]) <= len(self):
            return self._query(int(number[1]) - 1)
        fitting = [n for n, names in enumerate(self._names()) if said in names]
        return self._query(fitting[0]) if len(fitting) == 1 else None

    def _names(self) -> list[set[str]]:
        if not self.films:
            return [{name.casefold()} for name in self.people]
        return [
            {name.casefold() for name in (film.label, film.full_label, *film.directors, *_years(film))}
            for film in self.films
        ]

    def _query(self, position: int) -> Query:
        if self.films:
            return replace(self.query, film=chosen(self.films[position].id))
        return replace(self.query, person=self.people[position])


def _years(film: FilmRef) -> tuple[str, ...]:
    return (f"{film.year}", f"({film.year})") if film.year else ()


def offered(answer: Answer) -> Choice | None:
    """What an answer offers to choose from."""
    if answer.query and (answer.choices or answer.people):
        lead = answer.lead or answer.text
        lead = f"{lead} Did you mean:" if answer.kind is Kind.UNKNOWN else lead
        return Choice(lead, answer.query, answer.choices, answer.people)
    return None
