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
_MORE = re.compile(r"(?P<no>n)?[eM]*l[ob]*F")
_BETWEEN = re.compile(r"[eM]*(?P<between>o)(?P<one>F)d(?P<to>F)(?:o*(?P<field>[xe]))?")
"""Between F and G in length."""
_SAME = re.compile(r"[eMow]*s(?P<what>[xe])[eoM]*F|(?:[eM]*o|e)(?P<alone>x)[oe]*F(?=e|$)")
_FILMS = re.compile(r"[fyP]|^[qzoe]*$")
"""What else a text must hold: films to compare with that one, or nothing at all."""
_APART = re.compile(r"n?[eM]*l[ob]*F|r[ob]*F")
"""Films of several that others are compared with each, or like, or whose makers are named."""
_BOTH = re.compile(r"YF(?:y|n?l[ob]*F)dn?l[ob]*F")
"""Whether a film stands so to two others."""
_EACH = re.compile(r"[fy].*?(?P<than>n?[eM]*l[ob]*)(?P<both>d?)FdF")
"""Films longer than both F and G."""
AT_MOST = {"more": "most", "less": "least"}
"""What is asked of films that are to be not longer than another."""


def narrowed(items: Sequence[Item]) -> list[Item]:
    """The items with "longer than F", "between F and G" and "from the same year as F" as one filter each."""
    items = _each(items)
    done = _narrowed(items)
    while len(done) < len(items):
        items, done = done, _narrowed(done)
    return done


def _each(items: Sequence[Item]) -> Sequence[Item]:
    """The items with "longer than both F and G" as "longer than F and longer than G"."""
    found = _EACH.match("".join(item.letter for item in items))
    if not found or items[found.end() - 2].text != "and":
        return items
    start, both = found.start("than"), found.start("both")
    than, first = items[start:both], found.end("both")
    return [*items[:both], *items[first : found.end() - 1], *than, *items[found.end() - 1 :]]


def _narrowed(items: Sequence[Item]) -> list[Item]:
    """The items with the first of these as a filter."""
    letters = "".join(item.letter for item in items)
    several = letters.count("F") > 1
    if several and (between := _between(items, letters)):
        return between
    whether = several and _BOTH.fullmatch(letters) is not None
    liked = "".join("r" if item.meaning is Asked.SIMILAR else item.letter for item in items)  # like F but longer than G
    similar = several and liked != letters
    if several and not whether and ("F" in _APART.sub("", liked) or not (similar or set(letters) & set("fy"))):
        return list(items)
    for pattern in (_MORE,) if several else (_MORE, _SAME):
        for found in pattern.finditer(letters):
            rest = letters[: found.start()] + letters[found.end() :]
            step = _step(items, found)
            if step and (whether or similar or _FILMS.search(rest)):
                after = found.end() + (letters[found.end() : found.end() + 1] == "e")
                steps = (step, First("year", step.way == "less")) if _next(items, found) else (step,)
                kept = Item("y" if whether or similar or set(rest) & set("fyP") else "f", steps, "beside")
                return [*items[: found.start()], kept, *items[after:]]
    return list(items)


def _between(items: Sequence[Item], letters: str) -> list[Item] | None:
    """The items with films that lie between two others, by when they came out where nothing else is told."""
    found = _BETWEEN.search(letters)
    if not found or items[found.start("between")].text != "between" or letters.count("F") > 2:
        return None
    one, to = (items[found.start(name)].meaning for name in ("one", "to"))
    field = ALIKE.get(items[found.start("field")].meaning, "") if found["field"] else "year"
    films = [film.search.start for film in (one, to) if film.named and isinstance(film.search.start, Films)]
    if field not in ("year", "runtime") or len(films) != 2:
        return None
    kept = Item("y", (Beside(films[0], field, "between", films[1]),), "beside")
    noun = [] if set(letters) & set("fy") else [Item("f")]
    return [*items[: found.start()], *noun, kept, *items[found.end() :]]


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
        return Beside(other, field, AT_MOST[way] if found["no"] else way) if field else None
    told = items[found.start("what") if found["what"] else found.start("alone")].meaning
    if found["alone"] and told is not Asked.YEAR:
        return None  # the language of F
    return Beside(other, ALIKE[told], "same") if told in ALIKE else None
