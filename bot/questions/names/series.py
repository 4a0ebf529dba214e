"""Films asked about as one: those whose titles share the name that stands before "films" or "trilogy"."""

from collections.abc import Collection, Iterator, Sequence

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.search import EVERY, Named
from bot.matching.normal import normal
from bot.questions.names.mentions import HALF, Mention, in_parts
from bot.questions.names.stories import called
from bot.questions.rules.phrases import ARTICLES, FILMS, NUMBER_WORDS, ORDER, ORDINALS, SUPERLATIVES
from bot.questions.words.lexicon import lexicon
from bot.questions.words.tokens import Token

AS_ONE = frozenset("films movies series trilogy saga franchise".split())
"""What stands behind the name of films that are asked about together."""
EVERY_ONE = frozenset(["every", "each"])
"""Words before the name of films of which each is meant: every Mission: Impossible film."""
_ALL = frozenset("all the these of".split())
"""Words before how many films of a name there are."""
_SUMS = frozenset("total altogether combined together".split())
"""Words that ask for the sum of what all parts of a film have."""
_VERBS = frozenset("is was runs has came".split())
"""What stands behind the name of films of which one is asked for."""
_LINKS = frozenset("the a an of and in to".split())
_NONE = frozenset(["none", "neither"])
"""Words before the name of films, "of" between, that are no part of it."""
LONGEST = 7
"""Words of the longest name that is looked up."""
COVERS_MORE = -0.3
"""The cost of such a mention: rather all films of the name than one of them and a noun to spare."""
_PARTS = frozenset("part parts one ones film films movie movies chapter instalment installment entry volume".split())
"""Words before "of" and the name of films of which one is asked for: which part of The Godfather."""
_MADE_OF = ("are in", "is in", "make up", "makes up", "belong to", "are part of", "are there in", "form", "comprise")
"""Words between "which films" and the name of films: which films are in the Godfather trilogy."""
_BEST = frozenset(
    word for said in (*SUPERLATIVES.values(), *map("|".join, ORDINALS)) for word in said.split("|") if " " not in word
)
_PLACE = ORDER | dict.fromkeys(("last", "latest", "newest", "final"), -1) | dict.fromkeys(("oldest", "earliest"), 0)
"""The place of one film of several by the word before their name."""


async def series(words: Sequence[Token], found: Sequence[Mention], catalogue: Catalogue) -> list[Mention]:
    """The films, two or more and the oldest first, that a run of words before "films" names together."""
    known = {(m.start, m.end) for m in found if m.kind not in ("film", "keyword", "theme", "character")}
    some = []
    runs: list[tuple[int, int, int]] = []
    best = any(token.word in _BEST for token in words)
    asked_which = {n + 1 for n, token in enumerate(words) if token.word in ("what", "which")}
    for end, word in enumerate(words):
        start = min([name_start(words, end), *(m.start for m in found if m.kind == "film" and m.end == end)])
        counted = start > 0 and words[start].word in NUMBER_WORDS and words[start - 1].word in _ALL
        start += start < end and (counted or words[start].word in ARTICLES)
        every = start > 0 and words[start - 1].word in EVERY_ONE
        one_of = (best or every or start in asked_which) and word.word in ("film", "movie")
        if not (word.word in AS_ONE or one_of) or start == end or (start, end) in known:
            continue
        runs.append((start, end, end + 1))
    if best:
        started = {start for start, _, _ in runs}
        runs += [run for run in _behind_best(words, found) if run[0] not in started and run[:2] not in known]
        runs += _asked_which(words, asked_which)
    runs += [(one.start, one.end, one.end) for one in found if one.kind == "film" and _all(words, one.end)]
    runs += [(one.start, one.end, one.end) for one in found if one.kind == "film" and _one_of(words, one.start)]
    if any(token.word in _SUMS for token in words):
        runs += [(one.start, one.end, one.end) for one in found if in_parts(one)]
    plurals = {(one.start, one.end): one.named for one in found if one.kind == "film" and _plural(one, words)}
    runs += [(start, end, end) for start, end in plurals]  # the Toy Storys
    halves = {(one.start, one.end): one.named for one in found if one.kind == "film" and one.cost == HALF}
    for start, end, after in runs:
        name = " ".join(token.word for token in words[start:end])
        if (start, end) in halves:  # however its words are spelt
            name = normal(halves[start, end][0].name.partition(":")[0]).removeprefix("the ")
        if (start, end) in plurals:
            name = plurals[start, end][0].normal.removeprefix("the ")
        keys = await called(name, catalogue)
        refs = zip(keys, await catalogue.refs(keys), strict=False) if len(keys) > 1 else ()
        named = [Named("film", key, film.title, name, 0, film.year) for key, film in refs]
        named.sort(key=lambda film: (film.year is None, film.year, film.name))
        if named:
            begins = start - max(_counts(words, start), _one_of(words, start), _made_of(words, start))
            some.append(Mention(begins, after, "series", tuple(named), COVERS_MORE))
            if start and (place := _PLACE.get(words[start - 1].word)) is not None and place < len(named):
                some.append(Mention(start - 1, after, "film", (named[place],), COVERS_MORE))  # the first Mad Max
            if len(named) == 2 and start and words[start - 1].word == "both":
                some.append(Mention(start - 1, after, "pair", tuple(named), COVERS_MORE))
    return some


