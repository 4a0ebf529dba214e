"""Text files as bytes, line by line: unpacked when gzipped, bounded, counted, and told from what is no text."""

import io
import stat
import zlib
from pathlib import Path
from types import TracebackType
from typing import Self, cast

from bot.errors import SourceError
from bot.sources.unpacking import MAGIC, Unpacked

_MAX_RATIO, _RATIO_FROM = 400, 64 << 20
"""A gzip file that unpacks to more than 400 times its size (and to over 64 MB) is a bomb; films pack to a tenth."""
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_BUFFER = 1 << 16
_FAULTS = (OSError, EOFError, zlib.error)


class BrokenError(Exception):
    """The file cannot be read on from here; the message says why, in words that follow the file's name."""


class Text:
    """A file being read. `line` counts the lines read, `taken` the bytes of the file they came from, out of `size`.

    Reading raises BrokenError when it cannot go on.
    """

    def __init__(self, file: str, content: io.BufferedReader, size: int) -> None:
        self.file = file
        self.line = 0
        self.size = size
        self.done = 0
        """So many films of the file were taken in before, by an import that was interrupted."""
        self.films = 0
        """Films that were come upon."""
        self._disk = content
        self._body = content
        self._unpacked = 0
        self._packed = False
        self._started = False
        self._fault: Exception | None = None

    @classmethod
    def open(cls, path: Path) -> Self:
        """The file of this path. Raises SourceError when it cannot be opened."""
        try:
            found = path.stat()
            if stat.S_ISDIR(found.st_mode):
                raise IsADirectoryError
            return cls(shown_path(path), path.open("rb"), found.st_size)
        except (OSError, ValueError) as error:
            raise SourceError(f"{shown_path(path)} {cause(error)}") from error

    @classmethod
    def of(cls, file: str, content: bytes) -> Self:
        """A file whose bytes are at hand, under the name its problems are told with."""
        return cls(file, io.BufferedReader(cast(io.RawIOBase, io.BytesIO(content))), len(content))

    def rewind(self) -> None:
        """Begin again at the beginning."""
        self._disk.seek(0)
        self._body, self._packed, self._started = self._disk, False, False
        self.line = self._unpacked = 0
        self._fault = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._body.close()
        self._disk.close()

    @property
    def taken(self) -> int:
        """Bytes read on disk: packed ones when the file is gzipped."""
        return self._disk.tell()

    def pass_over(self) -> bool:
        """Count the film that comes next; whether it was taken in before, so that it need not be read."""
        self.films += 1
        return self.films <= self.done

    def start(self) -> bytes:
        """The first bytes, a byte order mark left out, still to be read. Raises BrokenError when they are no text."""
        try:
            if not self._started and self._disk.peek(2)[:2] == MAGIC:
                self._packed = True
                self._body = io.BufferedReader(Unpacked(self._disk), _BUFFER)
            head = self._body.peek(_BUFFER)
            if not self._started and head.startswith(_BYTE_ORDER_MARK):
                self._body.read(len(_BYTE_ORDER_MARK))
                head = self._body.peek(_BUFFER)
        except _FAULTS as error:
            raise BrokenError(self._why(error)) from error
        self._started = True
        if head.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise BrokenError("is saved as UTF-16; save it as UTF-8")
        if b"\0" in head[:8192]:
            raise BrokenError("is no text file; see filmbot import --help for what is read")
        return head

    def readline(self, limit: int) -> bytes:
        """The next line with its end, at most `limit` bytes of it; b"" at the end of the file."""
        try:
            piece = self._body.readline(limit)
        except _FAULTS as error:
            raise BrokenError(self._why(error)) from error
        if piece.endswith(b"\n") or len(piece) < limit:
            self.line += bool(piece)
        self._count(len(piece))
        return piece

    def skip_line(self, piece: bytes) -> int:
        """The number of the line a piece of which was read, after reading it to its end."""
        number = self.line + 1
        while piece and not piece.endswith(b"\n"):
            piece = self.readline(_BUFFER)
        self.line = number
        return number

    def read(self) -> bytes:
        """The next lines, many at a time, with their ends; overlong ones in pieces. b"" at the end of the file."""
        piece = b""
        try:
            if self._fault:
                raise self._fault
            piece = self._body.read1(_BUFFER)
            if piece and not piece.endswith(b"\n"):
                piece += self._body.readline(_BUFFER)
        except _FAULTS as error:
            self._fault = error
            if not piece:
                raise BrokenError(self._why(error)) from error
        self.line += piece.count(b"\n")
        self._count(len(piece))
        return piece

    def _count(self, unpacked: int) -> None:
        self._unpacked += unpacked
        if self._packed and self._unpacked > max(_RATIO_FROM, _MAX_RATIO * self.taken):
            sentence = (
                f"unpacks to more than {_MAX_RATIO} times its size, so it is no file of films; the rest is not read"
            )
            raise BrokenError(sentence)

    def _why(self, error: Exception) -> str:
        if self._packed and isinstance(error, EOFError):
            return "ends in the middle; the gzipped file was cut off, so copy it again"
        if self._packed and isinstance(error, zlib.error):
            return "is damaged from here on: it cannot be unpacked, so copy it again"
        return cause(error)


def shown_path(path: Path) -> str:
    """The path as it can be printed: what cannot be is written as an escape."""
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in str(path))


def cause(error: Exception) -> str:
    """Why a file cannot be opened, read or written, in words that follow its name."""
    match error:
        case FileNotFoundError():
            return "is not there; check the name"
        case PermissionError():
            return "may not be opened; check its permissions"
        case IsADirectoryError():
            return "is a folder; name a file"
        case NotADirectoryError():
            return "is no folder; check the name"
        case OSError(strerror=str(reason)):
            return f"cannot be used: {reason.lower()}"
        case _:
            return "cannot be used; check the name"
