"""What a text says of awards: which, in which category, won or lost, and how many of them.

Words are sorted into units, and units that stand together make one mention:

    A award    a festival    C category    c the same without "best"    P "prize"
    W won      w the same in other words      G nominated    L lost    h having    # how many, more    n not    g glue
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise, product

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import Result
from bot.knowledge.search import Named
from bot.matching.normal import normal
from bot.questions.names.mentions import Mention
from bot.questions.rules.honours import (
    AWARDS,
    CATEGORIES,
    COMPARED,
    GETTING,
    GLUE,
    GOT,
    HAD,
    HAVING,
    NOT,
    OTHERWISE,
    PRAISE,
    RESULTS,
    WEAK,
    WIDER,
)
from bot.questions.words.amounts import year
from bot.questions.words.filters import MANY, quantity
from bot.questions.words.lexicon import lexicon
from bot.questions.words.tokens import Token

COST = -0.6
"""Of each part of a mention, with what a mention costs anyway: speaking of awards is hardly ever meant otherwise."""
EXACT = 1.0
"""The weight of a category that is called exactly so."""
SLIP = 0.6
"""What a typing error costs."""
LEAST_MENDED, LONG = 5, 9
"""Letters of the shortest word that one is looked for in, and of those that may have two."""
LONGEST = 9
"""Words of the longest name of an award or category."""

_BARE = re.compile(r" (?:international )?film festival$|(?<! film) awards$")
FIELD = re.compile(r" [–—-] .*| \(.*")
"""The field of a category: Best Motion Picture – Drama."""
_FOR = re.compile(r" for .*")
_PHRASE = re.compile(r"(?:[hn]g*)*(?:#g*(?=[APG]))?[AaCcPWGwL](?:(?:[ghn]|#(?=g*[APG]))*[AaCcPWGwL])*")

Said = tuple[str, tuple[Named, ...]]
"""A unit's letter, and what it means."""


@dataclass(frozen=True, slots=True)
class _Unit:
    letter: str
    start: int
    end: int
    means: tuple[Named, ...] = ()


@cache
def _heads() -> tuple[re.Pattern[str], dict[str, str]]:
    """Finds what categories are about, however it is said, with the one word for it."""
    heads = {said: head for head, names in CATEGORIES.items() for said in (head, *names.split("|"))}
    longest = sorted(heads, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest)})\b"), heads


def about(category: str) -> str:
    """What a category is about, the same for those that differ in wording alone: `Best Film Editing` → `editing`."""
    pattern, heads = _heads()
    return pattern.sub(lambda found: heads[found[0]], normal(FIELD.sub("", category)).removeprefix("best "))


def _said_of(key: str) -> Iterator[tuple[str, str]]:
    """(letter, what they may be called) for the categories that are about the same."""
    pattern, _ = _heads()
    parts = [CATEGORIES.get(part, part).split("|") for part in re.split(rf"({pattern.pattern})", key) if part]
    for chosen in product(*parts):
        said = " ".join("".join(chosen).split())
        yield "C", f"best {said}"
        if "picture" not in key:
            yield "c", said
    for wider, narrow in WIDER.items():
        if key in narrow:
            yield "C", f"best {wider}"
            yield "c", wider


def _in_field(category: str) -> Iterator[str]:
    """How else a category of a field may be called: best comedy or musical, best actor in a drama."""
    plain, found, field = category.partition(" – ")
    some = field.lower().split(" or ")
    for said in {" or ".join(some), " or ".join(reversed(some))} if found else ():
        if about(plain) == "picture":
            yield from (f"best {said}", f"best picture {said}", f"best film {said}")
        else:
            yield from (f"{normal(plain)} in a {said}", f"{normal(plain)} in {said}", f"{normal(plain)} {said}")


def _said_of_award(award: str) -> Iterator[tuple[str, str]]:
    name = normal(award)
    bare = _BARE.sub("", name)
    letter = "a" if name.endswith("festival") else "A"
    yield from ((letter, said) for said in (name, name.removesuffix("s"), bare, *AWARDS.get(award, bare).split("|")))


