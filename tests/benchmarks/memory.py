"""The memory of the bot when it runs: Discord's library, the catalogue and both match indexes.

    python tests/benchmarks/memory.py FILMS.jsonl.gz

Measured in a process of its own on an imported catalogue; beside it the same process before any film is loaded.
Budget: 150 MB at 36,000 films, 600 MB at 1,000,000 titles.
"""

import asyncio
import subprocess
import sys
import tempfile
from pathlib import Path

MEBI = 1024


def resident() -> float:
    """MiB of this process in memory now (Linux)."""
    fields = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    return int(fields["VmRSS"].split()[0]) / MEBI


async def load(database: str) -> None:
    from bot.chat import running  # noqa: F401 - a bot has it loaded
    from bot.knowledge.catalogue import open_catalogue
    from bot.questions.ask import ask

    print(f"before any film     {resident():.0f} MiB")
    async with open_catalogue(database) as catalogue:
        await ask("how long is Alien?", catalogue)
        await ask("films with Helen Hunt", catalogue)
        print(f"with {await catalogue.count():>9,} films {resident():.0f} MiB")


def main() -> None:
    if sys.argv[1] == "--load":
        asyncio.run(load(sys.argv[2]))
        return
    with tempfile.TemporaryDirectory() as folder:
        database = f"{folder}/films.db"
        options = ["--database", database, "--films", "none"]
        subprocess.run([sys.executable, "-m", "bot", *options, "import", sys.argv[1]], check=True)
        subprocess.run([sys.executable, __file__, "--load", database], check=True)  # builds the indexes
        subprocess.run([sys.executable, __file__, "--load", database], check=True)  # loads them, as every later start


if __name__ == "__main__":
    main()
