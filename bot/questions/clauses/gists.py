"""What a text asks without its talk: the clause that asks, with what the others name where that is not whole."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations

from bot.questions.clauses.clause import Clause
from bot.questions.clauses.clauses import clauses
from bot.questions.clauses.pieces import FILMS, THINGS
from bot.questions.names.mentions import Mention, weak
from bot.questions.rules.phrases import STARTS
from bot.questions.words.chatting import USUAL
from bot.questions.words.tokens import Token

MOST_CLAUSES = 6
"""Clauses of a text that are looked at."""
MOST_PARTS, MOST_WORDS = 6, 60
"""Parts of one text that are read, and words in all of them."""
LONGEST = 32
"""Words of the longest question."""
HE, IT = frozenset("he she him his her hers".split()), frozenset("it that this".split())
"""Words for somebody and for a film that another clause names."""
OWNING = frozenset(["his", "her", "its"])
MANY = frozenset("they them their both each all".split())
"""Words that speak of more than one."""
NARROWING = ("genre", "year", "filter", "country", "nation", "language")
"""Kinds of what narrows a list of somebody's films."""
PAIR = 2
MOST_GUESSED = 2
"""Runs of words that are tried as a misspelt name."""


@dataclass(frozen=True)
class _Talk:
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
        films = {one.named: one for clause in self.others for one in clause.films}
        return [range(one.start, one.end) for one in films.values()]

    @cached_property
    def person(self) -> Mention | None:
        """Who is meant by he or she in the clause that asks."""
        return _person_meant(self.others, self.asking)

    @cached_property
    def told(self) -> frozenset[str]:
        """What the clause that asks names."""
        return self.asking.meant()

    @cached_property
    def strange(self) -> list[int]:
        """The places of words in the others that may be a misspelt name."""
        return [n for clause in self.others for n in clause.strange]

    def kept(self, kinds: Collection[str] | None = None, told: Collection[str] = ()) -> list[int]:
        """The places of what the others name of these kinds."""
        return [n for clause in self.others for n in clause.kept(kinds, told)]

    def put(self, named: Sequence[int]) -> list[Token]:
        """The clause that asks with words of the others."""
        return [self.words[n] for n in sorted({*self.asking.core, *named})]

    def of_him(self, him: Mention) -> list[Token]:
        """The clause that asks with the name of whom it speaks of."""
        return _with_name(self.words, self.asking, HE, range(him.start, him.end))


def gists(words: Sequence[Token], found: Sequence[Mention]) -> Iterator[list[Token]]:
    """The clause that asks, by itself where it is whole, and with what the others name where these say more."""
    some = clauses(words, found)
    asking = _asking(some) if 1 < len(some) <= MOST_CLAUSES else None
    if asking is None:
        return
    talk = _Talk(words, found, asking, [clause for clause in some if clause is not asking])
    if any(clause.goes_on for clause in talk.others):
        return
    oneself = [clause for clause in talk.others if clause.of_oneself]
    if asking.whole and oneself and all(clause in oneself or not clause.said for clause in talk.others):
        yield talk.put([])
    if asking.compares:
        yield from _compared(words, some, asking)
    elif _only_talks(talk):
        if asking.whole and (asking.sure or all(one.meant(FILMS) <= talk.told for one in talk.others)):
            yield talk.put([])
        yield from _of_person(talk)
        if not _of_their_own(talk):
            yield from _of_film(talk)
            yield from _with_names(talk)


def _asking(some: Sequence[Clause]) -> Clause | None:
    """The last clause that asks, rather one that says of what."""
    able = [clause for clause in reversed(some) if clause.asks]
    return next((clause for clause in able if not clause.empty), able[0] if able else None)


def _only_talks(talk: _Talk) -> bool:
    """Whether the clauses that do not ask are talk: one says something, and none of them opens a question."""
    asking, film = talk.asking, talk.film
    if not any(clause.talks or (film and asking.points and clause.exclaims) for clause in talk.others):
        return False
    of_one = asking.of_one and (asking.whole or film or asking.points)
    for clause in talk.others:
        if clause.opens or ((clause.doubtful or (clause.against and not film)) and not of_one):
            return False
    idle = all(what in ".d" for _, what in asking.pieces)  # did any horror film win, which one
    return not (idle and any(STARTS.intersection(clause.said[:1]) for clause in talk.others))


