"""Asking TMDB for films: no faster than it likes, again after a pause when it does not answer."""

import asyncio
import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp

from bot.errors import SettingsError, SourceError
from bot.sources.tmdb import APPENDED

FILM_ID = re.compile(r"\d{1,12}|tt\d{1,12}")
"""TMDB's number of a film, or IMDb's id."""

_GONE, _REFUSED, _BUSY = 404, (401, 403), 429
_LONGEST_WAIT = 120.0
"""Seconds: TMDB asks for less."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How TMDB is asked. Seconds; TMDB allows about 40 requests in one."""

    between: float = 0.05
    """From one request to the next."""
    pause: float = 1.0
    """After a failure, doubled with each; TMDB may say how long instead."""
    timeout: float = 20.0
    attempts: int = 6


@dataclass(frozen=True, slots=True)
class Candidate:
    """A film that a title may mean."""

    id: int
    title: str
    year: str

    def __str__(self) -> str:
        return f"{self.id} {self.title} ({self.year or 'year unknown'})"


class Tmdb:
    """TMDB, asked one question at a time. Raises SourceError in words for whoever asks, SettingsError for a bad key."""

    def __init__(self, session: aiohttp.ClientSession, url: str, key: str, manners: Manners) -> None:
        self._session = session
        self._url = url.rstrip("/")
        self._key = key
        self._manners = manners
        self._next = 0.0

    async def film(self, film_id: str) -> dict[str, Any] | None:
        """The JSON of a film by TMDB's number or IMDb's id, None when TMDB has none."""
        if film_id.startswith("tt"):
            found = await self._get(f"/find/{film_id}", external_source="imdb_id")
            films = (found or {}).get("movie_results") or []
            return await self.film(str(films[0]["id"])) if films else None
        return await self._get(f"/movie/{film_id}", append_to_response=",".join(APPENDED))

    async def search(self, title: str, year: str | None = None) -> list[Candidate]:
        """The films a title may mean, best first."""
        found = await self._get("/search/movie", query=title, include_adult="false", **({"year": year} if year else {}))
        films = (found or {}).get("results") or []
        return [Candidate(one["id"], str(one.get("title")), str(one.get("release_date") or "")[:4]) for one in films]

    async def _get(self, path: str, **query: str) -> dict[str, Any] | None:
        """What TMDB answers; None when it has no such thing."""
        token = len(self._key) > 40  # a read access token; the older API keys have 32 characters
        headers = {"Authorization": f"Bearer {self._key}"} if token else {}
        query |= {} if token else {"api_key": self._key}
        why = "did not answer"
        for attempt in range(self._manners.attempts):
            await self._wait_my_turn()
            wait = self._manners.pause * 2**attempt
            try:
                async with self._session.get(self._url + path, params=query, headers=headers) as response:
                    if response.status == _GONE:
                        return None
                    if response.status in _REFUSED:
                        raise SettingsError(
                            "TMDB does not accept TMDB_API_KEY; copy it anew from your account's settings there, API."
                        )
                    if response.ok:
                        answer = await response.json(content_type=None)
                        if isinstance(answer, dict):
                            return answer
                        why = "answered something that is no film"
                    elif response.status == _BUSY or response.status >= 500:
                        why = f"answered {response.status}"
                        wait = _asked_for(response.headers) or wait
                    else:
                        raise SourceError(f"TMDB refuses to answer ({response.status}); check what you asked for.")
            except (aiohttp.ClientError, TimeoutError, ValueError) as error:
                why = "did not answer in time" if isinstance(error, TimeoutError) else "cannot be reached"
            if attempt + 1 < self._manners.attempts:
                await asyncio.sleep(min(wait, _LONGEST_WAIT))
        raise SourceError(f"TMDB {why}, {self._manners.attempts} times; try again later.")

    async def _wait_my_turn(self) -> None:
        now = asyncio.get_running_loop().time()
        self._next = max(now, self._next) + self._manners.between
        await asyncio.sleep(max(0.0, self._next - self._manners.between - now))


@asynccontextmanager
async def tmdb(key: str | None, url: str, manners: Manners | None = None) -> AsyncIterator[Tmdb]:
    """TMDB, to be asked in the body. Raises SettingsError without a key."""
    if not key:
        raise SettingsError(
            "TMDB gives films to those who have a key: get one in your account's settings there, API, and write "
            "TMDB_API_KEY=… into .env."
        )
    manners = manners or Manners()
    timeout = aiohttp.ClientTimeout(total=manners.timeout)
    async with aiohttp.ClientSession(timeout=timeout, trust_env=True) as session:
        yield Tmdb(session, url, key, manners)


def _asked_for(headers: Mapping[str, str]) -> float:
    """The seconds TMDB asks to wait, 0 when it does not say."""
    said = headers.get("Retry-After", "")
    return float(said) if said.isdigit() else 0.0
