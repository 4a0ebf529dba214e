"""What is asked of the films and people that are left when the rules have been applied."""

from collections.abc import Sequence
from dataclasses import replace

from bot.knowledge.query import Asked, Job
from bot.knowledge.search import EVERY, Beside, Did, First, Of, Playing, Search, Wanted, Who, With, Within
from bot.questions.asked.expressions import ANY, MADE, Set, every_film, films_together
from bot.questions.asked.firsts import best_of, by_country, first_of, in_order, placed
from bot.questions.asked.intent import WANTED, Intent, jobs_of, of_any_film, unsaid
from bot.questions.asked.one_film import of_film
from bot.questions.asked.rest import Rest
from bot.questions.asked.two_films import of_two_films
from bot.questions.rules.cues import ALL_GENRES
from bot.questions.words.certificates import suitable
from bot.questions.words.item import Item

TELLING = frozenset(["certificate", "rated", "shown", "premiere", "source"])
"""Kinds of values that films alone have."""


def of_subjects(left: Sequence[Item], items: Sequence[Item], bag: str) -> Intent | None:
    """What the films and people that are left ask; None when they ask nothing."""
    rest = Rest(left, items, bag, 0.25 * sum(item.letter in "vrbwstcKAzf" for item in left))
    if not rest.sets:
        if rest.missing and "f" in bag:
            return Intent(Asked.MISSING, words=rest.missing, cost=rest.waste)
        return _of_every_film(rest)
    if len(rest.sets) == 1:
        one = rest.sets[0]
        return _of_person(one, rest) if one.letter == "P" else _of_one(one, rest)
    if best := best_of(rest.sets, items):
        return best
    return _of_two(rest.sets[0], rest.sets[1], rest) if len(rest.sets) == 2 else None


def _of_one(one: Set, rest: Rest) -> Intent | None:
    """What is asked of a film, or of films that are described."""
    if len(one.named) > 1 and in_order(rest.items):
        one = films_together(one.named)
    if one.named and rest.aspect is not Asked.CAST and any(map(_of_series, rest.items)):
        return None
    if one.named:
        return of_film(one, rest.left, rest.items, rest.bag, rest.filters, rest.waste)
    if first := first_of(one, rest.items, rest.filters):
        plain = [item for item in rest.items if item.letter != "m"]
        there = [step for step in (*one.search.steps, *rest.filters) if by_country(step)]
        return of_film(first, rest.left, plain, rest.bag.replace("m", ""), there, rest.waste)
    who = not rest.relations and any(map(_who_is_in, rest.items, rest.items[1:]))
    relations = [Item("r", (Job.CAST,))] if who else rest.relations
    return _of_films(one.keep(*rest.filters) if rest.filters else one, rest, relations)


def _of_series(item: Item) -> bool:
    """Whether a place among several films is told, which one film alone has not: the third man."""
    return item.letter == "m" and len(item.meaning) > 2 and item.meaning[2] > 1 and item.meaning[-1] != EVERY


def _who_is_in(item: Item, after: Item) -> bool:
    """Whether it is asked who is in films."""
    return item.letter == "q" and (after.letter, after.text) == ("o", "in")


def _of_every_film(rest: Rest) -> Intent | None:
    """What is asked of all films that the filters keep."""
    filters, bag = rest.filters, rest.bag
    if not filters and any(item.text in ALL_GENRES for item in rest.items if item.letter == "x"):
        return Intent(Asked.SEARCH, search=replace(every_film().search, wanted=Wanted.GENRES), cost=rest.waste)
    if not filters and not ("f" in bag and rest.has("mN")):
        return None
    if "f" not in bag and not _tells(rest):
        return None  # "the last samurai" is a title
    waste = 1.5 * (not filters)  # "count" and "last" stand in many a title
    waste += 0.5 * ("Y" in bag and "f" not in bag)  # is The Others longer than two hours: not other films
    return _of_films(every_film().keep(*filters), replace(rest, waste=rest.waste + waste), rest.relations)


