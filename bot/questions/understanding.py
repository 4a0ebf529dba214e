"""From a text to a query: its readings, letter by letter first, then with typing errors."""

import itertools
import re
from dataclasses import dataclass, replace
from functools import cached_property

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import ID, ID_WITH_YEAR, Asked, Job, Query, chosen
from bot.knowledge.search import Did, Films, Honoured, Named, Of, Search, Step, Wanted, Who, With, Within
from bot.questions.adaptations import adaptations
from bot.questions.asides import asides
from bot.questions.believing import GUESSED, believable
from bot.questions.clauses import parts
from bot.questions.events import events
from bot.questions.expressions import ANY, Set
from bot.questions.grammar import Item
from bot.questions.guesses import clusters, guesses
from bot.questions.honours import honours
from bot.questions.insiders import insiders
from bot.questions.intent import ASPECT_OF, Intent
from bot.questions.items import letters
from bot.questions.lexicon import lexicon
from bot.questions.mentions import SIGNS, Mention, Token, by_surname, dated, mentions, tokens, weak
from bot.questions.reading import UNKNOWN, Reading, likeliest
from bot.questions.series import series
from bot.questions.spelling import mended, vocabulary

OF_TWO = frozenset([Asked.LONGER, Asked.SHORTER, Asked.NEWER, Asked.OLDER, Asked.COMMON, Asked.COMPARED])

MOST_UNKNOWN = 12
"""Words without a meaning of a text that is worth looking at more closely."""

_OF_IT = re.compile(r"\W*(?:is|was|isn.?t|wasn.?t) (?:it|this|that)\b", re.IGNORECASE)
"""Begins a question about a film that was not named."""

NEAR = 2
ABOUT = frozenset("about set takes taking take involving featuring concerning".split())
"""Words that begin what films are asked to be about."""
MOST_SUBJECT = 60
"""Characters of it that a reply repeats."""
SOFT = frozenset("the a an of in and on at to for s".split())


async def understood(text: str, catalogue: Catalogue) -> Query | None:
    """What a text asks, None when it is no film question."""
    if ID_WITH_YEAR.fullmatch(text.strip()) or text.startswith(ID):
        return Query(Asked.CARD, film=text.strip())
    words = tokens(text)
    query, sure = await _asked(text, words, catalogue)
    for part in () if sure else parts(words):
        one, alone = await _asked(text, part, catalogue)
        if one and alone and (one.asked not in (Asked.CARD, Asked.PERSON) or one.job or _of_films(part)):
            return one
    return query


def _of_films(words: list[Token]) -> bool:
    """Whether words, all of one clause, speak of films by that word or one like it."""
    return len({token.clause for token in words}) == 1 and any(
        (told := lexicon().at([token.word], 0, 1)) and told[1].letter == "f" for token in words
    )


async def _asked(text: str, words: list[Token], catalogue: Catalogue) -> tuple[Query | None, bool]:
    """What the words ask, and whether nothing in them makes that doubtful."""
    if not words:
        return None, False
    typed = await _attempt(text, 0.0, words, catalogue)
    attempts = [typed]
    if typed.unknown:
        known = await vocabulary(catalogue)
        attempts += [await _attempt(text, *one, catalogue) for one in mended(words, typed.unknown, known)]
        attempts.sort(key=lambda one: one.cost)
    for one in attempts:
        if one.complete and (query := await _answerable(one, text, catalogue)):
            return query, not query.guess
    likely = [await _guessed(one, text, catalogue) for one in dict.fromkeys((attempts[0], typed))]
    for guessed in sorted(likely, key=lambda one: one.cost):
        if query := await _answerable(guessed, text, catalogue):
            return query, not query.guess and query.asked is not Asked.ROLE
    for guessed in likely:
        if query := await _unknown_name(text, guessed.words, guessed.found, catalogue):
            return query, False
        if strange := next(filter(None, (_strange(reading, guessed.words) for reading in guessed.believed)), ""):
            return Query(Asked.MISSING, other=f"anything called “{strange}”"), False
    return None, False


