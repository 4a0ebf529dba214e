"""Names with typing errors: the runs of words that no rule understands, looked up among titles, people and keywords."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.search import Named
from bot.matching.alike import SHORT, Typed, numbers
from bot.matching.normal import marked, normal
from bot.matching.spelt import another
from bot.questions.names.first_names import known_or_stranger
from bot.questions.names.mentions import HALF, Mention
from bot.questions.names.misspelt import ALIKE, cost
from bot.questions.names.spans import PREPOSITIONS, SOFT, Span, letter_of, spans
from bot.questions.rules.phrases import STARTS
from bot.questions.words.derived import derived
from bot.questions.words.everyday import EVERYDAY
from bot.questions.words.lexicon import lexicon
from bot.questions.words.tokens import Token

MOST_LOOKED_UP = 10
"""Runs of words looked up for one text."""
PLAYED = frozenset("kr")
"""Letters of words that say that a character may be named."""
TOLD = 0.1
"""What it saves that a character is asked for."""
LEAST = 4
"""Letters of a hero's name at least that a film may be called by."""
SHORTEST_PLURAL = 7
"""Letters above which a word may be a misspelt surname with an s behind it."""
THEMES = ("keyword", "theme")
"""Kinds of what films are about."""
MOST_THEMES = 4
"""Keywords and themes that a word in all of them may mean."""
DERIVED = 0.1
"""What it costs to take a word for one that it is derived from."""
LONGEST_NAME = 4
"""Words of the longest run that is looked up among people and values too."""
CERTAIN = 3
"""Words from which on a name may be misspelt though each of them is an everyday word."""
SURE, LONG = 94.0, 10
"""From here on no other run of words is tried, nor behind one slip in a name of several words and more letters."""


def fits(said: str, title: str, *, plainly: bool) -> bool:
    """Whether what was typed is a title, a part of one, or like it.

    `plainly` says that the question is about a film whatever the name: then one word of a title will do.
    """
    asked = Typed(normal(said))
    typed, words = asked.bare.split(), normal(title).split()
    everyday = EVERYDAY.issuperset(typed)  # they are no slips
    least = ALIKE if len(said) > SHORT + (not plainly) or not said.isalpha() else SURE
    if not everyday and asked.alike(marked(title)) >= least and not another(normal(said), normal(title)):
        return True
    inside = any(words[at : at + len(typed)] == typed for at in range(len(words)))
    return inside and ((plainly and not everyday) or len([word for word in typed if word not in SOFT]) > 1)


async def guesses(
    words: Sequence[Token], unknown: Sequence[int], beside: Sequence[int], text: str, catalogue: Catalogue
) -> list[Mention]:
    """What the words not understood may name in spite of typing errors, together with words of names beside them."""
    found: list[Mention] = []
    done: list[Span] = []
    played = any(letter_of(token.word) in PLAYED for token in words)
    looked_up = 0
    letters = lexicon().letters([token.word for token in words])
    for start, end in spans(words, unknown, beside):
        asks = start > 0 and letters[start - 1] == "x" and words[start].word in STARTS  # how long is
        behind = end < len(words) and words[end - 1].word in PREPOSITIONS
        if asks or behind or any(start >= s and end <= e for s, e in done):
            continue
        said = _said(words, start, end, text)
        if len(said) < 3 or (end - start < CERTAIN and all(_plain(token.word) for token in words[start:end])):
            continue
        if (looked_up := looked_up + 1) > MOST_LOOKED_UP:
            break
        best = 0.0
        async for mention, like in _looked_up(said, start, end, bool(words[end - 1].owner), played, catalogue):
            found.append(mention)
            best = max(best, like)
        if best >= SURE:
            done.append((start, end))
            if all(any(s <= n < e for s, e in done) for n in beside):
                break
    films = [range(one.start, one.end) for one in found if one.kind == "film"]
    heroes = {at: words[at].owner or words[at].word for at in unknown if not any(at in run for run in films)}
    found += [
        Mention(at, at + 1, "film", titular, HALF, bool(words[at].owner))
        for at, name in heroes.items()
        if (titular := await _title_roles(name, catalogue))
    ]
    return [one for one in found if not any(_spare(one, other) for other in found)]


def _spare(longer: Mention, other: Mention) -> bool:
    """Whether a run of words names the same as fewer of them do, and less clearly."""
    inside = longer.start <= other.start and other.end <= longer.end and other.size < longer.size
    same = other.kind == longer.kind and {one.key for one in other.named} == {one.key for one in longer.named}
    return inside and same and other.cost < longer.cost


