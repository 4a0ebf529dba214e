"""What can be asked of the catalogue and what it refers to, as plain data."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.knowledge.search import Search


class Job(StrEnum):
    """What a person did for a film; each is a field of the film schema."""

    CAST = "cast"
    DIRECTOR = "directors"
    WRITER = "writers"
    PRODUCER = "producers"
    COMPOSER = "composers"
    CINEMATOGRAPHER = "cinematographers"
    EDITOR = "editors"


class Asked(StrEnum):
    """What is wanted: one aspect of a film, a person's films, or a film to watch."""

    CARD = "card"
    RATING = "rating"
    CERTIFICATE = "certificate"
    REASON = "reason"
    """Why it was rated so."""
    SCORE = "score"
    RUNTIME = "runtime"
    CAST = "cast"
    SUMMARY = "summary"
    PLOT = "plot"
    DIRECTOR = "director"
    WRITERS = "writers"
    PRODUCERS = "producers"
    MUSIC = "music"
    CINEMATOGRAPHY = "cinematography"
    EDITING = "editing"
    GENRE = "genre"
    RELEASE = "release"
    YEAR = "year"
    LANGUAGES = "languages"
    COUNTRIES = "countries"
    RECEPTION = "reception"
    THEMES = "themes"
    KEYWORDS = "keywords"
    AWARDS = "awards"
    AUDIENCE = "audience"
    ORIGIN = "origin"
    BASED_ON = "based_on"
    TITLES = "titles"
    ORIGINAL = "original"
    """The original title alone."""
    PREMIERE = "premiere"
    """Where it was shown first."""
    OPENING = "opening"
    """When it was shown first."""
    FESTIVALS = "festivals"
    LINKS = "links"
    SIMILAR = "similar"
    """Films like it."""
    COMPARED = "compared"
    """Two films (`film`, `other`) side by side."""
    SOURCES = "sources"
    PERSON = "person"
    RANDOM = "random"
    SEARCH = "search"
    """A question over many films, as `Query.search` says."""
    ROLE = "role"
    """Who played a character (`other`) in a film, or everywhere."""
    CHARACTER = "character"
    """Whom a person played in a film."""
    WHETHER = "whether"
    """Whether a search finds anything: yes or no."""
    LONGER = "longer"
    SHORTER = "shorter"
    NEWER = "newer"
    OLDER = "older"
    BUSIER = "busier"
    """Which of two people (`person`, `other`) has more films."""
    SERIES = "series"
    """Of which series it is, or (`manner`) whether it is a sequel or prequel, maybe of `other`."""
    MISSING = "missing"
    """Something that no entry holds; `other` says what."""
    COMMON = "common"
    """What two films (`film`, `other`) have in common, or which of them is longer, shorter, newer, older."""


class Result(StrEnum):
    """What became of a film or person at an award."""

    WON = "won"
    NOMINATED = "nominated"
    """Nominated, whether or not it was won then."""
    LOST = "lost"
    """Nominated, and not won."""
    VAIN = "vain"
    """Nominated, where nothing of the kind was won."""


@dataclass(frozen=True, slots=True)
class Prize:
    """Which awards are meant, and what is asked of them; what is empty leaves it open."""

    awards: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    """Words of which one stands in the category: Actor, Actress."""
    result: Result | None = None
    years: tuple[int, int] | None = None
    """Of the ceremony, both included."""
    loosely: bool = False
    """Whether they may be those of the films, where there was no such ceremony."""
    person: str = ""
    """Whose they are."""
    character: str = ""
    """Whom those play who got them."""
    fewer: bool = False
    """Whether of two that one is meant which has not as many."""
    but: "Prize | None" = None
    """Awards that are left out."""
    times: tuple[int, int] | None = None
    """How many of them there are to be, both included."""
    asked: str = ""
    """`count`, `whether`, `when`, `people`, `most` (which film has most), `leaders` (who), `more` (of two)."""


@dataclass(frozen=True, slots=True)
class Query:
    """One thing asked. A name is as typed or as an autocomplete choice carries it (a film's id)."""

    asked: Asked
    film: str | None = None
    person: str | None = None
    job: Job | None = None
    wishes: str | None = None
    """What a film drawn at random should be: words that name a genre, a decade or a year."""
    search: "Search | None" = None
    """For a question over many films: where it starts and how it goes on."""
    other: str | None = None
    """What the film or person is asked about together with: a second film or person, a character, a country's code."""
    besides: tuple[str, ...] = ()
    """The people of the film who are left out, by their names or surnames."""
    billed: int = 0
    """The place in the billing that is asked for, -1 for the last; 0 for all of them."""
    manner: str = ""
    """How two are compared: `whether` for yes or no, `difference`; of a series: `whether`, a kind of sequel; of those
    who played a character: `count`, `first`, `last`.
    """
    prize: Prize | None = None
    """For awards: which ones."""
    guess: bool = False
    """Whether the film's name is only likely to be one: what is not much like a title is not taken for it."""
    also: "tuple[Query, ...]" = ()
    """What else is asked of the film, or the same of other films."""

    def about(self, film: str) -> "Query":
        """The same asked of another film, in the place of the one named."""
        also = tuple(replace(one, film=film) if one.film == self.film else one for one in self.also)
        return replace(self, film=film, also=also)


ID_WITH_YEAR = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*-\d{4}(-\d+)?")
ID = "id:"
"""Stands before an id where it could be taken for a title."""


def chosen(film_id: str) -> str:
    """The text that asks for the film of this id and no other, for choices to carry."""
    return film_id if ID_WITH_YEAR.fullmatch(film_id) else f"{ID}{film_id}"


@dataclass(frozen=True, slots=True)
class FilmRef:
    """A film as menus and lists name it."""

    id: str
    title: str
    year: int | None
    directors: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """`Title (Year)`, the title alone when the year is not known."""
        return f"{self.title} ({self.year})" if self.year else self.title

    @property
    def full_label(self) -> str:
        """`Title (Year) · Director`, for telling films of one title apart."""
        return " · ".join((self.label, *self.directors[:1]))


@dataclass(frozen=True, slots=True)
class PersonRef:
    """A person as the catalogue knows one: by name."""

    key: int
    name: str


@dataclass(frozen=True, slots=True)
class Credited:
    """One thing a person did for one film."""

    film: FilmRef
    job: Job
    character: str | None = None
