"""The command line: the one place where everything is put together.

What a command needs is imported when it runs: `filmbot ask` must not wait for Discord, nor `--help` for the database.
"""

import os
import sys

from bot.cli import asking, filling, keeping  # noqa: F401 - their commands join the app
from bot.cli.app import app

__all__ = ["app", "main"]


def main() -> None:
    """Run the command line: exit status 0 done, 1 it failed, 2 it was called wrongly."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except BrokenPipeError:  # who read our output has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
