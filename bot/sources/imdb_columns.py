"""IMDb's daily tables: tab-separated, sorted by the title's id, one column's name and another's told by the header."""

from collections.abc import Iterator, Mapping, Sequence

from bot.sources.text import BrokenError, Text

ABSENT = b"\\N"
"""What stands where a value is not known."""

UNSORTED = "is not sorted by its first column as IMDb's tables are; download it anew"

KINDS: Mapping[str, frozenset[bytes]] = {
    "title.basics": frozenset({b"tconst", b"titleType", b"primaryTitle"}),
    "title.akas": frozenset({b"titleId", b"title", b"ordering"}),
    "title.crew": frozenset({b"tconst", b"directors", b"writers"}),
    "title.principals": frozenset({b"tconst", b"nconst", b"category"}),
    "title.ratings": frozenset({b"tconst", b"numVotes"}),
    "name.basics": frozenset({b"nconst", b"primaryName"}),
}
"""The tables, each with columns that no other has together."""


def kind_of(head: bytes) -> str | None:
    """Which table a file that begins so is, None when it is none."""
    columns = frozenset(_columns(head.split(b"\n", 1)[0]))
    return next((kind for kind, asked in KINDS.items() if asked <= columns), None)


class Table:
    """One table, read once from its beginning to its end, in blocks; cells of a row are picked by their columns' names.

    Reading raises BrokenError, its message about this file, when the table cannot be read on or is not sorted.
    """

    def __init__(self, text: Text, wanted: Sequence[str]) -> None:
        self.text = text
        self.line = 1
        """The line of the row that `rows` gave last."""
        header = _columns(text.readline(1 << 16))
        missing = [name for name in wanted if name.encode() not in header]
        if missing:
            raise BrokenError(f"has no column {missing[0]}; download it anew")
        self._places = [header.index(name.encode()) for name in wanted]
        self._width = max(self._places) + 1
        self._lines = self._read()
        self._line = next(self._lines, b"")

    def rows(self) -> Iterator[list[bytes]]:
        """Every row, its wanted cells in their order; none of a row that is cut short."""
        places, width = self._places, self._width
        while self._line:
            self.line += 1
            cells = self._line.rstrip(b"\r").split(b"\t")
            yield [cells[place] for place in places] if len(cells) >= width else []
            self._line = next(self._lines, b"")

    def of(self, key: bytes) -> list[list[bytes]]:
        """The rows whose first cell is this key. Keys are asked for in the order of the table, so none comes twice."""
        prefix, line, lines = key + b"\t", self._line, self._lines
        while line and line < prefix:
            line = next(lines, b"")
        found = []
        while line.startswith(prefix):
            found.append(line.rstrip(b"\r").split(b"\t"))
            line = next(lines, b"")
        self._line = line
        return [[cells[place] for place in self._places] for cells in found if len(cells) >= self._width]

    def _read(self) -> Iterator[bytes]:
        last = held = b""
        while block := self.text.read():
            *lines, held = (held + block).split(b"\n")  # what is cut off in the middle of a line is no row
            if lines and lines[0] < last:
                raise BrokenError(UNSORTED)
            last = lines[0].split(b"\t", 1)[0] if lines else last
            yield from filter(None, lines)
        if held:
            yield held


def _columns(line: bytes) -> list[bytes]:
    return line.strip().split(b"\t")
