"""One page as a whole: which lines are its heading, its facts and its paragraphs, and the film they tell of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.sources.dates import find_dates, plain
from bot.sources.pages.acting import acted
from bot.sources.pages.drafts import Drafts, drafts
from bot.sources.pages.facts import READERS, Facts, known_genre, understood
from bot.sources.pages.labels import Label, label_of
from bot.sources.pages.lines import Line, page_lines
from bot.sources.pages.origin import origin_in
from bot.sources.pages.prose import makers, played, starring, titled
from bot.sources.pages.titles import cleaned, heading_of, spoken
from bot.sources.places import country_called

_LABELLED = re.compile(r"^\s*(?P<label>[^:：\t]{1,60}?)\s*(?::\s*-?|：|\t|\.{3,}|…+)\s*(?P<value>.*)$", re.DOTALL)
_DASHED = re.compile(r"^\s*(?P<label>[^–—=-]{2,40}?)\s+(?:[–—=-]|->|=>)\s+(?P<value>.+)$")
_SEPARATED = re.compile(r"\s*[|•·]\s*|\s+/\s+|\t|\s{3,}")
Found = tuple[int, Label, str]
_FEW_WORDS = 8
CREW = ("directors", "writers", "producers", "composers", "cinematographers", "editors")
_SENTENCE = 110
"""Characters from which a line without a label is a paragraph."""
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
        pieces, rest = _facts_of(line)
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
        elif going_on and going_on[0].fields[0] and not line.heading and len(line.text) < _SENTENCE * 2:
            facts.take(line.number, going_on[0], line.text)
            going_on = (going_on[0], True)
        elif line.heading or (len(rest) < _SENTENCE and not _is_sentence(rest)):
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
    return len(pieces) == 1 and pieces[0][1].fields[0] == "reception" and 0 < len(pieces[0][2].split()) <= _FEW_WORDS


def _is_sentence(text: str) -> bool:
    return len(text.split()) > _FEW_WORDS and text.rstrip('”"»').endswith((".", "!", "?", "…"))


def _facts_of(line: Line) -> tuple[list[Found], str]:
    """The facts of a line (label and value, several of them, values that speak for themselves), and the rest of it."""
    text = line.text
    if facts := _side_by_side(line.number, text):
        return facts, ""
    if match := _LABELLED.match(text):
        label = label_of(match["label"], fuzzy=len(text) < _SENTENCE * 2)
        if label and not _is_talk(label, match["value"]):
            return list(_split(line.number, label, match["value"])), ""
    text = text.replace("\t", " ")
    inner = _inner_labels(text)
    if len(inner) > 1:
        first = text[: inner[0][0]].strip(" |•·")
        facts, rest = ([], first) if len(first) > _SENTENCE else (list(_unlabelled(line.number, first)), "")
        return facts + list(_at(line.number, text, inner)), rest
    if line.heading or len(text) < _SENTENCE // 2:
        label = label_of(text, fuzzy=False)
        if label and len(text.split()) <= _LABEL_WORDS:
            return [(line.number, label, "")], ""
    if (match := _DASHED.match(text)) and (label := label_of(match["label"])) and _means(label, match["value"]):
        return [(line.number, label, match["value"])], ""
    if line.heading or len(text) > _SENTENCE * 2:
        return [], text
    said = [_facts_said(line.number, piece) for piece in _STOP.split(text)]
    known = sum(map(bool, said)) * 2 > len(said)
    return ([fact for facts in said for fact in facts], "") if known else ([], text)


def _side_by_side(number: int, text: str) -> list[Found]:
    """The facts of a line that bars or dots part, when each or all but one or two of the parts is a fact."""
    parts = [part for part in _BARS.split(text) if part.strip()]
    facts = [_facts_said(number, part, several=True) for part in parts]
    known = sum(map(bool, facts))
    return [fact for part in facts for fact in part] if known > 1 and known * 2 > len(parts) else []


_BARS = re.compile(r"\s+[|•·]\s+|\t(?=.*\t)")


def _facts_said(number: int, text: str, *, several: bool = False) -> list[Found]:
    """The facts of a part of a line that a full stop ends."""
    match = _LABELLED.match(text)
    label = label_of(match["label"], fuzzy=False) if match else None
    if match and label and _means(label, match["value"]):
        return [(number, label, match["value"])]
    if several and (origin := list(origin_in(text))):
        return [(number, *fact) for fact in origin]
    if several:
        alone = _alone(text, several=True)
        return [(number, *alone)] if alone else []
    return list(_unlabelled(number, text))


_STOP = re.compile(r"(?<=[a-zß-ÿ]{3})\.\s+(?=[A-ZÀ-Þ])")
_LABEL_WORDS, _LONGEST_LABEL = 5, 60


def _is_talk(label: Label, value: str) -> bool:
    """Whether a label is followed by a sentence and not by a value, as in “Music: it never stops playing here.”"""
    return (
        bool(label.fields[0])
        and label.fields[0] not in ("summary", "reception", "based_on", "audience", "certificates", "cast", "releases")
        and len(value.split()) > 14
        and value[:1].islower()
    )


def _split(number: int, label: Label, value: str) -> Iterator[Found]:
    """A fact, and those that follow it on the same line."""
    inner = _inner_labels(value)
    yield number, label, value[: inner[0][0]].strip(" |•·;,(/") if inner else value
    yield from _at(number, value, inner)


def _at(number: int, text: str, inner: Sequence[tuple[int, int, Label]]) -> Iterator[Found]:
    for place, (_, end, label) in enumerate(inner):
        until = inner[place + 1][0] if place + 1 < len(inner) else len(text)
        yield number, label, text[end:until].strip(" |•·;,(/")


def _inner_labels(text: str) -> list[tuple[int, int, Label]]:
    """The known labels inside a line: where each starts and ends."""
    found = []
    for match in re.finditer(r"\s*[:：]\s", text):
        before = text[: match.start()]
        offset = max(0, len(before) - _LONGEST_LABEL, *(before.rfind(mark) + 1 for mark in "|•·;,\t"))
        words = list(re.finditer(r"\S+", before[offset:]))[-_LABEL_WORDS:]
        for word in words:
            start = offset + word.start()
            said = text[start : match.start()]
            if (
                said[:1].isupper()
                and (label := label_of(said, fuzzy=False))
                and label.fields[0] not in ("summary", "reception")
            ):
                found.append((start, match.end(), label))
                break
    return found


def _means(label: Label, value: str) -> bool:
    return label.fields[0] in ("", "awards", "score") or all(understood(name, value) for name in label.fields)


def _unlabelled(number: int, text: str) -> Iterator[Found]:
    """Facts without a colon: `Directed by Ben Lewin`, `2012 | R | 95 min | Drama`."""
    parts = [part for part in _SEPARATED.split(text) if part]
    found = [_alone(part, several=len(parts) > 1) for part in parts]
    known = [(label, value) for pair in found if pair for label, value in [pair]]
    if len(known) == len(parts) or (len(parts) > 2 and len(known) * 2 >= len(parts)):
        for label, value in known:
            yield number, label, value


def _alone(part: str, *, several: bool) -> tuple[Label, str] | None:
    part = re.sub(r"^[(\[](.*)[)\]]$", r"\1", part.strip(" .,"))
    words = part.split()
    for count in range(min(_LABEL_WORDS, len(words) - 1), 0, -1):
        label = label_of(" ".join(words[:count]), fuzzy=False)
        value = " ".join(words[count:])
        if (
            label
            and label.fields[0] in _SPOKEN
            and (
                count > 1
                or label.board
                or label.fields[0] in ("runtime", "certificates", "cast", "directors", "writers", "releases", *_PLURAL)
            )
            and _means_alone(label, value)
        ):
            return label, value
    if several or len(words) <= _FEW_WORDS:
        if re.fullmatch(r"\(?(?:18[7-9]|19\d|20\d)\d\)?", part) and several:
            return Label(("year",)), part
        if re.search(r"\d", part) and understood("runtime", part) and len(words) <= _FEW_WORDS and not find_dates(part):
            return Label(("runtime",)), part
        if re.match(r"(?i)(?:rated|freigegeben)\b", part) or (several and part in ("R", "PG-13", "NC-17")):
            return (Label(("certificates",)), part) if understood("certificates", part) else None
        genres = [piece for piece in re.split(r"\s*[,/&]\s*", part) if piece]
        if several and genres and all(map(known_genre, genres)):
            return Label(("genres",)), part
        if several and len(part) > 2 and country_called(part):
            return Label(("countries",)), part
    return None


_PLURAL = ("countries", "languages")
_SPOKEN = frozenset((*CREW, "cast", "runtime", "certificates", "releases", "countries", "languages"))


def _means_alone(label: Label, value: str) -> bool:
    if label.board:
        return len(value.split()) <= _FEW_WORDS and bool(READERS["certificates"](value, label)[0])
    return all(understood(name, value) for name in label.fields)


def _take_prose(paragraphs: Sequence[str], fields: dict[str, Any], title: str) -> None:
    """Add what the paragraphs say in passing where no fact line says it."""
    about = [_around(text, title) for text in paragraphs]
    for sentence in filter(None, about):
        for name, people in makers(sentence).items():
            fields.setdefault(name, people)
        for part in re.split(r"\s*[,;]\s*", titled(sentence)[0].inside):
            for _, label, value in _facts_said(0, part):
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