@lru_cache(maxsize=8)
def _vocabulary(known: frozenset[tuple[str, str | None]]) -> dict[str, Said]:
    """What each unit may be called; what may be both an award and a category is taken for the award."""
    found: dict[str, tuple[str, dict[Named, None]]] = {}
    for result, phrases in (*WEAK.items(), *RESULTS.items()):
        letter = {None: "P", Result.WON: "W", Result.NOMINATED: "G", Result.LOST: "L"}[result]
        for said in phrases.split("|"):
            weaker = letter.lower() if result is Result.WON and said in WEAK[result].split("|") else letter
            found[said] = weaker, {Named("result", 0, result or "", said): None}
    for award in sorted({award for award, _ in known} | {"Academy Awards"}):
        for letter, said in _said_of_award(award):
            found[said] = letter, {Named("award", 0, award, said): None}
    alike: defaultdict[str, list[Named]] = defaultdict(list)
    for award, category in sorted(known, key=str):
        if category:
            plain = normal(FIELD.sub("", category))
            named = Named("category", 0, category, award, 0.0)
            names = (plain, f"{plain}s", plain.replace(" for ", " "), normal(category), normal(_FOR.sub("", category)))
            for said in {*names, *OTHERWISE.get(plain, plain).split("|"), *_in_field(category)}:
                if about(said) != "picture" or plain.startswith("best "):
                    found.setdefault(said, ("C", {}))[1][replace(named, weight=EXACT)] = None
            if plain.startswith("best "):
                alike[about(category)].append(named)
    for key, some in alike.items():
        for letter, said in _said_of(key):
            if said not in found or found[said][0] in "Cc":
                found.setdefault(said, (letter, {}))[1].update(dict.fromkeys(some))
    return {said: (letter, tuple(names)) for said, (letter, names) in found.items()}


async def honours(words: Sequence[Token], catalogue: Catalogue) -> list[Mention]:
    """What the text says of awards; everyday words count only where something else speaks of awards."""
    vocabulary = _vocabulary(await catalogue.prizes())
    units, told = _told([token.word for token in words], vocabulary)
    if not told:
        return []
    mended = {n: word for n, token in enumerate(words) if (word := _mended(token.word, vocabulary))}
    if mended:
        units, _ = _told([mended.get(n, token.word) for n, token in enumerate(words)], vocabulary)
    found = []
    letters = "".join(unit.letter for unit in units)
    stops = [n for n, unit in enumerate(units) if n and _begins(words, unit.start)]
    within = [range(a, b) for a, b in pairwise([0, *stops, len(units)])]
    matches = (match for run in within for match in _PHRASE.finditer(letters, run.start, run.stop))
    for match in matches:
        some = units[match.start() : match.end()]
        found += [_mention(some)]
        if len(some) > 1:
            found += [_mention([unit]) for unit in some if unit.letter in "AC"]
            lead = len(some) - len(letters[match.start() : match.end()].lstrip("hng#"))
            found += [_mention(some[lead:])] if lead else []
    found += _got(units, words)
    slips = {one: sum(n in mended for n in range(one.start, one.end)) for one in found}
    return [replace(one, cost=one.cost + SLIP * slips[one]) for one in found if _counts(one, words)]


def _begins(words: Sequence[Token], at: int) -> bool:
    """Whether a sentence begins at a word."""
    return words[at].sentence > words[at - 1].sentence


def _got(units: Sequence[_Unit], words: Sequence[Token]) -> Iterator[Mention]:
    """What says that a prize named before was won: which Oscars did F get, which Oscars got F."""
    for before, unit in pairwise(units):
        last = unit.end == len(words) and any(one.letter in "AP" for one in units[:-1])
        if words[unit.start].word in GOT and (last or before.letter in "AP"):
            yield _mention([replace(unit, means=(Named("result", 0, Result.WON, ""),))])


def _told(words: Sequence[str], vocabulary: dict[str, Said]) -> tuple[list[_Unit], bool]:
    """The units of a text, and whether any of them can but speak of awards."""
    units = list(_units(words, vocabulary))
    letters = {one.letter for one in units if words[one.end - 1] not in ("for", "nod")}  # up for a film, nod at him
    clear = [one for one in units if one.letter == "C" and " ".join(words[one.start : one.end]) not in PRAISE]
    dated = bool(clear) and any(map(year, words))
    own = any(not one.name.startswith("Best ") for unit in clear for one in unit.means)
    told = dated or own or (bool(clear) and "a" in letters) or letters & set("wL") or not GETTING.isdisjoint(words)
    return units, bool(letters & set("APWG") or ("C" in letters and told))


