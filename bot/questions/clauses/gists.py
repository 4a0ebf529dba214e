"""What a text asks without its talk: the clause that asks, with what the others name where that is not whole."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.questions.clauses.clause import US, Clause
from bot.questions.clauses.clauses import clauses
from bot.questions.clauses.pairs import compared, of_both, of_either, of_two
from bot.questions.clauses.pieces import FILMS, THINGS
from bot.questions.clauses.played import WHO_IS, of_role
from bot.questions.clauses.pointing import FOR_NAMES
from bot.questions.clauses.question import MOST_CLAUSES, asking_one, of_somebody_in_it
from bot.questions.clauses.saying import (
    acts,
    doubted,
    embedded,
    exclaims,
    goes_on,
    of_oneself,
    states,
    takes_away,
    talks,
)
from bot.questions.clauses.sentence import asks_by_itself, sentence
from bot.questions.clauses.talk import IT, PAIR, Talk
from bot.questions.clauses.whether import tag
from bot.questions.names.mentions import Mention, weak
from bot.questions.rules.phrases import STARTS
from bot.questions.words.chatting import USUAL
from bot.questions.words.tokens import Token, as_word

LONGEST = 32
"""Words of the longest question."""
_THE = frozenset("the that its their".split())
"""Words before a job of the film that is named: what else did the director make."""


def gists(words: Sequence[Token], found: Sequence[Mention]) -> Iterator[list[Token]]:
    """The clause that asks, by itself where it is whole, and with what the others name where these say more."""
    some = clauses(words, found)
    asking = asking_one(some) if 1 < len(some) <= MOST_CLAUSES else None
    if asking is None:
        return
    talk = Talk(words, found, asking, [clause for clause in some if clause is not asking])
    if any(goes_on(clause) for clause in talk.others):
        return
    if asks_by_itself(talk):
        begins, *others = sentence(talk)
        if others:
            yield from _beside_talk(replace(talk, others=[one for one in (begins, *others) if one is not asking]))
        yield [words[n] for places in (begins.core, *(clause.places for clause in others)) for n in places]
    yield from _beside_talk(talk)


def _beside_talk(talk: Talk) -> Iterator[list[Token]]:
    """The clause that asks, by itself or with what the others name."""
    words, asking = talk.words, talk.asking
    oneself = [clause for clause in talk.others if of_oneself(clause)]
    idle = all(clause in oneself or not clause.said or exclaims(clause) for clause in talk.others)
    if asking.whole and idle and (oneself or asking.sure):
        yield talk.put([])
    last = all(clause.places.stop <= asking.places.start for clause in talk.others)
    tagged = not last and tag([token.word for token in words])  # Moonlight won, right
    complete = asking.complete and not any(map(talk.narrows, talk.others))
    if (complete or talk.of_its_own) and not tagged:
        yield talk.put([])
    if asking.whole and asking.sure and asking.marked and not (asking.lists or any(map(_adds, talk.others))):
        yield talk.put([])
    if asking.tags:
        yield from _so(talk)
    yield from _whoever(talk)
    yield from of_role(talk)
    yield from of_two(talk)
    yield from of_either(talk)
    yield from _of_the_same(talk)
    yield from _of_maker(talk)
    if asking.compares:
        yield from compared(talk)
    elif _only_talks(talk):
        if asking.whole and (asking.sure or all(one.meant(FILMS) <= talk.told for one in talk.others)):
            yield talk.put([])
        yield from _of_person(talk)
        if not _of_their_own(talk) and not asking.who_is_it:
            yield from _of_film(talk)
            yield from _with_names(talk)


def _adds(clause: Clause) -> bool:
    """Whether a clause may add something to a question about one film or person."""
    against = takes_away(clause) and (clause.names or US.isdisjoint(clause.said[:1]))  # I said yes, then no
    return bool(against) or clause.compares or (bool(clause.opens or clause.names) and not talks(clause))


def _only_talks(talk: Talk) -> bool:
    """Whether the clauses that do not ask are talk: one says something, and none of them opens a question."""
    asking, film = talk.asking, talk.film
    pointing = asking.him or asking.stands_for(IT) is not None
    if not any(
        talks(clause)
        or (
            pointing
            and clause.said
            and (clause.unknown or clause.names >= clause.letters - {".", "o", "u", *("v" * acts(clause))})
        )
        for clause in talk.others
    ):
        return False
    of_one = asking.of_one and (asking.whole or film or asking.points)
    for clause in talk.others:
        asks = clause.opens and not (embedded(clause) and asking.marked)
        if asks or ((doubted(clause) or (takes_away(clause) and not film)) and not of_one):
            return False
    idle = all(what in ".d" for _, what in asking.pieces)  # did any horror film win, which one
    return not (idle and any(STARTS.intersection(clause.said[:1]) for clause in talk.others))


def _so(talk: Talk) -> Iterator[list[Token]]:
    """What is said before and whether it is so: Scorsese never directed Scarface, did he."""
    for clause in talk.others:
        if clause.places.stop == talk.asking.places.start and clause.names:
            yield talk.put(clause.core)
            about = [one.start for one in (*clause.people, *clause.films, talk.person) if one]
            if clause.films and len(about) > 1:  # bet you five quid Niven directed it
                yield talk.put(range(min(about), clause.places.stop))


def _of_person(talk: Talk) -> Iterator[list[Token]]:
    """What is asked of somebody whom another clause names: with what narrows their films, and without."""
    if not talk.person and talk.asking.him and (talk.asking.lists or not talk.film):
        yield from (talk.of_him(run) for run in talk.guessed)
    if not talk.person or (talk.asking.of_role and (talk.film or "filter" not in talk.asking.names)):
        return
    narrowing = [] if talk.film else talk.narrowing
    put = talk.of_him(talk.him)
    if narrowing:
        yield [*(talk.words[n] for n in narrowing), *put]
    if not (narrowing and talk.asking.lists):
        yield put


def _of_their_own(talk: Talk) -> bool:
    """Whether what is asked is nothing of the film that is named: of those who talk, or of a role in doubt."""
    asking = talk.asking
    in_doubt = asking.names or (not asking.strange and (talk.strange or _peopled(talk.found, talk.words)))
    role = asking.of_character and bool(in_doubt) and not of_somebody_in_it(asking)
    return talk.film and (asking.personal or role)


def _of_film(talk: Talk) -> Iterator[list[Token]]:
    """What is asked of the film that another clause names, or of several."""
    asking = talk.asking
    if not asking.names:
        yield from of_both(talk)
    alone = asking.of_it if asking.names - {"nation", "country"} else asking.of_one or asking.asks_by_whom
    alone = alone or asking.owned_by_it is not None or asking.of_its_maker
    if asking.of_other_title or talk.repeats_name:
        return
    if (of_somebody_in_it(asking) or (alone and asking.names.isdisjoint(THINGS))) and (one := talk.one_film):
        yield talk.of_it(talk.work(one))


def _whoever(talk: Talk) -> Iterator[list[Token]]:
    """Who did what is told: whoever made Crank was on something, who was it."""
    for clause in talk.others:
        plays = next((run.start for run, what in clause.pieces if what == "k"), None)
        if talk.asking.said in WHO_IS and plays is not None and clause.films:
            yield [as_word(talk.words[plays], "who"), *(talk.words[n] for n in range(plays, clause.places.stop))]
        at = next((n for n in clause.core if clause.plain[n] == "whoever"), None)
        if at is None or not (talk.asking.asks_by_whom or talk.asking.said in WHO_IS):
            continue
        begins, it = talk.words[at], clause.stands_for(IT)
        if clause.films:
            yield [as_word(begins, "who"), *(talk.words[n] for n in range(at + 1, clause.films[0].end))]
        elif it is not None and (film := talk.last_film):
            does = (talk.words[n] for n in range(at + 1, it))
            yield [as_word(begins, "who"), *does, *talk.beside(film.places, begins)]


def _of_the_same(talk: Talk) -> Iterator[list[Token]]:
    """What is asked of whoever did a job for a film: what else did the same director make."""
    asking = talk.asking
    if asking.names:
        return
    core, done = asking.core, {run.start for run, what in asking.pieces if what == "v"}
    lists = asking.lists and "of" not in asking.said
    same = [n for n in core if n + 1 in core and asking.plain[n] == "same"]
    same = same or [n for n in core[:-1] if n + 1 in done and lists and asking.plain[n] in _THE]
    for at in same if len(talk.films) < PAIR else ():
        spoken_of = talk.one_film
        films = talk.films or ([range(spoken_of.start, spoken_of.end)] if spoken_of else [])
        for places in films or (talk.guessed if asking.plain[at] == "same" else ()):
            film = talk.beside(places, talk.words[at])
            job, *behind = (talk.words[n] for n in range(at + 1, core.stop))
            the, of = (as_word(talk.words[at], word) for word in ("the", "of"))
            yield [*talk.words[core.start : at], the, job, of, *film, *behind]


def _of_maker(talk: Talk) -> Iterator[list[Token]]:
    """What is asked of one whom another clause tells by a job for a film: the guy who scored Jaws, what else did he."""
    asking = talk.asking
    if asking.him and asking.lists and not asking.names:
        told = [one for one in talk.others if one.films and one.sure and "q" in one.letters and not talks(one)]
        yield from (talk.put(one.core) for one in told[-1:])


def _with_names(talk: Talk) -> Iterator[list[Token]]:
    """The clause that asks with what the others name, or may name with a typing error."""
    words, asking = talk.words, talk.asking
    other = asking.of_other_title or talk.repeats_name
    film, kinds = talk.film and not other, (*THINGS, "year") if talk.film else None
    adding = [one for one in talk.others if not other and _may_add(talk, one)]
    named = [n for one in adding for n in one.kept(kinds, talk.told)]
    of_others = asking.names.isdisjoint(THINGS) and asking.stands_for(FOR_NAMES) is not None
    open_ = asking.names and of_others  # what else did they make in the 90s
    if talk.person and asking.of_role:
        kept = talk.kept(FILMS)
        for run in [kept] if kept or asking.films else talk.guessed:
            yield [*(words[n] for n in run), *talk.of_him(talk.him)]
    elif asking.him and asking.lists and not talk.kept(("person", "family")):
        return
    else:
        dated = any(one.names & {"year", "filter"} and not states(one) for one in talk.others)
        alone = asking.of_one and asking.opens and asking.strange and not dated
        if alone and not (asking.of_role or asking.points):
            yield talk.put([])
        told = asking.names and not open_
        if named or told or asking.unknown or not (asking.points or asking.of_one):
            yield talk.put(named)
    if not film and not asking.names and (asking.points or not named):
        for run in talk.guessed:
            yield talk.put([*named, *run]) if named else talk.of_it(run)
        yield talk.put(talk.strange)
    if film and not any(one.films and "year" in one.names for one in talk.others) and not open_:
        yield talk.put([] if asking.names else talk.kept(FILMS))


def _may_add(talk: Talk, one: Clause) -> bool:
    """Whether what a clause names may be meant by the one that asks."""
    asking = talk.asking
    if asking.of_one and (takes_away(one) or (asking.stands_for(IT) is not None and not talk.kept(THINGS))):
        return False  # not the Stephenie Meyer one; she left after two hours, how long is it
    return not (asking.whole and asking.lists and talk.digresses(one) and one.names.isdisjoint(THINGS))


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
