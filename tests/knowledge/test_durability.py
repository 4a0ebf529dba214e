"""Edits survive what happens to the process, the disk and the connection: all of an edit is there, or nothing."""

import asyncio
import os
import random
import signal
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import event, text

from bot.errors import CatalogueError
from bot.knowledge import database as module
from bot.knowledge.catalogue import Catalogue, open_catalogue
from bot.knowledge.changes import Change, with_field
from bot.knowledge.film import Film
from bot.knowledge.library import FRESH_FOR

SERVER = 111_111_111_111_111_111
KILLS = {"sqlite": 50, "postgresql": 10}
"""In a server's database an edit does not depend on the process that asked for it."""

MODERATOR = """
import asyncio, os, sys
from pathlib import Path
from bot.knowledge.catalogue import open_catalogue
from bot.knowledge.changes import Change
from bot.knowledge.film import Film
import sqlalchemy.dialects.postgresql.asyncpg, asyncpg

def tell(*words):
    os.write(1, (" ".join(map(str, words)) + chr(10)).encode())  # at once, or not at all

async def edit_on(url, cache, elsewhere):
    async with open_catalogue(url, Path(cache)) as catalogue:
        while True:
            for server in (0, elsewhere):
                view = catalogue.of(server)
                stands = await view.standing("up-2009")
                runtime = (stands.film.runtime or 0 if stands.film else 0) + 1
                longer = Film(id="up-2009", title="Up", year=2009, runtime=runtime, themes=(f"of {server}",))
                changes = [Change(longer, "up-2009", stands.version), Change(Film(title=f"Film {server} {runtime}"))]
                for edit in await view.edits.apply(changes, "ann"):
                    tell(view.server, edit.film_id, edit.n, edit.after.runtime or 0)

for line in sys.stdin:
    if not (child := os.fork()):
        asyncio.run(edit_on(*sys.argv[1:3], int(sys.argv[3])))
    tell("child", child)
    os.waitpid(child, 0)
    tell("dead")
"""
"""Begins to edit, and tells of every edit that is acknowledged, as often as it is asked to."""


