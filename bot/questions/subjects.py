"""What is asked of the films and people that are left when the rules have been applied."""

from collections.abc import Sequence
from dataclasses import replace

from bot.knowledge.query import Asked, Job
from bot.knowledge.search import Beside, Did, First, Of, Playing, Step, Wanted, With, Within
from bot.questions.aspect import aspect_of
from bot.questions.expressions import ANY, MADE, Set, every_film, films_together
from bot.questions.firsts import best_of, by_country, first_of, in_order, placed
from bot.questions.intent import WANTED, Intent, jobs_of, of_any_film, unsaid
from bot.questions.item import Item
from bot.questions.one_film import of_film

TELLING = frozenset(["certificate", "rated", "shown", "premiere", "source"])
"""Kinds of values that films alone have."""
BESIDE = 2.5
"""What it costs to take two films that nothing joins for a pair."""


def of_subjects(left: Sequence[Item], items: Sequence[Item], bag: str) -> Intent | None:
    """What the films and people that are left ask; None when they ask nothing."""
    sets = [item.meaning for item in left if item.letter in "FP"]
    filters = [step for item in left if item.letter in "yf" for step in item.meaning or ()]
    waste = 0.25 * sum(item.letter in "vrbwstcKAzf" for item in left)
    missing = next((item.meaning for item in items if item.letter == "u"), None)
    if not sets and missing and "f" in bag:
        return Intent(Asked.MISSING, words=missing, cost=waste)
    relations = [item for item in left if item.letter in "vr"]
    if not sets:
        return _of_every_film(filters, relations, items, bag, waste)
    if len(sets) == 1:
        one: Set = sets[0]
        if one.letter == "P":
            return _of_person(one, left, items, bag, filters, waste)
        if len(one.named) > 1 and in_order(items):
            one = films_together(one.named)
        if one.named:
            return of_film(one, left, items, bag, filters, waste)
        if first := first_of(one, items, filters):
            plain = [item for item in items if item.letter != "m"]
            there = [step for step in (*one.search.steps, *filters) if by_country(step)]
            return of_film(first, left, plain, bag.replace("m", ""), there, waste)
        if not relations and any(map(_who_is_in, items, items[1:])):
            relations = [Item("r", (Job.CAST,))]
        return _of_films(one.keep(*filters) if filters else one, relations, items, bag, waste)
    if best := best_of(sets, items):
        return best
    return _of_two(sets[0], sets[1], left, items, bag) if len(sets) == 2 else None


def _who_is_in(item: Item, after: Item) -> bool:
    """Whether it is asked who is in films."""
    return item.letter == "q" and (after.letter, after.text) == ("o", "in")


def _of_every_film(
    filters: Sequence[Step], relations: Sequence[Item], items: Sequence[Item], bag: str, waste: float
) -> Intent | None:
    """What is asked of all films that the filters keep."""
    if not filters and not ("f" in bag and set(bag) & set("mN")):
        return None
    kinds = {step.kinds[0] for step in filters if isinstance(step, Of)}
    telling = "genre" in kinds or ("Y" not in bag and not kinds.isdisjoint(TELLING))
    long = bool(filters) and all(isinstance(step, Within) and step.field == "runtime" for step in filters)
    kind = any(item.meaning is Asked.GENRE for item in items if item.letter == "x")
    about = any({"keyword", "theme"} & set(getattr(step, "kinds", ())) for step in filters)
    played = any(isinstance(step, Playing) and step.people for step in filters)  # did A play B
    if "f" not in bag and (kind or not (telling or long or played or ("m" in bag and not about))):
        return None  # "the last samurai" is a title
    waste += 1.5 * (not filters)  # "count" and "last" stand in many a title
    waste += 0.5 * ("Y" in bag and "f" not in bag)  # is The Others longer than two hours: not other films
    return _of_films(every_film().keep(*filters), relations, items, bag, waste)


def _of_films(films: Set, relations: Sequence[Item], items: Sequence[Item], bag: str, waste: float) -> Intent | None:
    if missing := next((item.meaning for item in items if item.letter == "u"), None):
        return Intent(Asked.MISSING, words=missing, cost=waste + 0.2)
    settled = next((item.meaning for item in items if item.letter == "i"), None)
    if settled and films.jobs == ANY:
        films = films.settle(settled)
    order = next((item.meaning for item in items if item.letter == "m"), None) or placed(items)
    told = {step.field for step in films.search.steps if isinstance(step, Within | Beside)}
    plain = "x" not in bag and ("year" in told or order)  # films that came out in 1994, the first that was released
    aspect = None if plain else unsaid(aspect_of(items), films.search.steps)
    if aspect is Asked.RUNTIME and "runtime" in told:
        aspect = None  # films that run over two hours
    if order:
        films = films.keep(First(*order))
    if "Y" in bag and bag.count("P") > 1 and not aspect and not set(bag) & set("mN"):
        return Intent(Asked.WHETHER, person=films, search=films.search, cost=waste)
    if "Y" in bag and not relations and of_any_film(films.search.steps):
        return Intent(Asked.WHETHER, search=films.search, cost=waste)
    if relations and not (aspect and aspect is not Asked.RELEASE) and "N" not in bag:
        search = films.who(relations[-1].meaning).search
        did = films.search.steps[0] if films.search.steps else None
        if "w" in bag and isinstance(did, Did) and did.jobs == ANY and Job.CAST not in relations[-1].meaning:
            did = None  # a director may direct himself
        if "w" in bag and isinstance(did, Did) and set(did.jobs) & set(relations[-1].meaning):
            search = replace(search, without_start=True)
        search = replace(search, most="T" in bag)
        return Intent(Asked.SEARCH, search=search, cost=waste - 0.25)
    if "N" in bag and not order:
        return Intent(Asked.SEARCH, search=replace(films.search, wanted=Wanted.COUNT), cost=waste)
    if aspect in WANTED:
        return Intent(Asked.SEARCH, search=replace(films.search, wanted=WANTED[aspect]), cost=waste)
    return Intent(Asked.SEARCH, search=films.search, cost=waste + (0.5 if aspect else 0))


