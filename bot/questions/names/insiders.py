"""People and characters of the films that a text names, called by a part of their name, or misspelt."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.film import Film
from bot.knowledge.search import Named
from bot.matching.normal import normal
from bot.questions.names.mentions import HALF, Mention, weak
from bot.questions.words.tokens import Token

MOST_FILMS = 4
"""Films of a text whose people are looked at."""
MOST_WORDS = 3
"""Words of a name at most."""
LEAST = 4
"""Letters of a word that may be a name of one slip."""
ALIKE = 0.66
"""How much of 1 a name, or a part of it, must be like what was typed."""
PAIR = 2
PART, SLIP = 0.15, 0.25
"""Costs of a part of a name, and of a name with a slip."""

_called = lru_cache(maxsize=4000)(normal)
"""The normal form of a name; kept, for every attempt at a text looks at the people of the same films."""


async def insiders(
    words: Sequence[Token], unknown: Sequence[int], found: Sequence[Mention], catalogue: Catalogue
) -> list[Mention]:
    """Those whom the words not understood may mean, of the films named letter by letter."""
    exact = [one for one in found if one.kind == "film" and one.cost < HALF and not weak(one, words)]
    keys = dict.fromkeys(named.key for one in exact for named in one.named)
    if not unknown or not keys or len(keys) > MOST_FILMS:
        return []
    films = [film for ref in await catalogue.refs(list(keys)) if (film := await catalogue.film(ref.id))]
    people = {_called(name): name for film in films for name in _people(film)}
    roles = {_called(part): part for film in films for one in film.cast for part in (one.character or "").split("/")}
    some = []
    beginning = {"person": _by_letters(people), "character": _by_letters(roles)}
    for start, end, said, owns in _runs(words, unknown):
        for kind, by_letter in beginning.items():
            costs = {name: cost for name in by_letter.get(said[0], ()) if (cost := _cost(said, name)) is not None}
            best = min(costs.values(), default=0.0)
            some += [(Mention(start, end, kind, (), best, owns), [n for n, cost in costs.items() if cost == best])]
    keyed = [one for one in await catalogue.named([n for one, names in some for n in names]) if one.kind == "person"]
    by = {one.normal: one for one in keyed}
    return [
        Mention(one.start, one.end, _family(one, named, words) or one.kind, named, one.cost, one.owns)
        for one, names in some
        if (named := _named(one.kind, names, by))
    ]


def _family(one: Mention, named: Sequence[Named], words: Sequence[Token]) -> str:
    """The kind of two who are called by the surname that they share: the Wachowskis."""
    plural = one.owns and not words[one.end - 1].owner
    shared = {person.normal.rpartition(" ")[2] for person in named}
    return "family" if one.kind == "person" and plural and len(named) == PAIR and len(shared) == 1 else ""


def _by_letters(names: Iterable[str]) -> dict[str, list[str]]:
    """The names by every letter that a word of theirs begins with."""
    by: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for letter in {part[0] for part in name.split()}:
            by[letter].append(name)
    return by


def _named(kind: str, names: Sequence[str], people: dict[str, Named]) -> tuple[Named, ...]:
    """Those of the names, the best known of people first."""
    if kind == "person":
        return tuple(sorted((people[name] for name in names if name in people), key=lambda one: -one.weight))
    return tuple(Named(kind, 0, name, name) for name in names)


def _people(film: Film) -> Iterator[str]:
    yield from (one.name for one in film.cast)
    for job in ("directors", "writers", "producers", "composers", "cinematographers", "editors"):
        yield from getattr(film, job)


def _runs(words: Sequence[Token], unknown: Sequence[int]) -> Iterator[tuple[int, int, str, bool]]:
    """Runs of words not understood, the longest first, each with its text and whether it is without a possessive."""
    left = set(unknown)
    for size in range(MOST_WORDS, 0, -1):
        for start in sorted(unknown):
            run = range(start, start + size)
            if left.issuperset(run):
                before = [words[n].word for n in run[:-1]]
                last = words[run[-1]]
                yield start, start + size, " ".join([*before, last.owner or last.word]), bool(last.owner)
                if not last.owner and last.word.endswith("s"):
                    yield start, start + size, " ".join([*before, last.word[:-1]]), True


def _cost(said: str, name: str) -> float | None:
    """What it costs to take a text for a name: for its first, its last or all of its words, misspelt or not."""
    from rapidfuzz.distance import OSA  # only for what is not understood

    parts, size = name.split(), len(said.split())
    if said[0] not in {part[0] for part in (*parts[:1], *parts[-size:][:1])}:
        return None
    pieces = {" ".join(parts[:size]), " ".join(parts[-size:]), name}
    if said in pieces:
        return PART
    if len(said) < LEAST:
        return None
    like = max((OSA.normalized_similarity(said, piece) for piece in pieces), default=0.0)
    return SLIP + (1 - like) if like >= ALIKE else None
