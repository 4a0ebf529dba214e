"""Which role or actor of the film just talked about a few words name: "who's Harry again?", "and Ed Norton?"."""

import re
from collections.abc import Iterable, Iterator

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.film import Film
from bot.knowledge.query import Asked, Query, chosen
from bot.knowledge.search import People, With
from bot.matching.normal import normal
from bot.questions.conversation.context import Context
from bot.questions.conversation.named import HE
from bot.questions.conversation.turn import MOST_NAME, Turn
from bot.questions.readings.understanding import understood
from bot.questions.words.chatting import USUAL
from bot.questions.words.lexicon import lexicon

_WHO_IS = re.compile(
    r"(?:^|[.!?,] *)(?:and |so |but )*"
    r"(?:who(?:se|['’]?s| is| was| are| did)?(?: play(?:s|ed|ing)?)?|(?:the )?voice of) "
    r"(?P<name>[^.!?]+?)(?: again)?(?: in (?:it|that|this|the film|the movie)(?: one| film| movie)?)?\W*$",
    re.IGNORECASE,
)
"""Asks for the player of whoever is named behind it."""
_BESIDES = re.compile(
    r"\bwho(?:['’]?s| is| was)? (?:else (?:is |was )?)?in (?:it|that)(?: one)? "
    r"(?:besides|apart from|other than|except) "
    r"(?P<name>[^.!?]+)",
    re.IGNORECASE,
)
"""Asks for the rest of the cast."""
_AS_WHOM = re.compile(
    r"(?:\b(?:as|playing|plays?|played|called|named)(?: called)? (?:who|whom|what|which (?:character|role|part))"
    r"(?: (?:tho|then|again|there))?(?: in (?:it|that|there))?"
    r"|\b(?:his|her|their|\w+['’]?s) (?:character|role|part)(?:['’]?s)?(?: (?:name|called))?"
    r"(?: in (?:it|that|this|there)(?: one| film| movie)?)?(?: (?:again|please|pls))?"
    r"|^(?:and |so |ok )?(?:whom?|what|which)(?: part| role| character)?(?:['’]?s| is| does| did| was) [\w .'’-]+? "
    r"(?:play|played|playing|called)(?: in (?:it|that|there))?"
    r"|\bplays(?=\W*\?))\W*$",
    re.I,
)
"""Asks whom somebody plays, at the end: Paul Rudd too? as who; her character?"""
_SMALL = frozenset("the a an of and that this old young one guy girl character mr mrs dr in".split())


async def of_the_cast(turn: Turn, context: Context, catalogue: Catalogue) -> Query | None:
    """Who plays somebody in the film just talked about, or whom somebody plays there, by their names alone."""
    known, before = context.film, context.asked
    film = await catalogue.film(known.id) if known else None
    if not known or not film or not before:
        return None
    named = _who_is(turn.text)
    if named and (role := character(named, film)):
        return Query(Asked.ROLE, film=chosen(known.id), other=role)
    if named.casefold() in ("her", "him") and (role := _in_the_title(film)):
        return Query(Asked.ROLE, film=chosen(known.id), other=role)
    asks = _AS_WHOM.search(turn.text)
    if asks and (who := _spoken_of(turn.text, film, context)):
        return await understood(f"who did {who} play in {known.label}", catalogue)
    spared = _BESIDES.search(turn.text)
    if spared and (who := _actor(spared["name"], film)):
        return Query(Asked.CAST, film=chosen(known.id), besides=(who,))
    names_only = before.asked is Asked.ROLE or turn.again or turn.text.rstrip().endswith("?")
    if names_only and len(turn.rest.split()) <= MOST_NAME and (role := character(turn.rest, film)):
        return Query(Asked.ROLE, film=chosen(known.id), other=role)
    if before.asked is Asked.CHARACTER and turn.again and (who := _actor(turn.rest, film)):
        return await understood(f"who did {who} play in {known.label}", catalogue)
    return None


def _spoken_of(text: str, film: Film, context: Context) -> str | None:
    """The actor of a film whom a text names, or who was just talked about where it names nobody; None for no one."""
    said, cast = f" {normal(text)} ", [role.name for role in film.cast]
    named = [name for name in cast if f" {normal(name)} " in said or f" {normal(name)}s " in said]
    if len(named) == 1:
        return named[0]
    told = [name for name in context.people if name in cast] or [one for one in _listed(context) if one in cast]
    only = all(word in HE or (word,) in lexicon().phrases or word in USUAL for word in said.split())
    return told[0] if only and len(told) == 1 else None


def _listed(context: Context) -> list[str]:
    """With whom the films of the list before were."""
    search = context.listed.search if context.listed else None
    with_them = [step.label for step in search.steps if isinstance(step, With) and not step.without] if search else []
    return [search.start.label, *with_them] if search and isinstance(search.start, People) else with_them


def _who_is(text: str) -> str:
    """Whom a text asks for by "who is …"; "" where it does not."""
    found = _WHO_IS.search(text)
    return found["name"] if found else ""


def character(name: str, film: Film) -> str | None:
    """The words of a name that a character of the film is called by; None for no character."""
    called = [set(normal(role.character).split()) for role in film.cast if role.character]
    return next((said for said in _parts(name) if any(set(said.split()) <= words for words in called)), None)


def _in_the_title(film: Film) -> str | None:
    """The words of the one character after whom the film is called; None where there is not one."""
    title = set(normal(film.title).split()) - _SMALL
    called = [words for role in film.cast if (words := title & set(normal(role.character or "").split()))]
    return " ".join(called[0]) if len(called) == 1 else None


def _actor(name: str, film: Film) -> str | None:
    """The one actor of the film whose surname ends a name, or whose first name begins it; None for no one."""
    for said in _parts(name):
        players = [role.name for role in film.cast if said in (normal(role.name), normal(role.name).split()[-1])]
        for part in (-1, 0):  # the surname, the first name
            called = [role.name for role in film.cast if said.split()[part] == normal(role.name).split()[part]]
            players = players or called
        if len(set(players)) == 1:
            return players[0]
    return None


def _parts(name: str) -> Iterator[str]:
    """A name, and what stands behind its last commas: the wife, Holly; without words that say nothing."""
    for part in _suffixes(name.split(",")):
        said = [word for word in normal(part).split() if word not in _SMALL]
        told = lexicon().at(said, 0, len(said)) if said else None
        if said and not (told and told[0] == len(said) and told[1].letter != "."):
            yield " ".join(said)


def _suffixes(parts: list[str]) -> Iterable[str]:
    return (" ".join(parts[n:]) for n in range(len(parts)))
