"""One field of a film as text that a person types and reads, and back: lists one value a line, the rest as it is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.errors import FieldError
from bot.knowledge.film import Film
from bot.sources import field_lines as lines
from bot.sources.durations import read_minutes
from bot.sources.lists import Items, LinesError, joined, read, written
from bot.sources.problem import Branch, Places, Problem, Row, shown
from bot.sources.validation import film_or_problems


@dataclass(frozen=True, slots=True)
class Field:
    """How one field of the schema is typed."""

    name: str
    how: str
    """What to write, in at most 100 characters."""
    items: Items | None = None
    """How its values are written and read, when it is a list."""
    commas: bool = False
    """Whether several values may stand on one line with commas between them."""
    read: Callable[[str], Any] = str
    long: bool = False
    """Whether it takes a box of several lines to write it."""

    @property
    def label(self) -> str:
        """The field's name as people read it."""
        return self.name.replace("_", " ").capitalize()


def _runtime(text: str) -> int:
    if (minutes := read_minutes(text)) is None:
        raise ValueError(f"{shown(text)} is no running time; write minutes such as 95, or 1h 35m")
    return minutes


def _people(name: str) -> Field:
    return Field(name, "Names, one a line or with commas between them", lines.NAMES, commas=True, long=True)


def _words(name: str, how: str) -> Field:
    return Field(name, f"{how}; one a line or with commas between them", lines.WORDS, commas=True, long=True)


FIELDS: Mapping[str, Field] = {
    field.name: field
    for field in (
        Field("title", "The English title if the film has one"),
        Field("year", "The year of the first public showing, such as 2012"),
        Field("original_title", "Only when it differs from the title"),
        Field("also_known_as", "Other titles, one a line", lines.TITLES, long=True),
        Field("runtime", "Minutes, or hours and minutes: 95, 1h 35m or 1:35", read=_runtime),
        Field("certificates", "One a line: US: R — strong language", lines.CERTIFICATES, long=True),
        _words("genres", "The most telling first: Drama, Biography"),
        Field("countries", "Codes or names: US, France", lines.COUNTRIES, commas=True, long=True),
        Field("languages", "Codes or names: en, French", lines.LANGUAGES, commas=True, long=True),
        *map(_people, ("directors", "writers", "producers", "composers", "cinematographers", "editors")),
        Field("based_on", "For example: the novel by Frank Herbert"),
        Field("cast", "One a line, in billing order: Helen Hunt as Cheryl", lines.CAST, long=True),
        Field("releases", "One a line, earliest first: 2012-10-19, US, festival if any", lines.RELEASES, long=True),
        Field("summary", "In your own words, without spoilers", long=True),
        Field("plot", "With spoilers; it is hidden until asked for", long=True),
        Field("reception", "In your own words: how the film was received", long=True),
        _words("themes", "What it deals with"),
        Field("audience", "Who will like it"),
        Field(
            "awards", "One a line: Academy Awards, Best Actress, 2013, nominated, Helen Hunt", lines.AWARDS, long=True
        ),
        Field("scores", "One a line: IMDb users, 7.2/10, 2024-05-01", lines.SCORES, long=True),
        _words("keywords", "Words to find it by"),
        Field("popularity", "A number that breaks ties between films of one title"),
        Field("links", "One a line: imdb: tt1866249", lines.LINKS, long=True),
        Field("sources", "Where the facts were checked, one a line", lines.TITLES, long=True),
    )
}
"""Every field that can be typed, in the schema's order."""


def field_called(text: str) -> Field:
    """The field of a name as people write it. Raises FieldError with the nearest names."""
    from difflib import get_close_matches

    name = "_".join(text.strip().lower().replace("-", " ").replace("_", " ").split())
    if field := FIELDS.get(name) or FIELDS.get(f"{name}s"):
        return field
    near = get_close_matches(name, FIELDS, 1, 0.5)
    raise FieldError(
        f"{shown(text)} is no field; " + (f"did you mean {near[0]}?" if near else "choose one of the list.")
    )


def field_text(film: Film, name: str) -> str:
    """What stands in a field as it is typed, empty when nothing does; `with_text` reads it back as it was."""
    field, value = FIELDS[name], getattr(film, name)
    if field.items is None:
        return f"{value:g}" if name == "popularity" and value == int(value) < 1e6 else str(value or "")
    return written(value, field.items, commas=field.commas)


def with_text(film: Film, name: str, text: str) -> Film:
    """The film with this field as typed; an empty text clears it.

    Raises FieldError with a sentence for everything that is wrong, each with its line when the field is a list.
    """
    field = FIELDS[name]
    try:
        value, places = _read(field, text)
    except LinesError as error:
        raise FieldError("\n".join(_sentence(field, line, text) for line, text in error.problems)) from None
    except ValueError as error:
        raise FieldError(_sentence(field, 0, str(error))) from None
    others = {} if name == "title" else {"title": "-"}
    found = film_or_problems(others | {name: value}, Branch(0, {name: places}), "")
    if not isinstance(found, Row):
        raise FieldError("\n".join(_problem(field, problem) for problem in found))
    return film.model_copy(update={name: getattr(found.film, name)})


def _read(field: Field, text: str) -> tuple[Any, Places]:
    if field.items is None:
        said = text.strip()
        return (field.read(said) if said else None), 0
    items = read(text, field.items, commas=field.commas)
    values = [value for _, value in items]
    if field.name == "links":
        return joined(items), 0
    return values, Branch(0, {place: line for place, (line, _) in enumerate(items)})


def _problem(field: Field, problem: Problem) -> str:
    inner = problem.field.removeprefix(field.name).lstrip("[0123456789]").lstrip(".")
    return _sentence(field, problem.line, f"{inner.replace('_', ' ')} {problem.text}".strip())


def _sentence(field: Field, line: int, text: str) -> str:
    place = f"{field.label}, line {line}" if line else field.label
    return f"{place}: {text}."


def with_texts(film: Film, texts: Mapping[str, str]) -> Film:
    """The film with several fields as typed. Raises FieldError with all that is wrong in all of them."""
    wrong: list[str] = []
    for name, text in texts.items():
        try:
            film = with_text(film, name, text)
        except FieldError as error:
            wrong.append(str(error))
    if wrong:
        raise FieldError("\n".join(wrong))
    return film
