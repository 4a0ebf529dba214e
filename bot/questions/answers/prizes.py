"""What is answered about awards: those of a film, of a person, of two of them, or who has won one."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.film import Award, Film
from bot.knowledge.honours import Given, meant, whose
from bot.knowledge.query import FilmRef, Job, Prize, Query, Result
from bot.knowledge.search import Honoured, Within
from bot.matching.normal import normal
from bot.questions.answers.answer import Answer, Kind
from bot.questions.answers.prize_wording import DID, DID_NOT, how_many, leading, named, number_of, told, vainly
from bot.questions.asked.expressions import every_film
from bot.questions.words.wording import MOST_NAMED, PLURAL, awarded, listed


def of_film(film: Film, about: tuple[FilmRef, ...], query: Query) -> Answer:
    """What is asked of a film's awards."""
    assert query.prize
    prize, who = query.prize, query.prize.person
    if not film.awards:
        missing = f"I know {film.label}, but not any award of it."
        return Answer(kind=Kind.UNKNOWN, text=missing, films=about, query=query, entry=film)
    some = _given(film, prize, query.job)
    short = film.model_copy(update={"awards": some})
    values = tuple(awarded(short))
    did = f"{DID[prize.result]} {named(prize)}"
    match prize.asked:
        case "whether":
            yes = bool(some)
            text = f"Yes: {film.label} {listed(values, MOST_NAMED)}." if yes else _not_given(film, prize, query.job)
            return Answer(kind=Kind.ANSWER, text=text, values=(yes,), films=about, query=query)
        case "count":
            lead = f"As far as I know, {who or film.label} {how_many(prize, some)}{f' for {film.label}' if who else ''}"
            text = f"{lead}: it {listed(values, MOST_NAMED)}." if some else f"{lead}."
            return Answer(kind=Kind.ANSWER, text=text, values=(len(some),), films=about, query=query, entry=film)
    if not some:
        whom = who or (f"any of {PLURAL[query.job]}" if query.job else "it")
        missing = f"I know {film.label}, but not that {whom} {did}{_instead(film, prize, query.job)}."
        return Answer(kind=Kind.UNKNOWN, text=missing, films=about, query=query, entry=film)
    text = f"{film.label} {listed(values, MOST_NAMED)}{vainly(prize, some)}."
    years = tuple(dict.fromkeys(award.year for award in some if award.year))
    if prize.asked == "when" and years:
        return Answer(kind=Kind.ANSWER, text=text, values=years, films=about, query=query)
    people = tuple(dict.fromkeys(name for award in some for name in _people(award, film.directors)))
    if prize.asked == "people" and people:
        return Answer(kind=Kind.ANSWER, text=f"{listed(people)}: {text}", values=people, films=about, query=query)
    return Answer(kind=Kind.ANSWER, text=text, values=values, films=about, query=query)


def _instead(film: Film, prize: Prize, job: Job | None) -> str:
    """What they were nominated for who did not win."""
    some = _given(film, replace(prize, result=Result.NOMINATED), job) if prize.result is Result.WON else ()
    instead = awarded(film.model_copy(update={"awards": some}))
    return f"; it {listed(instead, MOST_NAMED)}" if instead else ""


def _not_given(film: Film, prize: Prize, job: Job | None) -> str:
    """That a film, or who did a job for it, does not have an award, and which of the same it has."""
    did = f"{DID_NOT[prize.result]} {named(prize)}"
    whom = prize.person or (PLURAL[job] if job else "")
    text = f"No: as far as I know, {f'{whom} {did} for {film.label}' if whom else f'{film.label} {did}'}"
    other = tuple(award for award in film.awards if award.award in prize.awards)
    instead = awarded(film.model_copy(update={"awards": other}))
    return f"{text}; it {listed(instead, MOST_NAMED)}." if instead else f"{text}."


