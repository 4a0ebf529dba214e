"""A clause of a text: whether it asks, what it names, and what it says besides."""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from bot.questions.clauses.beginnings import ASKS
from bot.questions.clauses.pieces import FILMS, THINGS
from bot.questions.clauses.pointing import HE, NOUNS, Pointing
from bot.questions.clauses.whether import tag
from bot.questions.rules.jobs import VAGUE
from bot.questions.rules.phrases import OPENING, STARTS
from bot.questions.words.chatting import USUAL

MOST_EXCLAIMED = 2
"""Words of a clause that says nothing but how it was: chills."""
US = frozenset("i you u we me my your us".split())
"""Words of those who talk."""
QUESTION = frozenset("xvrkKlNm")
"""Letters of words that films are asked about with."""
_FRAGMENT = ("f", "m", "x", "filter", "genre")
"""Letters and kinds of what a question of a word or two asks for."""
_THE = (["the"], ["this"], ["that"])
"""Words before the noun for a film that another clause names."""
_WHAT = (["what"], ["whats"], ["which"])
"""Words before what the bot is asked to tell: what do you list it under."""
_ONES = frozenset("one ones is are they film films movie movies".split())
"""Words behind one that asks, where nothing else is said."""
_BEGGING = frozenset(["please", "pls", "plz"])
_ALL = (["what", "is", "it"], ["list", "em"], ["list", "them"], ["name", "them"], ["name", "em"])
"""More clauses that say no more than that it is asked."""
_EVERYBODY = frozenset("cast actors actresses".split())
"""Words for all who play in a film."""
_GIVING = frozenset("tell show send give link remind".split())
"""Words before those who are told: send me the link."""
_SOURCES = ("source", "award", "shown", "premiere")
"""Kinds of what a list is asked for by, and nobody else then."""


