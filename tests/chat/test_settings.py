"""/settings: who may settle what, and that it is settled for that server alone."""

from collections.abc import AsyncIterator

import pytest

from bot.chat.client import FilmBot
from bot.chat.permissions import ELSEWHERE, NOT_ALLOWED
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.server_settings import ServerSettings
from tests.chat.conftest import Connected, QuickBot
from tests.fakecord import Channel, FakeDiscord, Intent, Refused, Role, running
from tests.fakecord.client import Value
from tests.fakecord.flags import Permission

COMMANDS: dict[str, dict[str, Value]] = {
    "show": {},
    "moderators": {},
    "review-channel": {},
    "channels": {},
    "spoilers": {"how": "show"},
    "mature": {"how": "refuse"},
    "inline": {"on": True},
}


@pytest.fixture
def role(discord: FakeDiscord) -> Role:
    """A role without Manage Server."""
    return discord.add_role(discord.guild, "Cinephiles")


@pytest.fixture
def films(discord: FakeDiscord) -> Channel:
    """A second channel."""
    return discord.add_channel(discord.guild, "films")


@pytest.fixture
async def bot(role: Role, films: Channel, connected: Connected) -> AsyncIterator[FilmBot]:
    """A bot that knows the role and the channel."""
    async with connected() as bot:
        yield bot


async def settings(bot: FilmBot, discord: FakeDiscord) -> ServerSettings:
    return await bot.servers.settings(discord.guild.id)


@pytest.mark.parametrize("name", COMMANDS)
async def test_for_moderators_in_servers_and_for_nobody_else(
    bot: FilmBot, discord: FakeDiscord, role: Role, name: str
) -> None:
    options = COMMANDS[name]
    with pytest.raises(Refused, match="lacks the permissions"):
        await discord.slash(f"settings {name}", options)
    discord.guild.add_member(discord.user, [role])
    discord.guild.allow("settings", role)
    refused = await discord.slash(f"settings {name}", options)
    assert refused.ephemeral
    assert refused.text == NOT_ALLOWED
    private = await discord.slash(f"settings {name}", options, where=discord.dm(discord.moderator))
    assert private.ephemeral
    assert private.text == ELSEWHERE
    without = await discord.add_guild("Elsewhere", owner=discord.moderator, bot_is_in=False)
    with pytest.raises(Refused, match="no user install"):
        await discord.slash(f"settings {name}", options, user=discord.moderator, where=without.channels[0])
    assert await settings(bot, discord) == ServerSettings()
    assert (await discord.slash(f"settings {name}", options, user=discord.moderator)).ephemeral


async def test_everything_is_shown_on_one_card(bot: FilmBot, discord: FakeDiscord, role: Role, films: Channel) -> None:
    said = (await discord.slash("settings show", user=discord.moderator)).text
    assert "everywhere" in said
    assert "behind spoiler bars" in said
    await bot.servers.save(
        discord.guild.id,
        ServerSettings(moderator_roles=(role.id,), review_channel=films.id, mature="refuse", channels=(films.id,)),
    )
    shown = await discord.slash("settings show", user=discord.moderator)
    for words in (role.mention, films.mention, "refused, except in age-restricted"):
        assert words in shown.text
    assert shown.pings == []


async def test_moderators_are_named_by_role(bot: FilmBot, discord: FakeDiscord, role: Role) -> None:
    menu = await discord.slash("settings moderators", user=discord.moderator)
    settled = await discord.select(menu, [role])
    assert settled.updated
    assert role.mention in menu.text
    assert "Integrations" in menu.text
    assert menu.selects == []
    member = discord.add_user("fay", guild=discord.guild)
    discord.guild.add_member(member, [role])
    discord.guild.allow("settings", role)
    assert role.mention in (await discord.slash("settings show", user=member)).text
    again = await discord.slash("settings moderators", user=member)
    (there,) = again.components[0]["components"][0]["default_values"]
    assert int(there["id"]) == role.id
    await discord.select(again, [])
    assert (await settings(bot, discord)).moderator_roles == ()
    assert (await discord.slash("settings show", user=member)).text == NOT_ALLOWED


