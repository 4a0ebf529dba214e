"""Whether something is so of films that are described: is F Nolan's longest film, is every Nolan film in English.

What is said of them is read as if it were asked of one film: "was X in every film by Y" as "was X in F".
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from bot.knowledge.query import Asked
from bot.knowledge.search import Among, Beside, Each, Except, Films, First, Honoured, Named, Search, Step, Wanted
from bot.questions.asked.expressions import Set
from bot.questions.asked.intent import Intent
from bot.questions.asked.relative import COMPARED
from bot.questions.rules.phrases import STARTS
from bot.questions.words.item import Item

_ANY_FILM = Item("F", Set("F", Search(Films((0,), "it")), (Named("film", 0, "it", "it"),)))
"""What stands for the films while it is read what is said of them."""
_ENDS = frozenset("fFyPm")
"""Letters of items that the words for some films may end with."""
_IDLE = frozenset("zoe")

Reader = Callable[[tuple[Item, ...]], Intent | None]


def claimed(items: Sequence[Item], read: Reader) -> Intent | None:
    """What is asked of the films that a text describes, where it is whether something is so of them."""
    while len(items) > 1 and items[0].letter == "Y" and (items[1].letter == "Y" or items[1].text in STARTS):
        items = (items[0], *items[2:])  # is it true that it is, isn't it
    letters = "".join(item.letter for item in items)
    if not letters.startswith("Y") or letters.count("m") > 1:
        return None
    if beyond := _beyond_all(items, letters, read):
        return beyond
    for start, end, each in _described(items, letters):
        films = _films(items[start:end], read)
        if films is None or (each is None and not _best(films)):
            continue
        before, after = items[1:start], items[end:]
        if steps := _called(before, after) if each is None else ():
            return _intent(films, steps, Each.ANY)
        if steps := _said_of(before, after, read):
            return _intent(films, steps, each or Each.ANY)
    return None


def some_for_all(intent: Intent, items: Sequence[Item]) -> bool:
    """Whether no more is asked than if something is so of any films, where it is to be so of all or none."""
    return not (intent.search and intent.search.claim) and any(item.each and item.letter in "Pf" for item in items)


def _intent(films: Search, steps: Sequence[Step], each: Each) -> Intent:
    return Intent(Asked.WHETHER, search=replace(films, steps=(*films.steps, *steps), claim=len(steps), each=each))


def _described(items: Sequence[Item], letters: str) -> Iterator[tuple[int, int, Each | None]]:
    """Where words for films may begin and end, the longest first, and of how many of them something is to be so; None
    where one of them is meant, the first or the longest.
    """
    for n, item in enumerate(items):
        if item.letter != "m" and not item.each:
            continue
        behind = bool(item.each) and letters[n - 1] in _ENDS  # are Nolan's films all in English
        owner = n - 1 if item.letter == "m" and items[n - 1].letter == "P" and items[n - 1].owns else n
        for end in range(len(items), n, -1) if not (behind and "f" in letters[1:n]) else ():
            done = letters[end - 1] in _ENDS or letters[end - 2 : end] == "Pv"
            if done and not letters[end:].startswith(("zP", "Pv")):  # the first film that P directed
                yield owner, end, None if item.letter == "m" else item.each
        if behind and set(letters[1:n]) & set("fFy"):
            yield 1, n, item.each


def _films(items: Sequence[Item], read: Reader) -> Search | None:
    """The films that items describe; None where they ask anything else or name a film."""
    found = read(tuple(replace(item, each=None) for item in items))
    search = found.search if found and found.asked is Asked.SEARCH and not found.also else None
    if search is None or search.of_people or search.most or search.claim or search.wanted is not Wanted.NAMES:
        return None
    return search


def _best(films: Search) -> bool:
    """Whether it is the first or the longest of some films, and no list in an order."""
    last = films.steps[-1] if films.steps else None
    return isinstance(last, First) and last.count == 1


def _called(before: Sequence[Item], after: Sequence[Item]) -> Sequence[Step]:
    """That it is the film named, where nothing else is said of it; nothing where more is."""
    told = [item for item in (*before, *after) if item.letter not in _IDLE]
    if len(told) != 1 or told[0].letter != "F" or not told[0].meaning.named:
        return ()
    film = told[0].meaning.search
    return (Among(film.start), *film.steps) if isinstance(film.start, Films) else ()


def _said_of(before: Sequence[Item], after: Sequence[Item], read: Reader) -> Sequence[Step]:
    """What is said of films between these items."""
    if not any(item.letter not in _IDLE for item in (*before, *after)):
        return ()
    found = read((Item("Y"), *before, _ANY_FILM, *after))
    if found is None or found.also or not found.film or found.film.keys != _ANY_FILM.meaning.keys:
        return ()
    if found.asked is Asked.AWARDS and found.prize and found.prize.asked == "whether" and not found.other:
        return (Honoured(replace(found.prize, asked="")),)
    if found.asked is not Asked.WHETHER or found.search is None or found.search.claim:
        return ()
    denied = any(item.letter == "n" for item in (*before, *after))
    told = not denied or any(getattr(step, "without", False) for step in found.search.steps)
    return found.search.steps if told else ()


def _beyond_all(items: Sequence[Item], letters: str, read: Reader) -> Intent | None:
    """Whether a film is longer or older than all of some films: none of them is to be as long."""
    if not letters.startswith("YFl") or "m" in letters:
        return None
    film, than = items[1].meaning, COMPARED.get(items[2].meaning)
    rest = items[3 + (letters[3:4] == "o") :]
    if not than or not film.named or not rest or not isinstance(film.search.start, Films):
        return None
    films = _films(rest, read)
    if films is None or _best(films):
        return None
    field, way = than
    others = replace(films, steps=(*films.steps, Except(film.search.start)))
    return _intent(others, (Beside(film.search.start, field, "least" if way == "more" else "most"),), Each.NONE)
