"""Titles written with capitals amid words without: of one that is only understood in part another film is meant."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import Query
from bot.matching.normal import normal
from bot.questions.asked.intent import ABOUT_FILMS, RATED
from bot.questions.names.mentions import Mention
from bot.questions.names.plainly import CAPITALISED, SMALL
from bot.questions.readings.attempts import Attempt
from bot.questions.readings.reading import Reading
from bot.questions.readings.strangers import LONGEST, of_film_called
from bot.questions.words.amounts import year
from bot.questions.words.lexicon import lexicon
from bot.questions.words.tokens import SIGNS, Token

_ROMAN = frozenset("IVX")
"""Letters of the numbers of parts: Jurassic Park III, but not the PG of Perfect Days."""
LINKS = frozenset("of the and a an to vs".split())
"""Words without a capital inside titles; others stand as often between two names: who plays Vizzini in Heat."""


async def half_read(reading: Reading, one: Attempt, text: str, catalogue: Catalogue) -> Query | None:
    """What is asked of a film of whose name, written with capitals, a reading understands but a part: A Good Day to Die
    Hard, the Ghost Writer; None where there is no such name, or the words around it do not ask anything of a film.
    """
    names = list(_written_as_names(one.words, text))
    for (start, end), behind in zip_longest(names, names[1:]):
        if behind and _goes_on((start, end), behind, reading, one.words):
            end = behind[1]
        if end - start <= LONGEST and not _understood(start, end, reading, one.words):
            name = text[one.words[start].start : one.words[end - 1].end].strip(SIGNS)
            known = [other for other in reading.mentions if other.end <= start or other.start >= end]
            if query := await of_film_called(name, start, end, one, known, text, catalogue):
                return query
    return None


async def written_name(one: Attempt, text: str, catalogue: Catalogue) -> Query | None:
    """What films alone have, asked of one that is known by nothing but its name with capitals: director of Rain Man."""
    for start, end in _written_as_names(one.words, text):
        of_it = start > 0 and one.words[start - 1].word == "of" and end == len(one.words) and end - start <= LONGEST
        name = text[one.words[start].start : one.words[end - 1].end].strip(SIGNS)
        query = await of_film_called(name, start, end, one, (), text, catalogue) if of_it else None
        if query and query.asked in ABOUT_FILMS | RATED:
            return query
    return None


def _written_as_names(words: Sequence[Token], text: str) -> Iterator[tuple[int, int]]:
    """The runs of words with capitals, small words between them aside, of a text that has words without."""
    first = 0
    while first < len(words):
        last = at = first
        while _capital(words, first) and at + 1 < len(words) and _joined(words[at], words[at + 1], text):
            at += 1
            number = at == last + 1 and (words[at].word.isdigit() or _ROMAN.issuperset(words[at].typed))
            if _capital(words, at) or number:
                last = at
            elif words[at].word not in LINKS:
                break
        named = _capital(words, first) and (last > first or not _begins(words, first))
        if named and any(token.typed[:1].islower() for token in (*words[:first], *words[last + 1 :])):
            yield first, last + 1
        first = last + 1


def _capital(words: Sequence[Token], at: int) -> bool:
    """Whether a word is written as one of a title: neither PG nor IMDb, nor a word that a question begins with."""
    said, typed = words[at].word, words[at].typed
    question = _begins(words, at) and (said in lexicon().single or said in SMALL)
    return ((typed[:1].isupper() and typed[1:].islower()) or typed == "A") and said not in CAPITALISED and not question


def _begins(words: Sequence[Token], at: int) -> bool:
    """Whether a sentence begins with a word."""
    return not at or words[at].sentence > words[at - 1].sentence


def _joined(one: Token, after: Token, text: str) -> bool:
    """Whether no pause but a colon stands between two words."""
    return one.clause == after.clause or text[one.end : after.start].strip() == ":"


def _goes_on(name: tuple[int, int], behind: tuple[int, int], reading: Reading, words: Sequence[Token]) -> bool:
    """Whether nothing but small words stands between a title and one that is not understood: in the West."""
    film = any(one.kind == "film" and (one.start, one.end) == name for one in reading.mentions)
    between = {token.word for token in words[name[1] : behind[0]]}
    return film and between <= SMALL | {"with"} and set(range(*behind)) <= set(reading.unknown)


def _understood(start: int, end: int, reading: Reading, words: Sequence[Token]) -> bool:
    """Whether the last word of a run, and all with a capital, are of names that a reading knows, or a year."""
    named = [n for one in reading.mentions for n in one.places]
    as_typed = words[start].word == normal(words[start].typed)
    alone = end - start == 1 and start not in reading.unknown and as_typed  # is it on Netflix
    if alone or any(_across(one, start, end) for one in reading.mentions):
        return True
    said = [*(n for n in range(start, end - 1) if _capital(words, n) and words[n].word not in SMALL), end - 1]
    return all(n in named or year(words[n].word) for n in said)


def _across(one: Mention, start: int, end: int) -> bool:
    """Whether a name begins before a run, or ends behind it."""
    return one.start < start < one.end or one.start < end < one.end
