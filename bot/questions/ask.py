"""From a text, or from what a command asks, to an answer."""

import re
import secrets
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import Asked, Query, chosen
from bot.questions.answers.answer import Answer, Kind
from bot.questions.answers.answering import POINTER, answer
from bot.questions.answers.filmography import did
from bot.questions.commands import COMMANDS, command
from bot.questions.conversation.context import Context
from bot.questions.conversation.following import followed
from bot.questions.conversation.referring import besides_named, referred, speaks_of_it
from bot.questions.readings.everything import everything
from bot.questions.readings.understanding import understood
from bot.questions.words.tokens import MAX_QUESTION, tokens
from bot.questions.words.wording import listed, quote

__all__ = ["POINTER", "again", "answer", "ask", "did", "help_lines"]

BETWEEN = " → "
"""Stands between the texts of a conversation that an answer goes back to."""
MOST_CHOICES = 10
"""Films of which one may be picked for "it"."""
LONGEST_LACKING = 8
"""Words of the longest text that is asked back which film it is about."""
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
_ASK = re.compile(r"/ask\b\s*", re.I)
"""The command of questions in plain words, as it is typed."""
_RANDOM = (
    r"(?:a |any |some |pick (?:me )?|suggest |recommend |give me |show me )*random(?: (?P<any>\S+(?: \S+){,5}))?",
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
_ANOTHER = re.compile(
    r"\W*(?:(?:no|nah|hm+|and|seen (?:it|that)|not that(?: one)?|ok)\W+)*"
    r"(?:(?:give me |pick |show me )?(?:another|one more|a different|something else|anything else|next)"
    r"(?: one| film| movie)?|try again|again)(?: please| pls)?\W*",
    re.I,
)
"""Wants another film picked than the one just drawn."""


async def ask(text: str, catalogue: Catalogue, context: Context | None = None) -> Answer:
    """The answer to a text as a person types it: a question, a title, or a command with its slash.

    In a conversation the text may pick one of the choices just given, say "it", or go on with the last answer.
    """
    said = _plain(text)
    if context and context.wish and _ANOTHER.fullmatch(said):
        said = context.wish
    texts: tuple[str, ...] = (said,)
    wishes = _wishes(said)
    if wishes:
        reply = await _picked(wishes.strip(), catalogue)
    elif context is None or not context.begun or said.startswith("/") or not said:
        reply = await _ask(said, catalogue)
    else:
        alone = await understood(said, catalogue)
        query, words = await followed(said, alone, context, catalogue) or (everything(said), said)
        texts = (said,) if words == said else (*context.said, said)
        reply = replace(await answer(query, catalogue), question=words or BETWEEN.join(texts))
        reply = await _as_told(reply, context, catalogue)
        if reply.kind is Kind.NONE and speaks_of_it(tokens(said)):
            reply = await _which(said, context, catalogue) or reply
    lacking = reply.kind is Kind.NONE and not said.startswith("/") and await _lacks_film(said, catalogue)
    if lacking:
        reply = Answer(kind=Kind.UNKNOWN, text="Which film do you mean? Type its title.")
    if context:
        context.heard(reply, said if lacking else "", texts)
        context.wish = said if wishes else ""
    return reply


async def _as_told(reply: Answer, context: Context, catalogue: Catalogue) -> Answer:
    """The answer about the one film of a choice that was just talked about, where something is asked of it."""
    query, known = reply.query, {film.id for film in (*context.films, *context.recent)}
    told = [film.id for film in reply.choices if film.id in known]
    if reply.kind is not Kind.CHOICE or not query or query.asked is Asked.CARD or context.choices or len(told) != 1:
        return reply
    return await answer(query.about(chosen(told[0])), catalogue)


async def _lacks_film(text: str, catalogue: Catalogue) -> bool:
    """Whether a text would ask something of a film if one were named before it: who directed it?"""
    words = tokens(text)
    some = await catalogue.complete("", 1) if len(words) <= LONGEST_LACKING and speaks_of_it(words) else ()
    return bool(some) and await referred(text, None, Context(film=some[0]), catalogue) is not None


async def _which(text: str, context: Context, catalogue: Catalogue) -> Answer | None:
    """The question back which of the films just listed is meant, by a text about one of them."""
    films = context.films
    if not 1 < len(films) <= MOST_CHOICES or context.film:
        return None
    query, said = await referred(text, None, Context(film=films[0]), catalogue) or (None, "")
    if query is None:
        return None
    which = "Which of them do you mean"
    listed_ = f"{which}: {listed(film.full_label for film in films)}?"
    return Answer(kind=Kind.CHOICE, text=listed_, query=query, choices=films, lead=f"{which}?", question=said)


def _plain(text: str) -> str:
    """What is read of a text, without /ask or what only says that it has nothing to do with what was said before."""
    said = text[:MAX_QUESTION].strip()
    said = said[typed.end() :] if (typed := _ASK.match(said)) else said
    return said[aside.end() :] if (aside := _ASIDE.match(said)) else said


async def _ask(said: str, catalogue: Catalogue) -> Answer:
    if said.startswith("/") and said[1:2].isalpha():
        name, _, argument = said[1:].partition(" ")
        if known := command(name):
            return await answer(known.query(argument), catalogue)
        return Answer(kind=Kind.NONE, text=f"There is no command /{quote(name)}; /help lists them all.")
    if not said:
        return await answer(None, catalogue)
    query = everything(said) or await understood(said, catalogue)
    query = await besides_named(query, said, catalogue) if query else None
    return replace(await answer(query, catalogue), question=said)


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
    talk = Context()
    for text in question.split(BETWEEN):
        first = await ask(text, catalogue, talk)
    if not film or not first.query:
        return replace(first, question=question)
    return replace(await answer(first.query.about(film), catalogue), question=question)


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
