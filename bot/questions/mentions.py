"""What a text names: words cut into tokens, and every film, person, character or value that a run of them may mean."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.codes import country_code, language_code
from bot.knowledge.search import Named
from bot.matching.normal import normal
from bot.questions.lexicon import in_full, lexicon
from bot.questions.peoples import COMPOUNDS, GENRES, LANGUAGES, NO_COUNTRY, nation
from bot.questions.rules.phrases import FIRST, NUMBER_WORDS, ORDINALS

MOST_WORDS = 60
"""Words of a text that are read."""
LONGEST = 16
"""Words of the longest name that is looked up."""

_FILM = re.compile("(?:film|movie)s?$")
_RAW = re.compile(r"\S+")
_POSSESSIVE = re.compile(r"['’`´]s?\W*$|['’]s\b")
PAUSES = frozenset("because bc cuz coz cos cause since but".split())
"""Words that begin another clause."""
_PAUSE = re.compile(r"[,;:?!()\[\]\n…–—]|\.(?=\s)|\s-\s")
SLIPS = {"teh": "the", "hte": "the", "adn": "and", "nad": "and"}
"""Slips of fingers that are no words, and what was meant, in names too."""
SPELT_OUT = {short: word for word, short in (FIRST, *ORDINALS)}
"""Places in titles as they may be typed: the 3rd man."""
SIGNS = " ?!.,;:\"'“”„«»*_()"
PLAYERS = ("actor", "actress", "va")
"""Behind a name: who plays the one of that name."""
FAMILY = ("brothers", "brother", "bros", "sisters")
"""Behind a surname: the two who are best known by it."""
LONG_PLURAL = 6
"""Letters from which on a word with an s to spare may be a surname."""
SHORTEST = 3
"""Letters of a first name that is cut short."""
NICKNAMES = {
    "arnie": "arnold", "bob": "robert", "bobby": "robert", "sly": "sylvester", "marty": "martin", "jim": "james",
    "jimmy": "james", "bill": "william", "liz": "elizabeth", "kate": "katharine", "dick": "richard", "ted": "theodore",
    "jack": "john", "larry": "laurence", "tony": "anthony", "gene": "eugene", "steve": "steven", "mike": "michael",
    "nick": "nicolas", "matt": "matthew", "ahnold": "arnold", "charlie": "charles", "ron": "ronald",
}  # fmt: skip
"""First names that are no beginning of those that they are short for."""
PARTICLES = ("de", "del", "della", "di", "da", "du", "la", "le", "van", "von", "der", "den", "el", "al", "mc", "mac")
"""Words before a surname that are often written as one with it."""
VERSUS = frozenset("or vs versus than".split())
"""Words beside what is compared."""
SHORT_YEAR = 2
"""Digits of a year without its century."""
PLAIN = frozenset("film person character genre country language keyword theme".split())
"""What is named by nothing but its name; certificates, festivals and sources need a word that says so."""
LANGUAGE = 5
"""Letters of the name of a language that no film is in: shorter ones are words of others."""
WHOLE = 100.0
"""The weight of a whole title, see `Catalogue.called`."""
ARTICLES = frozenset(["a", "an", "the"])
REWRITTEN, HALF = 0.1, 0.3
"""Costs of a title with numerals or spaces written otherwise, and of half a title."""
TURNED = 0.1
"""What it costs that a surname stands before the first name."""
MOST_HALVES = 3
"""So many films may share a half for it to name them."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word as it is compared, and where it stands in the text."""

    word: str
    start: int
    end: int
    owner: str = ""
    """The word without its possessive 's, when it has one."""
    typed: str = ""
    clause: int = 0
    """How many commas, stops and brackets stand before it."""
    asked: bool = False
    """Whether a question mark follows."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A run of tokens and what it may name, all of one kind."""

    start: int
    end: int
    kind: str
    named: tuple[Named, ...]
    cost: float = 0.0
    """How unlikely: 0 for a name letter by letter."""
    owns: bool = False
    """Whether a possessive 's follows."""

    @property
    def size(self) -> int:
        return self.end - self.start


