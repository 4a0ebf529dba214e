"""The tables of the catalogue.

`films.document` holds the film whole and is the truth; `titles`, `credits`, `people` and `facets` are drawn from it, so
that questions over several films can be answered by queries. A removed film keeps its row without a document: its
revision tells other processes to forget it.
"""

from sqlalchemy import Column, Float, Index, Integer, MetaData, String, Table, Text

VERSION = 1
"""Raised when the tables change; a catalogue of another version is refused."""

metadata = MetaData()

films = Table(
    "films",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("id", String, nullable=False, unique=True),
    Column("slug", String, nullable=False, index=True),  # of title and year: what an import is matched by
    Column("revision", Integer, nullable=False, index=True),  # of the catalogue, when this film last changed
    Column("title", Text, nullable=False),
    Column("year", Integer),
    Column("runtime", Integer),
    Column("popularity", Float, nullable=False, index=True),
    Column("file", String, index=True),  # the file of the films folder that holds it; NULL when imported
    Column("document", Text),  # the film as JSON; NULL once removed
)

titles = Table(
    "titles",
    metadata,
    Column("film", Integer, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),  # 0 the title, then original and other titles
    Column("name", Text, nullable=False),
)

people = Table(
    "people",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False, unique=True),
)

credits = Table(
    "credits",
    metadata,
    Column("film", Integer, primary_key=True, autoincrement=False),
    Column("job", String, primary_key=True),  # of knowledge.query.Job
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("person", Integer, nullable=False, index=True),
    Column("character", Text),
)

facets = Table(
    "facets",
    metadata,
    Column("film", Integer, primary_key=True, autoincrement=False),
    Column("kind", String, primary_key=True),  # genre, country, language, keyword, theme
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("value", Text, nullable=False),
    Index("facets_by_value", "kind", "value", "film"),
)

files = Table(
    "files",
    metadata,
    Column("name", String, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("mtime_ns", String, nullable=False),
    Column("digest", String, nullable=False),
    Column("problem", Text, nullable=False),  # "" when the file was good
)

state = Table(
    "state",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)
