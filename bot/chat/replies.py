"""How a reply gets to Discord in time: at once, or after a deferral when the answer takes long."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeVar

import discord
from discord import ui

from bot.chat import errors

if TYPE_CHECKING:
    from bot.chat.client import FilmBot

PATIENCE = 1.5
"""Seconds an answer may take before Discord is told that it will come; Discord itself waits 3."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reply:
    """What to send: an embed and what stands below it. `private` is for the person who asked alone."""

    embed: discord.Embed
    items: tuple[ui.Item[Any], ...] = ()
    private: bool = False
    files: tuple[tuple[str, bytes], ...] = ()
    """Names and contents of what goes with it."""
    keep: tuple[str, ...] = ()
    """Names of the files that stay when it takes the place of a message."""

    def view(self) -> ui.View | None:
        """The buttons and menus, which their custom_id alone brings back to life: discord.py need not keep them."""
        if not self.items:
            return None
        view = ui.View(timeout=None)
        for item in self.items:
            view.add_item(item)
        view.stop()
        return view

    def parts(self) -> dict[str, Any]:
        """The keywords of a new message."""
        parts: dict[str, Any] = {"embed": self.embed}
        if view := self.view():
            parts["view"] = view
        if self.files:
            parts["files"] = self.attachments()
        return parts

    def attachments(self) -> list[discord.File]:
        """The files, ready to be sent once."""
        return [discord.File(BytesIO(content), name) for name, content in self.files]


async def answer(interaction: discord.Interaction[FilmBot], coming: Coroutine[Any, Any, Reply]) -> None:
    """Answer a command, or a button with a message of its own; raises what `coming` raises."""
    with interaction.client.work.one():
        reply = await in_time(coming, lambda: interaction.response.defer(thinking=True))
        if not interaction.response.is_done():
            await interaction.response.send_message(**reply.parts(), ephemeral=reply.private)
        elif reply.private:
            await interaction.delete_original_response()
            await interaction.followup.send(**reply.parts(), ephemeral=True)
        else:
            parts: dict[str, Any] = {"attachments": reply.attachments()} if reply.files else {}
            await interaction.edit_original_response(embed=reply.embed, view=reply.view(), **parts)


async def replace(interaction: discord.Interaction[FilmBot], coming: Coroutine[Any, Any, Reply]) -> None:
    """Put the reply where the button or menu was."""
    with interaction.client.work.one():
        await put_in_place(interaction, await in_time(coming, interaction.response.defer))


async def publish(interaction: discord.Interaction[FilmBot], coming: Coroutine[Any, Any, Reply], chosen: str) -> None:
    """Answer a choice made in a message that only the asker sees: all see the answer, the choice is struck off."""
    with interaction.client.work.one():
        reply = await in_time(coming, interaction.response.defer)
        if reply.private:
            await put_in_place(interaction, reply)
            return
        await put_in_place(interaction, Reply(discord.Embed(description=chosen)))
        await interaction.followup.send(**reply.parts())


async def put_in_place(interaction: discord.Interaction[FilmBot], reply: Reply) -> None:
    """Put a reply that is there where the message with the button, menu or form was."""
    parts: dict[str, Any] = {"content": None, "embed": reply.embed, "view": reply.view()}
    there = interaction.message.attachments if interaction.message else []
    if there or reply.files:
        parts["attachments"] = [file for file in there if file.filename in reply.keep] + reply.attachments()
    if interaction.response.is_done():
        await interaction.edit_original_response(**parts)
    else:
        await interaction.response.edit_message(**parts)


async def in_time(coming: Coroutine[Any, Any, T], meanwhile: Callable[[], Awaitable[Any]]) -> T:
    """What is coming; when that takes long, `meanwhile` is done first."""
    task = asyncio.create_task(coming)
    try:
        done, _ = await asyncio.wait({task}, timeout=PATIENCE)
        if not done:
            await meanwhile()
        return await task
    finally:
        task.cancel()


async def guarded(interaction: discord.Interaction[FilmBot], doing: Callable[[], Awaitable[None]]) -> None:
    """Do what a button or menu asks for; what goes wrong is told to the person who used it."""
    try:
        if interaction.client.work.closed:
            await errors.privately(interaction, errors.STOPPING)
        else:
            await doing()
    except Exception as error:
        await errors.tell(interaction, error)
