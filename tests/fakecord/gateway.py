"""Discord's gateway: sessions, compression, intents, shards, resuming, and the faults that tests ask for."""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from tests.fakecord.flags import PRIVILEGED, Intent
from tests.fakecord.people import Guild
from tests.fakecord.world import World

Payload = dict[str, Any]
Compress = Callable[[bytes], bytes]

DISPATCH, HEARTBEAT, IDENTIFY, PRESENCE, RESUME, RECONNECT = 0, 1, 2, 3, 6, 7
REQUEST_MEMBERS, INVALID_SESSION, HELLO, HEARTBEAT_ACK = 8, 9, 10, 11
AUTHENTICATION_FAILED, INVALID_SHARD, DISALLOWED_INTENTS = 4004, 4010, 4014
FINAL = range(4004, 4015)
"""Close codes after which a session cannot be resumed."""
HEARTBEAT_INTERVAL = 41_250  # milliseconds
ACTIVITY = 128


def compressor(name: str | None) -> Compress | None:
    """A compression for one socket (None for plain text): one stream, flushed after every message."""
    if name == "zlib-stream":
        zlib_stream = zlib.compressobj()
        return lambda payload: zlib_stream.compress(payload) + zlib_stream.flush(zlib.Z_SYNC_FLUSH)
    if name == "zstd-stream":
        return _zstd()
    return None


def _zstd() -> Compress:
    if importlib.util.find_spec("zstandard"):
        package: Any = importlib.import_module("zstandard")
        stream = package.ZstdCompressor().compressobj()
        return lambda payload: bytes(stream.compress(payload) + stream.flush(package.COMPRESSOBJ_FLUSH_BLOCK))
    standard: Any = importlib.import_module("compression.zstd")  # Python 3.14
    newer = standard.ZstdCompressor()
    return lambda payload: bytes(newer.compress(payload, newer.FLUSH_BLOCK))


@dataclass(eq=False)
class Socket:
    """One connection; a session may outlive several."""

    request: web.Request
    response: web.WebSocketResponse
    compress: Compress | None

    async def send(self, op: int, data: Any = None, sequence: int | None = None, event: str | None = None) -> None:
        """Send one payload; a peer that has gone is no error."""
        text = json.dumps({"op": op, "d": data, "s": sequence, "t": event})
        with contextlib.suppress(ConnectionError):
            if self.compress:
                await self.response.send_bytes(self.compress(text.encode()))
            else:
                await self.response.send_str(text)

    def abort(self) -> None:
        """Cut the connection without a word."""
        if self.request.transport:
            self.request.transport.abort()


@dataclass(eq=False)
class Session:
    """What one IDENTIFY began. `events` are kept so that a RESUME can have those it missed."""

    id: str
    shard: int
    shards: int
    intents: int
    socket: Socket | None
    events: list[tuple[int, str, Payload]] = field(default_factory=list)

    async def dispatch(self, event: str, data: Payload) -> None:
        """Send an event, or keep it for a RESUME."""
        sequence = len(self.events) + 1
        self.events.append((sequence, event, data))
        if self.socket:
            await self.socket.send(DISPATCH, data, sequence, event)


