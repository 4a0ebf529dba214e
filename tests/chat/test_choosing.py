"""Menus, nearest films and pages: who may use them, what comes of it, and that they outlive a restart."""

from bot.chat.client import FilmBot
from tests.chat.conftest import Connected
from tests.fakecord import FakeDiscord
from tests.fakecord.messages import Message


async def posted(discord: FakeDiscord) -> list[Message]:
    """What the bot said in the channel for all to see, oldest first."""
    return [message for _, message in sorted(discord.channel.messages.items()) if not message.ephemeral]


async def test_an_ambiguous_title_is_asked_about_and_the_choice_published(bot: FilmBot, discord: FakeDiscord) -> None:
    asked = await discord.slash("runtime", {"title": "dune"})
    assert asked.ephemeral
    assert sorted(asked.selects[0].labels) == ["Dune (1984) · David Lynch", "Dune (2021) · Denis Villeneuve"]
    chosen = await discord.select(asked, "Dune (1984) · David Lynch")
    assert chosen.updated
    assert asked.selects == []
    assert "Dune (1984)" in asked.text
    answer = await chosen.followup()
    assert not answer.ephemeral
    assert "137 minutes" in answer.text


async def test_an_unknown_title_gets_the_nearest_films(bot: FilmBot, discord: FakeDiscord) -> None:
    asked = await discord.slash("runtime", {"title": "the possessions of"})
    assert asked.ephemeral
    assert "don't know" in asked.text
    assert 1 <= len(asked.buttons) <= 3
    assert "The Sessions (2012)" in [button.label for button in asked.buttons]
    answer = await (await discord.click(asked, "The Sessions (2012)")).followup()
    assert "95 minutes" in answer.text


async def test_a_choice_without_an_answer_stays_with_the_asker(bot: FilmBot, discord: FakeDiscord) -> None:
    asked = await discord.slash("plot", {"title": "dune"})
    chosen = await discord.select(asked, "Dune (2021) · Denis Villeneuve")
    assert chosen.followups == []
    assert "but not" in asked.text


async def test_films_of_unknown_year_can_be_chosen(bot: FilmBot, discord: FakeDiscord) -> None:
    asked = await discord.slash("runtime", {"title": "roma"})
    chosen = await discord.select(asked, "Roma · Alfonso Cuarón")
    assert "135 minutes" in (await chosen.followup()).text


async def test_people_of_like_names_can_be_chosen(bot: FilmBot, discord: FakeDiscord) -> None:
    asked = await discord.slash("person", {"name": "player"})
    assert asked.ephemeral
    (menu,) = asked.selects
    answer = await (await discord.select(asked, menu.labels[0])).followup()
    assert menu.labels[0] in answer.text
    assert "Mad Crowd (1963)" in answer.text


async def test_only_the_asker_may_choose(bot: FilmBot, discord: FakeDiscord) -> None:
    asked = await discord.say(discord.channel, f"{discord.bot.mention} how long is dune?")
    refused = await discord.select(asked, "Dune (1984) · David Lynch", user=discord.moderator)
    assert refused.ephemeral
    assert not refused.updated
    assert asked.selects
    await discord.select(asked, "Dune (1984) · David Lynch")
    assert "137 minutes" in asked.text
    assert asked.selects == []


async def test_a_large_cast_is_turned_page_by_page(bot: FilmBot, discord: FakeDiscord) -> None:
    cast = await discord.slash("cast", {"title": "mad crowd"})
    assert "Player 20" in cast.text
    assert "Player 21" not in cast.text
    assert [button.disabled for button in cast.buttons] == [True, False]
    for page in (1, 2, 3):
        assert (await discord.click(cast, f"Next ({page} of 4)")).updated
    assert "**Player 80** as Part \\*80\\*" in cast.text
    assert [button.disabled for button in cast.buttons] == [False, True]
    await discord.click(cast, "Previous")
    assert "Player 60" in cast.text
    refused = await discord.click(cast, "Previous", user=discord.moderator)
    assert refused.ephemeral
    assert "Player 60" in cast.text


