"""An answer as an embed, within Discord's limits whatever the entry holds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import discord

from bot.chat.markdown import behind_bars, cut, day, escaped, length, linked, spoiler
from bot.knowledge.film import Film, Release, Role
from bot.knowledge.query import Asked, Credited, FilmRef, Job
from bot.questions.answers.answer import Answer, Kind
from bot.questions.answers.card import card
from bot.questions.words import wording

GOLD, BLUE, GREY = discord.Colour(0xE3B341), discord.Colour(0x5865F2), discord.Colour(0x747F8D)
COLOURS = {Kind.ANSWER: GOLD, Kind.CHOICE: BLUE, Kind.UNKNOWN: GREY, Kind.NONE: GREY}

TITLE, DESCRIPTION, FIELD, WHOLE = 256, 4096, 1024, 6000
"""Discord's limits in characters: title, description, a field's value, everything."""

SUMMARY_ON_CARD, FACT_ON_CARD, NARROW, RELEASES_ON_CARD = 1500, 400, 60, 4
ON_SMALL_CARD, SUMMARY_ON_SMALL_CARD = (Asked.DIRECTOR, Asked.RUNTIME, Asked.GENRE), 300
LINES, LINE, HALF = 20, 190, 90
"""Lines of a page, characters of a line and of half a line: a full page fits a description."""


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Drawn:
    """An embed, and which of how many pages it is, counted from 0."""

    embed: discord.Embed
    page: int = 0
    pages: int = 1


def draw(answer: Answer, page: int = 0, *, spoilers: bool = False) -> Drawn:
    """The embed of an answer; of a long list the page asked for, counted from 0, or the one nearest to it.

    `spoilers` shows a plot without spoiler bars.
    """
    film, query = answer.entry, answer.query
    if answer.kind is not Kind.ANSWER or query is None or query.also:
        return Drawn(_plain(answer))
    if answer.credits and query.person:
        return _list(query.person, _films(answer.credits), _did, page)
    if film and query.asked is Asked.CARD:
        return Drawn(_card(film))
    if film and query.asked in LISTS:
        items, line = LISTS[query.asked]
        return _list(film.label, items(film), line, page)
    if query.search and len(answer.values) > LINES:
        listed = _list(answer.lead, _found(answer), lambda found: _point(str(found)), page)
        return replace(listed, embed=_reasoned(listed.embed, answer))
    if film and query.asked in PROSE:
        text = PROSE[query.asked](film) or ""
        barred = query.asked is Asked.PLOT and not spoilers
        return Drawn(_titled(film.label, spoiler(text, DESCRIPTION) if barred else cut(escaped(text), DESCRIPTION)))
    return Drawn(_plain(answer))


def _found(answer: Answer) -> Sequence[object]:
    """What a search found, films with their years."""
    return [film.label for film in answer.films] if len(answer.films) >= len(answer.values) else answer.values


def _plain(answer: Answer) -> discord.Embed:
    text = answer.text if answer.kind is Kind.ANSWER else answer.lead or answer.text
    return _reasoned(discord.Embed(description=cut(escaped(text), DESCRIPTION), colour=COLOURS[answer.kind]), answer)


def _reasoned(embed: discord.Embed, answer: Answer) -> discord.Embed:
    """The embed with the facts that the answer was drawn from."""
    if answer.because:
        embed.add_field(name="Why?", value=cut(escaped("\n".join(answer.because)), FIELD), inline=False)
    return embed


def _titled(title: str, text: str) -> discord.Embed:
    return discord.Embed(title=cut(escaped(title), TITLE), description=text or None, colour=GOLD)


def _list(title: str, items: Sequence[T], line: Callable[[T], str], page: int) -> Drawn:
    pages = max(1, -(-len(items) // LINES))
    page = min(max(page, 0), pages - 1)
    lines = map(line, items[page * LINES : (page + 1) * LINES])
    return Drawn(_titled(title, "\n".join(lines)), page, pages)


def _card(film: Film) -> discord.Embed:
    drawn = card(film)
    summary = cut(escaped(drawn.summary or ""), SUMMARY_ON_CARD)
    other = f"*{cut(escaped(drawn.other_title), TITLE)}*" if drawn.other_title else ""
    embed = _titled(film.label, "\n\n".join(filter(None, (other, summary))))
    room = WHOLE - length(embed.title or "") - length(embed.description or "")
    for fact in drawn.facts:
        dated = fact.asked is Asked.RELEASE and film.releases
        text = "\n".join(map(_released, film.releases[:RELEASES_ON_CARD])) if dated else escaped(fact.text)
        value = cut(text, FIELD if dated else FACT_ON_CARD)
        room -= length(fact.label) + length(value)
        if room < 0:
            break
        embed.add_field(name=fact.label, value=value, inline=length(value) <= NARROW)
    return embed


def hidden(embed: discord.Embed) -> discord.Embed:
    """The same with all but its title behind spoiler bars, cut where they leave no room."""
    veiled = embed.copy().clear_fields()
    veiled.description = behind_bars(embed.description, DESCRIPTION) if embed.description else None
    room = WHOLE - length(veiled.title or "") - length(veiled.description or "")
    for field in embed.fields:
        value = behind_bars(field.value or "", FIELD)
        room -= length(field.name or "") + length(value)
        if room < 0:
            break
        veiled.add_field(name=field.name, value=value, inline=field.inline)
    return veiled


def small(film: Film) -> discord.Embed:
    """A film in a few lines."""
    drawn = card(film)
    facts = {fact.asked: fact.text for fact in drawn.facts}
    line = " · ".join(facts[asked].splitlines()[0] for asked in ON_SMALL_CARD if asked in facts)
    summary = cut(escaped(drawn.summary or ""), SUMMARY_ON_SMALL_CARD)
    return _titled(film.label, "\n".join(filter(None, (f"*{cut(escaped(line), LINE)}*" if line else "", summary))))


def _films(credits_: Sequence[Credited]) -> list[tuple[FilmRef, list[str]]]:
    """Each film with what the person did for it."""
    did: dict[FilmRef, list[str]] = {}
    for credit in credits_:
        played = f"as {credit.character}" if credit.character else "cast"
        did.setdefault(credit.film, []).append(played if credit.job is Job.CAST else credit.job.name.lower())
    return list(did.items())


def _did(film: tuple[FilmRef, list[str]]) -> str:
    return f"**{cut(escaped(film[0].label), HALF)}** · {cut(escaped(', '.join(dict.fromkeys(film[1]))), HALF)}"


def _played(role: Role) -> str:
    name = f"**{cut(escaped(role.name), HALF)}**"
    return f"{name} as {cut(escaped(role.character), HALF)}" if role.character else name


def _released(release: Release) -> str:
    where = escaped(wording.where(release))
    return cut(" · ".join(filter(None, (day(release.date) or wording.day(release.date), where))), LINE)


def _point(text: str) -> str:
    return f"• {cut(linked(text), LINE)}"


def _award(text: str) -> str:
    return _point(text[:1].upper() + text[1:])


def _origin(film: Film) -> list[str]:
    return [*([f"Based on {film.based_on}"] if film.based_on else []), *film.sources]


LISTS: dict[Asked, tuple[Callable[[Film], Sequence[Any]], Callable[[Any], str]]] = {
    Asked.CAST: (lambda film: film.cast, _played),
    Asked.AWARDS: (wording.awarded, _award),
    Asked.RELEASE: (lambda film: film.releases or [Release(date=str(film.year))], _released),
    Asked.ORIGIN: (_origin, _point),
    Asked.SOURCES: (lambda film: film.sources, _point),
}
"""What is shown line by line, in pages: the items, and the line of one."""

PROSE: dict[Asked, Callable[[Film], str | None]] = {
    Asked.SUMMARY: lambda film: film.summary,
    Asked.RECEPTION: lambda film: film.reception,
    Asked.PLOT: lambda film: film.plot,
}
"""What is shown as it stands in the entry."""
