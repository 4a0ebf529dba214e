"""The JSON Schema for editors takes what we ship and refuses what we refuse."""

from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml
from hypothesis import given, settings

from bot.knowledge.film import Film
from bot.sources.schema import schema
from tests.sources.strategies import films

FILES = sorted((Path(__file__).parents[2] / "films").glob("*.yaml"))


class EditorLoader(yaml.SafeLoader):
    """YAML as editors read it, by the core schema of YAML 1.2: dates and NO are text."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.rsplit(":", 1)[-1] in ("int", "float", "null")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.fixture(scope="module")
def validator() -> Any:
    jsonschema_rs.meta.validate(schema())
    return jsonschema_rs.validator_for(schema())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_shipped_films_are_valid(path: Path, validator: Any) -> None:
    entry = yaml.load(path.read_text("utf-8"), EditorLoader)
    assert [f"{error.instance_path}: {error.message}" for error in validator.iter_errors(entry)] == []


def test_it_says_what_a_field_is() -> None:
    drawn = schema()
    assert drawn["properties"]["runtime"]["description"] == "Whole minutes."
    assert drawn["$defs"]["Release"]["properties"]["event"]["description"].startswith("The festival or occasion")


@settings(deadline=None)
@given(film=films)
def test_whatever_we_write_is_valid(film: Film) -> None:
    jsonschema_rs.validate(schema(), film.model_dump(mode="json", exclude_defaults=True))


@pytest.mark.parametrize(
    "entry",
    [
        {},
        {"title": ""},
        {"title": "A", "titel": "B"},
        {"title": "A", "runtime": "long"},
        {"title": "A", "cast": ["B"]},
        [],
    ],
)
def test_what_we_refuse_is_not_valid(entry: Any, validator: Any) -> None:
    assert not validator.is_valid(entry)


def test_fields_are_described() -> None:
    made = schema()
    assert made["title"] == "Film"
    assert made["$schema"].endswith("2020-12/schema")
    assert made["properties"]["runtime"]["description"] == "Whole minutes."
