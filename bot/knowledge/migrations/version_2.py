"""Version 2: films, the tables drawn from them, and the films folder; the first that is brought up to date."""

from alembic import op
from sqlalchemy import Column, Float, Index, Integer, String, Text

revision = "2"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "films",
        Column("key", Integer, primary_key=True, autoincrement=False),
        Column("id", String, nullable=False, unique=True),
        Column("slug", String, nullable=False, index=True),
        Column("revision", Integer, nullable=False, index=True),
        Column("title", Text, nullable=False),
        Column("year", Integer),
        Column("runtime", Integer),
        Column("popularity", Float, nullable=False, index=True),
        Column("file", String, index=True),
        Column("document", Text),
    )
    op.create_table(
        "titles",
        Column("film", Integer, primary_key=True, autoincrement=False),
        Column("position", Integer, primary_key=True, autoincrement=False),
        Column("name", Text, nullable=False),
        Column("normal", Text, nullable=False, index=True),
    )
    op.create_table(
        "people",
        Column("key", Integer, primary_key=True, autoincrement=False),
        Column("name", Text, nullable=False, unique=True),
        Column("normal", Text, nullable=False, index=True),
        Column("surname", Text, nullable=False, index=True),
    )
    op.create_table(
        "credits",
        Column("film", Integer, primary_key=True, autoincrement=False),
        Column("job", String, primary_key=True),
        Column("position", Integer, primary_key=True, autoincrement=False),
        Column("person", Integer, nullable=False),
        Column("character", Text),
        Index("credits_of_people", "person", "job", "film"),
    )
    op.create_table(
        "facets",
        Column("film", Integer, primary_key=True, autoincrement=False),
        Column("kind", String, primary_key=True),
        Column("position", Integer, primary_key=True, autoincrement=False),
        Column("value", Text, nullable=False),
        Index("facets_by_value", "kind", "value", "film"),
    )
    op.create_table(
        "words",
        Column("kind", String, primary_key=True),
        Column("value", Text, primary_key=True),
        Column("normal", Text, nullable=False, index=True),
    )
    op.create_table(
        "characters",
        Column("film", Integer, primary_key=True, autoincrement=False),
        Column("position", Integer, primary_key=True, autoincrement=False),
        Column("normal", Text, primary_key=True, index=True),
    )
    op.create_table(
        "releases",
        Column("film", Integer, primary_key=True, autoincrement=False),
        Column("position", Integer, primary_key=True, autoincrement=False),
        Column("date", String, nullable=False),
    )
    op.create_table(
        "files",
        Column("name", String, primary_key=True),
        Column("size", Integer, nullable=False),
        Column("mtime_ns", String, nullable=False),
        Column("digest", String, nullable=False),
        Column("problem", Text, nullable=False),
    )
    op.create_table(
        "state",
        Column("name", String, primary_key=True),
        Column("value", String, nullable=False),
    )
