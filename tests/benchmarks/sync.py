"""What a start costs with a folder of YAML files, as whole processes: the first, one where nothing changed, a baseline.

    python tests/benchmarks/sync.py [FILES]

The folder holds the shipped films over and over under other titles. The baseline reads the same files with PyYAML's C
loader and puts them into an SQLite table of two columns with `executemany`. Budget for 5,000 files: first sync under
8 s, later starts under 1 s.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bot.sources.entries import read_film_file
from bot.sources.film_files import list_film_files
from bot.sources.problem import Row
from bot.sources.yaml_writer import yaml_document

FILMS = Path(__file__).parents[2] / "films"

START = """
import asyncio, resource, sys
from pathlib import Path
from bot.knowledge.catalogue import open_catalogue
from bot.sources.folder import sync

async def start(folder, database):
    async with open_catalogue(database) as catalogue:
        return await sync(Path(folder), catalogue.edits)

report = asyncio.run(start(*sys.argv[1:]))
print(f"{report}; peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
"""

BASELINE = """
import json, resource, sqlite3, sys, yaml
from pathlib import Path

paths = sorted(Path(sys.argv[1]).iterdir())
database = sqlite3.connect(sys.argv[2])
database.execute("create table films (id text primary key, document text)")
rows = ((path.stem, json.dumps(yaml.load(path.read_bytes(), yaml.CSafeLoader), default=str)) for path in paths)
database.executemany("insert into films values (?, ?)", rows)
database.commit()
print(f"{len(paths):,} added; peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
"""


def write_folder(folder: Path, count: int) -> int:
    """Write so many films; how many bytes that is."""
    rows = [row for file in list_film_files(FILMS)[0] if isinstance(row := read_film_file(file), Row)]
    size = 0
    for number in range(count):
        film = rows[number % len(rows)].film
        film = film.model_copy(update={"id": None, "title": f"{film.title} {number}"})
        size += (folder / f"film-{number}.yaml").write_text(yaml_document(film), "utf-8")
    return size


def run(name: str, program: str, *arguments: str) -> None:
    """Run a program as a process of its own and print what it took."""
    cpu, clock = os.times(), time.perf_counter()
    said = subprocess.run(
        [sys.executable, "-c", program, *arguments], check=True, capture_output=True, text=True
    ).stdout
    seconds = time.perf_counter() - clock
    after = os.times()
    used = after.children_user + after.children_system - cpu.children_user - cpu.children_system
    print(f"{name:11} {seconds:6.2f} s, CPU {used:6.2f} s: {said.strip()}")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "films")
        folder.mkdir()
        size = write_folder(folder, count)
        print(f"{count:,} files of {size // count:,} bytes")
        time.sleep(2.1)  # files younger than two seconds are read again at the next start
        run("baseline", BASELINE, str(folder), f"{place}/baseline.db")
        run("first sync", START, str(folder), f"{place}/films.db")
        run("later start", START, str(folder), f"{place}/films.db")


if __name__ == "__main__":
    main()
