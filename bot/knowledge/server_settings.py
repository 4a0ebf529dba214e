"""What a Discord server may settle for itself."""

from typing import Literal

from pydantic import BaseModel, ConfigDict


class ServerSettings(BaseModel):
    """The settings of one server; frozen, written as JSON."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    moderator_roles: tuple[int, ...] = ()
    """Roles that may edit, besides members who may manage the server."""
    review_channel: int | None = None
    """Where suggestions are shown for review; without one they only wait in the queue."""
    language: str = "en"
    """Of the answers: an ISO 639-1 code."""
    spoilers: Literal["show", "bars"] = "bars"
    """Whether plots are shown at once or hidden behind spoiler bars."""
    mature: Literal["show", "bars", "refuse"] = "show"
    """What becomes of films for adults outside age-restricted channels."""
    inline: bool = False
    """Whether films named as [[title]] in ordinary messages get a card."""
    channels: tuple[int, ...] = ()
    """Where the bot may answer; everywhere when there are none."""
