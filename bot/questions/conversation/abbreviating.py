"""Films just talked about that are called by a part of their titles: "how long is 2001?", "is he in Maverick?"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import FilmRef, Query
from bot.matching import Verdict
from bot.matching.normal import normal
from bot.questions.conversation.context import Context
from bot.questions.conversation.named import NOTHING, is_of
from bot.questions.conversation.referring import referred, speaks_of_it
from bot.questions.conversation.series import of_series
from bot.questions.names.stories import series_name
from bot.questions.readings.understanding import understood
from bot.questions.words.lexicon import lexicon
from bot.questions.words.tokens import tokens

_NUMBERED = re.compile(r"(?<=\w )(?:part |number )?(?P<number>\d)(?=\W*$)", re.I)
"""A part of a series, by its number alone."""
MOST_TOLD = 25
"""Films of a list that may be called so."""


async def called_shortly(text: str, context: Context, catalogue: Catalogue) -> tuple[Query, str] | None:
    """What is asked of a film that is called by a part of its title: how long is 2001, does he come back in 2049?"""
    for part, film in [*_beginnings(text, context), *await _ends(text, context, catalogue)]:
        said = f"{text[: part.start()]}{film.label}{text[part.end() :]}"
        of_it = speaks_of_it(tokens(text))
        talk = context if of_it else replace(context, film=None)
        found = await referred(said, None, talk, catalogue) if context.people or of_it else None
        query = found[0] if found else await understood(said, catalogue)
        if query and query.asked not in NOTHING and await is_of(query, film, catalogue):
            return query, "" if of_it else found[1] if found else said
    return None


def _beginnings(text: str, context: Context) -> Iterator[tuple[re.Match[str], FilmRef]]:
    """The films just told that a text calls by what stands before the colon of their titles."""
    for film in (*context.recent, *context.told[:MOST_TOLD]):
        short, colon, _ = film.title.partition(":")
        if colon and (part := re.search(rf"\b{re.escape(short)}\b", text, re.IGNORECASE)):
            yield part, film


async def _ends(text: str, context: Context, catalogue: Catalogue) -> list[tuple[re.Match[str], FilmRef]]:
    """The film of which the last word is the rest of its title, behind that of the film just talked about."""
    if not context.film:
        return []
    numbered, part = _NUMBERED.search(text), re.search(r"\w+(?=\W*$)", text)
    film = await of_series(numbered["number"], context.film, catalogue) if numbered else None
    if numbered and film and normal(film.title) not in normal(text):
        return [(numbered, film)]
    if not part or (part[0].casefold(),) in lexicon().phrases:
        return []
    for name in dict.fromkeys((context.film.title, series_name(context.film.title))):
        found = await catalogue.find(f"{name} {part[0]}")
        whole = normal(found.films[0].title) if found.films else ""
        if found.verdict is Verdict.EXACT and found.films[0].id != context.film.id and whole not in normal(text):
            return [(part, found.films[0])]
    return []
