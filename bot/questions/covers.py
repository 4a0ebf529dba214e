"""Which runs of words are taken for names: choices that do not overlap, the likeliest first."""

from collections.abc import Iterator, Sequence
from itertools import islice, product

from bot.questions.mentions import Mention, weak
from bot.questions.tokens import Token

Span = tuple[int, int]
TOLD = frozenset(["award", "source", "shown", "premiere"])
"""Kinds that are looked for only where a text speaks of such things."""
THEMES = ("keyword", "theme")
"""Kinds of what films are about."""
FILTERS = ("genre", "language", "country", "nation")
"""Kinds that keep films by what they plainly are."""
MOST_PLAIN = 4
"""Choices of mentions without any that says what films are about."""
LONG = 3
"""Words from which on a keyword is meant, everyday words as they may be."""


def covers(words: Sequence[Token], found: Sequence[Mention]) -> Iterator[tuple[Mention, ...]]:
    """Choices of mentions that do not overlap, the longest first, in every mixture of kinds."""
    weakly = [mention for mention in found if mention.kind not in TOLD and weak(mention, words)]
    strong = [mention for mention in found if mention not in weakly and mention.kind != "character"]
    faint = [mention for mention in weakly if mention.kind not in (*THEMES, "character") or _told(mention, words)]
    characters = _unlike([mention for mention in found if mention.kind == "character" and not weak(mention, words)])
    seen: set[frozenset[tuple[int, int, str]]] = set()

    def once(cover: tuple[Mention, ...]) -> Iterator[tuple[Mention, ...]]:
        key = frozenset((m.start, m.end, m.kind) for m in cover)
        if key not in seen:
            seen.add(key)
            yield cover

    spans = _spans(strong)
    layers = [spans, _spans([mention for mention in strong if not mention.cost])]
    layers += [_spans([*strong], without) for without in spans]
    themes = {(mention.start, mention.end) for mention in strong if mention.kind in THEMES}
    plain = [one for one in found if one.kind in FILTERS]
    plain += [one for one in strong if not any(one.start <= start and end <= one.end for start, end in themes)]
    if themes:  # for a halloween party
        for cover in islice(_kinds(_spans(plain), plain), MOST_PLAIN):
            yield from once(cover)
    for layer in layers:
        for cover in islice(_kinds(layer, strong), 12):
            yield from once(cover)
    apart = _spans(characters)
    if len(apart) > 1:  # with Batman and Superman
        clear = [s for s in spans if all(s[1] <= start or s[0] >= end for start, end in apart)]
        for cover in islice(_kinds(sorted([*clear, *apart]), [*strong, *characters]), 2):
            yield from once(cover)
    titles = [mention for mention in faint if mention.kind == "film"]
    for name in sorted(characters, key=lambda m: -m.size)[:4]:
        beside = [one for one in titles if one.end <= name.start or one.start >= name.end]
        for cover in islice(_kinds(_spans(beside), beside), 2) if beside else ():
            yield from once((*cover, name))
        for layer in layers:
            for cover in islice(_kinds([s for s in layer if s[1] <= name.start or s[0] >= name.end], strong), 3):
                yield from once((*cover, name))
    for name in sorted(faint, key=lambda m: -m.size)[:10]:
        for cover in islice(_kinds([s for s in spans if s[1] <= name.start or s[0] >= name.end], strong), 3):
            yield from once((*cover, name))
    beside = [*titles, *(mention for mention in faint if mention.kind == "nation")]
    if titles and len(_spans(beside)) > 1:  # Her or Up, the US release of Let the Right One In
        for cover in islice(_kinds(_spans([*strong, *beside]), [*strong, *beside]), 2):
            yield from once(cover)


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


def _kinds(spans: Sequence[Span], found: Sequence[Mention]) -> Iterator[tuple[Mention, ...]]:
    by = [[m for m in _unlike(found) if (m.start, m.end) == span] for span in spans[:6]]
    return product(*by)


def _unlike(found: Sequence[Mention]) -> list[Mention]:
    """One mention of a span and kind; a possessive one rather than the same with its s."""
    kept: dict[tuple[int, int, str], Mention] = {}
    for mention in sorted(found, key=lambda m: (m.cost, not m.owns)):
        kept.setdefault((mention.start, mention.end, mention.kind), mention)
    return sorted(
        kept.values(),
        key=lambda m: (
            (
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
                "country",
                "nation",
                "keyword",
                "theme",
            ).index(m.kind)
            if m.kind != "character"
            else 15
        ),
    )