def _mended(word: str, vocabulary: dict[str, Said]) -> str | None:
    """The word of awards that a word nobody knows is with a slip of the finger: acadamy."""
    from rapidfuzz import process  # only for typing errors
    from rapidfuzz.distance import OSA

    known = _words(frozenset(vocabulary))
    if len(word) < LEAST_MENDED or word in known or word in lexicon().single:
        return None
    near = process.extractOne(word, known, scorer=OSA.distance, score_cutoff=1 + (len(word) >= LONG))
    return near[0] if near else None


@lru_cache(maxsize=8)
def _words(said: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted({word for phrase in said for word in phrase.split() if len(word) >= LEAST_MENDED}))


def _mention(units: Sequence[_Unit]) -> Mention:
    named = tuple(named for unit in units for named in unit.means)
    parts = sum(unit.letter not in "gh" for unit in units)
    return Mention(units[0].start, units[-1].end, "award", named, COST * parts + 0.3 * (parts - 1))


def _counts(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether a mention says something of awards, where the text does."""
    kinds = {named.kind for named in mention.named}
    if kinds == {"award"} and mention.named[0].name.endswith("Festival"):
        return mention.start == 0 or words[mention.start - 1].word in ("at", "the")
    if kinds <= {"result", "times", "not", "and"}:
        return "result" in kinds and (mention.size > 1 or words[mention.start].word not in HAD)
    return True


def _units(words: Sequence[str], vocabulary: dict[str, Said]) -> Iterator[_Unit]:
    at = 0
    before = ""
    while at < len(words):
        unit = _unit(words, at, vocabulary, before)
        yield unit
        before = f"{before}{unit.letter}" if unit.letter != "g" or words[at] != "for" else f"{before}f"
        at = unit.end


def _unit(words: Sequence[str], at: int, vocabulary: dict[str, Said], before: str) -> _Unit:
    """The longest unit that begins at a word; `before` are the letters of those before, with f for the word "for"."""
    for size in range(min(LONGEST, len(words) - at), 0, -1):
        said = vocabulary.get(" ".join(words[at : at + size]))
        if said and (said[0] != "c" or _in_place(words, at + size, before, size > 1)):
            return _Unit(said[0], at, at + size, said[1])
    if number := (1, 2, MANY) if words[at] in ("several", "multiple") else quantity(words, at):
        size, low, high = number
        beyond = tuple(words[at + size + 1 : at + size + 3])
        if low == high and beyond in (("or", "more"), ("or", "above"), ("and", "more")):
            high = MANY  # 10 Oscars or more
        return _Unit("#", at, at + size, (Named("times", low, "", "", 0.0, high),))
    word = words[at]
    if word in NOT:
        return _Unit("n", at, at + 1, (Named("not", 0, "", ""),))
    if word in COMPARED:
        return _Unit("#", at, at + 1, (Named(COMPARED[word], 0, "", ""),))
    if word in ("and", "both", "or"):
        return _Unit("g", at, at + 1, (Named("or" if word == "or" else "and", 0, "", ""),))
    return _Unit("h" if word in HAVING else "g" if word in GLUE else "_", at, at + 1)


def _in_place(words: Sequence[str], end: int, before: str, long: bool) -> bool:
    """Whether a category may be told without "best" here: the Oscar for editing, the directing Oscar, its prize."""
    said = re.search(r"[AaWGPw]g*fg*$", before) or (long and re.search(r"[AWGP]$", before))
    return bool(said) or (end < len(words) and words[end] in _NOUNS)


_NOUNS = frozenset(
    f"{AWARDS['Academy Awards']}|{AWARDS['BAFTA Awards']}|{RESULTS[None]}|academy|golden|cesar|cesars|category"
    "|nomination|nominations|nom|noms|nod|nods".split("|")
)
