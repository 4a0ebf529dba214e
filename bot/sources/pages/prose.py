"""What running text says in passing: the title with its year, who made the film, and who plays whom."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.sources.dates import plain
from bot.sources.pages.lexicon import (
    ARTICLES,
    CREW_WORDS,
    FIRST_WORDS,
    GERMAN_ARTICLES,
    GIVEN_NAMES,
    MADE,
    NO_NAMES,
    PLAYED,
    PROFESSIONS,
    RANKS,
)
from bot.sources.pages.names import PARTICLES, is_name, names_in
from bot.sources.places import country_called

_TITLED = re.compile(
    r"(?:[“\"«„‟]\s?|(?<!\w)[‘‚'])(?P<title>[^“”\"«»„\n()]{1,120}?)\s?[,.]?[”\"»“’'‘]\s*[(\[](?P<inside>[^()\[\]]{4,80})[)\]]"
)
_YEAR = re.compile(r"(?<!\d)(?:18[7-9]|19\d|20\d)\d(?!\d)")
SMALL = r"(?:d[aeiou]s?|del|van|von|der|den|la|le|ter|ten|el|al|bin)(?=\s+[\w'’-])"
_NAME = rf"(?:[A-ZÀ-Þ][\w'’.·-]*|{SMALL})"
_COMMA = r"(?:\s*,\s*(?:(?:and|und|et|y|e|en)\s+)?|\s+(?:and|und|et|y|e|en|&)\s+)"
_NAMES = rf"{_NAME}(?:\s+{_NAME})*(?:{_COMMA}{_NAME}(?:\s+{_NAME})+)*"
_MADE_BY = {
    fields: re.compile(rf"\b(?i:{'|'.join(map(re.escape, said.split('; ')))})\s+(?P<names>{_NAMES})")
    for fields, said in MADE.items()
}
_STARRING = re.compile(
    r"\b(?i:starring|stars|mit|avec|con|com|met|protagonizada por|interpretad[ao] por"
    r"|interpretato da|in den hauptrollen)\s+"
    rf"(?P<names>{_NAMES})"
)
_WITH = frozenset({"mit", "avec", "con", "com", "met"})
_PLAYED_BY = re.compile(
    rf"^(?i:{'|'.join(PLAYED)})\s+(?:by|von|por|da|par|door)\s+(?:[a-zß-ÿ'’-]+\s+){{0,3}}(?=[A-ZÀ-Þ])"
    rf"|^(?i:the voice of|voice of|stimme von|voix de)\s+"
    rf"|^(?i:{'|'.join(ARTICLES)})\s+(?:[a-zß-ÿ'’-]+\s+){{0,4}}(?=[A-ZÀ-Þ])"
)
_CREW = re.compile(rf"\b(?:{'|'.join(CREW_WORDS.split('; '))})$", re.IGNORECASE)
_AS = re.compile(r"^(?:as|als|como|dans le rôle d[e’']|nel ruolo di|rolle:?)\s*", re.IGNORECASE)
_BRACKETS = re.compile(r"\s?\((?P<inside>[^()\n]{2,80})\)")


@dataclass(frozen=True, slots=True)
class Titled:
    """A title in quotes with a year behind it, and where it stands."""

    title: str
    year: int | None
    inside: str
    """All that the brackets hold."""
    at: int


def titled(text: str) -> list[Titled]:
    """The quoted titles of a text that are followed by a year in brackets."""
    return [
        Titled(match["title"].strip(" ,"), int(year[0]), match["inside"], match.start())
        for match in _TITLED.finditer(text)
        if (year := _YEAR.search(match["inside"]))
    ]


def makers(text: str) -> dict[str, list[str]]:
    """The directors and writers that a sentence about the film names."""
    found: dict[str, list[str]] = {}
    for fields, pattern in _MADE_BY.items():
        for match in pattern.finditer(text):
            if _OF_A_BOOK.search(text[: match.start()]):
                continue
            known = [name for people in found.values() for name in people]
            names = [_whole(name, known) for name in names_in(_sentence(match["names"]))[0]]
            for name in fields:
                found.setdefault(name, [name for name in names if is_name(name, words=2)])
    return {name: people for name, people in found.items() if people}


_OF_A_BOOK = re.compile(
    r"\b(?:novel|book|memoir|play|story|article|essay|poem|music|score|songs?|roman|livre|novela|libro)\s+$",
    re.IGNORECASE,
)


def _whole(name: str, known: Sequence[str]) -> str:
    """The name of somebody named before, when it is the surname alone."""
    return next((whole for whole in known if whole.split()[-1] == name), name)


def starring(text: str) -> list[str]:
    """The actors a sentence about the film names as its stars."""
    for match in _STARRING.finditer(text):
        names = [name for name in names_in(_sentence(match["names"]))[0] if is_name(name, words=2)]
        if len(names) > 1 or (names and match[0].split()[0].lower() not in _WITH):
            return names
    return []


def _sentence(names: str) -> str:
    """The names up to where the sentence ends: a full stop behind a whole word."""
    return re.split(r"(?<=[a-zß-ÿ]{2})\.(?:\s|$)", names)[0]


def played(paragraphs: Sequence[str], actors: Sequence[str], others: Sequence[str]) -> list[dict[str, str]]:
    """The cast that paragraphs name as `Character (Actor)`, in order.

    `actors` are known to be in the film and `others` to have made it; they decide which of the two is the actor. Where
    nothing does, the one whose name the text goes on to use is the character.
    """
    text = "\n".join(paragraphs)
    pairs = [pair for paragraph in paragraphs for pair in _pairs(paragraph, text, actors, others)]
    if not any(actor in actors or left in actors for left, actor, _ in pairs) and _reversed(pairs, text):
        pairs = [(inside, left, sure) for left, inside, sure in pairs if is_name(left, words=2)]
    roles: dict[str, str] = {}
    for character, actor, _ in pairs:
        if actor not in roles or (roles[actor] in character and len(character) > len(roles[actor])):
            roles[actor] = character
    return [{"name": actor} | ({"character": who} if who else {}) for actor, who in roles.items()]


Pair = tuple[str, str, bool]
"""A character, an actor, and whether it is beyond doubt which is which."""


def _pairs(paragraph: str, text: str, actors: Sequence[str], others: Sequence[str]) -> list[Pair]:
    found: list[Pair] = []
    for match in _BRACKETS.finditer(paragraph):
        before, inside = paragraph[: match.start()].rstrip(), match["inside"].strip()
        left = name_before(before, text)
        made = left in others or _CREW.search(before.removesuffix(left).rstrip())
        if not left or made or before[-1:] in '”"»“':
            continue
        if left in actors or (is_name(left, words=2) and _AS.match(inside)):
            character = _AS.sub("", inside)
            if _AS.match(inside) or _is_character(character):
                found.append((character, left, True))
            continue
        several, rest = names_in(inside)
        if len(several) > 1 and not rest and "," not in inside and all(is_name(name, words=2) for name in several):
            found += [("", name, False) for name in several]
            continue
        actor = _actor(inside, actors)
        if actor and actor not in others[:0] and actor != left:
            found.append((left, actor, actor in actors or bool(_PLAYED_BY.match(inside))))
    return found


def _actor(inside: str, actors: Sequence[str]) -> str | None:
    """The actor that brackets hold, None when they hold something else."""
    said = _PLAYED_BY.sub("", inside)
    first = re.split(r"\s*[,;–—:]\s*|\s+(?=[a-zß-ÿ]{4,}\b)", said)[0].strip()
    if said in actors or first in actors:
        return said if said in actors else first
    rest = said[len(first) :].strip(" ,;")
    if rest[:1].isupper() or not is_name(first, words=2) or country_called(first) or any(map(str.isdigit, inside)):
        return None
    return first


def _is_character(text: str) -> bool:
    words = text.split()
    return (
        0 < len(words) <= 5
        and words[0][0].isupper()
        and not any(word.lower() in NO_NAMES for word in words)
        and not re.search(r"\d|[“”\"]", text)
        and country_called(text) is None
    )


def name_before(before: str, text: str) -> str:
    """The name that ends a text: capitalised words, without those that only open the sentence or say what one is."""
    words: list[str] = []
    rest = before.rstrip().split(" ")
    while rest and len(words) < _MOST_WORDS:
        word = re.sub(r"^(?:[dl]|qu)['’](?=[A-ZÀ-Þ])", "", rest[-1])
        bare = word.strip("“”\"'‘’«»„(")
        if words and re.search(r"[,;:!?)…—–]$|(?<![A-Z])(?<!\b[DMSJ]r)(?<!Mrs)(?<!\bSt)(?<!Prof)\.$", word):
            break
        if not bare or not (
            bare[0].isupper()
            or (bare.isdigit() and not words)
            or (words and bare.lower() in PARTICLES and len(rest) > 1 and rest[-2][:1].isupper())
        ):
            break
        words.insert(0, word.lstrip('(“"„«').rstrip('”"»'))
        if rest.pop() != word:
            break
    opens = not rest or rest[-1].endswith((".", "!", "?", ":", "”", "“", "…")) or rest == [""]
    german = bool(rest) and rest[-1].lower() in GERMAN_ARTICLES
    if words and not german and _DESCRIBED.search(" ".join(rest[-3:]).lower()):
        german = _is_agent(words[0].lower(), _MANY) or words[0].lower() in PROFESSIONS
    words = _without_opening(words, opens, german, text)
    name = " ".join(words).strip(" ,")
    return name if words and not words[0].isdigit() and words[-1].lower() not in _NEVER_LAST else ""


_MOST_WORDS = 6
_NEVER_LAST = frozenset({"film", "movie", "festival", "award", "academy", "kino", "cinema"})


def _without_opening(words: list[str], opens: bool, german: bool, text: str) -> list[str]:
    """The words without a capitalised small word, profession or noun before the name."""
    while len(words) > 1:
        first = words[0].lower().rstrip(".,’'s") if words[0].lower().endswith("’s") else words[0].lower()
        alone = re.search(rf"(?<!{re.escape(words[0])} )\b{re.escape(' '.join(words[1:]))}\b", text) is not None
        seen_small = re.search(rf"(?<![\w'’]){re.escape(words[0].lower())}(?![\w'’])", text) is not None
        if (opens and first in FIRST_WORDS) or re.search(r"['’]s$", words[0]):
            german = first in GERMAN_ARTICLES
        elif first in RANKS and not (german and first in PROFESSIONS):
            break
        elif german or (opens and _is_noun(words, seen_small, alone)):
            german = False
        else:
            break
        words = words[1:]
    if len(words) == 1 and words[0].lower() in FIRST_WORDS:
        return []
    return words


_DESCRIBED = re.compile(rf"\b(?:{'|'.join(GERMAN_ARTICLES)})(?: [a-zß-ÿ]+e[nrs]?){{1,2}}$")
"""An article of German and adjectives."""
_AGENT = re.compile(r"\w{2,}(?:er|or|ist|ian|man|woman|eer|ant|ent|wright|smith|in|mann|frau|eur|euse)(?P<many>s|en)?")
_MANY = 3


def _is_noun(words: Sequence[str], seen_small: bool, alone: bool) -> bool:
    """Whether the capital of the first word only opens the sentence."""
    first = words[0].lower()
    return first in PROFESSIONS or seen_small or (alone and len(words) >= _MANY) or _is_agent(first, len(words))


def _is_agent(word: str, words: int) -> bool:
    """Whether a word says what somebody does, by its ending; before one name alone only when it speaks of several."""
    match = _AGENT.fullmatch(word)
    return bool(match and word not in GIVEN_NAMES and (words >= _MANY or match["many"] == "s"))


def _reversed(pairs: Sequence[Pair], text: str) -> bool:
    """Whether the text goes on to use the names in brackets rather than those before them."""
    if any(sure for _, _, sure in pairs):
        return False
    used = Counter(re.findall(r"[^\W\d_][\w'’-]+", re.sub(r"\([^()]*\)", " ", text)))
    left = sum(used[word] - 1 for first, _, _ in pairs for word in first.split() if plain(word) not in RANKS)
    right = sum(used[word] for _, second, _ in pairs for word in second.split())
    return right > left + len(pairs)
