"""People whom nobody knows: what a text asks of them, and whether it is of somebody at all."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import Asked, Job, Query
from bot.knowledge.search import Films, Named, Playing, Search, Wanted, With
from bot.matching import Verdict
from bot.questions.asked.intent import ABOUT_FILMS
from bot.questions.names.mentions import Mention
from bot.questions.readings.attempts import TOLD, Attempt
from bot.questions.readings.evidence import Evidence
from bot.questions.readings.otherwise import OTHERWISE, TELLING
from bot.questions.readings.reading import Reading, likeliest
from bot.questions.rules.nicknames import FIRST_NAMES
from bot.questions.rules.phrases import STARTS
from bot.questions.words.chatting import USUAL
from bot.questions.words.everyday import EVERYDAY
from bot.questions.words.lexicon import lexicon
from bot.questions.words.tokens import SHORTEST, SIGNS, Token, tokens

_WHETHER_STRANGER = re.compile("Y(?:(?:__+|_P|P_)v[ob]*|(?:_P|P_)o)F")
"""Letters of a text that asks whether somebody who is not known, or by one name alone, did a job for a film."""
_FILMS_WITH = re.compile("[oqx]*f[zo]*[wv]?_[vo]*")
"""Letters of a text that asks for films with somebody of one name, who is not understood."""
_OWNED = re.compile("['’]s?$")
"""The possessive behind a name."""
CLOSE = 0.3
"""How much dearer somebody may be than a film called so, and yet be meant."""
LONGEST, PAIR = 4, 2
"""Words of the longest name of somebody, and of a first name and a surname."""


def of_stranger(one: Attempt, readings: Sequence[Reading], text: str) -> Query | None:
    """Whether somebody who is not known, or not by that whole name, did a job for a film, where a reading asks that."""
    words = one.words
    for reading in readings:
        choice = one.text.choice(reading.mentions)
        items, unknown = choice.items, list(choice.heard.unknown)
        said = "".join(item.letter for item in items)
        strange = all(words[n].word not in EVERYDAY for n in unknown)
        people = [one for one in reading.mentions if one.kind == "person"]
        halves = all(name.size == 1 and _half(name, words[name.start].word, unknown) for name in people)
        if strange and halves and _WHETHER_STRANGER.fullmatch(said) and reading.intent.film:
            unknown += [name.start for name in people]
            name = text[words[min(unknown)].start : words[max(unknown)].end].strip(SIGNS)
            jobs = next((item.meaning for item in items if item.letter == "v"), (Job.CAST,))
            return Query(Asked.WHETHER, search=reading.intent.film.search.then(With((), jobs, name)))
    return None


def _half(name: Mention, word: str, unknown: Collection[int]) -> bool:
    """Whether a word not understood may be the other half of a name: tim burton, but not pacino briefly."""
    at = 0 if name.end in unknown else -1
    return any(one.normal.split()[at] in (word, FIRST_NAMES.get(word)) for one in name.named)


def films_with(one: Attempt) -> Query | None:
    """Films with the one whom the only word not understood names: by a part of a character's name, else nobody."""
    choice = one.text.choice(())
    said = "".join(item.letter for item in choice.items)
    if len(choice.heard.unknown) != 1 or not _FILMS_WITH.fullmatch(said):
        return None
    at = choice.heard.unknown[0]
    name = one.words[at].owner or one.words[at].word
    acts = all(item.meaning == (Job.CAST,) for item in choice.items if item.letter == "v")
    told = acts and (not {"w", "v"}.isdisjoint(said) or one.words[at - 1].word in STARTS)
    if not told or len(name) < SHORTEST or not _is_name(name):
        return None
    if any((mention.kind, mention.start, mention.end) == ("character", at, at + 1) for mention in one.found):
        return Query(Asked.SEARCH, search=Search(Films(), (Playing(name, name.title()),)))
    return Query(Asked.MISSING, other=f"any film with “{one.words[at].typed}”")


async def of_nobody(one: Attempt, text: str, catalogue: Catalogue) -> Query | None:
    """That nobody is known by a name, of two words or more that mean nothing else, of whom a text asks what is asked of
    people, see `_nobody_called`.
    """
    alone, strange = not tokens(text)[-1].clause, set(one.text.choice(()).heard.unknown)
    told = {n for other in one.found for n in other.places}
    for start, end in await _full_names(one, catalogue, alone=alone):
        if strange <= told | set(range(start, end)) and (
            query := await _nobody_called(start, end, one, text, catalogue)
        ):
            return query
    return None


