"""What is asked of two that are named beside the clause that asks: which is longer, who is in both, were they in it."""

from collections.abc import Iterator

from bot.questions.clauses.clause import Clause
from bot.questions.clauses.pieces import FILMS
from bot.questions.clauses.pointing import HE
from bot.questions.clauses.talk import IT, PAIR, Talk
from bot.questions.rules.phrases import OR
from bot.questions.words.tokens import Token, as_word


def of_two(talk: Talk) -> Iterator[list[Token]]:
    """Whether somebody did something for a film, or two did, whom the others name: did he produce it, were they both in
    Jaws.
    """
    asking = talk.asking
    people = [clause.people for clause in talk.others if len(clause.people) == PAIR]
    he, it = asking.stands_for(HE), asking.stands_for(IT)
    if he is not None and it is not None and asking.of_it and talk.last_film and talk.sole_person:
        film = next(clause for clause in talk.others if talk.last_film in clause.films or clause.film is talk.last_film)
        put = {he: talk.sole_person.places, it: film.kept((*FILMS, "year"))}
        yield [token for n in asking.core for token in talk.beside(put.get(n, range(n, n + 1)), talk.words[n])]
    if len(people) == 1 and asking.of_it and asking.said[1:2] == ["they"] and asking.films:
        starts, they, *behind = (talk.words[n] for n in asking.core)
        first, second = (talk.beside(one.places, they) for one in people[0])
        yield [starts, *first, as_word(they, "and"), *second, *behind]


def of_both(talk: Talk) -> Iterator[list[Token]]:
    """What is asked of both of two films: which actors are in both."""
    said = talk.asking.said
    of_two = "both" in said[-3:] or said[-4:-1] == ["the", "two", "of"]
    if of_two and "that" not in said and len(talk.films) == PAIR:
        first, second = ([talk.words[n] for n in film] for film in talk.films)
        yield [*first, as_word(first[-1], "and"), *second, *talk.put([])]


def of_either(talk: Talk) -> Iterator[list[Token]]:
    """Which of two people has more of something, whom another clause names: who has more films, Nolan or Fincher."""
    asking = talk.asking
    two = [one for one in talk.others if one.people and not {*OR, "and"}.isdisjoint(one.said[1:-1])]
    if len(two) == 1 and "more" in asking.said and not asking.people:
        yield [talk.words[n] for n in (*asking.core, *two[0].places)]


def compared(talk: Talk) -> Iterator[list[Token]]:
    """The clause that compares, with the films that the others name if it needs two."""
    words, asking, beside = talk.words, talk.asking, list[Clause]()
    known = {one.named for one in asking.films}
    for clause in talk.others if len(known) < PAIR else ():
        if names := {one.named for one in clause.films} - known:
            beside.append(clause)
            known |= names
    it = asking.stands_for(IT)
    if it is not None and len(asking.films) == len(beside) == len(talk.films) == 1:  # is Aliens longer than that
        film = talk.beside(beside[0].kept((*FILMS, "year")), words[it])
        yield [token for n in asking.core for token in (film if n == it else [words[n]])]
    elif not beside and len(known) == PAIR:
        yield [words[n] for n in asking.places]
    elif len(known) == PAIR:
        kept = [
            n
            for one in beside
            for n in (one.kept((*FILMS, "year")) if len(one.films) == 1 or one.unknown or one.compares else one.places)
        ]
        yield [words[n] for n in sorted({*asking.core, *kept})]
