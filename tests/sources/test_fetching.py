"""Fetching films from a TMDB of our own on 127.0.0.1: asked once, again when it is busy, told apart when it refuses."""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from bot.errors import SettingsError, SourceError
from bot.sources.fetching import fetched
from bot.sources.problem import Problem
from bot.sources.tmdb_client import Manners, Tmdb, tmdb
from tests.sources.test_tmdb import MADE

KEY = "k" * 32
HASTY = Manners(between=0, pause=0.001, timeout=0.5, attempts=3)
FILMS = {
    113: MADE | {"id": 113, "imdb_id": "tt113", "title": "Dune", "release_date": "1984-12-14"},
    114: MADE | {"id": 114, "imdb_id": "tt114", "title": "Dune", "release_date": "2021-09-15"},
    115: MADE | {"id": 115, "imdb_id": "tt115", "title": "Dune Drifter", "release_date": "2020-11-01"},
}


@dataclass
class Served:
    """A TMDB: what it was asked, and answers it gives before it gives the right one."""

    url: str = ""
    asked: list[web.Request] = field(default_factory=list)
    first: list[Callable[[], web.StreamResponse]] = field(default_factory=list)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request)
        if request.query.get("api_key") != KEY and request.headers.get("Authorization") != f"Bearer {KEY * 2}":
            return web.json_response({"status_code": 7, "status_message": "Invalid"}, status=401)
        if self.first:
            answer = self.first.pop(0)()
            if answer.status == 299:
                await asyncio.sleep(5)
            return answer
        return self._right(request)

    def _right(self, request: web.Request) -> web.StreamResponse:
        _, kind, *rest = request.path.split("/")
        if kind == "movie" and (film := FILMS.get(int(rest[0]))):
            return web.json_response(film)
        if kind == "find":
            return web.json_response({"movie_results": [{"id": 113}] if rest[0] == "tt0087182" else []})
        if kind == "search":
            asked, year = request.query["query"].lower(), request.query.get("year", "")
            found = [f for f in FILMS.values() if asked in f["title"].lower() and f["release_date"].startswith(year)]
            return web.json_response({"results": found})
        return web.json_response({"status_code": 34, "status_message": "Not here."}, status=404)


@pytest.fixture
async def served() -> AsyncIterator[Served]:
    server = Served()
    runner = web.ServerRunner(web.Server(server.answer), shutdown_timeout=0)  # type: ignore[arg-type]
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    server.url = "http://{}:{}/".format(*runner.addresses[0][:2])
    yield server
    await runner.cleanup()


@pytest.fixture
async def client(served: Served) -> AsyncIterator[Tmdb]:
    async with tmdb(KEY, served.url, HASTY) as asked:
        yield asked


async def got(client: Tmdb, *ids: str, titles: tuple[str, ...] = ()) -> list[Any]:
    return [one if isinstance(one, Problem) else json.loads(one)["id"] async for one in fetched(client, ids, titles)]


async def test_films_come_by_number_by_imdb_id_and_by_title(client: Tmdb, served: Served) -> None:
    assert await got(client, "114", "tt0087182", titles=("dune drifter", "Dune (1984)")) == [114, 113, 115, 113]
    assert served.asked[0].query["append_to_response"].startswith("credits,release_dates,alternative_titles,keywords")


async def test_what_is_not_there_is_told_and_the_rest_is_fetched(client: Tmdb) -> None:
    gone, unknown, wrong, several, none, film = await got(
        client, "999", "tt1", "../x", titles=("Dune", "Nothing like it", "Dune (2021)")
    )
    assert str(gone) == "999: is no film TMDB knows; check the number on the film's page there"
    assert str(unknown).startswith("tt1: is no film TMDB knows")
    assert str(wrong) == "../x: is no id; write TMDB's number such as 113947, or IMDb's tt1866249"
    assert str(several).endswith("by its number: 113 Dune (1984), 114 Dune (2021)")
    assert str(none).startswith("Nothing like it: is no film TMDB knows")
    assert film == 114


async def test_a_busy_or_failing_tmdb_is_asked_again(client: Tmdb, served: Served) -> None:
    served.first = [
        lambda: web.Response(status=429, headers={"Retry-After": "0"}),
        lambda: web.Response(status=503),
    ]
    assert await got(client, "113") == [113]
    served.first = [lambda: web.Response(text="<html>"), lambda: web.Response(status=299)]
    assert await got(client, "113") == [113]
    assert len(served.asked) == 6


async def test_the_pause_that_tmdb_asks_for_is_kept(served: Served) -> None:
    served.first = [lambda: web.Response(status=429, headers={"Retry-After": "1"})]
    began = asyncio.get_running_loop().time()
    async with tmdb(KEY, served.url, HASTY) as asked:
        await asked.film("113")
    assert asyncio.get_running_loop().time() - began >= 1


async def test_requests_keep_their_distance(served: Served) -> None:
    began = asyncio.get_running_loop().time()
    async with tmdb(KEY, served.url, Manners(between=0.05)) as asked:
        await asyncio.gather(*(asked.film("113") for _ in range(5)))
    assert asyncio.get_running_loop().time() - began >= 0.2


async def test_a_tmdb_that_never_answers_is_given_up(client: Tmdb, served: Served) -> None:
    served.first = [lambda: web.Response(status=500)] * 3
    with pytest.raises(SourceError, match=r"^TMDB answered 500, 3 times; try again later\.$"):
        await got(client, "113")
    async with tmdb(KEY, "http://127.0.0.1:9", HASTY) as nobody:
        with pytest.raises(SourceError, match="TMDB cannot be reached"):
            await nobody.film("113")


async def test_a_key_that_is_missing_or_refused_is_told(served: Served) -> None:
    with pytest.raises(SettingsError, match="TMDB_API_KEY="):
        async with tmdb(None, served.url):
            pass
    async with tmdb("wrong", served.url, HASTY) as asked:
        with pytest.raises(SettingsError, match="does not accept TMDB_API_KEY"):
            await asked.film("113")
    assert len(served.asked) == 1
    async with tmdb(KEY * 2, served.url, HASTY) as asked:  # a token goes into a header
        assert await asked.film("113")
    assert "api_key" not in served.asked[-1].query


async def test_the_command_adds_what_it_fetched(served: Served, tmp_path: Path) -> None:
    async def filmbot(*arguments: str) -> tuple[int, str, str]:
        options = ["--database", str(tmp_path / "films.db"), "--films", "none"]
        environment = os.environ | {"TMDB_API_KEY": KEY, "TMDB_URL": served.url}
        run = await asyncio.to_thread(
            subprocess.run,
            [sys.executable, "-m", "bot", *options, *arguments],
            env=environment,
            cwd=tmp_path,
            capture_output=True,
            text=True,
        )
        return run.returncode, run.stdout, run.stderr

    assert await filmbot("fetch", "tmdb", "113", "--title", "Dune (2021)") == (0, "TMDB: 2 added, 0 refused.\n", "")
    code, said, problem = await filmbot("fetch", "tmdb", "7", "114")
    assert (code, said) == (1, "TMDB: 0 added, 1 unchanged, 0 refused.\n")
    assert problem.startswith("7: is no film TMDB knows")
    assert await filmbot("fetch", "tmdb", "115", "--to", "kept.jsonl") == (0, "1 films written to kept.jsonl.\n", "")
    assert (await filmbot("import", "kept.jsonl"))[1] == "kept.jsonl: 1 added, 0 refused.\n"
    assert (await filmbot("fetch", "tmdb"))[0] == 2
