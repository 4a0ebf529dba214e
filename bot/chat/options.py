"""What stands after a command: titles, names, genres and decades, each with suggestions while one types."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import Awaitable, Iterable
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.chat.keys import short, whole
from bot.chat.markdown import cut
from bot.chat.places import catalogue_of
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import FilmRef, chosen

if TYPE_CHECKING:
    from bot.chat.client import FilmBot

Choices = list[app_commands.Choice[Any]]

CHOICES, ROOM = 25, 100
"""Discord's limits: suggestions, and characters of a suggestion's name or value."""

PATIENCE = 2.0
"""Seconds that suggestions may take; Discord waits 3."""

_LABEL = re.compile(r"(?P<title>.+?)(?:…|(?: \(\d{4}\))? · )")
"""A label that is more or less than `Title (Year)`."""

FIRST_DECADE, LAST_DECADE = 1890, 2020


class FilmTitle(app_commands.Transformer):
    """A film by its title: typed, as a label, or as a suggestion, which carries the film's id."""

    async def transform(self, interaction: discord.Interaction[Any], value: str, /) -> str:
        """What to look up."""
        catalogue = catalogue_of(interaction)
        if len(value) <= ROOM and (found := _LABEL.match(value)):
            return await _labelled(value, found["title"], catalogue)
        return await whole(value, catalogue)

    async def autocomplete(self, interaction: discord.Interaction[Any], value: Any, /) -> Choices:
        """Films whose title may begin like this."""
        return await in_time(interaction, _films(interaction, value), value)


class Plain(app_commands.Transformer):
    """Text that is looked up as it was typed."""

    async def transform(self, _: discord.Interaction[Any], value: str, /) -> str:
        """What to look up, as typed."""
        return value


class PersonName(Plain):
    """A person by name."""

    async def autocomplete(self, interaction: discord.Interaction[Any], value: Any, /) -> Choices:
        """People whose name may begin like this."""
        return await in_time(interaction, _people(interaction, value), value)


class Genre(Plain):
    """A genre of the catalogue."""

    async def autocomplete(self, interaction: discord.Interaction[Any], value: Any, /) -> Choices:
        """Genres that hold what was typed, the most frequent first."""
        return await in_time(interaction, _genres(interaction, value), value)


class Decade(Plain):
    """A decade, or a single year."""

    async def autocomplete(self, _: discord.Interaction[Any], value: Any, /) -> Choices:
        """Decades that hold what was typed, the latest first."""
        return _choices(f"{year}s" for year in range(LAST_DECADE, FIRST_DECADE - 1, -10) if value.strip() in f"{year}s")


async def _films(interaction: discord.Interaction[FilmBot], typed: str) -> Choices:
    films = await catalogue_of(interaction).complete(typed, CHOICES)
    alike = Counter(film.label for film in films)
    return [app_commands.Choice(name=_label(film, alike[film.label]), value=short(film.id, ROOM)) for film in films]


def _label(film: FilmRef, alike: int) -> str:
    """`Title (Year)`; with the director where two would read the same. A long title is cut, not the year."""
    label = film.label if alike == 1 else film.full_label
    if len(label) <= ROOM:
        return label
    end = label[len(film.title) :]
    return cut(film.title, ROOM - len(end)) + end if len(end) < ROOM // 2 else cut(label, ROOM)


async def _labelled(label: str, title: str, catalogue: Catalogue) -> str:
    """What asks for the film that a suggestion with this label stood for; the label when there is none."""
    films = await catalogue.complete(title, CHOICES)
    return next((chosen(film.id) for film in films if label in (_label(film, 1), _label(film, 2))), label)


async def _people(interaction: discord.Interaction[FilmBot], typed: str) -> Choices:
    return _choices(await catalogue_of(interaction).complete_people(typed, CHOICES))


async def _genres(interaction: discord.Interaction[FilmBot], typed: str) -> Choices:
    wanted = typed.strip().casefold()
    return _choices(genre for genre in await catalogue_of(interaction).genres() if wanted in genre.casefold())


def _choices(names: Iterable[str]) -> Choices:
    short_names = (name for name in names if len(name) <= ROOM)
    return [app_commands.Choice(name=name, value=name) for _, name in zip(range(CHOICES), short_names, strict=False)]


async def in_time(interaction: discord.Interaction[FilmBot], coming: Awaitable[Choices], typed: str) -> Choices:
    """The suggestions; when they take too long what was typed, for clients remember an empty list as the answer."""
    task = asyncio.create_task(_counted(interaction, coming))
    done, _ = await asyncio.wait({task}, timeout=PATIENCE)
    if done:
        return await task
    task.add_done_callback(_forget)
    text = cut(" ".join(typed.split()), ROOM)
    if not text:
        raise TimeoutError("no suggestions in time")
    return [app_commands.Choice(name=text, value=text)]


async def _counted(interaction: discord.Interaction[FilmBot], coming: Awaitable[Choices]) -> Choices:
    with interaction.client.work.one():
        return await coming


def _forget(task: asyncio.Task[Choices]) -> None:
    """Let what came too late end without a complaint."""
    if not task.cancelled():
        task.exception()
