"""What a film may hold, and what it is called."""

import pytest
from pydantic import ValidationError

from bot.knowledge.film import Film, slug


def test_only_the_title_is_required() -> None:
    assert Film(title="Up").label == "Up"
    with pytest.raises(ValidationError):
        Film.model_validate({"year": 2009})


def test_blanks_count_as_left_out() -> None:
    assert Film.model_validate({"title": "Up", "year": None, "summary": "", "cast": None}) == Film(title="Up")


def test_unknown_fields_are_refused() -> None:
    with pytest.raises(ValidationError, match="actors"):
        Film.model_validate({"title": "Up", "actors": ["Ed Asner"]})


@pytest.mark.parametrize(
    ("field", "written", "read"),
    [
        ("languages", ["English", "fr", "Klingon", "CANTONESE"], ("en", "fr", "Klingon", "CANTONESE")),
        ("countries", ["us", "France", "SU", "GB"], ("US", "FR", "SU", "GB")),
        ("title", 1917, "1917"),
        ("title", "  The\n Thing ", "The Thing"),
        ("summary", "It\x92s late.\r\nVery.", "It’s late.\nVery."),
        ("title", "Ame\u0301lie", "Amélie"),
        ("releases", [{"date": 2012}], ({"date": "2012"},)),
    ],
)
def test_values_are_brought_into_one_form(field: str, written: object, read: object) -> None:
    film = Film.model_validate({"title": "Up", field: written})
    assert film.document()[field] == read


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("releases", [{"date": "2012-02-30"}]),
        ("releases", [{"date": "January"}]),
        ("countries", ["Atlantis"]),
        ("runtime", "long"),
        ("runtime", 0),
        ("runtime", True),
        ("popularity", False),
        ("year", True),
        ("runtime", 95.5),
        ("year", 12),
        ("title", "x" * 301),
        ("title", "bell \x07"),
        ("title", "half \ud800"),
        ("popularity", float("nan")),
        ("popularity", -1),
        ("scores", [{"by": "critics", "value": 11}]),
        ("awards", [{"award": "Oscar", "result": "lost"}]),
        ("genres", "Drama"),
        ("id", "Not A Slug"),
    ],
)
def test_what_cannot_be_is_refused(field: str, value: object) -> None:
    with pytest.raises(ValidationError):
        Film.model_validate({"title": "Up", field: value})


@pytest.mark.parametrize(
    ("title", "year", "expected"),
    [
        ("The Sessions", 2012, "the-sessions-2012"),
        ("WALL·E", 2008, "wall-e-2008"),
        ("8½", 1963, "8-1-2-1963"),
        ("Ocean’s Eleven", 2001, "oceans-eleven-2001"),
        ("Amélie", None, "amelie"),
        ("…", 1999, "film-1999"),
        ("x" * 300, 2000, "x" * 94 + "-2000"),
    ],
)
def test_slugs_are_made_of_title_and_year(title: str, year: int | None, expected: str) -> None:
    assert slug(title, year) == expected
