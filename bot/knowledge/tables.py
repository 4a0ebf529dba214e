"""The tables of the catalogue.

`films.document` holds the film whole and is the truth; `titles`, `credits`, `characters`, `people`, `facets`, `words`
and `releases` are drawn from it, so that questions over several films can be answered by queries. A column `normal`
holds a name as `matching.normal` writes it, for finding what a text names. A removed film keeps its row without a
document: its revision tells other processes to forget it.
"""

from sqlalchemy import Column, Float, Index, Integer, MetaData, String, Table, Text

VERSION = 2
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
    Column("normal", Text, nullable=False, index=True),
)

people = Table(
    "people",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False, unique=True),
    Column("normal", Text, nullable=False, index=True),
    Column("surname", Text, nullable=False, index=True),  # the last word of the normal form
)

credits = Table(
    "credits",
    metadata,
    Column("film", Integer, primary_key=True, autoincrement=False),
    Column("job", String, primary_key=True),  # of knowledge.query.Job
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("person", Integer, nullable=False),
    Column("character", Text),
    Index("credits_of_people", "person", "job", "film"),
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

words = Table(
    "words",  # every value that `facets` holds or has held
    metadata,
    Column("kind", String, primary_key=True),
    Column("value", Text, primary_key=True),
    Column("normal", Text, nullable=False, index=True),
)

characters = Table(
    "characters",  # the names a character of `credits` goes by: "Bruce Wayne / Batman" has two
    metadata,
    Column("film", Integer, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("normal", Text, primary_key=True, index=True),
)

releases = Table(
    "releases",
    metadata,
    Column("film", Integer, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("date", String, nullable=False),  # YYYY, YYYY-MM or YYYY-MM-DD
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
