"""From a text, or from what a command asks, to an answer."""

import re
import secrets
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import Asked, FilmRef, Query, chosen
from bot.questions.answers.answer import Answer, Kind
from bot.questions.answers.answering import POINTER, answer
from bot.questions.answers.filmography import did
from bot.questions.commands import COMMANDS, command
from bot.questions.context import Context
from bot.questions.following import followed
from bot.questions.names.mentions import HALF, mentions, weak
from bot.questions.readings.understanding import understood
from bot.questions.words.tokens import MAX_QUESTION, tokens
from bot.questions.words.wording import listed, quote

__all__ = ["POINTER", "again", "answer", "ask", "did", "help_lines"]

_MAY = r"(?:(?:can|could|would|will) (?:you|u) )?(?:please |just )?"
_TAIL = (
    r"(?: (?:for (?:me|us|tonight|this evening|date night|movie night|film night)|(?:for us )?to (?:watch|see)|tonight"
    r"|today|now|please|with (?:my|our) \w+))*"
)
_IDLE = re.compile(
    r"(?:(?:hey|hi|hello|ok|so|well|i.?m|we.?re|really|super|a bit|very|nothing to do|bored)(?: \w+)?[,.! ]+)+", re.I
)
"""What those say first who want any film."""
_ASIDE = re.compile(r"random (?:but|question|q|thought)\b[\s,:.]*(?=\S)", re.I)
"""What those say first whose question has nothing to do with what was said before."""
_RANDOM = (
    r"(?:a |any |some |pick (?:me )?|suggest |recommend |give me |show me )*random(?: (?P<any>.+?))?",
    r"surprise me(?: with)?(?: (?P<any>.+?))?",
    r"what (?:should|can|shall|could) (?:i|we) (?:watch|see)(?: with (?:my |the |our )?(?P<any>kids|children|family))?"
    r"(?: tonight| today| now)?",
    rf"{_MAY}(?:suggest|recommend|pick|choose)(?: me| us)? (?:a|an|any|some) (?P<any>.+?){_TAIL}",
    rf"{_MAY}(?:suggest|recommend|pick|choose)(?: me| us)? (?:something|anything){_TAIL}",
    rf"what(?:.?s| is| would be) (?:a|some) (?:good|nice|great|decent) (?:films?|movies?|flick|one){_TAIL}",
    rf"(?:(?:i |we )?(?:can.?t|cannot|don.?t|help me) (?:decide|choose|pick|know) )?what to (?:watch|see){_TAIL}",
    rf"(?:an?y |some |an? )?(?:good|great|nice|decent) (?:films?|movies?|flicks?){_TAIL}",
    rf"(?:something|anything) (?:good|great|nice|decent)(?: on)?{_TAIL}",
    rf"(?:i|we) (?:need|want|fancy) (?:a|some) (?:good )?(?:films?|movies?){_TAIL}",
)
"""How people ask for any film to watch; what they wish for stands in the group."""
_SEVERAL = re.compile(r"\b(?:films|movies|flicks)\b", re.IGNORECASE)
"""Words of a wish for more than one."""


async def ask(text: str, catalogue: Catalogue, context: Context | None = None) -> Answer:
    """The answer to a text as a person types it: a question, a title, or a command with its slash.

    In a conversation the text may pick one of the choices just given, say "it", or go on with the last answer.
    """
    if context is None:
        return await _ask(text, catalogue)
    query = context.chosen(text)
    said = text
    if not text.lstrip().startswith("/"):  # /film it: there is a film It
        query = query or await followed(text, context, catalogue)
        said = context.completed(text, await _named(context.before(text), catalogue))
    reply = await (answer(query, catalogue) if query else _ask(said, catalogue))
    if reply.kind is Kind.NONE and not said.startswith("/") and (more := context.gone_on(said)):
        again = await _ask(more, catalogue)
        about = context.film and context.film in again.films
        reply = again if again.kind is not Kind.NONE and about and again.query and _asks(again.query) else reply
    if reply.kind is Kind.NONE and (of_first := context.of_first(said)):
        reply = await _which(of_first, context.films, catalogue) or reply
    context.heard(reply)
    return reply


async def _which(of_first: str, films: tuple[FilmRef, ...], catalogue: Catalogue) -> Answer | None:
    """The question back which of the films just listed is meant, by a text about the first of them."""
    query = await understood(of_first, catalogue)
    if query is None or query.film != chosen(films[0].id) or not _asks(query):
        return None
    which = "Which of them do you mean"
    text = f"{which}: {listed(film.full_label for film in films)}?"
    return Answer(kind=Kind.CHOICE, text=text, query=query, choices=films, lead=f"{which}?")


async def _ask(text: str, catalogue: Catalogue) -> Answer:
    said = text[:MAX_QUESTION].strip()
    said = said[aside.end() :] if (aside := _ASIDE.match(said)) else said
    if said.startswith("/") and said[1:2].isalpha():
        name, _, argument = said[1:].partition(" ")
        if known := command(name):
            return await answer(known.query(argument), catalogue)
        return Answer(kind=Kind.NONE, text=f"There is no command /{quote(name)}; /help lists them all.")
    if not said:
        return await answer(None, catalogue)
    if wishes := _wishes(said):
        return await _picked(wishes.strip(), catalogue)
    return replace(await answer(await understood(said, catalogue), catalogue), question=said)


async def _named(text: str, catalogue: Catalogue) -> set[str]:
    """Whether a text names a film and a person letter by letter, by words that are not everyday ones."""
    words = tokens(text)
    found = await mentions(text, words, catalogue) if words else []
    return {one.kind for one in found if one.cost < HALF and not weak(one, words)}


async def _picked(wish: str, catalogue: Catalogue) -> Answer:
    """A film drawn at random from those a wish finds; a genre or decade alone is read as /random reads it."""
    plain = await answer(Query(Asked.RANDOM, wishes=wish), catalogue)
    if plain.kind is Kind.ANSWER:
        return plain
    meant = await understood(wish, catalogue)
    if meant is None or meant.asked in (Asked.RANDOM, Asked.CARD):
        return plain
    found = await answer(meant, catalogue)
    if _SEVERAL.search(wish):
        return found
    if meant.asked not in (Asked.SEARCH, Asked.PERSON) or not found.films:
        return found if found.kind is Kind.ANSWER else plain
    return await answer(Query(Asked.CARD, film=chosen(secrets.choice(found.films).id)), catalogue)


async def again(question: str, film: str | None, catalogue: Catalogue) -> Answer:
    """The answer to words that were answered before; `film` is the one chosen where they had named several."""
    first = await _ask(question, catalogue)
    if not film or not first.query:
        return first
    return replace(await answer(first.query.about(film), catalogue), question=question)


def _asks(query: Query) -> bool:
    """Whether a query asks for more than a film's card."""
    return query.asked is not Asked.CARD


def _wishes(said: str) -> str | None:
    """What kind of film a text wants picked, " " for any; None when it wants none picked."""
    plain = " ".join(said.split()).strip(" ?!.")
    lead = _IDLE.match(plain)
    for said in dict.fromkeys((plain, plain[lead.end() :] if lead else plain)):
        for pattern in _RANDOM:
            if match := re.fullmatch(pattern, said, re.IGNORECASE):
                return (match.groupdict().get("any") or "") + " "
    return None


def help_lines() -> tuple[tuple[str, str], ...]:
    """Every command as it is typed, with what it does."""
    return tuple((f"/{known.name} {known.takes}", known.description) for known in COMMANDS)
