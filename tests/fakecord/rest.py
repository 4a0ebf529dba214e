"""The REST side: reads every request, checks it, answers it, and remembers what Discord would not accept."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from aiohttp import BodyPartReader, web

from tests.fakecord.call import Call, Refusal, Route
from tests.fakecord.faults import Fault, Faults
from tests.fakecord.gateway import Gateway
from tests.fakecord.messages import File
from tests.fakecord.openapi import Description
from tests.fakecord.posting import Uploads
from tests.fakecord.routes import ROUTES
from tests.fakecord.world import World

Payload = dict[str, Any]

BASE = "/api/v10"
_NO_TOKEN_NEEDED = ("/interactions/", "/webhooks/")
_HEADERS = {
    "X-RateLimit-Limit": "100",
    "X-RateLimit-Remaining": "99",
    "X-RateLimit-Reset-After": "1.0",
    "Via": "1.1 local",
}


class Rest:
    """Serves the routes. `requests` lists every request as `METHOD /path`."""

    def __init__(self, world: World, gateway: Gateway, description: Description | None) -> None:
        self._world, self._gateway, self._description = world, gateway, description
        self.faults = Faults()
        self.requests: list[str] = []

    def application(self) -> web.Application:
        """The aiohttp application for REST, CDN and gateway on one port."""
        application = web.Application(client_max_size=64 * 1024 * 1024)
        for name, route in ROUTES.items():
            method, template = name.split(" ")
            application.router.add_route(method, BASE + template, self._serving(template, route))
        application.router.add_get("/attachments/{channel}/{id}/{filename}", self._file)
        application.router.add_get("/", self._gateway.handle)
        application.router.add_route("*", "/{rest:.*}", self._unknown)
        return application

    async def _file(self, request: web.Request) -> web.Response:
        file = self._world.files.get(request.path)
        return (
            web.Response(status=404)
            if file is None
            else web.Response(body=file.content, content_type=file.content_type)
        )

    async def _unknown(self, request: web.Request) -> web.Response:
        self.requests.append(f"{request.method} {request.path}")
        self._world.violate(f"unknown route {request.method} {request.host}{request.path}")
        return _json({"message": "404: Not Found", "code": 0}, 404)

    def _serving(self, template: str, route: Route) -> Any:
        async def serve(request: web.Request) -> web.StreamResponse:
            path = request.path.removeprefix(BASE)
            self.requests.append(f"{request.method} {path}")
            fault = self.faults.strike(request.method, path)
            if fault and fault.delay:
                await asyncio.sleep(fault.delay)
            elif fault:
                return await _broken(request, fault)
            try:
                return _json(await self._answer(request, template, route))
            except Refusal as refusal:
                return _json({"code": refusal.code, "message": refusal.message}, refusal.status)

        return serve

    async def _answer(self, request: web.Request, template: str, route: Route) -> Any:
        known = request.headers.get("Authorization") == f"Bot {self._world.token}"
        if not known and not template.startswith(_NO_TOKEN_NEEDED):
            raise Refusal(401, 0, "401: Unauthorized")
        body, uploads = await _read(request)
        call = Call(self._world, self._gateway, request.match_info, request.query, body, uploads)
        problems = _checked(route, call)
        if self._description and body is not None:
            problems += self._description.problems(request.method, template, body)
        if problems:
            for problem in problems:
                self._world.violate(f"{request.method} {template}: {problem}")
            raise Refusal(400, 50035, "Invalid Form Body: " + "; ".join(problems))
        return await route.handler(call)


def _checked(route: Route, call: Call) -> list[str]:
    try:
        return route.check(call) if route.check else []
    except (TypeError, ValueError, AttributeError, KeyError) as error:
        return [f"the body has another shape than Discord's ({error!r})"]


async def _broken(request: web.Request, fault: Fault) -> web.Response:
    await request.read()
    if fault.status < 0:
        if request.transport:
            request.transport.abort()
        raise web.HTTPInternalServerError
    if fault.status != 429:
        return _json({"message": "Local Discord is broken on purpose", "code": 0}, fault.status)
    scope = "global" if fault.everywhere else "user"
    headers = {"Retry-After": str(fault.retry_after), "X-RateLimit-Scope": scope, "X-RateLimit-Remaining": "0"}
    if fault.everywhere:
        headers["X-RateLimit-Global"] = "true"
    limited = {"message": "You are being rate limited.", "retry_after": fault.retry_after, "global": fault.everywhere}
    return _json(limited, 429, headers)


async def _read(request: web.Request) -> tuple[Any, Uploads]:
    if not request.can_read_body:
        return None, {}
    if request.content_type != "multipart/form-data":
        text = await request.text()
        return (json.loads(text) if text else None), {}
    body: Any = None
    uploads: Uploads = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            continue
        name = part.name or ""
        if name == "payload_json":
            body = json.loads(await part.text())
        elif name.startswith("files[") and name.endswith("]"):
            uploads[int(name[6:-1])] = File(part.filename or "unnamed", bytes(await part.read()))
    return body, uploads


def _json(payload: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    headers = _HEADERS | (headers or {})
    if payload is None:
        return web.Response(status=204, headers=headers)
    # no charset in the content type: discord.py compares it with exactly this text
    return web.Response(
        status=status, body=json.dumps(payload).encode(), headers=headers | {"Content-Type": "application/json"}
    )
