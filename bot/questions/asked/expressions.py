"""What a part of a question means: a set of films or people, as a search that is not yet finished."""

from dataclasses import dataclass, field, replace

from bot.knowledge.query import Job
from bot.knowledge.search import Did, Films, First, Named, Of, People, Search, Step, Who, With

ANY = (Job.CAST, Job.DIRECTOR, Job.WRITER)
"""What "films of" a person means while nothing else is said."""

BY = (Job.DIRECTOR, Job.WRITER, Job.COMPOSER)
"""What "films by" a person means: those they directed, or else what they are best known for."""

MADE = (Job.DIRECTOR, Job.CAST, Job.WRITER)
"""What "films X made" means: those of the job they are best known for."""

TEAM = (Job.WRITER, Job.PRODUCER)
"""What one of a family did for what the other directed."""

OPEN = (ANY, BY, MADE)
"""Jobs that are to be settled."""

Jobs = tuple[Job, ...]


@dataclass(frozen=True, slots=True)
class Set:
    """Films (`F`) or people (`P`)."""

    letter: str
    search: Search
    named: tuple[Named, ...] = ()
    """The candidates, for a set that is one name."""
    jobs: Jobs = ()
    """For people: the job they were described by. For films: the job left open, to be settled later."""
    others: tuple["Set", ...] = field(default=())
    """Named people that stand beside with "and"."""
    family: bool = False
    """Whether they are two of a family, of whom one alone may be told to have directed what the other wrote."""

    def did(self, jobs: Jobs) -> "Set":
        """The films these people did a job for; with others beside them, those they all worked on."""
        jobs = jobs or self.jobs
        if self.family and not self.search.steps:
            both = (self, *self.others)
            label = " and ".join(one.named[0].name for one in both)
            beside = (With(one.keys, (*(jobs or ANY), *TEAM), one.label) for one in both)
            start = People(tuple(key for one in both for key in one.keys), label, together=True)
            return Set("F", Search(start, (Did(jobs or ANY), *beside)), (), () if jobs else ANY)
        steps: list[Step] = [Did(jobs or ANY)]
        steps += [With(other.keys, other.jobs or jobs or ANY, other.label) for other in self.others]
        return Set("F", self.search.then(*steps), (), () if jobs else ANY)

    def who(self, jobs: Jobs, character: str = "") -> "Set":
        """Those who did a job for these films, or played a character in them."""
        return Set("P", self.search.then(Who(jobs, character)), (), jobs)

    def keep(self, *steps: Step) -> "Set":
        """Those of these films that the filters let through, the first of which are taken last of all."""
        done = (*self.search.steps, *steps)
        since = max((n + 1 for n, step in enumerate(done) if isinstance(step, Who | Did)), default=0)
        told: dict[object, Step] = {}
        for step in done[since:]:
            told.setdefault(replace(step, label="") if isinstance(step, Of) else step, step)  # sci-fi, science fiction
        kept = sorted(told.values(), key=lambda step: isinstance(step, First))
        return replace(self, search=replace(self.search, steps=(*done[:since], *kept)), named=())

    def narrow(self, *steps: Step) -> "Set":
        """These named films, of which only those are meant that the filters let through."""
        return replace(self, search=self.search.then(*steps))

    def theirs(self, person: "Set", jobs: Jobs) -> "Set":
        """These named films, of which, where they are several, only those are meant that somebody worked on."""
        return self.narrow(With(person.keys, jobs, person.label)) if len(self.keys) > 1 else self

    def settle(self, jobs: Jobs) -> "Set":
        """The same films with the job that was left open."""
        steps = tuple(Did(jobs) if isinstance(s, Did) and s.jobs in (ANY, BY) else s for s in self.search.steps)
        return replace(self, search=replace(self.search, steps=steps), jobs=())

    @property
    def keys(self) -> tuple[int, ...]:
        return self.search.start.keys

    @property
    def label(self) -> str:
        return self.search.start.label


def named_films(named: tuple[Named, ...], label: str) -> Set:
    return Set("F", Search(Films(tuple(dict.fromkeys(one.key for one in named)), label)), named)


def films_together(named: tuple[Named, ...]) -> Set:
    """The films of one name, asked about as one."""
    name = named[0].normal
    called = (
        name
        if name.startswith(("sequels of ", "prequels of ", "remakes of ", "what came "))
        else f"films called “{name}”"
    )
    return Set("F", Search(Films(tuple(one.key for one in named), called, True)))


def named_people(named: tuple[Named, ...], others: tuple[Named, ...] = ()) -> Set:
    """Those who may be meant, and others who hardly are; several of one surname are called by it, for nobody says which
    of them did what.
    """
    surnames = {one.name.rpartition(" ")[2] for one in named}
    label = surnames.pop() if len({one.name for one in named}) > 1 and len(surnames) == 1 else named[0].name
    start = People(tuple(one.key for one in named), label, others=tuple(one.key for one in others))
    return Set("P", Search(start), named)


def every_film() -> Set:
    return Set("F", Search(Films()))


def either(one: Set, other: Set) -> Set:
    """Any of two people, the best known of those who share a name: by Nolan or Tarantino."""
    known = [max(some.named, key=lambda named: named.weight) for some in (one, other)]
    keys, names = tuple(named.key for named in known), [named.name for named in known]
    return Set("P", Search(People(keys, " or ".join(names), together=True)), (), one.jobs or other.jobs)
