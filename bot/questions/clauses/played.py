"""Who plays somebody in a film, of whom another clause names one: Titanic, the fiancé Cal, who's the actor."""

from collections.abc import Iterator

from bot.questions.clauses.pointing import HE
from bot.questions.clauses.talk import Talk
from bot.questions.names.mentions import Mention, weak
from bot.questions.names.plainly import PRONOUNS
from bot.questions.rules.phrases import ARTICLES
from bot.questions.words.amounts import year
from bot.questions.words.chatting import FOLK
from bot.questions.words.tokens import Token, as_word

WHO_IS = [said.split() for said in "whos that|who is that|who was that|who is it|who was it|whos it".split("|")]
WHO_IS += [["whats", whose, "name"] for whose in ("their", "his", "her", "the")]
WHO_IS += [
    [*asks, "the", noun, *called]
    for asks in (["whats"], ["who", "is"], ["whos"])
    for noun in ("actor", "actress", "actors", "guy")
    for called in (["called"], ["name"], [])
]
"""Questions for somebody who is told before by a role: the one playing K in Men in Black, who's that."""
CALLED = frozenset(["called", "named"])
"""Words before the name of somebody who is described: the grandfather, he's called Koro."""
_WHO = (["who"], ["whos"])
_HIM = frozenset(["him", "her", "them"])
_ACTOR = frozenset(["actor", "actress"])


def of_role(talk: Talk) -> Iterator[list[Token]]:
    """Who played somebody in a film, where one of both is named beside the clause that asks."""
    asking, words = talk.asking, talk.words
    plays = {run.stop for run, what in asking.pieces if what == "k"}
    films = [one for one in asking.films if one.start not in plays]
    film = films[-1] if films else talk.last_film
    years = {word.word for word in words if year(word.word)}
    if (
        film is None
        or not (asking.said[:1] in _WHO or asking.said[:2] == ["which", "actor"])
        or not years <= {str(one.year) for one in film.named}
    ):
        return
    some = _characters(talk, film, {n for n in plays if n in asking.places and len(asking.plain[n]) == 1})
    inside = [] if films else [one for one in some if one.start in asking.core]
    before = [one for one in some if one.end <= asking.places.start]
    if inside:
        one = max(inside, key=lambda one: one.size)
        others = "vxMKr" if _ACTOR.isdisjoint(asking.said) else "vxMK"
        sure = asking.letters.isdisjoint(others) and set(asking.strange) <= {*one.places}
    elif before:
        called = [one for one in before if one.start and words[one.start - 1].word in CALLED]
        one = max(called or before, key=lambda one: (one.size > 1, 0 <= film.start - one.end <= 1, one.end, one.size))
        him = bool(plays) and not _HIM.isdisjoint(asking.said)
        of_one = not _ACTOR.isdisjoint(asking.said) or asking.said in WHO_IS
        apart = any(list(clause.core) == list(one.places) for clause in talk.others)  # the grandad, Koro, broke me
        sure = (
            (him or (of_one and (one.size > 1 or one in called or apart)))
            and asking.names <= {"film"}
            and not asking.unknown
        )
    if (inside or before) and sure:
        at = words[asking.core.start]
        name, title = talk.beside(one.places, at), talk.beside(film.places, at)
        who, played, within = (as_word(at, said) for said in ("who", "played", "in"))
        yield [who, played, *name, within, *title, *(as_word(at, one) for one in years)]


def _characters(talk: Talk, film: Mention, letters: set[int]) -> list[Mention]:
    """The characters named, but for common words, other than at these places, and words of other names."""
    taken = [film, *(one for one in talk.found if one.kind == "person" and one.size > 1 and not one.cost)]
    some = [one for one in talk.found if one.kind == "character" and not one.cost]
    return [
        one
        for one in some
        if not any(_overlaps(one, other) for other in taken)
        and one.places != film.places
        and (one.start in letters or not weak(one, talk.words))
        and not {talk.words[n].word for n in one.places} <= PRONOUNS | HE | ARTICLES | {*FOLK}
    ]


def _overlaps(one: Mention, other: Mention) -> bool:
    """Whether two names share words, and are not the same."""
    return one.start < other.end and other.start < one.end and one.places != other.places
