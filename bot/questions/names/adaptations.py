"""What films are based on, as a text says it: "novels by Stephen King", "a true story", "remakes"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.search import Named
from bot.matching.normal import normal
from bot.questions.names.mentions import Mention
from bot.questions.words.filters import filter_at
from bot.questions.words.lexicon import lexicon
from bot.questions.words.tokens import Token

_WRITINGS = ("books", "novels", "stories", "short stories", "plays", "works", "writings", "comics")
_BEFORE_IT = frozenset(
    "based on|based upon|based off|loosely based on|based in part on|adapted from|adaptation of|adaptations of"
    "|adaptations from|remake of|remakes of|inspired by|taken from|come from|comes from|came from|from a|from"
    "|out of".split("|")
) | frozenset(f"from {the}{work} {by}" for the in ("", "the ") for work in _WRITINGS for by in ("by", "of"))
_LONGEST_BEFORE = max(len(phrase.split()) for phrase in _BEFORE_IT)
_LOOSE = frozenset(["come from", "comes from", "came from", "from a"])
"""Those that say so only of what is a kind of work: from a short story."""
_LOOSER = frozenset(["from", "out of"])
"""Those that say so only of what is a kind of work and somebody's: from Philip K. Dick stories."""
_BEHIND_IT = frozenset("adaptation adaptations remake remakes adapted based".split())
_ALONE = {"remake": "film", "remakes": "film", "adaptation": "", "adaptations": ""}
_WORKS = {
    r"\bbooks?\b|\bnovel|\bmemoir|short stor|\bcollection\b|\bwritings\b": "book",
    r"\bnovel": "novel",
    r"\bnovella": "novella",
    r"short stor": "short story",
    r"short stor|\bnovella": "shorts",
    r"\bstor(?:y|ies)\b|\bnovel|\btale\b": "story",
    r"\btale\b|\bstory\b": "tale",
    r"fairy tale": "fairy tale",
    r"\bplay\b": "play|stage play",
    r"television play": "television play|tv play",
    r"\bmusical\b": "musical|stage musical",
    r"\bcomics?\b|\bmanga\b": "comic|comic book|graphic novel",
    r"\bmanga\b": "manga",
    r"\bmemoirs?\b|\bautobiograph": "memoir|autobiography",
    r"non-fiction|\bmemoir": "non fiction book|nonfiction book",
    r"picture book": "picture book",
    r"\barticles?\b": "article|magazine article|newspaper article",
    r"\bpoems?\b": "poem",
    r"\bessays?\b": "essay",
    r"\bfilms?\b": "film|movie|older film|older movie|other film|other movie|another film|another movie|earlier film",
    r"\bdolls?\b|\btoys?\b": "toy|doll",
    r"\bgames?\b": "game|video game",
}
"""What a text that says what a film is based on holds where it is a work that is called so."""
_KINDS = {
    phrase: re.compile(pattern, re.IGNORECASE) for pattern, phrases in _WORKS.items() for phrase in phrases.split("|")
}
_TRUE = frozenset(
    f"{true} {what}".strip()
    for true in ("true", "real", "actual", "real life", "historical", "a true", "a real", "a real life")
    for what in ("story", "stories", "event", "events", "person", "people", "crime", "life")
) | {"real life", "facts"}
_IS_TRUE = re.compile(
    r"\blives?\b|\bmemoirs?\b|non-fiction|\bdiar|\bautobiogra|\btrial\b|\bmutiny\b|\btrue\b|\breal\b|newspaper"
    r"|\bmurders\b|\brecords of\b|\baccount\b|childhood",
    re.IGNORECASE,
)
_SAYS_TRUE = re.compile(r"\btrue (stor|disaster|event|crime)|real (events|person)|\bautobiogra", re.IGNORECASE)
_TOLD = frozenset(["story", "stories", "events"])
"""What is called true of films even where nothing says that they are based on it."""
_SOFT = frozenset("a an the by of from s his her their and some any one work works old classic famous".split())
_VAGUE = frozenset("thing things something anything stuff".split())
"""What stands for a work that is not named: some Jane Austen thing."""
_ALIKE = 74.0
"""How much of 100 a word of a name must be like one of a text."""
COST = -0.4
"""Of a work: films are hardly ever said to be based on something that is not meant."""
_SHORT = 4
_LONGEST = 9


