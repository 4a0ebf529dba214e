"""Questions about two people: who was in films of both, which of them has more films, or is older."""

import re
from dataclasses import replace

from bot.knowledge.query import Asked, Job
from bot.knowledge.search import Alongside
from bot.questions.asked.expressions import ANY, BY
from bot.questions.asked.intent import Intent, jobs_of
from bot.questions.asked.paring import of_more_films
from bot.questions.asked.parts import Parts
from bot.questions.rules.phrases import OR

_BUSIER = re.compile(r"Y[vo]*P[vobM]*f[vob]*P")
"""Whether somebody has more films than another."""
_OF_BOTH = re.compile(r"[qr]+[zo]*(?P<done>v?[os]*(?:f[zo]*)?b?)d?Pf?[zo]*dPf?")
"""Who was in films of both of two people."""


def of_both(text: Parts) -> Intent | None:
    """Who did a job for films of both of two people: which actors were in a Nolan film and a Tarantino film."""
    found = _OF_BOTH.fullmatch(text.letters)
    if not found or text.films or any(one.search.steps for one in text.people):
        return None
    joined = all(item.text in ("and", "both", "") for item in text.items if item.letter == "d")
    if not joined or not (set(found["done"]) & set("vfs") or text.letters.endswith("f")):
        return None
    one, other = text.people
    jobs, open_ = jobs_of(text.items) or (Job.CAST,), BY if "b" in found["done"] else ANY
    search = one.did(one.jobs or open_).who(jobs).search
    beside = Alongside(other.keys, other.jobs or open_, jobs, other.label)
    return Intent(Asked.SEARCH, person=one, search=replace(search.then(beside), without_start=True))


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
