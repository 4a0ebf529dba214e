"""An answer as an embed, within Discord's limits whatever the entry holds."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import discord

from bot.chat.markdown import cut, day, escaped, length, linked, spoiler
from bot.knowledge.film import Film, Release
from bot.knowledge.query import Asked
from bot.questions import wording
from bot.questions.answer import Answer, Kind
from bot.questions.card import card

GOLD, BLUE, GREY = discord.Colour(0xE3B341), discord.Colour(0x5865F2), discord.Colour(0x747F8D)
COLOURS = {Kind.ANSWER: GOLD, Kind.CHOICE: BLUE, Kind.UNKNOWN: GREY, Kind.NONE: GREY}

TITLE, DESCRIPTION, FIELD, WHOLE = 256, 4096, 1024, 6000
"""Discord's limits in characters: title, description, a field's value, everything."""

SUMMARY_ON_CARD, FACT_ON_CARD, NARROW, RELEASES_ON_CARD = 1500, 400, 60, 4
LINES, LINE = 20, 190
"""Lines of a page and characters of a line: a full page fits a description."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """An embed, and of how many pages it is one."""

    embed: discord.Embed
    pages: int = 1


def draw(answer: Answer, page: int = 0) -> Drawn:
    """The embed of an answer; of a long list the page asked for, counted from 0, or the one nearest to it."""
    asked = answer.query.asked if answer.query else None
    film = answer.entry if answer.kind is Kind.ANSWER else None
    if film is None or asked is None:
        return Drawn(_plain(answer))
    if asked is Asked.CARD:
        return Drawn(_card(film))
    if asked in LISTS:
        return _list(film, list(LISTS[asked](film)), page)
    if asked in PROSE:
        return Drawn(_titled(film, PROSE[asked](film)))
    return Drawn(_plain(answer))


def _plain(answer: Answer) -> discord.Embed:
    return discord.Embed(description=cut(escaped(answer.lead or answer.text), DESCRIPTION), colour=COLOURS[answer.kind])


def _titled(film: Film, text: str) -> discord.Embed:
    return discord.Embed(title=cut(escaped(film.label), TITLE), description=text or None, colour=GOLD)


def _list(film: Film, lines: list[str], page: int) -> Drawn:
    pages = max(1, -(-len(lines) // LINES))
    first = LINES * min(max(page, 0), pages - 1)
    return Drawn(_titled(film, "\n".join(lines[first : first + LINES])), pages)


def _card(film: Film) -> discord.Embed:
    drawn = card(film)
    summary = cut(escaped(drawn.summary or ""), SUMMARY_ON_CARD)
    other = f"*{cut(escaped(drawn.other_title), TITLE)}*" if drawn.other_title else ""
    embed = _titled(film, "\n\n".join(filter(None, (other, summary))))
    room = WHOLE - length(embed.title or "") - length(embed.description or "")
    for fact in drawn.facts:
        dated = fact.asked is Asked.RELEASE and film.releases
        text = "\n".join(_releases(film.releases[:RELEASES_ON_CARD])) if dated else escaped(fact.text)
        value = cut(text, FIELD if dated else FACT_ON_CARD)
        room -= length(fact.label) + length(value)
        if room < 0:
            break
        embed.add_field(name=fact.label, value=value, inline=length(value) <= NARROW)
    return embed


def _cast(film: Film) -> Iterable[str]:
    for role in film.cast:
        line = f"**{cut(escaped(role.name), LINE // 2)}**"
        yield f"{line} as {cut(escaped(role.character), LINE // 2)}" if role.character else line


def _releases(releases: Iterable[Release]) -> Iterable[str]:
    for release in releases:
        where = escaped(wording.where(release))
        yield cut(" · ".join(filter(None, (day(release.date) or wording.day(release.date), where))), LINE)


def _points(texts: Iterable[str]) -> Iterable[str]:
    return (f"• {cut(linked(text), LINE)}" for text in texts)


def _origin(film: Film) -> Iterable[str]:
    if film.based_on:
        yield f"Based on {cut(escaped(film.based_on), LINE)}"
    if film.sources:
        yield "Facts checked in:"
    yield from _points(film.sources)


def _year(film: Film) -> Iterable[str]:
    return [str(film.year)]


LISTS: dict[Asked, Callable[[Film], Iterable[str]]] = {
    Asked.CAST: _cast,
    Asked.AWARDS: lambda film: _points(f"{line[:1].upper()}{line[1:]}" for line in wording.awarded(film)),
    Asked.RELEASE: lambda film: _releases(film.releases) if film.releases else _year(film),
    Asked.ORIGIN: _origin,
    Asked.SOURCES: lambda film: _points(film.sources),
}
"""What is shown line by line, in pages."""

PROSE: dict[Asked, Callable[[Film], str]] = {
    Asked.SUMMARY: lambda film: cut(escaped(film.summary or ""), DESCRIPTION),
    Asked.RECEPTION: lambda film: cut(escaped(film.reception or ""), DESCRIPTION),
    Asked.PLOT: lambda film: spoiler(film.plot or "", DESCRIPTION),
}
"""What is shown as it stands in the entry."""
