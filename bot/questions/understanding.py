"""From a text to a query: its readings, letter by letter first, then with typing errors."""

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import Asked, Query, chosen
from bot.knowledge.search import Did, Named
from bot.questions.asking import Intent
from bot.questions.expressions import ANY, Set
from bot.questions.guesses import clusters, guesses
from bot.questions.mentions import Mention, Token, by_surname, mentions, tokens, weak
from bot.questions.reading import Reading, best

LEFT_ASIDE = 0.5
"""The share of a question's words that may stay without a meaning."""


async def understood(text: str, catalogue: Catalogue) -> Query | None:
    """What a text asks, None when it is no film question."""
    words = tokens(text)
    if not words:
        return None
    found = await mentions(text, words, catalogue)
    reading = best(words, found)
    if reading is None or reading.unknown:
        unknown = reading.unknown if reading else tuple(n for n in range(len(words)) if not weak(_one(n), words))
        if unknown and len(unknown) <= 16:
            found += await by_surname(words, unknown, catalogue)
            reading = best(words, found)
            unknown = reading.unknown if reading else unknown
        if unknown and len(unknown) <= 16:
            found += await guesses(words, unknown, text, catalogue)
            reading = best(words, found)
    if reading is None or not _believable(reading, words):
        return _unknown_name(text, words, found)
    return await _query(reading.intent, text, catalogue)


def _one(n: int) -> Mention:
    return Mention(n, n + 1, "film", ())


def _believable(reading: Reading, words: list[Token]) -> bool:
    """Whether a reading leaves little enough aside to answer it."""
    unknown = len(reading.unknown)
    if reading.intent.asked is Asked.ROLE and reading.intent.words:
        return True
    if reading.intent.bare:
        return unknown == 0
    if not reading.mentions or all(weak(mention, words) for mention in reading.mentions):
        return unknown == 0
    return unknown <= max(1, LEFT_ASIDE * len(words))


def _unknown_name(text: str, words: list[Token], found: list[Mention]) -> Query | None:
    """A question about one film whose name is not known: what was understood, with the words that may be the name."""
    unknown = [n for n in range(len(words)) if not weak(_one(n), words)]
    for start, end in clusters(words, unknown)[:1]:
        name = text[words[start].start : words[end - 1].end].strip(" ?!.,;:\"'“”")
        put = Mention(start, end, "film", (Named("film", -1, name, name),))
        reading = best(words, [put])
        if reading and not reading.unknown and not reading.intent.bare and reading.intent.film and reading.intent.asked is not Asked.ROLE:
            return Query(reading.intent.asked, film=name)
    return None


async def _query(intent: Intent, text: str, catalogue: Catalogue) -> Query | None:
    film = await _film(intent.film, catalogue) if intent.film else None
    other = await _film(intent.other, catalogue) if intent.other else None
    person = intent.person.named[0].name if intent.person and intent.person.named else None
    if intent.asked is Asked.PERSON:
        if intent.person and len(intent.person.named) > 1:
            person = intent.person.named[0].normal if len({n.normal for n in intent.person.named}) == 1 else person
        return Query(Asked.PERSON, person=person)
    search = intent.search
    if intent.asked is Asked.SEARCH and search and not search.order and search.wanted == "names" and len(search.steps) == 1:
        step = search.steps[0]
        if isinstance(step, Did) and len(step.jobs) <= 1 or isinstance(step, Did) and step.jobs == ANY:
            if len(search.start.keys) == 1:
                return Query(Asked.PERSON, person=search.start.label, job=step.jobs[0] if len(step.jobs) == 1 else None)
    return Query(intent.asked, film=film, person=person, search=search, other=intent.words or other)


async def _film(films: Set, catalogue: Catalogue) -> str:
    """The one film a name means, as a choice carries it; the name itself when it means several."""
    if len(films.named) == 1 and films.named[0].key >= 0:
        refs = await catalogue.refs([films.named[0].key])
        return chosen(refs[0].id) if refs else films.named[0].name
    return films.named[0].name
