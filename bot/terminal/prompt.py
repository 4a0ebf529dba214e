"""The prompt: line editing, completion, and a history that is kept in a file where one can be written."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.application.current import get_app
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.filters import Condition
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.styles import Style

from bot.knowledge.catalogue import Catalogue
from bot.questions.words.tokens import MAX_QUESTION
from bot.terminal.completion import Completions, commands
from bot.terminal.printable import printable

MARK = "> "

STYLE = Style.from_dict({"prompt": "ansicyan bold", "more": "ansigreen"})


class KeptHistory(FileHistory):
    """A history in a file of its owner's own; what the file cannot take is remembered as long as the chat lasts."""

    def __init__(self, file: Path) -> None:
        super().__init__(file)
        self._unkept: list[str] = []

    def load_history_strings(self) -> Iterable[str]:
        """The lines typed before, the newest first."""
        try:
            return self._unkept[::-1] + list(super().load_history_strings())
        except OSError:
            return self._unkept[::-1]

    def store_string(self, string: str) -> None:
        """Add a line, unless it is too long to be a question."""
        if len(string) <= MAX_QUESTION:
            try:
                super().store_string(printable(string))
            except OSError:
                self._unkept.append(string)


def prompt(catalogue: Catalogue, history: Path | None) -> PromptSession[str]:
    """The prompt that completes from the catalogue; commands are offered while they are typed, all else on Tab."""
    return PromptSession(
        [("class:prompt", MARK)],
        history=_history(history),
        completer=Completions(catalogue),
        complete_while_typing=Condition(lambda: get_app().current_buffer.text.startswith("/")),
        auto_suggest=AutoSuggestFromHistory(),
        key_bindings=_keys(),
        style=STYLE,
        enable_suspend=True,
        reserve_space_for_menu=6,
    )


def more() -> PromptSession[str]:
    """The prompt that asks whether to go on; what it said is gone afterwards."""
    return PromptSession(style=STYLE, erase_when_done=True, key_bindings=_no_mouse())


def _no_mouse() -> KeyBindings:
    """Mouse events do nothing; prompt_toolkit would read them, and trip over what only begins like one."""
    keys = KeyBindings()
    for event in (Keys.Vt100MouseEvent, Keys.WindowsMouseEvent):
        keys.add(event)(lambda _: None)
    return keys


def _keys() -> KeyBindings:
    """Tab ends the name of a command at once, even when what is offered while typing has not appeared yet."""
    keys = _no_mouse()

    @Condition
    def only_one_fits() -> bool:
        buffer = get_app().current_buffer
        chosen = buffer.complete_state and buffer.complete_state.current_completion
        return not chosen and len(commands(buffer.document.text_before_cursor)) == 1

    @keys.add("tab", filter=only_one_fits)
    def finish(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        buffer.cancel_completion()
        buffer.apply_completion(commands(buffer.document.text_before_cursor)[0])

    return keys


def _history(file: Path | None) -> History:
    if file is None:
        return InMemoryHistory()
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(0o600)
    return KeptHistory(file)
