"""Opening the database, and saying in a sentence what is wrong with it."""

import asyncio
import uuid
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from functools import cached_property
from pathlib import Path
from socket import gaierror
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection, Engine, Executable, create_engine, event, insert, select, update
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from bot.errors import CatalogueError, SettingsError
from bot.knowledge import tables
from bot.knowledge.glance import Glance

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg", "postgres": "postgresql+asyncpg"}

OLDEST = 2
"""Version of the tables from which on they are brought up to date."""

WAIT_FOR_WRITER = 10
"""Seconds an edit waits for another writer, unless the URL of an SQLite file says `?timeout=…`."""

LOST = "the connection to it was lost; see whether a change was made before you make it again"

FAULTS = {
    "terminating connection": LOST,
    "closed in the middle": LOST,
    "connection is closed": LOST,
    "another operation": LOST,
    "disk is full": "the disk is full; free some space and try again. Nothing was changed",
    "readonly database": "it cannot be written to; check its permissions or choose another with --database",
    "unable to open": "it cannot be opened; check that its folder may be written to, or choose another with --database",
    "not a database": "it is no SQLite database; choose another file with --database",
    "malformed": "it is damaged; restore a backup or choose another file with --database",
    "lock timeout": "another program is holding it; try again in a moment. Nothing was changed",
    "locked": "another program is holding it; try again in a moment. Nothing was changed",
    "i/o error": "the disk does not answer; nothing was changed",
    "too many connections": "it has no connection left; raise its limit or try again. Nothing was changed",
    "password": "it refuses the user or password given; correct the URL",
    "permission denied": "its folder may not be written to; choose another with --database",
    "file exists": "its folder cannot be made; choose another with --database",
    "not a directory": "its folder cannot be made; choose another with --database",
    "does not exist": "it is not there; create it first or correct the URL",
}
"""What a driver says, and what to tell the operator."""


def database_url(text: str) -> URL:
    """The SQLAlchemy URL of a setting: `sqlite:///FILE`, `postgresql://…` or the path of an SQLite file.

    Raises SettingsError when it is none of these.
    """
    wanted = "write sqlite:///PATH or postgresql://USER:PASSWORD@HOST/NAME"
    if "://" not in text:
        if not text.strip():
            raise SettingsError(f"The database URL is empty; {wanted}.")
        url = URL.create("sqlite", database=str(Path(text).expanduser()))
    else:
        try:
            url = make_url(text)
        except (ArgumentError, ValueError):
            raise SettingsError(f"The database URL cannot be read; {wanted}.") from None
    driver = DRIVERS.get(url.get_backend_name())
    if driver is None:
        raise SettingsError(f"The bot keeps its films in SQLite or PostgreSQL, not {url.get_backend_name()}; {wanted}.")
    if driver == DRIVERS["sqlite"] and url.database in (None, "", ":memory:"):
        raise SettingsError("The database URL names no file; write sqlite:///PATH.")
    if driver == DRIVERS["sqlite"] and (unknown := url.query.keys() - {"timeout"}):
        raise SettingsError(
            f"The bot does not know {min(unknown)} in the URL of an SQLite file; write sqlite:///PATH, and "
            "?timeout=SECONDS for how long an edit waits for another writer."
        )
    return url.set(drivername=driver)


def missing_file(text: str) -> Path | None:
    """The SQLite file of a setting when there is none yet, so that opening the database makes it."""
    url = database_url(text)
    file = Path(url.database or "")
    return file if url.get_backend_name() == "sqlite" and not file.exists() else None


@contextmanager
def faults(url: URL) -> Iterator[None]:
    """Turn what the database complains about into a CatalogueError whose message may be shown."""
    try:
        yield
    except gaierror as fault:
        raise CatalogueError(f"The host {url.host} of the database is not known; correct the URL.") from fault
    except (DBAPIError, ConnectionError, PermissionError, FileExistsError, NotADirectoryError) as fault:
        said = str(getattr(fault, "orig", None) or fault)
        why = next((advice for words, advice in FAULTS.items() if words in said.lower()), None)
        name = url.database if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)
        raise CatalogueError(f"The database {name} failed: {why or said.splitlines()[0]}.") from fault


T = TypeVar("T")


