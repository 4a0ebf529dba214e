"""The records of a CSV file, read in constant memory: a bad one is told and harms no other."""

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from bot.sources.problem import Problem
from bot.sources.text import Text

MAX_LINE, MAX_LINES = 1 << 20, 200
"""The bytes of a line, and the lines of a record: a quotation mark that is never closed takes no more with it."""

_DELIMITERS = ",;\t|"
_SENTENCES = {
    "unexpected end of data": "opens a quotation mark that is never closed; close it, and double those within a text",
    "field larger": "opens a quotation mark that is never closed; close it, and double those within a text",
    "expected after": "has text after a closing quotation mark; double the marks that stand within a text",
    "new-line character": "has a line's end of an old Mac in it; save the file with the line ends of today",
}


@dataclass(frozen=True, slots=True)
class Record:
    """The values of one record, and the line on which it starts."""

    line: int
    values: list[str]


def records(text: Text) -> Iterator[Record | Problem]:
    """Every record that is not empty, the header among them, and what cannot be read.

    Values are told apart by the comma, semicolon, tab or bar that stands most often in the first line.
    """
    lines = _Lines(text)
    reader = csv.reader(lines, delimiter=_delimiter(text.start()), strict=True)
    while True:
        lines.begin()
        try:
            values = next(reader)
        except StopIteration:
            return
        except _NoLineError as error:
            yield Problem(text.file, error.line, "", str(error))
        except csv.Error as error:
            yield Problem(text.file, lines.first, "", _sentence(error))
            lines.again()
        else:
            values = [value.strip() for value in values]
            if any(values):
                yield Record(lines.first, values)


def _delimiter(head: bytes) -> str:
    first = head.lstrip().split(b"\n", 1)[0].decode(errors="replace")
    if first.startswith("sep=") and len(first.strip()) == 5:  # Excel's way to say it
        return first[4]
    return max(_DELIMITERS, key=first.count)


def _sentence(error: csv.Error) -> str:
    said = str(error)
    return next((words for sign, words in _SENTENCES.items() if sign in said), f"cannot be read as CSV: {said}")


class _NoLineError(Exception):
    def __init__(self, line: int, sentence: str) -> None:
        super().__init__(sentence)
        self.line = line


class _Lines:
    """The lines of a file as `csv` takes them, those of the record at hand kept to be read again."""

    def __init__(self, text: Text) -> None:
        self.first = 0
        """The line on which the record at hand starts."""
        self._text = text
        self._taken: list[tuple[int, str]] = []
        self._waiting: deque[tuple[int, str]] = deque()

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        if len(self._taken) >= MAX_LINES:
            raise csv.Error("unexpected end of data")
        number, line = self._waiting.popleft() if self._waiting else self._read()
        self.first = self.first or number
        self._taken.append((number, line))
        return line

    def begin(self) -> None:
        """A record is complete: the next line begins another."""
        self.first = 0
        self._taken.clear()

    def again(self) -> None:
        """Read the lines after the first of this record anew: each may be a record of its own."""
        self._waiting.extendleft(reversed(self._taken[1:]))

    def _read(self) -> tuple[int, str]:
        line = self._text.readline(MAX_LINE)
        if not line:
            raise StopIteration
        number = self._text.line
        if len(line) >= MAX_LINE and not line.endswith(b"\n"):
            number = self._text.skip_line(line)
            raise _NoLineError(number, f"is over {MAX_LINE >> 20} MB long; write one film a line")
        if b"\0" in line:
            raise _NoLineError(number, "holds the control character U+0000; delete it")
        try:
            return number, line.decode()
        except UnicodeDecodeError as error:
            sentence = f"is not UTF-8 at byte {error.start + 1}; save the file as UTF-8"
            raise _NoLineError(number, sentence) from None
