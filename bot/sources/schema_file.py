"""The JSON Schema beside entries, by which editors complete and check them while they are written.

It lies in the folder of the entries, so that the comment in their first line holds wherever the folder is.
"""

import json
from pathlib import Path

from bot.sources.schema import schema

SCHEMA_FILE = ".film.schema.json"
SCHEMA_COMMENT = f"# yaml-language-server: $schema={SCHEMA_FILE}"


def schema_text() -> str:
    """The schema as it is written to the file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def write_schema(folder: Path) -> None:
    """Put the schema into a folder of entries, where another stands or none. Raises OSError."""
    path, text = folder / SCHEMA_FILE, schema_text()
    if not path.is_file() or path.read_text("utf-8") != text:
        path.write_text(text, "utf-8")
