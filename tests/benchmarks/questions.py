"""How long an answer takes in a running bot, beside looking the film up by an exact title in plain SQL, by set.

    python tests/benchmarks/questions.py FILMS.jsonl.gz [QUESTIONS]

Asks about films of the file in the ways of the rules' own examples, as they are and with a slip in the title, then what
people typed, then texts of 4,000 characters. Seconds are of the processor, for the machine may be shared. Budget: p99
under 20 ms over 40,000 films, and no text over 50 ms.
"""

import asyncio
import random
import resource
import sqlite3
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from time import process_time

from bot.knowledge.catalogue import Catalogue, open_catalogue
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
LONG = 8
"""Letters of a title that a slip is put into."""


TYPED = Path(__file__).parents[1] / "questions"
SETS = {"typed": TYPED / "typed.txt", "strangers'": TYPED / "blind" / "seen_tmdb.txt"}
"""Files of questions as `tests/questions/typed.py` reads them."""


def percentiles(seconds: list[float]) -> str:
    ordered = sorted(seconds)
    p50, p99 = (1000 * ordered[int(share * (len(ordered) - 1))] for share in (0.5, 0.99))
    return f"{len(ordered):5,} texts  p50 {p50:.2f} ms, p99 {p99:.2f} ms, worst {1000 * ordered[-1]:.2f} ms"


def mistyped(title: str, rng: random.Random) -> str:
    """A title with one of its letters left out, if it is long enough to be known then."""
    at = rng.randrange(1, max(2, len(title) - 1))
    return title[:at] + title[at + 1 :] if len(title) >= LONG else title


def asked(file: Path) -> list[str]:
    """Every way of asking in a file of questions."""
    lines = [line for line in file.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [way.strip() for line in lines for way in line.partition("::")[2].split("|")]


async def took(texts: Iterable[str], catalogue: Catalogue) -> list[float]:
    """Seconds that each answer takes."""
    seconds = []
    for text in texts:
        started = process_time()
        await ask(text, catalogue)
        seconds.append(process_time() - started)
    return seconds


async def main() -> None:
    file, count = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    rng = random.Random(1)
    with tempfile.TemporaryDirectory() as folder:
        database = f"{folder}/films.db"
        async with open_catalogue(database) as catalogue:
            await import_file(file, catalogue.edits)
            titles = [film.title async for film in catalogue.all()]
            await ask("how long is Alien", catalogue)  # builds the index
            await ask("how long is Aliem", catalogue)
            shapes = [(text, name) for rule in ASPECTS for text, name in rule.examples]
            chosen = [(title, *rng.choice(shapes)) for title in rng.choices(titles, k=count)]
            sets = {
                "examples": [text.replace(name, title) for title, text, name in chosen],
                "misspelt": [text.replace(name, mistyped(title, rng)) for title, text, name in chosen],
                **{name: asked(some) for name, some in SETS.items()},
                "hard texts": [text[:4000] for text in HARD],
            }
            print(f"{len(titles):,} films")
            for name, texts in sets.items():
                print(f"{name:12}{percentiles(await took(texts, catalogue))}")
            plain = []
            connection = sqlite3.connect(database)
            for title, *_ in chosen:
                started = process_time()
                connection.execute("SELECT document FROM films WHERE title = ?", (title,)).fetchall()
                plain.append(process_time() - started)
            connection.close()
    print(f"{'plain SQL':12}{percentiles(plain)}")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB, import included")


if __name__ == "__main__":
    asyncio.run(main())
