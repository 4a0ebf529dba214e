"""Which of several films of one title is meant, by what is said beside it: "the Adam West one", "not the remake"."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.film import Film
from bot.knowledge.query import FilmRef, Job
from bot.knowledge.search import Named, Within
from bot.matching.normal import normal
from bot.questions.rules.honours import HAD
from bot.questions.rules.nicknames import FIRST_NAMES
from bot.questions.rules.peoples import nation
from bot.questions.rules.phrases import OPENING, STARTS
from bot.questions.words.filters import filter_at
from bot.questions.words.lexicon import lexicon
from bot.questions.words.tokens import Token

MOST_FILMS = 6
"""Films of one title that are told apart."""
LONGEST_TITLE = 8
"""Words of the longest title that is looked up."""
MOST_OWNED = (2, 3)
"""Words of "not Greta's", "not Peter Jackson's"."""
_ONE = "(?P<one>one|1|version|film|movie|flick|picture|thing|adaptation|remake|original|prequel|sequel|reboot)"
_BY_NAME = frozenset(["one", "1", "version"])
"""What may stand behind a name without an article: Clooney version."""
_DESCRIPTION = re.compile(
    r"(?:(?:its|thats|but|like|meaning) )*(?P<no>(?:not|no|isnt) )?(?P<the>(?:the|that|this) )?"
    rf"(?P<what>(?!an? )(?:\S+ ){{0,4}}?{_ONE}"
    r"(?: (?:with|w|by|from|starring|about|of|where|that|who|in)(?: \S+){1,6})?)"
)
"""Which one is meant, or is not."""
_OLDER = frozenset("original old older oldest first earlier classic".split())
_NEWER = frozenset("remake new newer newest latest recent reboot modern".split())
"""Words that tell the oldest film from the others, and the newest."""
_OF_COURSE = frozenset("obvs obv obviously ofc rly".split())
"""Words that may stand behind it: the Clooney one obvs."""
_LEAST = 3
"""Letters of a word that tells something."""
_SAYS_NOTHING = frozenset(".obwfzdqsn")
"""Letters of words that tell nothing."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Description:
    """Words that say which film is meant, or which is not."""

    start: int
    end: int
    said: tuple[str, ...]
    denied: bool


async def told_apart(words: Sequence[Token], catalogue: Catalogue) -> list[Token] | None:
    """The words with the whole title and year of the film that those beside it tell; None where none is told so."""
    found = list(_descriptions(words))
    if not found:
        return None
    titles = await _titles(words, catalogue)
    for start, end in sorted(titles, key=lambda span: span[0] - span[1]):
        named = titles[start, end]
        apart = [one for one in found if one.end <= start or end <= one.start]
        beside = [one for one in apart if paused(words, one.start) or end == one.start or one.end == start]
        beside += [one for one in apart if one not in beside and any(one.start == other.end for other in beside)]
        gone = {n for one in beside for n in range(one.start, one.end)}
        if gone and end < len(words) and end not in gone and any(words[end].word == str(one.year) for one in named):
            return [word for n, word in enumerate(words) if n not in gone]  # The Thing, 1982, not the remake
        keys = tuple(dict.fromkeys(one.key for one in named))
        follows = paused(words, start) and (end == len(words) or paused(words, end))
        only = any(one.end == start or (one.start == end and _points_at(words, one)) for one in beside)
        alone = len(keys) == 1 and follows and only  # the one with the shark, Jaws
        if beside and (meant := await _meant(keys, [] if alone else beside, catalogue)):
            title = next(one.normal for one in named if one.year == meant.year)
            put = _in_full(words[end - 1], f"{title} {meant.year or ''}")
            gone |= set(range(start, end))
            return [token for n, word in enumerate(words) for token in _kept(n, word, gone, {start: put})]
    return None


def _points_at(words: Sequence[Token], one: _Description) -> bool:
    """Whether words can only describe what stands before them: that's the one with the twins."""
    said = " ".join(token.word for token in words[one.start : one.end])
    return re.match(r"(?:its |thats )?the (?:one|film|movie) (?:with|where|about)\b", said) is not None


def _kept(n: int, word: Token, gone: Collection[int], put: Mapping[int, Sequence[Token]]) -> Sequence[Token]:
    """What stands in the place of a word."""
    return put.get(n, [] if n in gone else [word])


def _descriptions(words: Sequence[Token]) -> Iterator[_Description]:
    """What says in the clauses of a text which film is meant."""
    start = 0
    while start < len(words):
        end = next((n for n in range(start + 1, len(words)) if paused(words, n)), len(words))
        yield from _in_clause(words, start, end)
        start = end


def _in_clause(words: Sequence[Token], start: int, end: int) -> Iterator[_Description]:
    """The same of one clause: all of it, or what stands behind a title and before a question, or ends with "one"."""
    plain = [token.word for token in words]
    last = end
    while last > start + 1 and _idle(plain[last - 1]):
        last -= 1
    at = start
    while at < last:
        stop = next((n for n in range(at + 1, last) if plain[n] == "not" or plain[n] in OPENING), last)
        one = next((n + 1 for n in range(at + 1, stop) if plain[n] in _BY_NAME), stop)
        begins = at == start or plain[at] in ("the", "not")
        stops = (stop, one) if at > start else (stop,)
        found = ((to, told) for to in stops if begins and (told := _description(words[at:to])))
        to, told = next(found, (at + 1, None))
        if told and not _claimed(words, at, to):
            yield _Description(at, end if to == last else to, *told)
        at = to


def _claimed(words: Sequence[Token], start: int, end: int) -> bool:
    """Whether it is asked if a film is what words behind its title say, and not which film is meant: is F the longest
    film with X.
    """
    asks = start > 1 and words[0].word in STARTS and not paused(words, start)
    return asks and "m" in lexicon().letters([token.word for token in words[start:end]])