def _tells(rest: Rest) -> bool:
    """Whether the filters say by themselves that films are meant."""
    if any(item.meaning is Asked.GENRE for item in rest.items if item.letter == "x"):
        return False
    kinds = {step.kinds[0] for step in rest.filters if isinstance(step, Of)}
    telling = "genre" in kinds or ("Y" not in rest.bag and not kinds.isdisjoint(TELLING))
    long = bool(rest.filters) and all(isinstance(step, Within) and step.field == "runtime" for step in rest.filters)
    played = any(isinstance(step, Playing) and step.people for step in rest.filters)  # did A play B
    about = any({"keyword", "theme"} & set(getattr(step, "kinds", ())) for step in rest.filters)
    return telling or long or played or ("m" in rest.bag and not about)


def _of_films(films: Set, rest: Rest, relations: Sequence[Item]) -> Intent | None:
    """What is asked of films that are described."""
    bag, waste = rest.bag, rest.waste
    if rest.missing:
        return Intent(Asked.MISSING, words=rest.missing, cost=waste + 0.2)
    if rest.settled and films.jobs == ANY:
        films = films.settle(rest.settled)
    order = rest.order or placed(rest.items)
    aspect = _aspect_of_films(films, rest, bool(order))
    if order:
        films = films.keep(First(*order))
    if "Y" in bag and bag.count("P") > 1 and not aspect and not rest.has("mN"):
        return Intent(Asked.WHETHER, person=films, search=films.search, cost=waste)
    if "Y" in bag and not relations and of_any_film(films.search.steps):
        return Intent(Asked.WHETHER, search=films.search, cost=waste)
    if relations and aspect in (None, Asked.RELEASE) and "N" not in bag:
        return Intent(Asked.SEARCH, search=_who_did(relations[-1].meaning, films, bag), cost=waste - 0.25)
    if "g" in bag and aspect is Asked.RUNTIME:
        return Intent(Asked.SEARCH, search=replace(films.search, wanted=Wanted.AVERAGE), cost=waste)
    if "N" in bag and not order:
        return Intent(Asked.SEARCH, search=replace(films.search, wanted=Wanted.COUNT), cost=waste)
    if aspect in WANTED:
        return Intent(Asked.SEARCH, search=replace(films.search, wanted=WANTED[aspect]), cost=waste)
    if aspect is Asked.RATING and (age := next(filter(None, map(_age, rest.items)), None)):
        return Intent(Asked.SEARCH, search=films.keep(suitable(age)).search, cost=waste)
    if aspect is Asked.REASON and "f" not in bag:
        return None  # what is it rated R for
    untold = 1.0 if aspect is Asked.REASON else 0.5 * bool(aspect)  # why is Get Out rated R
    return Intent(Asked.SEARCH, search=films.search, cost=waste + untold)


def _age(item: Item) -> int | None:
    """The age of those whom films are to be for: a 7 year old."""
    told = item.letter == "x" and item.text.endswith(" year old")
    return int(item.text.split()[0]) if told else None


def _aspect_of_films(films: Set, rest: Rest, ordered: bool) -> Asked | None:
    """The aspect asked of films, unless it only says which: films that came out in 1994, that run over two hours."""
    told = {step.field for step in films.search.steps if isinstance(step, Within | Beside)}
    if "x" not in rest.bag and ("year" in told or ordered):
        return None
    aspect = unsaid(rest.aspect, films.search.steps)
    return None if aspect is Asked.RUNTIME and "runtime" in told else aspect


def _who_did(jobs: tuple[Job, ...], films: Set, bag: str) -> Search:
    """Those who did a job for films: others than whom the films are of, where they did it with them."""
    did = films.search.steps[0] if films.search.steps else None
    alone = "w" not in bag or not isinstance(did, Did) or not set(did.jobs) & set(jobs)
    himself = isinstance(did, Did) and did.jobs == ANY and Job.CAST not in jobs  # a director may direct himself
    search = films.who(jobs).search
    return replace(search, without_start=search.without_start or not (alone or himself), most="T" in bag)