def _plain(word: str) -> bool:
    return word in EVERYDAY or word in lexicon().single


def _said(words: Sequence[Token], start: int, end: int, text: str) -> str:
    """A run as it was typed, without a possessive at its end."""
    last = words[end - 1]
    if not last.owner:
        return text[words[start].start : last.end].strip(" ?!.,;:\"'“”*_")
    return " ".join([*(token.word for token in words[start : end - 1]), last.owner])


async def _looked_up(
    said: str, start: int, end: int, owns: bool, played: bool, catalogue: Catalogue
) -> AsyncIterator[tuple[Mention, float]]:
    """The films, people and values that are like what was typed, each with how alike; a surname is no whole name."""
    kinds = {"film": catalogue.like_films, "person": catalogue.like_people}
    if end - start > LONGEST_NAME or said.partition(" ")[0].lower() in PREPOSITIONS | {"by"}:
        kinds.pop("person")
    for kind, find in kinds.items():
        found = await find(said, ALIKE)
        found = await known_or_stranger(said, found, catalogue) if kind == "person" else found
        if found := [one for one in found if not another(normal(said), one.normal)]:
            best = found[0].weight if kind == "person" else max(one.weight for one in found)
            near = tuple(one for one in found if one.weight >= best - 1)
            whole = kind == "film" or end - start > 1 or " " not in near[0].normal
            sure = max(best, SURE) if end - start > 1 and _one_slip(said, near[0].normal) else best
            yield Mention(start, end, kind, near, cost(best), owns), sure if whole else 0.0
        elif kind == "person" and end - start == 1 and said.endswith("s") and len(said) > SHORTEST_PLURAL:
            for one in (await find(said[:-1], ALIKE))[:1]:  # which hitchcoks
                yield Mention(start, end, kind, (one,), cost(one.weight), True), 0.0
    if played and 1 < end - start <= LONGEST_NAME and (roles := await catalogue.like_characters(said, ALIKE)):
        price = max(HALF, cost(roles[0].weight) - TOLD)
        yield Mention(start, end, "character", (roles[0],), price, owns), roles[0].weight
    if end - start <= LONGEST_NAME:
        for one in await catalogue.like(said):
            if numbers(normal(said)) != numbers(one.normal):
                continue  # World War 3
            yield Mention(start, end, one.kind, (replace(one, weight=0.0),), cost(one.weight) + 0.1, owns), 0.0
    if kin := await _related(said, catalogue):
        yield Mention(start, end, kin[0].kind, kin, DERIVED, owns), 0.0
    elif themes := await _themes_with(said, catalogue):
        yield Mention(start, end, "keyword", themes, HALF + 0.1, owns), 0.0


def _one_slip(said: str, name: str) -> bool:
    """Whether a long name was typed with one slip."""
    from rapidfuzz.distance.OSA import distance  # only for typing errors

    return len(said) > LONG and distance(normal(said), name, score_cutoff=1) <= 1


async def _themes_with(said: str, catalogue: Catalogue) -> tuple[Named, ...]:
    """The few keywords and themes that a word is a part of: Ghibli, Vietnam."""
    word = normal(said)
    if " " in word or len(word) <= LEAST:
        return ()
    found = tuple([one for kind in THEMES for one in (await catalogue.values(kind)).holding.get(word, ())])
    return found if len(found) <= MOST_THEMES else ()


async def _related(said: str, catalogue: Catalogue) -> tuple[Named, ...]:
    """The genre, or else the keywords and themes, that a word is derived from: satirical, feminist."""
    word = normal(said)
    if " " in word or len(word) <= LEAST:
        return ()
    themes = [await catalogue.values(kind) for kind in THEMES]
    return derived(word, await catalogue.values("genre")) or derived(word, *themes)


async def _title_roles(name: str, catalogue: Catalogue) -> tuple[Named, ...]:
    """Films called by their hero alone, one word of the title that is of a character's name too: Mitty, Totoro."""
    if len(name) < LEAST or _plain(name) or not await catalogue.characters([name]):
        return ()
    titled = (await catalogue.holding([name])).get(name, ())
    called = [one for one in titled if name in normal(one.name).split()]
    refs = await catalogue.refs([one.key for one in called[:1]]) if len(called) == 1 else ()
    films = [film for ref in refs if (film := await catalogue.film(ref.id))]
    if not any(name in normal(one.character or "").split() for film in films for one in film.cast):
        return ()
    return (replace(called[0], normal=normal(called[0].name), weight=0.0),)
