"""What is written is read again as it was, by us and by other readers."""

import json
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given, settings

from bot.knowledge.film import Film
from bot.sources.json_lines import json_line
from bot.sources.problem import Row
from bot.sources.reading import read
from bot.sources.yaml_writer import yaml_document
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
