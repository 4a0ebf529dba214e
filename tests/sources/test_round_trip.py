"""What is written is read again as it was, by us and by other readers."""

import asyncio
import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.knowledge.catalogue import open_catalogue
from bot.knowledge.film import Film
from bot.sources.exporting import export_file
from bot.sources.importing import import_file
from bot.sources.json_lines import json_line
from bot.sources.problem import Row
from bot.sources.reading import read
from bot.sources.yaml_writer import yaml_document
from tests.knowledge.alike import answers
from tests.knowledge.alike import films as films_alike
from tests.sources.strategies import films


def only_film(path: Path) -> Film:
    (row,) = read(path)
    assert isinstance(row, Row), str(row)
    return row.film


@settings(deadline=None)
@given(film=films)
def test_a_film_written_as_yaml_is_read_as_it_was(film: Film, tmp_path_factory: Any) -> None:
    path = tmp_path_factory.getbasetemp() / "film.yaml"
    path.write_text(yaml_document(film), encoding="utf-8")
    assert only_film(path) == film


@settings(deadline=None)
@given(film=films)
def test_other_yaml_readers_read_the_same(film: Film) -> None:
    assert yaml.load(yaml_document(film), yaml.CSafeLoader) == json.loads(json_line(film))
    assert yaml.load(yaml_document(film), yaml.SafeLoader) == json.loads(json_line(film))


@settings(deadline=None)
@given(film=films)
def test_a_film_written_as_json_is_read_as_it_was(film: Film, tmp_path_factory: Any) -> None:
    path = tmp_path_factory.getbasetemp() / "film.jsonl"
    path.write_text(json_line(film) + "\n", encoding="utf-8")
    assert only_film(path) == film


@settings(deadline=None, max_examples=20)
@given(
    chosen=st.lists(st.one_of(films_alike, films), min_size=1, max_size=6),
    ending=st.sampled_from([".yaml", ".jsonl.gz"]),
)
def test_an_export_imported_into_an_empty_database_answers_the_same(chosen: list[Film], ending: str) -> None:
    async def work(folder: Path) -> None:
        async with open_catalogue(f"{folder}/old.db") as old, open_catalogue(f"{folder}/new.db") as new:
            async with old.edits.batch() as batch:
                await batch.put(chosen)
            await export_file(folder / f"films{ending}", old.all())
            report = await import_file(folder / f"films{ending}", new.edits)
            assert not report.problems
            assert [film async for film in new.all()] == [film async for film in old.all()]
            assert await answers(new) == await answers(old)

    with TemporaryDirectory() as folder:
        asyncio.run(work(Path(folder)))
