"""What an index promises whatever it holds: exact titles, changes at once, a file that comes back."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.matching import Entry, Index, Verdict
from bot.matching.normal import normal
from tests.matching.films import FILMS, added, index

WORDS = "the a dark night two ii 2 star wars of and love rocky day part man spider x 1984 été мир 七人".split()
TITLES = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join), st.text(min_size=1, max_size=30)
).filter(lambda title: bool(normal(title)))
BUILT = index()


def entries(titles: Sequence[str]) -> list[Entry]:
    return [Entry(at, [title], 1950 + at, popularity=at * 7 % 5) for at, title in enumerate(titles)]


def filled(films: Sequence[Entry], built: int) -> Index:
    """The films, so many of them built at once, the others put one by one."""
    made = Index.build(films[:built])
    for film in films[built:]:
        made.put(film)
    return made


@settings(deadline=None)
@given(st.lists(TITLES, min_size=1, max_size=12), st.integers(0, 12))
def test_every_title_is_found_by_itself(titles: list[str], built: int) -> None:
    films = filled(entries(titles), built)
    for at, title in enumerate(titles):
        found = films.find(title, 25)
        twins = [key for key, other in enumerate(titles) if normal(other) == normal(title)]
        assert found.verdict is (Verdict.EXACT if len(twins) == 1 else Verdict.AMBIGUOUS)
        assert sorted(match.key for match in found.matches[: found.fits]) == twins
        if normal(f"{title} ({1950 + at})") == f"{normal(title)} {1950 + at}":
            assert films.find(f"{title} ({1950 + at})").matches[0].key == at


@settings(deadline=None)
@given(st.lists(TITLES, min_size=1, max_size=8, unique_by=normal), st.lists(TITLES, max_size=8))
def test_adding_films_never_changes_which_film_an_exact_title_finds(titles: list[str], more: list[str]) -> None:
    films = filled(entries(titles), len(titles))
    for at, title in enumerate(more):
        if normal(title) not in map(normal, titles):
            films.put(Entry(100 + at, [title], popularity=1e6))
    for at, title in enumerate(titles):
        assert films.find(title).matches[0].key == at
        assert films.find(title).verdict is Verdict.EXACT


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=4000))
def test_no_text_breaks_it(text: str) -> None:
    for films in (BUILT, EMPTY):
        found = films.find(text, 25)
        assert found == films.find(text, 25)
        assert found.fits <= len(found.matches) <= 25
        assert (found.fits == 0) == (found.verdict is Verdict.NONE)
        assert len(films.complete(text)) <= 25


EMPTY = Index.build([])


@pytest.mark.parametrize(
    "text", ["a" * 4000, "the " * 1000, "1 " * 2000, "ж" * 4000, "😀" * 4000, "\u0301" * 4000, "(" * 4000]
)
def test_long_texts_are_cut(text: str) -> None:
    assert len(BUILT.find(text).matches) <= 10


@pytest.mark.parametrize("built", [0, 1000])
def test_of_many_names_that_begin_alike_those_are_found_of_which_somewhat_more_than_half_was_typed(built: int) -> None:
    longer = [f"The R{a}{b}rrrr" for a in "aeiouy" for b in "aeiouybcdfghklmnpqrst"]
    films = filled(entries([*longer, "The Ring"]), built)
    assert "The Ring" in [match.name for match in films.find("the r", 25).matches]


@pytest.mark.parametrize("built", [0, 2000])
@pytest.mark.parametrize("typed", ["gnoe idnight", "gnoe midnigth movie", "midnight gone"])
def test_a_name_that_shares_letters_with_hundreds_is_found_by_its_words(typed: str, built: int) -> None:
    like = [f"{a}{b}{c}e Midnight" for a in "bdfklmprst" for b in "aiu" for c in "bdklmprst"]
    films = filled(entries([*like, *(f"Midnight {name[:4]}" for name in like), "Gone Midnight"]), built)
    assert films.find(typed, 25).matches[0].name == "Gone Midnight"


@pytest.mark.parametrize("built", [0, 1000])
def test_words_of_names_one_typing_error_away_are_known_the_most_frequent_first(built: int) -> None:
    films = filled(entries(["The Chaser", "The Cat", "A Cat", "A Coat", "Acts", "The Catch"]), built)
    (names, _), *_ = films._layers()
    found = [names.spellings(word, 5) for word in ("cta", "chsaer", "dogs", "cat")]
    assert found == [["cat"], ["chaser"], [], ["coat"]]


def test_the_order_of_building_does_not_matter() -> None:
    mixed = FILMS[:]
    random.Random(1).shuffle(mixed)
    other = Index.build(mixed)
    for typed in ("dune", "robin", "the lord of the rings", "rocki", "spidr man", "the"):
        assert other.find(typed) == BUILT.find(typed)


def test_built_and_added_entries_find_the_same() -> None:
    for film in FILMS:
        assert added().find(film.names[0], 1) == BUILT.find(film.names[0], 1)


def test_changes_count_at_once() -> None:
    films = index()
    size = len(films)
    films.put(Entry(900, ["Zardoz"], 1974))
    assert films.find("zardos").matches[0].key == 900
    assert len(films) == size + 1
    films.put(Entry(900, ["Excalibur"], 1981))
    assert films.find("zardoz").verdict is Verdict.NONE
    assert films.find("excalibur").matches[0].key == 900
    films.put(Entry(43, ["The Matrix Reloaded"], 2003))  # was built with the index
    assert films.find("the matrix reloaded").verdict is Verdict.EXACT
    assert len(films) == size + 1
    films.remove(43)
    films.remove(900)
    films.remove(12345)
    assert len(films) == size - 1
    assert all(match.key not in (43, 900) for match in films.find("the matrix", 25).matches)
    films.put(Entry(43, ["The Matrix"], 1999))
    assert films.find("matrix").verdict is Verdict.EXACT


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5), st.one_of(st.none(), TITLES)), max_size=25))
def test_any_changes_leave_what_a_new_index_would_hold(changes: list[tuple[int, str | None]]) -> None:
    films, held = (
        filled(entries(["the dark night", "dark", "rocky ii"]), 2),
        dict(enumerate(["the dark night", "dark", "rocky ii"])),
    )
    for key, title in changes:
        if title is None:
            films.remove(key)
            held.pop(key, None)
        else:
            films.put(Entry(key, [title]))
            held[key] = title
    assert len(films) == len(held)
    for title in [*held.values(), "dark night", "rocky 2"]:
        keys = {match.key for match in films.find(title, 25).matches}
        assert keys <= set(held)
        assert {key for key, other in held.items() if normal(other) == normal(title)} <= keys


def test_a_saved_index_comes_back(tmp_path: Path) -> None:
    films = index()
    films.put(Entry(900, ["Zardoz", "Зардоз"], 1974, ["John Boorman"], 3.5))
    films.remove(1)
    films.save(tmp_path / "films")
    again = Index.load(tmp_path / "films")
    assert len(again) == len(films)
    for typed in ("zardoz boorman", "зардоз", "dune", "rocky 2", "sesions", "the", "7th seal"):
        assert again.find(typed, 25) == films.find(typed, 25)
    again.put(Entry(1, ["Dune"], 1984))
    assert again.find("dune").fits == 2
    assert [path.name for path in tmp_path.iterdir()] == ["films"]


def test_an_empty_index_comes_back(tmp_path: Path) -> None:
    Index().save(tmp_path / "empty")
    again = Index.load(tmp_path / "empty")
    assert len(again) == 0
    assert again.find("dune").verdict is Verdict.NONE
    assert again.complete("d") == []


@pytest.mark.parametrize("harm", ["cut", "flip", "other", "empty"])
def test_a_damaged_file_is_refused(tmp_path: Path, harm: str) -> None:
    path = tmp_path / "films"
    BUILT.save(path)
    kept = path.read_bytes()
    at = len(kept) // 2
    harmed = {
        "cut": kept[:at],
        "flip": kept[:at] + bytes([kept[at] ^ 1]) + kept[at + 1 :],
        "other": b"SQLite format 3" + kept,
        "empty": b"",
    }
    path.write_bytes(harmed[harm])
    with pytest.raises(ValueError, match="films"):
        Index.load(path)


def test_odd_entries_are_kept() -> None:
    films = Index.build(
        [Entry(5, [], 2000), Entry(6, ["Heat", "Heat", "HEAT"]), Entry(-7, ["Sun"], -40, ["", "Ann Lee"])]
    )
    films.put(Entry(8, ["", "Rain"], 99999))
    assert len(films) == 4
    assert [films.find(title).matches[0].key for title in ("heat", "sun", "rain", "sun lee")] == [6, -7, 8, -7]
