"""What every word and name of a text says: its items, as the grammar reads them."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from bot.knowledge.query import Asked
from bot.knowledge.search import Of, Within
from bot.questions.certificates import age_at, placed, reasoned
from bot.questions.events import dated_events, released_abroad
from bot.questions.expressions import films_together, named_films, named_people
from bot.questions.filters import counted, filter_at
from bot.questions.grammar import ELSE, Item
from bot.questions.lexicon import in_full, lexicon
from bot.questions.mentions import Mention, Token
from bot.questions.occasions import MOMENTS, WISH, occasion_at, time_at, wished
from bot.questions.phrasing import spoken
from bot.questions.tidying import tidied
from bot.questions.whether import said, stated

WHAT = frozenset("what whats which wich".split())
KEPT = "ovdfxelqruN"
"""Letters of items whose words count besides their meaning."""
VERDICTS = frozenset("good bad great terrible awful decent".split())
"""Words at the end of a question whether a film is so."""


def letters(words: Sequence[Token], cover: Sequence[Mention]) -> tuple[list[Item], list[int]]:
    """The items of a text, and which tokens are not understood."""
    plain = spoken(words)
    starts = {mention.start: mention for mention in cover}
    ends = sorted(starts)
    items: list[Item] = []
    unknown: list[int] = []
    listing = {mention.start for mention in cover if mention.kind in ("genre", "nation", "language")}
    listed = all(mention.kind != "film" for mention in cover)
    told = said(words, plain, starts)
    at = told.first
    if told.whether:
        items.append(Item("Y"))
    while at < told.last:
        if mention := starts.get(at):
            if mention.kind == "pair":
                one, other = (Item("F", named_films((film,), film.name)) for film in mention.named)
                items += [Item("d"), one, Item("d"), other]
            else:
                items.append(_item(mention, words, items))
            at = mention.end
            continue
        if plain[at] == "no" and at + 1 in starts and words[at].clause == words[at + 1].clause:
            items.append(Item("n"))  # that are no comedies
            at += 1
            continue
        end = min((start for start in ends if start > at), default=len(words))
        if meant := _meant(plain, at, end):
            size, item = meant
            if item and item.text in ("on", "at") and items and items[-1].letter == "f":
                item = Item("A")
            if item:
                items.append(item)
            at += size
        elif listed and plain[at] in MOMENTS:
            at += 1  # a western tonight
        elif (
            (at + 1 < end or at + 1 in listing)
            and counted(plain[at])
            and (at + 1 in listing or ((noun := _meant(plain, at + 1, end)) and noun[1] and noun[1].letter == "f"))
        ):
            at += 1  # three films: as many as there are will do
        else:
            unknown.append(at)
            items.append(Item("_", text=plain[at]))
            at += 1
    if not told.whether and stated(words, plain, starts, items):
        items.insert(0, Item("Y"))
    if items and plain[0] in WHAT and all(map(_runs, items)) and any(item.letter == "y" for item in items):
        items.insert(0, Item("f"))  # what is longer than two hours
    if told.whether and plain[-1] in VERDICTS:
        items.append(Item("x", Asked.RECEPTION, plain[-1]))  # is it good
    return released_abroad(dated_events(reasoned(placed(tidied(wished(items)))))), unknown


@lru_cache(maxsize=1000)
def _meant(plain: tuple[str, ...], at: int, end: int) -> tuple[int, Item | None] | None:
    """How many words a filter or a phrase takes that begins at a word and ends before another, and its item if any.

    Kept, for every reading of a text goes through the same words.
    """
    if size := age_at(plain[:end], at):
        return size, Item("x", Asked.RATING, "year old")
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
    if word.letter == ".":
        return size, None
    since = at - (word.letter == "f" and at > 0 and plain[at - 1] in ELSE)  # other films
    text = " ".join(in_full(plain[since : at + size])) if word.letter in KEPT else ""
    return size, Item(word.letter, word.meaning, text)


def _item(mention: Mention, words: Sequence[Token], before: Sequence[Item]) -> Item:
    text = " ".join(token.word for token in words[mention.start : mention.end])
    match mention.kind:
        case "film":
            return Item("F", named_films(mention.named, typed(words[mention.start : mention.end])), text)
        case "series":
            return Item("F", films_together(mention.named))
        case "person":
            return Item("P", named_people(mention.named), text, mention.owns)
        case "family":
            first, second = (named_people((one,)) for one in mention.named)
            return Item("P", replace(first, others=(second,)), text)
        case "character":
            return Item("C", None, mention.named[0].normal if mention.owns or mention.cost else text)
        case "award":
            return Item("a", mention.named, text)
        case "nation":
            return Item("y", (Of(("country",), tuple(n.name for n in mention.named), text),), "nation")
        case "keyword" | "theme":
            return Item("y", (Of(("keyword", "theme"), tuple(n.name for n in mention.named), text),), "keyword")
        case "source":
            kinds = tuple(dict.fromkeys(n.kind for n in mention.named))
            said = mention.named[0].normal
            return Item("y", (Of(kinds, tuple(n.name for n in mention.named), said),), "source")
    return Item("y", (Of((mention.kind,), tuple(n.name for n in mention.named), text),), mention.kind)


def typed(words: Sequence[Token]) -> str:
    """A run of words as it was typed."""
    return " ".join(dict.fromkeys(word.typed for word in words))


def _runs(item: Item) -> bool:
    """Whether an item speaks of how long films run."""
    if item.letter == "y":
        return all(isinstance(step, Within) and step.field == "runtime" for step in item.meaning)
    return item.letter in "od" or item.meaning is Asked.RUNTIME
