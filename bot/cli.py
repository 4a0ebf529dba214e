"""The command line: the one place where everything is put together."""

import asyncio
import gc
import json
import logging
import os
import sys
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from bot.errors import BotError, SettingsError
from bot.settings import Settings, shipped_films

if TYPE_CHECKING:
    from bot.knowledge.catalogue import Catalogue, FoundFilms
    from bot.questions.answer import Answer
    from bot.sources.problem import Problem

# What a command needs is imported when it runs: `filmbot ask` must not wait for Discord, nor `--help` for the database.

app = typer.Typer(
    name="filmbot",
    help="Exact answers to film questions, in the terminal and on Discord.",
    epilog="Example: filmbot ask how long is The Sessions?",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def main() -> None:
    """Run the command line: exit status 0 done, 1 it failed, 2 it was called wrongly."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except BrokenPipeError:  # who read our output has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


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

        values = dotenv_values(".env") | values
    given = {"FILMBOT_DATABASE": database, "FILMBOT_FILMS": films}
    context.obj = values | {name: value for name, value in given.items() if value is not None}


@app.command(epilog="Example: filmbot chat")
def chat(context: typer.Context) -> None:
    """Talk to the bot in the terminal: the same commands and questions as on Discord."""

    async def talk() -> None:
        from bot.terminal.chat import run as talk_in_terminal

        async with _catalogue(settings, watched=True) as catalogue:
            await talk_in_terminal(catalogue, settings.data / "history")

    settings = _settings(context)
    _run(talk())


@app.command(epilog="Example: DISCORD_TOKEN=… filmbot run")
def run(context: typer.Context) -> None:
    """Connect to Discord and answer there, until stopped."""

    async def serve() -> None:
        if not settings.token:
            raise SettingsError(
                "Discord needs a token: make a bot in its developer portal, write DISCORD_TOKEN=… into .env."
            )
        from bot.chat.running import run as run_on_discord

        async with _catalogue(settings, watched=True) as catalogue:
            await catalogue.warm()
            await run_on_discord(catalogue, settings.token, settings.data, inline=settings.inline)

    settings = _settings(context)
    logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    _run(serve())


@app.command(epilog='Example: filmbot ask "who is in The Sessions?"')
def ask(
    context: typer.Context,
    question: Annotated[list[str], typer.Argument(metavar="QUESTION…", help="a question; - reads one a line")],
    as_json: Annotated[bool, typer.Option("--json", help="print the answer as JSON")] = False,
    conversation: Annotated[
        bool, typer.Option("--conversation", help="take the lines as one conversation: who directed it?")
    ] = False,
) -> None:
    """Answer a question and exit."""

    async def reply() -> None:
        from bot.questions.ask import ask
        from bot.questions.context import Context

        talk = Context() if conversation else None
        async with _catalogue(settings) as catalogue:
            for text in _lines(question):
                answer = await ask(text, catalogue, talk)
                print(_answer_json(text, answer) if as_json else answer.text, flush=True)

    settings = _settings(context)
    _run(reply())


@app.command(epilog="Example: filmbot find --limit 3 the sesions")
def find(
    context: typer.Context,
    title: Annotated[list[str], typer.Argument(metavar="TITLE…", help="a title as typed; - reads one a line")],
    as_json: Annotated[bool, typer.Option("--json", help="print the matches as JSON")] = False,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="most matches")] = 5,
) -> None:
    """Show the films a title may mean, best first."""

    async def search() -> None:
        async with _catalogue(settings) as catalogue:
            for text in _lines(title):
                found = await catalogue.find(text, limit)
                print(_found_json(text, found) if as_json else _found_text(found), flush=True)

    settings = _settings(context)
    _run(search())


WHENCE = """
Files may be gzipped; what is in one is told by its content.

\b
  .yaml, .jsonl          what filmbot export writes, in the fields of filmbot check --schema
  title.*, name.*.tsv.gz IMDb's daily tables, from datasets.imdbws.com: give them together or
                         their folder; films for cinemas and television are taken
  .json, .jsonl          TMDB's films, as filmbot fetch tmdb gets them or api.themoviedb.org
                         gives them: one, a list, one a line, or a folder
  .json, .json.gz        Wikidata's entities, from dumps.wikimedia.org or a part of them; people
                         and countries have names when their entities are in the file too
  .wiki, .txt            Wikipedia's wikitext of articles on films, from their Edit tab
  .txt, .md, .html       a page of prose about one film, as film blogs have them: its title, then
                         lines such as Director: Ben Lewin; its paragraphs are not taken
  movies.csv             MovieLens, from grouplens.org
  .csv                   lists exported by IMDb (Export on a list's page) and Letterboxd
                         (Settings, Data), or any with a header: --map title=Name

Up to 20,000 films are put in whole or not at all. More are put in by so many at a time; when
that is interrupted, the same command goes on where it stopped.
"""


class Site(StrEnum):
    """Whom films can be fetched from."""

    TMDB = "tmdb"


@app.command(
    "import",
    epilog="Example: filmbot import films.jsonl.gz more.yaml",
    help=f"Add films from files; what cannot be read is told by file and line.\n{WHENCE}",
)
def import_(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="files or folders")],
    columns: Annotated[
        list[str] | None, typer.Option("--map", metavar="FIELD=COLUMN", help="which column of a CSV file is a field")
    ] = None,
    adult: Annotated[bool, typer.Option("--adult", help="take films marked as pornographic too")] = False,
    min_votes: Annotated[
        int, typer.Option(min=0, help="pass over films with fewer votes, where the source counts them")
    ] = 0,
) -> None:
    """Add films from files, told by content."""

    async def take_in() -> None:
        from bot.sources.importing import import_supply
        from bot.sources.selection import Selection
        from bot.sources.supplies import opened

        selection = Selection(_columns(columns or []), adult, min_votes)
        with opened(files) as supplies:
            async with _catalogue(settings) as catalogue:
                for supply in supplies:
                    try:
                        with _progress(supply.name) as progress:
                            report = await import_supply(supply, catalogue.edits, progress, selection)
                    except asyncio.CancelledError:
                        typer.echo(f"{supply.name}: stopped; the same command goes on from what was put in.", err=True)
                        raise
                    _tell(report.problems)
                    typer.echo(f"{supply.name}: {report}.")

    settings = _settings(context)
    _run(take_in())


@app.command(epilog='Example: filmbot fetch tmdb 113947 --title "Dune (1984)"')
def fetch(
    context: typer.Context,
    site: Annotated[Site, typer.Argument(metavar="tmdb", help="whom to ask: tmdb")],
    ids: Annotated[list[str] | None, typer.Argument(metavar="[ID…]", help="TMDB's numbers or IMDb's ids")] = None,
    titles: Annotated[
        list[str] | None, typer.Option("--title", metavar="TITLE", help="a film by title; Dune (1984) with its year")
    ] = None,
    to: Annotated[Path | None, typer.Option(metavar="FILE", help="write them to a file, to be imported later")] = None,
) -> None:
    """Add films from TMDB by number, IMDb's id or title; TMDB_API_KEY must be set."""

    async def get() -> None:
        from bot.sources.fetching import fetched
        from bot.sources.importing import import_text
        from bot.sources.selection import Selection
        from bot.sources.text import Text
        from bot.sources.tmdb_client import tmdb

        lines, failed = [], False
        async with tmdb(settings.tmdb_key, settings.tmdb_url) as asked:
            with _progress("TMDB") as progress:
                async for found in fetched(asked, ids or [], titles or []):
                    if isinstance(found, str):
                        lines.append(f"{found}\n")
                    else:
                        _tell([found])
                    failed = failed or not isinstance(found, str)
                    progress(len(lines), len(ids or []) + len(titles or []))
        if to:
            with to.open("a", encoding="utf-8") as file:
                file.writelines(lines)
            typer.echo(f"{len(lines):,} films written to {to}.")
        elif lines:
            with Text.of("tmdb.jsonl", "".join(lines).encode()) as text:
                async with _catalogue(settings) as catalogue:
                    report = await import_text(text, catalogue.edits, selection=Selection(adult=True))
            _tell(report.problems)
            typer.echo(f"TMDB: {report}.")
        if failed:
            raise typer.Exit(1)

    settings = _settings(context)
    if not (ids or titles):
        raise typer.BadParameter("name at least one ID or --title", context)
    _run(get())


@app.command(epilog="Example: filmbot show --sources the sessions")
def show(
    context: typer.Context,
    title: Annotated[list[str], typer.Argument(metavar="FILM…", help="a title as typed, or a film's id")],
    sources: Annotated[bool, typer.Option("--sources", help="tell for every field where it comes from")] = False,
) -> None:
    """Print the whole entry of a film as YAML."""

    async def print_entry() -> None:
        from bot.sources.yaml_writer import yaml_document

        text = " ".join(title)
        async with _catalogue(settings) as catalogue:
            found = await catalogue.find(text)
            film = await catalogue.film(found.films[0].id) if found.fits == 1 else None
            if film is None:
                typer.echo(_found_text(found), err=True)
                raise typer.Exit(1)
            typer.echo(yaml_document(film), nl=False)
            if sources and (origins := await catalogue.origins(film.id or "")):
                for line in origins.by_field(film):
                    typer.echo(f"# {line}")

    settings = _settings(context)
    _run(print_entry())


@app.command(epilog="Example: filmbot export films.jsonl.gz")
def export(
    context: typer.Context,
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help=".jsonl, .jsonl.gz or .yaml; by default standard output")
    ] = None,
) -> None:
    """Write every film, without loss, as JSON Lines or YAML."""

    async def write_out() -> None:
        from bot.sources.exporting import export, export_file

        async with _catalogue(settings) as catalogue:
            if file is None:
                await export(sys.stdout.buffer, catalogue.all())
            else:
                typer.echo(f"{await export_file(file, catalogue.all()):,} films written to {file}.")

    settings = _settings(context)
    _run(write_out())


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
        _run(_tell_conflicts(_settings(context)))
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


