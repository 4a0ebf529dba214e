"""From plain values to a film, or to everything that is wrong with it at once."""

from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.knowledge.film import MAX_ITEMS, Film
from bot.sources.complaints import complaint
from bot.sources.problem import Places, Problem, Refusal, Row, line_of, path_text, shown

MAX_PROBLEMS = 20
"""So many problems of one film are told one by one."""
_MAX_FIELDS = 200


def film_or_problems(document: Any, places: Places, file: str) -> Row | Refusal:
    """The film these plain values describe, with its place; all that is wrong with them when they describe none."""
    if refusal := _too_much(document):
        path, text = refusal
        return (Problem(file, line_of(places, path), path_text(path), text),)
    try:
        return Row(Film.model_validate(document), file, places)
    except ValidationError as error:
        if error.error_count() > _MAX_FIELDS * MAX_ITEMS:
            sentence = f"has {error.error_count():,} things wrong; is this a film?"
            return (Problem(file, line_of(places, ()), "", sentence),)
        return _problems(error.errors(include_url=False), places, file)


def _too_much(document: Any) -> tuple[tuple[str | int, ...], str] | None:
    """What shows without a closer look that this is no film: the path of it and the sentence."""
    if not isinstance(document, dict):
        return (), f"should be a film with fields such as title and year, not {shown(document)}"
    if len(document) > _MAX_FIELDS:
        return (), f"has {len(document):,} fields; a film has at most {len(Film.model_fields)}"
    for name, value in document.items():
        if isinstance(value, (list, dict)) and len(value) > MAX_ITEMS:
            return (name,), f"has {len(value):,} items; at most {MAX_ITEMS:,} fit"
    return None


def _problems(errors: list[ErrorDetails], places: Places, file: str) -> Refusal:
    problems = []
    for error in errors[:MAX_PROBLEMS]:
        path = tuple(step for step in error["loc"] if step != "[key]")
        problems.append(Problem(file, line_of(places, path), path_text(path), complaint(error)))
    if len(errors) > MAX_PROBLEMS:
        more = len(errors) - MAX_PROBLEMS
        problems.append(Problem(file, line_of(places, ()), "", f"has {more:,} more things wrong"))
    return tuple(sorted(problems, key=lambda problem: problem.line))
