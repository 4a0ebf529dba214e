"""Items put right by those beside them: said twice, taken in by another, told by what stands before."""

from dataclasses import replace
from functools import cache

from bot.knowledge.query import Asked, Job
from bot.knowledge.search import Of, Within
from bot.questions.asked.lacking import without_any
from bot.questions.asked.line import NOTHING, Line, Step
from bot.questions.asked.spoken import SPOKEN, behind_speaking, called_so, of_production
from bot.questions.rules.jobs import VAGUE, names_people
from bot.questions.rules.peoples import BOARDS
from bot.questions.words.filters import LONG_FILMS, SHORT_FILMS
from bot.questions.words.item import Item, is_filter

PRESENT = ("is in", "was in", "are in", "were in", "sat in")
"""What those did in a room who did their work there."""
COUNTING = frozenset(["how much", "total"])
"""What counts films or awards where such a word follows: how much films, total Oscars."""
WORKS = frozenset(["work", "works"])
"""What is somebody's films: Raoul Coutard's work."""
COLLABORATIONS = frozenset("collaborations collabs collaboration collab".split())
"""What is the films of people together."""
SOURCES = (Asked.SOURCES, Asked.ORIGIN, Asked.BASED_ON)
"""What a script may be asked for, that a film is based on."""
_FIRST = frozenset(["for the first time", "debut"])
TWICE = "vobwzsfxqtcA"
"""Letters of items that count once where they are said twice."""
_BEHIND = frozenset(["aside", "excluded", "excepted", "left out"])
"""What denies what stands before it."""
GENRE = frozenset(["genre", "category", "type", "film genre"])
"""What a genre may stand behind."""


def tidied(items: list[Item]) -> list[Item]:
    """Repeated words of one meaning count once; "about" is taken in by what it stands before."""
    if sum(item.letter == "F" for item in items) < 2:  # the films whose actors also appear in F
        items = [Item("v", (Job.CAST,), i.text) if i.letter == "d" and i.text.endswith(" in") else i for i in items]
    line = Line(_sourced(_lasting(items)))
    for n, item in enumerate(line.items):
        line.rest = line.items[n + 1 :]
        if (kept := _put_right(line, item)) is not None:
            line.done += [kept, *_of_board(line, kept)]
    return line.done


def _put_right(line: Line, item: Item) -> Item | None:
    """An item as those beside it have it, None when one of them takes it in."""
    at = 0
    while (at := _next(item.letter, at)) < len(STEPS):
        if (kept := STEPS[at][1](line, item)) is None:
            return None
        item = kept
        at += 1
    return item


@cache
def _next(letter: str, at: int) -> int:
    """The first step from one on that puts items of a letter right; behind the last one for none."""
    fits = (n for n, (letters, _) in enumerate(STEPS) if n >= at and (not letters or letter in letters))
    return next(fits, len(STEPS))


def _filtering_where(line: Line, item: Item) -> Item | None:
    """Films where they speak French, westerns where he acts."""
    if item.text != "where" or line.has("F") or not (line.has("f") or any(is_filter(i, "genre") for i in line.items)):
        return item
    told = any(one.letter in "yPC" for one in line.rest)  # where German is spoken, where X plays
    spoken = line.after.letter == "x" and line.after.meaning is Asked.LANGUAGES
    filters = line.after.letter in ("v", "k", "n") or (told and (spoken or line.last is not NOTHING))
    return Item("z", text="where") if filters else item


def _works(line: Line, item: Item) -> Item | None:
    """Raoul Coutard's work, how many collaborations."""
    owned = line.last.letter == "P" and line.last.owns and item.text in WORKS
    counted = line.last.letter == "N" and item.text in COLLABORATIONS
    return Item("f", text=item.text) if owned or counted else item


def _both(line: Line, item: Item) -> Item | None:
    """By both Coen brothers, by both X and Y, X and Y both act."""
    joins = line.after.letter in ("P", "y") or (line.last.letter == "P" and line.after.letter == "v")
    return None if item.text.startswith("both") and joins else item


