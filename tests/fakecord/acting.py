"""Acting as a user of the local Discord: commands, buttons, menus, forms."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from tests.fakecord import client, forms
from tests.fakecord.client import Refused, Value
from tests.fakecord.flags import Callback, Component, InteractionKind
from tests.fakecord.forms import Filled
from tests.fakecord.interactions import Interaction
from tests.fakecord.messages import Choice, Message, Modal
from tests.fakecord.people import Channel, Role, User
from tests.fakecord.response import Response
from tests.fakecord.talking import Talking, bot_has_read_it

Payload = dict[str, Any]


class Acting(Talking):
    """What users do with the bot besides talking to it."""

    async def slash(
        self,
        path: str,
        options: Mapping[str, Value] | None = None,
        *,
        user: User | None = None,
        where: Channel | None = None,
        locale: str | None = None,
    ) -> Response:
        """Use a slash command ("runtime", "entry add") and wait for the answer.

        Raises `Refused` for what no client would send.
        """
        where = where or self.channel
        user = user or self.who_is_in(where)
        typed = client.typed(self.world, path, options or {}, user, where)
        return await self._interact(InteractionKind.COMMAND, f"/{path}", typed.data, user, where, locale=locale)

    async def autocomplete(
        self,
        path: str,
        option: str,
        text: str,
        *,
        options: Mapping[str, Value] | None = None,
        user: User | None = None,
        where: Channel | None = None,
        locale: str | None = None,
    ) -> list[Choice]:
        """The suggestions for an option after `text` was typed, other `options` already being there."""
        where = where or self.channel
        user = user or self.who_is_in(where)
        typed = client.typed(self.world, path, {**(options or {}), option: text}, user, where, focused=option)
        kind = typed.option(option)["type"]
        name = f"autocomplete of /{path} {option}"
        response = await self._interact(
            InteractionKind.AUTOCOMPLETE, name, typed.data, user, where, locale=locale, option_type=kind
        )
        return response.interaction.choices or []

    async def context_menu(
        self, name: str, target: User | Message | Response, *, user: User | None = None, where: Channel | None = None
    ) -> Response:
        """Use a context-menu command on a user or a message."""
        target = target.message if isinstance(target, Response) else target
        where = where or (target.channel if isinstance(target, Message) else self.channel)
        user = user or self.who_is_in(where)
        data = client.pointed(self.world, name, target, user, where)
        return await self._interact(InteractionKind.COMMAND, f"context menu {name!r}", data, user, where)

    # components

    async def click(
        self,
        message: Message | Response,
        label: str | None = None,
        *,
        custom_id: str | None = None,
        user: User | None = None,
        locale: str | None = None,
    ) -> Response:
        """Press the button with this label (or emoji) or custom_id, as the one who got the message unless told."""
        message = message.message if isinstance(message, Response) else message
        button = message.button(label, custom_id=custom_id)
        if button.disabled or button.custom_id is None:
            raise Refused(f"the button {button.label!r} is disabled or a link")
        data = {"custom_id": button.custom_id, "component_type": int(Component.BUTTON)}
        return await self._use(message, data, f"button {button.label!r}", user, locale)

    async def select(
        self,
        message: Message | Response,
        values: str | User | Role | Channel | Sequence[str | User | Role | Channel],
        *,
        custom_id: str | None = None,
        user: User | None = None,
        locale: str | None = None,
    ) -> Response:
        """Choose options, by label or value, in the message's menu (named by `custom_id` where there are several)."""
        message = message.message if isinstance(message, Response) else message
        menus = [menu for menu in message.selects if custom_id in (None, menu.custom_id)]
        if len(menus) != 1:
            raise Refused(f"{len(menus)} menus match among {[menu.custom_id for menu in message.selects]}")
        picked = [values] if isinstance(values, str | User | Role | Channel) else values
        data = forms.chosen(menus[0], picked, message.channel)
        return await self._use(message, data, f"menu {menus[0].custom_id!r}", user, locale)

    async def _use(self, message: Message, data: Payload, name: str, user: User | None, locale: str | None) -> Response:
        if message.deleted:
            raise Refused(f"{name} is under a message that was deleted")
        asker = int(message.interaction_metadata["user"]["id"]) if message.interaction_metadata else 0
        user = user or self.world.users.get(asker) or self.who_is_in(message.channel)
        if message.ephemeral and user.id != asker:
            raise Refused(f"{name} is under a message that {user.name} does not see")
        return await self._interact(InteractionKind.COMPONENT, name, data, user, message.channel, message, locale)

    async def submit_modal(
        self, opened: Response, values: Mapping[str, Filled] | None = None, *, user: User | None = None
    ) -> Response:
        """Fill in the form that `opened` opened, by label, and send it."""
        modal: Modal = opened.modal
        before = opened.interaction
        data = forms.filled_in(self.world, modal, values or {}, before.channel)
        name = f"form {modal.title!r}"
        return await self._interact(
            InteractionKind.MODAL, name, data, user or before.user, before.channel, before.source
        )

    async def _interact(
        self,
        kind: InteractionKind,
        name: str,
        data: Payload,
        user: User,
        where: Channel,
        source: Message | None = None,
        locale: str | None = None,
        option_type: int = 3,
    ) -> Response:
        inside = where.guild.members if where.guild else {person.id for person in where.people}
        if user.id not in inside:
            raise Refused(f"{user.name} is not where {name} is used")
        if not self.gateway.sessions:
            raise AssertionError(f"no bot is connected to hear of {name}")
        interaction = Interaction(
            self.world.new_id(), secrets.token_hex(32), kind, name, user, where, data, source, option_type
        )
        self.world.interactions[interaction.token] = interaction
        await self.gateway.dispatch(
            "INTERACTION_CREATE", interaction.payload(self.world.bot, locale), guild=where.guild
        )
        try:
            async with asyncio.timeout(self.answer_within):
                await interaction.answered.wait()
        except TimeoutError:
            interaction.late = True
            raise self._unanswered(f"{name} was not answered within {self.answer_within:g} s") from None
        try:
            async with asyncio.timeout(self.patience):
                await interaction.settled.wait()
        except TimeoutError:
            if interaction.callback is not Callback.DEFERRED_UPDATE:  # which may be all: "seen, nothing changes"
                raise self._unanswered(f"{name} was deferred but never filled in") from None
        await bot_has_read_it()
        return Response(interaction, self.patience)

    def _unanswered(self, problem: str) -> AssertionError:
        self.world.violate(problem)
        return AssertionError("\n- ".join(["the user waits in vain:", *self.world.violations]))

    def expire(self, response: Response) -> None:
        """Let the fifteen minutes pass in which the bot may still follow up or edit this answer."""
        response.interaction.expired = True
