"""Whether a text wants a yes or a no, and which of its words say what is to be so."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.questions.names.mentions import Mention
from bot.questions.rules.phrases import ASKING, OPENING, STARTS
from bot.questions.words.chatting import FOLK, USUAL
from bot.questions.words.lexicon import let_go, lexicon
from bot.questions.words.tokens import Token

MODALS = ASKING | frozenset("might may must should would".split())
"""The same where the one spoken of follows."""
PRONOUNS = frozenset("it he she they that this these those".split())
OPENERS = frozenset(
    "wait hang so hey hi hello ok okay um hmm oh well yo bro dude mate man but and also actually please pls quick"
    " question tell me again sorry right now just like hold on yeah no then".split()
)
"""Words before a question that are no part of it."""
LEAST_STATED = 3
"""Words of the shortest statement with a tag."""
MUSING = frozenset(
    "q serious seriously genuine genuinely random honest honestly silly dumb stupid weird trolling joking"
    " kidding".split()
)
"""Words of those who are about to ask."""
MOST_TALK = 5
"""Words before a question that say nothing of films."""
MOST_ASKED = 2
"""Words of what asks who or what "is it", which then is no tag."""
TAG = 8
"""Words of the longest tag and the one before it."""

_IS = r"(?:is|was|are|were|do|does|did|has|have|had|can|could|would|will)"
_HE = r"(?:it|he|she|they|that)"
_TAG = re.compile(
    rf".*? ((?:(?:is|was|are|were|do|does|did|has|have|had|would|ai)nt {_HE}|{_IS} {_HE}(?: not)?"
    rf"(?: or (?:{_IS}nt {_HE}|not))?|(?:am i|is that|isnt that|is this|would that be|could that be|can that be) "
    r"(?:right|correct|so|true|wrong|possible|a fact)"
    r"|or (?:not|no|what|nah|(?:(?:am|did|do|have) i|is my \S+) \S+(?: \S+){,2})|yes or no|y(?: or)? n"
    rf"|true or false|or (?:is|was|did|has) (?:{_HE}|someone|somebody)(?: else| \S+ else)?"
    r"|right|correct|true|no|na|yes|innit|huh|eh|yeah|yea|correct me if im wrong))"
    r"(?: (?:tho|though|actually|really|lol))?"
)
"""What follows a statement to ask whether it is so."""
_WHICH = re.compile(
    r".*?((?: (?:and|if so))*(?: in)? (?:which|what)(?: (?:one|ones|film|films|movie|movies))?"
    r"(?: (?:is|are|was|were|did) (?:it|they|that))?)"
)
"""What follows a question whether there is any to ask which."""
_CLAIM = re.compile(
    r"(?:(?:my|a|the|some|one of my|our) (?:\S+ ){1,2}"
    r"|(?:people|ppl|folks|friends|mates|everyone|everybody|someone) (?:\S+ ){,4}?"
    r"|(?:(?:\d+|a|my|five|ten|twenty) )?(?:quid|bucks|dollars|euros|pounds|tenner|fiver|money) "
    rf"|(?:i|he|she|they|somebody|you|{'|'.join(FOLK)}) (?:\S+ ){{,1}})"
    r"(?:swears?|swore|claims?|claimed|insists?|insisted|reckons?|says?|said|thinks?|thought|believes?|bets?|bet me"
    r"|heard|read|read somewhere|told me|tells me|keeps? (?:on )?(?:saying|insisting|claiming|telling (?:me|us))"
    r"|is sure|is convinced|am sure|m sure) (?:that )?(?=\S+ \S+ )"
)
"""Who says so, before what they say."""
_ANYONE = "(?:anyone|anybody|someone|somebody|any of (?:you|u|ya)|any1)"
_WONDERS = re.compile(
    rf"(?:(?:does|do|can|could|would|will|is|has) )?{_ANYONE} (?:here )?(?:knows?|remembers?|recalls?|tell (?:me|us)"
    r"|(?:going to|gonna) tell (?:me|us)|(?:have|has|got) any idea) (?=(?:who|what|when|where|which|how|whose)\b)"
)
"""Whether anyone knows, before what is asked."""
_IF = re.compile(
    rf"(?:(?:(?:does|do|can|could|would|will|has) )?{_ANYONE}(?: here)?|(?:do|can|could|would|will) (?:you|u|ya)) "
    r"(?:please )?(?:know|knows|remember|remembers|confirm|tell (?:me|us)|say) (?:if|whether) (?=\S+ \S+ )"
)
"""Whether anyone knows, before what may be so."""
_IF_SO = frozenset("and n if yes so then".split())
"""Words before "which one" behind a question whether it is so."""


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a text that say what is to be so, from the first up to the last, and whether it wants yes or no."""

    first: int
    last: int
    whether: bool


