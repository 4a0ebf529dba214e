"""Which films are for adults only: those that a board lets nobody under 18 see, and those of the genre Adult."""

import re

from bot.knowledge.film import Certificate, Film
from bot.questions.words.wording import country_in_text

_AGE = re.compile(r"(?<!\d)(?:1[89]|2[01])(?!\d)(?!A\b)")
"""An age of 18 to 21 in a label, as most boards write it: 18, R18+, VM18, M/18. Canada's 18A lets in the younger who
are accompanied."""

_LETTERS = {
    "CA": {"R"},
    "HK": {"III"},
    "IN": {"A"},
    "KR": {"RESTRICTED SCREENING"},
    "MX": {"C", "D"},
    "US": {"NC-17", "X"},
}
"""Labels of boards that write no age, from what the boards publish."""

GENRE = "adult"


def for_adults(film: Film) -> str | None:
    """What says that a film is for adults only, such as `rated 18 in the United Kingdom`; None when nothing does."""
    if rated := next(filter(_adult, film.certificates), None):
        return f"rated {rated.label} in {country_in_text(rated.country)}"
    return "a film of the genre Adult" if any(genre.casefold() == GENRE for genre in film.genres) else None


def _adult(rated: Certificate) -> bool:
    label = rated.label.upper()
    return bool(_AGE.search(label)) or label in _LETTERS.get(rated.country, ())
