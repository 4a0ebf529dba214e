"""Commands for those who keep entries right: their files, and the films of the catalogue."""

import json
import os
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.app import Titles, app, carry_out, catalogue_of, fail, settings_of, tell
from bot.errors import BotError
from bot.settings import Settings, shipped_films


@app.command(epilog="Example: filmbot check films/")
def check(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH…]", help="files or folders; by default the shipped films")
    ] = None,
    schema: Annotated[bool, typer.Option("--schema", help="print the JSON Schema of a film, for editors")] = False,
    conflicts: Annotated[
        bool, typer.Option("--conflicts", help="list the facts that sources give differently, instead of files")
    ] = False,
) -> None:
    """Check entries: every problem with file, line and field; exit status 1 when there is one besides warnings."""
    if conflicts:
        carry_out(_tell_conflicts(settings_of(context)))
        return
    if schema:
        from bot.sources.schema import schema as film_schema

        typer.echo(json.dumps(film_schema(), indent=2, ensure_ascii=False))
        return
    from bot.sources.check import check as check_files

    problems = check_files(paths or [shipped_films()])
    for problem in problems:
        typer.echo(str(problem))
    if any(not problem.doubt for problem in problems):
        raise typer.Exit(1)


async def _tell_conflicts(settings: Settings) -> None:
    """Every fact that sources give differently, what stands first; exit status 1 when there is one."""
    any_told = False
    async with catalogue_of(settings) as catalogue:
        async for film, origins in catalogue.conflicts():
            for line in origins.conflicts(film):
                typer.echo(f"{film.id}: {line}")
                any_told = True
    if any_told:
        raise typer.Exit(1)


@app.command(epilog="Example: EDITOR=nano filmbot edit the sessions")
def edit(context: typer.Context, film: Titles) -> None:
    """Edit a film in your editor: what is wrong is told, what changes is shown before it is saved."""

    async def change() -> None:
        from bot.terminal.editing import edit as edit_film

        async with catalogue_of(settings) as catalogue:
            await edit_film(catalogue, " ".join(film), os.environ)

    settings = settings_of(context)
    carry_out(change())


@app.command(epilog="Example: filmbot history the sessions")
def history(context: typer.Context, film: Titles) -> None:
    """Show every edit of a film, the newest first: when, by whom, and what changed."""

    async def tell() -> None:
        from bot.terminal.past import history as tell_history

        async with catalogue_of(settings) as catalogue:
            await tell_history(catalogue, " ".join(film))

    settings = settings_of(context)
    carry_out(tell())


@app.command(epilog="Example: filmbot undo the sessions --to 2")
def undo(
    context: typer.Context,
    film: Titles,
    to: Annotated[
        int | None, typer.Option(metavar="N", min=0, help="go back to edit N of the history; 0: before the first")
    ] = None,
) -> None:
    """Undo the last edit of a film, or go back to an earlier version; that can be undone too."""

    async def take_back() -> None:
        from bot.terminal.past import undo as undo_edit

        async with catalogue_of(settings) as catalogue:
            await undo_edit(catalogue, " ".join(film), to)

    settings = settings_of(context)
    carry_out(take_back())


@app.command(epilog='Example: filmbot new "The Sessions" 2012')
def new(
    title: Annotated[str, typer.Argument(metavar="TITLE", help="the English title if the film has one")],
    year: Annotated[int, typer.Argument(metavar="YEAR", min=1870, max=2100, help="of the first public showing")],
    folder: Annotated[
        Path | None, typer.Option("--in", metavar="DIR", help="folder of entries; by default the shipped one")
    ] = None,
) -> None:
    """Write the file of a new entry, to be filled in; filmbot check says what is missing."""
    from bot.sources.skeleton import new_entry

    try:
        typer.echo(str(new_entry(folder or shipped_films(), title, year)))
    except BotError as error:
        fail(error)


@app.command("format", epilog="Example: filmbot format films/")
def format_(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH…]", help="files or folders; by default the shipped films")
    ] = None,
    check_only: Annotated[bool, typer.Option("--check", help="say what would change, and change nothing")] = False,
) -> None:
    """Put the fields of entries into order and quote alike, comments kept; exit status 1 for one that cannot be."""
    from bot.sources.formatting import entries, format_entry

    failed, changed = False, 0
    try:
        for path in entries(paths or [shipped_films()]):
            done = format_entry(path, write=not check_only)
            if isinstance(done, tuple):
                tell(done)
                failed = True
            elif done:
                changed += 1
                typer.echo(f"{path}: {'is not in form' if check_only else 'brought into form'}")
    except BotError as error:
        fail(error)
    if failed or (check_only and changed):
        raise typer.Exit(1)
