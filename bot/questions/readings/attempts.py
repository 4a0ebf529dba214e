"""Attempts at a text: its readings in one spelling, letter by letter first, then with names that are misspelt."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import Asked
from bot.matching.normal import normal
from bot.questions.asked.playing import known_by_one, parts_of_names
from bot.questions.clauses.clauses import clauses
from bot.questions.names.adaptations import adaptations
from bot.questions.names.events import events
from bot.questions.names.familiar import first_named, heroes, nicknamed
from bot.questions.names.guesses import guesses
from bot.questions.names.honours import honours
from bot.questions.names.initials import initialled
from bot.questions.names.insiders import SLIP, insiders
from bot.questions.names.lettered import lettered
from bot.questions.names.longer import longer
from bot.questions.names.mentions import Mention, mentions, weak
from bot.questions.names.misspelt import misspelt, titles
from bot.questions.names.places import by_number, by_year
from bot.questions.names.plainly import KNOWN
from bot.questions.names.sequels import sequels
from bot.questions.names.series import series
from bot.questions.names.spans import SOFT
from bot.questions.names.surnames import by_surname, in_full
from bot.questions.names.told_apart import dated, first_parts, of_age, of_two_years
from bot.questions.readings.believing import believable
from bot.questions.readings.evidence import GUESSED
from bot.questions.readings.reading import UNKNOWN, Reading, Spelling, likeliest
from bot.questions.rules.nicknames import FIRST_NAMES
from bot.questions.words.lexicon import lexicon
from bot.questions.words.tokens import Token

MOST_UNKNOWN = 12
"""Words without a meaning of a text that is worth looking at more closely."""
NEAR = 2
FAINT = frozenset("character keyword theme shown source".split())
"""Kinds of names that hold many a common word."""
TOLD = frozenset(["nation", "language", "genre"])
"""Kinds of names that are understood wherever they stand."""


@dataclass(frozen=True)
class Attempt:
    """One spelling of a text, with the names in it and the likeliest readings."""

    text: Spelling
    found: list[Mention]
    readings: list[Reading]
    slips: float = 0.0

    __hash__ = object.__hash__

    @property
    def words(self) -> Sequence[Token]:
        return self.text.words

    @cached_property
    def best(self) -> Reading | None:
        return self.readings[0] if self.readings else None

    @cached_property
    def cost(self) -> float:
        best = self.best.cost if self.best else UNKNOWN * (1 + len(self.text.choice(()).heard.unknown))
        return self.slips + best + (UNKNOWN if self._torn else 0)

    @cached_property
    def unknown(self) -> tuple[int, ...]:
        """The words that the best reading leaves aside, or all that questions are not made of; of too many none."""
        if self.best:
            unknown = () if _of_character(self.best, self.found, self.words) else self.best.unknown
        else:
            told = [range(one.start, one.end) for one in self.found if one.kind in TOLD]
            unknown = tuple(
                n
                for n in self.text.choice(()).heard.unknown
                if not weak(alone(n), self.words) and not any(n in run for run in told)
            )
        return unknown if len(unknown) <= MOST_UNKNOWN else ()

    @property
    def unsure(self) -> tuple[int, ...]:
        """The same, and the words that one of a film's people is called by with a slip: they may mean anything."""
        slips = (one for one in (self.best.mentions if self.best else ()) if one.kind in ("person", "character"))
        slipped = {one.start for one in slips if one.size == 1 and one.cost > SLIP}
        return tuple(sorted({*self.unknown, *slipped}))

    @property
    def surnames(self) -> frozenset[int]:
        """The words that are the surname, or first name, of somebody well known or beside one that is not understood:
        Hanks is no slip for "ranks".
        """
        people = (one for one in (self.best.mentions if self.best else ()) if one.kind == "person" and one.size == 1)
        unknown = set(self.unknown)
        return frozenset(
            one.start
            for one in people
            if self._spelt(one) and (one.named[0].weight >= KNOWN or not unknown.isdisjoint((one.start - 1, one.end)))
        )

    def _spelt(self, name: Mention) -> bool:
        token = self.words[name.start]
        parts = ({one.normal.split()[0], one.normal.split()[-1]} for one in name.named)
        said = (token.word, token.owner, FIRST_NAMES.get(token.word))
        return all(not some.isdisjoint(said) for some in parts)

    @property
    def complete(self) -> bool:
        """Whether nothing is left aside, and no name is doubtful."""
        return self.best is not None and not self.unknown and not _doubtful(self.best) and not self._torn

    @property
    def _torn(self) -> bool:
        """Whether a word beside a title was put right to one that says nothing: "home aone", which is no "home one"."""
        titles = [one for one in (self.best.mentions if self.best and self.slips else ()) if one.kind == "film"]
        said = [token.word for token in self.words]
        beside = {n for one in titles for n in (one.start - 1, one.end)} & set(range(len(said)))
        return any(_idle(said, n) and said[n] != normal(self.words[n].typed) for n in beside)

    @cached_property
    def believed(self) -> list[Reading]:
        return [reading for reading in self.readings if believable(reading, self.text)]


