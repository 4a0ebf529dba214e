"""People and characters whose names are misspelt: "rutgar hauer", "Daniel Day Luis"; who played "miranda preistly"."""

from collections.abc import Iterator, Sequence

from bot.knowledge.catalogue import Catalogue
from bot.matching.normal import normal
from bot.matching.spelt import another
from bot.questions.names.first_names import known_or_stranger
from bot.questions.names.mentions import Mention
from bot.questions.rules.phrases import ARTICLES
from bot.questions.words.everyday import EVERYDAY
from bot.questions.words.lexicon import lexicon
from bot.questions.words.tokens import Token

SIZES = (3, 2)
"""Words of the names that are looked up, the longest first."""
ALIKE, NEAR, LIKE = 80.0, 83.0, 86.0
"""How much of 100 a name must be like what was typed to be looked at, to be meant, and to be meant behind an article or
with an everyday word at its end, which may stand for themselves.
"""
SHORTEST, LONG = 3, 5
"""Letters of a word that is a part of such a name, and of one that is all of a character's."""
TITLE, LONGEST, LEAST_LETTERS = 88.0, 5, 8
"""How much of 100 words must be like a title, and the words and letters of those that are looked up."""
MOST_STRANGE = 5
"""Words of a text about which titles are looked for."""
_OF = frozenset("of and in on at to for from with is was were who that".split())
_INNER = _OF | ARTICLES
"""Words that no title begins or ends with that is looked for."""
PLAYED = frozenset("kqr")
"""Letters of words that say that a character may be named."""
LEAST = 0.3
"""What such a name costs at least."""


async def misspelt(
    words: Sequence[Token], unknown: Sequence[int], found: Sequence[Mention], catalogue: Catalogue
) -> list[Mention]:
    """Those whom words not understood name together with those beside them; a single word only who is played."""
    said = [token.word for token in words]
    told = [told[1].letter for n in range(len(said)) if (told := lexicon().at(said, n, len(said)))]
    kinds = {"person": catalogue.like_people}
    if not PLAYED.isdisjoint(told):
        kinds["character"] = catalogue.like_characters
    some: list[Mention] = []
    for kind, find in kinds.items():
        taken = {n for one in found if one.kind == kind and one.size > 1 for n in range(one.start, one.end)}
        single = [(n, n + 1) for n in unknown if kind == "character" and "k" in told and _alone(words[n].word)]
        for start, end in (*_runs(words, unknown), *single):
            if taken.isdisjoint(range(start, end)):
                last = words[end - 1].owner or words[end - 1].word
                whole = " ".join([*said[start : end - 1], last])
                like = [one for one in await find(whole, ALIKE) if one.weight >= NEAR]
                like = await known_or_stranger(whole, like, catalogue) if kind == "person" else like
                plain = said[end - 1] in EVERYDAY or (start > 0 and said[start - 1] in ARTICLES)
                known = like and like[0].weight >= (LIKE if plain else NEAR)
                if known and not await _titled(" ".join(said[start:end]), like[0].weight, catalogue):
                    owns = bool(words[end - 1].owner)
                    some.append(Mention(start, end, kind, tuple(like[:1]), cost(like[0].weight), owns))
                    taken.update(range(start, end))
    return some


async def titles(
    words: Sequence[Token], strange: Sequence[int], found: Sequence[Mention], catalogue: Catalogue
) -> list[Mention]:
    """The films whose titles words not understood are with those beside them: of runs that overlap the likest one."""
    taken = {
        n for one in found if one.kind == "film" and not one.cost and one.size > 1 for n in range(one.start, one.end)
    }
    likest: list[Mention] = []
    for n in [n for n in strange if n not in taken][:MOST_STRANGE]:
        for start, end in _around(words, n):
            said = " ".join(token.word for token in words[start:end])
            like = await catalogue.like_films(said, TITLE) if taken.isdisjoint(range(start, end)) else ()
            like = [one for one in like if end - start > 2 or len(one.normal) <= 1.25 * len(said)]
            like = [one for one in like if not another(said, one.normal)]
            same = tuple(one for one in like if one.normal == like[0].normal)
            likest += [Mention(start, end, "film", same, (100 - same[0].weight) / 60)] if same else []
    some: list[Mention] = []
    for one in sorted(likest, key=lambda one: one.cost - one.size / 10):
        if taken.isdisjoint(range(one.start, one.end)):
            some.append(one)
            taken.update(range(one.start, one.end))
    return some


def _around(words: Sequence[Token], n: int) -> Iterator[tuple[int, int]]:
    """The runs of words of one clause about a word that may be a title."""
    for start in range(max(0, n - LONGEST + 1), n + 1):
        for end in range(n + 1, min(len(words), start + LONGEST) + 1):
            letters = sum(len(token.word) for token in words[start:end])
            one = words[start].clause == words[end - 1].clause
            begins = words[start].word not in (_INNER if end - start == 2 else _OF)
            if one and letters >= LEAST_LETTERS and begins and words[end - 1].word not in _INNER:
                yield start, end


async def _titled(said: str, weight: float, catalogue: Catalogue) -> bool:
    """Whether a title is more like what was typed: Barry Lindon is Barry Lyndon rather than Harry Linden."""
    return any(one.weight > weight for one in await catalogue.like_films(said, weight))


def _runs(words: Sequence[Token], unknown: Sequence[int]) -> Iterator[tuple[int, int]]:
    for size in SIZES:
        for start in range(len(words) - size + 1):
            run = range(start, start + size)
            if not any(n in run for n in unknown):
                continue
            inside = [words[n] for n in run]
            apart = inside[0].clause < inside[-1].clause or any(token.owner for token in inside[:-1])
            ends = (inside[0].word, inside[-1].word)  # Day-Lewis
            if apart or not all(map(_name, ends)) or all(word in EVERYDAY for word in ends):
                continue
            if all(token.word == normal(token.typed) for token in inside):  # none was mended
                yield start, start + size


def _name(word: str) -> bool:
    """Whether a word may be a part of somebody's name."""
    return len(word) >= SHORTEST and word.isalpha() and word not in lexicon().single


def _alone(word: str) -> bool:
    """Whether a word may be all of a name."""
    return len(word) >= LONG and _name(word) and word not in EVERYDAY


def cost(alike: float) -> float:
    """From 0.3 for one letter in a long name to 0.65 for a name that is hardly recognised."""
    return LEAST + (100 - alike) / 60
