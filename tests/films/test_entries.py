"""The shipped films: complete, written by us, and in agreement with what others know."""

import gzip
import json
import unicodedata
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from bot.knowledge.film import Film, slug
from bot.sources.problem import Row
from bot.sources.reading import read

ROOT = Path(__file__).parent.parent.parent
SHARED = ROOT.parent / "shared" / "data"
FILMS = {
    path.stem: row.film
    for path in sorted((ROOT / "films").glob("*.yaml"))
    for row in read(path)
    if isinstance(row, Row)
}
NEAR = 2
"""Minutes by which runtimes may differ without a word in the entry's sources."""


def plain(name: str) -> str:
    """A name without accents, case, spaces and punctuation."""
    return "".join(c for c in unicodedata.normalize("NFKD", name).casefold() if c.isalnum())


def words(text: str | None) -> set[str]:
    """The words of a character's name."""
    return {plain(word) for word in (text or "").split()} - {""}


@pytest.mark.parametrize("name", FILMS)
def test_an_entry_is_complete(name: str) -> None:
    film = FILMS[name]
    assert slug(film.title, film.year) == name
    assert film.runtime
    assert film.directors
    assert film.certificates
    assert film.genres
    assert film.countries
    assert film.languages
    assert film.releases
    assert film.sources
    assert film.themes
    assert film.audience
    assert len([role for role in film.cast if role.character]) >= 6
    assert film.summary
    assert 40 <= len(film.summary.split()) <= 90
    assert film.reception
    assert len(film.reception.split()) >= 25


def test_there_are_films_of_many_kinds() -> None:
    assert len(FILMS) >= 40
    assert len({(film.year or 0) // 10 for film in FILMS.values()}) >= 9
    assert len({film.countries[0] for film in FILMS.values()}) >= 10
    titles = [film.title for film in FILMS.values()]
    assert len({title for title in titles if titles.count(title) > 1}) >= 5
    assert len([film for film in FILMS.values() if "en" not in film.languages]) >= 12


def test_the_sessions_is_told_right() -> None:
    film = FILMS["the-sessions-2012"]
    (certificate,) = [c for c in film.certificates if c.country == "US"]
    assert (certificate.label, certificate.reason) == (
        "R",
        "strong sexuality including graphic nudity and frank dialogue",
    )
    assert (film.runtime, film.directors, film.writers) == (95, ("Ben Lewin",), ("Ben Lewin",))
    assert [(role.name, role.character) for role in film.cast[:3]] == [
        ("John Hawkes", "Mark O'Brien"),
        ("Helen Hunt", "Cheryl Cohen-Greene"),
        ("William H. Macy", "Father Brendan"),
    ]
    assert [(release.date, release.event) for release in film.releases][:1] == [
        ("2012-01-23", "Sundance Film Festival")
    ]
    assert ("2012-10-19", "US") in [(release.date, release.country) for release in film.releases]
    assert film.genres == ("Drama", "Biography", "Romance")


@pytest.mark.parametrize("field", ["summary", "plot", "reception", "audience"])
def test_no_two_entries_share_a_run_of_words(field: str) -> None:
    def runs(film: Film) -> set[tuple[str, ...]]:
        words = (getattr(film, field) or "").lower().split()
        return {tuple(words[i : i + 9]) for i in range(len(words) - 8)}

    texts = {name: runs(film) for name, film in FILMS.items()}
    assert [(a, b) for a, b in combinations(texts, 2) if texts[a] & texts[b]] == []


def elsewhere() -> Iterator[tuple[str, Film]]:
    """What the larger data set knows of our films, by id."""
    file = SHARED / "films_tmdb.jsonl.gz"
    if file.exists():
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                film = Film.model_validate(json.loads(line))
                for near in (0, 1, -1):
                    name = slug(film.title, film.year + near if film.year else None)
                    if name in FILMS:
                        yield name, film


@pytest.mark.skipif(not SHARED.exists(), reason="the data sets are not here")
def test_facts_agree_with_the_data_or_the_entry_says_why() -> None:
    known = dict(elsewhere())
    assert len(known) > 25
    wrong = []
    for name, theirs in known.items():
        ours = FILMS[name]
        sources = " ".join(ours.sources)
        if ours.year != theirs.year and str(theirs.year) not in sources:
            wrong.append(f"{name}: year {ours.year}, theirs {theirs.year}")
        if abs((ours.runtime or 0) - (theirs.runtime or 0)) > NEAR and str(theirs.runtime) not in sources:
            wrong.append(f"{name}: runtime {ours.runtime}, theirs {theirs.runtime}")
        if {plain(person) for person in ours.directors} != {plain(person) for person in theirs.directors}:
            wrong.append(f"{name}: directors {ours.directors}, theirs {theirs.directors}")
        played = {plain(role.name): words(role.character) for role in ours.cast}
        agreed = [role.name for role in theirs.cast if words(role.character) & played.get(plain(role.name), set())]
        if len(agreed) < min(5, len(theirs.cast)) and "Documentary" not in ours.genres:  # as themselves, in many words
            wrong.append(f"{name}: of the cast only {agreed} agree")
    assert wrong == []
