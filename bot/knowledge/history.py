"""The history of films: one entry for every edit, written in the transaction that makes it."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, func, insert, select, tuple_

from bot.knowledge import tables
from bot.knowledge.changes import Action, Edit
from bot.knowledge.film import Film, stored

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

_c = tables.history.c
PAGE = 50
"""Entries read at a time while one that fulfils something is looked for."""


def entries(server: int) -> Select[Any]:
    """The history of a server, newest first."""
    return select(tables.history).where(_c.server == server).order_by(_c.at.desc(), _c.film, _c.n.desc())


def entries_of(server: int, film_id: str) -> Select[Any]:
    """The history of a film, newest first."""
    return select(tables.history).where(_c.server == server, _c.film == film_id).order_by(_c.n.desc())


def latest(server: int) -> Select[Any]:
    """The last edit of every film of a server, newest first."""
    last = select(_c.film, func.max(_c.n)).where(_c.server == server).group_by(_c.film)
    return entries(server).where(tuple_(_c.film, _c.n).in_(last))


def edit_of(row: Any) -> Edit:
    """The edit a row of the table tells."""
    return Edit(
        row.film,
        row.n,
        datetime.fromisoformat(row.at),
        row.by,
        Action(row.action),
        stored(row.before).identified(row.film) if row.before else None,
        stored(row.after).identified(row.film) if row.after else None,
        row.before_shared,
        row.after_shared,
        row.undoes,
    )


async def numbers(connection: "AsyncConnection", server: int, ids: Sequence[str]) -> dict[str, int]:
    """The n of the last edit of films, for those that have a history."""
    wanted = select(_c.film, func.max(_c.n)).where(_c.server == server, _c.film.in_(ids)).group_by(_c.film)
    return dict((await connection.execute(wanted)).all())


async def action(connection: "AsyncConnection", server: int, film_id: str, n: int) -> Action:
    """What an edit did."""
    wanted = select(_c.action).where(_c.server == server, _c.film == film_id, _c.n == n)
    return Action((await connection.execute(wanted)).scalar_one())


async def write(connection: "AsyncConnection", server: int, edits: Iterable[Edit]) -> None:
    rows = [
        {
            "server": server,
            "film": edit.film_id,
            "n": edit.n,
            "at": edit.at.isoformat(timespec="microseconds"),
            "by": edit.by,
            "action": edit.action.value,
            "before": _document(edit.before),
            "after": _document(edit.after),
            "before_shared": edit.before_shared,
            "after_shared": edit.after_shared,
            "undoes": edit.undoes,
        }
        for edit in edits
    ]
    if rows:
        await connection.execute(insert(tables.history), rows)


async def undoable(connection: "AsyncConnection", server: int, film_id: str) -> Edit | None:
    """The last edit of a film that has not been undone and is no undoing of another.

    An undoing that was itself undone undoes nothing.
    """
    undone: set[int] = set()
    wanted = entries_of(server, film_id).limit(PAGE)
    page = (await connection.execute(wanted)).all()
    while page:
        for row in page:
            if row.n in undone:
                continue
            if row.undoes is None:
                return edit_of(row)
            undone.add(row.undoes)
        page = (await connection.execute(wanted.where(_c.n < page[-1].n))).all()
    return None


async def standing_since(connection: "AsyncConnection", server: int, film_id: str, n: int) -> list[Edit]:
    """The edits of a film after number n whose effect still stands: not those undone since, nor their undoings."""
    undone: set[int] = set()
    stand = []
    for row in await connection.execute(entries_of(server, film_id).where(_c.n > n)):
        if row.n in undone:
            continue
        if row.undoes is not None and row.undoes > n:
            undone.add(row.undoes)
        else:
            stand.append(edit_of(row))
    return stand


def now() -> datetime:
    return datetime.now(UTC)


def _document(film: Film | None) -> str | None:
    return film.model_dump_json(exclude_defaults=True) if film else None
