"""What was offered to choose from, and which of it the next line means."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.knowledge.query import FilmRef, Query, chosen
from bot.questions.answers.answer import Answer, Kind
from bot.questions.conversation.picking import pick


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
        """What is asked when the line picks one of them by its number, its name or what tells it apart, else None."""
        if self.films:
            film = pick(line, self.films)
            return self.query.about(chosen(film.id)) if film else None
        said = line.casefold()
        for n, name in enumerate(self.people, 1):
            if said in (str(n), f"{n}.", f"#{n}", name.casefold()):
                return replace(self.query, person=name)
        return None


def offered(answer: Answer) -> Choice | None:
    """What an answer offers to choose from."""
    if answer.query and (answer.choices or answer.people):
        lead = answer.lead or answer.text
        lead = f"{lead} Did you mean:" if answer.kind is Kind.UNKNOWN else lead
        return Choice(lead, answer.query, answer.choices, answer.people)
    return None
