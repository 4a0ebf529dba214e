"""Names with typing errors: the runs of words that no rule understands, looked up among titles, people and keywords."""

from collections.abc import Iterator, Sequence

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.search import Named
from bot.matching import Verdict
from bot.questions.lexicon import lexicon
from bot.questions.mentions import Mention, Token

MOST_LOOKED_UP = 4
"""Runs of words looked up for one text."""
SOFT = frozenset("the a an of in and on at to for s".split())
_BETWEEN = frozenset("fvrbxqwmlkK")
SURE = 60.0
"""The score from which on a match is taken for what was meant."""


def clusters(words: Sequence[Token], unknown: Sequence[int]) -> list[tuple[int, int]]:
    """Runs of tokens that may be one misspelt name, the longest first.

    A run goes from one unknown word to another; the words between that rules understand split it into smaller ones.
    """
    if not unknown:
        return []
    whole = (unknown[0], unknown[-1] + 1)
    found = [whole]
    start = unknown[0]
    for before, after in zip(unknown, unknown[1:], strict=False):
        if any(_hard(words[n].word) for n in range(before + 1, after)):
            found.append((start, before + 1))
            start = after
    found.append((start, unknown[-1] + 1))
    grown = [_grown(words, *span) for span in dict.fromkeys(found)]
    return list(dict.fromkeys(span for span in grown if span[1] - span[0] <= 14))


def _hard(word: str) -> bool:
    """Whether a word is one that questions are made of, rather than one of a title."""
    known = lexicon().phrases.get((word,))
    return known is not None and known.letter in _BETWEEN


def _grown(words: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """The run with what may belong to it: an article before, numbers behind."""
    while start > 0 and words[start - 1].word in ("the", "a", "an"):
        start -= 1
    while end < len(words) and words[end].word.isdigit():
        end += 1
    return start, end


async def guesses(words: Sequence[Token], unknown: Sequence[int], text: str, catalogue: Catalogue) -> list[Mention]:
    """What the words not understood may name in spite of typing errors."""
    found: list[Mention] = []
    for start, end in _spread(words, unknown)[:MOST_LOOKED_UP]:
        said = text[words[start].start : words[end - 1].end].strip(" ?!.,;:\"'“”*_")
        last = words[end - 1]
        owns = bool(last.owner)
        if owns:
            said = " ".join([*(token.word for token in words[start : end - 1]), last.owner])
        if len(said) < 3:
            continue
        some = [m async for m in _looked_up(said, start, end, owns, catalogue)]
        found += some
        if some and min(m.cost for m in some) < 0.5 and (start, end) == (unknown[0], unknown[-1] + 1):
            break
    return found


def _spread(words: Sequence[Token], unknown: Sequence[int]) -> list[tuple[int, int]]:
    """The clusters, and for one cluster alone the same with the understood words around it."""
    spans = clusters(words, unknown)
    if len(spans) == 1:
        start, end = spans[0]
        left = start
        while left > 0 and left > start - 3 and not _verb(words[left - 1].word):
            left -= 1
        right = end
        while right < len(words) and right < end + 3 and not _verb(words[right].word):
            right += 1
        spans += [(left, end)] if left < start else []
        spans += [(start, right)] if right > end else []
    return spans


def _verb(word: str) -> bool:
    known = lexicon().phrases.get((word,))
    return known is not None and known.letter in "vrxqbf"


async def _looked_up(said: str, start: int, end: int, owns: bool, catalogue: Catalogue):  # type: ignore[no-untyped-def]
    films = await catalogue.find(said, 3)
    if films.verdict is not Verdict.NONE and films.scores and films.scores[0] >= SURE:
        keys = await catalogue.keys([film.id for film in films.films[: films.fits]])
        named = tuple(
            Named("film", key, film.title, film.title.lower(), 0, film.year)
            for key, film in zip(keys, films.films, strict=False)
        )
        yield Mention(start, end, "film", named, _cost(films.scores[0]), owns)
    people = await catalogue.find_people(said, 3)
    if people.verdict is not Verdict.NONE:
        named = tuple(Named("person", one.key, one.name, one.name.lower()) for one in people.people[: people.fits])
        yield Mention(start, end, "person", named, _cost(people.scores[0]), owns)
    if not found_exactly(films.scores, people.scores):
        for kind, name, normal, score in await catalogue.like(said):
            yield Mention(start, end, kind, (Named(kind, 0, name, normal),), 0.5 + (100 - score) / 50, owns)


def found_exactly(*scores: Sequence[float]) -> bool:
    return any(some and some[0] >= 99 for some in scores)


def _cost(score: float) -> float:
    """From 0.4 for a sure match to 1.4 for one that is hardly likelier than not."""
    return 0.4 + (100 - score) / 40


def tries(words: Sequence[Token]) -> Iterator[int]:
    yield from range(len(words))
