"""What every word and name of a text says: its items, as the grammar reads them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.knowledge.query import Asked
from bot.knowledge.search import Within
from bot.questions.asked.how_many import EACH, LACKING, of_how_many
from bot.questions.asked.naming import named
from bot.questions.asked.spoken import UNSAID
from bot.questions.asked.stated import stated
from bot.questions.asked.tidying import tidied
from bot.questions.clauses.whether import Said, said
from bot.questions.names.events import dated_events, released_abroad
from bot.questions.names.mentions import Mention
from bot.questions.rules.jobs import names_people
from bot.questions.rules.phrases import ARTICLES, PERSON, STARTS
from bot.questions.words.amounts import counted
from bot.questions.words.certificates import age_at, placed, reasoned
from bot.questions.words.filters import duration, filter_at
from bot.questions.words.item import ELSE, Item
from bot.questions.words.lexicon import in_full, lexicon
from bot.questions.words.occasions import MOMENTS, NIGHTS, WISH, occasion_at, time_at, wished
from bot.questions.words.phrasing import spoken
from bot.questions.words.tokens import Token

WHAT = frozenset("what whats which wich".split())
KEPT = "ovdfxelnqruNmKkt"
"""Letters of items whose words count besides their meaning."""
PRAISE = frozenset("good great best top nice decent classic famous favourite favorite more".split())
"""Words before films that are counted: five good westerns."""
VERDICTS = frozenset("good bad great terrible awful decent".split())
"""Words at the end of a question whether a film is so."""

PEOPLES = ("nation", "language")
MOST_DESCRIBING = 2
"""Words that describe somebody."""
LISTING = ("genre", "nation", "language")
"""Kinds of names that may say which films are listed."""

NATIONAL = ("nation", "country", "language")
THERE = {
    **dict.fromkeys("name names call calls called title titles".split(), Asked.TITLES),
    **dict.fromkeys("rate rates board censors classify certify give gave".split(), Asked.CERTIFICATE),
}
"""What is asked by a word behind a nation: its French name, how the Danes call it, what Australia rated it."""

_DID = re.compile("(?:[qrz]+b?kK?C|Cr)(?:[ovb]*F)?[oz]*v")
"""What somebody did who plays a character."""

Meant = tuple[int, Item | None]
Between = tuple[list[Item], list[int]]


class Spelt:
    """A text as the lexicon and the filters hold it: one for all of its readings, which share what its parts say."""

    def __init__(self, words: Sequence[Token]) -> None:
        self.words = words
        self.plain = spoken(words)
        self._between: dict[tuple[int | bool, ...], Between] = {}
        self._named: dict[int, list[Item]] = {}

    def between(self, start: int, stop: int, name: Mention | None, *, listed: bool) -> "Between":
        """What the words from one up to another say, where a name follows or the end of the text."""
        end = name.start if name else len(self.words)
        listing = name is not None and name.kind in LISTING
        joined = name is not None and self.words[end - 1].clause == self.words[end].clause
        whose = name is not None and name.kind in ("person", "family") and name.end < len(self.words)
        counting = listing or whose  # two Hitchcock films, 5 Tom Hanks comedies
        key = (start, stop, end, listed, listing, joined, counting)
        if key not in self._between:
            self._between[key] = _between(self.plain, *key)
        return self._between[key]

    def named(self, mention: Mention) -> list[Item]:
        """What a name says; of one mention it is kept as long as that is."""
        if id(mention) not in self._named:
            self._named[id(mention)] = list(named(mention, self.words))
        return self._named[id(mention)]


@dataclass(frozen=True, slots=True)
class Heard:
    """The items of a text as they follow each other, and which tokens are not understood."""

    items: list[Item]
    unknown: list[int]
    told: Said


def letters(words: Sequence[Token], cover: Sequence[Mention]) -> tuple[list[Item], list[int]]:
    """The items of a text, and which tokens are not understood."""
    text = Spelt(words)
    one = heard(text, cover)
    return settled(text, cover, one), one.unknown


def heard(text: Spelt, cover: Sequence[Mention]) -> Heard:
    """What every word and name says by itself."""
    names = {mention.start: mention for mention in cover}
    told = said(text.words, text.plain, names)
    items = [Item("Y")] if told.whether else []
    unknown: list[int] = []
    listed = all(mention.kind != "film" for mention in cover)
    at = told.first
    for start in (*sorted(names), len(text.words)):
        name = names.get(start)
        if at < (stop := min(start, told.last)):
            some, strange = text.between(at, stop, name, listed=listed)
            items += some
            unknown += strange
        if name is None or start >= told.last:
            break
        if (
            name.kind in ("film", "pair")
            and text.plain[name.start - 1] == "between"
            and items
            and items[-1].letter in "feMyvP"
        ):
            items.append(Item("o", text="between"))  # films between F and G
        items += text.named(name)
        at = name.end
        if name.kind in PEOPLES and text.plain[at : at + 1] == ("cinema",) and not _comes_out(text.plain, at + 1):
            items.append(Item("f", None, "cinema"))  # Iranian cinema
            at += 1
        elif name.kind in LISTING and text.plain[at : at + 1] == ("like",) and _titled(names.get(at + 1)):
            items.append(Item("x", Asked.SIMILAR, "like"))  # comedies like Hot Fuzz
            at += 1
        elif name.kind in NATIONAL and at < told.last and at not in names and (asked := THERE.get(text.plain[at])):
            first = asked is Asked.TITLES and text.plain[max(0, name.start - 1)] in ("original", "orig", "og")
            asked = Asked.ORIGINAL if first else asked
            items.append(Item("x", asked, "certificate" if asked is Asked.CERTIFICATE else "title"))
            at += 1
    if who := _who_of_them(text.plain, unknown, cover):
        unknown = [n for n in unknown if n != who]
        items = [Item("K") if (item.letter, item.text) == ("_", text.plain[who]) else item for item in items]
    return Heard(of_how_many(items, whether=told.whether), unknown, told)


def _titled(name: Mention | None) -> bool:
    """Whether a name is that of a film."""
    return name is not None and name.kind == "film"


def _who_of_them(plain: Sequence[str], unknown: Sequence[int], cover: Sequence[Mention]) -> int:
    """The word for what somebody is in a film where it is asked which: "which sister was she in it"; 0 for none."""
    at = next((n + 1 for n, word in enumerate(plain) if word in WHAT and n + 1 in unknown), 0)
    kinds = sorted(mention.kind for mention in cover)
    return at if kinds == ["film", "person"] and at + 1 < len(plain) and plain[at + 1] in STARTS else 0


def _comes_out(plain: tuple[str, ...], at: int) -> bool:
    """Whether the word says that something came out: UK cinema release."""
    told = lexicon().at(plain, at, len(plain))
    return told is not None and told[1].letter in "ex"


def _between(
    plain: tuple[str, ...], at: int, stop: int, end: int, listed: bool, listing: bool, joined: bool, counting: bool
) -> Between:
    """The items of the words from one up to another, and which of them are not understood.

    `end` is where a name begins, if any; `listed` says that no name is a film's, `listing` that this one says what
    films are kept, `joined` that it belongs to the clause of the word before, `counting` that films may be counted.
    """
    items: list[Item] = []
    unknown: list[int] = []
    start = at
    while at < stop:
        if joined and at + 1 == end and plain[at] == "no":
            items.append(Item("n"))  # that are no comedies
            at += 1
        elif each := next((said for said in EACH if plain[at : at + len(said)] == said and _alone(plain, at, end)), ()):
            items.append(Item("E", EACH[each]))
            at += len(each)
        elif (meant := _meant(plain, at, end)) and not _denies_no_language(meant, at, end, listing=listing):
            size, item = meant
            if size > 1 and plain[at] in PERSON:
                items, unknown = _undescribed(plain, at, items, unknown)
            if item and item.text in ("on", "at") and items and items[-1].letter == "f":
                item = Item("A")
            if item:
                items.append(item)
            at += size
        elif plain[at] == "her" and items and items[-1].letter == "k":
            at += 1  # who played her
        elif listed and _moment(plain[at], items[-1:], named=0 < at == start):
            at += 1  # a western tonight
        elif counted(plain[at]) and _listed(plain, at + 1, end, listing=counting):
            at += 1  # three films: as many as there are will do
        else:
            if items and items[-1].text in LACKING:
                items.pop()  # my kid has no attention span
            unknown.append(at)
            items.append(Item("_", text=plain[at]))
            at += 1
    return items, unknown


def _alone(plain: tuple[str, ...], at: int, end: int) -> bool:
    """Whether a word says nothing together with those behind it."""
    size, item = _meant(plain, at, end) or (0, None)
    return size <= 1 and item is None


def _denies_no_language(meant: Meant, at: int, end: int, *, listing: bool) -> bool:
    """Whether words say that something is not spoken, and no language follows: nobody speaks of it."""
    size, item = meant
    return item is not None and item.text in UNSAID and not (listing and at + size == end)


def _undescribed(plain: Sequence[str], at: int, items: list[Item], unknown: list[int]) -> Between:
    """The items and the words not understood without those that describe the one at a word: the wee lady playing X."""
    start = at
    while start - 1 in unknown and at - start < MOST_DESCRIBING:
        start -= 1
    size = at - start
    if not size or not start or plain[start - 1] not in ARTICLES:
        return items, unknown
    return items[:-size], unknown[:-size]


def _moment(word: str, before: Sequence[Item], *, named: bool) -> bool:
    """Whether a word says when films will be seen, and is not what they are to be about or without.

    `named` says that a name stands before it, `before` which other item.
    """
    if any(item.letter in "An" for item in before):
        return False
    return word in MOMENTS or (word in NIGHTS and (named or any(item.letter == "y" for item in before)))


def _listed(plain: tuple[str, ...], at: int, end: int, *, listing: bool) -> bool:
    """Whether films begin at a word, or the kind of film behind it does, with nothing but praise before."""
    while at < end and plain[at] in PRAISE:
        at += 1
    return listing if at == end else _nouns(plain, at, end)


def _nouns(plain: tuple[str, ...], at: int, end: int) -> bool:
    """Whether films begin at a word, or several of those who made them: which two actors."""
    _, item = _meant(plain, at, end) or (0, None)
    people = item and item.letter == "r" and item.text.endswith("s") and names_people(item.text)
    return item is not None and (item.letter == "f" or bool(people))


def settled(text: Spelt, cover: Sequence[Mention], one: Heard) -> list[Item]:
    """The items put right by those beside them."""
    plain, items = text.plain, list(one.items)
    if not one.told.whether and stated(text.words, plain, {mention.start: mention for mention in cover}, items):
        items.insert(0, Item("Y"))
    if _of_player(plain, items) or (any(item.letter == "y" for item in items) and _of_what(plain, items)):
        items.insert(0, Item("f"))
    if items and items[-1].letter == "v" and "also" in plain and not WHAT.isdisjoint((plain[0], plain[-1])):
        items.insert(-1, Item("f", None, "what else"))  # the composer of F also scored what
    if one.told.whether and plain[-1] in VERDICTS:
        items.append(Item("x", Asked.RECEPTION, plain[-1]))  # is it good
    return released_abroad(dated_events(reasoned(placed(tidied(wished(items))))))


@lru_cache(maxsize=1000)
def _meant(plain: tuple[str, ...], at: int, end: int) -> Meant | None:
    """How many words a filter or a phrase takes that begins at a word and ends before another, and its item if any.

    Kept, for every attempt at a text goes through much the same words.
    """
    if size := age_at(plain[:end], at):
        ages = [int(number) for word in plain[at : at + size] for number in re.findall(r"\d+", word)]
        return size, Item("x", Asked.RATING, f"{min(ages)} year old")
    kept = time_at(plain[:end], at) or filter_at(plain[:end], at)
    phrase = lexicon().at(plain, at, end)
    around = occasion_at(plain[:end], at)
    if around and around[0] >= max(phrase[0] if phrase else 0, kept[0] if kept else 0):
        return around[0], Item("f", None, WISH) if around[1] else None
    if kept and (not phrase or kept[0] >= phrase[0]):
        return kept[0], Item("y", (kept[1],))
    if not phrase:
        return None
    size, word = phrase
    if word.letter == "m" and size > 1 and plain[at] == "last" and duration(plain[:end], at + 1):
        size, word = 1, lexicon().phrases["last",]  # that last 3 hours or more
    if size > 1 and plain[at + size - 1 : at + size + 1] == ("last", "year"):
        size, word = lexicon().at(plain, at, at + size - 1) or phrase  # released last year
    if word.letter == ".":
        return size, None
    since = at - (word.letter == "f" and at > 0 and plain[at - 1] in ELSE)  # other films
    text = " ".join(in_full(plain[since : at + size])) if word.letter in KEPT else ""
    return size, Item(word.letter, word.meaning, text)


def _of_player(plain: Sequence[str], items: Sequence[Item]) -> bool:
    """Whether films are what is asked for of one who plays somebody: what has the actor who plays Stilgar been in."""
    return not WHAT.isdisjoint(plain[:1]) and _DID.fullmatch("".join(item.letter for item in items)) is not None


def _of_what(plain: Sequence[str], items: Sequence[Item]) -> bool:
    """Whether films are what is asked for: what is longer than two hours, what came out in 1994."""
    if plain[0] in WHAT and all(map(_runs, items)):
        return True
    out = all(item.letter in "yoe" for item in items) and any(item.letter == "e" for item in items)
    return out and not WHAT.isdisjoint(plain) and any(isinstance(one, Within) for i in items for one in i.meaning or ())


def _runs(item: Item) -> bool:
    """Whether an item speaks of how long films run."""
    if item.letter == "y":
        return all(isinstance(step, Within) and step.field == "runtime" for step in item.meaning)
    return item.letter in "od" or item.meaning is Asked.RUNTIME
