"""From the letters of a text that speaks of awards to what it asks of them, or to films that have them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.knowledge.query import Asked, Job, Prize, Result
from bot.knowledge.search import Honoured, Step
from bot.questions.asked.awarded import apart, outcome, prize_of, speaks, usual
from bot.questions.asked.expressions import Set, every_film
from bot.questions.asked.honoured_text import HonouredText
from bot.questions.asked.intent import Intent
from bot.questions.rules.honours import OF_JOBS, PERSONAL
from bot.questions.rules.jobs import names_people
from bot.questions.words.item import Item

_OWN = re.compile(r"f[zoa]*P[zo]*a|a[zo]*P[zo]*a|P[zo]*a+of")
"""Letters of films somebody won something for, not of films that won something with somebody."""
_THAN = re.compile(r"Y(?:Fa+F|Pa+P)")
"""Whether one has more prizes than another."""
_FOR_PLAYING = re.compile(r"a[zo]+k(?!o)|kC[zodq]*a")
"""What somebody won who played somebody."""
_WON_FOR = re.compile(r"^[^YNq]*P[zo]*a+o$")
"""What somebody won something for."""
_THEIRS = re.compile(r"[qr][zq]*a+[yo]*(?:y*Py*f|y*f[bo]P)y*")
"""Who won something for somebody's film."""
_FOR_A_FILM = re.compile(r"^(?:q[^f]*a[yo]*f[yo]*|[^f]*ao(?:y[yo]*f|fo*y)[yo]*)$")
"""Who won something for a film of the 1950s."""
_ONE = frozenset(["film", "movie", "picture"])
"""What those who won something won it for."""
_OF_FILMS = re.compile(r"a[zo]*[vrw].*P|Pvo*a")
_WINNERS = re.compile(r"r[zq]*a|^[^o]*ar$")
Outcome = Intent | list[Item] | None
"""What is asked of awards, or the items with awards as filters of films; None when nothing is asked."""


def honoured(items: Sequence[Item], films: Sequence[Set], people: Sequence[Set]) -> Outcome:
    """What is asked of awards, or the items with awards as filters of films; None when it asks nothing."""
    text = HonouredText(items, films, people)
    return next(outcome(text) for fits, outcome in CASES if fits(text))


def _of_something_else(text: HonouredText) -> bool:
    """Whether the text asks a superlative, a likeness, what no film tells, or of a character."""
    return "Aa" in text.letters or (text.has("msuC") and (bool(text.films) or text.has("suC")))


def _for_playing(text: HonouredText) -> bool:
    """Whether it is asked what was won by whoever plays somebody, or by whom."""
    return _FOR_PLAYING.search(text.letters) is not None and not text.has("fmsu") and len(text.films) < 2


def _played(text: HonouredText) -> Outcome:
    """What was won for playing somebody, or who won it."""
    character = next((item.text for item in text.items if item.letter == "C"), "")
    who, film = next(iter(text.people), None), next(iter(text.films), None)
    if (film and not film.named) or (who and not who.named) or "kP" in text.letters:
        return None
    asked = _asked(text.letters, who is None)
    result = text.prize.result or Result.WON
    prize = replace(text.usual, person=_name(who), character=character, asked=asked, result=result)
    return Intent(Asked.AWARDS, person=who, search=film.search if film else None, prize=prize)


def _as_it_is(text: HonouredText) -> Outcome:
    return list(text.items)


def _of_every_award(text: HonouredText) -> bool:
    """Whether no prize in particular of one film is meant."""
    some = text.named or text.denied or text.prize.but or text.prize.result not in (None, Result.NOMINATED)
    who = text.has("NTPY") or (text.has("rq") and text.prize.result)  # which actor was nominated for F
    return len(text.films) == 1 and not (some or who)


def _every_award(text: HonouredText) -> Outcome:
    film = text.films[0]
    return Intent(Asked.AWARDS, film=film) if film.named and not text.has("vryu") else list(text.items)


def _compares(text: HonouredText) -> bool:
    """Whether the awards of two films, or of two people, are compared."""
    two = len(text.films) == 2 or (len(text.people) == 2 and not text.films and "f" not in text.letters)
    return two and (text.named or "d" in text.letters or _THAN.fullmatch(text.letters) is not None)


def _compared(text: HonouredText) -> Outcome:
    one, other = (text.films or text.people)[:2]
    asked = "whether" if "Y" in text.letters and "d" not in text.letters else "more"
    fewer = any(named.kind == "fewer" for named in text.said)
    prize = replace(text.prize, asked=asked, fewer=fewer, result=text.prize.result or Result.WON)
    film, person = (one, None) if text.films else (None, one)
    return Intent(Asked.AWARDS, film=film, person=person, other=other, prize=prize)