class Database:
    """An engine with one kind of transaction for reading and one for writing (one writer at a time).

    An SQLite file is read without the asynchronous driver, which hands every call of a read to its thread one by one:
    a whole read takes one change of threads, and a single statement that is done at a glance none.
    """

    def __init__(self, url: URL) -> None:
        self.url = url
        self.sqlite = url.get_backend_name() == "sqlite"
        self._reader = self._for_reading() if self.sqlite else None
        self._glance = Glance(url) if self.sqlite else None
        self.said = f"{'json_each(:said)' if self.sqlite else 'json_array_elements_text(CAST(:said AS json))'} AS said"
        """SQL for the texts of the JSON list `said`, as a table with one `value` a row; much faster than IN."""

    @cached_property
    def engine(self) -> "AsyncEngine":
        """What writes, and reads a PostgreSQL database; loaded when first used, for an answer hardly needs it."""
        from sqlalchemy.ext.asyncio import create_async_engine

        if not self.sqlite:
            try:
                return create_async_engine(self.url, pool_pre_ping=True)
            except ModuleNotFoundError:
                raise SettingsError("PostgreSQL needs one more package: pip install 'filmbot[postgres]'.") from None
        engine = create_async_engine(self.url, connect_args=self._patience())
        _prepare(engine.sync_engine)
        return engine

    def _for_reading(self) -> Engine:
        engine = create_engine(self.url.set(drivername="sqlite"), connect_args=self._patience())
        _prepare(engine)
        return engine

    def _patience(self) -> dict[str, int]:
        return {} if "timeout" in self.url.query else {"timeout": WAIT_FOR_WRITER}

    async def open(self) -> str:
        """Make the tables, or bring older ones up to date; the catalogue's own identity, kept for its lifetime.

        Raises CatalogueError for tables that this version of the bot cannot read.
        """
        with faults(self.url):
            if self.sqlite and self.url.database:
                Path(self.url.database).parent.mkdir(parents=True, exist_ok=True)
            kept = await self.read(_state)
            if not kept or kept["version"] != str(tables.VERSION):
                async with self.writing() as connection:
                    kept = await connection.run_sync(_make_tables)
        return kept["identity"]

    async def close(self) -> None:
        if "engine" in vars(self):
            await self.engine.dispose()
        if self._reader and self._glance:
            self._reader.dispose()
            self._glance.close()

    async def read(self, work: Callable[[Connection], T]) -> T:
        """What `work` reads from a connection that sees one state of the catalogue."""
        with faults(self.url):
            if reader := self._reader:
                return await asyncio.to_thread(_read, reader, work)
            async with self.engine.connect() as connection:
                return await connection.run_sync(work)

    async def rows(self, statement: Executable, values: dict[str, Any] | None = None) -> Sequence[Any]:
        """The rows of one statement."""
        if self._glance and (rows := self._glance.rows(statement, values)) is not None:
            await asyncio.sleep(0)  # whatever else waits has its turn
            return rows
        return await self.read(lambda connection: connection.execute(statement, values).all())

    async def column(self, statement: Executable) -> Sequence[Any]:
        """The first column of the rows of one statement."""
        return [row[0] for row in await self.rows(statement)]

    async def scalar(self, statement: Executable, values: dict[str, Any] | None = None) -> Any:
        """The first value of the first row of one statement, None when there is none."""
        return next((row[0] for row in await self.rows(statement, values)), None)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator["AsyncConnection"]:
        """A transaction that is the only writer; committed at the end, rolled back when the body raises."""
        with faults(self.url):
            async with self.engine.connect() as connection:
                await connection.execution_options(writes=True)
                async with connection.begin():
                    if not self.sqlite:
                        await connection.exec_driver_sql(f"SET LOCAL lock_timeout = {round(WAIT_FOR_WRITER * 1000)}")
                        await connection.exec_driver_sql("SELECT pg_advisory_xact_lock(20121019)")
                    yield connection


def _read(engine: Engine, work: Callable[[Connection], T]) -> T:
    with engine.connect() as connection:
        return work(connection)


def _prepare(engine: Engine) -> None:
    """Give the connections to an SQLite file their settings, and transactions that begin in time."""

    @event.listens_for(engine, "connect")
    def _set_up(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # the driver would begin transactions too late
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "temp_store=MEMORY"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _state(connection: Connection) -> dict[str, str]:
    if not connection.dialect.has_table(connection, tables.state.name):
        return {}
    return dict(connection.execute(select(tables.state)).all())


def _make_tables(connection: Connection) -> dict[str, str]:
    kept = _state(connection)  # another process may have been first
    if not kept:
        tables.metadata.create_all(connection)
        kept = {"version": str(tables.VERSION), "identity": uuid.uuid4().hex, "revision": "0"}
        connection.execute(insert(tables.state), [{"name": name, "value": value} for name, value in kept.items()])
    elif (version := int(kept["version"])) != tables.VERSION:
        if not OLDEST <= version < tables.VERSION:
            age = "a newer" if version >= OLDEST else "too old a"
            raise CatalogueError(
                f"The database was made by {age} version of the bot (tables of version {version}, not "
                f"{tables.VERSION}); export with that version and import here, or choose another with --database."
            )
        from bot.knowledge.migrating import migrate

        migrate(connection, version)
        state = tables.state
        connection.execute(update(state).where(state.c.name == "version").values(value=str(tables.VERSION)))
    return kept
