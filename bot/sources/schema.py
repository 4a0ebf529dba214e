"""The JSON Schema of a film, for editors."""

import ast
import inspect
from itertools import pairwise
from typing import Any

from bot.knowledge import film
from bot.knowledge.film import Film


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of one film as YAML files and JSON Lines hold it."""
    drawn = Film.model_json_schema()
    for name, fields in _docstrings().items():
        part = drawn if name == "Film" else drawn["$defs"].get(name, {})
        for field, said in fields.items():
            part["properties"][field]["description"] = said
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **drawn,
        "title": "Film",
        "description": "One film of the knowledge base; only the title is required.",
    }


def _docstrings() -> dict[str, dict[str, str]]:
    """What the schema's source says below each field, by class. Pydantic can look it up too, but at every start."""
    found: dict[str, dict[str, str]] = {}
    for part in ast.parse(inspect.getsource(film)).body:
        if isinstance(part, ast.ClassDef):
            for field, said in pairwise(part.body):
                match field, said:
                    case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                        found.setdefault(part.name, {})[name] = inspect.cleandoc(text)
    return found
