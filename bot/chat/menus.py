"""Buttons and menus that outlive a restart: each custom_id carries what was asked, of which film, and by whom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import ui

from bot.chat import cards, errors, replies
from bot.chat.keys import short, whole
from bot.chat.markdown import cut, escaped
from bot.chat.replies import Reply
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import Asked, FilmRef, Query
from bot.questions.answer import Answer, Kind
from bot.questions.ask import answer as answered

if TYPE_CHECKING:
    from bot.chat.client import FilmBot

Item = ui.Item[Any]

LABEL, OPTION, OPTIONS = 80, 100, 25
"""Discord's limits: characters of a button's label and of an option's label or value, and options of a menu."""

KEY = 54
"""Characters of a film's id in a custom_id of 100: what `page:cinematography:`, a user's id and a page leave."""

NOT_YOURS = "Only the one who asked can choose here. Ask me yourself, for example with /film."
OUTDATED = "That button is from an older version of me. Please ask again."

ASPECTS = {
    Asked.CAST: ("Cast", "cast"),
    Asked.PLOT: ("Plot", "plot"),
    Asked.AWARDS: ("Awards", "awards"),
    Asked.RECEPTION: ("Reception", "reception"),
    Asked.ORIGIN: ("Sources", "sources"),
}
"""What the buttons under a card show: label, and the field of the entry without which there is no button."""


def drawn(answer: Answer, asker: int, page: int = 0) -> Reply:
    """The reply that an answer is, with what can be pressed below it."""
    card = cards.draw(answer, page)
    return Reply(card.embed, tuple(_items(answer, asker, page, card.pages)), answer.kind is not Kind.ANSWER)


async def answer_to(query: Query, catalogue: Catalogue, asker: int, page: int = 0) -> Reply:
    """The reply to what a command, a menu or a button asks."""
    return drawn(await answered(query, catalogue), asker, page)


def _items(answer: Answer, asker: int, page: int, pages: int) -> list[Item]:
    asked = answer.query.asked if answer.query else Asked.CARD
    if answer.kind is Kind.CHOICE:
        return [FilmMenu(asked, asker, answer.choices[:OPTIONS])]
    if answer.kind is Kind.UNKNOWN:
        return [FilmButton(asked, asker, film.id, film.label) for film in answer.choices[:5]]
    film = answer.entry
    if film is None or film.id is None:
        return []
    if asked is Asked.CARD:
        known = ((aspect, label) for aspect, (label, field) in ASPECTS.items() if getattr(film, field))
        return [AspectButton(aspect, film.id, label) for aspect, label in known]
    if pages == 1:
        return []
    return [
        PageButton(asked, asker, film.id, page - 1, "Previous", disabled=page <= 0),
        PageButton(asked, asker, film.id, page + 1, f"Next ({page + 1} of {pages})", disabled=page >= pages - 1),
    ]


class FilmMenu(ui.DynamicItem["ui.Select[ui.View]"], template=r"film:(?P<asked>\w+):(?P<asker>\d+)"):
    """The films that a title may mean, for the asker to choose one."""

    def __init__(self, asked: Asked, asker: int, films: tuple[FilmRef, ...] = ()) -> None:
        options = [
            discord.SelectOption(label=cut(film.full_label, OPTION), value=short(film.id, OPTION)) for film in films
        ]
        menu: ui.Select[ui.View] = ui.Select(
            custom_id=f"film:{asked}:{asker}", placeholder="Which film do you mean?", options=options
        )
        super().__init__(menu)
        self.asked, self.asker = asked, asker

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str]) -> Self:
        """The menu as it was sent."""
        assert isinstance(item, ui.Select)
        restored = cls(Asked(match["asked"]), int(match["asker"]))
        restored.item.options = item.options
        return restored

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answer about the film chosen."""
        value = self.item.values[0]
        label = next((option.label for option in self.item.options if option.value == value), "")
        await replies.guarded(interaction, lambda: _choose(interaction, self.asked, self.asker, value, label))


class FilmButton(ui.DynamicItem["ui.Button[ui.View]"], template=r"near:(?P<asked>\w+):(?P<asker>\d+):(?P<film>.+)"):
    """One of the films nearest to what was typed."""

    def __init__(self, asked: Asked, asker: int, film: str, label: str) -> None:
        key = short(film, KEY)
        super().__init__(ui.Button(label=cut(label, LABEL), custom_id=f"near:{asked}:{asker}:{key}"))
        self.asked, self.asker, self.film, self.label = asked, asker, key, label

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str]) -> Self:
        """The button as it was sent."""
        assert isinstance(item, ui.Button)
        return cls(Asked(match["asked"]), int(match["asker"]), match["film"], item.label or "")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answer about this film."""
        await replies.guarded(interaction, lambda: _choose(interaction, self.asked, self.asker, self.film, self.label))


