"""Any file of films, told by its content where its name does not say it."""

from collections.abc import Iterator
from pathlib import Path

from bot.sources.endings import JSON_LINES_ENDINGS, YAML_ENDINGS
from bot.sources.json_lines import read_json_lines
from bot.sources.problem import Problem, Refusal, Row
from bot.sources.text import BrokenError, Text
from bot.sources.yaml_reader import read_yaml


def read(path: Path) -> Iterator[Row | Problem]:
    """Every film of a file with its place, and every problem. Raises SourceError when the file cannot be opened."""
    with Text.open(path) as text:
        for found in films(text):
            if isinstance(found, Row):
                yield found
            else:
                yield from found


def films(text: Text) -> Iterator[Row | Refusal]:
    """Every film of an open file with its place, or what is wrong with it, in the order of the file."""
    try:
        yield from _reader(text)
    except BrokenError as error:
        yield (Problem(text.file, text.line + 1 if text.line else 0, "", str(error)),)


def _reader(text: Text) -> Iterator[Row | Refusal]:
    head = text.start()
    ending = Path(text.file.removesuffix(".gz")).suffix.lower()
    if ending in YAML_ENDINGS:
        return read_yaml(text)
    if ending in JSON_LINES_ENDINGS or head.lstrip()[:1] in (b"{", b"["):
        return read_json_lines(text)
    return read_yaml(text)
