"""Films of one series, by their place in it: "part two?", "the third one", "3?"."""

import re

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import FilmRef
from bot.matching import Verdict
from bot.matching.normal import normal
from bot.questions.answers.describing import PLACES
from bot.questions.conversation.context import Context
from bot.questions.names.sequels import gone_on
from bot.questions.names.stories import series_name, story
from bot.questions.readings.understanding import understood

_PLACED = {f"{n}{'st' if n == 1 else 'nd' if n == 2 else 'rd' if n == 3 else 'th'}": n for n in range(1, 11)}
_PARTS = frozenset("part chapter episode volume vol".split())
NEXT = re.compile(
    r"(?:\b(?:the (?:one|film|movie)(?: right| just| straight| that came)?|wh(?:at|ich(?: one)?) (?:came|comes))"
    r" (?P<after>after|before|next)(?: (?:that|it|this)(?: one)?)?"
    r"|\bthe (?P<place>next|previous) (?:one|film|movie|part))(?: (?:then|pls|please))?(?=\W*$)",
    re.I,
)
"""The film before or after the one just talked about."""
_THE_SEQUEL = re.compile(r"(?:and|but|or|what about|how about) (?:the|its) (?:sequel|prequel)\W*", re.I)
"""Asks the same of it."""
_DID_HE = re.compile(r"(?:and |so )?(?:did|does|was|is|were|are|has|have)(?:n['’]?t)? (?!there\b)\w+\b", re.I)
"""Asks whether somebody did something."""
_NTH_ONE = re.compile(
    r"(?:\b(?:and|but|so|ok) )?"
    r"\b(?:(?:(?P<any>(?<=there )an?)|the) (?P<nth>\w+)(?: (?:one|1|part|film|movie)\b|(?=\W*$))"
    r"|(?P<some>a )?(?:part|number) (?P<number>\d)\b)",
    re.I,
)
"""A film by its place in the series of the one just talked about."""
_IT = r"(?:it|that|this)(?: (?:one|film|movie))?"
_IS_ONE = re.compile(rf"\b(?:is|was|isn.?t|wasn.?t) {_IT} (?:an?|the) (?:\w+ )?(?:sequel|prequel)\b", re.I)
"""Asks whether it is one."""
_HAS_SEQUEL = re.compile(
    rf"\b(?P<it>{_IT}) (?:have|get|has|got|had)(?: ever| got| an?| any| the| direct)* (?:sequel|prequel)s?\b"
    rf"|\bhow many (?:sequel|prequel)s (?:does|did|has) (?P<of>{_IT})\b",
    re.I,
)
_SEQUEL = re.compile(
    r"(?:^|\b(?:the|an?|any|its|direct|first|second|third|last|latest|many|and|were|are|no) )"
    r"(?P<sequel>(?:sequel|prequel)s?)\b"
    rf"(?: (?:to|of|for) {_IT}(?=\W|$)| (?!(?:to|of|for) )|(?=\W|$))(?! (?:to|of|for)\b)",
    re.I,
)
"""The sequel of the film just talked about, by itself or "to it"."""

_OF_YEAR = re.compile(
    r"\b(?:the|its) (?:(?P<year>(?:(?:19|20)\d\d|['’]?\d\d)) )?(?:sequel|prequel|remake|original)"
    r"(?: (?:from|of) (?P<from>(?:19|20)\d\d|['’]?\d\d))?(?=\W*$)",
    re.I,
)
"""A film of the same story or title by its year: the sequel from 86, the 2011 prequel."""


def place_in_series(word: str) -> int:
    """The place in a row that a word tells, from 1; 0 for no place."""
    said = word.casefold()
    if said.isdecimal():
        return int(said) if 0 < int(said) <= len(PLACES) else 0
    return _PLACED.get(said, 0) or (PLACES.index(said) + 1 if said in PLACES else 0)


def same_series(text: str, film: FilmRef) -> bool:
    """Whether a text may be the title of another part of the series of a film, or only tells its place."""
    said = normal(text)
    return place_in_series(text) > 0 or (
        said != normal(film.title) and f"{said} ".startswith(f"{normal(series_name(film.title))} ")
    )


