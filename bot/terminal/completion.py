"""What Tab offers: commands, and behind them titles, people or genres; titles at the end of a question."""

import logging
import re
import unicodedata
from collections.abc import AsyncGenerator, Iterator, Sequence

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from bot.errors import BotError
from bot.knowledge.catalogue import Catalogue
from bot.questions.commands import COMMANDS, Takes, command
from bot.terminal.printable import printable

log = logging.getLogger(__name__)

MOST = 12
"""Things offered at once."""

MISTYPED = 3
"""Things offered when nothing begins with what was typed."""

LONGEST_TITLE = 8
"""Words at the end of a question that may be the beginning of a title."""

SHORTEST = 2
"""Letters of a title that must stand in a question."""

_OTHERS = (("/help", "What I can look up"), ("/quit", "Leave"))


class Completions(Completer):
    """Completes the line that is typed from what the catalogue knows."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        """Nothing: the catalogue is asked asynchronously."""
        yield from ()

    async def get_completions_async(
        self, document: Document, complete_event: CompleteEvent
    ) -> AsyncGenerator[Completion, None]:
        """What the text before the cursor may become."""
        try:
            offers = await self._offers(document.text_before_cursor)
        except BotError as error:
            log.warning("No completion: %s", error)
            return
        for offer in offers:
            yield offer

    async def _offers(self, text: str) -> Sequence[Completion]:
        name, space, argument = text.partition(" ")
        if not name.startswith("/"):
            return await self._in_question(text)
        if not space:
            return commands(name)
        known = command(name[1:])
        if known is None:
            return ()
        argument = argument.lstrip()
        match known.takes:
            case Takes.TITLE:
                return await self._titles(argument)
            case Takes.PERSON:
                people = await self.catalogue.complete_people(argument, MOST)
                fitting = [name for name in people if _begins(name, argument)] or people[:MISTYPED]
                return [_offer(name, argument) for name in fitting]
            case Takes.WISHES:
                word = argument.rpartition(" ")[2]
                return [_offer(genre, word) for genre in await self.catalogue.genres() if _begins(genre, word)]

    async def _titles(self, text: str) -> list[Completion]:
        """The films that begin with the text; when none does, a few it may be mistyped for."""
        films = await self.catalogue.complete(text, MOST)
        fitting = [film for film in films if _begins(film.title, text)] or films[:MISTYPED]
        return [_offer(film.label, text, ", ".join(film.directors[:1])) for film in fitting]

    async def _in_question(self, text: str) -> list[Completion]:
        """Titles that the last words begin, with as many of them as can be."""
        starts = [match.start() for match in re.finditer(r"(?<!\S)\S", text)][-LONGEST_TITLE:]
        for start in starts:
            words = text[start:]
            if len(words.strip()) < SHORTEST:
                break
            films = await self.catalogue.complete(words, MOST)
            if fitting := [film for film in films if _begins(film.title, words)]:
                return [_offer(film.label, words, ", ".join(film.directors[:1])) for film in fitting]
        return []


def commands(typed: str) -> list[Completion]:
    """The commands whose names begin with what was typed, from the slash on."""
    if not typed.startswith("/"):
        return []
    known = [(f"/{known.name} ", known.description) for known in COMMANDS]
    return [
        Completion(name, -len(typed), display=name.strip(), display_meta=does)
        for name, does in (*known, *_OTHERS)
        if name.startswith(typed.lower())
    ]


def _offer(text: str, typed: str, about: str = "") -> Completion:
    shown = printable(text)
    return Completion(shown, -len(typed), display=shown, display_meta=printable(about))


def _begins(name: str, typed: str) -> bool:
    """Whether the name from one of its words on begins with what was typed, accents, case and signs aside."""
    start = _letters(typed)
    return any(_letters(name[word.start() :]).startswith(start) for word in re.finditer(r"\S+", name))


def _letters(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if c.isalnum())
