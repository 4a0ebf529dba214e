"""Films put in by files: imports and the films folder, which change the shared base in one transaction."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from sqlalchemy import Column, ColumnElement, bindparam, delete, select, update

from bot.knowledge import history, tables
from bot.knowledge.changes import Action, Edit, version_of
from bot.knowledge.film import Film, slug
from bot.knowledge.origins import overruled
from bot.knowledge.placing import Outcome, Placing, outcome
from bot.knowledge.writing import Aside, Row, Writing, aside_columns, portions, read_rows

NOTHING: Mapping[str, str] = MappingProxyType({})

_ASIDE = ("aside", "aside_origins")


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
            elif film.learnt:
                learnt[film.row.key] = film.row
        await self._note(Action.IMPORT, list(stood.values()))
        await self._writing.write([row for row, _ in stood.values()])
        await self._update([row for key, row in learnt.items() if key not in stood], "origins", *_ASIDE)
        return [film.outcome for film in placed]

    async def put_files(
        self, films: Sequence[tuple[Film, FileState]], moved: Mapping[str, str] = NOTHING
    ) -> list[Outcome]:
        """Put films that files of the films folder hold; the file's name without its ending is the id.

        Each stands in place of what the catalogue had under that id, which is kept aside, unless the file holds what it
        held when it was last read: then what was edited since stays, and is back when the file is. `moved` says by what
        name, when it was last read, a file went that is another's now.
        """
        c = tables.films.c
        renamed = await self._rename(
            {moved[file.name]: film.id for film, file in films if film.id and file.name in moved}
        )
        rows = {row.id: row for row in await self._shared(c.id.in_([film.id for film, _ in films]))}
        outcomes: list[Outcome] = []
        stood: list[tuple[Row, Film | None]] = []
        marks: list[Row] = []
        back: set[str] = set()
        for film, file in films:
            assert film.id
            holds = version_of(film.model_dump_json(exclude_defaults=True))
            row = rows.get(film.id) or Row(await self._writing.new_key(), film.id, "")
            if (row.file, row.filed) == (file.name, holds):
                outcomes.append(Outcome.UNCHANGED)
                continue
            before = row.film
            if row.filed == holds or film.id in renamed:
                if row.file is None and row.aside:
                    row.swap()
                    back.add(row.id)
            else:
                if row.file is None:
                    row.aside = Aside(before, row.origins) if before else None
                row.origins = overruled(row.origins, before, film)
                row.film, row.slug = film, slug(film.title, film.year)
            row.file, row.filed = file.name, holds
            outcomes.append(outcome(before, row.film))
            if before != row.film:
                stood.append((row, before))
            else:
                marks.append(row)
        await self._note(Action.FILE, stood, back)
        await self._writing.write([row for row, _ in stood])
        await self._update(marks, "file", "filed", "origins", *_ASIDE)
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

    async def _rename(self, moved: Mapping[str, str]) -> set[str]:
        """Give films the ids that their files now say, with their history, wherever nothing is known of that id.

        `moved` gives the new id by the name of the file as it was. What is said are the ids that are taken on.
        """
        if not moved:
            return set()
        c, told, wanted = tables.films.c, tables.history.c.film, list(moved.values())
        known = {*await self._ids(c.id, wanted), *await self._ids(told, wanted)}
        old = {row.id: moved[row.file] for row in await self._shared(c.file.in_(moved)) if row.file}
        new = {before: after for before, after in old.items() if after not in known and after != before}
        rows = await self._connection.run_sync(read_rows, c.id.in_(new))
        for row in rows:
            row.rename(new[row.id])
        await self._writing.write(rows)
        for column in (told, tables.suggestions.c.film):
            for before, after in new.items():
                await self._connection.execute(
                    update(column.table).where(column == before).values({column.name: after})
                )
        return set(new.values())

    async def _ids(self, column: Column[str], wanted: Sequence[str]) -> Iterable[str]:
        return await self._connection.scalars(select(column).where(column.in_(wanted)))

    async def remove_files(self, names: Iterable[str]) -> list[Outcome]:
        """Forget files of the films folder; the films they hold become what others say of them, or go."""
        outcomes: list[Outcome] = []
        for gone in portions(list(names)):
            await self._connection.execute(delete(tables.files).where(tables.files.c.name.in_(gone)))
            rows = await self._shared(tables.films.c.file.in_(gone))
            stood = [(row, row.film) for row in rows]
            for row in rows:
                if row.film:
                    row.swap()
                row.file = None
            await self._note(Action.FILE, stood)
            await self._writing.write(rows)
            outcomes += [outcome(before, row.film) for row, before in stood if before]
        return outcomes

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

    async def _note(self, action: Action, stood: Sequence[tuple[Row, Film | None]], back: Container[str] = ()) -> None:
        """Note in the history what becomes of films that have one; those that are back undo their going."""
        last = await history.numbers(self._connection, 0, [row.id for row, _ in stood])
        at = history.now()
        edits = []
        for row, before in stood:
            if row.id in last and before != row.film:
                n = last[row.id]
                undoes = (
                    n if row.id in back and await history.action(self._connection, 0, row.id, n) is action else None
                )
                edits.append(Edit(row.id, n + 1, at, None, action, before, row.film, undoes=undoes))
        await history.write(self._connection, 0, edits)


def _columns(row: Row) -> dict[str, object]:
    known = {"key": row.key, "file": row.file, "filed": row.filed, "origins": row.origins.stored() or None}
    return {**known, **dict(zip(_ASIDE, aside_columns(row.aside), strict=True))}
