"""Which films of a file are wanted, and how its columns are to be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Selection:
    """What whoever imports says about a file beyond its name."""

    columns: Mapping[str, str] = field(default_factory=dict)
    """For CSV: our field by the name of the column that holds it."""
    adult: bool = False
    """Whether films marked as pornographic are taken too."""
    min_votes: int = 0
    """Films with fewer votes are passed over, where the source counts votes."""

    def wants(self, votes: float | None, adult: bool) -> bool:
        """Whether a film with so many votes (None where nobody counts them) is to be taken."""
        return (self.adult or not adult) and (votes is None or votes >= self.min_votes)


EVERYTHING = Selection()
"""Every film but adult ones."""
