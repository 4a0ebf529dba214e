"""Who played a character, or whom somebody played: what is asked of roles."""

import re
from itertools import pairwise

from bot.knowledge.query import Asked, Job
from bot.knowledge.search import Films, Playing, Search, Step, Who, Within
from bot.matching.normal import normal
from bot.questions.asked.intent import VOICED, Intent, jobs_of
from bot.questions.asked.parts import Parts
from bot.questions.words.item import Item

UNTOLD = 0.65
"""What it costs to take a character and the film they are in for the question who plays them."""
_MOST = re.compile(r"[rqz]+kCT|T[rqz]+kC|[rqz]+kCo*Tf?")
"""Who has played a character most often."""
_WHOSE = re.compile(r"[rqz]+k[bz]*Co(?:y*Py*f|y*f[bo]P|y*fz?P[vM])y*")
"""Who plays a character in somebody's films."""
SEVERAL = frozenset("actors|actresses|everyone|everybody|people|what people|which people|who all".split("|"))
"""Words that ask for all who played a character, whatever else it is called."""
BY_ONE_NAME = 0.3
"""What it costs to ask who somebody is who is named by one word, which may be somebody of no film: who is Gandalf."""
WHO = ("who", "whos")
"""Words that ask so."""
UNSURE = 0.2
"""What it costs to ask for a role otherwise."""


def role_asked(text: Parts) -> Intent | None:
    """Who played a character, or whom somebody played."""
    characters = [item for item in text.items if item.letter == "C"]
    if len(text.films) == len(text.people) == 1 and (_asks_name(text) or (not characters and _plays(text))):
        film, person = text.films[0], text.people[0]
        return Intent(Asked.CHARACTER, film=film.theirs(person, (Job.CAST,)), person=person)
    if not text.films and len(text.people) == len(characters) == 1 and text.letters.endswith("q"):
        return Intent(Asked.ROLE, words=characters[0].text, cost=UNSURE)  # was Hans Gruber Gary Oldman? who was it
    if _MOST.fullmatch(text.letters) and len(characters) == 1:
        called = normal(characters[0].text).removeprefix("the ")
        steps = (Playing(called, characters[0].text), Who((Job.CAST,), called))
        return Intent(Asked.SEARCH, search=Search(Films(), steps, most=True), cost=UNSURE)
    if _WHOSE.fullmatch(text.letters) and not text.people[0].search.steps:
        called = normal(characters[0].text).removeprefix("the ")
        kept = [step for item in text.items if item.letter in "yf" for step in item.meaning or ()]
        films = text.people[0].did(jobs_of([item for item in text.items if item.letter == "v"])).keep(*kept)
        return Intent(Asked.SEARCH, search=films.who((Job.CAST,), called).search)
    if "T" in text.letters and text.has("k"):
        return role_asked(Parts([item for item in text.items if item.letter != "T"]))  # who played C the most
    if text.people or len(text.films) > 1 or len(characters) != 1 or text.has("tc") or _of_others(text):
        return None
    named_so = text.letters == "CoF" and text.items[1].text in ("in", "from")  # Morpheus in The Matrix
    by_one_name = text.letters == "qC" and text.items[0].text in WHO and not _asks_for(characters[0], text)
    if not (named_so or by_one_name or _asks_for(characters[0], text)):
        return None
    jobs = (Job.CAST,) if any(item.text in SEVERAL for item in text.items if item.letter in "qr") else ()
    one = text.films[0] if text.films else None
    cost = UNTOLD if named_so else BY_ONE_NAME if by_one_name else UNSURE
    years = _years(text) if one is None else ()
    search = Search(Films(), years) if years else None
    manner = "" if one else _manner(text)
    return Intent(Asked.ROLE, film=one, search=search, words=characters[0].text, manner=manner, jobs=jobs, cost=cost)


def _manner(text: Parts) -> str:
    """Whether those who played a character are to be counted, or the first or last of them, or a voice is asked for."""
    if text.has("N"):
        return "count"
    if any(item.letter == "k" and "voice" in item.text for item in text.items):
        return VOICED
    order = next((item.meaning for item in text.items if item.letter == "m" and item.meaning[0] == "year"), None)
    return "" if order is None else "last" if order[1] else "first"


def _years(text: Parts) -> tuple[Step, ...]:
    """The filters of years where there are no others: who played Batman in 2022."""
    steps = tuple(step for item in text.items if item.letter == "y" for step in item.meaning)
    return steps if all(isinstance(step, Within) and step.field == "year" for step in steps) else ()


def _plays(text: Parts) -> bool:
    """Whether it is asked whom somebody plays in a film."""
    named = any(i.letter == "x" and (i.text.startswith("name") or _called(i, text.letters)) for i in text.items)
    played = named or text.has("kK") or ("q" in text.letters and not text.has("vrxmf"))
    if text.letters == "qPvF" and text.items[2].text in ("was in", "is in", "were in"):
        return True  # remind me who Alan Rickman was in Dogma
    clause = "f" in text.letters and text.has("vrx")  # who directed the film where X plays Y
    clause = clause or re.search("kFoPf", text.letters) is not None  # who plays Batman in the Burton films
    return played and not clause and not text.has("Yn")


def _asks_name(text: Parts) -> bool:
    """Whether it is asked for the name, whatever describes it: X is the hitman in F, what is his name."""
    return any(item.letter == "q" and item.text.endswith(" name") for item in text.items)


def _called(item: Item, bag: str) -> bool:
    """Whether it is asked how somebody is called in a film, and no title is meant."""
    return item.meaning is Asked.TITLES and "y" not in bag


def _asks_for(character: Item, text: Parts) -> bool:
    """Whether it is asked who plays a character: who is Tyler Durden."""
    named = text.letters == "xqC" and text.items[0].text.startswith("name")  # the name of the actress who is C
    player = any(item.text.split()[-2:-1] in (["actor"], ["actress"]) for item in text.items if item.letter == "q")
    whole = (re.fullmatch("o?qC", text.letters) or named) and (" " in character.text or player)
    return text.has("kr") or (bool(text.films) and "q" in text.letters) or bool(whole)


def _of_others(text: Parts) -> bool:
    """Whether something else is asked than a role, or a character stands for a film that is called otherwise."""
    if any(item.meaning != (Job.CAST,) for item in text.items if item.letter in "vr"):
        return True
    if re.search("qo?Fw+C", text.letters):
        return True  # who is in Total Recall with Arnie
    if re.search("F.*Cf", text.letters):
        return True  # actors in Inception who were in other Nolan films
    if any(a.letter == "o" and a.text == "in" and b.letter == "C" for a, b in pairwise(text.items)):
        return True  # the actors in Wreck-It Ralph: a film by its hero
    if "k" not in text.letters and re.search("Cd+F", text.letters):
        return True  # who is in both Shaun of the Dead and Hot Fuzz
    return not text.films and any(i.letter == "r" and i.text == "cast" for i in text.items)  # the cast of Lebowski
