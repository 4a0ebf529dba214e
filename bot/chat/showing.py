"""How an answer is shown in a place: films for adults as its server wants it, all else as it is."""

from __future__ import annotations

from dataclasses import replace

import discord

from bot.chat import cards
from bot.chat.drawing import drawn
from bot.chat.markdown import cut, escaped
from bot.chat.places import Place
from bot.chat.replies import Reply
from bot.knowledge.film import Film
from bot.knowledge.query import Asked
from bot.questions.answers.adults import for_adults
from bot.questions.answers.answer import Answer, Kind

DETAILED = 2
"""An answer about more films than that is a list, which is shown everywhere."""


async def shown(answer: Answer, place: Place, asker: int, page: int = 0) -> Reply:
    """The reply that an answer is in this place."""
    film = await adult_film(answer, place)
    if film and place.mature == "refuse":
        return Reply(discord.Embed(description=refusal(film), colour=cards.GREY), private=True)
    spoilers = place.settings.spoilers == "show"
    reply = drawn(answer, asker, page, spoilers=spoilers, suggestions=bool(place.within))
    return replace(reply, embed=cards.hidden(reply.embed)) if film else reply


async def adult_film(answer: Answer, place: Place) -> Film | None:
    """The first film for adults that an answer is about; none where such films are shown like any other."""
    if place.mature == "show" or answer.kind is not Kind.ANSWER or _only_names(answer):
        return None
    films = [answer.entry] if answer.entry else [await place.catalogue.film(film.id) for film in answer.films]
    return next((film for film in films if film and for_adults(film)), None)


def _only_names(answer: Answer) -> bool:
    """Whether an answer tells no more of films than their titles, as lists of them do."""
    if answer.entry or answer.query is None:
        return False
    titles = {film.title for film in answer.films}
    named = answer.query.asked in (Asked.PERSON, Asked.SEARCH) and titles.issuperset(answer.values)
    return named or len(answer.films) > DETAILED


def refusal(film: Film) -> str:
    """Why nothing is told of a film for adults."""
    named = cut(f"{film.label} is {for_adults(film)}", cards.TITLE)
    return f"{escaped(named)}. This server has me speak of such films in age-restricted channels only."
