"""Which films are for adults only."""

import pytest

from bot.knowledge.film import Certificate, Film
from bot.questions.answers.adults import for_adults


@pytest.mark.parametrize(
    ("country", "label"),
    [
        ("GB", "18"),
        ("GB", "R18"),
        ("DE", "FSK 18"),
        ("IT", "VM18"),
        ("PT", "M/18"),
        ("FI", "K-18"),
        ("JP", "R18+"),
        ("SG", "R21"),
        ("KR", "19"),
        ("US", "NC-17"),
        ("US", "x"),
        ("IN", "A"),
        ("HK", "III"),
    ],
)
def test_a_board_that_lets_in_nobody_under_18(country: str, label: str) -> None:
    film = Film(
        title="X", certificates=(Certificate(country="SE", label="15"), Certificate(country=country, label=label))
    )
    assert label in (for_adults(film) or "")


@pytest.mark.parametrize(
    ("country", "label"),
    [
        ("US", "R"),
        ("US", "PG-13"),
        ("US", "TV-MA"),
        ("GB", "15"),
        ("GB", "12A"),
        ("DE", "16"),
        ("CA", "18A"),
        ("GB", "A"),
    ],
)
def test_a_board_that_lets_in_the_younger(country: str, label: str) -> None:
    assert for_adults(Film(title="X", certificates=(Certificate(country=country, label=label),))) is None


def test_what_no_board_has_seen() -> None:
    assert for_adults(Film(title="X")) is None
    assert for_adults(Film(title="X", genres=("Drama", "Adult")))
