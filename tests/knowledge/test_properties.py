"""What holds of any sequence of edits, found out by trying many."""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import BotError
from bot.knowledge.catalogue import Catalogue, open_catalogue
from bot.knowledge.changes import Change, EditError
from bot.knowledge.film import Film
from tests.knowledge.alike import answers, films

SERVER, OTHER = 111_111_111_111_111_111, 222_222_222_222_222_222

steps = st.tuples(
    st.sampled_from([0, SERVER, OTHER]),
    st.sampled_from(["add", "edit", "edit", "remove", "restore", "undo", "undo one", "back", "import"]),
    st.integers(0, 5),
    films,
)
"""An edit: by whom, what, of which film or to which version, and what the film shall be."""

Property = Callable[[Catalogue], Coroutine[Any, Any, None]]


def holds(work: Property) -> None:
    """Run a property on an empty catalogue."""

    async def run(folder: str) -> None:
        async with open_catalogue(f"{folder}/films.db") as catalogue:
            await work(catalogue)

    with TemporaryDirectory() as folder:
        asyncio.run(run(folder))


async def take(catalogue: Catalogue, step: tuple[int, str, int, Film]) -> None:
    """Make one edit, if it can be made."""
    server, what, n, film = step
    view = catalogue.of(server)
    ids = sorted({film.id or "" async for film in view.all()} | {edit.film_id for edit in await view.edits.recent(50)})
    film_id = ids[n % len(ids)] if ids else "none"
    stands = await view.standing(film_id)
    with suppress(BotError):
        match what:
            case "add":
                await view.edits.apply([Change(film)], "ann")
            case "edit" if stands.film:
                await view.edits.apply([Change(film, film_id, stands.version)], "ann")
            case "remove":
                await view.edits.apply([Change(None, film_id, stands.version)], "ann")
            case "restore":
                await view.edits.restore(film_id, "ann")
            case "undo":
                await view.edits.undo(film_id, "ann")
            case "undo one":
                await view.edits.undo(film_id, "ann", n)
            case "back":
                await view.edits.back(film_id, "ann", n)
            case "import":
                await view.edits.apply([plan.change for plan in await view.edits.plan([film])], "ann")


PATIENT = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])


@PATIENT
@given(start=st.lists(films, max_size=3), edits=st.lists(steps, max_size=8))
def test_undoing_all_edits_gives_the_catalogue_they_began_with(
    start: list[Film], edits: list[tuple[int, str, int, Film]]
) -> None:
    async def work(catalogue: Catalogue) -> None:
        async with catalogue.edits.batch() as batch:
            await batch.put(start)
        views = [catalogue, catalogue.of(SERVER), catalogue.of(OTHER)]
        before = [await answers(view) for view in views]
        for edit in edits:
            await take(catalogue, edit)
        for view in views:
            for film_id in {edit.film_id for edit in await view.edits.recent(1000)}:
                with suppress(EditError):
                    while True:
                        await view.edits.undo(film_id, "ann")
        for view, stood in zip(views, before, strict=True):
            assert await answers(view) == stood

    holds(work)


@PATIENT
@given(start=st.lists(films, max_size=3), edits=st.lists(steps, max_size=8))
def test_a_server_sees_what_a_catalogue_of_its_own_would_hold(
    start: list[Film], edits: list[tuple[int, str, int, Film]]
) -> None:
    async def work(catalogue: Catalogue) -> None:
        async with catalogue.edits.batch() as batch:
            await batch.put(start)
        for edit in edits:
            await take(catalogue, edit)
            for server in (0, SERVER, OTHER):
                await catalogue.of(server).find("up")  # brings its indexes up to this edit
        for server in (0, SERVER, OTHER):
            view = catalogue.of(server)
            with TemporaryDirectory() as folder:
                async with open_catalogue(f"{folder}/alone.db", Path(folder)) as alone:
                    async with alone.edits.batch() as batch:
                        await batch.put([film async for film in view.all()])
                    assert await answers(view) == await answers(alone)

    holds(work)
