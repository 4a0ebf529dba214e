"""Several things asked of one film at once: "the runtime and director of Jaws", "when was it made and who is in it"."""

import re
from collections.abc import Sequence

from bot.knowledge.query import Asked, Job
from bot.questions.asked.intent import Intent
from bot.questions.rules.jobs import VAGUE
from bot.questions.words.item import Item

_LETTERS = frozenset("qvrxuAdobezMFykKC")
_JOINS = frozenset(["and", "plus"])
_WORK = re.compile(r"(?:[rx]o*F|F[rx])(qo*[bMv]?)$")
"""Part of a film, and the question whose work it is."""
_SAYING = frozenset("xrvMuAk")
"""Letters of items that say what is asked."""
_PLAIN = frozenset([Asked.RUNTIME, Asked.RATING, Asked.GENRE, Asked.LANGUAGES, Asked.COUNTRIES, Asked.YEAR])
"""Facts that are asked for side by side, not together with another one."""


def by_whom(items: list[Item]) -> list[Item]:
    """The items without the question who made what stands before it: "the score of F, who is it by", "whose work"."""
    found = _WORK.match("".join(item.letter for item in items))
    work = next((item for item in items if item.letter in "rx"), None)
    if not found or not work or work.text == "cast" or not (work.letter == "r" or work.meaning is Asked.SCORE):
        return items
    who, did = items[found.start(1)], items[found.end() - 1]
    if not (
        who.text.startswith(("who", "whose"))
        and (did.letter in "qbM" or did.text in VAGUE or did.meaning == work.meaning)
    ):
        return items
    made = Item("r", (Job.COMPOSER,), work.text) if work.letter == "x" else work
    return [made if item is work else item for item in items[: found.start(1)]]


def each_alone(items: Sequence[Item]) -> list[list[Item]]:
    """The items of every question among these, each about their one film; none where there are not several."""
    letters = [item.letter for item in items]
    if letters.count("F") != 1 or not set(letters) <= _LETTERS or not items[letters.index("F")].meaning.named:
        return []
    at = letters.index("F")
    film = items[len("".join(letters[:at]).rstrip("y")) : at + 1]  # the Korean Oldboy
    runs = _runs(items)
    pieces = [piece for run in runs for piece in _nouns(run)] if any(map(_joins, items)) else runs
    if len(pieces) < 2:
        return []
    who = [items[0]] if letters[0] == "q" else []
    led = [[*who, *piece] if piece[0].letter == "v" else piece for piece in map(_of_cast, pieces)]
    return [piece if film[-1] in piece else [*piece, *film] for piece in led]


def together(intents: Sequence[Intent | None]) -> Sequence[Intent]:
    """The intents as those of one text; none where one asks nothing, a story is told, or two ask the same."""
    known = [one for one in intents if one and not one.bare and one.asked not in (Asked.PLOT, Asked.CARD)]
    asked = {(one.asked, one.search, one.jobs, one.words) for one in known}
    return known if len(known) == len(intents) == len(asked) else ()


def _runs(items: Sequence[Item]) -> list[list[Item]]:
    """The items parted at every "and", and before every "who" and plain fact that follow what another question asks."""
    runs: list[list[Item]] = [[]]
    for n, item in enumerate(items):
        asks = bool(_SAYING & {one.letter for one in runs[-1]})
        if _joins(item):
            runs.append([])
            continue
        if item.meaning in _PLAIN | {Asked.REASON} and _plainly(runs[-1]):
            runs.append([])
        by_whom = n == len(items) - 1 and item.text in ("who", "whom")
        if item.letter == "q" and asks and not by_whom and not _composed(runs[-1]):
            runs.append([])
        runs[-1].append(item)
    return [run for run in runs if run]


def _plainly(run: Sequence[Item]) -> bool:
    """Whether a plain fact of the film is asked for and nothing else: how long is F, its rating."""
    asked = [item.meaning for item in run if item.letter in _SAYING]
    return len(asked) == 1 and asked[0] in _PLAIN and run[-1].letter == "F"


def _joins(item: Item) -> bool:
    return item.letter == "d" and item.text in _JOINS


def _of_cast(piece: list[Item]) -> list[Item]:
    """The cast where a question says no more than who: "and who's in it"."""
    alone = len(piece) == 1 and piece[0].letter == "q" and piece[0].text.startswith("who")
    return [Item("r", (Job.CAST,))] if alone else piece


def _composed(run: Sequence[Item]) -> bool:
    """Whether music is asked for: "its music, who wrote it" is one question."""
    return any(item.meaning == (Job.COMPOSER,) for item in run)


def _nouns(run: Sequence[Item]) -> list[list[Item]]:
    """Each noun of a mere list of them by itself: "year, director"."""
    nouns = [item for item in run if item.letter in "xru"]
    rest = "".join(item.letter for item in run).lstrip("xru")
    if len(nouns) < 2 or rest.strip("obF"):
        return [list(run)]
    return [[noun] for noun in nouns]