@dataclass(frozen=True)
class Clause(Pointing):
    """A clause: whether it asks, and what it says besides what it names."""

    @property
    def empty(self) -> bool:
        """Whether it asks what there is, and says nothing of it."""
        idle = self.letters <= {".", "d", "f"}
        return idle and ("f" in self.letters or not (self.points or OPENING.intersection(self.said)))

    @property
    def only_asks(self) -> bool:
        """Whether it is no more than a word that asks: which ones, who, what is it."""
        return (bool(self.said) and {*OPENING, *_ONES}.issuperset(self.said)) or self.said in _ALL

    @cached_property
    def asks(self) -> bool:
        return (
            ASKS.match(" ".join(self.said)) is not None
            or self._whether
            or self._lists
            or self._fragment
            or self._claims
            or self._of_the_same
            or self._names_aspect
        )

    @property
    def marked(self) -> bool:
        """Whether a question mark ends it."""
        return self.words[self.places.stop - 1].asked

    @property
    def _fragment(self) -> bool:
        """Whether a mark says that it asks, and all of it says what: films? longest film of his? over 3 hours?"""
        marked = self.marked or (self.him and "f" in self.letters)
        told = not self.letters.isdisjoint(_FRAGMENT) and US.isdisjoint(self.said)
        done = not self.names and not self.letters.isdisjoint("rv")  # cinematographer?
        played = "k" in self.letters and ("q" in self.letters or self.said[-1:] == ["by"])  # Rose is played by?
        unknown = [run for run in self.unknown if self.plain[run.start] not in HE]
        return marked and (played or ((told or done) and not any(map(self.everyday, unknown))))

    @property
    def _claims(self) -> bool:
        """Whether it says that something is so of a film, and asks if that is right."""
        return not self.names.isdisjoint(FILMS) and tag(self.said) > 0

    @property
    def of_films(self) -> bool:
        """Whether it says anything that films are asked for by."""
        return not self.letters <= {".", "_", "o"} or self.points or bool(self.strange) or not self.unknown

    @property
    def tags(self) -> bool:
        """Whether it only asks if what another clause says is so: is he?"""
        return self.of_it and self.letters <= {"."}

    @property
    def of_anybody(self) -> bool:
        """Whether it asks for films that anybody may have made: action films of the 90s."""
        return (self.lists or self._lists) and self.names.isdisjoint({*THINGS, *_SOURCES})

    @cached_property
    def complete(self) -> bool:
        """Whether it asks for all that it says of what it names, so that nothing else can be meant to narrow it."""
        if not self.whole or self.compares or (self.him and self.of_anybody):
            return False  # 90s films he's in
        names = self.names
        if self.lists or self._lists:
            if self.letters <= {".", "f", *FILMS}:
                return False  # the film Holy Motors
            narrowed = self.strange and (self._of_kind or not self.letters.isdisjoint("xAbw"))
            return bool(names & {*THINGS, *_SOURCES}) or len(names) > 1 or bool(narrowed)
        return "q" in self.letters and bool(names) and bool(self.letters & QUESTION)

    @property
    def asks_of_films(self) -> bool:
        """Whether it asks by words of films."""
        return self.asks and any(what in "vrkxe" for _, what in self.pieces)

    @property
    def opens(self) -> bool:
        """Whether it is a question of its own about films that wants more than yes or no."""
        films = "f" in self.letters or self.said[:1] not in (["how"], ["what"])
        asked = self.letters & QUESTION and not any(map(self.everyday, self.unknown))
        why = self.said[:1] in (["why"], ["how"]) and len(self.said) <= MOST_EXCLAIMED and not self.names  # idk why
        return not why and not OPENING.isdisjoint(self.said[:1]) and bool(asked or (self.names and films))

    @cached_property
    def whole(self) -> bool:
        """Whether it asks all by itself: of what it names, of a kind of film, for the most or the winner of a prize."""
        told = self.lists and not self.letters.isdisjoint("mx")  # the shortest films, films that won
        return self.asks and bool(self.names or self.strange or self._of_kind or told) and not self.points

    @property
    def _of_kind(self) -> bool:
        """Whether a word not understood stands before the noun of films: heist movies."""
        return any(a == "_" and b == "f" for (_, a), (_, b) in pairwise(self.pieces))

    @property
    def of_one(self) -> bool:
        """Whether it asks about one film or person."""
        who = "q" in self.letters and (bool(self.names) or self.points)
        films = "f" in self.letters and not (self.said[-2:-1] in _THE and self.said[-1:] in NOUNS)
        return self._whether or (not films and (bool(self.letters & QUESTION) or who))

    @property
    def lists(self) -> bool:
        """Whether it asks for films rather than for something of one."""
        which = not {"what", "whats", "which", "whichs"}.isdisjoint(self.said[:1])
        return "f" in self.letters or (which and "x" not in self.letters)

    @property
    def _whether(self) -> bool:
        """Whether it begins with a question that wants yes or no about somebody or something named."""
        said = self.said
        if len(said) < 2 or said[0] not in STARTS:
            return False
        at = self.places.stop - len(said) + 1
        subject = next((what for run, what in self.pieces if at in run), "")
        article = said[1] in ("the", "a") and any(one.start == at + 1 for one in self.named if one.kind in FILMS)
        return len(subject) > 1 or article or (subject == "_" and said[1] not in USUAL and said[1] not in US)

    @property
    def _lists(self) -> bool:
        """Whether it is what films there shall be, and nothing else: westerns from the 90s."""
        named = [what for _, what in self.pieces if len(what) > 1]
        films = "f" in self.letters or "genre" in named
        told = len(named) > 1 or (bool(named) and ("f" in self.letters or bool(self.strange)))
        ours = any(self.plain[n] in US and self.plain[max(0, n - 1)] != "the" for n in self.core)
        ours = ours or (self.pieces[0][1] == "v" and self.said[0].endswith("ing"))  # writing something on westerns
        return films and told and not ours and not any(map(self.everyday, self.unknown))

    @property
    def _names_aspect(self) -> bool:
        """Whether it only names something of a film: whole cast of Heat."""
        first = next((what for _, what in self.pieces if what != "."), "")
        begs = not _BEGGING.isdisjoint(self.plain[n] for n in self.places)
        return (
            (first in ("x", "r", "v") or (begs and not self.letters.isdisjoint("xrv")))
            and self.letters <= {"x", "r", "v", "o", ".", "film", "year"} | ({"q"} if self.marked else set())
            and bool(self.films)
        )

    @property
    def _of_the_same(self) -> bool:
        """Whether it is what films of whoever did a job for another: other films by the same director."""
        return {"f", "s"} <= self.letters and not self.letters.isdisjoint("rv") and not self.names

    @property
    def compares(self) -> bool:
        return any(what == "l" for _, what in self.pieces)

    @property
    def of_character(self) -> bool:
        """Whether it may ask who played a character."""
        cast = "in" in self.said and self.points and self.letters <= set("q.ozf")  # who's in it
        done = self.strange or cast or self.letters & set("vxM")
        everybody = not _EVERYBODY.isdisjoint(self.said) and "name" not in self.said
        return "k" in self.letters or (bool(self.letters & set("qr")) and not done and not everybody)

    @property
    def personal(self) -> bool:
        """Whether it asks for what those who talk want or do: when do you need it."""
        american = {run.start - 1 for run, what in self.pieces if what in "xe"}  # its US rating
        told = {n for n in self.places if n and self.plain[n - 1] in _GIVING} | {
            n for n in american if self.plain[n] == "us"
        }
        if self.said[:1] in _WHAT:  # what do you list it as
            told |= {n for n in self.places if self.plain[n] in ("you", "u")}
        told |= {n for run, what in self.pieces if what == "." and len(run) > 1 for n in run}  # of my life
        speaks = any(self.plain[n] in US and self.plain[max(0, n - 1)] != "the" and n not in told for n in self.core)
        return speaks and not self.letters & set("fvrua") and not self.names

    @property
    def sure(self) -> bool:
        """Whether it asks of one person or film that no other is called by."""
        names = [one for run, what in self.pieces if what in THINGS and (one := self.named_at(run))]
        return self.of_one and bool(names) and all(one.kind == "person" or one.alone for one in names)

    @property
    def who_is_it(self) -> bool:
        """Whether it only asks who somebody is of whom another clause asks: who was it then."""
        return self.said[:3] in (["who", "was", "it"], ["who", "is", "it"]) and self.letters <= {"q", "."}

    @property
    def of_other_title(self) -> bool:
        """Whether it asks of what may be a title of several words that is not known: who wrote The Social Dilemma."""
        asks = self.of_one and self.opens and not (self.points or self.names or self.of_role)
        return asks and bool(self.strange) and len(self.unknown) > 1

    @property
    def asks_by_whom(self) -> bool:
        """Whether it asks who made what another clause names, and nothing else."""
        vague = all(" ".join(self.plain[n] for n in run) in VAGUE for run, what in self.pieces if what == "v")
        return "q" in self.letters and self.letters <= set("q.bMv") and vague and "in" not in self.said

    @property
    def of_role(self) -> bool:
        """Whether it asks whom somebody plays."""
        return not self.letters.isdisjoint("kK")
