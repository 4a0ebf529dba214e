"""Reading JSON Lines: one bad line is told and harms no other."""

import gzip
import tracemalloc
from pathlib import Path

import pytest

from bot.sources.problem import Row
from bot.sources.reading import read
from tests.sources.reading_of import problems_in, titles_in, written

GOOD = '{"title": "B"}'


def test_every_line_holds_a_film(tmp_path: Path) -> None:
    path = written(tmp_path, "a.jsonl", '{"title": "A", "year": 2001}\r\n\n  {"title": "B"}\n{"title": "C"}')
    rows = [row for row in read(path) if isinstance(row, Row)]
    assert [(row.film.title, row.line) for row in rows] == [("A", 1), ("B", 3), ("C", 4)]


def test_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    assert titles_in(written(tmp_path, "a.jsonl", b"\xef\xbb\xbf" + GOOD.encode())) == ["B"]


FAULTS: dict[str, tuple[str | bytes, str]] = {
    "no title": ('{"year": 2001}', ":1: title: is missing; write a title"),
    "half a character": (r'{"title": "A\ud800"}', ":1: title: holds half of a character"),
    "half a character in a field's name": (r'{"title": "A", "\ud800": 1}', ":1: holds half of a character"),
    "half a character in a link": (r'{"title": "A", "links": {"\ud800": "x"}}', ":1: links."),
    "NaN": ('{"title": "A", "year": NaN}', ":1: holds NaN, which is no number"),
    "Infinity": ('{"title": "A", "year": -Infinity}', ":1: holds -Infinity, which is no number"),
    "a key twice": ('{"title": "A", "title": "B"}', ":1: title: stands twice; delete one"),
    "a key twice below": ('{"title": "A", "cast": [{"name": "B", "name": "C"}]}', ":1: name: stands twice"),
    "a huge integer": ('{"title": "A", "year": ' + "9" * 100 + "}", ":1: year: should be 2100 or less, not so large"),
    "an endless integer": ('{"title": "A", "year": ' + "9" * 5000 + "}", ":1: holds a number that is too long"),
    "a huge float": ('{"title": "A", "popularity": 1e999}', ":1: popularity: should be a number such as 7.5, not inf"),
    "depth": ('{"title": ' + "[" * 200_000, ":1: is nested too deep"),
    "a list": ("[1]", ":1: "),
    "null": ("null", ":1: should be a film with fields such as title and year, not nothing"),
    "a text": ('"A"', ":1: should be a film with fields such as title and year, not 'A'"),
    "a comma too many": ('{"title": "A",}', ":1: is not JSON at column"),
    "single quotes": ("{'title': 'A'}", ":1: is not JSON at column 2: a field's name in double quotes is missing"),
    "a tab in a text": ('{"title": "A\tB"}', ":1: is not JSON at column 13: a control character"),
    "a NUL in a text": ('{"title": "A\\u0000B"}', ":1: title: holds the control character U+0000; delete it"),
    "an unknown escape": (r'{"title": "\x41"}', ":1: is not JSON at column 12: an escape that JSON does not know"),
    "an open text": ('{"title": "A', ":1: is not JSON at column 11: text that is never closed"),
    "two films": ('{"title": "A"} {"title": "C"}', ":1: is not JSON at column 16: more after the end of the film"),
    "Latin-1": (b'{"title": "Am\xe9lie"}', ":1: is not UTF-8 at byte 14"),
    "a number as list": ('{"title": "A", "genres": 7}', ":1: genres: should be a list such as [Drama, Romance], not 7"),
    "too many items": ('{"title": "A", "genres": [' + "[]," * 200_000 + "[]]}", ":1: genres: has 200,001 items"),
    "too many fields": ("{" + ",".join(f'"k{n}": 1' for n in range(3000)) + "}", ":1: has 3,000 fields"),
    "an overlong line": ('{"title": "' + "A" * 5_000_000 + '"}', ":1: is over 4 MB long; write one film a line"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_bad_line_is_told_and_the_next_one_is_read(tmp_path: Path, fault: str) -> None:
    line, sentence = FAULTS[fault]
    path = written(tmp_path, "a.jsonl", (line if isinstance(line, bytes) else line.encode()) + f"\n{GOOD}\n".encode())
    (problem,) = problems_in(path)
    assert problem.startswith(f"a.jsonl{sentence}")
    assert titles_in(path) == ["B"]


@pytest.mark.parametrize(
    "content", ['{\n  "title": "A"\n}\n', '[{"title": "A"},\n {"title": "B"}]', '\n[\n{"title": "A"}\n]']
)
def test_json_that_is_no_json_lines_is_told_once(tmp_path: Path, content: str) -> None:
    (problem,) = problems_in(written(tmp_path, "a.json", content))
    assert problem.endswith("write each film on a line of its own, without [ ] around them")


def test_twenty_problems_of_a_film_are_told_and_the_others_counted(tmp_path: Path) -> None:
    path = written(tmp_path, "a.jsonl", '{"title": "A", "genres": [' + "[]," * 99 + "[]]}")
    problems = problems_in(path)
    assert len(problems) == 21
    assert "a.jsonl:1: has 80 more things wrong" in problems


@pytest.mark.parametrize("content", ["", "\n\n  \n"])
def test_an_empty_file_is_told(tmp_path: Path, content: str) -> None:
    assert problems_in(written(tmp_path, "a.jsonl", content)) == [
        'a.jsonl: holds no film; write one a line, such as {"title": "The Sessions"}'
    ]


def test_a_long_file_is_read_in_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    with gzip.open(path, "wb", compresslevel=1) as file:
        for n in range(20_000):
            file.write(b'{"title": "Film %d", "keywords": ["%s"]}\n' % (n, b"x" * 250))
    tracemalloc.start()
    try:
        count = sum(isinstance(row, Row) for row in read(path))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 20_000
    assert peak < 2_000_000
