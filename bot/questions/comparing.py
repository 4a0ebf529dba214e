"""Answers about a film and a role, and about two films."""

from collections.abc import Iterable, Iterator

from bot.knowledge.codes import country_name, language_name
from bot.knowledge.film import Film, Role
from bot.knowledge.query import Asked, FilmRef, Job, Query
from bot.matching.alike import Typed
from bot.matching.normal import normal
from bot.questions.answer import Answer, Kind
from bot.questions.everyday import EVERYDAY
from bot.questions.likeness import compared
from bot.questions.wording import listed, minutes, played

Films = tuple[FilmRef, ...]
THEME = "theme"
"""What two films share beside facts: told, and a value of the answer only where nothing else is."""
STYLES = {
    calling: frozenset(styles.split())
    for calling, styles in {
        "priest": "father fr reverend rev", "vicar": "reverend rev", "nun": "sister mother", "doctor": "dr",
        "professor": "prof", "cop": "officer detective sergeant sgt inspector", "policeman": "officer sergeant sgt",
        "detective": "inspector det", "captain": "capt cpt", "president": "pres", "sergeant": "sgt", "rabbi": "reb",
    }.items()
}  # fmt: skip
"""How those of a calling are addressed."""
DONE = {
    Job.DIRECTOR: "directed",
    Job.WRITER: "wrote",
    Job.PRODUCER: "produced",
    Job.COMPOSER: "composed the music of",
    Job.CINEMATOGRAPHER: "shot",
    Job.EDITOR: "edited",
}
"""What somebody with a job did to a film."""
ALIKE = 80.0
"""How much of 100 a word of a character's name must be like one that was typed."""


def role(film: Film, about: Films, query: Query) -> Answer:
    """Who played a character in a film: every word asked for stands in the character's name."""
    wanted = set(normal(query.other or "").split()) - {"the", "a", "an"}
    parts = [(one, set(normal(one.character).split())) for one in film.cast if one.character]
    roles = [one for one, words in parts if wanted and wanted <= words]
    roles = roles or [one for one, words in parts if words and words <= wanted]  # the entry has a first name only
    roles = roles or [one for one, words in parts if wanted and all(_misspelt(word, words) for word in wanted)]
    roles = roles or _called(film, wanted) or _styled(film, wanted)
    if len(wanted) == 1 and all(normal(one.character or "").split()[1:][-1:] == [*wanted] for one in roles):
        roles = roles[:1]  # the first of a family
    if not roles:
        missing = f"I know {film.label}, but not who played “{query.other}” in it."
        return Answer(kind=Kind.UNKNOWN, text=missing, films=about, query=query, entry=film)
    said = f"{listed(map(played, roles))} in {film.label}."
    return Answer(kind=Kind.ANSWER, text=said, values=tuple(one.name for one in roles), films=about, query=query)


def _called(film: Film, wanted: set[str]) -> list[Role]:
    """The one role that a word asked for names, where the others describe it: "the old coach Mickey"."""
    told = wanted - EVERYDAY
    named = [(len(told & set(normal(one.character).split())), one) for one in film.cast if one.character]
    named = [(shared, one) for shared, one in named if _names(one.character or "") & told]
    best = [one for shared, one in named if shared == max(most for most, _ in named)]
    return best[:1] if len({one.character for one in best}) == 1 else []


def _styled(film: Film, wanted: set[str]) -> list[Role]:
    """The roles whose names begin with how one of such a calling is addressed: "the priest", Father Brendan."""
    styles = STYLES.get(next(iter(wanted)), frozenset()) if len(wanted) == 1 else frozenset()
    return [one for one in film.cast if one.character and not styles.isdisjoint(normal(one.character).split()[:1])]


def _names(character: str) -> set[str]:
    """The first and the last word of what a character is called, by each of its names."""
    parts = [normal(part).split() for part in character.split("/")]
    return {word for words in parts if words for word in (words[0], words[-1])}


def _misspelt(word: str, words: Iterable[str]) -> bool:
    """Whether a word is like one of others."""
    return any(Typed(word).like(other) >= ALIKE for other in words)


