"""The chat over pipes, and the conversation it is held in."""

import asyncio
import os
import re
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.terminal.pipe import LONGEST_LINE, lines

Ask = Callable[[str | bytes], str]


@pytest.fixture
def ask(command: list[str], environment: dict[str, str]) -> Ask:
    """Pipes text through the chat; what it prints."""

    def piped(text: str | bytes) -> str:
        text = text if isinstance(text, bytes) else text.encode()
        done = subprocess.run(command, input=text, capture_output=True, env=environment, timeout=60)
        assert (done.returncode, done.stderr.decode()) == (0, "")
        return done.stdout.decode()

    return piped


def test_each_line_is_answered_without_prompt_greeting_or_colour(ask: Ask) -> None:
    text = ask("how long is the sesions?\nwho directed amelie?\n")
    assert (
        text == "The Sessions (2012) runs 95 minutes (1 h 35 min).\nAmélie (2001) was directed by Jean-Pierre Jeunet.\n"
    )


@pytest.mark.parametrize("ending", ["", "\n", "\r\n", "\n\n  \n"])
def test_the_last_line_needs_no_ending(ask: Ask, ending: str) -> None:
    assert ask(f"how long is gandhi?{ending}") == "Gandhi (1982) runs 191 minutes (3 h 11 min).\n"


def test_nothing_is_said_to_nothing(ask: Ask) -> None:
    assert ask("") == ask("\n \n\t\r\n") == ""


def test_bad_bytes_are_a_title_nobody_knows(ask: Ask) -> None:
    text = ask(b"/runtime \xff\xfe\x00\x1b[31m\n\xef\xbb\xbfhow long is gandhi?\n")
    assert "�" in text
    assert "\x1b" not in text
    assert "\x00" not in text
    assert text.endswith("Gandhi (1982) runs 191 minutes (3 h 11 min).\n")


def test_lines_of_megabytes_are_survived(ask: Ask) -> None:
    text = ask("x" * 3_000_000 + "\n" + "/runtime " + "word " * 200_000 + "\nhow long is gandhi?")
    assert text.endswith("Gandhi (1982) runs 191 minutes (3 h 11 min).\n")
    assert len(text) < 1000


def test_a_choice_is_numbered_and_the_next_line_may_be_its_number_or_year(ask: Ask) -> None:
    text = ask("/runtime dune\n1984\n")
    assert re.search(r"Which “dune” do you mean\?\n1\. Dune \(\d{4}\) · .+\n2\. Dune", text)
    assert text.endswith("Dune (1984) runs 137 minutes (2 h 17 min).\n")
    assert "runs" in ask("/runtime dune\n2\n")


def test_a_card_is_lines(ask: Ask) -> None:
    text = ask("/film the sessions\n")
    assert text.startswith("The Sessions (2012)\nRating: R (United States) for strong sexuality")
    assert "\nRuntime: 95 minutes (1 h 35 min)\n" in text
    assert text.endswith("\nA poet in an iron lung wants to know love.\n\n")


def test_a_cast_is_whole(ask: Ask) -> None:
    text = ask("/cast gandhi\n")
    assert text.count("as Character") == 80


def test_a_plot_stands_below_a_warning(ask: Ask) -> None:
    assert ask("/plot the sessions\n").startswith("Spoilers:\nThe Sessions (2012): He meets three women")


def test_a_person_is_lines(ask: Ask) -> None:
    assert "The Sessions (2012): director, writer\n" in ask("/person ben lewin\n")


def test_markup_stays_as_written(ask: Ask) -> None:
    assert "[bold]Loud[/bold] :smile: (1999)" in ask("/film [bold]Loud[/bold] :smile:\n")


def test_help_lists_the_commands(ask: Ask) -> None:
    text = ask("/help\n")
    assert "/runtime title: How long a film runs\n" in text
    assert "/quit" in text


def test_quit_ends_it(ask: Ask) -> None:
    assert ask("/quit\nhow long is gandhi?\n") == ""


def test_answers_come_line_by_line(command: list[str], environment: dict[str, str]) -> None:
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdin
        assert process.stdout
        for _ in range(3):
            process.stdin.write(b"how long is gandhi?\n")
            process.stdin.flush()
            assert process.stdout.readline().startswith(b"Gandhi (1982) runs")
        process.stdin.close()
        assert process.wait(20) == 0


def test_an_interrupt_ends_it_quietly(command: list[str], environment: dict[str, str]) -> None:
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(b"how long is gandhi?\n")
        process.stdin.flush()
        process.stdout.readline()
        started = time.monotonic()
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 130
        assert time.monotonic() - started < 10
        assert process.stderr.read() == b""


def test_a_reader_that_leaves_is_no_error(command: list[str], environment: dict[str, str]) -> None:
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        process.stdin.write(b"how long is gandhi?\n" * 10)
        process.stdin.close()
        process.wait(20)
        assert process.stderr.read() == b""


def test_what_breaks_goes_to_the_log_under_its_number(ask: Ask, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "films.db") as database:
        database.execute("UPDATE films SET document = '[]' WHERE title = 'Gandhi'")
    database.close()
    broken, good = ask("how long is gandhi?\nhow long is amelie?\n").splitlines()
    assert broken.startswith("Something went wrong")
    assert good.startswith("Amélie (2001) runs")
    [log] = tmp_path.rglob("chat.log")
    assert f"({broken.rstrip('.').rpartition(' ')[2]})" in log.read_text()
    assert "Traceback" in log.read_text()


async def read(*chunks: bytes) -> list[str]:
    """What `lines` makes of bytes that come in these pieces."""
    out, into = os.pipe()

    def write() -> None:
        with os.fdopen(into, "wb", buffering=0) as pipe:
            for chunk in chunks:
                pipe.write(chunk)
                time.sleep(0.02)

    writing = asyncio.create_task(asyncio.to_thread(write))
    try:
        return [line async for line in lines(out)]
    finally:
        await writing
        os.close(out)


async def test_lines_are_put_together_from_pieces() -> None:
    assert await read(b"a\nb", b"c\r", b"\n", b"caf\xc3", b"\xa9\n\nend") == ["a", "bc", "café", "", "end"]


async def test_a_line_is_cut_where_no_question_goes_on() -> None:
    [long, short] = await read(b"x" * (3 * LONGEST_LINE), b"y\nshort\n")
    assert (len(long), short) == (LONGEST_LINE, "short")
