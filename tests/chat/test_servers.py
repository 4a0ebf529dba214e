"""What a server has of its own is seen there and nowhere else."""

from pathlib import Path

import pytest

from bot.chat.client import FilmBot
from bot.knowledge.catalogue import Catalogue, open_catalogue
from bot.knowledge.changes import Change
from bot.knowledge.film import Film, Role
from tests.chat.conftest import Connected, QuickBot
from tests.fakecord import Channel, FakeDiscord, running

OWN = Film(
    title="The Velvet Lighthouse",
    year=1987,
    runtime=83,
    genres=("Lighthouse Film",),
    directors=("Odalys Ferncastle",),
    cast=tuple(Role(name=f"Keeper {n}", character=f"Lamp {n}") for n in range(1, 41)),
    reception="Loved by keepers.",
    popularity=1000,
)


@pytest.fixture
async def own(catalogue: Catalogue, discord: FakeDiscord) -> Film:
    """An entry of the server's own, and one that corrects a shared film."""
    view = catalogue.of(discord.guild.id)
    shared = await view.standing("up-2009")
    assert shared.film
    corrected = shared.film.model_copy(update={"runtime": 97})
    made, _ = await view.edits.apply([Change(OWN), Change(corrected, shared.id, shared.version)], "1")
    assert made.after
    return made.after


@pytest.fixture
async def elsewhere(bot: FilmBot, discord: FakeDiscord) -> list[Channel]:
    """Every other kind of place: another server, one the bot is not in, and private conversations."""
    other = await discord.add_guild("Other Cinema")
    without = await discord.add_guild("Elsewhere", bot_is_in=False)
    return [other.channels[0], without.channels[0], discord.dm(), discord.private()]


async def test_commands_see_it_at_home_only(own: Film, elsewhere: list[Channel], discord: FakeDiscord) -> None:
    assert "83 minutes" in (await discord.slash("runtime", {"title": "velvet lighthouse"})).text
    assert "97 minutes" in (await discord.slash("runtime", {"title": "up"})).text
    assert OWN.label in (await discord.slash("person", {"name": "Odalys Ferncastle"})).text
    assert "83 minutes" in (await discord.slash("ask", {"question": "how long is the velvet lighthouse?"})).text
    assert OWN.label in (await discord.slash("ask", {"question": "films by Odalys Ferncastle"})).text
    assert OWN.label in (await discord.slash("random", {"genre": "lighthouse film"})).text
    for place in elsewhere:
        assert "83 minutes" not in (await discord.slash("runtime", {"title": "velvet lighthouse"}, where=place)).text
        assert "83 minutes" not in (await discord.slash("runtime", {"title": own.id or ""}, where=place)).text
        assert "96 minutes" in (await discord.slash("runtime", {"title": "up"}, where=place)).text
        for command, options in (
            ("person", {"name": "Odalys Ferncastle"}),
            ("ask", {"question": "how long is the velvet lighthouse?"}),
            ("ask", {"question": "films by Odalys Ferncastle"}),
            ("ask", {"question": "who plays Lamp 3?"}),
            ("random", {"genre": "lighthouse film"}),
        ):
            response = await discord.slash(command, options, where=place)
            assert OWN.title not in response.text
            assert OWN.title not in str(response.components)


async def test_suggestions_see_it_at_home_only(own: Film, elsewhere: list[Channel], discord: FakeDiscord) -> None:
    typed = (
        ("film", "title", "the velv", OWN.label),
        ("film", "title", "", OWN.label),
        ("person", "name", "odalys", "Odalys Ferncastle"),
        ("random", "genre", "lighth", "Lighthouse Film"),
    )
    for command, option, text, name in typed:
        assert name in [choice.name for choice in await discord.autocomplete(command, option, text)]
        for place in elsewhere:
            choices = await discord.autocomplete(command, option, text, where=place)
            assert name not in [choice.name for choice in choices]


async def test_messages_see_it_at_home_only(own: Film, elsewhere: list[Channel], discord: FakeDiscord) -> None:
    first = await discord.say(discord.channel, f"{discord.bot.mention} how long is the velvet lighthouse?")
    assert "83 minutes" in first.text
    assert "Ferncastle" in (await discord.say(discord.channel, "who directed it?", reply_to=first)).text
    for place in (place for place in elsewhere if place.bot_is_in):
        said = await discord.say(place, f"{discord.bot.mention} /runtime the velvet lighthouse")
        assert "83 minutes" not in said.text
        assert OWN.title not in str(said.components)
        assert "Ferncastle" not in (await discord.say(place, f"{discord.bot.mention} /director it")).text


async def test_what_was_copied_from_a_server_shows_nothing_of_it(
    own: Film, elsewhere: list[Channel], discord: FakeDiscord
) -> None:
    card = await discord.slash("film", {"title": "velvet lighthouse"})
    cast = await discord.slash("cast", {"title": "velvet lighthouse"})
    assert "Keeper 1" in (await discord.click(card, "Cast")).text
    for place in elsewhere:
        theirs = await discord.slash("film", {"title": "the sessions"}, where=place)
        for copied in (card.message.button("Reception"), cast.message.button("Next (1 of 2)")):
            theirs.components[0]["components"][0]["custom_id"] = copied.custom_id
            response = await discord.click(theirs, custom_id=copied.custom_id)
            assert "keeper" not in response.text.lower()
            assert OWN.label not in response.text


async def test_after_a_restart_too(own: Film, discord: FakeDiscord, connected: Connected) -> None:
    async with connected():
        card = await discord.slash("film", {"title": "velvet lighthouse"})
        cast = await discord.slash("cast", {"title": "velvet lighthouse"})
    async with connected():
        assert "Loved by keepers" in (await discord.click(card, "Reception")).text
        await discord.click(cast, "Next (1 of 2)")
        assert "Keeper 21" in cast.text


async def test_a_server_the_bot_has_left_sees_the_shared_films(own: Film, bot: FilmBot, discord: FakeDiscord) -> None:
    await discord.remove_guild(discord.guild)
    await discord.until(lambda: bot.get_guild(discord.guild.id) is None)
    assert "96 minutes" in (await discord.slash("runtime", {"title": "up"})).text


async def test_the_home_server_edits_what_all_see(discord: FakeDiscord, tmp_path: Path) -> None:
    async with open_catalogue(str(tmp_path / "home.db"), home=discord.guild.id) as catalogue:
        bot = QuickBot(catalogue=catalogue, connector=discord.connector(), guild_ready_timeout=0.02)
        async with running(bot, discord):
            await catalogue.of(discord.guild.id).edits.apply([Change(OWN)], "1")
            assert "83 minutes" in (await discord.slash("runtime", {"title": "velvet lighthouse"})).text
            for place in ((await discord.add_guild("Other Cinema")).channels[0], discord.dm()):
                assert "83" in (await discord.slash("runtime", {"title": "velvet lighthouse"}, where=place)).text
