"""The REST routes, by `METHOD /path`, with the path's parameters named as in Discord's description."""

from tests.fakecord.call import Route
from tests.fakecord.routes import application, channels, commands, guilds, interactions, users, webhooks

ROUTES: dict[str, Route] = (
    application.ROUTES
    | commands.ROUTES
    | interactions.ROUTES
    | webhooks.ROUTES
    | channels.ROUTES
    | guilds.ROUTES
    | users.ROUTES
)
