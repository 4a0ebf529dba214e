"""Entities of Wikidata as its dumps have them: JSON, one entity a line, between brackets and with commas or without."""

import json
from collections.abc import Iterator
from typing import Any

from bot.sources.numbered_names import NumberedNames
from bot.sources.problem import Problem, Refusal, Row
from bot.sources.selection import EVERYTHING, Selection
from bot.sources.text import Text
from bot.sources.validation import film_or_problems
from bot.sources.wikidata_claims import item_of
from bot.sources.wikidata_film import SOURCE, fields_of, is_adult, is_film, iso_code, name

MAX_LINE = 32 << 20
"""The bytes of an entity; the longest, such as those of large countries, take a few million."""

_TOO_LARGE = f"is over {MAX_LINE >> 20} MB long; write one entity a line"


def read_wikidata(text: Text, selection: Selection = EVERYTHING) -> Iterator[Row | Refusal]:
    """The films among the entities; what is wrong with a line that holds none.

    An entity refers to others by their ids alone: a first reading of the file notes what each is called, a second
    makes the films. What is not in the file has no name, and is left out.
    """
    labels, codes = NumberedNames(), NumberedNames()
    for entity in _entities(text):
        if isinstance(entity, dict) and (number := item_of(entity.get("id"))):
            for names, said in ((labels, name(entity)), (codes, iso_code(entity))):
                if said:
                    names.note(number, " ".join(said.split()).encode(errors="replace"))
    text.rewind()
    text.start()
    any_film = False
    for entity in _entities(text):
        if isinstance(entity, str):
            yield (Problem(text.file, text.line, "", entity),)
        elif is_film(entity, labels.get):
            any_film = True
            if not text.pass_over() and selection.wants(None, is_adult(entity)):
                found = film_or_problems(fields_of(entity, labels.get, codes.get), text.line, text.file)
                yield Row(found.film, found.file, found.places, SOURCE) if isinstance(found, Row) else found
    if not any_film:
        yield (Problem(text.file, 0, "", "holds no film among its entities"),)


def _entities(text: Text) -> Iterator[dict[str, Any] | str]:
    """Every entity, and in words what is wrong with a line."""
    while line := text.readline(MAX_LINE):
        if len(line) >= MAX_LINE and not line.endswith(b"\n"):
            text.skip_line(line)
            yield _TOO_LARGE
            continue
        line = line.strip().rstrip(b",")
        if line in (b"", b"[", b"]"):
            continue
        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            yield "is not JSON; was the file cut off? Each line holds one entity"
            continue
        if isinstance(found, dict) and isinstance(found.get("entities"), dict):
            yield from (entity for entity in found["entities"].values() if isinstance(entity, dict))
        elif isinstance(found, dict):
            yield found
        else:
            yield "is no entity; each line holds one"
