"""Films beside another: longer than it, from the same year; as a filter that stands wherever filters may."""

import re
from collections.abc import Sequence

from bot.knowledge.query import Asked
from bot.knowledge.search import Beside, Films, First
from bot.questions.asked.expressions import Set
from bot.questions.words.item import Item

COMPARED = {
    Asked.LONGER: ("runtime", "more"),
    Asked.SHORTER: ("runtime", "less"),
    Asked.NEWER: ("year", "more"),
    Asked.OLDER: ("year", "less"),
}
ALIKE = {
    Asked.YEAR: "year",
    Asked.RELEASE: "year",
    Asked.RUNTIME: "runtime",
    Asked.GENRE: "genre",
    Asked.LANGUAGES: "language",
    Asked.COUNTRIES: "country",
}
"""What films may share with another besides people, and its field."""
_DIRECTLY = frozenset("right straight immediately directly just".split())
"""Words before "after" that say that nothing lies between."""
_MORE = re.compile(r"[eM]*l[ob]*F")
_SAME = re.compile(r"[eMow]*s(?P<what>[xe])[eoM]*F|(?:[eM]*o|e)(?P<alone>x)[oe]*F(?=e|$)")
_FILMS = re.compile(r"[fyP]|^[qzoe]*$")
"""What else a text must hold: films to compare with that one, or nothing at all."""


def narrowed(items: Sequence[Item]) -> list[Item]:
    """The items with "longer than F" and "from the same year as F" as one filter each."""
    letters = "".join(item.letter for item in items)
    if letters.count("F") != 1:
        return list(items)
    for pattern in (_MORE, _SAME):
        for found in pattern.finditer(letters):
            rest = letters[: found.start()] + letters[found.end() :]
            step = _step(items, found)
            if step and _FILMS.search(rest):
                after = found.end() + (letters[found.end() : found.end() + 1] == "e")
                steps = (step, First("year", step.way == "less")) if _next(items, found) else (step,)
                kept = Item("y" if set(rest) & set("fyP") else "f", steps, "beside")
                return [*items[: found.start()], kept, *items[after:]]
    return list(items)


def _next(items: Sequence[Item], found: re.Match[str]) -> bool:
    """Whether the film next to another is meant: made right after it, the next film he made after it."""
    told = {word for item in items[found.start() : found.end()] if item.letter == "l" for word in item.text.split()}
    noun = any(item.letter == "f" and item.text.startswith("next ") for item in items[: found.start()])
    return found.re is _MORE and (noun or not told.isdisjoint(_DIRECTLY))


def _step(items: Sequence[Item], found: re.Match[str]) -> Beside | None:
    film: Set = items[found.end() - 1].meaning
    other = film.search.start
    if not film.named or not isinstance(other, Films):
        return None
    if found.re is _MORE:
        compared = next(item.meaning for item in items[found.start() :] if item.letter == "l")
        field, way = COMPARED.get(compared, ("", ""))
        return Beside(other, field, way) if field else None
    told = items[found.start("what") if found["what"] else found.start("alone")].meaning
    if found["alone"] and told is not Asked.YEAR:
        return None  # the language of F
    return Beside(other, ALIKE[told], "same") if told in ALIKE else None
