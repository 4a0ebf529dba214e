"""What only describes a film that is named: "Jaws, the shark picture", "the boxing film Rocky"."""

from collections.abc import Iterator, Sequence

from bot.knowledge.catalogue import Catalogue
from bot.questions.clauses.descriptions import LONGEST_TITLE, Span, paused, spelt, told_apart
from bot.questions.names.mentions import Mention, weak
from bot.questions.rules.phrases import OPENING, STARTS
from bot.questions.words.lexicon import lexicon
from bot.questions.words.tokens import Token

_NOUNS = frozenset("film movie flick picture one thing biopic drama".split())
_ARTICLES = frozenset(["the", "that", "this"])
MOST_DESCRIBING = 3
"""Words between the article and the noun."""


async def undescribed(words: Sequence[Token], catalogue: Catalogue) -> list[Token]:
    """The words without those that describe a film beside its title, which no other film has."""
    told = await told_apart(words, catalogue)
    if told is not None:
        return told
    for start, end in _spans(words):
        behind = (
            [(at, start) for at in range(max(0, start - LONGEST_TITLE), start)] if _closed(words, start, end) else []
        )
        before = [(end, at) for at in range(end + 1, min(len(words), end + LONGEST_TITLE) + 1)]
        titles = {spelt(words, at, to): (at, to) for at, to in (*behind, *before)}
        keys: dict[Span, set[int]] = {}
        for named in await catalogue.named(list(titles)):
            if named.kind == "film":
                keys.setdefault(titles[named.normal], set()).add(named.key)
        for (at, to), films in keys.items():
            if len(films) == 1 and not weak(Mention(at, to, "film", ()), words):
                return [*words[:start], *words[end:]]
    return list(words)


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
    ends = end == len(words) or words[end].clause > words[end - 1].clause or words[end].word in OPENING
    return ends and (paused(words, start) or (end < len(words) and not asked))
