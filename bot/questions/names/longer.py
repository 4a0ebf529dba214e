"""Long titles with a slip in them, where a shorter title stands inside: "big trouble in litle china"."""

from collections.abc import Iterator, Sequence

from bot.knowledge.catalogue import Catalogue
from bot.matching.normal import normal
from bot.matching.numerals import roman
from bot.questions.names.mentions import Mention, weak
from bot.questions.rules.phrases import ARTICLES
from bot.questions.words.chatting import USUAL
from bot.questions.words.lexicon import lexicon
from bot.questions.words.tokens import Token

FARTHEST = 4
"""Words beside a shorter name that a title may take in."""
LEAST, LONG = 4, 8
"""Letters of the shortest word that may hold a slip, and of one that may hold two."""
ALIKE = 85.0
"""How much of 100 the longer title must be like what was typed."""
SLIPPED = 0.1
"""What a title costs that was typed so."""
LARGEST = 20
"""Above the number of any part of a film that is written in letters."""
HALF_TITLE = 4
"""Words from which on the beginning of a title stands for it."""
MOST = 10
"""Runs of words looked up for one text."""

Span = tuple[int, int]


async def longer(words: Sequence[Token], found: Sequence[Mention], catalogue: Catalogue) -> list[Mention]:
    """What was found, with longer titles in the place of the shorter ones inside them."""
    names = [one for one in found if one.kind in ("film", "person") and not weak(one, words)]
    known = {n for one in names for n in range(one.start, one.end)}
    strange = {n for n, token in enumerate(words) if n not in known and _strange(token)}
    runs = dict.fromkeys(run for one in names for run in _runs(words, one, strange)) if strange else {}
    some: list[Mention] = []
    for start, end in list(runs)[:MOST]:
        typed = [normal(token.typed) for token in words[start:end]]
        like = [
            one
            for said in dict.fromkeys((tuple(typed), tuple(map(_in_letters, typed))))
            for one in await catalogue.like_films(" ".join(said), ALIKE)
            if _slipped(said, one.normal.split())
        ]
        if like:
            best = max(one.weight for one in like)
            named = tuple(one for one in like if one.weight == best)
            some.append(Mention(start, end, "film", named, SLIPPED, bool(words[end - 1].owner)))
    inside = {id(one) for one in names if any(long.start <= one.start and one.end <= long.end for long in some)}
    return [*(one for one in found if id(one) not in inside), *some] if some else list(found)


def _strange(token: Token) -> bool:
    word = token.word
    return len(word) >= LEAST and word not in USUAL and word not in lexicon().single and not word.isdigit()


def _in_letters(word: str) -> str:
    """A number as titles write that of a part: Star Wars: Episode V."""
    return roman(int(word)) if word.isdecimal() and 0 < int(word) < LARGEST else word


def _runs(words: Sequence[Token], name: Mention, strange: set[int]) -> Iterator[Span]:
    """The runs of words of one clause with a name at one end, or but for one word, that hold a word not understood."""
    for end in range(name.end + 1, min(len(words), name.end + FARTHEST) + 1):
        joined = words[end - 1].clause == words[name.start].clause
        if joined and not strange.isdisjoint(range(name.end, end)):
            yield name.start, end
    for start in range(name.start - 1, max(-1, name.start - FARTHEST - 1), -1):
        joined = words[start].clause == words[name.end - 1].clause
        if joined and not strange.isdisjoint(range(start, name.start)) and words[start].word not in ARTICLES:
            yield start, name.end
            for end in range(name.end + 2, min(len(words), name.end + FARTHEST) + 1):
                if name.start - start == 1 and words[end - 1].clause == words[start].clause:
                    yield start, end  # eternal sunshine of the spotles mind


def _slipped(said: Sequence[str], title: Sequence[str]) -> bool:
    """Whether words are those of a title or of its beginning, some with a slip."""
    from rapidfuzz.distance.OSA import distance  # only for typing errors

    plain = [word for word in title if word not in ARTICLES]
    typed = [word for word in said if word not in ARTICLES]
    return (len(plain) == len(typed) or HALF_TITLE <= len(typed) < len(plain)) and all(
        distance(one, other) <= (len(one) >= LEAST) + (len(one) >= LONG)
        for one, other in zip(typed, plain, strict=False)
    )
