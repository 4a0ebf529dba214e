"""The sentences for what pydantic finds wrong in a film: what is wrong and what to do, for people who write films."""

from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from bot.knowledge.film import Award, Certificate, Film, Release, Role, Score
from bot.sources.problem import number, plain, shown

_PARTS: dict[str, type[BaseModel]] = {
    "awards": Award,
    "cast": Role,
    "certificates": Certificate,
    "releases": Release,
    "scores": Score,
}
_EXAMPLES = {
    "awards": "{award: Academy Award, category: Best Picture, year: 2013}",
    "cast": "{name: Helen Hunt, character: Cheryl}",
    "certificates": "{country: US, label: R}",
    "countries": "[US, FR]",
    "genres": "[Drama, Romance]",
    "languages": "[en, fr]",
    "links": "{imdb: tt1866249}",
    "releases": "{date: 2012-10-19, country: US}",
    "scores": "{by: IMDb users, value: 7.2}",
}
MEANT = {
    "actors": "cast",
    "alias": "also_known_as",
    "aliases": "also_known_as",
    "date": "releases",
    "description": "summary",
    "duration": "runtime",
    "imdb": "links",
    "length": "runtime",
    "minutes": "runtime",
    "mpaa": "certificates",
    "music": "composers",
    "name": "title",
    "overview": "summary",
    "rating": "certificates (what a board rated it) or scores (what people gave it)",
    "ratings": "certificates (what a board rated it) or scores (what people gave it)",
    "release_date": "releases",
    "released": "releases",
    "stars": "cast",
    "synopsis": "plot",
    "tags": "keywords",
    "votes": "popularity",
}
"""Other names people give a field, where no likeness of spelling leads to ours."""
_WHOLE = {"runtime": "whole minutes such as 95", "year": "a year such as 2012"}


def complaint(error: ErrorDetails) -> str:
    """What is wrong with one field, in words that follow the field's name."""
    path = [step for step in error["loc"] if isinstance(step, str)]
    name = path[-1] if path else ""
    value, bounds = error["input"], error.get("ctx", {})
    match error["type"]:
        case "missing":
            return f"is missing; write {_article(name)}" + (f" such as {example}" if (example := _part(error)) else "")
        case "extra_forbidden":
            return _unknown(name, path)
        case "string_type":
            return f"should be text, not {shown(value)}"
        case "string_unicode":
            return (
                "holds half of a character (a lone surrogate such as \\ud800); delete it or write the whole character"
            )
        case "too_short" | "string_too_short":
            return "is blank; write something or leave the field out"
        case "too_long" | "string_too_long":
            length, limit = len(value), bounds["max_length"]
            if isinstance(value, str):
                return f"is {length:,} characters long; at most {limit:,} fit"
            return f"has {length:,} items; at most {limit:,} fit"
        case "string_pattern_mismatch":
            return f"should be lower-case words joined by hyphens such as the-sessions-2012, not {shown(value)}"
        case "int_type" | "int_parsing" | "int_from_float" | "int_parsing_size":
            return f"should be {_WHOLE.get(name, 'a whole number')}, not {shown(value)}"
        case "float_type" | "float_parsing" | "finite_number":
            return f"should be {_WHOLE.get(name, 'a number such as 7.5')}, not {shown(value)}"
        case "greater_than_equal":
            return f"should be {bounds['ge']:g} or more, not {number(value)}"
        case "less_than_equal":
            return f"should be {bounds['le']:g} or less, not {number(value)}"
        case "greater_than":
            return f"should be above {bounds['gt']:g}, not {number(value)}"
        case "literal_error":
            return f"should be {bounds['expected'].replace(chr(39), '')}, not {shown(value)}"
        case "tuple_type" | "list_type":
            return f"should be a list such as {_list_of(name, value)}, not {shown(value)}"
        case "dict_type" | "model_type" | "model_attributes_type":
            return f"should be {_part(error) or 'a mapping'}, not {shown(value)}"
        case "value_error":
            return str(bounds["error"])
        case _:
            return f"cannot be {shown(value)}"


def _article(name: str) -> str:
    return f"an {name}" if name[:1] in "aeiou" else f"a {name}"


def _part(error: ErrorDetails) -> str | None:
    """An example of the part of the film (a cast member, a release) in which the field stands."""
    return _EXAMPLES.get(str(error["loc"][0])) if error["loc"] else None


def _list_of(name: str, value: Any) -> str:
    if name in _PARTS:
        return f"[{_EXAMPLES[name]}]"
    one_word = isinstance(value, str) and value and plain(value) == value and not set(value) & set("[]{},:#'\"")
    return f"[{value}]" if one_word else _EXAMPLES.get(name, "[one, another]")


def _unknown(name: str, path: list[str]) -> str:
    within = _PARTS.get(path[0], Film) if len(path) > 1 else Film
    word = name.strip().lower().replace(" ", "_").replace("-", "_")
    likely = get_close_matches(word, within.model_fields, n=1, cutoff=0.6)
    meant = MEANT.get(word) if within is Film else None
    if meant := meant or (likely[0] if likely else None):
        return f"is no field here; did you mean {meant}?"
    return f"is no field here; the fields are {', '.join(within.model_fields)}"
