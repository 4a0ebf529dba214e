"""Every wrong field is told in a sentence that says what to do, all of a film at once."""

from pathlib import Path

import pytest

from tests.sources.reading_of import problems_in, written

COMPLAINTS = {
    "runtime: long": "runtime: should be whole minutes such as 95, not 'long'",
    "runtime: 95.5": "runtime: should be whole minutes such as 95, not '95.5'",
    "runtime: [95]": "runtime: should be whole minutes such as 95, not a list",
    "runtime: 0": "runtime: should be 1 or more, not 0",
    "year: soon": "year: should be a year such as 2012, not 'soon'",
    "year: 1066": "year: should be 1870 or more, not 1066",
    "year: 20122": "year: should be 2100 or less, not 20122",
    "popularity: much": "popularity: should be a number such as 7.5, not 'much'",
    "popularity: .nan": "popularity: should be a number such as 7.5, not '.nan'",
    "popularity: -1": "popularity: should be 0 or more, not -1",
    "genres: Drama": "genres: should be a list such as [Drama], not 'Drama'",
    "genres: {a: b}": "genres: should be a list such as [Drama, Romance], not a mapping",
    "genres: [[Drama]]": "genres[0]: should be text, not a list",
    "genres: [Drama, '']": "genres[1]: is blank; write something or leave the field out",
    "genres: [Drama, null]": "genres[1]: should be text, not nothing",
    "directors: B, C": "directors: should be a list such as [one, another], not 'B, C'",
    "cast: [John Hawkes]": "cast[0]: should be {name: Helen Hunt, character: Cheryl}, not 'John Hawkes'",
    "cast: John Hawkes": "cast: should be a list such as [{name: Helen Hunt, character: Cheryl}], not 'John Hawkes'",
    "cast: [{character: B}]": "cast[0].name: is missing; write a name such as {name: Helen Hunt, character: Cheryl}",
    "cast: [{name: B, role: C}]": "cast[0].role: is no field here; the fields are name, character",
    "cast: [{name: B, charcter: C}]": "cast[0].charcter: is no field here; did you mean character?",
    "countries: [XX]": "countries[0]: 'XX' is no country code; write two letters of ISO 3166-1, such as US or FR",
    "certificates: [{country: US}]": "certificates[0].label: is missing; write a label such as {country: US, label: R}",
    "releases: [{date: 2012-02-30}]": "releases[0].date: is not in the calendar; write YYYY, YYYY-MM or YYYY-MM-DD",
    "releases: [{date: 23.1.2012}]": "releases[0].date: is no date; write YYYY, YYYY-MM or YYYY-MM-DD",
    "awards: [{award: B, result: lost}]": "awards[0].result: should be won or nominated, not 'lost'",
    "awards: [{award: B, year: 1}]": "awards[0].year: should be 1870 or more, not 1",
    "scores: [{by: B, value: 11}]": "scores[0]: value is above out_of (10)",
    "scores: [{by: B, value: 1, out_of: 0}]": "scores[0].out_of: should be above 0, not 0",
    "links: tt1866249": "links: should be {imdb: tt1866249}, not 'tt1866249'",
    "links: {imdb: [a]}": "links.imdb: should be text, not a list",
    "id: A B": "id: should be lower-case words joined by hyphens such as the-sessions-2012, not 'A B'",
    f"audience: {'x' * 400}": "audience: is 400 characters long; at most 300 fit",
    f"summary: {'x' * 9000}": "summary: is 9,000 characters long; at most 8,000 fit",
    f"genres: [{'x, ' * 3000}]": "genres: has 3,000 items; at most 2,000 fit",
    "director: B": "director: is no field here; did you mean directors?",
    "actors: [B]": "actors: is no field here; did you mean cast?",
    "Release Date: 2012": "Release Date: is no field here; did you mean releases?",
    "length: 95": "length: is no field here; did you mean runtime?",
    "'': 95": "is no field here; the fields are id, title, year",
    '"\\e[31mred": 1': "\\x1b[31mred: is no field here; the fields are id, title, year",
}


@pytest.mark.parametrize("field", COMPLAINTS, ids=lambda field: field[:40])
def test_a_wrong_field_is_told(tmp_path: Path, field: str) -> None:
    (problem,) = problems_in(written(tmp_path, "a.yaml", f"title: A\n{field}\n"))
    assert problem.startswith(f"a.yaml:2: {COMPLAINTS[field]}")


@pytest.mark.parametrize("title", ["", " ''", ' "  "', " [A]", " {a: b}"])
def test_a_title_that_is_none_is_told(tmp_path: Path, title: str) -> None:
    (problem,) = problems_in(written(tmp_path, "a.yaml", f"title:{title}\nyear: 2001\n"))
    assert problem.startswith("a.yaml:1: title: ")


def test_everything_wrong_is_told_at_once_in_the_order_of_the_lines(tmp_path: Path) -> None:
    text = "runtime: long\nyear: 1\ncast:\n  - {name: A}\n  - {character: B}\ntitle: A\ntitle: B\nyears: 2\n"
    problems = problems_in(written(tmp_path, "a.yaml", text))
    assert [problem.split(": ")[:2] for problem in problems] == [
        ["a.yaml:1", "runtime"],
        ["a.yaml:2", "year"],
        ["a.yaml:5", "cast[1].name"],
        ["a.yaml:7", "title"],
        ["a.yaml:8", "years"],
    ]


@pytest.mark.parametrize("field", COMPLAINTS, ids=lambda field: field[:40])
def test_no_sentence_speaks_the_language_of_the_schema_library(tmp_path: Path, field: str) -> None:
    (problem,) = problems_in(written(tmp_path, "a.yaml", f"title: A\n{field}\n"))
    for jargon in ("Value error", "Input should", "valid string", "tuple", "dictionary", "pydantic", "extra", "None"):
        assert jargon not in problem
