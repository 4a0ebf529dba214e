"""Finding the right film whatever is typed: text in, scored keys out."""

from bot.matching.find import Entry, Found, Index, Match
from bot.matching.verdict import Verdict

__all__ = ["Entry", "Found", "Index", "Match", "Verdict"]
