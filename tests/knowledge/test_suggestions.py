"""Suggestions from being made to being decided, on both kinds of database."""

import pytest
from pydantic import ValidationError

from bot.errors import CatalogueError
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.changes import Action, Change, StaleError, with_field
from bot.knowledge.film import Film, Role
from bot.knowledge.suggestion import State, SuggestionError
from bot.knowledge.suggestions import MOST_A_DAY, MOST_OPEN, Suggestions

A, B = 111_111_111_111_111_111, 222_222_222_222_222_222
UP = Film(id="up-2009", title="Up", year=2009, runtime=96)


@pytest.fixture(autouse=True)
async def _films(catalogue: Catalogue) -> None:
    async with catalogue.edits.batch() as batch:
        await batch.put([UP])


@pytest.fixture
def suggestions(catalogue: Catalogue) -> Suggestions:
    return Suggestions(catalogue, A)


async def version(catalogue: Catalogue) -> str | None:
    return (await catalogue.of(A).standing("up-2009")).version


async def test_an_approved_suggestion_is_an_edit_of_that_server(catalogue: Catalogue, suggestions: Suggestions) -> None:
    cast = [{"name": "Ed Asner", "character": "Carl"}]
    made = await suggestions.add("up-2009", await version(catalogue), "cast", cast, "5")
    assert await suggestions.open() == (made,)
    await suggestions.shown(made.n, 2**60, 2**61)
    edit = await suggestions.approve(made.n, "7")
    assert edit
    assert (edit.action, edit.by) == (Action.APPROVE, "7")
    film = await catalogue.of(A).film("up-2009")
    assert film
    assert film.cast == (Role(name="Ed Asner", character="Carl"),)
    assert await catalogue.film("up-2009") == UP
    assert await suggestions.open() == ()
    decided = await suggestions.get(made.n)
    assert decided
    assert (decided.state, decided.decided_by, decided.by) == (State.APPROVED, "7", "5")
    assert (decided.channel, decided.message) == (2**60, 2**61)


async def test_a_suggestion_is_decided_once(catalogue: Catalogue, suggestions: Suggestions) -> None:
    made = await suggestions.add("up-2009", await version(catalogue), "runtime", 97, "5")
    rejected = await suggestions.reject(made.n, "7", "It runs 96 minutes.")
    assert (rejected.state, rejected.reason) == (State.REJECTED, "It runs 96 minutes.")
    for decide in (suggestions.approve(made.n, "8"), suggestions.reject(made.n, "8", "")):
        with pytest.raises(SuggestionError, match="rejected already") as refused:
            await decide
        assert refused.value.suggestion == rejected
    assert await catalogue.of(A).film("up-2009") == UP


async def test_one_made_on_a_version_that_has_changed_says_so(catalogue: Catalogue, suggestions: Suggestions) -> None:
    view = catalogue.of(A)
    made = await suggestions.add("up-2009", await version(catalogue), "runtime", 97, "5")
    newer = with_field(UP, "runtime", 98)
    await view.edits.apply([Change(newer, "up-2009", await version(catalogue))], "7")
    with pytest.raises(StaleError, match="since this was suggested") as refused:
        await suggestions.approve(made.n, "7")
    assert (refused.value.film, refused.value.version) == (newer, await version(catalogue))
    assert (await suggestions.open())[0].n == made.n
    edited = with_field(newer, "runtime", 99)
    edit = await suggestions.approve(made.n, "7", Change(edited, "up-2009", refused.value.version))
    assert edit
    assert await view.film("up-2009") == edited


async def test_another_field_may_have_changed_since(catalogue: Catalogue, suggestions: Suggestions) -> None:
    view = catalogue.of(A)
    made = await suggestions.add("up-2009", await version(catalogue), "runtime", 97, "5")
    newer = with_field(UP, "genres", ["Animation"])
    await view.edits.apply([Change(newer, "up-2009", await version(catalogue))], "7")
    assert await suggestions.approve(made.n, "7")
    assert await view.film("up-2009") == with_field(newer, "runtime", 97)


async def test_an_edit_that_is_refused_leaves_the_suggestion_open(
    catalogue: Catalogue, suggestions: Suggestions
) -> None:
    made = await suggestions.add("up-2009", await version(catalogue), "runtime", 97, "5")
    with pytest.raises(StaleError):
        await suggestions.approve(made.n, "7", Change(UP, "up-2009", "0123456789abcdef"))
    assert (await suggestions.open())[0].state is State.OPEN


async def test_what_a_field_cannot_hold_cannot_be_suggested(catalogue: Catalogue, suggestions: Suggestions) -> None:
    with pytest.raises(ValidationError):
        await suggestions.add("up-2009", await version(catalogue), "runtime", "long", "5")
    with pytest.raises(SuggestionError, match="no longer there"):
        await suggestions.add("brave", None, "runtime", 97, "5")
    assert await suggestions.open() == ()


async def test_a_member_may_have_so_many_open_and_make_so_many_a_day(
    catalogue: Catalogue, suggestions: Suggestions
) -> None:
    now = await version(catalogue)
    for n in range(MOST_OPEN):
        await suggestions.add("up-2009", now, "runtime", 97 + n, "5")
    with pytest.raises(SuggestionError, match="5 of your suggestions still wait"):
        await suggestions.add("up-2009", now, "runtime", 99, "5")
    for n in range(MOST_OPEN, MOST_A_DAY):
        await suggestions.reject((await suggestions.open())[0].n, "7", "no")
        await suggestions.add("up-2009", now, "runtime", 97 + n, "5")
    await suggestions.reject((await suggestions.open())[0].n, "7", "no")
    with pytest.raises(SuggestionError, match="20 suggestions in a day"):
        await suggestions.add("up-2009", now, "runtime", 99, "5")
    await suggestions.add("up-2009", now, "runtime", 99, "6")


async def test_no_server_sees_or_decides_those_of_another(catalogue: Catalogue, suggestions: Suggestions) -> None:
    theirs = Suggestions(catalogue, B)
    made = await suggestions.add("up-2009", await version(catalogue), "runtime", 97, "5")
    assert await theirs.open() == ()
    assert await theirs.get(made.n) is None
    with pytest.raises(SuggestionError, match="no suggestion"):
        await theirs.approve(made.n, "8")
    assert (await theirs.add("up-2009", await version(catalogue), "runtime", 97, "5")).n == made.n == 1


async def test_a_database_that_fails_decides_nothing(catalogue: Catalogue, suggestions: Suggestions) -> None:
    made = await suggestions.add("up-2009", await version(catalogue), "runtime", 97, "5")
    async with catalogue.library.database.writing() as connection:
        await connection.exec_driver_sql("ALTER TABLE history RENAME TO elsewhere")
    with pytest.raises(CatalogueError):
        await suggestions.approve(made.n, "7")
    async with catalogue.library.database.writing() as connection:
        await connection.exec_driver_sql("ALTER TABLE elsewhere RENAME TO history")
    assert await suggestions.open() == (made,)
    assert await catalogue.of(A).film("up-2009") == UP
