"""From the items of a text to an `Intent`: what is asked of films, of people and of both together."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from bot.knowledge.query import Asked, Job
from bot.knowledge.search import EVERY, Alongside, Wanted, With
from bot.questions.asked.awarded import speaks
from bot.questions.asked.beside import told_apart
from bot.questions.asked.casting import role_asked
from bot.questions.asked.claims import claimed, some_for_all
from bot.questions.asked.credited import credited
from bot.questions.asked.each import alike, facts_of_each, of_each
from bot.questions.asked.expressions import ANY, BY, Set, every_film
from bot.questions.asked.grammar import rewritten
from bot.questions.asked.honoured import honoured
from bot.questions.asked.intent import ASPECT_OF, Intent, jobs_of
from bot.questions.asked.paring import (
    any_others,
    cast_by,
    core,
    either_of,
    introduced,
    ordered,
    said_once,
    unmistaken,
    without_whoever,
)
from bot.questions.asked.parts import Parts
from bot.questions.asked.playing import playing
from bot.questions.asked.relative import narrowed
from bot.questions.asked.several import by_whom, each_alone, together
from bot.questions.asked.spared import spared
from bot.questions.asked.subjects import of_subjects
from bot.questions.asked.two_films import in_common, in_one_alone
from bot.questions.asked.two_people import busier, of_age, of_both
from bot.questions.rules.phrases import OR, SPARING
from bot.questions.words.item import Item

_TOGETHER = re.compile(r"(?:q[zo]*v+wPo*|q?[zor]*Pr?[cw][vo]+|[qzor]*cr?o+Po+)F")
"""Who was in a film together with somebody."""

_MET = re.compile(r"N?(?:[rqz]*c[ob]*|[rqz]+[zo]*(?:t|v(?=w))[ot]*w?)(?P<both>d?)PdP")
"""Who has worked with two people, or acted with both."""

_SEVERAL = re.compile(r"[PFrvobwzd]*[vr][ob]*d+[vr][PFrvobwz]*")
"""Was X the director and the star of F."""

_BESIDE = re.compile(r"Pv?o?Fv?[wd]P|PdPd?(?:[vrt]+o?|o)F|F[vr]?d?PdP")
"""Was X in F with Y; were X and Y both in F; does F star X and Y."""

_HAVING = re.compile(r"f[zwov]*T[rx]")
"""Films that have more than one of something."""
_BESIDES = re.compile(r"(?P<n>n)[dobz]*P|(?P<co>c[rv]).*F.*wP")
"""Somebody who is not meant, for it is known that they did a job."""
SPARED = frozenset(SPARING.split("|"))
"""Words behind which somebody is left out."""
_ALSO_WITH = re.compile(r"[qoz]*[rq][oz]*F[qzd]*(?P<done>tw?|vw|vb?|vo*f[obw]+)P(?P<films>f?)")
"""Who of those in a film has worked with somebody."""
_ACTED_WITH = re.compile("vwP[oyf]*")
"""Who acted with somebody, maybe in films of a kind."""
_ON_FILMS = re.compile(r"[rv].*PtwT?o*fz?vT?[oyf]*$")
"""Those with whom somebody worked on films that they did a job for themselves."""

MAKERS = (Job.DIRECTOR, Job.WRITER, Job.PRODUCER)
"""What somebody did who made a film."""

MOST_PARTS = 40
"""Parts of the longest question that is read."""


def asked(items: Sequence[Item]) -> Intent | None:
    """What the items ask, None when they ask nothing."""
    intent = _asked(tuple([item for item in items if item.letter != "_"]))
    if intent and intent.asked is Asked.WHETHER and some_for_all(intent, items):
        return None
    times = next((item.meaning for item in items if item.letter == "T" and item.meaning), 0)
    if not times or intent is None:
        return intent
    if _HAVING.search("".join(item.letter for item in items)):
        return None
    if any(item.letter == "Y" for item in items):  # has X worked with Y more than once
        counted = (Item("N", text="how many") if item.letter == "Y" else item for item in items)
        return asked([item for item in counted if item.letter != "T"])
    if intent.search is None or not intent.search.most:
        return None  # who won twice
    return replace(intent, search=replace(intent.search, most=False, least=times))


@lru_cache(maxsize=200)
def _asked(items: tuple[Item, ...]) -> Intent | None:
    """The same of items that are all understood; kept, for the attempts at a text differ in what is not."""
    if claim := claimed(items, _asked):
        return claim
    plain = either_of(by_whom(told_apart(narrowed(spared(any_others(cast_by(introduced(items))))))))
    several = together([asked(alone) for alone in each_alone(plain)])
    if several := several or alike([asked(alone) for alone in facts_of_each(plain)]):
        return replace(several[0], also=tuple(several[1:]))
    text = Parts(playing(said_once(unmistaken(plain))))
    if re.search("F[nod]*n[od]*m$", text.letters):
        return None  # in the first film of them, but not the second
    if len(text.items) > MOST_PARTS or (text.has("t") and not text.has("PF")):
        return None  # how many did they make together
    if measured := _measured(text):
        return measured
    if any(map(speaks, text.items)):
        told = honoured(text.items, text.films, text.people)
        if told is None or isinstance(told, Intent):
            return told
        text = Parts(told)
    cases = (
        _besides,
        _also_with,
        _with_somebody,
        of_each,
        in_one_alone,
        in_common,
        of_both,
        busier,
        of_age,
        _busiest,
        role_asked,
        _of_the_rest,
    )
    return next((told for case in cases if (told := case(text))), None)


def _of_the_rest(text: Parts) -> Intent | None:
    """What is asked of the films and people of a text, as the grammar puts them together."""
    items = ordered(without_whoever(text))
    inner = core(items, text)
    letters = "".join(item.letter for item in inner)
    films, people, bag = text.films, text.people, text.letters
    named = len(films) == 1 and bool(films[0].named)
    if len(people) == 1 and not films and "x" not in bag and _together(letters, bag):
        return _companions(people[0], items, "T" in bag)
    doing = set(letters) <= set("PFrvobwz") or _SEVERAL.fullmatch(letters)
    if named and "Y" in bag and len(people) == 1 and doing:
        return _film_and_person(items, bag, films[0], people[0])  # was P the director of F
    if "Y" in bag and _BESIDE.fullmatch(letters) and films[0].named and not people[0].search.steps:
        return _film_and_person(items, bag, films[0], replace(people[0], others=(people[1],)))
    if len(people) == 2 and not films and (found := _MET.fullmatch(bag)) and ("v" not in bag or found["both"]):
        return _companions(people[0], items, "T" in bag, people[1])
    left = rewritten(credited(inner))
    if named and len(people) == 1 and _both_left(left, films[0]):
        return _film_and_person(items, bag, films[0], people[0])
    return of_subjects(left, items, bag)


def _measured(text: Parts) -> Intent | None:
    """Which of two films is longer, where no more than their length is spoken of: "A or B by length, which wins"."""
    length = any(item.meaning is Asked.RUNTIME or _by_length(item) for item in text.items if item.letter in "xm")
    either = any(item.text in OR for item in text.items if item.letter == "d")
    two = len(text.films) == 2 and all(one.named for one in text.films)
    if not (two and length and either) or text.has("PCluy"):
        return None
    return Intent(Asked.LONGER, film=text.films[0], other=text.films[1])


def _by_length(item: Item) -> bool:
    """Whether films are to be put in an order by how long they run."""
    return item.letter == "m" and item.meaning[0] == "runtime" and item.meaning[-1] == EVERY


def _with_somebody(text: Parts) -> Intent | None:
    """Who was in a film together with somebody."""
    if not _TOGETHER.fullmatch(text.letters) or not text.films[0].named or text.people[0].search.steps:
        return None
    person = text.people[0]
    return Intent(Asked.CAST, film=text.films[0].theirs(person, (Job.CAST,)), besides=(person.label,))


def _besides(text: Parts) -> Intent | None:
    """Who did a job for a film besides somebody: who wrote F besides P, who co-wrote F with P."""
    found = _BESIDES.search(text.letters)
    jobs = jobs_of(text.items)
    spares = found and (found["co"] or text.items[found.start("n")].text in SPARED)
    before = text.letters[: found.start("n")] if found and not found["co"] else ""
    each = len(text.people) == 1 or (bool(before) and "P" not in before)
    one = len(text.films) == 1 and text.films[0].named and not any(who.search.steps for who in text.people)
    if not (one and each and jobs and spares) or text.has("YxKkCuamf"):
        return None
    names = tuple(one.label for who in text.people for one in (who, *who.others))
    return Intent(ASPECT_OF[jobs[0]], film=text.films[0], besides=names, jobs=jobs)


def _also_with(text: Parts) -> Intent | None:
    """Who of those who did something for a film has worked with somebody: actors in F who also acted in P's films."""
    found = _ALSO_WITH.fullmatch(text.letters)
    if not found or not text.films[0].named or text.people[0].search.steps:
        return None
    person, films = text.people[0], text.films[0]
    done = [item.meaning for item in text.items[found.start("done") :] if item.letter == "v"]
    by_them = found["done"] in ("v", "vb") and not found["films"]  # directed by P
    jobs = jobs_of(text.items[: found.start("done")]) or (Job.CAST,)
    own = jobs if by_them or not done else done[0]
    theirs = done[0] if by_them else person.jobs or (ANY if "f" in found["done"] + found["films"] else tuple(Job))
    keys = tuple(key for one in (person, *person.others) for key in one.keys)
    label = " or ".join(one.label for one in (person, *person.others))
    return Intent(Asked.SEARCH, search=films.who(jobs).search.then(Alongside(keys, theirs, own, label)))


