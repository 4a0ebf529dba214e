"""The clause of a text that asks and the talk beside it, which may name whom or what it asks about."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from bot.questions.clauses.clause import QUESTION, US, Clause
from bot.questions.clauses.pieces import FILMS, THINGS
from bot.questions.clauses.pointing import HE, NOUNS, THIS
from bot.questions.clauses.saying import (
    NARROWS,
    TELLING,
    doubted,
    exclaims,
    states,
    takes_away,
)
from bot.questions.names.mentions import Mention, weak
from bot.questions.names.plainly import CAPITALISED, COPULAS, DOING, JUDGING, KNOWN, LIKING, PRONOUNS, SURNAME, WATCHING
from bot.questions.words.against import against
from bot.questions.words.chatting import USUAL
from bot.questions.words.lexicon import lexicon
from bot.questions.words.tokens import Token, in_clause

IT_AND_US = US | TELLING | PRONOUNS | frozenset(["they", "he", "she"])
"""Words that begin what is said, rather than what is not wished for."""
IT = frozenset("it that this".split())
"""Words for a film that another clause names."""
OWNING = frozenset(["his", "her", "its"])
NARROWING = ("genre", "year", "filter", "country", "nation", "language")
"""Kinds of what narrows a list of somebody's films."""
WISHING = LIKING | frozenset(
    "want wants wanted need needs only prefer prefers mood fancy fancying craving feeling preferably ideally kick"
    " phase binge".split()
)
"""Words of a clause that says what films there shall be."""
_WATCH = frozenset("watch see find stream show rewatch".split())
"""What one wishes to do with a film."""
PAIR = 2
MOST_GUESSED = 2
"""Runs of words that are tried as a misspelt name."""
ALIKE = 85.0
"""How much of 100 a word must be like another that is the same with a slip."""
MANY = frozenset("they them their both each all".split())
"""Words that speak of more than one."""