def _singular(words: Sequence[str]) -> str:
    last = words[-1]
    last = f"{last[:-3]}y" if last.endswith("ies") else last[:-1] if last.endswith("s") and len(last) > _SHORT else last
    return " ".join((*words[:-1], last))


def _kind(words: Sequence[str], at: int) -> tuple[int, str]:
    """How many words a kind of work takes that begins at one, with its name; 0 for none."""
    for size in (3, 2, 1):
        run = words[at : at + size]
        if len(run) == size and " ".join(run) in _TRUE:
            return size, "true"
        if len(run) == size and (kind := next((k for k in (" ".join(run), _singular(run)) if k in _KINDS), "")):
            return size, kind
    return 0, ""


@lru_cache(maxsize=8)
def _texts(values: frozenset[str]) -> tuple[tuple[str, frozenset[str]], ...]:
    """Every text with its words."""
    return tuple((value, frozenset(normal(value).split())) for value in sorted(values))


@dataclass(frozen=True, slots=True)
class _Work:
    """A run of words that tells what a film is based on."""

    start: int
    end: int
    said: str
    kinds: list[str]
    names: list[frozenset[str]] = field(default_factory=list)


async def adaptations(words: Sequence[Token], catalogue: Catalogue) -> list[Mention]:
    """The works that a text asks whether films are based on."""
    plain = [token.word for token in words]
    starts = [(n, size) for n in range(len(plain)) if (size := _trigger(plain, n))]
    behind = [n for n, word in enumerate(plain) if word in _BEHIND_IT]
    true = list(_true(plain))
    if not starts and not behind and not true:
        return []
    texts = _texts(frozenset(value.name for value in await catalogue.values("source")))
    known = frozenset().union(*(held for _, held in texts))
    stops = [n for n in range(1, len(words)) if words[n].sentence > words[n - 1].sentence] + [len(words)]
    within = [(n, size, next(stop for stop in stops if stop > n)) for n, size in starts]
    found = [work for start, size, stop in within if (work := _behind_trigger(plain[:stop], start, size, known))]
    for work in true:
        if not _inside(found, work.start):
            found.append(work)
    for end in behind:
        triggers = any(start <= end < start + size for start, size in starts)
        if _inside(found, end) or (triggers and plain[end] not in _ALONE):
            continue
        if named := _before_noun(plain, end, known):
            found.append(named)
    return [
        Mention(one.start, one.end, "source", await _works(one.said, one.kinds, one.names, texts, catalogue), COST)
        for one in found
    ]


def _inside(works: Sequence[_Work], at: int) -> bool:
    return any(one.start <= at < one.end for one in works)


def _true(plain: Sequence[str]) -> Iterator[_Work]:
    """What is told to have happened: true stories, real events."""
    for n in range(len(plain)):
        size, kind = _kind(plain, n)
        if kind == "true" and plain[n + size - 1] in _TOLD:
            yield _Work(n, n + size, " ".join(plain[n : n + size]), ["true"])


def _behind_trigger(plain: Sequence[str], start: int, size: int, known: frozenset[str]) -> _Work | None:
    """A work behind words that say that a film is based on it: based on a novel."""
    end, kinds, names = _read(plain, start + size, 1, known)
    said = " ".join(plain[start : start + size])
    told = kinds and names if said in _LOOSER else kinds or (names and said not in _LOOSE)
    return _Work(start, end, " ".join(plain[start + size : end]), kinds, names) if told else None


