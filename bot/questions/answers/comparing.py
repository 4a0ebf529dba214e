"""Answers about two films."""

from collections.abc import Iterator, Sequence

from bot.knowledge.codes import country_name, language_name
from bot.knowledge.film import Film
from bot.knowledge.query import Asked, FilmRef, Job, Query
from bot.questions.answers.answer import Answer, Kind
from bot.questions.answers.likeness import compared
from bot.questions.asked.intent import DIFFERENCE
from bot.questions.words.wording import day, listed, minutes

Films = tuple[FilmRef, ...]
THEME = "theme"
"""What two films share beside facts: told, and a value of the answer only where nothing else is."""


DAY = len("2007-08-09")
"""Signs of a day."""


def two(one: Film, other: Film, about: Films, query: Query) -> Answer:
    """Which of two films is longer or newer, or what they have in common."""
    if query.asked is Asked.COMMON:
        return _common(one, other, about, query)
    if query.asked is Asked.COMPARED:
        return compared(one, other, about, query)
    field = "runtime" if query.asked in (Asked.LONGER, Asked.SHORTER) else "year"
    a, b = getattr(one, field), getattr(other, field)
    if field == "year" and a and a == b and None not in (opened := (_opened(one), _opened(other))):
        a, b = opened  # of the same year
    if not a or not b:
        lacking = one if not a else other
        said = "how long it is" if field == "runtime" else "when it came out"
        return Answer(
            kind=Kind.UNKNOWN, text=f"I know {lacking.label}, but not {said}.", films=about, query=query, entry=lacking
        )
    if field == "runtime":
        facts = f"{one.label} runs {minutes(a)}, {other.label} {minutes(b)}"
    else:
        since = "first came out on" if isinstance(a, str) else "is from"
        facts = f"{one.title} {since} {_when(a)}, {other.title} {since.removeprefix('is ')} {_when(b)}"
    if a == b:
        return Answer(
            kind=Kind.ANSWER, text=f"Neither: {facts}.", values=(one.title, other.title), films=about, query=query
        )
    most = query.asked in (Asked.LONGER, Asked.NEWER)
    best, ref = (one, about[0]) if (a > b) is most else (other, about[-1])
    if query.manner == DIFFERENCE and isinstance(a, int) and isinstance(b, int):
        unit = "minute" if field == "runtime" else "year"
        apart = f"{abs(a - b)} {unit}{'s' * (abs(a - b) != 1)}"
        return Answer(
            kind=Kind.ANSWER,
            text=f"{best.label} is {query.asked.value} by {apart}: {facts}.",
            values=(abs(a - b),),
            films=(ref, *(film for film in about if film is not ref)),
            query=query,
        )
    if query.manner == "whether":
        yes = best is one
        return Answer(
            kind=Kind.ANSWER, text=f"{'Yes' if yes else 'No'}: {facts}.", values=(yes,), films=about, query=query
        )
    text = f"{best.label} is {query.asked.value}: {facts}."
    return Answer(
        kind=Kind.ANSWER, text=text, values=(best.title,), films=(ref, *(f for f in about if f is not ref)), query=query
    )


def _opened(film: Film) -> str | None:
    """The day a film first came out, if that is known."""
    days = [release.date for release in film.releases if len(release.date) == DAY]
    return min(days, default=None)


def _when(moment: int | str) -> str:
    """A year, or a day as it is told."""
    return day(moment) if isinstance(moment, str) else str(moment)


def _common(one: Film, other: Film, about: Films, query: Query) -> Answer:
    shared = [
        (label, [value for value in values if value in others])
        for (label, values), (_, others) in zip(_facts(one), _facts(other), strict=True)
        if query.job is None or label == query.job.name.lower()
    ]
    found = [(label, values) for label, values in shared if values]
    if query.manner == "whether" and query.job and getattr(one, query.job) and getattr(other, query.job):
        return _whether_shared(one, other, about, query, found)
    if not found:
        said = f"I know of nothing that {one.label} and {other.label} have in common."
        return Answer(kind=Kind.UNKNOWN, text=said, films=about, query=query)
    said = "; ".join(f"{label}: {listed(values, 10)}" for label, values in found)
    told = [values for label, values in found if label != THEME] or [values for _, values in found]
    values = tuple(dict.fromkeys(value for some in told for value in some))
    return Answer(
        kind=Kind.ANSWER, text=f"{one.label} and {other.label} share {said}.", values=values, films=about, query=query
    )


def _whether_shared(
    one: Film, other: Film, about: Films, query: Query, found: Sequence[tuple[str, list[str]]]
) -> Answer:
    """Whether somebody did a job for both of two films."""
    if found:
        text = f"Yes: {one.label} and {other.label} share {found[0][0]}: {listed(found[0][1], 10)}."
    else:
        label = query.job.name.lower() if query.job else ""
        said = (f"{film.label} has {listed(dict(_facts(film))[label], 3)}" for film in (one, other))
        text = f"No, not as far as I know: {' and '.join(said)} as {label}."
    return Answer(kind=Kind.ANSWER, text=text, values=(bool(found),), films=about, query=query)


def _facts(film: Film) -> Iterator[tuple[str, list[str]]]:
    for job in Job:
        people = getattr(film, job)
        yield job.name.lower(), [person.name if job is Job.CAST else person for person in people]
    yield "genre", list(film.genres)
    yield "language", [language_name(code) for code in film.languages]
    yield "country", [country_name(code) for code in film.countries]
    yield THEME, [*film.themes, *film.keywords]
