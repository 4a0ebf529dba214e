"""Answers to searches: what was found, in a sentence that says what was looked for."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.codes import language_name
from bot.knowledge.film import Film
from bot.knowledge.query import Asked, FilmRef, Job, Query
from bot.knowledge.search import (
    Beside,
    Did,
    Except,
    Films,
    Of,
    People,
    Playing,
    Search,
    Step,
    Wanted,
    Who,
    With,
    Within,
)
from bot.matching.normal import normal
from bot.questions.answer import Answer, Kind, Value
from bot.questions.certificates import countries_of
from bot.questions.describing import described
from bot.questions.expressions import BY, OPEN
from bot.questions.intent import TELLING, of_any_film
from bot.questions.sayings import SAYINGS
from bot.questions.wording import country_in_text, ended, listed, minutes, played

_LIFE = frozenset(["Biography", "History", "Documentary", "War"])
"""Genres of films that may well be true although nothing says so."""


CLEARLY = 3
"""So many times as much is known of one of several people where only one can be meant."""
SEEN = {Job.DIRECTOR, Job.CAST}
"""Jobs that people are known for by their surname: where it is left open, rather those than a producer."""

MOST_NAMED = 12
"""Names in one sentence; the rest is counted."""


async def answer(query: Query, catalogue: Catalogue) -> Answer:
    """What a search finds; asks back when it starts at a name that several films or people share."""
    search = query.search
    assert search
    if query.film:
        search = await _chosen(search, query.film, catalogue)
    together = isinstance(search.start, Films) and search.start.together
    if unsettled := next((films for films in _named(search) if len(films.keys) > 1), None):
        films = await catalogue.refs(unsettled.keys)
        which = f"Which “{unsettled.label}” do you mean"
        named = f"{which}: {listed(film.full_label for film in films)}?"
        return Answer(kind=Kind.CHOICE, text=named, query=query, choices=films, lead=f"{which}?")
    if query.asked is Asked.WHETHER and not search.start.keys and not of_any_film(search.steps):
        return Answer(kind=Kind.NONE, text="Which film do you mean? Type its title.", query=query)
    if query.asked is Asked.WHETHER:
        return await _whether(query, search, catalogue)
    search, others = await _one_person(search, catalogue)
    if others:
        which = "Whom do you mean?"
        named = f"I know several people like that: {listed(others)}. {which}"
        return Answer(kind=Kind.CHOICE, text=named, query=query, people=others, lead=which)
    search = await _labelled(await settled(search, catalogue), catalogue)
    query = replace(query, search=search)
    outcome = await catalogue.search(search)
    label = await _start(search, catalogue)
    looked_for = described(search, label)
    if not outcome.values:
        return Answer(kind=Kind.UNKNOWN, text=f"I know of none: {looked_for}.", query=query)
    if together and not search.steps:
        outcome = replace(outcome, films=await catalogue.refs(search.start.keys))
        if search.wanted is Wanted.NAMES:
            outcome = replace(outcome, values=tuple(film.title for film in outcome.films))
    if search.wanted is Wanted.COUNT and not search.of_people and not together:
        return await _counted(replace(search, wanted=Wanted.NAMES), outcome.values, query, catalogue)
    lead = f"{looked_for[0].upper()}{looked_for[1:]}"
    return Answer(
        kind=Kind.ANSWER,
        text=ended(f"{lead}: {_said(search, outcome.values, outcome.films)}"),
        values=tuple(dict.fromkeys(outcome.values)),
        films=outcome.films,
        because=(*await _because(search, catalogue), *await _played(search, outcome.films, catalogue)),
        query=query,
        lead=lead,
    )


async def _counted(search: Search, count: Sequence[Value], query: Query, catalogue: Catalogue) -> Answer:
    """How many films a search finds, and which."""
    found = await catalogue.search(search)
    looked_for = described(search, await _start(search, catalogue))
    films = looked_for if len(found.films) != 1 else looked_for.replace("films", "film", 1)
    named = f": {_said(search, found.values, found.films)}" if found.films else ""
    text = ended(f"I know {count[0] or 'no'} {films}{named if search.steps else ''}")
    because = await _because(search, catalogue)
    return Answer(
        kind=Kind.ANSWER, text=text, values=tuple(count), films=found.films, because=because, query=query, lead=text
    )


def _named(search: Search) -> list[Films]:
    """The films that a search is about or compares with, each of which must be one."""
    others = [step.other for step in search.steps if isinstance(step, Beside)]
    return [films for films in (search.start, *others) if isinstance(films, Films) and not films.together]


async def _chosen(search: Search, film: str, catalogue: Catalogue) -> Search:
    """The search about the film chosen, where it named several or none."""
    found = await catalogue.find(film)
    keys = await catalogue.keys([film.id for film in found.films[:1]])
    if found.fits != 1 or not keys:
        return search
    one = Films(keys, found.films[0].label)
    if several := next((films for films in _named(search) if len(films.keys) > 1), None):
        steps = (replace(s, other=one) if isinstance(s, Beside) and s.other == several else s for s in search.steps)
        return replace(search, start=one if search.start == several else search.start, steps=tuple(steps))
    return replace(search, start=one) if isinstance(search.start, Films) and not search.start.keys else search


async def _one_person(search: Search, catalogue: Catalogue) -> tuple[Search, tuple[str, ...]]:
    """The search about the only one of several people that it finds something of; their names where it is of more."""
    if not isinstance(search.start, People) or len(search.start.keys) < 2:
        return search, ()
    found: list[tuple[int, str, Search]] = []
    for key in search.start.keys:
        name = str((await catalogue.search(Search(People((key,))))).values[0])
        one = await settled(replace(search, start=People((key,), name), wanted=Wanted.NAMES), catalogue)
        if values := (await catalogue.search(one)).values:
            seen = one == search or any(isinstance(s, Did) and set(s.jobs) & SEEN for s in one.steps)
            found.append((len(values) * (CLEARLY if seen else 1), name, replace(search, start=one.start)))
    found.sort(key=lambda one: -one[0])
    near = dict.fromkeys(name for weight, name, _ in found if found[0][0] < CLEARLY * weight)
    if len(near) > 1:
        return search, tuple(near)
    return (found[0][2] if found else search), ()


async def _labelled(search: Search, catalogue: Catalogue) -> Search:
    """The search with the full names of the films it compares with, and of the characters it is about."""
    steps = list(search.steps)
    for n, step in enumerate(steps):
        if isinstance(step, Playing):
            steps[n] = replace(step, label=_called(step, await catalogue.playing(step.character)))
        if isinstance(step, Beside | Except):
            label = listed(film.label for film in await catalogue.refs(step.other.keys))
            steps[n] = replace(step, other=replace(step.other, label=label))
    return replace(search, steps=tuple(steps))


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
    for step in search.steps:
        if isinstance(step, Did | With) and step.jobs in OPEN:
            keys = step.people if isinstance(step, With) else search.start.keys
            step = replace(step, jobs=await _known_for(keys, step.jobs, catalogue))
        steps.append(step)
    return replace(search, steps=tuple(steps))


async def _known_for(people: Sequence[int], jobs: tuple[Job, ...], catalogue: Catalogue) -> tuple[Job, ...]:
    """The job that people who share a name are best known for; the jobs themselves where they did none."""
    done = [credit.job for key in people for credit in await catalogue.films_of(key)]
    if not done:
        return jobs
    main = max(Job, key=lambda job: (done.count(job), job is Job.DIRECTOR))
    directs = done.count(Job.DIRECTOR)
    if (jobs == BY and directs) or (main is not Job.CAST and 2 * directs >= done.count(main)):
        main = Job.DIRECTOR  # who writes or produces what they direct is known as a director
    return (main,)


async def _whether(query: Query, search: Search, catalogue: Catalogue) -> Answer:
    search = await _labelled(await settled(search, catalogue), catalogue)
    outcome = await catalogue.search(replace(search, wanted=Wanted.NAMES))
    yes = bool(outcome.values)
    label = await _start(search, catalogue)
    if not yes and isinstance(search.start, Films):
        lacking = await _lacking(search, catalogue)
        if lacking:
            return Answer(kind=Kind.UNKNOWN, text=f"I know {label}, but not {lacking}.", query=query)
    whole = described(replace(search, wanted=Wanted.NAMES), label)
    named = (
        f": {listed((film.label for film in outcome.films), MOST_NAMED)}"
        if yes and (isinstance(search.start, People) or not search.start.keys)
        else ""
    )
    fact = await _fact(search, catalogue) if isinstance(search.start, Films) and search.start.keys else None
    if yes:
        text = ended(f"Yes: {fact or whole}{named}")
    elif fact and isinstance(search.steps[0], Of) and search.steps[0].kinds in TELLING:
        text = ended(f"No, not as far as I know: {fact}")
    else:
        text = f"No, not as far as I know: {whole}."
    films = outcome.films or (await catalogue.refs(search.start.keys) if isinstance(search.start, Films) else ())
    return Answer(kind=Kind.ANSWER, text=text, values=(yes,), films=films, query=query)


async def _fact(search: Search, catalogue: Catalogue) -> str | None:
    """What is so of the film when it was asked about one number: `RRR (2022) runs 182 minutes`."""
    refs = await catalogue.refs(search.start.keys)
    film = await catalogue.film(refs[0].id) if refs else None
    match search.steps:
        case (Of((("certificate" | "rated"),)),) if film:
            return ended(SAYINGS[Asked.CERTIFICATE].sentence(film)).removesuffix(".")
        case (Of(("source", *_)),) if film and film.based_on:
            return SAYINGS[Asked.BASED_ON].sentence(film).removesuffix(".")
        case (Of((("shown" | "premiere"),)),) if film:
            return SAYINGS[Asked.FESTIVALS].sentence(film).removesuffix(".")
        case (Within(field),):
            if film and field == "runtime":
                return f"{film.label} runs {minutes(film.runtime or 0)}"
            return f"{film.label} is from {film.year}" if film and field == "year" else None
        case (Of(("genre",), values),):
            return f"{await _start(search, catalogue)} is of the genre {listed(values)}"
        case (Of((("keyword" | "theme"), *_), values),):
            return f"{await _start(search, catalogue)} is described by {listed(dict.fromkeys(values))}"
        case (With(_, jobs, who),) if film and Job.CAST in jobs:
            roles = [one.character for one in film.cast if normal(one.name) == normal(who) and one.character]
            return f"{who} played {listed(roles)} in {film.label}" if roles else None
        case (Playing(character, by=by),) if film:
            said = [played(one) for one in film.cast if f" {character} " in f" {normal(one.character or '')} "]
            return f"{listed(said)} in {film.label}" if said and not by else None
        case (Of(("language",), values),):
            return f"{await _start(search, catalogue)} is in {listed(map(language_name, values))}"
    return None


async def _lacking(search: Search, catalogue: Catalogue) -> str | None:
    """What must be known of the film to say no, when it is not."""
    refs = await catalogue.refs(search.start.keys)
    film = await catalogue.film(refs[0].id) if refs else None
    if film is None:
        return None
    fields = {
        "genre": film.genres,
        "language": film.languages,
        "country": film.countries,
    }
    for step in search.steps:
        match step:
            case Within("runtime") if not film.runtime:
                return "how long it is"
            case Within("year") if not film.year:
                return "when it came out"
            case Of((("certificate" | "rated"),)) if not _boards(film) & set(countries_of(step)):
                return f"its certificate in {listed(map(country_in_text, countries_of(step)), 3)}"
            case Of(("premiere",)) if not (film.releases and film.releases[0].event):
                return "where it was shown first"
            case Of(("shown",)) if not any(one.event for one in film.releases):
                return "at which festivals it was shown"
            case Of(("source", *_)) if not film.based_on or ("keyword" in step.kinds and _LIFE & set(film.genres)):
                return f"whether it is based on {step.label}"
            case Of(("keyword", *_)):
                return f"whether it is about {step.label}"
            case Of(kinds) if not any(fields.get(kind, True) for kind in kinds):
                return f"its {kinds[0]}"
            case Playing() if not any(one.character for one in film.cast):
                return "its characters"
            case With(_, jobs) if not any(getattr(film, job) for job in jobs):
                return "who did that"
    return None


def _boards(film: Film) -> set[str]:
    return {one.country for one in film.certificates}


async def _start(search: Search, catalogue: Catalogue) -> str:
    if isinstance(search.start, Films) and search.start.keys and not search.start.together:
        return listed(film.label for film in await catalogue.refs(search.start.keys[:1]))
    return search.start.label


async def _because(search: Search, catalogue: Catalogue) -> tuple[str, ...]:
    """The facts between start and end: what every step but the last found."""
    facts: list[str] = []
    last = max((n for n, step in enumerate(search.steps) if isinstance(step, Who | Did)), default=0)
    label = await _start(search, catalogue)
    for n, step in enumerate(search.steps[: last + (search.wanted is not Wanted.NAMES)]):
        if isinstance(step, Who | Did):
            part = Search(search.start, search.steps[: n + 1])
            found = await catalogue.search(part)
            names = [film.label for film in found.films] or [str(value) for value in found.values]
            said = described(part, label)
            facts.append(f"{said[0].upper()}{said[1:]}: {listed(names, MOST_NAMED)}.")
    return tuple(facts)


async def _played(search: Search, films: Sequence[FilmRef], catalogue: Catalogue) -> tuple[str, ...]:
    """Who plays the characters that films were asked for by, in the films found."""
    facts: list[str] = []
    for step in search.steps:
        if isinstance(step, Playing) and not step.without:
            found = [role for role in await catalogue.playing(step.character) if not films or role[0] in films]
            said = (f"{person} as {character} in {film.label}" for film, person, character in found)
            facts.append(f"{listed(said, MOST_NAMED)}.")
    return tuple(facts)


def _said(search: Search, values: tuple[str | int, ...], films: tuple[FilmRef, ...]) -> str:
    named = listed((film.label for film in films), MOST_NAMED)
    if films and search.wanted is Wanted.NAMES:
        return named
    said = listed((str(value) for value in dict.fromkeys(values)), MOST_NAMED)
    return f"{said} ({named})" if films else said
