"""What is asked of an entry of the films folder beyond the schema, and what is doubtful in it."""

import re
from collections.abc import Iterator
from typing import TypeAlias

from bot.knowledge.film import Film, slug

SUMMARY_WORDS = (40, 90)
CHARACTERS = 3
"""So many of the cast are named with their characters."""
UNPLAYED = frozenset(["Animation", "Documentary"])
"""Genres of films that may have no cast at all."""

Shortcoming: TypeAlias = tuple[tuple[str | int, ...], str]
"""The path of a field, and words that follow its name."""

_ASKED = {
    "year": "write the year of the first public showing, such as 2012",
    "runtime": "write whole minutes, such as 95",
    "certificates": "write what a board rated it, such as [{country: US, label: R}]",
    "directors": "write at least one",
    "genres": "write at least one",
    "releases": "write where and when it was first shown, such as [{date: 2012-10-19, country: US}]",
    "summary": "write 40 to 90 words without spoilers",
    "sources": "write where the facts were checked",
}
_NO_TWICE = (
    "also_known_as", "genres", "countries", "languages", "directors", "writers", "producers", "composers",
    "cinematographers", "editors", "cast", "releases", "certificates", "awards", "themes", "keywords", "sources",
)  # fmt: skip


def shortcomings(film: Film, name: str) -> Iterator[Shortcoming]:
    """What an entry lacks, and what is doubtful in it; `name` is its file's name without the ending."""
    for field, advice in _ASKED.items():
        if not getattr(film, field):
            yield (field,), f"is missing; {advice}"
    expected = slug(film.title, film.year)
    if not re.fullmatch(re.escape(expected) + r"(-\d+)?", name):
        yield (), f"should be in a file called {expected}.yaml, after its title and year"
    unplayed = not film.cast and UNPLAYED & set(film.genres)
    if not unplayed and sum(role.character is not None for role in film.cast) < CHARACTERS:
        yield ("cast",), f"should name at least {CHARACTERS} members with their characters"
    least, most = SUMMARY_WORDS
    if film.summary and not least <= (words := len(film.summary.split())) <= most:
        yield ("summary",), f"is {words} words long; write {least} to {most}"
    if film.original_title == film.title:
        yield ("original_title",), "is the title; write it only when it differs"
    yield from _twice(film)
    yield from _out_of_time(film)


def _twice(film: Film) -> Iterator[Shortcoming]:
    for field in _NO_TWICE:
        before: set[object] = set()
        for index, item in enumerate(getattr(film, field)):
            if item in before:
                yield (field, index), "stands in the list twice; delete one"
            before.add(item)


def _out_of_time(film: Film) -> Iterator[Shortcoming]:
    """Dates that contradict the year or each other."""
    for index, release in enumerate(film.releases):
        if film.year and int(release.date[:4]) < film.year:
            yield ("releases", index, "date"), f"is before the film's year, {film.year}; one of the two is wrong"
        earlier = film.releases[index - 1].date if index else release.date
        if release.date < earlier[: len(release.date)]:
            yield ("releases", index, "date"), f"comes after {earlier} in the list; put the earliest first"
    for index, award in enumerate(film.awards):
        if film.year and award.year and award.year < film.year:
            yield ("awards", index, "year"), f"is before the film's year, {film.year}; one of the two is wrong"
