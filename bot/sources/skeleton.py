"""New entries: a file with everything that must be filled in, and what else can be."""

from pathlib import Path

from bot.errors import SourceError
from bot.knowledge.film import slug
from bot.sources.schema_file import SCHEMA_COMMENT, write_schema
from bot.sources.text import cause
from bot.sources.yaml_writer import yaml_field

_FIELDS = """\
runtime:  # minutes
certificates:
#  - {country: US, label: R, reason: the board's words}
genres: []
countries: []  # two letters each: US
languages: []  # two letters each: en
directors: []
writers: []
composers: []
cinematographers: []
editors: []
cast:  # in billing order
#  - {name: Helen Hunt, character: Cheryl}
releases:  # earliest first
#  - {date: 2012-10-19, country: US}
summary:  # 40 to 90 words of your own, no spoilers
reception:  # how it was received, in your own words
themes: []
audience:
links: {}  # imdb: tt1866249
sources: []  # where the facts were checked
"""


def new_entry(folder: Path, title: str, year: int) -> Path:
    """Write the file of a new film and say which. Raises SourceError for no title, when there is one or it cannot be
    written.
    """
    if not title.strip():
        raise SourceError("The title is empty; type that of the film.")
    if not folder.is_dir():
        raise SourceError(f"There is no folder {folder}; make it first, or name another.")
    path = folder / f"{slug(title, year)}.yaml"
    text = f"{SCHEMA_COMMENT}\n{yaml_field('title', title)}{yaml_field('year', year)}{_FIELDS}"
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
        write_schema(folder)
    except FileExistsError:
        raise SourceError(f"{path} is there already; open it, or name another film.") from None
    except OSError as error:
        raise SourceError(f"{path} {cause(error)}.") from error
    return path
