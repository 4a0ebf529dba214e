"""The title of the film a page is about, told from its headings, its fact lines and the titles its text quotes."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.sources.dates import plain
from bot.sources.pages.lexicon import OPENING
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
_COLUMN = re.compile(r"(?P<column>[^:–—“”«»„]{2,40}?)(?P<mark>\s*:|\s[–—-])\s+(?P<title>\S.*)")
_OF_FILMS = re.compile(
    rf"(?:the\s+)?(?:{_REVIEW}|(?:film|movie|cinema|cine|ciné|kino|cinéma)s?)\b(?!\s+\d)", re.IGNORECASE
)
_OTHER = re.compile(r"(?P<title>[^()]+?)\s*\((?P<other>[^()]{2,})\)")
_LONGEST = 150


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a page's film, the year beside it, and the line."""

    title: str
    year: int | None
    line: int
    other: str = ""
    """Another title, in brackets behind it."""


def cleaned(text: str) -> str:
    """A heading without what makes it the heading of a review: its kind, the site, the year, the quotes."""
    said = _FILM.sub("", _SITE.sub("", text.strip()))
    said = _SUFFIX.sub("", _PREFIX.sub("", said))
    said = _YEAR.sub("", said).strip(" .–—-|:")
    said = re.sub(r"^[^“”\"«»„]{2,30}:\s*(?=[“\"«„])", "", said)
    quoted = re.fullmatch(r"[“\"«„‘'‚]\s?([^“”\"«»„]+?)\s?[”\"»“’'‘]", said)
    return (quoted[1] if quoted else said).strip()


def heading_of(loose: Sequence[Line], paragraphs: Sequence[str], fields: Mapping[str, Any]) -> Heading | None:
    """The title as surely as the page tells it, without a column's name before it; None when it tells none."""
    heading = _best(loose, paragraphs, fields)
    if heading is None:
        return None
    crew = [plain(name) for job in ("directors", "writers") for name in fields.get(job, ())]
    if match := _OTHER.fullmatch(heading.title):
        other = re.sub(
            r"^(?:orig(?:inal)?(?:\.|titel|[ -]title)?|aka|ot|o\.t\.|vo)\s*:?\s+", "", match["other"], flags=re.I
        )
        if re.sub(r"^(?:dir(?:ector|ected by)?|by|von|de|di)\b[.:]?\s*", "", plain(other)) in crew:
            heading = replace(heading, title=match["title"])
        elif other != match["other"] or _is_title(other, paragraphs, fields):
            heading = replace(heading, title=match["title"], other=other)
    match = _COLUMN.fullmatch(heading.title)
    if match and _is_column(match["column"], match["title"], paragraphs, fields):
        heading = replace(heading, title=cleaned(match["title"]))
    return heading


def _is_title(text: str, paragraphs: Sequence[str], fields: Mapping[str, Any]) -> bool:
    """Whether what stands in brackets is a title: the page has it elsewhere, or it opens with an article."""
    known = [fields.get("original_title", ""), *fields.get("also_known_as", ())]
    return (
        plain(text) in map(plain, known)
        or bool(text[:1].isupper() and spoken(text))
        or any(re.search(rf"[“\"«„]{re.escape(text)}[”\"»“]", said) for said in paragraphs)
    )


def spoken(title: str) -> set[str]:
    """The languages a title may be in, going by the article it opens with; none when it opens with none."""
    first = re.split(r"(?<=['’])|\s", title, maxsplit=1)[0].lower().replace("’", "'")
    return {language for language, articles in OPENING.items() if first in articles.split()}


def _is_column(column: str, title: str, paragraphs: Sequence[str], fields: Mapping[str, Any]) -> bool:
    """Whether what stands before a title names a column, going by the rest of the page.

    A film that the page also calls by the first part alone, or by both, has a colon of its own.
    """
    known = [fields.get("original_title", ""), *fields.get("also_known_as", ())]
    said = plain(" ".join([*paragraphs, *known]))
    if _mentions(said, plain(column)):
        return False
    return bool(_OF_FILMS.match(column)) or _mentions(said, plain(title))


def _mentions(said: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said) is not None


def _best(loose: Sequence[Line], paragraphs: Sequence[str], fields: Mapping[str, Any]) -> Heading | None:
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
    best = dated[:1] or first[:1] or _announced(candidates[:_FIRST], paragraphs) or candidates[:1]
    if best and (not quoted or best[0].year):
        return best[0]
    if quoted:
        return Heading(quoted[0].title, quoted[0].year, best[0].line if best else 1)
    return None


_FIRST = 3
"""Among so many lines at the top is the title."""


def _announced(heads: Sequence[Heading], paragraphs: Sequence[str]) -> list[Heading]:
    """The first line at the top whose title, behind a column's name, the text goes on to use."""
    said = plain(" ".join(paragraphs))
    if any(_mentions(said, plain(head.title)) for head in heads):
        return []
    columns = [(head, match) for head in heads if (match := _COLUMN.fullmatch(head.title))]
    return [head for head, match in columns if _mentions(said, plain(match["title"]))][:1]


def _heading(line: Line) -> Heading | None:
    year = _YEAR.search(line.text)
    title = cleaned(line.text)
    return (
        Heading(title, int(year[1]) if year else None, line.number) if title and any(map(str.isalnum, title)) else None
    )
