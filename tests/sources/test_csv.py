"""Reading CSV: known exports by their headers, any other by the names of its columns; a bad record harms no other."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.knowledge.film import Certificate, Film, Release, Role
from bot.sources.problem import Problem, Row
from bot.sources.reading import films as films_of
from bot.sources.reading import read
from bot.sources.selection import Selection
from bot.sources.text import Text
from tests.sources.reading_of import films_in, problems_in, titles_in, written


def test_columns_are_told_by_our_names_for_fields_and_by_common_ones(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "a.csv",
        "Name,Year,Duration,Director,Genres,cast,Released,MPAA,imdb_id,Shelf\n"
        '"Up, and Away",2009,1h 36m,Pete Docter;Bob Peterson,Comedy|Drama,Ed Asner as Carl; Jordan Nagai,'
        "2009-05-29,US: PG,tt1,B4\n",
    )
    assert films_in(path) == [
        Film(
            title="Up, and Away",
            year=2009,
            runtime=96,
            certificates=(Certificate(country="US", label="PG"),),
            directors=("Pete Docter", "Bob Peterson"),
            genres=("Comedy", "Drama"),
            cast=(Role(name="Ed Asner", character="Carl"), Role(name="Jordan Nagai")),
            releases=(Release(date="2009-05-29"),),
            links={"imdb": "tt1"},
        )
    ]


def test_columns_can_be_named(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "Werk;Jahr;title\nM;1931;17\n")
    (row,) = read(path, Selection(columns={"Werk": "title", "Jahr": "year", "title": "links.shelf"}))
    assert isinstance(row, Row)
    assert row.film == Film(title="M", year=1931, links={"shelf": "17"})


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ({"Titel": "title"}, "has no column Titel; its columns are Werk, Jahr"),
        ({"Werk": "titel"}, "titel is nothing a column can hold; write id, links.imdb or one of title, year,"),
        ({"Jahr": "year"}, "has no column for the title; name it with --map title=COLUMN; its columns are Werk, Jahr"),
    ],
)
def test_a_wrong_name_of_a_column_is_told_once(tmp_path: Path, columns: dict[str, str], sentence: str) -> None:
    (problem,) = read(written(tmp_path, "a.csv", "Werk,Jahr\nM,1931\nN,1932\n"), Selection(columns=columns))
    assert isinstance(problem, Problem)
    assert problem.text.startswith(sentence)


def test_movielens_titles_are_taken_apart(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "movies.csv",
        "movieId,title,genres\n"
        "1,Toy Story (1995),Adventure|Animation\n"
        '2,"City of Lost Children, The (Cité des enfants perdus, La) (1995)",Drama\n'
        "3,Seven (a.k.a. Se7en) (1995),(no genres listed)\n"
        "4,(500) Days of Summer (2009),Comedy\n"
        '5,"Black, White and Gray",Drama\n'
        '6,"Postman, The (Postino, Il) (1994)",Drama\n'
        "7,Brazil (1985) ,Fantasy\n",
    )
    assert [(film.title, film.year, film.also_known_as) for film in films_in(path)] == [
        ("Toy Story", 1995, ()),
        ("The City of Lost Children", 1995, ("La Cité des enfants perdus",)),
        ("Seven", 1995, ("Se7en",)),
        ("(500) Days of Summer", 2009, ()),
        ("Black, White and Gray", None, ()),
        ("The Postman", 1994, ("Il Postino",)),
        ("Brazil", 1985, ()),
    ]
    assert films_in(path)[2].genres == ()
    assert {row.source for row in read(path) if isinstance(row, Row)} == {"MovieLens"}


def test_what_imdb_exports_of_a_list_is_read_without_what_is_no_film(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "ratings.csv",
        "Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,"
        "Num Votes,Release Date,Directors\n"
        'tt0000001,9,2024-05-01,A Made Film,Ein Film,https://example.org,Movie,8.1,95,2001,"Drama, Crime",1200,'
        '2001-03-02,"Ann One, Bob Two"\n'
        "tt0000002,9,2024-05-01,A Series,A Series,https://example.org,TV Series,8.1,45,2001,Drama,1200,2001-03-02,\n",
    )
    (row,) = read(path)
    assert isinstance(row, Row)
    assert row.source == "IMDb"
    assert row.film == Film(
        title="A Made Film",
        original_title="Ein Film",
        year=2001,
        runtime=95,
        genres=("Drama", "Crime"),
        directors=("Ann One", "Bob Two"),
        releases=(Release(date="2001-03-02"),),
        popularity=1200,
        links={"imdb": "tt0000001"},
    )


@pytest.mark.parametrize(
    "preamble",
    ["", "Letterboxd list export v7\nDate,Name,Tags,URL,Description\n2024-01-02,Mine,,https://example.org,\n\n"],
)
def test_what_letterboxd_exports_is_read_without_what_is_private(tmp_path: Path, preamble: str) -> None:
    header = "Position,Name,Year,URL,Description" if preamble else "Date,Name,Year,Letterboxd URI,Rating"
    path = written(tmp_path, "list.csv", f'{preamble}{header}\n1,A Made Film,2001,https://example.org/1,"my\nlove"\n')
    assert films_in(path) == [Film(title="A Made Film", year=2001, links={"letterboxd": "https://example.org/1"})]


FAULTS: dict[str, tuple[str | bytes, str]] = {
    "an open quotation mark": ('"A,2001\n', "a.csv:2: opens a quotation mark that is never closed"),
    "marks within a text": ('"The "A"",2001\n', "a.csv:2: has text after a closing quotation mark"),
    "too many values": ("A,2001,,,x\n", "a.csv:2: has 5 values, but the first line names 4 columns"),
    "Latin-1": (b"Am\xe9lie,2001\n", "a.csv:2: is not UTF-8 at byte 3; save the file as UTF-8"),
    "a NUL": ("A\0,2001\n", "a.csv:2: holds the control character U+0000"),
    "no year": ("A,soon\n", "a.csv:2: year: should be a year such as 2012, not 'soon'"),
    "a runtime": ("A,2001,long\n", "a.csv:2: runtime: 'long' is no running time; write minutes such as 95, or 1h 35m"),
    "a certificate": ("A,2001,,For everybody\n", "a.csv:2: certificates: 'For everybody' names no country"),
    "no title": (",2001\n", "a.csv:2: title: is missing; write a title"),
    "an overlong line": (f'"{"A" * 2_000_000}",2001\n', "a.csv:2: is over 1 MB long"),
    "an overlong value": (f"{'A' * 200_000},2001\n", "a.csv:2: "),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_bad_record_is_told_and_those_after_it_are_read(tmp_path: Path, fault: str) -> None:
    bad, sentence = FAULTS[fault]
    padding = b"x,1999\n" * 2000  # what is no text shows in a file's beginning
    content = (
        b"title,year,runtime,certificates\n" + (bad if isinstance(bad, bytes) else bad.encode()) + b"B,2002\nC,2003\n"
    )
    if fault == "a NUL":
        content = (
            b"title,year,runtime,certificates\n" + padding + content.removeprefix(b"title,year,runtime,certificates\n")
        )
        sentence = sentence.replace(":2:", ":2002:")
    path = written(tmp_path, "a.csv", content)
    (problem,) = problems_in(path)
    assert problem.startswith(sentence)
    assert titles_in(path)[-2:] == ["B", "C"]


def test_a_film_that_two_lines_have_differently_is_refused_with_both(tmp_path: Path) -> None:
    header = "title,year,runtime,directors\n"
    lines = "Up,2009,96,\nBrave,2012,93,A\nup,2009,97,\nUp,2009,96,\nBrave,2012,94,A\nBrave,2012,95,B\nM,,1,\nM,,2,\n"
    path = written(tmp_path, "a.csv", header + lines)
    advice = "but differs from that; make one line of the two, or name the directors if these are two films"
    assert [str(problem) for problem in problems_in(path)] == [
        f"a.csv:4: is up (2009) as line 2 is, {advice}",
        f"a.csv:6: is Brave (2012) as line 3 is, {advice}",
    ]
    assert [row.film.runtime for row in read(path) if isinstance(row, Row)] == [96, 93, 96, 95, 1, 2]
    ids = "title,year,runtime,imdb_id\nUp,2009,96,tt1\nUp,2009,97,tt2\n"
    assert len(films_in(written(tmp_path, "b.csv", ids))) == 2


def test_a_file_is_csv_by_its_header_whatever_it_is_called(tmp_path: Path) -> None:
    assert titles_in(written(tmp_path, "a.txt", "\ufefftitle\tyear\r\nA\t2001\r\n")) == ["A"]
    assert titles_in(written(tmp_path, "a.csv", "sep=;\ntitle;year\nA;2001\n")) == ["A"]
    assert titles_in(written(tmp_path, "b.csv", "title\nA\n\n,\nB\n")) == ["A", "B"]
    assert titles_in(written(tmp_path, "c.txt", "title: A, B and C\nyear: 2001\n")) == ["A, B and C"]


@pytest.mark.parametrize("content", ["", "\n\n"])
def test_an_empty_file_is_told(tmp_path: Path, content: str) -> None:
    (problem,) = problems_in(written(tmp_path, "a.csv", content))
    assert problem == "a.csv: holds no film; write a first line such as title,year,directors"


@settings(deadline=None)
@given(st.one_of(st.binary(), st.text().map(str.encode), st.text(alphabet='ab,;|"\n\r\t ').map(str.encode)))
def test_whatever_the_bytes_are_films_and_problems_come_out(content: bytes) -> None:
    for header in (b"", b"title,year,cast\n", b"movieId,title,genres\n"):
        with Text.of("a.csv", header + content) as text:
            for found in films_of(text):
                assert isinstance(found, Row) or all(isinstance(problem, Problem) for problem in found)
