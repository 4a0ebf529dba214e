"""Whether another film is meant than a title was taken for: by a longer name, by another year, by one unknown."""

from collections.abc import Sequence

from bot.knowledge.query import Asked
from bot.matching.numerals import NUMERALS
from bot.questions.names.mentions import HALF, Mention
from bot.questions.names.spans import SOFT
from bot.questions.readings.attempts import NEAR
from bot.questions.readings.reading import Reading
from bot.questions.readings.strangers import with_words_before
from bot.questions.rules.phrases import ARTICLES, NUMBER_WORDS
from bot.questions.words.amounts import year
from bot.questions.words.asides import OWNERS
from bot.questions.words.chatting import USUAL
from bot.questions.words.everyday import EVERYDAY
from bot.questions.words.lexicon import lexicon
from bot.questions.words.tokens import NUMBERED_PARTS, SIGNS, Token


def in_another(reading: Reading, words: Sequence[Token]) -> bool:
    """Whether a role is asked for in a film that is not known, and its name was taken for a film with a slip: who plays
    the Joker in Zorblax, which is not The Rocker.
    """
    within = max((n for n, token in enumerate(words) if token.word == "in"), default=len(words))
    role = reading.intent.asked is Asked.ROLE and reading.intent.film is not None
    before = all(one.cost and one.end <= within for one in films_in(reading))
    end = max((one.start for one in films_in(reading) if one.start > within), default=len(words))
    behind = {n for n in range(within + 1, end) if words[n].word not in ARTICLES}
    beside = end < len(words) and not any(words[n].word in EVERYDAY for n in behind)  # in the Tim Burton Batman
    return role and (before or beside) and bool(behind) and behind <= set(reading.unknown)


def _rest_of_name(said: Sequence[str], end: int) -> int:
    """Where a name ends that goes on behind a title, 0 where it does not: Anatomy of a Fall, Dune part two."""
    behind = said[end + 1 : end + 2]
    if (
        said[end : end + 1]
        and said[end] in NUMBERED_PARTS
        and behind
        and (behind[0].isdigit() or behind[0] in NUMBER_WORDS)
    ):
        return end + 2
    letters = lexicon().letters(said)[end:]
    of_it = letters[:1] == "o" and said[end] == "of" and set(letters[1:]) <= {"_", "."}
    return len(said) if of_it and not any(map(str.isdigit, said[end:])) else 0


def _asked_of(reading: Reading, words: Sequence[Token], end: int) -> int:
    """Where unknown words begin that a later sentence ends with and asks about: help! who directed Encanto; the number
    of words where there are none.
    """
    first = len(words)
    while first > end and first - 1 in reading.unknown and words[first - 1].word not in USUAL:
        first -= 1
    later = first < len(words) and words[end - 1].sentence < words[first - 1].sentence
    return first if later and lexicon().letters([words[first - 1].word])[:1] == "v" else len(words)


def _part_alone(film: Mention, words: Sequence[Token]) -> bool:
    """Whether nothing but the number of a part is taken for a title: part 2, Part II."""
    said = [token.word for token in words[film.start : film.end]]
    return said[0] in NUMBERED_PARTS and all(word.isdigit() or word in NUMERALS for word in said[1:])


def films_in(reading: Reading) -> list[Mention]:
    """The titles that a reading takes words for."""
    return [mention for mention in reading.mentions if mention.kind == "film"]


def begun(film: Mention, reading: Reading, words: Sequence[Token]) -> int:
    """Where a name begins that ends with a short title of everyday words: Everything Everywhere All at Once."""
    first = with_words_before(words, film.start, film.end, reading.unknown)
    return first if film.start - first > NEAR and film.size <= NEAR else film.start


def of_another_year(reading: Reading, words: Sequence[Token], text: str) -> str:
    """A title with the year behind it where no film of the name is from about then, unless it is asked if one is."""
    films = films_in(reading) if reading.intent.asked is not Asked.WHETHER or len(reading.mentions) > 1 else []
    for film in films:
        at = film.end + (film.end < len(words) and words[film.end].word in ("from", "of"))
        said = words[at].word if at < len(words) else ""
        if year(said) and not any(one.year and abs(one.year - int(said)) <= 1 for one in film.named):
            return f"{text[words[film.start].start : words[film.end - 1].end].strip(SIGNS)} {said}"
    return ""


def longer_name(reading: Reading, words: Sequence[Token], text: str) -> str | None:
    """The name that a title and an unknown word beside it are together, which may be that of another film."""
    films = films_in(reading)
    if len(films) != 1:
        return None
    start, end = films[0].start, films[0].end
    if (first := _asked_of(reading, words, end)) < len(words):
        return text[words[first].start : words[-1].end].strip(SIGNS)
    if not films[0].owns and (after := _rest_of_name([token.word for token in words], end)):
        return text[words[start].start : words[after - 1].end].strip(SIGNS)
    behind = [n for n in range(end, len(words)) if words[n].clause == words[min(end, len(words) - 1)].clause]
    parted = behind and text[words[end - 1].end : words[end].start].strip() == ":"
    if (
        parted
        and not films[0].owns
        and set(behind) <= {*reading.unknown, *(n for n in behind if words[n].word in SOFT)}
    ):
        return text[words[start].start : words[behind[-1]].end].strip(SIGNS)  # Avatar: Fire and Ash
    if reading.intent.asked is Asked.ROLE:
        return None
    if (first := begun(films[0], reading, words)) < start:
        return text[words[first].start : words[end - 1].end].strip(SIGNS)
    beyond = end
    while beyond < len(words) and words[beyond].word in SOFT | NUMBERED_PARTS | OWNERS | {"is", "vs", "versus"}:
        beyond += 1
    number = end in reading.unknown and words[end].word.isdigit() and not year(words[end].word)
    if films[0].owns or (films[0].size > NEAR and films[0].cost < HALF and not number):
        return None
    if start - 1 in reading.unknown and (films[0].size == 1 or _part_alone(films[0], words)):
        start, beyond = start - 1, end - 1
    elif beyond not in reading.unknown or beyond > end + NEAR or words[beyond].clause > words[end - 1].clause:
        return None
    while beyond + 1 in reading.unknown and beyond >= end:
        beyond += 1
    return text[words[start].start : words[beyond].end].strip(SIGNS)
