"""Answers about a person: the films they worked on, and what they did for each."""

from collections.abc import Sequence
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import Asked, Credited, Job, PersonRef, Query
from bot.matching import Verdict
from bot.matching.normal import normal
from bot.questions.answers.answer import Answer, Kind, Value
from bot.questions.answers.settling import known_for
from bot.questions.words.wording import ended, listed, quote

MOST_TOLD = 15
"""Films in a sentence; the rest is counted."""
NEAREST = 3
"""People offered when the one asked about is not known."""


async def _known_person(text: str, catalogue: Catalogue) -> PersonRef | None:
    """The person called exactly so."""
    people = [one for one in await catalogue.named([normal(text)]) if one.kind == "person"]
    same = [one for one in people if one.name == text] or people
    return PersonRef(same[0].key, same[0].name) if len(same) == 1 else None


async def filmography(query: Query, catalogue: Catalogue) -> Answer:
    """The films of a person, with what they did for each: those by the job they are best known for, then the others.

    Only the former are what is asked for; a person's work in other jobs is told as well.
    """
    text = " ".join((query.person or "").split())
    if not text:
        return Answer(kind=Kind.NONE, text="Whose films do you mean? Type a name after the command.", query=query)
    person = await _known_person(text, catalogue)
    if person is None:
        found = await catalogue.find_people(text)
        if found.verdict is Verdict.NONE:
            nearest = tuple(person.name for person in found.people[:NEAREST])
            hint = f" The nearest I have: {listed(nearest)}." if nearest else ""
            unknown = f"I don't know anybody called “{quote(text)}”."
            return Answer(kind=Kind.UNKNOWN, text=unknown + hint, query=query, people=nearest, lead=unknown)
        if found.verdict is Verdict.AMBIGUOUS:
            fits = tuple(person.name for person in found.people[: found.fits])
            which = f"I know several people like that: {listed(fits)}. Whom do you mean?"
            return Answer(kind=Kind.CHOICE, text=which, query=query, people=fits, lead="Whom do you mean?")
        person = found.people[0]
    credits_ = await catalogue.films_of(person.key, query.job)
    if not credits_:
        job = f" as {query.job.name.lower()}" if query.job else ""
        return Answer(kind=Kind.UNKNOWN, text=f"I know no film of {person.name}{job}.", query=query)
    films = tuple(dict.fromkeys(credit.film for credit in credits_))
    known = await known_for((person.key,), tuple(Job), catalogue)
    main = {credit.film for credit in credits_ if credit.job in known}
    films = (*(film for film in films if film in main), *(film for film in films if film not in main))
    told = [f"{film.label} ({did(credits_, film.id)})" for film in films]
    more = f". Also {listed(told[len(main) :], MOST_TOLD)}" if 0 < len(main) < len(films) else ""
    return Answer(
        kind=Kind.ANSWER,
        text=ended(f"{person.name}: {listed(told[: len(main) or None], MOST_TOLD)}{more}"),
        values=tuple(film.title for film in films[: len(main) or None]),
        films=films,
        query=replace(query, person=person.name),
        credits=tuple(credits_),
    )


async def busier(query: Query, catalogue: Catalogue) -> Answer:
    """Which of two people has more films, in a job or in the one that each is best known for."""
    films: dict[str, int] = {}
    facts: list[str] = []
    for name in (query.person or "", query.other or ""):
        person = await _known_person(name, catalogue)
        if person is None:
            return await filmography(Query(Asked.PERSON, person=name), catalogue)
        (job,) = (query.job,) if query.job else await known_for((person.key,), tuple(Job), catalogue)
        films[person.name] = len({credit.film.id for credit in await catalogue.films_of(person.key, job)})
        done = "in the cast" if job is Job.CAST else f"as {job.name.lower()}"
        facts.append(f"{person.name} has {films[person.name]} {done}")
    best = [name for name, many in films.items() if many == max(films.values())]
    values: tuple[Value, ...]
    if query.manner == "whether":
        yes = best == [next(iter(films))]
        text, values = f"{'Yes' if yes else 'No'}: of the films I know, {listed(facts)}.", (yes,)
    else:
        lead = f"{best[0]} has more" if len(best) == 1 else "Both have as many"
        text, values = f"{lead} of the films I know: {listed(facts)}.", tuple(best)
    return Answer(kind=Kind.ANSWER, text=text, values=values, query=query)


def did(credits_: Sequence[Credited], film: str) -> str:
    """What a person did for a film: `director, writer, as Mark O'Brien`."""
    done = [credit for credit in credits_ if credit.film.id == film]
    jobs = [credit.job.name.lower() for credit in done if credit.job is not Job.CAST]
    parts = [f"as {credit.character}" if credit.character else "cast" for credit in done if credit.job is Job.CAST]
    return ", ".join(dict.fromkeys([*jobs, *parts]))