def _of_person(talk: _Talk) -> Iterator[list[Token]]:
    """What is asked of somebody whom another clause names: with what narrows their films, and without."""
    if not talk.person or (talk.asking.of_role and (talk.film or "filter" not in talk.asking.names)):
        return
    narrowing = [] if talk.film else talk.kept(NARROWING, talk.told)
    put = talk.of_him(talk.person)
    if narrowing:
        yield [*(talk.words[n] for n in narrowing), *put]
    if not (narrowing and talk.asking.lists):
        yield put


def _of_their_own(talk: _Talk) -> bool:
    """Whether what is asked is nothing of the film that is named: of those who talk, or of a role in doubt."""
    asking = talk.asking
    in_doubt = asking.names or (not asking.strange and (talk.strange or _peopled(talk.found, talk.words)))
    return talk.film and (asking.personal or (asking.of_character and bool(in_doubt)))


def _of_film(talk: _Talk) -> Iterator[list[Token]]:
    """What is asked of the film that another clause names, or of several."""
    asking = talk.asking
    if not asking.names:
        yield from _of_both(talk)
        yield from _of_the_same(talk)
    alone = asking.of_it if asking.names else asking.of_one or asking.asks_by_whom
    if alone and asking.names.isdisjoint(THINGS) and (one := _film_meant(talk.others, asking)):
        within = next(clause for clause in talk.others if one.start in clause.places)
        name = within.work(one) if asking.asks_by_whom else range(one.start, one.end)
        yield _with_name(talk.words, asking, IT, name)


def _of_both(talk: _Talk) -> Iterator[list[Token]]:
    """What is asked of both of two films: which actors are in both."""
    said = talk.asking.said
    if "both" in said[-3:] and "that" not in said and len(talk.films) == PAIR:
        first, second = ([talk.words[n] for n in film] for film in talk.films)
        yield [*first, _as(first[-1], "and"), *second, *talk.put([])]


def _of_the_same(talk: _Talk) -> Iterator[list[Token]]:
    """What is asked of whoever did a job for a film: what else did the same director make."""
    core = talk.asking.core
    same = [n for n in core if talk.asking.plain[n] == "same" and n + 1 in core]
    for at in same if len(talk.films) < PAIR else ():
        for one in talk.films or _guessed(talk.others):
            film = [replace(talk.words[n], clause=talk.words[at].clause) for n in one]
            job, *behind = (talk.words[n] for n in range(at + 1, core.stop))
            yield [*talk.words[core.start : at], job, _as(talk.words[at], "of"), *film, *behind]


def _as(token: Token, word: str) -> Token:
    """A word that was not typed, where one stands."""
    return replace(token, word=word, typed=word, owner="")


def _with_names(talk: _Talk) -> Iterator[list[Token]]:
    """The clause that asks with what the others name, or may name with a typing error."""
    words, asking, film = talk.words, talk.asking, talk.film
    named = talk.kept((*THINGS, "year") if film else None, talk.told)
    if talk.person and asking.of_role:
        kept = talk.kept(FILMS)
        for run in [kept] if kept or asking.films else _guessed(talk.others):
            yield [*(words[n] for n in run), *talk.of_him(talk.person)]
    elif named or asking.names or not asking.points:
        yield talk.put(named)
    if not film and not asking.names and (asking.points or not named):
        yield talk.put(talk.strange)
        for run in _guessed(talk.others):
            yield talk.put([*named, *run]) if named else _with_name(words, asking, IT, run)
    if film:
        yield talk.put([] if asking.names else talk.kept(FILMS))


def _compared(words: Sequence[Token], some: Sequence[Clause], asking: Clause) -> Iterator[list[Token]]:
    """The clause that compares, with the films that the others name if it needs two."""
    beside: list[Clause] = []
    known = {one.named for one in asking.films}
    for clause in some if len(known) < PAIR else ():
        if clause is not asking and (names := {one.named for one in clause.films} - known):
            beside.append(clause)
            known |= names
    if not beside and len(known) == PAIR:
        yield [words[n] for n in asking.places]
    elif len(known) == PAIR:
        kept = [n for one in beside for n in (one.kept((*FILMS, "year")) if one.talks or one.compares else one.places)]
        yield [words[n] for n in sorted({*asking.core, *kept})]


