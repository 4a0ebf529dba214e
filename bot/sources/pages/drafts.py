"""The paragraphs of a page, sorted into what a film is about and how it was received, for a person to rewrite."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.sources.dates import plain
from bot.sources.pages.lexicon import PRAISE

MOST = 4000
"""Characters of a draft: what a form takes."""

_PRAISE = frozenset(map(plain, PRAISE))


@dataclass(frozen=True, slots=True)
class Drafts:
    """Texts of a page as it has them, never to be stored before a person has put them into words of their own."""

    summary: str = ""
    reception: str = ""


def drafts(paragraphs: Sequence[tuple[str, str]]) -> Drafts:
    """The drafts of paragraphs, each with the section it stands in: summary, reception or nothing."""
    about: list[str] = []
    received: list[str] = []
    for section, text in paragraphs:
        chosen = {"summary": about, "reception": received}.get(section)
        if chosen is None:
            tells = len(_PLAYED.findall(text)) > 1
            chosen = (
                received
                if (not tells and _praises(text) > _LITTLE) or (about and received and _praises(text) > 0)
                else about
            )
        chosen.append(text)
    if not about and len(received) > 1:
        about.append(received.pop(0))
    return Drafts(_joined(about), _joined(received))


_PLAYED = re.compile(r"\([A-ZÀ-Þ][^()\d]{4,40}\)")
_LITTLE = 0.025
"""So much of the words of a plot may speak of the film as a film."""


def _praises(text: str) -> float:
    words = re.findall(r"[\w'-]+", plain(text))
    return sum(word in _PRAISE for word in words) / max(1, len(words))


def _joined(texts: Sequence[str]) -> str:
    text = "\n\n".join(texts)
    return text if len(text) <= MOST else text[: MOST - 1].rsplit(" ", 1)[0] + "…"
