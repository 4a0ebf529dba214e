"""Writing films to files, whole or not at all."""

import gzip
import os
from collections.abc import AsyncIterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from bot.errors import SourceError
from bot.knowledge.film import Film
from bot.sources.endings import JSON_LINES_ENDINGS, YAML_ENDINGS
from bot.sources.json_lines import json_line
from bot.sources.text import cause
from bot.sources.yaml_writer import yaml_document


async def export_file(path: Path, films: AsyncIterable[Film]) -> int:
    """Write films to a file and say how many: YAML when its name ends so, else JSON Lines, gzipped for a name in .gz.

    A file that was there is replaced when all is written, and stays as it was when that fails. Raises SourceError, also
    for a name that ends as that of another format does.
    """
    packs = path.suffix.lower() == ".gz"
    ending = (Path(path.stem) if packs else path).suffix.lower()
    if ending not in YAML_ENDINGS | JSON_LINES_ENDINGS | {".json", ""}:
        wanted = "name a file that ends in .jsonl, .jsonl.gz or .yaml"
        raise SourceError(f"{path} cannot be written: films are exported as JSON Lines or YAML; {wanted}.")
    if not path.parent.is_dir():
        raise SourceError(
            f"{path} cannot be written: there is no folder {path.parent}; make it first, or name another."
        )
    try:
        with _replacing(path) as file:
            if not packs:
                return await export(file, films, yaml=ending in YAML_ENDINGS)
            with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as packed:
                return await export(cast(BinaryIO, packed), films, yaml=ending in YAML_ENDINGS)
    except OSError as error:
        raise SourceError(f"{path} {cause(error)}") from error


async def export(file: BinaryIO, films: AsyncIterable[Film], *, yaml: bool = False) -> int:
    """Write films as JSON Lines, or as one YAML document each, and say how many."""
    count = 0
    async for film in films:
        text = f"---\n{yaml_document(film)}" if yaml else f"{json_line(film)}\n"
        file.write(text.encode())
        count += 1
    return count


@contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write to that takes the place of `path` when the body ends without an error."""
    if path.is_dir():
        raise IsADirectoryError
    if path.exists() and not path.is_file():  # a pipe or a device takes the bytes as they come
        with path.open("wb") as file:
            yield file
        return
    place = path.resolve()
    draft = place.with_name(f".{place.name}.{os.getpid()}")
    try:
        with draft.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if place.exists():
            draft.chmod(place.stat().st_mode)
        draft.replace(place)
    finally:
        draft.unlink(missing_ok=True)