@dataclass(frozen=True)
class Attempt:
    """One spelling of a text, with the names in it and the likeliest readings."""

    words: list[Token]
    found: list[Mention]
    readings: list[Reading]
    slips: float = 0.0

    __hash__ = object.__hash__

    @cached_property
    def best(self) -> Reading | None:
        return self.readings[0] if self.readings else None

    @cached_property
    def cost(self) -> float:
        return self.slips + (self.best.cost if self.best else UNKNOWN * (1 + len(letters(self.words, ())[1])))

    @cached_property
    def unknown(self) -> tuple[int, ...]:
        """The words that the best reading leaves aside, or all that questions are not made of; of too many none."""
        if self.best:
            unknown = () if _of_character(self.best, self.found) else self.best.unknown
        else:
            unknown = tuple(n for n in letters(self.words, ())[1] if not weak(_one(n), self.words))
        return unknown if len(unknown) <= MOST_UNKNOWN else ()

    @property
    def complete(self) -> bool:
        """Whether nothing is left aside, and no name is doubtful."""
        return self.best is not None and not self.unknown and not _doubtful(self.best)

    @cached_property
    def believed(self) -> list[Reading]:
        return [reading for reading in self.readings if believable(reading, self.words)]


async def _attempt(text: str, slips: float, words: list[Token], catalogue: Catalogue) -> Attempt:
    """The readings of the words letter by letter."""
    found = [*await mentions(text, words, catalogue), *await adaptations(words, catalogue)]
    found += await events(words, catalogue) or await honours(words, catalogue)
    found += dated(words, found)
    found += await series(words, found, catalogue)
    one = Attempt(words, found, likeliest(words, found), slips)
    if one.unknown:
        inside = await insiders(words, one.unknown, found, catalogue)
        one = replace(one, found=[*found, *inside])
        if more := [*inside, *await by_surname(words, one.unknown, catalogue)]:
            one = Attempt(words, [*found, *more], likeliest(words, [*found, *more]), slips)
    return one


async def _guessed(one: Attempt, text: str, catalogue: Catalogue) -> Attempt:
    """The same with what the words not understood may name in spite of typing errors."""
    unsure = _unsure(one)
    if not unsure:
        return one
    beside = _with_neighbours(one.best, unsure, one.words)
    guessed = await guesses(one.words, unsure, beside, text, catalogue)
    found = [*one.found, *guessed]
    return replace(one, found=found, readings=likeliest(one.words, found)) if guessed else one


async def _answerable(one: Attempt, text: str, catalogue: Catalogue) -> Query | None:
    """What the likeliest reading asks that can be believed."""
    for reading in one.believed:
        if not await _founded(reading, catalogue) or _strange(reading, one.words):
            continue
        if query := await _query(reading.intent, text, catalogue):
            name = _longer_name(reading, one.words, text) if query.film else None
            return replace(query, film=name, guess=True) if name else query
    return None


async def _founded(reading: Reading, catalogue: Catalogue) -> bool:
    """Whether a search that starts at a guessed name finds anything: else the name was probably another."""
    search = reading.intent.search
    guessed = any(mention.cost >= GUESSED and mention.kind in ("person", "family") for mention in reading.mentions)
    if not guessed or search is None or reading.intent.asked is not Asked.SEARCH:
        return True
    steps = (step for step in search.steps if not isinstance(step, Honoured))
    films = tuple(Did(tuple(Job)) if isinstance(s, Did) and s.jobs == ANY else s for s in steps)
    return bool((await catalogue.search(replace(search, steps=films))).values)


def _of_character(reading: Reading, found: list[Mention]) -> bool:
    """Whether the words not understood are all of the name of a character, who is asked for."""
    named = [range(mention.start, mention.end) for mention in found if mention.kind == "character"]
    return reading.intent.asked is Asked.ROLE and any(set(reading.unknown) <= set(run) for run in named)


def _strange(reading: Reading, words: list[Token]) -> str:
    """The words not understood that stand where a list is narrowed: "without X", "about X"; "" for none."""
    search = reading.intent.search
    one = search and isinstance(search.start, Films) and search.start.keys
    if one or reading.intent.asked not in (Asked.SEARCH, Asked.PERSON):
        return ""
    aside = set(asides(words, reading.unknown))
    for n in (n for n in reading.unknown if n not in aside):
        before = n - 1 - (n > 0 and words[n - 1].word in ("the", "a", "an"))
        told = lexicon().at([words[before].word], 0, 1) if before >= 0 else None
        if told and told[1].letter in "onAwb":
            run = itertools.takewhile(lambda at: at in reading.unknown, range(n, len(words)))
            return " ".join(words[at].typed for at in run)
    return ""


