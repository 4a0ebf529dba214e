"""What is to be so of each of several films: was X in both F and G, are F and G comedies."""

import re

from bot.knowledge.query import Asked, Job
from bot.knowledge.search import Films, Search, Step, With
from bot.questions.asked.expressions import BY
from bot.questions.asked.intent import Intent, jobs_of
from bot.questions.asked.parts import Parts

_LETTERS = frozenset("YPFrvobwzdyf")
_JOINED = re.compile(r"F+[do]*d[do]*F(?!.*F)")
"""Films that a word joins, the last two at least."""


def of_each(text: Parts) -> Intent | None:
    """Whether each of the films is by somebody, or is what the filters say; or any of them where "or" joins them."""
    films, people = text.films, text.people
    joined = _JOINED.search(text.letters) and set(text.letters) <= _LETTERS
    if not joined or not text.has("Y") or not all(one.named for one in films):
        return None
    steps: list[Step] = [step for item in text.items if item.letter in "yf" for step in item.meaning or ()]
    if any(one.search.steps for one in people) or bool(steps) == bool(people):
        return None
    jobs = jobs_of(text.items) or (BY if text.has("b") else tuple(Job))
    steps += [With(one.keys, one.jobs or jobs, one.label) for one in people]
    named = [one.named[0] for one in films]  # the best known of each name: the answer says its year
    start = Films(tuple(one.key for one in named), " and ".join(one.name for one in named), True)
    each = not any(item.letter == "d" and item.text == "or" for item in text.items)
    search = Search(start, tuple(steps), each=each)
    return Intent(Asked.WHETHER, person=people[0] if people else None, search=search)
