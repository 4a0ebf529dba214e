"""Which awards a description means, and the films that have them."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from bot.knowledge.film import Award
from bot.knowledge.query import Prize, Result
from bot.knowledge.search import Honoured
from bot.matching.normal import normal

_AND = re.compile(r", (?:and )?| and ")
_FOR = re.compile(r" for .*")

Given = tuple[int, Award]
"""An award with the key of its film."""


def whose(award: Award) -> list[str]:
    """The people who got an award, without the song they got it for."""
    return _AND.split(_FOR.sub("", award.person)) if award.person else []


def meant(awards: Sequence[Given], prize: Prize) -> list[Given]:
    """The awards that a description means; those of films that have too few or too many of them left out."""
    some: defaultdict[int, list[Award]] = defaultdict(list)
    for key, award in awards:
        if _named(award, prize):
            some[key].append(award)
    kept = []
    for key, given in some.items():
        won = [award for award in given if award.result == "won"]
        got = {award.category for award in won}
        lost = [award for award in given if award.result != "won" and award.category not in got]
        those = {Result.WON: won, Result.LOST: lost}.get(prize.result or Result.NOMINATED, given)
        if not prize.times or prize.times[0] <= len(those) <= prize.times[1]:
            kept += [(key, award) for award in those]
    return kept


def honoured(awards: Sequence[Given], step: Honoured) -> tuple[int, ...]:
    """The keys of the films that a step keeps; those that lost have won nothing of the kind."""
    having = dict.fromkeys(key for key, _ in meant(awards, step.prize))
    if step.prize.result is Result.LOST:
        won = {key for key, _ in meant(awards, replace(step.prize, result=Result.WON))}
        having = {key: None for key in having if key not in won}
    return tuple(dict.fromkeys(key for key, _ in awards if key not in having) if step.without else having)


def _named(award: Award, prize: Prize) -> bool:
    return (
        (not prize.awards or award.award in prize.awards)
        and (not prize.categories or award.category in prize.categories)
        and (not prize.of or any(word in (award.category or "") for word in prize.of))
        and (not prize.years or (award.year is not None and prize.years[0] <= award.year <= prize.years[1]))
        and (not prize.person or normal(prize.person) in map(normal, whose(award)))
    )
