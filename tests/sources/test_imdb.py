"""Reading IMDb's tables together."""

import gzip
import tracemalloc
from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.errors import SourceError
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.film import Film, Role, Score
from bot.sources.importing import import_file
from bot.sources.problem import Problem, Row
from bot.sources.selection import EVERYTHING, Selection
from bot.sources.supplies import opened

BASICS = """tconst titleType primaryTitle originalTitle isAdult startYear endYear runtimeMinutes genres
tt0000001 short Sneeze Sneeze 0 1894 \\N 1 Short
tt0000002 movie Made_Film Der_Film 0 2001 \\N 95 Drama,Crime
tt0000003 tvEpisode Made_Part Made_Part 0 2002 \\N 45 Drama
tt0000004 tvMovie Home_Film Home_Film 0 \\N \\N \\N \\N
tt0000005 movie Blue_Film Blue_Film 1 1999 \\N 70 Adult
tt00000051 movie Late_Film Late_Film 0 2003 \\N 0 \\N
"""
AKAS = """titleId ordering title region language types attributes isOriginalTitle
tt0000001 1 Nieser DE \\N imdbDisplay \\N 0
tt0000002 1 Der_Film \\N \\N original \\N 1
tt0000002 2 Le_Film FR \\N imdbDisplay \\N 0
tt0000002 10 LE_FILM CA \\N imdbDisplay \\N 0
tt0000002 11 Untitled_Project US \\N working \\N 0
tt00000051 1 Zu_spät DE \\N imdbDisplay \\N 0
"""
CREW = """tconst directors writers
tt0000001 nm0000009 \\N
tt0000002 nm0000001,nm0000002 nm0000002
tt0000004 \\N nm0000404
"""
PRINCIPALS = """tconst ordering nconst category job characters
tt0000002 1 nm0000003 actor \\N ["Al","Bo"]
tt0000002 2 nm0000010 actress \\N \\N
tt0000002 3 nm0000001 director \\N \\N
tt0000002 4 nm0000002 composer \\N \\N
tt0000002 5 nm0000404 actor \\N ["Nobody"]
tt0000004 1 nm0000003 self \\N ["Self"]
"""
RATINGS = """tconst averageRating numVotes
tt0000002 7.4 1200
tt00000051 5.5 12
"""
NAMES = """nconst primaryName birthYear deathYear primaryProfession knownForTitles
nm0000001 Ann_One 1950 \\N director tt0000002
nm0000010 Di_Ten \\N \\N actress \\N
nm0000002 Bob_Two \\N \\N writer \\N
nm0000003 Cy_Drei_Ü \\N \\N actor \\N
nm0000009 Noname \\N \\N \\N \\N
"""
TABLES = {
    "title.basics": BASICS,
    "title.akas": AKAS,
    "title.crew": CREW,
    "title.principals": PRINCIPALS,
    "title.ratings": RATINGS,
    "name.basics": NAMES,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "imdb"
    place.mkdir()
    for name, rows in TABLES.items():
        put(place, name, rows)
    return place


def put(folder: Path, name: str, rows: str) -> Path:
    """A table, written with spaces for tabs and underscores for spaces."""
    path = folder / f"{name}.tsv.gz"
    path.write_bytes(gzip.compress(rows.replace(" ", "\t").replace("_", " ").encode()))
    return path


def found(paths: Sequence[Path], selection: Selection = EVERYTHING) -> list[Row | Problem]:
    with opened(paths) as supplies:
        (supply,) = supplies
        rows = [[row] if isinstance(row, Row) else list(row) for row in supply.rows(selection)]
        return [one for some in rows for one in some]


def titles(paths: Sequence[Path], selection: Selection = EVERYTHING) -> list[str]:
    return [row.film.title for row in found(paths, selection) if isinstance(row, Row)]


MADE = Film(
    title="Made Film",
    year=2001,
    original_title="Der Film",
    also_known_as=("Le Film",),
    runtime=95,
    genres=("Drama", "Crime"),
    directors=("Ann One", "Bob Two"),
    writers=("Bob Two",),
    composers=("Bob Two",),
    cast=(Role(name="Cy Drei Ü", character="Al / Bo"), Role(name="Di Ten")),
    popularity=1200,
    scores=(Score(by="IMDb users", value=7.4),),
    links={"imdb": "tt0000002"},
)


def test_films_are_joined_from_all_tables(folder: Path) -> None:
    rows = found([folder])
    assert [(row.film, row.line, row.source) for row in rows if isinstance(row, Row)] == [
        (MADE, 3, "IMDb"),
        (
            Film(title="Home Film", cast=(Role(name="Cy Drei Ü", character="Self"),), links={"imdb": "tt0000004"}),
            5,
            "IMDb",
        ),
        (
            Film(
                title="Late Film",
                year=2003,
                also_known_as=("Zu spät",),
                popularity=12,
                scores=(Score(by="IMDb users", value=5.5),),
                links={"imdb": "tt00000051"},
            ),
            7,
            "IMDb",
        ),
    ]
    assert len(rows) == 3


def test_tables_are_told_by_their_columns_and_given_in_any_order(folder: Path) -> None:
    paths = [path.rename(folder / f"{number}.tsv.gz") for number, path in enumerate(sorted(folder.iterdir()))]
    assert titles(paths[::-1]) == titles([folder]) == ["Made Film", "Home Film", "Late Film"]


def test_adult_films_and_those_of_few_votes_are_left_out_unless_asked_for(folder: Path) -> None:
    assert titles([folder], Selection(adult=True)) == ["Made Film", "Home Film", "Blue Film", "Late Film"]
    assert titles([folder], Selection(min_votes=12)) == ["Made Film", "Late Film"]


def test_tables_that_are_not_given_are_missed_only_where_they_must_be(folder: Path) -> None:
    basics, ratings = folder / "title.basics.tsv.gz", folder / "title.ratings.tsv.gz"
    assert titles([basics]) == ["Made Film", "Home Film", "Late Film"]
    (problem,) = found([basics], Selection(min_votes=1))
    assert "give title.ratings.tsv.gz with it" in str(problem)
    with pytest.raises(SourceError, match=r"title\.ratings\.tsv\.gz is one of IMDb's tables, but title\.basics"):
        found([ratings])
    with pytest.raises(SourceError, match=r"name\.basics\.tsv\.gz is not with it"):
        found([basics, folder / "title.crew.tsv.gz"])


@pytest.mark.parametrize("name", ["title.basics", "title.akas", "title.principals", "name.basics"])
def test_a_table_that_was_cut_off_is_told_and_no_film_is_half(folder: Path, name: str) -> None:
    path = folder / f"{name}.tsv.gz"
    whole = [row for row in found([folder]) if isinstance(row, Row)]
    path.write_bytes(path.read_bytes()[:-20])
    *rows, problem = found([folder])
    assert isinstance(problem, Problem)
    assert problem.file == str(path)
    assert problem.text == "ends in the middle; the gzipped file was cut off, so copy it again"
    assert rows == whole[: len(rows)]


def test_a_table_that_is_not_sorted_is_told(folder: Path) -> None:
    header, *rows = BASICS.splitlines(keepends=True)
    put(folder, "title.basics", header + "".join(rows[::-1]))
    (row, problem) = found([folder])
    assert isinstance(row, Row)
    assert "title.basics.tsv.gz:3: is not sorted" in str(problem)


def test_a_row_that_is_cut_short_is_told(folder: Path) -> None:
    put(folder, "title.basics", BASICS + "tt0000006 movie Short\n")
    *rows, problem = found([folder])
    assert len(rows) == 3
    assert "title.basics.tsv.gz:8: misses columns" in str(problem)


def test_bytes_that_are_no_utf8_and_characters_that_are_no_json_harm_nothing(folder: Path) -> None:
    path = folder / "title.principals.tsv.gz"
    rows = gzip.decompress(path.read_bytes()).replace(b'["Al","Bo"]', b'["A\xe9l"')
    path.write_bytes(gzip.compress(rows))
    row = found([folder])[0]
    assert isinstance(row, Row)
    assert row.film.cast[0].character == '["A\ufffdl"'


async def test_a_second_import_changes_nothing(folder: Path, catalogue: Catalogue) -> None:
    first, second = await import_file(folder, catalogue.edits), await import_file(folder, catalogue.edits)
    assert (first.added, second.added, second.unchanged) == (3, 0, 3)


def test_long_tables_are_read_in_little_memory(folder: Path) -> None:
    header, *_ = AKAS.splitlines(keepends=True)
    rows = (f"tt{n:07} 1 {'Long_title_' * 9} \\N \\N \\N \\N 0\n" for n in range(50_000))
    put(folder, "title.akas", header + "".join(rows))
    tracemalloc.start()
    try:
        assert len(titles([folder])) == 3
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 2_000_000
