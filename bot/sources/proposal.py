"""Changes that wait for a yes, as a file that goes with the message asking: it outlives a restart of the bot."""

import gzip
import json
from collections.abc import Sequence

from bot.knowledge.changes import Change
from bot.knowledge.film import stored

PACKED_FROM = 100_000
"""Bytes from which the file is gzipped."""

NAME = "changes.jsonl"


def written(changes: Sequence[Change]) -> bytes:
    """The changes, one a line as JSON with id, version and film; gzipped when there are many."""
    rows = (
        {"id": change.id, "version": change.version, "film": change.film.document() if change.film else None}
        for change in changes
    )
    content = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
    return gzip.compress(content, 6, mtime=0) if len(content) > PACKED_FROM else content


def read(content: bytes) -> tuple[Change, ...]:
    """The changes of a file that was written so."""
    plain = gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content
    return tuple(map(_change, plain.decode().split("\n")[:-1]))


def _change(line: str) -> Change:
    row = json.loads(line)
    film = row["film"]
    return Change(stored(json.dumps(film)) if film else None, row["id"], row["version"])
