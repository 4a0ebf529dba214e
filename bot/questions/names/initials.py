"""Films called by their initials: "bttf 2", "lotr: the return of the king"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.search import Named
from bot.matching.normal import normal
from bot.matching.numerals import digits
from bot.questions.names.mentions import Mention
from bot.questions.words.everyday import EVERYDAY
from bot.questions.words.tokens import Token

LEAST = 4
"""Letters of initials that are looked up; one less with a number behind them."""
COST = 0.2
BESIDE = 0.1
"""Costs of initials, and of initials before a title that they say, too."""
LONGEST_NUMBER = 3
"""Digits that are no number of a film in a series any more."""
_PARTS = frozenset(["part", "pt", "episode", "volume", "vol"])


async def initialled(
    words: Sequence[Token], unknown: Sequence[int], found: Sequence[Mention], catalogue: Catalogue
) -> list[Mention]:
    """The films whose initials a word not understood is, with the number or the title that stands behind it."""
    codes = list(_codes(words, unknown))
    known = await catalogue.initialled([f"{code}{number}" for *_, code, number in codes])
    some = []
    for start, end, code, number in codes:
        films = known.get(f"{code}{number}") or ()
        if not films and number:  # of three films called lotr the second
            films = _numbered(known.get(code) or (), int(number))
        if films and len(code) + bool(number) >= LEAST:
            some.append(Mention(start, end, "film", tuple(films), COST))
    titles = [one for one in (*found, *some) if one.kind == "film"]
    return [*some, *(both for first in some for title in titles if (both := _as_one(first, title)))]


def _codes(words: Sequence[Token], unknown: Sequence[int]) -> Iterator[tuple[int, int, str, str]]:
    """Words that may be initials, with and without the number behind them: where they stand, and both."""
    numbered = {n - 1 for n in unknown if n and words[n].word.isdigit()}  # BTTF may be a title, BTTF 2 is none
    for n in sorted({*unknown, *numbered}):
        word = words[n].word
        letters = word.rstrip("0123456789")
        if len(letters) < LEAST - 1 or not letters.isalpha() or word in EVERYDAY:
            continue
        yield n, n + 1, letters, word[len(letters) :]
        behind = n + 1 + (n + 1 < len(words) and words[n + 1].word in _PARTS)
        after = words[behind].word if behind < len(words) and word == letters else ""
        number = digits([word, after])[-1]
        if number.isdigit() and len(number) < LONGEST_NUMBER:
            yield n, behind + 1, letters, number


def _numbered(films: Sequence[Named], number: int) -> Sequence[Named]:
    """The film of a place in its series, among several whose names begin alike."""
    of_years = sorted(films, key=lambda film: film.year or 0)
    alike = len({normal(film.name).removeprefix("the ").split()[0] for film in films}) == 1
    return of_years[number - 1 : number] if alike and len(of_years) > 1 else ()


def _as_one(first: Mention, title: Mention) -> Mention | None:
    """Initials and the title right behind them, where they are of one film."""
    same = tuple(film for film in title.named if film.key in {one.key for one in first.named})
    return replace(title, start=first.start, named=same, cost=BESIDE) if same and title.start == first.end else None
