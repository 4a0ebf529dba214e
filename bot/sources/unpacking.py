"""Gzipped bytes, unpacked as far as they go: all that comes before a fault is read before the fault is raised."""

import io
import zlib
from typing import BinaryIO

from typing_extensions import Buffer

_BLOCK = 1 << 16
_GZIP = 16 + zlib.MAX_WBITS
MAGIC = b"\x1f\x8b"
"""How gzipped bytes begin."""


class Unpacked(io.RawIOBase):
    """The bytes packed in a gzip file of one or more members.

    Reading raises EOFError where the file was cut off and zlib.error where it is damaged. (Python's own gzip module
    raises these before it hands out what it has unpacked.)
    """

    def __init__(self, packed: BinaryIO) -> None:
        self._packed = packed
        self._waiting = b""
        self._member = zlib.decompressobj(_GZIP)

    def readable(self) -> bool:
        """True: it can be read, and nothing else."""
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        """Unpack into a buffer; how many bytes came, 0 at the end."""
        view = memoryview(buffer).cast("B")
        while True:
            if self._member.eof and not self._next_member():
                return 0
            block = self._waiting or self._packed.read(_BLOCK)
            unpacked = self._member.decompress(block, len(view))
            self._waiting = self._member.unused_data if self._member.eof else self._member.unconsumed_tail
            if unpacked:
                view[: len(unpacked)] = unpacked
                return len(unpacked)
            if not block and not self._member.eof:
                raise EOFError

    def _next_member(self) -> bool:
        """Begin the next member; whether there is one. Zeros between and after members are padding."""
        while not (rest := self._waiting.lstrip(b"\0")):
            self._waiting = self._packed.read(_BLOCK)
            if not self._waiting:
                return False
        self._waiting = rest
        self._member = zlib.decompressobj(_GZIP)
        return True
