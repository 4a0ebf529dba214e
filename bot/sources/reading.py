"""Any file of films, told by its content where its name does not say it."""

import re
from collections.abc import Iterator
from pathlib import Path

from bot.sources.endings import CSV_ENDINGS, JSON_LINES_ENDINGS, PAGE_ENDINGS, WIKITEXT_ENDINGS, YAML_ENDINGS
from bot.sources.problem import Problem, Refusal, Row
from bot.sources.selection import EVERYTHING, Selection
from bot.sources.text import BrokenError, Text

INFOBOX = b"{{infobox film"
"""What is in the first lines of an article on a film."""
WIKIDATA = (re.compile(rb'"type":\s*"item"'), re.compile(rb'"labels":\s*[{\[]'))
"""What is in the first lines of entities."""

_YAML = re.compile(rb"(?:#[^\n]*\n\s*)*(?:---|\.\.\.|- |%|[\[&!]|[a-z_]+\s*:(?:\s|$)|$)")
"""How a file of films in YAML begins, comments aside: a field, an item or a mark of YAML's."""


def read(path: Path, selection: Selection = EVERYTHING) -> Iterator[Row | Problem]:
    """Every film of a file with its place, and every problem. Raises SourceError when the file cannot be opened."""
    with Text.open(path) as text:
        for found in films(text, selection):
            if isinstance(found, Row):
                yield found
            else:
                yield from found


def films(text: Text, selection: Selection = EVERYTHING) -> Iterator[Row | Refusal]:
    """Every film of an open file with its place, or what is wrong with it, in the order of the file."""
    try:
        yield from _reader(text, selection)
    except BrokenError as error:
        yield (Problem(text.file, text.line + 1 if text.line else 0, "", str(error)),)


def is_page(text: Text) -> bool:
    """Whether an open file is a page of prose. Raises BrokenError when it is no text."""
    head, ending = text.start(), _ending(text)
    if ending in PAGE_ENDINGS:
        return True
    if ending in YAML_ENDINGS | JSON_LINES_ENDINGS | CSV_ENDINGS | WIKITEXT_ENDINGS or INFOBOX in head.lower():
        return False
    from bot.sources.csv_reader import is_csv

    return not (head.lstrip()[:1] in (b"{", b"[") or is_csv(head) or _YAML.match(head.lstrip()))


def _ending(text: Text) -> str:
    return Path(text.file.removesuffix(".gz")).suffix.lower()


def _reader(text: Text, selection: Selection) -> Iterator[Row | Refusal]:
    """The films as the format of the file has them; what reads a format is loaded when a file has it."""
    head = text.start()
    ending = _ending(text)
    if ending in YAML_ENDINGS:
        return _read_yaml(text)
    if ending in WIKITEXT_ENDINGS or INFOBOX in head.lower():
        from bot.sources.infobox import read_article

        return read_article(text)
    if ending not in CSV_ENDINGS and (ending in JSON_LINES_ENDINGS or head.lstrip()[:1] in (b"{", b"[")):
        if all(mark.search(head) for mark in WIKIDATA):
            from bot.sources.wikidata import read_wikidata

            return read_wikidata(text, selection)
        from bot.sources.json_lines import read_json_lines

        return read_json_lines(text, selection)
    from bot.sources.csv_reader import is_csv, read_csv

    if ending in CSV_ENDINGS or is_csv(head):
        return read_csv(text, selection)
    if is_page(text):
        from bot.sources.prose_page import read_prose_page

        return read_prose_page(text)
    return _read_yaml(text)


def _read_yaml(text: Text) -> Iterator[Row | Refusal]:
    from bot.sources.yaml_reader import read_yaml

    return read_yaml(text)
