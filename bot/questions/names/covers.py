"""Which runs of words are taken for names: choices that do not overlap, the likeliest first."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice, product

from bot.questions.names.mentions import Mention, played, weak
from bot.questions.words.tokens import Token

Span = tuple[int, int]
Cover = tuple[Mention, ...]
Placed = Mapping[Span, Sequence[Mention]]
"""Mentions by where they stand, one of a kind, the likeliest kind first."""
TOLD = frozenset(["award", "source", "shown", "premiere", "titled"])
"""Kinds that are looked for only where a text speaks of such things."""
THEMES = ("keyword", "theme")
"""Kinds of what films are about."""
FILTERS = ("genre", "language", "country", "nation")
"""Kinds that keep films by what they plainly are."""
KINDS = (
    *(
        "titled",
        "source",
        "premiere",
        "shown",
        "award",
        "pair",
        "series",
        "film",
        "person",
        "family",
        "genre",
        "language",
    ),
    *("country", "nation", "keyword", "theme", "character"),
)
"""Every kind, the likeliest for some words first."""
MOST_PLAIN, MOST_OF_A_LAYER, MOST_WITH_A_NAME, MOST_BESIDE = 4, 12, 3, 2
"""Choices without any mention that says what films are about, of one layer, with one name more, with several."""
MOST_CHARACTERS, MOST_FAINT = 4, 10
"""Characters, and names of everyday words, that are looked at."""
LONG = 3
"""Words from which on a keyword is meant, everyday words as they may be."""


def covers(words: Sequence[Token], found: Sequence[Mention]) -> Iterator[Cover]:
    """Choices of mentions that do not overlap, the longest first, in every mixture of kinds."""
    seen: set[frozenset[tuple[int, int, str]]] = set()
    whole = [one for one in found if one.kind == "person" and one.size > 1 and not one.cost]
    for cover in _choices(words, found):
        key = frozenset((m.start, m.end, m.kind) for m in cover)
        if key not in seen and not any(_torn(name, cover) for name in whole):
            seen.add(key)
            yield cover


def _choices(words: Sequence[Token], found: Sequence[Mention]) -> Iterator[Cover]:
    """The same, some of them more than once: clear names first, then those that may be words of the question."""
    weakly = [one for one in found if one.kind not in TOLD and weak(one, words) and not _by_year(one, words)]
    strong = [mention for mention in found if mention not in weakly and mention.kind != "character"]
    faint = [mention for mention in weakly if mention.kind not in (*THEMES, "character") or _told(mention, words)]
    heroes = [mention for mention in found if mention.kind == "character"]
    characters = _unlike([one for one in heroes if not weak(one, words) or played(one, words)])
    placed, spans = _placed(strong), _spans(strong)
    layers = [spans, _spans([mention for mention in strong if not mention.cost])]
    layers += [_spans(strong, without) for without in spans]
    yield from _unthemed(found, strong)
    for layer in layers:
        yield from islice(_kinds(layer, placed), MOST_OF_A_LAYER)
    yield from _with_characters(characters, placed, [one for one in faint if one.kind == "film"], layers)
    for name in sorted(faint, key=lambda m: -m.size)[:MOST_FAINT]:
        yield from _with_name(name, spans, placed)
    titles = [mention for mention in faint if mention.kind in ("film", "nation")]
    if any(one.kind == "film" for one in titles) and len(_spans(titles)) > 1:  # Her or Up, the US release of Let the …
        yield from islice(_kinds(_spans([*strong, *titles]), _placed([*strong, *titles])), MOST_BESIDE)


def _unthemed(found: Sequence[Mention], strong: Sequence[Mention]) -> Iterator[Cover]:
    """Choices without what films are about, where something is: for a halloween party."""
    themes = [mention for mention in strong if mention.kind in THEMES]
    plain = [one for one in found if one.kind in FILTERS]
    plain += [one for one in strong if not any(one.start <= t.start and t.end <= one.end for t in themes)]
    if themes:
        yield from islice(_kinds(_spans(plain), _placed(plain)), MOST_PLAIN)


def _with_characters(
    characters: Sequence[Mention], placed: Placed, titles: Sequence[Mention], layers: Sequence[list[Span]]
) -> Iterator[Cover]:
    """Choices with characters: all of them, and each with what else is named."""
    apart = _spans(characters)
    if len(apart) > 1:  # with Batman and Superman
        clear = [span for span in layers[0] if all(_beside(span, other) for other in apart)]
        named = _placed([*chain.from_iterable(placed.values()), *characters])
        yield from islice(_kinds(sorted([*clear, *apart]), named), MOST_BESIDE)
    for name in sorted(characters, key=lambda m: -m.size)[:MOST_CHARACTERS]:
        beside = [one for one in titles if one.end <= name.start or one.start >= name.end]
        if beside:
            yield from ((*cover, name) for cover in islice(_kinds(_spans(beside), _placed(beside)), MOST_BESIDE))
        for layer in layers:
            yield from _with_name(name, layer, placed)


def _with_name(name: Mention, spans: Sequence[Span], placed: Placed) -> Iterator[Cover]:
    """Choices with a name, and what stands beside it."""
    beside = [span for span in spans if _beside(span, (name.start, name.end))]
    return ((*cover, name) for cover in islice(_kinds(beside, placed), MOST_WITH_A_NAME))


def _torn(name: Mention, cover: Cover) -> bool:
    """Whether a word of somebody's whole name is taken for the surname of others, and no longer name holds the rest:
    without Adam Sandler, but Black Adam, Scott.
    """
    inside = [one for one in cover if one.start < name.end and one.end > name.start]
    within = all(name.start <= one.start and one.end <= name.end for one in inside)
    return within and any(one.kind in ("person", "family") and one.cost and one.size < name.size for one in inside)


def _by_year(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether a film is named by its year alone, see `of_two_years`."""
    word, film = words[mention.start].word, mention.named[0]
    return mention.kind == "film" and word == str(film.year) != film.normal


def _beside(span: Span, other: Span) -> bool:
    return span[1] <= other[0] or span[0] >= other[1]


def _told(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether the word before says that a keyword follows, or it is long enough to be no chance: coming of age."""
    before = words[mention.start - 1].word if mention.start else ""
    return mention.kind in THEMES and (before in ("by", "about") or mention.size >= LONG)


def _spans(found: Sequence[Mention], without: Span | None = None) -> list[Span]:
    """The longest spans that do not overlap."""
    taken: list[Span] = []
    for start, end in sorted({(m.start, m.end) for m in found} - {without}, key=lambda s: (s[0] - s[1], s[0])):
        if all(end <= other[0] or start >= other[1] for other in taken):
            taken.append((start, end))
    return sorted(taken)


def _kinds(spans: Sequence[Span], placed: Placed) -> Iterator[Cover]:
    return product(*(placed.get(span, ()) for span in spans[:6]))


def _placed(found: Sequence[Mention]) -> Placed:
    by: defaultdict[Span, list[Mention]] = defaultdict(list)
    for mention in _unlike(found):
        by[mention.start, mention.end].append(mention)
    return by


def _unlike(found: Sequence[Mention]) -> list[Mention]:
    """One mention of a span and kind; a possessive one rather than the same with its s."""
    kept: dict[tuple[int, int, str], Mention] = {}
    for mention in sorted(found, key=lambda m: (m.cost, not m.owns)):
        kept.setdefault((mention.start, mention.end, mention.kind), mention)
    return sorted(kept.values(), key=lambda m: KINDS.index(m.kind))
