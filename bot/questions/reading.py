"""The readings of a text: which runs of words are names, which say what is asked; the likeliest one wins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice, product

from bot.knowledge.query import Asked, Job
from bot.knowledge.search import Of, Within
from bot.questions.asking import asked
from bot.questions.certificates import age_at, placed, reasoned
from bot.questions.events import UNKNOWN_ABROAD, dated_events, released_abroad
from bot.questions.expressions import films_together, named_films, named_people
from bot.questions.filters import counted, filter_at
from bot.questions.grammar import ELSE, Item
from bot.questions.intent import BY_COUNTRY, Intent
from bot.questions.lexicon import in_full, lexicon
from bot.questions.mentions import HALF, Mention, Token, weak
from bot.questions.occasions import MOMENTS, WISH, occasion_at, time_at, wished
from bot.questions.peoples import BOARDS
from bot.questions.phrasing import spoken
from bot.questions.rules.jobs import VAGUE
from bot.questions.whether import said, stated

MOST_READINGS = 40
Span = tuple[int, int]
WEAK, WEAK_LONG, UNKNOWN, MENTION = 1.0, 0.35, 1.0, 0.3
"""Costs: a name of everyday words (of one, of more), a word not understood, each name."""
LONG = 4
"""Words from which on a title is no chance, everyday words as they may be."""
HARDLY_LESS = 0.5
TORN = 0.5
"""What it costs to read a piece of a title as a name of its own."""
WHAT = frozenset("what whats which wich".split())
IN = ("is in", "was in")
KEPT = "ovdfxelqruN"
"""Letters of items whose words count besides their meaning."""
TOLD = frozenset(["award", "source", "shown", "premiere"])
"""Kinds that are looked for only where a text speaks of such things."""
COUNTING = frozenset(["how much", "total"])
"""What counts films or awards where such a word follows: how much films, total Oscars."""
SPEAKING = frozenset(["speak", "speaking", "language", "spoken"])
"""What a language may stand behind: spoken in German."""
VERDICTS = frozenset("good bad great terrible awful decent".split())
"""Words at the end of a question whether a film is so."""
TELLING = frozenset("tell show give remind let".split())
"""Words behind which "us" is no nation."""
LOCATED = 1.0
"""What it saves to read a country where one is told: "in the us" is no "tell us"."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a text."""

    intent: Intent
    cost: float
    unknown: tuple[int, ...]
    """Tokens that it leaves aside."""
    mentions: tuple[Mention, ...]


def likeliest(words: Sequence[Token], found: Sequence[Mention]) -> list[Reading]:
    """The likeliest reading, and those hardly less likely; none when the text asks nothing of films."""
    all_read = [reading for cover in islice(covers(words, found), MOST_READINGS) if (reading := read(words, cover))]
    titles = [mention for mention in found if mention.kind == "film" and mention.size > 1 and mention.cost < HALF]
    kinds = {(mention.start, mention.end) for mention in found if mention.kind == "genre"}
    all_read = [
        replace(one, cost=one.cost + TORN * _torn(one.mentions, titles) + WEAK * _kinds_of_film(one.mentions, kinds))
        for one in all_read
    ]
    readings = sorted(all_read, key=lambda reading: reading.cost)
    return [reading for reading in readings if reading.cost <= readings[0].cost + HARDLY_LESS]


def covers(words: Sequence[Token], found: Sequence[Mention]) -> Iterator[tuple[Mention, ...]]:
    """Choices of mentions that do not overlap, the longest first, in every mixture of kinds."""
    weakly = [mention for mention in found if mention.kind not in TOLD and weak(mention, words)]
    strong = [mention for mention in found if mention not in weakly and mention.kind != "character"]
    faint = [
        mention for mention in weakly if mention.kind not in ("keyword", "theme", "character") or _told(mention, words)
    ]
    characters = [mention for mention in found if mention.kind == "character" and not weak(mention, words)]
    seen: set[frozenset[tuple[int, int, str]]] = set()

    def once(cover: tuple[Mention, ...]) -> Iterator[tuple[Mention, ...]]:
        key = frozenset((m.start, m.end, m.kind) for m in cover)
        if key not in seen:
            seen.add(key)
            yield cover

    spans = _spans(strong)
    layers = [spans, _spans([mention for mention in strong if not mention.cost])]
    layers += [_spans([*strong], without) for without in spans]
    for layer in layers:
        for cover in islice(_kinds(layer, strong), 12):
            yield from once(cover)
    titles = [mention for mention in faint if mention.kind == "film"]
    for name in sorted(characters, key=lambda m: -m.size)[:4]:
        beside = [one for one in titles if one.end <= name.start or one.start >= name.end]
        for cover in islice(_kinds(_spans(beside), beside), 2) if beside else ():
            yield from once((*cover, name))
        for cover in islice(_kinds([s for s in spans if s[1] <= name.start or s[0] >= name.end], strong), 3):
            yield from once((*cover, name))
    for name in sorted(faint, key=lambda m: -m.size)[:10]:
        for cover in islice(_kinds([s for s in spans if s[1] <= name.start or s[0] >= name.end], strong), 3):
            yield from once((*cover, name))


