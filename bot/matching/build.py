"""Building the columns of a `Shelf` from entries: one pass over the names, then sorting with numpy."""

from array import array
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.matching.forms import forms_of, texts_of
from bot.matching.normal import normal
from bot.matching.shelf import COLUMNS, GRAMS, LETTER, LETTERS, STEM, Shelf, hashed, shorter, stem

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.matching.find import Entry

CHUNK = 100_000
"""Rows whose grams are sorted at once; it bounds the memory of a build."""


def shelve(entries: Iterable["Entry"]) -> Shelf:
    """The entries as columns; an entry with a key that came before is left out."""
    a: dict[str, Any] = {name: bytearray() if kind == "B" else array(kind) for name, kind in COLUMNS.items()}
    for name in ("people_at", "text_at", "name_at", "first"):
        a[name].append(0)
    plains, stems, chunks, seen, row = bytearray(b" "), bytearray(), [], set[int](), 0
    vocabulary = set[str]()
    owner, size, texts, text_at, named, name_at = (
        a[c] for c in ("owner", "size", "text", "text_at", "name", "name_at")
    )
    equal, equal_row, near, near_row = (a[c] for c in ("equal_hash", "equal_row", "near_hash", "near_row"))
    for entry in entries:
        if entry.key in seen:
            continue
        seen.add(entry.key)
        a["keys"].append(entry.key)
        a["years"].append(entry.year if entry.year and 0 < entry.year < 65536 else 0)
        a["popularity"].append(entry.popularity)
        a["people"] += " ".join([normal(name) for name in entry.people]).encode()
        a["people_at"].append(len(a["people"]))
        for name, text in texts_of(entry.names):
            owner.append(len(a["keys"]) - 1)
            texts += text.encode()
            text_at.append(len(texts))
            named += name.encode("utf-8", "replace")
            name_at.append(len(named))
            keys, short, words = forms_of(text)
            size.append(min(255, len(words)))
            vocabulary.update(words.split())
            plains += words.encode() + b"  "
            stems += stem(text).encode().ljust(STEM)
            equal.extend(map(hashed, keys))
            equal_row.extend([row] * len(keys))
            less = {one for k in short for one in shorter(k)}
            near.extend(map(hashed, less))
            near_row.extend([row] * len(less))
            row += 1
            if row % CHUNK == 0:
                chunks.append(_grams(plains, row - CHUNK))
                plains = bytearray(b" ")
        a["first"].append(row)
    chunks.append(_grams(plains, row - row % CHUNK))
    for name in ("equal", "near"):
        _sort(a, name + "_hash", name + "_row")
    a["words"] = array("I", sorted(map(hashed, vocabulary)))
    a["by_key"] = np.argsort(np.frombuffer(a["keys"], np.int64), kind="stable").astype(np.uint32)
    a["order"] = _alphabetical(stems)
    popularity = np.frombuffer(a["popularity"], np.float32) if row else np.empty(0, np.float32)
    owners = np.frombuffer(a["owner"], np.uint32) if row else np.empty(0, np.uint32)
    a["fame"] = (0.2 * np.log1p(popularity[owners[a["order"]]])).astype(np.float32)
    a["gram_at"], a["gram_row"] = _merged(chunks)
    return Shelf({name: memoryview(bytes(a.pop(name))).cast(kind) for name, kind in COLUMNS.items()})  # type: ignore[call-overload]


def _sort(a: dict[str, Any], by: str, along: str) -> None:
    hashes = np.frombuffer(a[by], np.uint32) if len(a[by]) else np.empty(0, np.uint32)
    order = np.argsort(hashes, kind="stable")
    rows = np.frombuffer(a[along], np.uint32) if len(a[along]) else np.empty(0, np.uint32)
    a[by], a[along] = hashes[order], rows[order]


def _alphabetical(stems: bytearray) -> "NDArray[np.uint32]":
    heads = np.frombuffer(bytes(stems), ">u8").reshape(-1, STEM // 8)
    return np.lexsort([heads[:, at] for at in reversed(range(STEM // 8))]).astype(np.uint32)


def _grams(plains: bytearray, first: int) -> "NDArray[np.uint64]":
    """Gram and row of every row of a chunk (its plain words, each between two spaces), sorted by gram."""
    letters = np.frombuffer(LETTER, np.uint8)[np.frombuffer(bytes(plains), np.uint8)].astype(np.uint32)
    if len(letters) < 3:
        return np.empty(0, np.uint64)
    size = len(LETTERS)
    codes = (letters[:-2] * size + letters[1:-1]) * size + letters[2:]
    ends = (letters[:-1] == 0) & (letters[1:] == 0)  # two spaces: the next row
    rows = np.concatenate([[0], np.cumsum(ends)])[: len(codes)]
    inside = ~(ends[: len(codes)] | ends[1 : len(codes) + 1])
    pairs = codes[inside].astype(np.uint64) << np.uint64(32) | (rows[inside] + first).astype(np.uint64)
    pairs.sort()
    new = np.ones(len(pairs), np.bool_)
    new[1:] = pairs[1:] != pairs[:-1]
    return np.asarray(pairs[new])


def _merged(chunks: list["NDArray[np.uint64]"]) -> tuple["NDArray[np.uint32]", "NDArray[np.uint32]"]:
    """Where each gram's rows begin, and the rows: the chunks put together without sorting all at once."""
    counts = [np.bincount((c >> np.uint64(32)).astype(np.int64), minlength=GRAMS) for c in chunks]
    at = np.concatenate([[0], np.cumsum(np.sum(counts, axis=0))]).astype(np.uint32)
    rows = np.empty(int(at[-1]), np.uint32)
    filled = at[:-1].astype(np.int64)
    while chunks:
        chunk, count = chunks.pop(0), counts.pop(0)
        shift = filled - np.concatenate([[0], np.cumsum(count)[:-1]])
        rows[np.arange(len(chunk)) + np.repeat(shift, count)] = chunk.astype(np.uint32)
        filled += count
    return at, rows