def tokens(text: str) -> list[Token]:
    """The words of a text; invisible characters and signs are left out."""
    found: list[Token] = []
    clause = 0
    for match in _RAW.finditer(text):
        raw = match[0]
        for part in re.finditer(r"[^\-–—/:,;()\[\]…]+", raw) if len(raw) < 60 else ():
            owner = ""
            if mark := _POSSESSIVE.search(part[0]):
                owner = normal(part[0][: mark.start()])
            if any(map(str.isalnum, part[0])):
                start, end = match.start() + part.start(), match.start() + part.end()
                typed = part[0].strip(SIGNS)
                plain = SLIPS.get(typed.lower(), part[0])
                clause += found != [] and _PAUSE.search(text, found[-1].start, start) is not None
                clause += typed.lower() in PAUSES
                asked = "?" in part[0]
                found += [Token(word, start, end, owner, typed, clause, asked) for word in normal(plain).split()]
            elif part[0] in ("+", "&") and found:
                found.append(Token("and", match.start(), match.end(), "", part[0], clause))
            elif "?" in part[0] and found:
                found[-1] = replace(found[-1], asked=True)
        if len(found) >= MOST_WORDS:
            break
    return _parted(list(map(_owning, found[:MOST_WORDS], [*found[1:MOST_WORDS], None])))


def _owning(token: Token, after: Token | None) -> Token:
    """A word that owns an actor without a sign for it: "hans landas actor"."""
    owns = after and after.word in PLAYERS and after.clause == token.clause and not token.owner
    if not owns or not token.word.endswith("s") or len(token.word) <= SHORTEST or token.word in lexicon().single:
        return token
    return replace(token, owner=token.word[:-1])


def _parted(words: list[Token]) -> list[Token]:
    """The words with those of two genres at once parted: a romcom is a romance and a comedy."""
    parted: list[Token] = []
    at = 0
    while at < len(words):
        run = next(
            (run for size in (2, 1) if (run := tuple(one.word for one in words[at : at + size])) in COMPOUNDS), ()
        )
        parts = COMPOUNDS[run].split() if run else [words[at].word]
        parted += [replace(words[at], word=part, owner="" if run else words[at].owner) for part in parts]
        at += len(run) or 1
    return parted


def runs(words: Sequence[Token]) -> dict[str, list[tuple[int, int, bool]]]:
    """Every run of tokens as text, with where it stands and whether it is without its possessive."""
    found: dict[str, list[tuple[int, int, bool]]] = defaultdict(list)
    for start in range(len(words)):
        said = ""
        for end in range(start + 1, min(len(words), start + LONGEST) + 1):
            last = words[end - 1]
            if (last.owner and last.word != last.owner) or last.owner:
                found[f"{said} {last.owner}".strip()].append((start, end, True))
            said = f"{said} {last.word}".strip()
            found[said].append((start, end, False))
    return found


async def mentions(text: str, words: Sequence[Token], catalogue: Catalogue) -> list[Mention]:
    """Everything the text names letter by letter."""
    spans = runs(words)
    asked: dict[str, list[str]] = {said: [said] for said in spans}
    for said in spans:
        if other := GENRES.get(said) or LANGUAGES.get(said):
            asked.setdefault(other, []).append(said)
        elif " " in said and (noun := _FILM.search(said)):
            for other in ("film", "movie"):  # silent movies, road films
                asked.setdefault(f"{said[: noun.start()]}{other}", []).append(said)
        elif said.endswith("s") and len(said) > SHORTEST:
            asked.setdefault(said[:-1], []).append(said)
    for said in list(spans):
        if not said.startswith(("the ", "a ", "an ")):
            asked.setdefault(f"the {said}", [said])
    by: dict[tuple[str, str, bool], list[Named]] = defaultdict(list)
    known = await catalogue.named(list(asked))
    for named, said in [(one, said) for one in known for said in asked[one.normal]]:
        if named.kind not in PLAIN:
            continue
        plural = " " in said.removeprefix("the ") and said == f"{named.normal}s"  # Seven Samurais
        titled = named.kind == "film" and (plural or named.normal.startswith("the "))
        if said != named.normal and named.kind in ("film", "person", "character") and not titled:
            continue
        by[said, named.kind, said != named.normal].append(named)
    for said, kind, changed in [*by]:
        if kind == "language" and changed and (said, kind, False) in by:  # Mandarin, which may be told as Chinese
            by[said, kind, False] += by.pop((said, kind, True))
    found = []
    for (said, kind, changed), all_named in by.items():
        for start, end, owns in spans[said]:
            cost = 0.15 if changed and kind == "film" else 0.0
            found.append(Mention(start, end, kind, _closest(text, words, start, end, all_named), cost, owns))
    found += await _rewritten(words, spans, {said for said, kind, _ in by if kind == "film"}, catalogue)
    for said in spans.keys() - {said for said, kind, _ in by if kind == "language"}:
        if len(said) >= LANGUAGE and (spoken := language_code(said)) != said:  # that no film is in
            language = Named("language", 0, spoken, said)
            found += [Mention(start, end, "language", (language,)) for start, end, _ in spans[said]]
    countries = {said for said, kind, _ in by if kind == "country"}
    for said in spans.keys() - countries:
        code = None if said in NO_COUNTRY or len(said) <= SHORTEST else country_code(said)
        of = tuple(Named("country", 0, one, said) for one in nation(said) or ((code,) if code else ()))
        found += [Mention(start, end, "nation", of, 0.0, owns) for start, end, owns in spans[said] if of]
    return [one for one in found if not _pronoun(one, words) and not any(_overlong(one, other) for other in found)]


