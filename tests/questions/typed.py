"""What is expected of questions as people type them, computed from the entries by other means than the bot's.

    python -m tests.questions.typed [FILMS.jsonl.gz] [--database COPY] [--text FILE] [--show N]

Asks the bot (in this process) the questions of `typed.txt` over a file of TMDB's films, or without a file those of
`shipped.txt` over the shipped films, and prints how many answers hold exactly the expected facts. `blind/` holds
questions of people who had not seen the rules, to be asked with `--text`, and whole conversations.
"""

import argparse
import asyncio
import re
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

from bot.knowledge.catalogue import Catalogue, open_catalogue
from bot.knowledge.codes import country_name, language_name
from bot.knowledge.film import Film, Release
from bot.questions.answers.answer import Answer, Kind
from bot.questions.ask import ask
from bot.questions.conversation.context import Context
from bot.questions.words.wording import awarded, where
from bot.sources.folder import sync
from bot.sources.importing import import_file

TYPED, SHIPPED, LOOSE = (Path(__file__).with_name(name) for name in ("typed.txt", "shipped.txt", "loose.txt"))
JOBS = ("cast", "directors", "writers", "producers", "composers", "cinematographers", "editors")

Row = dict[str, Any]


def norm(value: Any) -> str:
    if isinstance(value, bool):
        return str(value)
    spelt = unicodedata.normalize("NFKD", str(value)).casefold()
    return re.sub(r"[\W_]+", " ", "".join(c for c in spelt if not unicodedata.combining(c))).strip()


class Facts:
    """The entries of films as plain data, and the functions that expectations call."""

    def __init__(self, films: list[Row]) -> None:
        self.films = films

    def expected(self, expression: str) -> list[Any] | Kind:
        """The values an answer must have; the kind of the reply where there is nothing to answer."""
        known = {name: getattr(self, name) for name in dir(self) if not name.startswith("_")}
        words = {"yes": [True], "no": [False], "unknown": Kind.UNKNOWN, "asks": Kind.CHOICE}
        found: list[Any] | Kind = eval(expression, known | words | {"films": self.films})  # our own file
        return found or Kind.UNKNOWN

    def good(self, answer: Answer, expression: str) -> bool:
        """Whether an answer holds exactly what is expected."""
        expected = self.expected(expression)
        if isinstance(expected, Kind):
            return answer.kind is expected and not answer.values
        return {norm(v) for v in expected} == {norm(v) for v in answer.values}

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
            case "premiere":
                return [where(Release.model_validate(film["releases"][0]))]
            case "original_title":
                return [film[field]]
            case "links":
                return list(film["links"].values())
            case "titles":
                return list(filter(None, [film.get("original_title"), *film.get("also_known_as", [])]))
            case "certificates":
                return [one["label"] for one in film.get("certificates", [])]
            case "awards":
                return list(awarded(Film.model_validate(film)))
            case "prizes":
                return [award for award in awarded(Film.model_validate(film)) if award.startswith("won")]
            case "themes" | "keywords":
                return list(film.get(field, []))
            case "summary" | "plot" | "reception" | "audience" | "based_on":
                return [film[field]] if film.get(field) else []
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
        every = [role for film in self.films for role in film.get("cast", [])]
        said = [(role["name"], re.sub(r" *\(.*?\)", "", role.get("character", ""))) for role in every]
        whole = [name for name, of in said if norm(character) in map(norm, parts.split(of))]
        return whole or [name for name, of in said if f" {norm(character)} " in f" {norm(of)} "]

    def withrole(self, character: str, **filters: Any) -> list[str]:
        said = f" {norm(character)} "
        return [
            film["title"]
            for film in self.films
            if any(said in f" {norm(role.get('character', ''))} " for role in film.get("cast", []))
            if self._fits(film, **filters)
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
            "notlanguage": lambda name: name not in self.values(film, "languages"),
            "genres": lambda genres: set(genres) <= set(film.get("genres", [])),
            "notgenre": lambda genre: genre not in film.get("genres", []),
            "theme": lambda theme: theme in (*film.get("themes", []), *film.get("keywords", [])),
            "certificate": lambda label: label in self.values(film, "certificates"),
            "rated": lambda wanted: wanted[1] in self._labels(film, wanted[0]),
            "shown": lambda event: any(event in release.get("event", "") for release in film.get("releases", [])),
            "premiere": lambda event: event in (film.get("releases") or [{}])[0].get("event", ""),
            "source": lambda pattern: re.search(pattern, film.get("based_on") or "") is not None,
            "titled": lambda start: film["title"].startswith(start),
            "actor": lambda name: name in self.names(film, "cast"),
            "without": lambda name: name not in self.names(film, "cast"),
            "other": lambda other: other[0] in self.names(film, other[1]),
        }
        return all(checks[name](value) for name, value in filters.items())

    def did(self, person: str, job: str, **filters: Any) -> list[str]:
        return [f["title"] for f in self._did(person, job, **filters)]

    def credits(self, person: str) -> list[str]:
        return [f["title"] for f in self.films if any(person in self.names(f, job) for job in JOBS)]

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

    def series(self, start: str, field: str) -> list[Any]:
        found = [f for f in self.films if norm(f["title"]).startswith(norm(start))]
        return sorted({value for film in found for value in self.values(film, field)})

    def _labels(self, film: Row, country: str) -> list[str]:
        return [c["label"] for c in film.get("certificates", []) if c["country"] == country]

    def certificate(self, name: str, country: str) -> list[str]:
        return self._labels(self.film(name), country)

    def reason(self, name: str, country: str = "") -> list[str]:
        rated = self.film(name).get("certificates", [])
        return [c["reason"] for c in rated if c.get("reason") and country in ("", c["country"])]

    def link(self, name: str, site: str) -> list[str]:
        return [link for of, link in self.film(name)["links"].items() if of == site]

    def opening(self, name: str) -> list[str]:
        return [self.film(name)["releases"][0]["date"]]

    def release(self, name: str, country: str) -> list[str]:
        return [r["date"] for r in self.film(name).get("releases", []) if r.get("country") == country]

    def won(
        self, award: str, category: str = "", result: str = "won", person: str = "", year: int = 0, **filters: Any
    ) -> list[str]:
        return [film["title"] for film, _ in self._given(award, category, result, person, year, **filters)]

    def winners(self, award: str, category: str, year: int = 0, **filters: Any) -> list[str]:
        given = self._given(award, category, "won", "", year, **filters)
        return [name for _, one in given for name in re.split(", | and ", one.get("person", "")) if name]

    def decorated(self, award: str, least: int) -> list[str]:
        times = Counter(id(film) for film, _ in self._given(award, "", "won", "", 0))
        return [film["title"] for film in self.films if times[id(film)] >= least]

    def _given(
        self, award: str, category: str, result: str, person: str, year: int, **filters: Any
    ) -> Iterator[tuple[Row, Row]]:
        for film in self.films:
            for one in film.get("awards", []) if self._fits(film, **filters) else ():
                named = one["award"] == award and category in ("", one.get("category"))
                of = person in one.get("person", "") and year in (0, one.get("year"))
                if named and of and result in ("", one.get("result", "won")):
                    yield film, one

    def shared(self, a: str, b: str, job: str) -> list[str]:
        return [name for name in self.names(self.film(a), job) if name in self.names(self.film(b), job)]


