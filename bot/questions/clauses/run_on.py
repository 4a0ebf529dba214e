"""Texts without signs: where a sentence ends and another begins, told by how questions begin and how people go on."""

from collections.abc import Sequence, Set
from dataclasses import replace

from bot.questions.clauses.beginnings import ASKS, LEAST_TOLD, LONGEST_LEAD, of_people
from bot.questions.names.mentions import Mention
from bot.questions.names.plainly import plainly
from bot.questions.rules.phrases import OPENING, STARTS
from bot.questions.words.chatting import USUAL
from bot.questions.words.lexicon import lexicon
from bot.questions.words.phrasing import spoken
from bot.questions.words.tokens import Token

LEAST = 3
"""Words of the shortest question that somebody goes on behind, and of what they go on with."""
_GOVERNING = frozenset("the a an of by with than and or to for from at as not no into about".split())
"""Words that what stands behind them belongs to."""
_OF_ANYBODY = frozenset("i im ive id ill we weve my he hes she shes they theyre its thats theres idk someone".split())
"""Words that begin what somebody tells."""
_LISTING = frozenset(["any", "list", "recommend", "suggest", "name"])
"""Words that begin a wish for films."""
_FOUND = frozenset("got have has there know seen of like without not".split())
"""Words that such a wish may begin with before "any"."""
_DOES = frozenset(["did", "does"])
"""Words before a name that ask, and say nothing of what stands before them."""
_PREDICATES = frozenset("in the a longer shorter older newer also even really directed from based over".split())
"""Words behind a name that say what it may be."""


def punctuated(words: Sequence[Token], found: Sequence[Mention]) -> list[Token]:
    """The words as if every sentence ended with a sign."""
    plain = spoken(words)
    names = [one for one in found if plainly(one, words)]
    inside = {n for one in names for n in range(one.start + 1, one.end)}
    starts, ends = {one.start: one.end for one in names}, {one.end for one in names}
    since, more, done = 0, 0, list[Token]()
    for n, token in enumerate(words):
        if n and token.clause > words[n - 1].clause:
            since = n
        stop = next((m for m in range(n + 1, len(words)) if words[m].clause > token.clause), len(words))
        if n - since >= 2 and n not in inside:
            asks = ASKS.match(" ".join(plain[since:n])) is not None
            asked = _asks(plain, n, stop, starts) and not (asks and plain[n] in STARTS)
            if asked or (asks and n - since >= LEAST and _tells(plain, n, stop, ends, starts.keys())):
                since, more = n, more + 1
        done.append(replace(token, clause=token.clause + more, sentence=token.sentence + more))
    return done if more else list(words)


def _asks(plain: Sequence[str], at: int, stop: int, starts: dict[int, int]) -> bool:
    """Whether a question begins at a word."""
    word, before, behind = plain[at], plain[at - 1], plain[at + 1 : stop]
    if not behind or before in _GOVERNING:
        return False
    if word in _DOES or word in STARTS:
        name = at + 1 + (behind[0] == "the" and at + 1 not in starts)
        end = starts.get(name, stop)
        return name in starts and before not in OPENING and (word in _DOES or plain[end : end + 1][0:1] in _AFTER)
    if word in ("which", "whichs"):
        told = lexicon().at(plain, at + 1, stop)
        return behind[0] not in STARTS | _OF_ANYBODY and not (told and told[1].letter in "vk")
    if word == "who":
        return not of_people(plain, at)
    if word in ("when", "where"):
        return word == "when" and behind[0] in STARTS
    if word in _LISTING:
        films = lexicon().letters(plain[at:stop])[: LEAST + 2]
        return before not in _FOUND and "f" in films
    return word in OPENING and ASKS.match(" ".join(plain[at : at + LONGEST_LEAD])) is not None


_AFTER = [(word,) for word in _PREDICATES]


def _tells(plain: Sequence[str], at: int, stop: int, ends: Set[int], starts: Set[int]) -> bool:
    """Whether somebody goes on to tell something behind a question."""
    before = lexicon().at(plain, at - 1, at)
    if plain[at - 1] in _GOVERNING | STARTS | OPENING or (before and before[1].letter in "fo" and at not in ends):
        return False
    if stop - at < LEAST_TOLD and at in ends:
        return False
    if plain[at] in _OF_ANYBODY:
        return stop - at >= LEAST
    strange = lexicon().at(plain, at, stop) is None and plain[at] in USUAL and at not in starts
    return strange and stop - at > LEAST
