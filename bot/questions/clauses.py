"""The clauses of a text: one asks, and the others name what it asks about, or say something else altogether."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.knowledge.query import Job
from bot.questions.asides import OWNERS
from bot.questions.chatting import TALK, USUAL
from bot.questions.filters import counted, filter_at, year
from bot.questions.lexicon import STARTS, lexicon
from bot.questions.mentions import HALF, Mention, Token, versus, weak
from bot.questions.occasions import event_at, occasion_at, time_at
from bot.questions.phrasing import spoken
from bot.questions.speech import SHORTHAND
from bot.questions.whether import OPENERS

OPENING = frozenset("who whos whose whom what whats which whichs when whens where wheres how hows why whys".split())
"""Words that begin a question."""
RELATIVE = frozenset("who which whose whom when where".split())
"""Those of them that may go on with what stands before."""
EMBEDDING = frozenset(
    "know knows knew asked asking ask asks wondering wonders wonder wondered out about remember remembers"
    " forgot say tell figure recall sure tho".split()
)
"""Words behind which a question stands that somebody has."""
AGAINST = frozenset("not no nothing without except besides hate hates hated dislike sick tired less instead".split())
"""Words of a clause that takes something away."""
NEGATED = frozenset("dont doesnt didnt cant wont isnt never not cannot".split())
"""The same before what somebody wishes or bears."""
EXCEPTING = frozenset("didnt doesnt isnt wasnt arent werent hasnt havent without except besides".split())
"""Words a clause begins with that goes on with a question: but didn't win."""
WISHED = frozenset("want wanna like need fancy stand handle watch do feel mind love enjoy take bear".split())
VAIN = (
    "not ok|not okay|not sure|not gonna lie|not to|not even|not kidding|not joking|not fine|not being|not feeling"
    "|no joke|no idea|no clue|no but|no seriously|no actually|no cap|no way|no one|not crying|not gonna|not going"
    "|no lie|no offence|no offense|not once|not well|not me|nothing but|no wifi|no signal|no luck|no sleep|or nothing"
)
"""Words that take nothing away though they hold one that does."""
KNOWN = 3
"""Films of somebody whom a text may call by the surname."""
WHOLE_TITLE = 3
"""Words from which on a title is no chance, commas in it or not: Run, Man, Run."""
LONGEST_LEAD = 8
"""Words at the beginning of a clause that say that it asks."""
_VAIN = re.compile(rf" (?:{VAIN})(?= )")
US = frozenset("i you u we me my your us".split())
"""Words of those who talk."""
MOST_BETWEEN, LONGEST_GUESS = 2, 8
"""Words between those of a misspelt name, and words of the longest."""
SURNAME = 0.4
"""What a name by its surname alone costs."""
TELLING = frozenset("i im ive id ill we weve were its thats theres my our hes shes".split())
"""Words that begin what somebody tells of themselves."""
WATCHING = frozenset(
    "watch watched watching see saw seen finish finished rewatch rewatching quote quoting quoted".split()
)
"""Words before the title of a film, though it be made of everyday words."""
TALKING = frozenset("with by on about thru through rip and like not than of other does did has".split())
"""Words before a surname that somebody talks of."""
PRONOUNS = frozenset("it this that them these those her him us you me what one".split())
"""Everyday words that are no title behind these."""
ARTICLES = ("a", "an")
PREDICATED = frozenset("so too very really pretty super is was be looks".split())
"""Words behind which an adjective judges: that was funny."""
_ASKS = re.compile(
    r"(?:(?:please|pls|can|could|would|will|you|u|(?:i|we)(?= (?:can|need|want|would|really|just))|id|now|someone|just"
    r"|so|to|also|want|would like) )*"
    r"(?:(?:who|whos|whose|whom|what|whats|which|whichs|when|whens|where|wheres|how|hows|why|whys)"
    r"|list|name|show me|show us|give|gimme|tell|find|recommend|suggest"
    r"|need(?! (?:it|them|that|this)$| to (?!know|see|watch|find))|got any|any"
    r"|do you have|have you|you got"
    r"|got(?! an? )|everything|would love|options|(?:is|are) there"
    r"|(?:is|was|does|did|has|can|could) (?:it|he|she|they|that|this))(?: |$)"
)
"""How a clause begins that asks."""
JOINING = frozenset("so and but cos lol haha hahaha lmao omg ugh tho though anyway anyways honestly".split())
"""Words behind which a clause may begin that asks, where what stands before asks nothing."""
_LED = OPENERS | JOINING | frozenset("and then like plus meaning cuz coz because hm".split())
IT = frozenset("it its he she they him his her hers them their theirs those these thats".split())
"""Words for what another clause names."""
THIS = frozenset(["that", "this"])
"""The same at the end, and behind what begins a question."""
_QUESTION = frozenset("xvrkKlNm")
"""Letters of words that films are asked about with."""
KEEPSAKES = frozenset(
    "poster posters dvd bluray tape vhs mug shirt tshirt quiz marathon rerun screening showing fan quote meme clip"
    " trailer reference".split()
)
"""What may be of a film: a Casablanca poster."""
COPULAS = frozenset("is was be its it are were looks looked feels felt thats".split())
JUDGING = frozenset("so too very really actually pretty super kinda quite absolutely totally".split())
"""Words behind which a word judges that is a title elsewhere: it was actually wild."""
LIKING = frozenset("likes love loves loved adore adores enjoy enjoys into obsessed fan crazy".split())
"""Words behind which it says what somebody wants."""
FILMS = ("film", "series")
THINGS = (*FILMS, "person", "family")
"""Kinds of what is named that one film may be known by."""
_NARROWS = frozenset("bwvAk")
"""Letters of words behind which a name narrows what is asked for: by, with, starring, about."""


