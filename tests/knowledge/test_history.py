"""Editing with history: changes, versions, undoing, on both kinds of database."""

import pytest

from bot.knowledge.batch import FileState
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.changes import Action, Change, Difference, Edit, EditError, StaleError, differences, with_field
from bot.knowledge.film import Film, Role
from bot.knowledge.placing import Outcome

UP = Film(title="Up", year=2009, runtime=96, directors=("Pete Docter",), genres=("Comedy",))
ID = "up-2009"
SERVER = 2**62


async def add(view: Catalogue, *films: Film) -> tuple[Edit, ...]:
    return await view.edits.apply([Change(film) for film in films], "ann")


async def change(view: Catalogue, film: Film | None, film_id: str = ID) -> Edit:
    version = (await view.standing(film_id)).version
    (edit,) = await view.edits.apply([Change(film, film_id, version)], "ann")
    return edit


async def actions(view: Catalogue, film_id: str = ID) -> list[tuple[int, Action]]:
    return [(edit.n, edit.action) for edit in await view.edits.history(film_id)]


@pytest.fixture(params=[0, SERVER], ids=["shared", "server"])
def view(request: pytest.FixtureRequest, catalogue: Catalogue) -> Catalogue:
    return catalogue.of(request.param)


async def test_every_edit_is_in_the_history_with_what_stood_before_and_after(view: Catalogue) -> None:
    (added,) = await add(view, UP)
    longer = UP.identified(ID).model_copy(update={"runtime": 97})
    await change(view, longer)
    renamed = longer.model_copy(update={"title": "Up, Up"})
    await change(view, renamed)
    await change(view, None)
    restored = await view.edits.restore(ID, "bob")
    assert await actions(view) == [
        (5, Action.RESTORE), (4, Action.REMOVE), (3, Action.RENAME), (2, Action.EDIT), (1, Action.ADD),
    ]  # fmt: skip
    edits = await view.edits.history(ID)
    assert [(edit.before, edit.after) for edit in reversed(edits)] == [
        (None, UP.identified(ID)), (UP.identified(ID), longer), (longer, renamed), (renamed, None), (None, renamed),
    ]  # fmt: skip
    assert (edits[0], edits[-1]) == (restored, added)
    assert {edit.by for edit in edits} == {"ann", "bob"}
    assert await view.film(ID) == renamed
    assert [edit.n for edit in await view.edits.history(ID, before=4, limit=2)] == [3, 2]
    assert [edit.n for edit in await view.edits.recent(2, skip=1)] == [4, 3]


async def test_a_renamed_film_is_found_by_its_new_title_under_its_old_id(view: Catalogue) -> None:
    await add(view, UP)
    await change(view, UP.identified(ID).model_copy(update={"title": "Balloons"}))
    assert (await view.find("balloons")).films[0].id == ID
    assert not (await view.find("up")).fits


async def test_an_edit_made_on_a_version_that_has_changed_is_refused_with_what_stands(view: Catalogue) -> None:
    await add(view, UP)
    old = (await view.standing(ID)).version
    newer = UP.identified(ID).model_copy(update={"runtime": 97})
    await change(view, newer)
    for mine in (UP.model_copy(update={"year": 2010}), None):
        with pytest.raises(StaleError, match=r"Up \(2009\) has changed since you began") as refused:
            await view.edits.apply([Change(mine, ID, old)], "bob")
        assert (refused.value.film, refused.value.version) == (newer, (await view.standing(ID)).version)
    await change(view, None)
    with pytest.raises(StaleError, match="has been removed"):
        await view.edits.apply([Change(UP, ID, old)], "bob")
    assert await view.film(ID) is None


async def test_many_changes_are_made_all_or_none(view: Catalogue) -> None:
    await add(view, UP)
    version = (await view.standing(ID)).version
    changes = [Change(Film(title="Brave")), Change(UP.model_copy(update={"runtime": 97}), ID, version)]
    with pytest.raises(StaleError):
        await view.edits.apply([*changes, Change(None, "cars-2006", "0123456789abcdef")], "ann")
    with pytest.raises(EditError, match="twice"):
        await view.edits.apply([*changes, changes[1]], "ann")
    assert await view.count() == 1
    assert await actions(view) == [(1, Action.ADD)]
    edits = await view.edits.apply(changes, "ann", Action.IMPORT)
    assert [(edit.film_id, edit.n, edit.action) for edit in edits] == [
        ("brave", 1, Action.IMPORT), (ID, 2, Action.IMPORT),
    ]  # fmt: skip


