"""Editing a film: from what was typed to what is to be confirmed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

import discord

from bot.chat import entry, fieldmenu, forms, proposals
from bot.chat.forms import Box
from bot.chat.permissions import require_moderator
from bot.chat.replies import Reply
from bot.errors import FieldError
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.changes import Change, Standing, with_field
from bot.knowledge.film import Film
from bot.sources.fields import FIELDS, field_text, with_text, with_texts
from bot.sources.twins import twins

if TYPE_CHECKING:
    from bot.chat.client import FilmBot

ADDED = ("title", "year", "runtime", "directors", "summary")
"""What the form for a new film asks."""

CHANGED = "{field} has been changed to this since you began; nothing was changed. Look at it and try again."


def add_form(texts: Mapping[str, str] | None = None) -> discord.ui.Modal:
    """The form for a new film."""
    boxes = [
        Box(name, FIELDS[name].label, FIELDS[name].how, long=FIELDS[name].long, required=name == "title")
        for name in ADDED
    ]
    return forms.filled(forms.form("form:add:", "A new film", boxes), texts or {})


async def added(interaction: discord.Interaction[FilmBot], _: str) -> Reply:
    """The film typed into the form is added; when there is one very like it, that is asked about first."""
    await require_moderator(interaction)
    texts = forms.typed(interaction)
    film = with_texts(Film(title="-"), {name: texts.get(name, "") for name in ADDED})
    catalogue = entry.view(interaction)
    if alike := await twins(film, catalogue):
        names = ", ".join(f"**{discord.utils.escape_markdown(ref.full_label)}**" for ref in alike[:3])
        note = f"There is {names} already. Is this another film? To change that one, use /entry edit."
        return proposals.proposed(f"Add {film.label}?", None, Change(film), note, label="Add it all the same")
    return proposals.done(await catalogue.edits.apply([Change(film)], str(interaction.user.id)))


async def edited(interaction: discord.Interaction[FilmBot], rest: str) -> Reply:
    """What the form for one field would change, to be confirmed."""
    await require_moderator(interaction)
    there, film, name, text = await field_typed(interaction, rest)
    return change_of(there, film, with_text(film, name, text))


_FIELD = re.compile(r"(?P<name>\w+):(?P<mark>[0-9a-f]+):(?P<key>.+)")


async def field_typed(interaction: discord.Interaction[FilmBot], rest: str) -> tuple[Standing, Film, str, str]:
    """What stands, the field of the form, and what was typed. Raises FieldError when the field has changed since."""
    there, film, name, mark = await field_of(interaction, rest)
    stands = field_text(film, name)
    if fieldmenu.mark(film, name) != mark:
        raise FieldError(f"{CHANGED.format(field=FIELDS[name].label)}\n{stands or '(nothing)'}")
    return there, film, name, forms.joined(forms.typed(interaction), stands)


async def field_of(interaction: discord.Interaction[FilmBot], rest: str) -> tuple[Standing, Film, str, str]:
    """The film, the field and the mark that the custom_id of a form names."""
    match = _FIELD.fullmatch(rest)
    assert match
    catalogue = entry.view(interaction)
    there, film = await entry.standing(await entry.id_of_key(match["key"], catalogue), catalogue)
    return there, film, match["name"], match["mark"]


def change_of(there: Standing, film: Film, after: Film, *notes: str) -> Reply:
    """A change of a film to be confirmed; when nothing would change, that."""
    if film == after:
        return Reply(discord.Embed(description="That is what stands there already; nothing was changed."), private=True)
    return proposals.proposed(f"Change {film.label}?", film, Change(after, there.id, there.version), *notes)


async def with_value(text: str, field: str, value: str, catalogue: Catalogue) -> Reply:
    """A field of a film set to a value typed on one line, to be confirmed."""
    there, film = await entry.standing(await entry.film_id(text, catalogue), catalogue)
    return change_of(there, film, with_text(film, field, on_lines(field, value)))


def on_lines(field: str, value: str) -> str:
    """A value typed on one line as the field wants it: what semicolons part stands on lines of its own."""
    return re.sub(r"\s*;\s*", "\n", value) if FIELDS[field].items else value


async def removal(text: str, catalogue: Catalogue) -> Reply:
    """The removal of a film to be confirmed."""
    there, film = await entry.standing(await entry.film_id(text, catalogue), catalogue)
    note = "It can be brought back with /entry restore."
    change = Change(None, there.id, there.version)
    return proposals.proposed(f"Remove {film.label}?", film, change, note, label="Remove")


async def renaming(text: str, title: str, year: int | None, catalogue: Catalogue) -> Reply:
    """Another title, and year where one is given, to be confirmed."""
    there, film = await entry.standing(await entry.film_id(text, catalogue), catalogue)
    after = with_text(film, "title", title)
    return change_of(there, film, with_text(after, "year", str(year)) if year else after)


async def aliasing(text: str, title: str, catalogue: Catalogue, *, remove: bool) -> Reply:
    """Another title of a film put to the others, or taken from them, to be confirmed."""
    there, film = await entry.standing(await entry.film_id(text, catalogue), catalogue)
    titles = [known for known in film.also_known_as if known.casefold() != title.casefold()]
    return change_of(there, film, with_field(film, "also_known_as", titles if remove else [*titles, title]))


async def restored(text: str, by: str, catalogue: Catalogue) -> Reply:
    """A removed film brought back."""
    film_id = await entry.film_id(text, catalogue, removed=True)
    return proposals.done([await catalogue.edits.restore(film_id, by)])


async def undone(text: str, version: int | None, by: str, catalogue: Catalogue) -> Reply:
    """The last edit of a film undone, or the film brought back to a version."""
    film_id = await entry.film_id(text, catalogue, removed=True)
    edits = catalogue.edits
    edit = await (edits.undo(film_id, by) if version is None else edits.back(film_id, by, version))
    return proposals.done([edit])