@dataclass(frozen=True)
class Clause:
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
        lead = next((n for n, word in enumerate(said) if word not in _LED), len(said))
        return said[lead:]

    @property
    def core(self) -> range:
        """The places of the same, without a wish for them."""
        lead = len(self.places) - len(self.said) + 2 * (self.said[:2] == ["would", "love"])
        return self.places[lead:]

    @property
    def empty(self) -> bool:
        """Whether it asks what there is, and says nothing of it."""
        return "f" in self._letters and self._letters <= {".", "d", "f"}

    @cached_property
    def asks(self) -> bool:
        return _ASKS.match(" ".join(self.said)) is not None or self._whether or self._lists

    @property
    def asks_of_films(self) -> bool:
        """Whether it asks by words of films."""
        return self.asks and any(what in "vrkxe" for _, what in self.pieces)

    @property
    def opens(self) -> bool:
        """Whether it is a question of its own about films that wants more than yes or no."""
        films = "f" in self._letters or self.said[:1] not in (["how"], ["what"])
        asked = self._letters & _QUESTION and not any(map(self._everyday, self._unknown))
        return not OPENING.isdisjoint(self.said[:1]) and bool(asked or (self.names and films))

    @cached_property
    def whole(self) -> bool:
        """Whether it asks all by itself, of what it names."""
        return self.asks and bool(self.names or self.strange) and not self.points

    @property
    def points(self) -> bool:
        """Whether it speaks of what another clause names: it, that."""
        return any(self._points(n) for n in self.places)

    def stands_for(self, some: Collection[str]) -> int | None:
        """The place of one of these words for what another clause names, if it holds one."""
        phrases = {n for run, what in self.pieces if what in "vk" and len(run) > 1 for n in run}
        return next((n for n in self.places if self.plain[n] in some and n not in phrases and self._points(n)), None)

    def _points(self, n: int) -> bool:
        if self.plain[n] in THIS:
            return n == self.places.stop - 1 or (n > self.places.start and self.plain[n - 1] in STARTS)
        speaking = self.plain[n] == "they" and any(n in run for run, what in self.pieces if what == "x")
        return self.plain[n] in IT and not speaking

    @property
    def of_one(self) -> bool:
        """Whether it asks about one film or person."""
        who = "q" in self._letters and bool(self.names)
        return self._whether or ("f" not in self._letters and (bool(self._letters & _QUESTION) or who))

    @property
    def lists(self) -> bool:
        """Whether it asks for films rather than for something of one."""
        which = not {"what", "whats", "which", "whichs"}.isdisjoint(self.said[:1])
        return "f" in self._letters or (which and "x" not in self._letters)

    @property
    def _letters(self) -> set[str]:
        return {what for _, what in self.pieces}

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
        films = "f" in self._letters or "genre" in named
        told = len(named) > 1 or (bool(named) and ("f" in self._letters or bool(self.strange)))
        return films and told and US.isdisjoint(self.said) and not any(map(self._everyday, self._unknown))

    @property
    def _unknown(self) -> list[range]:
        return [run for run, what in self.pieces if what == "_"]

    @cached_property
    def pieces(self) -> list[tuple[range, str]]:
        """Its words in runs, each with the kind or letter of what it is: "_" for what is not understood."""
        done: list[tuple[range, str]] = []
        at, end = self.places.start, self.places.stop
        starts = {one.start: one for one in sorted(self.named, key=_precedence)}
        while at < end:
            size, what = 1, "_"
            around = occasion_at(self.plain[:end], at) or event_at(self.plain[:end], at)
            kept = time_at(self.plain[:end], at) or filter_at(self.plain[:end], at)
            mention = starts.get(at)
            if around and not around[1] and not (mention and mention.kind in THINGS):
                size, what = around[0], "."
            elif mention and mention.end <= end:
                size, what = mention.size, mention.kind
            elif kept and not (kept[0] == 1 and self.plain[at] in ("short", "long")):
                size, what = kept[0], "year" if any(map(year, self.plain[at : at + kept[0]])) else "filter"
            elif told := lexicon().at(self.plain, at, end):
                worked = told[1].letter == "r" and Job.CAST not in told[1].meaning
                size, what = told[0], "v" if worked else told[1].letter
            done.append((range(at, at + size), what))
            at += size
        return done

    @property
    def talks(self) -> bool:
        """Whether it says something besides what it names, or asks whether something is so."""
        unknown = self._unknown
        said = unknown and (self.names or any(map(self._everyday, unknown)))
        told = unknown and not TELLING.isdisjoint(self.said[:1])
        return (
            bool(said or told) or self.plain[self.places.stop - 1] in EMBEDDING or not STARTS.isdisjoint(self.said[:1])
        )

    @property
    def exclaims(self) -> bool:
        """Whether it is a word or two that name nothing: "chills"."""
        return bool(self._unknown) and self._letters <= {"_", "."} and len(self.places) <= MOST_BETWEEN

    @property
    def compares(self) -> bool:
        return any(what == "l" for _, what in self.pieces)

    @property
    def of_character(self) -> bool:
        """Whether it may ask who played a character."""
        said = {what for _, what in self.pieces}
        return "k" in said or (bool(said & set("qr")) and not said & set("vxM") and not self.strange)

    @property
    def personal(self) -> bool:
        """Whether it asks for what those who talk want or do: when do you need it."""
        said = {what for _, what in self.pieces}
        return not US.isdisjoint(self.said) and not said & set("fvrua") and not self.names

    @property
    def goes_on(self) -> bool:
        """Whether it goes on with the question of another clause: but didn't win, if yes which."""
        return not EXCEPTING.isdisjoint(self.said[:1]) or (
            not self.asks and self.plain[self.places.stop - 1] in OPENING
        )

    @property
    def against(self) -> bool:
        """Whether it takes something away from what is asked for."""
        said = _VAIN.sub(" ", f" {' '.join(self.plain[n] for n in self.places)} ").split()
        wished = any(
            NEGATED.issuperset([word]) and not WISHED.isdisjoint(said[n : n + 4]) for n, word in enumerate(said)
        )
        return wished or not AGAINST.isdisjoint(said)

    @property
    def doubtful(self) -> bool:
        """Whether it may name something that is not known, and narrows what is asked for by it."""
        before, films = "", bool(self.names)
        for n, (run, what) in enumerate(self.pieces):
            films = films or what == "f" or (n == 0 and what in _NARROWS)
            owned = run.start and self.plain[run.start - 1] in OWNERS
            if what == "_" and before in _NARROWS and films and not owned and not self._everyday(run):
                return True
            liked = self.plain[run.stop - 1] in LIKING
            joined = what == "d" and self.plain[run.stop - 1] == "in"  # and also in
            before = "b" if liked or joined else before if what == "." else what
            films = films or liked or joined
        return False

    def _everyday(self, run: range) -> bool:
        said = [self.plain[n] for n in run]
        return all(word in USUAL or word in lexicon().single or counted(word) is not None for word in said)

    @property
    def sure(self) -> bool:
        """Whether it asks of one person or film that no other is called by."""
        names = [one for run, what in self.pieces if what in THINGS and (one := self._named_at(run))]
        return self.of_one and bool(names) and all(one.kind == "person" or len(one.named) == 1 for one in names)

    @property
    def films(self) -> list[Mention]:
        """The films that it names, as they follow each other."""
        return [one for run, what in self.pieces if what == "film" and (one := self._named_at(run))]

    @property
    def people(self) -> list[Mention]:
        """The people that it names."""
        return [one for run, what in self.pieces if what == "person" and (one := self._named_at(run))]

    @property
    def of_role(self) -> bool:
        """Whether it asks whom somebody plays."""
        return not self._letters.isdisjoint("kK")

    def meant(self, without: Collection[str] = ()) -> frozenset[str]:
        """What it names, but for what is of these kinds."""
        done: set[str] = set()
        for run, what in self.pieces:
            if len(what) > 1 and what not in without:
                name = self._named_at(run)
                said = " ".join(self.plain[n] for n in run)
                done |= {one.name.casefold() for one in name.named} if name else {said}
        return frozenset(done)

    def _named_at(self, run: range) -> Mention | None:
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
            elif (name := self._named_at(run)) and {one.name.casefold() for one in name.named} & set(told):
                joins = []
            elif what in kinds if kinds else len(what) > 1 or what == "f":
                done += [*joins, *run]
                joins = []
            elif what != ".":
                joins = []
        return done

    @property
    def strange(self) -> list[int]:
        """The places of the words that may be a misspelt name."""
        some = [n for run, what in self.pieces if what == "_" and not self._everyday(run) for n in run]
        return [n for n in some if not self.plain[n].isdigit()]

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
        return [
            run for both in zip(tight, wide, strict=True) for run in dict.fromkeys(both) if len(run) <= LONGEST_GUESS
        ]

    @cached_property
    def names(self) -> frozenset[str]:
        """The kinds of what it names."""
        return frozenset(what for _, what in self.pieces if len(what) > 1)


