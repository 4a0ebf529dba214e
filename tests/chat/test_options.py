"""Suggestions while one types."""

import pytest

from bot.chat import options
from bot.chat.client import FilmBot
from tests.chat.conftest import LONG_ID
from tests.fakecord import FakeDiscord


async def test_labels_carry_the_films_id(bot: FilmBot, discord: FakeDiscord) -> None:
    choices = await discord.autocomplete("runtime", "title", "the ses")
    assert ("The Sessions (2012)", "the-sessions-2012") in [(choice.name, choice.value) for choice in choices]
    assert "95" in (await discord.slash("runtime", {"title": choices[0].value})).text


async def test_the_label_itself_and_free_text_are_taken_too(bot: FilmBot, discord: FakeDiscord) -> None:
    for typed in ("Dune (2021)", "dune 2021", "dune-2021", "Dune (2021) · Denis Villeneuve"):
        response = await discord.slash("runtime", {"title": typed})
        assert "155" in response.text, typed
    first, *_ = await discord.autocomplete("runtime", "title", "Dune (2021)")
    assert first.value == "dune-2021"


async def test_no_text_suggests_something(bot: FilmBot, discord: FakeDiscord) -> None:
    assert await discord.autocomplete("runtime", "title", "")


async def test_a_long_title_keeps_its_year_and_a_long_id_its_film(bot: FilmBot, discord: FakeDiscord) -> None:
    choices = await discord.autocomplete("runtime", "title", "the extraordinarily long")
    assert len(choices[0].name) <= 100
    assert choices[0].name.endswith("… (2001)")
    assert choices[0].value != LONG_ID
    for typed in (choices[0].value, choices[0].name):
        assert "200 minutes" in (await discord.slash("runtime", {"title": typed})).text


async def test_films_that_would_read_the_same_are_told_apart(bot: FilmBot, discord: FakeDiscord) -> None:
    choices = await discord.autocomplete("runtime", "title", "roma")
    assert {"Roma · Federico Fellini", "Roma · Alfonso Cuarón"} <= {choice.name for choice in choices}
    for choice in choices:
        if choice.name == "Roma · Alfonso Cuarón":
            for typed in (choice.value, choice.name):
                assert "135" in (await discord.slash("runtime", {"title": typed})).text


async def test_people_genres_and_decades(bot: FilmBot, discord: FakeDiscord) -> None:
    first, *_ = await discord.autocomplete("person", "name", "john haw")
    assert first.value == "John Hawkes"
    assert [choice.value for choice in await discord.autocomplete("random", "genre", "anim")] == ["Animation"]
    assert [choice.value for choice in await discord.autocomplete("random", "decade", "198")] == ["1980s"]
    assert len(await discord.autocomplete("random", "decade", "")) > 10


async def test_any_text_may_be_typed(bot: FilmBot, discord: FakeDiscord) -> None:
    for text in ("@everyone", "x" * 3000, "\u202e", "🎬", "%_\\"):
        for command, option in (("film", "title"), ("person", "name"), ("random", "genre"), ("random", "decade")):
            await discord.autocomplete(command, option, text)


async def test_what_was_typed_is_better_than_nothing_when_it_takes_long(
    bot: FilmBot, discord: FakeDiscord, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(options, "PATIENCE", 0)
    choices = await discord.autocomplete("runtime", "title", " the  sessions ")
    assert [(choice.name, choice.value) for choice in choices] == [("the sessions", "the sessions")]
