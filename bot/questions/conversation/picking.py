"""Which of several films a text means: by its number or place, or as "the 1984 one", "the shorter one", "the other"."""

import re
from collections.abc import Sequence

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import Asked, FilmRef, Query, chosen
from bot.knowledge.search import Did, Films, First, People, Search, With
from bot.matching.normal import normal
from bot.questions.answers.describing import PLACES
from bot.questions.asked.expressions import ANY
from bot.questions.conversation.casting import character
from bot.questions.conversation.context import Context
from bot.questions.conversation.named import as_search, names_film
from bot.questions.conversation.narrowing import SHORTEST
from bot.questions.conversation.referring import referred, speaks_of_it
from bot.questions.conversation.repeating import of_another
from bot.questions.conversation.series import of_series, place_in_series, place_told
from bot.questions.conversation.several import OF_SO_MANY
from bot.questions.conversation.turn import Turn
from bot.questions.names.stories import series_name
from bot.questions.readings.understanding import understood
from bot.questions.rules.phrases import OPENING, STARTS
from bot.questions.words.tokens import tokens

_CORRECTION = re.compile(r"^(?:no|nope|yes|sorry|i mean|i meant)\b[, ]*(?=.)")
_NUMBER = re.compile(r"(?:the |number |no\.? ?|#)?(?P<number>\d{1,2})[.)]?", re.IGNORECASE)
_FILLING = frozenset("a an by directed film from i in made mean movie of one please s that the version".split())
_EXTREMES = {
    "newest": ("year", True),
    "new": ("year", True),
    "newer": ("year", True),
    "later": ("year", True),
    "latest": ("year", True),
    "recent": ("year", True),
    "modern": ("year", True),
    "remake": ("year", True),
    "oldest": ("year", False),
    "old": ("year", False),
    "older": ("year", False),
    "earlier": ("year", False),
    "original": ("year", False),
    "classic": ("year", False),
    "shortest": ("runtime", False),
    "short": ("runtime", False),
    "shorter": ("runtime", False),
    "longest": ("runtime", True),
    "long": ("runtime", True),
    "longer": ("runtime", True),
}
"""Words that tell a film from the others of a few by what it has most or least of."""
_EMPHASIS = re.compile(r"\b(?:more|most|much|really|very|other|of (?:the|those) two|of them)\b ?")
_THE_ONE = re.compile(
    r"\b(?:the|that) (?P<which>(?:(?!the |that )[\w'’&.-]+ ){1,4}?)(?:one|1|version|film|movie|flick|adaptation)\b"
    r"(?: (?:you|u) (?:just )?(?:said|told|named|mentioned))?"
    r"(?! (?:(?:he|she)(?:['’]?s)?|they|you|u|that|which|with|by|from(?! *\W*$)|of|directed by|made by|starring|about"
    r"|ever)\b)"
    r"|\bthe one (?:with|by|from|in|of|directed by|starring|about) (?P<behind>[\w'’&. -]+)"
    r"|\bthe (?P<most>\w+est) of (?:those|them|these)\b(?=,|\W*$)"
    r"|\bthe (?P<best>\w+er) of (?:(?:the|those|these|them) (?:two|2)\b|(?:those|these|them)\b(?=,|\W*$))"
    r"|\bthe (?P<alone>other|original|remake|first|1st|second|2nd|third|3rd|last|latter|former|newest|oldest|latest"
    r"|longest|shortest)(?= *$| *, *(?:who|whos|how|what|whats|when|where|which|is|did)\b)"
    r"|\b(?P<part>(?:part|chapter|episode|volume|vol) (?:\d+|one|two|three|four|[ivx]+))\b"
    r"|\b(?:the|its) (?P<sequel>sequel|prequel)\b"
    r"|\b(?P<by>[\w-]+)['’]s(?: (?:one|version|film|take|adaptation|remake))?(?= *$)",
    re.IGNORECASE,
)
"""Words that stand for one of several films."""
_OF_IT = re.compile(
    r" *, *(?:and |so )?(?P<role>(?:who|whos|who['’]s)\b(?!.*\b(?:it|that|this|in|is|was|directed|wrote|made)\b)"
    r".*?)[ ?!.]*$",
    re.I,
)
"""Who somebody is or plays in the one that is told before: the later one, who portrayed Keats."""
_A_ONE = re.compile(r"(?<=\w) (?:one|version|film|movie)$", re.I)
_WHICH_IS = re.compile(
    r"^(?:and |so |ok )?which(?: one)?(?: of (?:them|those|these|his|hers|theirs))? (?:is|was) ", re.I
)
"""Asks which of a list it is: which of them is the oldest."""
_OTHERWISE = {"latter": "second", "former": "first"}


