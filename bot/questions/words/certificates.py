"""Certificates and ages in a text: what boards call them, whose they are, and how strict they are."""

import re
from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TypeGuard

from bot.knowledge.codes import country_name
from bot.knowledge.query import Asked
from bot.knowledge.search import Of, Step
from bot.questions.rules.peoples import BOARDS, DEMONYMS
from bot.questions.rules.phrases import ARTICLES, STARTS
from bot.questions.words.item import Item

SYSTEMS = {
    "US": "G PG PG-13 R NC-17",
    "GB": "U PG 12A|12 15 18 R18",
    "IE": "G PG 12A|12 15A|15 16 18",
    "DE": "0 6 12 16 18",
    "AU": "G PG M MA15+ R18+",
    "NZ": "G PG M R13 R15 R16 R18",
    "FR": "U|TP 10 12 16 18",
    "ES": "A 7 12 16 18",
    "NL": "AL 6 9 12 14 16 18",
    "SE": "Btl 7 11 15",
    "DK": "A 7 11 15",
    "NO": "A 6 9 12 15 18",
    "FI": "S 7 12 16 18",
    "IT": "T VM14 VM18",
    "BR": "L 10 12 14 16 18",
    "IN": "U UA A",
    "HK": "I IIA IIB III",
    "SG": "G PG PG13 NC16 M18 R21",
    "JP": "G PG12 R15+ R18+",
}
"""Certificates of a country from the mildest to the strictest; those between bars are equally strict."""

AGES = {"US": (0, 8, 13, 17, 18), "GB": (0, 8, 12, 15, 18, 18)}
"""From which age on films of these certificates may be seen, as two boards advise it."""

_LEADS = frozenset("rate rated certificate certificates cert certs certified classified classification rating".split())
_TAILS = _LEADS - {"rate", "certified", "classified"}
_LINKS = frozenset("a an as at it for children over under".split())
_ABOVE = frozenset("above|over|higher than|older than|stricter than|more than|worse than|harsher than".split("|"))
_BELOW = frozenset("below|under|lower than|younger than|milder than|less than|softer than".split("|"))
_UP = frozenset("or above|and above|or over|and over|or higher|and up|or up|and higher|or older".split("|"))
_DOWN = frozenset("or below|and below|or under|and under|or lower|and lower|or less|or younger|and down".split("|"))
_TELLING = re.compile(r"pg|nc17|(?=.*\d)(?=.*[a-z]).+")
"""Certificates that are nothing else."""
_PLAIN = frozenset("g r u 12 15 16 18".split())
"""Certificates that an article, or the end of a question that wants yes or no, shows to be ones."""
_ENDS = frozenset("in for or over by here on and rather not film movie why how".split())
_GIVEN = frozenset("got gets given received earned carry carries have has get are is".split())
"""Verbs before a certificate."""
_ASKS_WHY = frozenset("why whyd reason reasons grounds rationale justification got earned gave come".split())
_FILMS = frozenset("film films movie movies flick flicks".split())
_CHILD = r"(?:kids?|sons?|daughters?|children|child|boys?|girls?|nephews?|nieces?|toddler)"
_OLD = r" ?(?:yo|y o|yrs? olds?|years? olds?)"
_AGE = re.compile(
    rf"(?:(?:my |our |the |a )?{_CHILD}(?: (?:who|is|are|aged|of|age))* \d{{1,2}}(?: (?:and|or) \d{{1,2}})?(?:{_OLD})?"
    rf"|under \d{{1,2}}s|\d{{1,2}}(?:{_OLD})?(?: (?:and|or) \d{{1,2}})?{_OLD}(?: {_CHILD})?)"
)
_BEGINS_AGE = re.compile(rf"(?:my|our|the|a|under|{_CHILD})$|\d")
_LONGEST_AGE = 9