async def test_the_review_channel_is_chosen(bot: FilmBot, discord: FakeDiscord, films: Channel) -> None:
    menu = await discord.slash("settings review-channel", user=discord.moderator)
    await discord.select(menu, films)
    assert (await settings(bot, discord)).review_channel == films.id
    assert "may not write" not in menu.text
    await discord.deny(films, int(Permission.SEND_MESSAGES))
    menu = await discord.slash("settings review-channel", user=discord.moderator)
    await discord.select(menu, films)
    assert f"I may not write in {films.mention} yet" in menu.text
    menu = await discord.slash("settings review-channel", user=discord.moderator)
    await discord.select(menu, [])
    assert (await settings(bot, discord)).review_channel is None


async def test_channels_are_chosen_and_kept_to(bot: FilmBot, discord: FakeDiscord, films: Channel) -> None:
    await discord.select(await discord.slash("settings channels", user=discord.moderator), [films])
    assert films.mention in (await discord.slash("runtime", {"title": "up"})).text
    assert "96" in (await discord.slash("runtime", {"title": "up"}, where=films)).text
    await discord.select(await discord.slash("settings channels", user=discord.moderator), [])
    assert "96" in (await discord.slash("runtime", {"title": "up"})).text


async def test_plots_and_films_for_adults(bot: FilmBot, discord: FakeDiscord) -> None:
    settled = await discord.slash("settings spoilers", {"how": "show"}, user=discord.moderator)
    assert "shown at once" in settled.text
    settled = await discord.slash("settings mature", {"how": "refuse"}, user=discord.moderator)
    assert "refused, except" in settled.text
    assert await settings(bot, discord) == ServerSettings(spoilers="show", mature="refuse")
    assert "||" not in (await discord.slash("plot", {"title": "the sessions"})).text.replace("\\|", "")


async def test_inline_cards_need_the_operator_too(bot: FilmBot, discord: FakeDiscord) -> None:
    settled = await discord.slash("settings inline", {"on": True}, user=discord.moderator)
    assert "FILMBOT_INLINE" in settled.text
    assert (await settings(bot, discord)).inline
    assert "FILMBOT_INLINE" not in (await discord.slash("settings inline", {"on": False}, user=discord.moderator)).text


async def test_inline_cards_where_the_operator_allows_them(catalogue: Catalogue) -> None:
    async with FakeDiscord(privileged_intents=Intent.MESSAGE_CONTENT) as discord:
        new = QuickBot(catalogue=catalogue, connector=discord.connector(), guild_ready_timeout=0.02, inline=True)
        async with running(new, discord):
            await discord.say_in_vain(discord.channel, "[[up]]")
            assert "not" not in (await discord.slash("settings inline", {"on": True}, user=discord.moderator)).text
            assert (await discord.say(discord.channel, "[[up]]")).embeds


async def test_another_server_is_not_touched(bot: FilmBot, discord: FakeDiscord, films: Channel) -> None:
    other = await discord.add_guild("Other Cinema", owner=discord.moderator)
    theirs = other.channels[0]
    menu = await discord.slash("settings channels", user=discord.moderator)
    await discord.slash("settings mature", {"how": "refuse"}, user=discord.moderator, where=theirs)
    assert await settings(bot, discord) == ServerSettings()
    await discord.select(menu, [films])
    assert await bot.servers.settings(other.id) == ServerSettings(mature="refuse")
    assert films.mention not in (await discord.slash("settings show", user=discord.moderator, where=theirs)).text


async def test_menus_outlive_a_restart_and_a_lost_role(
    discord: FakeDiscord, role: Role, films: Channel, connected: Connected
) -> None:
    member = discord.add_user("fay")
    discord.guild.add_member(member, [role])
    discord.guild.allow("settings", role)
    async with connected() as bot:
        await bot.servers.save(discord.guild.id, ServerSettings(moderator_roles=(role.id,)))
        menu = await discord.slash("settings channels", user=member)
        late = await discord.slash("settings review-channel", user=member)
    async with connected() as bot:
        await discord.select(menu, [films])
        assert (await settings(bot, discord)).channels == (films.id,)
        await bot.servers.save(discord.guild.id, ServerSettings())
        refused = await discord.select(late, [films])
        assert refused.ephemeral
        assert refused.text == NOT_ALLOWED
        assert await settings(bot, discord) == ServerSettings()