def _busiest(text: Parts) -> Intent | None:
    """Who directed most films."""
    jobs = jobs_of(text.items)
    if "T" not in text.letters or text.letters.endswith("oT") or text.has("C") or text.films or text.people or not jobs:
        return None
    kept = [step for item in text.items if item.letter in "yf" for step in item.meaning or ()]
    return Intent(Asked.SEARCH, search=replace(every_film().keep(*kept).who(jobs).search, most=True))


def _both_left(left: Sequence[Item], film: Set) -> bool:
    """Whether the film and the person stand side by side after the rules."""
    return film in [item.meaning for item in left] and sum(item.letter in "FP" for item in left) == 2


def _together(letters: str, bag: str) -> bool:
    """Whether a text about one person asks for those who worked with them."""
    return (
        "c" in letters
        or "t" in letters
        or "sf" in letters
        or ("q" in bag and letters.rstrip("oyf").endswith("Pvw"))
        or letters in ("Pvw", "vwP")
        or ("q" in bag and _ACTED_WITH.fullmatch(letters) is not None)
    )


def _companions(person: Set, items: Sequence[Item], most: bool, other: Set | None = None) -> Intent:
    """Those who did something together with a person: acted in the same films, directed the films X is in; and with
    another, maybe in other films.
    """
    jobs = jobs_of(items) or (Job.CAST,)
    acted = any(item.letter == "v" for item in items)
    known = jobs if acted else person.jobs or ANY if jobs == (Job.CAST,) else tuple(Job)
    filters = [step for item in items if item.letter in "yf" for step in item.meaning or ()]
    films = person.did(_own(items) or known).keep(*filters)
    found = films.who(jobs).search
    if other:
        found = found.then(Alongside(other.keys, jobs if acted else other.jobs or ANY, jobs, other.label))
    counted = Wanted.COUNT if any(item.letter == "N" for item in items) else found.wanted
    search = replace(found, without_start=True, most=most and not other, wanted=counted)
    return Intent(Asked.SEARCH, person=person, search=search)


