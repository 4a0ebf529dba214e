"""The history of a film in the terminal: shown, and taken back."""

import getpass
from collections.abc import Iterable

from bot.knowledge.catalogue import Catalogue, FoundFilms
from bot.knowledge.changes import Edit, EditError
from bot.knowledge.gone import find_ever
from bot.sources.diff import diff_lines
from bot.terminal.printable import printable

PAGE = 50
"""Edits read at a time."""

AS_IT_CAME = "it is as it was imported or as its file has it."
GONE = "it is gone with its file of the films folder; `filmbot undo {film_id}` brings it back."


async def history(catalogue: Catalogue, text: str) -> None:
    """Print the edits of the film a text means, the newest first."""
    film_id = await film_meant(catalogue, text)
    page = await catalogue.edits.history(film_id, limit=PAGE)
    if not page:
        there = (await catalogue.standing(film_id)).film
        say([f"{film_id} has not been edited; {AS_IT_CAME if there else GONE.format(film_id=film_id)}"])
    while page:
        for edit in page:
            say(_told(edit))
        page = await catalogue.edits.history(film_id, before=page[-1].n, limit=PAGE)


async def undo(catalogue: Catalogue, text: str, to: int | None) -> None:
    """Undo the last edit of the film a text means, or go back to its version `to`; print what that changed."""
    film_id = await film_meant(catalogue, text)
    edits = catalogue.edits
    edit = await (edits.undo(film_id, operator()) if to is None else edits.back(film_id, operator(), to))
    say(_told(edit))


async def film_meant(catalogue: Catalogue, text: str) -> str:
    """The id of the one film a text means, also of a removed one.

    Raises EditError that names those it may be when there are several.
    """
    if await catalogue.edits.history(text, limit=1):
        return text
    found = await find_ever(text, catalogue)
    if found.sure:
        return found.sure.id
    raise unclear(text, found)


def unclear(text: str, found: FoundFilms) -> EditError:
    """What to tell when a text does not mean one film: those it may mean, else the nearest."""
    if found.fits:
        first, films = "may be any of these; name one by its id:", found.films[: found.fits]
    else:
        first, films = "is no film here." + (" The nearest:" if found.films else ""), found.films[:3]
    return EditError("\n".join([f"“{text}” {first}", *(f"  {film.id}  {film.full_label}" for film in films)]))


def operator() -> str:
    """Who edits in the terminal: the name of the user."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user without a name, as in some containers
        return "operator"


def say(lines: Iterable[str]) -> None:
    """Print lines, whatever a film holds."""
    print(printable("\n".join(lines)), flush=True)


def _told(edit: Edit) -> list[str]:
    """One edit as lines: its number, when, what and who, and then what changed."""
    did = f"{edit.action} of {edit.undoes}" if edit.undoes else edit.action.value
    head = f"{edit.n}  {edit.at:%Y-%m-%d %H:%M} UTC  {edit.label}: {did}{f' by {edit.by}' if edit.by else ''}"
    if edit.before and edit.after is None:
        return [head, "    the film was removed"]
    return [head, *(f"    {line}" for line in diff_lines(edit.before, edit.after))]
