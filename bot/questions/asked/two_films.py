"""Questions about two films: how they compare, what they have in common, whether one goes on with the other."""

import re
from collections.abc import Sequence

from bot.knowledge.query import Asked, Job
from bot.knowledge.search import Films, Outside
from bot.questions.asked.expressions import Set
from bot.questions.asked.intent import Intent, jobs_of
from bot.questions.asked.one_film import in_series
from bot.questions.asked.parts import Parts
from bot.questions.asked.rest import Rest
from bot.questions.words.item import Item

DIFFERING = {Asked.RUNTIME: Asked.LONGER, Asked.YEAR: Asked.NEWER, Asked.RELEASE: Asked.NEWER}
"""What is asked of two films by the difference in something."""
BESIDE = 2.5
"""What it costs to take two films that nothing joins for a pair."""
_JOINED = re.compile(r"(?=.*[qrk])[qrzvkodsb]*F[zqo]*d+[zqvko]*F[vo]*")
"""Those who are in F and also in another film."""
_IN_ONE = re.compile("(?=.*[qr])[qrzvo]*Fd*z?n[dzqvro]*F")
"""Those who are in F and not in G."""
_IN_BOTH = re.compile(r"Fd+F(?=.*[qrk])[qrzvko]*d")
"""Two films, and who is in both."""
_BY_THE_SAME = re.compile("Ys[qr]?[zo]*v[zo]*Fd+F")
"""Whether one person did something for both of two films."""


def of_two_films(one: Set, two: Set, rest: Rest) -> Intent | None:
    """How two films compare, or what they have in common."""
    items, bag = rest.items, rest.bag
    if one.keys == two.keys:
        return None
    compared = next((item.meaning for item in items if item.letter == "l"), None)
    if compared and rest.missing:
        return None  # the stunt man or Heat
    if not compared and any(item.text in ("vs", "versus") for item in items if item.letter == "d"):
        compared = Asked.COMPARED
    if compared is Asked.COMPARED and any(item.text.startswith("difference") for item in items if item.letter == "l"):
        compared = DIFFERING.get(rest.aspect or compared, compared)
    if rest.aspect is Asked.SERIES and not compared:
        return Intent(Asked.SERIES, film=one, other=two, manner=in_series(items))
    jobs = jobs_of(items) or ((Job.CAST,) if "q" in bag and "d" in bag else ())
    if jobs and compared in (None, Asked.COMMON):
        joined = compared or rest.has("sd")
        whether = rest.has("Y") and not any(item.text in ("who", "whom", "whos") for item in items)
        said = "whether" if whether else ""
        return Intent(Asked.COMMON, film=one, other=two, jobs=jobs, manner=said, cost=0.0 if joined else BESIDE)
    if compared or "s" in bag:
        return Intent(compared or Asked.COMMON, film=one, other=two, manner=_manner(compared, items, bag))
    return None


def _manner(compared: Asked | None, items: Sequence[Item], bag: str) -> str:
    """How two films are compared: whether one is longer, which is better, or "" for no more than that."""
    if compared is Asked.COMPARED:
        return "better" if any(item.letter == "l" and item.text.startswith("better") for item in items) else ""
    return "whether" if "Y" in bag and "d" not in bag else ""


def in_one_alone(text: Parts) -> Intent | None:
    """Who did something for one of two films, and not for the other: who was in F but not in G."""
    if not _IN_ONE.fullmatch(text.letters) or not all(one.named for one in text.films):
        return None
    film, other = text.films
    jobs = jobs_of(text.items) or (Job.CAST,)
    if film.keys == other.keys or not isinstance(other.search.start, Films):
        return None
    return Intent(Asked.SEARCH, search=film.who(jobs).search.then(Outside(other.search.start, jobs)))


def in_common(text: Parts) -> Intent | None:
    """Who did something for both of two films."""
    jobs = jobs_of(text.items)
    overlap = jobs and not text.people and any(i.letter == "l" and i.meaning is Asked.COMMON for i in text.items)
    if len({one.keys for one in text.films if one.named}) != 2 or len(text.films) != 2:
        return None
    both = _IN_BOTH.fullmatch(text.letters) and text.items[-1].text.startswith(("both", "the two of"))
    same = _BY_THE_SAME.fullmatch(text.letters)
    if not (overlap or both or same or _JOINED.fullmatch(text.letters)):
        return None
    manner = "whether" if same else ""
    return Intent(Asked.COMMON, film=text.films[0], other=text.films[1], jobs=jobs or (Job.CAST,), manner=manner)
