"""The application, and what its commands share: settings, the open catalogue, progress and errors."""

import asyncio
import gc
import os
import sys
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from bot.errors import BotError, SettingsError
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.knowledge.catalogue import Catalogue
    from bot.sources.problem import Problem

app = typer.Typer(
    name="filmbot",
    help="Exact answers to film questions, in the terminal and on Discord.",
    epilog="Example: filmbot ask how long is The Sessions?",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback()
def common(
    context: typer.Context,
    database: Annotated[
        str | None, typer.Option(metavar="URL", help="SQLite file, sqlite:///FILE or postgresql://… [FILMBOT_DATABASE]")
    ] = None,
    films: Annotated[
        str | None, typer.Option(metavar="DIR", help="folder of film entries synced at start, or none [FILMBOT_FILMS]")
    ] = None,
) -> None:
    """Exact answers to film questions, in the terminal and on Discord."""
    values: dict[str, str | None] = dict(os.environ)
    if Path(".env").is_file():
        from dotenv import dotenv_values

        try:
            values = dotenv_values(".env", encoding="utf-8") | values
        except UnicodeDecodeError:
            fail(SettingsError("The file .env is not in UTF-8; save it so."))
    given = {"FILMBOT_DATABASE": database, "FILMBOT_FILMS": films}
    context.obj = values | {name: value for name, value in given.items() if value is not None}


Titles = Annotated[list[str], typer.Argument(metavar="FILM…", help="a title as typed, or the film's id")]


def settings_of(context: typer.Context) -> Settings:
    """The settings of this call; what is wrong with them is told, and the program ends with status 1."""
    try:
        return Settings.read(context.obj)
    except BotError as error:
        fail(error)


def carry_out(work: Coroutine[Any, Any, None]) -> None:
    """Run a command to its end; what its user can mend is told in a sentence."""
    try:
        asyncio.run(work)
    except BotError as error:
        fail(error)
    except KeyboardInterrupt:
        raise typer.Exit(130) from None


def fail(error: BotError) -> NoReturn:
    """Tell what went wrong and end with status 1."""
    typer.echo(f"filmbot: {error}", err=True)
    raise typer.Exit(1)


def tell(problems: "Iterable[Problem]") -> None:
    """Tell problems on standard error, a line each."""
    for problem in problems:
        typer.echo(str(problem), err=True)


@contextmanager
def progress_of(name: str) -> Iterator[Callable[[int, int], None]]:
    """A bar for how much of a file has been read, on a terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task(name, total=None)
        yield lambda read, size: bar.update(task, completed=read, total=size)


@asynccontextmanager
async def catalogue_of(
    settings: Settings, *, watched: bool = False, filled: bool = False
) -> "AsyncIterator[Catalogue]":
    """The catalogue, in step with the folder of films; what is wrong in the folder is told on standard error.

    `watched`: it keeps step with the folder for as long as it is open. `filled`: films are to be put into it; otherwise
    a database that is named and not there, which may be a slip of the pen, is made but told.
    """
    from bot.knowledge.catalogue import open_catalogue
    from bot.knowledge.database import missing_file

    new = missing_file(settings.database) if settings.named and not filled else None
    async with open_catalogue(settings.database, home=settings.home) as catalogue:
        if settings.films:
            from bot.sources.folder import sync

            tell((await sync(settings.films, catalogue.edits)).problems)
        if new:
            typer.echo(f"filmbot: There was no database {new}; a new one has been made.", err=True)
        gc.freeze()  # what is loaded by now stays
        gc.enable()
        if not (watched and settings.films):
            yield catalogue
            return
        from bot.sources.watching import watch

        watching = asyncio.create_task(watch(settings.films, catalogue.edits))
        try:
            yield catalogue
        finally:
            watching.cancel()
            with suppress(asyncio.CancelledError):
                await watching
