"""What changed in a film, as lines."""

from hypothesis import given, settings

from bot.knowledge.film import Film, Role
from bot.sources.diff import SHOWN, diff_lines
from bot.sources.fields import FIELDS
from tests.sources.strategies import films


def test_only_what_changed_is_told() -> None:
    before = Film(title="A", runtime=90, genres=("Drama",), cast=(Role(name="X"), Role(name="Y"), Role(name="Z")))
    after = before.model_copy(
        update={"runtime": 95, "genres": (), "cast": (Role(name="X"), Role(name="Y", character="C"), Role(name="Z"))}
    )
    assert diff_lines(before, after) == ["runtime:", "- 90", "+ 95", "genres:", "- Drama", "cast:", "- Y", "+ Y as C"]


def test_a_film_that_comes_or_goes_is_told_whole() -> None:
    film = Film(title="A", year=2001)
    assert diff_lines(None, film) == ["title:", "+ A", "year:", "+ 2001"]
    assert diff_lines(film, None) == ["title:", "- A", "year:", "- 2001"]
    assert diff_lines(film, film) == []


def test_of_a_long_text_the_place_is_shown() -> None:
    text = "word " * 300
    before, after = Film(title="A", summary=f"{text}old {text}"), Film(title="A", summary=f"{text}new {text}")
    _, gone, come = diff_lines(before, after)
    assert "old" in gone
    assert "new" in come
    assert len(gone) < SHOWN


@settings(deadline=None)
@given(before=films, after=films)
def test_every_changed_field_is_named_and_every_line_is_short(before: Film, after: Film) -> None:
    lines = diff_lines(before, after)
    named = [line[:-1] for line in lines if line.endswith(":") and line[:2] not in ("- ", "+ ")]
    assert named == [name for name in FIELDS if getattr(before, name) != getattr(after, name)]
    assert all(len(line) <= SHOWN + 2 for line in lines)
