"""Films that are easily taken for each other, and all that a catalogue answers about them."""

from typing import Any

from hypothesis import strategies as st

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.film import Film, Role
from bot.knowledge.query import Job
from bot.knowledge.search import Films, Of, Search, Wanted, Who

TITLES = ("Up", "Up Again", "The Up", "Dune", "Brave")
PEOPLE = ("Ann Lee", "Ann Leigh", "Bob Up", "Zelda Quux")
WORDS = ("Drama", "Home Video")

names = st.lists(st.sampled_from(PEOPLE), max_size=2, unique=True).map(tuple)
films = st.builds(
    Film,
    title=st.sampled_from(TITLES),
    year=st.sampled_from([None, 2001, 2009]),
    runtime=st.sampled_from([None, 90, 95]),
    also_known_as=st.lists(st.sampled_from(TITLES), max_size=1).map(tuple),
    directors=names,
    cast=st.builds(lambda people: tuple(Role(name=name, character="Carl / Bumble") for name in people), names),
    genres=st.lists(st.sampled_from(WORDS), max_size=2, unique=True).map(tuple),
    keywords=st.lists(st.sampled_from(WORDS), max_size=1).map(tuple),
    popularity=st.integers(0, 3),
)


async def answers(view: Catalogue) -> dict[str, Any]:
    """What a view answers, in an order that does not depend on which film came first.

    Names that are only like what is typed are left out: how likely they are depends a little on films that have gone.
    """

    async def called(text: str) -> Any:
        found = await view.find(text)
        exact = {film for film, score in zip(found.films, found.scores, strict=True) if score == 100}
        return exact and found.verdict, exact

    async def person(name: str) -> Any:
        found = await view.find_people(name)
        exact = [person for person, score in zip(found.people, found.scores, strict=True) if score == 100]
        credited = [repr(credit) for person in exact for credit in await view.films_of(person.key)]
        return exact and found.verdict, {person.name for person in exact}, sorted(credited)

    normals = [name.lower() for name in (*TITLES, *PEOPLE, *WORDS, "carl", "bumble", "carl bumble")]
    everyone = Search(Films(), (Who((Job.CAST, Job.DIRECTOR)),))
    return {
        "films": sorted([film async for film in view.all()], key=lambda film: film.id or ""),
        "count": await view.count(),
        "titles": {title: await called(title) for title in (*TITLES, "up 2009", "dune-2009")},
        "people": {name: await person(name) for name in PEOPLE},
        "completed": {film for start in ("", "u", "du") for film in await view.complete(start)},
        "completed people": set(await view.complete_people("a")) | set(await view.complete_people("z")),
        "named": sorted(repr((n.kind, n.name, n.weight, n.year)) for n in await view.named(normals)),
        "surnamed": sorted(n.name for n in await view.surnamed(["up", "quux"])),
        "words": sorted(n.name for n in await view.words(["genre", "keyword"])),
        "like": {word.name for word in await view.like("home vide")},
        "genres": await view.genres(),
        "played": sorted(map(repr, await view.playing("bumble"))),
        "everyone": set((await view.search(everyone)).values),
        "dramas": {film.id for film in (await view.search(Search(Films(), (Of(("genre",), ("Drama",)),)))).films},
        "runtimes": (await view.search(Search(Films(), (), Wanted.RUNTIMES))).values,
    }