def questions(path: Path) -> Iterator[tuple[str, str]]:
    """Every question of a file with the expression of what is expected."""
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            expected, _, asked = line.partition("::")
            yield from ((question.strip(), expected.strip()) for question in asked.split("|"))


def conversations(path: Path) -> Iterator[list[tuple[str, str]]]:
    """Every conversation of a file: each text with the expression of what is expected, "= …" in the line behind it."""
    for block in path.read_text("utf-8").split("\n\n"):
        lines = block.strip().splitlines()
        if lines:
            yield [
                (text, expected.removeprefix("=").strip())
                for text, expected in zip(lines[::2], lines[1::2], strict=True)
            ]


async def facts(catalogue: Catalogue) -> Facts:
    """The entries of a catalogue."""
    return Facts([film.document() async for film in catalogue.all()])


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("films", type=Path, nargs="?")
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--database", help="an imported catalogue, to save the import")
    parser.add_argument("--text", type=Path, help="a file of questions instead")
    args = parser.parse_args()
    text = args.text or (TYPED if args.films else SHIPPED)
    goes_on = text.name.startswith("conversations")
    asked = list(conversations(text)) if goes_on else [[one] for one in questions(text)]
    right, seconds = 0, []
    with tempfile.TemporaryDirectory() as folder:
        async with open_catalogue(args.database or f"{folder}/films.db") as catalogue:
            if not args.films:
                await sync(Path("films"), catalogue.edits)
            elif not await catalogue.count():
                await import_file(args.films, catalogue.edits)
            known = await facts(catalogue)
            await ask("how long is Alien", catalogue)
            for turns in asked:
                talk = Context() if goes_on else None
                for question, expression in turns:
                    started = perf_counter()
                    answer = await ask(question, catalogue, talk)
                    seconds.append(perf_counter() - started)
                    good = known.good(answer, expression)
                    right += good
                    if not good and args.show:
                        args.show -= 1
                        print(f"  {question!r}: expected {str(known.expected(expression))[:70]}")
                        print(f"      got {answer.kind} {str(answer.values)[:60]} {answer.text[:90]!r}")
    seconds.sort()
    print(
        f"{right} of {len(seconds)} right, {100 * right / len(seconds):.1f} %; "
        f"p50 {1000 * seconds[len(seconds) // 2]:.1f} ms, p99 {1000 * seconds[int(len(seconds) * 0.99)]:.1f} ms"
    )


if __name__ == "__main__":
    asyncio.run(main())
