"""What speaks for and against a reading of a text: how much of it was understood, and how surely its names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.knowledge.query import Asked
from bot.questions.asked.intent import Intent
from bot.questions.names.mentions import Mention
from bot.questions.readings.reading import Reading, Spelling
from bot.questions.rules.phrases import OPENING, THINGS
from bot.questions.words.item import Item
from bot.questions.words.occasions import WISH
from bot.questions.words.speech import SHORTHAND
from bot.questions.words.tokens import Token

QUESTION = OPENING - {"why", "whys"} | {"wich"}
"""Words that ask what films tell."""
CLEAR = 0.53
"""Cost up to which several guessed names bear each other out."""
GUESSED = 0.3
"""From this cost on a name was guessed: a surname alone, or letters that differ."""
SHORT = 6
"""Letters of short names, which are not recognised with an error in them."""
NAMES = ("film", "person", "family")
"""Kinds of mentions that are a name and nothing else."""
VAGUE_NOUNS = frozenset((WISH, *THINGS.split("|")))
"""What may be asked for besides films: something, anything."""


@dataclass(frozen=True)
class Evidence:
    """A reading of a text, and what it rests on."""

    reading: Reading
    text: Spelling

    @property
    def words(self) -> Sequence[Token]:
        return self.text.words

    @property
    def intent(self) -> Intent:
        return self.reading.intent

    @property
    def asked(self) -> Asked:
        return self.reading.intent.asked

    @property
    def unknown(self) -> int:
        """How many words are not understood."""
        return len(self.reading.unknown)

    @cached_property
    def said(self) -> str:
        return " ".join(token.word for token in self.words)

    @cached_property
    def items(self) -> list[Item]:
        return self.text.choice(self.reading.mentions).items

    @cached_property
    def pattern(self) -> str:
        """The letters of all items."""
        return "".join(item.letter for item in self.items)

    @cached_property
    def letters(self) -> str:
        """The letters that count: no vague nouns, r where a person's music is asked for, h for a word that asks."""
        found = "".join(item.letter for item in self.items if item.letter != "f" or item.text not in VAGUE_NOUNS)
        if "P" in found and self.music:
            found += "r"  # Herrmann scores
        if any(SHORTHAND.get(token.word, token.word) in QUESTION for token in self.words):
            found += "h"
        return found

    def says(self, letters: str) -> bool:
        """Whether an item of one of these letters is said."""
        return not set(self.letters).isdisjoint(letters)

    @cached_property
    def music(self) -> bool:
        return any(item.meaning is Asked.SCORE for item in self.items)

    @cached_property
    def of_film(self) -> bool:
        """Whether an aspect is asked of a film in so many words: "the year of Jaws", "the year Jaws came out", "the
        Metacritic score for It".
        """
        said = "".join("o" if i.text == "of" else i.letter if i.letter in "xFe" else "." for i in self.items)
        three = zip(self.items, self.items[1:], self.items[2:], strict=False)
        scored = (
            what.meaning is Asked.SCORE and " " in what.text and by.text == "for" and film.letter == "F"
            for what, by, film in three
        )
        return re.search("xoF|xFe", said) is not None or any(scored)

    @cached_property
    def plain(self) -> bool:
        """Whether little but names is said."""
        done = "v" in self.letters and self.says("qhYbP")
        return not self.says("frkua") and not done and ("Y" in self.letters or not self.of_film)

    @cached_property
    def names(self) -> list[Mention]:
        return [mention for mention in self.reading.mentions if mention.kind in NAMES]

    @cached_property
    def guessed(self) -> list[Mention]:
        return [mention for mention in self.names if mention.cost >= GUESSED]

    @cached_property
    def clear(self) -> bool:
        """Whether several guessed names bear each other out."""
        return len(self.guessed) > 1 and all(one.cost <= CLEAR and not self.short(one) for one in self.guessed)

    def spoken(self, mention: Mention) -> set[str]:
        """The words of a mention."""
        return {token.word for token in self.words[mention.start : mention.end]}

    def short(self, mention: Mention) -> bool:
        """Whether a name is too short to be recognised with an error in it."""
        words = self.words[mention.start : mention.end]
        return sum(len(token.word) for token in words if token.word != "the") < SHORT
