"""A real catalogue of a few films that questions are asked of."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.knowledge.catalogue import Catalogue, open_catalogue
from bot.knowledge.film import Award, Certificate, Film, Release, Role, Score
from bot.sources.folder import sync

FILMS = (
    Film(
        title="The Sessions",
        year=2012,
        also_known_as=("The Surrogate",),
        runtime=95,
        certificates=(
            Certificate(country="US", label="R", reason="strong sexuality including graphic nudity and frank dialogue"),
        ),
        scores=(Score(by="critics", value=7.5),),
        genres=("Drama", "Biography", "Romance"),
        countries=("US",),
        languages=("en",),
        directors=("Ben Lewin",),
        writers=("Ben Lewin",),
        composers=("Marco Beltrami",),
        based_on="the life of Mark O'Brien",
        cast=(
            Role(name="John Hawkes", character="Mark O'Brien"),
            Role(name="Helen Hunt", character="Cheryl Cohen-Greene"),
        ),
        releases=(
            Release(date="2012-01-23", event="Sundance Film Festival"),
            Release(date="2012-10-19", country="US"),
        ),
        summary="A poet in an iron lung wants to know love.",
        plot="He meets three women and dies in peace.",
        reception="Praised for its tact.",
        themes=("disability", "intimacy"),
        audience="Those who like people.",
        awards=(
            Award(
                award="Academy Awards",
                category="Best Supporting Actress",
                year=2013,
                result="nominated",
                person="Helen Hunt",
            ),
            Award(award="Sundance Film Festival", category="Audience Award", year=2012),
        ),
        links={"imdb": "tt1866249"},
        sources=("the distributor's page",),
    ),
    Film(title="Dune", year=1984, runtime=137, directors=("David Lynch",), genres=("Science Fiction",)),
    Film(
        title="Dune", year=2021, runtime=155, directors=("Denis Villeneuve",), genres=("Science Fiction",), popularity=9
    ),
    Film(title="Her", year=2013, runtime=126, directors=("Spike Jonze",), writers=("Spike Jonze",)),
    Film(title="Up", year=2009, runtime=96, genres=("Animation", "Comedy")),
    Film(title="M", year=1931, runtime=111, directors=("Fritz Lang",), genres=("Crime",)),
    Film(title="In the Mood for Love", original_title="花樣年華", year=2000, runtime=98, directors=("Wong Kar-wai",)),
    Film(title="Amélie", year=2001, runtime=122, cast=(Role(name="Audrey Tautou", character="Amélie Poulain"),)),
    Film(title="What's Up, Doc?", year=1972, runtime=94, directors=("Peter Bogdanovich",)),
)


@pytest.fixture
async def catalogue(tmp_path: Path) -> AsyncIterator[Catalogue]:
    async with open_catalogue(str(tmp_path / "films.db")) as opened:
        async with opened.edits.batch() as batch:
            await batch.put(FILMS)
        yield opened


@pytest.fixture
async def shipped(tmp_path: Path) -> AsyncIterator[Catalogue]:
    async with open_catalogue(str(tmp_path / "films.db")) as catalogue:
        await sync(Path("films"), catalogue.edits)
        yield catalogue
