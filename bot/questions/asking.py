"""From the letters of a text to an `Intent`: what is asked of roles and companions, and what is left."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.knowledge.query import Asked, Job
from bot.knowledge.search import EVERY, First, Of, With
from bot.questions.awarded import speaks
from bot.questions.beside import told_apart
from bot.questions.credited import credited
from bot.questions.expressions import ANY, BY, MADE, Set, every_film
from bot.questions.grammar import rewritten
from bot.questions.honoured import honoured
from bot.questions.intent import Intent, jobs_of
from bot.questions.item import Item
from bot.questions.playing import playing
from bot.questions.relative import narrowed
from bot.questions.several import each_alone, together
from bot.questions.spared import spared
from bot.questions.subjects import of_subjects
from bot.questions.tidying import introduced

_NEGATES = re.compile(r"n(?=[vwobzf]*[Py])|(?<=P)n(?=[vo]*$)|(?<=v)n(?=v)")

_WHOEVER = re.compile(r"(?<=[bowf])q(?=[vM])|q(?=[vM][bo]*F[dz]*f)")
"""Where "who" asks nothing: by the person who wrote F, the one who wrote F."""

_JOINED = re.compile(r"(?=.*[qrk])[qrzvkodsb]*F[zqo]*d+[zqvko]*F[vo]*")
"""Those who are in F and also in another film."""

_TOGETHER = re.compile(r"q[zo]*v+wPo*F")
"""Who was in a film together with somebody."""

ONE = ("film", "movie", "flick", "picture")
"""Behind a title: the film of that name."""

_BESIDE = re.compile(r"Pv?o?Fv?[wd]P")
"""Was X in F with Y."""

MAKERS = (Job.DIRECTOR, Job.WRITER, Job.PRODUCER)
"""What somebody did who made a film."""

UNTOLD = 0.65
"""What it costs to take a character and the film they are in for the question who plays them."""
SEVERAL = frozenset("actors|actresses|everyone|everybody|people|what people|which people|who all".split("|"))
"""Words that ask for all who played a character, whatever else it is called."""
MOST_PARTS = 40
"""Parts of the longest question that is read."""

FLOATING = frozenset("xemNlqYiuT")
"""Letters that say what is asked wherever they stand; they are put aside before the rules are applied."""


def asked(items: Sequence[Item]) -> Intent | None:
    """What the items ask, None when they ask nothing."""
    plain = told_apart(narrowed(spared(introduced([item for item in items if item.letter != "_"]))))
    if several := together([asked(alone) for alone in each_alone(plain)]):
        return replace(several[0], also=tuple(several[1:]))
    if _scored({item.letter for item in plain}):
        plain = [Item("v", (Job.COMPOSER,)) if item.meaning is Asked.SCORE else item for item in plain]  # X scored
    if any(item.meaning is Asked.COUNTRIES and "countr" in item.text for item in plain):
        plain = [item for item in plain if item.letter not in "rv" or item.meaning != (Job.PRODUCER,)]
    plain = playing(_said_once(plain))
    bag = "".join(item.letter for item in plain)
    people = [item.meaning for item in plain if item.letter == "P"]
    films = [item.meaning for item in plain if item.letter == "F"]
    if len(plain) > MOST_PARTS:
        return None
    if compared := _measured(plain, films):
        return compared
    if any(speaks(item) for item in plain):
        told = honoured(plain, films, people)
        if told is None or isinstance(told, Intent):
            return told
        plain = told
        bag = "".join(item.letter for item in plain)
        people = [item.meaning for item in plain if item.letter == "P"]
    overlap = (
        jobs_of(plain) and not people and any(item.meaning is Asked.COMMON for item in plain if item.letter == "l")
    )
    if _TOGETHER.fullmatch(bag) and films[0].named and not people[0].search.steps:
        return Intent(Asked.CAST, film=films[0], words=people[0].label)
    if len(films) == 2 and (overlap or _JOINED.fullmatch(bag)) and all(one.named for one in films):
        return Intent(Asked.COMMON, film=films[0], other=films[1], jobs=jobs_of(plain) or (Job.CAST,))
    if "T" in bag and not bag.endswith("oT") and not films and not people and (jobs := jobs_of(plain)):
        kept = [step for item in plain if item.letter in "yf" for step in item.meaning or ()]
        search = every_film().keep(*kept).who(jobs).search
        return Intent(Asked.SEARCH, search=replace(search, most=True))  # who directed most films
    if role := _role(plain, bag, films, people):
        return role
    one = bool(re.search("F[dz]*f", bag)) and any(item.letter == "f" and item.text in ONE for item in plain)
    whoever = set() if one else {match.start() for match in _WHOEVER.finditer(bag)}
    plain = [Item("z") if n in whoever else item for n, item in enumerate(plain)]
    plain = _ordered(plain)
    inner = [item for item in plain if item.letter not in FLOATING or (item.letter == "i" and films == [])]
    inner = [item for item in inner if item.letter not in "KC"] if (films or people) else inner
    inner = [Item("v", (Job.CAST,), "plays") if item.letter == "k" else item for item in inner]
    inner = _made(inner, "x" in bag)
    inner = _neither(_denied(inner, "Y" in bag))
    inner = inner if "Y" in bag and films else _any_of(inner)
    letters = "".join(item.letter for item in inner)
    if len(people) == 1 and not films and "x" not in bag and _together(letters, bag):
        return _companions(people[0], plain, "T" in bag)
    if "Y" in bag and len(people) == len(films) == 1 and films[0].named and set(letters) <= set("PFrvobwz"):
        return _film_and_person(plain, bag, films[0], people[0])  # was P the director of F
    if "Y" in bag and _BESIDE.fullmatch(letters) and films[0].named and not people[0].search.steps:
        return _film_and_person(plain, bag, films[0], replace(people[0], others=(people[1],)))
    left = rewritten(credited(inner))
    if len(people) == 1 and len(films) == 1 and films[0].named and _both_left(left, films[0]):
        return _film_and_person(plain, bag, films[0], people[0])
    return of_subjects(left, plain, bag)


def _measured(items: Sequence[Item], films: list[Set]) -> Intent | None:
    """Which of two films is longer, where no more than their length is spoken of: "A or B by length, which wins"."""
    length = any(item.meaning is Asked.RUNTIME or _by_length(item) for item in items if item.letter in "xm")
    either = any(item.text in ("or", "vs", "versus") for item in items if item.letter == "d")
    letters = "".join(item.letter for item in items)
    if len(films) != 2 or not (length and either) or set(letters) & set("PCluy") or not all(one.named for one in films):
        return None
    return Intent(Asked.LONGER, film=films[0], other=films[1])


def _by_length(item: Item) -> bool:
    """Whether films are to be put in an order by how long they run."""
    return item.letter == "m" and item.meaning[0] == "runtime" and item.meaning[-1] == EVERY


def _said_once(items: Sequence[Item]) -> list[Item]:
    """The items without a job that was named before: who wrote the script, which director made it; the same person."""
    letters = "".join(item.letter for item in items)
    jobs = [item.meaning for item in items if item.letter in "vr"]
    if (
        letters.count("F") == 1
        and not set(letters) & set("Pfsctk")
        and "zv" not in letters
        and len(jobs) > 1
        and len(set(jobs)) == 1
    ):
        first = min(n for n, item in enumerate(items) if item.letter in "vr")
        items = [item for n, item in enumerate(items) if item.letter not in "vr" or n == first]
    if re.search("(?:[rv][ob]*F|F[rv])qv$", letters) and jobs == [(Job.COMPOSER,), (Job.WRITER,)]:
        items = items[:-1]  # its music, who wrote it
    if letters.count("F") == 1 and re.search("k.*F.*r$", letters) and items[-1].meaning == (Job.CAST,):
        items = items[:-1]  # who voices them in F, the cast
    done: list[Item] = []
    for item in items:
        last = done[-1] if done else None
        if item.letter == "q" and last and last.letter == "s" and jobs:
            item = Item("r", jobs[0])  # by the same person as F
        named = done[:-1] if last and last.letter == "q" else done  # his music, who made it
        made = letters.count("F") == 1 and "r" in letters and not set(letters) & set("Pf")  # who made the music of F
        if item.letter != "M" or not (made or (named and named[-1].letter == "r")):
            done.append(item)
    return done


def _scored(letters: set[str]) -> bool:
    """Whether a score is music: X scored it, who is the score by."""
    return bool(letters & set("qb")) if "F" in letters else "P" in letters


def _ordered(items: Sequence[Item]) -> list[Item]:
    """Whoever did a job for the longest film of some: what comes first among films is then one of their filters."""
    letters = "".join(item.letter for item in items)
    done = list(items)
    for found in reversed(list(re.finditer(r"(?<=r[ob]).*?(m)([fyF])", letters))):
        best, films = done[found.start(1)], done[found.start(2)]
        if films.letter == "F":
            if not films.meaning.named:
                done[found.start(1) : found.end()] = [replace(films, meaning=films.meaning.keep(First(*best.meaning)))]
            continue
        filters = (*(films.meaning or ()), First(*best.meaning))
        done[found.start(1) : found.end()] = [Item(films.letter, filters, films.text)]
    return done


def _both_left(left: Sequence[Item], film: Set) -> bool:
    """Whether the film and the person stand side by side after the rules."""
    return film in [item.meaning for item in left] and sum(item.letter in "FP" for item in left) == 2


def _made(items: Sequence[Item], aspect: bool) -> list[Item]:
    """To have made a film is directing when a film is asked about and nothing else says what was done."""
    letters = {item.letter for item in items}
    told = aspect or letters & set("vr") or ("F" not in letters and "".join(i.letter for i in items).count("P") < 2)
    jobs = (Job.DIRECTOR,) if "F" in letters else tuple(Job)
    if not aspect and re.fullmatch("f[zw]*PM|PMf", "".join(item.letter for item in items)):
        return [Item("v", MADE) if item.letter == "M" else item for item in items]  # films X made
    done = [Item("v", jobs) if item.letter == "M" and not told else item for item in items]
    return [item for item in done if item.letter != "M"]


def _denied(items: Sequence[Item], whether: bool) -> list[Item]:
    """The items without words of negation that negate no name and no filter."""
    letters = "".join(item.letter for item in items)
    kept = {match.start() for match in _NEGATES.finditer(letters) if not (whether and match.start() == 0)}
    return [item for n, item in enumerate(items) if item.letter != "n" or n in kept]


def _any_of(items: Sequence[Item]) -> list[Item]:
    """The items with two filters of one kind and "or" between them as one that either will do for."""
    done: list[Item] = []
    for item in items:
        both = done[-2:]
        if len(both) == 2 and both[1].text == "or" and [one.letter for one in (*both, item)] == ["y", "d", "y"]:
            match both[0].meaning, item.meaning:
                case (Of(kinds, values, label, False),), (Of(more, others, name, False),) if kinds == more:
                    either = Of(kinds, (*values, *others), f"{label} or {name}")
                    done[-2:] = [replace(both[0], meaning=(either,))]
                    continue
        done.append(item)
    return done


def _neither(items: Sequence[Item]) -> list[Item]:
    """The items with a negation before everything that it denies: not by Pixar or Disney."""
    done: list[Item] = []
    for item in items:
        denied = re.search("n[zwfob]*[yP]$", "".join(one.letter for one in done))
        done.append(Item("n") if denied and item.letter == "d" and item.text in ("or", "nor") else item)
    return done


def _together(letters: str, bag: str) -> bool:
    """Whether a text about one person asks for those who worked with them."""
    return (
        "c" in letters
        or "t" in letters
        or "sf" in letters
        or ("q" in bag and letters.rstrip("o").endswith("Pvw"))
        or letters in ("Pvw", "vwP")
    )


def _companions(person: Set, items: Sequence[Item], most: bool) -> Intent:
    """Those who did something together with a person: acted in the same films, directed the films X is in."""
    jobs = jobs_of(items) or (Job.CAST,)
    acted = any(item.letter == "v" for item in items)
    films = person.did(jobs) if acted else person.did(person.jobs or ANY if jobs == (Job.CAST,) else tuple(Job))
    search = replace(films.who(jobs).search, without_start=True, most=most)
    return Intent(Asked.SEARCH, person=person, search=search)


def _role(items: Sequence[Item], bag: str, films: list[Set], people: list[Set]) -> Intent | None:
    """Who played a character, or whom somebody played."""
    characters = [item for item in items if item.letter == "C"]
    one = films[0] if len(films) == 1 else None
    named = any(item.letter == "x" and (item.text.startswith("name") or _called(item, bag)) for item in items)
    played = named or set(bag) & set("kK") or ("q" in bag and not set(bag) & set("vrxmf"))
    clause = "f" in bag and set(bag) & set("vrx")  # who directed the film where X plays Y
    if one and len(people) == 1 and not characters and not set(bag) & set("Yn") and played and not clause:
        several = one.narrow(With(people[0].keys, (Job.CAST,), people[0].label)) if len(one.keys) > 1 else one
        return Intent(Asked.CHARACTER, film=several, person=people[0])
    if not films and len(people) == len(characters) == 1 and bag.endswith("q"):
        return Intent(Asked.ROLE, words=characters[0].text, cost=0.2)  # was Hans Gruber Gary Oldman? who was it
    if (
        people
        or max(len(films), len(characters)) > 1
        or any(item.meaning != (Job.CAST,) for item in items if item.letter in "vr")
    ):
        return None
    whole = bag == "qC" and " " in characters[0].text  # who is Tyler Durden
    if any(item.letter == "o" and item.text == "in" and after in characters for item, after in pairwise(items)):
        return None  # the actors in Wreck-It Ralph: a film by its hero
    if "k" not in bag and re.search("Cd+F", bag):
        return None  # who is in both Shaun of the Dead and Hot Fuzz
    if one is None and any(item.letter == "r" and item.text == "cast" for item in items):
        return None  # the cast of Lebowski: a film by its hero
    named_so = bag == "CoF" and items[1].text in ("in", "from")  # Morpheus in The Matrix
    if (
        characters
        and not set(bag) & set("tc")
        and (named_so or "k" in bag or "r" in bag or (one and "q" in bag) or whole)
    ):
        jobs = (Job.CAST,) if any(item.text in SEVERAL for item in items if item.letter in "qr") else ()
        return Intent(Asked.ROLE, film=one, words=characters[0].text, jobs=jobs, cost=UNTOLD if named_so else 0.2)
    return None


def _called(item: Item, bag: str) -> bool:
    """Whether it is asked how somebody is called in a film, and no title is meant."""
    return item.meaning is Asked.TITLES and "y" not in bag


def _film_and_person(items: Sequence[Item], bag: str, film: Set, person: Set) -> Intent | None:
    """Was A in F; did A direct F; does A die in F, which nothing tells."""
    if missing := next((item.meaning for item in items if item.letter == "u"), None):
        return Intent(Asked.MISSING, film=film, words=missing)
    jobs = jobs_of(items) or person.jobs or (MAKERS if "M" in bag else ())
    any_job = BY if "b" in bag else tuple(Job)  # is F by A
    both = (person, *person.others)
    search = film.search.then(*(With(one.keys, one.jobs or jobs or any_job, one.label) for one in both))
    return Intent(Asked.WHETHER, film=film, person=person, search=search, jobs=jobs, cost=0.0 if "Y" in bag else 1.1)
