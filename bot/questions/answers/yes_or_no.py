"""Whether something is so: yes or no, with what is known instead."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.codes import language_name
from bot.knowledge.film import Film
from bot.knowledge.query import Asked, Job, Query
from bot.knowledge.search import Films, Honoured, Of, Playing, Search, Step, Wanted, With, Within
from bot.matching.normal import normal
from bot.questions.answers.answer import Answer, Kind
from bot.questions.answers.describing import described
from bot.questions.answers.prize_wording import told
from bot.questions.answers.roles import made
from bot.questions.answers.sayings import SAYINGS
from bot.questions.answers.settling import labelled, settled, start_of
from bot.questions.asked.intent import ASPECT_OF
from bot.questions.words.certificates import countries_of
from bot.questions.words.wording import MOST_NAMED, country_in_text, ended, listed, minutes, played

_LIFE = frozenset(["Biography", "History", "Documentary", "War"])
"""Genres of films that may well be true although nothing says so."""
INSTEAD = {"genre": Asked.GENRE, "language": Asked.LANGUAGES, "country": Asked.COUNTRIES}
"""What is told of a film that is not of a genre, in a language or from a country."""


async def whether(query: Query, search: Search, catalogue: Catalogue) -> Answer:
    """Whether a search finds anything; of one film also what is so instead."""
    steps = tuple(one for one in search.steps if not (isinstance(one, Of) and one.telling))  # said of it, or lacking
    search = await labelled(await settled(replace(search, steps=steps, wanted=Wanted.NAMES), catalogue), catalogue)
    outcome = await catalogue.search(search)
    yes = bool(outcome.values)
    label = await start_of(search, catalogue)
    refs = await catalogue.refs(search.start.keys) if isinstance(search.start, Films) else ()
    film = await catalogue.film(refs[0].id) if len(refs) == 1 else None
    telling = await _telling(search, catalogue, yes=yes) if film else search.steps
    if film and (lacking := _lacking(film, search, telling, yes=yes)):
        return Answer(kind=Kind.UNKNOWN, text=f"I know {label}, but not {lacking}.", films=refs, query=query)
    said = described(search, label)
    fact = _facts(film, search, telling, yes=yes) if film else None
    named = "" if film else f": {listed((film.label for film in outcome.films), MOST_NAMED)}" if yes else ""
    if yes:
        text = f"Yes: {fact or (_so(said, label) if film else said)}{named}"
    elif fact and any(isinstance(step, Within) for step in telling):
        text = f"No: {fact}"
    else:
        text = f"No, not as far as I know: {fact or said}"
    return Answer(kind=Kind.ANSWER, text=ended(text), values=(yes,), films=outcome.films or refs, query=query)


async def _telling(search: Search, catalogue: Catalogue, *, yes: bool) -> tuple[Step, ...]:
    """The steps by which it is yes or no: all of them, or those that alone are not so."""
    if yes or len(search.steps) < 2:
        return search.steps
    alone = [(step, await catalogue.search(replace(search, steps=(step,)))) for step in search.steps]
    return tuple(step for step, found in alone if not found.values)


def _lacking(film: Film, search: Search, telling: Sequence[Step], *, yes: bool) -> str | None:
    """What must be known of the film to say yes or no by these steps, when it is not."""
    doubted = [step for step in telling if getattr(step, "without", False) is yes]
    lacking = [lacking_of(film, replace(search, steps=(step,))) for step in doubted]
    unknown = next(filter(None, lacking), None)
    return unknown if yes or (all(lacking) and len(doubted) == len(telling)) else None


def _facts(film: Film, search: Search, telling: Sequence[Step], *, yes: bool) -> str | None:
    """What is so of the film by these steps; None where nothing is told of one of them."""
    if whole := _fact(film, search, yes=yes):
        return whole
    each = [replace(search, steps=(step,)) for step in telling] if len(search.steps) > 1 else []
    facts = [_fact(film, one, yes=yes) or (_so(described(one, film.label), film.label) if yes else "") for one in each]
    facts = list(dict.fromkeys(facts))
    return listed([facts[0], *(fact.replace(film.label, "it") for fact in facts[1:])]) if facts and all(facts) else None


def _so(said: str, label: str) -> str:
    """What was asked of a film as a sentence: `Parasite (2019) is from South Korea`."""
    rest = said.removeprefix(f"{label} ")
    if rest == said:
        return said
    return f"{label} has {rest.removeprefix('with ')}" if rest.startswith("with ") else f"{label} is {rest}"


def _fact(film: Film, search: Search, *, yes: bool) -> str | None:
    """What is so of the film where one thing was asked: `RRR (2022) runs 182 minutes`; None for what is told by it."""
    match search.steps:
        case (Within("runtime"),):
            return f"{film.label} runs {minutes(film.runtime or 0)}"
        case (Within("year"),):
            return f"{film.label} is from {film.year}"
        case (Of(("source", *_)),):
            return _told(film, Asked.BASED_ON) if film.based_on else None
        case (Of((("certificate" | "rated" | "shown" | "premiere") as kind,)),):
            return _told(film, Asked.FESTIVALS if kind in ("shown", "premiere") else Asked.CERTIFICATE)
        case (Of(("genre",), values, without=without),) if yes is not without:
            return f"{film.label} is of the genre {listed(values)}"
        case (Of(("language",), values, without=without),) if yes is not without:
            return f"{film.label} is in {listed(map(language_name, values))}"
        case (Of((("genre" | "language" | "country") as kind,), without=without),) if yes is without:
            return _told(film, INSTEAD[kind])
        case (Of((("keyword" | "theme"), *_), values, _, False),) if yes:
            return f"{film.label} is described by {listed(dict.fromkeys(values))}"
        case (With(_, _, who, False), *others) if others and all(_by(who, one) for one in others):
            return _several_jobs(film, search, who, yes=yes)
        case (With(_, jobs, who, False),) if yes:
            facts = [fact for name in who.split(" or ") if (fact := _did(film, jobs, name))]
            return listed(facts) if facts else None
        case (With(_, (job,), _, False),) if job is not Job.CAST:
            return _told(film, ASPECT_OF[job])
        case (With(_, jobs, who, False),) if Job.CAST in jobs:
            return f"{film.label} has no {who} in its cast"
        case (Honoured(prize, without=without),):
            return f"{film.label} {told(prize, denied=yes is without)}"
        case (Playing(character, by="", without=False),) if yes:
            said = [played(one) for one in film.cast if f" {character} " in f" {normal(one.character or '')} "]
            return f"{listed(said)} in {film.label}" if said else None
    return None


def _did(film: Film, jobs: Collection[Job], who: str) -> str:
    """Whom somebody played in a film, or else what they did for it of these jobs; "" for nothing."""
    roles = [one.character for one in film.cast if normal(one.name) == normal(who) and one.character]
    if roles and Job.CAST in jobs:
        return f"{who} played {listed(roles)} in {film.label}"
    done = [said for job, said in made(film, normal(who)).items() if job in jobs]
    return f"{who} {listed(done)} {film.label}" if done else ""


def _by(who: str, step: Step) -> bool:
    """Whether a step keeps films by what somebody did for them."""
    return isinstance(step, With) and step.label == who and not step.without


def _several_jobs(film: Film, search: Search, who: str, *, yes: bool) -> str | None:
    """What somebody did for a film by several jobs, or who did those that they did not do; None if nothing is told."""
    done = {*made(film, normal(who)), *(Job.CAST for one in film.cast if normal(one.name) == normal(who))}
    steps = [one for one in search.steps if isinstance(one, With) and yes is not done.isdisjoint(one.jobs)]
    told = [fact for one in steps if (fact := _fact(film, replace(search, steps=(one,)), yes=yes))]
    more = (one.removeprefix(f"{who} ").removeprefix(f"{film.label} ").replace(film.label, "it") for one in told[1:])
    return listed([told[0], *more]) if told else None


def _told(film: Film, asked: Asked) -> str:
    return SAYINGS[asked].sentence(film).removesuffix(".")


def lacking_of(film: Film, search: Search) -> str | None:
    """What must be known of the film to say no, when it is not."""
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
