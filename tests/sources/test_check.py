"""`check` tells every problem of files and folders, and asks more of entries than the schema does."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from bot.sources.check import check
from bot.sources.reading import read
from tests.sources.reading_of import written

FILMS = Path(__file__).parents[2] / "films"
SUMMARY = " ".join(["word"] * 50)
GOOD: dict[str, Any] = {
    "title": "The Sessions",
    "year": 2012,
    "runtime": 95,
    "certificates": [{"country": "US", "label": "R"}],
    "genres": ["Drama"],
    "directors": ["Ben Lewin"],
    "cast": [{"name": f"Actor {n}", "character": f"Part {n}"} for n in range(3)],
    "releases": [{"date": "2012-01-23", "event": "Sundance Film Festival"}, {"date": "2012-10-19", "country": "US"}],
    "summary": SUMMARY,
    "sources": ["TMDB"],
}


def told(folder: Path, name: str = "the-sessions-2012.yaml", **fields: Any) -> list[str]:
    """What is told of the good entry with other fields, without the file's name."""
    entry = {key: value for key, value in (GOOD | fields).items() if value is not None}
    path = written(folder, name, "".join(f"{key}: {json.dumps(value)}\n" for key, value in entry.items()))
    return [str(problem).removeprefix(f"{path}:") for problem in check([path])]


def test_a_whole_entry_is_good(tmp_path: Path) -> None:
    assert told(tmp_path) == []
    assert told(tmp_path, "the-sessions-2012-2.yaml") == []


@pytest.mark.parametrize(
    "field", ["year", "runtime", "certificates", "genres", "directors", "cast", "releases", "summary", "sources"]
)
def test_what_an_entry_lacks_is_told(tmp_path: Path, field: str) -> None:
    name = "the-sessions.yaml" if field == "year" else "the-sessions-2012.yaml"
    (problem,) = told(tmp_path, name, **{field: None})
    assert problem.startswith(f"1: {field}: ")


def test_doubtful_things_are_told_with_their_lines(tmp_path: Path) -> None:
    cast = [*GOOD["cast"], GOOD["cast"][0]]
    assert told(tmp_path, cast=cast) == ["7: cast[3]: stands in the list twice; delete one"]
    assert told(tmp_path, summary="too short") == ["9: summary: is 2 words long; write 40 to 90"]
    assert told(tmp_path, original_title="The Sessions") == [
        "11: original_title: is the title; write it only when it differs"
    ]
    assert told(tmp_path, releases=[{"date": "2011-12-31"}]) == [
        "8: releases[0].date: is before the film's year, 2012; one of the two is wrong"
    ]
    assert told(tmp_path, releases=[{"date": "2012-10-19"}, {"date": "2012-01"}]) == [
        "8: releases[1].date: comes after 2012-10-19 in the list; put the earliest first"
    ]
    assert told(tmp_path, awards=[{"award": "X", "year": 2010}]) == [
        "11: awards[0].year: is before the film's year, 2012; one of the two is wrong"
    ]


def test_dates_of_different_length_are_in_order(tmp_path: Path) -> None:
    assert told(tmp_path, releases=[{"date": "2012-10-19"}, {"date": "2012"}, {"date": "2012-11"}]) == []


def test_an_actor_may_play_two_parts(tmp_path: Path) -> None:
    cast = [{"name": "Peter Sellers", "character": part} for part in ("Mandrake", "Muffley", "Strangelove")]
    assert told(tmp_path, cast=cast) == []


def test_three_of_the_cast_need_characters(tmp_path: Path) -> None:
    cast = [{"name": f"Actor {n}", "character": "X" if n < 2 else None} for n in range(9)]
    assert told(tmp_path, cast=cast) == ["7: cast: should name at least 3 members with their characters"]


def test_the_name_of_an_entry_is_its_title_and_year(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, "sessions-2012.yaml")
    assert problem == "1: should be in a file called the-sessions-2012.yaml, after its title and year"
    (problem,) = told(tmp_path, "The Sessions.yaml")
    assert "the name gives the film's id" in problem


def test_an_entry_that_the_schema_refuses_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, runtime="long") == ["3: runtime: should be whole minutes such as 95, not 'long'"]


