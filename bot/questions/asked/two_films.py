"""Questions about two films: how they compare, what they have in common, whether one goes on with the other."""

from collections.abc import Sequence

from bot.knowledge.query import Asked, Job
from bot.questions.asked.expressions import Set
from bot.questions.asked.intent import Intent, jobs_of
from bot.questions.asked.one_film import in_series
from bot.questions.asked.rest import Rest
from bot.questions.words.item import Item

DIFFERING = {Asked.RUNTIME: Asked.LONGER, Asked.YEAR: Asked.NEWER, Asked.RELEASE: Asked.NEWER}
"""What is asked of two films by the difference in something."""
BESIDE = 2.5
"""What it costs to take two films that nothing joins for a pair."""


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