def _overlong(longer: Mention, other: Mention) -> bool:
    """Whether a run of words is a title and one word behind it that stands in no title so called: Nope as."""
    same = longer.kind == other.kind == "film" and {one.key for one in longer.named} == {one.key for one in other.named}
    return same and longer.cost > other.cost and (longer.start, longer.end) == (other.start, other.end + 1)


def _pronoun(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether "her" is no film: who played her."""
    if mention.size > 1 or not mention.start or words[mention.start].word != "her":
        return False
    before = lexicon().at([words[mention.start - 1].word], 0, 1)
    return before is not None and before[1].letter == "k"


async def _rewritten(
    words: Sequence[Token], spans: dict[str, list[tuple[int, int, bool]]], known: set[str], catalogue: Catalogue
) -> list[Mention]:
    """Titles with their numerals or spaces written otherwise, "godfather part 2", and halves of titles."""
    single = lexicon().single
    asked = [
        said
        for said in spans
        if said not in known
        and f"the {said}" not in known
        and (not set(said.split()) <= single or not SPELT_OUT.keys().isdisjoint(said.split()))
        if said.split()[-1] not in ARTICLES or said.rpartition(" ")[0] not in known
    ]
    full = {
        said: " ".join(SPELT_OUT.get(one, one) for one in in_full(tuple(said.split()))) for said in asked if " " in said
    }
    called = await catalogue.called([*asked, *(one for said, one in full.items() if one != said)])
    found = []
    for said in asked:
        all_named = called.get(said) or called.get(full.get(said, ""), ())  # in the mood 4 love
        whole = [named for named in all_named if named.weight == WHOLE]
        if not whole and (" " not in said or said not in called or len(all_named) > MOST_HALVES):
            continue
        cost = REWRITTEN if whole else HALF
        found += [
            Mention(start, end, "film", tuple(whole or all_named), cost, owns) for start, end, owns in spans[said]
        ]
    return found


def _closest(text: str, words: Sequence[Token], start: int, end: int, named: Sequence[Named]) -> tuple[Named, ...]:
    """Those spelt exactly as the text has it, when there are any; the best known first."""
    surface = text[words[start].start : words[end - 1].end].strip()
    same = [one for one in named if one.name == surface]
    same = same or [one for one in named if one.name in text]
    if same and len({one.name for one in named}) > 1:
        named = same
    return tuple(sorted({(one.kind, one.key, one.name): one for one in named}.values(), key=lambda one: -one.weight))


def dated(words: Sequence[Token], found: Sequence[Mention]) -> list[Mention]:
    """Films told apart by the last two digits of their year beside the title: "dune 84", "the 98 psycho"."""
    some = []
    for mention in found if any(_short_year(token.word) for token in words) else ():
        start, end = mention.start, mention.end
        for at, span in ((end, (start, end + 1)), (start - 1, (start - 1, end))):
            if mention.kind == "film" and 0 <= at < len(words) and _short_year(words[at].word):
                of_year = tuple(one for one in mention.named if one.year and one.year % 100 == int(words[at].word))
                some += [replace(mention, start=span[0], end=span[1], named=of_year)] if of_year else []
    return some


def _short_year(word: str) -> bool:
    return len(word) == SHORT_YEAR and word.isdigit()


def weak(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether a mention is made of words that questions are made of anyway."""
    return all(
        token.word in lexicon().single
        or (token.owner and token.owner in lexicon().single)
        or token.word.isdigit()
        or token.word in NUMBER_WORDS
        for token in words[mention.start : mention.end]
    )


def versus(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether a mention of some words is compared with what stands beside it: "or The Right Stuff"."""
    beside = {words[n].word for n in (mention.start - 1, mention.end) if 0 <= n < len(words)}
    return mention.size > 1 and not VERSUS.isdisjoint(beside)


def _called(word: str, parts: Sequence[str], size: int) -> bool:
    """Whether a word is the next part of a name from the right; the first name may be cut short: Leo, Phil."""
    part = parts[-1 - size]
    first = size == len(parts) - 1 and len(word) >= SHORTEST
    return word == part or (first and (part.startswith(word) or NICKNAMES.get(word) == part))


def _joined(word: str) -> tuple[str, str]:
    """A surname as it is written, and the particle before it, of one that was typed as one word: "deniro"."""
    particle = next((one for one in PARTICLES if word.startswith(one) and len(word) - len(one) > SHORTEST), "")
    return word[len(particle) :], particle


async def by_surname(words: Sequence[Token], unknown: Iterable[int], catalogue: Catalogue) -> list[Mention]:
    """People named by their surname alone, with as many of the words before as belong to it: "de niro"."""
    at = {words[n].word[:-1]: n for n in unknown if words[n].word.endswith("s")}  # the Coens, kubricks first film
    at |= {words[n].owner or words[n].word: n for n in unknown}
    parted = {name: (at[word], particle) for word in at for name, particle in [_joined(word)] if particle}
    found = []
    grouped: dict[tuple[int, int], list[Named]] = defaultdict(list)
    for named in await catalogue.surnamed([*at, *parted]):
        parts = named.normal.split()
        end, particle = parted.get(parts[-1], (-1, ""))
        if end >= 0 and parts[-2] == particle:
            parts[-2:] = [particle + parts[-1]]
        elif parts[-1] not in at:
            continue
        else:
            end = at[parts[-1]]
        size = 1
        while size < len(parts) and end - size >= 0 and _called(words[end - size].word, parts, size):
            size += 1
        turned = size == 1 and [token.owner or token.word for token in words[end + 1 : end + len(parts)]] == parts[:-1]
        if turned and len(parts) > 1:  # Mifune Toshiro
            found.append(Mention(end, end + len(parts), "person", (named,), TURNED))
            continue
        grouped[end - size + 1, end + 1].append(named)
    for (start, end), people in grouped.items():
        people.sort(key=lambda one: -one.weight)
        plural = words[end - 1].word == f"{people[0].normal.rpartition(' ')[2]}s" and not words[end - 1].owner
        if plural and len(people) > 1 and people[0].weight < 2 * people[1].weight:
            found.append(Mention(start, end, "family", tuple(people[:2]), 0.35, True))
        if plural and len(words[end - 1].word) < LONG_PLURAL:
            continue  # who cares
        if end < len(words) and words[end].word in FAMILY and len(people) > 1:
            found.append(Mention(start, end + 1, "family", tuple(people[:2]), 0.0, bool(words[end].owner)))
        clear = len(people) == 1 or people[0].weight >= 3 * people[1].weight
        some = tuple(people[:1] if clear else people[:8])
        after = words[end].word if end < len(words) else ""
        told = after in ("one", "film", "films", "movie", "movies", "version") or start == 0
        article = 0.0 if told or words[start - 1].word not in ARTICLES else 0.6
        found.append(Mention(start, end, "person", some, 0.4 + article, bool(words[end - 1].owner)))
    return found
