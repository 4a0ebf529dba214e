"""The bot's own CPU for an interaction, beside a bot that answers a constant string.

    python -m tests.benchmarks.interactions [FILMS.jsonl.gz] [COUNT]

The local Discord runs in this process, each bot in one of its own. Without a file the catalogue holds a handful of
films; with one, "any" goes through a thousand of them, most of which have to be read from the database.
Budget: under 2 ms of CPU for a look-up.
"""

import asyncio
import itertools
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import aiohttp
import discord
from discord import app_commands
from discord.ext import commands

from bot.chat.client import FilmBot
from bot.knowledge.catalogue import open_catalogue
from bot.knowledge.film import Film
from bot.knowledge.query import FilmRef
from bot.sources.importing import import_file
from tests.fakecord import FakeDiscord
from tests.fakecord.tls import Loopback

WARM_UP = 100
FILMS = tuple(
    Film(title=title, year=year, runtime=minutes, summary="A film.", cast=[{"name": "Somebody", "character": "One"}])  # type: ignore[arg-type]
    for title, year, minutes in (
        ("The Sessions", 2012, 95),
        ("Alien", 1979, 117),
        ("Up", 2009, 96),
        ("Heat", 1995, 170),
    )
)


def connector(port: int) -> aiohttp.TCPConnector:
    return aiohttp.TCPConnector(resolver=Loopback(port), ssl=False, limit=0)


class Constant(commands.AutoShardedBot):
    """The least a bot can do."""

    def __init__(self, **options: Any) -> None:
        super().__init__(commands.when_mentioned, intents=discord.Intents(guilds=True), **options)

    async def setup_hook(self) -> None:
        @app_commands.describe(title="title")
        async def constant(interaction: discord.Interaction[Any], title: str) -> None:
            await interaction.response.send_message("95 minutes")

        self.tree.add_command(app_commands.Command(name="runtime", description="constant", callback=constant))
        await self.tree.sync()


async def be_a_bot(kind: str, port: int, database: str, token: str) -> None:
    """Run until standard input ends; a line there is answered with the CPU seconds used so far."""
    options: dict[str, Any] = {"connector": connector(port), "guild_ready_timeout": 0.02}
    async with (
        open_catalogue(database) as catalogue,
        FilmBot(catalogue=catalogue, **options) if kind == "film" else Constant(**options) as bot,
    ):
        running = asyncio.create_task(bot.start(token))
        await bot.wait_until_ready()
        while await asyncio.to_thread(sys.stdin.readline):
            print(time.process_time(), flush=True)
        await bot.close()
        await running


class Process:
    """A bot in a process of its own."""

    def __init__(self, *arguments: str) -> None:
        command = [sys.executable, "-m", "tests.benchmarks.interactions", "--bot", *arguments]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    async def cpu(self) -> float:
        """CPU seconds so far."""
        return await asyncio.to_thread(self._ask)

    def _ask(self) -> float:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline())

    async def stop(self) -> None:
        """End it."""
        await asyncio.to_thread(self._process.communicate)


async def measure(process: Process, count: int, act: Callable[[], Awaitable[Any]]) -> str:
    """CPU and time for each interaction."""
    for _ in range(WARM_UP):
        await act()
    cpu, clock = await process.cpu(), time.perf_counter()
    for _ in range(count):
        await act()
    taken = time.perf_counter() - clock
    return f"CPU {(await process.cpu() - cpu) / count * 1000:.3f} ms, round trip {taken / count * 1000:.2f} ms"


async def fill(database: str, file: str | None) -> list[FilmRef]:
    """Put films into the catalogue and build its index; some of them."""
    async with open_catalogue(database) as catalogue:
        async with catalogue.edits.batch() as batch:
            await batch.put(FILMS)
        if file:
            await import_file(Path(file), catalogue.edits)
        await catalogue.find("alien")
        await catalogue.find_people("somebody")
        print(f"{await catalogue.count():,} films")
        films = [film async for film in catalogue.all() if film.year and film.id]
    return [FilmRef(film.id or "", film.title, film.year) for film in random.Random(1).choices(films, k=1000)]


async def main(file: str | None, count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = f"{folder}/films.db"
        films = await fill(database, file)
        for kind in ("constant", "film"):
            async with FakeDiscord(description=None) as fake:
                process = Process(kind, str(fake._port), database, fake.token)
                while not (fake.gateway.sessions and fake.commands):  # noqa: ASYNC110 - another process
                    await asyncio.sleep(0.05)
                await process.cpu()
                for name, act in acts(fake, films).items():
                    if kind == "film" or name == "/runtime, an id":
                        name = name if kind == "film" else "a constant string"
                        print(f"{name:28} {await measure(process, count, act)}", flush=True)
                await process.stop()


def acts(fake: FakeDiscord, films: list[FilmRef]) -> dict[str, Callable[[], Awaitable[Any]]]:
    """What is measured."""
    any_film = itertools.cycle(films)
    return {
        "/runtime, an id": lambda: fake.slash("runtime", {"title": "the-sessions-2012"}),
        "/film, any id": lambda: fake.slash("film", {"title": next(any_film).id}),
        "/film, any label": lambda: fake.slash("film", {"title": next(any_film).label}),
        "/runtime, a title": lambda: fake.slash("runtime", {"title": "The Sessions"}),
        "/runtime, a mistyped title": lambda: fake.slash("runtime", {"title": "the sesions"}),
        "/film, an id": lambda: fake.slash("film", {"title": "the-sessions-2012"}),
        "/cast, an id": lambda: fake.slash("cast", {"title": "the-sessions-2012"}),
        "autocomplete": lambda: fake.autocomplete("runtime", "title", "the ses"),
        "mention": lambda: fake.say(fake.channel, f"{fake.bot.mention} how long is The Sessions?"),
    }


if __name__ == "__main__":
    if sys.argv[1:2] == ["--bot"]:
        asyncio.run(be_a_bot(sys.argv[2], int(sys.argv[3]), sys.argv[4], sys.argv[5]))
    else:
        films = next((argument for argument in sys.argv[1:] if not argument.isdigit()), None)
        asyncio.run(main(films, int(next((argument for argument in sys.argv[1:] if argument.isdigit()), "1000"))))
