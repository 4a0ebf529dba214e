"""A real catalogue of a few films, a chat typed at through prompt_toolkit's input, and one in a real terminal."""

import asyncio
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from bot.knowledge.catalogue import Catalogue, open_catalogue
from bot.knowledge.film import Certificate, Film, Release, Role
from bot.terminal.chat import Chat
from bot.terminal.screen import Screen

FILMS = (
    Film(
        title="The Sessions",
        year=2012,
        runtime=95,
        certificates=(
            Certificate(country="US", label="R", reason="strong sexuality including graphic nudity and frank dialogue"),
        ),
        genres=("Drama", "Romance"),
        directors=("Ben Lewin",),
        writers=("Ben Lewin",),
        composers=("Marco Beltrami",),
        cast=(
            Role(name="John Hawkes", character="Mark O'Brien"),
            Role(name="Helen Hunt", character="Cheryl Cohen-Greene"),
        ),
        releases=(Release(date="2012-01-23", event="Sundance Film Festival"),),
        summary="A poet in an iron lung wants to know love.",
        plot="He meets three women and dies in peace.",
        popularity=9,
    ),
    Film(title="Dune", year=1984, runtime=137, directors=("David Lynch",), genres=("Science Fiction",)),
    Film(title="Dune", year=2021, runtime=155, directors=("Denis Villeneuve",), genres=("Science Fiction",)),
    Film(
        title="Gandhi",
        year=1982,
        runtime=191,
        cast=tuple(Role(name=f"Actor {n}", character=f"Character {n}") for n in range(1, 81)),
    ),
    Film(title="[bold]Loud[/bold] :smile:", year=1999, runtime=60, summary="[red]Not red[/red] :bomb:"),
    Film(title="ببساطة", original_title="花樣年華", year=2004, runtime=70, summary="فيلم " * 30),
    Film(title="🎬 Emoji", year=2017, runtime=86, directors=("Tony Leondis",)),
    Film(title="It Happened One Night", year=1934, runtime=105),
    Film(title="It", year=2017, runtime=135),
    Film(title="Amélie", year=2001, runtime=122, directors=("Jean-Pierre Jeunet",), genres=("Comedy",)),
)

Talk = Callable[[str], Awaitable[str]]


@pytest.fixture
async def catalogue(tmp_path: Path) -> AsyncIterator[Catalogue]:
    async with open_catalogue(str(tmp_path / "films.db")) as opened:
        async with opened.edits.batch() as batch:
            await batch.put(FILMS)
        yield opened


@pytest.fixture
def talk(
    catalogue: Catalogue, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Talk:
    """Types keys at the interactive chat until they leave it; what was drawn, without the prompt."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LINES", "24")

    async def typed(keys: str) -> str:
        with create_pipe_input() as keyboard, create_app_session(input=keyboard, output=DummyOutput()):
            keyboard.send_text(keys)
            await asyncio.wait_for(Chat(catalogue, Screen(catalogue, tmp_path / "history")).talk(), 30)
        return capsys.readouterr().out

    return typed


class Terminal:
    """A process in a pseudo-terminal of its own."""

    def __init__(self, command: list[str], environment: dict[str, str], columns: int, lines: int) -> None:
        self.screen, inner = pty.openpty()
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.process = subprocess.Popen(
            command,
            stdin=inner,
            stdout=inner,
            stderr=inner,
            env=environment,
            start_new_session=True,
            preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_DFL),  # the tests may run under nohup
        )
        os.close(inner)
        self.raw = ""
        self._seen = 0

    @property
    def text(self) -> str:
        """What was written so far, without escape sequences."""
        return re.sub(r"\x1b(\[[0-9;?]*[ -/]*[@-~]|[=>]|\][^\x07]*\x07)", "", self.raw).replace("\r", "")

    def type(self, keys: str) -> None:
        os.write(self.screen, keys.encode())

    def wait_for(self, text: str, seconds: float = 20) -> None:
        """Read until the text has come after what was last waited for."""
        end = time.monotonic() + seconds
        while (at := self.text.find(text, self._seen)) < 0:
            assert time.monotonic() < end, f"{text!r} never came; the screen says {self.text[self._seen :]!r}"
            assert self._read(), f"{text!r} never came; it ended with {self.text[self._seen :]!r}"
        self._seen = at + len(text)

    def end(self, seconds: float = 20) -> int:
        """Read to the end; the exit status."""
        end = time.monotonic() + seconds
        while self._read() and time.monotonic() < end:
            pass
        return self.process.wait(seconds)

    def _read(self) -> bool:
        if not select.select([self.screen], [], [], 0.2)[0]:
            return True
        try:
            new = os.read(self.screen, 1 << 16)
        except OSError:  # the other side is closed
            return False
        self.raw += new.decode("utf-8", "replace")
        return bool(new)


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The environment of a person who has set nothing, with a home of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("FILMBOT", "DISCORD", "XDG"))}
    for name in ("NO_COLOR", "COLUMNS", "LINES", "FORCE_COLOR"):
        kept.pop(name, None)
    home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "share")}
    return kept | home | {"TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1"}


@pytest.fixture
def command(catalogue: Catalogue, tmp_path: Path) -> list[str]:
    """The chat as it is started from a shell."""
    return [sys.executable, "-m", "bot", "--database", str(tmp_path / "films.db"), "--films", "none", "chat"]


@pytest.fixture
def terminal(command: list[str], environment: dict[str, str]) -> Iterator[Callable[..., Terminal]]:
    """Opens the chat in a terminal."""
    opened: list[Terminal] = []

    def start(columns: int = 80, lines: int = 24, **settings: str) -> Terminal:
        opened.append(Terminal(command, environment | settings, columns, lines))
        opened[-1].wait_for("> ")
        return opened[-1]

    yield start
    for terminal in opened:
        if terminal.process.poll() is None:
            os.killpg(terminal.process.pid, signal.SIGKILL)
            terminal.process.wait()
        os.close(terminal.screen)
