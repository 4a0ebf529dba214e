"""People just talked about who are called by a part of their names: "heath's other films", "did Morricone score it"."""

import re
from collections.abc import Iterator, Sequence

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.codes import country_code
from bot.knowledge.film import Film
from bot.knowledge.query import Query
from bot.matching.normal import normal
from bot.questions.conversation.context import Context
from bot.questions.conversation.named import people_named, put
from bot.questions.rules.peoples import nation
from bot.questions.words.chatting import USUAL
from bot.questions.words.lexicon import lexicon
from bot.questions.words.tokens import Token, tokens

_WORD = re.compile(r"\w+")
SHORTEST = 3
"""Letters of the shortest part of a name."""
_WORDS = frozenset("guy dude lady".split())
"""Words for anybody that are names too."""


async def in_full(text: str, alone: Query | None, context: Context, catalogue: Catalogue) -> str:
    """A text with the whole name of the one of those just talked about whom it calls by a part of it.

    `alone` is what it asks by itself: whom or what that names in full stays as it is.
    """
    film = await catalogue.film(context.film.id) if context.film else None
    words, named = tokens(text), people_named(alone) if alone else set[str]()
    said = [token.owner or token.word for token in words]
    known = set(_known(film, context))
    if not known or any(f" {normal(name)} " in f" {' '.join(said)} " for name in known | named):
        return text
    title = set(normal((alone and alone.film) or "").replace("-", " ").split())
    for token, word in zip(words, said, strict=True):
        idle = len(word) < SHORTEST or word in USUAL | _WORDS or word in title or (word,) in lexicon().phrases
        place = nation(word) or country_code(word)
        if idle or place or (film and _plays(word, film)) or not _apart(token, words, title):
            continue
        for some in (context.people, known):
            called = {name for name in some if word in normal(name).split()}
            if len(called) == 1 and not called & named:
                return f"{text[: token.start]}{put(called.pop(), _WORD, text[token.start :])}"
    return text


def _known(film: Film | None, context: Context) -> Iterator[str]:
    """Who was just talked about, and who worked on the film."""
    yield from context.people
    if film:
        yield from (role.name for role in film.cast)
        yield from (*film.directors, *film.writers, *film.composers)


def _plays(word: str, film: Film) -> bool:
    """Whether a character of a film is called so."""
    return any(word in normal(role.character or "").split() for role in film.cast)


def _apart(token: Token, words: Sequence[Token], title: set[str]) -> bool:
    """Whether a word stands beside none that a name may go on with."""
    beside = [one for one in words if abs(one.place - token.place) == 1]
    return all(
        (one.word,) in lexicon().phrases or one.word in USUAL or one.word in title or one.owner for one in beside
    )
