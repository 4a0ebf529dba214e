"""Wikipedia's articles on films in wikitext: the facts of their infobox, and of the cast what the article lists.

Read with mwparserfromhell, whose parser is written in C and takes any text: templates within templates are what
regular expressions get wrong.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import mwparserfromhell
from mwparserfromhell.nodes import Comment, Tag, Template
from mwparserfromhell.wikicode import Wikicode

from bot.knowledge.film import MAX_NAME
from bot.sources.dates import find_dates
from bot.sources.durations import find_minutes
from bot.sources.places import country_called, language_called
from bot.sources.problem import Problem, Refusal, Row
from bot.sources.text import Text
from bot.sources.validation import film_or_problems

SOURCE = "Wikipedia"

MAX_ARTICLE = 4 << 20
"""The bytes of an article; the longest take half of that."""

_PEOPLE = {
    "director": "directors",
    "writer": "writers",
    "screenplay": "writers",
    "story": "writers",
    "producer": "producers",
    "music": "composers",
    "cinematography": "cinematographers",
    "editing": "editors",
}
_INFOBOX = re.compile(r"\{\{\s*infobox[ _]film\b", re.IGNORECASE)
_LISTS = frozenset("plainlist ubl ublist ubli hlist flatlist".split()) | {
    "plain list",
    "unbulleted list",
    "cast listing",
}
_SHOWN_AS = frozenset("nowrap nobold small ill sortname transl transliteration".split()) | {"interlanguage link"}
_DATES = frozenset("film date,start date,dts,release date".split(","))
_BREAK = re.compile(r"<br\s*/?\s*>|\n\s*\*+|\n", re.IGNORECASE)
_COMMA = re.compile(r",\s+(?!(?:[JS]r|I{2,3}|IV)\b)")
_ASIDE = re.compile(r"\s*\((?:[^()]|\([^()]*\))*\)\s*$")
_CAST = re.compile(r"^==+\s*(?:\w+ )?cast(?: and characters)?\s*==+\s*$(.*?)(?=^==|\Z)", re.I | re.M | re.S)
_ROLE = re.compile(r"^\*+\s*(?P<name>[^*\n]{2,80}?)\s+as\s+(?P<character>[^\n]+)$", re.M)
_NOT_PEOPLE = re.compile(r"^(?:uncredited|see below|see cast|various)$", re.IGNORECASE)


def read_article(text: Text) -> Iterator[Row | Refusal]:
    """The film of an article's infobox; several infoboxes in one file are several films."""
    content = b""
    while len(content) <= MAX_ARTICLE and (piece := text.read()):
        content += piece
    if len(content) > MAX_ARTICLE:
        sentence = f"is over {MAX_ARTICLE >> 20} MB long; save one article a file"
        yield (Problem(text.file, 0, "", sentence),)
        return
    try:
        article = content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        yield (Problem(text.file, line, "", "is not UTF-8; save the file as UTF-8"),)
        return
    starts = [match.start() for match in _INFOBOX.finditer(article)]
    if not starts:
        yield (Problem(text.file, 0, "", "holds no {{Infobox film}}; save the wikitext of an article on a film"),)
    for start, end in pairwise([*starts, len(article)]):
        if not text.pass_over():
            line = article.count("\n", 0, start) + 1
            if fields := _fields(article[start:end], text.file):
                found = film_or_problems(fields, line, text.file)
                yield Row(found.film, found.file, found.places, SOURCE) if isinstance(found, Row) else found
            else:
                yield (Problem(text.file, line, "", "opens an infobox that is never closed; was the file cut off?"),)


def _fields(article: str, file: str) -> dict[str, Any]:
    """A film's plain values, as the schema takes them; none when the infobox is not closed."""
    parsed = mwparserfromhell.parse(article)
    box = next((one for one in parsed.ifilter_templates() if _name(one).startswith("infobox")), None)
    if box is None:
        return {}
    values = {_key(parameter.name): parameter.value for parameter in box.params}
    releases = _releases(values.get("released"))
    years = [str(release["date"])[:4] for release in releases]
    lead = re.search(r"'''''(.+?)'''''", article)
    title = _line(values.get("name")) or (_line(lead[1]) if lead else "") or Path(file).stem.replace("_", " ")
    fields: dict[str, Any] = {
        "title": _ASIDE.sub("", title) or title,
        "year": min(years) if years else _year(article),
        "original_title": _other(_line(values.get("native_name")), title),
        "runtime": next(iter(find_minutes(_line(values.get("runtime")))), None),
        "countries": _coded(values.get("country") or values.get("countries"), country_called),
        "languages": _coded(values.get("language") or values.get("languages"), language_called),
        "based_on": _based_on(values.get("based_on")),
        "cast": _cast(values.get("starring"), article),
        "releases": releases,
    }
    for parameter, field in _PEOPLE.items():
        fields[field] = list(dict.fromkeys([*fields.get(field, ()), *_names(values.get(parameter))]))
    return fields


def _cast(starring: Wikicode | None, article: str) -> list[dict[str, str | None]]:
    """Whom the infobox names, then whom the list of the cast does, with their characters."""
    listed: dict[str, str | None] = dict.fromkeys(_names(starring))
    if section := _CAST.search(article):
        plain = "\n".join(("*" + _line(line)) if line.startswith("*") else "" for line in section[1].splitlines())
        for match in _ROLE.finditer(plain):
            character = re.split(r"[:,;–—(]| - ", match["character"], maxsplit=1)[0].strip(" .")
            listed[match["name"].strip()] = character[:MAX_NAME] or None
    return [{"name": name, "character": character} for name, character in listed.items()]