def said(words: Sequence[Token], plain: Sequence[str], names: Mapping[int, Mention]) -> Said:
    """What a text says beside its openers, those who claim it and its tag."""
    asks = not OPENING.isdisjoint(plain) and not _cleft(plain, names)
    if begun := _WONDERS.match(" ".join(plain)):
        return Said(len(begun[0].split()), len(plain), False)
    if begun := _IF.match(" ".join(plain)):
        return Said(len(begun[0].split()), len(plain), True)
    named = _named_after(words, plain)
    if named and not any(mention.end > named for mention in names.values()):
        return Said(_openers(plain, names), named, False)
    first = _opened(plain, names)
    last = len(plain) - tag(plain)
    if not OPENING.isdisjoint(plain[last - MOST_ASKED : last]):
        last = len(plain)  # Gabbar in Sholay, which actor is it
    if any(mention.end > last for mention in names.values()):
        last = len(plain)  # the score of Nope
    if _begins(plain, first, names):
        which = _WHICH.fullmatch(" ".join(plain)) if all(one.kind != "film" for one in names.values()) else None
        return Said(first + 1, len(plain) - len(which[1].split()), False) if which else Said(first, last, True)
    claim = _CLAIM.match(" ".join(plain))
    start = len(claim[0].split()) if claim else 0
    if start and not any(n < start for n in names):
        return Said(start, last, not asks)
    stated = last < len(plain) and plain[0] not in OPENING
    return Said(0, last, stated or (not asks and _taken_up(words, plain, names)))


def _cleft(plain: Sequence[str], names: Mapping[int, Mention]) -> bool:
    """Whether it is asked if it was somebody who did something: was it Nair who directed."""
    ends = [one.end for n, one in names.items() if plain[max(0, n - 2) : n] in (("was", "it"), ("is", "it"))]
    return any(plain[end : end + 1] in (("who",), ("that",)) for end in ends)


def tag(words: Sequence[str]) -> int:
    """How many words at the end ask whether what stands before them is so: "right", "isn't it"."""
    return _tagged(" ".join(words[-TAG:])) if len(words) > LEAST_STATED else 0


@lru_cache(maxsize=500)
def _tagged(said: str) -> int:
    found = _TAG.fullmatch(said)
    return len(said[found.start(1) :].split()) if found else 0


def _named_after(words: Sequence[Token], plain: Sequence[str]) -> int:
    """Where "which one" begins that ends a text, which asks for what was spoken of by name; 0 where none does."""
    size = 2 if plain[-1:] and plain[-1] in ("one", "ones") else 1
    at = len(plain) - size
    if at < LEAST_STATED or plain[at] not in ("which", "what"):
        return 0
    while at > LEAST_STATED and plain[at - 1] in _IF_SO:
        at -= 1
    said = tag(plain[:at])
    stated = said or plain[_openers(plain, {})] in STARTS or (size > 1 and words[at].clause > words[at - 1].clause)
    return at - said if stated else 0


def _opened(plain: Sequence[str], names: Mapping[int, Mention]) -> int:
    """The first word behind the openers of a text; 0 when a name begins among them."""
    first = _openers(plain, names)
    if first < len(plain) and _begins(plain, first, names):
        return first
    for at in range(first + 1, min(len(plain), first + MOST_TALK + 1)):
        if at - 1 in names or _tells(plain[at - 1]):
            break
        if at + 1 in names and len(names) > 1 and _begins(plain, at, names):
            return at  # no trolling, was Keanu in it
    return 0


def _tells(word: str) -> bool:
    """Whether a word says something of films."""
    told = lexicon().phrases.get((word,))
    idle = word in MUSING or word in USUAL if told is None else told.letter == "."
    return word in OPENING or word in STARTS or not idle


def _openers(plain: Sequence[str], names: Mapping[int, Mention]) -> int:
    """How many openers a text begins with."""
    first = 0
    while first < len(plain) and let_go(plain[first]) in OPENERS and first not in names:
        first += 1
    return first


def _begins(plain: Sequence[str], at: int, names: Mapping[int, Mention]) -> bool:
    """Whether a question that wants yes or no begins at a word."""
    if at in names or at >= len(plain):
        return False
    return plain[at] in STARTS - ASKING or (plain[at] in MODALS and _subject(plain, at + 1, names))


def _subject(plain: Sequence[str], at: int, names: Mapping[int, Mention]) -> bool:
    return at in names or (at < len(plain) and plain[at] in PRONOUNS)


def _taken_up(words: Sequence[Token], plain: Sequence[str], names: Mapping[int, Mention]) -> bool:
    """Whether a name put first is taken up by a question: "Jaws, was that directed by …"."""
    ends = {mention.end for mention in names.values()}
    inside = {n for mention in names.values() for n in range(mention.start, mention.end)}
    for n in range(1, len(plain) - 1):
        if n in inside or plain[n] not in STARTS | MODALS:
            continue
        if words[n].clause > words[n - 1].clause and _subject(plain, n + 1, names):
            return True
        if n in ends and plain[n + 1] in PRONOUNS:
            return True
    return False
