"""What is expected of the questions in `typed.txt`, computed from the data by other means than the bot's.

    python -m tests.questions.typed FILMS.jsonl.gz [--part written|kept|all] [--show N]

Asks the bot (in this process) and prints how many answers hold exactly the expected facts. Every second question is
kept aside ("kept"): rules were written looking at the others only.
"""

import argparse
import asyncio
import gzip
import json
import re
import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

from bot.knowledge.codes import country_name, language_name

TEXT = Path(__file__).with_name("typed.txt")
JOBS = ("cast", "directors", "writers", "producers", "composers", "cinematographers", "editors")

Row = dict[str, Any]


def norm(value: Any) -> str:
    if isinstance(value, bool):
        return str(value)
    spelt = unicodedata.normalize("NFKD", str(value)).casefold()
    return re.sub(r"[\W_]+", " ", "".join(c for c in spelt if not unicodedata.combining(c))).strip()


class Facts:
    """The films of a JSON Lines file, and the functions that `typed.txt` calls."""

    def __init__(self, path: Path) -> None:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            self.films: list[Row] = [json.loads(line) for line in file]

    def functions(self) -> dict[str, Any]:
        names = ("of", "played", "who", "role", "did", "first", "count", "costars", "chain", "person", "where")
        more = ("howmany", "top", "longer", "newer", "older", "common", "shared")
        return {name: getattr(self, name) for name in (*names, *more)} | {"yes": [True], "no": [False]}

    def film(self, name: str) -> Row:
        title, _, year = name.partition(":")
        if not year.isdigit():
            title, year = name, ""
        found = [f for f in self.films if f["title"] == title and (not year or f.get("year") == int(year))]
        return max(found, key=lambda f: f.get("popularity", 0))

    def names(self, film: Row, job: str) -> list[str]:
        return [person["name"] if job == "cast" else person for person in film.get(job, [])]

    def values(self, film: Row, field: str) -> list[Any]:
        match field:
            case "release":
                return [release["date"] for release in film["releases"]]
            case "titles":
                return [film["original_title"], *film.get("also_known_as", [])]
            case "languages":
                return [language_name(code) for code in film.get("languages", [])]
            case "countries":
                return [country_name(code) for code in film.get("countries", [])]
            case "genres":
                return list(film.get("genres", []))
            case "runtime" | "year":
                return [film[field]] if film.get(field) else []
        return self.names(film, field)

    def of(self, name: str, field: str) -> list[Any]:
        return self.values(self.film(name), field)

    def played(self, name: str, character: str) -> list[str]:
        words = set(norm(character).split())
        return [r["name"] for r in self.film(name)["cast"] if words <= set(norm(r.get("character", "")).split())]

    def who(self, character: str) -> list[str]:
        parts = re.compile(r"\s*/\s*")
        return [
            role["name"]
            for film in self.films
            for role in film.get("cast", [])
            if norm(character) in [norm(part) for part in parts.split(role.get("character", ""))]
        ]

    def role(self, name: str, person: str) -> list[str]:
        return [r["character"] for r in self.film(name)["cast"] if r["name"] == person]

    def _did(self, person: str, job: str, **filters: Any) -> list[Row]:
        return [f for f in self.films if person in self.names(f, job) and self._fits(f, **filters)]

    def _fits(self, film: Row, **filters: Any) -> bool:
        year, runtime = film.get("year") or 0, film.get("runtime") or 0
        checks: dict[str, Callable[[Any], bool]] = {
            "genre": lambda genre: genre in film.get("genres", []),
            "decade": lambda decade: decade <= year <= decade + 9,
            "year": lambda wanted: year == wanted,
            "before": lambda wanted: 0 < year < wanted,
            "after": lambda wanted: year > wanted,
            "between": lambda years: years[0] <= year <= years[1],
            "under": lambda minutes: 0 < runtime < minutes,
            "over": lambda minutes: runtime > minutes,
            "language": lambda name: name in self.values(film, "languages"),
            "country": lambda name: name in self.values(film, "countries"),
            "actor": lambda name: name in self.names(film, "cast"),
            "other": lambda other: other[0] in self.names(film, other[1]),
        }
        return all(checks[name](value) for name, value in filters.items())

    def did(self, person: str, job: str, **filters: Any) -> list[str]:
        return [f["title"] for f in self._did(person, job, **filters)]

    def first(self, person: str, job: str, field: str, last: bool) -> list[str]:
        return self._top(self._did(person, job), field, last)

    def _top(self, films: list[Row], field: str, last: bool) -> list[str]:
        known = [f for f in films if f.get(field)]
        best = (max if last else min)(f[field] for f in known)
        return [f["title"] for f in known if f[field] == best]

    def count(self, person: str, job: str, **filters: Any) -> list[int]:
        return [len(self._did(person, job, **filters))]

    def costars(self, person: str) -> list[str]:
        return sorted({n for f in self._did(person, "cast") for n in self.names(f, "cast")} - {person})

    def chain(self, name: str, job: str, *steps: str) -> list[Any]:
        start = self.film(name)
        people = set(self.names(start, job))
        films = [f for f in self.films if f is not start and people & set(self.names(f, job))]
        if len(steps) == 1:
            return [f["title"] for f in films]
        return list({str(v): v for f in films for v in self.values(f, steps[1])}.values())

    def person(self, person: str, job: str, field: str) -> list[Any]:
        return list({str(v): v for f in self._did(person, job) for v in self.values(f, field)}.values())

    def where(self, **filters: Any) -> list[str]:
        return [f["title"] for f in self.films if self._fits(f, **filters)]

    def howmany(self, **filters: Any) -> list[int]:
        return [len(self.where(**filters))]

    def top(self, field: str, last: bool, **filters: Any) -> list[str]:
        return self._top([f for f in self.films if self._fits(f, **filters)], field, last)

    def longer(self, a: str, b: str) -> list[str]:
        return [max((self.film(a), self.film(b)), key=lambda f: f["runtime"])["title"]]

    def newer(self, a: str, b: str) -> list[str]:
        return [max((self.film(a), self.film(b)), key=lambda f: f["year"])["title"]]

    def older(self, a: str, b: str) -> list[str]:
        return [min((self.film(a), self.film(b)), key=lambda f: f["year"])["title"]]

    def common(self, a: str, b: str) -> list[str]:
        one, two = self.film(a), self.film(b)
        fields = (*JOBS, "genres", "languages", "countries")
        return list(
            dict.fromkeys(v for field in fields for v in self.values(one, field) if v in self.values(two, field))
        )

    def shared(self, a: str, b: str, job: str) -> list[str]:
        return [name for name in self.names(self.film(a), job) if name in self.names(self.film(b), job)]


