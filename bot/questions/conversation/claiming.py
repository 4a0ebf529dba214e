"""Statements about what was just talked about that want a yes or a no: "he shot Skyfall too, right?", "in both?"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import Asked, FilmRef, Query
from bot.knowledge.search import Honoured
from bot.matching.normal import normal
from bot.questions.clauses.whether import tag
from bot.questions.conversation.context import Context
from bot.questions.conversation.named import names_people, put
from bot.questions.conversation.several import OF_ALL, meant
from bot.questions.conversation.turn import Turn
from bot.questions.readings.understanding import understood
from bot.questions.rules.phrases import FILMS, OPENING, STARTS
from bot.questions.words.tokens import tokens
from bot.questions.words.wording import listed

LONGEST = 14
"""Words of the longest statement."""
MOST_OF_LIST = 12
"""Films of a list of which all may be meant."""
_ANY = frozenset("any anything other others else".split())
"""Words that ask for films rather than whether something is so."""
_HE = re.compile(r"\b(?:he|she|they|him|them)\b(?! (?:ones?|films|movies)\b)|\bher\b(?! \w)", re.I)
_WHO = re.compile(r"\b(?:he|she|they)\b", re.I)
_THEY_BOTH = re.compile(r"\bthey (?:are |were )?both\b", re.I)
"""The two people just talked about."""
_THEY = re.compile(r"\bthey\b", re.I)
_HIS = re.compile(r"\b(?:his|hers|theirs)\b(?= *(?:too|as well|also)?\W*$)", re.I)
_IT = re.compile(
    r"\b(?:it|(?:that|this)(?: one| film| movie)?(?=(?: (?:too|as well|also|again|still|himself|herself))*\W*$))"
    r"(?!['’]?s\b)"
    r"|(?<=\bin )(?:there|that|this)(?: one| film| movie)?\b|\bthere(?=(?: (?:too|as well|also))*\W*$)",
    re.I,
)
_AWARDED = re.compile(r"\b(?:win|wins|won|oscars?|awards?|nominat\w+|baftas?|globes?|prizes?)\b", re.I)
_SHORT = re.compile(r"\b(?P<who>he|she|they|\w+)['’]s (?=in\b|\w+ing\b)", re.I)
"""Who is, in one word: she's in it, Weaver's in both."""


async def claimed(turn: Turn, context: Context, catalogue: Catalogue) -> tuple[Query, str] | None:
    """Whether it is so what a text states of the films or people just talked about, with the words that ask it."""
    asks = turn.text.rstrip().endswith("?")
    plain, rest = [token.word for token in turn.words], tokens(turn.rest)
    tagged = tag(plain)
    kept = rest[: len(rest) - tag([token.word for token in rest])]
    if not 1 < len(plain) <= LONGEST or not kept:
        return None
    said = turn.rest[kept[0].start : kept[-1].end]
    if not (OPENING | FILMS | _ANY).isdisjoint(token.word for token in kept):
        return None
    starts = normal(said).split()[:1]
    stated = not starts or starts[0] not in STARTS
    if (stated and not (tagged or asks)) or "there" in normal(said).split()[1:2]:
        return None
    he = not (turn.sure and names_people(turn.sure) and _WHO.search(said))  # John Hawkes, was he in The Sessions?
    named = _named(_SHORT.sub(r"\g<who> is ", said), context if he else replace(context, people=()), stated=stated)
    if named is None:
        return None
    asked = f"{named}, right?" if stated else f"{named}?"
    query = await understood(asked, catalogue)
    if query and not query.prize and _AWARDED.search(asked) and not _of_awards(query):
        return None
    of_two = query is not None and query.asked is Asked.COMMON and "all of" not in asked
    of_prize = query is not None and query.prize is not None and query.prize.asked == "whether"
    whether = query and (query.asked is Asked.WHETHER or of_prize or (of_two and query.manner == "whether"))
    return (query, asked) if query and whether else None


def _of_awards(query: Query) -> bool:
    """Whether a query asks for films by their awards."""
    return query.search is not None and any(isinstance(step, Honoured) for step in query.search.steps)


def _named(said: str, context: Context, *, stated: bool) -> str | None:
    """A statement with the films and people it speaks of in the place of the words for them; None where it has none."""
    if len(context.two_people) == len("ab") and _THEY_BOTH.search(said):
        both = put(listed(context.two_people), _THEY_BOTH, said)
        return put(context.film.label, _IT, both) if context.film else both
    films: Sequence[FilmRef] = meant(said, context) if OF_ALL.search(said) else ()
    told = said
    if 1 < len(films) <= MOST_OF_LIST:
        every = "both" if len(films) == len("ab") else "all of"
        told = put(f"{every} {listed(film.label for film in films)}", OF_ALL, said)
    elif stated and context.film:
        told = put(context.film.label, _IT, said)
    people = context.people or (context.film.directors if context.film and told != said else ())
    if (stated or told != said) and (len(people) == 1 or (people and _THEY.search(told))):
        who = listed(people)
        told = put(f"{who}'s", _HIS, put(who, _HE, told))
    return told if told != said else None
