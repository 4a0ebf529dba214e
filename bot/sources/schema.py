"""The JSON Schema of a film, for editors."""

from typing import Any

from bot.knowledge.film import Film


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of one film as YAML files and JSON Lines hold it."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Film.model_json_schema(),
        "title": "Film",
        "description": "One film of the knowledge base; only the title is required.",
    }
