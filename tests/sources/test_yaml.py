"""Reading YAML: what is taken as it stands, and a clear sentence with file and line for all that cannot be."""

from pathlib import Path

import pytest
import yaml

from bot.knowledge.film import Film, Release, Role
from bot.sources import yaml_events
from bot.sources.problem import Row
from bot.sources.reading import read
from tests.sources.reading_of import films_in, problems_in, titles_in, written


def test_a_file_holds_one_film(tmp_path: Path) -> None:
    text = "title: The Sessions\nyear: 2012\ncast:\n  - {name: John Hawkes, character: Mark O'Brien}\nplot:\n"
    film = Film(title="The Sessions", year=2012, cast=(Role(name="John Hawkes", character="Mark O'Brien"),))
    assert films_in(written(tmp_path, "a.yaml", text)) == [film]


def test_a_file_holds_several_documents(tmp_path: Path) -> None:
    text = "%YAML 1.1\n---\n# one\ntitle: A\n---\ntitle: B\n...\n---\n---\n{title: C}\n--- \ntitle: D\n"
    assert titles_in(written(tmp_path, "a.yaml", text)) == ["A", "B", "C", "D"]


def test_a_file_holds_a_list_of_films(tmp_path: Path) -> None:
    assert titles_in(written(tmp_path, "a.yml", "- title: A\n- {title: B}\n- title: C\n")) == ["A", "B", "C"]


def test_dashes_inside_of_a_text_do_not_part_documents(tmp_path: Path) -> None:
    (film,) = films_in(written(tmp_path, "a.yaml", "title: A\nplot: |\n  one\n  ---\n  two\naudience: '--- x'\n"))
    assert film.plot == "one\n---\ntwo"


@pytest.mark.parametrize("title", ["1917", "3:10", "NO", "true", "1_000", "0x1F", "2012-01-23", ".5", "Null", "1e3"])
def test_a_title_stays_as_it_is_written(tmp_path: Path, title: str) -> None:
    assert titles_in(written(tmp_path, "a.yaml", f"title: {title}\n")) == [title]


def test_countries_and_dates_are_no_truth_values_and_no_dates_of_yaml(tmp_path: Path) -> None:
    (film,) = films_in(written(tmp_path, "a.yaml", "title: A\ncountries: [NO]\nreleases: [{date: 2012-01}]\n"))
    assert film.countries == ("NO",)
    assert film.releases == (Release(date="2012-01"),)


@pytest.mark.parametrize("empty", ["", " ~", " null", " # nothing"])
def test_an_empty_field_counts_as_left_out(tmp_path: Path, empty: str) -> None:
    (film,) = films_in(written(tmp_path, "a.yaml", f"title: A\nruntime:{empty}\nyear: 2001\n"))
    assert (film.runtime, film.year) == (None, 2001)


def test_quotes_keep_words_that_mean_nothing(tmp_path: Path) -> None:
    assert titles_in(written(tmp_path, "a.yaml", "title: 'null'\n")) == ["null"]
    assert titles_in(written(tmp_path, "a.yaml", 'title: "~"\n')) == ["~"]


@pytest.mark.parametrize(
    "content",
    [b"\xef\xbb\xbftitle: A\nyear: 2001\n", b"title: A\r\nyear: 2001\r\n", b"title: A\ryear: 2001", b"\n\ntitle: A"],
)
def test_byte_order_marks_and_other_line_ends_are_read(tmp_path: Path, content: bytes) -> None:
    assert titles_in(written(tmp_path, "a.yaml", content)) == ["A"]


def test_aliases_are_read(tmp_path: Path) -> None:
    (film,) = films_in(written(tmp_path, "a.yaml", "title: A\ndirectors: &who [B, C]\nwriters: *who\n"))
    assert film.writers == ("B", "C")


def test_a_row_knows_the_lines_of_its_film(tmp_path: Path) -> None:
    rows = list(read(written(tmp_path, "a.yaml", "# a\n- title: A\n- title: B\n---\n\ntitle: C\n")))
    assert [row.line for row in rows if isinstance(row, Row)] == [2, 3, 6]


