"""What a text leaves out behind a comma, joined to what it is left out of, and parted from what is said of it:
Tarantino films, apart from Pulp Fiction seen that 40 times.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from bot.questions.names.mentions import Mention
from bot.questions.names.plainly import plainly
from bot.questions.words.tokens import Token, as_word

_LEFT_OUT = re.compile(
    r"(?:(?:but|and|just|so|pls|please) )*"
    r"(?:(?:apart|aside) from|except(?: for)?|excluding|besides|other than|without|minus"
    r"|(?P<not>not (?:with|by)|not|no(?:thing)?))"
    r"(?: (?:the|any|of course|obviously|obvs))*"
)
"""Words at the beginning of a clause that leave out what stands behind them."""
LONGEST = 5
"""How many there are at most."""
_KINDS = frozenset("film series person genre nation language keyword theme".split())
"""What may be left out; a clause behind "not" may as well put right what was said before, but for a genre."""


def with_left_out(words: Sequence[Token], found: Sequence[Mention]) -> list[Token]:
    """The words with every clause that begins with what is left out joined to the one before it."""
    meant = [one for one in found if one.kind in _KINDS and (plainly(one, words) or (one.size > 1 and not one.cost))]
    names = {one.start: one.end for one in sorted(meant, key=lambda one: one.end)}
    genres = {one.start for one in meant if one.kind == "genre"}
    shift, since, behind, done = 0, len(words), len(words), list[Token]()
    for n, token in enumerate(words):
        begins = n > 0 and token.clause > words[n - 1].clause
        if begins and (end := _left_out(words, n, names, genres)):
            shift, since, behind = done[-1].clause - token.clause, n, end
        elif n == behind and not begins:
            shift += 1
        nothing = token.word == "nothing" and since <= n < behind  # nothing scary
        done.append(replace(as_word(token, "no") if nothing else token, clause=token.clause + shift))
    return done


def _left_out(words: Sequence[Token], at: int, names: Mapping[int, int], genres: Collection[int]) -> int:
    """Where ends what a clause leaves out that begins at a word; 0 where it leaves out nothing that is known."""
    said = " ".join(token.word for token in words[at : at + LONGEST])
    match = _LEFT_OUT.match(f"{said} ")
    start = at + len(match[0].split()) if match else 0
    if match is None or start not in (genres if match["not"] in ("no", "not", "nothing") else names):
        return 0
    end = names[start]
    while end + 1 < len(words) and words[end].word in ("and", "or") and end + 1 in names:
        end = names[end + 1]
    return end
