"""A local Discord for tests: REST and gateway over TLS on 127.0.0.1, for a real, unpatched discord.py client.

`async with FakeDiscord() as discord:` starts it; a bot reaches it with `connector=discord.connector()` and
`discord.token`. Tests act as users (`slash`, `autocomplete`, `click`, `select`, `submit_modal`, `say` …) and read what
comes back. Every request of the bot is checked against Discord's limits and, where it is at hand, Discord's OpenAPI
description; what Discord would not accept fails the test.
"""

from tests.fakecord.client import Refused
from tests.fakecord.components import Button, Select
from tests.fakecord.flags import ChannelType, Intent, Permission
from tests.fakecord.messages import Choice, File, Message, Modal
from tests.fakecord.people import Channel, Guild, Member, Role, User
from tests.fakecord.response import Response
from tests.fakecord.running import running
from tests.fakecord.server import FakeDiscord

__all__ = [
    "Button",
    "Channel",
    "ChannelType",
    "Choice",
    "FakeDiscord",
    "File",
    "Guild",
    "Intent",
    "Member",
    "Message",
    "Modal",
    "Permission",
    "Refused",
    "Response",
    "Role",
    "Select",
    "User",
    "running",
]
