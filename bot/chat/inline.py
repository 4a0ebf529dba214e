"""Films named in an ordinary message as [[The Sessions]]: a small card each, where the operator has turned that on."""

from __future__ import annotations

import re

import discord

from bot.chat import cards
from bot.chat.markdown import without_quotes
from bot.chat.places import Place
from bot.knowledge.film import Film
from bot.knowledge.query import Asked, Query
from bot.questions.answers.adults import for_adults
from bot.questions.answers.answer import Kind
from bot.questions.ask import answer

MOST = 3
"""Films of one message that get a card."""

_NAMED = re.compile(r"\[\[([^\[\]\n]{1,150})\]\]")


def named(text: str) -> list[str]:
    """The first titles in double brackets, none that stands in code, in a quote or behind spoiler bars."""
    found = (name.strip() for name in _NAMED.findall(without_quotes(text, spoilers=True)))
    return list(dict.fromkeys(filter(None, found)))[:MOST]


async def small_cards(place: Place, names: list[str]) -> list[discord.Embed]:
    """A card for every name that surely is one film; nobody has asked, so nothing is said of the others."""
    answers = [await answer(Query(Asked.CARD, film=name), place.catalogue) for name in names]
    films = {known.entry.id: known.entry for known in answers if known.kind is Kind.ANSWER and known.entry}
    return [shown for film in films.values() if (shown := _small(film, place.mature))]


def _small(film: Film, mature: str) -> discord.Embed | None:
    if mature == "show" or not for_adults(film):
        return cards.small(film)
    return cards.hidden(cards.small(film)) if mature == "bars" else None
