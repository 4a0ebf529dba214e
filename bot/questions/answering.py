"""From a query to an answer."""

from collections.abc import Sequence
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.film import Film
from bot.knowledge.query import Asked, Credited, FilmRef, Job, PersonRef, Query, chosen
from bot.matching import Verdict
from bot.matching.normal import normal
from bot.questions import comparing, likeness, prizes, searched, wishes
from bot.questions.answer import Answer, Kind
from bot.questions.guesses import fits
from bot.questions.intent import ABOUT_FILMS, BY_COUNTRY, OF_TWO, RATED
from bot.questions.sayings import SAYINGS
from bot.questions.titles import of_where, titles_in
from bot.questions.wording import SITES, country_in_text, listed, rated

POINTER = "I answer questions about films, such as: how long is The Sessions? Type /help to see what I can look up."

SHOWN = 60
"""Characters of what a person typed that a reply repeats."""

AGES = frozenset("young younger little teen teenage child baby old older elderly".split())
"""Words before a character's name of another age."""

NEAREST = 3
"""Films offered when the one asked about is not known."""

LIKELY = 60.0
"""How much of 100 the title of such a film must be like what was typed, as rapidfuzz's WRatio has it."""

INVERSE = {
    Asked.LONGER: Asked.SHORTER,
    Asked.SHORTER: Asked.LONGER,
    Asked.NEWER: Asked.OLDER,
    Asked.OLDER: Asked.NEWER,
}
"""What a comparison asks of the second film."""


async def answer(query: Query | None, catalogue: Catalogue) -> Answer:
    """The answer to what a command, a menu or an understood text asks; None was no film question."""
    if query is None:
        return Answer(kind=Kind.NONE, text=POINTER)
    if query.also:
        return await _several(query, catalogue)
    if query.asked is Asked.PERSON:
        return await _person(query, catalogue)
    if query.asked is Asked.MISSING and not query.film:
        return _not_kept(query)
    if query.asked is Asked.RANDOM:
        return await _random(query, catalogue)
    if query.asked in (Asked.SEARCH, Asked.WHETHER) and query.search:
        return await _dated(query, await searched.answer(query, catalogue), catalogue)
    if query.asked is Asked.AWARDS and query.prize and not query.film:
        return await _dated(query, await prizes.of_all(query, catalogue), catalogue)
    if query.asked is Asked.ROLE and not query.film:
        return await _everywhere(query, catalogue)
    return await _one_film(query, catalogue)


async def _several(query: Query, catalogue: Catalogue) -> Answer:
    """The answers to all that is asked of one film, as one."""
    first = await answer(replace(query, also=()), catalogue)
    if not first.films or first.kind is Kind.CHOICE:
        return replace(first, query=query)
    film = chosen(first.films[0].id)
    every = [first, *[await answer(replace(one, film=film), catalogue) for one in query.also]]
    known = any(one.kind is Kind.ANSWER for one in every)
    rated = any(one.kind is Kind.ANSWER and one.query and one.query.asked in RATED for one in every)
    told = [one for one in every if not (rated and one.query and one.query.asked is Asked.REASON)]
    return replace(
        first,
        kind=Kind.ANSWER if known else Kind.UNKNOWN,
        text=" ".join([told[0].text, *(_of_it(one.text, first.films[0]) for one in told[1:])]),
        values=tuple(dict.fromkeys(value for one in every for value in one.values)),
        query=replace(query, film=film),
    )


def _of_it(text: str, film: FilmRef) -> str:
    """A sentence about a film behind another one about it."""
    named = film.label if text.startswith(film.label) else film.title
    return f"It{text.removeprefix(named)}" if text.startswith(f"{named} ") else text


async def _dated(query: Query, found: Answer, catalogue: Catalogue) -> Answer:
    """What was found; where nothing was, what is found of the films of the year instead of its ceremonies."""
    other = prizes.of_their_year(query) if found.kind is Kind.UNKNOWN else None
    return await answer(other, catalogue) if other else found


async def _one_film(query: Query, catalogue: Catalogue) -> Answer:
    text = " ".join((query.film or "").split())
    if not text:
        return Answer(kind=Kind.NONE, text="Which film do you mean? Type its title after the command.", query=query)
    found = await catalogue.find(text)
    plainly = query.asked in ABOUT_FILMS
    surely = found.verdict is Verdict.EXACT or not query.guess
    likely = [film for film in found.films[: found.fits] if surely or fits(text, film.title, plainly=plainly)]
    if found.verdict is Verdict.NONE or not likely:
        nearest = _alike(text, found.films)
        hint = f" The nearest I have: {listed(film.label for film in nearest)}." if nearest else ""
        unknown = f"I don't know a film called “{quote(text)}”."
        return Answer(kind=Kind.UNKNOWN, text=unknown + hint, query=query, choices=nearest, lead=unknown)
    if found.verdict is Verdict.AMBIGUOUS and query.asked is Asked.MISSING:
        known = f"I know {listed(film.label for film in likely)}, but not {query.other}."
        return Answer(kind=Kind.UNKNOWN, text=known, films=tuple(likely), query=query)
    if found.verdict is Verdict.AMBIGUOUS:
        choices = tuple(likely)
        which = f"Which “{quote(text)}” do you mean"
        named = f"{which}: {listed(film.full_label for film in choices)}?"
        return Answer(kind=Kind.CHOICE, text=named, query=query, choices=choices, lead=f"{which}?")
    film = await catalogue.film(found.films[0].id)
    if film is None:
        return Answer(kind=Kind.UNKNOWN, text=f"{found.films[0].label} has just been removed.", query=query)
    return await _about(film, found.films[0], replace(query, film=film.id), catalogue)


