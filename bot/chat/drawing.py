"""From an answer to a reply: the card, and below it what can be chosen or shown next."""

from __future__ import annotations

from typing import Any

from discord import ui

from bot.chat import cards, keys
from bot.chat.buttons import Aspect, Page
from bot.chat.keys import KEY
from bot.chat.markdown import cut
from bot.chat.menus import BUTTONS, OPTION, Menu, Nearest
from bot.chat.replies import Reply
from bot.chat.suggesting import Wrong
from bot.knowledge.query import ID, Asked
from bot.questions.answers.answer import Answer, Kind

Item = ui.Item[Any]

FOOT = 1000
"""Characters of a question at the foot of its reply."""

ASPECTS = {
    Asked.CAST: ("Cast", "cast"),
    Asked.PLOT: ("Plot", "plot"),
    Asked.AWARDS: ("Awards", "awards"),
    Asked.RECEPTION: ("Reception", "reception"),
    Asked.ORIGIN: ("Sources", "sources"),
}
"""The buttons under a card: what each shows, its label, and the field without which it is left out."""


def drawn(answer: Answer, asker: int, page: int = 0, *, spoilers: bool = False, suggestions: bool = False) -> Reply:
    """The reply that an answer is; only an answer proper is for all to see.

    `spoilers` shows plots without bars, `suggestions` a button below a film's card that asks what is wrong with it.
    """
    card = cards.draw(answer, page, spoilers=spoilers)
    items = _choices(answer, asker) or _more(answer, suggestions) or _pages(answer, asker, card)
    if items and keys.word(answer.query) == keys.AGAIN:
        card.embed.set_footer(text=cut(answer.question, FOOT))
    return Reply(card.embed, tuple(items), private=answer.kind is not Kind.ANSWER)


def _choices(answer: Answer, asker: int) -> list[Item]:
    asked = keys.word(answer.query)
    if answer.kind is Kind.CHOICE:
        films = [(film.full_label, keys.short(film.id, OPTION)) for film in answer.choices]
        return [Menu(asked, asker, films or [(name, name[:OPTION]) for name in answer.people])]
    if answer.kind is Kind.UNKNOWN:
        films = [(film.label, keys.short(film.id, KEY)) for film in answer.choices]
        nearest = {key: label for label, key in films or [(name, name[:KEY]) for name in answer.people]}
        return [Nearest(asked, asker, key, label) for key, label in list(nearest.items())[:BUTTONS]]
    return []


def _more(answer: Answer, suggestions: bool) -> list[Item]:
    film = answer.entry
    if film is None or film.id is None or answer.query is None or answer.query.asked is not Asked.CARD:
        return []
    key = keys.short(film.id, KEY)
    known = ((asked, label) for asked, (label, field) in ASPECTS.items() if getattr(film, field))
    return [*(Aspect(asked, key, label) for asked, label in known), *([Wrong(key)] if suggestions else [])]


def _pages(answer: Answer, asker: int, card: cards.Drawn) -> list[Item]:
    if card.pages == 1 or answer.query is None:
        return []
    asked, page = keys.word(answer.query), card.page
    film = (answer.query.film or "").removeprefix(ID) if asked == keys.AGAIN else answer.entry and answer.entry.id
    key = keys.short(film, KEY) if film else (answer.query.person or asked)[:KEY]
    return [
        Page(asked, asker, page - 1, key, "Previous", there=page > 0),
        Page(asked, asker, page + 1, key, f"Next ({page + 1} of {card.pages})", there=page + 1 < card.pages),
    ]
