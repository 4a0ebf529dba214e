"""Exports come back as they were, and a file is replaced whole or not at all."""

import gzip
import json
import os
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import SourceError
from bot.knowledge.film import Film
from bot.sources.exporting import export_file
from tests.sources.reading_of import films_in, forbid
from tests.sources.strategies import films

SOME = [Film(id="a-2001", title="A", year=2001), Film(id="b", title="B")]


async def each(films: Sequence[Film]) -> AsyncIterator[Film]:
    for film in films:
        yield film


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.yaml", "a.yml", "a.yaml.gz", "a.json", "export"])
async def test_an_export_is_read_as_it_was(tmp_path: Path, name: str) -> None:
    assert await export_file(tmp_path / name, each(SOME)) == 2
    assert films_in(tmp_path / name) == SOME


@settings(max_examples=25, deadline=None)
@given(some=st.lists(films, min_size=1, max_size=4))
@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.yaml"])
async def test_an_export_loses_nothing(tmp_path_factory: pytest.TempPathFactory, name: str, some: list[Film]) -> None:
    path = tmp_path_factory.getbasetemp() / name
    await export_file(path, each(some))
    assert films_in(path) == some


async def test_json_lines_are_one_film_a_line_and_packed_when_the_name_says_so(tmp_path: Path) -> None:
    await export_file(tmp_path / "a.jsonl.gz", each(SOME))
    lines = gzip.decompress((tmp_path / "a.jsonl.gz").read_bytes()).splitlines()
    assert json.loads(lines[0]) == {"id": "a-2001", "title": "A", "year": 2001}


async def test_an_export_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    async def failing() -> AsyncIterator[Film]:
        yield SOME[0]
        raise OSError(28, "No space left on device")

    path = tmp_path / "a.jsonl"
    path.write_text("before")
    with pytest.raises(SourceError, match="cannot be used: no space left on device"):
        await export_file(path, failing())
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


async def test_an_export_keeps_permissions_and_links(tmp_path: Path) -> None:
    real, link = tmp_path / "real.jsonl", tmp_path / "link.jsonl"
    real.touch(0o640)
    real.chmod(0o640)
    link.symlink_to(real)
    await export_file(link, each(SOME))
    assert link.is_symlink()
    assert films_in(real) == SOME
    assert real.stat().st_mode & 0o777 == 0o640


async def test_an_export_goes_to_a_device(tmp_path: Path) -> None:
    assert await export_file(Path(os.devnull), each(SOME)) == 2


@pytest.mark.parametrize("name", ["a.csv", "a.txt", "a.csv.gz", "a.db"])
async def test_an_export_to_a_name_of_another_format_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(SourceError, match=r"exported as JSON Lines or YAML; name a file that ends in \.jsonl"):
        await export_file(tmp_path / name, each(SOME))
    assert list(tmp_path.iterdir()) == []


async def test_an_export_nowhere_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"there is no folder .*none; make it first"):
        await export_file(tmp_path / "none" / "a.jsonl", each(SOME))
    with pytest.raises(SourceError, match="is a folder; name a file"):
        await export_file(tmp_path, each(SOME))


async def test_an_export_to_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    forbid(tmp_path, 0o500)
    with pytest.raises(SourceError, match="may not be opened; check its permissions"):
        await export_file(tmp_path / "a.jsonl", each(SOME))
