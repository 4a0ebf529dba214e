"""Which clause of a text asks, and what clauses ask by themselves or of what another names."""

from collections.abc import Iterator, Sequence

from bot.questions.clauses.clause import QUESTION, Clause
from bot.questions.clauses.clauses import clauses
from bot.questions.clauses.pieces import THINGS
from bot.questions.clauses.saying import denies, doubted, goes_on, repeats, talks
from bot.questions.clauses.talk import IT, PAIR, Talk
from bot.questions.names.mentions import Mention
from bot.questions.rules.phrases import OPENING, STARTS
from bot.questions.words.chatting import USUAL
from bot.questions.words.tokens import Token

MOST_CLAUSES = 9
"""Clauses of a text that are looked at."""


def asking_one(some: Sequence[Clause]) -> Clause | None:
    """The last clause that asks, rather one that says of what."""
    able = [clause for clause in reversed(some) if clause.asks]
    able = [clause for clause in able if clause.of_films] or able
    able = [clause for clause in able if clause.marked or not clause.of_it or clause.letters - set(".zo")] or able
    last = able[0] if able else None
    again = last and repeats(last) and (last.unknown or not last.opens)
    if again and len(able) > 1 and able[1].whole and able[1].letters & QUESTION:
        return able[1]  # who produced Jaws, like who paid for that
    if (
        last
        and len(able) > 1
        and last.only_asks
        and (able[1].points or STARTS.isdisjoint(able[1].said[:1]) or able[1].said[1:2] == ["there"])
    ):
        return able[1]  # did its director make any other films? which ones
    if last and not last.letters & QUESTION and (talks(last) or OPENING.isdisjoint(last.said[:1])):
        marked = [
            clause
            for clause in able
            if clause.marked
            and (clause.complete or (clause.sure and not clause.lists) or (clause.opens and clause.points))
        ]
        if better := marked or [clause for clause in able if clause.opens and talks(last) and not last.names]:
            return better[0]
    return next((clause for clause in able if not clause.empty), able[0] if able else None)


def of_each(words: Sequence[Token], found: Sequence[Mention]) -> list[list[Token]]:
    """The clauses that ask, each of a film of its own: who directed Jaws, and how long is Heat; none for fewer."""
    some = clauses(words, found)
    asking = [one for one in some if one.opens and one.of_one and len(one.films) == 1]
    films = {one.films[0].named for one in asking}
    alone = len(films) == len(asking) >= PAIR and not any(one.asks for one in some if one not in asking)
    return [[words[n] for n in one.core] for one in asking] if alone else []


def asked_alone(words: Sequence[Token], found: Sequence[Mention]) -> list[Token]:
    """The clause that asks where it is whole, or asks of a film that is not known, and the others, as far as can be
    told, only talk; none otherwise.
    """
    some = clauses(words, found)
    asking = asking_one(some) if len(some) > 1 else None
    if not asking or asking.personal:
        return []
    others = [clause for clause in some if clause is not asking]
    if not asking.whole:
        talk = Talk(words, found, asking, others)
        opens = not OPENING.isdisjoint(asking.said[:1])
        if asking.of_one and opens and not (asking.names or asking.points) and talk.repeats_name:
            return talk.put([])
        opens = asking.opens or (asking.marked and asking.letters <= {"x", "."})
        of_film = asking.of_one and opens and not asking.names and not talk.film
        return talk.of_it(title) if of_film and (title := talk.unknown_title) else []
    more = any(goes_on(one) or one.opens for one in others)
    told = {*asking.said, *USUAL}
    narrowed = asking.lists and any(not told.issuperset(doubted(one)) or denies(one) for one in others)
    return [] if more or narrowed else [words[n] for n in asking.core]


def asked_of_named(words: Sequence[Token], found: Sequence[Mention]) -> Iterator[list[Token]]:
    """The clauses that ask of a film or of somebody whom another names, the last first, whatever else is said."""
    some = clauses(words, found)
    for asking in reversed(some) if 1 < len(some) <= MOST_CLAUSES else ():
        open_ = asking.names.isdisjoint(THINGS) or of_somebody_in_it(asking)
        if not (open_ and asking.asks and asking.of_films) or asking.empty or asking.personal or asking.of_other_title:
            continue
        talk = Talk(words, found, asking, [clause for clause in some if clause is not asking])
        if talk.person and not asking.of_role:
            yield talk.of_him(talk.him)
        elif (asking.of_one or asking.of_it) and len(talk.films) < PAIR and (film := talk.one_film or talk.one_title):
            yield talk.of_it(talk.work(film))


def of_somebody_in_it(asking: Clause) -> bool:
    """Whether it is asked of somebody in the film that another clause names: who does Buscemi play in it."""
    return asking.names == {"person"} and asking.stands_for(IT) is not None
