"""Every command: public answers, errors and suggestions for the asker alone, everything within Discord's limits."""

import re
from pathlib import Path
from typing import Any

import pytest

from bot.chat.client import FilmBot
from bot.questions.commands import COMMANDS, Command, Takes
from tests.chat.conftest import LONG_ID
from tests.fakecord import FakeDiscord

TITLED = [known for known in COMMANDS if known.takes is Takes.TITLE]


@pytest.mark.parametrize("known", TITLED, ids=lambda known: known.name)
async def test_every_lookup_names_the_film(bot: FilmBot, discord: FakeDiscord, known: Command) -> None:
    response = await discord.slash(known.name, {"title": "The Sessions"})
    assert "The Sessions (2012)" in response.text
    assert not response.ephemeral
    assert response.pings == []
    assert response.allowed_mentions == {"parse": []}


@pytest.mark.parametrize("known", TITLED, ids=lambda known: known.name)
async def test_no_entry_is_too_large(bot: FilmBot, discord: FakeDiscord, known: Command) -> None:
    response = await discord.slash(known.name, {"title": LONG_ID})
    assert response.text
    for label in [button.label for button in response.buttons if not button.disabled]:
        assert (await discord.click(response, label)).text


async def test_a_typing_error_does_no_harm(bot: FilmBot, discord: FakeDiscord) -> None:
    assert "The Sessions (2012)" in (await discord.slash("runtime", {"title": "the sesions"})).text


async def test_the_facts_are_right(bot: FilmBot, discord: FakeDiscord) -> None:
    assert "95 minutes" in (await discord.slash("runtime", {"title": "the-sessions-2012"})).text
    assert "strong sexuality" in (await discord.slash("rating", {"title": "The Sessions (2012)"})).text
    assert "**John Hawkes** as Mark O'Brien" in (await discord.slash("cast", {"title": "the sessions"})).text


async def test_a_known_day_is_shown_in_the_readers_language(bot: FilmBot, discord: FakeDiscord) -> None:
    text = (await discord.slash("release", {"title": "the sessions"})).text
    assert "<t:1327320000:D> · Sundance Film Festival" in text
    assert "January 2013 · United Kingdom" in text


async def test_the_plot_is_behind_bars_that_it_cannot_open(bot: FilmBot, discord: FakeDiscord) -> None:
    (embed,) = (await discord.slash("plot", {"title": "the sessions"})).embeds
    assert embed["description"] == "||He meets three women. \\|\\| He dies in peace.||"


async def test_a_card_leads_to_more_which_only_the_one_who_pressed_sees(bot: FilmBot, discord: FakeDiscord) -> None:
    card = await discord.slash("film", {"title": "the sessions"})
    assert [button.label for button in card.buttons] == [
        "Cast",
        "Plot",
        "Awards",
        "Reception",
        "Sources",
        "Something wrong?",
    ]
    sources = await discord.click(card, "Sources", user=discord.moderator)
    assert sources.ephemeral
    assert "https://example.org/the_sessions" in sources.text


async def test_a_card_shows_only_buttons_that_lead_somewhere(bot: FilmBot, discord: FakeDiscord) -> None:
    assert [button.label for button in (await discord.slash("film", {"title": "up"})).buttons] == ["Something wrong?"]


async def test_what_is_not_known_is_said_to_the_asker(bot: FilmBot, discord: FakeDiscord) -> None:
    response = await discord.slash("plot", {"title": "up"})
    assert response.ephemeral
    assert "Up (2009)" in response.text


async def test_a_persons_films(bot: FilmBot, discord: FakeDiscord) -> None:
    response = await discord.slash("person", {"name": "ben lewin"})
    assert not response.ephemeral
    assert "**The Sessions (2012)** · director, writer" in response.text
    assert "as Mark O'Brien" in (await discord.slash("person", {"name": "John Hawks"})).text
    assert (await discord.slash("person", {"name": "Xyzzy Qwrtp"})).ephemeral


