"""How fast a file of films is imported, in how much memory, beside plain `json` and `sqlite3`.

    python tests/benchmarks/imports.py [FILE…]

Without a file: those of ../shared/data; `formats.py` makes one of every form. Each import runs twice, as processes of
their own; the second time nothing is new. The baseline keeps each line's JSON in an SQLite table of two columns with
`executemany`: no checks, no tables to ask by. Budget: 36,273 films in under 20 s.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SHARED = Path(__file__).parents[2].parent / "shared" / "data"

IMPORT = """
import asyncio, resource, sys
from pathlib import Path
from bot.knowledge.catalogue import open_catalogue
from bot.sources.importing import import_file

async def run(file, database):
    async with open_catalogue(database) as catalogue:
        return await import_file(Path(file), catalogue.edits)

report = asyncio.run(run(*sys.argv[1:]))
count = report.added + report.changed + report.unchanged
print(count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, report, sep="\\t")
"""

BASELINE = """
import gzip, json, resource, sqlite3, sys

database = sqlite3.connect(sys.argv[2])
database.execute("create table films (title text, document text)")
with gzip.open(sys.argv[1], "rt", encoding="utf-8") as lines:
    rows = ((film["title"], json.dumps(film)) for film in map(json.loads, lines))
    database.executemany("insert into films values (?, ?)", rows)
database.commit()
count = database.execute("select count(*) from films").fetchone()[0]
print(count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, "kept", sep="\\t")
"""


def run(name: str, program: str, *arguments: str) -> None:
    """Run a program as a process of its own and print what it took."""
    cpu, clock = os.times(), time.perf_counter()
    said = subprocess.run(
        [sys.executable, "-c", program, *arguments], check=True, capture_output=True, text=True
    ).stdout
    seconds = time.perf_counter() - clock
    after = os.times()
    used = after.children_user + after.children_system - cpu.children_user - cpu.children_system
    count, memory, report = said.strip().split("\t")
    speed = int(count) / seconds
    print(
        f"  {name:9} {seconds:6.2f} s, CPU {used:6.2f} s, {speed:8,.0f} films/s, {memory:>4} MiB: {report}", flush=True
    )


def main() -> None:
    files = [Path(name) for name in sys.argv[1:]] or sorted(SHARED.glob("films_*.jsonl.gz"))
    if not files:
        sys.exit("name a file of films: the shared ones are not here")
    for file in files:
        print(file.name, flush=True)
        with tempfile.TemporaryDirectory() as place:
            if file.name.endswith(".jsonl.gz"):
                run("baseline", BASELINE, str(file), f"{place}/baseline.db")
            run("first", IMPORT, str(file), f"{place}/films.db")
            run("again", IMPORT, str(file), f"{place}/films.db")


if __name__ == "__main__":
    main()
