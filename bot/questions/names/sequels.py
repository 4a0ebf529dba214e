"""What people call the sequel or the prequel of a film: the sequel to Jaws, what came before Alien."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.film import Film
from bot.knowledge.search import Named
from bot.questions.names.mentions import Mention
from bot.questions.names.stories import after, prequels_of, remakes_of, sequels_of
from bot.questions.rules.phrases import ARTICLES, ORDER
from bot.questions.words.tokens import Token

_SEQUELS = frozenset("sequel sequels followup followups continuation".split())
_PREQUELS = frozenset(["prequel", "prequels"])
_REMAKES = frozenset(["remake", "remakes", "remade"])
_FOLLOWING = frozenset("after follows followed".split())
_PRECEDING = frozenset("before precedes preceded".split())
_KINDS = {
    word: kind
    for words, kind in (
        (_SEQUELS, "sequels of"),
        (_PREQUELS, "prequels of"),
        (_REMAKES, "remakes of"),
        (_FOLLOWING, "what came after"),
        (_PRECEDING, "what came before"),
    )
    for word in words
}
"""What films are that a word names by another."""
_COMES = frozenset("comes came come one film movie part next follows followed precedes preceded".split())
"""Words of which one stands in what asks for the next film of a story by no noun: what comes after Alien."""
_PLURAL = frozenset("sequels followups prequels remakes".split())
_LEADS_TO = frozenset("to of for from does did has".split())
_BEFORE = frozenset("the a an any all its direct".split())
"""Words before "sequel" that are a part of what it names."""
_PLACES = ORDER | dict.fromkeys(("latest", "last", "newest"), -1)
"""Places among the films of a series, and among sequels."""
_HAS = frozenset("have has had get got getting ever been".split())
"""Words between a film and its sequel."""
_ASKING = frozenset(
    "what whats which is was are were there did they do does make made have has been ever so and know you me tell whats"
    " anyone know if whether film films movie movies called named name of the a any some how can could please comes"
    " came come one part next right straight directly just immediately".split()
)
"""Words before a sequel of those who only ask whether there is one, or which film it is."""
_CALLED = frozenset(
    "called named then out made film movie films movies there yet again at all in the series saga trilogy franchise"
    " story".split()
)
"""The same behind it."""
AGAIN = -0.5
"""The cost of remakes that a title is told of: rather than any that is based on what is called so."""
_IS = frozenset("is was isnt wasnt".split())
"""Words before a film of which it is asked whether it is a sequel."""


async def sequels(words: Sequence[Token], found: Sequence[Mention], catalogue: Catalogue) -> list[Mention]:
    """The films that runs of words call the sequels or prequels of one that they name: the sequel to Jaws.

    Of one that is not known the key is that of the last film before it that is, inverted (`~key`).
    """
    some = []
    for start, end, at, film in _runs(words, found):
        told_so, place = words[at].word, _place(words[start:end])
        every, untold = words[at].word in _PLURAL, list[Mention]()
        cost = AGAIN if told_so in _REMAKES else 0.0
        for ref in await catalogue.refs([one.key for one in sorted(film.named, key=lambda one: one.year or 0)]):
            entry = await catalogue.film(ref.id)
            told = await gone_on(told_so, entry, catalogue) if entry else []
            keys = await catalogue.keys([ref.id, *(one.id or "" for one in told)])
            if not told or not -1 <= place < len(told):
                last = Named("film", ~keys[-1], ref.title, ref.title)
                one = Mention(start, end, "series" if every else "film", (last,), cost)
                untold += [one] if told_so in _SEQUELS | _PREQUELS else _whole(one, words)
                continue
            label = f"{_KINDS[told_so]} {ref.title}"
            named = [Named("film", key, one.title, label, 0, one.year) for key, one in zip(keys[1:], told, strict=True)]
            every = every and len(named) > 1
            kind, some_of_them = ("series", tuple(named)) if every else ("film", (named[place],))
            one = Mention(start, end, kind, some_of_them, cost)
            alone = one if every or told[place].summary else replace(one, kind="series")  # nothing to tell of it
            some += [*([one] if told_so not in _FOLLOWING | _PRECEDING else ()), *_whole(alone, words)]
            break
        else:
            some += untold[:1]
    return some


async def gone_on(word: str, film: Film, catalogue: Catalogue) -> list[Film]:
    """The films that a word calls the sequels, prequels or remakes of a film, or what came out after or before it."""
    if word in _FOLLOWING | _PRECEDING:
        return await after(film, catalogue, later=word in _FOLLOWING)
    told = remakes_of if word in _REMAKES else sequels_of if word in _SEQUELS else prequels_of
    return await told(film, catalogue)


def _place(said: Sequence[Token]) -> int:
    """The place among the sequels that words tell: the second sequel."""
    return next((_PLACES[token.word] for token in said if token.word in _PLACES), 0)


def _whole(one: Mention, words: Sequence[Token]) -> Iterator[Mention]:
    """The mention with all words of its clause, where these ask whether there is such a film or which it is."""
    start, end = one.start, one.end
    while start and words[start - 1].clause == words[one.start].clause and words[start - 1].word in _ASKING:
        start -= 1
    while end < len(words) and words[end].clause == words[one.end - 1].clause and words[end].word in _CALLED:
        end += 1
    begins = start == 0 or words[start - 1].clause < words[start].clause
    ends = end == len(words) or words[end].clause > words[end - 1].clause
    if begins and ends and (start, end) != (one.start, one.end):
        yield replace(one, start=start, end=end)


def _runs(words: Sequence[Token], found: Sequence[Mention]) -> Iterator[tuple[int, int, int, Mention]]:
    """(start, end, place of "sequel", the film it is of) for every run of words that calls films so."""
    films = [_of_year(one, words) for one in found if one.kind == "film"]
    longest = {one.start: max(other.end for other in films if other.start == one.start) for one in films}
    for n, token in enumerate(words):
        if token.word in _FOLLOWING | _PRECEDING and any(one.word in _COMES for one in words[: n + 1]):
            yield from ((n, one.end, n, one) for one in films if one.start == n + 1 and one.end == longest[one.start])
        start = _begins(words, n)
        if token.word not in _SEQUELS | _PREQUELS | _REMAKES or any(_is_one(one, words, start) for one in films):
            continue
        behind = n + 1 + sum(one.word in _LEADS_TO for one in words[n + 1 : n + 2])
        for one in films:
            if one.end < longest[one.start]:
                continue
            if behind > n + 1 and one.start == behind:
                yield start, one.end + sum(token.word in _HAS for token in words[one.end : one.end + 1]), n, one
            elif one.end <= start and words[one.start].sentence == token.sentence and _between(words[one.end : start]):
                yield _begins(words, one.start), n + 1, n, one
            elif words[n - 1].word == "its" and one.end < n and len({other.named for other in films}) == 1:
                yield n - 1, n + 1, n, one


def _is_one(film: Mention, words: Sequence[Token], start: int) -> bool:
    """Whether it is asked of a film if it is a sequel, which begins at a word: is Aliens a sequel to Alien."""
    asked = film.start > 0 and words[film.start - 1].word in _IS
    return asked and film.end == start and words[start].word in ARTICLES


def _of_year(film: Mention, words: Sequence[Token]) -> Mention:
    """A film with the year behind it that tells it from others: Dune (1984)."""
    year = words[film.end].word if film.end < len(words) else ""
    named = tuple(one for one in film.named if str(one.year) == year)
    return replace(film, end=film.end + 1, named=named) if named else film


def _begins(words: Sequence[Token], at: int) -> int:
    """Where the words before a place begin that tell how many sequels are meant."""
    while at and words[at - 1].word in _BEFORE | _PLACES.keys() and words[at - 1].clause == words[at].clause:
        at -= 1
    return at


def _between(words: Sequence[Token]) -> bool:
    """Whether words may stand between a film and its sequel: does Heat have a sequel."""
    return all(token.word in _HAS for token in words)
