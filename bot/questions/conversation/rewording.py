"""What a text says of whoever or whatever was just talked about, in words that are read: that director, in the cast."""

import re

from bot.knowledge.query import Job
from bot.questions.asked.intent import ASPECT_OF
from bot.questions.conversation.context import Context
from bot.questions.conversation.named import put
from bot.questions.conversation.referring import ELSE
from bot.questions.rules.phrases import FILMS
from bot.questions.words.tokens import tokens
from bot.questions.words.wording import listed

_SAME_ROLE = re.compile(
    r"\b(?:the same|that|this) (?:part|role|character)\b"
    r"|(?:(?<=\bwho plays )|(?<=\bwho played ))(?:him|her)\b(?= in\b|\W*$)",
    re.I,
)
"""Words for the character that was just asked about."""
_HAD_THE_ROLE = re.compile(
    r"\bwho (?:had|has|took|got|was in|is in) (?:(?:that|the same|his|her) (?:part|role|character))\b", re.I
)
"""Who played the character that was just asked about or told."""
_THAT_MAN = re.compile(
    r"\b(?:that|this) (?:last |same )?"
    r"(?:guy|dude|man|gentleman|bloke|chap|fella|lady|woman|person|writer|director|actor|actress)\b"
    r"(?! (?:who|that|from))",
    re.I,
)
"""Words for whoever was just talked about."""
_BY_THE_SAME = re.compile(
    r"(?:(?<=\bby )|(?<=\bfrom )|(?<=\bwith )|(?<=\bof ))the same (?:guy|dude|man|gentleman|lady|woman|person|one)\b"
    r"(?! (?:who|that|from))",
    re.I,
)
"""The same behind a word that says what they did: other films by the same gentleman."""
_ASKED_BY = {job.name.lower(): ASPECT_OF[job] for job in (Job.DIRECTOR, Job.WRITER, Job.COMPOSER)}
_THAT_MAKER = re.compile(rf"\b(?:that|this) (?P<job>{'|'.join(_ASKED_BY)})\b", re.I)
_THAN = re.compile(r"^(?:and |so |but )?(?=(?:longer|shorter|newer|older|more recent) than )", re.I)
"""Compares the film just talked about: longer than Alien?"""
_THE_LONGER = re.compile(
    r"^((?:and |so )?which\b.*) (is|was) the (longer|shorter|newer|older|more recent|\w+est) (?:one|1)(?=\W*$)", re.I
)
"""Which of two or more: which of them is the longer one?"""
_CAME = re.compile(
    r"\bwhich(?: (?:one|film|movie|of (?:them|those|these)))? (?:came|was|got)(?: out| released)?"
    r" (?P<at>first|last)(?=\W*$)",
    re.I,
)
"""Which of a list is the oldest, or the newest."""
_ALSO = re.compile(
    r"^((?:and |so )?did (?:he|she|they) (?:also |even |too )*(?:direct|write|produce|edit|shoot|compose|score))"
    r"(?: too| as well)?(?=\W*$)",
    re.I,
)
"""Whether somebody did something else for the film just talked about."""
_ITS = re.compile(
    r"^(?:(?:so|and|but|surely) )*it['’]?s "
    r"(?=(?:under|over|longer|shorter|less|more|from|in|based|rated|by)\b.*\?\W*$)",
    re.I,
)
"""Whether the film just talked about is so: it's under two hours?"""
_TOGETHER = re.compile(
    r"^(?:and |so )?(?:are|were|have|did) they (?:both )?(?:ever )?(?:been |appear(?:ed)? |work(?:ed)? |play(?:ed)? )?"
    r"(?:in|on) "
    r"(?:anything|something|any(?: other)? (?:films?|movies?)|a (?:film|movie))(?: else)? together(?: before)?(?=\W*$)",
    re.I,
)
"""Asks for what two people did together."""
_THEY_TWO = re.compile(r"\bthey\b(?: both)?(?=.*\btogether\W*$)", re.I)
"""Two people, of whom is asked what they did together: how many films did they make together."""
_BEHIND = re.compile(r"\bbehind the (?:score|music|soundtrack|script|screenplay|camera|lens)(?=\W*$)", re.I)
_IN_THE_CAST = re.compile(r"\bin the cast\b(?! of\b)", re.I)
_TURNS_UP = re.compile(
    r"^(?:does|did) (?P<who>[\w.'’ -]+?) (?:(?:turn|show|pop)s? up|appear|feature)(?: in (?:it|that|there))?"
    r"(?: too| as well| again)*(?=\W*$)",
    re.I,
)
"""Whether somebody is in the film just talked about."""
_BESIDE_IT = re.compile(
    r"^(?=.*\b(?:what|which|anything|any|films?|movies?|many)\b)(?P<asks>.*\b(?:he|she|they)\b.*)"
    r"\b(?P<side>before|after)(?: (?:that|it|this)(?: one| film| movie)?)?(?=\W*$)",
    re.I,
)
"""Asks what somebody did in the years before the film just talked about, or after: what did she direct before that."""


def reworded(text: str, context: Context) -> str:
    """A text with the words for what was just talked about put in plainer ones."""
    said = _of_that_maker(text, context)
    if not (FILMS | ELSE).isdisjoint(token.word for token in tokens(said)):
        said = _BY_THE_SAME.sub("him", said)
    if len(context.people) == 1:
        said = _THAT_MAN.sub("he", said)
    said = _THE_LONGER.sub(r"\1 \2 \3", said)
    said = _CAME.sub(lambda came: f"which is the {'oldest' if came['at'].casefold() == 'first' else 'newest'}", said)
    if context.film:
        said = _ITS.sub("is it ", _ALSO.sub(r"\1 it", said))
        said = _BEHIND.sub(r"\g<0> of it", _IN_THE_CAST.sub("in it", _THAN.sub("is it ", said)))
        said = _TURNS_UP.sub(r"is \g<who> in it", said)
        if context.film.year:
            said = _BESIDE_IT.sub(rf"\g<asks>\g<side> {context.film.year}", said)
    if context.role:
        said = put(context.role, _SAME_ROLE, put(f"who played {context.role}", _HAD_THE_ROLE, said))
    if context.two_people:
        both = listed(context.two_people)
        said = put(both, _THEY_TWO, put(f"films with {both}", _TOGETHER, said))
    return said


def _of_that_maker(text: str, context: Context) -> str:
    """A text about "that director" with the film whose it is, where somebody of another job was told last."""
    maker = _THAT_MAKER.search(text)
    if not maker or not context.film or context.aspect is _ASKED_BY[maker["job"].casefold()]:
        return text
    return f"{text[: maker.start()]}the {maker['job']} of {context.film.label}{text[maker.end() :]}"