def questions() -> Iterator[tuple[str, str]]:
    """Every question with the expression of what is expected."""
    for line in TEXT.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            expected, _, asked = line.partition("::")
            yield from ((question.strip(), expected.strip()) for question in asked.split("|"))


async def main() -> None:
    from bot.knowledge.catalogue import open_catalogue
    from bot.questions.ask import ask
    from bot.sources.importing import import_file

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("films", type=Path)
    parser.add_argument("--part", choices=("written", "kept", "all"), default="all")
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--database", help="an imported catalogue, to save the import")
    args = parser.parse_args()
    known = Facts(args.films).functions()
    asked = list(questions())
    asked = {"written": asked[::2], "kept": asked[1::2], "all": asked}[args.part]
    right, seconds = 0, []
    with tempfile.TemporaryDirectory() as folder:
        async with open_catalogue(args.database or f"{folder}/films.db") as catalogue:
            if not await catalogue.count():
                await import_file(args.films, catalogue.edits)
            await ask("how long is Alien", catalogue)
            for question, expression in asked:
                gold = eval(expression, {}, known)  # our own file
                started = perf_counter()
                answer = await ask(question, catalogue)
                seconds.append(perf_counter() - started)
                good = {norm(v) for v in gold} == {norm(v) for v in answer.values}
                right += good
                if not good and args.show:
                    args.show -= 1
                    print(
                        f"  {question!r}: expected {gold[:4]} ({len(gold)}) got {answer.kind} {answer.values[:4]} {answer.text[:90]!r}"  # noqa: E501 - reads best in one line
                    )
    seconds.sort()
    print(
        f"{right} of {len(asked)} right, {100 * right / len(asked):.1f} %; "
        f"p50 {1000 * seconds[len(seconds) // 2]:.1f} ms, p99 {1000 * seconds[int(len(seconds) * 0.99)]:.1f} ms"
    )


if __name__ == "__main__":
    asyncio.run(main())