@pytest.fixture
def moderator(url: str, tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-c", MODERATOR, url, str(tmp_path), str(SERVER)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "bufsize": 1}
    with subprocess.Popen(command, **pipes) as process:  # type: ignore[call-overload]
        yield process
        process.stdin.close()


def edits_until_killed(moderator: "subprocess.Popen[str]", acknowledged: int, pause: float) -> Iterator[list[str]]:
    """The edits acknowledged by a process that is killed a moment after so many of them."""
    assert moderator.stdin
    assert moderator.stdout
    moderator.stdin.write("edit\n")
    child = int(moderator.stdout.readline().split()[1])
    while (words := moderator.stdout.readline().split()) != ["dead"]:
        assert words, "the process ended by itself"
        yield words
        acknowledged -= 1
        if acknowledged == 0:
            signal.sigtimedwait([], pause)
            os.kill(child, signal.SIGKILL)


async def test_every_acknowledged_edit_survives_a_process_killed_at_any_moment(
    catalogue: Catalogue, moderator: "subprocess.Popen[str]", url: str
) -> None:
    kills = KILLS[url.partition(":")[0]]
    chance = random.Random(2012)
    told: defaultdict[tuple[int, str], dict[int, int]] = defaultdict(dict)
    for _ in range(kills):
        for words in edits_until_killed(moderator, chance.randint(1, 6), chance.random() / 50):
            told[int(words[0]), words[1]][int(words[2])] = int(words[3])
    await asyncio.sleep(FRESH_FOR + 0.1)
    for server in (0, SERVER):
        view = catalogue.of(server)
        for film_id in {edit.film_id for edit in await view.edits.recent(limit=100_000)}:
            edits = list(reversed(await view.edits.history(film_id, limit=100_000)))
            assert [edit.n for edit in edits] == list(range(1, len(edits) + 1))
            for n, runtime in told[server, film_id].items():
                after = edits[n - 1].after
                assert after
                assert (after.runtime or 0) == runtime
            for earlier, later in pairwise(edits):
                assert later.before == earlier.after or later.before_shared
            assert await view.film(film_id) == edits[-1].after
        last = (await view.edits.history("up-2009"))[0].after
        assert last
        other = f"film-{server}-{last.runtime}"
        assert len(await view.edits.history(other)) == 1, "one half of an edit without the other"
        assert (await view.find(f"film {server} {last.runtime}")).films[0].id == other
    assert len(told) > kills // 2


async def test_a_second_process_sees_an_edit_within_two_seconds(
    catalogue: Catalogue, moderator: "subprocess.Popen[str]"
) -> None:
    views = [catalogue, catalogue.of(SERVER)]
    assert [(await view.find("up")).fits for view in views] == [0, 0]
    list(edits_until_killed(moderator, 4, 0))
    await asyncio.sleep(2)
    for view in views:
        assert (await view.find("up")).films[0].id == "up-2009"
        assert (await view.find(f"film {view.server} 1")).fits
        assert await view.film("up-2009")


UP = Film(id="up-2009", title="Up", year=2009, runtime=96)


async def unchanged(view: Catalogue) -> None:
    """Check that only the adding of one film has happened."""
    assert await view.film("up-2009") == UP
    assert [edit.n for edit in await view.edits.recent()] == [1]
    assert await view.count() == 1


@pytest.fixture(params=[0, SERVER], ids=["shared", "server"])
async def view(request: pytest.FixtureRequest, catalogue: Catalogue) -> Catalogue:
    await catalogue.of(request.param).edits.apply([Change(UP)], "ann")
    return catalogue.of(request.param)


async def change(view: Catalogue, film: Film = with_field(UP, "runtime", 97)) -> None:  # noqa: B008 - frozen
    await view.edits.apply([Change(film, "up-2009", (await view.standing("up-2009")).version)], "ann")


async def test_a_lost_connection_is_said_in_a_sentence_and_changes_nothing(view: Catalogue, url: str) -> None:
    if not url.startswith("postgresql"):
        pytest.skip("an SQLite file has no connection to lose")
    with pytest.raises(CatalogueError, match="the connection to it was lost"):
        async with view.edits.transaction() as writing:
            stands = await view.standing("up-2009")
            await view.edits.make(writing, [Change(with_field(UP, "runtime", 97), "up-2009", stands.version)], "ann")
            own = await writing.connection.scalar(text("SELECT pg_backend_pid()"))
            await view.library.database.scalar(text(f"SELECT pg_terminate_backend({own})"))
    await unchanged(view)
    await change(view)


async def test_a_database_that_another_holds_is_said_in_a_sentence_and_changes_nothing(
    view: Catalogue, url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "WAIT_FOR_WRITER", 0.1)
    async with open_catalogue(url, tmp_path / "other") as other:
        async with view.edits.transaction():
            with pytest.raises(CatalogueError, match=r"another program is holding it.*Nothing was changed"):
                await change(other.of(view.server))
        await unchanged(view)
        await change(other.of(view.server))


async def test_a_full_disk_is_said_in_a_sentence_and_changes_nothing(view: Catalogue, url: str) -> None:
    if not url.startswith("sqlite"):
        pytest.skip("the disk of a server is not ours to fill")
    engine = view.library.database.engine.sync_engine

    @event.listens_for(engine, "begin")
    def _fill(connection) -> None:  # type: ignore[no-untyped-def]
        connection.exec_driver_sql("PRAGMA max_page_count = 1")  # which is: as many as there are

    with pytest.raises(CatalogueError, match="the disk is full"):
        for n in range(100):  # until the free room in the pages there are is used up
            await view.edits.apply([Change(Film(title=f"Film {n}", summary="word " * 1500))], "ann")
    stood = {edit.film_id for edit in await view.edits.recent(limit=200)}
    assert stood == {film.id async for film in view.all()}
    with pytest.raises(CatalogueError, match="the disk is full"):
        await change(view, with_field(UP, "summary", "word " * 1500))
    assert await view.film("up-2009") == UP
    event.remove(engine, "begin", _fill)
    async with view.edits.transaction() as writing:
        await writing.connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    await change(view)
