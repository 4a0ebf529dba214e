"""What the rules of the grammar build out of the parts of a question that they put together."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from bot.knowledge.query import Job
from bot.knowledge.search import Did, Of, People, Playing, Step, Titled, With, Within
from bot.questions.asked.expressions import ANY, BY, Set
from bot.questions.rules.jobs import names_people
from bot.questions.words.item import Item, other

_UNTOLD = frozenset(["certificate", "rated", "keyword", "theme"])
"""Kinds of values that many a film is without for no other reason than that nobody told."""

Build = Callable[[Sequence[Item]], Item | None]


def _meaning(items: Sequence[Item], letter: str, which: int = 0) -> Any:
    found = [item.meaning for item in items if item.letter == letter]
    return found[which] if len(found) > abs(which) - (which < 0) else None


def _jobs(items: Sequence[Item]) -> tuple[Job, ...]:
    return _meaning(items, "v") or _meaning(items, "r") or ()


def films_of(items: Sequence[Item]) -> Item | None:
    """Films by people, with the filters that stood at the word "films"."""
    people: Set = _meaning(items, "P")
    by = BY if any(item.letter == "b" for item in items) and not people.jobs else ()
    films = people.did(_jobs(items) or by)
    filters = _meaning(items, "f") or ()
    return Item("F", films.keep(*filters) if filters else films)


def films_in(items: Sequence[Item]) -> Item | None:
    """Films that people were in."""
    people: Set = _meaning(items, "P")
    known = people.search.steps or people.jobs or items[-1].text != "in"
    return None if known else with_cast(items)


def with_cast(items: Sequence[Item]) -> Item | None:
    people: Set = _meaning(items, "P")
    films = people.did(people.jobs or (Job.CAST,))
    filters = _meaning(items, "f") or _meaning(items, "y") or ()
    return Item("F", films.keep(*filters) if filters else films)


def role_of(items: Sequence[Item]) -> Item | None:
    films: Set = _meaning(items, "F")
    return Item("P", films.who(_meaning(items, "r")))


def doer_of(items: Sequence[Item]) -> Item | None:
    films: Set = _meaning(items, "F")
    return Item("P", films.who(_meaning(items, "v")))


def worked_for(items: Sequence[Item]) -> Item | None:
    """The directors X shot for: those of the films X did a job for."""
    people: Set = _meaning(items, "P")
    jobs = _meaning(items, "v") or people.jobs
    if not jobs or jobs == _meaning(items, "r"):
        return None
    return Item("P", people.did(jobs).who(_meaning(items, "r")))


def whose(items: Sequence[Item]) -> Item | None:
    """Films whose director also directed F: through the job of the noun."""
    films: Set = _meaning(items, "F")
    jobs = _meaning(items, "r")
    through = films.who(jobs).did(jobs)
    filters = _meaning(items, "f") or ()
    return Item("F", through.keep(*filters) if filters else through)


def those_whose(items: Sequence[Item]) -> Item | None:
    """The writers that the actors in their films also appear in F: the first noun of films through the second."""
    films: Set = _meaning(items, "F")
    jobs = _meaning(items, "r", 1)
    return Item("P", films.who(jobs).did(jobs).who(_meaning(items, "r", 0)))


def described(items: Sequence[Item]) -> Item | None:
    """The director X: the person with the job."""
    people: Set = _meaning(items, "P")
    if people.search.steps or people.jobs:
        return None
    jobs = _meaning(items, "r")
    return Item("P", Set("P", people.search, people.named, jobs, people.others))


def both(items: Sequence[Item]) -> Item | None:
    first, second = (item.meaning for item in items if item.letter == "P")
    if first.search.steps or second.search.steps:
        return None
    if first.keys == second.keys:
        return Item("P", second if second.jobs else first)
    return Item("P", Set("P", first.search, first.named, first.jobs, (*first.others, second, *second.others)))


def both_done(items: Sequence[Item]) -> Item | None:
    """Films that somebody did two jobs for."""
    people: Set = _meaning(items, "P")
    if people.search.steps:
        return None
    films = people.did(_meaning(items, "v")).keep(With(people.keys, _meaning(items, "v", 1), people.label))
    return Item("F", films.keep(*(_meaning(items, "f") or ())))


def both_by_one(items: Sequence[Item]) -> Item | None:
    """Films that somebody wrote and directed, produced but did not direct, or was both director and editor of."""
    people: Set = _meaning(items, "P")
    first, second = (item.meaning for item in items if item.letter in "vri")
    if people.search.steps or first == second:
        return None
    without = any(item.letter == "n" for item in items)
    films = people.did(first).keep(With(people.keys, second, people.label, without))
    return Item("F", films.keep(*(_meaning(items, "f") or ())))


def works_by(items: Sequence[Item]) -> Item | None:
    """Screenplays by X, X's scores: the films that X wrote, composed for …; by their job no one else is called so."""
    people: Set = _meaning(items, "P")
    noun = next(item for item in items[::-1] if item.letter == "r")
    jobs = noun.meaning
    if noun.text == "productions" and not people.search.steps and not people.jobs:
        return Item("F", people.did(jobs))
    if people.search.steps or people.jobs or set(jobs) <= {Job.DIRECTOR, Job.CAST, Job.PRODUCER}:
        return None
    return Item("F", people.did(jobs))


