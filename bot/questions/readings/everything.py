"""What asks for all that is known, and says no more: what films do you have, list all directors."""

import re

from bot.knowledge.query import Asked, Query
from bot.questions.asked.expressions import every_film
from bot.questions.rules.cues import THERE_ARE
from bot.questions.rules.jobs import JOBS, names_people
from bot.questions.rules.phrases import FILMS

_JOBS = {noun: doing.jobs for doing in JOBS for noun in doing.nouns.split("|") if names_people(noun)}
_NOUNS = "|".join((*FILMS, "titles", *_JOBS))
_HELLO = r"(?:(?:hey|hi|hello|yo|ok|so|well|bot)\b[,.!]? )*"
_SHOW = r"(?:(?:please |(?:can|could) you )?(?:list|show|name|give|tell)(?: me)? |(?:what|which|who)(?:.?s| are)? )?"
_LIST = r"(?:(?:a|the) )?(?:(?:full|whole|complete) )?list of"
_ALL = rf"(?:{_LIST} )?(?:all|every)(?: of)?|{_LIST}"
_KNOWN = (
    rf"(?:that )?(?:{'|'.join(THERE_ARE)}|you.?ve got)(?: of| about)?"
    r"|(?:are )?(?:in|on) (?:your|the|this) (?:database|data|list|library|catalogue|catalog|collection|bot)"
)
_EVERYTHING = re.compile(
    rf"{_HELLO}{_SHOW}(?:(?P<all>{_ALL}) )?(?:(?:the|your) )?(?P<what>{_NOUNS})(?: (?P<known>{_KNOWN}))?(?: please)?",
    re.IGNORECASE,
)


def everything(text: str, told: bool = False) -> Query | None:
    """All films, or all who did a job for one, where a text asks for no more than that; `told` if it must say that all
    that is known is meant, as "all films" alone may be somebody's.
    """
    found = _EVERYTHING.fullmatch(" ".join(text.split()).rstrip(" ?!."))
    if not found or not (found["known"] or (found["all"] and not told)):
        return None
    jobs, films = _JOBS.get(found["what"].casefold()), every_film()
    return Query(Asked.SEARCH, search=(films.who(jobs) if jobs else films).search)
