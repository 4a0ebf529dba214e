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
from bot.questions.asked.expressions import every_film
from bot.questions.names.honours import FIELD
from bot.questions.words.wording import MOST_NAMED, awarded, listed

_DID = {
    Result.WON: "won",
    Result.NOMINATED: "won or was nominated for",
    Result.LOST: "was nominated for, but did not win,",
    None: "won or was nominated for",
}
_DID_NOT = {
    Result.WON: "did not win",
    Result.NOMINATED: "was not nominated for",
    Result.LOST: "was not nominated in vain for",
    None: "was not nominated for",
}


def named(prize: Prize) -> str:
    """`Best Picture at the Academy Awards in 2020`, as far as it was said."""
    said = "an award"
    if prize.categories:
        said = listed(dict.fromkeys(FIELD.sub("", one) for one in prize.categories), 2)
        said += f" at the {listed(prize.awards)}" if prize.awards else ""
    elif prize.awards:
        one = prize.awards[0]
        said = f"one of the {one}" if one.endswith("Awards") else f"an award at the {one}"
    if prize.times:
        low, high = prize.times
        number = f"{low}" if low == high else f"at least {low}" if high > low + low else f"{low} to {high}"
        said = f"{number}{_of(prize)}"
    if prize.years:
        low, high = prize.years
        said += f" in {low}" if low == high else f" from {low} to {high}"
    return said


def told(prize: Prize, *, denied: bool = False) -> str:
    """`won Best Picture at the Academy Awards`: what was done, or not, of a film or person."""
    did = (_DID_NOT if denied else _DID)[prize.result]
    return f"{did} {named(prize)}{f' ({prize.person})' if prize.person else ''}"


def _of(prize: Prize) -> str:
    if prize.categories:
        return f" awards for {named(replace(prize, years=None, times=None))}"
    return f" {listed(prize.awards)}" if prize.awards else " awards"


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
    did = f"{_DID[prize.result]} {named(prize)}"
    match prize.asked:
        case "whether":
            yes = bool(some)
            text = f"Yes: {film.label} {listed(values, MOST_NAMED)}." if yes else _not_given(film, prize)
            return Answer(kind=Kind.ANSWER, text=text, values=(yes,), films=about, query=query)
        case "count":
            lead = f"As far as I know, {who or film.label} {_DID[prize.result]} {len(some)}{_of(prize)}"
            lead += f" for {film.label}" if who else ""
            text = f"{lead}: it {listed(values, MOST_NAMED)}." if some else f"{lead}."
            return Answer(kind=Kind.ANSWER, text=text, values=(len(some),), films=about, query=query, entry=film)
    if not some:
        missing = f"I know {film.label}, but not that {who or 'it'} {did}."
        return Answer(kind=Kind.UNKNOWN, text=missing, films=about, query=query, entry=film)
    text = f"{film.label} {listed(values, MOST_NAMED)}."
    years = tuple(dict.fromkeys(award.year for award in some if award.year))
    if prize.asked == "when" and years:
        return Answer(kind=Kind.ANSWER, text=text, values=years, films=about, query=query)
    people = tuple(dict.fromkeys(name for award in some for name in _people(award, film.directors)))
    if prize.asked == "people" and people:
        return Answer(kind=Kind.ANSWER, text=f"{listed(people)}: {text}", values=people, films=about, query=query)
    return Answer(kind=Kind.ANSWER, text=text, values=values, films=about, query=query)


def _not_given(film: Film, prize: Prize) -> str:
    """That a film does not have an award, and which of the same it has."""
    did = f"{_DID_NOT[prize.result]} {named(prize)}"
    text = (
        f"No: as far as I know, {f'{prize.person} {did} for {film.label}' if prize.person else f'{film.label} {did}'}"
    )
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
    did = _DID[query.prize.result]
    text = f"As far as I know, {first} {did} {many}{_of(query.prize)} and {second} {others}."
    best = tuple(name for name, number in ((one, many), (two, others)) if number == max(many, others))
    values = (many > others,) if query.prize.asked == "whether" else best
    return Answer(kind=Kind.ANSWER, text=text, values=values, films=about, query=query)


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
    did = f"{_DID[prize.result].replace('was', 'were')} {named(prize)}"
    if lines := tuple(dict.fromkeys(name for key, award in some for name in _people(award, films[key].directors))):
        said = dict.fromkeys(
            f"{listed(who)} for {films[key].label}"
            for key, award in some
            if (who := _people(award, films[key].directors))
        )
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
    some = meant(await catalogue.awards(), query.prize)
    if query.search:
        found = (await catalogue.search(query.search)).films
        kept = set(await catalogue.keys([film.id for film in found]))
        some = [(key, award) for key, award in some if key in kept]
    return some


def _of_person(prize: Prize, some: Sequence[Given], films: dict[int, FilmRef], query: Query) -> Answer:
    lines = tuple(f"{_one(award)} for {films[key].label}" for key, award in some)
    whom = f"{prize.person} {listed(lines, MOST_NAMED)}"
    found = tuple(films.values())
    match prize.asked:
        case "whether":
            return Answer(kind=Kind.ANSWER, text=f"Yes: {whom}.", values=(True,), films=found, query=query)
        case "count":
            text = f"I know of {len(some)}: {whom}."
            return Answer(kind=Kind.ANSWER, text=text, values=(len(some),), films=found, query=query)
    years = tuple(dict.fromkeys(award.year for _, award in some if award.year))
    values: tuple[str | int, ...] = years if prize.asked == "when" and years else lines
    return Answer(kind=Kind.ANSWER, text=f"{whom}.", values=values, films=found, query=query)


def _most(prize: Prize, some: Sequence[Given], films: dict[int, FilmRef], query: Query) -> Answer:
    counted = Counter(key for key, _ in some)
    top = max(counted.values())
    refs = tuple(films[key] for key, times in counted.items() if times == top)
    lead = _top(prize, top)
    text = f"{lead}: {listed((film.label for film in refs), MOST_NAMED)}."
    values = tuple(film.title for film in refs)
    return Answer(kind=Kind.ANSWER, text=text, values=values, films=refs, query=query, lead=lead)


def _leaders(prize: Prize, some: Sequence[Given], films: dict[int, FilmRef], query: Query) -> Answer:
    counted = Counter(name for key, award in some for name in _people(award, films[key].directors))
    top = max(counted.values(), default=0)
    people = tuple(name for name, times in counted.items() if times == top)
    lead = _top(prize, top)
    text = f"{lead}: {listed(people, MOST_NAMED)}."
    return Answer(kind=Kind.ANSWER, text=text, values=people, films=(), query=query, lead=lead)


def _top(prize: Prize, top: int) -> str:
    prizes = _of(prize) if top > 1 else " award"
    return f"Of the films I know, with {top}{prizes} {'won' if prize.result is Result.WON else 'won or nominated for'}"


def _one(award: Award) -> str:
    """`won Best Actress at the Academy Awards (2021)`."""
    return next(iter(awarded(Film(title="-", awards=(award.model_copy(update={"person": None}),)))))
