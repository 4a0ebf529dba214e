"""The bot on Discord: what it needs comes in by keyword, what it offers is set up before it connects."""

import logging
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.chat import errors, keys, listening, pressing, submitting
from bot.chat.cogs.entries import Entries
from bot.chat.cogs.help import Help
from bot.chat.cogs.leaving import Leaving
from bot.chat.cogs.lookups import Lookups
from bot.chat.cogs.privacy import Privacy
from bot.chat.cogs.settings import Settings
from bot.chat.cogs.suggestions import Suggesting
from bot.chat.places import Place
from bot.chat.replies import Reply
from bot.chat.showing import adult_film, shown
from bot.chat.syncing import Synced, synced_or_known
from bot.chat.talks import Talks
from bot.chat.work import Work
from bot.errors import BotError
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import Asked, Query
from bot.knowledge.servers import Servers
from bot.questions.answers.answer import Answer, Kind
from bot.questions.ask import again, answer, ask
from bot.questions.conversation.context import Context

log = logging.getLogger(__name__)

SYNCED = "discord-commands.json"
"""The file of the state folder that says which commands Discord has."""

NEEDED = discord.Permissions(
    view_channel=True, send_messages=True, send_messages_in_threads=True, embed_links=True, read_message_history=True
)
"""What the bot asks for when it is invited."""

GRACE = 10.0
"""Seconds that answers in hand have when the bot stops."""

DRAWS = 20
"""Films drawn at random until one may be shown."""

LONGEST_WAIT = 60.0
"""Seconds the bot waits when Discord asks it to slow down; what would take longer fails instead."""


class FilmTree(app_commands.CommandTree["FilmBot"]):
    """The slash commands; what goes wrong in one is told to the person who used it."""

    async def interaction_check(self, interaction: discord.Interaction["FilmBot"], /) -> bool:
        """Whether to begin: not when the bot is about to stop."""
        if self.client.work.closed and interaction.type is discord.InteractionType.application_command:
            await errors.privately(interaction, errors.STOPPING)
        return not self.client.work.closed

    async def on_error(self, interaction: discord.Interaction["FilmBot"], error: app_commands.AppCommandError) -> None:
        """Tell the person, or log."""
        await errors.tell(interaction, error)