@dataclass(frozen=True)
class Talk:
    """The clause of a text that asks, and the others."""

    words: Sequence[Token]
    found: Sequence[Mention]
    asking: Clause
    others: Sequence[Clause]

    @cached_property
    def film(self) -> bool:
        """Whether the others name a film."""
        return any(not clause.names.isdisjoint(FILMS) for clause in self.others)

    @cached_property
    def films(self) -> list[range]:
        """The places of the films that the others name, each once."""
        films = {one.named: one for clause in self.others for one in clause.films if not clause.likens}
        return [range(one.start, one.end) for one in films.values()]

    @cached_property
    def person(self) -> Mention | None:
        """Who is meant by he or she, if one person alone is named, and no role in a film is asked for."""
        people = {one.named: one for clause in self.others for one in clause.people}
        if not people and self.asking.him:
            people = {one.named: one for one in self.found if self._maybe(one)}
        told = {named.key for one in self.asking.people for named in one.named}
        others = [one for one in people.values() if told.isdisjoint(named.key for named in one.named)]
        alone = len(others) == 1 and not HE.isdisjoint(self.asking.said) and self.asking.stands_for(IT) is None
        of_theirs = self.asking.lists and self.asking.stands_for(HE) is not None  # which Spike Lee films is he in
        return others[0] if alone and (of_theirs or "person" not in self.asking.names) else None

    @property
    def sole_person(self) -> Mention | None:
        """The only person whom the others name."""
        people = {one.named: one for clause in self.others for one in clause.people}
        return next(iter(people.values())) if len(people) == 1 else None

    @property
    def him(self) -> range:
        """The places of that name."""
        return range(self.person.start, self.person.end) if self.person else range(0)

    def _maybe(self, one: Mention) -> bool:
        """Whether the others may mean somebody by a name, where the clause that asks speaks of one."""
        said = [token.word for token in self.words[one.start : one.end]]
        beside = any(one.start in clause.places for clause in self.others)
        if one.kind != "person" or not beside or not one.alone or weak(one, self.words):
            return False
        return one.size > 1 or (one.cost <= SURNAME and one.named[0].weight >= KNOWN and said[0] not in USUAL)

    @cached_property
    def one_film(self) -> Mention | None:
        """The film that was named last, if it is asked about rather than somebody, and no other is called so."""
        return self.last_film if HE.isdisjoint(self.asking.said) and not self._of_many else None

    @property
    def one_title(self) -> Mention | None:
        """The only title of some words that the others name, though several films may be called so."""
        titles = {one.named: one for clause in self.others if (one := clause.film)}
        alone = len(titles) == 1 and HE.isdisjoint(self.asking.said) and not self._of_many
        return next((one for one in titles.values() if one.size > 1), None) if alone else None

    @cached_property
    def last_film(self) -> Mention | None:
        """The film that was named last, if no other is called so."""
        others = [clause for clause in self.others if not (clause.likens or against(clause.said[:2]))]
        before = [clause for clause in others if clause.places.start < self.asking.places.start] or others
        films = [one for clause in before if (one := clause.film)]
        films = films or [one for one in self.found if self._is_so(one)]
        alone = films and (films[-1].alone or self._dated(films[-1])) and not self._again(films[-1])
        return films[-1] if alone and not self._of_other_film else None

    @property
    def _of_many(self) -> bool:
        """Whether it speaks of more than one: how long are both, but not all its awards."""
        plain, told = self.asking.plain, [run for run, what in self.asking.pieces if what == "x" and len(run) > 1]
        return any(
            plain[n] in MANY and plain[n + 1 : n + 2] != ["its"] and not any(n in run for run in told)
            for n in self.asking.core
        )

    @property
    def _of_other_film(self) -> bool:
        """Whether it is asked of a film that the clause before tells by who made it: the other film by its director."""
        before = (clause for clause in self.others if clause.places.stop == self.asking.places.start)
        return any(clause.owned_by_it is not None and "f" in clause.letters for clause in before)

    def work(self, film: Mention) -> range:
        """The places of a film that one of the others names, with the part of it that is spoken of if it is asked who
        made it.
        """
        within = self._within(film)
        work = within.work(film)
        told = lexicon().at(self.asking.plain, work.start, work.stop)
        written = "wrote" in self.asking.said and told is not None and told[1].letter == "r"  # the music
        return work if self.asking.asks_by_whom or written else within.numbered(film)

    def _within(self, film: Mention) -> Clause:
        return next(clause for clause in self.others if film.start in clause.places)

    def _again(self, film: Mention) -> bool:
        """Whether the clause that asks says the same words as a title."""
        return {token.word for token in self.words[film.start : film.end]} <= set(self.asking.said)

    def _dated(self, film: Mention) -> bool:
        """Whether its year tells a film from others of its title."""
        years = {self.words[n].word for n in self._within(film).numbered(film)}
        return sum(str(one.year) in years for one in film.named) == 1

    @property
    def unknown_title(self) -> Sequence[int]:
        """The places of strange words that somebody watched, or that something is said of: Morbius is cinema."""
        for clause in self.others:
            if (capitals := self._capitals(clause)) and not clause.asks:
                return capitals
            for run in () if clause.asks else clause.guessed:
                before = clause.plain[run[0] - 1] if run[0] > clause.places.start else ""
                behind = clause.plain[run[-1] + 1] if run[-1] + 1 < clause.places.stop else ""
                begins = run[0] == clause.core.start and behind in ("is", "was")
                called = before == "the" and behind in ("film", "movie") and run[-1] + 2 == clause.places.stop
                if before in WATCHING or begins or called:
                    return run
        return []

    def _capitals(self, clause: Clause) -> Sequence[int]:
        """The places of the only words of a clause, but for the first, that are written as names and not understood."""
        unknown = {n for run in clause.unknown for n in run}
        large = [n for n in clause.places if self.words[n].typed[:1].isupper() and clause.plain[n] not in CAPITALISED]
        inside = [n for n in large if n > clause.core.start]
        alone = bool(inside) and unknown.issuperset(inside) and inside[-1] - inside[0] == len(inside) - 1
        return inside if alone and len(inside) < len(clause.places) - 1 else []

    def narrows(self, clause: Clause) -> bool:
        """Whether a clause may narrow what is asked for, rather than say something else: from the 90s."""
        without = takes_away(clause) and (clause.names or IT_AND_US.isdisjoint(clause.said[:1]))
        taken = "n" in clause.letters and (clause.names or not clause.unknown)  # not wrote
        of_them = self.asking.complete and not self.asking.names.isdisjoint(THINGS)  # my kid is into Ghibli, films by X
        doubtful = doubted(clause) and not (of_them and clause.pieces[0][1] not in NARROWS)
        if clause.opens or doubtful or without or taken:
            return True
        if clause.films and (self.asking.of_role or not (self.asking.lists or self.asking.films)):
            return True
        if self.asking.whole and self.digresses(clause) and not (self.asking.of_anybody and clause.people):
            return False
        if not states(clause):
            told = clause.names or clause.letters & QUESTION  # the longest of Jaws, Casino and Goodfellas
            return bool(told) and not exclaims(clause)
        begins = bool(clause.pieces) and len(clause.pieces[0][1]) > 1  # anime is better, but
        others = clause.letters - {"person"} if begins else set()
        people = set() if self.asking.of_anybody else {"person"}
        return not clause.meant({*FILMS, *people, *others}) <= self.told

    @property
    def of_its_own(self) -> bool:
        """Whether a sentence of its own asks for films by two kinds of conditions or more, and the sentences before say
        nothing of any other kind: the eighties were so scary. which horror films are from 1984.
        """
        asking, says = self.asking, self.words[self.asking.places.start].sentence
        if not asking.whole or len(asking.names) < PAIR or asking.compares or asking.films:
            return False
        return all(
            (self.words[clause.places.start].sentence < says and clause.names <= asking.names)
            for clause in self.others
            if self.narrows(clause)
        )

    def _is_so(self, one: Mention) -> bool:
        """Whether a title of one common word begins what is said, where the clause that asks speaks of a film."""
        of_it = self.asking.stands_for(IT) is not None or self.asking.owned_by_it is not None
        if one.kind != "film" or one.cost or not of_it or one.end + 1 >= len(self.words):
            return False
        begins = any(one.start == clause.core.start for clause in self.others if clause.core)
        said = [token.word for token in self.words[one.start : one.end + 2]]
        told = said[-2] in DOING or (said[-2] in COPULAS and said[-1] in JUDGING)
        return begins and said[0] not in PRONOUNS - {"her"} and told

    @cached_property
    def told(self) -> frozenset[str]:
        """What the clause that asks names."""
        return self.asking.meant()

    @cached_property
    def strange(self) -> list[int]:
        """The places of words in the others that may be a misspelt name, which the clause that asks does not hold."""
        return [n for clause in self.others for n in clause.strange if not self._repeated([n])]

    @cached_property
    def guessed(self) -> list[range]:
        """The runs of words in the others that may be a misspelt name, those with the longest words first."""
        runs = [(max(map(len, clause.spelt(run))), run) for clause in self.others for run in clause.guessed]
        longest = sorted(runs, key=lambda one: -one[0])
        return [run for _, run in longest if not self._repeated(run)][:MOST_GUESSED]

    @property
    def repeats_name(self) -> bool:
        """Whether the clause that asks says some words that may be a title again: Up is on, how long is Up."""
        asked = " ".join(self.words[n].word for run in self.asking.unknown for n in run)
        told = (" ".join(self.words[n].word for run in clause.unknown for n in run) for clause in self.others)
        return asked.count(" ") > 0 and any(asked in one for one in told)

    def _repeated(self, run: Sequence[int]) -> bool:
        """Whether words are those of the clause that asks, or the same with a slip: Fargo, how long is fagro."""
        from rapidfuzz.fuzz import ratio  # only for typing errors

        asked = [self.words[n].word for n in self.asking.strange]
        return any(ratio(self.words[n].word, word) >= ALIKE for n in run for word in asked)

    def kept(self, kinds: Collection[str] | None = None, told: Collection[str] = ()) -> list[int]:
        """The places of what the others name of these kinds."""
        return [n for clause in self.others for n in clause.kept(kinds, told)]

    @property
    def narrowing(self) -> list[int]:
        """The places of what narrows a list of somebody's films, but where something else is said."""
        return [n for clause in self.others if not self.digresses(clause) for n in clause.kept(NARROWING, self.told)]

    def digresses(self, clause: Clause) -> bool:
        """Whether a clause says something else than what films there shall be: we are driving to Portugal."""
        wishes = "f" in clause.letters or _wishes(clause.said)
        return any(map(clause.everyday, clause.unknown)) and not wishes

    def put(self, named: Sequence[int]) -> list[Token]:
        """The clause that asks with words of the others."""
        return [self.words[n] for n in sorted({*self.asking.core, *named})]

    def beside(self, places: Sequence[int], at: Token) -> list[Token]:
        """The words at some places as if they stood in the clause of another."""
        return [in_clause(self.words[n], at) for n in places]

    def of_him(self, name: Sequence[int]) -> list[Token]:
        """The clause that asks with the name of whom it speaks of."""
        return self.of(HE, name)

    def of_it(self, film: Sequence[int]) -> list[Token]:
        """The clause that asks with the name of the film that it speaks of."""
        return self.of(IT, film)

    def of(self, some: Collection[str], name: Sequence[int]) -> list[Token]:
        """The clause that asks with a name where it has one of these words, or before it."""
        words, asking = self.words, self.asking
        named = self.beside(name, words[asking.places.start])
        at = asking.stands_for(some)
        at = asking.owned_by_it if at is None and some is IT else at
        if at is None:
            return [*(words[n] for n in name), *(words[n] for n in asking.core)]
        if words[at].word in OWNING and at + 1 < asking.places.stop:
            named[-1] = replace(named[-1], owner=named[-1].word)
        noun = at + 1 if words[at].word in THIS and asking.plain[at + 1 : at + 2] in NOUNS else at
        return [token for n in asking.core for token in (named if n == at else [words[n]] if n != noun else [])]


def _wishes(said: Sequence[str]) -> bool:
    """Whether a clause wishes for something, other than to do anything but watch it: I need to be cheered up."""
    return any(
        word in WISHING and (said[n + 1 : n + 2] != ["to"] or not _WATCH.isdisjoint(said[n + 2 : n + 3]))
        for n, word in enumerate(said)
    )
