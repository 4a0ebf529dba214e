"""What only describes a film that is named: "Jaws, the shark picture", "the boxing film Rocky"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import Job
from bot.knowledge.search import Films, Named, Of, Search, Step, With, Within
from bot.questions.names.mentions import Mention, weak
from bot.questions.names.plainly import KNOWN
from bot.questions.rules.peoples import nation
from bot.questions.rules.phrases import OPENING, STARTS
from bot.questions.words.filters import year
from bot.questions.words.lexicon import lexicon
from bot.questions.words.tokens import Token

_NOUNS = frozenset("film movie flick picture one thing biopic drama".split())
_ARTICLES = frozenset(["the", "that", "this"])
MOST_DESCRIBING = 3
"""Words between the article and the noun."""
LONGEST_TITLE = 8
"""Words of the longest title that is looked up."""

ONES = frozenset("one 1 version film movie flick".split())
"""Nouns behind a name that tells which film is meant: the Nicole Kidman one."""

ITS = frozenset("its thats the that this but".split())
"""Words that may lead to it: its the Clooney one."""

OF_COURSE = frozenset("obvs obv obviously ofc rly".split())
"""Words that may stand behind it: the Clooney one obvs."""

Span = tuple[int, int]


async def undescribed(words: Sequence[Token], catalogue: Catalogue) -> list[Token]:
    """The words without those that describe a film beside its title, which no other film has."""
    told = await _told_apart(words, catalogue)
    if told is not None:
        return told
    for start, end in _spans(words):
        behind = (
            [(at, start) for at in range(max(0, start - LONGEST_TITLE), start)] if _closed(words, start, end) else []
        )
        before = [(end, at) for at in range(end + 1, min(len(words), end + LONGEST_TITLE) + 1)]
        titles = {_said(words, at, to): (at, to) for at, to in (*behind, *before)}
        keys: dict[Span, set[int]] = {}
        for named in await catalogue.named(list(titles)):
            if named.kind == "film":
                keys.setdefault(titles[named.normal], set()).add(named.key)
        for (at, to), films in keys.items():
            if len(films) == 1 and not weak(Mention(at, to, "film", ()), words):
                return [*words[:start], *words[end:]]
    return list(words)


async def _told_apart(words: Sequence[Token], catalogue: Catalogue) -> list[Token] | None:
    """The words with the whole title and year of the film that "the Audrey Tautou one" behind a pause tells.

    The same words where no film named is such a one; None where nothing is told so.
    """
    for (start, end), said in _descriptions(words):
        if step := await _step(said, catalogue):
            titles = await _titles(words[:start], catalogue)
            for span in sorted(titles, key=lambda span: span[0] - span[1]):
                keys = tuple(dict.fromkeys(one.key for one in titles[span]))
                meant = (await catalogue.search(Search(Films(keys), (step,)))).films
                if len(meant) == 1:
                    title = next(one.normal for one in titles[span] if one.year == meant[0].year)
                    put = _in_full(words[span[1] - 1], f"{title} {meant[0].year or ''}")
                    return [*words[: span[0]], *put, *words[span[1] : start], *words[end:]]
            return list(words)
    return None


def _descriptions(words: Sequence[Token]) -> Iterator[tuple[Span, list[str]]]:
    """Where a clause says which film is meant, and its words before "one"."""
    for end, token in enumerate(words, 1):
        start = next((n for n in range(end - 2, max(0, end - 3 - MOST_DESCRIBING), -1) if _paused(words, n)), 0)
        rest = [one.word for one in words[end:] if one.clause == token.clause]
        closed = all(_idle(word) for word in rest)  # the Clooney one lol
        said = [one.word for one in words[start : end - 1]]
        while said and said[0] in ITS:
            said = said[1:]
        if token.word in ONES and start and closed and 0 < len(said) <= MOST_DESCRIBING:
            yield (start, end + len(rest)), said


def _idle(word: str) -> bool:
    """Whether a word says nothing."""
    told = lexicon().at([word], 0, 1)
    return word in OF_COURSE or (told is not None and told[1].letter == ".")


def _in_full(last: Token, title: str) -> list[Token]:
    """The words of a title in the place of those that end with this one."""
    put = [replace(last, word=word, typed=word, owner="") for word in title.split()]
    return [*put[:-1], replace(put[-1], owner=put[-1].word if last.owner else "")]


async def _step(said: Sequence[str], catalogue: Catalogue) -> Step | None:
    """What keeps the films of the nation or with the people that words name."""
    name = " ".join(said)
    if one := year(name):
        return Within("year", one, one)
    if codes := nation(name):
        return Of(("country",), codes, name)
    named = await catalogue.named([name]) if len(said) > 1 else await catalogue.surnamed(said)
    people = tuple(one.key for one in named if one.kind == "person" and (len(said) > 1 or one.weight >= KNOWN))
    return With(people, tuple(Job), name) if people else None


async def _titles(words: Sequence[Token], catalogue: Catalogue) -> dict[Span, list[Named]]:
    """Every run of words that is a title, with the films that are called so."""
    ends = ((at, to) for at in range(len(words)) for to in range(at + 1, min(len(words), at + LONGEST_TITLE) + 1))
    runs = {name: span for span in ends for name in (_said(words, *span), f"the {_said(words, *span)}")}
    found: dict[Span, list[Named]] = {}
    for named in await catalogue.named(list(runs)):
        if named.kind == "film":
            found.setdefault(runs[named.normal], []).append(named)
    return found


def _paused(words: Sequence[Token], at: int) -> bool:
    """Whether a word stands behind a pause."""
    return at > 0 and words[at].clause > words[at - 1].clause


def _spans(words: Sequence[Token]) -> Iterator[Span]:
    """Where an article, words without a meaning for questions and the noun of films stand together."""
    for end, token in enumerate(words):
        for size in range(1, MOST_DESCRIBING + 1):
            start = end - size - 1
            led = token.word in _NOUNS and start >= 0 and words[start].word in _ARTICLES
            if led and all(_describes(one.word, token.word) for one in words[start + 1 : end]):
                yield start, end + 1


def _describes(word: str, noun: str) -> bool:
    known = lexicon().at([word], 0, 1)
    letters = "ux" if noun == "one" else "u"  # the alien language one
    return (known is None or known[1].letter in letters) and not word.isdigit()


def _closed(words: Sequence[Token], start: int, end: int) -> bool:
    """Whether a description stands by itself behind a title: after a pause, or before one or a question."""
    asked = words[0].word in STARTS
    paused = _paused(words, start)
    ends = end == len(words) or words[end].clause > words[end - 1].clause or words[end].word in OPENING
    return ends and (paused or (end < len(words) and not asked))


def _said(words: Sequence[Token], start: int, end: int) -> str:
    return " ".join([*(token.word for token in words[start : end - 1]), words[end - 1].owner or words[end - 1].word])