def _releases(value: Wikicode | None) -> list[dict[str, str | None]]:
    """Of {{Film date|2012|1|23|Sundance|2012|10|19|United States}}, or of dates in plain words."""
    if value is None:
        return []
    found: list[dict[str, str | None]] = []
    for template in value.ifilter_templates():
        if _name(template) in _DATES:
            parts = [_line(p.value) for p in template.params if _key(p.name).isdigit()]
            found += _dated(parts)
    if not found:
        found = [{"date": one.date} for one in find_dates(_line(value)) if one.date]
    return sorted(found, key=lambda release: str(release["date"]))


def _dated(parts: list[str]) -> Iterator[dict[str, str | None]]:
    """The dates of a template: year, month and day as far as known, then the place if it is told."""
    at = 0
    while at < len(parts):
        if not re.fullmatch(r"\d{4}", parts[at]):
            at += 1
            continue
        numbers = [parts[at]]
        for part in parts[at + 1 : at + 3]:
            if not re.fullmatch(r"\d{1,2}", part):
                break
            numbers.append(part.zfill(2))
        at += 3
        place = parts[at] if at < len(parts) and not re.fullmatch(r"\d{4}", parts[at]) else ""
        at += bool(place) or (at < len(parts) and parts[at] == "")
        country = country_called(place) if place else None
        yield {"date": "-".join(numbers), "country": country, "event": None if country else place or None}


def _year(article: str) -> str | None:
    """The year of `is a 2012 American film`."""
    match = re.search(r"\bis an? (?:upcoming )?((?:18|19|20)\d\d)\b", article)
    return match[1] if match else None


def _based_on(value: Wikicode | None) -> str | None:
    """The work and whose it is: {{Based on|''Dune''|[[Frank Herbert]]}}."""
    if value is None:
        return None
    for template in value.ifilter_templates():
        if _name(template) == "based on":
            work, *others = [_line(p.value) for p in template.params if _key(p.name).isdigit()]
            people = " and ".join(filter(None, others))
            return (f"{work} by {people}" if people else work)[:MAX_NAME] or None
    return ", ".join(_items(value))[:MAX_NAME] or None


def _names(value: Wikicode | None) -> list[str]:
    """The people of a parameter, without what is said of their share in brackets."""
    names = (_ASIDE.sub("", name).strip(" ,;:") for item in _items(value) for name in _COMMA.split(item))
    return [name for name in names if name and len(name) <= MAX_NAME and not _NOT_PEOPLE.match(name)]


def _coded(value: Wikicode | None, called: Any) -> list[str]:
    """The codes of the countries or languages of a parameter; what has no code is left out."""
    words = [word for item in _items(value) for word in re.split(r"\s*[,/·•]\s*|\s+and\s+", _ASIDE.sub("", item))]
    return list(dict.fromkeys(code for word in words if (code := called(word))))


def _items(value: Wikicode | None) -> list[str]:
    """The items of a parameter: of a list template, of bullets, or with line breaks between them."""
    if value is None:
        return []
    items: list[str] = []
    for template in value.ifilter_templates(recursive=False):
        if _name(template) in _LISTS:
            for parameter in template.params:
                if _key(parameter.name).isdigit():
                    items += _items(parameter.value)
    if items:
        return list(dict.fromkeys(items))
    lines = (_line(piece) for piece in _BREAK.split(_unpacked(value)))
    return [line for line in lines if line]


def _unpacked(value: Wikicode | str) -> str:
    """Wikitext without comments, references and templates; of those that only dress a text the text."""
    parsed = mwparserfromhell.parse(str(value))
    for node in list(parsed.ifilter(recursive=False)):
        if isinstance(node, Comment) or (isinstance(node, Tag) and str(node.tag).strip().lower() in ("ref", "gallery")):
            parsed.replace(node, "")
        elif isinstance(node, Template):
            parsed.replace(node, _shown(node))
    return str(parsed)


def _shown(template: Template) -> str:
    """What a template shows, as far as it is a text of its own."""
    name = _name(template)
    positional = [_unpacked(p.value) for p in template.params if _key(p.name).isdigit()]
    if not positional or (name not in _SHOWN_AS and name not in _LISTS and not name.startswith("lang")):
        return ""
    if name == "sortname":
        return " ".join(positional[:2])
    if name in _LISTS:
        return "\n".join(positional)
    return positional[1] if name.startswith(("lang", "trans")) and len(positional) > 1 else positional[0]


def _line(value: Wikicode | str | None) -> str:
    """What a reader sees of wikitext, on one line."""
    if value is None:
        return ""
    seen = mwparserfromhell.parse(_unpacked(value).replace("&nbsp;", " ")).strip_code(normalize=True, collapse=True)
    return " ".join(seen.replace("'''", "").replace("''", "").split())


def _other(text: str, title: str) -> str | None:
    return text if text and text != title else None


def _name(template: Template) -> str:
    return " ".join(str(template.name).replace("_", " ").split()).lower()


def _key(name: Wikicode) -> str:
    return str(name).strip().lower()
