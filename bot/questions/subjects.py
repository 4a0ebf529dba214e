"""What is asked of the films and people that are left when the rules have been applied."""

from collections.abc import Sequence
from dataclasses import replace

from bot.knowledge.codes import language_code
from bot.knowledge.query import Asked, Job
from bot.knowledge.search import (
    EVERY,
    Beside,
    Did,
    Films,
    First,
    Named,
    Of,
    Playing,
    Search,
    Step,
    Wanted,
    With,
    Within,
)
from bot.questions.certificates import SYSTEMS, countries_of
from bot.questions.expressions import ANY, MADE, Set, every_film, films_together
from bot.questions.grammar import Item
from bot.questions.intent import ASPECT_OF, BY_COUNTRY, WANTED, Intent, jobs_of, of_any_film, unsaid
from bot.questions.wording import SITES

SPOTS = frozenset(["where it was shot", "where it can be watched"])
"""What is not known of a film; its premiere may be asked for by the same words: in which city, at which cinema."""
TELLING = frozenset(["certificate", "rated", "shown", "premiere", "source"])
"""Kinds of values that films alone have."""
RARER = (Asked.REASON, Asked.FESTIVALS, Asked.PREMIERE, Asked.ORIGINAL, Asked.PLOT, Asked.ORIGIN, Asked.LINKS)
"""Aspects that win over others asked for beside them."""

FIRST_OF = {
    Asked.LONGER: ("runtime", True),
    Asked.SHORTER: ("runtime", False),
    Asked.NEWER: ("year", True),
    Asked.OLDER: ("year", False),
}
"""What a comparative asks of three films or more."""


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
    if not sets:
        kinds = {step.kinds[0] for step in filters if isinstance(step, Of)}
        genre = "genre" in kinds or bool(
            "Y" not in bag and kinds & {"certificate", "rated", "shown", "premiere", "source"}
        )
        if not filters and not ("f" in bag and set(bag) & set("mN")):
            return None
        long = bool(filters) and all(isinstance(step, Within) and step.field == "runtime" for step in filters)
        kind = any(item.meaning is Asked.GENRE for item in items if item.letter == "x")
        about = any({"keyword", "theme"} & set(getattr(step, "kinds", ())) for step in filters)
        played = any(isinstance(step, Playing) and step.people for step in filters)  # did A play B
        if "f" not in bag and (
            kind or not (genre or long or played or ("m" in bag and not about))
        ):  # "the last samurai" is a title
            return None
        waste += 1.5 * (not filters)  # "count" and "last" stand in many a title
        waste += 0.5 * ("Y" in bag and "f" not in bag)  # is The Others longer than two hours: not other films
        return _of_films(every_film().keep(*filters), [i for i in left if i.letter in "vr"], items, bag, waste)
    if len(sets) == 1:
        one: Set = sets[0]
        if one.letter == "F" and len(one.named) > 1 and _in_order(items):
            one = films_together(one.named)
        if one.letter == "F" and one.named:
            return of_film(one, left, items, bag, filters, waste)
        if one.letter == "F" and (first := _first_of(one, items, filters)):
            plain = [item for item in items if item.letter != "m"]
            there = [step for step in (*one.search.steps, *filters) if _placing(step)]
            return of_film(first, left, plain, bag.replace("m", ""), there, waste)
        if one.letter == "F":
            return _of_films(
                one.keep(*filters) if filters else one, [i for i in left if i.letter in "vr"], items, bag, waste
            )
        return _of_person(one, left, items, bag, filters, waste)
    if len(sets) > 1 and (best := _best_of(sets, items)):
        return best
    if len(sets) == 2:
        return _of_two(sets[0], sets[1], left, items, bag)
    return None


def _first_of(films: Set, items: Sequence[Item], filters: Sequence[Step]) -> Set | None:
    """The first or the longest of films of one name, of which something is asked that only one film has."""
    best = [item.meaning for item in items if item.letter == "m"]
    aspect = _aspect(items)
    if not getattr(films.search.start, "together", False) or len(best) != 1 or best[0][-1] == EVERY:
        return None
    if aspect is None or not (aspect in BY_COUNTRY or aspect not in WANTED):
        return None
    kept = [step for step in (*films.search.steps, *filters) if not _placing(step)]
    named = tuple(Named("film", key, films.label, films.label) for key in films.keys)
    search = replace(films.search, steps=(*kept, First(*best[0])))
    return replace(films, search=search, named=named)


def _placing(step: Step) -> bool:
    """Whether a step keeps films by a country, which may tell where what is asked for differs."""
    return isinstance(step, Of) and step.kinds == ("country",)


