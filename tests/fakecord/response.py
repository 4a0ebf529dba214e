"""The bot's answer to an interaction, as the user who asked sees it."""

from __future__ import annotations

import asyncio
from typing import Any

from tests.fakecord.components import Button, Select
from tests.fakecord.interactions import Interaction
from tests.fakecord.messages import File, Message, Modal

Payload = dict[str, Any]


class Response:
    """What came back: a message (whose parts can be read here directly), or a form (`modal`).

    The message is the live one: a later edit by the bot shows in it.
    """

    def __init__(self, interaction: Interaction, patience: float) -> None:
        self._interaction = interaction
        self._patience = patience
        self._read = 0

    def __repr__(self) -> str:
        what = self._interaction.modal or self._message()
        return (
            f"<Response to {self._interaction.name}: {what.title if isinstance(what, Modal) else what and what.text!r}>"
        )

    def _message(self) -> Message | None:
        message = self._interaction.original
        if (message is None or message.deleted) and self._interaction.followups:
            return self._interaction.followups[0]
        return message

    @property
    def message(self) -> Message:
        """The message the user sees; fails when the bot opened a form instead."""
        message = self._message()
        if message is None:
            raise AssertionError(f"{self._interaction.name} was answered with a form, not with a message")
        return message

    @property
    def modal(self) -> Modal:
        """The form the bot opened; fails when it sent a message instead."""
        if self._interaction.modal is None:
            raise AssertionError(f"{self._interaction.name} opened no form but answered {self.message.text!r}")
        return self._interaction.modal

    @property
    def interaction(self) -> Interaction:
        """The interaction that was answered."""
        return self._interaction

    @property
    def responded_in(self) -> float:
        """Milliseconds from the interaction to the first answer, for information only."""
        return ((self._interaction.answered_at or self._interaction.sent_at) - self._interaction.sent_at) * 1000

    @property
    def deferred(self) -> bool:
        """Whether the bot asked for time first."""
        return self._interaction.callback in (5, 6)

    @property
    def updated(self) -> bool:
        """Whether the message with the button was changed, instead of a new one sent."""
        return self._interaction.callback in (6, 7)

    @property
    def followups(self) -> list[Message]:
        """The follow-ups so far."""
        return list(self._interaction.followups)

    async def followup(self) -> Message:
        """The next follow-up that was not returned here before, waiting for it."""
        async with asyncio.timeout(self._patience):
            while self._read >= len(self._interaction.followups):
                self._interaction.followed_up.clear()
                await self._interaction.followed_up.wait()
        self._read += 1
        return self._interaction.followups[self._read - 1]

    @property
    def content(self) -> str:
        """The message's text."""
        return self.message.content

    @property
    def text(self) -> str:
        """All the words in the message: content, embeds and text displays."""
        return self.message.text

    @property
    def embeds(self) -> list[Payload]:
        """The message's embeds as the bot sent them."""
        return self.message.embeds

    @property
    def components(self) -> list[Payload]:
        """The message's components as the bot sent them, numbered."""
        return self.message.components

    @property
    def buttons(self) -> list[Button]:
        """The message's buttons."""
        return self.message.buttons

    @property
    def selects(self) -> list[Select]:
        """The message's menus."""
        return self.message.selects

    @property
    def files(self) -> list[File]:
        """The message's files."""
        return self.message.files

    @property
    def ephemeral(self) -> bool:
        """Whether only the user who asked sees it."""
        return self.message.ephemeral

    @property
    def allowed_mentions(self) -> Payload | None:
        """What the bot said about mentions, None when nothing."""
        return self.message.allowed_mentions

    @property
    def pings(self) -> list[str]:
        """Who is notified by the message."""
        return self.message.pings
