"""The chat in a real terminal: keys in, escape sequences out."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.conftest import Terminal

Start = Callable[..., Terminal]

CTRL_C, CTRL_D, UP, TAB = "\x03", "\x04", "\x1b[A", "\t"


def test_a_conversation(terminal: Start, tmp_path: Path) -> None:
    chat = terminal()
    chat.type("how long is gandhi?\r")
    chat.wait_for("Gandhi (1982) runs 191 minutes")
    chat.wait_for("> ")
    chat.type(UP)
    chat.wait_for("how long is gandhi?")
    chat.type(CTRL_C)
    chat.wait_for("> ")
    chat.type("/runt" + TAB + "the ses" + TAB)
    chat.wait_for("Ben Lewin")
    chat.type(TAB + "\r")
    chat.wait_for("runs 95 minutes")
    chat.wait_for("> ")
    chat.type(CTRL_D)
    chat.wait_for("Enjoy the film.")
    assert chat.end() == 0
    [history] = tmp_path.rglob("history")
    assert "how long is gandhi?" in history.read_text()


def test_commands_are_offered_while_they_are_typed(terminal: Start) -> None:
    chat = terminal()
    chat.type("/ru")
    chat.wait_for("How long a film runs")
    chat.type(CTRL_C + "/quit\r")
    assert chat.end() == 0


def test_tab_right_after_the_last_letter_completes(terminal: Start) -> None:
    chat = terminal()
    chat.type(f"/he{TAB}\r")
    chat.wait_for("/runtime title")
    chat.type("/quit\r")
    assert chat.end() == 0


def test_the_question_between_pages_goes_away(terminal: Start) -> None:
    chat = terminal(lines=24)
    chat.type("/cast gandhi\r")
    chat.wait_for("60 more: Enter shows them")
    chat.type("\r")
    chat.wait_for("Actor 21 ")
    chat.wait_for("40 more:")
    chat.type("q\r")
    chat.wait_for("> ")
    chat.type("/quit\r")
    assert chat.end() == 0


def test_ctrl_c_leaves_nothing_but_an_empty_line(terminal: Start) -> None:
    chat = terminal()
    chat.type("how long" + CTRL_C)
    chat.wait_for("how long")  # the line that is thrown away is drawn once more, behind a prompt
    chat.wait_for("> ")
    chat.type(CTRL_C)
    chat.wait_for("Ctrl-D or /quit leaves.")
    chat.type("how long is gandhi?\r")
    chat.wait_for("runs 191 minutes")
    chat.wait_for("> ")
    chat.type(CTRL_D)
    assert chat.end() == 0


@pytest.mark.parametrize(
    "keys", ["\x1b[31m", "\x1b[M\x1b\x1b\x1b", "\x1b[<0;1M", "\x00\x01\x1b\x1b[Z", "\x1b[200~\x1b[201~"]
)
def test_broken_key_sequences_do_not_end_it(terminal: Start, keys: str) -> None:
    chat = terminal()
    chat.type(keys)
    chat.type(CTRL_C)
    chat.type("how long is gandhi?\r")
    chat.wait_for("runs 191 minutes")
    chat.wait_for("> ")
    chat.type(CTRL_D)
    assert chat.end() == 0
    assert "Traceback" not in chat.text


def test_colours_are_there_unless_they_are_unwanted(terminal: Start) -> None:
    for settings, coloured in (({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)):
        chat = terminal(**settings)
        chat.type("how long is gandhi?\r")
        chat.wait_for("runs 191 minutes")
        chat.type("/quit\r")
        assert chat.end() == 0
        assert bool(re.search(r"\x1b\[[0-9;]*3[0-7]m", chat.raw)) is coloured, settings


def test_a_terminal_that_is_closed_ends_it(terminal: Start) -> None:
    chat = terminal()
    chat.process.send_signal(1)
    chat.end()
    assert chat.process.returncode is not None
    assert "Traceback" not in chat.text
