"""The shipped films: complete, written by us, and in agreement with what others know."""

import gzip
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from bot.knowledge.film import Film, slug
from bot.sources.entry_rules import UNPLAYED
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
    assert film.languages or {"no dialogue", "silent film"} & set(film.keywords)
    assert film.releases
    assert film.sources
    assert film.audience
    assert film.also_known_as
    assert "imdb" in film.links
    assert len(film.themes) >= 4
    assert len(film.keywords) >= 8
    assert len([role for role in film.cast if role.character]) >= 6 or (not film.cast and UNPLAYED & set(film.genres))
    assert film.summary
    assert 50 <= len(film.summary.split()) <= 90
    assert film.reception
    assert len(film.reception.split()) >= 40
    assert not film.plot or 90 <= len(film.plot.split()) <= 170


@pytest.mark.parametrize("name", FILMS)
def test_dates_prizes_and_certificates_are_possible(name: str) -> None:
    film = FILMS[name]
    assert film.year
    assert film.releases[0].date.startswith(str(film.year))
    for earlier, later in pairwise(release.date for release in film.releases):
        assert earlier <= later or earlier.startswith(later)
    assert all(film.year <= award.year for award in film.awards if award.year)
    assert all(award.category for award in film.awards)
    prizes = Counter((award.award, award.category, award.year, award.person) for award in film.awards)
    assert [prize for prize, times in prizes.items() if times > 1] == []
    countries = Counter(certificate.country for certificate in film.certificates)
    assert [country for country, times in countries.items() if times > 1] == []
    for certificate in film.certificates:
        assert "rated" not in certificate.label.lower()  # Not Rated and Unrated say that no board did
        if certificate.country == "US" and certificate.reason:
            assert not re.match(r"(rated|for) ", certificate.reason, re.IGNORECASE)
            assert not certificate.reason.endswith(".")


def test_there_are_films_of_many_kinds() -> None:
    films = FILMS.values()
    assert len(films) == len(list((ROOT / "films").glob("*.yaml"))) >= 340
    decades = Counter((film.year or 0) // 10 * 10 for film in films)
    assert min(decades[decade] for decade in range(1920, 2030, 10)) >= 7
    assert decades[2020] >= 50
    assert len({film.countries[0] for film in films}) >= 25
    assert len({country for film in films for country in film.countries}) >= 35
    assert len([film for film in films if "en" not in film.languages]) >= 75
    assert len([title for title, times in Counter(film.title for film in films).items() if times > 1]) >= 20
    assert len([film for film in films if film.plot]) >= 200
    assert len([film for film in films if film.awards]) >= 280
    documentaries = [film for film in films if "Documentary" in film.genres]
    assert len(documentaries) >= 7
    played = [film for film in films if film not in documentaries]
    assert len([film for film in played if len(film.cast) >= 8]) >= 0.98 * len(played)
    boards = [{certificate.country for certificate in film.certificates} for film in films]
    assert len([countries for countries in boards if len(countries) > 1]) >= 0.9 * len(boards)
    assert len([countries for countries in boards if "US" in countries]) >= 275


def test_a_genre_and_a_prize_have_one_name() -> None:
    genres = Counter(genre for film in FILMS.values() for genre in film.genres)
    assert [genre for genre, times in genres.items() if times == 1] == []
    names: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for award in (award for film in FILMS.values() for award in film.awards):
        name = f"{award.award}: {award.category}"
        names[tuple(sorted(re.findall(r"\w+", name.lower())))].add(name)
    assert [alike for alike in names.values() if len(alike) > 1] == []


def test_one_film_has_the_first_prize_of_a_year() -> None:
    holders: dict[tuple[str, str | None, int | None], set[str]] = defaultdict(set)
    for name, film in FILMS.items():
        for award in film.awards:
            if award.result == "won" and award.category in ("Best Picture", "Golden Lion", "Golden Bear"):
                holders[award.award, award.category, award.year].add(name)
    assert len(holders) >= 30
    assert [both for both in holders.values() if len(both) > 1] == []


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
    assert len(known) >= 165
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
