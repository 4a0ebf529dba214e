"""Films by what each of several people did for them: "Nino Rota's scores for Fellini", "Nolan directed, Hoytema DP"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.knowledge.query import Job
from bot.knowledge.search import Did, Search, Step, With
from bot.questions.asked.expressions import BY, MADE, Jobs, Set
from bot.questions.words.item import Item, other

_DONE = re.compile(
    r"(?P<before>[rv])b+P"  # shot by X
    r"|(?P<owner>P)[zo]*(?P<after>[vri])(?!b)(?P<next>P(?!o?[vri]))?"  # X shot, X's scores, X as editor
    r"|(?P<as>[rv])(?=P(?!o?[vi](?!b)))P"  # the composer X, starring X
)
"""A person beside what they did."""
_FOR = re.compile(r"Pf[zM]?o*P")
"""A person's films for another."""
_JOINED = re.compile(r"PdP(?!o?[ri])")
_UNLIKE = frozenset("FnscC")
"""Letters of texts in which people are told apart by more than what each did."""


def credited(items: Sequence[Item]) -> list[Item]:
    """The items with several people, of whom it is said what some of them did, as the films they all did that for.

    Of the others it is the job they are best known for; one for whom the work was done is rather a director.
    """
    done = list(items)
    letters = "".join(item.letter for item in done)
    if (
        letters.count("P") < 2
        or set(letters) & _UNLIKE
        or other(done)
        or any(i.meaning.search.steps for i in _of(done))
    ):
        return done
    while joined := _JOINED.search(letters):
        first, second = done[joined.start()], done[joined.end() - 1]
        both = replace(first.meaning, others=(*first.meaning.others, second.meaning, *second.meaning.others))
        done[joined.start() : joined.end()] = [replace(second, meaning=both)]
        letters = "".join(item.letter for item in done)
    jobs, used = _jobs(letters, done)
    places = [n for n, item in enumerate(done) if item.letter == "P"]
    if len(places) < 2 or not (jobs or _FOR.search(letters)):
        return done
    known = [(done[n].meaning, jobs[n]) for n in places if n in jobs]
    open_ = [(done[n].meaning, _left_open(done[:n], known)) for n in places if n not in jobs]
    films = _films([*open_, *known])
    filters = tuple(step for item in done if item.letter == "f" for step in item.meaning or ())
    spare = {*places, *used, *(n for n, item in enumerate(done) if item.letter == "f")}
    kept = [(n, item) for n, item in enumerate(done) if n not in spare and not _links(n, places, item)]
    at = sum(n < places[0] for n, _ in kept)
    rest = [item for _, item in kept]
    return [*rest[:at], Item("F", films.keep(*filters) if filters else films), *rest[at:]]


def _of(items: Sequence[Item]) -> list[Item]:
    return [item for item in items if item.letter == "P"]


def _jobs(letters: str, items: Sequence[Item]) -> tuple[dict[int, Jobs], set[int]]:
    """What is said that people did, by the place of each, and the places where that is said."""
    jobs: dict[int, Jobs] = {
        n: item.meaning.jobs for n, item in enumerate(items) if item.letter == "P" if item.meaning.jobs
    }
    used: set[int] = set()
    at = 0
    while found := _DONE.search(letters, at):
        at = found.start() + 1
        told = next(found.start(name) for name in ("before", "after", "as") if found[name])
        person = letters.index("P", found.start())
        noun = items[told].letter == "r" and not items[told].text.endswith("ing")  # X directing Y
        acted = items[told].meaning == (Job.CAST,)
        if found["next"] and (acted or (noun and not items[person].owns)):
            continue  # Hitchcock, composer Herrmann; Scorsese starring De Niro
        if found["as"] and not (noun or acted or items[told].text.endswith(" by")):
            continue
        jobs[person] = items[told].meaning
        used.add(told)
        at = max(person, told) + 1
    return jobs, used


def _left_open(before: Sequence[Item], known: Sequence[tuple[Set, Jobs]]) -> Jobs:
    """What somebody did of whom that is not said, with what stands before the name and what others are known to be."""
    last = before[-1] if before else None
    directed = any(jobs == (Job.DIRECTOR,) for _, jobs in known)
    if directed:
        return (Job.CAST,) if last and last.letter in "vw" else MADE
    return BY if last and (last.letter == "b" or last.text == "for") else MADE


def _films(people: Sequence[tuple[Set, Jobs]]) -> Set:
    """The films that all of them did their jobs for."""
    each = [(one, jobs) for person, jobs in people for one in (person, *person.others)]
    (first, jobs), *rest = each
    steps: tuple[Step, ...] = (Did(jobs), *(With(one.keys, job, one.label) for one, job in rest))
    return Set("F", Search(first.search.start, steps))


def _links(n: int, places: Sequence[int], item: Item) -> bool:
    """Whether an item only links the people and what they did."""
    return item.letter in "obwzd" and places[0] - 2 <= n