def _guessed(others: Sequence[Clause]) -> Sequence[Sequence[int]]:
    """The runs of words that may be a misspelt name, those with the longest words first."""
    runs = [(max(map(len, clause.spelt(run))), run) for clause in others for run in clause.guessed]
    return [run for _, run in sorted(runs, key=lambda one: -one[0])][:MOST_GUESSED]


def _with_name(words: Sequence[Token], asking: Clause, some: Collection[str], name: Sequence[int]) -> list[Token]:
    """The clause that asks with a name where it has one of these words, or before it."""
    named = [replace(words[n], clause=words[asking.places.start].clause) for n in name]
    at = asking.stands_for(some)
    at = asking.owned_by_it if at is None and some is IT else at
    if at is None:
        return [*(words[n] for n in name), *(words[n] for n in asking.core)]
    if words[at].word in OWNING and at + 1 < asking.places.stop:
        named[-1] = replace(named[-1], owner=named[-1].word)
    return [token for n in asking.core for token in (named if n == at else [words[n]])]


def _person_meant(others: Sequence[Clause], asking: Clause) -> Mention | None:
    """Who is meant by he or she, if one person alone is named, and no role in a film is asked for."""
    people = {one.named: one for clause in others for one in clause.people}
    alone = len(people) == 1 and not HE.isdisjoint(asking.said) and asking.stands_for(IT) is None
    return next(iter(people.values())) if alone and "person" not in asking.names else None


def _film_meant(others: Sequence[Clause], asking: Clause) -> Mention | None:
    """The film that was named last, if it is asked about and no other is called so."""
    before = [clause for clause in others if clause.places.start < asking.places.start] or others
    films = [one for clause in before for one in clause.films]
    alone = films and len(films[-1].named) == 1 and (HE | MANY).isdisjoint(asking.said)
    return films[-1] if alone else None


def _peopled(found: Sequence[Mention], words: Sequence[Token]) -> bool:
    """Whether a character is named: Rose from Titanic, who played her."""
    titles = [one for one in found if one.kind == "film" and one.cost == 0]
    return any(
        one.kind == "character"
        and not weak(one, words)
        and not (one.size == 1 and words[one.start].word in USUAL)
        and all(one.end <= t.start or t.end <= one.start for t in titles)
        for one in found
    )


@dataclass(frozen=True, slots=True)
class Part:
    """A text without some of its clauses."""

    words: list[Token]
    whole: bool
    """Whether everything named is in it."""
    asks: bool
    """Whether one of the clauses left asks, and none of the others may narrow what."""


def parts(words: Sequence[Token], found: Sequence[Mention]) -> Iterator[Part]:
    """The text without some of its clauses, but with what these name if need be, the longest first.

    "How long is Jaws, we have to leave at ten" names nothing in its second clause.
    """
    some = clauses(words, found)
    if not 1 < len(some) <= MOST_CLAUSES:
        return
    against = any(clause.against for clause in some)
    done: dict[tuple[int, ...], tuple[bool, bool]] = {}
    for left in range(1, len(some)):
        for without in combinations(some, left):
            if any(clause.asks_of_films for clause in without) and not any(
                clause.asks for clause in some if clause not in without
            ):
                continue
            kept = [clause for clause in some if clause not in without]
            if any(clause.of_it for clause in kept) and all(clause.names.isdisjoint(THINGS) for clause in kept):
                continue  # is it a drama
            kinds = frozenset().union(*(clause.names for clause in without))
            least = tuple(n for clause in some if clause not in without for n in clause.places)
            most = tuple(n for clause in some for n in (clause.kept() if clause in without else clause.places))
            doubtful = any(clause.doubtful for clause in without)
            asks = not doubtful and any(clause.asks for clause in kept)
            done[least] = not kinds and not doubtful, asks
            if kinds and not doubtful and not against and kinds.isdisjoint(THINGS):
                done[most] = True, asks
    longest = sorted((part for part in done if 1 < len(part) < len(words)), key=len, reverse=True)
    left = MOST_WORDS
    for part in [part for part in longest if len(part) <= LONGEST][:MOST_PARTS]:
        if (left := left - len(part)) >= 0:
            yield Part([words[n] for n in part], *done[part])
