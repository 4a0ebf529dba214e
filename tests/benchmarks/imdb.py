"""How fast IMDb's tables are imported, and in how much memory, beside reading the same tables with nothing kept.

    python tests/benchmarks/imdb.py [FILMS]

The tables are made, in the form of IMDb's daily ones: as many films as asked for (70,000), as many other titles among
them, ten principals, two writers and four other titles a film, four people a film, half of the films rated. The
baseline splits every line of every table at its tabs and does nothing with them. Budget: 700,000 films in under
15 minutes and 1 GB.
"""

import gzip
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

SYLLABLES = "ka ro mi ten sha lu be no ri van del os ti mar en ga po".split()
GENRES = "Drama Comedy Documentary Action Romance Thriller Crime Horror Family".split()
REGIONS = "US GB FR DE JP IN BR".split()
HEADERS = {
    "title.basics": "tconst titleType primaryTitle originalTitle isAdult startYear endYear runtimeMinutes genres",
    "title.akas": "titleId ordering title region language types attributes isOriginalTitle",
    "title.crew": "tconst directors writers",
    "title.principals": "tconst ordering nconst category job characters",
    "title.ratings": "tconst averageRating numVotes",
    "name.basics": "nconst primaryName birthYear deathYear primaryProfession knownForTitles",
}
PRINCIPALS = "actor actress actor actress director writer producer composer cinematographer editor".split()

IMPORT = """
import asyncio, resource, sys
from pathlib import Path
from bot.knowledge.catalogue import open_catalogue
from bot.sources.importing import import_file

async def run(folder, database):
    async with open_catalogue(database) as catalogue:
        return await import_file(Path(folder), catalogue.edits)

report = asyncio.run(run(*sys.argv[1:]))
print(f"{report}; peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
"""

BASELINE = """
import gzip, resource, sys
from pathlib import Path

rows = 0
for path in sorted(Path(sys.argv[1]).iterdir()):
    with gzip.open(path, "rb") as lines:
        for line in lines:
            rows += len(line.split(b"\\t")) > 1
print(f"{rows:,} rows; peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
"""


def words(draw: random.Random, count: int) -> str:
    return " ".join("".join(draw.choices(SYLLABLES, k=draw.randint(1, 3))).title() for _ in range(count))


def rows(films: int, draw: random.Random) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Every row of every table, by the table's name."""
    people = films * 4
    for n in range(1, people + 1):
        yield "name.basics", (f"nm{n:07}", words(draw, 2), "\\N", "\\N", "actor,writer", "\\N")
    for n in range(1, films * 2 + 1):
        key, title = f"tt{n:07}", words(draw, draw.randint(1, 4))
        film = n % 2
        kind = draw.choice(("movie", "movie", "movie", "tvMovie")) if film else "tvEpisode"
        genres = ",".join(draw.sample(GENRES, 2))
        yield (
            "title.basics",
            (key, kind, title, title, 0, draw.randint(1920, 2025), "\\N", draw.randint(60, 180), genres),
        )
        cast = [f"nm{draw.randint(1, people):07}" for _ in PRINCIPALS]
        for place, (person, job) in enumerate(zip(cast, PRINCIPALS, strict=True), 1):
            part = f'["{words(draw, 2)}"]' if job.startswith("act") else "\\N"
            yield "title.principals", (key, place, person, job, "\\N", part)
        yield "title.crew", (key, cast[4], f"{cast[5]},{cast[0]}")
        if film:
            yield "title.akas", (key, 1, title, "\\N", "\\N", "original", "\\N", 1)
            for place in range(2, 6):
                yield "title.akas", (key, place, words(draw, 3), draw.choice(REGIONS), "\\N", "imdbDisplay", "\\N", 0)
            if n % 4 == 1:
                yield "title.ratings", (key, draw.randint(10, 100) / 10, int(draw.paretovariate(0.5) * 5))


def write_tables(folder: Path, films: int) -> int:
    """Write the six tables; how many bytes that is."""
    with ExitStack() as stack:
        files = {
            name: stack.enter_context(gzip.open(folder / f"{name}.tsv.gz", "wt", 1, encoding="utf-8", newline="\n"))
            for name in HEADERS
        }
        for name, header in HEADERS.items():
            files[name].write(header.replace(" ", "\t") + "\n")
        for name, cells in rows(films, random.Random(1895)):
            files[name].write("\t".join(map(str, cells)) + "\n")
    return sum(path.stat().st_size for path in folder.iterdir())


def run(name: str, program: str, *arguments: str) -> None:
    """Run a program as a process of its own and print what it took."""
    cpu, clock = os.times(), time.perf_counter()
    said = subprocess.run(
        [sys.executable, "-c", program, *arguments], check=True, capture_output=True, text=True
    ).stdout
    seconds = time.perf_counter() - clock
    after = os.times()
    used = after.children_user + after.children_system - cpu.children_user - cpu.children_system
    print(f"{name:9} {seconds:7.1f} s, CPU {used:7.1f} s: {said.strip()}", flush=True)


def main() -> None:
    films = int(sys.argv[1]) if len(sys.argv) > 1 else 70_000
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "tables")
        folder.mkdir()
        print(f"tables of {films:,} films, {write_tables(folder, films) >> 20:,} MiB packed", flush=True)
        run("baseline", BASELINE, str(folder))
        run("import", IMPORT, str(folder), f"{place}/films.db")
        print(f"the catalogue takes {Path(place, 'films.db').stat().st_size >> 20:,} MiB")


if __name__ == "__main__":
    main()
