"""Texts that go on with what was talked about: one way after the other in which they may."""

import re
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import Asked, FilmRef, Prize, Query, Result, chosen
from bot.matching.normal import normal
from bot.questions.asked.intent import RATED
from bot.questions.conversation.abbreviating import called_shortly
from bot.questions.conversation.casting import of_the_cast
from bot.questions.conversation.claiming import claimed
from bot.questions.conversation.comparing import BOTH, by_the_same, compared_again, of_two, what_then
from bot.questions.conversation.context import Context
from bot.questions.conversation.named import NOTHING, filters, is_of, names_film, names_people, strange
from bot.questions.conversation.narrowing import NOT_THOSE, THOSE, WHICH_HAS, narrowed
from bot.questions.conversation.people import in_full
from bot.questions.conversation.picking import of_one_of_several, pick
from bot.questions.conversation.referring import (
    besides,
    referred,
    speaks_of_it,
    speaks_of_somebody,
)
from bot.questions.conversation.repeating import of_another, repeated
from bot.questions.conversation.rewording import reworded
from bot.questions.conversation.series import NEXT, next_in_series, of_its_sequel, of_its_year, of_the_first
from bot.questions.conversation.several import OF_ALL, how_many
from bot.questions.conversation.turn import Turn, turn_of
from bot.questions.conversation.years import of_other_years
from bot.questions.names.plainly import plainly
from bot.questions.readings.attempts import names
from bot.questions.readings.understanding import understood
from bot.questions.rules.phrases import FILMS, OPENING
from bot.questions.words.certificates import by_board
from bot.questions.words.tokens import tokens

LONGEST = 60
"""Words of the longest text that goes on with anything."""
MOST_WORDS = 20
"""Words of the longest text that goes on with a list, or asks the same of something else."""
MOST_ASPECT = 3
"""Words that ask for something else of the same film."""
BEST = re.compile(
    r"(?:the )?(?P<most>\w+(?:er|est)|first|last|most recent)(?: one| 1)?"
    r"(?: of (?:(?:the|those|these|them|all) ?)+(?:two|three|four|five|six|\d|lot|bunch)?)?",
    re.I,
)
"""The one film of a few that has most or least of something."""
_WHO_GOT = re.compile(
    r"(?:which (?:person|one)|who) (?:received|got|won|accepted|took|picked up) "
    r"(?:it|that|them|those|the (?:award|prize|oscar|statue)s?)(?: home)?",
    re.I,
)
_SENTENCES = re.compile(r"(?<=[.!?…])\s+")
_AUXILIARY = re.compile(r"^(?:is|was|did|does|are|were|has|in|for|with) (?=\S)", re.I)
_WHY = re.compile(r"(?:but |and |for )?(?:why|how come|what for|for what)(?: (?:so|is that|tho|though|exactly))*")


async def followed(text: str, alone: Query | None, context: Context, catalogue: Catalogue) -> tuple[Query, str] | None:
    """What a text asks in a conversation and the words that say so, "" for none; None where nothing is asked.

    `alone` is what it asks by itself.
    """
    if len(tokens(text)) > LONGEST:
        return (alone, text) if alone else None
    if context.asked and (choice := pick(text, context.choices)):
        return context.asked.about(chosen(choice.id)), ""
    if _WHY.fullmatch(normal(text)):
        return _as_is(_why(context))
    if (full := await in_full(text, alone, context, catalogue)) != text:
        found = await _gone_on(full, await understood(full, catalogue), context, catalogue)
        return _as_is(found[0]) if found else None
    if afresh := await _of_film_before(text, context, catalogue):
        last, film = afresh
        of_it = Context(film=film, people=context.people, asked=context.asked)
        return await _gone_on(last, await understood(last, catalogue), of_it, catalogue)
    if last := _last_sentence(text, alone, context):
        return await _gone_on(last, await understood(last, catalogue), context, catalogue)
    return await _gone_on(text, alone, context, catalogue)


async def _gone_on(text: str, alone: Query | None, context: Context, catalogue: Catalogue) -> tuple[Query, str] | None:
    """The same of a text that names people in full and has no talk before it."""
    if (said := reworded(text, context)) != text:
        text, alone = said, await understood(said, catalogue)
    before = "".join(context.said[-1:])
    if context.film and (said := await of_its_year(text, context.film, catalogue)) != text:
        text, alone = said, await understood(said, catalogue)
    said = await of_the_first(text, context, catalogue)
    if context.film and (said := await of_its_sequel(said, before, context.film, catalogue)) != text:
        text, alone = said, await understood(said, catalogue)
        if not speaks_of_somebody(tokens(said)):
            return (alone, said) if alone else None
    turn = await turn_of(text, alone, context, catalogue)
    if not turn.rest:
        return (alone, text) if alone else None
    if query := (of_other_years(turn, context) or _of_its_winners(turn, context) or compared_again(turn.rest, context)):
        return _as_is(query)
    if beside := NEXT.search(turn.rest):
        found = await _of_the_next(turn.rest, beside, context, catalogue)
        if found or beside["after"]:
            return found
    if context.waiting and (found := await _waited_for(text, context.waiting, catalogue)):
        return found
    for goes_on in (by_the_same, of_the_cast, of_one_of_several):
        if query := await goes_on(turn, context, catalogue):
            return _as_is(query)
    told = (turn.sure and names_film(turn.sure)) or (turn.again and turn.rest.isdigit())  # what about 3
    if not told and (found := await called_shortly(turn.text, context, catalogue)):
        return found
    itself = await besides(turn.alone, turn.text, context, catalogue) if turn.alone else None
    if query := what_then(turn.rest, context):
        return _as_is(query)
    if claim := await claimed(turn, context, catalogue):
        return claim
    of_each = {"who", "whos", "same"} & {token.word for token in turn.words}
    if of_each and OF_ALL.search(turn.rest) and how_many(turn.rest) > len("ab"):
        return None  # who wrote all three
    if _stands_alone(turn, context):
        return itself
    if len(turn.words) <= MOST_WORDS and (query := await _shortly(turn, context, catalogue)):
        return _as_is(query)
    pronoun = turn.alone and turn.alone.film and not names_film(turn.alone) and turn.text == turn.text.casefold()
    return await referred(turn.rest, turn.sure, context, catalogue) or (None if pronoun else itself)