async def test_a_change_that_changes_nothing_leaves_no_trace(view: Catalogue) -> None:
    await add(view, UP)
    version = (await view.standing(ID)).version
    assert await view.edits.apply([Change(UP, ID, version)], "ann") == ()
    assert await actions(view) == [(1, Action.ADD)]


async def test_new_films_of_one_title_and_year_get_ids_of_their_own(view: Catalogue) -> None:
    edits = await add(view, UP, UP.model_copy(update={"directors": ("Another",)}))
    assert [edit.film_id for edit in edits] == [ID, f"{ID}-2"]
    assert (await add(view, UP))[0].film_id == f"{ID}-3"


async def test_undoing_steps_back_change_by_change(view: Catalogue) -> None:
    await add(view, UP)
    first = UP.identified(ID)
    await change(view, first.model_copy(update={"runtime": 97}))
    await change(view, first.model_copy(update={"runtime": 98}))
    runtimes = []
    for _ in range(3):
        await view.edits.undo(ID, "ann")
        film = await view.film(ID)
        runtimes.append(film.runtime if film else None)
    assert runtimes == [97, 96, None]
    assert [edit.undoes for edit in await view.edits.history(ID, limit=3)] == [1, 2, 3]
    with pytest.raises(EditError, match="nothing more to undo"):
        await view.edits.undo(ID, "ann")


async def test_an_undoing_can_be_undone(view: Catalogue) -> None:
    await add(view, UP)
    longer = UP.identified(ID).model_copy(update={"runtime": 97})
    await change(view, longer)
    undoing = await view.edits.undo(ID, "ann")
    await view.edits.undo(ID, "ann", undoing.n)
    assert await view.film(ID) == longer
    assert (await view.edits.undo(ID, "ann")).undoes == 2


async def test_an_older_edit_is_undone_alone_unless_it_was_overwritten(view: Catalogue) -> None:
    await add(view, UP)
    film = with_field(UP.identified(ID), "runtime", 97)
    await change(view, film)
    await change(view, with_field(film, "genres", ["Adventure"]))
    await view.edits.undo(ID, "ann", 2)
    assert await view.film(ID) == with_field(UP.identified(ID), "genres", ["Adventure"])
    with pytest.raises(StaleError, match="changed there again"):
        await view.edits.undo(ID, "ann", 2)
    with pytest.raises(StaleError):
        await view.edits.undo(ID, "ann", 1)
    with pytest.raises(EditError, match="nothing to undo"):
        await view.edits.undo(ID, "ann", 99)


async def test_a_film_goes_back_to_any_version_and_that_can_be_undone(view: Catalogue) -> None:
    await add(view, UP)
    film = UP.identified(ID)
    for runtime in (97, 98, 99):
        await change(view, with_field(film, "runtime", runtime))
    await view.edits.back(ID, "ann", 2)
    assert await view.film(ID) == with_field(film, "runtime", 97)
    await view.edits.back(ID, "ann", 0)
    assert await view.film(ID) is None
    await view.edits.undo(ID, "ann")
    assert await view.film(ID) == with_field(film, "runtime", 97)
    with pytest.raises(EditError, match="already"):
        await view.edits.back(ID, "ann", 2)
    with pytest.raises(EditError, match="no version 99"):
        await view.edits.back(ID, "ann", 99)


async def test_only_what_is_removed_can_be_restored(view: Catalogue) -> None:
    await add(view, UP, Film(title="Brave"))
    with pytest.raises(EditError, match="not removed"):
        await view.edits.restore(ID, "ann")
    with pytest.raises(EditError, match="add it anew"):
        await view.edits.restore("cars-2006", "ann")
    await change(view, None)
    await change(view, None, "brave")
    assert [edit.film_id for edit in await view.edits.removed()] == ["brave", ID]
    await view.edits.restore("brave", "ann")
    assert [edit.film_id for edit in await view.edits.removed()] == [ID]


