"""From YAML text to plain values, each with its line: through the parser's events, so that nothing unfolds unseen.

Every scalar stays as written (`1917`, `NO` and `3:10` are titles); only an empty one, `~` and `null` are None.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias

import yaml

from bot.sources.problem import Branch, Places, path_text, plain

MAX_DEPTH, MAX_VALUES, MAX_ANCHORS = 20, 100_000, 1000
"""Bounds of one film: nesting, values once aliases are unfolded; and of the anchors in one document."""

_Loader: TypeAlias = yaml.SafeLoader | yaml.CSafeLoader
_LOADER: type[_Loader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TEXT_TAG = "tag:yaml.org,2002:str"
_EMPTY = frozenset({"", "~", "null"})

_SENTENCES = (
    ("\\t", "starts with a tab; indent with spaces"),
    (
        "cannot start any token",
        "starts with a character YAML keeps for itself; put such text in quotes, and indent with spaces",
    ),
    (
        "mapping values are not allowed",
        "holds a colon where none can stand; put text that holds ': ' in quotes, or mend the indentation",
    ),
    ("unexpected end of stream", "opens a quotation mark that is never closed"),
    ("end of stream", "opens a bracket or quotation mark that is never closed"),
    ("',' or '", "opens a bracket after which a comma or the closing bracket is missing"),
    ("expected ':'", "misses a colon after the field's name, or is not indented as the lines around it"),
    ("expected key", "is not indented as the lines around it, or text before it wants quotes"),
    ("<block end>", "is not indented as the lines around it, or text before it wants quotes"),
    ("'-' indicator", "is not indented as the items of the list it stands in"),
    ("block sequence entries", "holds a list where none can stand; begin it on a line of its own"),
    ("escape", "holds an escape that double quotes do not know; use single quotes or write \\\\ for a backslash"),
    ("undefined tag", "holds a tag (!); put text that starts with ! in quotes"),
    ("node content", "ends in the middle, or holds a bracket or comma where none can stand"),
    ("document start", "does not belong to the film above; put --- between two films"),
    ("alphabetic or numeric", "starts with & or *; put such text in quotes"),
)
_OPEN = ("opens", "misses")
"""How the sentences begin whose line is the one where the unfinished thing starts."""


class UnreadableError(Exception):
    """The document cannot be read on from here: the line, and words that follow it."""

    def __init__(self, line: int, text: str) -> None:
        super().__init__(text)
        self.line = line
        self.text = text


class Reader(Protocol):
    """A document's bytes, as the parser asks for them, from `first_line` of its file on."""

    first_line: int

    def read(self, size: int, /) -> bytes:
        """The next bytes, at most so many."""

    def complete(self) -> None:
        """What was read so far is done with: one film is complete."""


