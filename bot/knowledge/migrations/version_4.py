"""Version 4: where the facts of films come from, and films found by their ids elsewhere."""

import json

from alembic import op
from sqlalchemy import Column, Integer, MetaData, String, Table, Text, insert, select, update

revision = "4"
down_revision = "3"

MANY = 1000
IDS = ("imdb", "tmdb", "wikidata", "letterboxd", "movielens")

_metadata = MetaData()
_films = Table(
    "films",
    _metadata,
    Column("key", Integer, primary_key=True),
    Column("file", String),
    Column("document", Text),
    Column("origins", Text),
)
_facets = Table(
    "facets",
    _metadata,
    Column("film", Integer, primary_key=True),
    Column("kind", String, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("value", Text),
)


def upgrade() -> None:
    op.add_column("films", Column("origins", Text))
    connection = op.get_bind()
    connection.execute(update(_films).where(_films.c.file.is_not(None)).values(origins="films folder"))
    last = None
    wanted = select(_films.c.key, _films.c.document).order_by(_films.c.key).limit(MANY)
    while rows := connection.execute(wanted if last is None else wanted.where(_films.c.key > last)).all():
        last = rows[-1].key
        links = [
            {"film": key, "kind": "link", "position": n, "value": f"{site} {name}"}
            for key, document in rows
            if document
            for n, (site, name) in enumerate(json.loads(document).get("links", {}).items())
            if site in IDS
        ]
        if links:
            connection.execute(insert(_facets), links)
