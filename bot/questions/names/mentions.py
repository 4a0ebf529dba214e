"""What a text names letter by letter: every film, person, character or value that a run of its words may mean."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.codes import country_code, language_code
from bot.knowledge.search import Named
from bot.matching.normal import normal
from bot.matching.numerals import ROMAN
from bot.questions.rules.peoples import GENRES, LANGUAGES, NO_COUNTRY, SUBJECTS, nation
from bot.questions.rules.phrases import ARTICLES, FIRST, NUMBER_WORDS, ORDINALS
from bot.questions.words.lexicon import lexicon, spelt_out
from bot.questions.words.tokens import SHORTEST, Token

LONGEST = 16
"""Words of the longest name that is looked up."""

_FILM = re.compile("(?:film|movie)s?$")
FILMS = ("film", "films", "movie", "movies")
SPELT_OUT = {short: word for word, short in (FIRST, *ORDINALS)}
"""Places in titles as they may be typed: the 3rd man."""
VERSUS = frozenset("or vs versus than".split())
"""Words beside what is compared."""
LEAD = 2
"""Words before a name that a phrase with it may begin with."""
PLAIN = frozenset("film person character genre country language keyword theme".split())
"""What is named by nothing but its name; certificates, festivals and sources need a word that says so."""
TOLD_OTHERWISE = frozenset(["language", "keyword", "theme"])
"""What may be told by several names, all of which are meant by any of them."""
LONGEST_NATION = 5
"""Words of the longest name of a country."""
LANGUAGE = 5
"""Letters of the name of a language that no film is in: shorter ones are words of others."""
WHOLE = 100.0
"""The weight of a whole title, see `Catalogue.called`."""
CHANGED = 0.15
"""What a title costs without its article, or with an s more."""
REWRITTEN, HALF = 0.1, 0.3
"""Costs of a title with numerals or spaces written otherwise, and of half a title."""
MOST_HALVES = 3
"""So many films may share a half for it to name them."""

_BEFORE_PRONOUN = frozenset("that this which do did does are were have would can".split())
"""Words behind which "one", "they" and "thing" are no titles."""
WHO_IS = [[who, verb] for who in ("who", "actor", "actress") for verb in ("is", "was")]
"""Words that ask who plays somebody."""

Spans = dict[str, list[tuple[int, int, bool]]]
"""Runs of words, with where each stands and whether it is without its possessive."""


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
    others: tuple[Named, ...] = ()
    """People called so who are known much less: hardly meant, but told beside."""

    @property
    def size(self) -> int:
        return self.end - self.start

    @property
    def places(self) -> range:
        """The places of its words."""
        return range(self.start, self.end)

    @property
    def alone(self) -> bool:
        """Whether one film or person alone is called so, in whatever languages."""
        return len({one.key for one in self.named}) == 1


def runs(words: Sequence[Token]) -> Spans:
    """Every run of tokens typed one behind the other as text, with where it stands and whether without possessive."""
    found: Spans = defaultdict(list)
    for start in range(len(words)):
        said = ""
        for end in range(start + 1, min(len(words), start + LONGEST) + 1):
            last = words[end - 1]
            if said and not last.follows(words[end - 2]):
                break
            if last.owner:
                found[f"{said} {last.owner}".strip()].append((start, end, True))
            said = f"{said} {last.word}".strip()
            found[said].append((start, end, False))
    return found


async def mentions(text: str, words: Sequence[Token], catalogue: Catalogue) -> list[Mention]:
    """Everything the text names letter by letter."""
    spans = runs(words)
    within = [said for said, at in spans.items() if any(words[n].sentence == words[m - 1].sentence for n, m, _ in at)]
    sought = _sought(spans, within)
    by = _known(await catalogue.named(list(sought)), sought)
    found = []
    for (said, kind, changed), named in by.items():
        cost = CHANGED if changed and kind == "film" else 0.0
        for start, end, owns in spans[said]:
            found.append(Mention(start, end, kind, _closest(text, words, start, end, named), cost, owns))
    found += await _rewritten(spans, within, {said for said, kind, _ in by if kind == "film"}, catalogue)
    short = [said for said in within if said.count(" ") < LONGEST_NATION]
    found += _languages(spans, short, {said for said, kind, _ in by if kind == "language"})
    found += _nations(spans, short, {said for said, kind, _ in by if kind == "country"})
    found = [one for one in found if not _pronoun(one, words) and not _of_part(one, words)]
    return [one for one in found if not any(_overlong(one, other) for other in found)]


def _sought(spans: Spans, within: Collection[str]) -> dict[str, list[str]]:
    """The names that are looked up, with the runs of words that may mean each; those in a sentence otherwise, too."""
    sought: dict[str, list[str]] = {said: [said] for said in spans}
    for said in within:
        for other in next((names for names in SUBJECTS if said in names), ()):
            if other != said:
                sought.setdefault(other, []).append(said)  # World War II, the Second World War
        if other := GENRES.get(said) or LANGUAGES.get(said):
            sought.setdefault(other, []).append(said)
        elif " " in said and said.endswith(FILMS):
            for other in ("film", "movie"):  # silent movies, road films
                sought.setdefault(_FILM.sub(other, said), []).append(said)
        elif said.endswith("s") and len(said) > SHORTEST:
            sought.setdefault(said[:-1], []).append(said)
    for said in within:
        if not said.startswith(("the ", "a ", "an ")):
            sought.setdefault(f"the {said}", [said])
    return sought


def _known(found: Sequence[Named], sought: Mapping[str, Sequence[str]]) -> dict[tuple[str, str, bool], list[Named]]:
    """What is known of what was looked up, by the run that means it, the kind, and whether it is called otherwise."""
    by: dict[tuple[str, str, bool], list[Named]] = defaultdict(list)
    for named, said in [(one, said) for one in found for said in sought[one.normal] if one.kind in PLAIN]:
        changed = said != named.normal
        plural = " " in said.removeprefix("the ") and said == f"{named.normal}s"  # Seven Samurais
        titled = named.kind == "film" and (plural or named.normal.startswith("the "))
        if not changed or titled or named.kind not in ("film", "person", "character"):
            by[said, named.kind, changed].append(named)
    for said, kind, changed in [*by]:
        if kind in TOLD_OTHERWISE and changed and (said, kind, False) in by:  # Mandarin, which may be told as Chinese
            by[said, kind, False] += by.pop((said, kind, True))
    return by


def _languages(spans: Spans, some: Iterable[str], known: Set[str]) -> Iterator[Mention]:
    """Languages that no film is in."""
    for said in some:
        if said not in known and len(said) >= LANGUAGE and (spoken := language_code(said)) != said:
            language = Named("language", 0, spoken, said)
            yield from (Mention(start, end, "language", (language,)) for start, end, _ in spans[said])


def _nations(spans: Spans, some: Iterable[str], known: Set[str]) -> Iterator[Mention]:
    """Nations, and countries that no film is from."""
    for said in (said for said in some if said not in known):
        code = None if said in NO_COUNTRY or len(said) <= SHORTEST else country_code(said)
        of = tuple(Named("country", 0, one, said) for one in nation(said) or ((code,) if code else ()))
        if of:
            yield from (Mention(start, end, "nation", of, 0.0, owns) for start, end, owns in spans[said])


def _overlong(longer: Mention, other: Mention) -> bool:
    """Whether a run of words is a title and one word behind it that stands in no title so called: Nope as."""
    behind = longer.start == other.start and longer.end == other.end + 1 and longer.cost > other.cost
    films = behind and longer.kind == other.kind == "film"
    return films and {one.key for one in longer.named} == {one.key for one in other.named}


def _pronoun(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether "her", "one", "they" or "lol" is no film: who played her, who is in that one, do they speak English."""
    if mention.size > 1 or not mention.start:
        return False
    before, word = words[mention.start - 1].word, words[mention.start].word
    if word == "lol":
        return words[mention.start].clause > words[mention.start - 1].clause or before not in lexicon().single
    if word != "her":
        return word in ("one", "they", "thing") and before in _BEFORE_PRONOUN
    told = lexicon().at([before], 0, 1)
    return told is not None and told[1].letter == "k"


