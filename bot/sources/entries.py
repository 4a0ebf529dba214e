"""Reading the file of one film, which a folder names by the film's id."""

from pathlib import Path

from bot.sources.film_files import FilmFile
from bot.sources.problem import Problem, Refusal, Row, line_of
from bot.sources.reading import films
from bot.sources.text import Text, cause, shown_path
from bot.sources.yaml_reader import MAX_FILM_BYTES


def read_film_file(file: FilmFile) -> Row | Refusal:
    """The film of one file of a folder, its id taken from the file's name; or all that is wrong with it."""
    try:
        return film_of(file.path, content_of(file))
    except OSError as error:
        return (Problem(shown_path(file.path), 0, "", cause(error)),)


def content_of(file: FilmFile) -> bytes:
    """The bytes of a file, one more than a film may have at most. Raises OSError."""
    with file.path.open("rb") as source:
        return source.read(MAX_FILM_BYTES + 1)


def film_of(path: Path, content: bytes) -> Row | Refusal:
    """The film of one file of a folder, its id taken from the file's name; or all that is wrong with it."""
    file = shown_path(path)
    if len(content) > MAX_FILM_BYTES:
        return (Problem(file, 0, "", f"is over {MAX_FILM_BYTES >> 20} MB long; a film takes a few thousand bytes"),)
    with Text.of(file, content) as text:
        found = list(films(text))
    refused = [problem for refusal in found if not isinstance(refusal, Row) for problem in refusal]
    if refused:
        return tuple(refused)
    row, *more = (row for row in found if isinstance(row, Row))
    if more:
        return (Problem(file, more[0].line, "", "is a second film; give each film a file of its own"),)
    wanted = path.stem
    if row.film.id and row.film.id != wanted:
        sentence = f"is {row.film.id}, but the file's name says {wanted}; delete the line or rename the file"
        return (Problem(file, line_of(row.places, ("id",)), "id", sentence),)
    return Row(row.film.model_copy(update={"id": wanted}), file, row.places)