async def test_pages_leave_out_whom_the_question_did(bot: FilmBot, discord: FakeDiscord) -> None:
    asked = await discord.slash("ask", {"question": "who else is in mad crowd with player 3?"})
    assert "Player 20" in asked.text
    assert "**Player 3**" not in asked.text
    await discord.click(asked, "Next (1 of 4)")
    assert "Player 22" in asked.text
    await discord.click(asked, "Previous")
    assert "**Player 4**" in asked.text
    assert "**Player 3**" not in asked.text


async def test_awards_have_pages_too(bot: FilmBot, discord: FakeDiscord) -> None:
    awards = await discord.slash("awards", {"title": "mad crowd"})
    await discord.click(awards, "Next (1 of 2)")
    assert "Prize 25" in awards.text


async def test_old_buttons_and_menus_work_after_a_restart(discord: FakeDiscord, connected: Connected) -> None:
    async with connected():
        card = await discord.slash("film", {"title": "the sessions"})
        menu = await discord.slash("runtime", {"title": "dune"})
        nearest = await discord.slash("runtime", {"title": "the possessions of"})
        pages = await discord.slash("cast", {"title": "mad crowd"})
    async with connected():
        assert "John Hawkes" in (await discord.click(card, "Cast")).text
        assert "155" in (await (await discord.select(menu, "Dune (2021) · Denis Villeneuve")).followup()).text
        assert "95" in (await (await discord.click(nearest, "The Sessions (2012)")).followup()).text
        await discord.click(pages, "Next (1 of 4)")
        assert "Player 21" in pages.text


async def test_a_choice_answers_the_question_that_was_asked(discord: FakeDiscord, connected: Connected) -> None:
    async with connected():
        asked = f"{discord.bot.mention} was dune directed by federico fellini?"
        now, whether = [await discord.say(discord.channel, asked) for _ in range(2)]
        longer = await discord.slash("ask", {"question": "which is longer, up or dune?"})
        await discord.select(now, "Dune (1984) · David Lynch")
        assert now.text.startswith("No, not as far as I know: Dune (1984)")
    async with connected():
        await discord.select(whether, "Dune (2021) · Denis Villeneuve")
        assert whether.text.startswith("No, not as far as I know: Dune (2021)")
        chosen = await discord.select(longer, "Dune (2021) · Denis Villeneuve")
        assert (await chosen.followup()).text.startswith("Dune (2021) is longer")


async def test_a_choice_answers_all_that_was_asked(discord: FakeDiscord, connected: Connected) -> None:
    async with connected():
        asked = await discord.say(discord.channel, f"{discord.bot.mention} who directed dune and how long is it?")
    async with connected():
        await discord.select(asked, "Dune (1984) · David Lynch")
        assert asked.text == "Dune (1984) was directed by David Lynch. It runs 137 minutes (2 h 17 min)."


async def test_a_long_list_that_was_searched_for_is_turned_page_by_page(
    discord: FakeDiscord, connected: Connected
) -> None:
    async with connected():
        found = await discord.slash("ask", {"question": "who has acted with player 1?"})
        assert "Player 2\n" in found.text
        assert "Player 60" not in found.text
    async with connected():
        for page in (1, 2, 3):
            await discord.click(found, f"Next ({page} of 4)")
        assert "Player 80" in found.text


async def test_an_answer_of_several_steps_says_why(bot: FilmBot, discord: FakeDiscord) -> None:
    answer = await discord.slash("ask", {"question": "how long are the films directed by ben lewin?"})
    assert "95" in answer.text
    assert "Films directed by Ben Lewin: The Sessions (2012)." in answer.text


async def test_nothing_is_kept_in_memory_for_what_was_sent(bot: FilmBot, discord: FakeDiscord) -> None:
    await discord.slash("film", {"title": "the sessions"})
    await discord.slash("runtime", {"title": "dune"})
    store = bot._connection._view_store
    assert not store._views
    assert not store._synced_message_views


async def test_a_button_of_another_version_is_explained(bot: FilmBot, discord: FakeDiscord) -> None:
    card = await discord.slash("film", {"title": "the sessions"})
    for old in ("old:thing", "show:nothing_known:the-sessions-2012"):
        card.components[0]["components"][0]["custom_id"] = old
        response = await discord.click(card, custom_id=old)
        assert response.ephemeral
        assert "another version" in response.text
