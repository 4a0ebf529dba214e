"""Answers to searches: what was found, in a sentence that says what was looked for."""

from collections.abc import Sequence
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import Asked, FilmRef, Job, Query
from bot.knowledge.search import (
    Beside,
    Did,
    Films,
    Honoured,
    Outside,
    People,
    Playing,
    Search,
    Step,
    Wanted,
    Who,
    With,
)
from bot.questions.answers.answer import Answer, Kind, Value
from bot.questions.answers.claims import claimed
from bot.questions.answers.describing import described, found_in_words
from bot.questions.answers.settling import labelled, one_person, settled, start_of
from bot.questions.answers.yes_or_no import whether
from bot.questions.asked.intent import of_any_film
from bot.questions.words.wording import MOST_NAMED, ended, listed


async def answer(query: Query, catalogue: Catalogue) -> Answer:
    """What a search finds; asks back when it starts at a name that several films or people share."""
    search = query.search
    assert search
    if query.film:
        search = await _chosen(search, query.film, catalogue)
    search = await _their_own(search, catalogue)
    if query.asked is Asked.WHETHER:
        search = await _of_the_one(search, catalogue)
    if unsettled := next((films for films in _named(search) if len(films.keys) > 1), None):
        films = await catalogue.refs(unsettled.keys)
        which = f"Which “{unsettled.label}” do you mean"
        named = f"{which}: {listed(film.full_label for film in films)}?"
        return Answer(kind=Kind.CHOICE, text=named, query=query, choices=films, lead=f"{which}?")
    if query.asked is Asked.WHETHER and not search.claim:
        if search.start.keys or of_any_film(search.steps):
            return await whether(query, search, catalogue)
        return Answer(kind=Kind.NONE, text="Which film do you mean? Type its title.", query=query)
    about = replace(search, steps=search.steps[: len(search.steps) - search.claim])
    one, others = await one_person(about, catalogue)
    search = replace(search, start=one.start)
    if others:
        which = "Whom do you mean?"
        named = f"I know several people like that: {listed(others)}. {which}"
        return Answer(kind=Kind.CHOICE, text=named, query=query, people=others, lead=which)
    search = await labelled(await settled(search, catalogue), catalogue)
    if search.claim:
        return await claimed(replace(query, search=search), search, catalogue)
    return await _found(search, replace(query, search=search), catalogue)


async def _found(search: Search, query: Query, catalogue: Catalogue) -> Answer:
    """What a search finds that is made ready."""
    together = isinstance(search.start, Films) and search.start.together
    outcome = await catalogue.search(search)
    looked_for = described(search, await start_of(search, catalogue))
    if not outcome.values:
        untold = any(isinstance(step, Honoured) and step.without for step in search.steps)
        rest = ", of those whose awards I know" if untold else ""
        return Answer(kind=Kind.UNKNOWN, text=f"I know of none: {looked_for}{rest}.", query=query)
    if together and not search.steps:
        outcome = replace(outcome, films=await catalogue.refs(search.start.keys))
        if search.wanted is Wanted.NAMES:
            outcome = replace(outcome, values=tuple(film.title for film in outcome.films))
    if search.wanted is Wanted.COUNT and not search.of_people and not together:
        return await _counted(replace(search, wanted=Wanted.NAMES), outcome.values, query, catalogue)
    said = found_in_words(search, outcome)
    if search.wanted is Wanted.COUNT and search.of_people:
        people = replace(search, wanted=Wanted.NAMES)
        looked_for = described(people, await start_of(search, catalogue))
        said = f"{said} ({found_in_words(people, await catalogue.search(people))})"
    lead = f"{looked_for[0].upper()}{looked_for[1:]}"
    return Answer(
        kind=Kind.ANSWER,
        text=ended(f"{lead}: {said}") + await _namesakes(search, catalogue),
        values=tuple(dict.fromkeys(outcome.values)),
        films=outcome.films,
        because=(*await _because(search, catalogue), *await _played(search, outcome.films, catalogue)),
        query=query,
        lead=lead,
    )


