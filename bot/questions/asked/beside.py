"""A person beside a title, who tells which film of that title is meant: "Kubrick's Lolita", "the Pacino Heat"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.knowledge.query import Job
from bot.knowledge.search import Step, With
from bot.questions.asked.expressions import Set
from bot.questions.words.item import Item

MAKERS = (Job.DIRECTOR, Job.WRITER, Job.CAST)
"""As whom a person tells films of one title apart."""

_BEFORE = re.compile(r"Py*f?y*F")
_BEHIND = re.compile(r"F[bw]?y*Py*f?|Fofb?P|FoP")
_TOLD_OF = re.compile(r"(?<=Y)F[bo]P(?=[ow]*y)")
"""A film and who made it, of which something else is asked: is Persona by Bergman in English."""
_ROLE_IN = re.compile(r"(?<=Co)(?:Py*f?y*F|FbP)$")
"""The film, and who made it, in which somebody plays a character: who plays Paul in the Lynch Dune."""
_ELSE = frozenset("YkKCn")
"""Letters of questions in which a film and a person stand side by side, and the person is what is asked about."""


def told_apart(items: Sequence[Item]) -> list[Item]:
    """The items with every title and the person beside it as one: a film with that person."""
    done = _owned(_called(items))
    letters = "".join(item.letter for item in done)
    if letters.count("P") == 2 and "K" in letters and (described := re.search("F[bw]P", letters)):
        start, end = described.span()  # in F with X, what is Y's character called
        return [*done[:start], *_as_one(done[start:end]), *done[end:]]
    asks_who = "q" in letters and set(letters) <= set("qoPFdz")  # in F, P is who
    asks_who = asks_who or re.search("c[rv].*FwP", letters) is not None  # who co-wrote F with P
    told = _TOLD_OF.search(letters) or _ROLE_IN.search(letters)
    if letters.count("P") != 1 or letters.count("F") != 1 or (set(letters) & _ELSE and not told) or asks_who:
        return done
    found = told or _BEFORE.search(letters) or _BEHIND.search(letters)
    if found and found[0] == "FoP" and done[found.start() + 1].text not in ("of", "from"):
        return done
    if found is None or ("f" in letters[: found.start()] + letters[found.end() :] and set(found[0]) & set("bw")):
        return done  # the films of the director of F with P
    return [*done[: found.start()], *_as_one(done[found.start() : found.end()]), *done[found.end() :]]


def _called(items: Sequence[Item]) -> list[Item]:
    """The items without the noun before a title: the film Downfall."""
    spare = [
        one.letter == "f" and not one.meaning and one.text in ("film", "movie") and after.letter == "F"
        for one, after in pairwise(items)
    ]
    return [item for n, item in enumerate(items) if n == len(spare) or not spare[n]]


def _owned(items: list[Item]) -> list[Item]:
    """The items with each title and the person who is said to own it as one."""
    for n in range(len(items) - 1, 0, -1):
        if items[n - 1].owns and items[n - 1].letter == "P" and items[n].letter == "F":
            items[n - 1 : n + 1] = _as_one(items[n - 1 : n + 1])
    return items


def _as_one(items: Sequence[Item]) -> list[Item]:
    """One item for a film, a person and the filters beside them; the items themselves where the film has no name."""
    film = next(item for item in items if item.letter == "F")
    person: Set = next(item.meaning for item in items if item.letter == "P")
    filters: list[Step] = [step for item in items if item.letter in "yf" for step in item.meaning or ()]
    if not film.meaning.named or person.search.steps or film.meaning.search.start.together:
        return list(items)
    maker = With(person.keys, tuple(dict.fromkeys((*person.jobs, *MAKERS))), person.label)
    return [replace(film, meaning=film.meaning.narrow(maker, *filters))]
