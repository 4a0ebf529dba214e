"""What is kept of Discord servers besides films: their settings, and when the bot left them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, delete, exists, func, select, update

from bot.knowledge import history, tables
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.server_settings import ServerSettings
from bot.knowledge.view import block_keys, view_of
from bot.knowledge.writing import DRAWN

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

KEPT_FOR = timedelta(days=30)
"""How long the data of a server stays once the bot has left it."""

_c = tables.servers.c


@dataclass(frozen=True, slots=True)
class Holdings:
    """How much is kept of a server."""

    films: int
    """Entries of its own."""
    edits: int
    suggestions: int


class Servers:
    """The servers of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._library = catalogue.library
        self._edits = catalogue.edits
        self._read: dict[int, ServerSettings] = {}
        self._revision = -1

    async def settings(self, server: int) -> ServerSettings:
        """The settings of a server, as they are when it has settled nothing; kept in memory until something changes."""
        revision = await self._library.revision()
        if revision != self._revision:
            self._read, self._revision = {}, revision
        read = self._read
        if server not in read:
            document = await self._library.database.scalar(select(_c.settings).where(_c.server == server))
            read[server] = ServerSettings.model_validate_json(document or "{}")
        return read[server]

    async def save(self, server: int, settings: ServerSettings) -> None:
        """Keep the settings of a server."""
        await self.settle(server, **dict(settings))

    async def settle(self, server: int, **fields: Any) -> ServerSettings:
        """Change these settings of a server and no other, whoever changes them meanwhile; the settings then."""
        async with self._edits.transaction() as writing:
            await writing.block(server)
            here = _c.server == server
            document = await writing.connection.scalar(select(_c.settings).where(here))
            settings = ServerSettings.model_validate_json(document or "{}").model_copy(update=fields)
            document = settings.model_dump_json(exclude_defaults=True)
            await writing.connection.execute(update(tables.servers).where(here).values(settings=document))
            writing.wrote = True
        return settings

    async def kept(self, server: int) -> Holdings:
        """How much is kept of a server."""

        def read(connection: Connection) -> Holdings:
            edits, suggestions = (
                connection.scalar(select(func.count()).where(table.c.server == server)) or 0
                for table in (tables.history, tables.suggestions)
            )
            return Holdings(len(view_of(connection, server).own), edits, suggestions)

        return await self._library.database.read(read)

    async def left(self, server: int, at: datetime | None = None) -> None:
        """Note that the bot has left a server: its data goes 30 days later."""
        await self._set(server, (at or history.now()).isoformat())

    async def back(self, server: int) -> None:
        """Note that the bot is on a server again: its data stays."""
        await self._set(server, None)

    async def there(self, servers: set[int], at: datetime | None = None) -> None:
        """Note which servers the bot is on now: others with data here were left, unless that is known."""
        known = await self._library.database.rows(select(_c.server, _c.left_at))
        for server, left_at in known:
            if server in servers and left_at is not None:
                await self.back(server)
            elif server not in servers and left_at is None:
                await self.left(server, at)

    async def sweep(self, at: datetime | None = None) -> tuple[int, ...]:
        """Delete the data of servers that were left 30 days ago; which ones that were."""
        limit = ((at or history.now()) - KEPT_FOR).isoformat()
        gone = await self._library.database.column(select(_c.server).where(_c.left_at <= limit).order_by(_c.server))
        for server in gone:
            await self.forget(server)
        return tuple(gone)

    async def forget(self, server: int) -> None:
        """Delete at once all that is kept of a server: its films, their history, suggestions and settings."""
        async with self._edits.transaction() as writing:
            await _forget(writing.connection, server)
            writing.wrote = True

    async def _set(self, server: int, left_at: str | None) -> None:
        async with self._library.database.writing() as connection:
            await connection.execute(update(tables.servers).where(_c.server == server).values(left_at=left_at))


async def _forget(connection: "AsyncConnection", server: int) -> None:
    block = await connection.scalar(select(_c.block).where(_c.server == server))
    if block is not None:
        keys = block_keys(block)
        for table in DRAWN:
            await connection.execute(delete(table).where(table.c.film.between(*keys)))
        await connection.execute(delete(tables.films).where(tables.films.c.key.between(*keys)))
    for table in (tables.history, tables.suggestions, tables.servers):
        await connection.execute(delete(table).where(table.c.server == server))
    credited = exists().where(tables.credits.c.person == tables.people.c.key)
    await connection.execute(delete(tables.people).where(~credited))
    used = (tables.facets.c.kind == tables.words.c.kind) & (tables.facets.c.value == tables.words.c.value)
    await connection.execute(delete(tables.words).where(~exists().where(used)))
