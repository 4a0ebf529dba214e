"""Whether words take something away from what is asked for: not a horror, I hate musicals."""

import re
from collections.abc import Sequence

_AGAINST = frozenset("not no nothing without except besides hate hates hated dislike less instead".split())
"""Words of a clause that takes something away."""
_NEGATED = frozenset("dont doesnt didnt cant wont isnt never not cannot".split())
"""The same before what somebody wishes or bears."""
_WISHED = frozenset("want wanna like need fancy stand handle watch do feel mind love enjoy take bear".split())
_SAYINGS = (
    "not ok|not okay|not sure|not gonna lie|not to|not even|not kidding|not joking|not fine|not being|not feeling"
    "|no joke|no idea|no clue|no but|no seriously|no actually|no cap|no way|no one|not crying|not gonna|not going"
    "|no debate|no contest|no doubt|no question|no rush|no worries|no pressure|no biggie|no notes|no the|no wait"
    "|no lie|no offence|no offense|not once|not well|not me|nothing but|nothing like"
    "|know nothing about|know nothing|no wifi|no signal|no luck|no sleep|or nothing"
)
"""Words that take nothing away though they hold one that does."""
_VAIN = re.compile(rf" (?:{_SAYINGS}|not (?:for|in|on|at|with|by) (?:me|my|us|our|mine))(?= )")


_WEARY = re.compile(r" (?:sick|tired|bored) of ")
"""What somebody has had enough of."""


def against(words: Sequence[str]) -> bool:
    """Whether words of a clause take something away."""
    said = _WEARY.sub(" without ", _VAIN.sub(" ", f" {' '.join(words)} ")).split()
    wished = any(_NEGATED.issuperset([word]) and not _WISHED.isdisjoint(said[n : n + 4]) for n, word in enumerate(said))
    return wished or not _AGAINST.isdisjoint(said)