class Gateway:
    """The gateway's side of every bot connection.

    `identifies` holds the data of each IDENTIFY, `resumes` counts those that succeeded, `presences` what was shown.
    `acknowledge = False` leaves heartbeats unanswered, `refuse_identify = 4014` closes at the next IDENTIFY.
    """

    def __init__(self, world: World) -> None:
        self._world = world
        self._sockets: set[Socket] = set()
        self.sessions: dict[str, Session] = {}
        self.identifies: list[Payload] = []
        self.resumes = 0
        self.presences: list[Payload] = []
        self.heartbeat_interval = HEARTBEAT_INTERVAL
        self.acknowledge = True
        self.refuse_identify: int | None = None

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Serve one connection until it ends."""
        response = web.WebSocketResponse(compress=False, timeout=1)
        await response.prepare(request)
        socket = Socket(request, response, compressor(request.query.get("compress")))
        self._sockets.add(socket)
        ended = False
        try:
            await socket.send(HELLO, {"heartbeat_interval": self.heartbeat_interval})
            while (message := await response.receive()).type is WSMsgType.TEXT:
                await self._receive(socket, json.loads(message.data))
            ended = message.type is WSMsgType.CLOSE and message.data in (1000, 1001)
        finally:
            self._sockets.discard(socket)
            self._forget(socket, ended=ended)
        return response

    def _forget(self, socket: Socket, *, ended: bool) -> None:
        for session in [session for session in self.sessions.values() if session.socket is socket]:
            session.socket = None
            if ended:
                del self.sessions[session.id]

    async def _receive(self, socket: Socket, message: Payload) -> None:
        op, data = message.get("op"), message.get("d")
        if op == HEARTBEAT:
            if self.acknowledge:
                await socket.send(HEARTBEAT_ACK)
        elif op == IDENTIFY and isinstance(data, dict):
            await self._identify(socket, data)
        elif op == RESUME and isinstance(data, dict):
            await self._resume(socket, data)
        elif op == PRESENCE and isinstance(data, dict):
            self._presence(data)
        elif op == REQUEST_MEMBERS and isinstance(data, dict):
            await self._request_members(socket, data)
        else:
            self._world.violate(f"gateway: unexpected payload {message}")

    async def _identify(self, socket: Socket, data: Payload) -> None:
        self.identifies.append(data)
        intents, (shard, shards) = int(data.get("intents") or 0), data.get("shard") or (0, 1)
        code = self.refuse_identify
        if data.get("token") != self._world.token:
            code = AUTHENTICATION_FAILED
        elif not 0 <= shard < shards:
            code = INVALID_SHARD
        elif intents & PRIVILEGED & ~self._world.granted:
            code = DISALLOWED_INTENTS
        if code is not None:
            self.refuse_identify = None
            await socket.response.close(code=code)
            return
        if data.get("presence"):
            self._presence(data["presence"])
        session = Session(f"session-{len(self.identifies)}", shard, shards, intents, socket)
        self.sessions[session.id] = session
        guilds = [guild for guild in self._world.guilds.values() if guild.bot_is_in and guild.shard(shards) == shard]
        ready = {
            "v": 10,
            "user": self._world.bot.payload() | {"verified": True, "mfa_enabled": False, "flags": 0, "email": None},
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
            "session_id": session.id,
            "resume_gateway_url": "wss://gateway-local.discord.gg",
            "shard": [shard, shards],
            "application": {"id": str(self._world.bot.id), "flags": 0},
        }
        await session.dispatch("READY", ready)
        if intents & Intent.GUILDS:
            for guild in guilds:
                await session.dispatch("GUILD_CREATE", self.guild_create(guild, session))

    def guild_create(self, guild: Guild, session: Session, *, joined: bool = False) -> Payload:
        """The server as this session gets it; of one just `joined` Discord does not say whether it is available."""
        created = guild.create_payload(self._world.bot, all_members=bool(session.intents & Intent.GUILD_MEMBERS))
        return {name: value for name, value in created.items() if not (joined and name == "unavailable")}

    async def _resume(self, socket: Socket, data: Payload) -> None:
        session = self.sessions.get(data.get("session_id") or "")
        if session is None or data.get("token") != self._world.token:
            await socket.send(INVALID_SESSION, False)
            return
        session.socket = socket
        self.resumes += 1
        for sequence, event, missed in session.events[data.get("seq") or 0 :]:
            await socket.send(DISPATCH, missed, sequence, event)
        await session.dispatch("RESUMED", {})

    def _presence(self, data: Payload) -> None:
        activities = data.get("activities") or [data["game"]] * bool(data.get("game"))  # "game" is what IDENTIFY says
        self.presences.append(data | {"activities": activities})
        for activity in activities:
            if not 1 <= len(activity.get("name") or "") <= ACTIVITY or len(activity.get("state") or "") > ACTIVITY:
                self._world.violate(f"gateway: presence {activity} is empty or over {ACTIVITY} characters")

    async def _request_members(self, socket: Socket, data: Payload) -> None:
        guild = self._world.guilds[int(data["guild_id"])]
        wanted = {int(user_id) for user_id in data.get("user_ids") or ()}
        prefix = (data.get("query") or "").lower()
        members = [
            member.payload()
            for member in guild.members.values()
            if (member.user.id in wanted if wanted else member.user.name.startswith(prefix))
        ]
        chunk = {"guild_id": str(guild.id), "members": members, "chunk_index": 0, "chunk_count": 1}
        session = next(session for session in self.sessions.values() if session.socket is socket)
        if not session.intents & Intent.GUILD_MEMBERS and not prefix and not wanted:
            self._world.violate("gateway: all members requested without the members intent")
        await session.dispatch("GUILD_MEMBERS_CHUNK", chunk | ({"nonce": data["nonce"]} if data.get("nonce") else {}))

    async def dispatch(
        self,
        event: str,
        data: Payload | Callable[[Session], Payload],
        *,
        guild: Guild | None = None,
        intent: Intent = Intent.NONE,
    ) -> None:
        """Send an event to the sessions of the server's shard (shard 0 for private ones) that asked for it."""
        for session in list(self.sessions.values()):
            shard = guild.shard(session.shards) if guild else 0
            if shard == session.shard and (not intent or session.intents & intent):
                await session.dispatch(event, data(session) if callable(data) else data)

    # what tests can do to the connection

    def abort(self) -> None:
        """Cut every connection without a word; sessions can be resumed."""
        for socket in list(self._sockets):
            socket.abort()
            self._forget(socket, ended=False)

    async def close(self, code: int) -> None:
        """Close every connection with this code."""
        for socket in list(self._sockets):
            self._forget(socket, ended=code in FINAL)
            await socket.response.close(code=code)

    async def ask_to_reconnect(self) -> None:
        """Tell every bot to reconnect and resume (op 7)."""
        for socket in list(self._sockets):
            self._forget(socket, ended=False)
            await socket.send(RECONNECT)

    async def invalidate(self, *, resumable: bool) -> None:
        """Tell every bot that its session is invalid (op 9), to be resumed or begun anew."""
        for socket in list(self._sockets):
            self._forget(socket, ended=not resumable)
            await socket.send(INVALID_SESSION, resumable)