def _precedence(mention: Mention) -> tuple[int, bool, bool]:
    """What sorts those of the same words: people, films, then all else."""
    return mention.size, mention.kind not in THINGS, mention.kind in FILMS


def clauses(words: Sequence[Token], found: Sequence[Mention]) -> list[Clause]:
    """The clauses of a text, parted by signs and by the words that begin a question."""
    plain = [_in_full(word) for word in spoken(words)]
    named = tuple(one for one in found if _plainly(one, words))
    whole = (one for one in found if one.kind == "film" and not one.cost and one.size >= WHOLE_TITLE)
    inside = {n for one in (*named, *whole) for n in range(one.start + 1, one.end)}
    ends = {one.end for one in named if one.kind in ("film", "person")}
    cleft = {one.end for one in named if plain[max(0, one.start - 1) : one.start] == ["it"]}  # was it X who
    starts = [0]
    for n in range(1, len(words)):
        if n in inside:
            continue
        if (
            words[n].clause > words[n - 1].clause
            or (plain[n] in JOINING and _joins(plain, starts[-1], n, named))
            or (
                n + 1 < len(words) and plain[n] in OPENING and _opens(plain, n, n in ends - cleft)
            )  # not: F is called how
        ):
            starts.append(n)
    ranges = [range(start, end) for start, end in zip(starts, [*starts[1:], len(words)], strict=True)]
    return [Clause(words, plain, places, named) for places in ranges]


