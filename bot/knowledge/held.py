"""What a server holds under an id: the shared film, its own entry over it, or neither."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection

from bot.knowledge import tables
from bot.knowledge.changes import Standing, version_of
from bot.knowledge.film import Film, slug
from bot.knowledge.origins import MODERATORS, changed
from bot.knowledge.writing import Row, Writing, portions, read_rows


@dataclass(slots=True)
class Held:
    """The rows of an id: the shared one and that of the server (0: none but the shared one counts)."""

    id: str
    server: int
    shared: Row | None = None
    own: Row | None = None

    @property
    def row(self) -> Row | None:
        """The row that is seen, if any."""
        if self.own and (self.own.stands or self.own.hides):
            return self.own
        return self.shared

    @property
    def film(self) -> Film | None:
        return self.row.film if self.row else None

    @property
    def left(self) -> Film | None:
        """The film that is gone with its file of the films folder."""
        gone = self.shared and not self.server and not self.film
        return self.shared.aside.film if gone and self.shared and self.shared.aside else None

    @property
    def is_shared(self) -> bool:
        """Whether a server sees the shared film here, or nothing of its own."""
        return self.server != 0 and self.row is self.shared

    @property
    def standing(self) -> Standing:
        row = self.row
        if not row or not row.film or not row.document:
            return Standing(self.id)
        return Standing(self.id, row.film, version_of(row.document), row is self.own, row.file)

    async def settle(self, writing: Writing, film: Film | None) -> Row:
        """The row to be written so that this film, or none, stands here.

        A server that is to see what the shared base has anyway keeps no entry of its own.
        """
        row = self.own if self.server else self.shared
        if row is None:
            row = Row(await writing.new_key(self.server), self.id, "", server=self.server)
        if film:
            stood = self.row or row
            row.origins = changed(stood.origins, self.film, film, MODERATORS)
        if not self.server:
            if film is None:
                row.aside = None  # a film is removed for good, whatever its file does
            elif row.aside and self.film:
                row.aside = row.aside.edited(self.film, film, MODERATORS)
            self.shared, row.film = row, film
        else:
            shared = self.shared.film if self.shared else None
            row.film, row.hides = (None if film == shared else film), film is None and shared is not None
            self.own = row
        if film:
            row.slug = slug(film.title, film.year)
        return row


def held(connection: Connection, server: int, ids: Sequence[str]) -> dict[str, Held]:
    """What a server holds under each id."""
    c = tables.films.c
    found = {film_id: Held(film_id, server) for film_id in ids}
    for some in portions(list(found)):
        for row in read_rows(connection, c.id.in_(some) & c.server.in_({0, server})):
            if row.server:
                found[row.id].own = row
            else:
                found[row.id].shared = row
    return found


def seen(connection: Connection, server: int, where: ColumnElement[bool]) -> list[Row]:
    """The films that a server sees and that fulfil a condition, as rows of no file."""
    found = read_rows(connection, where & tables.films.c.server.in_({0, server}))
    rows = [place.row for place in held(connection, server, [row.id for row in found]).values()]
    return [Row(row.key, row.id, row.slug, document=row.document) for row in rows if row]
