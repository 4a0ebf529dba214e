"""Names that people take back as they type: "how long is Jaws, no wait, Alien"."""

from collections.abc import Sequence

from bot.knowledge.catalogue import Catalogue
from bot.questions.names.mentions import Mention, mentions, weak
from bot.questions.names.surnames import by_surname
from bot.questions.words.corrections import LEADS, takes_back
from bot.questions.words.lexicon import lexicon
from bot.questions.words.tokens import Token, in_a_row, in_clause

KINDS = ("film", "person")
"""Kinds of names that one may be taken for another of."""


async def put_right(text: str, words: Sequence[Token], catalogue: Catalogue) -> list[Token]:
    """The words with the name that was meant in the place of the last one of its kind said before."""
    at = takes_back(words)
    first = next((n for n in range(at + 2, len(words)) if words[n].word not in LEADS - {"the"}), len(words))
    if not at or first == len(words):
        return list(words)
    end = at
    while end and words[end - 1].word in LEADS:
        end -= 1
    found = await mentions(text, words, catalogue)
    strange = [n for n in (*range(end), first) if words[n].word not in lexicon().single]
    found += await by_surname(words, strange, found, catalogue)
    named = [one for one in found if one.kind in KINDS and not weak(one, words)]
    for kind in KINDS:
        some = [one for one in named if one.kind == kind]
        meant = [one for one in some if one.start == first and _ends(one, words)]
        before = [one for one in some if one.end <= end]
        if meant and before:
            told, last = max(meant, key=lambda one: one.size), max(before, key=lambda one: (one.end, one.size))
            put = [in_clause(words[n], words[last.start]) for n in told.places]
            return in_a_row([*words[: last.start], *put, *words[last.end : end], *words[told.end :]])
    return list(words)


def _ends(one: Mention, words: Sequence[Token]) -> bool:
    """Whether a clause ends with a name."""
    return one.end == len(words) or words[one.end].clause > words[one.end - 1].clause