def _in_order(items: Sequence[Item]) -> bool:
    """Whether all there is shall be put in an order."""
    return any(item.letter == "m" and item.meaning[-1] == EVERY for item in items)


def _aspect(items: Sequence[Item]) -> Asked | None:
    """The aspect asked for: a noun before "released", the rarer before the commoner."""
    found = [item.meaning for item in items if item.letter == "x"]
    found += [item.meaning for item in items if item.letter == "e"]
    if Asked.RELEASE in found and Asked.YEAR in found:
        return Asked.YEAR
    if Asked.RELEASE in found and any(item.letter == "M" for item in items):
        return Asked.YEAR  # when was it made
    shown = [i.text[:4] for i in items if i.letter == "e"]
    if Asked.COUNTRIES in found and {"prem", "show", "scre"} & set(shown):
        return Asked.PREMIERE  # where was it shown
    if any(i.meaning in SPOTS for i in items if i.letter == "u") and ("prem" in shown or Asked.PREMIERE in found):
        return Asked.PREMIERE  # at which cinema was the premiere
    if Asked.ORIGIN in found and any(i.meaning is Asked.COUNTRIES and "countr" in i.text for i in items):
        return Asked.COUNTRIES  # which country does it come from
    if Asked.BASED_ON in found and {Asked.ORIGIN, Asked.SOURCES} & set(found):
        return Asked.BASED_ON  # which novel does it come from
    first = Asked.PREMIERE in found or any(i.text == "first released" or i.text[:4] == "prem" for i in items)
    if first and Asked.COUNTRIES not in found and Asked.FESTIVALS not in found and _dates(items):
        return Asked.OPENING
    if Asked.PLOT in found and any(i.letter == "x" and "spoil" in i.text for i in items if i.meaning is Asked.SUMMARY):
        return Asked.SUMMARY  # the plot, no spoilers
    if Asked.FESTIVALS in found and Asked.PREMIERE in found:
        return Asked.PREMIERE
    if Asked.FESTIVALS in found and any(
        i.text.startswith(("prem", "open", "debut", "first")) for i in items if i.letter in "xem"
    ):
        return Asked.PREMIERE
    return next((aspect for aspect in RARER if aspect in found), found[0] if found else None)


def _dates(items: Sequence[Item]) -> bool:
    """Whether a date is asked for in so many words."""
    return any(i.letter == "x" and i.meaning is Asked.RELEASE and not i.text.startswith("prem") for i in items)


def of_film(
    film: Set, left: Sequence[Item], items: Sequence[Item], bag: str, filters: list[Step], waste: float
) -> Intent | None:
    """What is asked of one film."""
    jobs = next((item.meaning for item in items if item.letter == "i"), ()) or jobs_of(left)
    aspect = unsaid(_aspect(items), filters) if "Y" in bag else _aspect(items)
    missing = next((item.meaning for item in reversed(items) if item.letter == "u"), None)
    told = aspect is Asked.RATING or (aspect is Asked.PREMIERE and missing in SPOTS) or _on_air(items, jobs, aspect)
    if missing and not told:  # is it suitable for children
        return Intent(Asked.MISSING, film=film, words=missing, cost=waste + 0.2)
    if aspect is Asked.COUNTRIES and jobs == (Job.PRODUCER,):
        return Intent(aspect, film=film, cost=waste)  # which countries produced it
    if aspect is Asked.COUNTRIES and jobs == (Job.CINEMATOGRAPHER,):
        return Intent(Asked.MISSING, film=film, words="where it was shot", cost=waste)
    spared = next((step.label for step in filters if isinstance(step, With) and step.without), "")
    if spared and "Y" not in bag and (aspect is Asked.CAST or jobs == (Job.CAST,) or ("q" in bag and not aspect)):
        return Intent(Asked.CAST, film=film, words=spared, cost=waste)
    if named := _titled(filters, items, aspect):
        return Intent(Asked.TITLES, film=film, words=named, cost=waste)
    if filters and (either := _either(filters, items)) is Asked.CERTIFICATE:
        return Intent(either, film=film, words=_board(filters))
    if filters and ("Y" in bag) and aspect in (None, Asked.RELEASE, Asked.RUNTIME, Asked.GENRE, Asked.LANGUAGES):
        if either:
            return Intent(either, film=film)
        return Intent(Asked.WHETHER, film=film, search=film.search.then(*filters))
    if filters and set(bag) <= set("Foy") and bag[0] == "F" and all(map(_spoken_of, filters)):
        return Intent(Asked.WHETHER, film=film, search=film.search.then(*filters))  # F over two hours? F in French?
    waste += 0.5 * ("A" in bag and "f" in bag) + 0.6 * len(filters) + 0.6 * ("m" in bag) + 0.6 * ("N" in bag)
    if filters and (intent := of_film(film, left, items, bag, [], waste - 0.3)):
        return _narrowed(intent, filters, items)
    if jobs and (aspect is None or aspect in (Asked.RELEASE, Asked.SUMMARY, Asked.SCORE, Asked.GENRE, Asked.CARD)):
        if aspect is Asked.RELEASE and "q" not in bag:
            return Intent(aspect, film=film, cost=waste)
        waste += 0.25 * (aspect is not None)
        return Intent(ASPECT_OF[jobs[0]], film=film, jobs=jobs, cost=waste - 0.25)
    if not aspect and {"b", "q"} <= set(bag):
        return Intent(Asked.DIRECTOR, film=film, jobs=(Job.DIRECTOR,), cost=waste)  # who is it by
    if aspect is Asked.LINKS:
        said = {word for item in items if item.letter == "x" for word in item.text.split()}
        return Intent(aspect, film=film, words=next((site for site in SITES if site in said), ""), cost=waste)
    if aspect:
        return Intent(aspect, film=film, cost=waste)
    if "A" in bag:
        return Intent(Asked.SUMMARY, film=film, cost=waste - 0.25)
    if "q" in bag and _for_whom(items):
        return Intent(Asked.AUDIENCE, film=film, cost=waste)
    if ("q" in bag and "o" in bag and "m" not in bag) or (items[-1].letter == "q" and items[-1].text == "whos"):
        return Intent(Asked.CAST, film=film, cost=waste + 0.1)
    if bag in ("oF", "ofF") and items[0].text == "in":
        return Intent(Asked.CAST, film=film, cost=waste, bare=True)
    return Intent(Asked.CARD, film=film, cost=waste + 0.2 * ("q" in bag), bare=True)


