"""Items made ready for the grammar: said once, put in order, without what asks and denies nothing."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.knowledge.query import Asked, Job
from bot.knowledge.search import First, Of
from bot.questions.asked.expressions import MADE, Jobs, either
from bot.questions.asked.parts import Parts
from bot.questions.asked.spoken import SPOKEN
from bot.questions.rules.jobs import names_people
from bot.questions.rules.phrases import SPARING
from bot.questions.words.item import Item, is_filter

_SPARING = frozenset(SPARING.split("|")) - {"without"}
"""Words behind which everybody that is named is left out."""
_NOT_FOR = re.compile(r"(?<=P)(n)(v)(?P<o>o?)(?=P)")
"""For whom somebody did no job: what X did not score for Y."""
_NEGATES = re.compile(r"n(?=[vrwobzf]*[Py])|(?<=P)n(?=[vo]*$)|(?<=v)n(?=v)|(?<=[fzo])n(?=[vo]+$)")

_WHOEVER = re.compile(r"(?<=[bowf])q(?=[vM])|q(?=[vM][bo]*F[dz]*f)")
"""Where "who" asks nothing: by the person who wrote F, the one who wrote F."""

ONE = ("film", "movie", "flick", "picture")
"""Behind a title: the film of that name."""

FLOATING = frozenset("xemNlqYiuTg")
"""Letters that say what is asked wherever they stand; they are put aside before the rules are applied."""

_AS = re.compile(r"(?<=Pf)r$")
"""Where a job stands behind the films of somebody: Danny Boyle films (director)."""
_NOT_AS = re.compile(r"(?<=i)n[od]*[ri]$|n[od]*[ri](?=i$)")
"""Another job that is denied beside the one that is meant: as director, not producer."""
_OF_PERSON = re.compile("(?<=Pf)y(?=r$)|y(?=rP)|(?<=P)y(?=r)|(?<=[wb])y(?=P)")
"""Where a nation is told of a person: with the Brazilian actor X; X films, the Brazilian actor."""


_CAST_BY = re.compile(r"^(?:q|r|qr|rq)(?P<person>P)r(?=T?$|[ody])")
"""Whom somebody cast."""
_THEIRS = re.compile(r"[rv][obw]?(?:y*(?P<noun>f)|y+)(?P<who>z?P)(?P<made>[Mv]|o(?=y))")
"""Films that somebody made, behind who else worked on them."""


def introduced(items: Sequence[Item]) -> list[Item]:
    """The items without what only introduces a name: the nation of a person."""
    letters = "".join(item.letter for item in items)
    spare = {found.start() for found in _OF_PERSON.finditer(letters) if _introduces(items, found.start())}
    denied = _NOT_AS.search(letters)
    spare |= set(range(*denied.span())) if denied else set()
    kept = [item for n, item in enumerate(items) if n not in spare]
    as_what = _AS.search("".join(item.letter for item in kept if item.letter != "N"))
    if as_what and names_people(kept[-1].text) and not kept[-1].text.endswith("s"):
        kept[-1] = replace(kept[-1], letter="i")
    return kept


def _introduces(items: Sequence[Item], at: int) -> bool:
    """Whether a filter beside a person tells of them: the French actor X, by Pixar's X."""
    return is_filter(items[at], *SPOKEN) or (items[at - 1].letter == "b" and is_filter(items[at], "keyword"))


def unmistaken(items: Sequence[Item]) -> list[Item]:
    """The items with a score that is music, and the countries that produced a film, as just that: X scored it."""
    items = _they_made(items)
    if _scored({item.letter for item in items}):
        items = _music(items)
    if any(item.meaning is Asked.COUNTRIES and "countr" in item.text for item in items):
        items = [item for item in items if item.letter not in "rv" or item.meaning != (Job.PRODUCER,)]
    if items and items[0].text in ("who", "whom") and (items[-1].letter, items[-1].text) == ("o", "for"):
        items = [replace(one, meaning=Asked.AUDIENCE) if one.meaning is Asked.RATING else one for one in items]
    return list(items)


def _they_made(items: Sequence[Item]) -> Sequence[Item]:
    """The items with those films that somebody made or did a job for, of which others are asked for, as just that: the
    cast of films X made in the 80s, the editors of the westerns X directed.
    """
    found = _THEIRS.search("".join(item.letter for item in items))
    if not found:
        return items
    noun, made = found.start("who"), found.start("made")
    films = [] if found["noun"] else [Item("f")]
    told = items[made]
    if told.letter == "o" and told.text != "made in":
        return items
    done = told if told.letter == "v" else Item("v", MADE)
    return [*items[:noun], *films, *items[noun:made], done, *items[made + 1 :]]


def any_others(items: Sequence[Item]) -> list[Item]:
    """The items with whether somebody did anything else as what else they did: the woman who wrote F, has she written
    anything else.
    """
    letters = "".join(item.letter for item in items)
    if not re.fullmatch("Y.*F.*vf", letters) or not items[-1].text.startswith("anything else"):
        return list(items)
    return [*items[1:-2], items[-1], items[-2]]


def cast_by(items: Sequence[Item]) -> list[Item]:
    """The items with those whom somebody cast as who acted in the films they directed: who has X cast most often."""
    found = _CAST_BY.search("".join(item.letter for item in items))
    if not found or items[found.end() - 1].text != "cast":
        return list(items)
    often = [item for item in items[found.end() :] if item.letter == "T"]
    rest = [item for item in items[found.end() :] if item.letter != "T"]
    who, person = Item("r", (Job.CAST,), "actors"), items[found.start("person")]
    met = (Item("t", text="worked"), Item("w"), Item("o", text="on"))
    return [*often, who, person, *met, Item("f"), Item("v", (Job.DIRECTOR,), "directed"), *rest]