def _doubtful(reading: Reading) -> bool:
    """Whether a reading rests on a surname alone."""
    return any(mention.cost for mention in reading.mentions)


def _unsure(one: Attempt) -> tuple[int, ...]:
    """The words not understood, and those taken for the surnames of people."""
    surnames = [m for m in (one.best.mentions if one.best else ()) if m.kind == "person" and m.cost >= GUESSED]
    taken = {n for mention in surnames for n in range(mention.start, mention.end)}
    return tuple(sorted({*one.unknown, *taken}))


def _with_neighbours(reading: Reading | None, unknown: tuple[int, ...], words: list[Token]) -> list[int]:
    """The unknown words, and those of names beside them, which may be parts of one misspelt name."""
    beside = set(unknown)
    for mention in reading.mentions if reading else ():
        between = [n for n in unknown if n < mention.start or n >= mention.end]
        gaps = [range(n + 1, mention.start) if n < mention.start else range(mention.end, n) for n in between]
        if any(len(gap) <= NEAR and all(words[n].word in SOFT for n in gap) for gap in gaps):
            beside |= set(range(mention.start, mention.end))
    return sorted(beside)


def _one(n: int) -> Mention:
    return Mention(n, n + 1, "film", ())


async def _unknown_name(text: str, words: list[Token], found: list[Mention], catalogue: Catalogue) -> Query | None:
    """A question about a film whose name is not known: what was understood, with the words that may be the name."""
    items, _ = letters(words, ())
    said = "".join(item.letter for item in items)
    if (subject := _subject(items, words, text)) and "l" not in said:
        return Query(Asked.MISSING, other=f"any film {subject}, at least not by that word")
    if not ("x" in said or "r" in said or "l" in said or ("q" in said and "v" in said)):
        return None
    known = [one for one in found if one.kind == "award" or (one.kind == "film" and "l" in said)]  # the other of two
    inside = {n for mention in known for n in range(mention.start, mention.end)}
    unknown = [n for n in range(len(words)) if n not in inside and not weak(_one(n), words)]
    for start, end in clusters(words, unknown)[:1]:
        name = text[words[start].start : words[end - 1].end].strip(SIGNS)
        put = Mention(start, end, "film", (Named("film", -1, name, name),))
        reading = next((likely for likely in likeliest(words, [*known, put]) if not likely.unknown), None)
        if reading is None or reading.intent.bare or reading.intent.asked is Asked.ROLE:
            return None
        if reading.intent.other:
            two = await _query(reading.intent, text, catalogue)
            return replace(two, guess=True) if two else None
        if reading.intent.film:
            return Query(reading.intent.asked, film=name, prize=reading.intent.prize, guess=True)
    return None


def _subject(items: list[Item], words: list[Token], text: str) -> str | None:
    """What films are asked to be about, where nothing but that was not understood; None for any other text."""
    said = "".join(item.letter for item in items)
    if not re.fullmatch(r"[qxN]?y?f[zwo]?A[_oywdfzwvk]*_[_oywdfzwvk]*", said):
        return None
    about = next((n for n, token in enumerate(words) if token.word in ABOUT), None)
    return text[words[about].start :].strip(SIGNS)[:MOST_SUBJECT] if about else None


def _longer_name(reading: Reading, words: list[Token], text: str) -> str | None:
    """The name that a title and an unknown word beside it are together, which may be that of another film."""
    films = [mention for mention in reading.mentions if mention.kind == "film"]
    if len(films) != 1 or reading.intent.asked is Asked.ROLE:
        return None
    start, end = films[0].start, films[0].end
    beyond = end
    while beyond < len(words) and words[beyond].word in SOFT | {"is"}:
        beyond += 1
    if films[0].owns or films[0].size > NEAR:
        return None
    if start - 1 in reading.unknown and films[0].size == 1:
        start, beyond = start - 1, end - 1
    elif beyond not in reading.unknown or beyond > end + NEAR or words[beyond].clause > words[end - 1].clause:
        return None
    return text[words[start].start : words[beyond].end].strip(SIGNS)


