"""The readings of what was typed: the words as they stand, and without the year or the noise people add.

"Scary Movie 2000" may be a title as it stands, "scary movie" of the year 2000, or a film of 2000 called "scary". Each
is a `Reading`; the ranking lets the one that fits a film best speak for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.matching.normal import ARTICLES, bare, initials, normal, plain, sound

FILM_WORDS = frozenset(
    ["movie", "movies", "film", "films", "flick", "filme", "pelicula", "feature", "picture", "cartoon"]
)
"""Words that say "film" beside a title."""
_BEFORE = frozenset(["the", "a", "that", "this", "watch", "la", "le", "der"])
_AFTER_LEADING = frozenset(["called", "named", "titled", "entitled"])
_BESIDE = frozenset(
    ["the", "full", "complete", "whole", "from", "of", "in", "year", "motion", "feature", "a", "version", "la"]
)
_BY = frozenset(["by", "from", "of", "directed", "director", "s"])
_TRAILING = frozenset(["online", "trailer", "dvd", "hd", "bluray"])
YEARS = range(1870, 2101)


@dataclass(frozen=True)
class Reading:
    """Words that may be a title, and what was typed beside it."""

    words: tuple[str, ...]
    year: int | None = None
    dropped: int = 0
    """How many words were taken for noise."""
    people: int = 0
    """How many words were taken for people's names."""
    guessed: bool = False
    """Whether its first word was taken for initials."""
    moved: bool = False
    """Whether an article was moved from the end to the front."""
    length: int = 0
    """How many characters the text has as it was typed, for the reading as it stands."""

    @cached_property
    def text(self) -> str:
        """The words as in `normal`."""
        return " ".join(self.words)

    @cached_property
    def plain(self) -> tuple[str, ...]:
        """The words without article, with numerals as digits."""
        return tuple(plain(self.words))

    @cached_property
    def key(self) -> str:
        """The plain words as one."""
        return "".join(self.plain)

    @cached_property
    def sound(self) -> str:
        """About how the key sounds."""
        return sound(self.key)

    @cached_property
    def bare(self) -> Sequence[str]:
        """The words without article, numerals as typed."""
        return bare(self.words)

    @cached_property
    def ordered(self) -> str:
        """The plain words in alphabetical order."""
        return " ".join(sorted(self.plain))

    @cached_property
    def all_ordered(self) -> list[str]:
        """All words in alphabetical order."""
        return sorted(self.words)

    @cached_property
    def word_set(self) -> set[str]:
        return set(self.plain)

    @cached_property
    def letters(self) -> int:
        """How many letters the different plain words have."""
        return sum(map(len, self.word_set))

    @cached_property
    def all_letters(self) -> int:
        """How many letters the different words have."""
        return sum(map(len, set(self.words)))

    @cached_property
    def numbers(self) -> list[str]:
        """The numbers among the plain words."""
        return [word for word in self.plain if word.isdigit()]


def readings(text: str) -> list[Reading]:
    """What the text may mean, as it stands first; empty when it holds nothing visible."""
    words = tuple(normal(text).split())
    if not words:
        return []
    found = [Reading(words, length=len(text.strip()))]
    if len(words) > 1 and words[-1] in ARTICLES and words[0] not in ARTICLES:
        words = (words[-1], *words[:-1])  # "Sessions, The"
        found.append(Reading(words, moved=True))
    led = _without_leading_noise(words)
    bare, dropped = _without_noise(words)
    for candidate, noise in dict.fromkeys([(words, 0), (led, len(words) - len(led)), (bare, dropped)]):
        rest, year = _without_year(candidate)
        if year:
            found.append(Reading(rest, year, noise))
            if noise == 0:
                again, more = _without_noise(rest)
                found.append(Reading(again, year, more))
        if noise:
            found.append(Reading(candidate, None, noise))
    return list(dict.fromkeys(found))


def without_people(reading: Reading, people: frozenset[str]) -> Reading | None:
    """The reading without the words that name the people, None when nothing or no title is left."""
    words = [word for word in reading.words if word not in people]
    while len(words) > 1 and words[-1] in _BY:
        words.pop()
    if not words or len(words) == len(reading.words) or words[0] in _BY:
        return None
    return Reading(tuple(words), reading.year, reading.dropped, len(reading.words) - len(words))


def may_be_initials(word: str) -> bool:
    """Whether a word has the length of an abbreviation and is no article: three letters, or fewer with a number."""
    return len(word) < 7 and word not in ARTICLES and (len(word) > 2 or not word.isalpha())


def spelled_out(reading: Reading, text: str) -> Reading | None:
    """The reading with its first word for the words it abbreviates in a name in marked form: "lotr", "t2".

    Alone, what abbreviates a title stands for its subtitle as well.
    """
    first = reading.words[0]
    longest = (1 if first.isalpha() else 2) * len(first) + 1  # words, with an article and "part" before a number
    for part in (text, *text.split(":")):
        words = part.replace(":", " ").split()
        if 1 < len(words) <= longest and initials(plain(words)) == first:
            meant = words if len(reading.words) > 1 else text.replace(":", " ").split()
            return Reading((*meant, *reading.words[1:]), reading.year, reading.dropped + 1, guessed=True)
    return None


def _without_year(words: tuple[str, ...]) -> tuple[tuple[str, ...], int | None]:
    """The words without a year at their end, or else at their beginning."""
    for year, rest in ((words[-1], words[:-1]), (words[0], words[1:])):
        if rest and len(year) == 4 and year.isdigit() and int(year) in YEARS:
            while len(rest) > 1 and rest[-1] in ("from", "in"):
                rest = rest[:-1]
            return rest, int(year)
    return words, None


def _without_noise(words: tuple[str, ...]) -> tuple[tuple[str, ...], int]:
    """The words without "movie", "the film" … at either end, and how many were dropped; one word always stays."""
    rest = _without_leading_noise(words)
    while len(rest) > 1 and rest[-1] in _TRAILING:
        rest = rest[:-1]
    while len(rest) > 1 and rest[-1] in FILM_WORDS:
        rest = rest[:-1]
        while len(rest) > 1 and rest[-1] in _BESIDE:
            rest = rest[:-1]
    return rest, len(words) - len(rest)


def _without_leading_noise(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without "the film", "a movie called" before them."""
    lead = 1 if words[0] in _BEFORE else 0
    if len(words) > lead + 1 and words[lead] in FILM_WORDS:
        words = words[lead + 1 :]
        if len(words) > 1 and words[0] in _AFTER_LEADING:
            words = words[1:]
    return words
