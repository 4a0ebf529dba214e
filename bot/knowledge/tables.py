"""The tables of the catalogue.

`films.document` holds the film whole and is the truth; `titles`, `credits`, `characters`, `people`, `facets`, `words`
and `releases` are drawn from it, so that questions over several films can be answered by queries. A column `normal`
holds a name as `matching.normal` writes it, for finding what a text names. A removed film keeps its row without a
document: its revision tells other processes to forget it.

The films of all servers stand together; keys tell them apart. Keys of the shared base are above zero, those of a
server lie in a block of its own below zero (see `view.py`), so that every table says whose a row is.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

VERSION = 6
"""Raised when the tables change, together with a file in `migrations/` that changes those that are there."""

metadata = MetaData()

films = Table(
    "films",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("server", BigInteger, nullable=False, server_default="0"),  # whose entry it is; 0 for the shared base
    Column("id", String, nullable=False),
    Column("slug", String, nullable=False, index=True),  # of title and year: what an import is matched by
    Column("revision", Integer, nullable=False, index=True),  # of the catalogue, when this film last changed
    Column("title", Text, nullable=False),
    Column("year", Integer),
    Column("runtime", Integer),
    Column("popularity", Float, nullable=False, index=True),
    Column("file", String, index=True),  # the file of the films folder that holds it; NULL when imported
    Column("filed", String),  # version of what that file held: only when that changes does the file win over edits
    Column("hides", Boolean, nullable=False, server_default=false()),  # without document: no shared film of the id here
    Column("document", Text),  # the film as JSON; NULL once removed
    Column("origins", Text),  # where its facts come from, see origins.py; NULL where that is not known
    Column("aside", Text),  # as JSON: the film without its file while that is there, with it while that is gone
    Column("aside_origins", Text),
    UniqueConstraint("id", "server", name="films_of_servers"),
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
    Column("revision", Integer, nullable=False, index=True, server_default="0"),  # when their credits last changed
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
    Column("kind", String, primary_key=True),  # see facets.py
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
"""`version` of the tables, `identity` of the catalogue, `revision`: raised by every change."""

servers = Table(
    "servers",
    metadata,
    Column("server", BigInteger, primary_key=True, autoincrement=False),
    Column("block", Integer, nullable=False, unique=True),  # of keys, for its films
    Column("settings", Text, nullable=False),  # JSON
    Column("left_at", String),  # UTC; NULL while the bot is there
)

history = Table(
    "history",
    metadata,
    Column("server", BigInteger, primary_key=True, autoincrement=False),
    Column("film", String, primary_key=True),  # its id
    Column("n", Integer, primary_key=True, autoincrement=False),  # from 1, of this film on this server
    Column("at", String, nullable=False),  # UTC
    Column("by", String, index=True),  # NULL for the films folder, and once the member is forgotten
    Column("action", String, nullable=False),
    Column("before", Text),  # the film as JSON; NULL where none stood
    Column("after", Text),
    Column("before_shared", Boolean, nullable=False),  # it was the shared film that stood there
    Column("after_shared", Boolean, nullable=False),
    Column("undoes", Integer),  # the n it undid
    Index("history_of_servers", "server", "at"),
)

suggestions = Table(
    "suggestions",
    metadata,
    Column("server", BigInteger, primary_key=True, autoincrement=False),
    Column("n", Integer, primary_key=True, autoincrement=False),  # from 1, of this server
    Column("film", String, nullable=False),  # its id
    Column("version", String),  # of the film it was made on
    Column("field", String, nullable=False),
    Column("value", Text, nullable=False),  # JSON
    Column("by", String, index=True),  # NULL once the member is forgotten
    Column("at", String, nullable=False),  # UTC
    Column("state", String, nullable=False),
    Column("reason", Text),
    Column("decided_by", String, index=True),
    Column("channel", BigInteger),  # of the message it is reviewed on
    Column("message", BigInteger),
)
