"""What is asked of each of several films: how long are F and G; was X in both F and G, are F and G comedies."""

import re
from collections.abc import Sequence

from bot.knowledge.query import Asked, Job
from bot.knowledge.search import Each, Films, Search, Step, With
from bot.questions.asked.expressions import BY
from bot.questions.asked.intent import Intent, jobs_of
from bot.questions.asked.parts import Parts
from bot.questions.words.item import Item

_LETTERS = frozenset("YPFrvobwzdyf")
"""Letters that may stand beside films of which something may be so."""
_FILMS = re.compile("F+(?:[do]*d[do]*F)+")
"""Films side by side, of which the last is joined by "and": F, G and H, in F and in G."""
_OF_FACTS = frozenset("qvrxuAodbezMFyf")
"""Letters that may stand beside films of which a fact is asked."""
_TOGETHER = frozenset(["both", "same", "either", "neither", "or"])
"""Words of what films have together, or of one of them."""
_LONG = (Asked.CARD, Asked.CAST, Asked.SEARCH, Asked.SIMILAR, Asked.COMMON, Asked.PLOT)
"""What is asked of films together, or told of each at too great a length."""


def facts_of_each(items: Sequence[Item]) -> list[list[Item]]:
    """The items of the same question about each of the films side by side; none where there are not several."""
    letters = "".join(item.letter for item in items)
    found = _joined(letters)
    if not found or not set(letters) <= _OF_FACTS:
        return []
    run = items[found.start() : found.end()]
    if not all(item.meaning.named for item in run if item.letter == "F") or any(i.text in _TOGETHER for i in items):
        return []
    return [[*items[: found.start()], film, *items[found.end() :]] for film in run if film.letter == "F"]


def alike(intents: Sequence[Intent | None]) -> Sequence[Intent]:
    """The intents that ask the same fact of each of several films; none where that is not all they ask."""
    known = [one for one in intents if one and not (one.bare or one.also) and one.asked not in _LONG]
    return known if len(known) == len(intents) and len({one.asked for one in known}) == 1 else ()


def of_each(text: Parts) -> Intent | None:
    """Whether each of the films is by somebody, or is what the filters say; or any of them where "or" joins them."""
    films, people = text.films, text.people
    joined = _joined(text.letters) and set(text.letters) <= _LETTERS
    if not joined or not text.has("Y") or not all(one.named for one in films):
        return None
    steps: list[Step] = [step for item in text.items if item.letter in "yf" for step in item.meaning or ()]
    if any(one.search.steps for one in people) or bool(steps) == bool(people):
        return None
    jobs = jobs_of(text.items) or (BY if text.has("b") else tuple(Job))
    steps += [With(one.keys, one.jobs or jobs, one.label) for one in people]
    named = [one.named[0] for one in films]  # the best known of each name: the answer says its year
    start = Films(tuple(one.key for one in named), " and ".join(one.name for one in named), True)
    either = any(item.letter == "d" and item.text == "or" for item in text.items)
    search = Search(start, tuple(steps), claim=len(steps), each=Each.ANY if either else Each.EVERY)
    return Intent(Asked.WHETHER, person=people[0] if people else None, search=search)


def _joined(letters: str) -> re.Match[str] | None:
    """Where all the films of a text stand side by side; None where they do not, or there is but one."""
    found = _FILMS.search(letters)
    return found if found and found[0].count("F") == letters.count("F") else None
