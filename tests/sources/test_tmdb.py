"""Reading films as TMDB's interface gives them: one a file, one a line, a list, a folder."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.film import Certificate, Film, Release, Role, Score
from bot.sources import tmdb
from bot.sources.importing import import_file
from bot.sources.problem import Row
from bot.sources.reading import read
from bot.sources.selection import Selection
from bot.sources.validation import film_or_problems
from tests.sources.reading_of import films_in, problems_in, titles_in, written

MADE: dict[str, Any] = {
    "adult": False,
    "id": 900001,
    "imdb_id": "tt9000001",
    "title": "The Made Film",
    "original_title": "Der gemachte Film",
    "original_language": "de",
    "overview": "A film that was made for a test.",
    "runtime": 95,
    "release_date": "2001-05-04",
    "genres": [{"id": 18, "name": "Drama"}, {"id": 878, "name": "Science Fiction"}],
    "production_countries": [{"iso_3166_1": "DE", "name": "Germany"}],
    "spoken_languages": [{"iso_639_1": "en"}, {"iso_639_1": "de"}, {"iso_639_1": "xx"}, {"iso_639_1": "cn"}],
    "vote_average": 7.25,
    "vote_count": 1200,
    "popularity": 3.5,
    "credits": {
        "cast": [
            {"name": "Second", "character": "Bo (voice)", "order": 1},
            {"name": "First", "character": "Al", "order": 0},
            {"name": "Third", "character": "", "order": 2},
        ],
        "crew": [
            {"name": "Ann One", "job": "Director"},
            {"name": "Ann One", "job": "Screenplay"},
            {"name": "Bob Two", "job": "Story"},
            {"name": "Ann One", "job": "Writer"},
            {"name": "Cy Three", "job": "Gaffer"},
            {"name": "Dee Four", "job": "Original Music Composer"},
        ],
    },
    "release_dates": {
        "results": [
            {
                "iso_3166_1": "US",
                "release_dates": [
                    {"certification": "", "note": "Telluride", "release_date": "2001-09-02T00:00:00.000Z", "type": 1},
                    {"certification": "NR", "release_date": "2002-03-01T00:00:00.000Z", "type": 5},
                    {"certification": "PG-13", "release_date": "2001-10-05T00:00:00.000Z", "type": 3},
                ],
            },
            {
                "iso_3166_1": "DE",
                "release_dates": [{"certification": "12", "release_date": "2001-05-04T00:00:00.000Z", "type": 3}],
            },
        ]
    },
    "alternative_titles": {
        "titles": [{"title": "Le film fait"}, {"title": "THE MADE FILM"}, {"title": "Le film fait"}]
    },
    "keywords": {"keywords": [{"name": "making"}]},
}

FILM = Film(
    title="The Made Film",
    year=2001,
    original_title="Der gemachte Film",
    also_known_as=("Le film fait",),
    runtime=95,
    certificates=(Certificate(country="US", label="PG-13"), Certificate(country="DE", label="12")),
    genres=("Drama", "Science Fiction"),
    countries=("DE",),
    languages=("de", "en", "Cantonese"),
    directors=("Ann One",),
    writers=("Ann One", "Bob Two"),
    composers=("Dee Four",),
    cast=(Role(name="First", character="Al"), Role(name="Second", character="Bo"), Role(name="Third")),
    releases=(
        Release(date="2001-05-04", country="DE"),
        Release(date="2001-09-02", country="US", event="Telluride"),
        Release(date="2001-10-05", country="US"),
    ),
    summary="A film that was made for a test.",
    keywords=("making",),
    popularity=1200,
    scores=(Score(by="TMDB users", value=7.25),),
    links={"imdb": "tt9000001", "tmdb": "900001"},
)


def test_all_that_tmdb_says_of_a_film_is_taken(tmp_path: Path) -> None:
    (row,) = read(written(tmp_path, "900001.json", json.dumps(MADE)))
    assert isinstance(row, Row)
    assert (row.film, row.source) == (FILM, "TMDB")


@pytest.mark.parametrize("indent", [None, 2])
def test_one_a_file_or_a_list_in_one_file(tmp_path: Path, indent: int | None) -> None:
    assert films_in(written(tmp_path, "a.json", json.dumps(MADE, indent=indent))) == [FILM]
    assert films_in(written(tmp_path, "b.json", json.dumps([MADE, MADE], indent=indent))) == [FILM, FILM]


def test_a_bad_line_harms_no_other(tmp_path: Path) -> None:
    bad = json.dumps(MADE | {"runtime": "long"})
    gone = json.dumps({"success": False, "status_code": 34, "status_message": "Not here."})
    path = written(tmp_path, "a.jsonl", f'{json.dumps(MADE)}\n{bad}\n{{"id": 1,\n{gone}\n{json.dumps(MADE)}\n')
    assert titles_in(path) == ["The Made Film"] * 2
    assert [problem.split(";")[0] for problem in problems_in(path)] == [
        "a.jsonl:2: runtime: should be whole minutes such as 95, not 'long'",
        "a.jsonl:3: is not JSON at column 10: a field's name in double quotes is missing",
        "a.jsonl:4: is no film but TMDB's message: Not here.",
    ]


def test_a_film_of_which_little_is_known_is_read(tmp_path: Path) -> None:
    bare = {"id": 7, "original_title": "M", "title": "M", "runtime": 0, "release_date": "", "overview": ""}
    assert films_in(written(tmp_path, "a.json", json.dumps(bare))) == [Film(title="M", links={"tmdb": "7"})]
    bare["release_date"] = "1931-05-11"
    assert films_in(written(tmp_path, "a.json", json.dumps(bare))) == [
        Film(title="M", year=1931, releases=(Release(date="1931-05-11"),), links={"tmdb": "7"})
    ]


def test_adult_films_and_those_of_few_votes_are_passed_over(tmp_path: Path) -> None:
    lines = [MADE, MADE | {"adult": True, "title": "B"}, MADE | {"vote_count": 3, "title": "C"}]
    path = written(tmp_path, "a.jsonl", "".join(json.dumps(line) + "\n" for line in lines))

    def titles(selection: Selection) -> list[str]:
        return [row.film.title for row in read(path, selection) if isinstance(row, Row)]

    assert titles(Selection()) == ["The Made Film", "C"]
    assert titles(Selection(adult=True)) == ["The Made Film", "B", "C"]
    assert titles(Selection(min_votes=4)) == ["The Made Film"]


async def test_a_folder_is_imported_by_its_files(tmp_path: Path, catalogue: Catalogue) -> None:
    folder = tmp_path / "tmdb"
    folder.mkdir()
    for number in range(5):
        written(folder, f"{number}.json", json.dumps(MADE | {"id": number, "imdb_id": None, "title": f"Film {number}"}))
    written(folder, "5.json", '{"id": ')
    written(folder, "read.me", "no film")
    report = await import_file(folder, catalogue.edits)
    assert (report.added, report.refused) == (5, 1)
    assert await catalogue.count() == 5


_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["name", "job", "order", "cast", "crew", "results", "release_dates", "type", "titles"]),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=12,
)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(MADE)), _values))
def test_whatever_is_in_its_fields_a_film_or_problems_come_out(fields: dict[str, Any]) -> None:
    found = film_or_problems(tmdb.fields_of(MADE | fields), 1, "a.json")
    assert isinstance(found, Row) or found
