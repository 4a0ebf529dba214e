"""Ordinary messages: what is said to the bot by mention, as a reply to it, or in private is answered once, quietly."""

from __future__ import annotations

import logging
import re
from collections import OrderedDict
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import discord

from bot.chat import errors, inline
from bot.chat.markdown import BARS, cut, cut_behind_bars, length, unquoted, without_quotes
from bot.chat.places import Place, place_of_message
from bot.chat.replies import Reply, in_time
from bot.questions.answers.answer import Answer, Kind

if TYPE_CHECKING:
    from bot.chat.client import FilmBot

log = logging.getLogger(__name__)

CONTENT = 2000
"""Characters of a message."""

KEPT = 1000
"""Replies that are remembered."""


class Replies:
    """Which reply belongs to which message, for the last ones, so that both can go together."""

    def __init__(self) -> None:
        self._sent: OrderedDict[int, discord.Message] = OrderedDict()

    def remember(self, message: int, reply: discord.Message) -> None:
        """Note what a message was answered with."""
        self._sent[message] = reply
        if len(self._sent) > KEPT:
            self._sent.popitem(last=False)

    async def forget(self, message: int) -> None:
        """Delete the reply to a message that was deleted."""
        if reply := self._sent.pop(message, None):
            with suppress(discord.HTTPException):
                await reply.delete()


async def heard(bot: FilmBot, message: discord.Message) -> None:
    """Answer a message if it is meant for the bot."""
    assert bot.user
    said = question(message, bot.user.id)
    names = inline.named(message.content) if bot.inline and said is None and not message.author.bot else []
    if bot.work.closed or (said is None and not names):
        return
    may = _permissions(message)
    if not may.send_messages:  # trying all the same would count against the bot
        return
    if said is None:
        await _show(bot, message, names, embeds=may.embed_links)
        return
    with bot.work.one():
        try:
            place = await place_of_message(bot, message)
            if not place.open:
                return
            reply = await in_time(_reply(bot, message, said, place), message.channel.typing)
        except Exception as error:
            text = errors.explained(error, "message")
            reply = Reply(discord.Embed(description=text)) if text else None
        if reply:
            await _send(bot, message, reply, embeds=may.embed_links)


def question(message: discord.Message, me: int) -> str | None:
    """What the message asks the bot, empty when it only calls it; None when it is not meant for it."""
    if message.author.bot or message.webhook_id or message.type not in _SAID:
        return None
    text = message.content
    mention = re.compile(rf"<@!?{me}>")
    if called := mention.search(without_quotes(text)):
        before, after = text[: called.start()], text[called.end() :]
        return unquoted(mention.sub(" ", after)) or unquoted(before)
    if message.guild is None or _replies_to(message, me):
        return unquoted(text) or None
    return None


_SAID = (discord.MessageType.default, discord.MessageType.reply)


def _replies_to(message: discord.Message, me: int) -> bool:
    answered = message.reference.resolved if message.reference else None
    return isinstance(answered, discord.Message) and answered.author.id == me


async def _reply(bot: FilmBot, message: discord.Message, said: str, place: Place) -> Reply | None:
    asker = message.author.id
    answer, reply = await bot.ask(said, place, asker, bot.talks.of(message.channel.id, asker))
    if answer.kind is Kind.NONE and not _worth_saying(answer, said, private=message.guild is None):
        return None
    return reply


def _worth_saying(answer: Answer, said: str, *, private: bool) -> bool:
    """Whether to say that something is no film question: not to people who chat in a server."""
    return private or not said or said.startswith("/") or answer.query is not None


def _permissions(message: discord.Message) -> discord.Permissions:
    """What the bot may do where the message is."""
    if message.guild is None or isinstance(message.channel, discord.PartialMessageable):
        return discord.Permissions.all()
    may = message.channel.permissions_for(message.guild.me)
    if isinstance(message.channel, discord.Thread):
        may.send_messages = may.send_messages_in_threads
    return may


async def _send(bot: FilmBot, message: discord.Message, reply: Reply, *, embeds: bool) -> None:
    """Reply without a ping; as plain text where embeds are not allowed."""
    parts: dict[str, Any] = reply.parts()
    if not embeds:
        parts |= {"embed": None, "content": _text(reply.embed)}
    reference = message.to_reference(fail_if_not_exists=False)
    try:
        sent = await message.channel.send(**parts, reference=reference, mention_author=False)
        bot.replied.remember(message.id, sent)
    except discord.DiscordException as error:
        log.warning("Could not reply to a message: %s", error)


async def _show(bot: FilmBot, message: discord.Message, names: list[str], *, embeds: bool) -> None:
    """Show the films a message names; where that cannot be done, or goes wrong, nobody has asked."""
    with bot.work.one():
        try:
            place = await place_of_message(bot, message)
            wanted = embeds and place.settings.inline and place.open
            shown = await inline.small_cards(place, names) if wanted else []
            if shown:
                reference = message.to_reference(fail_if_not_exists=False)
                sent = await message.channel.send(embeds=shown, reference=reference, mention_author=False)
                bot.replied.remember(message.id, sent)
        except Exception as error:
            errors.explained(error, "films in a message")


def _text(embed: discord.Embed) -> str:
    """The words of an embed."""
    title = f"**{embed.title}**\n" if embed.title else ""
    described = cut_behind_bars(embed.description or "", CONTENT - length(title))
    facts = (f"\n**{field.name}:** {field.value}" for field in embed.fields)
    if described.endswith(BARS):
        return title + described
    return cut(title + described + "".join(facts), CONTENT)
