"""Films put in by files: imports and the films folder, which change the shared base in one transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, bindparam, delete, update

from bot.knowledge import history, tables
from bot.knowledge.changes import Action, Edit, version_of
from bot.knowledge.film import Film, slug
from bot.knowledge.origins import overruled
from bot.knowledge.placing import Outcome, Placing, outcome
from bot.knowledge.writing import Row, Writing, portions, read_rows


@dataclass(frozen=True, slots=True)
class FileState:
    """A file of the films folder as it was last read; `problem` is empty when it was good."""

    name: str
    size: int
    mtime_ns: int
    digest: str
    problem: str = ""


class Batch:
    """Changes of one transaction. Of films that somebody has edited, what files change is noted in the history."""

    def __init__(self, writing: Writing, put: set[str] | None = None) -> None:
        self._writing = writing
        self._connection = writing.connection
        self._placing = Placing(self._shared, writing.new_key, put)

    async def put(self, films: Sequence[Film], source: str = "") -> list[Outcome]:
        """Add films of a source, or bring those that are there up to date, as `Placing.place` says."""
        placed = await self._placing.place(films, source)
        stood: dict[int, tuple[Row, Film | None]] = {}
        learnt: dict[int, Row] = {}
        for film in placed:
            if film.outcome is not Outcome.UNCHANGED:
                stood.setdefault(film.row.key, (film.row, film.before))
            elif film.origins_before != film.row.origins:
                learnt[film.row.key] = film.row
        await self._note(Action.IMPORT, list(stood.values()))
        await self._writing.write([row for row, _ in stood.values()])
        await self._update([row for key, row in learnt.items() if key not in stood], "origins")
        return [film.outcome for film in placed]

    async def put_files(self, films: Sequence[tuple[Film, FileState]]) -> list[Outcome]:
        """Put films that files of the films folder hold; the file's name without its ending is the id.

        Each replaces whatever the catalogue had under that id, unless the file holds what it held when it was last
        read: then what was edited since stays.
        """
        c = tables.films.c
        rows = {row.id: row for row in await self._shared(c.id.in_([film.id for film, _ in films]))}
        outcomes: list[Outcome] = []
        stood: list[tuple[Row, Film | None]] = []
        marks: list[Row] = []
        for film, file in films:
            assert film.id
            holds = version_of(film.model_dump_json(exclude_defaults=True))
            row = rows.get(film.id) or Row(await self._writing.new_key(), film.id, "")
            if (row.file, row.filed) == (file.name, holds):
                outcomes.append(Outcome.UNCHANGED)
                continue
            before = row.film
            row.origins = overruled(row.origins, before, film)
            row.film, row.file, row.filed, row.slug = film, file.name, holds, slug(film.title, film.year)
            outcomes.append(outcome(before, film))
            if before != film:
                stood.append((row, before))
            else:
                marks.append(row)
        await self._note(Action.FILE, stood)
        await self._writing.write([row for row, _ in stood])
        await self._update(marks, "file", "filed", "origins")
        await self.note_files([file for _, file in films])
        return outcomes

    async def note_files(self, files: Sequence[FileState]) -> None:
        """Remember files as they were read, without touching the films they hold."""
        await self._writing.replace(
            tables.files,
            tables.files.c.name.in_([file.name for file in files]),
            [(file.name, file.size, str(file.mtime_ns), file.digest, file.problem) for file in files],
        )

    async def note_import(self, supply: str, films: int) -> None:
        """Remember how many films of a supply are in, so that an import goes on there; 0 once it is at its end."""
        name = f"import {supply}"
        await self._writing.replace(tables.state, tables.state.c.name == name, [(name, str(films))] if films else ())

    async def remove_files(self, names: Iterable[str]) -> int:
        """Forget files of the films folder and take out the films they hold; how many films that were."""
        count = 0
        for gone in portions(list(names)):
            await self._connection.execute(delete(tables.files).where(tables.files.c.name.in_(gone)))
            rows = await self._shared(tables.films.c.file.in_(gone))
            stood = [(row, row.film) for row in rows]
            for row in rows:
                row.film = row.file = row.filed = None
            await self._note(Action.FILE, stood)
            await self._writing.write(rows)
            count += sum(before is not None for _, before in stood)
        return count

    async def _update(self, rows: Sequence[Row], *columns: str) -> None:
        """Store what is known of films beside what they say."""
        if rows:
            c = tables.films.c
            values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in columns}
            stored = [_columns(row) for row in rows]
            await self._connection.execute(
                update(tables.films).where(c.key == bindparam("new_key")).values(values),
                [{f"new_{name}": one[name] for name in ("key", *columns)} for one in stored],
            )

    async def _shared(self, where: ColumnElement[bool]) -> list[Row]:
        return await self._connection.run_sync(read_rows, where & (tables.films.c.server == 0))

    async def _note(self, action: Action, stood: Sequence[tuple[Row, Film | None]]) -> None:
        """Note in the history what becomes of films that have one."""
        last = await history.numbers(self._connection, 0, [row.id for row, _ in stood])
        at = history.now()
        edits = [
            Edit(row.id, last[row.id] + 1, at, None, action, before, row.film)
            for row, before in stood
            if row.id in last and before != row.film
        ]
        await history.write(self._connection, 0, edits)


def _columns(row: Row) -> dict[str, object]:
    return {"key": row.key, "file": row.file, "filed": row.filed, "origins": row.origins.stored() or None}
