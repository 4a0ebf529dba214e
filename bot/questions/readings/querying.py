"""From what a reading asks to a query: which films are meant, and what kind of question it is to the catalogue."""

import itertools
import re
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import Asked, Job, Query, chosen
from bot.knowledge.search import Did, Films, Of, People, Search, Step, Wanted, Who, With, Within
from bot.questions.asked.expressions import ANY, Set, films_together
from bot.questions.asked.intent import ASPECT_OF, DIFFERENCE, HOW_MUCH, IN_TOTAL, MEASURED, Intent
from bot.questions.clauses.beginnings import JOINING
from bot.questions.clauses.whether import OPENERS

_OF_IT = re.compile(
    rf"\W*(?:(?:{'|'.join(sorted(OPENERS | JOINING))})\W+)*(?:is|was|isn.?t|wasn.?t) (?:it|this|that)\b", re.IGNORECASE
)
"""Begins a question about a film that was not named."""
_SEQUEL = re.compile(r"(?P<before>prequel)|(?P<again>remake)|sequel|follow.?up|continuation")
_SIDE = re.compile(r"\b(?:(?P<before>before|preced)|after|follow)")
"""Words that ask for what is told before or after a film."""
_MADE_ONCE = (Asked.CARD, Asked.CAST, Asked.ROLE, Asked.RUNTIME, Asked.SUMMARY)
"""What is asked of a film, and is the same in every country."""
OF_A_JOB = (Asked.COMMON, Asked.AWARDS, Asked.ROLE, Asked.BUSIER)
"""What is asked of those alone who did one job."""


async def query_of(intent: Intent, text: str, catalogue: Catalogue) -> Query | None:
    """What an intent asks of the catalogue; None where that is nothing after all."""
    first = await _one(intent, text, catalogue)
    more = [query for one in intent.also if (query := await _one(one, text, catalogue)) and query.film]
    return replace(first, also=tuple(one for one in more if one != first)) if first and first.film else first


async def _one(intent: Intent, text: str, catalogue: Catalogue) -> Query | None:
    """The same, without what else is asked of the film."""
    if (untold := _untold(intent)) and (refs := await catalogue.refs([untold])):
        return Query(Asked.MISSING, film=chosen(refs[0].id), other=_of_story(text.casefold()))
    if stranger := await _stranger(intent, catalogue):
        return Query(Asked.MISSING, other=stranger)
    settled = await _settled(intent, catalogue)
    if settled is None:
        return _of_nobody(intent)
    if settled.asked is Asked.PERSON:
        return Query(Asked.PERSON, person=_person(settled))
    if settled.search and (plainer := await _plainer(settled, settled.search, text, catalogue)):
        return plainer
    if settled.asked is Asked.RUNTIME and settled.film and len(settled.film.keys) > 1 and IN_TOTAL.search(text):
        together = films_together(settled.film.named).search
        return Query(Asked.SEARCH, search=replace(together, wanted=Wanted.TOTAL))
    if settled.search and settled.search.wanted is Wanted.RUNTIMES and IN_TOTAL.search(text):
        settled = replace(settled, search=replace(settled.search, wanted=Wanted.TOTAL))
    difference = settled.asked in MEASURED and HOW_MUCH.search(text)
    person = settled.person.named[0].name if settled.person and settled.person.named else None
    return Query(
        settled.asked,
        film=await _film(settled.film, catalogue) if settled.film else None,
        person=person,
        job=settled.jobs[0] if settled.asked in OF_A_JOB and settled.jobs else None,
        search=settled.search,
        prize=settled.prize,
        other=await _other(settled, catalogue) or None,
        besides=settled.besides,
        billed=settled.billed,
        manner=DIFFERENCE if difference else settled.manner,
    )


