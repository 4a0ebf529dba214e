"""One film from several sources: found again, the better source believed, and everybody's facts remembered."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.knowledge.batch import FileState
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.changes import Change, with_field
from bot.knowledge.film import Certificate, Film, Role
from bot.knowledge.merging import merged
from bot.knowledge.origins import FILES, MODERATORS, Origins, origins_of
from bot.knowledge.placing import Outcome

ADDED, CHANGED, UNCHANGED = Outcome.ADDED, Outcome.CHANGED, Outcome.UNCHANGED
IMDB = Film(title="The Sessions", year=2012, runtime=95, directors=("Ben Lewin",), links={"imdb": "tt1"})
TMDB = Film(title="The Sessions", year=2012, runtime=98, summary="It is about…", links={"imdb": "tt1", "tmdb": "7"})


async def put(catalogue: Catalogue, source: str, *films: Film) -> list[Outcome]:
    async with catalogue.edits.batch() as batch:
        return await batch.put(films, source)


async def put_file(catalogue: Catalogue, film: Film, size: int = 1) -> None:
    async with catalogue.edits.batch() as batch:
        await batch.put_files([(film, FileState(f"{film.id}.yaml", size, 2**62, "digest"))])


async def only(catalogue: Catalogue) -> tuple[Film, Origins]:
    (film,) = [film async for film in catalogue.all()]
    origins = await catalogue.origins(film.id or "")
    assert origins
    return film, origins


async def conflicts(catalogue: Catalogue) -> list[str]:
    return [line async for film, origins in catalogue.conflicts() for line in origins.conflicts(film)]


@pytest.mark.parametrize("first", [True, False])
async def test_the_better_source_is_believed_whichever_comes_first(catalogue: Catalogue, first: bool) -> None:
    for source, film in [("IMDb", IMDB), ("TMDB", TMDB)][:: 1 if first else -1]:
        await put(catalogue, source, film)
    film, origins = await only(catalogue)
    assert (film.runtime, film.summary, film.links) == (95, "It is about…", {"imdb": "tt1", "tmdb": "7"})
    assert (origins.of("runtime"), origins.of("summary")) == ("IMDb", "TMDB")
    assert await conflicts(catalogue) == ["runtime: 95 (IMDb), 98 (TMDB)"]


async def test_the_same_again_changes_nothing(catalogue: Catalogue) -> None:
    await put(catalogue, "IMDb", IMDB)
    await put(catalogue, "TMDB", TMDB)
    before = await only(catalogue)
    assert await put(catalogue, "TMDB", TMDB) == [UNCHANGED]
    assert await put(catalogue, "IMDb", IMDB) == [UNCHANGED]
    assert await only(catalogue) == before


async def test_a_source_that_changes_its_mind_ends_the_conflict(catalogue: Catalogue) -> None:
    await put(catalogue, "IMDb", IMDB)
    await put(catalogue, "TMDB", TMDB)
    assert await put(catalogue, "TMDB", TMDB.model_copy(update={"runtime": 95})) == [UNCHANGED]
    assert await conflicts(catalogue) == []
    assert "TMDB says" not in "".join((await only(catalogue))[1].by_field(IMDB))


async def test_the_films_folder_is_believed_and_what_others_say_is_told(catalogue: Catalogue) -> None:
    entry = Film(id="the-sessions-2012", title="The Sessions", year=2012, runtime=95)
    await put(catalogue, "TMDB", TMDB)
    await put_file(catalogue, entry)
    film, origins = await only(catalogue)
    assert (film, origins.of("runtime")) == (entry, FILES)
    assert await conflicts(catalogue) == ["runtime: 95 (films folder), 98 (TMDB)"]
    await put(catalogue, "TMDB", TMDB)
    film, origins = await only(catalogue)
    assert (film.runtime, film.summary) == (95, "It is about…")
    assert (origins.of("runtime"), origins.of("summary")) == (FILES, "TMDB")
    await put_file(catalogue, entry.model_copy(update={"runtime": 98}), size=2)
    assert await conflicts(catalogue) == []


async def test_what_moderators_edit_is_theirs(catalogue: Catalogue) -> None:
    await put(catalogue, "TMDB", TMDB)
    standing = await catalogue.standing("the-sessions-2012")
    assert standing.film
    edited = with_field(standing.film, "runtime", 94)
    await catalogue.edits.apply([Change(edited, standing.id, standing.version)], "ann")
    await put(catalogue, "IMDb", IMDB)
    film, origins = await only(catalogue)
    assert (film.runtime, film.directors) == (94, ("Ben Lewin",))
    assert (origins.of("runtime"), origins.of("directors"), origins.of("summary")) == (MODERATORS, "IMDb", "TMDB")
    assert await conflicts(catalogue) == ["runtime: 94 (moderators), 98 (TMDB), 95 (IMDb)"]


async def test_a_film_is_found_by_its_ids_whatever_it_is_called(catalogue: Catalogue) -> None:
    await put(catalogue, "IMDb", IMDB)
    other = Film(title="Six Sessions", year=2010, links={"imdb": "tt1"})
    assert await put(catalogue, "Wikidata", other) == [UNCHANGED]
    assert await put(catalogue, "Wikidata", Film(title="The Sessions", year=2012, links={"imdb": "tt2"})) == [ADDED]


NEAR = Film(title="Die Sitzungen", year=2013, directors=("Ben LEWIN",), genres=("Drama",))


@pytest.mark.parametrize(
    ("other", "outcome"),
    [
        ({}, CHANGED),
        ({"year": 2014}, ADDED),
        ({"year": None}, ADDED),
        ({"directors": ("Somebody",)}, ADDED),
        ({"title": "Die Sitzung"}, ADDED),
        ({"links": {"imdb": "tt9"}}, ADDED),
        ({"links": {"tmdb": "9"}}, CHANGED),
    ],
)
async def test_a_film_without_common_ids_is_found_by_title_year_and_people(
    catalogue: Catalogue, other: dict[str, object], outcome: Outcome
) -> None:
    await put(catalogue, "IMDb", IMDB.model_copy(update={"also_known_as": ("Die Sitzungen",)}))
    assert await put(catalogue, "Wikipedia", NEAR.model_copy(update=other)) == [outcome]


async def test_what_is_not_known_of_a_fact_is_no_conflict(catalogue: Catalogue) -> None:
    us, gb = Certificate(country="US", label="R"), Certificate(country="GB", label="15")
    await put(catalogue, "IMDb", IMDB.model_copy(update={"certificates": (us,), "title": "The Sessions!"}))
    await put(catalogue, "TMDB", TMDB.model_copy(update={"certificates": (us, gb), "runtime": None}))
    assert await conflicts(catalogue) == []
    pg = Certificate(country="US", label="PG")
    await put(catalogue, "TMDB", TMDB.model_copy(update={"certificates": (pg,), "runtime": None}))
    assert await conflicts(catalogue) == ["certificates: R (US) (IMDb), PG (US) (TMDB)"]


def test_one_source_is_stored_in_its_name_alone() -> None:
    assert Origins("IMDb").stored() == "IMDb"
    assert origins_of(None) == Origins()
    for origins in (Origins("{x"), Origins("IMDb", {"summary": "TMDB"}, {"runtime": {"TMDB": 98}})):
        assert origins_of(origins.stored()) == origins


def test_origins_are_told_in_words() -> None:
    film = IMDB.model_copy(update={"summary": "…"})
    origins = Origins("IMDb", {"summary": "TMDB"}, {"runtime": {"TMDB": 98}})
    assert origins.described() == ("IMDb", "TMDB (summary; says 98 for runtime)")
    assert origins.by_field(film)[2:4] == ["runtime: IMDb; TMDB says 98", "directors: IMDb"]
    assert Origins(FILES).described() == ()


SOURCES = ("IMDb", "TMDB", "Wikidata", "films.jsonl", "list.csv", FILES, MODERATORS)
_film = st.builds(
    Film,
    title=st.just("A"),
    year=st.sampled_from([None, 2001]),
    runtime=st.sampled_from([None, 90, 95, 98]),
    directors=st.sampled_from([(), ("Ann",), ("Bob",)]),
    cast=st.sampled_from([(), (Role(name="X"),), (Role(name="X", character="Y"),)]),
    links=st.sampled_from([{}, {"imdb": "tt1"}]),
)


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(SOURCES), _film), min_size=1, max_size=6), st.randoms())
def test_in_whatever_order_sources_come_the_facts_of_the_best_stand(
    said: list[tuple[str, Film]], chance: Random
) -> None:
    once = list(dict(said).items())
    shuffled = once.copy()
    chance.shuffle(shuffled)

    def together(order: list[tuple[str, Film]]) -> tuple[Film, Origins]:
        (source, film), *rest = order
        origins = Origins(source)
        for source, other in rest:
            film, origins = merged(film, origins, other, source)
        return film, origins

    (one, _), (other, _) = together(once), together(shuffled)
    assert (one.year, one.runtime, one.directors) == (other.year, other.runtime, other.directors)