def _of_part(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether a character is called as the numeral of a part: Jurassic Park III."""
    word = words[mention.start].word
    return mention.kind == "character" and mention.size == 1 and word in ROMAN and len(word) > 1


async def _rewritten(spans: Spans, within: Collection[str], known: Set[str], catalogue: Catalogue) -> list[Mention]:
    """Titles with their numerals or spaces written otherwise, "godfather part 2", and halves of titles."""
    single, words = lexicon().single, {said: said.split() for said in within}
    asked = [
        said
        for said in within
        if said not in known
        and f"the {said}" not in known
        and (not single.issuperset(words[said]) or not SPELT_OUT.keys().isdisjoint(words[said]))
        if words[said][-1] not in ARTICLES or said.rpartition(" ")[0] not in known
    ]
    written = {word: _in_full(word) for word in set[str]().union(*words.values())}
    short = {word: other for word, other in written.items() if other != word}
    full = {
        said: " ".join([short.get(word, word) for word in words[said]])
        for said in asked
        if " " in said and not short.keys().isdisjoint(words[said])
    }
    singular = {said: said[:-1] for said in asked if said.endswith("s") and " " in said}  # the Kill Bills
    called = await catalogue.called([*asked, *full.values(), *singular.values()])
    found = []
    for said in asked:
        all_named = called.get(said) or called.get(full.get(said, ""), ())  # in the mood 4 love
        parts = [] if all_named else [one for one in called.get(singular.get(said, ""), ()) if one.weight < WHOLE]
        if 1 < len(parts) <= MOST_HALVES:
            found += [Mention(start, end, "film", tuple(parts), HALF, owns) for start, end, owns in spans[said]]
        whole = [named for named in all_named if named.weight == WHOLE]
        if not whole and (" " not in said or said not in called or len(all_named) > MOST_HALVES):
            continue
        cost = REWRITTEN if whole else HALF
        found += [
            Mention(start, end, "film", tuple(whole or all_named), cost, owns) for start, end, owns in spans[said]
        ]
    return found


def _in_full(word: str) -> str:
    """A word of a title as it may be spelt out: "the 3rd man", "in the mood 4 love"."""
    return " ".join(SPELT_OUT.get(one, one) for one in spelt_out(word).split())


def _closest(text: str, words: Sequence[Token], start: int, end: int, named: Sequence[Named]) -> tuple[Named, ...]:
    """Those spelt exactly as the text has it, when there are any; the best known first."""
    surface = text[words[start].start : words[end - 1].end].strip()
    same = [one for one in named if one.name == surface]
    same = same or [one for one in named if one.name in text]
    if same and named[0].kind not in TOLD_OTHERWISE and len({one.name for one in named}) > 1:
        named = same
    return tuple(sorted({(one.kind, one.key, one.name): one for one in named}.values(), key=lambda one: -one.weight))


def weak(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether a mention is made of words that questions are made of anyway."""
    return all(
        token.word in lexicon().single
        or (token.owner and token.owner in lexicon().single)
        or token.word.isdigit()
        or token.word in NUMBER_WORDS
        for token in words[mention.start : mention.end]
    )


def in_parts(mention: Mention) -> bool:
    """Whether the title of every part of a series begins so, and of no film by itself: Kill Bill."""
    several = mention.kind == "film" and len({one.key for one in mention.named}) > 1 and mention.size > 1
    return several and all(normal(one.name).startswith(f"{mention.named[0].normal} ") for one in mention.named)


def in_phrase(mention: Mention, words: Sequence[Token], letters: str = "") -> bool:
    """Whether a mention ends a phrase that questions are made of, or one of these letters: send help."""
    said = [token.word for token in words]
    told = ((n, lexicon().at(said, n, len(said))) for n in range(max(0, mention.start - LEAD), mention.start))
    return any(one and n + one[0] >= mention.end and (not letters or one[1].letter in letters) for n, one in told)


def played(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether a mention stands behind "the", and that behind a word that asks who plays it: who is the Dude."""
    at = mention.start + (words[mention.start].word == "the")
    said = [token.word for token in words[max(0, at - 3) : at]]
    if said[-1:] != ["the"] or at >= mention.end:
        return False
    told = lexicon().at(said[-2:-1], 0, 1) if said[:-1] else None
    if told is not None and told[1].letter == "k":
        return True
    done = lexicon().at([token.word for token in words], at, len(words))
    job = done is not None and done[1].letter == "r"
    return not job and (said[-2:-1] == ["whos"] or said[:-1] in WHO_IS)


def versus(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether a mention of some words is compared with what stands beside it: "or The Right Stuff"."""
    beside = {words[n].word for n in (mention.start - 1, mention.end) if 0 <= n < len(words)}
    return mention.size > 1 and not VERSUS.isdisjoint(beside)