def character(film: Film, about: Films, query: Query) -> Answer:
    """Whom a person played in a film, or what else they did for it."""
    person = normal(query.person or "")
    roles = [one for one in film.cast if normal(one.name) == person]
    if not roles and (jobs := made(film, person)):
        values = tuple(job.removesuffix("s") for job in jobs)
        said = f"{query.person} {listed(jobs.values())} {film.label}."
        return Answer(kind=Kind.ANSWER, text=said, values=values, films=about, query=query)
    if not roles:
        missing = f"I know {film.label}, but not of {query.person} in its cast."
        return Answer(kind=Kind.UNKNOWN, text=missing, films=about, query=query, entry=film)
    known = tuple(one.character for one in roles if one.character)
    if not known:
        missing = f"{query.person} is in {film.label}, but I don't know as whom."
        return Answer(kind=Kind.UNKNOWN, text=missing, films=about, query=query, entry=film)
    said = f"{roles[0].name} played {listed(known)} in {film.label}."
    return Answer(kind=Kind.ANSWER, text=said, values=known, films=about, query=query)


def made(film: Film, person: str) -> dict[Job, str]:
    """What somebody, by their normal form, did for a film but to act, in words by job."""
    return {job: done for job, done in DONE.items() if person in map(normal, getattr(film, job))}


def two(one: Film, other: Film, about: Films, query: Query) -> Answer:
    """Which of two films is longer or newer, or what they have in common."""
    if query.asked is Asked.COMMON:
        return _common(one, other, about, query)
    if query.asked is Asked.COMPARED:
        return compared(one, other, about, query)
    field = "runtime" if query.asked in (Asked.LONGER, Asked.SHORTER) else "year"
    a, b = getattr(one, field), getattr(other, field)
    if not a or not b:
        lacking = one if not a else other
        said = "how long it is" if field == "runtime" else "when it came out"
        return Answer(
            kind=Kind.UNKNOWN, text=f"I know {lacking.label}, but not {said}.", films=about, query=query, entry=lacking
        )
    if field == "runtime":
        facts = f"{one.label} runs {minutes(a)}, {other.label} {minutes(b)}"
    else:
        facts = f"{one.title} is from {a}, {other.title} from {b}"
    if a == b:
        return Answer(
            kind=Kind.ANSWER, text=f"Neither: {facts}.", values=(one.title, other.title), films=about, query=query
        )
    most = query.asked in (Asked.LONGER, Asked.NEWER)
    best, ref = (one, about[0]) if (a > b) is most else (other, about[-1])
    if query.person == "whether":
        yes = best is one
        return Answer(
            kind=Kind.ANSWER, text=f"{'Yes' if yes else 'No'}: {facts}.", values=(yes,), films=about, query=query
        )
    text = f"{best.label} is {query.asked.value}: {facts}."
    return Answer(
        kind=Kind.ANSWER, text=text, values=(best.title,), films=(ref, *(f for f in about if f is not ref)), query=query
    )


def _common(one: Film, other: Film, about: Films, query: Query) -> Answer:
    shared = [
        (label, [value for value in values if value in others])
        for (label, values), (_, others) in zip(_facts(one), _facts(other), strict=True)
        if query.job is None or label == query.job.name.lower()
    ]
    found = [(label, values) for label, values in shared if values]
    if not found:
        said = f"I know of nothing that {one.label} and {other.label} have in common."
        return Answer(kind=Kind.UNKNOWN, text=said, films=about, query=query)
    said = "; ".join(f"{label}: {listed(values, 10)}" for label, values in found)
    told = [values for label, values in found if label != THEME] or [values for _, values in found]
    values = tuple(dict.fromkeys(value for some in told for value in some))
    return Answer(
        kind=Kind.ANSWER, text=f"{one.label} and {other.label} share {said}.", values=values, films=about, query=query
    )


def _facts(film: Film) -> Iterator[tuple[str, list[str]]]:
    for job in Job:
        people = getattr(film, job)
        yield job.name.lower(), [person.name if job is Job.CAST else person for person in people]
    yield "genre", list(film.genres)
    yield "language", [language_name(code) for code in film.languages]
    yield "country", [country_name(code) for code in film.countries]
    yield THEME, [*film.themes, *film.keywords]