def _alike(text: str, films: Sequence[FilmRef]) -> tuple[FilmRef, ...]:
    """Those of the films found whose title is enough like the text for a person to have meant it."""
    from rapidfuzz.fuzz import WRatio  # only where nothing fits

    typed = normal(text)
    return tuple(film for film in films if WRatio(typed, normal(film.title)) >= LIKELY)[:NEAREST]


async def _about(film: Film, ref: FilmRef, query: Query, catalogue: Catalogue) -> Answer:
    """What is asked of a film that is known."""
    about = (ref,)
    if query.asked is Asked.ROLE:
        return comparing.role(film, about, query)
    if query.asked is Asked.CHARACTER:
        return comparing.character(film, about, query)
    if query.prize and query.other:
        return await _two(film, ref, query, catalogue)
    if query.prize:
        return prizes.of_film(film, about, query)
    if query.asked is Asked.MISSING:
        missing = f"I know {film.label}, but not {query.other}."
        return Answer(kind=Kind.UNKNOWN, text=missing, films=about, query=query, entry=film)
    if query.asked in OF_TWO:
        return await _two(film, ref, query, catalogue)
    if query.asked is Asked.SIMILAR:
        return await likeness.similar(film, about, query, catalogue)
    if query.asked not in SAYINGS:
        query = replace(query, asked=Asked.CARD)
        missing = f"I know {film.label}, but have no summary of it."
        text = f"{film.label}: {film.summary}" if film.summary else missing
        return Answer(kind=Kind.ANSWER, text=text, values=(film.title,), films=about, query=query, entry=film)
    saying = SAYINGS[query.asked]
    there = ""
    if query.asked is Asked.CAST and query.other:
        film = film.model_copy(update={"cast": tuple(one for one in film.cast if one.name != query.other)})
    if query.other and query.asked is Asked.REASON:
        film = _rated_so(film, query.other)
    elif query.other and query.asked is Asked.LINKS:
        film = film.model_copy(update={"links": {k: v for k, v in film.links.items() if k == query.other}})
        there = f" at {SITES.get(query.other, query.other)}"
    elif query.other and query.asked in BY_COUNTRY:
        film, there = _in_country(film, query.other), f" in {country_in_text(query.other)}"
    if query.asked in (Asked.ORIGIN, Asked.SOURCES) and (origins := await catalogue.origins(film.id or "")):
        film = film.model_copy(update={"sources": (*film.sources, *origins.described())})
    values = tuple(saying.values(film))
    if query.asked is Asked.TITLES and query.other and (titles := titles_in(film, query.other)):
        said = f"{film.label} is called {listed(titles)} {of_where(query.other)}."
        return Answer(kind=Kind.ANSWER, text=said, values=titles, films=about, query=query, entry=film)
    if not values and query.asked is Asked.REASON and film.certificates:
        known = f"{film.label} is rated {listed(map(rated, film.certificates))}, but I don't know why."
        return Answer(kind=Kind.UNKNOWN, text=known, films=about, query=query, entry=film)
    if not values and query.asked is Asked.ORIGIN:
        return await _about(film, ref, replace(query, asked=Asked.COUNTRIES), catalogue)
    if not values and query.asked is Asked.SUMMARY and SAYINGS[Asked.KEYWORDS].values(film):
        return await _about(film, ref, replace(query, asked=Asked.KEYWORDS), catalogue)
    if not values:
        missing = f"I know {film.label}, but not {saying.missing}{there}."
        return Answer(kind=Kind.UNKNOWN, text=missing, films=about, query=query, entry=film)
    said = saying.sentence(film)
    if query.other and query.asked is Asked.TITLES:
        told = f"I don't keep which title is the one {of_where(query.other)}. {said}"
        return Answer(kind=Kind.UNKNOWN, text=told, films=about, query=query, entry=film)
    return Answer(kind=Kind.ANSWER, text=said, values=values, films=about, query=query, entry=film)


def _not_kept(query: Query) -> Answer:
    """What is not known of a person, or of any film."""
    life = f"I know the films of {query.person}, but nothing of a life beside them: no age, birthplace or family."
    text = life if query.person else f"I don't know {query.other}."
    return Answer(kind=Kind.UNKNOWN, text=text, query=query)


