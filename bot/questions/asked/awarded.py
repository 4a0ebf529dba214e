"""Which prize is meant by what a text says of awards: of which award, in which category, won or lost, when."""

from collections.abc import Sequence

from bot.knowledge.query import Asked, Prize, Result
from bot.knowledge.search import Named, Within
from bot.questions.rules.honours import RESULTS
from bot.questions.words.item import Item

ACADEMY = "Academy Awards"
"""Meant by "best actor" when no award is named."""

_SAID = {word: result for result, words in RESULTS.items() for word in words.split("|")}


def speaks(item: Item) -> bool:
    """Whether an item speaks of awards."""
    return item.letter == "a" or (item.letter == "x" and item.meaning is Asked.AWARDS)


def meant(item: Item) -> tuple[Named, ...]:
    """What an item says of awards."""
    if item.letter == "a":
        return item.meaning  # type: ignore[no-any-return]
    return tuple(Named("result", 0, _SAID[word] or "", word) for word in item.text.split() if word in _SAID)


def prize_of(said: Sequence[Named], years: tuple[int, int] | None = None, loosely: bool = False) -> Prize:
    """The awards that the parts of what was said mean together."""
    awards = tuple(dict.fromkeys(one.name for one in said if one.kind == "award"))
    categories = [one for one in said if one.kind == "category"]
    there = [one for one in categories if not awards or one.normal in awards] or categories
    if not any("Screenplay" in one.name for one in there):  # the best screenplay is adapted or original
        there = [one for one in there if one.weight] or there
    result, _ = outcome(said)
    times = next(((one.key, one.year or one.key) for one in said if one.kind == "times"), None)
    return Prize(awards, tuple(dict.fromkeys(one.name for one in there)), (), result, years, loosely, times=times)


def outcome(said: Sequence[Named]) -> tuple[Result | None, bool]:
    """What is to have become of those meant, None where that is left open, and whether just that is denied.

    Each denial is of the result that is told next, or else of the last: nominated but not won is lost, won and not
    nominated is won, won no Oscar is not won.
    """
    told: dict[str, bool] = {}
    denied = False
    for one in said:
        if one.kind == "result" and one.name:
            told[one.name] = denied
        denied = one.kind == "not" or (denied and not (one.kind == "result" and one.name))
    if not told:
        return None, denied
    if denied:
        told[list(told)[-1]] = True
    meant = [Result(name) for name, no in told.items() if not no]
    if Result.LOST in told or (Result.NOMINATED in meant and told.get(Result.WON)):
        return Result.LOST, False
    return next((one for one in (Result.NOMINATED, Result.WON) if one in (meant or told)), None), not meant


def usual(prize: Prize, said: Sequence[Named]) -> Prize:
    """The prize at the Academy Awards when its category is given there and no award is named."""
    if not prize.awards and any(one.normal == ACADEMY for one in said):
        return prize_of([*said, Named("award", 0, ACADEMY, "")], prize.years, prize.loosely)
    return prize


def apart(said: Sequence[Named]) -> list[list[Named]]:
    """The prizes that all must be had, or not: best picture and the Palme d'Or, the Golden Bear but no Oscar; or of
    which each has its own result: lost best picture, won best director.

    One when there is "or" between them.
    """
    parts: list[list[Named]] = [[]]
    last = ""
    for one in said:
        again = one.kind == "category" != last and any(other.kind == "category" for other in parts[-1])
        told = any(before.kind in ("award", "category") for before in parts[-1])
        result = one.kind == "result" and one.name and any(b.kind == "result" and b.name for b in parts[-1])
        other = told and (one.kind == "not" or result)
        if one.kind == "and" or other or (again and last != "or"):
            parts.append([])
        parts[-1].append(one)
        last = one.kind
    whole = [part for part in parts if any(one.kind in ("award", "category") for one in part)]
    return whole if len(whole) > 1 else [list(said)]


def held(items: Sequence[Item]) -> tuple[tuple[int, int] | None, bool, list[Item]]:
    """The years of the ceremony, whether they may be those of the films, and the items without them."""
    for n, item in enumerate(items):
        step = item.meaning[0] if item.letter == "y" and item.meaning else None
        if not isinstance(step, Within) or step.field != "year" or step.low is None or step.high is None:
            continue
        told = items[n - 1].text if n and items[n - 1].letter == "o" else ""
        if not told.startswith("in") and n + 1 < len(items) and speaks(items[n + 1]):
            told = ""  # director of the 1995 winner
        beside = items[max(n - 1 - bool(told), 0) : n + 2]
        came_out = bool(told) and beside[0].letter == "e"  # winners released in 1994
        of_films = came_out or any(one.letter == "f" for one in beside) or told.startswith("for")
        if not of_films and (step.low == step.high or told.startswith("in")):
            gone = {n, n - bool(told)}
            return (step.low, step.high), not told, [other for at, other in enumerate(items) if at not in gone]
    return None, False, list(items)