def _untold(intent: Intent) -> int | None:
    """The key of the film whose sequel is spoken of, and not known, see `sequels`; None for no such film."""
    told = (intent.film and intent.film.search, intent.other and intent.other.search, intent.search)
    starts = (one.start for one in told if one)
    return next((~key for one in starts if isinstance(one, Films) for key in one.keys if ~key > 0), None)


def _of_story(text: str) -> str:
    """What a text asks for of the story of a film."""
    if told := _SEQUEL.search(text):
        return "a remake of it" if told["again"] else f"{'a prequel' if told['before'] else 'a sequel'} to it"
    side = _SIDE.search(text)
    return f"what came {'before' if side and side['before'] else 'after'} it"


async def _stranger(intent: Intent, catalogue: Catalogue) -> str:
    """Who is asked about and not known, with the one called nearly so, see `known_or_stranger`; "" for nobody."""
    start = intent.search.start if intent.search else intent.person.search.start if intent.person else None
    if not isinstance(start, People) or not start.keys or start.keys[0] >= 0:
        return ""
    nearest = (await catalogue.search(Search(People((~start.keys[0],))))).values
    return f"anybody called “{start.label}”, only {nearest[0]}" if nearest else f"anybody called “{start.label}”"


def _person(intent: Intent) -> str | None:
    """Who is asked about: several of one name by what they are all called."""
    if not intent.person or not intent.person.named:
        return None
    named = intent.person.named
    same = len(named) > 1 and len({one.normal for one in named}) == 1
    return named[0].normal if same else named[0].name


async def _other(intent: Intent, catalogue: Catalogue) -> str:
    """The other film or person that is spoken of, or the words for what is asked."""
    if intent.other is None:
        return intent.words
    if intent.asked in (Asked.AWARDS, Asked.BUSIER) and intent.person:
        return intent.other.named[0].name
    return await _film(intent.other, catalogue)


async def _plainer(intent: Intent, search: Search, text: str, catalogue: Catalogue) -> Query | None:
    """A search that asks no more than a look-up does, as that; None where it asks more."""
    keys = search.start.keys
    if not keys and _OF_IT.match(text):
        return Query(Asked.WHETHER, search=search)
    if job := job_of_one_film(search):
        refs = await catalogue.refs(keys) if len(keys) == 1 else ()
        return Query(ASPECT_OF[job], film=chosen(refs[0].id) if refs else search.start.label)
    if intent.asked is not Asked.SEARCH or search.most or search.wanted is not Wanted.NAMES or len(keys) != 1:
        return None
    match search.steps:
        case (Did((job,)),):
            return Query(Asked.PERSON, person=search.start.label, job=job)
        case (Did(jobs),) if jobs == ANY:
            return Query(Asked.PERSON, person=search.start.label)
    return None


def _of_nobody(intent: Intent) -> Query | None:
    """The reply that no film of the name is by the person told with it, or of the year; None when something else was
    told.
    """
    told = [one.search for one in (intent.film, intent.other) if one] or [intent.search or Search(Films())]
    search = next((one for one in told if one.steps), None)
    if search is None:
        return None
    match search.steps[0]:
        case With(label=who):
            return Query(Asked.MISSING, other=f"a film called “{search.start.label}” with {who}")
        case Of(("nation" | "country",), label=where) if intent.asked in _MADE_ONCE:
            return Query(Asked.MISSING, other=f"a film called “{search.start.label}” from {where}")
        case Within("year", int(year), high) if year == high:
            return Query(intent.asked, film=f"{search.start.label} {year}", guess=True)
    return None


async def _settled(intent: Intent, catalogue: Catalogue) -> Intent | None:
    """The intent about the films that what else was said of them holds for; None when it holds for none."""
    film = await _left(intent.film, catalogue) if intent.film else None
    other = await _left(intent.other, catalogue) if intent.other else None
    if (intent.film and not film) or (intent.other and not other):
        return None
    search = intent.search
    if search and isinstance(search.start, Films) and search.start.keys and not search.claim:
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