def _of_person(person: Set, rest: Rest) -> Intent | None:
    """What is asked of a person, or of people who are described."""
    bag, left, relations, aspect = rest.bag, rest.left, rest.relations, rest.aspect
    person = _of_best(person, rest)
    within = left[-1].text == "in" and left[-1].letter == "o"  # what is X in
    told = rest.settled or ((Job.CAST,) if within else ())
    jobs = told or (relations[-1].meaning if relations else ())
    derived = bool(person.search.steps)
    aged = any(item.text == "how old" for item in rest.items)
    if not derived and "f" not in bag and (aged or "u" in bag):
        return Intent(Asked.MISSING, person=person, cost=1.0 * bool(jobs))  # did X direct Hero
    said_again = all(item.letter == "r" and item.meaning == person.jobs for item in relations)
    if derived and said_again and "M" not in bag and (not aspect or not any(item.letter == "f" for item in left)):
        search = replace(person.search, most="T" in bag, wanted=Wanted.COUNT if "N" in bag else Wanted.NAMES)
        return Intent(Asked.SEARCH, search=search, cost=rest.waste + 0.3 * bool(aspect))
    if jobs or rest.filters or "f" in bag or aspect in WANTED or rest.has("mNMt"):
        return _of_their_films(person, jobs, rest)
    if aspect:
        return None
    if person.others:
        return Intent(Asked.SEARCH, search=person.did(MADE).search, cost=rest.waste)
    who = any(item.letter == "q" and item.text.startswith("w") for item in rest.items)
    return Intent(Asked.PERSON, person=person, cost=rest.waste + 0.1, bare=not who)


def _of_best(people: Set, rest: Rest) -> Set:
    """The people of those films alone that the filters keep, or of the first: the cast of the first Nolan film."""
    *before, last = people.search.steps or (None,)
    kept = [*rest.filters, *([First(*rest.order)] if rest.order else ())]
    if not kept or not before or not isinstance(last, Who):
        return people
    return replace(people, search=replace(people.search, steps=(*before, *kept, last)))


def _of_their_films(person: Set, jobs: tuple[Job, ...], rest: Rest) -> Intent | None:
    """What is asked of the films of a person."""
    waste = rest.waste - 0.25 * len(rest.relations)
    waste += "q" in rest.bag and bool(rest.relations) and not rest.has("ftw")  # "who directed X" asks about a film
    films = person.did(jobs or (MADE if "M" in rest.bag and not person.search.steps else ()))
    return _of_films(films.keep(*rest.filters) if rest.filters else films, replace(rest, waste=waste), ())


def _of_two(one: Set, two: Set, rest: Rest) -> Intent | None:
    """What is asked of two films or people."""
    if one.letter == two.letter == "F":
        return of_two_films(one, two, rest) if one.named and two.named else None
    if one.letter == two.letter == "P":
        return None if one.search.steps or two.search.steps else _of_two_people(one, two, rest)
    films, person = (one, two) if one.letter == "F" else (two, one)
    if films.named or person.search.steps:
        return None
    did = With(person.keys, person.jobs or jobs_of(rest.left) or tuple(Job), person.label)
    return _listed(films.keep(did), rest)


def _listed(films: Set, rest: Rest) -> Intent | None:
    """The films of two people, how many they are, or the first of them."""
    if rest.has("mN"):
        return _of_films(films.keep(*rest.filters) if rest.filters else films, replace(rest, waste=0.2), ())
    return Intent(Asked.SEARCH, search=films.search, cost=0.2)


def _of_two_people(one: Set, two: Set, rest: Rest) -> Intent | None:
    """What is asked of the films of two people, or whether there are any."""
    if one.keys == two.keys:
        return _of_person(two if two.jobs else one, rest)
    jobs = jobs_of(rest.items)
    films = one.did(jobs or one.jobs or tuple(Job)).keep(With(two.keys, two.jobs or jobs or tuple(Job), two.label))
    if "Y" in rest.bag:
        return Intent(Asked.WHETHER, person=one, search=films.search, cost=0.5 * ("ro" in rest.bag))
    return _listed(films, rest)
