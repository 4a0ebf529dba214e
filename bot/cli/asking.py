"""Commands that answer: in the terminal, on Discord, once."""

import gc
import json
import logging
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.app import app, carry_out, catalogue_of, settings_of
from bot.errors import SettingsError

if TYPE_CHECKING:
    from bot.knowledge.catalogue import FoundFilms
    from bot.questions.answers.answer import Answer


@app.command(epilog="Example: filmbot chat")
def chat(context: typer.Context) -> None:
    """Talk to the bot in the terminal: the same commands and questions as on Discord."""

    async def talk() -> None:
        from bot.terminal.chat import run as talk_in_terminal

        async with catalogue_of(settings, watched=True) as catalogue:
            await talk_in_terminal(catalogue, settings.data / "history")

    settings = settings_of(context)
    carry_out(talk())


@app.command(epilog="Example: DISCORD_TOKEN=… filmbot run")
def run(context: typer.Context) -> None:
    """Connect to Discord and answer there, until stopped."""

    async def serve() -> None:
        if not settings.token:
            raise SettingsError(
                "Discord needs a token: make a bot in its developer portal, write DISCORD_TOKEN=… into .env."
            )
        from bot.chat.running import run as run_on_discord

        async with catalogue_of(settings, watched=True) as catalogue:
            await catalogue.warm()
            gc.freeze()  # what is loaded by now stays, and would take 50 ms whenever the collector went through it
            await run_on_discord(catalogue, settings.token, settings.data, inline=settings.inline)

    settings = settings_of(context)
    logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    carry_out(serve())


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
        from bot.questions.conversation.context import Context

        talk = Context() if conversation else None
        async with catalogue_of(settings) as catalogue:
            for text in _lines(question):
                answer = await ask(text, catalogue, talk)
                print(_answer_json(text, answer) if as_json else answer.text, flush=True)

    settings = settings_of(context)
    carry_out(reply())


@app.command(epilog="Example: filmbot find --limit 3 the sesions")
def find(
    context: typer.Context,
    title: Annotated[list[str], typer.Argument(metavar="TITLE…", help="a title as typed; - reads one a line")],
    as_json: Annotated[bool, typer.Option("--json", help="print the matches as JSON")] = False,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="most matches")] = 5,
) -> None:
    """Show the films a title may mean, best first."""

    async def search() -> None:
        async with catalogue_of(settings) as catalogue:
            for text in _lines(title):
                found = await catalogue.find(text, limit)
                print(_found_json(text, found) if as_json else _found_text(found), flush=True)

    settings = settings_of(context)
    carry_out(search())


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
    """The verdict, then a line for every match: score, label with director, id."""
    lines = [
        f"{score:5.1f}  {film.full_label}  {film.id}" for film, score in zip(found.films, found.scores, strict=True)
    ]
    return "\n".join([found.verdict.value, *lines])
