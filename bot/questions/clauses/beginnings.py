"""How clauses begin that ask, and where one begins without a sign before it."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.questions.names.mentions import Mention
from bot.questions.rules.phrases import OPENING, STARTS
from bot.questions.words.chatting import TALK
from bot.questions.words.lexicon import lexicon

RELATIVE = frozenset("who which whose whom when where".split())
"""Those of them that may go on with what stands before."""
ANYBODY = frozenset("anyone anybody everyone everybody someone somebody people those".split())
"""Words behind which they go on."""
EMBEDDING = frozenset(
    "know knows knew asked asking ask asks wondering wonders wonder wondered out about remember remembers"
    " forgot say tell figure recall sure tho".split()
)
"""Words behind which a question stands that somebody has."""
LONG = 8
"""Letters of words that are known in spite of a slip."""
SLIP = 82.0
"""How much of 100 such a word must be like the one that is meant."""
LEAST_TOLD = 4
"""Words of what somebody goes on to tell; fewer may be the rest of a title: The One I Love."""
LONGEST_NOUN = 4
"""Words of those whom a clause goes on with."""
_DETERMINERS = frozenset("a an the that this these those my our your his her their some any every each one".split())
"""Words before those."""
_PEOPLE = frozenset("guy dude man woman lady bloke chap lass kid girl boy person actor actress fella one".split())
"""Words for people who are told by what they did."""
_SAME_AGAIN = frozenset("like as in".split())
"""Words behind which it is said in other words what was asked."""
_CLEFT = re.compile(r"\b(?:is|was|isnt|wasnt) it\b")
"""How it is asked whether it was somebody who did something."""
_WHO_DID_IT = re.compile(r"who (?:\w+ ){1,3}(?:it|that one|this one)(?: (?:again|tho|though|pls|please|anyway|then))*")
"""A question that nobody named before can go on with: who shot it."""
SUBORDINATING = OPENING | STARTS | frozenset("if that while until unless before after than so long much old".split())
"""Words behind which what stands there belongs to them: if, what, does."""
_OURSELVES = frozenset("i im ive we weve my".split())
"""Words that begin what somebody says of themselves."""
LONGEST_LEAD = 8
"""Words at the beginning of a clause that say that it asks."""
ASKS = re.compile(
    r"(?:(?:please|pls|can|could|would|will|you|u|(?:i|we)(?= (?:can|need|want|would|really|just))|id|now|someone|just"
    r"|so|to|also|want|would like) )*"
    r"(?:(?:who|whos|whose|whom|what(?! an? )|whats|which|whichs|when(?! (?:youre|you|u|i|im|we|my) )"
    r"|whens|where|wheres|how|hows|why|whys)"
    r"|list|name|(?:show|send|link|remind) (?:me|us)|hit (?:me|us) (?:up )?with|give|gimme|tell|find|recommend|suggest"
    r"|need(?! (?:it|them|that|this)$| to (?!know|see|watch|find))|got any|any"
    r"|do (?:you|u|ya) (?:have|got)|have (?:you|u)|do (?:you|u) know (?:of )?any|(?:you|u) got"
    r"|(?:every|all(?: the)?) (?:films?|movies?)"
    r"|got(?! (?:an?|the|my|it|this|that|to) )|everything|would love|options|(?:is|are) there"
    r"|(?:is|was|are|were|do|does|did|has|have|can|could) (?:it|he|she|they|that|this|whoever)"
    r"|(?:it|he|she|they) (?:is|was|were|are|did|has) .*\b(?:right|yeah|innit|correct))(?: |$)"
)
"""How a clause begins that asks."""
JOINING = frozenset(
    "so and but cos lol haha hahaha lmao omg ugh tho though anyway anyways honestly pls please ngl ok okay".split()
)
"""Words behind which a clause may begin that asks, where what stands before asks nothing."""


def joins(plain: Sequence[str], since: int, at: int, named: Sequence[Mention]) -> bool:
    """Whether a clause that asks begins behind a word that joins it to one that asks nothing."""
    before = plain[since:at]
    if not {*OPENING, *STARTS}.isdisjoint(before) and ASKS.match(" ".join(before)):
        films = [one for one in named if one.kind == "film"]
        of_both = any(since <= one.start < at for one in films) and any(at < one.start < len(plain) for one in films)
        return of_both and plain[at + 1] in OPENING  # who directed Jaws and how long is Heat
    behind = plain[at + 1 : at + 1 + LONGEST_LEAD]
    whether = behind[:1] and behind[0] in STARTS and any(one.start == at + 2 for one in named)
    return bool(whether) or ASKS.match(" ".join(behind)) is not None


@lru_cache(maxsize=1000)
def _remembers(word: str) -> bool:
    """Whether a word is one of those with a slip: rember."""
    from rapidfuzz import process  # only for typing errors
    from rapidfuzz.fuzz import ratio

    longest = [one for one in EMBEDDING if len(one) >= LONG]
    return len(word) >= LONG - 2 and process.extractOne(word, longest, scorer=ratio, score_cutoff=SLIP) is not None


def opens(plain: Sequence[str], at: int, behind_name: bool) -> bool:
    """Whether a question begins at one of its words without a sign before it."""
    if plain[at - 1] in ANYBODY and plain[at] in RELATIVE:
        return False  # I'll fight anyone who prefers the first
    before = plain[at - 2 if at > 1 and plain[at - 1] in ("me", "us") else at - 1]
    if behind_name or before in TALK or before in EMBEDDING or _remembers(before):
        return True
    told = lexicon().at(plain, at - 1, at)
    if plain[at] == "who" and 1 < at < len(plain) - 1:
        of_it = of_what_is_named(plain[at:]) and _CLEFT.search(" ".join(plain[:at])) is None
        return of_it or (told is None and not of_people(plain, at))
    idle = told is not None and told[1].letter == "." and before not in ("the", "a", "no")
    return plain[at] not in RELATIVE and (told is None or idle)


def of_what_is_named(plain: Sequence[str]) -> bool:
    """Whether all that is asked is who did something for what was named: who shot it."""
    return _WHO_DID_IT.fullmatch(" ".join(plain)) is not None


def of_people(plain: Sequence[str], at: int) -> bool:
    """Whether "who" may go on with those whom the words before it speak of: the retired cop who …"""
    before = plain[max(0, at - LONGEST_NOUN) : at]
    named = before[-1] in _PEOPLE or before[-1].endswith("s") or _CLEFT.search(" ".join(before)) is not None
    return named or before[-1] in STARTS | _SAME_AGAIN or not _DETERMINERS.isdisjoint(before[:-1])


def breaks_off(plain: Sequence[str], since: int, at: int, behind_name: bool) -> bool:
    """Whether somebody goes on about themselves at a word, behind what is asked: how long is Heat I need to leave."""
    if len(plain) - at < LEAST_TOLD or plain[at - 1] in _PEOPLE | SUBORDINATING:
        return False
    asks = ASKS.match(" ".join(plain[since:at]))
    begins = plain[at] in _OURSELVES or (plain[at] in STARTS and plain[at + 1 : at + 2] in (["i"], ["we"]))
    idle = lexicon().at(plain, at - 1, at)
    behind = behind_name or plain[at - 1] == "in" or (idle is not None and idle[1].letter == ".")
    return asks is not None and begins and behind