Titles = Annotated[list[str], typer.Argument(metavar="FILM…", help="a title as typed, or the film's id")]


@app.command(epilog="Example: EDITOR=nano filmbot edit the sessions")
def edit(context: typer.Context, film: Titles) -> None:
    """Edit a film in your editor: what is wrong is told, what changes is shown before it is saved."""

    async def change() -> None:
        from bot.terminal.editing import edit as edit_film

        async with _catalogue(settings) as catalogue:
            await edit_film(catalogue, " ".join(film), os.environ)

    settings = _settings(context)
    _run(change())


@app.command(epilog="Example: filmbot history the sessions")
def history(context: typer.Context, film: Titles) -> None:
    """Show every edit of a film, the newest first: when, by whom, and what changed."""

    async def tell() -> None:
        from bot.terminal.past import history as tell_history

        async with _catalogue(settings) as catalogue:
            await tell_history(catalogue, " ".join(film))

    settings = _settings(context)
    _run(tell())


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

        async with _catalogue(settings) as catalogue:
            await undo_edit(catalogue, " ".join(film), to)

    settings = _settings(context)
    _run(take_back())


def _columns(given: list[str]) -> dict[str, str]:
    """Our field by the name of the column, of `title=Name` and the like."""
    pairs = [text.partition("=") for text in given]
    if wrong := next((text for text, (_, _, column) in zip(given, pairs, strict=True) if not column), None):
        raise SettingsError(f"--map {wrong} names no column; write --map title=Name.")
    return {column.strip(): field.strip() for field, _, column in pairs}


