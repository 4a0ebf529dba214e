"""The conversation in a terminal, or over a pipe: what each line means, and what is said to it."""

import logging
import secrets
import signal
import sys
from collections.abc import Coroutine, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from bot.errors import BotError
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import Asked, Query
from bot.questions.answers.answer import Answer, Kind
from bot.questions.ask import answer, ask, help_lines
from bot.questions.conversation.context import Context
from bot.terminal.choice import Choice, offered
from bot.terminal.log import logging_to
from bot.terminal.pipe import Pipe
from bot.terminal.printable import printable

log = logging.getLogger(__name__)

MOST_LINES = 20
"""Lines of one pasted text that are answered."""

OWN_WORDS = "Or ask in your own words: how long is Alien? Who is in Amélie? Films directed by Greta Gerwig"

_HELP = frozenset({"/help", "/?", "help", "?"})
_QUIT = frozenset({"/quit", "/exit", "/q", "quit", "exit"})


class Place(Protocol):
    """Where a conversation is held."""

    def greet(self, text: str) -> None:
        """Say the first words."""

    def leave(self) -> None:
        """Say the last words."""

    async def line(self) -> str:
        """What is typed next; EOFError when nothing more will come."""

    async def show(self, answer: Answer, choice: Choice | None) -> str:
        """Show an answer; what was typed instead of reading it to its end, usually nothing."""

    def say(self, text: str) -> None:
        """Say a sentence."""

    def help(self, commands: Sequence[tuple[str, str]]) -> None:
        """Show the commands with what they do."""


async def run(catalogue: Catalogue, history: Path | None) -> None:
    """Talk until the person leaves: at a terminal with a prompt whose history the file keeps, over a pipe line by line.

    BrokenPipeError says that nobody reads what is written any more.
    """
    with logging_to(history.with_name("chat.log") if history else None), _place(catalogue, history) as place:
        await Chat(catalogue, place).talk()


@contextmanager
def _place(catalogue: Catalogue, history: Path | None) -> Iterator[Place]:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        yield Pipe(sys.stdin, sys.stdout)
        return
    from bot.terminal.screen import Screen  # the prompt and the drawing take a while to load

    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the prompt; between two it ends nothing
    try:
        yield Screen(catalogue, history)
    finally:
        signal.signal(signal.SIGINT, before)


class Chat:
    """One conversation: remembers what was offered to choose from, or what a command still lacks."""

    def __init__(self, catalogue: Catalogue, place: Place) -> None:
        self.catalogue = catalogue
        self.place = place
        self.context = Context()
        self.choice: Choice | None = None
        self.lacking: Query | None = None

    async def talk(self) -> None:
        """Answer until the person leaves."""
        await self._guarded(self._greet())
        waiting: list[str] = []
        try:
            while True:
                waiting = waiting or self._lines(await self.place.line())
                if waiting:
                    line = waiting.pop(0)
                    if line.lower() in _QUIT:
                        break
                    waiting[:0] = filter(None, [await self._guarded(self._reply(line))])
        except EOFError:
            pass
        self.place.leave()

    def _lines(self, text: str) -> list[str]:
        """The questions in what was typed or pasted, one a line."""
        lines = [line for line in map(str.strip, printable(text).splitlines()) if line]
        if len(lines) > MOST_LINES:
            self.place.say(f"That is a lot at once; I take the first {MOST_LINES} lines.")
        return lines[:MOST_LINES]

    async def _guarded(self, work: Coroutine[Any, Any, str]) -> str:
        """Do it; what goes wrong is told in a sentence, and the conversation goes on."""
        try:
            return await work
        except BotError as error:
            self.place.say(str(error))
        except (EOFError, BrokenPipeError):
            raise
        except Exception:
            number = secrets.token_hex(4)
            log.exception("No answer (%s)", number)
            self.place.say(f"Something went wrong that should not have; the log has it as {number}.")
        return ""

    async def _greet(self) -> str:
        films = await self.catalogue.count()
        best_known = await self.catalogue.complete("", 1)
        if not films:
            self.place.greet("I know no films yet: leave with /quit and add some with filmbot import.")
            return ""
        some = "one film" if films == 1 else f"{films:,} films"
        example = f", such as: how long is {best_known[0].title}?" if best_known else "."
        self.place.greet(f"I know {some}. Ask me something{example}")
        return ""

    async def _reply(self, line: str) -> str:
        if line.lower() in _HELP:
            self.place.help([*help_lines(), ("/help", "What I can look up"), ("/quit", "Leave; so does Ctrl-D")])
            self.place.say(OWN_WORDS)
            return ""
        if self.choice and (query := self.choice.chosen(line)):
            said, choice = await answer(query, self.catalogue), self.choice  # one may look at the others afterwards
            self.context.heard(said)
        else:
            said = await self._answered(line)
            if self.choice and line.isdigit() and said.kind is not Kind.ANSWER:
                self.place.say(f"Type a number from 1 to {len(self.choice)}, or ask me something else.")
                return ""
            choice = None
        offer = offered(said)
        self.choice = offer or choice
        self.lacking = said.query if said.kind is Kind.NONE else None
        return await self.place.show(said, offer)

    async def _answered(self, line: str) -> Answer:
        """The answer to a line, which may be what the command before it lacked."""
        if self.lacking and not line.startswith("/"):
            return await self._completed(self.lacking, line)
        return await ask(line, self.catalogue, self.context)

    async def _completed(self, lacking: Query, line: str) -> Answer:
        """The answer to a command whose title or name comes a line later, unless the line asks something of its own."""
        if lacking.asked is Asked.PERSON:
            return await answer(replace(lacking, person=line), self.catalogue)
        said = await ask(line, self.catalogue, self.context)
        if said.query is None or said.query.asked is Asked.CARD:
            return await answer(replace(lacking, film=said.query.film if said.query else line), self.catalogue)
        return said
