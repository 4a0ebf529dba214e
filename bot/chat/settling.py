"""Showing and changing the settings of a server; menus of roles and channels outlive a restart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import ui

from bot.chat import cards, replies
from bot.chat.permissions import require_moderator
from bot.chat.places import channels
from bot.chat.replies import Reply
from bot.knowledge.server_settings import ServerSettings

if TYPE_CHECKING:
    from bot.chat.client import FilmBot

MOST = 25
"""Roles or channels of a menu."""

WORDS = {
    "spoilers": {"bars": "hidden behind spoiler bars", "show": "shown at once"},
    "mature": {
        "show": "shown like any other",
        "bars": "hidden behind spoiler bars, except in age-restricted channels",
        "refuse": "refused, except in age-restricted channels",
    },
}
"""What the values of a setting mean."""

ASKED = {
    "moderator_roles": "Which roles may use my moderators' tools, besides members with Manage Server?",
    "review_channel": "In which channel shall I show what members suggest?",
    "channels": "In which channels may I answer? Choose none for everywhere; a category stands for all it holds.",
}
"""What a menu asks; the fields that are settled by one."""

SHOWN_TO_ROLES = (
    "Discord shows these commands to members with Manage Server only. For a role without it, allow them in"
    " Server Settings → Integrations → me."
)
NO_INLINE = "not yet: whoever runs me must set FILMBOT_INLINE=on first"
NEEDED = discord.Permissions(view_channel=True, send_messages=True, embed_links=True)
WRITTEN = (discord.ChannelType.text, discord.ChannelType.news)
ANSWERED = (*WRITTEN, discord.ChannelType.forum, discord.ChannelType.voice, discord.ChannelType.category)


class Picker(ui.DynamicItem["ui.RoleSelect[Any] | ui.ChannelSelect[Any]"], template=r"settle:(?P<field>[a-z_]+)"):
    """A menu of the roles or channels of a setting, with those chosen that are settled."""

    def __init__(self, field: str, chosen: tuple[int, ...] = ()) -> None:
        super().__init__(_menu(field, chosen[:MOST]))
        self.field = field

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str]) -> Self:
        """The menu as it was sent."""
        picker = cls(match["field"])
        picker.item = item  # type: ignore[assignment]
        return picker

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Settle what was chosen."""
        await replies.guarded(interaction, lambda: replies.replace(interaction, self._settled(interaction)))

    async def _settled(self, interaction: discord.Interaction[FilmBot]) -> Reply:
        await require_moderator(interaction)
        ids = tuple(chosen.id for chosen in self.item.values)
        value = ids if self.field != "review_channel" else next(iter(ids), None)
        return await settled(interaction, **{self.field: value})


def _menu(field: str, chosen: tuple[int, ...]) -> ui.RoleSelect[Any] | ui.ChannelSelect[Any]:
    there = [discord.Object(one) for one in chosen]
    named: dict[str, Any] = {"custom_id": f"settle:{field}", "min_values": 0, "default_values": there}
    if field == "moderator_roles":
        return ui.RoleSelect(max_values=MOST, placeholder="No role besides", **named)
    if field == "review_channel":
        return ui.ChannelSelect(channel_types=list(WRITTEN), placeholder="No channel", **named)
    return ui.ChannelSelect(max_values=MOST, channel_types=list(ANSWERED), placeholder="Everywhere", **named)


async def shown(interaction: discord.Interaction[FilmBot]) -> Reply:
    """The card of all settings of the server."""
    settings = await _settings(interaction)
    return Reply(card(settings, inline=interaction.client.inline), private=True)


async def offered(interaction: discord.Interaction[FilmBot], field: str) -> Reply:
    """The menu of a setting."""
    value = getattr(await _settings(interaction), field)
    chosen = value if isinstance(value, tuple) else tuple(filter(None, [value]))
    embed = discord.Embed(description=ASKED[field], colour=cards.BLUE)
    return Reply(embed, (Picker(field, chosen),), private=True)


async def settled(interaction: discord.Interaction[FilmBot], **changed: Any) -> Reply:
    """Settle fields for the server; the card of all its settings then, with what is left to be done for the change."""
    assert interaction.guild_id
    settings = await interaction.client.servers.settle(interaction.guild_id, **changed)
    embed = card(settings, inline=interaction.client.inline)
    embed.description = "\n".join(["**Settled.**", *_left_to_do(interaction, changed)])
    return Reply(embed, private=True)


def card(settings: ServerSettings, *, inline: bool) -> discord.Embed:
    """All settings of a server; `inline` says whether the operator lets servers have inline cards."""
    roles = ", ".join(f"<@&{role}>" for role in settings.moderator_roles)
    cards_shown = "on" if settings.inline else "off"
    lines = {
        "Moderators": f"members with Manage Server{', ' if roles else ''}{roles}",
        "Review channel": channels([settings.review_channel]) if settings.review_channel else "none",
        "Where I answer": channels(settings.channels) or "everywhere",
        "Plots": WORDS["spoilers"][settings.spoilers],
        "Films for adults only": WORDS["mature"][settings.mature],
        "Cards for [[titles]] in messages": NO_INLINE if settings.inline and not inline else cards_shown,
        "Language": "English, the only one I speak so far",
    }
    embed = discord.Embed(title="Settings of this server", colour=cards.GOLD)
    for name, value in lines.items():
        embed.add_field(name=name, value=value, inline=False)
    return embed


def _left_to_do(interaction: discord.Interaction[FilmBot], changed: dict[str, Any]) -> list[str]:
    """What somebody must still do for a change to take effect."""
    lines = [SHOWN_TO_ROLES] if changed.get("moderator_roles") else []
    if changed.get("inline") and not interaction.client.inline:
        lines.append("Whoever runs me has not turned on FILMBOT_INLINE; until then no message gets a card.")
    wanted = [changed.get("review_channel"), *changed.get("channels", ())]
    if closed := [channel for channel in filter(None, wanted) if not _may_write(interaction, channel)]:
        lines.append(f"I may not write in {channels(closed)} yet: allow me View Channel, Send Messages, Embed Links.")
    return lines


def _may_write(interaction: discord.Interaction[FilmBot], channel: int) -> bool:
    found = interaction.guild.get_channel(channel) if interaction.guild else None
    return found is None or found.permissions_for(found.guild.me) >= NEEDED


async def _settings(interaction: discord.Interaction[FilmBot]) -> ServerSettings:
    assert interaction.guild_id
    return await interaction.client.servers.settings(interaction.guild_id)