async def _tell_conflicts(settings: Settings) -> None:
    """Every fact that sources give differently, what stands first; exit status 1 when there is one."""
    any_told = False
    async with _catalogue(settings) as catalogue:
        async for film, origins in catalogue.conflicts():
            for line in origins.conflicts(film):
                typer.echo(f"{film.id}: {line}")
                any_told = True
    if any_told:
        raise typer.Exit(1)


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
        _fail(error)


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
                _tell(done)
                failed = True
            elif done:
                changed += 1
                typer.echo(f"{path}: {'is not in form' if check_only else 'brought into form'}")
    except BotError as error:
        _fail(error)
    if failed or (check_only and changed):
        raise typer.Exit(1)


@contextmanager
def _progress(name: str) -> Iterator[Callable[[int, int], None]]:
    """A bar for how much of a file has been read, on a terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task(name, total=None)
        yield lambda read, size: bar.update(task, completed=read, total=size)


@asynccontextmanager
async def _catalogue(settings: Settings, *, watched: bool = False) -> "AsyncIterator[Catalogue]":
    """The catalogue, in step with the folder of films; what is wrong in the folder is told on standard error.

    `watched`: it keeps step with the folder for as long as it is open.
    """
    from bot.knowledge.catalogue import open_catalogue

    async with open_catalogue(settings.database, home=settings.home) as catalogue:
        if settings.films:
            from bot.sources.folder import sync

            _tell((await sync(settings.films, catalogue.edits)).problems)
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


def _tell(problems: "Iterable[Problem]") -> None:
    for problem in problems:
        typer.echo(str(problem), err=True)


def _settings(context: typer.Context) -> Settings:
    try:
        return Settings.read(context.obj)
    except BotError as error:
        _fail(error)


def _run(work: Coroutine[Any, Any, None]) -> None:
    """Run a command to its end; what its user can mend is told in a sentence."""
    try:
        asyncio.run(work)
    except BotError as error:
        _fail(error)
    except KeyboardInterrupt:
        raise typer.Exit(130) from None


def _fail(error: BotError) -> NoReturn:
    typer.echo(f"filmbot: {error}", err=True)
    raise typer.Exit(1)


def _lines(words: list[str]) -> Iterator[str]:
    """The one text made of the words, or with `-` the lines of standard input as they come."""
    if words != ["-"]:
        yield " ".join(words)
        return
    while line := sys.stdin.readline():
        yield line.rstrip("\r\n")


def _answer_json(question: str, answer: "Answer") -> str:
    films = [{"id": film.id, "title": film.title, "year": film.year} for film in answer.films]
    fields = {"question": question, "kind": answer.kind, "text": answer.text, "values": answer.values, "films": films}
    return json.dumps(fields | {"because": answer.because}, ensure_ascii=False)


def _found_json(query: str, found: "FoundFilms") -> str:
    matches = [
        {"id": film.id, "title": film.title, "year": film.year, "score": round(score, 2)}
        for film, score in zip(found.films, found.scores, strict=True)
    ]
    return json.dumps({"query": query, "verdict": found.verdict, "matches": matches}, ensure_ascii=False)


def _found_text(found: "FoundFilms") -> str:
    lines = [
        f"{score:5.1f}  {film.full_label}  {film.id}" for film, score in zip(found.films, found.scores, strict=True)
    ]
    return "\n".join([found.verdict.value, *lines])