def _of_several(text: HonouredText) -> bool:
    return len(text.films) > 1 or len(text.people) > 1


def _of_film(text: HonouredText) -> Outcome:
    """What a film won, or somebody for it."""
    film, prize = text.films[0], text.prize
    if not film.named and text.named:
        return _as_filters(text, prize)
    if "f" in text.letters and any(named.kind in ("fewer", "more") for named in text.said):
        return Intent(Asked.MISSING, film=film, words="which films have more or fewer awards than it")
    if text.filters or not film.named:
        return list(text.items)
    who = text.people[0] if text.people else None
    personal = _personal(prize) and who is None and "f" not in text.letters
    asked = "when" if text.dated else _asked(text.letters, bool(text.jobs) or personal)
    prize = replace(prize, person=_name(who), asked=asked, result=prize.result or _result(asked), of=text.of)
    if text.denied and asked != "whether":
        return _not_had(text, prize)
    intent = Intent(Asked.AWARDS, film=film, person=who, prize=prize, jobs=text.jobs)
    alone = len(apart(text.said)) == 1
    both = (
        alone
        and asked == "whether"
        and {Result.NOMINATED, Result.WON} <= text.results
        and prize.result is Result.NOMINATED
    )
    if both:
        return replace(intent, also=(replace(intent, prize=replace(prize, result=Result.WON)),))
    each = [usual(prize_of(some), some) for some in apart(text.said)]
    if asked == "whether" and len({one.result for one in each}) > 1 and all(one.result for one in each):
        plain = (replace(prize, awards=one.awards, categories=one.categories, result=one.result) for one in each)
        first, *others = (replace(intent, prize=one) for one in plain)
        return replace(first, also=tuple(others))  # did F lose best picture and win best director
    return intent


def _not_had(text: HonouredText, prize: Prize) -> Outcome:
    """What a film or somebody did not win, of what they were nominated for; what else there is nothing tells."""
    film, who = next(iter(text.films), None), next(iter(text.people), None)
    if prize.result is Result.NOMINATED:
        whom = f"what {prize.person or 'it'} was not nominated for"
        return Intent(Asked.MISSING, film=film, words=whom)
    return Intent(Asked.AWARDS, film=film, person=who, prize=replace(prize, result=Result.LOST), jobs=text.jobs)


def _of_person(text: HonouredText) -> Outcome:
    """What somebody won, or the films for which they did."""
    who = text.people[0]
    prize = replace(text.prize, person=_name(who))
    films = "f" in text.letters
    if any(item.letter == "r" and item.text.endswith("s") and _is_work(item) for item in text.items):
        others = replace(text, items=[item for item in text.items if item.letter != "r"])
        return _as_filters(others, prize, without=True)  # which scripts of X won
    own = (
        _OWN.search(text.letters) and not _made_by(text.items)
        if films
        else text.named and _WON_FOR.search(text.letters)
    )
    if own:
        return _as_filters(text, prize, without=True)
    if films or _OF_FILMS.search(text.letters) or (text.ones and "b" in text.letters):
        return _as_filters(text, text.usual)
    asked = "when" if text.dated else _asked(text.letters.replace("q", ""), False)
    prize = replace(prize, asked=asked, result=prize.result or _result(asked))
    if text.denied and asked != "whether":
        return _not_had(text, prize)
    return Intent(Asked.AWARDS, person=who, prize=prize)


def _for_their_films(text: HonouredText) -> bool:
    """Whether those are asked for who won something for somebody's films."""
    return _THEIRS.fullmatch(text.letters) is not None and not text.people[0].search.steps


def _most(text: HonouredText) -> Outcome:
    """Who won most, or which film did."""
    start = text.people[0].did(()) if text.people else every_film()
    search = start.keep(*text.filters).search if text.filters or text.people else None
    leaders = not text.people and "f" not in text.letters and text.has("qr")
    asked, of = ("leaders", text.of or _of(text.jobs)) if leaders else ("most", ())
    lost = text.prize.result is Result.LOST
    result = Result.VAIN if lost and Result.NOMINATED in text.results else text.prize.result or Result.WON
    prize = replace(text.prize, asked=asked, result=result, of=of)
    return Intent(Asked.AWARDS, search=search, prize=prize)


def _counts_none(text: HonouredText) -> bool:
    """How many Oscars."""
    return "N" in text.letters and not text.prize.categories and not text.has("fqr")


