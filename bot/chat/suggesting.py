"""Suggestions: how members make them, how moderators decide them, and how the member hears of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import ui

from bot.chat import diffs, editing, entry, fieldmenu, forms, replies
from bot.chat.cards import BLUE, GOLD, GREY
from bot.chat.forms import Box
from bot.chat.markdown import cut, escaped
from bot.chat.permissions import require_moderator
from bot.chat.replies import Reply
from bot.errors import BotError
from bot.knowledge.changes import Change, Edit, Standing
from bot.knowledge.film import Film
from bot.knowledge.suggestion import State, Suggestion
from bot.knowledge.suggestions import Suggestions
from bot.sources.fields import FIELDS, field_text, with_text

if TYPE_CHECKING:
    from bot.chat.client import FilmBot

REASON, REASON_SHOWN = 1000, 900
THANKS = "Thank you. A moderator will look at it, and I will tell you what becomes of it (suggestion {n})."
WAITING = "No suggestion waits for a decision."


def suggestions(interaction: discord.Interaction[FilmBot]) -> Suggestions:
    """The suggestions of the server of an interaction. Raises RefusedError outside of servers the bot is in."""
    entry.view(interaction)
    assert interaction.guild_id
    return Suggestions(interaction.client.catalogue, interaction.guild_id)


class Wrong(ui.DynamicItem["ui.Button[Any]"], template=r"wrong:(?P<key>.+)"):
    """“Something wrong?” below a film's card: asks which field, then what it should be."""

    def __init__(self, key: str) -> None:
        super().__init__(ui.Button(label="Something wrong?", custom_id=f"wrong:{key}"))
        self.key = key

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str]) -> Self:
        """The button as it was sent."""
        return cls(match["key"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Ask for the field."""
        await replies.guarded(interaction, lambda: replies.answer(interaction, self._asked(interaction)))

    async def _asked(self, interaction: discord.Interaction[FilmBot]) -> Reply:
        suggestions(interaction)
        catalogue = entry.view(interaction)
        _, film = await entry.standing(await entry.id_of_key(self.key, catalogue), catalogue)
        embed = discord.Embed(title=cut(escaped(film.label), 256), description="Choose what is wrong.", colour=BLUE)
        return Reply(embed, (fieldmenu.FieldMenu("suggest", self.key),), private=True)


async def suggested(interaction: discord.Interaction[FilmBot], rest: str) -> Reply:
    """The suggestion typed into the form of a field."""
    suggestions(interaction)
    there, film, name, text = await editing.field_typed(interaction, rest)
    return await put(interaction, there, film, name, text)


async def put(interaction: discord.Interaction[FilmBot], there: Standing, film: Film, name: str, text: str) -> Reply:
    """Make a suggestion, and show it to the moderators where the server wants that."""
    mine, after = suggestions(interaction), with_text(film, name, text)
    if film == after:
        raise BotError(f"{FIELDS[name].label} is that already; nothing was suggested.")
    value = after.document().get(name)
    made = await mine.add(there.id, there.version, name, value, str(interaction.user.id))
    await _show(interaction, mine, made, card(made, there))
    embed = diffs.shown(f"Suggested: {film.label}", film, after, THANKS.format(n=made.n), colour=GOLD)
    return Reply(embed, private=True)


async def _show(interaction: discord.Interaction[FilmBot], mine: Suggestions, made: Suggestion, reply: Reply) -> None:
    """Post a suggestion into the review channel; without one, or when it is closed, it only waits in the queue."""
    channel_id = (await interaction.client.servers.settings(interaction.guild_id or 0)).review_channel
    channel = interaction.guild.get_channel_or_thread(channel_id) if interaction.guild and channel_id else None
    if not isinstance(channel, discord.abc.Messageable):
        return
    try:
        message = await channel.send(**reply.parts())
    except discord.HTTPException:
        return
    await mine.shown(made.n, message.channel.id, message.id)


def card(made: Suggestion, there: Standing, left: int = 0) -> Reply:
    """A suggestion as moderators see it: against what stands now, with buttons while it waits."""
    film = there.film
    notes = [f"**{FIELDS[made.field].label}**, suggested by {diffs.who(made.by)}, {diffs.moment(made.at)}"]
    if film is None:
        notes.append("The film has been removed since this was suggested.")
    elif not made.stands(film, there.version):
        notes.append("**The entry has changed since this was suggested**; this is against what stands now.")
    if left:
        notes.append(f"{left} more wait.")
    label = film.label if film else made.film_id
    embed = diffs.shown(f"Suggestion {made.n}: {label}", film, made.applied(film) if film else None, *notes)
    if made.state is not State.OPEN:
        return Reply(embed)
    return Reply(embed, tuple(Review(what, made.n) for what in ("approve", "edit", "reject")))


class Review(ui.DynamicItem["ui.Button[Any]"], template=r"review:(?P<what>approve|edit|reject):(?P<n>\d+)"):
    """Decides a suggestion."""

    def __init__(self, what: str, n: int) -> None:
        styles = {"approve": discord.ButtonStyle.success, "reject": discord.ButtonStyle.danger}
        style = styles.get(what, discord.ButtonStyle.secondary)
        super().__init__(ui.Button(label=what.capitalize(), custom_id=f"review:{what}:{n}", style=style))
        self.what, self.n = what, n

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str]) -> Self:
        """The button as it was sent."""
        return cls(match["what"], int(match["n"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Decide it, or open the form for that."""
        await replies.guarded(interaction, lambda: self._use(interaction))

    async def _use(self, interaction: discord.Interaction[FilmBot]) -> None:
        await require_moderator(interaction)
        if self.what == "approve":
            await replies.replace(interaction, self._approved(interaction))
        elif self.what == "edit":
            await interaction.response.send_modal(await revise_form(interaction, self.n))
        else:
            reason = Box("reason", "Reason", "The member is told", long=True, required=True, most=REASON)
            await interaction.response.send_modal(
                forms.form(f"form:reject:{self.n}", f"Reject suggestion {self.n}", [reason])
            )

    async def _approved(self, interaction: discord.Interaction[FilmBot]) -> Reply:
        edit = await suggestions(interaction).approve(self.n, str(interaction.user.id))
        return await _decided(interaction, self.n, edit)


async def revise_form(interaction: discord.Interaction[FilmBot], n: int) -> ui.Modal:
    """The form of the suggested field, filled with what is suggested."""
    made = await suggestions(interaction).get(n)
    if made is None:
        raise BotError(f"There is no suggestion {n} here.")
    _, film = await entry.standing(made.film_id, entry.view(interaction))
    boxes = forms.field_boxes(made.field, field_text(made.applied(film), made.field))
    return forms.form(f"form:revise:{n}:{fieldmenu.mark(film, made.field)}", film.label, boxes)


async def revised(interaction: discord.Interaction[FilmBot], rest: str) -> Reply:
    """A suggestion approved as the moderator made it."""
    await require_moderator(interaction)
    number, _, mark = rest.partition(":")
    mine, n = suggestions(interaction), int(number)
    made = await mine.get(n)
    assert made
    there, film = await entry.standing(made.film_id, entry.view(interaction))
    if fieldmenu.mark(film, made.field) != mark:
        raise BotError(editing.CHANGED.format(field=FIELDS[made.field].label) + f"\n{field_text(film, made.field)}")
    text = forms.joined(forms.typed(interaction), field_text(made.applied(film), made.field))
    change = Change(with_text(film, made.field, text), there.id, there.version)
    return await _decided(interaction, n, await mine.approve(n, str(interaction.user.id), change))


async def rejected(interaction: discord.Interaction[FilmBot], rest: str) -> Reply:
    """A suggestion rejected with the reason typed."""
    await require_moderator(interaction)
    reason = forms.typed(interaction)["reason"]
    await suggestions(interaction).reject(int(rest), str(interaction.user.id), reason)
    return await _decided(interaction, int(rest), None)


async def _decided(interaction: discord.Interaction[FilmBot], n: int, edit: Edit | None) -> Reply:
    """What became of a suggestion, told to the member, and in the review message."""
    made = await suggestions(interaction).get(n)
    assert made
    there = await entry.view(interaction).standing(made.film_id)
    label = there.film.label if there.film else made.film_id
    field = FIELDS[made.field].label.lower()
    reason = f"\nReason: {cut(escaped(made.reason), REASON_SHOWN)}" if made.reason else ""
    told = discord.Embed(
        title=cut(f"Suggestion {n} {made.state}: {escaped(label)}", 256),
        description=f"Your suggestion for the {field} has been {made.state}.{reason}",
        colour=GOLD if made.state is State.APPROVED else GREY,
    )
    heard = await _tell(interaction.client, made.by, told)
    note = f"{str(made.state).capitalize()} by {diffs.who(made.decided_by)}.{reason}"
    unheard = "" if heard else f"\n{diffs.who(made.by)} could not be told in private."
    embed = diffs.shown(
        told.title or "", edit.before if edit else None, edit.after if edit else None, note + unheard, colour=BLUE
    )
    if edit is None:
        embed.description = note + unheard
    await _update(interaction, made, embed)
    return Reply(embed)


async def _tell(client: FilmBot, member: str | None, embed: discord.Embed) -> bool:
    """Tell a member in private; whether that was possible, or nobody is left to be told."""
    if member is None or not member.isdigit():
        return True
    try:
        private = await client.create_dm(discord.Object(int(member)))
        await private.send(embed=embed)
    except discord.HTTPException:
        return False
    return True


async def _update(interaction: discord.Interaction[FilmBot], made: Suggestion, embed: discord.Embed) -> None:
    """Write what was decided into the review message, when it was decided elsewhere."""
    here = interaction.message.id if interaction.message else None
    if made.message is None or made.channel is None or made.message == here:
        return
    channel = interaction.client.get_partial_messageable(made.channel, guild_id=interaction.guild_id)
    try:
        await channel.get_partial_message(made.message).edit(embed=embed, view=None)
    except discord.HTTPException:
        return


async def queue(interaction: discord.Interaction[FilmBot]) -> Reply:
    """The suggestion that has waited longest."""
    first, *more = await suggestions(interaction).open() or [None]
    if first is None:
        return Reply(discord.Embed(description=WAITING), private=True)
    there = await entry.view(interaction).standing(first.film_id)
    reply = card(first, there, len(more))
    return Reply(reply.embed, reply.items, private=True)
