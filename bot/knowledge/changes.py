"""Changes of films as plain data: what stood, what should stand, and how the two differ."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import blake2b
from typing import Any

from bot.errors import BotError
from bot.knowledge.film import Film


class Action(StrEnum):
    """What an edit did."""

    ADD = "add"
    EDIT = "edit"
    REMOVE = "remove"
    RESTORE = "restore"
    RENAME = "rename"
    IMPORT = "import"
    UNDO = "undo"
    APPROVE = "approve"
    FILE = "file"
    """A changed file of the films folder."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands under an id as a server sees it; no film and no version where nothing does."""

    id: str
    film: Film | None = None
    version: str | None = None
    own: bool = False
    """Whether it is the server's own entry."""
    file: str | None = None
    """The file of the films folder that holds it too."""


@dataclass(frozen=True, slots=True)
class Change:
    """What should stand under an id, and the version of what stood there when that was decided.

    No film removes what stands; no id is a new film, which gets one; no version says that nothing stood there.
    """

    film: Film | None
    id: str | None = None
    version: str | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """One entry of the history of a film on a server."""

    film_id: str
    n: int
    """Counted from 1 for each film and server."""
    at: datetime
    by: str | None
    """Who did it: a Discord user id or a name; None for the films folder and for a member who was forgotten."""
    action: Action
    before: Film | None
    after: Film | None
    before_shared: bool = False
    """What stood before was the shared film, not an entry of the server's own."""
    after_shared: bool = False
    undoes: int | None = None

    @property
    def label(self) -> str:
        """`Title (Year)` of the film after the edit, or of the one it removed."""
        film = self.after or self.before
        return film.label if film else self.film_id


@dataclass(frozen=True, slots=True)
class Difference:
    """A field in which two films differ, with its values as `Film.document` writes them; None where it is empty."""

    field: str
    before: Any
    after: Any


class StaleError(BotError):
    """A change was made on a version that no longer stands."""

    def __init__(self, message: str, film: Film | None, version: str | None) -> None:
        super().__init__(message)
        self.film = film
        self.version = version


class EditError(BotError):
    """A change cannot be made."""


def version_of(document: str) -> str:
    """The version of a film: short, and equal only where the stored documents are."""
    return blake2b(document.encode(), digest_size=8).hexdigest()


def differences(before: Film | None, after: Film | None) -> tuple[Difference, ...]:
    """The fields in which two films differ, in the order of the schema, the id left out."""
    old = before.document() if before else {}
    new = after.document() if after else {}
    names = [name for name in Film.model_fields if name != "id" and old.get(name) != new.get(name)]
    return tuple(Difference(name, old.get(name), new.get(name)) for name in names)


def with_field(film: Film, field: str, value: Any) -> Film:
    """The film with one field set to plain data; None or nothing empties it. Raises pydantic's ValidationError."""
    return Film.model_validate(film.document() | {field: value})


def said_stale(film_id: str, wanted: Film | None, now: Film | None) -> str:
    """A sentence that says that what a change was made on no longer stands."""
    label = (now or wanted).label if now or wanted else film_id  # type: ignore[union-attr]
    if now is None:
        return f"{label} has been removed since you began; nothing was changed. Restore it first, or leave it."
    if wanted is None:
        return f"{label} has changed since you began; nothing was changed. Look at it again and remove it then."
    return f"{label} has changed since you began; nothing was changed. Look at what stands now and try again."


def plain(value: Any) -> str:
    """A value of a document in one line: text as it is, lists with semicolons, parts of a list by their values."""
    match value:
        case None:
            return "–"
        case dict():
            return ", ".join(f"{name}: {part}" for name, part in value.items())
        case list() | tuple():
            return "; ".join(plain(part) for part in value)
        case _:
            return str(value)
