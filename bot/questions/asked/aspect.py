"""Which aspect the words of a reading ask for."""

from collections.abc import Sequence

from bot.knowledge.query import Asked
from bot.questions.words.item import Item

SPOTS = frozenset(["where it was shot", "where it can be watched"])
"""What is not known of a film; its premiere may be asked for by the same words: in which city, at which cinema."""
RARER = (Asked.REASON, Asked.FESTIVALS, Asked.PREMIERE, Asked.ORIGINAL, Asked.PLOT, Asked.ORIGIN, Asked.LINKS)
"""Aspects that win over others asked for beside them."""


def aspect_of(items: Sequence[Item]) -> Asked | None:
    """The aspect asked for: a noun before "released", the rarer before the commoner."""
    found = [item.meaning for item in items if item.letter == "x"]
    found += [item.meaning for item in items if item.letter == "e"]
    if Asked.RELEASE in found and Asked.YEAR in found:
        return Asked.YEAR
    if Asked.RELEASE in found and any(item.letter == "M" for item in items):
        return Asked.YEAR  # when was it made
    shown = [i.text[:4] for i in items if i.letter == "e"]
    if Asked.COUNTRIES in found and {"prem", "show", "scre"} & set(shown):
        return Asked.PREMIERE  # where was it shown
    if any(i.meaning in SPOTS for i in items if i.letter == "u") and ("prem" in shown or Asked.PREMIERE in found):
        return Asked.PREMIERE  # at which cinema was the premiere
    where = any(i.meaning is Asked.COUNTRIES and ("countr" in i.text or i.text.startswith("where")) for i in items)
    if Asked.ORIGIN in found and where:
        return Asked.COUNTRIES  # which country does it come from
    if Asked.SCORE in found and Asked.LINKS in found:
        return Asked.SCORE  # what does it score on imdb
    if Asked.BASED_ON in found and {Asked.ORIGIN, Asked.SOURCES} & set(found):
        return Asked.BASED_ON  # which novel does it come from
    first = Asked.PREMIERE in found or any(i.text == "first released" or i.text[:4] == "prem" for i in items)
    if first and Asked.COUNTRIES not in found and Asked.FESTIVALS not in found and _dates(items):
        return Asked.OPENING
    if Asked.PLOT in found and any(i.letter == "x" and "spoil" in i.text for i in items if i.meaning is Asked.SUMMARY):
        return Asked.SUMMARY  # the plot, no spoilers
    if Asked.FESTIVALS in found and Asked.PREMIERE in found:
        return Asked.PREMIERE
    if Asked.FESTIVALS in found and any(
        i.text.startswith(("prem", "open", "debut", "first")) for i in items if i.letter in "xem"
    ):
        return Asked.PREMIERE
    return next((aspect for aspect in RARER if aspect in found), found[0] if found else None)


def _dates(items: Sequence[Item]) -> bool:
    """Whether a date is asked for in so many words."""
    return any(i.letter == "x" and i.meaning is Asked.RELEASE and not i.text.startswith("prem") for i in items)
