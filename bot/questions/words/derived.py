"""Words derived from one another: "feminist" and "feminism", "political" and "politics"."""

from functools import lru_cache

from bot.knowledge.search import Named
from bot.knowledge.values import BEGINNING, Values

LEAST = 4
"""Letters that are left of a word at least."""
_BELIEF = ("istic", "isms", "ism", "ists", "ist")
"""Endings of beliefs and those who hold them, who are told apart from other words: communist and community."""
_ENDINGS = tuple(
    sorted(
        "ical ics ic atic als al ians ian ia ious ous ions ion ations ation ative ated ate ness ities ity ies ive ent"
        " ents ence ants ant ance ary ful ship ships y i id ers er or ors ings ing ed es s e a an".split(),
        key=len,
        reverse=True,
    )
)


@lru_cache(maxsize=4000)
def root(word: str) -> str:
    """What is left of a word without its endings; with a sign behind it where it is the name of a belief."""
    sign = ""
    if belief := next((one for one in _BELIEF if word.endswith(one) and len(word) - len(one) >= LEAST - 1), ""):
        word, sign = word.removesuffix(belief), "*"
    while ending := next((one for one in _ENDINGS if word.endswith(one) and len(word) - len(one) >= LEAST), ""):
        word = word.removesuffix(ending)
    return word + sign


def derived(word: str, *kinds: Values) -> tuple[Named, ...]:
    """The values, each one word, of the same root as another word of as many letters as they are found by."""
    near = [one for values in kinds for one in values.beginning.get(word[:BEGINNING], ())]
    near = [one for one in near if root(one.normal) == root(word) or one.normal == f"{word}ism"]
    return tuple(one for one in near if one.normal.startswith(word)) or tuple(near)
