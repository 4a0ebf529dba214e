"""Characters by whom films are asked for: "the film with Hans Landa", "films where Daniel Craig plays James Bond"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.characters import RANKS
from bot.knowledge.query import Job
from bot.knowledge.search import Named, Playing, Who
from bot.matching.normal import normal
from bot.questions.asked.expressions import Set, every_film
from bot.questions.asked.intent import Intent
from bot.questions.names.mentions import WHOLE, Mention
from bot.questions.words.everyday import EVERYDAY
from bot.questions.words.item import Item, other
from bot.questions.words.lexicon import lexicon
from bot.questions.words.tokens import Token

LONGEST = 4
"""Words of the longest part of a name that is looked up."""
LEAST = 3
"""Letters of a name that is known by itself."""
NAMESAKE = -1.0
"""The weight of a character who is called as a person is, who is meant rather where films are asked for."""
COST = 0.1
"""What it costs to call a character by a part of the name."""

_PLAYED = re.compile(r"P(?P<as>o)?[zo]*(?P<k>k)?K?o*C|CK?z?k[b]*P")
"""A person and whom they play."""
_WITH = re.compile(r"(?<=[fyF])[wozdeAvb]*K?[bo]*(?<!k)C(?:o*Ko*|[vo]+(?![FPCfybwrz]))?(?!k)")
"""Films and whom they have in them."""
_PLAYER = re.compile(r"(?:(?:r?[qz]+|r)b?kK?C|Cr|r[ob]+C)(?:[ovzb]*F)?")
"""Whoever plays a character, in a film or anywhere."""
_OF = re.compile(r"(?<!k)C[voz]*(?=f)(?!.*k)")
_WHETHER = re.compile(r"(?<=Y)K?C[vowK]+(?=F)|(?<=F)(?P<behind>[wov]*K?o*)C")
"""A character who may be in a film of a name."""


def playing(items: Sequence[Item]) -> list[Item]:
    """The items with every character by whom films are asked for, and who plays them, as one filter each."""
    done = _players(list(items))
    letters = "".join(item.letter for item in done)
    while found := _role(letters, done):
        start, end, step = found
        done[start:end] = [Item("y", (step,), "role")]
        letters = "".join(item.letter for item in done)
    return done


def _players(items: list[Item]) -> list[Item]:
    """The items with whoever plays a character in a film as one person, where films are asked for."""
    letters = "".join(item.letter for item in items)
    found = _PLAYER.search(letters)
    nouns = [n for n, item in enumerate(items) if item.letter == "f" and item.text != "something"]
    if found is None or not nouns or not (nouns[0] < found.start() or other(items)):
        return items
    inside = items[found.start() : found.end()]
    if any(item.letter == "r" and item.meaning != (Job.CAST,) for item in inside):
        return items
    before, behind = items[: found.start()], items[found.end() :]
    character = next(_named(item) for item in inside if item.letter == "C")
    named = [item for item in items if item.letter == "F" and item.meaning.named]
    if len(named) > 1:
        return items
    films: Set = named[0].meaning if named else every_film().keep(character)
    if other(items) and not named:
        behind = [*behind, Item("y", (replace(character, without=True),), "spared")]
    rest = (*before, Item("P", films.who((Job.CAST,), character.character)), *behind)
    return [item for item in rest if item not in named]


def roles(intent: Intent) -> Iterator[Playing]:
    """The characters by whom an intent asks for films."""
    searches = [intent.search, *(one.search for one in (intent.film, intent.other) if one)]
    steps = next((some for one in searches if one and (some := [s for s in one.steps if isinstance(s, Playing)])), [])
    yield from steps


def by_players(intent: Intent) -> bool:
    """Whether an intent goes by those who play a character."""
    if intent.prize and intent.prize.character:
        return True  # who won something for playing X
    return intent.search is not None and any(isinstance(one, Who) and one.character for one in intent.search.steps)


def _role(letters: str, items: Sequence[Item]) -> tuple[int, int, Playing] | None:
    named = "F" in letters and any(item.meaning.named for item in items if item.letter == "F")
    for pattern in (_PLAYED, _WHETHER) if named else (_PLAYED, _WITH, _OF):
        found = pattern.search(letters)
        if found is None or (pattern is _WHETHER and ("Y" not in letters or "q" in letters)):
            continue
        inside = items[found.start() : found.end()]
        character = next(item for item in inside if item.letter == "C")
        people = [item.meaning for item in inside if item.letter == "P"]
        if (
            pattern is _WHETHER
            and " " not in character.text
            and (found["behind"] is not None and not set("wK") & set(found["behind"]))
        ):
            continue  # signs on the road
        if any(item.letter == "v" and item.meaning != (Job.CAST,) for item in inside):
            continue
        if pattern is not _PLAYED:
            return found.start(), found.end(), _named(character)
        told = found["k"] or not found["as"] or any(item.text == "as" for item in inside if item.letter == "o")
        if told and set(letters) & set("fYFNy") and not people[0].search.steps:
            return found.start(), found.end(), _named(character, people[0])
    return None


def _named(character: Item, by: Set | None = None) -> Playing:
    name = normal(character.text)
    bare = name.removeprefix("the ")
    return Playing(bare, character.text, by.keys, by.label) if by else Playing(bare, character.text)


async def known_by_one(found: Sequence[Mention], catalogue: Catalogue) -> list[Mention]:
    """The mentions, of which characters of one name alone, such as Batman, weigh as much as a whole title, and those
    who are called as a person is, such as Jackie Chan, less than nothing.
    """
    people = {(one.start, one.end) for one in found if one.kind == "person" and one.size > 1}
    found = [
        replace(one, named=(replace(one.named[0], weight=NAMESAKE),))
        if one.kind == "character" and (one.start, one.end) in people
        else one
        for one in found
    ]
    single = {one.named[0].normal for one in found if one.kind == "character" and one.size == 1}
    words = single - lexicon().single - EVERYDAY - RANKS
    known = await catalogue.mononyms(sorted(word for word in words if len(word) >= LEAST))
    return [
        replace(one, named=(replace(one.named[0], weight=WHOLE),))
        if one.kind == "character" and one.named[0].normal.removeprefix("the ") in known
        else one
        for one in found
    ]


async def parts_of_names(words: Sequence[Token], found: Sequence[Mention], catalogue: Catalogue) -> list[Mention]:
    """Characters called by some words of a longer name, of which the last is a name of theirs, or by their rank and
    name: "hans landa", "colonel landa".
    """
    known = [range(mention.start, mention.end) for mention in found]
    runs: dict[str, Mention] = {}
    for end in {mention.end for mention in found if mention.kind == "character" and mention.size == 1}:
        last = words[end - 1].owner or words[end - 1].word
        for start in range(end - 2, max(-1, end - 1 - LONGEST), -1):
            if words[start].word in lexicon().single or words[start].clause < words[end - 1].clause:
                break
            if not any(start in one and end - 1 in one for one in known):
                said = " ".join([*(token.word for token in words[start : end - 1]), last])
                name = Named("character", 0, said, said)
                runs[said] = Mention(start, end, "character", (name,), COST, bool(words[end - 1].owner))
    called = await catalogue.characters(list(runs))
    ranked = (
        one for said, one in runs.items() if one.size == 2 and words[one.start].word in RANKS and said not in called
    )
    return [*map(_without_rank, ranked), *(runs[said] for said in called)]


def _without_rank(mention: Mention) -> Mention:
    name = mention.named[0].name.partition(" ")[2]
    return replace(mention, named=(Named("character", 0, name, name, WHOLE),))