def _spoken_of(step: Step) -> bool:
    """Whether a filter behind a title asks whether it holds: no film is told by how long it runs or its language."""
    return (isinstance(step, Within) and step.field == "runtime") or (
        isinstance(step, Of) and step.kinds == ("language",)
    )


def _on_air(items: Sequence[Item], jobs: Sequence[Job], aspect: Asked | None) -> bool:
    """Whether nothing that is unknown is spoken of but where a film was seen, beside what is asked: it was on telly."""
    unknown = [item.text for item in items if item.letter == "u"]
    asked = jobs or aspect not in (None, Asked.COUNTRIES, Asked.RELEASE)
    return bool(asked) and all(said.startswith("on ") for said in unknown)


def _for_whom(items: Sequence[Item]) -> bool:
    """Whether it is asked for whom a film is: "who is it for", "for whom is it"."""
    at = [n for n, item in enumerate(items) if (item.letter, item.text) == ("o", "for")]
    return any(n + 1 == len(items) or items[n + 1].letter == "q" for n in at)


def _titled(filters: Sequence[Step], items: Sequence[Item], aspect: Asked | None) -> str:
    """The code of the language or country that a title is asked for in: its French title; "" when none is."""
    kinds = {step.kinds[0] if isinstance(step, Of) else "" for step in filters}
    titled = any(item.letter == "f" and item.text in ("title", "titles") for item in items)
    titled = (titled and aspect is None) or aspect is Asked.TITLES
    if kinds and kinds <= {"country", "language"} and titled:
        step = next(step for step in filters if isinstance(step, Of))
        return language_code(step.label) if language_code(step.label) != step.label else step.values[0]
    return ""


def _either(filters: Sequence[Step], items: Sequence[Item]) -> Asked | None:
    """What is asked by "is it a comedy or a drama"."""
    kinds = {step.kinds[0] for step in filters if isinstance(step, Of)}
    if len(filters) < 2 or not any(item.letter == "d" and item.text == "or" for item in items):
        return None
    if kinds <= {"certificate", "rated"}:
        return Asked.CERTIFICATE
    if len(kinds) != 1:
        return None
    return {"genre": Asked.GENRE, "language": Asked.LANGUAGES, "country": Asked.COUNTRIES}.get(kinds.pop())


def _board(filters: Sequence[Step]) -> str:
    """The first country whose board gives all these certificates; "" for none."""
    some = [
        set(countries_of(step))
        for step in filters
        if isinstance(step, Of) and step.kinds[0] in ("certificate", "rated")
    ]
    shared = set.intersection(*some) if some else set()
    return next((country for country in SYSTEMS if country in shared), "")


