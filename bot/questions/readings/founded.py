"""Whether the catalogue bears out what a likely reading takes a guessed name for."""

from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import Asked, Job
from bot.knowledge.search import Did, Honoured, People, Playing, With
from bot.matching.normal import normal
from bot.questions.asked.casting import BY_ONE_NAME, UNTOLD
from bot.questions.asked.expressions import OPEN, Set
from bot.questions.readings.evidence import GUESSED
from bot.questions.readings.other_films import films_in
from bot.questions.readings.reading import Reading
from bot.questions.words.everyday import EVERYDAY
from bot.questions.words.lexicon import lexicon

MOST_PLAYERS = 3
"""People who play those of a name that is known by itself."""


async def founded(reading: Reading, catalogue: Catalogue) -> bool:
    """Whether a search that starts at a guessed name finds anything, and a film has the character named beside it: else
    the name was probably another.
    """
    doubtful = reading.intent.cost == UNTOLD or _worn(reading) or _one_of_several(reading)
    if reading.intent.film and doubtful:
        return await _holds(reading.intent.film, reading.intent.words, catalogue)
    if reading.intent.asked is Asked.ROLE and reading.intent.cost == BY_ONE_NAME:
        return await _known_by(normal(reading.intent.words), catalogue)
    if reading.intent.asked is Asked.CHARACTER and (film := reading.intent.film) and (person := reading.intent.person):
        cast = await catalogue.search(film.search.then(With(person.keys, (Job.CAST,), person.label)))
        return bool(cast.values) or not await _holds(film, person.label, catalogue)
    search = reading.intent.search
    guessed = any(mention.cost >= GUESSED and mention.kind in ("person", "family") for mention in reading.mentions)
    played = search and any(isinstance(step, Playing) and step.people for step in search.steps)
    if not (guessed or played) or search is None or reading.intent.asked is not Asked.SEARCH:
        return True
    if isinstance(search.start, People) and any(key < 0 for key in search.start.keys):
        return True  # it is told that they are not known
    steps = (one for one in search.steps if not (isinstance(one, Honoured) or getattr(one, "without", False)))
    films = tuple(replace(s, jobs=tuple(Job)) if isinstance(s, Did | With) and s.jobs in OPEN else s for s in steps)
    return bool((await catalogue.search(replace(search, steps=films))).values)


def _one_of_several(reading: Reading) -> bool:
    """Whether a role is asked for in a film that may be one of several, if its title has a slip."""
    film = reading.intent.film if reading.intent.asked is Asked.ROLE else None
    return (
        film is not None
        and len({one.key for one in film.named}) > 1
        and all(one.cost >= GUESSED for one in films_in(reading))
    )


def _worn(reading: Reading) -> bool:
    """Whether somebody is asked for by no more than words that questions are made of: the dude, the narrator."""
    said = normal(reading.intent.words).split() if reading.intent.asked is Asked.ROLE else []
    return bool(said) and all((word,) in lexicon().phrases for word in said)


async def _known_by(name: str, catalogue: Catalogue) -> bool:
    """Whether a word is the name of somebody of films alone: no first name, and few have played anybody so called."""
    if name in EVERYDAY:
        return False
    people = {person for _, person, _ in await catalogue.playing(name)}
    return len(people) <= MOST_PLAYERS and not (await catalogue.first_named([name])).get(name)


async def _holds(films: Set, character: str, catalogue: Catalogue) -> bool:
    """Whether one of the films has the character."""
    known = await catalogue.refs(films.keys)
    return any(film in known for film, _, _ in await catalogue.playing(normal(character)))
