"""Whether a text that does not ask says what may be so of a film: "Jaws is a comedy?", "Office Space - horror?"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.knowledge.query import Asked
from bot.knowledge.search import Step, Within
from bot.questions.names.mentions import Mention, weak
from bot.questions.rules.jobs import names_people
from bot.questions.rules.phrases import OPENING
from bot.questions.words.item import Item, is_filter
from bot.questions.words.tokens import Token

_COPULAS = frozenset("is was are were has had runs lasts isnt wasnt".split())
_ARTICLES = frozenset(["a", "an"])
_TELLING = _ARTICLES | {"from"}
"""Words behind a title that tell what the film is: Shrek, a comedy? Shrek from the 80s?"""
_DONE = re.compile(r"[bdkMorvzw]*")
"""What may stand beside a film and people where it is said what these did for it."""
_CREDITED = re.compile(r"v|ko|^kPoF$|^PoF$|^F[bw]P")
_BARE = re.compile(r"F(?:PdP|P)|(?:PdP|P)F")
"""A film and people, and nothing else."""
_OWN_WORK = re.compile(r"^Pro*F$")
"""Robert Elswit's camerawork in F."""
_BEEN = re.compile(r"[odz]*F[oebAnxlv]*y[oyxdb]*f?")
_BEFORE, _WITHIN = re.compile(r"(?:yd?)+f?F"), re.compile(r"(?:y[dx]?)+oF")
"""What a film may be before its title, and what may be in it: a horror film, F; German in F."""
_DESCRIBED = re.compile(r"Fy+")
_WON = re.compile(r"[o_]*F[xo]*a[oa]*")
_AWARDED = re.compile(r"F[xao]+")
_HONOURED = frozenset("nominated winner nominee winning".split())
"""Words at the end that say what a film is, not what it won: F, Oscar nominated."""
_BASED = re.compile(r"F[xo]*x[xo]*")


@dataclass(frozen=True)
class _Statement:
    """A text that ends with a question mark, or begins with "any", and does not ask in so many words."""

    words: Sequence[Token]
    plain: Sequence[str]
    names: Mapping[int, Mention]
    items: Sequence[Item]

    @cached_property
    def letters(self) -> str:
        return "".join(item.letter for item in self.items)

    @cached_property
    def _ends(self) -> list[int]:
        return [one.end for one in self.names.values() if one.end < len(self.plain)]

    @cached_property
    def film(self) -> Mention:
        return next(one for one in self.names.values() if one.kind == "film")

    @cached_property
    def copula(self) -> bool:
        """Whether what is named is said to be something: Jaws is, Boyhood, it lasts."""
        return any(map(self._tells_of, self._ends))

    def _tells_of(self, at: int) -> bool:
        at += self.plain[at : at + 1] in (("it",), ("he",), ("she",))
        return at < len(self.plain) and self.plain[at] in _COPULAS

    @cached_property
    def paused(self) -> bool:
        """Whether another clause begins behind a name."""
        return any(self.words[end].clause > self.words[end - 1].clause for end in self._ends)

    @property
    def told(self) -> bool:
        """Whether a word behind the title tells what the film is."""
        return any(self.plain[end] in _TELLING for end in self._ends)

    @property
    def filters(self) -> list[Step]:
        return [step for item in self.items if item.letter == "y" for step in item.meaning]

    @property
    def within(self) -> bool:
        """Whether something is said to be in the film."""
        told = all(item.meaning is Asked.LANGUAGES for item in self.items if item.letter == "x")  # German spoken in F
        return told and _WITHIN.fullmatch(self.letters) is not None and self.items[-2].text == "in"

    @property
    def any(self) -> bool:
        """Whether it is asked for any there is: any German spoken in F."""
        return self.plain[:1] == ("any",)


def stated(words: Sequence[Token], plain: Sequence[str], names: Mapping[int, Mention], items: Sequence[Item]) -> bool:
    """Whether the items of a text that does not ask say of one film what may be so."""
    if not words or not OPENING.isdisjoint(plain):
        return False
    films = [item.meaning for item in items if item.letter == "F"]
    text = _Statement(words, plain, names, items)
    if len(films) != 1 or not films[0].named or not any(one.kind == "film" for one in names.values()):
        return False
    if text.any:
        return text.within
    return words[-1].asked and any(case(text) for case in CASES)


def _of_people(text: _Statement) -> bool:
    """Somebody did something for it."""
    letters = text.letters
    if "P" not in letters or not _DONE.fullmatch(letters.replace("P", "").replace("F", "")):
        return False
    if text.paused and _BARE.fullmatch(letters):
        return not weak(text.film, text.words)
    if letters.count("P") > 1:
        return False
    work = [item.text for item in text.items if item.letter == "r"]
    owned = any(item.owns for item in text.items if item.letter == "P") and not any(map(names_people, work))
    return bool(
        _CREDITED.search(letters)
        or text.plain[-2:] == ("in", "it")
        or (text.copula and "b" in letters)
        or (work and (text.copula or text.paused or "stars" in work))
        or (owned and _OWN_WORK.match(letters))
    )


def _honoured(text: _Statement) -> bool:
    """So Anora won best picture? Dogtooth, Oscar nominated?"""
    if _WON.fullmatch(text.letters) and "won" in text.plain:
        return True
    return _AWARDED.fullmatch(text.letters) is not None and text.plain[-1] in _HONOURED


def _based(text: _Statement) -> bool:
    """Trainspotting, adapted from a novel?"""
    made = all(item.meaning is Asked.BASED_ON for item in text.items if item.letter == "x")
    behind = text.plain[text.film.end :]
    return made and _BASED.fullmatch(text.letters) is not None and not _ARTICLES.isdisjoint(behind)


def _described(text: _Statement) -> bool:
    """It is a comedy, from the 80s, over two hours long; a year alone may only say which film is meant."""
    if text.letters.count("P") or not text.filters or text.letters.endswith("b"):
        return False
    years = all(isinstance(step, Within) and step.field == "year" for step in text.filters)
    paused = text.paused and (text.letters.endswith("f") or not years)
    if _BEEN.fullmatch(text.letters):
        return text.copula or paused or text.told or (_of_genre(text) and not weak(text.film, text.words))
    return not years and (text.within or (text.paused and _BEFORE.fullmatch(text.letters) is not None))


def _of_genre(text: _Statement) -> bool:
    """Whether nothing but genres stands behind a title that one film has: Office Space horror."""
    genres = all(is_filter(item, "genre") for item in text.items if item.letter == "y")
    return genres and _DESCRIBED.fullmatch(text.letters) is not None


CASES = (_of_people, _honoured, _based, _described)
"""What may be said of a film; any of them will do."""
