"""Films of one title told apart by what stands beside it: by their year, or as the first of several."""

from collections.abc import Sequence
from dataclasses import replace

from bot.questions.names.mentions import VERSUS, Mention
from bot.questions.words.tokens import Token

NEW, OLD = frozenset("new newer recent modern".split()), frozenset("old older original classic og".split())
"""What the newest and the oldest film of a title are called."""
COMPARING = VERSUS | frozenset("and with to the one".split())
"""Words between the years of two films of one title."""
BY_YEAR = -1.1
"""The cost of a film named by its year alone: rather two films than one and a year that says nothing."""
UNITS = frozenset("h hr hour min minute of oscar award star year day week month time million billion".split())
"""Words before which 1 counts something."""
SHORT_YEAR = 2
"""Digits of a year without its century."""


def dated(words: Sequence[Token], found: Sequence[Mention]) -> list[Mention]:
    """Films told apart by the last two digits of their year beside the title: "dune 84", "the 98 psycho"."""
    some = []
    for mention in found if any(_short_year(token.word) for token in words) else ():
        start, end = mention.start, mention.end
        for at, span in ((end, (start, end + 1)), (start - 1, (start - 1, end))):
            if mention.kind == "film" and 0 <= at < len(words) and _short_year(words[at].word):
                of_year = tuple(one for one in mention.named if one.year and one.year % 100 == int(words[at].word))
                some += [replace(mention, start=span[0], end=span[1], named=of_year)] if of_year else []
    return some


def of_two_years(words: Sequence[Token], found: Sequence[Mention]) -> list[Mention]:
    """Two films of one title that their years tell apart, each in words of its own: The Lion King 1994 vs 2019."""
    some = []
    titles = [one for one in found if one.kind == "film" and len(one.named) > 1]
    for mention in titles:
        of = {str(one.year): (one,) for one in mention.named if one.year}
        at = [n for n, token in enumerate(words) if token.word in of and n not in mention.places]
        between = [token.word for n, token in enumerate(words) if at and at[0] < n < at[-1] and n not in mention.places]
        if len(at) != len({words[n].word for n in at}) or len(at) < 2 or not COMPARING.issuperset(between):
            continue
        for n in at:
            same = [one for one in titles if one.named == mention.named and n in (one.start - 1, one.end)]
            start = min([n, *(one.start for one in same[:1])])
            end = max([n + 1, *(one.end for one in same[:1])])
            end += not same and end < len(words) and words[end].word in ("one", "film", "movie", "version")
            some.append(Mention(start, end, "film", of[words[n].word], 0.0 if same else BY_YEAR))
    return some


def of_age(words: Sequence[Token], found: Sequence[Mention]) -> list[Mention]:
    """The newest or the oldest of the films of a title that is called so: the new Dune, Scarface, the old one."""
    some = []
    for mention in found:
        years = sorted({one.year for one in mention.named if one.year}) if mention.kind == "film" else []
        if len(years) < 2:
            continue
        of = {word: years[-1 if word in NEW else 0] for word in NEW | OLD}
        behind = mention.end + (mention.end < len(words) and words[mention.end].word == "the")
        called = [token.word for token in words[behind : behind + 2]]
        if mention.start and (year := of.get(words[mention.start - 1].word)):
            span = (mention.start - 1, mention.end)
        elif called[1:] and called[1] in ("one", "film", "movie", "version") and (year := of.get(called[0])):
            span = (mention.start, behind + 2)
        else:
            continue
        named = tuple(one for one in mention.named if one.year == year)
        some.append(replace(mention, start=span[0], end=span[1], named=named))
    return some


def first_parts(words: Sequence[Token], found: Sequence[Mention]) -> list[Mention]:
    """Films called the first of several by a number that their titles lack: Toy Story 1, Rocky part 1."""
    some = []
    longest = {one.start: max(other.end for other in found if other.start == one.start) for one in found}
    for mention in found:
        at = mention.end + (mention.end < len(words) and words[mention.end].word == "part")
        first = at < len(words) and words[at].word == "1" and not (at + 1 < len(words) and words[at + 1].word in UNITS)
        if mention.kind == "film" and not mention.cost and first and longest[mention.start] <= at:
            some.append(replace(mention, end=at + 1))
    return some


def _short_year(word: str) -> bool:
    return len(word) == SHORT_YEAR and word.isdigit()
