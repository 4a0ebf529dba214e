"""The connection: sessions that end, resume and begin anew, shards, compression, errors, limits, cuts."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator

import aiohttp
import discord as dpy
import pytest
import pytest_asyncio

from tests.fakecord import FakeDiscord, Intent, running
from tests.fakecord.example_bot import ExampleBot
from tests.fakecord.flags import Permission


@pytest_asyncio.fixture
async def bot(discord: FakeDiscord) -> AsyncIterator[ExampleBot]:
    async with running(ExampleBot(discord), discord) as started:
        yield started


async def test_the_start_is_quick(discord: FakeDiscord) -> None:
    started = time.perf_counter()
    async with running(ExampleBot(discord), discord):
        print(f"ready after {(time.perf_counter() - started) * 1000:.0f} ms")
        identify = discord.gateway.identifies[0]
    assert identify["shard"] == [0, 1]
    assert not identify["intents"] & Intent.MESSAGE_CONTENT


async def test_commands_are_synced_only_when_the_bot_does_it(discord: FakeDiscord) -> None:
    async with running(ExampleBot(discord, sync=False), discord):
        assert discord.syncs == []
    async with running(ExampleBot(discord), discord):
        assert [sync.guild_id for sync in discord.syncs] == [None]
    assert "runtime" in discord.commands


async def test_a_command_keeps_its_id_and_shows_translations_when_asked(discord: FakeDiscord, bot: ExampleBot) -> None:
    before = {name: command["id"] for name, command in discord.commands.items()}
    await bot.tree.sync()
    assert {name: command["id"] for name, command in discord.commands.items()} == before
    discord.commands["runtime"]["name_localizations"] = {"de": "dauer"}
    route = dpy.http.Route("GET", "/applications/{application_id}/commands", application_id=discord.bot.id)
    assert "dauer" not in str(await bot.http.request(route))
    assert "dauer" in str(await bot.http.request(route, params={"with_localizations": "true"}))


async def test_events_of_a_gap_are_replayed_after_a_cut(discord: FakeDiscord, bot: ExampleBot) -> None:
    discord.gateway.abort()
    message = await discord.post(discord.channel, f"{discord.bot.mention} in the gap")
    await discord.until(lambda: message.content in bot.heard)
    assert discord.gateway.resumes == 1
    assert len(discord.gateway.identifies) == 1


@pytest.mark.parametrize("fault", ["close 1000", "close 4000", "op 7", "op 9 resumable"])
async def test_a_session_is_resumed(discord: FakeDiscord, bot: ExampleBot, fault: str) -> None:
    if fault.startswith("close"):
        await discord.gateway.close(int(fault.split()[1]))
    elif fault == "op 7":
        await discord.gateway.ask_to_reconnect()
    else:
        await discord.gateway.invalidate(resumable=True)
    await discord.until(lambda: discord.gateway.resumes)
    assert (await discord.say(discord.dm(), "still there?")).text == "heard: still there?"
    assert len(discord.gateway.identifies) == 1


async def test_a_missing_heartbeat_acknowledgement_is_noticed(discord: FakeDiscord) -> None:
    discord.gateway.heartbeat_interval = 20
    async with running(ExampleBot(discord, heartbeat_timeout=0.1), discord):
        discord.gateway.acknowledge = False
        await discord.until(lambda: discord.gateway.resumes)
        discord.gateway.acknowledge = True


@pytest.mark.parametrize(("code", "error"), [(4004, dpy.ConnectionClosed), (4014, dpy.PrivilegedIntentsRequired)])
async def test_a_final_close_ends_the_bot(discord: FakeDiscord, code: int, error: type[Exception]) -> None:
    with pytest.raises(error):
        async with running(ExampleBot(discord), discord) as bot:
            await discord.gateway.close(code)
            await discord.until(bot.is_closed)
    assert discord.gateway.sessions == {}


async def test_a_malformed_event_ends_the_bot(discord: FakeDiscord) -> None:
    with pytest.raises(KeyError):
        async with running(ExampleBot(discord), discord) as bot:
            await discord.gateway.dispatch("MESSAGE_CREATE", {"channel_id": str(discord.channel.id)})
            await discord.until(bot.is_closed)


async def test_an_invalid_session_begins_anew(discord: FakeDiscord, bot: ExampleBot) -> None:
    await discord.gateway.invalidate(resumable=False)
    await discord.until(lambda: len(discord.gateway.identifies) == 2)
    await discord.until(lambda: discord.gateway.sessions)
    assert (await discord.say(discord.dm(), "still there?")).text == "heard: still there?"
    assert discord.gateway.resumes == 0


async def test_a_wrong_token_is_refused(discord: FakeDiscord) -> None:
    bot = ExampleBot(discord)
    async with bot:
        with pytest.raises(dpy.LoginFailure):
            await bot.start("wrong")


async def test_a_token_revoked_while_running_ends_the_bot(discord: FakeDiscord) -> None:
    discord.gateway.refuse_identify = 4004
    bot = ExampleBot(discord, shard_count=1)
    async with bot:
        await bot.login(discord.token)
        with pytest.raises(dpy.ConnectionClosed) as closed:
            async with asyncio.timeout(5):
                await bot.connect()
    assert closed.value.code == 4004


async def test_privileged_intents_must_be_granted(discord: FakeDiscord) -> None:
    intents = dpy.Intents.default()
    intents.message_content = True
    with pytest.raises(dpy.PrivilegedIntentsRequired):
        async with running(ExampleBot(discord, intents=intents), discord):
            pass


async def test_granted_message_content_is_delivered() -> None:
    intents = dpy.Intents.default()
    intents.message_content = True
    async with (
        FakeDiscord(privileged_intents=Intent.MESSAGE_CONTENT) as discord,
        running(ExampleBot(discord, intents=intents), discord) as bot,
    ):
        await discord.say_in_vain(discord.channel, "just chatting", within=0.05)
        assert bot.heard == ["just chatting"]


async def test_members_are_sent_when_granted() -> None:
    intents = dpy.Intents.default()
    intents.members = True
    async with (
        FakeDiscord(privileged_intents=Intent.GUILD_MEMBERS) as discord,
        running(ExampleBot(discord, intents=intents), discord) as bot,
    ):
        guild = bot.get_guild(discord.guild.id)
        assert guild is not None
        assert {member.name for member in guild.members} == {"olga", "filmbot", "ada", "mo"}


async def test_servers_are_spread_over_shards() -> None:
    async with FakeDiscord(shards=3) as discord:
        guilds = [discord.guild] + [await discord.add_guild(f"Cinema {number}") for number in range(8)]
        async with running(ExampleBot(discord), discord) as bot:
            assert sorted(identify["shard"] for identify in discord.gateway.identifies) == [[0, 3], [1, 3], [2, 3]]
            assert {guild.id for guild in bot.guilds} == {guild.id for guild in guilds}
            for guild in guilds:
                assert (await discord.slash("where", where=guild.channels[0])).content.startswith("[0]")
            assert (await discord.say(discord.dm(), "hi")).text == "heard: hi"


async def test_servers_come_and_go(discord: FakeDiscord, bot: ExampleBot) -> None:
    guild = await discord.add_guild("Drive-in")
    await discord.until(lambda: bot.get_guild(guild.id))
    await discord.remove_guild(guild)
    await discord.until(lambda: bot.get_guild(guild.id) is None)


async def test_a_plain_client_on_an_uncompressed_connection(discord: FakeDiscord) -> None:
    async with (
        aiohttp.ClientSession(connector=discord.connector()) as session,
        session.ws_connect("wss://gateway.discord.gg/?v=10&encoding=json") as socket,
    ):
        assert (await socket.receive_json())["op"] == 10
        await socket.send_json({"op": 1, "d": None})
        assert (await socket.receive_json())["op"] == 11
        await socket.send_json({"op": 6, "d": {"token": "x", "session_id": "y", "seq": 0}})
        assert await socket.receive_json() == {"op": 9, "d": False, "s": None, "t": None}
        await socket.send_json({"op": 99, "d": None})
        discord.gateway.acknowledge = False
        await socket.send_json({"op": 1, "d": None})
        with pytest.raises(TimeoutError):
            await socket.receive_json(timeout=0.05)
    assert "unexpected payload" in discord.take_violations()[0]


async def test_the_gateway_checks_token_and_shard(discord: FakeDiscord) -> None:
    for identify, code in (({"token": "wrong"}, 4004), ({"token": discord.token, "shard": [2, 2]}, 4010)):
        async with (
            aiohttp.ClientSession(connector=discord.connector()) as session,
            session.ws_connect("wss://gateway.discord.gg/?v=10&encoding=json") as socket,
        ):
            await socket.receive_json()
            await socket.send_json({"op": 2, "d": identify})
            assert (await socket.receive()).type is aiohttp.WSMsgType.CLOSE
            assert socket.close_code == code


async def test_other_members_are_not_sent_without_the_intent(discord: FakeDiscord, bot: ExampleBot) -> None:
    session = next(iter(discord.gateway.sessions.values()))
    created = next(data for _, event, data in session.events if event == "GUILD_CREATE")
    assert [member["user"]["username"] for member in created["members"]] == ["filmbot"]


async def test_the_presence_is_noted(discord: FakeDiscord, bot: ExampleBot) -> None:
    await bot.change_presence(activity=dpy.Game("Dune"))
    await discord.until(lambda: discord.gateway.presences)
    assert discord.gateway.presences[-1]["activities"][0]["name"] == "Dune"


async def test_the_presence_of_the_start_is_noted(discord: FakeDiscord) -> None:
    async with running(ExampleBot(discord, activity=dpy.Game("Alien"), status=dpy.Status.idle), discord):
        assert discord.gateway.presences[0]["activities"][0]["name"] == "Alien"
        assert discord.gateway.presences[0]["status"] == "idle"


async def test_a_server_error_is_retried(discord: FakeDiscord, bot: ExampleBot) -> None:
    fault = discord.faults.fail("/interactions/*/callback", 500)
    response = await discord.slash("runtime", {"title": "x"})
    assert response.content == "x: 95 minutes"
    assert fault.hits == 1
    assert response.responded_in > 900


@pytest.mark.parametrize("everywhere", [True, False])
async def test_a_rate_limit_is_honoured(discord: FakeDiscord, bot: ExampleBot, everywhere: bool) -> None:
    fault = discord.faults.rate_limit("/channels/*/messages", 0.05, everywhere=everywhere, method="POST")
    assert (await discord.say(discord.dm(), "hi")).text == "heard: hi"
    assert fault.hits == 1


async def test_a_cut_request_is_an_error_for_the_bot(
    discord: FakeDiscord, bot: ExampleBot, caplog: pytest.LogCaptureFixture
) -> None:
    discord.faults.cut("/channels/*/messages", method="POST")
    with caplog.at_level(logging.ERROR):
        await discord.say_in_vain(discord.dm(), "hi", within=0.1)
    assert "ServerDisconnectedError" in caplog.text
    assert (await discord.say(discord.dm(), "again")).text == "heard: again"


async def test_a_slow_answer_can_be_asked_for(discord: FakeDiscord, bot: ExampleBot) -> None:
    discord.faults.delay("/interactions/*/callback", 0.1)
    assert (await discord.slash("where")).responded_in > 100


async def test_closed_doors_are_closed(discord: FakeDiscord, bot: ExampleBot) -> None:
    channel = bot.get_partial_messageable(discord.channel.id)
    await discord.deny(discord.channel, Permission.SEND_MESSAGES)
    guild = bot.get_guild(discord.guild.id)
    assert guild is not None
    await discord.until(lambda: not guild.text_channels[0].permissions_for(guild.me).send_messages)
    assert guild.text_channels[0].permissions_for(guild.me).view_channel
    with pytest.raises(dpy.Forbidden) as refused:
        await channel.send("x")
    assert refused.value.code == 50013
    discord.user.accepts_dms = False
    user = await bot.fetch_user(discord.user.id)
    with pytest.raises(dpy.Forbidden):
        await user.send("x")
    with pytest.raises(dpy.NotFound):
        await bot.fetch_user(1)


async def test_messages_of_others_are_theirs(discord: FakeDiscord, bot: ExampleBot) -> None:
    message = await discord.post(discord.channel, "mine")
    theirs = bot.get_partial_messageable(discord.channel.id).get_partial_message(message.id)
    with pytest.raises(dpy.Forbidden) as refused:
        await theirs.edit(content="yours")
    assert refused.value.code == 50005
    with pytest.raises(dpy.Forbidden) as refused:
        await theirs.delete()
    assert refused.value.code == 50013
    assert (await theirs.fetch()).content == ""
    assert message.content == "mine"


async def test_an_expired_answer_can_no_longer_be_changed(discord: FakeDiscord, bot: ExampleBot) -> None:
    interactions: list[dpy.Interaction] = []

    async def keep(interaction: dpy.Interaction) -> None:
        interactions.append(interaction)

    bot.add_listener(keep, "on_interaction")
    response = await discord.slash("where")
    discord.expire(response)
    with pytest.raises(dpy.HTTPException) as refused:
        await interactions[0].edit_original_response(content="too late")
    assert refused.value.code == 50027


async def test_rest_gives_what_discord_py_reads(discord: FakeDiscord, bot: ExampleBot) -> None:
    discord.guild.members[discord.bot.id].roles.append(discord.guild.members[discord.moderator.id].roles[0])
    guild = await bot.fetch_guild(discord.guild.id)
    assert guild.name == "Cinema"
    assert [channel.name for channel in await guild.fetch_channels()] == ["general"]
    assert (await guild.fetch_member(discord.user.id)).name == "ada"
    assert len(await guild.fetch_roles()) == 2
    assert [command.name for command in await bot.tree.fetch_commands()] == list(discord.commands)
    assert (await bot.application_info()).owner.name == "olga"
    channel = await bot.fetch_channel(discord.channel.id)
    assert isinstance(channel, dpy.TextChannel)
    message = await channel.send("first", embed=dpy.Embed(title="Dune"))
    await message.edit(content="second", embed=None)
    assert (await channel.fetch_message(message.id)).content == "second"
    assert [found.content async for found in channel.history(limit=10)] == ["second"]
    await message.add_reaction("🎬")
    assert [reaction.emoji for reaction in (await channel.fetch_message(message.id)).reactions] == ["🎬"]
    await message.remove_reaction("🎬", bot.user or message.author)
    thread = await message.create_thread(name="about it")
    assert (await thread.send("in the thread")).channel.id == thread.id
    await message.delete()
    assert [found.content async for found in channel.history(limit=10)] == []
