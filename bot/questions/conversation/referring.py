"""Texts about the film or person just talked about, which are named before them as if another clause did it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import Asked, FilmRef, Query, chosen
from bot.knowledge.search import Beside, Except, Films, People, Who
from bot.questions.answers.settling import settled
from bot.questions.asked.intent import ASPECT_OF
from bot.questions.conversation.context import Context
from bot.questions.conversation.named import (
    HE,
    IT,
    as_search,
    is_of,
    names_film,
    names_people,
    people_named,
    put,
    strange,
    these,
)
from bot.questions.names.plainly import plainly
from bot.questions.readings.attempts import names
from bot.questions.readings.understanding import of_films, understood
from bot.questions.words.tokens import Token, tokens
from bot.questions.words.wording import listed

LONGEST = 16
"""Words of the longest text about what was just talked about."""
MOST_STRANGE = 0.25
"""The share of its words that may say nothing."""
MOST_LEFT_OUT = 2
"""Films that are left out where more than what was told is asked for."""
_PLAINLY = (
    (re.compile(r"\b(his|her|their|other) ones?\b", re.I), r"\1 films"),
    (
        re.compile(r"\b(his|her|their) (first|last|latest|newest|oldest|earliest|longest|shortest)(?=\W*$)", re.I),
        r"\1 \2 film",
    ),
    (
        re.compile(r"\b(what|anything) else (?:of|by) (?:his|hers|theirs)(?: (?:is|are) there)?(?=\W*$)", re.I),
        r"\1 else did they make",
    ),
    (re.compile(r"^((?:(?!\bit\b).)*?)(?: in)? there(?=\W*$)", re.I), r"\1 in it"),
    (re.compile(r",? (?:besides|apart from|other than) (?:that|it|this)(?: one)?\b", re.I), ""),
    (re.compile(r"\b(?:of|by) (?:his|hers|theirs)\b(?! \w+s\b)", re.I), "by him"),
    (re.compile(r"^(he|she|they)(?:['’]?s| is| was|['’]?re| are) (?:also )?in (?!it\b)", re.I), r"is \1 in "),
    (re.compile(r"^\W*(?:and )?(?:as who|who as|playing who)(?=\W*$)", re.I), "who did they play in it"),
    (re.compile(r"\b(is|was|did|does|has|were|are|do|have)n['’]?t (he|she|it|they)\b", re.I), r"\1 \2"),
    (
        re.compile(r"^(?:and )?((?!who)[\w.'’-]+(?: [\w.'’-]+){0,2}) (?:plays?|played) whom?(?=\W*$)", re.I),
        r"who does \1 play in it",
    ),
    (re.compile(r"^(is|was|were|did|does|has)n['’]?t (?=\w)", re.I), r"\1 "),
    (
        re.compile(
            r"^(?:does|has|did|have) (he|she|they) (?:have |got |done |do |made |make |directed |direct )?"
            r"any(?:thing)? (?:others?|more|else)(?: films| movies)?(?: on| in)?(?: here)?(?=\W*$)",
            re.I,
        ),
        r"what else did \1 do",
    ),
    (re.compile(r"\b(?:come|came|comes|coming) back (?:in|for)\b", re.I), "appear in"),
    (
        re.compile(
            r"^(?!who|what|is |was |are |were |did |does |and )"
            r"((?:[\w.'’-]+ ){1,3}?)(?:still |also )?(in (?:it|that(?: one)?))(?: again| too)?(?=\W*$)",
            re.I,
        ),
        r"is \1\2",
    ),
)
"""Ways to go on, and what says the same in more words: isn't she in it, Tim Robbins in it again, his other ones."""
_PLAYS = re.compile(r"\b(who (?:does|did|do) (?:he|she|they) play)(?=\W*$)", re.I)
_WHICH_FILM = re.compile(
    r"(?:what|which) (?:film|movie)(?:['’]?s| is| was) (?:that|it|this)(?: again)?(?: from| in)?(?: again)?"
    r"|what(?:['’]?s| is| was) (?:it|that)(?: film| movie)? called(?: again)?",
    re.I,
)
"""Asks for no more than its title."""
_THAT_YEAR = re.compile(r"\b(?:in )?(?:that|the same) year\b", re.I)
"""The year of the film just talked about."""
_SOMEBODY = re.compile(r"\b(?:he|she|they|him|them)\b|(?<=\b(?:with|from) )her\b(?! \w+s\b)", re.I)
_HE = re.compile(r"\b(?:he|she|they)\b", re.I)
_IN = re.compile(r" (?:that )?(?:he|she|they)(?:['’]?s| is| was| were|['’]?re)(?: also)? in(?=\W*$)", re.I)
"""Films somebody is in."""
_HIM = re.compile(r"\b(?:him|her|them)\b", re.I)
_SO = r"(?:shorter|longer|newer|older|more recent)"
_MORE_SO = re.compile(
    rf"\b(?:any|some)(?:thing)? (?P<any>{_SO})(?: (?:ones?|films?|movies?))?\b(?! than)"
    rf"|\b(?P<so>{_SO}) (?:ones|films|movies)\b(?! than)",
    re.I,
)
"""More or less than what was just talked about: any shorter ones."""
_BEHIND_THAT = frozenset("one film movie flick too either also as again".split())
"""Words behind which "that" stands for a film."""
MORE = frozenset("shorter longer newer older".split())
"""Words that compare with the film just talked about."""
_ONE_OF_THEM = frozenset("he she him her his hes shes".split())
"""Words for one person."""
_EVERY = frozenset("all every everything each both just only".split())
"""Words behind which what was named is wanted, too."""
MOST_BETWEEN = 2
"""Sentences before the last that may name what others than it are asked for."""
ELSE = frozenset("else other others another besides apart".split())
"""Words that ask for more than was told."""


