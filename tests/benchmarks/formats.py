"""How fast each outside format is imported, and in how much memory, beside the same films as JSON Lines.

    python tests/benchmarks/formats.py [FILMS]

The shipped films over and over (2,000) under other titles, written in each form with what it has room for. IMDb's
tables have a benchmark of their own (`imdb.py`). The baseline parses the JSON Lines and keeps them in an SQLite table.
"""

import csv
import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from bot.knowledge.film import Film
from bot.sources.entries import read_film_file
from bot.sources.film_files import list_film_files
from bot.sources.json_lines import json_line
from bot.sources.problem import Row
from bot.sources.yaml_writer import yaml_document

FILMS = Path(__file__).parents[2] / "films"


def as_csv(films: list[Film], path: Path) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["title", "year", "runtime", "directors", "genres", "cast"])
        for film in films:
            cast = "; ".join(f"{role.name} as {role.character}" if role.character else role.name for role in film.cast)
            rows.writerow([film.title, film.year, film.runtime, "; ".join(film.directors), "|".join(film.genres), cast])


def as_movielens(films: list[Film], path: Path) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["movieId", "title", "genres"])
        rows.writerows([n, f"{film.title} ({film.year})", "|".join(film.genres)] for n, film in enumerate(films))


def as_tmdb(films: list[Film], path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        for n, film in enumerate(films):
            cast = [{"name": role.name, "character": role.character, "order": at} for at, role in enumerate(film.cast)]
            crew = [{"name": name, "job": "Director"} for name in film.directors]
            one = {"id": n, "title": film.title, "original_title": film.title, "runtime": film.runtime}
            one |= {"release_date": f"{film.year}-01-01", "overview": film.summary, "vote_count": 1}
            one |= {"credits": {"cast": cast, "crew": crew}, "genres": [{"name": genre} for genre in film.genres]}
            file.write(json.dumps(one) + "\n")


def as_wikidata(films: list[Film], path: Path) -> None:
    def item(number: int) -> dict[str, object]:
        snak = {"snaktype": "value", "datavalue": {"value": {"numeric-id": number}}}
        return {"mainsnak": snak, "rank": "normal"}

    people = {name: 10**6 + n for n, name in enumerate(sorted({role.name for film in films for role in film.cast}))}
    with path.open("w", encoding="utf-8") as file:
        file.write("[\n")
        for name, number in people.items():
            labels = {"en": {"language": "en", "value": name}}
            file.write(json.dumps({"type": "item", "id": f"Q{number}", "labels": labels, "claims": {}}) + ",\n")
        for n, film in enumerate(films):
            labels = {"en": {"language": "en", "value": film.title}}
            claims = {"P31": [item(11424)], "P161": [item(people[role.name]) for role in film.cast]}
            file.write(json.dumps({"type": "item", "id": f"Q{n + 1}", "labels": labels, "claims": claims}) + ",\n")
        file.write("]\n")


def as_wikitext(films: list[Film], folder: Path) -> None:
    folder.mkdir()
    for n, film in enumerate(films):
        box = f"| name = {film.title}\n| director = {'<br>'.join(film.directors)}\n| runtime = {film.runtime} minutes\n"
        starring = "\n".join(f"* [[{role.name}]]" for role in film.cast)
        box += f"| starring = {{{{Plainlist|\n{starring}\n}}}}\n| released = {{{{Film date|{film.year}|1|2}}}}\n"
        (folder / f"{n}.wiki").write_text(f"{{{{Infobox film\n{box}}}}}\n", "utf-8")


WRITERS: dict[str, Callable[[list[Film], Path], object]] = {
    "all.yaml": lambda films, path: path.write_text("".join(f"---\n{yaml_document(film)}" for film in films), "utf-8"),
    "all.csv": as_csv,
    "movies.csv": as_movielens,
    "tmdb.jsonl": as_tmdb,
    "wikidata.json": as_wikidata,
    "wikitext": as_wikitext,
}


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    rows = [row for file in list_film_files(FILMS)[0] if isinstance(row := read_film_file(file), Row)]
    films = [
        film.model_copy(update={"id": None, "title": f"{film.title} {n}", "links": {}})
        for n in range(count)
        for film in [rows[n % len(rows)].film]
    ]
    with tempfile.TemporaryDirectory() as place:
        lines = Path(place, "all.jsonl.gz")
        lines.write_bytes(gzip.compress("".join(f"{json_line(film)}\n" for film in films).encode()))
        for name, write in WRITERS.items():
            write(films, Path(place, name))
        paths = [str(lines), *(str(Path(place, name)) for name in WRITERS)]
        subprocess.run([sys.executable, str(Path(__file__).with_name("imports.py")), *paths], check=True)


if __name__ == "__main__":
    main()
