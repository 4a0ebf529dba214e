"""Words before films that say of how many of them something is to be so: every Nolan film, none of them."""

from collections.abc import Sequence
from dataclasses import replace

from bot.knowledge.search import Each
from bot.questions.words.item import Item

EACH = {
    ("every",): Each.EVERY,
    ("each",): Each.EVERY,
    ("all",): Each.EVERY,
    ("no",): Each.NONE,
    ("none", "of"): Each.NONE,
}
"""Words before films that say of how many of them something is to be so."""
LACKING = ("has no", "have no")
"""Words that take away nothing but what stands behind them."""


def of_how_many(items: Sequence[Item], *, whether: bool) -> list[Item]:
    """The items with words that say of how many films something is to be so as told of what follows them."""
    done: list[Item] = []
    each: Each | None = None
    for n, item in enumerate(items):
        if item.letter == "E":
            each = item.meaning
        elif whether and n == 1 and item.letter == "n" and item.text in ("", *LACKING) and len(items) > 2:
            each = Each.NONE  # has no Fellini film won
        elif each and whether and (item.letter, item.text) == ("o", "of"):
            continue  # all of them
        else:
            done.append(replace(item, each=each) if each and whether else item)
            each = None
    return done
