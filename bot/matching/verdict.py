"""How sure it is which of the entries found was meant."""

from collections.abc import Sequence
from enum import StrEnum
from math import exp

from bot.matching.candidates import Fit, Likeness
from bot.matching.ranking import FAR, LEAD

SURE, LIKELY = 0.9, 0.6
"""Chance of being meant from which on an answer is given, and without regard to rivals from which on one is asked."""
CLEAR = 2.0
"""Lead over the next other title from which on an answer is given."""
EVEN = 0.5
"""Chance from which on a title without rivals is asked about."""
RIVAL = 3.0
"""An entry whose likelihood is nearer than this to the best's is asked about with it."""


class Verdict(StrEnum):
    """How sure a match is."""

    EXACT = "exact"
    CLOSE = "close"
    AMBIGUOUS = "ambiguous"
    NONE = "none"


def chance(fit: Fit, lead: float) -> float:
    """The chance that an entry was meant, by its lead over the next likely."""
    return 1 / (1 + exp(-fit.surety - LEAD * max(-FAR, min(lead, FAR))))


def verdict(ranked: Sequence[Fit], texts: Sequence[str]) -> tuple[Verdict, int]:
    """The verdict on entries, best first, with the texts of their names, and how many of them it is about."""
    for likeness in (Likeness.TITLE, Likeness.NAME, Likeness.KEY):
        alike = sum(fit.likeness is likeness for fit in ranked)
        if alike == 1 or (alike and likeness is not Likeness.KEY):
            return (Verdict.EXACT, 1) if alike == 1 else (Verdict.AMBIGUOUS, alike)
    if not ranked:
        return Verdict.NONE, 0
    best = ranked[0]
    rivals = [text for fit, text in zip(ranked, texts, strict=True) if fit.likelihood > best.likelihood - RIVAL]
    twins = [at for at, text in enumerate(rivals, 1) if text == texts[0]]
    other = [fit.likelihood for fit, text in zip(ranked[1:], texts[1:], strict=True) if text != texts[0]]
    lead = best.likelihood - max(other, default=-99.0)
    surely = chance(best, lead)
    if surely >= SURE and lead >= CLEAR:
        if len(twins) > 1:
            return Verdict.AMBIGUOUS, twins[-1]
        return Verdict.CLOSE, 1
    if chance(best, FAR) >= LIKELY and (len(twins) < len(rivals) or surely >= EVEN):
        return Verdict.AMBIGUOUS, len(rivals)
    return Verdict.NONE, 0