class AspectButton(ui.DynamicItem["ui.Button[ui.View]"], template=r"show:(?P<asked>\w+):(?P<film>.+)"):
    """More about the film of a card, for whoever presses it and for nobody else."""

    def __init__(self, asked: Asked, film: str, label: str) -> None:
        key = short(film, KEY)
        super().__init__(ui.Button(label=label, custom_id=f"show:{asked}:{key}"))
        self.asked, self.film = asked, key

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str]) -> Self:
        """The button as it was sent."""
        assert isinstance(item, ui.Button)
        return cls(Asked(match["asked"]), match["film"], item.label or "")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Show it."""
        coming = _about(interaction, self.asked, self.film, private=True)
        await replies.guarded(interaction, lambda: replies.answer(interaction, coming))


class PageButton(
    ui.DynamicItem["ui.Button[ui.View]"],
    template=r"page:(?P<asked>\w+):(?P<asker>\d+):(?P<page>-?\d+):(?P<film>.+)",
):
    """Another page of a long list."""

    def __init__(self, asked: Asked, asker: int, film: str, page: int, label: str, *, disabled: bool = False) -> None:
        key = short(film, KEY)
        button: ui.Button[ui.View] = ui.Button(
            label=label, custom_id=f"page:{asked}:{asker}:{page}:{key}", disabled=disabled
        )
        super().__init__(button)
        self.asked, self.asker, self.page, self.film = asked, asker, page, key

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str]) -> Self:
        """The button as it was sent."""
        assert isinstance(item, ui.Button)
        return cls(Asked(match["asked"]), int(match["asker"]), match["film"], int(match["page"]), item.label or "")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Turn the page."""
        await replies.guarded(interaction, lambda: self._turn(interaction))

    async def _turn(self, interaction: discord.Interaction[FilmBot]) -> None:
        if await _may_choose(interaction, self.asker):
            await replies.replace(interaction, _about(interaction, self.asked, self.film, page=self.page))


ITEMS = (FilmMenu, FilmButton, AspectButton, PageButton)
"""All of them, for the bot to know at start."""


async def explain_unknown(interaction: discord.Interaction[FilmBot]) -> None:
    """Answer the press of a button that no version of now knows."""
    if interaction.type is not discord.InteractionType.component or interaction.data is None:
        return
    custom_id = str(interaction.data.get("custom_id", ""))
    if not any(item.__discord_ui_compiled_template__.fullmatch(custom_id) for item in ITEMS):
        await errors.privately(interaction, OUTDATED)


async def _choose(interaction: discord.Interaction[FilmBot], asked: Asked, asker: int, film: str, label: str) -> None:
    """Answer about the film chosen: for all to see, where the choice was for the asker alone."""
    if not await _may_choose(interaction, asker):
        return
    coming = _about(interaction, asked, film)
    if interaction.message and interaction.message.flags.ephemeral:
        await replies.publish(interaction, coming, escaped(label))
    else:
        await replies.replace(interaction, coming)


async def _may_choose(interaction: discord.Interaction[FilmBot], asker: int) -> bool:
    if interaction.user.id == asker:
        return True
    await errors.privately(interaction, NOT_YOURS)
    return False


async def _about(
    interaction: discord.Interaction[FilmBot], asked: Asked, film: str, *, page: int = 0, private: bool = False
) -> Reply:
    catalogue = interaction.client.catalogue
    query = Query(asked, film=await whole(film, catalogue))
    reply = await answer_to(query, catalogue, interaction.user.id, page)
    return Reply(reply.embed, reply.items, private or reply.private)