@dataclass(slots=True)
class Value:
    """A plain value, where it and all below it stand, and what already is wrong: line, field and text."""

    plain: Any
    places: Places
    wrong: list[tuple[int, str, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being read."""

    value: dict[str, Any] | list[Any]
    places: Branch
    anchor: str | None
    values_before: int
    key: str | None = None
    """The key whose value comes next; None when a key comes next."""
    key_line: int = 0
    twice: bool = False
    """Whether that key stood in the mapping before, so that its value is left out."""


def values(document: Reader) -> Iterator[Value]:
    """The top value of a YAML document; when that is a list its items one by one. Raises UnreadableError."""
    loader = _LOADER(document)  # type: ignore[arg-type]
    builder = _Builder(document.first_line)
    try:
        while not isinstance(event := loader.get_event(), yaml.StreamEndEvent):
            if complete := builder.take(event):
                document.complete()
                yield complete
    except yaml.MarkedYAMLError as error:
        sentence = _sentence(str(error.problem))
        mark = error.context_mark if sentence.startswith(_OPEN) else error.problem_mark
        raise UnreadableError(document.first_line + (mark.line if mark else 0), sentence) from error
    except yaml.YAMLError as error:
        raise UnreadableError(document.first_line, "holds a character that cannot stand in YAML; delete it") from error
    finally:
        loader.dispose()


def _sentence(problem: str) -> str:
    for part, sentence in _SENTENCES:
        if part in problem:
            return sentence
    return f"cannot be read as YAML: {plain(problem)}"


class _Builder:
    """Puts events together to values."""

    def __init__(self, first_line: int) -> None:
        self._first_line = first_line
        self._stack: list[_Open] = []
        self._anchors: dict[str, tuple[Any, Places, int]] = {}
        self._values = 0
        self._wrong: list[tuple[int, str, str]] = []

    def take(self, event: Any) -> Value | None:
        """Read one event; the top value, or the next item of a top list, when it completes one."""
        kind = event.__class__
        if kind is yaml.ScalarEvent:
            return self._scalar(event)
        if kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._open(event, {} if kind is yaml.MappingStartEvent else [])
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            return self._close()
        elif kind is yaml.AliasEvent:
            return self._alias(event)
        return None

    def _scalar(self, event: Any) -> Value | None:
        line = self._first_line + event.start_mark.line
        text: str = event.value
        if event.tag is not None and event.tag != _TEXT_TAG:
            raise UnreadableError(
                line, "holds a tag (!); write the plain value, or put text that starts with ! in quotes"
            )
        top = self._stack[-1] if self._stack else None
        if top is not None and top.key is None and isinstance(top.value, dict):
            self._key(top, text, line, bool(event.implicit[0]))
            return None
        value = None if event.implicit[0] and text in _EMPTY else text
        if event.anchor is not None:
            self._anchor(event.anchor, (value, line, 1), line)
        return self._add(value, line, 1)

    def _key(self, top: _Open, key: str, line: int, bare: bool) -> None:
        if bare and key == "<<":
            raise UnreadableError(line, "is a merge key (<<); write the fields out")
        top.key, top.key_line, top.twice = key, line, key in top.value
        if top.twice:
            first = top.places.below[key]
            before = first if isinstance(first, int) else first.line
            where = "in this line" if before == line else f"in lines {before} and {line}"
            self._wrong.append((line, path_text(self._path()), f"stands twice, {where}; delete one"))

    def _path(self) -> tuple[str | int, ...]:
        within = self._stack[1:] if self._stack and isinstance(self._stack[0].value, list) else self._stack
        return tuple(frame.key or "" if isinstance(frame.value, dict) else len(frame.value) for frame in within)

    def _open(self, event: Any, value: dict[str, Any] | list[Any]) -> None:
        line = self._first_line + event.start_mark.line
        if len(self._stack) >= MAX_DEPTH:
            raise UnreadableError(line, f"is nested more than {MAX_DEPTH} deep; is this a film?")
        if event.tag is not None:
            raise UnreadableError(line, "holds a tag (!); write the plain value")
        top = self._stack[-1] if self._stack else None
        if top is not None and top.key is None and isinstance(top.value, dict):
            raise UnreadableError(
                line, "has brackets where a field's name should be; put text that starts with [ or { in quotes"
            )
        if top is not None and top.key is not None:
            line = top.key_line
        self._stack.append(_Open(value, Branch(line, {}), event.anchor, self._values))

    def _close(self) -> Value | None:
        done = self._stack.pop()
        weight = self._values - done.values_before + 1
        if done.anchor is not None:
            self._anchor(done.anchor, (done.value, done.places, weight), done.places.line)
        if not self._stack and isinstance(done.value, list):
            return None
        return self._add(done.value, done.places, 1)

    def _anchor(self, name: str, held: tuple[Any, Places, int], line: int) -> None:
        if len(self._anchors) >= MAX_ANCHORS:
            raise UnreadableError(line, f"is the anchor (&) after {MAX_ANCHORS:,} others; write the values out")
        self._anchors[name] = held

    def _alias(self, event: Any) -> Value | None:
        line = self._first_line + event.start_mark.line
        if event.anchor not in self._anchors:
            within = any(frame.anchor == event.anchor for frame in self._stack)
            name = plain(event.anchor)
            raise UnreadableError(
                line,
                f"refers to *{name} inside of &{name} itself; write the value out"
                if within
                else f"refers to *{name}, but there is no &{name} above; put text that starts with * in quotes",
            )
        value, places, weight = self._anchors[event.anchor]
        top = self._stack[-1] if self._stack else None
        if top is not None and top.key is None and isinstance(top.value, dict):
            raise UnreadableError(line, "has an alias (*) where a field's name should be; write the name out")
        return self._add(value, places, weight)

    def _add(self, value: Any, places: Places, weight: int) -> Value | None:
        """Put a complete value into what is open around it; it is returned when that is nothing or a top list."""
        self._values += weight
        if self._values > MAX_VALUES:
            line = places if isinstance(places, int) else places.line
            raise UnreadableError(line, f"makes more than {MAX_VALUES:,} values, aliases (*) unfolded; is this a film?")
        if not self._stack:
            return self._complete(value, places)
        top = self._stack[-1]
        if isinstance(top.value, list):
            if len(self._stack) == 1:
                return self._complete(value, places)
            top.places.below[len(top.value)] = places
            top.value.append(value)
        else:
            if not top.twice:
                key = top.key or ""
                top.places.below[key] = top.key_line if isinstance(places, int) else places
                top.value[key] = value
            top.key = None
        return None

    def _complete(self, value: Any, places: Places) -> Value:
        wrong, self._wrong, self._values = self._wrong, [], 0
        return Value(value, places, wrong)