def _of_person(
    person: Set, left: Sequence[Item], items: Sequence[Item], bag: str, filters: list[Step], waste: float
) -> Intent | None:
    told = [item.meaning for item in items if item.letter == "i"]
    if left[-1].text == "in" and left[-1].letter == "o":
        told = told or [(Job.CAST,)]  # what is X in
    relations = [item for item in left if item.letter in "vr"]
    jobs = (told[0] if told else ()) or (relations[-1].meaning if relations else ())
    derived = bool(person.search.steps)
    aspect = aspect_of(items)
    aged = any(item.text == "how old" for item in items)
    if not derived and "f" not in bag and (aged or "u" in bag):
        return Intent(Asked.MISSING, person=person, cost=1.0 * bool(jobs))  # did X direct Hero
    said_again = all(item.letter == "r" and item.meaning == person.jobs for item in relations)
    if derived and said_again and "M" not in bag and (not aspect or not any(item.letter == "f" for item in left)):
        search = replace(person.search, most="T" in bag)
        return Intent(Asked.SEARCH, search=search, cost=waste + 0.3 * bool(aspect))
    if jobs or filters or "f" in bag or aspect in WANTED or set(bag) & set("mNMt"):
        if "q" in bag and relations and not set(bag) & set("ftw"):
            waste += 1.0  # "who directed X" asks about a film
        films = person.did(jobs or (MADE if "M" in bag and not derived else ()))
        if filters:
            films = films.keep(*filters)
        return _of_films(films, (), items, bag, waste - 0.25 * len(relations))
    if aspect:
        return None
    if person.others:
        return Intent(Asked.SEARCH, search=person.did(MADE).search, cost=waste)
    who = any(item.letter == "q" and item.text.startswith("w") for item in items)
    return Intent(Asked.PERSON, person=person, cost=waste + 0.1, bare=not who)


def _of_two(one: Set, two: Set, left: Sequence[Item], items: Sequence[Item], bag: str) -> Intent | None:
    compared = next((item.meaning for item in items if item.letter == "l"), None)
    if not compared and any(item.text in ("vs", "versus") for item in items if item.letter == "d"):
        compared = Asked.COMPARED
    if one.letter == two.letter == "F" and one.named and two.named:
        jobs = jobs_of(items) or ((Job.CAST,) if "q" in bag and "d" in bag else ())
        if jobs and compared in (None, Asked.COMMON):
            joined = compared or set(bag) & set("sd")
            return Intent(Asked.COMMON, film=one, other=two, jobs=jobs, cost=0.0 if joined else BESIDE)
        if compared or "s" in bag:
            manner = _manner(compared, items, bag)
            return Intent(compared or Asked.COMMON, film=one, other=two, cost=0.0, words=manner)
        return None
    if one.letter == two.letter == "P" and not one.search.steps and not two.search.steps:
        jobs = jobs_of(items)
        films = one.did(jobs or one.jobs or tuple(Job)).keep(With(two.keys, two.jobs or jobs or tuple(Job), two.label))
        if "Y" in bag:
            return Intent(Asked.WHETHER, person=one, search=films.search, cost=0.5 * ("ro" in bag))
        return Intent(Asked.SEARCH, search=films.search, cost=0.2)
    if {one.letter, two.letter} == {"F", "P"}:
        films, person = (one, two) if one.letter == "F" else (two, one)
        if not films.named and not person.search.steps:
            did = With(person.keys, person.jobs or jobs_of(left) or tuple(Job), person.label)
            return Intent(Asked.SEARCH, search=films.keep(did).search, cost=0.2)
    return None


def _manner(compared: Asked | None, items: Sequence[Item], bag: str) -> str:
    """How two films are compared: whether one is longer, which is better, or "" for no more than that."""
    if compared is Asked.COMPARED:
        return "better" if any(item.letter == "l" and item.text.startswith("better") for item in items) else ""
    return "whether" if "Y" in bag and "d" not in bag else ""