def test_folders_are_walked(tmp_path: Path) -> None:
    (tmp_path / "more" / "deep").mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    written(tmp_path, "a.yaml", "titel: A\n")
    written(tmp_path / "more", "B.yaml", "title: A\n")
    written(tmp_path / "more" / "deep", "c.jsonl", '{"title": "C"}\n{}\n')
    written(tmp_path / "more" / "deep", "_c.jsonl", "{}\n")
    written(tmp_path / ".git", "d.yaml", "{}\n")
    files = [str(Path(problem.file).relative_to(tmp_path)) for problem in check([tmp_path])]
    assert files == ["a.yaml", "a.yaml", os.path.join("more", "B.yaml"), os.path.join("more", "deep", "c.jsonl")]


def test_files_of_many_films_are_asked_only_what_the_schema_asks(tmp_path: Path) -> None:
    assert check([written(tmp_path, "a.jsonl", '{"title": "A"}\n')]) == []
    assert check([written(tmp_path, "many.yaml", "title: A\n---\ntitle: B\n")]) == []
    (problem,) = check([written(tmp_path, "many.yaml", "title: A\n---\ntitle: B\n---\nyear: 2001\n")])
    assert (problem.line, problem.field) == (5, "title")


def test_what_cannot_be_read_is_told_and_the_rest_is_checked(tmp_path: Path) -> None:
    paths = [tmp_path / "none.yaml", written(tmp_path, "a.jsonl", "{}")]
    assert [problem.text for problem in check(paths)] == ["is not there; check the name", "is missing; write a title"]


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    assert [problem.text for problem in check([tmp_path])] == ["holds no films; name a folder of YAML files"]


def test_the_shipped_films_are_whole() -> None:
    assert [str(problem) for problem in check([FILMS]) if not problem.doubt] == []


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"runtime": 301}, "3: warning: runtime: is over 300 minutes"),
        ({"summary": f"{SUMMARY} It turns out that he dies."}, "9: warning: summary: looks like a spoiler (“turns out"),
        ({"cast": [*GOOD["cast"], {"name": "Actor 1"}]}, "7: warning: cast[3]: stands in the cast twice"),
        ({"languages": ["en", "eng"]}, "11: warning: languages[1]: is no code of a language"),
        ({"languages": ["Englsh"]}, "11: warning: languages[0]: is no language with a code; write English if you"),
    ],
)
def test_what_is_doubtful_is_a_warning(tmp_path: Path, fields: dict[str, Any], sentence: str) -> None:
    (said,) = told(tmp_path, **fields)
    assert said.startswith(sentence)


def test_a_language_that_has_no_code_may_be_named(tmp_path: Path) -> None:
    assert told(tmp_path, languages=["Mandarin", "Cantonese", "American Sign Language", "French", "ja"]) == []


def test_two_entries_of_one_film_are_told(tmp_path: Path) -> None:
    others = {"directors": ["X"], "cast": [{"name": f"Another {n}", "character": "Part"} for n in range(3)]}
    told(tmp_path, "the-sessions-2012.yaml")
    told(tmp_path, "the-sessions-2012-2.yaml")
    told(tmp_path, "the-sessions-2012-3.yaml", **others)
    said = [str(problem) for problem in check([tmp_path]) if not problem.doubt]
    (first, second) = (tmp_path / f"the-sessions-2012{end}.yaml" for end in ("", "-2"))
    assert said == [f"{second}:1: is the film of {first}, with its title, year and people; delete one of the two files"]


def test_a_summary_copied_from_another_entry_is_a_warning(tmp_path: Path) -> None:
    for number in range(250):  # so many are read by several processes
        words = " ".join(f"word{number if number else 1}x{n}" for n in range(50))
        entry = GOOD | {"title": f"Made {number}", "summary": words}
        written(tmp_path, f"made-{number}-2012.yaml", "".join(f"{k}: {json.dumps(v)}\n" for k, v in entry.items()))
    (problem,) = check([tmp_path])
    assert problem.doubt
    assert problem.file.endswith("made-1-2012.yaml")
    assert "is like that of " in problem.text
    assert "made-0-2012.yaml" in problem.text


def test_checking_reads_what_importing_reads(tmp_path: Path) -> None:
    path = written(tmp_path, "a.yaml", "title: A\nyear: soon\n")
    assert check([path]) == list(read(path))
