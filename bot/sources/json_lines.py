"""JSON Lines: one film a line, ours or TMDB's, read in constant memory however long the file is."""

import json
from collections.abc import Iterator
from typing import Any

from bot.knowledge.film import Film
from bot.sources import tmdb
from bot.sources.problem import Problem, Refusal, Row, plain
from bot.sources.selection import EVERYTHING, Selection
from bot.sources.text import Text
from bot.sources.validation import film_or_problems

MAX_LINE = 4 << 20
"""The bytes of one line; a real film's takes a few thousand."""


def read_json_lines(text: Text, selection: Selection = EVERYTHING) -> Iterator[Row | Refusal]:
    """The film of every line, ours or TMDB's; what is wrong with a line that holds none. Empty lines are passed over.

    A file that is one JSON value over several lines is read when it is a film of TMDB's or a list of such.
    """
    decoder = _Decoder()
    anything = False
    while line := text.readline(MAX_LINE):
        if len(line) >= MAX_LINE and not line.endswith(b"\n"):
            anything = True
            number = text.skip_line(line)
            yield (Problem(text.file, number, "", f"is over {MAX_LINE >> 20} MB long; write one film a line"),)
        elif line := line.strip():
            if not anything and (line in (b"{", b"[") or line.startswith(b"[{")):
                yield from _whole(decoder, line, text, selection)
                return
            anything = True
            if not text.pass_over() and (found := _film(decoder, line, text, selection)):
                yield found
    if not anything:
        yield (Problem(text.file, 0, "", 'holds no film; write one a line, such as {"title": "The Sessions"}'),)


def json_line(film: Film) -> str:
    """The film as one line of JSON, without the line's end."""
    return json.dumps(film.document(), ensure_ascii=False)


def _film(decoder: "_Decoder", line: bytes, text: Text, selection: Selection) -> Row | Refusal | None:
    """The film of a line, None when it is not wanted."""
    try:
        document = decoder.read(line.decode())
    except ValueError as error:
        return (Problem(text.file, text.line, "", _sentence(error)),)
    except RecursionError:
        return (Problem(text.file, text.line, "", "is nested too deep; is this a film?"),)
    if _is_tmdb(document):
        return _of_tmdb(document, text, selection)
    found = film_or_problems(document, text.line, text.file)
    twice = tuple(Problem(text.file, text.line, plain(key), "stands twice; delete one") for key in decoder.twice)
    return twice or found if isinstance(found, Row) else found + twice


def _whole(decoder: "_Decoder", start: bytes, text: Text, selection: Selection) -> Iterator[Row | Refusal]:
    """The films of a file that is one JSON value."""
    line, content = text.line, start
    while len(content) < MAX_LINE and (more := text.readline(MAX_LINE)):
        content += more
    try:
        document = decoder.read(content.decode())
    except (ValueError, RecursionError):
        document = None
    films = document if isinstance(document, list) else [document]
    if not films or not all(map(_is_tmdb, films)):
        sentence = "is JSON, but not one film a line; write each film on a line of its own, without [ ] around them"
        yield (Problem(text.file, line, "", sentence),)
        return
    for film in films:
        if not text.pass_over() and (found := _of_tmdb(film, text, selection)):
            yield found


def _is_tmdb(document: Any) -> bool:
    return tmdb.is_film(document) or tmdb.fault(document) is not None


def _of_tmdb(document: Any, text: Text, selection: Selection) -> Row | Refusal | None:
    """A film of TMDB's, None when it is not wanted."""
    if sentence := tmdb.fault(document):
        return (Problem(text.file, text.line, "", sentence),)
    if not tmdb.wanted(document, selection):
        return None
    found = film_or_problems(tmdb.fields_of(document), text.line, text.file)
    return Row(found.film, found.file, found.places, tmdb.SOURCE) if isinstance(found, Row) else found


def _sentence(error: ValueError) -> str:
    match error:
        case UnicodeDecodeError(start=int(start)):
            return f"is not UTF-8 at byte {start + 1}; save the file as UTF-8"
        case json.JSONDecodeError(msg=reason, colno=column):
            return f'is not JSON at column {column}: {_reason(reason)}; write one film a line, such as {{"title": "…"}}'
        case _ConstantError():
            return f"holds {error}, which is no number; write a number or leave the field out"
        case _:
            return "holds a number that is too long; write a shorter one"


def _reason(reason: str) -> str:
    """What the JSON parser misses, without its jargon."""
    reasons = {
        "Expecting value": "a value is missing",
        "Expecting ',' delimiter": "a comma or closing bracket is missing",
        "Expecting ':' delimiter": "a colon is missing",
        "Expecting property name enclosed in double quotes": "a field's name in double quotes is missing",
        "Illegal trailing comma before end of object": "a comma too many",
        "Illegal trailing comma before end of array": "a comma too many",
        "Unterminated string starting at": "text that is never closed",
        "Extra data": "more after the end of the film",
    }
    if "control character" in reason:
        return "a control character such as a tab stands in a text"
    return reasons.get(reason, "an escape that JSON does not know" if "escape" in reason else reason.lower())


class _ConstantError(ValueError):
    """NaN or Infinity, which Python's JSON reads and JSON does not have."""


class _Decoder:
    """Reads JSON and keeps which keys stood twice in one object."""

    def __init__(self) -> None:
        self.twice: list[str] = []
        self._decoder = json.JSONDecoder(object_pairs_hook=self._object, parse_constant=self._constant)

    def read(self, text: str) -> Any:
        """The value of a JSON text. Raises ValueError or RecursionError."""
        self.twice.clear()
        return self._decoder.decode(text)

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        members = dict(pairs)
        if len(members) != len(pairs):
            seen: set[str] = set()
            self.twice += [key for key, _ in pairs if key in seen or seen.add(key)]  # type: ignore[func-returns-value]
            del self.twice[20:]
        return members

    @staticmethod
    def _constant(name: str) -> Any:
        raise _ConstantError(name)
