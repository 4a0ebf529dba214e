"""What a server sees: the shared films and its own, and nothing of another's."""

from pathlib import Path

import pytest

from bot.knowledge.catalogue import Catalogue, open_catalogue
from bot.knowledge.changes import Change, EditError, with_field
from bot.knowledge.film import Film, Role
from bot.knowledge.query import Job
from bot.knowledge.search import Alongside, Did, Films, Of, People, Search, Wanted, Who
from bot.knowledge.view import block_keys
from bot.knowledge.writing import Row

UP = Film(id="up-2009", title="Up", year=2009, runtime=96, directors=("Pete Docter",), genres=("Comedy",), popularity=9)
OURS = Film(
    id="our-holiday-2020",
    title="Our Holiday",
    year=2020,
    directors=("Zelda Quux",),
    genres=("Home Video",),
    keywords=("secret picnic",),
    cast=(Role(name="Pete Docter", character="Uncle Bumble"),),
    popularity=50,
)
A, B = 111_111_111_111_111_111, 222_222_222_222_222_222


@pytest.fixture(autouse=True)
async def _films(catalogue: Catalogue) -> None:
    async with catalogue.edits.batch() as batch:
        await batch.put([UP, Film(title="Brave", genres=("Adventure",))])


async def put(view: Catalogue, film: Film | None, film_id: str) -> None:
    await view.edits.apply([Change(film, film_id, (await view.standing(film_id)).version)], "ann")


async def every_word(view: Catalogue) -> str:
    """All that can be got out of a catalogue, by every way there is."""
    search = Search(Films())
    said: list[object] = [
        [film async for film in view.all()],
        [film async for film in view.own()],
        await view.count(),
        await view.genres(),
        await view.words(("genre", "keyword", "theme", "country", "language", "certificate")),
        await view.complete(""),
        await view.complete("our"),
        await view.complete_people("zel"),
        await view.complete_people("pet"),
        await view.find("our holiday"),
        await view.find("our-holiday-2020"),
        await view.find_people("zelda quux"),
        await view.named(["our holiday", "zelda quux", "home video", "secret picnic", "bumble", "pete docter"]),
        await view.surnamed(["quux", "docter"]),
        await view.ids_starting("o"),
        await view.keys(["our-holiday-2020", "up-2009"]),
        await view.refs(range(-30_000, 10)),
        [await view.films_of(person) for person in range(10)],
        await view.playing("bumble"),
        await view.like("home vidio"),
        sorted({repr(await view.pick(None, None)) for _ in range(40)}),
        await view.pick("Home Video", None),
        await view.film("our-holiday-2020"),
        await view.standing("our-holiday-2020"),
        [await view.search(search.then(*steps)) for steps in ((), (Who((Job.DIRECTOR, Job.CAST)),))],
        [await view.search(Search(Films(), (), wanted)) for wanted in Wanted],
        await view.search(Search(Films(tuple(range(-30_000, 0))))),
        await view.search(Search(People(tuple(range(10))))),
        await view.search(search.then(Of(("genre",), ("Home Video",)))),
        await view.edits.history("our-holiday-2020"),
        await view.edits.recent(),
        await view.edits.removed(),
    ]
    return repr(said)


async def test_no_server_sees_or_infers_what_another_has(catalogue: Catalogue) -> None:
    ours, theirs = catalogue.of(A), catalogue.of(B)
    before = [await every_word(view) for view in (catalogue, theirs)]
    await put(ours, OURS, "our-holiday-2020")
    await put(ours, with_field(UP, "runtime", 100), "up-2009")
    await put(ours, None, "brave")
    assert [await every_word(view) for view in (catalogue, theirs)] == before
    seen = await every_word(ours)
    for words in ("Our Holiday", "Zelda Quux", "Home Video", "secret picnic", "bumble", "runtime=100"):
        assert words in seen
    assert "Brave" not in seen.replace("Film(id='brave'", "").split("Action.REMOVE")[0]


async def test_a_server_finds_its_own_films_and_people_beside_the_shared(catalogue: Catalogue) -> None:
    view = catalogue.of(A)
    assert (await view.find("our holiday")).fits == 0
    await put(view, OURS, "our-holiday-2020")
    assert (await view.find("our holliday")).films[0].id == "our-holiday-2020"
    assert (await view.find("up")).films[0].id == "up-2009"
    assert (await view.find_people("zelda quux")).people[0].name == "Zelda Quux"
    docter = (await view.find_people("pete docter")).people[0]
    assert {credit.film.id for credit in await view.films_of(docter.key)} == {"up-2009", "our-holiday-2020"}
    assert (await view.complete(""))[0].id == "our-holiday-2020"
    assert await view.count() == 3


async def test_a_server_edits_a_copy_of_a_shared_film(catalogue: Catalogue) -> None:
    view = catalogue.of(A)
    assert not (await view.standing("up-2009")).own
    await put(view, Film(id="up-2009", title="Upwards", year=2009, directors=("Zelda Quux",)), "up-2009")
    assert (await view.standing("up-2009")).own
    assert (await view.find("upwards")).films[0].id == "up-2009"
    assert (await view.find("up")).films[0].title == "Upwards"
    assert not (await view.find_people("pete docter")).fits
    assert [film.id async for film in view.own()] == ["up-2009"]
    assert await view.count() == 2
    assert (await catalogue.find("up")).films[0].title == "Up"
    await view.edits.undo("up-2009", "ann")
    assert not (await view.standing("up-2009")).own
    assert (await view.find("up")).films[0].title == "Up"
    assert (await view.find_people("pete docter")).people[0].name == "Pete Docter"
    assert not (await view.find("upwards")).films or (await view.find("upwards")).films[0].title == "Up"


