"""What a reading asks, as plain data."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.knowledge.query import Asked, Job, Prize
from bot.knowledge.search import Honoured, Of, Playing, Search, Step, Wanted
from bot.questions.asked.expressions import Set
from bot.questions.words.item import Item

ASPECT_OF = {
    Job.DIRECTOR: Asked.DIRECTOR,
    Job.CAST: Asked.CAST,
    Job.WRITER: Asked.WRITERS,
    Job.PRODUCER: Asked.PRODUCERS,
    Job.COMPOSER: Asked.MUSIC,
    Job.CINEMATOGRAPHER: Asked.CINEMATOGRAPHY,
    Job.EDITOR: Asked.EDITING,
}
DIFFERENCE = "difference"
"""What is asked of two films that are compared where it is by how much one is longer or older."""
VOICED = "voiced"
"""How a role is asked for that may be a voice alone."""
HOW_MUCH = re.compile(
    r"\bhow (?:much|many (?:minutes|mins|years)|long (?:after|before)|far apart)\b|\bdifference in\b"
    r"|\b(?:years|gap) apart\b|\b(?:difference|gap|time|years|long)\b.*\bbetween\b"
    r"|\b(?:runtime|age|year) (?:difference|gap)\b",
    re.I,
)
"""Words that ask so."""
EITHER, ALONE = "sequel or a prequel", "standalone film"
"""What a film may be asked to be where it is not asked whether it is a sequel."""
IN_TOTAL = re.compile(
    r"\b(?:total|altogether|all together|all in all|combined|together(?=\W*$)|back to back|marathon"
    r"|take (?:me |us )?to watch)\b",
    re.I,
)
"""Words that ask for the sum of runtimes."""
MEASURED = frozenset([Asked.LONGER, Asked.SHORTER, Asked.NEWER, Asked.OLDER])
OF_TWO = MEASURED | {Asked.COMMON, Asked.COMPARED}
"""What is asked of two films."""
RATED = frozenset([Asked.RATING, Asked.CERTIFICATE])
"""What a board decided, which is told together with its reason."""
BY_COUNTRY = RATED | {Asked.RELEASE}
"""Aspects that may be asked for one country alone."""
TELLING = {
    ("certificate",): RATED,
    ("rated",): RATED,
    ("shown",): frozenset([Asked.RELEASE, Asked.PREMIERE, Asked.OPENING, Asked.FESTIVALS, Asked.COUNTRIES]),
    ("premiere",): frozenset([Asked.RELEASE, Asked.PREMIERE, Asked.OPENING, Asked.FESTIVALS, Asked.COUNTRIES]),
    ("source",): frozenset([Asked.BASED_ON, Asked.ORIGIN, Asked.SUMMARY]),
    ("source", "keyword", "theme"): frozenset([Asked.BASED_ON, Asked.ORIGIN, Asked.SUMMARY]),
    ("keyword", "theme"): frozenset([Asked.SUMMARY, Asked.THEMES, Asked.KEYWORDS]),
}
"""Kinds of values that say by themselves that films are meant, with the aspects whose words may stand beside them."""
ABOUT_FILMS = frozenset([*ASPECT_OF.values(), Asked.CERTIFICATE, Asked.REASON, Asked.ROLE, Asked.CHARACTER])
"""Aspects that nothing but a film has; it takes time, comes out, has an end and a story like much else."""
WANTED = {
    Asked.GENRE: Wanted.GENRES,
    Asked.LANGUAGES: Wanted.LANGUAGES,
    Asked.COUNTRIES: Wanted.COUNTRIES,
    Asked.KEYWORDS: Wanted.KEYWORDS,
    Asked.THEMES: Wanted.KEYWORDS,
    Asked.YEAR: Wanted.YEARS,
    Asked.RELEASE: Wanted.DATES,
    Asked.RUNTIME: Wanted.RUNTIMES,
}
"""What an aspect is called when it is asked of many films."""


@dataclass(frozen=True, slots=True)
class Intent:
    """What a reading asks: an aspect of one film or person, or a search."""

    asked: Asked
    film: Set | None = None
    person: Set | None = None
    other: Set | None = None
    search: Search | None = None
    words: str = ""
    """The character asked for, as typed."""
    manner: str = ""
    """How two are compared, what is asked of a series, or of those who played a character, see `Query.manner`."""
    besides: tuple[str, ...] = ()
    """The people of the film who are left out."""
    billed: int = 0
    """The place in the billing that is asked for, -1 for the last; 0 for all of them."""
    jobs: tuple[Job, ...] = ()
    cost: float = 0.0
    bare: bool = False
    """Whether nothing but a name was understood."""
    prize: Prize | None = None
    also: "tuple[Intent, ...]" = ()
    """What else is asked of the film, or the same of other films."""


def unsaid(aspect: Asked | None, steps: Sequence[Step]) -> Asked | None:
    """The aspect unless one of the steps says as much already: rated R, shown at Cannes."""
    said = any(isinstance(step, Of) and aspect in TELLING.get(step.kinds, ()) for step in steps)
    return None if said else aspect


def of_any_film(steps: Sequence[Step]) -> bool:
    """Whether it may be asked of all films whether there is one: that won something, in which A plays B."""
    return any(isinstance(step, Honoured) or (isinstance(step, Playing) and step.people) for step in steps)


def jobs_of(items: Sequence[Item]) -> tuple[Job, ...]:
    """The jobs the first of the items that name any names."""
    found = [item.meaning for item in items if item.letter in "vr"]
    return found[0] if found else ()
