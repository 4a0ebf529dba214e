"""A conversation over pipes: a line in, plain text out."""

import asyncio
import os
import threading
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress
from typing import TextIO

from bot.questions.answers.answer import Answer
from bot.terminal.choice import Choice
from bot.terminal.plain import plain
from bot.terminal.printable import printable

LONGEST_LINE = 1 << 16
"""Bytes of a line that are kept; what is longer is no question."""

_CHUNK = 1 << 16


class Pipe:
    """Reads one file line by line and writes to another; nothing is asked back."""

    def __init__(self, stdin: TextIO, stdout: TextIO) -> None:
        self._lines = lines(stdin.fileno())
        self._stdout = stdout

    def greet(self, text: str) -> None:
        """Nothing: who reads a pipe wants answers alone."""

    def leave(self) -> None:
        """Nothing."""

    async def line(self) -> str:
        """The next line; EOFError after the last."""
        try:
            return await anext(self._lines)
        except StopAsyncIteration:
            raise EOFError from None

    async def show(self, answer: Answer, choice: Choice | None) -> str:
        """Write an answer; nothing is ever typed in between."""
        self._write(plain(answer, choice))
        return ""

    def say(self, text: str) -> None:
        """Write a sentence."""
        self._write(printable(text))

    def help(self, commands: Sequence[tuple[str, str]]) -> None:
        """Write the commands, one a line."""
        self._write("\n".join(f"{command}: {does}" for command, does in commands))

    def _write(self, text: str) -> None:
        """One line as it is; several are set off from what follows by an empty line."""
        self._stdout.write(f"{text}\n\n" if "\n" in text else f"{text}\n")
        self._stdout.flush()


async def lines(file: int) -> AsyncIterator[str]:
    """The lines of a file descriptor as they come, as UTF-8, bad bytes replaced, each cut to LONGEST_LINE."""
    kept = b""
    while chunk := await _read(file):
        *whole, rest = chunk.split(b"\n")
        for line in whole:
            yield _text(kept + line)
            kept = b""
        kept = (kept + rest)[:LONGEST_LINE]
    if kept:
        yield _text(kept)


def _text(line: bytes) -> str:
    return line[:LONGEST_LINE].decode("utf-8", "replace").removeprefix("\ufeff").rstrip("\r")


async def _read(file: int) -> bytes:
    """What can be read now, nothing at the end of the file.

    A thread waits for it that the end of the process does not wait for, so that an interrupt ends a chat at once.
    """
    loop = asyncio.get_running_loop()
    arrived: asyncio.Future[bytes] = loop.create_future()

    def put(chunk: bytes) -> None:
        if not arrived.done():
            arrived.set_result(chunk)

    def wait() -> None:
        chunk = b""
        with suppress(OSError):
            chunk = os.read(file, _CHUNK)
        with suppress(RuntimeError):  # the loop has ended meanwhile
            loop.call_soon_threadsafe(put, chunk)

    threading.Thread(target=wait, daemon=True).start()
    return await arrived
