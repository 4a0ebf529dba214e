"""Short reads of an SQLite file in the thread that asks: handing one to another thread costs ten times what it does."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Executable, TextClause, create_engine
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

STEPS, MOST = 10_000, 10
"""Steps of SQLite's machine between two looks at how long a statement takes, and how many looks are short."""


class Glance:
    """A connection that neither waits for others nor reads for long."""

    def __init__(self, url: URL) -> None:
        self._engine = create_engine(
            url.set(drivername="sqlite"), connect_args={"timeout": 0}, isolation_level="AUTOCOMMIT"
        )
        self._connection: Connection | None = None
        self._driver: Any = None
        self._looks = 0

    def _opened(self) -> Connection:
        if self._connection is None:
            self._connection = self._engine.connect()
            self._driver = self._connection.connection.dbapi_connection
            self._driver.execute("PRAGMA temp_store=MEMORY")
            self._driver.set_progress_handler(self._takes_long, STEPS)
        return self._connection

    def _takes_long(self) -> bool:
        self._looks += 1
        return self._looks > MOST

    def rows(self, statement: Executable, values: dict[str, Any] | None = None) -> Sequence[Any] | None:
        """The rows of one statement; None where it takes long, has to wait, or fails.

        A text goes to the driver as it is, so that reading it costs half as much; its rows are mere tuples.
        """
        self._looks = 0
        try:
            connection = self._opened()
            if isinstance(statement, TextClause):
                rows: Sequence[Any] = self._driver.execute(statement.text, values or {}).fetchall()
                return rows
            return connection.execute(statement, values).all()
        except (DBAPIError, sqlite3.Error):
            return None

    def close(self) -> None:
        """Let go of the file."""
        if self._connection:
            self._connection.close()
        self._engine.dispose()