def _asks_who(text: HonouredText) -> bool:
    """Whether those are asked for who won something."""
    personal = _personal(text.usual) and len(apart(text.said)) == 1 and "r" not in text.letters
    if personal and not text.has("vmYFP") and not text.of_genre:
        one = text.ones and any(item.letter == "f" and item.text in _ONE for item in text.items)
        if one or _FOR_A_FILM.search(text.letters):
            return True
    if text.has("fvmY") or text.of_genre:
        return False
    return personal or "q" in text.letters or _WINNERS.search(text.letters) is not None


def _who(text: HonouredText) -> Outcome:
    films = text.people[0].did(()) if text.people else every_film()
    search = films.keep(*text.filters).search if text.filters or text.people else None
    of = text.of or (() if text.usual.categories else _of(text.jobs))
    prize = replace(text.usual, asked="people", result=text.usual.result or Result.WON, of=of)
    open_ended = text.items[-1].letter == "o"  # best actress for … Her?
    return Intent(Asked.AWARDS, search=search, prize=prize, cost=float(open_ended))


def _films(text: HonouredText) -> Outcome:
    """The films that won something, None where nothing says that films are meant."""
    if text.has("Y") and not text.has("fy"):
        return None  # did Get Out win
    noun = text.letters == "a" or text.has("fy") or text.ones
    return _as_filters(text, text.usual) if noun or text.usual.categories else None


CASES: tuple[tuple[Callable[[HonouredText], bool], Callable[[HonouredText], Outcome]], ...] = (
    (_for_playing, _played),
    (_of_something_else, _as_it_is),
    (_of_every_award, _every_award),
    (_compares, _compared),
    (_of_several, _as_it_is),
    (lambda text: bool(text.films), _of_film),
    (_for_their_films, _who),
    (lambda text: bool(text.people) and "T" not in text.letters, _of_person),
    (lambda text: "T" in text.letters, _most),
    (lambda text: not text.named and "f" not in text.letters, _as_it_is),
    (_counts_none, lambda text: None),
    (_asks_who, _who),
    (lambda text: True, _films),
)
"""Which texts ask what of awards; the first that fits tells."""


def _as_filters(text: HonouredText, prize: Prize, *, without: bool = False) -> list[Item]:
    """The items with one filter of films in the place of what speaks of awards, and without the person if need be."""
    items, parts = text.others, apart(text.said)
    whole = replace(prize, result=prize.result or Result.WON)
    denied = [no for _, no in map(outcome, parts)]
    steps: list[Step] = [Honoured(whole, denied[0])]
    if len(parts) > 1:
        each = [usual(prize_of(some), some) for some in parts]
        steps = [
            Honoured(
                replace(
                    one,
                    years=whole.years,
                    loosely=whole.loosely,
                    person=whole.person,
                    of=whole.of,
                    result=one.result or whole.result,
                ),
                denied[0] or own,
            )
            for one, own in zip(each, denied, strict=True)
        ]
    places = [n for n, item in enumerate(items) if speaks(item)]
    noun = next((n for n, item in enumerate(items) if item.letter in "fF"), None)
    at = next((n for n in places if noun is not None and n > noun), places[0])
    put = Item("y" if noun is not None else "f", tuple(steps), "award")
    kept = [(put if n == at else item) for n, item in enumerate(items) if n == at or n not in places]
    return [item for item in kept if not (without and item.letter == "P")]


def _result(asked: str) -> Result | None:
    """What is meant where nothing says so: what is counted or doubted was won."""
    return Result.WON if asked in ("count", "whether") else None


def _asked(letters: str, people: bool) -> str:
    if "N" in letters:
        return "count"
    if "Y" in letters:
        return "whether"
    return "people" if "q" in letters or people else ""


def _personal(prize: Prize) -> bool:
    """Whether every category of a prize is one of people."""
    return bool(prize.categories) and not any(set(PERSONAL).isdisjoint(one.split()) for one in prize.categories)


def _of(jobs: Sequence[Job]) -> tuple[str, ...]:
    return OF_JOBS[jobs[0]] if jobs else ()


def _name(who: Set | None) -> str:
    return who.named[0].name if who and who.named else ""


def _is_work(item: Item) -> bool:
    """Whether the noun of a job is of what somebody made, rather than of who did."""
    return not names_people(item.text) and not {Job.CAST, Job.DIRECTOR, Job.PRODUCER} & set(item.meaning)


def _made_by(items: Sequence[Item]) -> bool:
    """Whether films of somebody are those that they made: the films of Pete Docter."""
    three = zip(items, items[1:], items[2:], strict=False)
    return any((a.letter, b.text, c.letter) == ("f", "of", "P") for a, b, c in three)
