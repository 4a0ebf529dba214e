"""From a text, or from what a command asks, to an answer."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue, FoundFilms
from bot.knowledge.query import Asked, Credited, Job, Query, chosen
from bot.matching import Verdict
from bot.questions import mentions
from bot.questions.answer import Answer, Kind
from bot.questions.commands import COMMANDS, command
from bot.questions.context import Context
from bot.questions.grammar import MAX_QUESTION, Reading, names, readings
from bot.questions.rules.films import RULES as FILMS
from bot.questions.rules.one_film import RULES as ONE_FILM
from bot.questions.sayings import SAYINGS
from bot.questions.wording import listed

POINTER = "I answer questions about films, such as: how long is The Sessions? Type /help to see what I can look up."

MOST_TRIED = 16
"""Names looked up for one text."""

SHOWN = 60
"""Characters of what a person typed that a reply repeats."""

NEAREST = 3
"""Films offered when the one asked about is not known."""

JOBS = {
    Job.CAST: "in",
    Job.DIRECTOR: "director of",
    Job.WRITER: "writer of",
    Job.PRODUCER: "producer of",
    Job.COMPOSER: "composer of",
    Job.CINEMATOGRAPHER: "cinematographer of",
    Job.EDITOR: "editor of",
}


async def ask(text: str, catalogue: Catalogue, context: Context | None = None) -> Answer:
    """The answer to a text as a person types it: a question, a title, or a command with its slash.

    In a conversation the text may pick one of the choices just given, or say "it".
    """
    if context is None:
        return await _ask(text, catalogue)
    chosen = context.chosen(text)
    said = text if text.lstrip().startswith("/") else context.completed(text)  # /film it: there is a film It
    reply = await (answer(chosen, catalogue) if chosen else _ask(said, catalogue))
    context.heard(reply)
    return reply


async def _ask(text: str, catalogue: Catalogue) -> Answer:
    said = text[:MAX_QUESTION].strip()
    if said.startswith("/") and said[1:2].isalpha():
        name, _, argument = said[1:].partition(" ")
        if known := command(name):
            return await answer(known.query(argument), catalogue)
        return Answer(kind=Kind.NONE, text=f"There is no command /{_quote(name)}; /help lists them all.")
    return await answer(await _understood(said, catalogue), catalogue)


async def answer(query: Query | None, catalogue: Catalogue) -> Answer:
    """The answer to what a command, a menu or an understood text asks; None was no film question."""
    if query is None:
        return Answer(kind=Kind.NONE, text=POINTER)
    if query.asked is Asked.PERSON:
        return await _person(query, catalogue)
    if query.asked is Asked.RANDOM:
        return await _random(query, catalogue)
    return await _one_film(query, catalogue)


async def _understood(said: str, catalogue: Catalogue) -> Query | None:
    """The likeliest reading: an exact title first, then what a rule reads with the name that fits best."""
    if not said:
        return None
    whole = await catalogue.find(said)
    if _fit(whole) >= EXACT:
        return Query(Asked.CARD, film=said)
    best: tuple[float, Query | None] = (0.0, None)
    unknown: Query | None = None
    for reading, name in _tries(said):
        query = _query(reading, name)
        if query.asked is Asked.RANDOM:
            fit = SURE
        elif query.person is not None:
            people = await catalogue.find_people(name)
            fit = EXACT if people.verdict is Verdict.EXACT else LIKELY if people.fits else 0
        else:
            fit = _fit(await catalogue.find(name))
        if fit > best[0]:
            best = fit, query
        if fit >= EXACT:
            break
        if reading.rule.asked is not Asked.CARD:
            unknown = query if unknown is None or unknown.asked is query.asked else unknown
    if best[1] or unknown:
        return best[1] or unknown
    for name in list(names(said))[:MOST_TRIED]:
        if _fit(await catalogue.find(name)):
            return Query(Asked.CARD, film=name)
    return None


EXACT, SURE, LIKELY = 3, 2.5, 2
"""How well a name fits: a title letter by letter, a sentence that needs none, a title with errors."""


def _fit(found: FoundFilms) -> float:
    if not found.fits:
        return 0
    return EXACT if found.verdict is Verdict.EXACT or found.scores[0] >= 100 else LIKELY + found.scores[0] / 1000


def _tries(said: str) -> Iterator[tuple[Reading, str]]:
    """What to look up, the likeliest first, at most MOST_TRIED."""
    tries = ((reading, name) for reading in readings(said, (*ONE_FILM, *FILMS)) for name in reading.names or ("",))
    yield from (pair for _, pair in zip(range(MOST_TRIED), tries, strict=False))


def _query(reading: Reading, name: str) -> Query:
    rule = reading.rule
    if rule.asked is Asked.PERSON:
        return Query(rule.asked, person=name, job=rule.job)
    if rule.asked is Asked.RANDOM:
        return Query(rule.asked, wishes=name)
    return Query(rule.asked, film=name)


async def _one_film(query: Query, catalogue: Catalogue) -> Answer:
    text = " ".join((query.film or "").split())
    if not text:
        return Answer(kind=Kind.NONE, text="Which film do you mean? Type its title after the command.", query=query)
    found = await catalogue.find(text)
    if found.verdict is Verdict.NONE:
        nearest = found.films[:NEAREST]
        hint = f" The nearest I have: {listed(film.label for film in nearest)}." if nearest else ""
        unknown = f"I don't know a film called “{_quote(text)}”."
        return Answer(kind=Kind.UNKNOWN, text=unknown + hint, query=query, choices=nearest, lead=unknown)
    if found.verdict is Verdict.AMBIGUOUS:
        choices = found.films[: found.fits]
        which = f"Which “{_quote(text)}” do you mean"
        named = f"{which}: {listed(film.full_label for film in choices)}?"
        return Answer(kind=Kind.CHOICE, text=named, query=query, choices=choices, lead=f"{which}?")
    film = await catalogue.film(found.films[0].id)
    if film is None:
        return Answer(kind=Kind.UNKNOWN, text=f"{found.films[0].label} has just been removed.", query=query)
    query = replace(query, film=film.id)
    about = found.films[:1]
    if query.asked is Asked.CARD:
        missing = f"I know {film.label}, but have no summary of it."
        text = f"{film.label}: {film.summary}" if film.summary else missing
        return Answer(kind=Kind.ANSWER, text=text, values=(film.title,), films=about, query=query, entry=film)
    saying = SAYINGS[query.asked]
    values = tuple(saying.values(film))
    if not values:
        missing = f"I know {film.label}, but not {saying.missing}."
        return Answer(kind=Kind.UNKNOWN, text=missing, films=about, query=query, entry=film)
    return Answer(kind=Kind.ANSWER, text=saying.sentence(film), values=values, films=about, query=query, entry=film)


async def _person(query: Query, catalogue: Catalogue) -> Answer:
    text = " ".join((query.person or "").split())
    if not text:
        return Answer(kind=Kind.NONE, text="Whose films do you mean? Type a name after the command.", query=query)
    found = await catalogue.find_people(text)
    if found.verdict is Verdict.NONE:
        nearest = tuple(person.name for person in found.people[:NEAREST])
        hint = f" The nearest I have: {listed(nearest)}." if nearest else ""
        unknown = f"I don't know anybody called “{_quote(text)}”."
        return Answer(kind=Kind.UNKNOWN, text=unknown + hint, query=query, people=nearest, lead=unknown)
    if found.verdict is Verdict.AMBIGUOUS:
        fits = tuple(person.name for person in found.people[: found.fits])
        which = f"I know several people like that: {listed(fits)}. Whom do you mean?"
        return Answer(kind=Kind.CHOICE, text=which, query=query, people=fits, lead="Whom do you mean?")
    person = found.people[0]
    credits_ = await catalogue.films_of(person.key, query.job)
    if not credits_:
        job = f" as {query.job.name.lower()}" if query.job else ""
        return Answer(kind=Kind.UNKNOWN, text=f"I know no film of {person.name}{job}.", query=query)
    films = tuple(dict.fromkeys(credit.film for credit in credits_))
    said = listed((f"{film.label} ({did(credits_, film.id)})" for film in films), 15)
    return Answer(
        kind=Kind.ANSWER,
        text=f"{person.name}: {said}.",
        values=tuple(film.title for film in films),
        films=films,
        query=replace(query, person=person.name),
        credits=tuple(credits_),
    )


def did(credits_: Sequence[Credited], film: str) -> str:
    """What a person did for a film: `director, writer, as Mark O'Brien`."""
    done = [credit for credit in credits_ if credit.film.id == film]
    jobs = [credit.job.name.lower() for credit in done if credit.job is not Job.CAST]
    parts = [f"as {credit.character}" if credit.character else "cast" for credit in done if credit.job is Job.CAST]
    return ", ".join(dict.fromkeys([*jobs, *parts]))


async def _random(query: Query, catalogue: Catalogue) -> Answer:
    wishes = query.wishes or ""
    genres = await catalogue.genres()
    genre, named = mentions.genre(wishes, genres)
    some = f"Genres I have: {listed(genres, 12)}."
    if rest := mentions.not_understood(wishes, named):
        unknown = f"I pick a film by genre and decade, and don't know “{_quote(rest)}”. {some}"
        return Answer(kind=Kind.UNKNOWN, text=unknown, query=query)
    film = await catalogue.pick(genre, mentions.years(wishes))
    if film is None:
        return Answer(kind=Kind.UNKNOWN, text=f"I know no such film. {some}", query=query)
    return await _one_film(Query(Asked.CARD, film=chosen(film.id)), catalogue)


def _quote(text: str) -> str:
    """What a person typed, short enough to repeat."""
    return text if len(text) <= SHOWN else f"{text[:SHOWN].rstrip()}…"


def help_lines() -> tuple[tuple[str, str], ...]:
    """Every command as it is typed, with what it does."""
    return tuple((f"/{known.name} {known.takes}", known.description) for known in COMMANDS)
