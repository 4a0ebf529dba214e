"""Boards that rate films: their names, the country each rates for, and labels that are one country's alone."""

from bot.sources.dates import plain

BOARDS = {
    "mpaa": "US", "mpa": "US", "motion picture association": "US", "bbfc": "GB", "fsk": "DE", "jmk": "AT", "cnc": "FR",
    "icaa": "ES", "kijkwijzer": "NL", "nicam": "NL", "ifco": "IE", "acb": "AU", "oflc": "AU", "classind": "BR",
    "djctq": "BR", "dejus": "BR", "igac": "PT", "cce": "PT", "eirin": "JP", "cbfc": "IN", "kmrb": "KR", "chvrs": "CA",
    "medietilsynet": "NO", "statens medierad": "SE", "kavi": "FI", "mdcb": "IT",
}  # fmt: skip

LABELS = {
    "PG-13": "US", "NC-17": "US", "R": "US", "12A": "GB", "AA": "GB", "VM14": "IT", "VM18": "IT", "VM 14": "IT",
    "VM 18": "IT", "Tous publics": "FR", "M/12": "PT", "M/14": "PT", "M/16": "PT", "M/18": "PT", "MA15+": "AU",
    "MA 15+": "AU", "R18+": "AU",
}  # fmt: skip
"""Labels that leave no doubt which board gave them."""

AMERICAN = frozenset({"G", "PG", "PG-13", "R", "NC-17", "X", "M", "GP", "Approved", "Passed", "Not Rated", "Unrated"})
BRITISH = frozenset({"U", "PG", "12", "12A", "15", "18", "R18", "Uc", "A", "AA", "X"})
"""What the two boards whose certificates are written about most have given out."""


def board(text: str) -> str | None:
    """The country a board of this name rates for."""
    return BOARDS.get(plain(text).strip(" ."))


def label_country(label: str) -> str | None:
    """The country whose board alone writes such a label."""
    return LABELS.get(label)
