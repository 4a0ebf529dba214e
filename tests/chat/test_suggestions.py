"""Members suggest, moderators decide, and the member hears of it."""

import pytest

from bot.chat.client import FilmBot
from bot.chat.permissions import ELSEWHERE, NOT_ALLOWED
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.film import Film
from bot.knowledge.server_settings import ServerSettings
from bot.knowledge.servers import Servers
from tests.chat.conftest import Connected
from tests.fakecord import Channel, FakeDiscord, Message, Permission, Response, User


@pytest.fixture
async def reviews(catalogue: Catalogue, discord: FakeDiscord) -> Channel:
    """The channel in which the server reviews suggestions."""
    channel = discord.add_channel(discord.guild, "reviews")
    await Servers(catalogue).save(discord.guild.id, ServerSettings(review_channel=channel.id))
    return channel


async def suggest(discord: FakeDiscord, value: str = "97", film: str = "up", user: User | None = None) -> Response:
    """Suggest another runtime."""
    return await discord.slash("suggest", {"film": film, "field": "runtime", "value": value}, user=user)


async def runtime(catalogue: Catalogue, discord: FakeDiscord, film_id: str = "up-2009") -> int | None:
    """What the server sees."""
    film: Film | None = (await catalogue.of(discord.guild.id).standing(film_id)).film
    return film.runtime if film else None


def last(channel: Channel) -> Message:
    """The newest message of a channel."""
    return channel.messages[max(channel.messages)]


async def decide(discord: FakeDiscord, message: Message | Response, label: str) -> Response:
    """Press a button of a suggestion as a moderator."""
    return await discord.click(message, label, user=discord.moderator)


async def test_a_suggestion_is_approved_and_the_member_told(
    reviews: Channel, bot: FilmBot, catalogue: Catalogue, discord: FakeDiscord
) -> None:
    made = await suggest(discord)
    assert made.ephemeral
    assert "suggestion 1" in made.text
    review = last(reviews)
    assert "Suggestion 1: Up (2009)" in review.text
    assert "- 96" in review.text
    assert "+ 97" in review.text
    assert discord.user.mention in review.text
    assert review.pings == []
    assert await runtime(catalogue, discord) == 96
    await decide(discord, review, "Approve")
    assert await runtime(catalogue, discord) == 97
    assert review.buttons == []
    assert "Approved by" in review.text
    assert "approved" in last(discord.dm()).text
    history = await discord.slash("entry history", {"film": "up"}, user=discord.moderator)
    assert "approve" in history.text


async def test_a_suggestion_is_rejected_with_a_reason(
    reviews: Channel, bot: FilmBot, catalogue: Catalogue, discord: FakeDiscord
) -> None:
    await suggest(discord)
    review = last(reviews)
    form = await decide(discord, review, "Reject")
    await discord.submit_modal(form, {"Reason": "It is **96**, @everyone."})
    assert await runtime(catalogue, discord) == 96
    assert "Rejected by" in review.text
    told = last(discord.dm())
    assert "rejected" in told.text
    assert "It is \\*\\*96\\*\\*" in told.text
    assert review.buttons == []


async def test_a_suggestion_is_edited_and_then_approved(
    reviews: Channel, bot: FilmBot, catalogue: Catalogue, discord: FakeDiscord
) -> None:
    await suggest(discord)
    form = await decide(discord, last(reviews), "Edit")
    assert form.modal.fields["Runtime"]["value"] == "97"
    await discord.submit_modal(form, {"Runtime": "98"})
    assert await runtime(catalogue, discord) == 98
    assert "approved" in last(discord.dm()).text


async def test_the_outcome_stands_in_the_review_where_no_message_can_be_sent(
    reviews: Channel, bot: FilmBot, discord: FakeDiscord
) -> None:
    discord.user.accepts_dms = False
    await suggest(discord)
    review = last(reviews)
    await decide(discord, review, "Approve")
    assert f"{discord.user.mention} could not be told in private" in review.text


async def test_a_suggestion_made_on_what_has_changed_says_so(
    reviews: Channel, bot: FilmBot, catalogue: Catalogue, discord: FakeDiscord
) -> None:
    await suggest(discord)
    asked = await discord.slash("entry set", {"film": "up", "field": "runtime", "value": "99"}, user=discord.moderator)
    await discord.click(asked, "Save", user=discord.moderator)
    refused = await decide(discord, last(reviews), "Approve")
    assert refused.ephemeral
    assert "has changed since this was suggested" in refused.text
    queue = await discord.slash("entry review", user=discord.moderator)
    assert "The entry has changed since this was suggested" in queue.text
    assert "- 99" in queue.text
    form = await decide(discord, queue, "Edit")
    await discord.submit_modal(form)
    assert await runtime(catalogue, discord) == 97