def _before_noun(plain: Sequence[str], end: int, known: frozenset[str]) -> _Work | None:
    """A work before a noun for what is based on it: Stephen King adaptations."""
    start, kinds, names = _read(plain, end - 1, -1, known)
    if plain[end].startswith("adaptation") and plain[end - 1 : end] == ["film"]:
        start, kinds = end - 1, []  # film adaptations
    kinds += [_ALONE[plain[end]]] if _ALONE.get(plain[end]) else []
    one = end > 0 and plain[end - 1] in ("a", "an", "any", "no", "the", "film", "screen")
    if not kinds and not names and plain[end] not in _ALONE.keys() - (set() if one else {"adaptation"}):
        return None  # a film is called so
    said = " ".join(plain[start + 1 : end]) or (f"a {kinds[0]}" if kinds else "something")
    return _Work(start + 1, end + 1, said, kinds, names)


def _trigger(words: Sequence[str], at: int) -> int:
    sizes = range(min(_LONGEST_BEFORE, len(words) - at), 0, -1)
    return next((size for size in sizes if " ".join(words[at : at + size]) in _BEFORE_IT), 0)


def _read(
    words: Sequence[str], at: int, way: int, known: frozenset[str]
) -> tuple[int, list[str], list[frozenset[str]]]:
    """Where the description of a work ends that begins at a word, its kinds of work, and what its names may be."""
    kinds: list[str] = []
    names: list[frozenset[str]] = []
    end, n, stop = at, at, at + way * _LONGEST
    while 0 <= n < len(words) and n != stop:
        size, kind = _kind(words, n) if way > 0 else _kind_before(words, n)
        if way > 0 and not size and filter_at(words, n):
            break
        if size:
            other = way > 0 and kinds and words[n - 1] == "or"  # books or short stories
            kinds[-1:] = [f"{kinds[-1]}|{kind}"] if other else [*kinds[-1:], kind]
            n += way * size
            end = n
            continue
        word = words[n]
        if word == "or" and kinds and n + 1 < len(words) and _kind(words, n + 1)[0]:
            n += way
            continue
        if word in _SOFT | _VAGUE and (way > 0 or word != "a"):
            n += way
            end = n if names and word in _VAGUE else end
            continue
        name = _name(word, known)
        if not name or (word in lexicon().single and not (word in known and len(names) > 0)):
            break
        names.append(name)
        n += way
        end = n
    return end, kinds, names


def _kind_before(words: Sequence[str], at: int) -> tuple[int, str]:
    """The same of one that ends at a word."""
    for size in (3, 2, 1):
        if at - size + 1 >= 0:
            taken, kind = _kind(words[: at + 1], at - size + 1)
            if taken == size:
                return size, kind
    return 0, ""


def _name(word: str, known: frozenset[str]) -> frozenset[str]:
    """The words of the texts that a word is, or is the possessive or a misspelling of."""
    if same := known & {word, word.removesuffix("s")}:
        return same
    if len(word) <= _SHORT or word in lexicon().single:
        return frozenset()
    from rapidfuzz import fuzz, process  # only for typing errors

    near = process.extract(word, [one for one in known if len(one) > _SHORT], scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return frozenset(one for one, *_ in near)


async def _works(
    said: str,
    kinds: Iterable[str],
    names: Sequence[frozenset[str]],
    texts: Sequence[tuple[str, frozenset[str]]],
    catalogue: Catalogue,
) -> tuple[Named, ...]:
    """The texts that are of all the kinds and hold all the names; for a true story the keywords that say so too."""
    patterns = [[_IS_TRUE if one == "true" else _KINDS[one] for one in kind.split("|")] for kind in kinds]
    named = [
        Named("source", 0, text, said)
        for text, held in texts
        if all(name & held for name in names)
        and all(any(pattern.search(text) for pattern in either) for either in patterns)
    ]
    if "true" in kinds and not names:
        for kind in ("keyword", "theme"):
            named += [
                Named(kind, 0, one.name, said) for one in await catalogue.values(kind) if _SAYS_TRUE.search(one.name)
            ]
    return tuple(named) or (Named("source", 0, said, said),)