async def _namesakes(search: Search, catalogue: Catalogue) -> str:
    """Who else of the surname asked about has such films, in a sentence; "" for nobody."""
    if not isinstance(search.start, People) or not search.start.others or search.of_people:
        return ""
    found = [Search(People((key,)), search.steps) for key in search.start.others]
    names = [
        str(name)
        for one in found
        if (await catalogue.search(one)).values
        for name in (await catalogue.search(Search(one.start))).values
    ]
    return f" Of that name I also know {listed(names)}." if names else ""


async def _counted(search: Search, count: Sequence[Value], query: Query, catalogue: Catalogue) -> Answer:
    """How many films a search finds, and which."""
    found = await catalogue.search(search)
    looked_for = described(search, await start_of(search, catalogue))
    films = looked_for if len(found.films) != 1 else looked_for.replace("films", "film", 1)
    named = f": {found_in_words(search, found)}" if found.films else ""
    text = ended(f"I know {count[0] or 'no'} {films}{named if search.steps else ''}")
    because = await _because(search, catalogue)
    return Answer(
        kind=Kind.ANSWER, text=text, values=tuple(count), films=found.films, because=because, query=query, lead=text
    )


def _named(search: Search) -> list[Films]:
    """The films that a search is about or compares with, each of which must be one."""
    others = [films for step in search.steps if isinstance(step, Beside) for films in step.films]
    others += [step.other for step in search.steps if isinstance(step, Outside)]
    return [films for films in (search.start, *others) if isinstance(films, Films) and not films.together]


async def _chosen(search: Search, film: str, catalogue: Catalogue) -> Search:
    """The search about the film chosen, where it named several or none."""
    found = await catalogue.find(film)
    keys = await catalogue.keys([film.id for film in found.films[:1]])
    if found.fits != 1 or not keys:
        return search
    one = Films(keys, found.films[0].label)
    if several := next((films for films in _named(search) if len(films.keys) > 1), None):
        return _about(search, several, one)
    return replace(search, start=one) if isinstance(search.start, Films) and not search.start.keys else search


async def _their_own(search: Search, catalogue: Catalogue) -> Search:
    """The search that compares with somebody's own film, where several share its title: by Hitchcock after Psycho."""
    several = [films for films in _named(search) if len(films.keys) > 1]
    if not several or not isinstance(search.start, People):
        return search
    made = (await catalogue.search(Search(search.start, (Did(tuple(Job)),)))).films
    own = frozenset(await catalogue.keys([film.id for film in made]))
    for films in several:
        if len(theirs := own.intersection(films.keys)) == 1:
            search = _about(search, films, replace(films, keys=tuple(theirs)))
    return search


def _about(search: Search, several: Films, one: Films) -> Search:
    """The search about one of several films in their place."""
    steps = tuple(_beside(step, several, one) for step in search.steps)
    return replace(search, start=one if search.start == several else search.start, steps=steps)


async def _of_the_one(search: Search, catalogue: Catalogue) -> Search:
    """The search from the one of several films of a title that somebody did what is asked for: did Steiner score King
    Kong.
    """
    several = isinstance(search.start, Films) and not search.start.together and len(search.start.keys) > 1
    done = tuple(one for one in search.steps if isinstance(one, With))
    if not several or not done or any(getattr(one, "without", False) for one in search.steps):
        return search
    rest = tuple(one for one in search.steps if one not in done)
    for steps in filter(None, (search.steps, done, rest)):  # Titanic by Cameron from 1999: that of 1997 is meant
        one = replace(search, steps=steps, wanted=Wanted.NAMES)
        found = (await catalogue.search(await settled(one, catalogue))).films
        if len(found) == 1:
            return replace(search, start=Films(await catalogue.keys([found[0].id]), found[0].title))
    return search


def _beside(step: Step, several: Films, one: Films) -> Step:
    """The step that compares with one of several films, or leaves out its people, in their place."""
    if isinstance(step, Outside):
        return replace(step, other=one) if step.other == several else step
    if not isinstance(step, Beside):
        return step
    return replace(step, other=one if step.other == several else step.other, to=one if step.to == several else step.to)


async def _because(search: Search, catalogue: Catalogue) -> tuple[str, ...]:
    """The facts between start and end: what every step but the last found."""
    facts: list[str] = []
    last = max((n for n, step in enumerate(search.steps) if isinstance(step, Who | Did)), default=0)
    label = await start_of(search, catalogue)
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
