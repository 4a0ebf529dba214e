"""A film at a glance, as plain data for a terminal or Discord to draw."""

from dataclasses import dataclass

from bot.knowledge.film import Film
from bot.knowledge.query import Asked
from bot.questions.answers.sayings import SAYINGS

ON_CARD = (
    Asked.RATING,
    Asked.RUNTIME,
    Asked.GENRE,
    Asked.DIRECTOR,
    Asked.WRITERS,
    Asked.MUSIC,
    Asked.CAST,
    Asked.RELEASE,
    Asked.LANGUAGES,
    Asked.COUNTRIES,
    Asked.BASED_ON,
    Asked.THEMES,
    Asked.AUDIENCE,
)
"""What a card shows besides title and summary, in order."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a card."""

    asked: Asked
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Card:
    """A film at a glance; texts are plain and as long as the entry has them."""

    film_id: str
    heading: str
    """`Title (Year)`."""
    other_title: str | None
    """The original title, when it differs."""
    facts: tuple[Fact, ...]
    summary: str | None


def card(film: Film) -> Card:
    """What is known of a film, for a card; what is not known is left out."""
    assert film.id
    facts = (Fact(asked, SAYINGS[asked].label, SAYINGS[asked].short(film)) for asked in ON_CARD if _known(film, asked))
    return Card(film.id, film.label, film.original_title, tuple(facts), film.summary)


def _known(film: Film, asked: Asked) -> bool:
    return bool(SAYINGS[asked].values(film))
