"""People named by their surname, or by it and a first name that is cut short."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.search import Named
from bot.questions.mentions import ARTICLES, Mention
from bot.questions.tokens import SHORTEST, Token

FAMILY = ("brothers", "brother", "bros", "sisters")
"""Behind a surname: the two who are best known by it."""
LONG_PLURAL = 6
"""Letters from which on a word with an s to spare may be a surname."""
NICKNAMES = {
    "arnie": "arnold", "bob": "robert", "bobby": "robert", "sly": "sylvester", "marty": "martin", "jim": "james",
    "jimmy": "james", "bill": "william", "liz": "elizabeth", "kate": "katharine", "dick": "richard", "ted": "theodore",
    "jack": "john", "larry": "laurence", "tony": "anthony", "gene": "eugene", "steve": "steven", "mike": "michael",
    "nick": "nicolas", "matt": "matthew", "ahnold": "arnold", "charlie": "charles", "ron": "ronald",
}  # fmt: skip
"""First names that are no beginning of those that they are short for."""
PARTICLES = ("de", "del", "della", "di", "da", "du", "la", "le", "van", "von", "der", "den", "el", "al", "mc", "mac")
"""Words before a surname that are often written as one with it."""
TURNED = 0.1
"""What it costs that a surname stands before the first name."""


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