async def test_without_a_channel_suggestions_wait_in_the_queue(
    bot: FilmBot, catalogue: Catalogue, discord: FakeDiscord
) -> None:
    assert "No suggestion waits" in (await discord.slash("entry review", user=discord.moderator)).text
    await suggest(discord)
    await suggest(discord, "1h", film="the sessions")
    queue = await discord.slash("entry review", user=discord.moderator)
    assert queue.ephemeral
    assert "Suggestion 1" in queue.text
    assert "1 more wait" in queue.text
    await decide(discord, queue, "Approve")
    assert await runtime(catalogue, discord) == 97
    assert "Suggestion 2" in (await discord.slash("entry review", user=discord.moderator)).text


async def test_what_is_decided_in_the_queue_shows_in_the_channel(
    reviews: Channel, bot: FilmBot, discord: FakeDiscord
) -> None:
    await suggest(discord)
    queue = await discord.slash("entry review", user=discord.moderator)
    await decide(discord, queue, "Approve")
    review = last(reviews)
    assert review.buttons == []
    assert "Approved by" in review.text


async def test_a_channel_closed_to_the_bot_leaves_it_in_the_queue(
    reviews: Channel, bot: FilmBot, discord: FakeDiscord
) -> None:
    await discord.deny(reviews, Permission.SEND_MESSAGES)
    assert "suggestion 1" in (await suggest(discord)).text
    assert "Suggestion 1" in (await discord.slash("entry review", user=discord.moderator)).text


async def test_the_button_under_a_card_leads_to_a_suggestion(
    reviews: Channel, bot: FilmBot, discord: FakeDiscord
) -> None:
    card = await discord.slash("film", {"title": "the sessions"})
    menu = await discord.click(card, "Something wrong?")
    assert menu.ephemeral
    form = await discord.select(menu, "Cast")
    assert "Helen Hunt as Cheryl Cohen-Greene" in form.modal.fields["Cast"]["value"]
    made = await discord.submit_modal(form, {"Cast": "John Hawkes as Mark O'Brien\nHelen Hunt as Cheryl"})
    assert "suggestion 1" in made.text
    assert "+ Helen Hunt as Cheryl" in last(reviews).text
    wrong = await discord.submit_modal(form, {"Cast": "x" * 400})
    assert "Cast, line 1" in wrong.text
    again = await discord.click(wrong, "Correct it")
    assert again.modal.fields["Cast"]["value"] == "x" * 400


async def test_buttons_work_after_a_restart(
    reviews: Channel, catalogue: Catalogue, discord: FakeDiscord, connected: Connected
) -> None:
    async with connected():
        await suggest(discord)
        card = await discord.slash("film", {"title": "the sessions"})
    async with connected():
        await decide(discord, last(reviews), "Approve")
        assert await runtime(catalogue, discord) == 97
        assert (await discord.click(card, "Something wrong?")).selects


async def test_members_cannot_decide(
    reviews: Channel, bot: FilmBot, catalogue: Catalogue, discord: FakeDiscord
) -> None:
    await suggest(discord)
    for label in ("Approve", "Edit", "Reject"):
        refused = await discord.click(last(reviews), label, user=discord.user)
        assert refused.ephemeral
        assert refused.text == NOT_ALLOWED
    assert await runtime(catalogue, discord) == 96


async def test_in_direct_messages_it_is_refused_with_the_reason(bot: FilmBot, discord: FakeDiscord) -> None:
    private = discord.dm()
    refused = await discord.slash("suggest", {"film": "up", "field": "runtime", "value": "1"}, where=private)
    assert refused.ephemeral
    assert refused.text == ELSEWHERE
    card = await discord.slash("film", {"title": "the sessions"}, where=private)
    assert "Something wrong?" not in [button.label for button in card.buttons]


async def test_another_server_sees_nothing_of_it(bot: FilmBot, catalogue: Catalogue, discord: FakeDiscord) -> None:
    await suggest(discord)
    elsewhere = await discord.add_guild("Elsewhere", owner=discord.moderator)
    queue = await discord.slash("entry review", user=discord.moderator, where=elsewhere.channels[0])
    assert "No suggestion waits" in queue.text
    await decide(discord, await discord.slash("entry review", user=discord.moderator), "Approve")
    assert "96" in (await discord.slash("runtime", {"title": "up"}, where=elsewhere.channels[0])).text


async def test_a_member_may_have_so_many_waiting(bot: FilmBot, discord: FakeDiscord) -> None:
    for value in range(1, 6):
        assert "Thank you" in (await suggest(discord, str(value))).text
    refused = await suggest(discord, "7")
    assert refused.ephemeral
    assert "still wait" in refused.text
    assert "already" in (await suggest(discord, "96", user=discord.moderator)).text
