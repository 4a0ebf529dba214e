"""Searches made ready: a job left open settled, one of several people chosen, names as they are told."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import FilmRef, Job
from bot.knowledge.search import (
    Alongside,
    Beside,
    Did,
    Except,
    Films,
    First,
    Outside,
    People,
    Playing,
    Search,
    Step,
    Wanted,
    With,
)
from bot.matching.normal import normal
from bot.questions.asked.expressions import BY, OPEN
from bot.questions.words.wording import listed

CLEARLY = 3
"""So many times as much is known of one of several people where only one can be meant."""
SEEN = {Job.DIRECTOR, Job.CAST}
"""Jobs that people are known for by their surname: where it is left open, rather those than a producer."""


async def one_person(search: Search, catalogue: Catalogue) -> tuple[Search, tuple[str, ...]]:
    """The search about the only one of several people that it finds something of; their names where it is of more."""
    if not isinstance(search.start, People) or len(search.start.keys) < 2 or search.start.together:
        return search, ()
    found: list[tuple[bool, int, str, int]] = []
    by = any(isinstance(step, Did) and step.jobs == BY for step in search.steps)
    for key in search.start.keys:
        name = str((await catalogue.search(Search(People((key,))))).values[0])
        steps = tuple(step for step in search.steps if not isinstance(step, First))  # each has one that is the last
        one = await settled(replace(search, start=People((key,), name), steps=steps, wanted=Wanted.NAMES), catalogue)
        if values := (await catalogue.search(one)).values:
            jobs = {job for step in one.steps if isinstance(step, Did) for job in step.jobs}
            seen = one.steps == steps or bool(jobs & SEEN)
            made = not by or jobs != {Job.CAST}  # films by somebody are hardly those of an actor
            found.append((made, len(values) * (CLEARLY if seen else 1), name, key))
    found = [one for one in found if one[0]] or found
    found.sort(key=lambda one: -one[1])
    near = dict.fromkeys(name for _, weight, name, _ in found if found[0][1] < CLEARLY * weight)
    if len(near) > 1:
        return search, tuple(near)
    if not found:
        return search, ()
    (*_, name, key), *others = found
    return replace(search, start=People((key,), name, others=tuple(other for *_, other in others))), ()


async def labelled(search: Search, catalogue: Catalogue) -> Search:
    """The search with the full names of the films it compares with, and of the characters it is about."""
    steps = list(search.steps)
    for n, step in enumerate(steps):
        if isinstance(step, Playing):
            steps[n] = replace(step, label=_called(step, await catalogue.playing(step.character)))
        if isinstance(step, Beside | Except | Outside):
            steps[n] = step = replace(step, other=await _labelled(step.other, catalogue))
        if isinstance(step, Beside) and step.to:
            steps[n] = replace(step, to=await _labelled(step.to, catalogue))
    return replace(search, steps=tuple(steps))


async def _labelled(films: Films, catalogue: Catalogue) -> Films:
    """Films with their full names."""
    return replace(films, label=listed(film.label for film in await catalogue.refs(films.keys)))


def _called(step: Playing, roles: Sequence[tuple[FilmRef, str, str]]) -> str:
    """The name of a character as the cast lists most often write it."""
    names = (part.strip() for _, _, character in roles for part in character.split("/"))
    written = Counter(name for name in names if normal(name) == step.character)
    return written.most_common(1)[0][0] if written else step.label


async def settled(search: Search, catalogue: Catalogue) -> Search:
    """The search with a job left open settled: what the person is best known for."""
    if not isinstance(search.start, People) or not any(isinstance(s, Did) and s.jobs in OPEN for s in search.steps):
        return search
    steps: list[Step] = []
    for n, step in enumerate(search.steps):
        if isinstance(step, Did | With | Alongside) and step.jobs in OPEN:
            keys = search.start.keys if isinstance(step, Did) else step.people
            step = replace(step, jobs=await known_for(keys, step.jobs, catalogue))
        again = steps and isinstance(step, With) and _said_by(steps[0], step) and step.people == search.start.keys
        if not again or n >= len(search.steps) - search.claim:
            steps.append(step)
    return replace(search, steps=tuple(steps))


def _said_by(first: Step, step: With) -> bool:
    """Whether the step that leads to somebody's films keeps all that another keeps: Coppola films, Sofia Coppola."""
    return isinstance(first, Did) and set(first.jobs) <= set(step.jobs) and not step.without


async def known_for(people: Sequence[int], jobs: tuple[Job, ...], catalogue: Catalogue) -> tuple[Job, ...]:
    """The job that people who share a name are best known for; the jobs themselves where they did none."""
    done = [credit.job for key in people for credit in await catalogue.films_of(key)]
    if not done:
        return jobs
    main = max(Job, key=lambda job: (done.count(job), job is Job.DIRECTOR))
    directs = done.count(Job.DIRECTOR)
    if (jobs == BY and directs) or (main is not Job.CAST and 2 * directs >= done.count(main)):
        main = Job.DIRECTOR  # who writes or produces what they direct is known as a director
    return (main,)


async def start_of(search: Search, catalogue: Catalogue) -> str:
    """What a search starts at, as it is told."""
    if isinstance(search.start, Films) and search.start.keys and not search.start.together:
        return listed(film.label for film in await catalogue.refs(search.start.keys[:1]))
    return search.start.label
