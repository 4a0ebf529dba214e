"""Films asked about as one: those whose titles share the name that stands before "films" or "trilogy"."""

import re
from collections.abc import Iterator, Sequence

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.search import Named
from bot.matching.normal import normal
from bot.questions.lexicon import SUPERLATIVES, lexicon
from bot.questions.mentions import Mention, Token

AS_ONE = frozenset("films movies series trilogy saga franchise".split())
"""What stands behind the name of films that are asked about together."""
_LINKS = frozenset("the a an of and in to".split())
LONGEST = 7
"""Words of the longest name that is looked up."""
COVERS_MORE = -0.3
"""The cost of such a mention: rather all films of the name than one of them and a noun to spare."""
MOST = 25
"""Films of one name."""
_BEST = frozenset(word for said in SUPERLATIVES.values() for word in said.split("|"))
_NEXT = re.compile(r"$| (?:\d+|[ivx]+|part|vol|volume|chapter|episode)\b")
"""What follows the shared name in the titles of films that belong together."""


async def series(words: Sequence[Token], found: Sequence[Mention], catalogue: Catalogue) -> list[Mention]:
    """The films, two or more and the oldest first, that a run of words before "films" names together."""
    known = {(m.start, m.end) for m in found if m.kind not in ("film", "keyword", "theme", "character")}
    some = []
    runs: list[tuple[int, int, int]] = []
    best = any(token.word in _BEST for token in words)
    for end, word in enumerate(words):
        start = min([_start(words, end), *(m.start for m in found if m.kind == "film" and m.end == end)])
        start += start < end and words[start].word in ("the", "a", "an")
        one_of = best and word.word in ("film", "movie")
        if not (word.word in AS_ONE or one_of) or start == end or (start, end) in known:
            continue
        runs.append((start, end, end + 1))
    if best and not runs:
        runs = list(_alone(words, found))
    for start, end, after in runs:
        name = " ".join(token.word for token in words[start:end])
        films = [film for film in (await catalogue.find(name, MOST)).films if _belongs(film.title, name)]
        films.sort(key=lambda film: (film.year is None, film.year, film.title))
        if len(films) > 1:
            keys = await catalogue.keys([film.id for film in films])
            named = [Named("film", key, f.title, name, 0, f.year) for key, f in zip(keys, films, strict=False)]
            some.append(Mention(start, after, "series", tuple(named), COVERS_MORE))
            if len(named) == 2 and start and words[start - 1].word == "both":
                some.append(Mention(start - 1, after, "pair", tuple(named), COVERS_MORE))
    return some


def _alone(words: Sequence[Token], found: Sequence[Mention]) -> Iterator[tuple[int, int, int]]:
    """Names of films beside nothing but a superlative: "the newest dune", "which godfather is the longest"."""
    titles = [mention for mention in found if mention.kind == "film"]
    if any(token.word in _BEST for one in titles for token in words[one.start : one.end]):
        return  # The Last Samurai
    for one in titles:
        beside = [*words[: one.start], *words[one.end :]]
        if all(token.word in _BEST or _says_nothing(token.word) for token in beside):
            start = one.start + (one.size > 1 and words[one.start].word == "the")
            yield start, one.end, one.end


def _says_nothing(word: str) -> bool:
    known = lexicon().phrases.get((word,))
    return known is not None and known.letter == "."


def _start(words: Sequence[Token], end: int) -> int:
    """Where the name that ends before a word begins: behind the last word that questions are made of."""
    start = end
    while start > max(0, end - LONGEST):
        word = words[start - 1].word
        if word in lexicon().single and word not in _LINKS:
            break
        start -= 1
    while start < end and words[start].word in _LINKS:
        start += 1
    return start


def _belongs(title: str, name: str) -> bool:
    """Whether a title is the name, or the name with a number, a part or, behind a colon, a subtitle."""
    whole, first = normal(title), normal(title.partition(":")[0])
    bare = whole.removeprefix("the ")
    return first.removeprefix("the ") == name or (bare.startswith(name) and bool(_NEXT.match(bare[len(name) :])))
