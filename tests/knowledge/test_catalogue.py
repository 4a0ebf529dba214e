"""Reading the catalogue, on both kinds of database."""

import asyncio
from itertools import pairwise
from pathlib import Path

import pytest

from bot.knowledge.catalogue import Catalogue, open_catalogue
from bot.knowledge.film import Film, Role
from bot.knowledge.library import FRESH_FOR
from bot.knowledge.query import Credited, FilmRef, Job
from bot.knowledge.search import Did, Films, People, Search, Within
from bot.matching import Verdict

FILMS = (
    Film(title="Dune", year=1984, directors=("David Lynch",), genres=("Science Fiction",)),
    Film(title="Dune", year=2021, directors=("Denis Villeneuve",), genres=("Science Fiction",), popularity=5),
    Film(title="Stalker", original_title="Сталкер", year=1979, directors=("Andrei Tarkovsky",)),
    Film(
        title="Get Out",
        year=2017,
        genres=("Horror",),
        directors=("Jordan Peele",),
        writers=("Jordan Peele",),
        cast=(Role(name="Daniel Kaluuya", character="Chris"),),
    ),
)


@pytest.fixture(autouse=True)
async def _films(catalogue: Catalogue) -> None:
    async with catalogue.edits.batch() as batch:
        await batch.put(FILMS)


async def test_a_title_two_films_share_is_ambiguous_and_the_year_decides(catalogue: Catalogue) -> None:
    found = await catalogue.find("dune")
    assert found.verdict is Verdict.AMBIGUOUS
    assert {film.id for film in found.films[: found.fits]} == {"dune-1984", "dune-2021"}
    for text in ("dune 1984", "Dune (1984)", "dune-1984", "dune lynch"):
        found = await catalogue.find(text)
        assert (found.verdict in {Verdict.EXACT, Verdict.CLOSE}, found.films[0].id) == (True, "dune-1984"), text


async def test_a_film_is_found_by_every_title(catalogue: Catalogue) -> None:
    for text in ("stalker", "Сталкер", "stlker"):
        assert (await catalogue.find(text)).films[0].id == "stalker-1979", text


async def test_references_tell_films_of_one_title_apart(catalogue: Catalogue) -> None:
    ref = (await catalogue.find("dune-1984")).films[0]
    assert ref == FilmRef("dune-1984", "Dune", 1984, ("David Lynch",))
    assert (ref.label, ref.full_label) == ("Dune (1984)", "Dune (1984) · David Lynch")


async def test_an_unfinished_title_is_completed(catalogue: Catalogue) -> None:
    assert (await catalogue.complete("stal"))[0].id == "stalker-1979"
    assert len(await catalogue.complete("")) == 4


async def test_people_have_the_films_they_worked_on(catalogue: Catalogue) -> None:
    found = await catalogue.find_people("jordan peel")
    assert found.people[0].name == "Jordan Peele"
    film = FilmRef("get-out-2017", "Get Out", 2017, ("Jordan Peele",))
    key = found.people[0].key
    assert await catalogue.films_of(key) == [Credited(film, Job.DIRECTOR), Credited(film, Job.WRITER)]
    assert await catalogue.films_of(key, Job.WRITER) == [Credited(film, Job.WRITER)]
    kaluuya = (await catalogue.find_people("Daniel Kaluuya")).people[0]
    assert await catalogue.films_of(kaluuya.key) == [Credited(film, Job.CAST, "Chris")]
    assert (await catalogue.complete_people("dan"))[0] == "Daniel Kaluuya"


async def test_years_may_be_left_out(catalogue: Catalogue) -> None:
    async with catalogue.edits.batch() as batch:
        await batch.put([Film(title="Undated")])
    search = Search(Films(), (Within("year", 1980, 1989, without=True),))
    assert {film.id for film in (await catalogue.search(search)).films} == {"dune-2021", "stalker-1979", "get-out-2017"}