def _description(words: Sequence[Token]) -> tuple[tuple[str, ...], bool] | None:
    """What some words tell of a film, and whether they deny it; None where they do not describe one."""
    plain = [token.word for token in words]
    if plain[0] == "not" and len(plain) in MOST_OWNED and (words[-1].owner or plain[-1].endswith("s")):
        return tuple(token.owner or token.word for token in words[1:]), True  # not Greta's
    told = _DESCRIPTION.fullmatch(" ".join(plain))
    denied = plain[0] == "not" and not HAD.isdisjoint(plain[1:2])  # did F not win it
    if told is None or denied or not (STARTS | OPENING).isdisjoint(plain):
        return None
    size = len(told["what"].split())
    said = tuple(filter(_tells, (token.owner or token.word for token in words[-size:])))
    named = told["the"] or (told["one"] in _BY_NAME and not any(lexicon().at([word], 0, 1) for word in said))
    return (said, bool(told["no"])) if said and (named or told["no"]) else None


def paused(words: Sequence[Token], at: int) -> bool:
    """Whether a word stands behind a pause, or at the beginning."""
    return at == 0 or words[at].clause > words[at - 1].clause


def _idle(word: str) -> bool:
    """Whether a word behind a description says nothing."""
    told = lexicon().at([word], 0, 1)
    return word in _OF_COURSE or (told is not None and told[1].letter == "." and not re.fullmatch(_ONE, word))


def _tells(word: str) -> bool:
    """Whether a word may tell films apart."""
    told = lexicon().at([word], 0, 1)
    says = (told is None or told[1].letter not in _SAYS_NOTHING) and not re.fullmatch(_ONE, word)
    return word in _OLDER | _NEWER or (len(word) >= _LEAST and says)


def _in_full(last: Token, title: str) -> list[Token]:
    """The words of a title in the place of those that end with this one."""
    put = [replace(last, word=word, typed=word, owner="") for word in title.split()]
    return [*put[:-1], replace(put[-1], owner=put[-1].word if last.owner else "")]


async def _titles(words: Sequence[Token], catalogue: Catalogue) -> dict[Span, list[Named]]:
    """Every run of words that is a title, with the films that are called so."""
    plain = [token.word for token in words]
    filters = [filter_at(plain, at) for at in range(len(plain))]
    ends = (
        (at, to)
        for at, told in enumerate(filters)
        for to in range(at + 1 if told is None else at + told[0], min(len(words), at + LONGEST_TITLE) + 1)
    )  # after 1995: no film After
    runs = {name: span for span in ends for name in (spelt(words, *span), f"the {spelt(words, *span)}")}
    found: dict[Span, list[Named]] = {}
    for named in await catalogue.named(list(runs)):
        if named.kind == "film":
            found.setdefault(runs[named.normal], []).append(named)
    return found


def spelt(words: Sequence[Token], start: int, end: int) -> str:
    """The words of a name, of which the last may be a possessive."""
    return " ".join([*(token.word for token in words[start : end - 1]), words[end - 1].owner or words[end - 1].word])


async def _meant(keys: tuple[int, ...], told: Sequence[_Description], catalogue: Catalogue) -> FilmRef | None:
    """The one of some films that what is said fits better than any other; of one if it fits or is denied in vain."""
    refs = (await catalogue.refs(keys))[:MOST_FILMS]
    films = [film for ref in refs if (film := await catalogue.film(ref.id))]
    fits = [0] * len(films)
    for one in told:
        names = await _names(one.said, catalogue)
        for n, film in enumerate(films):
            fits[n] += (-1 if one.denied else 1) * sum(_fit(film, name, films) for name in names)
    best = max(fits, default=0)
    sure = fits.count(best) == 1 and (len(films) > 1 or best > 0 or (not best and all(one.denied for one in told)))
    return refs[fits.index(best)] if sure else None


async def _names(said: Sequence[str], catalogue: Catalogue) -> list[str]:
    """The words of a description, those of somebody's name as one."""
    pairs = [" ".join(pair) for pair in pairwise(said)]
    known = {one.normal for one in await catalogue.named(pairs) if one.kind == "person"}
    inside = {word for name in known for word in name.split()}
    return [*known, *(word for word in said if word not in inside)]


def _fit(film: Film, name: str, films: Sequence[Film]) -> int:
    """How well a name or a word fits the entry of a film: one of its people better than what it is about."""
    years = [one.year or 0 for one in films]
    if len(films) > 1 and name in _OLDER | _NEWER:
        return film.year == (min(years) if name in _OLDER else max(years))
    kept = filter_at([name], 0)
    if kept and isinstance(kept[1], Within) and kept[1].field == "year":
        return (kept[1].low or 0) <= (film.year or 0) <= (kept[1].high or max(years))
    if codes := nation(name):
        return not set(codes).isdisjoint(film.countries)
    alike = (FIRST_NAMES.get(name, name), name.removesuffix("s"))  # Carpenters one
    people = (
        *(role.name for role in film.cast),
        *(one for job in Job if job is not Job.CAST for one in getattr(film, job)),
    )
    return 2 * _says(people, alike) or int(_says(_texts(film), alike))


def _says(texts: Iterable[str], names: Sequence[str]) -> bool:
    """Whether one of some texts holds one of the names as words."""
    return any(f" {name} " in f" {normal(text)} " for text in texts for name in names)


def _texts(film: Film) -> Iterator[str]:
    """What the entry of a film says of its characters, kinds and subjects."""
    yield from (role.character for role in film.cast if role.character)
    yield from (*film.genres, *film.themes, *film.keywords, film.based_on or "", film.summary or "")