async def _nobody_called(start: int, end: int, one: Attempt, text: str, catalogue: Catalogue) -> Query | None:
    """That nobody is called as the words from `start` to `end`, where what a text asks is asked of people, and that
    reading is no dearer than another; nobody and nothing, where it may as well be asked of a film; None otherwise.
    """
    beside = [other for other in one.found if other.end <= start or other.start >= end]
    person, film = (_called(kind, start, end, one, beside) for kind in ("person", "film"))
    likely = person or (film if film and film.intent.asked is Asked.CARD else None)
    if likely is None or any(doubt(Evidence(likely, one.text)) for doubt in OTHERWISE):
        return None
    if one.words[0].word in TELLING and not Evidence(likely, one.text).says("fhqYNvr"):
        return None  # I hated Titanic
    even = film is not None and film.cost <= likely.cost
    if (film and film.cost < likely.cost - CLOSE) or (even and _of_film(likely, one)):
        return None
    name = text[one.words[start].start : one.words[end - 1].end].strip(SIGNS)
    name = _OWNED.sub("", name) if one.words[end - 1].owner else name
    if (await catalogue.find_people(name)).verdict in (Verdict.EXACT, Verdict.CLOSE):
        return None
    either = film and even and film.intent.asked not in ABOUT_FILMS
    return Query(Asked.MISSING, other=f"anybody {'or anything ' if either else ''}called “{name}”")


async def _full_names(one: Attempt, catalogue: Catalogue, *, alone: bool) -> list[tuple[int, int]]:
    """The runs of words that may be somebody's first name and surname, the longest first, then two with a word of
    everyday, the first of which others are called by unless a text is `alone`, of one clause: none of them is in
    another name, of several words or of what is told by itself.
    """
    words = one.words
    strange = set(one.text.choice(()).heard.unknown)
    for other in one.found:
        if other.kind in TOLD or (other.size > 1 and (other.kind == "person" or not other.cost)):
            strange -= set(other.places)
    plain = [n for n in strange if not _is_name(words[n].owner or words[n].word)]
    runs = [
        (start, start + size)
        for size in range(LONGEST, 1, -1)
        for start in range(len(words) - size + 1)
        if strange.issuperset(range(start, start + size)) and _in_one(words[start : start + size])
    ]
    pairs = [run for run in runs if run[1] - run[0] == PAIR and sum(n in range(*run) for n in plain) == 1]
    first = await catalogue.first_named([words[start].word for start, _ in pairs]) if pairs else {}
    known = [run for run in pairs if alone or (words[run[0]].word in first and run[0] not in plain)]
    return [run for run in runs if not any(n in range(*run) for n in plain)] + known


def _in_one(words: Sequence[Token]) -> bool:
    """Whether words stand one behind the other in one clause, and none but the last owns anything."""
    close = all(not token.owner and behind.follows(token) for token, behind in pairwise(words))
    return close and words[0].clause == words[-1].clause


def _is_name(word: str) -> bool:
    """Whether a word may be one of somebody's name, and hardly anything else."""
    return word.isalpha() and len(word) > 1 and word not in USUAL and word not in lexicon().single


def _called(kind: str, start: int, end: int, one: Attempt, beside: Sequence[Mention]) -> Reading | None:
    """The likeliest reading that understands every word, of a film or somebody called as some of the words."""
    said = " ".join(token.owner or token.word for token in one.words[start:end])
    put = Mention(start, end, kind, (Named(kind, -1, said, said),), owns=bool(one.words[end - 1].owner))
    readings = likeliest(one.text, [*beside, put])
    return next((one for one in readings if not one.unknown and put in one.mentions), None)


def _of_film(reading: Reading, one: Attempt) -> bool:
    """Whether what is asked of somebody is rather asked of a film: how long it is, its cast."""
    said = "".join(item.letter for item in one.text.choice(reading.mentions).items)
    search = reading.intent.search
    told = search is not None and search.wanted not in (Wanted.NAMES, Wanted.COUNT)
    return told or ("r" in said and {"v", "k", "f"}.isdisjoint(said))