def _torn(mentions: Sequence[Mention], titles: Sequence[Mention]) -> int:
    """How many of the mentions are a piece of a title: "john malkovich" of Being John Malkovich."""
    return sum(any(t.start <= m.start and m.end <= t.end and m.size < t.size for t in titles) for m in mentions)


def _kinds_of_film(mentions: Sequence[Mention], kinds: set[Span]) -> int:
    """How many of the titles are also the name of a genre: #Horror."""
    return sum(mention.kind == "film" and (mention.start, mention.end) in kinds for mention in mentions)


def _told(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether the word before says that a keyword follows."""
    return (
        mention.kind in ("keyword", "theme") and mention.start > 0 and words[mention.start - 1].word in ("by", "about")
    )


def _spans(found: Sequence[Mention], without: Span | None = None) -> list[Span]:
    """The longest spans that do not overlap."""
    taken: list[Span] = []
    for start, end in sorted({(m.start, m.end) for m in found} - {without}, key=lambda s: (s[0] - s[1], s[0])):
        if all(end <= other[0] or start >= other[1] for other in taken):
            taken.append((start, end))
    return sorted(taken)


def _kinds(spans: Sequence[Span], found: Sequence[Mention]) -> Iterator[tuple[Mention, ...]]:
    by = [[m for m in _unlike(found) if (m.start, m.end) == span] for span in spans[:6]]
    return product(*by)


def _unlike(found: Sequence[Mention]) -> list[Mention]:
    """One mention of a span and kind; a possessive one rather than the same with its s."""
    kept: dict[tuple[int, int, str], Mention] = {}
    for mention in sorted(found, key=lambda m: (m.cost, not m.owns)):
        kept.setdefault((mention.start, mention.end, mention.kind), mention)
    return sorted(
        kept.values(),
        key=lambda m: (
            (
                "source",
                "premiere",
                "shown",
                "award",
                "pair",
                "series",
                "film",
                "person",
                "family",
                "genre",
                "language",
                "country",
                "nation",
                "keyword",
                "theme",
            ).index(m.kind)
            if m.kind != "character"
            else 15
        ),
    )


def read(words: Sequence[Token], cover: Sequence[Mention]) -> Reading | None:
    """The reading with these names and nothing else as a name."""
    items, unknown = letters(words, cover)
    items, cost = _dated(items)
    intent = asked(items)
    if intent is None:
        return None
    if any(mention.kind == "character" for mention in cover) and intent.asked is not Asked.ROLE:
        return None
    named = "".join(item.letter for item in items)
    cost += 0.6 * (intent.bare and bool(set(named) & set("lY"))) + 0.4 * ("rf" in named and "P" not in named)
    cost += 0.5 * ("ky" in named)  # who played Turkish: a name rather than a nation
    played = {"kF", "kKF"} & {named[-2:], named[-3:]} and "Y" not in named
    cost += 0.5 * bool(played)  # who played Batman: a character rather than the film
    cost += intent.cost + UNKNOWN * len(unknown)
    whether = "Y" in named and "q" not in named  # did X play in F: X is a person
    if intent.asked is Asked.ROLE or ("k" in named and intent.film and unknown and not whether):
        intent, cost = _with_words(intent, words, unknown, cost)
    for mention in cover:
        cost += MENTION + mention.cost
        if mention.kind == "film" and mention.start and words[mention.start - 1].word in ("film", "movie"):
            cost -= 0.2 * (mention.start > 1 and words[mention.start - 2].word == "the")
            continue  # the film Up
        if mention.kind == "film" and intent.asked is Asked.AWARDS and words[mention.start - 1].word == "for":
            cost -= 0.4
            continue  # best actress for Her
        differs = intent.asked in BY_COUNTRY if intent.film else intent.words == UNKNOWN_ABROAD
        if mention.kind == "nation" and differs and _located(mention, words):
            cost -= LOCATED
            continue
        if mention.kind == "nation" and (not mention.start or words[mention.start - 1].word == "the"):
            continue  # in the US
        if weak(mention, words) and mention.kind not in TOLD | {"genre"}:
            cost += WEAK if mention.size == 1 else WEAK_LONG if mention.size < LONG else -MENTION
    return Reading(intent, cost, tuple(unknown), tuple(cover))


def _located(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether a nation stands behind "in", or before what differs by country: a release, a certificate."""
    at = mention.start - (mention.start > 0 and words[mention.start - 1].word == "the")
    if at > 0 and words[at - 1].word in TELLING:
        return False
    after = lexicon().at([token.word for token in words], mention.end, len(words))
    differs = after is not None and after[1].meaning in BY_COUNTRY and words[mention.end].word not in lexicon().asking
    return differs or (at > 0 and words[at - 1].word == "in")  # tell us when F came out


def _with_words(intent: Intent, words: Sequence[Token], unknown: Sequence[int], cost: float) -> tuple[Intent, float]:
    """Who played the priest in F: the words not understood are the character."""
    if intent.words or intent.film is None or intent.asked not in (Asked.CAST, Asked.CARD):
        return intent, cost
    said = " ".join(words[n].owner or words[n].word for n in unknown)
    return replace(intent, asked=Asked.ROLE, words=said, bare=False), cost - UNKNOWN * len(unknown) + 1.2


def letters(words: Sequence[Token], cover: Sequence[Mention]) -> tuple[list[Item], list[int]]:
    """The items of a text, and which tokens are not understood."""
    plain = spoken(words)
    starts = {mention.start: mention for mention in cover}
    ends = sorted(starts)
    items: list[Item] = []
    unknown: list[int] = []
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
            at + 1 < end
            and counted(plain[at])
            and (noun := _meant(plain, at + 1, end))
            and noun[1]
            and noun[1].letter == "f"
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
    return released_abroad(dated_events(reasoned(placed(_tidied(wished(items)))))), unknown


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


def _is(item: Item, *kinds: str) -> bool:
    """Whether an item is a filter of one of these kinds."""
    return item.letter == "y" and item.text in kinds


def _tidied(items: list[Item]) -> list[Item]:
    """Repeated words of one meaning count once; "about" is taken in by what it stands before."""
    done: list[Item] = []
    for item in items:
        last = done[-1] if done else None
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
        if last and item.letter in "rv" and last.letter == "v" and (last.text in VAGUE or _penned(last, item)):
            done.pop()
        scored = last and item.meaning is Asked.SCORE and last.letter == "v"
        if last and scored and (last.text in VAGUE or last.meaning == (Job.WRITER,)):
            done[-1] = Item("v", (Job.COMPOSER,))  # wrote the score
            continue
        if last and _is(item, "keyword") and last.letter in "Aon":
            told = last.letter in "An" or last.text in ("on", "at")
            if told and last.letter != "n":
                done.pop()
            done.append(Item("y", item.meaning, "told" if told else "keyword"))
            continue
        if item.letter == "x" and item.meaning is Asked.LANGUAGES and last and _is(last, "language", "nation"):
            done[-1] = Item("y", last.meaning, "spoken" if _is(last, "language") else "land")
            continue
        if item.letter == "y" and len(done) > 1 and done[-2].letter == "F" and last and last.text in IN:
            done[-1] = Item("o", text="in")  # F is in French
        if _is(item, "language", "nation"):
            at = len(done) - 1
            while at >= 0 and done[at].letter in "on":
                at -= 1
            if at >= 0 and done[at].letter == "x" and done[at].text in SPEAKING:
                del done[at]
                item = Item("y", item.meaning, "spoken" if _is(item, "language") else "land")
        done.append(item)
        if item.letter == "x" and (code := BOARDS.get(item.text.split()[0])) and items[0].letter != "Y":
            done.append(Item("y", (Of(("country",), (code,), item.text),), "nation"))
    return done


def _penned(verb: Item, noun: Item) -> bool:
    """Whether a verb of writing stands before what is written: penned the script, the score."""
    return verb.meaning == (Job.WRITER,) and noun.meaning in ((Job.WRITER,), (Job.COMPOSER,))


def _dated(items: list[Item]) -> tuple[list[Item], float]:
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
                if abs(y - n) <= (1 if whether else 2)
                and y not in used
                and all(abs(at - y) >= abs(y - n) for at in others)
            ]
            for y in near:
                fits = tuple(one for one in item.meaning.named if one.year == _year(items[y]))
                if fits:
                    item = Item("F", named_films(fits, item.meaning.label), item.text)
                    used.add(y)
        if _is(item, "keyword"):
            cost += 0.8
        spoken = n > 0 and items[n - 1].text.endswith("in")
        cost += 0.4 * _is(item, "land")
        if (_is(item, "nation") and spoken) or (_is(item, "language") and not spoken):
            cost += 0.2
        done.append(item)
    kept = [item for n, item in enumerate(done) if n not in used]
    return [_other(item, kept) for item in kept] if used else kept, cost


def _other(item: Item, items: Sequence[Item]) -> Item:
    """Of two films of one title, of which a year has settled one, the other: "Dune or Dune 2021"."""
    if item.letter != "F" or len(item.meaning.named) < 2:
        return item
    settled = [one.meaning.named[0] for one in items if one.letter == "F" and len(one.meaning.named) == 1]
    left = tuple(one for one in item.meaning.named if one not in settled)
    return Item("F", named_films(left or item.meaning.named, item.meaning.label), item.text)


def _runs(item: Item) -> bool:
    """Whether an item speaks of how long films run."""
    if item.letter == "y":
        return all(isinstance(step, Within) and step.field == "runtime" for step in item.meaning)
    return item.letter in "od" or item.meaning is Asked.RUNTIME


def _year(item: Item) -> int | None:
    match item.meaning:
        case (Within("year", int(low), high),) if low == high:
            return low
    return None