def _own(items: Sequence[Item]) -> tuple[Job, ...]:
    """What somebody did for the films that they worked on together with others: on the films she directed."""
    letters = "".join(item.letter for item in items)
    return next(item.meaning for item in reversed(items) if item.letter == "v") if _ON_FILMS.search(letters) else ()


def _film_and_person(items: Sequence[Item], bag: str, film: Set, person: Set) -> Intent | None:
    """Was A in F; did A direct F; does A die in F, which nothing tells."""
    if missing := next((item.meaning for item in items if item.letter == "u"), None):
        return Intent(Asked.MISSING, film=film, words=missing)
    jobs = jobs_of(items) or person.jobs or (MAKERS if "M" in bag else ())
    each = [jobs]
    if any(item.letter == "d" for item in items):  # the director and the star
        each = list(dict.fromkeys(item.meaning for item in items if item.letter in "vr")) or each
    if any((item.letter, item.text) == ("d", "or") for item in items):
        each = [tuple(job for some in each for job in some)]
    any_job = BY if "b" in bag else tuple(Job)  # is F by A
    both = (person, *person.others)
    steps = (With(one.keys, one.jobs or some or any_job, one.label) for one in both for some in each)
    filters = [step for item in items if item.letter in "yf" for step in item.meaning or ()]
    search = film.search.then(*steps, *filters)
    return Intent(Asked.WHETHER, film=film, person=person, search=search, jobs=jobs, cost=0.0 if "Y" in bag else 1.1)
