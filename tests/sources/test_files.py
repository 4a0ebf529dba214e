"""Opening files: packed ones told by their content, and a sentence for each that cannot be read."""

import gzip
import random
from pathlib import Path

import pytest

from bot.errors import SourceError
from bot.sources.problem import Row
from bot.sources.reading import read
from tests.sources.reading_of import forbid, problems_in, titles_in, written

LINES = b"".join(b'{"title": "Film %d"}\n' % n for n in range(5000))


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl", "a.txt", "a"])
def test_gzip_is_told_by_content(tmp_path: Path, name: str) -> None:
    assert titles_in(written(tmp_path, name, gzip.compress(b'{"title": "A"}\n'))) == ["A"]
    assert titles_in(written(tmp_path, "b.jsonl.gz", '{"title": "A"}\n')) == ["A"]


@pytest.mark.parametrize("name", ["a.yaml.gz", "a.yml", "a.txt", "a"])
def test_yaml_is_told_by_name_and_content(tmp_path: Path, name: str) -> None:
    assert titles_in(written(tmp_path, name, gzip.compress(b"title: A\n"))) == ["A"]
    assert titles_in(written(tmp_path, "b.yaml", "title: A\n")) == ["A"]


def test_gzip_files_that_were_joined_are_read_whole(tmp_path: Path) -> None:
    two = gzip.compress(b'{"title": "A"}\n') + gzip.compress(b'{"title": "B"}\n')
    assert titles_in(written(tmp_path, "a.jsonl.gz", two)) == ["A", "B"]


def test_a_truncated_gzip_file_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    packed = gzip.compress(LINES)
    path = written(tmp_path, "a.jsonl.gz", packed[: len(packed) // 2])
    titles, (problem,) = titles_in(path), problems_in(path)
    assert 1000 < len(titles) < 5000
    assert problem.endswith(": ends in the middle; the gzipped file was cut off, so copy it again")
    assert problem.startswith(f"a.jsonl.gz:{len(titles) + 1}")


@pytest.mark.parametrize("length", [3, 12, 30])
def test_a_gzip_file_cut_off_at_its_start_is_told(tmp_path: Path, length: int) -> None:
    (problem,) = problems_in(written(tmp_path, "a.jsonl.gz", gzip.compress(LINES)[:length]))
    assert "the gzipped file was cut off" in problem


def test_a_damaged_gzip_file_is_told(tmp_path: Path) -> None:
    packed = bytearray(gzip.compress(random.Random(1).randbytes(100_000).hex().encode()))
    packed[40_000:40_100] = bytes(100)
    packed[:0] = gzip.compress(b'{"title": "A"}\n')
    path = written(tmp_path, "a.jsonl.gz", bytes(packed))
    assert titles_in(path) == ["A"]
    assert problems_in(path)


def test_what_follows_a_gzip_file_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, "a.jsonl.gz", gzip.compress(LINES) + b"rubbish")
    assert len(titles_in(path)) == 5000
    assert problems_in(path)[-1].endswith("is damaged from here on: it cannot be unpacked, so copy it again")


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.yaml.gz"])
def test_a_gzip_bomb_is_left(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with gzip.open(path, "wb") as file:
        file.write(b"title: A\n---\n" if "yaml" in name else b'{"title": "A"}\n')
        for _ in range(300):
            file.write((b" " * 999 + b"\n") * 1000)
    assert titles_in(path) == ["A"]
    assert "unpacks to more than 400 times its size" in problems_in(path)[-1]


@pytest.mark.parametrize("name", ["a.jsonl", "a.yaml", "a.txt"])
@pytest.mark.parametrize(
    "content", [b"PK\x03\x04\x14\0\0\0", b"\x89PNG\r\n\x1a\n\0\0", b"SQLite format 3\0", bytes(100)]
)
def test_files_that_are_no_text_are_told(tmp_path: Path, name: str, content: bytes) -> None:
    sentence = "is no text file; see filmbot import --help for what is read"
    assert problems_in(written(tmp_path, name, content)) == [f"{name}: {sentence}"]


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"a\.yaml is not there; check the name"):
        list(read(tmp_path / "a.yaml"))


def test_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="is a folder; name a file"):
        list(read(tmp_path))


def test_a_file_below_a_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="is no folder"):
        list(read(written(tmp_path, "a.yaml", "title: A") / "b.yaml"))


def test_a_name_that_cannot_be_is_told() -> None:
    with pytest.raises(SourceError, match="cannot be used"):
        list(read(Path("a\0b.yaml")))


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, "a.yaml", "title: A")
    forbid(path)
    with pytest.raises(SourceError, match="may not be opened; check its permissions"):
        list(read(path))


def test_names_that_cannot_be_printed_are_told_in_escapes(tmp_path: Path) -> None:
    path = written(tmp_path, "a\nb\u202e.yaml", "titel: A")
    assert all("a\\nb\\u202e.yaml:1: " in str(row) for row in read(path))


def test_a_link_to_a_file_is_read(tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(written(tmp_path, "a.yaml", "title: A"))
    assert [row.film.title for row in read(link) if isinstance(row, Row)] == ["A"]
