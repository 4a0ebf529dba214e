"""Festivals and places where films were first shown, as a text names them."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.codes import language_code
from bot.knowledge.query import Asked
from bot.knowledge.search import Named, Of, Within
from bot.matching.normal import normal
from bot.questions.names.mentions import Mention, runs
from bot.questions.rules.phrases import FILMS
from bot.questions.words.everyday import EVERYDAY
from bot.questions.words.item import Item
from bot.questions.words.lexicon import lexicon
from bot.questions.words.tokens import Token
from bot.questions.words.wording import listed

NICKNAMES = {
    "tiff": "toronto international film festival",
    "berlinale": "berlin international film festival",
    "berlinale film festival": "berlin international film festival",
    "nyff": "new york film festival",
    "sxsw": "south by southwest",
    "lff": "london film festival",
    "bfi london film festival": "london film festival",
    "biennale": "venice film festival",
    "venice international film festival": "venice film festival",
    "toronto film festival": "toronto international film festival",
    "berlin film festival": "berlin international film festival",
    "tokyo film festival": "tokyo international film festival",
}
"""Festivals by what everybody calls them."""
_FIRST = frozenset("premiere premiered premieres premiering debut debuted debuts first unveiled".split())
_SHOWING = _FIRST | frozenset(
    "screen screened screens screening shown show showed showing play played plays playing open opened opens opening"
    " festival festivals fest run competed competition selected selection launched bowed".split()
)
_GENERAL = frozenset(
    "film festival fest international premiere world opening screening theatre the at in of by and new royal"
    " first".split()
)
_CALLED = {*NICKNAMES, "cannes", "sundance", "telluride"}
"""What names a festival and no town where anything else is shown, too."""
_OWN = frozenset("my our a an".split())
"""Words before an event of those who ask: our film society."""
_LONGEST = 6
UNKNOWN_ABROAD = "which films came out in which country"
"""What is not known of films where a text keeps them by it."""
_SCREENS = frozenset("cinemas cinema theaters theatres screens".split())
LEAST = 6
"""Letters of a festival that may be misspelt."""
FEW = 10
"""Years that an answer names."""


@lru_cache(maxsize=8)
def _places(values: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """The events that a run of words of their names may mean; a festival before what was only shown in its town."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    festivals: dict[str, dict[str, None]] = defaultdict(dict)
    for value in sorted(values):
        words = normal(value).split()[:-1]  # its year
        for start in range(len(words)):
            for end in range(start + 1, min(len(words), start + _LONGEST) + 1):
                run = words[start:end]
                if not set(run) <= _GENERAL:
                    found[" ".join(run)][value] = None
                    if start == 0 and {"festival", "fest"} & set(words):
                        festivals[" ".join(run)][value] = None
    return {said: tuple(festivals.get(said, all_)) for said, all_ in found.items()}


async def events(words: Sequence[Token], catalogue: Catalogue) -> list[Mention]:
    """The festivals and theatres that a text about showings names, unless it is about prizes."""
    said = {token.word for token in words}
    known, worn = lexicon().phrases, lexicon().single
    shown = bool(said & _SHOWING)
    if not (shown or said & FILMS) or any((one := known.get((w,))) and one.meaning is Asked.AWARDS for w in said):
        return []
    kind = "premiere" if said & _FIRST else "shown"
    places = _places(frozenset(value.name for value in await catalogue.values(kind)))
    towns = tuple(place for place in places if len(place) >= LEAST and " " not in place and place not in worn)
    near = {token.word: slip for token in words if shown and (slip := _near(token.word, towns))}
    return [
        Mention(start, end, kind, tuple(Named(kind, 0, value, text) for value in places[named]), -0.4, owns)
        for text, spans in runs(words).items()
        if (shown or text in _CALLED) and (named := NICKNAMES.get(text) or near.get(text, text)) in places
        for start, end, owns in spans
        if _OWN.isdisjoint(token.word for token in words[max(0, start - 2) : start])
    ]


@lru_cache(maxsize=500)
def _near(word: str, towns: tuple[str, ...]) -> str:
    """The festival that a word is with one slip; "" for none."""
    from rapidfuzz.distance.OSA import distance  # only for typing errors

    if len(word) < LEAST or word in towns or word in EVERYDAY or word in lexicon().single:
        return ""
    return next((town for town in towns if town[0] == word[0] and distance(word, town, score_cutoff=1) <= 1), "")


def dated_events(items: list[Item]) -> list[Item]:
    """The items with a year or period taken in by the festival it is said of: at Cannes in 1994."""
    if any(item.letter in "PC" for item in items) or not any(item.text in ("shown", "premiere") for item in items):
        return items
    items = [item for item in items if item.letter != "k"]  # it played at Cannes
    shown = next((n for n, item in enumerate(items) if item.text in ("shown", "premiere") and item.letter == "y"), None)
    spans = [n for n, item in enumerate(items) if item.letter == "y" and _years(item)]
    if shown is None or len(spans) != 1 or any(item.letter == "F" for item in items):
        return items
    span, step = _years(items[spans[0]]), items[shown].meaning[0]
    low, high = (span.low or 0, span.high or 9999) if span else (0, 9999)
    kept = tuple(value for value in step.values if low <= int(value[-4:]) <= high)
    put = Item("y", (replace(step, values=kept or (step.label,)),), items[shown].text)
    return [put if n == shown else item for n, item in enumerate(items) if n != spans[0]]


def released_abroad(items: list[Item]) -> list[Item]:
    """The items with a country where films came out as something that is not known of them: in UK cinemas."""
    letters = "".join(item.letter for item in items)
    for n, item in enumerate(items):
        if item.letter != "y" or item.text not in ("nation", "country") or set(letters) & set("FPCr"):
            continue
        spoken = language_code(item.meaning[0].label) != item.meaning[0].label
        led = letters[:n].endswith("eo") and items[n - 1].text in ("in", "to", "at") and not spoken
        screens = n + 1 < len(items) and items[n + 1].letter == "e" and items[n + 1].text in _SCREENS
        if led or screens:
            noun = [] if "f" in letters else [Item("f")]
            return [*items[:n], *noun, Item("u", UNKNOWN_ABROAD), *items[n + 1 :]]
    return items


def event_of(step: Of) -> str:
    """`Cannes Film Festival, 2010 to 2019`: what a step keeps films by, with the years if they are few."""
    names = dict.fromkeys(re.sub(r" \d{4}$", "", value) for value in step.values)
    years = sorted({value[-4:] for value in step.values})
    said = next(iter(names)) if len(names) == 1 else step.label
    return f"{said} in {listed(years)}" if len(years) <= FEW else said


def _years(item: Item) -> Within | None:
    match item.meaning:
        case (Within("year") as span,):
            return span
    return None
