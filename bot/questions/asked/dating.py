"""A year beside a title: which of the films of that title is meant."""

from collections.abc import Sequence
from dataclasses import replace

from bot.knowledge.search import Named, Within
from bot.questions.asked.expressions import named_films
from bot.questions.words.item import Item

SLIP = 3
"""Years that the year told with a title may be off."""
BESIDE = 2
"""How far from a title a year may stand that tells which film is meant."""


def dated(items: Sequence[Item]) -> list[Item]:
    """The items without the years that choose among the films of a title, which are chosen."""
    done = list(items)
    used: set[int] = set()
    for n, item in enumerate(items):
        if item.letter == "F" and item.meaning.named:
            for at in _years_near(items, n):
                fits = tuple(one for one in done[n].meaning.named if one.year == _year(items[at]))
                if fits and at not in used:
                    done[n] = _named(item, fits)
                    used.add(at)
                elif abs(at - n) == 1 and at not in used and _of_another(item, items[at]):
                    done[n] = replace(item, meaning=item.meaning.narrow(*items[at].meaning))
                    used.add(at)
    kept = [item for n, item in enumerate(done) if n not in used]
    return [_other(item, kept) for item in kept] if used else kept


def _years_near(items: Sequence[Item], title: int) -> list[int]:
    """Where the years beside a title stand that no other title is nearer to."""
    others = [n for n, item in enumerate(items) if item.letter == "F" and n != title]
    whether = items[:1] == [Item("Y")] and not any(item.letter in "PC" for item in items)  # was F released in 1995
    return [
        at
        for at, item in enumerate(items)
        if item.letter == "y"
        and _year(item)
        and abs(at - title) <= (1 if whether and not _tells(items, title, at) else BESIDE)
        and all(abs(other - at) >= abs(at - title) for other in others)
    ]


def _of_another(title: Item, year: Item) -> bool:
    """Whether a year is so far from those of the films of a title that it is no slip: the 1998 Psycho."""
    known = [one.year for one in title.meaning.named if one.year]
    return bool(known) and all(abs(one - (_year(year) or one)) > SLIP for one in known)


def _tells(items: Sequence[Item], title: int, year: int) -> bool:
    """Whether a year behind "from" tells which film of a title is meant, of which more is asked."""
    return title < year < len(items) - 1 and items[year - 1].text == "from" and len(items[title].meaning.named) > 1


def _other(item: Item, items: Sequence[Item]) -> Item:
    """Of two films of one title, of which a year has settled one, the other: "Dune or Dune 2021"."""
    if item.letter != "F" or len(item.meaning.named) < 2:
        return item
    settled = [one.meaning.named[0] for one in items if one.letter == "F" and len(one.meaning.named) == 1]
    left = tuple(one for one in item.meaning.named if one not in settled)
    return _named(item, left or item.meaning.named)


def _named(item: Item, films: tuple[Named, ...]) -> Item:
    """A title of which these films are meant."""
    return Item("F", named_films(films, item.meaning.label), item.text)


def _year(item: Item) -> int | None:
    match item.meaning:
        case (Within("year", int(low), high),) if low == high:
            return low
    return None