async def names(text: str, words: Sequence[Token], catalogue: Catalogue) -> list[Mention]:
    """What the words name letter by letter."""
    found = await longer(words, await mentions(text, words, catalogue), catalogue)
    found += await adaptations(words, catalogue)
    found += lettered(text, words)
    found += await nicknamed(words, catalogue)
    found += await honours(words, catalogue) or await events(words, catalogue)
    found += [
        *dated(words, found),
        *of_two_years(words, found),
        *of_age(words, found),
        *first_parts(words, found),
        *await parts_of_names(words, found, catalogue),
    ]
    found += [*await by_number(words, found, catalogue), *await by_year(words, found, catalogue)]
    found = await known_by_one(found, catalogue)
    return [*found, *await series(words, found, catalogue), *await sequels(words, found, catalogue)]


async def called(words: Sequence[Token], found: Sequence[Mention], catalogue: Catalogue) -> list[Mention]:
    """Those whom words that are strange to every clause name by initials, with a slip or by a surname."""
    strange = [n for clause in clauses(words, found) for n in clause.strange]
    if not strange:
        return []
    likely = [*await initialled(words, strange, found, catalogue), *await misspelt(words, strange, found, catalogue)]
    films = await titles(words, strange, [*found, *likely], catalogue)
    likely += in_full(words, strange, found)
    return [*likely, *films, *await by_surname(words, strange, found, catalogue)]


async def attempt(slips: float, words: Sequence[Token], found: list[Mention], catalogue: Catalogue) -> Attempt:
    """The readings of the words, of which `found` are the names letter by letter."""
    spelling = Spelling(words)
    one = Attempt(spelling, found, likeliest(spelling, found), slips)
    more = await first_named(words, _faint(one), catalogue)
    if beside := _in_doubt(one):
        inside = await insiders(words, one.unknown, found, catalogue)
        one = replace(one, found=[*found, *inside])
        more += [*inside, *await initialled(words, one.unknown, found, catalogue)]
        more += [*await misspelt(words, beside, found, catalogue), *await by_surname(words, beside, found, catalogue)]
        more += [*await first_named(words, beside, catalogue), *await heroes(words, beside, catalogue)]
        more += in_full(words, beside, found)
    if more:
        one = Attempt(spelling, [*found, *more], likeliest(spelling, [*found, *more]), slips)
    return one


def _in_doubt(one: Attempt) -> tuple[int, ...]:
    """The words not understood, and those taken for a character beside one of them, or a person, or films: Nic Cage,
    the Nolan films.
    """
    names = one.best.mentions if one.best else ()
    single = {m.start for m in names if m.kind == "character" and m.size == 1}
    near = {*one.unknown, *(n for m in names if m.kind == "person" for n in (m.start - 2, m.end - 1))}
    beside = {n for n in single if n - 1 in near or any(_of_films(one.words, at) for at in (n - 1, n + 1))}
    return tuple(sorted({*one.unknown, *beside}))


