"""YAML files: one film, several documents of one film each, or a list of films."""

import re
from collections.abc import Iterator

from bot.sources.problem import Problem, Refusal, Row
from bot.sources.text import Text
from bot.sources.validation import film_or_problems
from bot.sources.yaml_events import UnreadableError, Value, values

MAX_FILM_BYTES = 1 << 20
"""The YAML of one film is at most so long; a real film's takes a few thousand bytes."""

_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_CONTROLS = bytes(code for code in range(128) if _CONTROL.match(bytes([code])))
_TAB = re.compile(rb"^ *\t+ *[^\s]", re.MULTILINE)
_MARKER = re.compile(rb"^(?:---|\.\.\.)(?=\s)|^(?:---|\.\.\.)\Z", re.MULTILINE)
_CONTENT = re.compile(rb"^\s*[^\s#%]", re.MULTILINE)


def read_yaml(text: Text) -> Iterator[Row | Refusal]:
    """The films of a YAML file, and what is wrong with those that cannot be read; the rest is read all the same."""
    documents = _Documents(text)
    anything = False
    while document := documents.next():
        try:
            for value in values(document):
                if value.plain is not None:
                    anything = True
                    if not text.pass_over():
                        yield _film(value, text.file)
        except UnreadableError as error:
            anything = True
            line, sentence = min(error.line, documents.last_line), error.text
            if document.tab_line and document.tab_line <= line:
                line, sentence = document.tab_line, "is indented with a tab; indent with spaces"
            yield (Problem(text.file, line, "", sentence),)
            document.skip()
    if not anything:
        yield (Problem(text.file, 0, "", "holds no film; write at least a title, such as title: The Sessions"),)


def _film(value: Value, file: str) -> Row | Refusal:
    found = film_or_problems(value.plain, value.places, file)
    twice = tuple(Problem(file, *wrong) for wrong in value.wrong)
    if isinstance(found, Row):
        return twice or found
    return tuple(sorted(twice + found, key=lambda problem: problem.line))


class _Documents:
    """The documents of a YAML file, told apart by their `---` lines, so that a bad one harms no other."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.line = 1
        """The line on which the piece that comes next begins."""
        self._piece = b""
        self._at_line_start = True

    @property
    def last_line(self) -> int:
        """The last line that was taken."""
        return self.line - self._at_line_start

    def next(self) -> "_Document | None":
        """The next document, None when there is no more. The one before must have been read to its end or skipped."""
        self._piece = self._piece or self.text.read()
        return _Document(self) if self._piece else None

    def take(self, has_content: bool) -> tuple[bytes, bool]:
        """The next piece of a document, and whether it is the last one.

        A `---` ends a document that has content, `...` ends any.
        """
        piece = self._piece or self.text.read()
        end, last = len(piece), not piece
        for marker in _MARKER.finditer(piece) if b"---" in piece or b"..." in piece else ():
            if marker.start() == 0 and not self._at_line_start:
                continue
            if marker[0] == b"...":
                end, last = piece.find(b"\n", marker.end()) + 1 or len(piece), True
                break
            if has_content or _CONTENT.search(piece, 0, marker.start()):
                end, last = marker.start(), True
                break
            has_content = True
        taken, self._piece = piece[:end], piece[end:]
        self.line += taken.count(b"\n")
        if taken:
            self._at_line_start = taken.endswith(b"\n")
        return taken, last


class _Document:
    """One document as the YAML parser reads it: bounded, and checked for what the parser names no line for."""

    def __init__(self, documents: _Documents) -> None:
        self.first_line = documents.line
        self.tab_line = 0
        """The first line that is indented with a tab."""
        self._documents = documents
        self._ready = b""
        self._since_film = 0
        self._has_content, self._ended = False, False
        self._stopped: UnreadableError | None = None

    def read(self, size: int, /) -> bytes:
        """The next bytes, at most so many; b"" at the end of the document. Raises UnreadableError."""
        if not self._ready and not self._ended:
            self._ready = self._checked(*self._take())
        if not self._ready and self._stopped:
            raise self._stopped
        piece, self._ready = self._ready[:size], self._ready[size:]
        self._since_film += len(piece)
        if self._since_film > MAX_FILM_BYTES + 2 * size:
            sentence = (
                f"is part of a film of more than {MAX_FILM_BYTES >> 20} MB; films are far shorter, so this is none"
            )
            raise UnreadableError(self._documents.line, sentence)
        return piece

    def complete(self) -> None:
        """One film is complete: the bound counts anew."""
        self._since_film = 0

    def skip(self) -> None:
        """Pass over what is left of the document."""
        while not self._ended:
            self._take()

    def _take(self) -> tuple[bytes, int]:
        """The next piece of the document and the line on which it begins."""
        line = self._documents.line
        piece, self._ended = self._documents.take(self._has_content)
        if not self._has_content:
            self._has_content = bool(_CONTENT.search(piece))
        return piece, line

    def _checked(self, piece: bytes, line: int) -> bytes:
        """The piece up to the first line that no YAML parser takes."""
        if not self.tab_line and b"\t" in piece and (tab := _TAB.search(piece)):
            self.tab_line = line + piece.count(b"\n", 0, tab.start())
        end, sentence = len(piece), ""
        if len(piece) != len(piece.translate(None, _CONTROLS)) and (control := _CONTROL.search(piece)):
            end, sentence = control.start(), f"holds the control character U+{control[0][0]:04X}; delete it"
        try:
            piece[:end].decode()
        except UnicodeDecodeError as error:
            end, sentence = error.start, "is not UTF-8; save the file as UTF-8"
        if not sentence:
            return piece
        self._stopped = UnreadableError(line + piece.count(b"\n", 0, end), sentence)
        self._ended = True
        return piece[: piece.rfind(b"\n", 0, end) + 1]
