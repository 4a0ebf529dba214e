"""What is spoken in films: the languages and nations of a text, put right by the words beside them."""

from bot.knowledge.query import Asked
from bot.questions.asked.line import Line
from bot.questions.rules.phrases import UNSPOKEN
from bot.questions.words.item import Item, is_filter

SPOKEN = ("language", "nation")
"""Kinds of names that may say what is spoken."""
SPEAKING = frozenset(["speak", "speaking", "language", "spoken", "is spoken", "do they speak", "dialogue"])
"""What a language may stand behind: spoken in German."""
UNSAID = frozenset(UNSPOKEN.split("|"))
"""What says that it is not."""


def of_production(line: Line, item: Item) -> Item | None:
    """German productions, of German production."""
    if item.text not in ("production", "productions") or not is_filter(line.last, *SPOKEN):
        return item
    return Item("f", text=item.text) if item.text == "productions" else None


def called_so(line: Line, item: Item) -> Item | None:
    """The Dutch language; where Dutch is spoken, or not spoken."""
    if item.meaning is not Asked.LANGUAGES:
        return item
    denied = [line.done.pop()] if line.last.letter == "n" and len(line.done) > 1 else []
    if not is_filter(line.last, *SPOKEN, "spoken", "land"):
        line.done += denied
        return item
    line.done[-1:] = [*denied, _spoken(line.last)]
    return None


def behind_speaking(line: Line, item: Item) -> Item | None:
    """Spoken in German; without a word of German."""
    if not is_filter(item, *SPOKEN):
        return item
    if line.last.letter == "n" and line.last.text in UNSAID:
        return _spoken(item)
    at = len(line.done) - 1
    while at >= 0 and line.done[at].letter in "on":
        at -= 1
    if at < 0 or line.done[at].letter != "x" or line.done[at].text not in SPEAKING:
        return item
    del line.done[at]
    return _spoken(item)


def _spoken(item: Item) -> Item:
    """A language, or a nation, as what is spoken in films."""
    return Item("y", item.meaning, "spoken" if is_filter(item, "language", "spoken") else "land")