def _in_full(word: str) -> str:
    """A word without shorthand where it stands for one that is no name."""
    full = SHORTHAND.get(word, word)
    return full if len(word) > 1 and " " not in full else word


def _joins(plain: Sequence[str], since: int, at: int, named: Sequence[Mention]) -> bool:
    """Whether a clause that asks begins behind a word that joins it to one that asks nothing."""
    before = plain[since:at]
    if not {*OPENING, *STARTS}.isdisjoint(before) and _ASKS.match(" ".join(before)):
        return False
    behind = plain[at + 1 : at + 1 + LONGEST_LEAD]
    whether = behind[:1] and behind[0] in STARTS and any(one.start == at + 2 for one in named)
    return bool(whether) or _ASKS.match(" ".join(behind)) is not None


def _opens(plain: Sequence[str], at: int, behind_name: bool) -> bool:
    """Whether a question begins at one of its words without a sign before it."""
    before = plain[at - 2 if at > 1 and plain[at - 1] in ("me", "us") else at - 1]
    if behind_name or before in TALK or before in EMBEDDING:
        return True
    told = lexicon().at(plain, at - 1, at)
    return plain[at] not in RELATIVE and (told is None or (told[1].letter == "." and before not in ("the", "a", "no")))


def _plainly(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether a text means what it names, rather than using the same words."""
    said = [token.word for token in words[mention.start : mention.end]]
    before = words[mention.start - 1].word if mention.start else ""
    first = not mention.start or words[mention.start].clause > words[mention.start - 1].clause
    after = words[mention.end].word if mention.end < len(words) else ""
    usual = weak(mention, words) or (mention.size == 1 and said[0] in USUAL)
    across = words[mention.start].clause < words[mention.end - 1].clause
    match mention.kind:
        case "series" if across:
            return False
        case "film" | "series":
            if usual and not (mention.size >= WHOLE_TITLE and any((word,) not in lexicon().phrases for word in said)):
                return (versus(mention, words) or before in WATCHING) and said[0] not in PRONOUNS and not mention.cost
            if mention.size == 1 and before in JUDGING and words[max(0, mention.start - 2)].word in COPULAS:
                return False
            owned = before not in ARTICLES or after in KEEPSAKES
            return mention.cost < HALF and owned and not (mention.cost and said[0] in ARTICLES)
        case "person" | "family":
            if mention.size > 1:
                return len(mention.named) == 1 and not usual and said[0] not in ARTICLES
            called = first or before in LIKING | WATCHING | TALKING or words[mention.start].typed[:1].isupper()
            surname = mention.named[0].weight >= KNOWN and said[-1] in mention.named[0].normal.split()
            known = called and surname and mention.cost <= SURNAME
            return known and len(mention.named) == 1 and not usual
        case "keyword" | "theme":
            return before == "about"
        case "genre":
            nouns = [told[1].letter for word in (before, after) if (told := lexicon().at([word], 0, 1))]
            return "f" in nouns if usual and nouns else before not in PREDICATED
        case "character":
            return False
    return not usual
