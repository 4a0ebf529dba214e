"""Texts that go on with what was talked about: one way after the other in which they may."""

import re

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import Asked, Query, chosen
from bot.matching.normal import normal
from bot.questions.asked.intent import RATED
from bot.questions.conversation.abbreviating import called_shortly
from bot.questions.conversation.casting import of_the_cast
from bot.questions.conversation.comparing import BOTH, of_two
from bot.questions.conversation.context import Context
from bot.questions.conversation.named import NOTHING, filters, is_of, names_film, names_people, strange
from bot.questions.conversation.narrowing import THOSE, narrowed
from bot.questions.conversation.picking import of_one_of_several, pick
from bot.questions.conversation.referring import (
    besides,
    referred,
    speaks_of_it,
    speaks_of_somebody,
)
from bot.questions.conversation.repeating import repeated, who_then
from bot.questions.conversation.turn import Turn, turn_of
from bot.questions.readings.understanding import understood
from bot.questions.rules.phrases import FILMS
from bot.questions.words.certificates import by_board
from bot.questions.words.tokens import tokens

MOST_WORDS = 20
"""Words of the longest text that goes on with a list, or asks the same of something else."""
MOST_ASPECT = 3
"""Words that ask for something else of the same film."""
_AUXILIARY = re.compile(r"^(?:is|was|did|does|are|were|has|in|for|with) (?=\S)", re.I)
_WHY = re.compile(r"(?:but |and |for )?(?:why|how come|what for|for what)(?: (?:so|is that|tho|though|exactly))*")


async def followed(text: str, alone: Query | None, context: Context, catalogue: Catalogue) -> tuple[Query, str] | None:
    """What a text asks in a conversation and the words that say so, "" for none; None where nothing is asked.

    `alone` is what it asks by itself.
    """
    if context.asked and (choice := pick(text, context.choices)):
        return context.asked.about(chosen(choice.id)), ""
    if _WHY.fullmatch(normal(text)):
        return _as_is(_why(context))
    turn = await turn_of(text, alone, context, catalogue)
    if not turn.rest:
        return (alone, text) if alone else None
    if context.waiting and (found := await _waited_for(text, context.waiting, catalogue)):
        return found
    query = await of_the_cast(turn, context, catalogue) or await of_one_of_several(turn, context, catalogue)
    if query:
        return _as_is(query)
    if not (turn.sure and names_film(turn.sure)) and (found := await called_shortly(turn.text, context, catalogue)):
        return found
    itself = (await besides(turn.alone, turn.words, context, catalogue), turn.text) if turn.alone else None
    if _stands_alone(turn, context):
        return itself
    if len(turn.words) <= MOST_WORDS and (query := await _shortly(turn, context, catalogue)):
        return _as_is(query)
    pronoun = turn.alone and turn.alone.film and not names_film(turn.alone) and turn.text == turn.text.casefold()
    return await referred(turn.rest, turn.sure, context, catalogue) or (None if pronoun else itself)


def _as_is(query: Query | None) -> tuple[Query, str] | None:
    """A query that no words say by themselves."""
    return (query, "") if query else None


def _why(context: Context) -> Query | None:
    """Why the film is rated as was told."""
    before = context.asked
    rated = before and (before.asked in RATED or (before.search and any(map(by_board, before.search.steps))))
    return Query(Asked.REASON, film=chosen(context.film.id)) if rated and context.film else None


async def _waited_for(text: str, waiting: str, catalogue: Catalogue) -> tuple[Query, str] | None:
    """What was asked before of a film that only this text names."""
    said = f"{waiting.rstrip(' ?.!')}? {text}"
    query = await understood(said, catalogue)
    return (query, said) if query and query.film and query.asked not in NOTHING else None


def _stands_alone(turn: Turn, context: Context) -> bool:
    """Whether a text says by itself what it asks: it names whom or what it is about and says neither "he" nor "it", or
    it asks for films by that word.
    """
    alone, words = turn.alone, turn.words
    of_list = context.listed is not None and (turn.only or THOSE.search(turn.rest))
    if alone is None or of_list or (turn.again and turn.bare):
        return False
    people, film = names_people(alone), names_film(alone)
    he = speaks_of_somebody(words) and bool(context.people or not people)
    it = speaks_of_it(words) and bool(context.film or not film)
    if filters(alone):
        several = alone.search is not None and len(alone.search.steps) > 1
        return not (he or it) and (several or not FILMS.isdisjoint(token.word for token in words))
    asks = not alone.guess and alone.asked not in NOTHING and (people or film)
    return asks and not it and not (he and (context.people or not film))


async def _shortly(turn: Turn, context: Context, catalogue: Catalogue) -> Query | None:
    """What a short text asks of the film, the list or the two films told last, or again of something else."""
    if BOTH.search(turn.rest) and (query := await of_two(turn.rest, context.two, catalogue)):
        return query
    if context.film and len(turn.rest.split()) <= MOST_ASPECT:
        query = await understood(f"{turn.rest} of {context.film.label}", catalogue)
        known = query and query.asked not in NOTHING and not strange(tokens(turn.rest), query)
        if known and await is_of(query, context.film, catalogue):
            return query  # and the music?
    name, last = _AUXILIARY.sub("", turn.rest), context.listed is context.asked
    if turn.again and not last and (query := await repeated(name, context, catalogue)):
        return query
    if search := await narrowed(turn, context, catalogue):
        return Query(Asked.SEARCH, search=search)
    if query := await of_two(turn.rest, context.two, catalogue) or who_then(turn.rest, context.asked):
        return query
    return await repeated(name, context, catalogue) if turn.again and last else None
