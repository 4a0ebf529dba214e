"""From YAML text to plain values, each with its line: through the parser's events, so that nothing unfolds unseen.

Every scalar stays as written (`1917`, `NO` and `3:10` are titles); only an empty one, `~` and `null` are None.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from bot.sources.problem import Branch, Places, line_of, path_text, plain

MAX_DEPTH, MAX_VALUES, MAX_ANCHORS = 20, 100_000, 1000
"""Bounds of one film: nesting, values once aliases are unfolded; and of the anchors in one document."""

_Loader: TypeAlias = yaml.SafeLoader | yaml.CSafeLoader
_LOADER: type[_Loader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TEXT_TAG = "tag:yaml.org,2002:str"
_TAGGED = "holds a tag (!); write the plain value, or put text that starts with ! in quotes"
_EMPTY = frozenset({"", "~", "null"})

_SENTENCES = (
    ("nesting depth", f"is nested more than {MAX_DEPTH} deep; is this a film?"),
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


class _Open:
    """A mapping or list that is being read. The hottest part of reading YAML, hence slots and no properties."""

    __slots__ = ("anchor", "below", "items", "key", "key_line", "line", "members", "twice", "values_before")

    def __init__(self, mapping: bool, line: int, anchor: str | None, values_before: int) -> None:
        self.members: dict[str, Any] | None = {} if mapping else None
        self.items: list[Any] = []
        self.line = line
        self.below: dict[str | int, Places] = {}
        self.anchor = anchor
        self.values_before = values_before
        self.key: str | None = None
        """The key whose value comes next; None when a key comes next."""
        self.key_line = 0
        self.twice = False
        """Whether that key stood in the mapping before, so that its value is left out."""


def values(document: Reader) -> Iterator[Value]:
    """The top value of a YAML document; when that is a list its items one by one. Raises UnreadableError."""
    loader = _LOADER(document)  # type: ignore[arg-type]
    builder = _Builder(document.first_line)
    try:
        for value in builder.values(iter(loader.get_event, None)):
            document.complete()
            yield value
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

    def values(self, events: Iterator[Any]) -> Iterator[Value]:
        """Read events to their end; the top value, or each item of a top list, as it is complete."""
        stack, first_line = self._stack, self._first_line
        for event in events:
            kind = event.__class__
            if kind is ScalarEvent:
                line = first_line + event.start_mark.line
                text = event.value
                if event.tag is not None and event.tag != _TEXT_TAG:
                    raise UnreadableError(line, _TAGGED)
                top = stack[-1] if stack else None
                if top is not None and top.key is None and top.members is not None:
                    top.key, top.key_line = text, line
                    if text in top.below or text == "<<":
                        self._refuse_key(top, text, line, event.implicit[0])
                    continue
                value = None if text in _EMPTY and event.implicit[0] else text
                if event.anchor is not None:
                    self._anchor(event.anchor, (value, line, 1), line)
                complete = self._add(value, line, 1)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self._open(event, kind is MappingStartEvent)
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                complete = self._close()
            elif kind is AliasEvent:
                complete = self._alias(event)
            else:
                continue
            if complete is not None:
                yield complete

    def _refuse_key(self, top: _Open, key: str, line: int, bare: bool) -> None:
        """Note a key that stands twice; refuse a merge key."""
        if bare and key == "<<":
            raise UnreadableError(line, "is a merge key (<<); write the fields out")
        if key in top.below:
            top.twice = True
            first = line_of(top.below[key], ())
            where = "in this line" if first == line else f"in lines {first} and {line}"
            self._wrong.append((line, path_text(self._path()), f"stands twice, {where}; delete one"))

    def _path(self) -> tuple[str | int, ...]:
        within = self._stack[1:] if self._stack[0].members is None else self._stack
        return tuple(len(frame.items) if frame.members is None else frame.key or "" for frame in within)

    def _open(self, event: Any, mapping: bool) -> None:
        line = self._first_line + event.start_mark.line
        if len(self._stack) >= MAX_DEPTH:
            raise UnreadableError(line, f"is nested more than {MAX_DEPTH} deep; is this a film?")
        if event.tag is not None:
            raise UnreadableError(line, _TAGGED)
        if self._stack:
            top = self._stack[-1]
            if top.key is not None:
                line = top.key_line
            elif top.members is not None:
                raise UnreadableError(line, "has brackets where a field's name should be; put such text in quotes")
        self._stack.append(_Open(mapping, line, event.anchor, self._values))

    def _close(self) -> Value | None:
        done = self._stack.pop()
        if not self._stack and done.members is None:
            return None
        value = done.items if done.members is None else done.members
        places = Branch(done.line, done.below)
        if done.anchor is not None:
            self._anchor(done.anchor, (value, places, self._values - done.values_before + 1), done.line)
        return self._add(value, places, 1)

    def _anchor(self, name: str, held: tuple[Any, Places, int], line: int) -> None:
        if len(self._anchors) >= MAX_ANCHORS:
            raise UnreadableError(line, f"is the anchor (&) after {MAX_ANCHORS:,} others; write the values out")
        self._anchors[name] = held

    def _alias(self, event: Any) -> Value | None:
        line = self._first_line + event.start_mark.line
        name = plain(event.anchor)
        if self._stack and self._stack[-1].members is not None and self._stack[-1].key is None:
            raise UnreadableError(line, "has an alias (*) where a field's name should be; write the name out")
        if event.anchor in self._anchors:
            return self._add(*self._anchors[event.anchor])
        if any(frame.anchor == event.anchor for frame in self._stack):
            raise UnreadableError(line, f"refers to *{name} inside of &{name} itself; write the value out")
        raise UnreadableError(
            line, f"refers to *{name}, but there is no &{name} above; put text that starts with * in quotes"
        )

    def _add(self, value: Any, places: Places, weight: int) -> Value | None:
        """Put a complete value into what is open around it; it is returned when that is nothing or a top list."""
        self._values += weight
        if self._values > MAX_VALUES:
            sentence = f"makes more than {MAX_VALUES:,} values, aliases (*) unfolded; is this a film?"
            raise UnreadableError(line_of(places, ()), sentence)
        top = self._stack[-1] if self._stack else None
        if top is None or (top.members is None and len(self._stack) == 1):
            return self._complete(value, places)
        if top.members is None:
            top.below[len(top.items)] = places
            top.items.append(value)
            return None
        if top.twice:
            top.twice = False
        elif top.key is not None:
            top.below[top.key] = top.key_line if places.__class__ is int else places
            top.members[top.key] = value
        top.key = None
        return None

    def _complete(self, value: Any, places: Places) -> Value:
        wrong, self._wrong, self._values = self._wrong, [], 0
        return Value(value, places, wrong)