class FilmBot(commands.AutoShardedBot):
    """A bot that answers from a catalogue.

    `state_folder` keeps what must survive a restart besides the catalogue; without one Discord is asked at every start.
    `inline` shows films that any message names as [[The Sessions]], for which Discord must grant the message-content
    intent. Other keywords are discord.py's.
    """

    def __init__(
        self, *, catalogue: Catalogue, state_folder: Path | None = None, inline: bool = False, **options: Any
    ) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=FilmTree,
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True, message_content=inline),
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
            activity=discord.CustomActivity("/help"),
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_messages=None,
            max_ratelimit_timeout=LONGEST_WAIT,
            **options,
        )
        self.catalogue = catalogue
        self.servers = Servers(catalogue)
        self.inline = inline
        self.work = Work()
        self.replied = listening.Replies()
        self.talks = Talks()
        self.synced = Synced(0, "")
        self._named = _naming(self.tree, {})
        self._synced_file = state_folder / SYNCED if state_folder else None

    async def setup_hook(self) -> None:
        """Offer the commands, buttons and menus, and tell Discord of the commands if it does not know them."""
        await self.add_cog(Lookups(self))
        await self.add_cog(Help())
        await self.add_cog(Leaving(self))
        await self.add_cog(Entries())
        await self.add_cog(Suggesting())
        self.tree.add_command(Settings())
        self.tree.add_command(Privacy())
        self.add_dynamic_items(*pressing.ITEMS)
        assert self.application_id
        self.synced = await synced_or_known(self.tree, self.application_id, self._synced_file)
        self._named = _naming(self.tree, self.synced.ids)
        log.info("Invite me to a server: %s", discord.utils.oauth_url(self.application_id, permissions=NEEDED))

    async def close(self) -> None:
        """Finish the answers in hand, unless that was done, and disconnect."""
        if not self.work.closed and (left := await self.work.finish(GRACE)):
            log.warning("%d answers took longer than %g s and were given up", left, GRACE)
        await super().close()

    async def answer(self, query: Query, place: Place, asker: int, page: int = 0, talk: Context | None = None) -> Reply:
        """The reply to what a person asks; `talk` is the conversation it belongs to."""
        answered = await answer(query, place.catalogue)
        if query.asked is Asked.RANDOM and place.mature == "refuse":
            answered = await _for_everybody(answered, query, place)
        if talk:
            talk.heard(answered)
        return await shown(answered, place, asker, page)

    async def reply_to(
        self,
        asked: str,
        key: str,
        place: Place,
        asker: int,
        page: int = 0,
        talk: Context | None = None,
        question: str = "",
    ) -> Reply:
        """The reply to what the word and the key of a custom_id ask; `question` stood in the foot of the message."""
        if asked != keys.AGAIN:
            return await self.answer(await keys.query(asked, key, place.catalogue), place, asker, page, talk)
        if not question:
            raise BotError(keys.FORGOTTEN)
        answered = await again(question, await keys.film(key, place.catalogue), place.catalogue)
        if talk:
            talk.heard(answered)
        return await shown(answered, place, asker, page)

    async def ask(self, text: str, place: Place, asker: int, talk: Context) -> tuple[Answer, Reply]:
        """What a person asks in plain words, understood and drawn; commands it names can be clicked."""
        answered = await ask(text, place.catalogue, talk)
        reply = await shown(answered, place, asker)
        if answered.kind is Kind.NONE and reply.embed.description:
            reply.embed.description = self.clickable(self._to_be_chosen(text) or reply.embed.description)
        return answered, reply

    def _to_be_chosen(self, text: str) -> str | None:
        """What to say of a command that Discord must send itself, when its name was typed into a message."""
        name = text.strip().removeprefix("/").partition(" ")[0] if text.lstrip().startswith("/") else ""
        if not (known := self.tree.get_command(name.lower())):
            return None
        parts = [known] if isinstance(known, app_commands.Command) else known.walk_commands()
        paths = [f"/{part.qualified_name}" for part in parts if isinstance(part, app_commands.Command)]
        return f"That is to be chosen from the list that opens when you type a slash: {' · '.join(paths)}"

    def clickable(self, text: str) -> str:
        """The text with its commands to be clicked, as far as Discord has told their ids."""
        return self._named.sub(lambda found: f"</{found[1]}:{self.synced.ids[found[1].split()[0]]}>", text)

    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        """Take back the reply to a message that its author took back."""
        await self.replied.forget(event.message_id)

    async def on_message(self, message: discord.Message, /) -> None:
        """Answer what is said to the bot in an ordinary message."""
        await listening.heard(self, message)

    async def on_interaction(self, interaction: discord.Interaction["FilmBot"]) -> None:
        """Read forms that were filled in, and explain buttons that this version no longer knows."""
        if interaction.type is discord.InteractionType.modal_submit:
            await submitting.submitted(interaction)
        else:
            await pressing.explain_unknown(interaction)

    async def on_error(self, event_method: str, /, *_: Any, **__: Any) -> None:
        """Log what went wrong in a listener."""
        errors.explained(sys.exc_info()[1] or RuntimeError(event_method), event_method)


async def _for_everybody(drawn: Answer, query: Query, place: Place) -> Answer:
    """A film drawn at random that is not for adults only, or the last one drawn."""
    for _ in range(DRAWS):
        if not await adult_film(drawn, place):
            break
        drawn = await answer(query, place.catalogue)
    return drawn


def _naming(tree: app_commands.CommandTree[Any], ids: Mapping[str, int]) -> re.Pattern[str]:
    """Finds the commands that a text names, as far as their ids are known: `/runtime`, `/settings show`."""
    known = (command.qualified_name for command in tree.walk_commands() if isinstance(command, app_commands.Command))
    names = sorted((re.escape(name) for name in known if name.split()[0] in ids), key=len, reverse=True)
    return re.compile(rf"(?<![\w/<])/({'|'.join(names)})(?![\w-])" if names else r"(?!)")