def crew_of(items: Sequence[Item]) -> Item | None:
    """X's editors: those of the films X is known for."""
    people: Set = _meaning(items, "P")
    if people.search.steps or not items[0].owns or not names_people(items[-1].text):
        return None
    return Item("P", people.did(people.jobs).who(_meaning(items, "r")))


def worked_on_for(items: Sequence[Item]) -> Item | None:
    """Who composed for X: those who did it for the films X is known for."""
    people: Set = _meaning(items, "P")
    if people.search.steps or not any(item.text == "for" for item in items) or _meaning(items, "v") == (Job.CAST,):
        return None
    return Item("P", people.did(people.jobs).who(_meaning(items, "v")))


def kept(items: Sequence[Item]) -> Item | None:
    """Films of a set that somebody was in, directed …"""
    films: Set = _meaning(items, "F")
    people: Set = _meaning(items, "P")
    if films.named or people.search.steps:
        return None
    did = films.search.steps[0] if films.search.steps else None
    made = isinstance(did, Did) and not set(did.jobs) <= {Job.CAST, Job.DIRECTOR}
    any_job = tuple(Job) if made else (Job.CAST,)  # films X scored for Y
    any_job = BY if any(item.letter == "b" or item.text.endswith("for") for item in items) else any_job
    jobs = _jobs(items) or people.jobs or any_job
    if films.jobs and isinstance(films.search.start, People) and films.keys == people.keys and not people.others:
        return Item("F", films.settle(_jobs(items) or people.jobs or films.jobs))  # Coen films, by Joel Coen
    return Item("F", films.keep(*(With(one.keys, one.jobs or jobs, one.label) for one in (people, *people.others))))


def filtered(items: Sequence[Item]) -> Item | None:
    films: Set = _meaning(items, "F")
    if films.named:
        return None
    return Item("F", films.keep(*_meaning(items, "y")))


def noun(items: Sequence[Item]) -> Item | None:
    filters = tuple(step for item in items if item.letter in "yf" for step in item.meaning or ())
    return Item("f", filters)


def negated(items: Sequence[Item]) -> Item | None:
    """Not a comedy: the films that the filters do not keep."""
    steps = _meaning(items, "y")
    if not all(isinstance(step, Of | Playing | Titled | Within) for step in steps):
        return None
    return Item("y", tuple(other for step in steps for other in (*_telling(step), _others(step))))


def _telling(step: Step) -> tuple[Step, ...]:
    """What keeps the films alone of which it is known whether a filter keeps them: not rated R is what is rated."""
    untold = isinstance(step, Of) and step.values and not _UNTOLD.isdisjoint(step.kinds)
    return (Of(step.kinds, (), step.kinds[0]),) if isinstance(step, Of) and untold else ()


def _others(step: Step) -> Step:
    """The filter that keeps what another does not: at most two hours for over two hours."""
    match step:
        case Within(field, int(low), None, False):
            return Within(field, None, low - 1)
        case Within(field, None, int(high), False):
            return Within(field, high + 1)
    return replace(step, without=True)  # type: ignore[arg-type]


