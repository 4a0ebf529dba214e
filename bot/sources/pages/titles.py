"""The title of the film a page is about, told from its headings, its fact lines and the titles its text quotes."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.sources.dates import plain
from bot.sources.pages.lines import Line
from bot.sources.pages.prose import titled

_REVIEW = (
    r"(?:film|movie|kino|dvd|blu-?ray)?[\s-]*(?:review|reviews|kritik|filmkritik"
    r"|rezension|critique|avis|crítica|critica|reseña|recensione|resenha|análise|recensie|bespreking|analysis)"
)
_PREFIX = re.compile(
    rf"^\s*(?:{_REVIEW}(?:\s+(?:of|zu|von|de|du|di|do|da|del|van))?\s*[:–—|-]\s*|{_REVIEW}\s+(?:of|zu|von|de|du|di|do|del|van)\s+"
    rf"|(?:film|movie|titel|title)\s*[:–—]\s*)",
    re.IGNORECASE,
)
_SUFFIX = re.compile(
    rf"\s*(?:[:–—|-]|\()\s*(?:the\s+|a\s+|die\s+|la\s+|le\s+)?{_REVIEW}\s*\)?(?:\s+(?:by|von|par|por|di|door)\s+.*)?$|\s+{_REVIEW}$",
    re.IGNORECASE,
)
_SITE = re.compile(r"\s+(?:\||»|::|·)\s+.*$")
_YEAR = re.compile(r"\s*[,–—-]?\s*[(\[]\s*(?:[^()\[\]\d]*[,\s])?((?:18[7-9]|19\d|20\d)\d)\s*(?:[,\s/][^()\[\]]*)?[)\]]")
_FILM = re.compile(r"\s*[(\[](?:film|movie|feature|kinofilm|película|filme)[)\]]", re.IGNORECASE)
_LONGEST = 150


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a page's film, the year beside it, and the line."""

    title: str
    year: int | None
    line: int


def cleaned(text: str) -> str:
    """A heading without what makes it the heading of a review: its kind, the site, the year, the quotes."""
    said = _FILM.sub("", _SITE.sub("", text.strip()))
    said = _SUFFIX.sub("", _PREFIX.sub("", said))
    said = _YEAR.sub("", said).strip(" .–—-|:")
    said = re.sub(r"^[^“”\"«»„]{2,30}:\s*(?=[“\"«„])", "", said)
    quoted = re.fullmatch(r"[“\"«„‘'‚]\s?([^“”\"«»„]+?)\s?[”\"»“’'‘]", said)
    return (quoted[1] if quoted else said).strip()


def title_and_year(loose: Sequence[Line], paragraphs: Sequence[str], fields: Mapping[str, Any]) -> Heading | None:
    """The title as surely as the page tells it; None when it tells none."""
    heads = [_heading(line) for line in loose if line.text and len(line.text) <= _LONGEST]
    candidates = [head for head in heads if head and head.title]
    quoted = [found for text in paragraphs for found in titled(text)]
    if title := cleaned(fields.get("title", "")):
        match = next((found.year for found in quoted if plain(found.title) == plain(title)), None)
        match = match or next((head.year for head in candidates if plain(head.title) == plain(title)), None)
        return Heading(title, match, 1)
    for found in quoted:
        for head in candidates:
            said, wanted = plain(head.title), plain(cleaned(found.title))
            if wanted == said or re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", said):
                title = head.title if wanted == said else found.title
                return Heading(title, head.year if wanted == said and head.year else found.year, head.line)
    dated = [head for head in candidates if head.year]
    first = [head for head, line in zip(heads, loose, strict=False) if head and head.title and line.heading]
    best = dated[:1] or first[:1] or candidates[:1]
    if best and (not quoted or best[0].year):
        return best[0]
    if quoted:
        return Heading(quoted[0].title, quoted[0].year, best[0].line if best else 1)
    return None


def _heading(line: Line) -> Heading | None:
    year = _YEAR.search(line.text)
    title = cleaned(line.text)
    return (
        Heading(title, int(year[1]) if year else None, line.number) if title and any(map(str.isalnum, title)) else None
    )
