"""A question over many films, as plain data: where it starts, the steps from there, and what is wanted at the end.

"Who starred in the films of the director of Jaws" starts at Jaws and takes three steps: to its directors, to the films
they directed, to the cast of those.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from bot.knowledge.query import FilmRef, Job, Prize


@dataclass(frozen=True, slots=True)
class Films:
    """These films, by key; every film when there are no keys."""

    keys: tuple[int, ...] = ()
    label: str = ""
    together: bool = False
    """Whether all of them are meant, not one of several that share a name."""


@dataclass(frozen=True, slots=True)
class People:
    """These people, by key."""

    keys: tuple[int, ...]
    label: str = ""
    together: bool = False
    """Whether any of them is meant, not one of several that share a name."""
    others: tuple[int, ...] = ()
    """People of the same surname who are known much less, and hardly meant."""


@dataclass(frozen=True, slots=True)
class Who:
    """From films to those who did one of the jobs for them, or who played a character in them."""

    jobs: tuple[Job, ...]
    character: str = ""
    """Its name, or a part of it, as `matching.normal` writes it."""


@dataclass(frozen=True, slots=True)
class Did:
    """From people to the films they did one of the jobs for; a film the search started at is left out."""

    jobs: tuple[Job, ...]


@dataclass(frozen=True, slots=True)
class Of:
    """Keeps films that have one of the values in one of the kinds: genre, country, language, keyword, certificate …

    No values are any; `without` keeps the others.
    """

    kinds: tuple[str, ...]
    values: tuple[str, ...]
    label: str = ""
    without: bool = False

    @property
    def telling(self) -> bool:
        """Whether any value will do, so long as one is known."""
        return not (self.values or self.without)


@dataclass(frozen=True, slots=True)
class Within:
    """Keeps films whose year or runtime (minutes) lies in a range, both ends included; `without` keeps the others."""

    field: str
    low: int | None = None
    high: int | None = None
    without: bool = False


@dataclass(frozen=True, slots=True)
class With:
    """Keeps films that one of the people did one of the jobs for, none for nobody; `without` keeps the others."""

    people: tuple[int, ...]
    jobs: tuple[Job, ...]
    label: str = ""
    without: bool = False


@dataclass(frozen=True, slots=True)
class Except:
    """Keeps all films but these."""

    other: Films


@dataclass(frozen=True, slots=True)
class Among:
    """Keeps no films but these."""

    films: Films


@dataclass(frozen=True, slots=True)
class Beside:
    """Keeps films whose `field` is more, less or the same as that of another film, which is left out, at least or at
    most as much, or between those of two films.

    `field` is the year or the runtime, or a facet (genre, country, language) of which the main value must be the same.
    """

    other: Films
    field: str
    way: str
    to: Films | None = None
    """The second of two films that others lie between."""

    @property
    def films(self) -> tuple[Films, ...]:
        """The films that others are compared with."""
        return (self.other, self.to) if self.to else (self.other,)


EVERY = 1_000_000
"""As many of the first as there are: the whole list in that order."""


@dataclass(frozen=True, slots=True)
class First:
    """Keeps the first films by a field (year, runtime, popularity), the highest or lowest; or some from a place on."""

    field: str
    highest: bool
    place: int = 1
    count: int = 1


@dataclass(frozen=True, slots=True)
class Honoured:
    """Keeps films that have the awards; `without` keeps the others, of those whose awards are known.

    The catalogue finds which films these are, by key, before it searches.
    """

    prize: Prize
    without: bool = False
    films: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Playing:
    """Keeps films in which somebody, or one of the people, plays a character; `without` keeps the others."""

    character: str
    """Its name, or a part of it, as `matching.normal` writes it."""
    label: str = ""
    people: tuple[int, ...] = ()
    by: str = ""
    """What the people are called."""
    without: bool = False


@dataclass(frozen=True, slots=True)
class Alongside:
    """Keeps people who worked on a film together with one of these people, as whom the step before found them.

    `jobs` are what these did, `own` what those kept did.
    """

    people: tuple[int, ...]
    jobs: tuple[Job, ...]
    own: tuple[Job, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Outside:
    """Keeps people who did none of the jobs for another film."""

    other: Films
    jobs: tuple[Job, ...]


@dataclass(frozen=True, slots=True)
class Titled:
    """Keeps films whose title begins or ends with a text or holds it as a word; `without` keeps the others."""

    text: str
    """As `matching.normal` writes it."""
    place: str
    """`begins`, `ends` or `holds`."""
    without: bool = False


Filter = Of | Within | With | Beside | Except | Among | Honoured | Playing | Titled
"""Steps that keep some of the films, whichever others there are."""
Step = Filter | Alongside | Outside | Who | Did | First


class Wanted(StrEnum):
    """What is asked of the films or people at the end."""

    NAMES = "names"
    COUNT = "count"
    GENRES = "genre"
    LANGUAGES = "language"
    COUNTRIES = "country"
    KEYWORDS = "keyword"
    YEARS = "years"
    DATES = "dates"
    RUNTIMES = "runtimes"
    AVERAGE = "average"
    """Of the runtimes, in whole minutes."""
    TOTAL = "total"
    """The same."""


class Each(StrEnum):
    """Of how many films something is to be so."""

    EVERY = "every"
    ANY = "any"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Search:
    """A start, steps, and what is wanted."""

    start: Films | People
    steps: tuple[Step, ...] = ()
    wanted: Wanted = Wanted.NAMES
    most: bool = False
    """Of people: only those with the most films."""
    least: int = 1
    """Of people: only those with as many films."""
    without_start: bool = False
    """Leave out of the answer the people it started at: co-stars."""
    claim: int = 0
    """How many of the last steps say what may be so of the films that those before find: 0 where that is not asked."""
    each: Each = Each.EVERY
    """Of how many of these films it is to be so."""

    def then(self, *steps: Step) -> "Search":
        """The search that goes on with these steps."""
        return replace(self, steps=(*self.steps, *steps))

    @property
    def of_people(self) -> bool:
        """Whether it ends at people rather than films."""
        for step in reversed(self.steps):
            if isinstance(step, Who | Did):
                return isinstance(step, Who)
        return isinstance(self.start, People)

    @property
    def by_runtime(self) -> bool:
        """Whether it ends at films that runtimes are asked of, or that are the longest or shortest."""
        longest = any(isinstance(step, First) and step.field == "runtime" for step in self.steps)
        return not self.of_people and (self.wanted is Wanted.RUNTIMES or (longest and self.wanted is Wanted.NAMES))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a search found: the values, best first, and the films when it ends at films."""

    values: tuple[str | int, ...]
    films: tuple[FilmRef, ...] = ()
    measures: tuple[int, ...] = ()
    """Minutes of each film, or how many films each of the people has, where the search compares them by that."""


@dataclass(frozen=True, slots=True)
class Named:
    """Something of the catalogue that words name: a film or person (by key), a character, or a value of a facet."""

    kind: str
    key: int
    name: str
    normal: str
    weight: float = 0.0
    """How well known: popularity of a film, credits of a person."""
    year: int | None = None
