"""People and heroes by what everybody calls them: a first name that one alone is known by, a nickname, a surname."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.questions.names.mentions import WHOLE, Mention
from bot.questions.rules.nicknames import FIRST_NAMES, PEOPLE
from bot.questions.words.everyday import EVERYDAY
from bot.questions.words.lexicon import lexicon
from bot.questions.words.tokens import Token

NICKNAMED, FIRST, SHARED = 0.35, 0.4, 0.3
"""What a nickname costs, which may be a title, a first name, and one that several have, less than a surname."""
HERO, SAGA = -0.4, 5
"""What a hero's surname costs, less than that of somebody real; the films that make one known by it."""
LEAST = 3
"""Letters of a first name that somebody is called by."""
FILMS, CLEARLY = 12, 3
"""Credits of somebody who is called so, and how many times as many that is as those of the next of that first name."""
ALONE = 3
"""Credits of somebody whose first name no other has."""


async def nicknamed(words: Sequence[Token], catalogue: Catalogue) -> list[Mention]:
    """Those whom everybody knows by another name."""
    runs = {said: (start, end, owns) for start, end, owns, said in _nicknamed(words)}
    people = {one.normal: one for one in await catalogue.named([PEOPLE[said] for said in runs]) if one.kind == "person"}
    known = [(runs[said], people[PEOPLE[said]]) for said in runs if PEOPLE[said] in people]
    return [Mention(start, end, "person", (one,), NICKNAMED, owns) for (start, end, owns), one in known]


async def first_named(words: Sequence[Token], unknown: Sequence[int], catalogue: Catalogue) -> list[Mention]:
    """Those whom a word that is not understood means as their first name; of films with one of several any of them."""
    said = {n: words[n].owner or words[n].word for n in unknown}
    names = {
        n: FIRST_NAMES.get(word, word)
        for n, word in said.items()
        if len(word) >= LEAST and word not in EVERYDAY and word not in lexicon().single
    }
    called = await catalogue.first_named(list(names.values()))
    surnames: dict[str, float] = {}
    for one in await catalogue.surnamed([name for name in called if len(called[name]) > 1]):
        last = one.normal.rpartition(" ")[2]
        surnames[last] = max(one.weight, surnames.get(last, 0.0))
    found = []
    for n, name in names.items():
        same = called.get(name, ())
        least = max(FILMS, CLEARLY * same[1].weight) if len(same) > 1 else ALONE
        if same and same[0].weight >= least:
            found.append(Mention(n, n + 1, "person", (same[0],), FIRST, bool(words[n].owner)))
        elif len(same) > 1 and same[0].weight >= CLEARLY * surnames.get(name, 0.0) and _filmed(words, n):
            found.append(Mention(n, n + 1, "person", tuple(same), SHARED, bool(words[n].owner)))
    return found


async def heroes(words: Sequence[Token], unknown: Sequence[int], catalogue: Catalogue) -> list[Mention]:
    """Those whose films a surname before "films" means: Bond films."""
    found = []
    for n in unknown:
        noun = lexicon().at([token.word for token in words], n + 1, len(words))
        if noun and noun[1].letter == "f":
            some = await catalogue.heroes(words[n].owner or words[n].word)
            if some and some[0].weight >= max([SAGA, *(CLEARLY * one.weight for one in some[1:2])]):
                hero = replace(some[0], weight=WHOLE)
                found.append(Mention(n, n + 1, "character", (hero,), HERO, bool(words[n].owner)))
    return found


def _filmed(words: Sequence[Token], at: int) -> bool:
    """Whether films with the one whom a word names are spoken of, and no more of the name stands beside it."""
    said = [token.word for token in words]
    before = lexicon().at(said, at - 1, at) if at else None
    ends = at + 1 == len(said) or said[at + 1] in lexicon().single
    return (
        before is not None
        and before[1].letter in "wbv"
        and ends
        and not {"film", "films", "movie", "movies"}.isdisjoint(said[:at])
    )


def _nicknamed(words: Sequence[Token]) -> Iterator[tuple[int, int, bool, str]]:
    for start in range(len(words)):
        for end in (start + 1, start + 2):
            run = words[start:end]
            said = " ".join([*(token.word for token in run[:-1]), run[-1].owner or run[-1].word])
            if len(run) == end - start and said in PEOPLE:
                yield start, end, bool(run[-1].owner), said
