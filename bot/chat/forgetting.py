"""Telling what is kept about members and servers, and deleting it once that is confirmed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import ui

from bot.chat import cards, replies
from bot.chat.menus import may_choose
from bot.chat.permissions import require_manager
from bot.chat.replies import Reply
from bot.knowledge.privacy import Privacy
from bot.questions.words.wording import counted, listed

if TYPE_CHECKING:
    from bot.chat.client import FilmBot

KEPT = """\
**About you** I keep your Discord id on the edits and suggestions of films that you make, and on the suggestions that \
you decide, so that a server's moderators see who changed what. Nothing else: no name, no message, no question. \
/privacy export sends you all of it. /privacy delete takes your id off: what you wrote about films stays, and is \
nobody's.

**Conversations** What you last asked about stays in memory for ten minutes, so that you can go on with “who directed \
it?”, and is never written anywhere.

**About this server** I keep its own entries with their history, the suggestions of its members, and its settings, \
which hold ids of roles and channels. No other server sees them. They are deleted 30 days after I leave, or at once \
with /privacy server."""

NOTHING = "I keep nothing about you."


class Forget(ui.DynamicItem["ui.Button[Any]"], template=r"forget:(?P<what>member|server):(?P<whose>\d+)"):
    """Confirms that what is kept about a member or a server shall be deleted."""

    def __init__(self, what: str, whose: int) -> None:
        custom_id = f"forget:{what}:{whose}"
        super().__init__(ui.Button(label="Delete it for good", style=discord.ButtonStyle.danger, custom_id=custom_id))
        self.what, self.whose = what, whose

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str]) -> Self:
        """The button as it was sent."""
        return cls(match["what"], int(match["whose"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Delete it."""
        await replies.guarded(interaction, lambda: self._forget(interaction))

    async def _forget(self, interaction: discord.Interaction[FilmBot]) -> None:
        if self.what == "server":
            require_manager(interaction, self.whose)
            await replies.replace(interaction, _server_forgotten(interaction.client, self.whose))
        elif await may_choose(interaction, self.whose):
            await replies.replace(interaction, _member_forgotten(interaction.client, self.whose))


async def told(bot: FilmBot) -> Reply:
    """What is kept, in plain words."""
    return _said(bot.clickable(KEPT))


async def member_asked(bot: FilmBot, member: int) -> Reply:
    """Asks whether what is kept about a member shall go."""
    kept = await Privacy(bot.catalogue).export(str(member))
    counts = [counted(len(kept[name]), name[:-1]) for name in ("edits", "suggestions", "decisions") if kept[name]]
    if not counts:
        return _said(NOTHING)
    text = f"This takes your id off {listed(counts)}, for good. What you wrote about films stays, and is nobody's."
    return _said(text, Forget("member", member))


async def server_asked(interaction: discord.Interaction[FilmBot]) -> Reply:
    """Asks whether what is kept about the server shall go, and says what that is."""
    server = require_manager(interaction)
    kept = await interaction.client.servers.kept(server)
    counts = [counted(kept.films, "own entry", "own entries"), counted(kept.edits, "edit"), "its settings"]
    counts.insert(2, counted(kept.suggestions, "suggestion"))
    text = f"This deletes at once and for good what I keep about this server: {listed(counts)}. The shared films stay."
    return _said(text, Forget("server", server))


async def _member_forgotten(bot: FilmBot, member: int) -> Reply:
    bot.talks.forget(member)
    count = await Privacy(bot.catalogue).delete(str(member))
    return _said(f"Done: your id is taken off {counted(count, 'edit or suggestion', 'edits and suggestions')}.")


async def _server_forgotten(bot: FilmBot, server: int) -> Reply:
    await bot.servers.forget(server)
    return _said("Done: nothing is kept about this server any more.")


def _said(text: str, *items: ui.Item[Any]) -> Reply:
    return Reply(discord.Embed(description=text, colour=cards.GREY), items, private=True)
