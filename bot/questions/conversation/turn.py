"""What a member types in a conversation, taken apart: what it begins and ends with, and what is asked between."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import Asked, Query
from bot.matching.normal import normal
from bot.questions.asked.intent import ASPECT_OF
from bot.questions.conversation.context import Context
from bot.questions.conversation.series import place_in_series, same_series
from bot.questions.readings.pricing import TELLING
from bot.questions.readings.understanding import of_films, understood
from bot.questions.words.tokens import Token, tokens

MOST_NAME = 5
"""Words of the longest name that is told without asking anything."""
MOST_ABBREVIATED = 2
"""Words of a title that is cut short."""
_GOING_ON = (
    "and|or|n|now|but|then|no|nope|nah|only|just|also|what about|how about|how bout|what abt|same for|same with"
    "|same but for|same but with|i mean|i meant|i actually meant|i really meant|make it|make that|in|for|with|i wanted"
    "|i want|not (?:that|this) one|one last thing|one more thing|quick question|btw|by the way"
    "|last one|new question"
)
_EXCLAIMED = (
    "ok okay k so+ well sorry sry soz wait oops ha haha hahaha lol lmao hmm? oh ah aw ugh argh gah bah meh cool ta"
    " thanks thx ty great nice cheers blimey jesus damn wow omg actually yeah yes yep ooh right amazing awesome"
    " brilliant interesting aight alright surely"
)
_LEAD = re.compile(rf"(?:(?:{_GOING_ON}|thank you|{_EXCLAIMED.replace(' ', '|')}) )+")
"""How people go on, and what they say before: ok and, lol no."""
_AGAIN = re.compile(r"\b(?:and|or|no|nope|what about|how about|how bout|what abt|same|i mean|i meant|make)\b")
"""Words of a lead that ask the same of something else."""
_NARROWS = frozenset(["only", "just"])
"""Words of a lead that keep what was asked before and ask for less of it."""
_GOES_ON = re.compile(
    r"(?:^|[.,;!?…)] *|\b(?:sorry|sry|no|wait|oops|ugh|lol) )(?:ok |so )?"
    r"(?P<lead>and|or|what about|how about|how bout|same for|same with|i meant?)"
    r"[ ,]+(?:for |in |with )?(?P<rest>[^.!?]+)[.!?]*$",
    re.I,
)
"""A clause at the end that goes on with the question before: jesus. and Barbie?"""
_TRAIL = re.compile(
    r"(?:,? (?:too|then|as well|instead|pls|plz|please|tho|though|i mean|obvs|obv|obviously|yeah|right|mate|bro"
    r"|at least|dude|dear|hun|i (?:suppose|guess|think|believe|assume|reckon|take it)))+$",
    re.I,
)
_INSTEAD = re.compile(r"\b(?:too|then|as well|instead)$", re.I)
"""Ends what is asked again of something else."""
_LAUGHING = re.compile(
    r"(?:[,.! ]+(?:ha(?:ha)+|lo+l|lmao|xd|innit|please|pls|plz|sorry|sry|soz|duh|obviously|obvs|obv))+(?=\W*$)", re.I
)
_ASIDE = re.compile(r"(?:[\w'’]+ ){0,2}[\w'’]+ ?[.!:;)…]+ +(?=\w)")
"""A few words before what is asked: jeez. perfect :)"""
_THE_FILM = re.compile(
    r"\bthe (?:film|movie)\b(?! (?:with|by|where|about|called|that|which|from|in|starring|of)\b)", re.I
)
_ONE_AS_DIGIT = re.compile(r"(?<=\bwhich )1\b|(?<=\bthat )1\b", re.I)
_WHO_DID = re.compile(r"(?:then )?who did (?P<title>.+)", re.I)
"""Asks of another film who did the same for it."""


@dataclass(frozen=True)
class Turn:
    """A text in a conversation."""

    text: str
    """Without laughter and asides."""
    lead: str
    """The words before what is asked, as `matching.normal` writes them, with a space behind."""
    rest: str
    """What is asked."""
    again: bool
    """Whether the same is asked as before, of what the rest names."""
    alone: Query | None
    """What the text asks by itself, without the words before it where the same is not asked again."""

    @cached_property
    def words(self) -> Sequence[Token]:
        return tokens(self.text)

    @property
    def only(self) -> bool:
        """Whether less is asked for than before: only, just."""
        return not _NARROWS.isdisjoint(self.lead.split())

    @property
    def bare(self) -> bool:
        """Whether the text by itself asks for no more than what or whom it names."""
        return _bare(self.alone, self.words)

    @property
    def sure(self) -> Query | None:
        """What the text asks by itself, if it is about something known."""
        guess = self.alone and (self.alone.guess or self.alone.asked is Asked.MISSING)
        return None if guess else self.alone


async def turn_of(text: str, alone: Query | None, context: Context, catalogue: Catalogue) -> Turn:
    """A text taken apart; `alone` is what it asks by itself."""
    text = _ONE_AS_DIGIT.sub("one", text)
    text = _LAUGHING.sub("", _THE_FILM.sub("it", text) if context.film else text)
    if (aside := _ASIDE.match(text)) and not await understood(aside[0], catalogue):
        text = text[aside.end() :]
    said = normal(text)
    lead = match[0] if (match := _LEAD.match(f"{said} ")) else ""
    turn = Turn(text, lead, _TRAIL.sub("", _behind(text, f"{said} ".removeprefix(lead).strip())), False, alone)
    if other := await _of_something_else(turn, context, catalogue):
        return Turn(text, *other, True, alone)
    return replace(turn, alone=await understood(turn.rest, catalogue)) if lead and turn.rest else turn


async def _of_something_else(turn: Turn, context: Context, catalogue: Catalogue) -> tuple[str, str] | None:
    """The lead and the name of what the same is asked of; None where it is asked of nothing else."""
    *before, last = re.split(r"(?<=[.!…]) +", turn.text)
    name = _TRAIL.sub("", last.strip(" ?!."))
    if before and last.endswith("?") and await _names_only(name, catalogue):
        return turn.lead, name  # too new. Interstellar?
    if _AGAIN.search(turn.lead) and not turn.only:
        return turn.lead, turn.rest
    job = context.asked is not None and context.asked.asked in ASPECT_OF.values()
    if job and (other := _WHO_DID.fullmatch(turn.rest)) and await _names_only(other["title"], catalogue):
        return turn.lead, other["title"]
    short = not turn.only and _shortly(turn, context)
    if short and await _names_only(turn.rest, catalogue):
        return turn.lead, turn.rest
    if turn.alone is None and turn.text.rstrip().endswith("?") and len(turn.words) <= MOST_ABBREVIATED:
        return turn.lead, turn.rest  # red?
    goes_on = _GOES_ON.search(turn.text)
    return (f"{goes_on['lead']} ", _TRAIL.sub("", goes_on["rest"].strip())) if goes_on else None


def _shortly(turn: Turn, context: Context) -> bool:
    """Whether a name may ask the same of what it names: it is a title, has a question mark or words before or behind
    it, or is of the same series.
    """
    film, asks = context.film, turn.text.rstrip(" ?!.")
    if turn.words and turn.words[0].word in TELLING:
        return False  # tell me about Parasite
    title = turn.alone and turn.alone.asked is Asked.CARD and not turn.alone.guess
    other = film is None or normal(turn.rest) != normal(film.title)
    marked = turn.text.rstrip().endswith("?") or bool(turn.lead) or bool(_INSTEAD.search(asks))
    return bool(title and other) or marked or (film is not None and same_series(turn.rest, film))


async def _names_only(text: str, catalogue: Catalogue) -> bool:
    """Whether a few words ask for no more than what or whom they name."""
    words = tokens(text)
    return 0 < len(words) <= MOST_NAME and _bare(await understood(text, catalogue), words)


def _bare(alone: Query | None, words: Sequence[Token]) -> bool:
    """Whether a query asks for no more than what or whom it names."""
    if alone is None:
        return len(words) == 1 and place_in_series(words[0].word) > 0
    named = alone.asked is Asked.CARD or (alone.asked is Asked.PERSON and not alone.job and not of_films(words))
    return named or any(token.word in ("about", "abt") for token in words[:2])  # what about Aliens


def _behind(text: str, rest: str) -> str:
    """The end of a text that says what `rest` does, with the signs in it."""
    ends = (text[word.start() :] for word in re.finditer(r"\S+", text))
    return next((end.strip(" ?!.") for end in ends if normal(end) == rest), rest)