async def _of_film_before(text: str, context: Context, catalogue: Catalogue) -> tuple[str, FilmRef] | None:
    """The last sentence of a text about "it", with the one film that those before it name: I saw Heat. who made it?"""
    *before, last = _SENTENCES.split(text.strip())
    asked, said = tokens(last), tokens(" ".join(before))
    asks = last.endswith("?") or not OPENING.isdisjoint(token.word for token in asked)
    if not (said and asks and speaks_of_it(asked)):
        return None
    named = [one for one in await names(" ".join(before), said, catalogue) if one.kind == "film" and plainly(one, said)]
    whole = [one for one in named if not any(set(one.places) < set(other.places) for other in named)]
    films = {one.named[0].key for one in whole}
    if (
        len(films) != 1
        or not whole[0].alone
        or any(one.kind == "film" and plainly(one, asked) for one in await names(last, asked, catalogue))
    ):
        return None
    ref = next(iter(await catalogue.refs(list(films))), None)
    return (last, ref) if ref and (context.film is None or ref.id != context.film.id) else None


def _last_sentence(text: str, alone: Query | None, context: Context) -> str:
    """The last sentence of a text about "it", where those before name no film but by a word or two that may be other
    talk: u know nothing huh. who directed it; "" where it is to be read as a whole.
    """
    *before, last = _SENTENCES.split(text.strip())
    asked = tokens(last)
    asks = last.endswith("?") or not OPENING.isdisjoint(token.word for token in asked)
    if not (before and asks and context.film and alone and (alone.guess or speaks_of_it(asked))):
        return ""
    words = normal(re.sub(r"-\d{4}.*$", "", alone.film or "").replace("-", " ")).split()
    said = " ".join(before)
    typed = [word for word in said.split() if normal(word) in words]
    talk = alone.guess or (len(words) <= 1 and not any(word[:1].isupper() for word in typed))
    return last if talk and set(words) <= set(normal(said).split()) else ""


def _as_is(query: Query | None) -> tuple[Query, str] | None:
    """A query that no words say by themselves."""
    return (query, "") if query else None


def _why(context: Context) -> Query | None:
    """Why the film is rated as was told."""
    before = context.asked
    rated = before and (before.asked in RATED or (before.search and any(map(by_board, before.search.steps))))
    return Query(Asked.REASON, film=chosen(context.film.id)) if rated and context.film else None


async def _of_the_next(
    text: str, beside: re.Match[str], context: Context, catalogue: Catalogue
) -> tuple[Query, str] | None:
    """What is asked of the film before or after the one just talked about; None where it is of no series."""
    before = (beside["after"] or beside["place"]).casefold() in ("before", "previous")
    film = await next_in_series(context.film, "before" if before else "after", catalogue) if context.film else None
    if film is None or context.asked is None:
        return None
    if text[: beside.start()].strip():
        said = f"{text[: beside.start()]}it"
        return await referred(said, None, Context(film=film, people=context.people), catalogue)
    told = context.asked.asked is Asked.SERIES  # of which series it is, was told of all of them
    again = None if told else await of_another(context.asked, chosen(film.id), catalogue)
    return _as_is(again or Query(Asked.CARD, film=chosen(film.id)))


def _of_its_winners(turn: Turn, context: Context) -> Query | None:
    """Who got the awards of a film that were asked about."""
    before = context.asked
    if not before or before.asked is not Asked.AWARDS or not before.film or not _WHO_GOT.fullmatch(turn.rest):
        return None
    prize = before.prize or Prize()
    return replace(before, prize=replace(prize, result=Result.WON, asked="people"))


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
    last = context.listed is context.asked and (WHICH_HAS.match(turn.rest) or NOT_THOSE.match(turn.rest))
    of_list = context.listed is not None and (last or turn.only or THOSE.search(turn.rest) or how_many(turn.rest))
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
    best = BEST.fullmatch(turn.rest.strip(" ?!."))
    if best and (query := await of_two(f"which is {best['most']}", context.two, catalogue)):
        return query
    if context.film and len(turn.rest.split()) <= MOST_ASPECT and not (best and context.listed):
        query = await understood(f"{turn.rest} of {context.film.label}", catalogue)
        known = query and query.asked not in NOTHING and not strange(tokens(turn.rest), query)
        if known and await is_of(query, context.film, catalogue):
            return query  # and the music?
    asks = not OPENING.isdisjoint(token.word for token in turn.words[:2])
    asks = asks and not (THOSE.search(turn.rest) or how_many(turn.rest))
    if context.film and asks and (found := await referred(turn.rest, turn.sure, context, catalogue)):
        told, _ = found
        if told.asked is not Asked.SEARCH and await is_of(told, context.film, catalogue):
            return told
    name, last = _AUXILIARY.sub("", turn.rest), context.listed is context.asked
    if turn.again and not last and (query := await repeated(name, context, catalogue)):
        return query
    if search := await narrowed(turn, context, catalogue):
        return Query(Asked.SEARCH, search=search)
    if query := await of_two(turn.rest, context.two, catalogue):
        return query
    return await repeated(name, context, catalogue) if turn.again and last else None