def of_two(film: Film, other: Film, about: tuple[FilmRef, ...], query: Query) -> Answer:
    """Which of two films has more awards, or whether the first has."""
    assert query.prize
    prize = query.prize
    for one in (film, other):
        if not one.awards:
            missing = f"I know {one.label}, but not any award of it."
            return Answer(kind=Kind.UNKNOWN, text=missing, films=about, query=query)
    counts = [(one.title, one.label, len(_given(one, prize))) for one in (film, other)]
    return _more(counts, about, query)


def _more(counts: Sequence[tuple[str, str, int]], about: tuple[FilmRef, ...], query: Query) -> Answer:
    assert query.prize
    (one, first, many), (two, second, others) = counts
    did = DID[query.prize.result]
    text = f"{first} {did} {many}{number_of(query.prize, many)} and {second} {others}, as far as I know."
    if query.prize.asked == "whether":
        yes = many < others if query.prize.fewer else many > others
        return Answer(
            kind=Kind.ANSWER, text=f"{'Yes' if yes else 'No'}: {text}", values=(yes,), films=about, query=query
        )
    meant = (min if query.prize.fewer else max)(many, others)
    best = tuple(name for name, number in ((one, many), (two, others)) if number == meant)
    lead = best[0] if len(best) == 1 else "Both the same"
    return Answer(kind=Kind.ANSWER, text=f"{lead}: {text}", values=best, films=about, query=query)


def _given(film: Film, prize: Prize, job: Job | None = None) -> tuple[Award, ...]:
    """The awards of a film that are meant; with a job, those of the people who did it."""
    done = {normal(getattr(one, "name", one)) for one in getattr(film, job)} if job else None
    some = [award for _, award in meant([(0, award) for award in film.awards], prize)]
    return tuple(award for award in some if done is None or done & set(map(normal, _people(award, film.directors))))


def _people(award: Award, directors: Sequence[str]) -> Sequence[str]:
    """Who got an award: for directing, when it does not say, those who directed."""
    directing = award.award.endswith("Festival") or re.search(r"Director\b", award.category or "")
    return whose(award) or (directors if directing else ())


async def of_all(query: Query, catalogue: Catalogue) -> Answer:
    """Which films or people of the catalogue have an award, how many, who has most; or the awards of a person."""
    assert query.prize
    prize = query.prize
    if query.person and query.other:
        pairs = [
            (name, name, len(await _some(replace(query, prize=replace(prize, person=name)), catalogue)))
            for name in (query.person, query.other)
        ]
        return _more(pairs, (), query)
    some = await _some(query, catalogue)
    some.sort(key=lambda one: -(one[1].year or 0))
    keys = tuple(dict.fromkeys(key for key, _ in some))
    films = dict(zip(keys, await catalogue.refs(keys), strict=False))
    some = [(key, award) for key, award in some if key in films]
    if prize.character:
        roles = {(film, normal(name)) for film, name, _ in await catalogue.playing(normal(prize.character))}
        some = [one for one in some if any((films[one[0]], normal(name)) in roles for name in whose(one[1]))]
        films = {key: films[key] for key, _ in some}
    if not some:
        text = f"I know of no film or person that {told(prize)}."
        if prize.person:
            did = told(replace(prize, person=""))
            text = f"I don't know that {prize.person} {did}; I have only the awards of films I know."
        return Answer(kind=Kind.UNKNOWN, text=text, query=query)
    if prize.person:
        return _of_person(prize, some, films, query)
    match prize.asked:
        case "most":
            return _most(prize, some, films, query)
        case "leaders":
            return _leaders(prize, some, films, query)
    refs = tuple(films.values())
    did = f"{DID[prize.result].replace('was', 'were')} {named(prize)}"
    if lines := tuple(dict.fromkeys(name for key, award in some for name in _people(award, films[key].directors))):
        said = dict.fromkeys(
            f"{listed(who)} for {films[key].label}"
            for key, award in some
            if (who := _people(award, films[key].directors))
        )
        if prize.asked == "whether":
            text = f"Yes: {listed(said, MOST_NAMED)}."
            return Answer(kind=Kind.ANSWER, text=text, values=(True,), films=refs, query=query)
        text = f"Who {did}: {listed(said, MOST_NAMED)}."
        return Answer(kind=Kind.ANSWER, text=text, values=lines, films=refs, query=query)
    lead = f"Films that {did}"
    text = f"{lead}: {listed((film.label for film in refs), MOST_NAMED)}."
    return Answer(kind=Kind.ANSWER, text=text, values=tuple(f.title for f in refs), films=refs, query=query, lead=lead)