def _of_films(words: Sequence[Token], at: int) -> bool:
    """Whether the noun of films stands at a place."""
    told = lexicon().at([token.word for token in words], at, len(words)) if at >= 0 else None
    return told is not None and told[1].letter == "f"


def _faint(one: Attempt) -> tuple[int, ...]:
    """The words taken for a title of which nothing is asked, or for a hero: with Keanu, with Arnie."""
    if one.best is None or len(one.words) == 1:
        return ()
    kind = "film" if one.best.intent.bare else "character"
    return tuple(m.start for m in one.best.mentions if m.kind == kind and m.size == 1)


async def guessed_names(one: Attempt, text: str, catalogue: Catalogue) -> Attempt:
    """The same with what the words not understood may name in spite of typing errors, surnames without one aside."""
    unsure = _unsure(one)
    if not unsure:
        return one
    beside = _with_neighbours(one.best, unsure, one.words)
    exact = {(name.kind, name.start, name.end) for name in one.found if name.kind == "person"}
    likely = await guesses(one.words, unsure, beside, text, catalogue)
    guessed = [name for name in likely if (name.kind, name.start, name.end) not in exact]
    found = [*one.found, *guessed]
    return replace(one, found=found, readings=likeliest(one.text, found)) if guessed else one


def _idle(words: list[str], at: int) -> bool:
    """Whether a word says nothing, by itself or with those behind it: "original", but not "original title"."""
    told = lexicon().at(words, at, len(words))
    return told is not None and told[1].letter == "."


def _of_character(reading: Reading, found: list[Mention], words: Sequence[Token]) -> bool:
    """Whether the words not understood are all of the name of a character, who is asked for in a film.

    Not so where it is said that they play: who did Jon Goodman play.
    """
    said = [token.word for token in words]
    told = lexicon().at(said, end, len(said)) if (end := _end_of_name(reading)) < len(said) else None
    if told and told[1].letter == "k":
        return False
    named = [range(mention.start, mention.end) for mention in found if mention.kind == "character"]
    known = [one for one in reading.mentions if one.kind == "character"]
    return (
        reading.intent.asked is Asked.ROLE
        and reading.intent.film is not None
        and any(
            set(reading.unknown) <= set(run) and all(one.start <= run.stop and run.start <= one.end for one in known)
            for run in named
        )
    )


def _end_of_name(reading: Reading) -> int:
    """Where the words not understood end, with the characters behind them."""
    end = max(reading.unknown, default=-1) + 1
    return max([one.end for one in reading.mentions if one.kind == "character" and one.start <= end], default=end)


def _doubtful(reading: Reading) -> bool:
    """Whether a reading rests on a surname alone, or on other names with a slip than those of people in full."""
    return any(mention.cost and (mention.kind != "person" or mention.size == 1) for mention in reading.mentions)


def _unsure(one: Attempt) -> tuple[int, ...]:
    """The words not understood, and those taken for surnames, or for what may be another name where nothing asks so."""
    named = one.best.mentions if one.best else ()
    surnames = [m for m in named if m.kind in ("person", "family") and m.cost >= GUESSED]
    unasked = not one.unknown and not one.believed
    faint = [m for m in named if m.kind in FAINT and not weak(m, one.words)] if unasked else []
    taken = {n for mention in (*surnames, *faint) for n in range(mention.start, mention.end)}
    return tuple(sorted({*one.unknown, *taken}))


def _with_neighbours(reading: Reading | None, unknown: tuple[int, ...], words: Sequence[Token]) -> list[int]:
    """The unknown words, and those of names beside them, which may be parts of one misspelt name."""
    beside = set(unknown)
    for mention in reading.mentions if reading else ():
        between = [n for n in unknown if n < mention.start or n >= mention.end]
        gaps = [range(n + 1, mention.start) if n < mention.start else range(mention.end, n) for n in between]
        if any(len(gap) <= NEAR and all(words[n].word in SOFT for n in gap) for gap in gaps):
            beside |= set(range(mention.start, mention.end))
    return sorted(beside)


def alone(n: int) -> Mention:
    return Mention(n, n + 1, "film", ())
