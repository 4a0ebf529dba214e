"""Films that have none of something: without a certificate."""

from bot.knowledge.query import Asked
from bot.knowledge.search import Of
from bot.questions.asked.line import Line
from bot.questions.words.item import Item

FACETS = {
    Asked.CERTIFICATE: (("certificate",), "certificate"),
    Asked.RATING: (("certificate",), "certificate"),
    Asked.GENRE: (("genre",), "genre"),
    Asked.LANGUAGES: (("language",), "language"),
    Asked.COUNTRIES: (("country",), "country"),
    Asked.KEYWORDS: (("keyword", "theme"), "keyword"),
    Asked.THEMES: (("keyword", "theme"), "keyword"),
}
"""What some films have none of: kinds of values, and what one is called."""


def without_any(line: Line, item: Item) -> Item | None:
    """Films without a certificate, in no genre."""
    if line.last.letter != "n" or item.meaning not in FACETS or line.has("F") or not (line.has("f") or line.has("y")):
        return item
    if item.meaning is Asked.LANGUAGES and "language" not in item.text:
        return item  # in which Spanish is not spoken
    line.done.pop()
    kinds, what = FACETS[item.meaning]
    return Item("y", (Of(kinds, (), what, True),), "lacking")