def without(items: Sequence[Item]) -> Item | None:
    """Without Y, that Y is not in: a filter."""
    people: Set = _meaning(items, "P")
    if people.search.steps:
        return None
    jobs = _jobs(items) or people.jobs or tuple(Job)
    return Item("y", tuple(With(one.keys, one.jobs or jobs, one.label, True) for one in (people, *people.others)))


def doing(items: Sequence[Item]) -> Item | None:
    """With X directing, with an X score: a filter."""
    people: Set = _meaning(items, "P")
    if people.search.steps or names_people(items[-1].text):
        return None
    return Item("y", (With(people.keys, _meaning(items, "r"), people.label),))


def acting(items: Sequence[Item]) -> Item | None:
    """With X in: one of the cast."""
    people: Set = _meaning(items, "P")
    known = people.search.steps or people.jobs or items[-1].text != "in"
    return None if known else Item("P", replace(people, jobs=(Job.CAST,)))


def joined(items: Sequence[Item]) -> Item | None:
    return Item("y", tuple(step for item in items if item.letter == "y" for step in item.meaning))


def they_did(items: Sequence[Item]) -> Item | None:
    """Films of X, that they directed themselves."""
    films: Set = _meaning(items, "F")
    jobs, people = _meaning(items, "v"), films.search.start
    did = films.search.steps[0] if films.search.steps else None
    if not (isinstance(people, People) and isinstance(did, Did)):
        return None
    done = next(item.text for item in items if item.letter == "v")
    if jobs == (Job.CAST,) and not done.startswith(("act", "in front")) and all(item.letter != "z" for item in items):
        return None  # the films written by X starred who
    if films.jobs:
        return Item("F", films.settle(jobs))
    return Item("F", films if did.jobs == jobs else films.keep(With(people.keys, jobs, people.label)))


def they_did_not(items: Sequence[Item]) -> Item | None:
    """Films of X, that they did not direct themselves, that they are not in."""
    films: Set = _meaning(items, "F")
    people = films.search.start
    jobs = _meaning(items, "v") or ((Job.CAST,) if items[-1].text == "in" else ())
    if not (isinstance(people, People) and jobs and films.search.steps):
        return None
    return Item("F", films.keep(With(people.keys, jobs, people.label, True)))


def settled(items: Sequence[Item]) -> Item | None:
    films: Set = _meaning(items, "F")
    return Item("F", films.settle(_meaning(items, "i"))) if films.jobs == ANY else None


def others_of(items: Sequence[Item]) -> Item | None:
    """F, other films by its director: those that one who did a job for it did the same for."""
    films: Set = _meaning(items, "F")
    jobs = _meaning(items, "r", -1)
    by = any(item.letter == "b" for item in items)
    return Item("F", films.who(jobs).did(jobs)) if films.named and (by or other(items)) else None


def others_done(items: Sequence[Item]) -> Item | None:
    """F, what else did he shoot: the films that one who did the job for F did the same for."""
    films: Set = _meaning(items, "F")
    jobs = [item.meaning for item in items if item.letter in "vr"]
    return Item("F", films.who(jobs[0]).did(jobs[-1])) if films.named and other(items) else None


def drop(at: int) -> Build:
    return lambda items: items[at]


def named_film(items: Sequence[Item]) -> Item | None:
    """The film F: the noun says nothing more, such as "other films"."""
    films: Set = _meaning(items, "F")
    return Item("F", films) if films.named and not _meaning(items, "f") and not other(items) else None


def same_noun(items: Sequence[Item]) -> Item | None:
    return items[0] if items[0].meaning == items[-1].meaning else None


def of_described(items: Sequence[Item]) -> Item | None:
    """The actors of the director X: those of the films X directed."""
    people: Set = _meaning(items, "P")
    if not people.jobs:
        return None
    return Item("P", people.did(people.jobs).who(_meaning(items, "r")))


def played_in(items: Sequence[Item]) -> Item | None:
    """The film where X plays F: a film is often called by its hero."""
    films: Set = _meaning(items, "F")
    return items[-1] if films.named and items[-2].text == "plays" else None
