"""What a query names: a film, people, the words of all that is in it, the list that it answers."""

import re
from collections.abc import Iterable, Sequence

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import Asked, FilmRef, Query, chosen
from bot.knowledge.search import Beside, Did, Except, Films, Honoured, Of, People, Playing, Search, With
from bot.matching.normal import normal
from bot.questions.asked.expressions import ANY
from bot.questions.rules.peoples import nation
from bot.questions.words.amounts import counted
from bot.questions.words.filters import filter_at
from bot.questions.words.lexicon import lexicon
from bot.questions.words.tokens import Token

HE = frozenset("he she him her his hers they them their theirs hes shes theyre hed shed theyve".split())
"""Words for somebody."""
IT = frozenset("it its this that thats".split())
"""Words for a film."""
NOTHING = (Asked.CARD, Asked.MISSING)
"""What is asked by no more than a name, and what nobody can tell."""
_YEAR_OF_ID = re.compile(r"-\d{4}.*|^id:")


def names_film(query: Query) -> bool:
    """Whether a query names a film, by more than a word that stands for one."""
    search = query.search
    named = query.film or (search and isinstance(search.start, Films) and search.start.keys and search.start.label)
    return bool(named) and _YEAR_OF_ID.sub("", str(named)).casefold() not in IT | HE | {"the-one"}


def names_people(query: Query) -> bool:
    """Whether a query names somebody."""
    search = query.search
    named = search and (isinstance(search.start, People) or any(isinstance(step, With) for step in search.steps))
    return bool(query.person or (query.prize and query.prize.person) or named)


def people_named(query: Query) -> set[str]:
    """The people a query names."""
    told = {query.person, *query.besides, query.prize.person if query.prize else None}
    if query.asked is Asked.AWARDS:
        told.add(query.other)
    if query.search:
        told |= {one.label for one in (query.search.start, *query.search.steps) if isinstance(one, People | With)}
    return set(filter(None, told))


def _words_named(query: Query) -> set[str]:
    """The words of all that a query names."""
    texts = [query.film, query.other, query.person, *query.besides]
    if query.prize:
        texts += [query.prize.person, *query.prize.awards, *query.prize.categories]
    for step in (query.search.start, *query.search.steps) if query.search else ():
        match step:
            case Films() | People() | With():
                texts.append(step.label)
            case Of():
                texts += [step.label, *step.values]
            case Beside() | Except():
                texts.append(step.other.label)
            case Playing():
                texts += [step.label, step.character]
            case Honoured(prize):
                texts += [*prize.awards, *prize.categories]
    return {word for text in texts if text for word in normal(text.replace("-", " ")).split()}


def put(name: str, pattern: re.Pattern[str], text: str, *, once: bool = True) -> str:
    """A text with a name, which may hold any signs, in the place of the words that stand for it."""
    return pattern.sub(lambda _: name, text, count=int(once))


def filters(query: Query) -> bool:
    """Whether a query only says what films are to be like, naming neither one nor a person."""
    search = query.search
    plain = search and isinstance(search.start, Films) and not search.start.keys and not search.of_people
    return query.asked is Asked.SEARCH and bool(plain)


async def as_search(query: Query, catalogue: Catalogue) -> Search | None:
    """The search that a list of films answers; None for what is no list of films."""
    if query.asked is Asked.SEARCH and query.search and not query.search.of_people:
        return query.search
    if query.asked is not Asked.PERSON or not query.person:
        return None
    name = normal(query.person)
    people = [one for one in await catalogue.named([name]) if one.kind == "person" and one.normal == name]
    start = People(tuple(one.key for one in people), query.person)
    return Search(start, (Did((query.job,) if query.job else ANY),)) if people else None


async def these(films: Iterable[FilmRef], catalogue: Catalogue) -> Films:
    """These films, all of them, as a search names them."""
    return Films(await catalogue.keys([film.id for film in films]), together=True)


async def is_of(query: Query | None, film: FilmRef, catalogue: Catalogue) -> bool:
    """Whether a query is about a film, or compares one with it; an entry of a server's own is named by its title."""
    for named in (query.film, query.other) if query else ():
        if named == chosen(film.id):
            return True
        if named and normal(named) in (normal(film.title), normal(film.label)):
            found = (await catalogue.find(named)).sure
            return found is not None and found.id == film.id
    return False


def strange(words: Sequence[Token], query: Query) -> int:
    """How many words say nothing that questions are made of, and nothing that a query names."""
    said, told = [token.word for token in words], _words_named(query)
    idle = at = 0
    while at < len(said):
        known, within = lexicon().at(said, at, len(said)), filter_at(said, at)
        number = counted(said[at]) is not None or said[at].isdigit()
        called = said[at] in told | HE | IT or words[at].owner in told
        called = called or bool(query.other and nation(said[at]))
        idle += not (known or within or number or called)
        at += known[0] if known else 1
    return idle