FAULTS: dict[str, tuple[str | bytes, str]] = {
    "a tab": ("title: A\n\tyear: 2001\n", ":2: is indented with a tab"),
    "a tab in a list": ("title: A\ncast:\n\t- {name: B}\n", ":3: is indented with a tab"),
    "a key twice": ("title: A\nyear: 2001\ntitle: B\n", ":3: title: stands twice, in lines 1 and 3"),
    "a key twice below": ("title: A\ncast:\n  - {name: B, name: C}\n", ":3: cast[0].name: stands twice, in this line"),
    "a colon": ("title: Dune: Part Two\n", ":1: holds a colon where none can stand"),
    "an open quote": ('year: 2001\ntitle: "A\n', ":2: opens a quotation mark that is never closed"),
    "an open bracket": ("title: A\ngenres: [B,\nyear: 2001\n", ":2: opens a bracket"),
    "no colon": ("title: A\nyear 2001\nruntime: 95\n", ":2: misses a colon"),
    "a character YAML keeps": ("title: @home\n", ":1: starts with a character YAML keeps for itself"),
    "an unknown alias": ("title: *batteries not included\n", ":1: "),
    "a bare asterisk": ("title: *M\n", ":1: refers to *M, but there is no &M above"),
    "a tag": ("title: !!python/object/apply:os.getcwd []\n", ":1: holds a tag"),
    "a tagged text": ("title: !secret x\n", ":1: holds a tag"),
    "a merge key": ("title: A\n<<: {year: 2001}\n", ":2: is a merge key"),
    "a list as key": ("? [a, b]\n: c\n", ":1: has brackets where a field's name should be"),
    "an alias as key": ("title: &t A\n*t : B\n", ":2: has an alias (*) where a field's name should be"),
    "a recursive alias": ("title: A\ncast: &c\n  - *c\n", ":3: refers to *c inside of &c itself"),
    "a control character": ("title: A\nplot: a\x01b\n", ":2: holds the control character U+0001"),
    "a NUL far down": (
        "title: A\n" + "# filler\n" * 2000 + "plot: a\x00b\n",
        ":2002: holds the control character U+0000",
    ),
    "no mapping": ("just text\n", ":1: should be a film with fields such as title and year, not 'just text'"),
    "nothing": ("", ": holds no film"),
    "comments only": ("# nothing here\n---\n", ": holds no film"),
    "Latin-1": (b"year: 2001\ntitle: Am\xe9lie\n", ":2: is not UTF-8"),
    "UTF-16": ("title: A".encode("utf-16"), ": is saved as UTF-16"),
    "binary": (bytes(range(256)) * 20, ": is no text file"),
    "depth": ("title: A\ngenres: " + "[" * 100_000, ":2: is nested more than 20 deep"),
    "depth in blocks": ("title: A\ngenres:\n  " + "- " * 100_000, ":3: is nested more than 20 deep"),
    "depth in keys": ("? " * 100_000, ":1: "),
    "a long title": (f"title: {'x' * 100_000}\n", ":1: title: is 100,000 characters long; at most 300 fit"),
    "many anchors": (
        "title: A\ngenres: [" + ", ".join(f"&a{n} x" for n in range(1500)) + "]",
        ":2: is the anchor (&) after",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_with_its_line(tmp_path: Path, fault: str) -> None:
    content, sentence = FAULTS[fault]
    (problem,) = problems_in(written(tmp_path, "a.yaml", content))
    assert problem.startswith(f"a.yaml{sentence}")


def test_an_alias_bomb_is_refused(tmp_path: Path) -> None:
    rows = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    (problem,) = problems_in(written(tmp_path, "a.yaml", "\n".join(["a0: &a0 [x, x, x, x, x]", *rows])))
    assert "makes more than 100,000 values, aliases (*) unfolded" in problem


def test_fifty_megabytes_are_refused_without_reading_them_all(tmp_path: Path) -> None:
    line = "  - {name: Somebody, character: Somebody else}\n"
    path = written(tmp_path, "a.yaml", "title: A\ncast:\n" + line * (50_000_000 // len(line)))
    with path.open("ab") as file:
        file.write(b"---\ntitle: B\n")
    (problem,) = problems_in(path)
    assert "is part of a film of more than 1 MB" in problem
    assert titles_in(path) == ["B"]


def test_fifty_megabytes_in_one_line_are_refused(tmp_path: Path) -> None:
    (problem,) = problems_in(written(tmp_path, "a.yaml", "title: " + "x" * 50_000_000))
    assert problem == "a.yaml:1: is part of a film of more than 1 MB; films are far shorter, so this is none"


def test_a_long_list_of_films_is_no_long_film(tmp_path: Path) -> None:
    path = written(tmp_path, "a.yaml", ("- title: A\n  plot: " + "x" * 5000 + "\n") * 300)
    assert len(titles_in(path)) == 300


def test_a_bad_document_harms_no_other(tmp_path: Path) -> None:
    path = written(tmp_path, "a.yaml", "title: A\n---\ntitle: [\n---\ntitle: C\n---\nyear: 2001\n---\ntitle: E\n")
    assert titles_in(path) == ["A", "C", "E"]
    assert [problem.split(": ")[0] for problem in problems_in(path)] == ["a.yaml:3", "a.yaml:7"]


def test_a_bad_film_of_a_list_harms_no_other(tmp_path: Path) -> None:
    path = written(tmp_path, "a.yaml", "- title: A\n- titl: B\n- C\n- title: D\n  title: E\n- title: F\n")
    assert titles_in(path) == ["A", "F"]
    assert problems_in(path) == [
        "a.yaml:2: title: is missing; write a title",
        "a.yaml:2: titl: is no field here; did you mean title?",
        "a.yaml:3: should be a film with fields such as title and year, not 'C'",
        "a.yaml:5: title: stands twice, in lines 4 and 5; delete one",
    ]


def test_documents_longer_than_a_block_are_told_apart(tmp_path: Path) -> None:
    long = "title: A\nplot: >-\n" + "  some words of a plot that goes on\n" * 200
    path = written(tmp_path, "a.yaml", "---\n".join([long] * 50))
    assert len(titles_in(path)) == 50
    assert not problems_in(path)


@pytest.mark.parametrize("fault", [name for name in FAULTS if not name.startswith("depth")])
def test_the_slow_parser_serves_where_the_fast_one_is_missing(
    tmp_path: Path, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_events, "_LOADER", yaml.SafeLoader)
    content, sentence = FAULTS[fault]
    path = written(tmp_path, "a.yaml", content)
    place = sentence.split(" ")[0]
    assert [problem.removeprefix("a.yaml").split(" ")[0] for problem in problems_in(path)] == [place]
    assert titles_in(written(tmp_path, "b.yaml", "- title: A\n- {title: '1917'}\n")) == ["A", "1917"]