def speaks_of_somebody(words: Sequence[Token]) -> bool:
    """Whether words stand for somebody: he, them, theirs."""
    return not HE.isdisjoint(token.word for token in words)


def speaks_of_it(words: Sequence[Token]) -> bool:
    """Whether words stand for a film: it, that one, and that at the end of a clause."""
    said = [token.word for token in words]
    at_end = {n for n, token in enumerate(words) if n + 1 == len(words) or words[n + 1].clause > token.clause}
    return any(
        word in IT and (word not in ("this", "that") or n in at_end or said[n + 1] in _BEHIND_THAT)
        for n, word in enumerate(said)
    )


async def referred(text: str, alone: Query | None, context: Context, catalogue: Catalogue) -> tuple[Query, str] | None:
    """What a text asks of the film or the people just talked about, with the words that say so; None where nothing.

    `alone` is what it asks by itself.
    """
    plain, last = text, context.film
    for spelt, fuller in _PLAINLY:
        plain = spelt.sub(fuller, plain)
    if last and _WHICH_FILM.fullmatch(plain.strip(" ?!.")):
        return Query(Asked.CARD, film=chosen(last.id)), text
    if last:
        prize = context.asked.prize if context.asked else None
        told = prize.years[0] if prize and prize.years else last.year
        plain = _PLAYS.sub(r"\1 in it", _THAT_YEAR.sub(f"in {told}" if told else "", plain))
    words, missing = tokens(plain), None
    if not 0 < len(words) <= LONGEST:
        return None
    for film, people in _spoken_of(words, alone, context):
        for said in _told(plain, alone, film, people):
            query = await understood(said, catalogue)
            named = query and (query.asked is Asked.CARD or (query.asked is Asked.PERSON and not query.job))
            if not query or (named and not of_films(words)) or not await _about(query, film, people, catalogue):
                continue
            if alone and not (people_named(alone) <= people_named(query)):
                continue
            if not people and _of_all(query) and not _ONE_OF_THEM.isdisjoint(token.word for token in words):
                continue
            idle, pointing = strange(words, query), speaks_of_it(words) or speaks_of_somebody(words)
            if idle and not (pointing and idle < MOST_STRANGE * len(words) and query.asked is not Asked.MISSING):
                continue
            if query.asked is not Asked.MISSING:
                spared, _ = await besides(query, text, context, catalogue)
                return spared, said if spared is query else ""
            missing = missing or (query, said)
    return missing


def _of_all(query: Query) -> bool:
    """Whether a query asks for films of all who worked on one."""
    steps = query.search.steps if query.search else ()
    return bool(steps) and isinstance(steps[0], Who)


