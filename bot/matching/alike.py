"""How much of a name is, letter by letter, like what was typed: for names inside a sentence, where little is sure."""

import re
from collections.abc import Iterator, Mapping

from bot.matching.normal import SOUNDS, sound
from bot.matching.numerals import NUMERALS, digits

SHORT = 4
"""Letters of a short name: one of four is a quarter."""
LEAST = 9
"""Letters of a part of a name that is told from the rest."""
HEARD, SOUNDED, HOLLOW, SPELT = 0.88, 0.02, 6, 0.5
"""How much of 1 a name is like what sounds the same, what that adds to its letters, and how many there must be and how
much of them alike."""
LOST = 0.4
"""The share of the letters typed that names that are like them, or sound so, may lack at most."""
SURNAME = 0.4
"""How much of 1 surnames must be alike behind the same first names."""
ROUNDING = 1e-6
"""What sums of fractions may be off by."""
BEGINS = {
    chr(heard): re.compile(rf"(?:^|:)(?:(?:the|an?) )?[{letters}]| [{letters}]\w*$")
    for heard in set(SOUNDS.values())
    for letters in ["".join(chr(letter) for letter, sounds in SOUNDS.items() if sounds == heard)]
}
"""Whether a name, a part of it or its last word begins with a letter that is heard as this one."""
_SILENT = re.compile(r"(?:gh|(?<=[aeiou])[hw])(?= |$)")
"""Letters at the end of words that are not heard: Pugh, Yeoh, Winslow."""


class Typed:
    """A text in normal form, which names are compared with as it is, without its article and without its spaces."""

    def __init__(self, text: str) -> None:
        from rapidfuzz.distance.LCSseq import similarity  # only for typing errors
        from rapidfuzz.distance.OSA import normalized_similarity

        self.text, self.bare = text, without_article(text)
        self._joined = text.replace(" ", "") if len(text) > SHORT + 1 else ""
        self._figures = not text.isalpha() and any(map(str.isdigit, text))
        self._told, self._heard = numbers(text), _heard(self.bare)
        self._letters = self.bare.replace(" ", "")
        self._spare = 0.05 if len(text) <= SHORT else 0.0
        self._similar, self._shared = normalized_similarity, similarity

    def alike(self, text: str, least: float = 0.0) -> float:
        """How much of 100 a name in marked form, or its title or subtitle alone, is like what was typed.

        It may be 0 where it is less than `least`.
        """
        if ":" not in text:
            return self.like(text, least)
        parts = [self.like(part.removesuffix(" or"), least + 3) for part in text.split(":")]
        return max(self.like(text.replace(":", " "), least), max(parts) - 3)

    def likely(self, names: Mapping[int, str], least: float) -> Iterator[tuple[int, str]]:
        """Those of the names that are worth a closer look: they hold most letters of what was typed in their order,
        and its numbers.

        Those with fewer of them than names have that are like it by `least` of 100 can only sound like it.
        """
        from rapidfuzz.process import extract_iter

        spelt = self._held(least)
        begins = BEGINS.get(self._heard[:1])
        sounded = len(self._letters) - LOST * len(self.text) if begins else spelt
        scored = extract_iter(self._letters, names, scorer=self._shared, score_cutoff=min(spelt, sounded))  # type: ignore[arg-type]
        for name, held, row in scored:
            if (held >= spelt or (begins and begins.search(name))) and self._told <= numbers(name.replace(":", " ")):
                yield row, name

    def _held(self, least: float) -> float:
        """How many of its letters a name holds that is like the text, letter by letter, by so much of 100."""
        if self._figures:
            return 0.0
        lost = 1 / max(self._enough(least), 1 - LOST) - 1
        return len(self._letters) - min(LOST, lost) * len(self.text)

    def _enough(self, least: float) -> float:
        """How much of 1 letters must be the same for a name to be like the text by so much of 100."""
        return min(max(0.0, least / 100 - self._spare - ROUNDING), 0.9)

    def named(self, text: str, least: float = 0.0) -> float:
        """The same of somebody's name; another surname behind the same first names is another person's."""
        typed, name = self.text.rpartition(" "), text.rpartition(" ")
        if typed[0] and typed[0] == name[0] and self._similar(typed[2], name[2]) < SURNAME and not self._sounds(text):
            return 0.0
        return self.alike(text, least)

    def inside(self, text: str, least: float = 0.0) -> float:
        """The same of some of the words of a longer name, where several were typed."""
        if " " not in self.bare or len(self.bare) < LEAST or self._shared(self._letters, text) < self._held(least):
            return 0.0
        size, words = self.text.count(" ") + 1, text.replace(":", " ").split()
        runs = [" ".join(words[at : at + size]) for at in range(len(words) - size + 1)]
        return max([self.like(run, least) for run in runs], default=0.0)

    def like(self, name: str, least: float = 0.0) -> float:
        """The same of a name in normal form; nothing is like a name without the numbers typed."""
        if self._figures and not NUMERALS.isdisjoint(words := name.split()):
            name = " ".join(digits(words))
        enough = self._enough(least)
        best = self._similar(self.text, name, score_cutoff=enough)
        bare = without_article(name)
        if bare is not name or self.bare is not self.text:
            best = max(best, self._similar(self.bare, bare, score_cutoff=enough) - 0.02)
        joined = 0.0
        if self._joined and (" " in name or " " in self.text):
            joined = self._similar(self._joined, name.replace(" ", ""), score_cutoff=enough) - 0.01
        if best < 1 and self._sounds(bare):
            best = max(best + SOUNDED, HEARD)
        if max(best, joined) < enough:
            return 0.0
        if not self._told <= (told := numbers(name)):
            return 0.0
        return 100 * (max(best, joined if self._told == told else 0.0) + self._spare)

    def _sounds(self, bare: str) -> bool:
        """Whether a name without its article sounds as what was typed, and is spelt somewhat like it."""
        begins = self._heard != "" and bare[:1].translate(SOUNDS) == self._heard[:1]
        return begins and self._similar(self.bare, bare, score_cutoff=SPELT) > 0 and _heard(bare) == self._heard


def without_article(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if rest and first in ("the", "a", "an") else name


def _heard(bare: str) -> str:
    """How a name without its article sounds; "" for a short one, which much else sounds like."""
    joined = _SILENT.sub("", bare).replace(" ", "")
    return sound(joined) if len(joined) >= HOLLOW else ""


def numbers(name: str) -> set[str]:
    """The numbers in a name in normal form, as figures however they are written."""
    words = name.split()
    said = words if NUMERALS.isdisjoint(words) else digits(words)
    return {word for word in said if word[:1].isdigit()}
