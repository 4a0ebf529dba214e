"""From what a reading asks to a query: which films are meant, and what kind of question it is to the catalogue."""

import itertools
import re
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import Asked, Job, Query, chosen
from bot.knowledge.search import Did, Films, Of, Search, Step, Wanted, Who, With, Within
from bot.questions.expressions import ANY, Set
from bot.questions.intent import ASPECT_OF, OF_TWO, Intent

_OF_IT = re.compile(r"\W*(?:is|was|isn.?t|wasn.?t) (?:it|this|that)\b", re.IGNORECASE)
"""Begins a question about a film that was not named."""


async def query_of(intent: Intent, text: str, catalogue: Catalogue) -> Query | None:
    """What an intent asks of the catalogue; None where that is nothing after all."""
    first = await _one(intent, text, catalogue)
    more = [query for one in intent.also if (query := await _one(one, text, catalogue)) and query.film]
    return replace(first, also=tuple(more)) if first and first.film else first


async def _one(intent: Intent, text: str, catalogue: Catalogue) -> Query | None:
    settled = await _settled(intent, catalogue)
    if settled is None:
        return _of_nobody(intent)
    intent = settled
    film = await _film(intent.film, catalogue) if intent.film else None
    other = await _film(intent.other, catalogue) if intent.other else None
    person = intent.person.named[0].name if intent.person and intent.person.named else None
    if intent.asked is Asked.PERSON:
        if intent.person and len(intent.person.named) > 1:
            person = intent.person.named[0].normal if len({n.normal for n in intent.person.named}) == 1 else person
        return Query(Asked.PERSON, person=person)
    search = intent.search
    if search and not search.start.keys and _OF_IT.match(text):
        return Query(Asked.WHETHER, search=search)
    if search and (job := job_of_one_film(search)):
        keys = search.start.keys
        refs = await catalogue.refs(keys) if len(keys) == 1 else ()
        return Query(ASPECT_OF[job], film=chosen(refs[0].id) if refs else search.start.label)
    if (
        intent.asked is Asked.SEARCH
        and search
        and not search.most
        and search.wanted == "names"
        and len(search.steps) == 1
    ):
        step = search.steps[0]
        plain = isinstance(step, Did) and (len(step.jobs) == 1 or step.jobs == ANY)
        if isinstance(step, Did) and plain and len(search.start.keys) == 1:
            return Query(Asked.PERSON, person=search.start.label, job=step.jobs[0] if len(step.jobs) == 1 else None)
    if intent.asked in OF_TWO and intent.words:
        person = intent.words
    job = intent.jobs[0] if intent.asked in (Asked.COMMON, Asked.AWARDS, Asked.ROLE) and intent.jobs else None
    if intent.asked is Asked.AWARDS and intent.person and intent.other:
        other = intent.other.named[0].name
    return Query(
        intent.asked,
        film=film,
        person=person,
        job=job,
        search=search,
        prize=intent.prize,
        other=other if intent.other else intent.words or None,
    )


def _of_nobody(intent: Intent) -> Query | None:
    """The reply that no film of the name is by the person told with it; None when something else was told."""
    search = intent.film.search if intent.film else intent.search
    if search is None or not isinstance(search.steps[0], With):
        return None
    return Query(Asked.MISSING, other=f"a film called “{search.start.label}” with {search.steps[0].label}")


async def _settled(intent: Intent, catalogue: Catalogue) -> Intent | None:
    """The intent about the films that what else was said of them holds for; None when it holds for none."""
    film = await _left(intent.film, catalogue) if intent.film else None
    other = await _left(intent.other, catalogue) if intent.other else None
    if (intent.film and not film) or (intent.other and not other):
        return None
    search = intent.search
    if search and isinstance(search.start, Films) and search.start.keys:
        told = intent.film.search.steps if intent.film else tuple(itertools.takewhile(_keeps, search.steps))
        left = film or await _left(Set("F", replace(search, steps=told)), catalogue)
        if left is None:
            return None
        search = replace(search, start=left.search.start, steps=search.steps[len(told) :])
    return replace(intent, film=film, other=other, search=search)


async def _left(films: Set, catalogue: Catalogue) -> Set | None:
    """Of films that share a name those that the filters behind it let through; None when they let through none."""
    if not films.search.steps:
        return films
    found = await catalogue.keys([film.id for film in (await catalogue.search(films.search)).films])
    keys = tuple(key for key in films.keys if key in found)
    named = tuple(one for one in films.named if one.key in keys)
    start = replace(films.search.start, keys=keys)
    return replace(films, search=Search(start), named=named) if keys else None


def _keeps(step: Step) -> bool:
    return isinstance(step, Of | Within | With)


def job_of_one_film(search: Search) -> Job | None:
    """The job when a search only asks who did it for one film."""
    if (
        not isinstance(search.start, Films)
        or not search.start.keys
        or search.start.together
        or search.most
        or search.wanted is not Wanted.NAMES
    ):
        return None
    match search.steps:
        case (Who((job,), ""),):
            return job
    return None


async def _film(films: Set, catalogue: Catalogue) -> str:
    """The one film a name means, as a choice carries it; the name itself when it means several."""
    if len({one.key for one in films.named}) == 1 and films.named[0].key >= 0:
        refs = await catalogue.refs([films.named[0].key])
        return chosen(refs[0].id) if refs else films.label
    return films.label
