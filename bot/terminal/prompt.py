"""The prompt: line editing, completion, and a history that is kept in a file where one can be written."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.application.current import get_app
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.filters import Condition
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.styles import Style

from bot.knowledge.catalogue import Catalogue
from bot.terminal.completion import Completions

STYLE = Style.from_dict({"prompt": "ansicyan bold", "ask": "ansigreen"})


class KeptHistory(FileHistory):
    """A history in a file of its owner's own; where the file cannot be read or written it lasts as long as the chat."""

    def load_history_strings(self) -> Iterable[str]:
        """The lines typed before, the newest first."""
        try:
            return list(super().load_history_strings())
        except OSError:
            return []

    def store_string(self, string: str) -> None:
        """Add a line."""
        with suppress(OSError):
            super().store_string(string.encode("utf-8", "replace").decode())


def session(catalogue: Catalogue, history: Path | None) -> PromptSession[str]:
    """A prompt that completes from the catalogue; commands are offered while they are typed, all else on Tab."""
    return PromptSession(
        history=_history(history),
        completer=Completions(catalogue),
        complete_while_typing=Condition(lambda: get_app().current_buffer.text.startswith("/")),
        auto_suggest=AutoSuggestFromHistory(),
        style=STYLE,
        enable_suspend=True,
        reserve_space_for_menu=6,
    )


def _history(file: Path | None) -> History:
    if file is None:
        return InMemoryHistory()
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(0o600)
    return KeptHistory(file)
