"""A conversation at a terminal: a prompt to type at, answers drawn with rich."""

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console, RenderableType
from rich.text import Text

from bot.knowledge.catalogue import Catalogue
from bot.questions.answers.answer import Answer
from bot.terminal.cards import QUIET, WIDEST, command_table, parts
from bot.terminal.choice import Choice
from bot.terminal.printable import printable
from bot.terminal.prompt import MARK, more, prompt

_NO = frozenset({"q", "n", "no"})


class Screen:
    """The terminal this process was started in."""

    def __init__(self, catalogue: Catalogue, history: Path | None) -> None:
        self._console = Console(markup=False, emoji=False, highlight=False)
        self._prompt = prompt(catalogue, history)
        self._more = more()

    def greet(self, text: str) -> None:
        """Say the first words."""
        self.say(text)
        self._hint("/help shows what I can look up, Tab completes, Ctrl-D leaves.")

    def leave(self) -> None:
        """Say the last words."""
        self._hint("Enjoy the film.")

    async def line(self) -> str:
        """What is typed next; EOFError when the person leaves. Ctrl-C throws the line away."""
        self._console.print()
        while True:
            try:
                return await self._prompt.prompt_async()
            except KeyboardInterrupt:
                if not self._prompt.default_buffer.text:
                    self._hint("Ctrl-D or /quit leaves.")

    async def show(self, answer: Answer, choice: Choice | None) -> str:
        """Show an answer part by part; what was typed instead of Enter when the next part was offered."""
        for part in parts(answer, choice, self._console.width, self._console.height):
            if part.ask:
                try:
                    typed = (await self._more.prompt_async([("class:more", f"{part.ask} ")])).strip()
                except KeyboardInterrupt:
                    return ""
                if typed.lower() in _NO:
                    return ""
                if typed:
                    self._prompt.history.append_string(typed)
                    self._draw(Text(f"\n{MARK}{printable(typed)}"))
                    return typed
            self._draw(part.drawing)
        return ""

    def say(self, text: str) -> None:
        """Say a sentence."""
        self._draw(Text(printable(text)))

    def help(self, commands: Sequence[tuple[str, str]]) -> None:
        """Show the commands with what they do."""
        self._draw(command_table(commands))

    def _hint(self, text: str) -> None:
        self._draw(Text(text, QUIET))

    def _draw(self, drawing: RenderableType) -> None:
        self._console.print(drawing, width=min(self._console.width, WIDEST))
