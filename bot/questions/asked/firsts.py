"""The first, the longest, the newest of some films."""

from collections.abc import Sequence
from dataclasses import replace

from bot.knowledge.query import Asked
from bot.knowledge.search import EVERY, Films, First, Named, Of, Search, Step
from bot.questions.asked.aspect import aspect_of
from bot.questions.asked.expressions import Set
from bot.questions.asked.intent import BY_COUNTRY, WANTED, Intent
from bot.questions.words.item import Item

FIRST_OF = {
    Asked.LONGER: ("runtime", True),
    Asked.SHORTER: ("runtime", False),
    Asked.NEWER: ("year", True),
    Asked.OLDER: ("year", False),
}
"""What a comparative asks of three films or more."""


def first_of(films: Set, items: Sequence[Item], filters: Sequence[Step]) -> Set | None:
    """The first or the longest of films of one name, of which something is asked that only one film has."""
    best = [item.meaning for item in items if item.letter == "m"]
    aspect = aspect_of(items)
    if not getattr(films.search.start, "together", False) or len(best) != 1 or best[0][-1] == EVERY:
        return None
    if aspect is None or not (aspect in BY_COUNTRY or aspect not in WANTED):
        return None
    kept = [step for step in (*films.search.steps, *filters) if not by_country(step)]
    named = tuple(Named("film", key, films.label, films.label) for key in films.keys)
    search = replace(films.search, steps=(*kept, First(*best[0])))
    return replace(films, search=search, named=named)


def best_of(sets: Sequence[Set], items: Sequence[Item]) -> Intent | None:
    """Which of three films, or of two with a superlative, is the longest."""
    found = [item for item in items if item.letter in "ml"]
    if not found or not all(one.letter == "F" and one.named for one in sets):
        return None
    order = FIRST_OF.get(found[0].meaning) if found[0].letter == "l" else found[0].meaning
    joined = found[0].letter == "m" and any(item.letter == "d" for item in items)  # the longest of A and B
    if order is None or (len(sets) < 3 and not joined):
        return None
    named = [one.named[0] for one in sets]  # the best known of each name: the answer says its year
    films = Films(tuple(one.key for one in named), f"films {', '.join(one.name for one in named)}", True)
    return Intent(Asked.SEARCH, search=Search(films, (First(*order),)))


def in_order(items: Sequence[Item]) -> bool:
    """Whether all there is shall be put in an order."""
    return any(item.letter == "m" and item.meaning[-1] == EVERY for item in items)


def placed(items: Sequence[Item]) -> tuple[str, bool] | None:
    """What is asked by "came out first" where nothing stands beside the films it is said of."""
    said = next((item for item in items if item.letter == "l" and item.text.endswith((" first", " last"))), None)
    return ("year", said.text.endswith(" last")) if said else None


def by_country(step: Step) -> bool:
    """Whether a step keeps films by a country, which may tell where what is asked for differs."""
    return isinstance(step, Of) and step.kinds == ("country",)
