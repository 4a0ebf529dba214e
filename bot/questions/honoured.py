"""From the letters of a text that speaks of awards to what it asks of them, or to films that have them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.knowledge.query import Asked, Job, Prize, Result
from bot.knowledge.search import Honoured, Named, Step, Within
from bot.questions.expressions import Set, every_film
from bot.questions.intent import Intent
from bot.questions.item import Item
from bot.questions.rules.honours import OF_JOBS, PERSONAL, RESULTS

ACADEMY = "Academy Awards"
"""Meant by "best actor" when no award is named."""

_SAID = {word: result for result, words in RESULTS.items() for word in words.split("|")}
_OWN = re.compile(r"f[zoa]*P[zo]*a|a[zo]*P[zo]*a|P[zo]*a+of")
"""Letters of films somebody won something for, not of films that won something with somebody."""
_WON_FOR = re.compile(r"^[^YNq]*P[zo]*a+o$")
"""What somebody won something for."""
_OF_FILMS = re.compile(r"a[zo]*[vrw].*P|Pvo*a")
_ONES = ("er", "ers", "ee", "ees")
"""What words of films or people end in: winners, nominees."""
_WINNERS = re.compile(r"r[zq]*a|^[^o]*ar$")


def _made_by(items: Sequence[Item]) -> bool:
    """Whether films of somebody are those that they made: the films of Pete Docter."""
    three = zip(items, items[1:], items[2:], strict=False)
    return any((a.letter, b.text, c.letter) == ("f", "of", "P") for a, b, c in three)


def speaks(item: Item) -> bool:
    """Whether an item speaks of awards."""
    return item.letter == "a" or (item.letter == "x" and item.meaning is Asked.AWARDS)


def honoured(items: Sequence[Item], films: Sequence[Set], people: Sequence[Set]) -> Intent | list[Item] | None:
    """What is asked of awards, or the items with awards as filters of films; None when it asks nothing."""
    letters = "".join("a" if speaks(item) else item.letter for item in items)
    said = [named for item in items if speaks(item) for named in _meant(item)]
    named = {one.kind for one in said if one.kind in ("award", "category", "times")}
    if "Aa" in letters or (set(letters) & set("msuC") and (films or set(letters) & set("suC"))):
        return list(items)
    dated = any(item.letter == "x" and item.meaning in (Asked.RELEASE, Asked.YEAR) for item in items)
    years, loosely, others = _years(items)
    prize = prize_of(said, years, loosely)
    if not named and len(films) == 1 and not set(letters) & set("NTPY") and prize.result in (None, Result.NOMINATED):
        every = films[0].named and not set(letters) & set("vryu")
        return Intent(Asked.AWARDS, film=films[0]) if every else list(items)
    jobs = next((item.meaning for item in items if item.letter == "r"), ())
    actress = any(item.text.startswith("actress") for item in items if item.letter == "r")
    of: tuple[str, ...] = ("Actress",) if actress else ()
    ones = any(one.normal.endswith(_ONES) for one in said if one.kind == "result")
    filters = [step for item in others if item.letter in "yf" for step in item.meaning or ()]
    compared = named or "d" in letters
    if compared and (len(films) == 2 or (len(people) == 2 and not films and "f" not in letters)):
        one, other = (films or people)[:2]
        asked = "whether" if "Y" in letters and "d" not in letters else "more"
        prize = replace(prize, asked=asked, result=prize.result or Result.WON)
        return Intent(
            Asked.AWARDS, film=one if films else None, person=None if films else one, other=other, prize=prize
        )
    if len(films) > 1 or len(people) > 1:
        return list(items)
    if films:
        if not films[0].named and named:
            return _as_filters(others, letters.replace("F", "f"), prize, said)
        if filters or not films[0].named:
            return list(items)
        who = people[0] if people else None
        personal = bool(prize.categories) and all(map(_personal, prize.categories)) and not people
        asked = "when" if dated else _asked(letters, bool(jobs) or (personal and "f" not in letters))
        prize = replace(prize, person=_name(who), asked=asked, result=prize.result or _result(asked), of=of)
        return Intent(Asked.AWARDS, film=films[0], person=who, prize=prize, jobs=jobs)
    if people and "T" not in letters:
        who = people[0]
        if _OWN.search(letters) and not _made_by(items) if "f" in letters else named and _WON_FOR.search(letters):
            return _as_filters(others, letters, replace(prize, person=_name(who)), said, without=people)
        if "f" not in letters and not _OF_FILMS.search(letters) and not (ones and "b" in letters):
            asked = "when" if dated else _asked(letters.replace("q", ""), False)
            prize = replace(prize, person=_name(who), asked=asked, result=prize.result or _result(asked))
            return Intent(Asked.AWARDS, person=who, prize=prize)
        return _as_filters(others, letters, _default(prize, said), said)
    if "T" in letters:
        start = people[0].did(()) if people else every_film()
        search = start.keep(*filters).search if filters or people else None
        leaders = not people and "f" not in letters and bool(set(letters) & set("qr"))
        asked, of = "leaders" if leaders else "most", of or _of(jobs)
        prize = replace(prize, asked=asked, result=prize.result or Result.WON, of=of if leaders else ())
        return Intent(Asked.AWARDS, search=search, prize=prize)
    if not named and "f" not in letters:
        return list(items)
    if "N" in letters and not prize.categories and not set(letters) & set("fqr"):
        return None  # how many Oscars
    prize = _default(prize, said)
    personal = bool(prize.categories) and all(map(_personal, prize.categories)) and len(_apart(said)) == 1
    people_ = "q" in letters or _WINNERS.search(letters) or (personal and not set(letters) & set("fvr"))
    if people_ and "f" not in letters and not set(letters) & set("vmY"):
        search = every_film().keep(*filters).search if filters else None
        prize = replace(
            prize, asked="people", result=prize.result or Result.WON, of=of or (() if prize.categories else _of(jobs))
        )
        open_ended = items[-1].letter == "o"  # best actress for … Her?
        return Intent(Asked.AWARDS, search=search, prize=prize, cost=float(open_ended))
    noun = (
        letters == "a"
        or set(letters) & set("fy")
        or any(one.normal.endswith(_ONES) for one in said if one.kind == "result")
    )
    return _as_filters(others, letters, prize, said) if noun or prize.categories else None


def _as_filters(
    items: Sequence[Item], letters: str, prize: Prize, said: Sequence[Named], without: Sequence[Set] = ()
) -> list[Item]:
    """The items with one filter of films in the place of what speaks of awards."""
    denied = any(one.kind == "not" for one in said) and prize.result is not Result.LOST
    whole = replace(prize, result=prize.result or Result.WON)
    each = [_default(prize_of(some), some) for some in _apart(said)]
    steps: list[Step] = [Honoured(whole, denied)]
    if len(each) > 1:
        steps = [Honoured(replace(whole, awards=one.awards, categories=one.categories), denied) for one in each]
    places = [n for n, item in enumerate(items) if speaks(item)]
    noun = next((n for n, item in enumerate(items) if item.letter in "fF"), None)
    at = next((n for n in places if noun is not None and n > noun), places[0])
    put = Item("y" if noun is not None else "f", tuple(steps), "award")
    kept = [(put if n == at else item) for n, item in enumerate(items) if n == at or n not in places]
    return [item for item in kept if not (without and item.letter == "P")]


def _apart(said: Sequence[Named]) -> list[list[Named]]:
    """The prizes that all must be had: best picture and the Palme d'Or; one when there is "or" between them."""
    parts: list[list[Named]] = [[]]
    last = ""
    for one in said:
        again = one.kind == "category" != last and any(other.kind == "category" for other in parts[-1])
        if one.kind == "and" or (again and last != "or"):
            parts.append([])
        parts[-1].append(one)
        last = one.kind
    whole = [part for part in parts if any(one.kind in ("award", "category") for one in part)]
    return whole if len(whole) > 1 else [list(said)]


