"""One page as a whole: which lines are its heading, its facts and its paragraphs, and the film they tell of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.sources.dates import plain
from bot.sources.pages.acting import acted
from bot.sources.pages.drafts import Drafts, drafts
from bot.sources.pages.facts import CREW, READERS, Facts
from bot.sources.pages.line_facts import FEW_WORDS, SENTENCE, Found, facts_of, facts_said
from bot.sources.pages.lines import Line, page_lines
from bot.sources.pages.origin import origin_in
from bot.sources.pages.prose import makers, played, starring, titled
from bot.sources.pages.titles import cleaned, heading_of, spoken

_IMDB = re.compile(r"imdb\.com/(?:\w+/)?title/(tt\d{7,9})")


@dataclass(slots=True)
class Page:
    """What a page tells of its film."""

    fields: dict[str, Any]
    """As the schema takes them; no title when the page names none."""
    line: int
    """Where the film starts."""
    drafts: Drafts
    remarks: list[tuple[int, str]] = field(default_factory=list)
    """Line and sentence for everything that was left out or is not sure."""


def read_page(text: str) -> Page:
    """What a page of prose tells of the film it is about."""
    lines = page_lines(text)
    facts = Facts()
    paragraphs: list[tuple[str, str]] = []
    loose: list[Line] = []
    _sort(lines, facts, paragraphs, loose)
    if len(ids := set(_IMDB.findall(text))) == 1:
        facts.fields.setdefault("links", {"imdb": ids.pop()})
    heading = heading_of(loose, [said for _, said in paragraphs], facts.fields)
    fields = facts.fields
    if heading:
        fields |= {"title": heading.title} | ({"year": heading.year} if heading.year and "year" not in fields else {})
    if heading and (also := heading.other) and plain(also) != plain(fields.get("original_title", "")):
        if "original_title" not in fields and spoken(also) & set(fields.get("languages", ())):
            fields["original_title"] = also
        else:
            fields["also_known_as"] = list(dict.fromkeys([also, *fields.get("also_known_as", ())]))
    prose = [said for _, said in paragraphs]
    _take_prose(prose, fields, heading.title if heading else "")
    _take_years(fields, facts)
    for other in (fields.get("original_title"), *(found.title for said in prose for found in titled(said))):
        if other and fields.get("title", "").isupper() and other.upper() == fields["title"]:
            fields["title"] = other  # the heading shouts
    if fields.get("original_title") == fields.get("title"):
        fields.pop("original_title", None)
    return Page(fields, heading.line if heading else 1, drafts(paragraphs), sorted(facts.remarks))


def _sort(lines: Sequence[Line], facts: Facts, paragraphs: list[tuple[str, str]], loose: list[Line]) -> None:
    """Give every line to the facts, the paragraphs or the lines that may be the heading."""
    section, going_on = "", None
    broken = True
    for line in lines:
        if not line.text:
            broken = True
            going_on = going_on if going_on and not going_on[1] else None
            continue
        pieces, rest = facts_of(line)
        if not pieces and not line.heading and (loose or "title" in facts.fields):
            pieces = [(line.number, *fact) for fact in origin_in(line.text)]
            rest = "" if pieces else rest
        if _is_review_of(pieces) and not (loose or paragraphs or facts.fields):
            pieces, rest = [], line.text  # the heading of a review, whose label is no section's
        if pieces:
            if rest:
                paragraphs.append((section, rest))
            going_on = None
            for number, label, value in pieces:
                if label.fields[0] in ("summary", "reception"):
                    section = label.fields[0]
                    if value:
                        paragraphs.append((section, value))
                elif value:
                    facts.take(number, label, value)
                    going_on = (
                        (label, value.rstrip().endswith((",", ";"))) if value.rstrip().endswith((",", ";")) else None
                    )
                elif label.fields[0] not in ("score", "awards"):
                    going_on = (label, False)
        elif going_on and going_on[0].fields[0] and not line.heading and len(line.text) < SENTENCE * 2:
            facts.take(line.number, going_on[0], line.text)
            going_on = (going_on[0], True)
        elif line.heading or (len(rest) < SENTENCE and not _is_sentence(rest)):
            section = "" if line.heading else section
            going_on = None
            loose.append(line)
            if not line.heading and paragraphs and not broken:
                paragraphs[-1] = (paragraphs[-1][0], f"{paragraphs[-1][1]} {rest}")
        elif paragraphs and not broken and not line.item:
            paragraphs[-1] = (paragraphs[-1][0], f"{paragraphs[-1][1]} {rest}")
        else:
            paragraphs.append((section, rest))
            going_on = None
        broken = bool(pieces) or line.heading


def _is_review_of(pieces: Sequence[Found]) -> bool:
    return len(pieces) == 1 and pieces[0][1].fields[0] == "reception" and 0 < len(pieces[0][2].split()) <= FEW_WORDS


def _is_sentence(text: str) -> bool:
    return len(text.split()) > FEW_WORDS and text.rstrip('”"»').endswith((".", "!", "?", "…"))


def _take_prose(paragraphs: Sequence[str], fields: dict[str, Any], title: str) -> None:
    """Add what the paragraphs say in passing where no fact line says it."""
    about = [_around(text, title) for text in paragraphs]
    for sentence in filter(None, about):
        for name, people in makers(sentence).items():
            fields.setdefault(name, people)
        for part in re.split(r"\s*[,;]\s*", titled(sentence)[0].inside):
            for _, label, value in facts_said(0, part):
                if label.fields[0] in CREW:
                    fields.setdefault(label.fields[0], READERS[label.fields[0]](value, label)[0])
    cast = fields.get("cast", [])
    if not cast:
        cast = [{"name": name} for sentence in filter(None, about) for name in starring(sentence)]
    crew = [name for job in CREW for name in fields.get(job, ())]
    actors = [role["name"] for role in cast]
    known = {role["name"]: role for role in cast}
    for role in played(paragraphs, actors, [name for name in crew if name not in actors]):
        known[role["name"]] = role | known.get(role["name"], {})
    for actor, character in acted(paragraphs, list(known), title):
        known[actor] = {"name": actor, "character": character} | known.get(actor, {})
    if known:
        fields["cast"] = list(known.values())


def _around(text: str, title: str) -> str:
    """The sentence in which a paragraph names the film with its year; nothing when it names another or none."""
    for found in titled(text):
        if plain(found.title) == plain(title) or plain(cleaned(found.title)) == plain(title):
            end = re.search(r"(?:(?<=[a-zß-ÿ]{2})|(?<=\)))[.!?](?:\s|$)", text[found.at + len(found.title) :])
            return text[found.at : found.at + len(found.title) + end.end()] if end else text[found.at :]
    return ""


def _take_years(fields: dict[str, Any], facts: Facts) -> None:
    """Set the year by the earliest release when nothing says it; doubt a year that is after one."""
    if "releases" in fields:
        fields["releases"].sort(key=lambda release: release["date"])
    dates = [release["date"] for release in fields.get("releases", ())]
    if dates and "year" not in fields:
        fields["year"] = int(dates[0][:4])
        facts.remarks.append((0, f"the year, {dates[0][:4]}, is that of the earliest release"))
    elif dates and int(dates[0][:4]) < fields["year"]:
        facts.remarks.append((0, f"a release in {dates[0][:4]} is before the year, {fields['year']}"))
