"""YAML files: one film, several documents of one film each, or a list of films."""

import re
from collections.abc import Iterator

from bot.sources.problem import Problem, Refusal, Row
from bot.sources.text import Text
from bot.sources.validation import film_or_problems
from bot.sources.yaml_events import UnreadableError, Value, values

MAX_FILM_BYTES = 1 << 20
"""The YAML of one film is at most so long; a real film's takes a few thousand bytes."""

_PIECE = 1 << 16
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_TAB = re.compile(rb" *\t")
_MARKER = re.compile(rb"(---|\.\.\.)(?=\s|$)")
_CONTENT = re.compile(rb"\s*[^\s#%]")


def read_yaml(text: Text) -> Iterator[Row | Refusal]:
    """The films of a YAML file, and what is wrong with those that cannot be read; the rest is read all the same."""
    documents = _Documents(text)
    anything = False
    while document := documents.next():
        try:
            for value in values(document):
                if value.plain is not None:
                    anything = True
                    yield _film(value, text.file)
        except UnreadableError as error:
            anything = True
            sentence = error.text
            if document.tab_line and document.tab_line <= error.line:
                error.line, sentence = document.tab_line, "is indented with a tab; indent with spaces"
            yield (Problem(text.file, error.line, "", sentence),)
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
        self._kept = b""
        self._line_start = True
        self._ended = False

    def next(self) -> "_Document | None":
        """The next document, None when there is no more. The one before must have been read to its end or skipped."""
        if not self._kept:
            self._kept = self.piece()
        return _Document(self, self.text.line - self._kept.endswith(b"\n") + 1) if self._kept else None

    def piece(self) -> bytes:
        """The next line, or piece of an overlong one; b"" at the end of the file."""
        kept, self._kept = self._kept, b""
        return kept or self.text.readline(_PIECE)

    def keep(self, piece: bytes) -> None:
        """Give a piece back: it is the first of the next document."""
        self._kept = piece


class _Document:
    """One document as the YAML parser reads it: bounded, and without what YAML's own parser tells no line of."""

    def __init__(self, documents: _Documents, first_line: int) -> None:
        self.first_line = first_line
        self.tab_line = 0
        """The first line that is indented with a tab."""
        self._documents = documents
        self._buffer = b""
        self._since_film = 0
        self._at_line_start, self._has_content, self._ended = True, False, False
        self._stopped: UnreadableError | None = None

    def read(self, size: int, /) -> bytes:
        """The next bytes, at most so many; b"" at the end of the document. Raises UnreadableError."""
        gathered = [self._buffer]
        length = len(self._buffer)
        while length < size and not self._stopped and (piece := self._next()):
            gathered.append(piece)
            length += len(piece)
        whole = b"".join(gathered)
        if not whole and self._stopped:
            raise self._stopped
        self._buffer = whole[size:]
        self._since_film += min(size, length)
        if self._since_film > MAX_FILM_BYTES + 2 * size:
            raise UnreadableError(
                self.first_line if self._line() < self.first_line else self._line(),
                f"is part of a film of more than {MAX_FILM_BYTES >> 20} MB; films are far shorter, so this is none",
            )
        return whole[:size]

    def complete(self) -> None:
        """One film is complete: the bound counts anew."""
        self._since_film = 0

    def skip(self) -> None:
        """Pass over what is left of the document."""
        while self._next(check=False):
            pass

    def _line(self) -> int:
        return self._documents.text.line

    def _next(self, check: bool = True) -> bytes:
        """The next piece of this document; b"" at its end."""
        if self._ended:
            return b""
        piece = self._documents.piece()
        marker = _MARKER.match(piece) if self._at_line_start else None
        if marker and marker[1] == b"---" and self._has_content:
            self._documents.keep(piece)
            piece = b""
        elif marker:
            self._ended = marker[1] == b"..."
            self._has_content = True
        if not piece:
            self._ended = True
            return b""
        if self._at_line_start and not self._has_content:
            self._has_content = bool(_CONTENT.match(piece))
        whole_line = self._at_line_start and piece.endswith(b"\n")
        self._at_line_start = piece.endswith(b"\n")
        if check and self._refuses(piece, whole_line):
            return b""
        return piece

    def _refuses(self, piece: bytes, whole_line: bool) -> bool:
        line = self._line()
        if found := _CONTROL.search(piece):
            self._stopped = UnreadableError(line, f"holds the control character U+{found[0][0]:04X}; delete it")
        elif whole_line:
            if not self.tab_line and _TAB.match(piece) and piece.strip():
                self.tab_line = line
            try:
                piece.decode()
            except UnicodeDecodeError:
                self._stopped = UnreadableError(line, "is not UTF-8; save the file as UTF-8")
        return self._stopped is not None
