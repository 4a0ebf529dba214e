"""Discord's limits for messages, from its documentation: every check returns what is wrong, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from tests.fakecord.component_limits import component_problems, length_problems
from tests.fakecord.flags import MessageFlag

Payload = dict[str, Any]

CONTENT = 2000
EMBED = {"title": 256, "description": 4096}
EMBEDS = 10
EMBED_FIELDS = 25
FIELD_NAME = 256
FIELD_VALUE = 1024
FOOTER = 2048
AUTHOR = 256
ALL_EMBEDS = 6000
FILES = 10
FILE_BYTES = 10 * 1024 * 1024
FILE_DESCRIPTION = 1024
URL = 2048
NONCE = 25
POLL_QUESTION = 300
POLL_ANSWERS = 10
POLL_ANSWER = 55
STICKERS = 3

_MAY_SET = (
    MessageFlag.SUPPRESS_EMBEDS
    | MessageFlag.EPHEMERAL
    | MessageFlag.SUPPRESS_NOTIFICATIONS
    | MessageFlag.VOICE_MESSAGE
    | MessageFlag.COMPONENTS_V2
)


def message_problems(body: Payload, *, ephemeral_allowed: bool, editing: Payload | None = None) -> list[str]:
    """What is wrong with a message to be sent, or with an edit of the message `editing`."""
    return list(_message(body, ephemeral_allowed, editing))


def _message(body: Payload, ephemeral_allowed: bool, editing: Payload | None) -> Iterator[str]:
    before = editing or {}
    flags = (body.get("flags") or 0) | ((before.get("flags") or 0) & MessageFlag.COMPONENTS_V2)
    after = {key: body[key] if key in body else before.get(key) for key in ("content", "embeds", "components", "poll")}
    embeds = body.get("embeds") or []
    yield from length_problems("content", body.get("content"), CONTENT)
    yield from embed_problems(embeds)
    yield from component_problems(body.get("components") or [], v2=bool(flags & MessageFlag.COMPONENTS_V2))
    yield from _mention_problems(body.get("allowed_mentions") or {})
    yield from _poll_problems(body.get("poll"))
    yield from _file_problems(body.get("attachments") or [])
    yield from length_problems("nonce", str(body.get("nonce") or ""), NONCE)
    if len(body.get("sticker_ids") or []) > STICKERS:
        yield f"more than {STICKERS} stickers"
    if (body.get("flags") or 0) & ~_MAY_SET:
        yield f"flags {body['flags']} hold bits a bot may not set"
    if (body.get("flags") or 0) & MessageFlag.EPHEMERAL and not ephemeral_allowed:
        yield "an ephemeral message outside an interaction"
    if flags & MessageFlag.COMPONENTS_V2:
        beside = [key for key in ("content", "embeds", "poll") if after[key]] + ["stickers"] * bool(
            body.get("sticker_ids")
        )
        if beside:
            yield f"Components V2 with {' and '.join(beside)} beside them"
    files = body["attachments"] if body.get("attachments") is not None else before.get("attachments")
    something = (after["content"] or "").strip() or after["embeds"] or after["components"] or after["poll"]
    if not (something or files or body.get("sticker_ids") or _forwards(body)):
        yield "an empty message"


def _forwards(body: Payload) -> bool:
    return (body.get("message_reference") or {}).get("type") == 1


def embed_problems(embeds: list[Payload]) -> Iterator[str]:
    """What is wrong with the embeds of one message."""
    if len(embeds) > EMBEDS:
        yield f"{len(embeds)} embeds, over {EMBEDS}"
    for embed in embeds:
        for key, limit in EMBED.items():
            yield from length_problems(f"embed {key}", embed.get(key), limit)
        yield from length_problems("embed footer", (embed.get("footer") or {}).get("text"), FOOTER)
        yield from length_problems("embed author", (embed.get("author") or {}).get("name"), AUTHOR)
        rows = embed.get("fields") or []
        if len(rows) > EMBED_FIELDS:
            yield f"{len(rows)} embed fields, over {EMBED_FIELDS}"
        for row in rows:
            yield from length_problems("embed field name", row.get("name"), FIELD_NAME, least=1)
            yield from length_problems("embed field value", row.get("value"), FIELD_VALUE, least=1)
        color = embed.get("color")
        if color is not None and not 0 <= color <= 0xFFFFFF:
            yield f"embed color {color}"
        yield from _embed_urls(embed)
        if not any(
            embed.get(key) for key in ("title", "description", "fields", "footer", "author", "image", "thumbnail")
        ):
            yield "an embed with nothing in it"
    total = sum(len(text) for embed in embeds for text in _embed_texts(embed))
    if total > ALL_EMBEDS:
        yield f"{total} characters over all embeds, over {ALL_EMBEDS}"


def _embed_texts(embed: Payload) -> Iterator[str]:
    yield embed.get("title") or ""
    yield embed.get("description") or ""
    yield (embed.get("footer") or {}).get("text") or ""
    yield (embed.get("author") or {}).get("name") or ""
    for row in embed.get("fields") or []:
        yield row.get("name") or ""
        yield row.get("value") or ""


def _embed_urls(embed: Payload) -> Iterator[str]:
    links = [("embed url", embed.get("url"), False), ("author url", (embed.get("author") or {}).get("url"), False)]
    links += [(f"{key} url", (embed.get(key) or {}).get("url"), True) for key in ("image", "thumbnail")]
    links += [(f"{key} icon_url", (embed.get(key) or {}).get("icon_url"), True) for key in ("author", "footer")]
    for what, url, file_allowed in links:
        if url is not None:
            yield from url_problems(what, url, file_allowed=file_allowed)


def url_problems(what: str, url: str, *, file_allowed: bool = False, limit: int = URL) -> Iterator[str]:
    """Says so when a link is too long or of a scheme Discord refuses."""
    if len(url) > limit:
        yield f"{what} has {len(url)} characters, over {limit}"
    if not url.startswith(("http://", "https://", *(["attachment://"] if file_allowed else []))):
        yield f"{what} {url!r} is no http link"


def _mention_problems(allowed: Payload) -> Iterator[str]:
    parse = allowed.get("parse") or []
    for kind in ("users", "roles"):
        if kind in parse and allowed.get(kind):
            yield f"allowed_mentions both parses and lists {kind}"
        if len(allowed.get(kind) or []) > 100:
            yield f"allowed_mentions lists more than 100 {kind}"
    if unknown := set(parse) - {"users", "roles", "everyone"}:
        yield f"allowed_mentions parses {sorted(unknown)}"


def _poll_problems(poll: Payload | None) -> Iterator[str]:
    if not poll:
        return
    yield from length_problems("poll question", (poll.get("question") or {}).get("text"), POLL_QUESTION, least=1)
    answers = poll.get("answers") or []
    if not 1 <= len(answers) <= POLL_ANSWERS:
        yield f"{len(answers)} poll answers, not 1 to {POLL_ANSWERS}"
    for answer in answers:
        yield from length_problems("poll answer", (answer.get("poll_media") or {}).get("text"), POLL_ANSWER, least=1)
    if not 1 <= poll.get("duration", 24) <= 768:
        yield f"poll of {poll['duration']} hours, not 1 to 768"


def _file_problems(attachments: Iterable[Payload]) -> Iterator[str]:
    attachments = list(attachments)
    if len(attachments) > FILES:
        yield f"{len(attachments)} files, over {FILES}"
    for attachment in attachments:
        yield from length_problems("file description", attachment.get("description"), FILE_DESCRIPTION)