@cache
def _labels() -> dict[str, list[tuple[str, str]]]:
    """(country, certificate) of all there are, by how they are typed."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for country, labels in SYSTEMS.items():
        for label in re.split(r"[ |]", labels):
            found[re.sub(r"\W", "", label.lower())].append((country, label))
    return dict(found)


def _ladder(country: str) -> list[list[str]]:
    return [step.split("|") for step in SYSTEMS[country].split()]


def _phrase(words: Sequence[str], at: int, phrases: Set[str]) -> int:
    """How many words, two at most, one of the phrases takes that begins at a word, 0 for none."""
    return next((size for size in (2, 1) if at + size <= len(words) and " ".join(words[at : at + size]) in phrases), 0)


def _label(words: Sequence[str], at: int) -> tuple[int, str] | None:
    for size in (2, 1):
        key = "".join(words[at : at + size])
        if len(words) >= at + size and key in _labels():
            return size, key
    return None


def rated_at(words: Sequence[str], at: int) -> tuple[int, Of] | None:
    """The certificate that begins at a word, with how many words it takes: "rated R", "18 cert", "PG or lower"."""
    here, board = at, ""
    while here < len(words) and (words[here] in _LEADS or words[here] in BOARDS):
        board = BOARDS.get(words[here], board)
        here += 1
    led = here > at
    while led and here < len(words) and words[here] in _LINKS and not _phrase(words, here, _ABOVE | _BELOW):
        here += 1
    side = ">" if (size := _phrase(words, here, _ABOVE)) else "<" if (size := _phrase(words, here, _BELOW)) else ""
    here += size
    here += bool(side) and here < len(words) and words[here] in ARTICLES
    if not (found := _label(words, here)):
        return None
    size, key = found
    begins, here = here, here + size
    if not side and (more := _phrase(words, here, _UP) or _phrase(words, here, _DOWN)):
        side = ">=" if _phrase(words, here, _UP) else "<="
        here += more
    tailed = here < len(words) and words[here] in _TAILS
    if key == "a" and not led and not (at and words[at - 1] in ARTICLES):
        return None  # without a certificate
    telling = _TELLING.fullmatch(key) or (side and key.isalpha() and key != "i")
    if not (led or tailed or telling or _plainly(words, begins, here, key)):
        return None
    return here + tailed - at, _of(key, side, board)


def _plainly(words: Sequence[str], at: int, end: int, key: str) -> bool:
    """Whether a letter or number is a certificate although nothing says so: "is it an 18", "r movies"."""
    after = words[end] if end < len(words) else ""
    before = words[at - 1] if at else ""
    if key not in _PLAIN:
        return False
    if (_paired(words, at, end) or _of_nation(before, key)) and (not after or after in _ENDS):
        return True
    if after in _FILMS and key.isalpha():
        return True
    if list(words[end : end + 2]) == ["for", "what"]:
        return True
    asks = words[0] in STARTS or bool(_ASKS_WHY & set(words[:at])) or "made" in words[:at]
    if before in ARTICLES and at > 1:
        return (asks or words[at - 2] in _GIVEN) and (not after or after in _ENDS)
    return (asks and at > 1 and not after) or (before in ("is", "are") and at > 1 and (not after or after in _ENDS))


def _of_nation(word: str, key: str) -> bool:
    """Whether the board of the nation that a word means gives the certificate: a British 15."""
    return any(country == DEMONYMS.get(word) for country, _ in _labels()[key])


def _paired(words: Sequence[str], at: int, end: int) -> bool:
    """Whether a certificate is one of two that are left to choose: 15 or 18."""
    after = end + 1 + (end + 1 < len(words) and words[end + 1] in ARTICLES)
    before = at - 1 - (words[at - 1] in ARTICLES) if at else -1
    nexts = end < len(words) and words[end] == "or" and _label(words, after)
    return bool(nexts) or (before > 0 and words[before] == "or" and _label(words[:before], before - 1) is not None)


def _of(key: str, side: str, board: str) -> Of:
    """The certificates meant; those of every board that has it unless one is named."""
    meant = [(country, label) for country, label in _labels()[key] if board in ("", country)]
    label = meant[0][1] if meant else key.upper()
    if not side and not board:
        return Of(("certificate",), tuple(dict.fromkeys(label for _, label in meant)), label)
    values = [f"{country} {other}" for country, one in meant for other in _beside(country, one, side)]
    said = {"": "", ">": "above ", "<": "below ", ">=": "at least ", "<=": "at most "}[side]
    where = f" ({country_name(board)})" if board else ""
    return Of(("rated",), tuple(dict.fromkeys(values)) or (label,), f"{said}{label}{where}")


def _beside(country: str, label: str, side: str) -> list[str]:
    """The certificates of a country on one side of another, with itself where the side says so."""
    steps = _ladder(country)
    at = next(n for n, step in enumerate(steps) if label in step)
    kept = {"": steps[at : at + 1], ">": steps[at + 1 :], ">=": steps[at:], "<": steps[:at], "<=": steps[: at + 1]}
    return [one for step in kept[side] for one in step] if side else [label]


def age_at(words: Sequence[str], at: int) -> int:
    """How many words an age takes that begins at a word: "10 year old", "kids are 6 and 8"; 0 for none."""
    if not _BEGINS_AGE.match(words[at]):
        return 0
    for size in range(min(_LONGEST_AGE, len(words) - at), 0, -1):
        said = " ".join(words[at : at + size])
        if _AGE.fullmatch(said) and not said.isdigit():
            return size
    return 0


def suitable(age: int) -> Of:
    """The certificates of films that may be seen at an age."""
    kept = [
        f"{country} {label}"
        for country, ages in AGES.items()
        for least, step in zip(ages, _ladder(country), strict=True)
        for label in step
        if least <= age
    ]
    return Of(("rated",), tuple(kept), f"suitable for {age}-year-olds")


def countries_of(step: Of) -> tuple[str, ...]:
    """The countries whose boards give a certificate that a step keeps."""
    if step.kinds[0] == "rated":
        return tuple(dict.fromkeys(value[:2] for value in step.values))
    every = (one for some in _labels().values() for one in some)
    return tuple(dict.fromkeys(country for country, label in every if label in step.values))


def by_board(step: Step) -> TypeGuard[Of]:
    """Whether a step keeps films by a certificate."""
    return isinstance(step, Of) and step.kinds[0] in ("certificate", "rated")


def is_rated(item: Item) -> bool:
    """Whether an item is a certificate."""
    one = _kept(item)
    return one is not None and by_board(one)


def _country(item: Item) -> str:
    one = _kept(item)
    return one.values[0] if one and one.kinds[0] == "country" else ""


def _kept(item: Item) -> Of | None:
    one = item.meaning[0] if item.letter == "y" and item.meaning else None
    return one if isinstance(one, Of) else None


def placed(items: list[Item]) -> list[Item]:
    """The items with a certificate and the country beside it as one: "18 in the UK", "a German 18 rating"."""
    for n, item in enumerate(items):
        if not is_rated(item):
            continue
        for m in (*range(n + 1, len(items)), *range(n - 1, -1, -1)):
            between = items[min(m, n) + 1 : max(m, n)]
            country = _country(items[m])
            if any(one.letter not in "oxf" or (one.letter == "o" and one.text != "in") for one in between):
                continue
            its_own = country in countries_of(item.meaning[0])
            films = any(one.letter == "f" for one in between)  # R18+ films in Australia; no British film rated 15
            if country and (its_own if films or not between else True) and not (films and m < n):
                put = Item("y", (_there(item.meaning[0], country),), "rated")
                return [*items[: min(m, n)], put, *items[max(m, n) + 1 :]]
    return items


def _there(step: Of, country: str) -> Of:
    """A certificate of one country."""
    label = f"{step.label} ({country_name(country)})"
    if step.kinds[0] == "rated":
        values = tuple(value for value in step.values if value.startswith(f"{country} "))
        return replace(step, values=values or (label,), label=label)
    mine = [label for label in step.values if label in re.split(r"[ |]", SYSTEMS.get(country, ""))]
    return replace(step, kinds=("rated",), values=tuple(f"{country} {one}" for one in mine or step.values), label=label)


def reasoned(items: list[Item]) -> list[Item]:
    """Why something was rated as it was; "why" says nothing of anything else."""
    behind = [two for one, two in pairwise(items) if is_rated(one)]
    for_what = items and (items[-1].letter, items[-1].text) == ("o", "for")
    for_what = for_what or any((one.letter, one.text) == ("o", "for") for one in behind)  # rated PG for in the US
    caused = (for_what or any(item.letter == "M" for item in items)) and any(map(is_rated, items))  # what made it an R
    if not caused and not any(item.meaning is Asked.REASON for item in items):
        return items
    told = any(is_rated(item) or item.meaning in (Asked.RATING, Asked.CERTIFICATE) for item in items)
    kept = [item for item in items if item.meaning is not Asked.REASON and not (caused and item.letter == "M")]
    return [Item("x", Asked.REASON, "why"), *kept] if told else kept