def _music(items: Sequence[Item]) -> list[Item]:
    """The items with a score as music: X scored F, which scores X wrote."""
    scores = any(item.meaning is Asked.SCORE for item in items) and all(item.letter != "F" for item in items)
    wrote = scores and any(item.letter == "v" and item.meaning == (Job.WRITER,) for item in items)
    composed, score = Item("v", (Job.COMPOSER,)), Item("r", (Job.COMPOSER,), "score")
    letters = "".join(item.letter for item in items)
    owned = {found.end() for found in re.finditer("wP", letters)}  # with a Jerry Goldsmith score
    if "a" in letters:
        owned |= {n for n in range(1, len(items)) if letters[n - 1] == "P" and items[n].text == "scores"}
    scored = (score if n in owned else Item("f") if wrote else composed for n in range(len(items)))
    done = [one if item.meaning is Asked.SCORE else item for item, one in zip(items, scored, strict=True)]
    return [composed if wrote and item.letter == "v" else item for item in done]


def _scored(letters: set[str]) -> bool:
    """Whether a score is music: X scored it, who is the score by, did X score it."""
    return bool(letters & set("qb")) or letters >= set("YP") if "F" in letters else "P" in letters


def said_once(items: Sequence[Item]) -> list[Item]:
    """The items without a job that was named before: who wrote the script, which director made it; the same person."""
    letters = "".join(item.letter for item in items)
    jobs = [item.meaning for item in items if item.letter in "vr"]
    made = letters.count("F") == 1 and "r" in letters and not set(letters) & set("Pf")  # who made the music of F
    done: list[Item] = []
    for item in _one_job(items, letters, jobs):
        last = done[-1] if done else None
        if item.letter == "q" and last and last.letter == "s" and jobs:
            item = Item("r", jobs[0])  # by the same person as F
        named = done[:-1] if last and last.letter == "q" else done  # his music, who made it
        if item.letter != "M" or not (made or (named and named[-1].letter == "r")):
            done.append(item)
    return done


def _one_job(items: Sequence[Item], letters: str, jobs: Sequence[Jobs]) -> Sequence[Item]:
    """The items with a job that they name twice named once."""
    one = letters.count("F") == 1
    if one and len(jobs) > 1 and len(set(jobs)) == 1 and not set(letters) & set("Pfsctk") and "zv" not in letters:
        first = min(n for n, item in enumerate(items) if item.letter in "vr")
        return [item for n, item in enumerate(items) if item.letter not in "vr" or n == first]
    music = re.search("(?:[rv][ob]*F|F[rv])qv$", letters) and list(jobs) == [(Job.COMPOSER,), (Job.WRITER,)]
    voices = one and re.search("k.*F.*r$", letters) and items[-1].meaning == (Job.CAST,)
    return items[:-1] if music or voices else items  # its music, who wrote it; who voices them in F, the cast


def without_whoever(text: Parts) -> list[Item]:
    """The items without "who" where it asks nothing."""
    named = re.search("F[dz]*f", text.letters) and any(i.letter == "f" and i.text in ONE for i in text.items)
    whoever = () if named else {match.start() for match in _WHOEVER.finditer(text.letters)}
    return [Item("z") if n in whoever else item for n, item in enumerate(text.items)]


def ordered(items: Sequence[Item]) -> list[Item]:
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


def core(items: Sequence[Item], text: Parts) -> list[Item]:
    """The items that the rules are applied to."""
    inner = [item for item in items if item.letter not in FLOATING or (item.letter == "i" and not text.films)]
    if text.films or text.people:
        inner = [item for item in inner if item.letter not in "KC"]
    inner = [Item("v", (Job.CAST,), "plays") if item.letter == "k" else item for item in inner]
    inner = _neither(_denied(_not_for(_made(inner, "x" in text.letters)), "Y" in text.letters))
    return inner if "Y" in text.letters and text.films else _any_of(inner)


def _not_for(items: list[Item]) -> list[Item]:
    """The items with what somebody did not do for another as what they did, but not for them."""
    found = _NOT_FOR.search("".join(item.letter for item in items))
    if found and items[found.end() - 1].text.endswith("for"):
        at = found.start()
        return [*items[:at], items[at + 1], items[at], *items[at + 2 :]]
    return items


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


def either_of(items: Sequence[Item]) -> list[Item]:
    """The items with two people and "or" between them as any of them, unless it is asked which of them made a film or
    has more awards or films.
    """
    letters = {item.letter for item in items}
    which = letters & {"a", "l"} or ("q" in letters and ("F" in letters or any(map(of_more_films, items))))
    done: list[Item] = []
    for item in () if which else items:
        both = done[-2:]
        people = [one.letter for one in (*both, item)] == ["P", "d", "P"] and both[1].text == "or"
        if people and both[0].meaning.named and item.meaning.named:
            done[-2:] = [replace(item, meaning=either(both[0].meaning, item.meaning))]
        else:
            done.append(item)
    return done or list(items)


def of_more_films(item: Item) -> bool:
    """Whether an item compares how many films there are."""
    return item.letter == "f" and item.text.startswith(("more ", "most "))


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
    """The items with a negation before everything that it denies: not by Pixar or Disney, besides Pitt and Norton."""
    done: list[Item] = []
    for n, item in enumerate(items):
        denied = re.search("n[zwfob]*[yP]$", "".join(one.letter for one in done))
        no = done[denied.start()] if denied else item
        named = denied and done[-1].letter == "P" == "".join(one.letter for one in items[n + 1 : n + 2])
        if denied and item.letter == "d" and (item.text in ("or", "nor") or (named and no.text in _SPARING)):
            item = no
        elif denied and item.letter == done[-1].letter == "P" and no.text in _SPARING:
            done.append(no)
        done.append(item)
    return done
