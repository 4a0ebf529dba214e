"""Answers about one film that is known."""

from collections.abc import Iterable
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.film import Film, Role
from bot.knowledge.query import Asked, FilmRef, Job, Query
from bot.matching.normal import normal
from bot.questions.answers import likeness, prizes, roles
from bot.questions.answers.answer import Answer, Kind
from bot.questions.answers.belonging import belongs
from bot.questions.answers.sayings import SAYINGS
from bot.questions.answers.titles import of_where, titles_in
from bot.questions.asked.intent import ASPECT_OF, BY_COUNTRY
from bot.questions.words.wording import SITES, country_in_text, listed, rated

Films = tuple[FilmRef, ...]


async def of_film(film: Film, about: Films, query: Query, catalogue: Catalogue) -> Answer:
    """What is asked of a film that is known, and of no other film."""
    if query.asked is Asked.ROLE:
        return roles.role(film, about, query)
    if query.asked is Asked.CHARACTER:
        return roles.character(film, about, query)
    if query.prize:
        return prizes.of_film(film, about, query)
    if query.asked is Asked.MISSING:
        return _unknown(film, about, query, f"I know {film.label}, but not {query.other}.")
    if query.asked is Asked.SERIES:
        return await belongs(film, about, query, catalogue)
    if query.asked is Asked.SIMILAR:
        return await likeness.similar(film, about, query, catalogue)
    if query.asked not in SAYINGS:
        return _summary(film, about, replace(query, asked=Asked.CARD))
    kept = await _narrowed(film, query, catalogue)
    if query.asked is Asked.TITLES and query.other:
        return _title(kept, about, query)
    told = _fact(kept, about, query)
    return replace(told, text=f"{_spoken_of(film, query)}{told.text}") if told.kind is Kind.ANSWER else told


def _summary(film: Film, about: Films, query: Query) -> Answer:
    missing = f"I know {film.label}, but have no summary of it."
    text = f"{film.label}: {film.summary}" if film.summary else missing
    return Answer(kind=Kind.ANSWER, text=text, values=(film.title,), films=about, query=query, entry=film)


def _title(film: Film, about: Films, query: Query) -> Answer:
    """How a film is called in a language or country, as far as that can be told."""
    if titles := titles_in(film, query.other or ""):
        said = f"{film.label} is called {listed(titles)} {of_where(query.other or '')}."
        return Answer(kind=Kind.ANSWER, text=said, values=titles, films=about, query=query, entry=film)
    found = _fact(film, about, query)
    if found.kind is not Kind.ANSWER:
        return found
    told = f"I don't keep which title is the one {of_where(query.other or '')}. {found.text}"
    return _unknown(film, about, query, told)


def _fact(film: Film, about: Films, query: Query) -> Answer:
    """A field of a film in a sentence, or what is known instead."""
    saying = SAYINGS[query.asked]
    if values := tuple(saying.values(film)):
        return Answer(kind=Kind.ANSWER, text=saying.sentence(film), values=values, films=about, query=query, entry=film)
    if query.asked is Asked.REASON and film.certificates:
        known = f"{film.label} is rated {listed(map(rated, film.certificates))}, but I don't know why."
        return _unknown(film, about, query, known)
    if query.asked is Asked.ORIGIN:
        return _fact(film, about, replace(query, asked=Asked.COUNTRIES))
    if query.asked is Asked.SUMMARY and SAYINGS[Asked.KEYWORDS].values(film):
        return _fact(film, about, replace(query, asked=Asked.KEYWORDS))
    return _unknown(film, about, query, f"I know {film.label}, but not {saying.missing}{_there(query)}.")


def _unknown(film: Film, about: Films, query: Query, text: str) -> Answer:
    return Answer(kind=Kind.UNKNOWN, text=text, films=about, query=query, entry=film)


async def _narrowed(film: Film, query: Query, catalogue: Catalogue) -> Film:
    """The film with nothing but what may be the answer, and with where its entry comes from if that is asked."""
    if query.asked in (Asked.ORIGIN, Asked.SOURCES) and (origins := await catalogue.origins(film.id or "")):
        return film.model_copy(update={"sources": (*film.sources, *origins.described())})
    if query.billed:
        billed = film.cast[query.billed - 1 :] if query.billed > 0 else film.cast[query.billed :]
        return film.model_copy(update={"cast": billed[:1]})
    if query.besides and (job := _job(query)):
        others = tuple(one for one in getattr(film, job) if not _spared(one, query.besides))
        return film.model_copy(update={job.value: others})
    if not query.other:
        return film
    if query.asked is Asked.REASON:
        return _rated_so(film, query.other)
    if query.asked is Asked.LINKS:
        return film.model_copy(update={"links": {k: v for k, v in film.links.items() if k == query.other}})
    return _in_country(film, query.other) if query.asked in BY_COUNTRY else film


def _job(query: Query) -> Job | None:
    """The job of those who are asked for."""
    return next((job for job, asked in ASPECT_OF.items() if asked is query.asked), None)


def _spoken_of(film: Film, query: Query) -> str:
    """The words before an answer for those who are left out of it, and whether they are of the film at all."""
    if not query.besides or not (job := _job(query)):
        return ""
    strange = [name for name in query.besides if not any(_spared(one, (name,)) for one in getattr(film, job))]
    if strange:
        return f"{listed(strange)} {'is' if len(strange) == 1 else 'are'} not among them. "
    return f"Besides {listed(query.besides)}, "


def _spared(one: str | Role, besides: Iterable[str]) -> bool:
    """Whether somebody is left out by the names, or surnames, of those who are."""
    name = one if isinstance(one, str) else one.name
    return any(f" {normal(name)}".endswith(f" {normal(spared)}") for spared in besides)


def _there(query: Query) -> str:
    """Where a fact is asked for, of a site or in a country, or who is left out."""
    if query.besides:
        return f" besides {listed(query.besides)}"
    if query.other and query.asked is Asked.LINKS:
        return f" at {SITES.get(query.other, query.other)}"
    return f" in {country_in_text(query.other)}" if query.other and query.asked in BY_COUNTRY else ""


def _in_country(film: Film, country: str) -> Film:
    """The film with nothing but the certificates and releases of one country."""
    certificates = tuple(one for one in film.certificates if one.country == country)
    releases = tuple(one for one in film.releases if one.country == country)
    return film.model_copy(update={"certificates": certificates, "releases": releases, "scores": (), "year": None})


def _rated_so(film: Film, said: str) -> Film:
    """The film with nothing but the certificates of a country (GB), of a label (15) or of both (GB 15)."""
    kept = (one for one in film.certificates if said in (one.country, one.label, f"{one.country} {one.label}"))
    return film.model_copy(update={"certificates": tuple(kept)})