def pick(text: str, choices: Sequence[FilmRef]) -> FilmRef | None:
    """The choice a text names by its number, its place, its year, its director or its label; None when not just one."""
    said = _CORRECTION.sub("", " ".join(text.casefold().split())).strip(" .!?")
    if match := _NUMBER.fullmatch(said):
        number = int(match["number"])
        return choices[number - 1] if 1 <= number <= len(choices) else None
    words = _words(said)
    for place, ordinal in enumerate(PLACES[: len(choices)]):
        if ordinal in words and words <= {ordinal, "the", "one", "film", "movie"}:
            return choices[place]
    fits = [
        film
        for film in choices
        if said == film.title.casefold()
        or (words & _telling(film) and words <= _telling(film) | _words(film.title) | _FILLING)
    ]
    return fits[0] if len(fits) == 1 else None


async def of_one_of_several(turn: Turn, context: Context, catalogue: Catalogue) -> Query | None:
    """What is asked of one of several films that were told: who's in the shorter one; the 1984 one."""
    rest = OF_SO_MANY.sub("", turn.rest)
    match = _THE_ONE.search(rest)
    asks = not (OPENING | STARTS).isdisjoint(token.word for token in turn.words)
    placed = place_in_series(rest) > 0 and bool(context.told)
    if match is None and (asks or not (context.choices or placed or (turn.again and turn.lead))):
        return None
    which = next(filter(None, match.groups())) if match else _A_ONE.sub("", rest.removeprefix("the "))
    whole = match is None or match[0].strip() == rest.casefold()
    most = which.split()[0].casefold()
    of_list = context.listed is context.asked and most in ("first", "last")
    plainly = whole or (match and match[0].strip() == _WHICH_IS.sub("", rest).casefold())
    best = plainly and context.listed and not context.choices and (most.endswith("est") or of_list)
    film = None if best else await _picked(which, context, catalogue, of_title=not (match or placed or context.choices))
    if film is None:
        return None
    beside = f"{rest[: match.start()]} {rest[match.end() :]}" if match else ""
    if set(normal(beside).split()) <= set(normal(f"{film.full_label}").split()):
        asked = context.asked
        if asked and context.choices:
            return asked.about(chosen(film.id))
        again = await of_another(asked, chosen(film.id), catalogue) if asked else None
        return again or Query(Asked.CARD, film=chosen(film.id))
    assert match  # what the whole text picks is dealt with
    before = await understood(rest[: match.start()], catalogue) if "," in rest[: match.start()] else None
    if before and names_film(before):
        return None  # in Ghostbusters, the 1984 one
    entry, name = await catalogue.film(film.id), rest[: match.start()].removesuffix(" in ")
    if context.asked and context.asked.asked is Asked.ROLE and entry and (role := character(name, entry)):
        return Query(Asked.ROLE, film=chosen(film.id), other=role)
    if rest[: match.start()].endswith("than ") and context.film:  # is it longer than the Soderbergh one
        than = f"{rest[: match.start()]}{film.label}{rest[match.end() :]}"
        if not speaks_of_it(tokens(than)):
            return await understood(than, catalogue)
        found = await referred(than, None, Context(film=context.film), catalogue)
        return found[0] if found else None
    said = f"{rest[: match.start()]}it{rest[match.end() :]}"
    if not match.start() and (asked_of := _OF_IT.match(rest[match.end() :])):
        said = f"{asked_of['role']} in it"
    people = context.two_people if "both" in normal(said).split() else context.people
    found = await referred(said, None, Context(film=film, people=people), catalogue)
    return found[0] if found and found[0].asked is not Asked.MISSING else None


