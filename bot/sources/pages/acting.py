"""The cast that sentences name: `stars A as X, B as Y and C as Z`, `A plays X; B plays Y`, `X is played by Y`."""

import re
from collections.abc import Sequence

from bot.sources.pages.lexicon import ARTICLES, NO_NAMES, PLAYED
from bot.sources.pages.names import is_name
from bot.sources.pages.prose import SMALL, name_before

_WORD = r"(?:(?:Mrs?|Ms|Dr|St|Prof)\.|[A-ZÀ-Þ](?:\.|[\w'’-]*[\w’']|))"
_NAME = rf"{_WORD}(?:\s+(?:{SMALL}|{_WORD}))*"
_ARTICLE = rf"(?:(?:{'|'.join(ARTICLES)})\s+)?"
_AS = r"(?:as|als|como|nel ruolo di|nei panni di|dans le rôle d[e’'])"
_STARS = (
    r"(?i:stars?|starring|features?|featuring|with|mit|avec|con|com|met|cast|casts|and|und|et|y|e|en|,|;|:|includes)"
)
_ROLE = re.compile(rf"(?P<lead>{_STARS})\s*\b(?P<actor>{_NAME})\s+{_AS}\s+{_ARTICLE}(?P<character>{_NAME})")
_PLAYS = re.compile(
    rf"\b(?P<actor>{_NAME})\s+(?P<verb>(?:co-)?stars as|appears as|plays|portrays|voices|spielt|verkörpert|joue|incarne"
    rf"|interprète|interpreta|encarna|speelt|vertolkt)\s+{_ARTICLE}(?P<character>{_NAME})"
    r"(?P<behind>,\s+(?:[a-zß-ÿ'’]+)\b)?"
)
_PASSIVE = re.compile(
    rf"\b(?P<character>{_NAME})(?:,?\s+(?:who\s+)?(?:is|was|are|wird|est|es|è|é|wordt))?,?\s+(?:{'|'.join(PLAYED)})"
    rf"\s+(?:by|von|por|da|par|door)\s+(?P<actor>{_NAME})"
)
_JOINS = frozenset({",", ";", "and", "und", "et", "y", "e", "en"})
Role = tuple[str, str]
"""An actor and the character."""


def acted(paragraphs: Sequence[str], actors: Sequence[str], title: str) -> list[Role]:
    """The actors and characters that sentences put together, in order.

    An actor is known to be one (`actors`), follows a word such as *stars*, or another who does. `A plays X` may also
    be said of a character at the piano; without a known actor it counts when the page says it of two or explains X.
    """
    found: list[Role] = []
    whole = "\n".join(paragraphs)
    plays = [match for text in paragraphs for match in _PLAYS.finditer(text)]
    for text in paragraphs:
        end = -1
        for match in _ROLE.finditer(text):
            joined = match["lead"].lower() in _JOINS
            role = _role(match, words=1 if joined and 0 <= match.start() - end <= 1 else 2)
            if role and (role[0] in actors or not joined or 0 <= match.start() - end <= _ASIDE):
                found.append(role)
                end = match.end()
        for match in _PASSIVE.finditer(text):
            character = name_before(text[: match.end("character")], whole)
            if character and (role := _role(match)):
                found.append((role[0], character))
    others = {character for _, character in found}
    for match in plays:
        role = _role(match)
        if (
            role
            and role[0] not in others
            and (role[0] in actors or len(plays) > 1 or match["behind"] or " as" in match["verb"])
        ):
            found.append(role)
    return sorted((role for role in found if role[1] != title), key=lambda role: whole.find(role[0]))


_ASIDE = 60
"""Characters of what may be said of a character before the next actor is named."""


def _role(match: re.Match[str], words: int = 2) -> Role | None:
    actor, character = match["actor"], re.sub(r"['’]s$", "", match["character"])
    good = is_name(actor, words=words) and not any(
        word.lower() in NO_NAMES for word in character.removeprefix("The ").split()
    )
    return (actor, character) if good else None