async def test_a_random_film(bot: FilmBot, discord: FakeDiscord) -> None:
    assert (await discord.slash("random")).embeds[0]["title"]
    picked = await discord.slash("random", {"genre": "animation", "decade": "2000s"})
    assert picked.embeds[0]["title"] == "Up (2009)"
    assert (await discord.slash("random", {"decade": "80s"})).embeds[0]["title"] == "Dune (1984)"


@pytest.mark.parametrize("options", [{"genre": "blorp"}, {"decade": "soon"}, {"genre": "Animation", "decade": "1920s"}])
async def test_wishes_nobody_can_meet(bot: FilmBot, discord: FakeDiscord, options: dict[str, str]) -> None:
    assert (await discord.slash("random", options)).ephemeral


async def test_a_question_in_plain_words(bot: FilmBot, discord: FakeDiscord) -> None:
    response = await discord.slash("ask", {"question": "who directed the sessions?"})
    assert "Ben Lewin" in response.text
    assert not response.ephemeral
    assert (await discord.slash("ask", {"question": "what is the meaning of life?"})).ephemeral


async def test_help_lists_every_command_to_be_clicked(bot: FilmBot, discord: FakeDiscord) -> None:
    response = await discord.slash("help")
    assert response.ephemeral
    for command in discord.commands.values():
        for path in paths(command):
            assert f"</{path}:{command['id']}>" in response.text
    assert {known.name for known in COMMANDS} | {"ask", "help", "entry", "suggest"} <= set(discord.commands)
    (embed,) = response.embeds
    assert "</settings" not in embed["description"]
    assert [field["name"] for field in embed["fields"] if "</settings show:" in field["value"]] == [
        "For moderators: What this server has settled about me"
    ]


def paths(command: dict[str, Any]) -> list[str]:
    """A command as it is typed, or each of those it stands for."""
    below = [option for option in command.get("options") or () if option["type"] in (1, 2)]
    return [f"{command['name']} {path}" for option in below for path in paths(option)] or [command["name"]]


async def test_titles_have_no_effect(bot: FilmBot, discord: FakeDiscord) -> None:
    response = await discord.slash("runtime", {"title": "everyone panic here"})
    assert "@\u200beveryone \\*\\*Panic\\*\\* \\[here\\](https://example.org) (1999)" in response.text
    assert response.pings == []
    choices = await discord.autocomplete("runtime", "title", "🎬")
    assert all(len(choice.name) <= 100 for choice in choices)


HOSTILE = [
    "@everyone <@1> <#2> <t:0:D> </help:1>",
    "**bold** ||spoiler|| [link](https://example.org) `code`",
    "# heading\n> quote\n- item\n1. item",
    "\u202eright to left\u202c שלום",
    "🏴‍☠️🎬" * 40,
    "x" * 500,
    "\\" * 300,
    " \t ",
    "'; drop table films; --",
    "\x00\x1b[31m",
    "the-extraordinarily~0123456789",
]


@pytest.mark.parametrize("text", HOSTILE)
async def test_whatever_is_typed_gets_a_clear_sentence(bot: FilmBot, discord: FakeDiscord, text: str) -> None:
    for command, option in (("film", "title"), ("person", "name"), ("ask", "question"), ("random", "genre")):
        response = await discord.slash(command, {option: text})
        assert response.text
        assert response.pings == []
        for effect in ("<@1>", "||spoiler||", "**bold**", "\u202e", "[link]("):
            assert effect not in response.text.replace("\\", "\x00")


async def test_a_film_that_has_gone_is_unknown(bot: FilmBot, discord: FakeDiscord) -> None:
    assert (await discord.slash("film", {"title": "the-sessions-2013"})).text
    assert (await discord.slash("film", {"title": "gone-for-good-1901"})).ephemeral


async def test_every_command_is_in_the_readme(bot: FilmBot, discord: FakeDiscord) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    typed = [path for command in discord.commands.values() if command["type"] == 1 for path in paths(command)]
    assert [path for path in typed if not re.search(rf"`/{re.escape(path)}[` ]", readme)] == []
