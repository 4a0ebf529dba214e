"""Putting films in and taking them out, on both kinds of database."""

from collections.abc import Sequence

import pytest

from bot.knowledge.batch import FileState
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.film import Film, Role
from bot.knowledge.placing import Outcome
from bot.knowledge.query import Job

ADDED, CHANGED, UNCHANGED = Outcome.ADDED, Outcome.CHANGED, Outcome.UNCHANGED
SESSIONS = Film(title="The Sessions", year=2012, runtime=98, directors=("Ben Lewin",), cast=(Role(name="John Hawkes"),))


async def put(catalogue: Catalogue, *films: Film) -> list[Outcome]:
    async with catalogue.edits.batch() as batch:
        return await batch.put(films)


async def put_file(catalogue: Catalogue, film: Film) -> list[Outcome]:
    async with catalogue.edits.batch() as batch:
        return await batch.put_files([(film, FileState(f"{film.id}.yaml", 1, 2**62, "digest"))])


async def ids(catalogue: Catalogue) -> Sequence[str | None]:
    return [film.id async for film in catalogue.all()]


async def test_a_film_put_in_is_there_whole(catalogue: Catalogue) -> None:
    assert await put(catalogue, SESSIONS) == [ADDED]
    assert await catalogue.film("the-sessions-2012") == SESSIONS.identified("the-sessions-2012")


async def test_the_same_import_again_changes_nothing(catalogue: Catalogue) -> None:
    await put(catalogue, SESSIONS, Film(title="Up"))
    assert await put(catalogue, SESSIONS, Film(title="Up")) == [UNCHANGED, UNCHANGED]
    assert await catalogue.count() == 2


async def test_what_an_import_says_replaces_and_what_it_leaves_out_stays(catalogue: Catalogue) -> None:
    await put(catalogue, SESSIONS)
    assert await put(catalogue, Film(title="The Sessions", year=2012, runtime=95, genres=("Drama",))) == [CHANGED]
    film = await catalogue.film("the-sessions-2012")
    assert film
    assert (film.runtime, film.genres, film.directors) == (95, ("Drama",), ("Ben Lewin",))


async def test_a_cast_without_characters_keeps_those_that_are_known(catalogue: Catalogue) -> None:
    await put(catalogue, Film(title="Up", year=2009, cast=(Role(name="Ed Asner", character="Carl"),)))
    await put(catalogue, Film(title="Up", year=2009, cast=(Role(name="Jordan Nagai"), Role(name="Ed Asner"))))
    film = await catalogue.film("up-2009")
    assert film
    assert film.cast == (Role(name="Jordan Nagai"), Role(name="Ed Asner", character="Carl"))


async def test_films_of_one_title_and_year_with_other_people_are_two(catalogue: Catalogue) -> None:
    carmen = [Film(title="Carmen", year=1915, directors=(name,)) for name in ("Cecil B. DeMille", "Raoul Walsh")]
    assert await put(catalogue, *carmen) == [ADDED, ADDED]
    assert await ids(catalogue) == ["carmen-1915", "carmen-1915-2"]
    assert await put(catalogue, *carmen) == [UNCHANGED, UNCHANGED]
    assert await put(catalogue, *reversed(carmen)) == [UNCHANGED, UNCHANGED]


async def test_ids_elsewhere_decide_before_people_do(catalogue: Catalogue) -> None:
    await put(catalogue, Film(title="M", year=1931, directors=("Fritz Lang",), links={"imdb": "tt0022100"}))
    assert await put(catalogue, Film(title="M", year=1931, directors=("F. Lang",), links={"imdb": "tt0022100"})) == [
        CHANGED
    ]
    assert await put(catalogue, Film(title="M", year=1931, directors=("F. Lang",), links={"imdb": "tt1"})) == [ADDED]


async def test_rows_without_people_are_films_of_their_own_unless_they_say_the_same(catalogue: Catalogue) -> None:
    rows = [
        Film(title="Parade", year=1900),
        Film(title="Parade", year=1900, genres=("Short",)),
        Film(title="Parade", year=1900),
    ]
    assert await put(catalogue, *rows) == [ADDED, ADDED, UNCHANGED]


async def test_an_import_only_fills_in_an_entry_of_the_films_folder(catalogue: Catalogue) -> None:
    await put_file(catalogue, Film(id="the-sessions-2012", title="The Sessions", year=2012, runtime=95))
    assert await put(catalogue, SESSIONS) == [CHANGED]
    film = await catalogue.film("the-sessions-2012")
    assert film
    assert (film.runtime, film.directors) == (95, ("Ben Lewin",))


async def test_a_file_replaces_its_film_whole(catalogue: Catalogue) -> None:
    first = Film(id="up-2009", title="Up", year=2009, genres=("Comedy",))
    assert await put_file(catalogue, first) == [ADDED]
    assert await put_file(catalogue, first) == [UNCHANGED]
    assert await put_file(catalogue, Film(id="up-2009", title="Up", year=2009)) == [CHANGED]
    assert await catalogue.film("up-2009") == Film(id="up-2009", title="Up", year=2009)


async def test_a_removed_file_takes_its_film_and_a_new_one_brings_it_back(catalogue: Catalogue) -> None:
    film = Film(id="up-2009", title="Up", year=2009, directors=("Pete Docter",), genres=("Comedy",))
    await put_file(catalogue, film)
    assert await catalogue.edits.files() == {"up-2009.yaml": FileState("up-2009.yaml", 1, 2**62, "digest")}
    async with catalogue.edits.batch() as batch:
        assert await batch.remove_files(["up-2009.yaml"]) == [Outcome.REMOVED]
    assert await catalogue.edits.files() == {}
    assert await catalogue.film("up-2009") is None
    assert await catalogue.count() == 0
    assert not (await catalogue.find("up")).films
    assert await catalogue.genres() == ()
    assert await put_file(catalogue, film) == [ADDED]
    assert (await catalogue.find("up")).films[0].id == "up-2009"


async def test_a_batch_that_fails_changes_nothing(catalogue: Catalogue) -> None:
    await put(catalogue, Film(title="Up"))
    with pytest.raises(RuntimeError, match="power cut"):
        async with catalogue.edits.batch() as batch:
            await batch.put([SESSIONS])
            raise RuntimeError("power cut")
    assert await ids(catalogue) == ["up"]
    assert not (await catalogue.find("the sessions")).fits


async def test_an_edit_shows_at_once_in_what_is_found_and_read(catalogue: Catalogue) -> None:
    await put(catalogue, SESSIONS)
    assert (await catalogue.find("the sessions")).films[0].id == "the-sessions-2012"
    await put(catalogue, SESSIONS.model_copy(update={"id": "the-sessions-2012", "title": "The Surrogate"}))
    assert (await catalogue.find("the surrogate")).films[0].title == "The Surrogate"
    assert not (await catalogue.find("the sessions")).fits


async def test_a_film_of_thousands_of_people_is_kept(catalogue: Catalogue) -> None:
    crowd = tuple(Role(name=f"Extra {n}") for n in range(2000))
    await put(
        catalogue,
        *[Film(title=f"Crowd {n}", cast=crowd, writers=tuple(f"W{n} {m}" for m in range(2000))) for n in range(12)],
    )
    person = (await catalogue.find_people("Extra 1999")).people[0]
    assert len(await catalogue.films_of(person.key, Job.CAST)) == 12