def of_their_year(query: Query) -> Query | None:
    """The same asked of the films of the year, where the year of a ceremony may have been meant so; else None."""
    search = query.search or every_film().search
    loose = [query.prize] if query.prize and query.prize.loosely else []
    loose += [step.prize for step in search.steps if isinstance(step, Honoured) and step.prize.loosely]
    if not loose or not loose[0].years:
        return None
    plain = replace(loose[0], years=None, loosely=False)
    steps = [replace(s, prize=plain) if isinstance(s, Honoured) and s.prize.loosely else s for s in search.steps]
    search = replace(search, steps=(Within("year", *loose[0].years), *steps))
    return replace(query, search=search, prize=plain if query.prize else None)


async def _some(query: Query, catalogue: Catalogue) -> list[Given]:
    """The awards that are meant; with a search, those of the films it finds, with a job, of those who did it."""
    assert query.prize
    by_person = query.prize.asked == "leaders" and query.prize.result is Result.VAIN
    prize = replace(query.prize, result=Result.NOMINATED) if by_person else query.prize
    some = meant(await catalogue.awards(), prize)
    if query.search:
        found = (await catalogue.search(query.search)).films
        kept = set(await catalogue.keys([film.id for film in found]))
        some = [(key, award) for key, award in some if key in kept]
    return some


def _of_person(prize: Prize, some: Sequence[Given], films: dict[int, FilmRef], query: Query) -> Answer:
    lines = tuple(f"{_one(award)} for {films[key].label}" for key, award in some)
    awards = [award for _, award in some]
    whom = f"{prize.person} {listed(lines, MOST_NAMED)}{vainly(prize, awards)}"
    found = tuple(films.values())
    match prize.asked:
        case "whether":
            return Answer(kind=Kind.ANSWER, text=f"Yes: {whom}.", values=(True,), films=found, query=query)
        case "count":
            text = f"As far as I know, {prize.person} {how_many(prize, awards)}: {listed(lines, MOST_NAMED)}."
            return Answer(kind=Kind.ANSWER, text=text, values=(len(some),), films=found, query=query)
    years = tuple(dict.fromkeys(award.year for _, award in some if award.year))
    values: tuple[str | int, ...] = years if prize.asked == "when" and years else lines
    return Answer(kind=Kind.ANSWER, text=f"{whom}.", values=values, films=found, query=query)


def _most(prize: Prize, some: Sequence[Given], films: dict[int, FilmRef], query: Query) -> Answer:
    counted = Counter(key for key, _ in some)
    top = max(counted.values())
    refs = tuple(films[key] for key, times in counted.items() if times == top)
    lead = leading(prize, top)
    text = f"{lead}: {listed((film.label for film in refs), MOST_NAMED)}."
    values = tuple(film.title for film in refs)
    return Answer(kind=Kind.ANSWER, text=text, values=values, films=refs, query=query, lead=lead)


def _leaders(prize: Prize, some: Sequence[Given], films: dict[int, FilmRef], query: Query) -> Answer:
    named = [(award, name) for key, award in some for name in _people(award, films[key].directors)]
    vain = prize.result is Result.VAIN
    won = {name for award, name in named if vain and award.result == "won"}
    counted = Counter(name for _, name in named if name not in won)
    top = max(counted.values(), default=0)
    people = tuple(name for name, times in counted.items() if times == top)
    lead = leading(prize, top)
    text = f"{lead}: {listed(people, MOST_NAMED)}."
    return Answer(kind=Kind.ANSWER, text=text, values=people, films=(), query=query, lead=lead)


def _one(award: Award) -> str:
    """`won Best Actress at the Academy Awards (2021)`."""
    return next(iter(awarded(Film(title="-", awards=(award.model_copy(update={"person": None}),)))))
