"""What a member suggests: another value for one field of a film."""

import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.errors import BotError
from bot.knowledge.changes import version_of, with_field
from bot.knowledge.film import Film


class State(StrEnum):
    """What became of a suggestion."""

    OPEN = "open"
    APPROVED = "approved"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One suggestion; `value` is plain data as `Film.document` writes it, None to empty the field."""

    n: int
    """Counted from 1 for each server."""
    film_id: str
    version: str | None
    """Of the field it was made on (`field_version`); of the whole film where that had changed by then, or is old."""
    field: str
    value: Any
    by: str | None
    """The user id of who made it; None once the member is forgotten."""
    at: datetime
    state: State = State.OPEN
    reason: str | None = None
    decided_by: str | None = None
    channel: int | None = None
    message: int | None = None
    """Where it is shown for review."""

    def applied(self, film: Film) -> Film:
        """The film as it is suggested."""
        return with_field(film, self.field, self.value)

    def stands(self, film: Film, version: str | None) -> bool:
        """Whether the field is still as it was when this was suggested."""
        return self.version in (version, field_version(film, self.field))

    @classmethod
    def stored(cls, row: Any) -> "Suggestion":
        """The suggestion a row of the table tells."""
        return cls(
            row.n,
            row.film,
            row.version,
            row.field,
            json.loads(row.value),
            row.by,
            datetime.fromisoformat(row.at),
            State(row.state),
            row.reason,
            row.decided_by,
            row.channel,
            row.message,
        )


def field_version(film: Film, field: str) -> str:
    """The version of one field of a film; equal only where its values are."""
    return version_of(json.dumps([field, film.document().get(field)], default=list))


class SuggestionError(BotError):
    """A suggestion cannot be made or decided."""

    def __init__(self, message: str, suggestion: Suggestion | None = None) -> None:
        super().__init__(message)
        self.suggestion = suggestion