async def test_an_import_is_tried_first_and_then_made(view: Catalogue) -> None:
    await add(view, UP)
    films = [
        Film(title="Up", year=2009, runtime=97, directors=("Pete Docter",)),
        Film(title="Brave"),
        Film(title="Up", year=2009, directors=("Somebody Else",)),
    ]
    plan = await view.edits.plan(films)
    assert await view.count() == 1
    assert [(p.outcome, p.change.id, p.before) for p in plan] == [
        (Outcome.CHANGED, ID, UP.identified(ID)), (Outcome.ADDED, "brave", None), (Outcome.ADDED, f"{ID}-2", None),
    ]  # fmt: skip
    await view.edits.apply([p.change for p in plan], "ann", Action.IMPORT)
    assert await view.film(ID) == with_field(UP.identified(ID), "runtime", 97)
    assert {p.outcome for p in await view.edits.plan(films)} == {Outcome.UNCHANGED}
    with pytest.raises(StaleError):
        await view.edits.apply([p.change for p in plan], "ann", Action.IMPORT)


async def test_an_edited_entry_of_the_films_folder_stays_until_its_file_changes(catalogue: Catalogue) -> None:
    async def read(film: Film, digest: str) -> list[Outcome]:
        async with catalogue.edits.batch() as batch:
            return await batch.put_files([(film.identified(ID), FileState(f"{ID}.yaml", 1, 2**62, digest))])

    await read(UP, "first")
    edited = with_field(UP.identified(ID), "runtime", 97)
    await change(catalogue, edited)
    assert await read(UP, "the same read by other rules") == [Outcome.UNCHANGED]
    assert await catalogue.film(ID) == edited
    changed = with_field(UP, "genres", ["Adventure"])
    assert await read(changed, "second") == [Outcome.CHANGED]
    assert await catalogue.film(ID) == changed.identified(ID)
    newest = (await catalogue.edits.history(ID))[0]
    assert (newest.action, newest.by, newest.before, newest.after) == (
        Action.FILE, None, edited, changed.identified(ID),
    )  # fmt: skip
    await catalogue.edits.undo(ID, "ann")
    assert await catalogue.film(ID) == edited
    async with catalogue.edits.batch() as batch:
        await batch.remove_files([f"{ID}.yaml"])
    assert (await catalogue.edits.history(ID))[0].after is None
    await catalogue.edits.restore(ID, "ann")
    assert await catalogue.film(ID) == edited


async def test_a_file_that_goes_and_comes_back_by_another_name_keeps_the_edits_and_the_history(
    catalogue: Catalogue,
) -> None:
    async def read(name: str, moved: dict[str, str]) -> list[Outcome]:
        async with catalogue.edits.batch() as batch:
            film = UP.identified(name)
            return await batch.put_files([(film, FileState(f"{name}.yaml", 1, 2**62, "digest"))], moved)

    await read(ID, {})
    view = catalogue.of(SERVER)
    await change(catalogue, with_field(UP.identified(ID), "runtime", 97))
    await change(view, with_field(UP.identified(ID), "runtime", 98))
    assert await read("up", {"up.yaml": f"{ID}.yaml"}) == [Outcome.UNCHANGED]
    assert await catalogue.film(ID) is None
    assert await catalogue.film("up") == with_field(UP.identified("up"), "runtime", 97)
    assert await view.film("up") == with_field(UP.identified("up"), "runtime", 98)
    assert (await actions(catalogue, "up"), await actions(view, "up")) == ([(1, Action.EDIT)], [(1, Action.EDIT)])
    async with catalogue.edits.batch() as batch:
        assert await batch.remove_files(["up.yaml"]) == [Outcome.REMOVED]
    assert await read("up", {}) == [Outcome.ADDED]
    assert await catalogue.film("up") == with_field(UP.identified("up"), "runtime", 97)
    assert (await catalogue.edits.undo("up", "ann")).undoes == 1, "not the coming back"
    assert await catalogue.film("up") == UP.identified("up")


async def test_films_that_nobody_edited_have_no_history(catalogue: Catalogue) -> None:
    for runtime in (96, 97):
        async with catalogue.edits.batch() as batch:
            await batch.put([with_field(UP, "runtime", runtime)])
    assert await catalogue.edits.history(ID) == ()


def test_films_differ_field_by_field() -> None:
    other = UP.model_copy(update={"runtime": 97, "directors": (), "cast": (Role(name="Ed Asner", character="Carl"),)})
    assert differences(UP.identified(ID), other) == (
        Difference("runtime", 96, 97),
        Difference("directors", ("Pete Docter",), None),
        Difference("cast", None, ({"name": "Ed Asner", "character": "Carl"},)),
    )
    assert [d.field for d in differences(None, Film(title="Up"))] == ["title"]
