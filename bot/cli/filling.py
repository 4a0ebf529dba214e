"""Commands that bring films into the catalogue and out of it."""

import asyncio
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.app import Titles, app, carry_out, catalogue_of, progress_of, settings_of, tell
from bot.errors import SettingsError, SourceError

if TYPE_CHECKING:
    from bot.sources.report import Report

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
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="files or folders; - reads standard input")],
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

        selection, reports = Selection(_columns(columns or []), adult, min_votes), list["Report"]()
        with opened(files) as supplies:
            async with catalogue_of(settings, filled=True) as catalogue:
                for supply in supplies:
                    try:
                        with progress_of(supply.name) as progress:
                            report = await import_supply(supply, catalogue.edits, progress, selection)
                    except asyncio.CancelledError:
                        typer.echo(f"{supply.name}: stopped; the same command goes on from what was put in.", err=True)
                        raise
                    reports.append(report)
                    tell(report.problems)
                    typer.echo(f"{supply.name}: {report}.")
        if any(report.refused for report in reports) and not any(report.taken for report in reports):
            raise typer.Exit(1)

    settings = settings_of(context)
    carry_out(take_in())


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
        from bot.sources.text import Text, cause
        from bot.sources.tmdb_client import tmdb

        lines, failed = [], False
        async with tmdb(settings.tmdb_key, settings.tmdb_url) as asked:
            with progress_of("TMDB") as progress:
                async for found in fetched(asked, ids or [], titles or []):
                    if isinstance(found, str):
                        lines.append(f"{found}\n")
                    else:
                        tell([found])
                    failed = failed or not isinstance(found, str)
                    progress(len(lines), len(ids or []) + len(titles or []))
        if to:
            try:
                with to.open("a", encoding="utf-8") as file:
                    file.writelines(lines)
            except OSError as error:
                raise SourceError(f"{to} {cause(error)}.") from error
            typer.echo(f"{len(lines):,} films written to {to}.")
        elif lines:
            with Text.of("tmdb.jsonl", "".join(lines).encode()) as text:
                async with catalogue_of(settings, filled=True) as catalogue:
                    report = await import_text(text, catalogue.edits, selection=Selection(adult=True))
            tell(report.problems)
            typer.echo(f"TMDB: {report}.")
        if failed:
            raise typer.Exit(1)

    settings = settings_of(context)
    if not (ids or titles):
        raise typer.BadParameter("name at least one ID or --title", context)
    carry_out(get())


@app.command(epilog="Example: filmbot show --sources the sessions")
def show(
    context: typer.Context,
    film: Titles,
    sources: Annotated[bool, typer.Option("--sources", help="tell for every field where it comes from")] = False,
) -> None:
    """Print the whole entry of a film as YAML."""

    async def print_entry() -> None:
        from bot.sources.yaml_writer import yaml_document
        from bot.terminal.past import unclear

        text = " ".join(film)
        async with catalogue_of(settings) as catalogue:
            found = await catalogue.find(text)
            entry = await catalogue.film(found.films[0].id) if found.fits == 1 else None
            if entry is None:
                raise unclear(text, found)
            typer.echo(yaml_document(entry), nl=False)
            if sources and (origins := await catalogue.origins(entry.id or "")):
                for line in origins.by_field(entry):
                    typer.echo(f"# {line}")

    settings = settings_of(context)
    carry_out(print_entry())


@app.command(epilog="Example: filmbot export films.jsonl.gz")
def export(
    context: typer.Context,
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help=".jsonl, .jsonl.gz or .yaml; by default, or -, standard output"),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="replace the file when there is one")] = False,
) -> None:
    """Write every film, without loss, as JSON Lines or YAML."""

    async def write_out() -> None:
        from bot.sources.exporting import export, export_file
        from bot.sources.supplies import STANDARD

        if file and file.is_file() and not force and file != STANDARD:
            raise SourceError(f"There is a file {file} already; name another one, or replace it with --force.")
        async with catalogue_of(settings) as catalogue:
            if file in (None, STANDARD):
                await export(sys.stdout.buffer, catalogue.all())
            elif file:
                typer.echo(f"{await export_file(file, catalogue.all()):,} films written to {file}.")

    settings = settings_of(context)
    carry_out(write_out())


def _columns(given: list[str]) -> dict[str, str]:
    """Our field by the name of the column, of `title=Name` and the like."""
    pairs = [text.partition("=") for text in given]
    if wrong := next((text for text, (_, _, column) in zip(given, pairs, strict=True) if not column), None):
        raise SettingsError(f"--map {wrong} names no column; write --map title=Name.")
    return {column.strip(): field.strip() for field, _, column in pairs}
