"""How long an answer takes in a running bot, beside looking the film up by an exact title in plain SQL.

    python tests/benchmarks/questions.py FILMS.jsonl.gz [QUESTIONS]

Asks about films of the file in the ways of the rules' own examples. Budget: p99 under 20 ms over 40,000 films.
"""

import asyncio
import random
import resource
import sqlite3
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from bot.knowledge.catalogue import open_catalogue
from bot.questions.ask import ask
from bot.questions.rules.aspects import ASPECTS
from bot.sources.importing import import_file

HARD = (
    "who " * 1000,
    "the director of " * 250 + "Dune",
    "x" * 4000,
    " and ".join(["Tom Hanks"] * 300),
    "films with " + " and ".join(["brad pitt", "tom hanks", "meryl streep", "al pacino"] * 60),
    "映画 " * 1300,
    "\u200b" * 4000,
    "'; DROP TABLE films; -- " * 150,
    "**__~~||`" * 400,
    "is up her it m heat big signs speed drive salt up " * 60,
)
"""What should take no more than 50 ms each."""


def percentiles(seconds: list[float]) -> str:
    ordered = sorted(seconds)
    p50, p99 = (1000 * ordered[int(share * (len(ordered) - 1))] for share in (0.5, 0.99))
    return f"p50 {p50:.2f} ms, p99 {p99:.2f} ms, worst {1000 * ordered[-1]:.2f} ms"


async def main() -> None:
    file, count = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    rng = random.Random(1)
    with tempfile.TemporaryDirectory() as folder:
        database = f"{folder}/films.db"
        async with open_catalogue(database) as catalogue:
            await import_file(file, catalogue.edits)
            films = [(film.title, film.id) async for film in catalogue.all()]
            shapes = [(text, name) for rule in ASPECTS for text, name in rule.examples]
            kinds: dict[str, int] = {}
            seconds, plain = [], []
            await ask("how long is Alien", catalogue)  # builds the index
            connection = sqlite3.connect(database)
            for title, _ in rng.choices(films, k=count):
                text, name = rng.choice(shapes)
                started = perf_counter()
                answer = await ask(text.replace(name, title), catalogue)
                seconds.append(perf_counter() - started)
                kinds[answer.kind] = kinds.get(answer.kind, 0) + 1
                started = perf_counter()
                connection.execute("SELECT document FROM films WHERE title = ?", (title,)).fetchall()
                plain.append(perf_counter() - started)
            connection.close()
            hard = []
            for text in HARD:
                started = perf_counter()
                await ask(text[:4000], catalogue)
                hard.append(perf_counter() - started)
    print(f"{len(films):,} films, {count:,} questions: {kinds}")
    print(f"filmbot            {percentiles(seconds)}")
    print(f"hard texts         {percentiles(hard)}")
    print(f"plain SQL by title {percentiles(plain)}")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB, import included")


if __name__ == "__main__":
    asyncio.run(main())
