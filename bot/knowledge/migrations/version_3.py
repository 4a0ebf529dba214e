"""Version 3: servers with entries of their own, the history, and suggestions."""

from alembic import op
from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, String, Text, false

revision = "3"
down_revision = "2"

NAMED = {"uq": "%(table_name)s_%(column_0_name)s_key"}
"""PostgreSQL's names of constraints; SQLite gives none."""


def upgrade() -> None:
    with op.batch_alter_table("films", naming_convention=NAMED) as films:
        films.add_column(Column("server", BigInteger, nullable=False, server_default="0"))
        films.add_column(Column("filed", String))
        films.add_column(Column("hides", Boolean, nullable=False, server_default=false()))
        films.drop_constraint("films_id_key", type_="unique")
        films.create_unique_constraint("films_of_servers", ["id", "server"])
    op.add_column("people", Column("revision", Integer, nullable=False, server_default="0"))
    op.create_index("ix_people_revision", "people", ["revision"])
    op.execute(
        "INSERT INTO state (name, value)"
        " SELECT 'revision', CAST(coalesce(max(revision), 0) + 1 AS VARCHAR(20)) FROM films"
    )
    op.execute(  # those without films are known to nobody any more; match indexes that are kept hear of it by this
        "UPDATE people SET revision = (SELECT CAST(value AS INTEGER) FROM state WHERE name = 'revision')"
        " WHERE NOT EXISTS (SELECT 1 FROM credits WHERE credits.person = people.key)"
    )
    op.create_table(
        "servers",
        Column("server", BigInteger, primary_key=True, autoincrement=False),
        Column("block", Integer, nullable=False, unique=True),
        Column("settings", Text, nullable=False),
        Column("left_at", String),
    )
    op.create_table(
        "history",
        Column("server", BigInteger, primary_key=True, autoincrement=False),
        Column("film", String, primary_key=True),
        Column("n", Integer, primary_key=True, autoincrement=False),
        Column("at", String, nullable=False),
        Column("by", String, index=True),
        Column("action", String, nullable=False),
        Column("before", Text),
        Column("after", Text),
        Column("before_shared", Boolean, nullable=False),
        Column("after_shared", Boolean, nullable=False),
        Column("undoes", Integer),
        Index("history_of_servers", "server", "at"),
    )
    op.create_table(
        "suggestions",
        Column("server", BigInteger, primary_key=True, autoincrement=False),
        Column("n", Integer, primary_key=True, autoincrement=False),
        Column("film", String, nullable=False),
        Column("version", String),
        Column("field", String, nullable=False),
        Column("value", Text, nullable=False),
        Column("by", String, index=True),
        Column("at", String, nullable=False),
        Column("state", String, nullable=False),
        Column("reason", Text),
        Column("decided_by", String, index=True),
        Column("channel", BigInteger),
        Column("message", BigInteger),
    )
