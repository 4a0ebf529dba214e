"""Autocomplete while 50 members type: the time of a completion and how long the event loop is held up.

    python tests/benchmarks/typing_members.py FILMS.jsonl.gz [MEMBERS] [SECONDS]

Every member types a title; two to four times a second, as Discord sends what was typed so far, completions are asked
for in the event loop, as the bot does, from a catalogue with the films. Budget at 1,000,000 titles: completion p99
under 50 ms, added lag under 5 ms.
"""

import asyncio
import gzip
import json
import random
import subprocess
import sys
import tempfile
from itertools import islice
from pathlib import Path
from time import perf_counter

from bot.knowledge.catalogue import Catalogue, open_catalogue


def spread(name: str, seconds: list[float]) -> str:
    seconds.sort()
    shares = ", ".join(f"p{share} {1000 * seconds[len(seconds) * share // 100]:.2f} ms" for share in (50, 95, 99))
    return f"{name}: {shares}, most {1000 * seconds[-1]:.2f} ms of {len(seconds)}"


async def member(
    catalogue: Catalogue, titles: list[str], dice: random.Random, until: float, taken: list[float]
) -> None:
    await asyncio.sleep(dice.uniform(0, 1))
    while perf_counter() < until:
        title = dice.choice(titles).lower()
        for end in range(1, len(title) + 1, 2):
            due = perf_counter() + dice.uniform(0.25, 0.5)
            await asyncio.sleep(due - perf_counter())
            await catalogue.complete(title[:end], 25)
            taken.append(perf_counter() - due)


async def clock(until: float, late: list[float]) -> None:
    while perf_counter() < until:
        due = perf_counter() + 0.01
        await asyncio.sleep(0.01)
        late.append(perf_counter() - due)


async def all_typing(database: str, titles: list[str], members: int, seconds: int) -> None:
    """Print how long completions from the database take and how late the event loop is meanwhile."""
    dice = random.Random(1)
    quiet: list[float] = []
    late: list[float] = []
    taken: list[float] = []
    async with open_catalogue(database) as catalogue:
        await catalogue.warm()
        await clock(perf_counter() + 3, quiet)
        until = perf_counter() + seconds
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(clock(until, late))
            for _ in range(members):
                tasks.create_task(member(catalogue, titles, dice, until, taken))
        print(f"{await catalogue.count()} films, {members} members")
    print(spread("completion, from the letter to the choices", taken))
    print(spread("lateness of the event loop, nobody typing", quiet))
    print(spread("lateness of the event loop, all typing", late))


def main() -> None:
    path = Path(sys.argv[1])
    members = int(sys.argv[2]) if len(sys.argv) > 2 else 50
    seconds = int(sys.argv[3]) if len(sys.argv) > 3 else 15
    if not path.exists():
        raise SystemExit(f"{path} is not there: nothing to measure")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        titles = [json.loads(line)["title"] for line in islice(lines, 50_000)]
    with tempfile.TemporaryDirectory() as folder:
        database = f"{folder}/films.db"
        options = ["--database", database, "--films", "none"]
        subprocess.run([sys.executable, "-m", "bot", *options, "import", str(path)], check=True)
        asyncio.run(all_typing(database, titles, members, seconds))


if __name__ == "__main__":
    main()