def _told(plain: str, alone: Query | None, film: FilmRef | None, people: Sequence[str]) -> Iterator[str]:
    """A text with the film and the people it is about named before it, or in the place of the words for them; in their
    place first where it names others, too: which of Fincher's films did he score.
    """
    who = listed(people)
    if who and film is None and alone and names_people(alone) and _HE.search(plain):
        yield put(who, _HE, plain)
    if film and (so := _MORE_SO.search(plain)):
        yield f"films {so['any'] or so['so']} than {film.label}{put(who, _HIM, plain[so.end() :], once=False)}"
    else:
        yield f"{', '.join([*([film.label] if film else []), *people])}. {plain}"
    if who and film is None and _IN.search(plain):
        yield put(f" with {who}", _IN, plain)
    if who and film is None and _SOMEBODY.search(plain):
        yield put(who, _SOMEBODY, plain)


def _spoken_of(
    words: Sequence[Token], alone: Query | None, context: Context
) -> Iterator[tuple[FilmRef | None, tuple[str, ...]]]:
    """The film and the people that may be meant beside those that a text names, the likeliest first."""
    film, people, nobody = context.film, context.people, ()
    it, he = speaks_of_it(words), speaks_of_somebody(words)
    film = film if it or not (alone and names_film(alone)) else None
    people = people if he or not (alone and names_people(alone)) else nobody
    said = {token.word for token in words}
    if {"they", "both"} <= said and len(people) < len("ab"):
        return  # of whom only one is known
    if len(people) > 1 and not _ONE_OF_THEM.isdisjoint(token.word for token in words):
        people = nobody  # which of them?
    if he:
        if film and it and alone and names_people(alone):
            yield film, nobody  # Sean Bean is the villain, what's he called in it
        compared = not MORE.isdisjoint(token.word for token in words)
        if film and people and (it or compared):
            yield film, people
        if people:
            yield None, people
        if film:
            yield film, nobody
            if people or len(film.directors) == 1:
                yield film, people or film.directors
            if len(film.directors) == 1:
                yield None, film.directors
    else:
        if film:
            yield film, nobody
        if people and not it:
            yield None, people


async def _about(query: Query, film: FilmRef | None, people: tuple[str, ...], catalogue: Catalogue) -> bool:
    """Whether a query is about the film and the people that were put before it."""
    told, keys = people_named(query), set[int]()
    if query.search:
        steps = [step.other if isinstance(step, Beside) else step for step in query.search.steps]
        keys = {key for one in (query.search.start, *steps) if isinstance(one, Films) for key in one.keys}
    if film is None:
        of_film = names_film(query) or not query.film
    else:
        of_film = await is_of(query, film, catalogue) or not keys.isdisjoint(await catalogue.keys([film.id]))
    return of_film and (not people or not told.isdisjoint(people))


async def besides(query: Query, text: str, context: Context, catalogue: Catalogue) -> tuple[Query, str]:
    """The same without what was just talked about, where a text asks for more than that: what else, who else.

    Also the words that say so, which are none where something is left out.
    """
    words = tokens(text)
    said = [token.word for token in words]
    with_him = any(said[n] == "with" and said[n + 1] in HE for n in range(len(said) - 1))
    if ELSE.isdisjoint(said) and not with_him:
        return query, text
    if query.asked in ASPECT_OF.values() and not query.besides and len(context.people) == 1:
        return replace(query, besides=context.people), ""
    found = await as_search(query, catalogue)
    if not found or found.of_people or (isinstance(found.start, Films) and found.start.keys):
        return query, text
    last = context.films if len(context.films) <= MOST_LEFT_OUT else ()
    told = {film.id: film for film in (*last, *context.recent)}.values()
    found = await settled(found, catalogue)
    among = {film.id for film in (await catalogue.search(found)).films}
    left_out = [film for film in told if film.id in among]
    if not left_out:
        return query, text
    first = found.steps[: isinstance(found.start, People)]
    steps = (*first, Except(await these(left_out, catalogue)), *found.steps[len(first) :])
    search = replace(found, steps=steps)
    return replace(query, asked=Asked.SEARCH, person=None, job=None, search=search), ""


async def besides_named(query: Query, text: str, catalogue: Catalogue) -> Query:
    """The same of a text by itself, where a sentence before names the films that the last asks for others than."""
    said = tokens(text)
    last = {token.word for token in said if token.sentence == said[-1].sentence}
    if ELSE.isdisjoint(last) or not _EVERY.isdisjoint(last):
        return query
    before = [token for token in said if 0 < said[-1].sentence - token.sentence <= MOST_BETWEEN]
    named = [one for one in await names(text, before, catalogue) if one.kind == "film" and plainly(one, before)]
    films = await catalogue.refs([one.named[0].key for one in named if one.alone])
    return (await besides(query, text, Context(recent=films), catalogue))[0] if films else query
