"""Version 5: films found by what they are based on, by their certificate in a country, and by where they were shown."""

import json
from typing import Any

from alembic import op
from sqlalchemy import Column, Integer, MetaData, String, Table, Text, insert, select

from bot.matching.normal import normal

revision = "5"
down_revision = "4"

MANY = 1000

_metadata = MetaData()
_films = Table("films", _metadata, Column("key", Integer, primary_key=True), Column("document", Text))
_facets = Table(
    "facets",
    _metadata,
    Column("film", Integer, primary_key=True),
    Column("kind", String, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("value", Text),
)
_words = Table(
    "words",
    _metadata,
    Column("kind", String, primary_key=True),
    Column("value", Text, primary_key=True),
    Column("normal", Text),
)


def upgrade() -> None:
    connection = op.get_bind()
    words: set[tuple[str, str]] = set()
    last = None
    wanted = select(_films.c.key, _films.c.document).order_by(_films.c.key).limit(MANY)
    while rows := connection.execute(wanted if last is None else wanted.where(_films.c.key > last)).all():
        last = rows[-1].key
        found = [
            {"film": key, "kind": kind, "position": n, "value": value}
            for key, document in rows
            if document
            for kind, n, value in _drawn(json.loads(document))
        ]
        if found:
            connection.execute(insert(_facets), found)
        words |= {(facet["kind"], facet["value"]) for facet in found}
    if words:
        rows_ = [{"kind": kind, "value": value, "normal": normal(value)} for kind, value in sorted(words)]
        connection.execute(insert(_words), rows_)


def _drawn(film: dict[str, Any]) -> list[tuple[str, int, str]]:
    rated = [("rated", n, f"{one['country']} {one['label']}") for n, one in enumerate(film.get("certificates", []))]
    shown = [
        ("shown", n, f"{one['event']} {one['date'][:4]}")
        for n, one in enumerate(film.get("releases", []))
        if one.get("event")
    ]
    first = [("premiere", 0, value) for _, n, value in shown if n == 0]
    return [*rated, *shown, *first, *([("source", 0, film["based_on"])] if film.get("based_on") else [])]