def _in_country(film: Film, country: str) -> Film:
    """The film with nothing but the certificates and releases of one country."""
    certificates = tuple(one for one in film.certificates if one.country == country)
    releases = tuple(one for one in film.releases if one.country == country)
    return film.model_copy(update={"certificates": certificates, "releases": releases, "scores": (), "year": None})


def _rated_so(film: Film, said: str) -> Film:
    """The film with nothing but the certificates of a country (GB), of a label (15) or of both (GB 15)."""
    kept = (one for one in film.certificates if said in (one.country, one.label, f"{one.country} {one.label}"))
    return film.model_copy(update={"certificates": tuple(kept)})


async def _two(film: Film, ref: FilmRef, query: Query, catalogue: Catalogue) -> Answer:
    second = await _one_film(Query(Asked.CARD, film=query.other, guess=query.guess), catalogue)
    if second.entry is None:  # the other film is the one to choose
        asked = INVERSE.get(query.asked, query.asked) if query.person else query.asked
        return replace(second, query=replace(query, asked=asked, film=query.other, other=chosen(ref.id)))
    if query.prize:
        return prizes.of_two(film, second.entry, (ref, *second.films), query)
    return comparing.two(film, second.entry, (ref, *second.films), query)


async def _everywhere(query: Query, catalogue: Catalogue) -> Answer:
    """Who played a character, in whichever film."""
    name = query.other or ""
    bare = normal(name).removeprefix("the ")
    forms = dict.fromkeys((normal(name), bare, f"the {bare}"))
    roles = list(dict.fromkeys([role for form in forms for role in await catalogue.playing(form)]))
    if not roles:
        unknown = f"I don't know a character called “{quote(name)}”."
        return Answer(kind=Kind.UNKNOWN, text=unknown, query=query)
    whole = _ends_so if query.job is Job.CAST else _is_so
    exact = [role for role in roles if any(whole(normal(one), normal(name)) for one in (role[2], *role[2].split("/")))]
    alike = [role for role in roles if role not in exact and any(normal(one) in forms for one in role[2].split("/"))]
    if len(alike) <= len(exact):  # the Joker and Joker, but no bride beside the Bride
        exact = [role for role in roles if role in exact or role in alike]
    known = {person for _, person, _ in exact}  # Ripley, whom the same woman plays as Ellen Ripley, too
    exact = [role for role in roles if role in exact or role[1] in known]
    roles = exact or roles
    films = tuple(dict.fromkeys(film for film, _, _ in roles))
    said = listed((f"{person} as {character} in {film.label}" for film, person, character in roles), 10)
    values = tuple(dict.fromkeys(person for _, person, _ in roles))
    return Answer(kind=Kind.ANSWER, text=f"{said}.", values=values, films=films, query=query)


def _is_so(character: str, name: str) -> bool:
    return character == name


def _ends_so(character: str, name: str) -> bool:
    """Whether a character is called so at the end, and is not the same as a child: Imperator Furiosa."""
    words = character.split()
    return f" {character}".endswith(f" {name}") and AGES.isdisjoint(words[: len(words) - len(name.split())])


async def _known_person(text: str, catalogue: Catalogue) -> PersonRef | None:
    """The person called exactly so."""
    people = [one for one in await catalogue.named([normal(text)]) if one.kind == "person"]
    same = [one for one in people if one.name == text] or people
    return PersonRef(same[0].key, same[0].name) if len(same) == 1 else None


async def _person(query: Query, catalogue: Catalogue) -> Answer:
    text = " ".join((query.person or "").split())
    if not text:
        return Answer(kind=Kind.NONE, text="Whose films do you mean? Type a name after the command.", query=query)
    person = await _known_person(text, catalogue)
    if person is None:
        found = await catalogue.find_people(text)
        if found.verdict is Verdict.NONE:
            nearest = tuple(person.name for person in found.people[:NEAREST])
            hint = f" The nearest I have: {listed(nearest)}." if nearest else ""
            unknown = f"I don't know anybody called “{quote(text)}”."
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
    wish = query.wishes or ""
    genres = await catalogue.genres()
    genre, named = wishes.genre(wish, genres)
    some = f"Genres I have: {listed(genres, 12)}."
    if rest := wishes.not_understood(wish, named):
        unknown = f"I pick a film by genre and decade, and don't know “{quote(rest)}”. {some}"
        return Answer(kind=Kind.UNKNOWN, text=unknown, query=query)
    film = await catalogue.pick(genre, wishes.years(wish))
    if film is None:
        return Answer(kind=Kind.UNKNOWN, text=f"I know no such film. {some}", query=query)
    return await _one_film(Query(Asked.CARD, film=chosen(film.id)), catalogue)


def quote(text: str) -> str:
    """What a person typed, short enough to repeat."""
    return text if len(text) <= SHOWN else f"{text[:SHOWN].rstrip()}…"
