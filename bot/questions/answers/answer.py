"""What comes back from a question, as plain data that a terminal and Discord draw each in its way."""

from dataclasses import dataclass
from enum import StrEnum

from bot.knowledge.film import Film
from bot.knowledge.query import Credited, FilmRef, Query

Value = str | int | float | bool


class Kind(StrEnum):
    """What sort of reply it is."""

    ANSWER = "answer"
    CHOICE = "choice"
    """Several films fit; the person must choose."""
    UNKNOWN = "unknown"
    """Understood, but not in the data."""
    NONE = "none"
    """No film question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The reply to one question."""

    kind: Kind
    text: str
    """One sentence that could be sent as it is; plain text, no markup."""
    values: tuple[Value, ...] = ()
    """The bare facts, best first: a film as its title, a country or language by its name, a date as ISO text."""
    films: tuple[FilmRef, ...] = ()
    """The films it is about."""
    because: tuple[str, ...] = ()
    """The facts it was drawn from, for questions of several steps."""
    query: Query | None = None
    """What was understood; put again with the film chosen once the person has chosen."""
    choices: tuple[FilmRef, ...] = ()
    """The films to choose from, or the nearest ones when the film is not known."""
    people: tuple[str, ...] = ()
    """The people to choose from, or the nearest ones when the person is not known."""
    lead: str = ""
    """With choices, or values found by a search: the text without naming them, for whoever lists them below it."""
    question: str = ""
    """The words it answers, with those of the conversation that they go on with, to be asked again: `ask.again`."""
    credits: tuple[Credited, ...] = ()
    """What the person asked about did, the oldest film first, for whoever draws a table."""
    entry: Film | None = None
    """The film it is about, whole, for whoever draws a card."""
