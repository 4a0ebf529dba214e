"""The words of a clause, and what they name."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.questions.clauses.beginnings import JOINING
from bot.questions.clauses.pieces import pieces
from bot.questions.clauses.whether import OPENERS
from bot.questions.names.mentions import Mention
from bot.questions.names.plainly import COPULAS, DOING
from bot.questions.rules.phrases import PERSON
from bot.questions.words.amounts import counted, year
from bot.questions.words.chatting import USUAL
from bot.questions.words.everyday import EVERYDAY
from bot.questions.words.lexicon import lexicon
from bot.questions.words.tokens import Token

MOST_BETWEEN, LONGEST_GUESS = 2, 8
"""Words between those of a misspelt name, and words of the longest."""
_PLACING = frozenset("in on at again tonight yesterday".split())
"""Words behind a title that say where and when a film was watched."""
_SAYS = frozenset("says said thinks reckons heard".split())
"""Words behind which a clause begins anew: mate said Zodiac was a true story."""
_BESIDE = frozenset("with than then".split())
"""Words between a film and what is said of it."""
_COUNTED = frozenset(
    "times time hours hrs mins minutes days nights weeks months years of more or other people kids mates".split()
)
"""Words behind a number that says how many: watched Frozen 2 times."""
_CONFUSING = frozenset("confuse confused confusing mix mixed mixing".split())
"""Words that say that a film is taken for another."""
_LED = OPENERS | JOINING | frozenset("and or then like plus meaning cuz coz because cause hm nah nope".split())
"""Words that only lead on."""


@dataclass(frozen=True)
class Naming:
    """The words of one clause, by their places, and what they name."""

    words: Sequence[Token]
    plain: Sequence[str]
    places: range
    named: tuple[Mention, ...]
    """What is plainly named in the text."""

    @cached_property
    def said(self) -> list[str]:
        """Its words behind those that only lead on."""
        said = [self.plain[n] for n in self.places]
        lead = 2 * (said[:2] == ["as", "in"])  # who do I blame, as in who directed it
        lead += next((n for n, word in enumerate(said[lead:]) if word not in _LED), len(said) - lead)
        return said[lead:]

    @property
    def core(self) -> range:
        """The places of the same, without a wish for them."""
        lead = len(self.places) - len(self.said) + 2 * (self.said[:2] == ["would", "love"])
        return self.places[lead:]

    @property
    def letters(self) -> set[str]:
        """The kinds and letters of its runs."""
        return {what for _, what in self.pieces}

    @property
    def unknown(self) -> list[range]:
        """The runs that are not understood."""
        return [run for run, what in self.pieces if what == "_"]

    @cached_property
    def pieces(self) -> list[tuple[range, str]]:
        """Its words in runs, each with the kind or letter of what it is: "_" for what is not understood."""
        return pieces(self.plain, self.places, self.named)

    @property
    def sentence(self) -> int:
        """How many sentences stand before it."""
        return self.words[self.places.start].sentence

    def everyday(self, run: range) -> bool:
        """Whether a run is of words that are hardly the name of anything."""
        said = [self.plain[n] for n in run]
        return all(word in USUAL or word in lexicon().single or counted(word) is not None for word in said)

    @property
    def films(self) -> list[Mention]:
        """The films that it names, as they follow each other."""
        return [one for run, what in self.pieces if what == "film" and (one := self.named_at(run))]

    @property
    def film(self) -> Mention | None:
        """The film that it speaks of: the first where it begins with it, else the last that it names."""
        films, at = self.films, self.core.start
        at += next((n for n, word in enumerate(self.said[:2], 1) if word in _SAYS), 0)
        plain = [one for one in films if not self._beside(one)] or films
        plain = [one for one in plain if one.size > 1 or self.plain[one.start] not in EVERYDAY] or plain
        films = [one for one in films if one in plain]
        first = (one for one in films if one.start == at or 0 <= self.work(one).start - at <= 1)  # the music in Gravity
        return next(first, plain[-1] if plain else None)

    def _beside(self, one: Mention) -> bool:
        """Whether a title only says what is in a film named before, or what that is better than: Ladyhawke with the
        horse and the wolf.
        """
        if self.plain[one.end : one.end + 1] and self.plain[one.end] in PERSON:
            return True  # the Mad Max guy
        behind = [self.plain[other.end : one.start] for other in self.films if other.end <= one.start]
        return any(not _BESIDE.isdisjoint(between) for between in behind)

    @property
    def likens(self) -> bool:
        """Whether it only says what another film is like, or taken for: like Groundhog Day with guns."""
        said = [self.plain[n] for n in self.places]
        at = self.places.start + 1
        likened = said[:1] == ["like"] and any(one.start in (at, at + 1) for one in self.films)
        return likened or not _CONFUSING.isdisjoint(said)

    def numbered(self, film: Mention) -> range:
        """The words of a title and of a year behind it, or of a longer title: Batman from 1966, Frozen 2."""
        behind = [self.plain[n] for n in range(film.end, min(film.end + 2, self.places.stop))] + [""]
        from_year = behind[:1] in (["from"], ["of"]) and year(behind[1])
        more = 2 if from_year else 1 if year(behind[0]) else 0
        return range(film.start, film.end + more) if more else self.longer(film)

    def longer(self, film: Mention) -> range:
        """The words of a title and of a number or a strange word behind it: Frozen 2, Avengers Endgame."""
        behind = [self.plain[n] for n in range(film.end, min(film.end + 2, self.places.stop))] + [""]
        sequel = counted(behind[0]) is not None and behind[1] not in _COUNTED
        strange = film.end in self.strange and len(behind) > 1 and not behind[0].endswith(("s", "ed", "ing"))
        strange = strange and behind[1] in DOING | COPULAS | _PLACING
        return range(film.start, film.end + (sequel or strange))

    def work(self, film: Mention) -> range:
        """The words of a title and of the part of the film named beside it: the score in Sinners, the Jaws OST."""
        before = [run for run, what in self.pieces if run.stop <= film.start and what not in ".o"]
        after = [run for run, what in self.pieces if run.start >= film.end and what != "year"]
        if before and self._is_part(before[-1]):
            return range(before[-1].start, film.end)
        if after and self._is_part(after[0]):
            return range(film.start, after[0].stop)
        return self.numbered(film)

    def _is_part(self, run: range) -> bool:
        """Whether a run is a word for a part of a film or who made it."""
        told = lexicon().at(self.plain, run.start, run.stop)
        return told is not None and told[1].letter in "rx"

    @property
    def people(self) -> list[Mention]:
        """The people that it names."""
        return [one for run, what in self.pieces if what == "person" and (one := self.named_at(run))]

    def meant(self, without: Collection[str] = ()) -> frozenset[str]:
        """What it names, but for what is of these kinds."""
        done: set[str] = set()
        for run, what in self.pieces:
            if len(what) > 1 and what not in without:
                name = self.named_at(run)
                said = " ".join(self.plain[n] for n in run)
                done |= {one.name.casefold() for one in name.named} if name else {said}
        return frozenset(done)

    def named_at(self, run: range) -> Mention | None:
        """What all of a run names."""
        return next((one for one in self.named if (one.start, one.end) == (run.start, run.stop)), None)

    def kept(self, kinds: Collection[str] | None = None, told: Collection[str] = ()) -> list[int]:
        """The places of what it names, with the words that join it: of these kinds, or of all and nouns of films.

        But not of what is told already.
        """
        done: list[int] = []
        joins: list[int] = []
        if not self.names:
            return done
        for run, what in self.pieces:
            if what in "bwo" or (what in "Am" and not kinds):
                joins = [*run]
            elif (name := self.named_at(run)) and {one.name.casefold() for one in name.named} & set(told):
                joins = []
            elif what in kinds if kinds else len(what) > 1 or what == "f":
                done += [*joins, *(self.longer(name) if name and what == "film" else run)]
                joins = []
            elif what != ".":
                joins = []
        return done

    @property
    def strange(self) -> list[int]:
        """The places of the words that may be a misspelt name."""
        some = [n for run, what in self.pieces if what == "_" and not self.everyday(run) for n in run]
        return [n for n in some if not self.plain[n][0].isdigit()]

    def spelt(self, run: Sequence[int]) -> list[str]:
        return [self.plain[n] for n in run]

    @property
    def guessed(self) -> list[range]:
        """The runs of its words that may be misspelt names, with what stands between and beside."""
        done: list[range] = []
        pieces, last = self.pieces, -1
        for n, (run, what) in enumerate(pieces):
            if what != "_":
                continue
            between = [what for _, what in pieces[last + 1 : n]]
            joined = done and (set(between) <= {".", "o"} or self.plain[pieces[last + 1][0].start] == "and")
            close = joined and run.start - done[-1].stop <= (1 if "d" in between else MOST_BETWEEN)
            done[-1:] = [range(done[-1].start, run.stop)] if close else [*done[-1:], run]
            last = n
        strange = self.strange
        tight = (range(inside[0], inside[-1] + 1) for run in done if (inside := [n for n in strange if n in run]))
        wide = (run for run in done if any(n in run for n in strange))
        both = (run for pair in zip(wide, tight, strict=True) for run in dict.fromkeys(pair))
        return [run for run in both if len(run) <= LONGEST_GUESS]

    @cached_property
    def names(self) -> frozenset[str]:
        """The kinds of what it names."""
        return frozenset(what for _, what in self.pieces if len(what) > 1)
