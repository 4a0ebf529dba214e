"""Getting films from TMDB: by number, by IMDb's id or by title."""

import json
import re
from collections.abc import AsyncIterator, Sequence

from bot.sources.problem import Problem, plain
from bot.sources.tmdb_client import FILM_ID, Candidate, Tmdb


async def fetched(tmdb: Tmdb, ids: Sequence[str], titles: Sequence[str]) -> AsyncIterator[str | Problem]:
    """The JSON of every film as one line, or what is wrong with what was asked for; ids first, then titles.

    Raises SourceError when TMDB does not answer and SettingsError when it does not accept the key.
    """
    for film_id in ids:
        if FILM_ID.fullmatch(film_id):
            yield await _line(tmdb, film_id)
        else:
            yield Problem(plain(film_id), 0, "", "is no id; write TMDB's number such as 113947, or IMDb's tt1866249")
    for title in titles:
        match = re.fullmatch(r"(.*\S)\s*\((\d{4})\)", title.strip())
        name, year = (match[1], match[2]) if match else (title.strip(), None)
        found = _meant(title, name, await tmdb.search(name, year))
        yield found if isinstance(found, Problem) else await _line(tmdb, str(found.id))


async def _line(tmdb: Tmdb, film_id: str) -> str | Problem:
    film = await tmdb.film(film_id)
    if film is None:
        return Problem(film_id, 0, "", "is no film TMDB knows; check the number on the film's page there")
    return json.dumps(film, ensure_ascii=False)


def _meant(title: str, name: str, found: Sequence[Candidate]) -> Candidate | Problem:
    """The one film a title means: the only one, or the only one called exactly so."""
    same = [one for one in found if one.title.casefold() == name.casefold()]
    for some in (found, same):
        if len(some) == 1:
            return some[0]
    if not found:
        return Problem(plain(title), 0, "", "is no film TMDB knows; check the title and the year")
    several = ", ".join(map(str, (same or found)[:8]))
    return Problem(plain(title), 0, "", f"may be several films; fetch the one you mean by its number: {several}")