async def test_what_a_server_does_not_correct_follows_the_shared_base(catalogue: Catalogue) -> None:
    view = catalogue.of(A)
    await put(view, with_field(UP, "runtime", 100), "up-2009")
    await put(catalogue, with_field(UP, "genres", ["Adventure"]), "up-2009")
    assert await view.film("up-2009") == with_field(UP, "runtime", 100)
    await view.edits.undo("up-2009", "ann")
    assert await view.film("up-2009") == with_field(UP, "genres", ["Adventure"])
    await put(catalogue, UP, "up-2009")
    assert await view.film("up-2009") == UP
    assert [edit.n for edit in await view.edits.history("up-2009")] == [2, 1]


async def test_a_server_removes_a_shared_film_for_itself_and_restores_it(catalogue: Catalogue) -> None:
    view = catalogue.of(A)
    assert (await view.find("up")).fits
    await put(view, None, "up-2009")
    assert await view.film("up-2009") is None
    assert not (await view.find("up")).fits
    assert not (await view.find_people("pete docter")).fits
    assert await view.count() == 1
    assert (await catalogue.find("up")).fits
    await put(catalogue, with_field(UP, "runtime", 97), "up-2009")
    assert await view.film("up-2009") is None
    await view.edits.restore("up-2009", "ann")
    assert await view.film("up-2009") == with_field(UP, "runtime", 97)
    assert (await view.find("up")).fits


async def test_a_server_restores_a_film_that_the_shared_base_has_removed_since(catalogue: Catalogue) -> None:
    view = catalogue.of(A)
    await put(view, None, "up-2009")
    await put(catalogue, None, "up-2009")
    await view.edits.restore("up-2009", "ann")
    assert await view.film("up-2009") == UP
    assert await catalogue.film("up-2009") is None


async def test_a_shared_film_that_comes_later_stays_behind_the_servers_own(catalogue: Catalogue) -> None:
    view = catalogue.of(A)
    await put(view, OURS, "our-holiday-2020")
    await put(catalogue, Film(title="Our Holiday", year=2020, directors=("Somebody",)), "our-holiday-2020")
    assert await view.film("our-holiday-2020") == OURS
    assert [film.id for film in (await view.find("our holiday")).films] == ["our-holiday-2020"]
    assert not (await view.find_people("somebody")).fits
    await put(view, None, "our-holiday-2020")
    assert await view.film("our-holiday-2020") is None
    assert not (await view.find("our holiday")).fits


async def test_the_home_server_and_direct_messages_have_the_shared_base(url: str, tmp_path: Path) -> None:
    async with open_catalogue(url, tmp_path, home=A) as catalogue:
        assert catalogue.of(A) is catalogue.of(None) is catalogue.of(0) is catalogue
        assert catalogue.of(B).of(None) is catalogue
        await put(catalogue.of(A), OURS, "our-holiday-2020")
        assert await catalogue.of(B).film("our-holiday-2020") == OURS


async def test_a_server_draws_its_own_films_too(catalogue: Catalogue) -> None:
    view = catalogue.of(A)
    await put(view, OURS, "our-holiday-2020")
    drawn = {film.id for film in [await view.pick(None, None) for _ in range(80)] if film}
    assert drawn == {"up-2009", "brave", "our-holiday-2020"}


async def test_a_server_that_has_no_room_for_more_is_told_so(catalogue: Catalogue) -> None:
    view = catalogue.of(A)
    async with view.edits.transaction() as writing:
        last = block_keys(await writing.block(A))[1]
        row = Row(last, "our-holiday-2020", "our-holiday-2020", server=A)
        row.film = OURS
        await writing.write([row])
    with pytest.raises(EditError, match="10,000 entries of its own"):
        await put(view, None, "brave")
    assert await view.count() == 3
    await put(view, with_field(OURS, "runtime", 90), "our-holiday-2020")


async def test_who_worked_with_both_of_two_is_told_from_the_films_that_are_seen(catalogue: Catalogue) -> None:
    def together(title: str, *names: str) -> Film:
        return Film(id=title.lower(), title=title, runtime=91, cast=tuple(Role(name=name) for name in names))

    async with catalogue.edits.batch() as batch:
        await batch.put([together("One", "Ann", "Zoe"), together("Two", "Bob", "Zoe"), together("Three", "Ann", "Wim")])
    await put(catalogue.of(A), together("Ours", "Bob", "Wim"), "ours")
    cast = (Job.CAST,)
    keys = {one.normal: one.key for one in await catalogue.named(["ann", "bob"])}
    with_ann = Search(People((keys["ann"],)), (Did(cast), Who(cast)), without_start=True)
    both = with_ann.then(Alongside((keys["bob"],), cast, cast))
    assert (await catalogue.search(both)).values == ("Zoe",)
    assert (await catalogue.of(A).search(both)).values == ("Wim", "Zoe")
    average = Search(People((keys["ann"],)), (Did(cast),), Wanted.AVERAGE)
    assert (await catalogue.search(average)).values == (91,)
