"""The facts of one line of a page: label and value, several of them, values that speak for themselves."""

import re
from collections.abc import Iterator, Sequence

from bot.sources.dates import find_dates
from bot.sources.pages.facts import CREW, READERS, known_genre, understood
from bot.sources.pages.labels import Label, label_of
from bot.sources.pages.lines import Line
from bot.sources.pages.origin import origin_in
from bot.sources.places import country_called

Found = tuple[int, Label, str]
"""The line of a fact, what it is called, and its value as written."""

SENTENCE = 110
"""Characters from which a line without a label is a paragraph."""
FEW_WORDS = 8
"""Words of the longest value that says what it is."""

_LABELLED = re.compile(r"^\s*(?P<label>[^:：\t]{1,60}?)\s*(?::\s*-?|：|\t|\.{3,}|…+)\s*(?P<value>.*)$", re.DOTALL)
_DASHED = re.compile(r"^\s*(?P<label>[^–—=-]{2,40}?)\s+(?:[–—=-]|->|=>)\s+(?P<value>.+)$")
_SEPARATED = re.compile(r"\s*[|•·]\s*|\s+/\s+|\t|\s{3,}")
_BARS = re.compile(r"\s+[|•·]\s+|\t(?=.*\t)")
_STOP = re.compile(r"(?<=[a-zß-ÿ]{3})\.\s+(?=[A-ZÀ-Þ])")
_LABEL_WORDS, _LONGEST_LABEL = 5, 60
_PLURAL = ("countries", "languages")
_SPOKEN = frozenset((*CREW, "cast", "runtime", "certificates", "releases", "countries", "languages"))


def facts_of(line: Line) -> tuple[list[Found], str]:
    """The facts of a line, and the rest of it."""
    text = line.text
    if facts := _side_by_side(line.number, text):
        return facts, ""
    if match := _LABELLED.match(text):
        label = label_of(match["label"], fuzzy=len(text) < SENTENCE * 2)
        if label and not _is_talk(label, match["value"]):
            return list(_split(line.number, label, match["value"])), ""
    text = text.replace("\t", " ")
    inner = _inner_labels(text)
    if len(inner) > 1:
        first = text[: inner[0][0]].strip(" |•·")
        facts, rest = ([], first) if len(first) > SENTENCE else (list(_unlabelled(line.number, first)), "")
        return facts + list(_at(line.number, text, inner)), rest
    if line.heading or len(text) < SENTENCE // 2:
        label = label_of(text, fuzzy=False)
        if label and len(text.split()) <= _LABEL_WORDS:
            return [(line.number, label, "")], ""
    if (match := _DASHED.match(text)) and (label := label_of(match["label"])) and _means(label, match["value"]):
        return [(line.number, label, match["value"])], ""
    if line.heading or len(text) > SENTENCE * 2:
        return [], text
    said = [facts_said(line.number, piece) for piece in _STOP.split(text)]
    known = sum(map(bool, said)) * 2 > len(said)
    return ([fact for facts in said for fact in facts], "") if known else ([], text)


def _side_by_side(number: int, text: str) -> list[Found]:
    """The facts of a line that bars or dots part, when each or all but one or two of the parts is a fact."""
    parts = [part for part in _BARS.split(text) if part.strip()]
    facts = [facts_said(number, part, several=True) for part in parts]
    known = sum(map(bool, facts))
    return [fact for part in facts for fact in part] if known > 1 and known * 2 > len(parts) else []


def facts_said(number: int, text: str, *, several: bool = False) -> list[Found]:
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
    if several or len(words) <= FEW_WORDS:
        if re.fullmatch(r"\(?(?:18[7-9]|19\d|20\d)\d\)?", part) and several:
            return Label(("year",)), part
        if re.search(r"\d", part) and understood("runtime", part) and len(words) <= FEW_WORDS and not find_dates(part):
            return Label(("runtime",)), part
        if re.match(r"(?i)(?:rated|freigegeben)\b", part) or (several and part in ("R", "PG-13", "NC-17")):
            return (Label(("certificates",)), part) if understood("certificates", part) else None
        genres = [piece for piece in re.split(r"\s*[,/&]\s*", part) if piece]
        if several and genres and all(map(known_genre, genres)):
            return Label(("genres",)), part
        if several and len(part) > 2 and country_called(part):
            return Label(("countries",)), part
    return None


def _means_alone(label: Label, value: str) -> bool:
    if label.board:
        return len(value.split()) <= FEW_WORDS and bool(READERS["certificates"](value, label)[0])
    return all(understood(name, value) for name in label.fields)