async def _picked(which: str, context: Context, catalogue: Catalogue, *, of_title: bool) -> FilmRef | None:
    """The film that words tell from the others just told, or from those of the same title alone."""
    if context.film and str(context.film.year) == which.strip():
        return context.film
    if (place := place_in_series(which.strip())) and (at := await _of_the_series(place, context, catalogue)):
        return at
    films: Sequence[FilmRef] = context.films
    if context.asked and context.asked.asked is Asked.COMMON and context.asked.manner == "whether":
        films = films[::-1]  # of which the last one was named before
    some: list[Sequence[FilmRef]] = [] if of_title else [context.choices, films, context.told, context.two]
    if context.film:
        found = await catalogue.find(context.film.title)
        some.insert(0, found.films[: found.fits])
    for one in () if of_title else context.recent:
        found = await catalogue.find(one.title)
        some.append(found.films[: found.fits])
    for films in some:
        if len(films) > 1 and (film := await _told_apart(which, films, context.film, catalogue)):
            return film
    part = context.film is not None and not of_title
    return await of_series(which.casefold().strip(), context.film, catalogue) if context.film and part else None


async def _of_the_series(place: int, context: Context, catalogue: Catalogue) -> FilmRef | None:
    """The film at a place of the series that both films told last are of, whichever was spoken of first."""
    one_series = len(context.two) > 1 and len({series_name(film.title) for film in context.two}) == 1
    if not context.film or not one_series or not any(place_told(film.title) for film in context.two):
        return None  # remakes have no place
    if place == (place_told(context.film.title) or 1):
        return context.film
    return await of_series(PLACES[place - 1], context.film, catalogue)


async def _told_apart(
    which: str, films: Sequence[FilmRef], current: FilmRef | None, catalogue: Catalogue
) -> FilmRef | None:
    """The film that words before "one" tell from the others: "1984", "shorter", "John Wayne"; None when not just one.

    `current` is the film just talked about, which "the other" is not.
    """
    said = _EMPHASIS.sub("", f"{which.casefold()} ").strip() or which.strip()
    said = _OTHERWISE.get(said, said)
    if said == "other":
        others = [film for film in films if current is None or film.id != current.id]
        return others[0] if len(others) == 1 and len(films) > 1 else None
    place = place_in_series(said)
    if said == "middle" and len(films) % 2:
        return sorted(films, key=lambda film: film.year or 0)[len(films) // 2]
    if said == "last" or place:
        return films[place - 1] if 0 < max(place, 1) <= len(films) > 1 else None
    named = [film for film in films if len(said) >= SHORTEST and f" {said} " in f" {normal(film.title)} "]
    if len(named) == 1:
        return named[0]
    keys = await catalogue.keys([film.id for film in films])
    if len(keys) < len("ab"):
        return None
    if extreme := _EXTREMES.get(said):
        search = Search(Films(keys, together=True), (First(*extreme),))
    elif found := await _telling_apart(said, catalogue):
        search = Search(Films(keys, together=True), found.steps)
    else:
        return None
    left = (await catalogue.search(search)).films
    return left[0] if len(left) == 1 else None


async def _telling_apart(said: str, catalogue: Catalogue) -> Search | None:
    """What films are to be like that are called so: "80s", "Korean", "John Wayne"."""
    query = await understood(f"{said} films", catalogue)
    found = await as_search(query, catalogue) if query else None
    if not found or found.of_people:
        return None
    if isinstance(found.start, People):
        did = found.steps[0]
        return Search(Films(), (With(found.start.keys, did.jobs if isinstance(did, Did) else ANY, found.start.label),))
    return found if found.steps and not found.start.keys else None


def _telling(film: FilmRef) -> set[str]:
    """The words that tell a film from others of its title: its year and the names of its directors."""
    return {str(film.year or ""), *_words(" ".join(film.directors))} - {""}


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))
