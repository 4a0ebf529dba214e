"""People named by their surname, or by it and a first name that is cut short."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.search import Named
from bot.matching.numerals import ROMAN
from bot.questions.names.mentions import Mention
from bot.questions.rules.nicknames import FIRST_NAMES
from bot.questions.rules.phrases import ARTICLES
from bot.questions.words.tokens import SHORTEST, Token

FAMILY = ("brothers", "brother", "bros", "sisters")
"""Behind a surname: the two who are best known by it."""
LONG_PLURAL = 6
"""Letters from which on a word with an s to spare may be a surname."""
PARTICLES = ("de", "del", "della", "di", "da", "du", "la", "le", "van", "von", "der", "den", "el", "al", "mc", "mac")
"""Words before a surname that are often written as one with it."""
TURNED = 0.1
"""What it costs that a surname stands before the first name."""
SURNAME, ARTICLE, AGAIN = 0.4, 0.6, 0.1
"""What a surname alone costs, the article before it, and a part of a name that is said in full."""
PLURAL = 0.35
"""What it costs to take a surname with an s for two of that name."""
CLEARLY, CLEARLY_TWO = 3, 2
"""How many times better known one of a surname is who alone is meant by it, and who is meant by it with an s."""
LEAST_INITIALS = 2
"""Initials that are one word."""
MOST_NAMESAKES, MOST_BESIDE = 8, 3
"""People of one surname who may be meant, and who are told beside one of them."""
FOLLOWED = frozenset("one ones film films movie movies version".split())
"""Words behind a surname with an article: the Kubrick film."""

Span = tuple[int, int]


def _called(word: str, parts: Sequence[str], size: int) -> bool:
    """Whether a word is the next part of a name from the right, or its initial: P T Anderson; the first name may be cut
    short: Leo, Phil.
    """
    part = parts[-1 - size]
    first = size == len(parts) - 1 and len(word) >= SHORTEST
    if len(word) == 1 and word not in ARTICLES:
        return part.startswith(word)
    return word == part or (first and (part.startswith(word) or FIRST_NAMES.get(word) == part))


def _joined(word: str) -> tuple[str, str]:
    """A surname as it is written, and the particle before it, of one that was typed as one word: "deniro"."""
    particle = next((one for one in PARTICLES if word.startswith(one) and len(word) - len(one) > SHORTEST), "")
    return word[len(particle) :], particle


async def by_surname(
    words: Sequence[Token], unknown: Iterable[int], found: Sequence[Mention], catalogue: Catalogue
) -> list[Mention]:
    """People named by their surname alone, with as many of the words before as belong to it: "de niro"."""
    at = {words[n].word[:-1]: n for n in unknown if words[n].word.endswith("s")}  # the Coens, kubricks first film
    at |= {words[n].owner or words[n].word: n for n in unknown if len(words[n].word) > 1 and words[n].word not in ROMAN}
    parted = {name: (at[word], particle) for word in at for name, particle in [_joined(word)] if particle}
    titles = {one.start for one in found if one.kind == "film"}
    some = []
    grouped: dict[Span, list[Named]] = defaultdict(list)
    for named in await catalogue.surnamed([*at, *parted]):
        placed = _placed(named, at, parted)
        if placed and _turned(words, *placed):
            end, parts = placed
            some.append(Mention(end, end + len(parts), "person", (named,), TURNED))
        elif placed:
            grouped[_span(words, *placed)].append(named)
    for (start, end), people in grouped.items():
        some += _called_so(words, start, end, people, owns=end in titles)
    return some


def in_full(words: Sequence[Token], unknown: Iterable[int], found: Sequence[Mention]) -> list[Mention]:
    """People of whom one part of the name is said, where the text has all of it elsewhere: Coen films, by Joel Coen."""
    whole = [one for one in found if one.kind == "person" and one.size > 1 and not one.cost and one.alone]
    return [
        Mention(n, n + 1, "person", one.named, AGAIN, bool(words[n].owner))
        for one in whole
        for n in unknown
        if _part(words[n].owner or words[n].word, one.named[0].normal.split()) and n not in range(one.start, one.end)
    ]


def _part(word: str, parts: Sequence[str]) -> bool:
    """Whether a word is the surname, or the first name, which may be cut short."""
    return word == parts[-1] or _called(word, parts, len(parts) - 1)


def _placed(
    named: Named, at: Mapping[str, int], parted: Mapping[str, tuple[int, str]]
) -> tuple[int, Sequence[str]] | None:
    """Where a surname stands, and the parts of the whole name as they are written there; None if it does not."""
    *before, surname = named.normal.split()
    end, particle = parted.get(surname, (-1, ""))
    if end >= 0 and before[-1:] == [particle]:
        return end, [*before[:-1], particle + surname]
    return (at[surname], [*before, surname]) if surname in at else None


def _span(words: Sequence[Token], end: int, parts: Sequence[str]) -> Span:
    """The words of a name of which the last is the surname: PT Anderson, Sam Jackson without the L."""
    size = 1
    if len(parts) > LEAST_INITIALS and end and words[end - 1].word == "".join(part[0] for part in parts[:-1]):
        return end - 1, end + 1
    if end and words[end - 1].word not in parts:
        parts = [part for n, part in enumerate(parts) if len(part) > 1 or not n]
    while size < len(parts) and end - size >= 0 and _called(words[end - size].word, parts, size):
        size += 1
    return end - size + 1, end + 1


def _turned(words: Sequence[Token], end: int, parts: Sequence[str]) -> bool:
    """Whether the first name stands behind the surname, and none before: Mifune Toshiro."""
    behind = [token.owner or token.word for token in words[end + 1 : end + len(parts)]]
    return len(parts) > 1 and behind == parts[:-1] and _span(words, end, parts)[0] == end


def _called_so(words: Sequence[Token], start: int, end: int, people: list[Named], *, owns: bool) -> Iterator[Mention]:
    """Whom some words mean that people are called by: one of them, or two of a family.

    `owns` says that a title follows: the Villeneuve Dune.
    """
    best, *others = sorted(people, key=lambda one: -one.weight)
    pair = (best, *others[:1])
    last, after = words[end - 1], words[end].word if end < len(words) else ""
    plural = last.word == f"{best.normal.rpartition(' ')[2]}s" and not last.owner
    if plural and others and best.weight < CLEARLY_TWO * others[0].weight:
        yield Mention(start, end, "family", pair, PLURAL, True)
    if plural and len(last.word) < LONG_PLURAL:
        return  # who cares
    if after in FAMILY and others:
        yield Mention(start, end + 1, "family", pair, 0.0, bool(words[end].owner))
    clear = not others or best.weight >= CLEARLY * others[0].weight
    some = (best,) if clear else (best, *others[: MOST_NAMESAKES - 1])
    told = owns or after in FOLLOWED or start == 0 or words[start - 1].word not in ARTICLES
    less_known = tuple(others[:MOST_BESIDE]) if clear else ()
    yield Mention(start, end, "person", some, SURNAME if told else SURNAME + ARTICLE, bool(last.owner), less_known)
