"""What makes it unlikely that a text asks whether something is so."""

import re
from itertools import pairwise

from bot.knowledge.query import Asked
from bot.knowledge.search import Of
from bot.questions.names.mentions import in_parts
from bot.questions.readings.evidence import Evidence
from bot.questions.words.everyday import EVERYDAY
from bot.questions.words.item import is_filter


def half_a_whether(case: Evidence) -> bool:
    """A yes or no is read into words that do not ask for one, are not all understood, or hold a keyword by chance."""
    if case.asked is not Asked.WHETHER:
        return False
    role = not case.guessed and case.pattern == "PoF" and case.items[1].text == "in"  # X in F
    whether = "Y" in case.letters or role or re.fullmatch("Fo?y+", case.letters)
    search = case.intent.search
    keyword = search is not None and any(isinstance(step, Of) and step.kinds[0] == "keyword" for step in search.steps)
    return not whether or case.unknown > 0 or (keyword and not _themed(case))


def _themed(case: Evidence) -> bool:
    """Whether it is said in so many words what a film is about."""
    about = (item.text == "told" or item.meaning in (Asked.THEMES, Asked.KEYWORDS) for item in case.items)
    themes = (one for one in case.reading.mentions if one.kind in ("keyword", "theme"))
    before = (is_filter(one, "keyword", "theme") and after.letter == "f" for one, after in pairwise(case.items))
    return any(about) or any(before) or any(one.size > 1 and not one.cost for one in themes)


def everyday_whether(case: Evidence) -> bool:
    """Everyday words of a yes or no are taken for a name with an error in it."""
    return "Y" in case.letters and any(case.spoken(one) <= EVERYDAY and not in_parts(one) for one in case.guessed)


def verdict_as_film(case: Evidence) -> bool:
    """What somebody says of a film is taken for another: is Oppenheimer good."""
    judged = "".join(item.letter for item in case.items) == "YPFx" and case.items[-1].meaning is Asked.RECEPTION
    return judged and bool(case.guessed)


def guessed_whether(case: Evidence) -> bool:
    """Every name of a yes or no was guessed, and nothing else speaks of films."""
    guessed = bool(case.guessed) and case.guessed == case.names
    return case.asked is Asked.WHETHER and guessed and not (case.says("vrykfltC") or case.clear)
