"""Items put right by those beside them: said twice, taken in by another, told apart by a year."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.knowledge.query import Asked, Job
from bot.knowledge.search import Of, Within
from bot.questions.expressions import named_films
from bot.questions.item import Item
from bot.questions.peoples import BOARDS
from bot.questions.rules.jobs import VAGUE, names_people

IN = ("is in", "was in")
PRESENT = (*IN, "are in", "were in", "sat in")
"""What those did in a room who did their work there."""
COUNTING = frozenset(["how much", "total"])
"""What counts films or awards where such a word follows: how much films, total Oscars."""
WORKS = frozenset(["work", "works"])
"""What is somebody's films: Raoul Coutard's work."""
SPEAKING = frozenset(["speak", "speaking", "language", "spoken", "is spoken", "do they speak", "dialogue"])
"""What a language may stand behind: spoken in German."""
SOURCES = (Asked.SOURCES, Asked.ORIGIN, Asked.BASED_ON)
"""What a script may be asked for, that a film is based on."""
GENRE = frozenset(["genre", "category", "type", "film genre"])
"""What a genre may stand behind."""


def tidied(items: list[Item]) -> list[Item]:
    """Repeated words of one meaning count once; "about" is taken in by what it stands before."""
    if sum(item.letter == "F" for item in items) < 2:  # the films whose actors also appear in F
        items = [Item("v", (Job.CAST,), i.text) if i.letter == "d" and i.text.endswith(" in") else i for i in items]
    done: list[Item] = []
    items = _sourced(_lasting(items))
    films = any(item.letter == "f" or _is(item, "genre") for item in items) and all(
        item.letter != "F" for item in items
    )
    for n, item in enumerate(items):
        last = done[-1] if done else None
        doing = any(one.letter in "vk" for one in items[n + 1 : n + 2])  # westerns where he acts
        told = doing or (_told_of(items[n + 1 :]) and (_spoken(items[n + 1 : n + 2]) or last is not None))
        if films and item.text == "where" and told:
            item = Item("z", text="where")  # films where they speak French
        if item.letter == "t" and item.text in WORKS and last and last.letter == "P" and last.owns:
            item = Item("f", text=item.text)
        if last and last.text in COUNTING:
            done[-1:] = (
                [Item("N")] if item.letter in "fay" and done[:-1] != [Item("N")] else [last] * (last.letter == "u")
            )
            last = done[-1] if done else None
        if (
            last
            and item.letter == last.letter
            and item.letter in "vobwzsfxqtcA"
            and (item.letter not in "vx" or item.meaning == last.meaning)
        ):
            continue
        if last and _is(last, "told") and item.letter == "r" and item.meaning == (Job.COMPOSER,):
            continue  # about jazz music
        if last and item.letter == "r" and item.text.endswith("room") and last.text in PRESENT:
            done.pop()  # who was in the editing room
        if item.letter == "q" and last and last.letter == "k" and item.text in ("people", "person"):
            continue  # who voices people in F
        if last and item.letter in "rv" and last.letter == "v" and (last.text in VAGUE or _penned(last, item)):
            done.pop()
        scored = last and item.meaning is Asked.SCORE and last.letter == "v"
        if last and scored and (last.text in VAGUE or last.meaning == (Job.WRITER,)):
            done[-1] = Item("v", (Job.COMPOSER,))  # wrote the score
            continue
        if last and _is(last, "keyword") and item.letter == "A" and (n + 1 == len(items) or items[n + 1].letter == "f"):
            done[-1] = Item("y", last.meaning, "told")  # jazz as a theme, jazz themed films
            done += [] if any(one.letter in "fF" for one in items) else [Item("f")]
            continue
        if last and _is(item, "keyword") and last.letter in "Aon":
            told = last.letter in "An" or last.text in ("on", "at")
            if told and last.letter != "n":
                done.pop()
            done.append(Item("y", item.meaning, "told" if told else "keyword"))
            continue
        if item.text == "for the first time" and not any(one.letter == "F" for one in items):
            item = Item("m", ("year", False), "first")
        if item.letter == "x" and item.meaning is Asked.GENRE and last and _is(last, "genre"):
            continue  # in the music genre
        if _is(item, "genre") and last and last.meaning is Asked.GENRE and last.text in GENRE:
            done.pop()  # genre: horror
        if item.letter == "x" and item.meaning is Asked.LANGUAGES and last and _is(last, "language", "nation"):
            done[-1] = Item("y", last.meaning, "spoken" if _is(last, "language") else "land")
            continue
        if item.letter == "y" and len(done) > 1 and last and last.text in PRESENT:
            told = done[-2].letter == "F" or (done[-2].letter in "fy" and _is(item, "language", "nation"))
            if told:
                done[-1] = Item("o", text="in")  # F is in French, which comedies are in French
        if _is(item, "language", "nation"):
            at = len(done) - 1
            while at >= 0 and done[at].letter in "on":
                at -= 1
            if at >= 0 and done[at].letter == "x" and done[at].text in SPEAKING:
                del done[at]
                item = Item("y", item.meaning, "spoken" if _is(item, "language") else "land")
        done.append(item)
        code = next((BOARDS[word] for word in item.text.split() if word in BOARDS), "")
        if item.letter == "x" and code and items[0].letter != "Y":
            done.append(Item("y", (Of(("country",), (code,), item.text),), "nation"))
    return done


_OF_PERSON = re.compile("y(?=rP)|(?<=P)y(?=r)|(?<=[wb])y(?=P)")
"""Where a nation is told of a person: with the Brazilian actor X."""


def introduced(items: Sequence[Item]) -> list[Item]:
    """The items without what only introduces a name: the nation of a person."""
    letters = "".join(item.letter for item in items)
    spare = {at for found in _OF_PERSON.finditer(letters) if _is(items[at := found.start()], "nation", "language")}
    return [item for n, item in enumerate(items) if n not in spare]


def _told_of(items: Sequence[Item]) -> bool:
    """Whether what follows "where" says what films are like: where German is spoken, where X plays."""
    return any(item.letter in "yPC" for item in items)


def _spoken(items: Sequence[Item]) -> bool:
    return any(item.letter == "x" and item.meaning is Asked.LANGUAGES for item in items)


def _sourced(items: list[Item]) -> list[Item]:
    """The items with what a script comes from as what the film is based on: "the source of the screenplay"."""
    scripts = [i for i in items if i.letter == "r" and i.meaning == (Job.WRITER,) and not names_people(i.text)]
    sources = [i for i in items if i.letter == "x" and i.meaning in SOURCES]
    if not (scripts and sources) or any(item.letter in "vP" for item in items):
        return items
    based = (replace(i, meaning=Asked.BASED_ON) if i in sources else i for i in items)
    return [item for item in based if item not in scripts and item.text != "where"]


def _lasting(items: list[Item]) -> list[Item]:
    """The items with how much a film lasts as its length: "how much does Roma last"."""
    how = next((n for n, item in enumerate(items) if item.letter == "u" and item.text == "how much"), None)
    lasts = any((item.letter, item.text) == ("m", "last") or item.meaning is Asked.RUNTIME for item in items)
    if how is None or not lasts:
        return items
    rest = [item for item in items[how + 1 :] if (item.letter, item.text) != ("m", "last")]
    return [*items[:how], Item("x", Asked.RUNTIME, "how long"), *rest]


def _penned(verb: Item, noun: Item) -> bool:
    """Whether a verb of writing stands before what is written: penned the script, the score."""
    return verb.meaning == (Job.WRITER,) and noun.meaning in ((Job.WRITER,), (Job.COMPOSER,))


def dated(items: list[Item]) -> tuple[list[Item], float]:
    """A year beside a title chooses among the films of that title; a keyword counts when something says "about"."""
    cost = 0.0
    done: list[Item] = []
    years = [n for n, item in enumerate(items) if item.letter == "y" and _year(item)]
    used: set[int] = set()
    whether = items[:1] == [Item("Y")] and not any(item.letter in "PC" for item in items)  # was F released in 1995
    for n, item in enumerate(items):
        if item.letter == "F" and item.meaning.named:
            others = [at for at, other in enumerate(items) if other.letter == "F" and at != n]
            near = [
                y
                for y in years
                if abs(y - n) <= (1 if whether and not _tells(items, n, y) else 2)
                and y not in used
                and all(abs(at - y) >= abs(y - n) for at in others)
            ]
            for y in near:
                fits = tuple(one for one in item.meaning.named if one.year == _year(items[y]))
                if fits:
                    item = Item("F", named_films(fits, item.meaning.label), item.text)
                    used.add(y)
        if _is(item, "keyword"):
            cost += 0.5 if items[n + 1 : n + 2] and items[n + 1].letter == "f" else 0.8  # revenge films
        spoken = n > 0 and (items[n - 1].text.endswith("in") or items[n - 1].letter == "w")  # with some German in it
        cost += 0.4 * _is(item, "land")
        if (_is(item, "nation") and spoken) or (_is(item, "language") and not spoken):
            cost += 0.2
        done.append(item)
    kept = [item for n, item in enumerate(done) if n not in used]
    return [_other(item, kept) for item in kept] if used else kept, cost


def _tells(items: Sequence[Item], title: int, year: int) -> bool:
    """Whether a year behind "from" tells which film of a title is meant, of which more is asked."""
    return title < year < len(items) - 1 and items[year - 1].text == "from" and len(items[title].meaning.named) > 1


def _other(item: Item, items: Sequence[Item]) -> Item:
    """Of two films of one title, of which a year has settled one, the other: "Dune or Dune 2021"."""
    if item.letter != "F" or len(item.meaning.named) < 2:
        return item
    settled = [one.meaning.named[0] for one in items if one.letter == "F" and len(one.meaning.named) == 1]
    left = tuple(one for one in item.meaning.named if one not in settled)
    return Item("F", named_films(left or item.meaning.named, item.meaning.label), item.text)


def _is(item: Item, *kinds: str) -> bool:
    """Whether an item is a filter of one of these kinds."""
    return item.letter == "y" and item.text in kinds


def _year(item: Item) -> int | None:
    match item.meaning:
        case (Within("year", int(low), high),) if low == high:
            return low
    return None