def _meant(item: Item) -> tuple[Named, ...]:
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
    results = {one.name for one in said if one.kind == "result"}
    denied = any(one.kind == "not" for one in said)
    result = None
    if Result.LOST in results or (denied and Result.NOMINATED in results and Result.WON in results):
        result = Result.LOST
    elif Result.NOMINATED in results:
        result = Result.NOMINATED
    elif Result.WON in results:
        result = Result.WON
    times = next(((one.key, one.year or one.key) for one in said if one.kind == "times"), None)
    return Prize(awards, tuple(dict.fromkeys(one.name for one in there)), (), result, years, loosely, times=times)


def _default(prize: Prize, said: Sequence[Named]) -> Prize:
    """The prize at the Academy Awards when its category is given there and no award is named."""
    if not prize.awards and any(one.normal == ACADEMY for one in said):
        return prize_of([*said, Named("award", 0, ACADEMY, "")], prize.years, prize.loosely)
    return prize


def _result(asked: str) -> Result | None:
    """What is meant where nothing says so: what is counted or doubted was won."""
    return Result.WON if asked in ("count", "whether") else None


def _asked(letters: str, people: bool) -> str:
    if "N" in letters:
        return "count"
    if "Y" in letters:
        return "whether"
    return "people" if "q" in letters or people else ""


def _personal(category: str) -> bool:
    return not set(PERSONAL).isdisjoint(category.split())


def _of(jobs: Sequence[Job]) -> tuple[str, ...]:
    return OF_JOBS[jobs[0]] if jobs else ()


def _name(who: Set | None) -> str:
    return who.named[0].name if who and who.named else ""


def _years(items: Sequence[Item]) -> tuple[tuple[int, int] | None, bool, list[Item]]:
    """The years of the ceremony, whether they may be those of the films, and the items without them."""
    for n, item in enumerate(items):
        step = item.meaning[0] if item.letter == "y" and item.meaning else None
        if not isinstance(step, Within) or step.field != "year" or step.low is None or step.high is None:
            continue
        told = items[n - 1].text if n and items[n - 1].letter == "o" else ""
        if not told.startswith("in") and n + 1 < len(items) and speaks(items[n + 1]):
            told = ""  # director of the 1995 winner
        beside = items[max(n - 1 - bool(told), 0) : n + 2]
        of_films = any(one.letter == "f" for one in beside) or told.startswith("for")
        if not of_films and (step.low == step.high or told.startswith("in")):
            gone = {n, n - bool(told)}
            return (step.low, step.high), not told, [other for at, other in enumerate(items) if at not in gone]
    return None, False, list(items)