async def of_series(which: str, film: FilmRef, catalogue: Catalogue) -> FilmRef | None:
    """The film of the same series that words call by its place in it: "part two", "third", "sequel"."""
    if which in ("sequel", "prequel"):
        return await next_in_series(film, which, catalogue)
    said = which
    if not said.strip():
        return None
    number = said.split()[-1] if said.split()[0] in _PARTS or said.isdigit() else ""
    for name in dict.fromkeys((film.title, series_name(film.title))) if number else ():
        first = number in ("one", "1", "i")
        found = await catalogue.find(name if first else f"{name} {said}")
        if found.verdict is Verdict.EXACT and found.films[0].id != film.id:
            return found.films[0]
    if number and number != said:
        return None
    if not (place := place_in_series(said)):
        return None
    query = await understood(f"how long is the {PLACES[place - 1]} {normal(series_name(film.title))} film", catalogue)
    part = (await catalogue.find(query.film)).sure if query and query.film and not query.guess else None
    if part is None and (entry := await catalogue.film(film.id)):
        told = await story(entry, catalogue)
        keys = await catalogue.keys([one.id or "" for one in told])
        numbered = all(place_told(one.title) in (0, n) for n, one in enumerate(told, 1))  # as far as titles tell it
        refs = await catalogue.refs(keys) if numbered else ()
        part = refs[place - 1] if place <= len(refs) > 1 else None
    return part if part and part.id != film.id else None


async def next_in_series(film: FilmRef, word: str, catalogue: Catalogue) -> FilmRef | None:
    """The film of the same story that a word means, "after", "before", "sequel" or "prequel"; None for no such film."""
    entry = await catalogue.film(film.id)
    found = await gone_on(word, entry, catalogue) if entry else []
    keys = await catalogue.keys([one.id or "" for one in found[:1]])
    return next(iter(await catalogue.refs(keys)), None)


async def of_its_sequel(text: str, before: str, film: FilmRef, catalogue: Catalogue) -> str:
    """A text about "the sequel" with the title of the film that it is of, or its own where somebody is spoken of: who
    directed the sequel to Jaws, did she make Aliens.

    `before` is the text before; where that asked for the sequel, the film is it.
    """
    if _THE_SEQUEL.fullmatch(text):
        return text
    if match := _HAS_SEQUEL.search(text):
        start, end = match.span("it" if match["it"] else "of")
        return f"{text[:start]}{film.label}{text[end:]}"
    if _IS_ONE.search(text) or not (match := _SEQUEL.search(text)):
        return text
    rest = f" {text[match.end() :].lstrip()}".rstrip()
    if _SEQUEL.search(before) and re.fullmatch(r"the \w+ ?", match[0], re.I):
        return f"{text[: match.start()]}{film.label}{rest}"
    if _DID_HE.match(text) and (found := await next_in_series(film, match["sequel"].casefold(), catalogue)):
        return f"{text[: match.start()]}{found.label}{rest}"
    return f"{text[: match.end('sequel')]} to {film.label}{rest}"


async def of_its_year(text: str, film: FilmRef, catalogue: Catalogue) -> str:
    """A text about "the sequel from 86" with the title of the one film of the same story or title from that year."""
    match = _OF_YEAR.search(text)
    year = (match["year"] or match["from"]) if match else None
    entry = await catalogue.film(film.id) if year else None
    if not (match and year and entry):
        return text
    keys = await catalogue.keys([one.id or "" for one in await story(entry, catalogue)])
    found = await catalogue.find(film.title)
    films = {one.id: one for one in (*await catalogue.refs(keys), *found.films[: found.fits]) if one.id != film.id}
    named = [one for one in films.values() if str(one.year).endswith(year.lstrip("'’"))]
    return f"{text[: match.start()]}{named[0].label}{text[match.end() :]}" if len(named) == 1 else text


async def of_the_first(text: str, context: Context, catalogue: Catalogue) -> str:
    """A text about "a third one" with the title of the first film of the series, whose second sequel that is; about
    "the third one" only where so many are known neither of the series nor from what was told.
    """
    match = _NTH_ONE.search(text)
    place = place_in_series(match["nth"] or match["number"]) if match else 0
    entry = await catalogue.film(context.film.id) if context.film and place > 1 else None
    if not (match and entry):
        return text
    films = await story(entry, catalogue)
    known = max(map(len, (films, context.films, context.two, context.told)))
    if place <= known and not (match["any"] or match["some"]):
        return text
    for first in await catalogue.refs(await catalogue.keys([films[0].id or ""])):
        text = f"{text[: match.start()]}the {PLACES[place - 2]} sequel to {first.label}{text[match.end() :]}"
    return text


def place_told(title: str) -> int:
    """The place in its series that a title tells; 0 for none."""
    told = [place for word in normal(title).split()[1:] if (place := place_in_series(word))]
    return told[-1] if told else 0