def _narrowed(intent: Intent, filters: Sequence[Step], items: Sequence[Item]) -> Intent:
    """The intent with what the filters add: a country for dates and certificates, else what the film must be."""
    kinds = [step.kinds[0] if isinstance(step, Of) else "" for step in filters]
    if intent.asked is Asked.REASON and set(kinds) <= {"certificate", "rated", "country"}:
        said = {step.kinds[0]: step.values[0] for step in filters if isinstance(step, Of)}
        words = said.get("rated") or f"{said.get('country', '')} {said.get('certificate', '')}".strip()
        return replace(intent, words=words)  # why is it rated R
    if len(kinds) == 1 and isinstance(filters[0], Of):
        value = filters[0].values[0]
        if intent.bare and kinds[0] in ("certificate", "rated"):
            return replace(intent, asked=Asked.RATING, bare=False, words=value[:2] if kinds[0] == "rated" else "")
    one = isinstance(filters[0], Of) and len(filters[0].values) == 1
    if kinds == ["country"] and intent.asked is Asked.OPENING:
        intent = replace(intent, asked=Asked.RELEASE)  # when was it first shown in the US
    if kinds == ["country"] and intent.asked in BY_COUNTRY and one and isinstance(filters[0], Of):
        return replace(intent, words=filters[0].values[0])
    return replace(intent, film=intent.film.narrow(*filters)) if intent.film else intent


def _of_films(films: Set, relations: Sequence[Item], items: Sequence[Item], bag: str, waste: float) -> Intent | None:
    if missing := next((item.meaning for item in items if item.letter == "u"), None):
        return Intent(Asked.MISSING, words=missing, cost=waste + 0.2)
    settled = next((item.meaning for item in items if item.letter == "i"), None)
    if settled and films.jobs == ANY:
        films = films.settle(settled)
    order = next((item.meaning for item in items if item.letter == "m"), None) or _placed(items)
    told = {step.field for step in films.search.steps if isinstance(step, Within | Beside)}
    plain = "x" not in bag and ("year" in told or order)  # films that came out in 1994, the first that was released
    aspect = None if plain else unsaid(_aspect(items), films.search.steps)
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


def _placed(items: Sequence[Item]) -> tuple[str, bool] | None:
    """What is asked by "came out first" where nothing stands beside the films it is said of."""
    said = next((item for item in items if item.letter == "l" and item.text.endswith((" first", " last"))), None)
    return ("year", said.text.endswith(" last")) if said else None


def _of_person(
    person: Set, left: Sequence[Item], items: Sequence[Item], bag: str, filters: list[Step], waste: float
) -> Intent | None:
    told = [item.meaning for item in items if item.letter == "i"]
    if left[-1].text == "in" and left[-1].letter == "o":
        told = told or [(Job.CAST,)]  # what is X in
    relations = [item for item in left if item.letter in "vr"]
    jobs = (told[0] if told else ()) or (relations[-1].meaning if relations else ())
    derived = bool(person.search.steps)
    aspect = _aspect(items)
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


def _best_of(sets: Sequence[Set], items: Sequence[Item]) -> Intent | None:
    """Which of three films, or of two with a superlative, is the longest."""
    found = [item for item in items if item.letter in "ml"]
    if not found or not all(one.letter == "F" and one.named for one in sets):
        return None
    order = FIRST_OF.get(found[0].meaning) if found[0].letter == "l" else found[0].meaning
    joined = found[0].letter == "m" and any(item.letter == "d" for item in items)  # the longest of A and B
    if order is None or (len(sets) < 3 and not joined):
        return None
    named = [one.named[0] for one in sets]  # the best known of each name: the answer says its year
    films = Films(tuple(one.key for one in named), f"films {', '.join(one.name for one in named)}", True)
    return Intent(Asked.SEARCH, search=Search(films, (First(*order),)))


def _manner(compared: Asked | None, items: Sequence[Item], bag: str) -> str:
    """How two films are compared: whether one is longer, which is better, or "" for no more than that."""
    if compared is Asked.COMPARED:
        return "better" if any(item.letter == "l" and item.text.startswith("better") for item in items) else ""
    return "whether" if "Y" in bag and "d" not in bag else ""


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
            return Intent(
                compared or Asked.COMMON,
                film=one,
                other=two,
                cost=0.0,
                words=_manner(compared, items, bag),
            )
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
            jobs = jobs_of([i for i in left if i.letter in "vr"]) or (Job.CAST,)
            return Intent(
                Asked.SEARCH, search=films.keep(With(person.keys, person.jobs or jobs, person.label)).search, cost=0.2
            )
    return None