def _how_much(line: Line, item: Item) -> Item | None:
    """How much films, total Oscars."""
    if line.last.text in COUNTING:
        counting = line.done.pop()
        if item.letter in "fay" and line.done != [Item("N")]:
            line.done.append(Item("N"))
        elif counting.letter == "u":
            line.done.append(counting)
    return item


def _said_again(line: Line, item: Item) -> Item | None:
    """Who who starred acted in F."""
    if item.text.endswith(" year old") and line.last.meaning is item.meaning:
        line.done.pop()  # okay for 5 year olds
        return item
    again = item.letter == line.last.letter
    return None if again and (item.letter not in "vx" or item.meaning == line.last.meaning) else item


def _about_music(line: Line, item: Item) -> Item | None:
    """About jazz music."""
    music = item.meaning == (Job.COMPOSER,)
    return None if music and is_filter(line.last, "told") else item


def _in_the_room(line: Line, item: Item) -> Item | None:
    """Who was in the editing room."""
    if item.text.endswith("room") and line.last.text in PRESENT:
        line.done.pop()
    return item


def _put_together(line: Line, item: Item) -> Item | None:
    """Who put F together in the editing room, who cut it together."""
    edited = item.text == "together" and any(one.meaning == (Job.EDITOR,) for one in line.items)
    return None if edited and not line.has("P") else item


def _voiced_people(line: Line, item: Item) -> Item | None:
    """Who voices people in F."""
    return None if line.last.letter == "k" and item.text in ("people", "person") else item


def _vaguely_done(line: Line, item: Item) -> Item | None:
    """Was responsible for the script, penned the score."""
    last = line.last
    before = line.done[-2] if item.letter == "r" and last.letter == "F" and len(line.done) > 1 else NOTHING
    penned = last.meaning == (Job.WRITER,) and item.meaning in ((Job.WRITER,), (Job.COMPOSER,))
    if before.text in VAGUE:
        del line.done[-2]  # responsible for F's music
    elif last.letter == "v" and (last.text in VAGUE or penned):
        line.done.pop()
    return item


def _together(line: Line, item: Item) -> Item | None:
    """Films that somebody co-wrote."""
    letters = {one.letter for one in line.items}
    return None if line.after.letter == "v" and "f" in letters and not letters & set("qw") else item


def _actor_who(line: Line, item: Item) -> Item | None:
    """The actress called who played somebody."""
    does = line.after.text == "who" and line.rest[1:] and line.rest[1].letter in "kv"
    return None if item.meaning == (Job.CAST,) and does and names_people(item.text) else item


def _wrote_the_score(line: Line, item: Item) -> Item | None:
    last = line.last
    wrote = last.letter == "v" and (last.text in VAGUE or last.meaning == (Job.WRITER,))
    if item.meaning is not Asked.SCORE or not wrote:
        return item
    line.done[-1] = Item("v", (Job.COMPOSER,))
    return None


def _themed(line: Line, item: Item) -> Item | None:
    """Jazz as a theme, jazz themed films."""
    if not is_filter(line.last, "keyword") or line.after.letter not in ("", "f"):
        return item
    line.done[-1] = Item("y", line.last.meaning, "told")
    line.done += [] if line.has("fF") else [Item("f")]
    return None


def _about(line: Line, item: Item) -> Item | None:
    """About jazz, a documentary on jazz, not about jazz."""
    if not is_filter(item, "keyword") or line.last.letter not in ("A", "o", "n"):
        return item
    told = line.last.letter in "An" or line.last.text in ("on", "at")
    if told and line.last.letter != "n":
        line.done.pop()
    return Item("y", item.meaning, "told" if told else "keyword")


def _lasts_long(line: Line, item: Item) -> Item | None:
    """That last over two hours."""
    return None if item.text == "last" and _runtime(line.after) else item