async def test_films_of_either_of_two_people_are_found(catalogue: Catalogue) -> None:
    people = [(await catalogue.named([name]))[0].key for name in ("david lynch", "jordan peele")]
    search = Search(People(tuple(people), together=True), (Did((Job.DIRECTOR,)),))
    assert {film.id for film in (await catalogue.search(search)).films} == {"dune-1984", "get-out-2017"}


async def test_misspelt_characters_are_found_however_the_database_sorts(catalogue: Catalogue) -> None:
    roles = (Role(name="Bob Odenkirk", character="Hutch Mansell"), Role(name="Ben Dilloway", character="Max Zorin"))
    async with catalogue.edits.batch() as batch:
        await batch.put([Film(title="Nobody", year=2021, cast=roles)])
    for typed, character in (("hutch mansel", "hutch mansell"), ("max zorrin", "max zorin")):
        assert [one.name for one in await catalogue.like_characters(typed, 80)] == [character]


async def test_a_film_is_drawn_from_those_wished_for(catalogue: Catalogue) -> None:
    assert await catalogue.genres() == ("Science Fiction", "Horror")
    for _ in range(10):
        drawn = await catalogue.pick("Science Fiction", (1980, 1989))
        assert drawn
        assert drawn.id == "dune-1984"
    assert {film.id for film in [await catalogue.pick(None, None) for _ in range(60)] if film} > {
        "dune-1984",
        "dune-2021",
    }
    assert await catalogue.pick("Western", None) is None


async def test_every_film_is_read_in_pages(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.knowledge.queries.PAGE", 3)
    assert [film.label async for film in catalogue.all()] == [film.label for film in FILMS]


async def test_films_are_counted_anew_after_an_edit(catalogue: Catalogue) -> None:
    assert await catalogue.count() == len(FILMS)
    async with catalogue.edits.batch() as batch:
        await batch.put([Film(title="Nope", year=2022)])
    assert await catalogue.count() == len(FILMS) + 1


async def test_a_second_process_sees_edits(catalogue: Catalogue, url: str, tmp_path: Path) -> None:
    async with open_catalogue(url, tmp_path / "other") as second:
        assert (await second.find("up")).fits == 0
        async with catalogue.edits.batch() as batch:
            await batch.put([Film(title="Up", year=2009)])
        await asyncio.sleep(FRESH_FOR + 0.1)
        assert (await second.find("up")).films[0].id == "up-2009"


async def test_the_index_on_disk_is_used_brought_up_to_date_and_replaced(
    catalogue: Catalogue, url: str, tmp_path: Path
) -> None:
    await catalogue.find("dune")
    kept = list(tmp_path.glob("*.titles.*.idx"))
    assert len(kept) == 1
    async with catalogue.edits.batch() as batch:
        await batch.put([Film(title="Up", year=2009), FILMS[0].model_copy(update={"also_known_as": ("Sand",)})])
    async with open_catalogue(url, tmp_path) as again:
        assert (await again.find("up")).films[0].id == "up-2009"
        assert (await again.find("sand")).films[0].id == "dune-1984"
        assert list(tmp_path.glob("*.titles.*.idx")) == kept
    kept[0].write_bytes(b"rubbish")
    async with open_catalogue(url, tmp_path) as third:
        assert (await third.find("up")).films[0].id == "up-2009"
    (replaced,) = tmp_path.glob("*.titles.*.idx")
    assert replaced.read_bytes() != b"rubbish"


async def test_however_many_are_typing_others_have_their_turn_between_two_completions(catalogue: Catalogue) -> None:
    await catalogue.warm()
    happened: list[str] = []

    async def typing() -> None:
        await catalogue.complete_people("dan")
        happened.append("completed")

    async def waiting() -> None:
        while happened.count("completed") < 10:
            happened.append("another's turn")
            await asyncio.sleep(0)

    await asyncio.gather(waiting(), *[typing() for _ in range(10)])
    assert ("completed", "completed") not in pairwise(happened)
