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
        lost = [award for award in given if award.result != "won" and not any(_same(award, one) for one in won)]
        vain = [] if won else lost
        named = not prize.result or prize.awards or prize.categories
        up_for = given if named else [award for award in given if award in lost or not _at_festival(award)]
        those = {Result.WON: won, Result.LOST: lost, Result.VAIN: vain}.get(prize.result or Result.NOMINATED, up_for)
        if not prize.times or prize.times[0] <= len(those) <= prize.times[1]:
            kept += [(key, award) for award in those]
    return kept


def honoured(awards: Sequence[Given], step: Honoured) -> tuple[int, ...]:
    """The keys of the films that a step keeps; those that lost have won nothing of the kind."""
    vain = step.prize.result is Result.LOST
    having = dict.fromkeys(
        key for key, _ in meant(awards, replace(step.prize, result=Result.VAIN) if vain else step.prize)
    )
    return tuple(dict.fromkeys(key for key, _ in awards if key not in having) if step.without else having)


def _at_festival(award: Award) -> bool:
    """Whether a festival gave it, which nominates nobody: a prize there is won and that is all."""
    return award.award.endswith("Festival") and award.result == "won"


def _same(award: Award, won: Award) -> bool:
    """Whether an award is one that was won: by the same people, as far as that is told."""
    people = not (award.person and won.person) or award.person == won.person
    return people and (award.award, award.category, award.year) == (won.award, won.category, won.year)


def _named(award: Award, prize: Prize) -> bool:
    return (
        not (prize.but and _named(award, prize.but))
        and (not prize.awards or award.award in prize.awards)
        and (not prize.categories or award.category in prize.categories)
        and (not prize.of or any(word in (award.category or "") for word in prize.of))
        and (not prize.years or (award.year is not None and prize.years[0] <= award.year <= prize.years[1]))
        and (not prize.person or normal(prize.person) in map(normal, whose(award)))
    )
