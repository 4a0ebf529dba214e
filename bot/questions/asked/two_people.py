"""Questions which of two people has more films, or is older."""

import re

from bot.knowledge.query import Asked
from bot.questions.asked.intent import Intent, jobs_of
from bot.questions.asked.paring import of_more_films
from bot.questions.asked.parts import Parts

OR = ("or", "vs", "versus")
"""Words between two of whom one is meant."""
_BUSIER = re.compile(r"Y[vo]*P[vob]*f[vob]*P")
"""Whether somebody has more films than another."""


def busier(text: Parts) -> Intent | None:
    """Which of two people has more films: whether A directed more films than B, or who did, A or B."""
    if len(text.people) != 2 or text.films or any(one.search.steps for one in text.people):
        return None
    either = any(item.letter == "d" and item.text in OR for item in text.items)
    among = text.letters[: text.letters.find("P")].endswith("o") and "PdP" in text.letters  # which of A and B
    than = _BUSIER.fullmatch(text.letters)
    which = among or (either and text.has("q"))
    if not any(map(of_more_films, text.items)) or not (than or (which and set(text.letters) <= set("PdfqorvbzM"))):
        return None
    one, other = text.people
    manner = "whether" if than else ""
    return Intent(Asked.BUSIER, person=one, other=other, jobs=jobs_of(text.items), manner=manner)


def of_age(text: Parts) -> Intent | None:
    """Which of two people is older, which nothing tells."""
    older = any(item.letter == "l" and item.meaning in (Asked.OLDER, Asked.NEWER) for item in text.items)
    alone = len(text.people) == 2 and re.fullmatch("[qY]?[lPdo]+", text.letters)
    return Intent(Asked.MISSING, person=text.people[0]) if older and alone else None
