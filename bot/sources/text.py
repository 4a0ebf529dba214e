"""Text files as bytes, line by line: unpacked when gzipped, bounded, counted, and told from what is no text."""

import gzip
import io
import stat
import zlib
from pathlib import Path
from types import TracebackType
from typing import Self

from bot.errors import SourceError

_MAX_RATIO, _RATIO_FROM = 400, 64 << 20
"""A gzip file that unpacks to more than 400 times its size (and to over 64 MB) is a bomb; films pack to a tenth."""
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_BUFFER = 1 << 16


class BrokenError(Exception):
    """The file cannot be read on from here; the message says why, in words that follow the file's name."""


class Text:
    """A file open for reading. `line` counts the lines read, `taken` the bytes on disk they came from, out of `size`.

    Raises SourceError when the file cannot be opened; reading raises BrokenError when it cannot go on.
    """

    def __init__(self, path: Path) -> None:
        self.file = str(path)
        self.line = 0
        try:
            self._disk = path.open("rb")
            found = path.stat()
            if stat.S_ISDIR(found.st_mode):
                raise IsADirectoryError
        except (OSError, ValueError) as error:
            raise SourceError(f"{self.file} {cause(error)}") from error
        self.size = found.st_size
        self._unpacked = 0
        self._packed = False
        self._body: io.BufferedReader = self._disk
        self._started = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._body.close()
        self._disk.close()

    @property
    def taken(self) -> int:
        """Bytes read on disk: packed ones when the file is gzipped."""
        return self._disk.tell()

    def start(self) -> bytes:
        """The first bytes of the text after a byte order mark, still to be read. Raises BrokenError when it is no text."""
        try:
            if not self._started and self._disk.peek(2)[:2] == b"\x1f\x8b":
                self._packed = True
                self._body = io.BufferedReader(gzip.GzipFile(fileobj=self._disk), _BUFFER)
            head = self._body.peek(_BUFFER)
            if not self._started and head.startswith(_BYTE_ORDER_MARK):
                self._body.read(len(_BYTE_ORDER_MARK))
                head = self._body.peek(_BUFFER)
        except (OSError, EOFError, zlib.error) as error:
            raise BrokenError(self._why(error)) from error
        self._started = True
        if head.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise BrokenError("is saved as UTF-16; save it as UTF-8")
        if b"\0" in head[:8192]:
            raise BrokenError("is no text file; films are read from YAML, JSON Lines and gzipped JSON Lines")
        return head

    def readline(self, limit: int) -> bytes:
        """The next line with its end, at most `limit` bytes of it; b"" at the end of the file."""
        try:
            piece = self._body.readline(limit)
        except (OSError, EOFError, zlib.error) as error:
            raise BrokenError(self._why(error)) from error
        if piece.endswith(b"\n") or len(piece) < limit:
            self.line += bool(piece)
        if self._packed:
            self._unpacked += len(piece)
            if self._unpacked > _RATIO_FROM and self._unpacked > _MAX_RATIO * max(self.taken, 1):
                raise BrokenError(
                    f"unpacks to more than {_MAX_RATIO} times its size and is no file of films; nothing more is read"
                )
        return piece

    def _why(self, error: Exception) -> str:
        if self._packed and isinstance(error, EOFError):
            return "ends in the middle; the gzipped file was cut off, so copy it again"
        if self._packed and isinstance(error, (gzip.BadGzipFile, zlib.error)):
            return "is damaged from here on: it cannot be unpacked, so copy it again"
        return cause(error)


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
