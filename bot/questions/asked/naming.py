"""What a name says, as items of a question."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.knowledge.search import Of, Titled
from bot.questions.asked.expressions import films_together, named_films, named_people
from bot.questions.names.mentions import Mention
from bot.questions.rules.peoples import KINDS
from bot.questions.rules.phrases import FILMS
from bot.questions.words.item import Item
from bot.questions.words.tokens import Token


def named(mention: Mention, words: Sequence[Token]) -> Iterator[Item]:
    """What a name says; of a pair each."""
    if mention.kind != "pair":
        yield _item(mention, words)
        if mention.kind == "keyword" and mention.size > 1 and words[mention.end - 1].word in FILMS:
            yield Item("f")  # silent films
        return
    for film in mention.named:
        yield Item("d")
        yield Item("F", named_films((film,), film.name))


def _item(mention: Mention, words: Sequence[Token]) -> Item:
    text = " ".join(token.word for token in words[mention.start : mention.end])
    match mention.kind:
        case "film":
            return Item("F", named_films(mention.named, _typed(words[mention.start : mention.end])), text)
        case "series":
            return Item("F", films_together(mention.named))
        case "person":
            return Item("P", named_people(mention.named, mention.others), text, mention.owns)
        case "family":
            first, second = (named_people((one,)) for one in mention.named)
            return Item("P", replace(first, others=(second,), family=True), text)
        case "character":
            name = mention.named[0].normal if mention.owns or mention.cost else text
            return Item("C", None, name, mention.owns)
        case "award":
            return Item("a", mention.named, text)
        case "nation":
            return Item("y", (Of(("country",), tuple(n.name for n in mention.named), text),), "nation")
        case "keyword" | "theme":
            values = tuple(n.name for n in mention.named)
            if mention.named[0].normal.rpartition(" ")[2] in KINDS:
                return Item("y", (Of(("genre", "keyword", "theme"), values, text),), "genre")
            return Item("y", (Of(("keyword", "theme"), values, text),), "keyword")
        case "titled":
            return Item("y", (Titled(mention.named[0].normal, mention.named[0].name),), "titled")
        case "source":
            kinds = tuple(dict.fromkeys(n.kind for n in mention.named))
            said = mention.named[0].normal
            return Item("y", (Of(kinds, tuple(n.name for n in mention.named), said),), "source")
    return Item("y", (Of((mention.kind,), tuple(n.name for n in mention.named), text),), mention.kind)


def _typed(words: Sequence[Token]) -> str:
    """A run of words as it was typed."""
    return " ".join(dict.fromkeys(word.typed for word in words))
