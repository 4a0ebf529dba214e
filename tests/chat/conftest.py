"""A real catalogue of a few films, and the bot connected to the local Discord with it."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest

from bot.chat.client import FilmBot
from bot.knowledge.catalogue import Catalogue, open_catalogue
from bot.knowledge.film import Award, Certificate, Film, Release, Role, Score
from tests.fakecord import FakeDiscord, running

LONG_ID = "the-" + "x" * 111 + "-2001"
LONG_TITLE = "The Extraordinarily Long and Winding Title of a Film That Nobody Has Ever Managed to Say in One Breath"

FILMS = (
    Film(
        title="The Sessions",
        year=2012,
        runtime=95,
        certificates=(
            Certificate(country="US", label="R", reason="strong sexuality including graphic nudity and frank dialogue"),
        ),
        scores=(Score(by="critics", value=7.5),),
        genres=("Drama", "Biography"),
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
            Release(date="2013-01", country="GB"),
        ),
        summary="A poet in an iron lung wants to know love.",
        plot="He meets three women. || He dies in peace.",
        reception="Praised for its tact.",
        themes=("disability", "intimacy"),
        audience="those who like people",
        awards=(Award(award="Sundance Film Festival", category="Audience Award", year=2012),),
        sources=("https://example.org/the_sessions", "the distributor's page"),
        also_known_as=("The Surrogate",),
    ),
    Film(title="Dune", year=1984, runtime=137, directors=("David Lynch",), genres=("Science Fiction",)),
    Film(title="Dune", year=2021, runtime=155, directors=("Denis Villeneuve",), genres=("Science Fiction",)),
    Film(title="Roma", runtime=119, directors=("Federico Fellini",)),
    Film(title="Roma", runtime=135, directors=("Alfonso Cuarón",)),
    Film(title="Up", year=2009, runtime=96, genres=("Animation",)),
    Film(
        title="Mad Crowd",
        year=1963,
        cast=tuple(Role(name=f"Player {n}", character=f"Part *{n}*") for n in range(1, 81)),
        awards=tuple(Award(award=f"Prize {n}") for n in range(1, 26)),
    ),
    Film(title="@everyone **Panic** [here](https://example.org)", year=1999, runtime=90),
    Film(title="\u202eفيلم\u202c 🎬 ☠️", year=2005, runtime=91),
    Film(
        title=LONG_TITLE * 2,
        id=LONG_ID,
        year=2001,
        runtime=200,
        summary="Longing. " * 450,
        plot="Spoil. " * 600,
        reception="Praise. " * 500,
        directors=("D" * 300,),
        writers=("W " * 149 + "W",) * 20,
        genres=("G" * 300,) * 9,
        based_on="B " * 140,
        audience="A " * 140,
        themes=("T" * 250,) * 30,
        countries=("US", "GB", "FR") * 30,
        languages=("en", "fr") * 30,
        also_known_as=tuple(f"{'K' * 250}{n}" for n in range(30)),
        composers=("C" * 290,) * 12,
        cast=tuple(Role(name="N" * 300, character="P" * 300) for _ in range(80)),
        releases=tuple(Release(date="2001-02-03", event="E" * 290) for _ in range(50)),
        certificates=tuple(Certificate(country="US", label="R", reason="r" * 290) for _ in range(30)),
        awards=tuple(Award(award="A" * 300, category="C" * 300, person="P" * 300) for _ in range(100)),
        sources=("https://example.org/" + "s" * 270,) * 60,
    ),
)


@pytest.fixture
async def catalogue(tmp_path: Path) -> AsyncIterator[Catalogue]:
    async with open_catalogue(str(tmp_path / "films.db")) as opened:
        async with opened.edits.batch() as batch:
            await batch.put(FILMS)
        yield opened


class QuickBot(FilmBot):
    """The bot as it is, but in no hurry to wait for servers and shards."""

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Identify at once."""


NewBot = Callable[[], FilmBot]
Connected = Callable[[], AbstractAsyncContextManager[FilmBot]]


@pytest.fixture
def new_bot(discord: FakeDiscord, catalogue: Catalogue, tmp_path: Path) -> NewBot:
    """Makes bots for the local Discord, all with the same catalogue and state folder."""
    return lambda: QuickBot(
        catalogue=catalogue, state_folder=tmp_path, connector=discord.connector(), guild_ready_timeout=0.02
    )


@pytest.fixture
def connected(discord: FakeDiscord, new_bot: NewBot) -> Connected:
    """Connects a new bot; it is ready in the body."""
    return lambda: running(new_bot(), discord)


@pytest.fixture
async def bot(connected: Connected) -> AsyncIterator[FilmBot]:
    """A connected bot."""
    async with connected() as bot:
        yield bot