def _counts(words: Sequence[Token], at: int) -> bool:
    """Whether the word before one tells how many films of the name there are: all three Mad Max films."""
    return at > 1 and words[at - 1].word in NUMBER_WORDS and words[at - 2].word in _ALL


def _one_of(words: Sequence[Token], at: int) -> int:
    """How many words before a name say that one of the films so called is asked for, or the best: which part of the."""
    of = at - 1 - (words[at - 1].word == "the") if at else 0
    part = of - 1
    if part < 1 or words[of].word != "of" or words[part].word not in _PARTS:
        return 0
    return at - part if words[part - 1].word in {"which", "what", *_BEST} else 0


def _made_of(words: Sequence[Token], at: int) -> int:
    """How many words before a name ask which films are so called."""
    before = [token.word for token in words[: at - (at > 0 and words[at - 1].word == "the")]]
    for said in _MADE_OF:
        size = len(said.split())
        if " ".join(before[-size:]) == said and before[-size - 1 : -size] and before[-size - 1] in (*FILMS, *_PARTS):
            return size + at - len(before)
    return 0


def _asked_which(words: Sequence[Token], starts: Collection[int]) -> Iterator[tuple[int, int, int]]:
    """The names between "which" and a verb: which Harry Potter is the longest."""
    for start in starts:
        verb = next((n for n in range(start, len(words)) if words[n].word in _VERBS), start)
        if start < verb <= start + LONGEST and not any(words[n].word in _BEST for n in range(start, verb)):
            yield start, verb, verb


def _plural(title: Mention, words: Sequence[Token]) -> bool:
    """Whether a title was typed with an s to spare."""
    if title.owns or title.size == 1:
        return False  # Babe's
    return f"{title.named[0].normal}s".endswith(" ".join(token.word for token in words[title.start : title.end]))


def _behind_best(words: Sequence[Token], found: Sequence[Mention]) -> Iterator[tuple[int, int, int]]:
    """Names behind a superlative or an ordinal: "the newest dune", "which godfather is the longest"."""
    some = [mention for mention in found if mention.kind == "film"]
    titles = [mention for mention in some if mention.cost < HALF or len(mention.named) > 1]
    best = [n for n, token in enumerate(words) if token.word in _BEST]
    if any(one.start <= n < one.end for n in best for one in titles):
        return  # The Last Samurai
    for one in titles:
        start = one.start + (one.size > 1 and words[one.start].word == "the")
        beside = [*words[: one.start], *words[one.end :]]
        which = start and words[start - 1].word in ("what", "which")  # which Toy Story came first
        behind = one.start - 1 in best and words[one.start - 1].clause == words[one.start].clause
        if behind or which or all(token.word in _BEST or _says_nothing(token.word) for token in beside):
            yield start, one.end, one.end
    for n in best:
        start = n + 1 + (n + 1 < len(words) and words[n + 1].word in ("the", "of"))
        end = start
        while end < len(words) and (words[end].word not in lexicon().single or (end > start and _links(words, end))):
            end += 1
        if end > start:
            yield start, end, end


def _all(words: Sequence[Token], at: int) -> bool:
    """Whether all films whose name ends before a word are asked for: how many there are, or their order."""
    known = lexicon().at([token.word for token in words], at, len(words))
    ordered = known is not None and known[1].letter == "m" and known[1].meaning[-1] == EVERY
    return ordered or _counted(words, at)


def _counted(words: Sequence[Token], at: int) -> bool:
    """Whether it is asked how many there are of the films whose name ends before a word: Toy Story, how many films."""
    said = [token.word for token in words[at : at + 3]]
    return said[:2] == ["how", "many"] and (len(said) < 3 or said[2] in {*AS_ONE, "are", "parts"})


def _says_nothing(word: str) -> bool:
    known = lexicon().phrases.get((word,))
    return known is not None and known.letter == "."


def _links(words: Sequence[Token], at: int) -> bool:
    """Whether a small word stands inside a name: lord of the rings."""
    while at < len(words) and words[at].word in _LINKS:
        at += 1
    return words[at - 1].word in _LINKS and at < len(words) and words[at].word not in lexicon().single


def name_start(words: Sequence[Token], end: int) -> int:
    """Where the name that ends before a word begins: behind the last word that questions are made of."""
    start = end
    while start > max(0, end - LONGEST):
        word = words[start - 1].word
        if (word in lexicon().single and word not in _LINKS) or word in _NONE:
            break
        start -= 1
    while start < end and words[start].word in _LINKS:
        start += 1
    return start