def _runtime(item: Item) -> bool:
    """Whether an item keeps films by how long they run."""
    return item.letter == "y" and all(isinstance(one, Within) and one.field == "runtime" for one in item.meaning)


def _vaguely_long(line: Line, item: Item) -> Item | None:
    """Long documentaries, like over two hours: how long they are is told."""
    if item.meaning not in ((SHORT_FILMS,), (LONG_FILMS,)):
        return item
    told = any(one.letter == "y" and one.meaning != item.meaning and _runtime(one) for one in line.items)
    return None if told else item


def _first_of_all(line: Line, item: Item) -> Item | None:
    """When X acted for the first time; X's debut as a director."""
    return Item("m", ("year", False), "first") if item.text in _FIRST and not line.has("F") else item


def _aside(line: Line, item: Item) -> Item | None:
    """Westerns, comedies aside: said behind what is denied."""
    if item.text not in _BEHIND or line.last.letter not in "yP":
        return item
    line.done.insert(-1, item)
    return None


def _made_from(line: Line, item: Item) -> Item | None:
    """What was F made from."""
    if line.last.letter != "M" or item.text != "from" or line.rest or not line.has("F"):
        return item
    line.done.pop()
    return Item("x", Asked.BASED_ON, "made from")


def _genre_called_so(line: Line, item: Item) -> Item | None:
    """In the music genre, with Italian as a language."""
    as_it = line.last.text == "as" and len(line.done) > 1
    last = line.done[-2] if as_it else line.last
    called = item.meaning is Asked.GENRE and is_filter(last, "genre")
    if not called and not (item.meaning is Asked.LANGUAGES and as_it and is_filter(last, "language")):
        return item
    del line.done[len(line.done) - as_it :]
    return None


def _present(line: Line, item: Item) -> Item | None:
    """F is in French, which comedies are in French."""
    if len(line.done) > 1 and line.last.text in PRESENT:
        before = next((one.letter for one in line.done[-2::-1] if one.letter != "z"), "")
        if before == "F" or (before in ("f", "y") and is_filter(item, *SPOKEN)):
            line.done[-1] = Item("o", text="in")
    return item


def _behind_genre(line: Line, item: Item) -> Item | None:
    """Genre: horror."""
    if is_filter(item, "genre") and line.last.meaning is Asked.GENRE and line.last.text in GENRE:
        line.done.pop()
    return item


STEPS: tuple[tuple[str, Step], ...] = (
    ("x", _filtering_where),
    ("t", _works),
    ("d", _both),
    ("", _how_much),
    (TWICE, _said_again),
    ("r", _about_music),
    ("r", _in_the_room),
    ("t", _put_together),
    ("x", without_any),
    ("q", _voiced_people),
    ("rv", _vaguely_done),
    ("c", _together),
    ("r", _actor_who),
    ("x", _wrote_the_score),
    ("A", _themed),
    ("y", _about),
    ("m", _lasts_long),
    ("y", _vaguely_long),
    ("r", of_production),
    ("x", _first_of_all),
    ("n", _aside),
    ("o", _made_from),
    ("x", _genre_called_so),
    ("x", called_so),
    ("y", _present),
    ("y", _behind_genre),
    ("y", behind_speaking),
)
"""What is put right, in this order: items of which letters, all for none, and how.

Each step may change what stands before an item, and keep, change or drop it.
"""


def _of_board(line: Line, item: Item) -> list[Item]:
    """The country of a board that decided what is asked for: its FSK rating."""
    code = next((BOARDS[word] for word in item.text.split() if word in BOARDS), "")
    national = (one.meaning[0].values for one in line.items if is_filter(one, "nation", "country"))
    if item.letter != "x" or not code or line.items[0].letter == "Y" or (code,) in national:
        return []  # the German FSK rating
    return [Item("y", (Of(("country",), (code,), item.text),), "nation")]


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