async def _query(intent: Intent, text: str, catalogue: Catalogue) -> Query | None:
    settled = await _settled(intent, catalogue)
    if settled is None:
        return _of_nobody(intent)
    intent = settled
    film = await _film(intent.film, catalogue) if intent.film else None
    other = await _film(intent.other, catalogue) if intent.other else None
    person = intent.person.named[0].name if intent.person and intent.person.named else None
    if intent.asked is Asked.PERSON:
        if intent.person and len(intent.person.named) > 1:
            person = intent.person.named[0].normal if len({n.normal for n in intent.person.named}) == 1 else person
        return Query(Asked.PERSON, person=person)
    search = intent.search
    if search and not search.start.keys and _OF_IT.match(text):
        return Query(Asked.WHETHER, search=search)
    if search and (job := _job_of_one_film(search)):
        keys = search.start.keys
        refs = await catalogue.refs(keys) if len(keys) == 1 else ()
        return Query(ASPECT_OF[job], film=chosen(refs[0].id) if refs else search.start.label)
    if (
        intent.asked is Asked.SEARCH
        and search
        and not search.most
        and search.wanted == "names"
        and len(search.steps) == 1
    ):
        step = search.steps[0]
        plain = isinstance(step, Did) and (len(step.jobs) == 1 or step.jobs == ANY)
        if isinstance(step, Did) and plain and len(search.start.keys) == 1:
            return Query(Asked.PERSON, person=search.start.label, job=step.jobs[0] if len(step.jobs) == 1 else None)
    if intent.asked in OF_TWO and intent.words:
        person = intent.words
    job = intent.jobs[0] if intent.asked in (Asked.COMMON, Asked.AWARDS) and intent.jobs else None
    if intent.asked is Asked.AWARDS and intent.person and intent.other:
        other = intent.other.named[0].name
    return Query(
        intent.asked,
        film=film,
        person=person,
        job=job,
        search=search,
        prize=intent.prize,
        other=other if intent.other else intent.words or None,
    )


def _of_nobody(intent: Intent) -> Query | None:
    """The reply that no film of the name is by the person told with it; None when something else was told."""
    search = intent.film.search if intent.film else intent.search
    if search is None or not isinstance(search.steps[0], With):
        return None
    return Query(Asked.MISSING, other=f"a film called “{search.start.label}” with {search.steps[0].label}")


async def _settled(intent: Intent, catalogue: Catalogue) -> Intent | None:
    """The intent about the films that what else was said of them holds for; None when it holds for none."""
    film = await _left(intent.film, catalogue) if intent.film else None
    other = await _left(intent.other, catalogue) if intent.other else None
    if (intent.film and not film) or (intent.other and not other):
        return None
    search = intent.search
    if search and isinstance(search.start, Films) and search.start.keys:
        told = intent.film.search.steps if intent.film else tuple(itertools.takewhile(_keeps, search.steps))
        left = film or await _left(Set("F", replace(search, steps=told)), catalogue)
        if left is None:
            return None
        search = replace(search, start=left.search.start, steps=search.steps[len(told) :])
    return replace(intent, film=film, other=other, search=search)


async def _left(films: Set, catalogue: Catalogue) -> Set | None:
    """Of films that share a name those that the filters behind it let through; None when they let through none."""
    if not films.search.steps:
        return films
    found = await catalogue.keys([film.id for film in (await catalogue.search(films.search)).films])
    keys = tuple(key for key in films.keys if key in found)
    named = tuple(one for one in films.named if one.key in keys)
    start = replace(films.search.start, keys=keys)
    return replace(films, search=Search(start), named=named) if keys else None


def _keeps(step: Step) -> bool:
    return isinstance(step, Of | Within | With)


def _job_of_one_film(search: Search) -> Job | None:
    """The job when a search only asks who did it for one film."""
    if (
        not isinstance(search.start, Films)
        or not search.start.keys
        or search.start.together
        or search.most
        or search.wanted is not Wanted.NAMES
    ):
        return None
    match search.steps:
        case (Who((job,)),):
            return job
    return None


async def _film(films: Set, catalogue: Catalogue) -> str:
    """The one film a name means, as a choice carries it; the name itself when it means several."""
    if len({one.key for one in films.named}) == 1 and films.named[0].key >= 0:
        refs = await catalogue.refs([films.named[0].key])
        return chosen(refs[0].id) if refs else films.label
    return films.label
