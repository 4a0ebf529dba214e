"""Every limit of the own tables is noticed, and what just keeps to it passes."""

from __future__ import annotations

from typing import Any

import pytest

from tests.fakecord.command_limits import autocomplete_problems, command_problems
from tests.fakecord.component_limits import modal_problems
from tests.fakecord.components import numbered, walk
from tests.fakecord.limits import message_problems

Payload = dict[str, Any]
V2 = 1 << 15


def row(*components: Payload) -> Payload:
    return {"type": 1, "components": list(components)}


def button(custom_id: str = "a", **other: Any) -> Payload:
    return {"type": 2, "style": 1, "label": "More", "custom_id": custom_id} | other


def option(value: str, **other: Any) -> Payload:
    return {"label": f"Film {value}", "value": value} | other


def select(count: int = 1, **other: Any) -> Payload:
    return {"type": 3, "custom_id": "s", "options": [option(str(n)) for n in range(count)]} | other


def text(content: str) -> Payload:
    return {"type": 10, "content": content}


def embed(**parts: Any) -> Payload:
    return {"embeds": [parts]}


def fields(count: int, name: str = "n", value: str = "v") -> Payload:
    return embed(fields=[{"name": name, "value": value} for _ in range(count)])


BAD_MESSAGES: list[tuple[Payload, str]] = [
    ({}, "an empty message"),
    ({"content": "  \n "}, "an empty message"),
    ({"content": "", "embeds": [], "components": []}, "an empty message"),
    ({"content": "x" * 2001}, "content has 2001 characters"),
    (embed(title="x" * 257), "embed title has 257"),
    (embed(description="x" * 4097), "embed description has 4097"),
    (embed(footer={"text": "x" * 2049}), "embed footer has 2049"),
    (embed(author={"name": "x" * 257}), "embed author has 257"),
    (fields(26), "26 embed fields"),
    (fields(1, name="x" * 257), "field name has 257"),
    (fields(1, value="x" * 1025), "field value has 1025"),
    (fields(1, value=" "), "field value is empty"),
    (fields(1, name=""), "field name is empty"),
    ({"embeds": [{"title": "x"}] * 11}, "11 embeds"),
    ({"embeds": [{"description": "x" * 3001}, {"description": "x" * 3000}]}, "6001 characters over all embeds"),
    (embed(color=5), "nothing in it"),
    (embed(title="x", color=0x1000000), "embed color"),
    (embed(title="x", url="ftp://x"), "is no http link"),
    (embed(title="x", image={"url": "poster.png"}), "is no http link"),
    (embed(title="x", thumbnail={"url": "https://" + "x" * 2048}), "thumbnail url has"),
    ({"content": "x", "flags": 64}, "ephemeral"),
    ({"content": "x", "flags": 1 << 7}, "may not set"),
    ({"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1"]}}, "both parses and lists"),
    ({"content": "x", "allowed_mentions": {"parse": ["everybody"]}}, "parses"),
    ({"content": "x", "nonce": "x" * 26}, "nonce has 26"),
    ({"content": "x", "attachments": [{"id": n} for n in range(11)]}, "11 files"),
    ({"content": "x", "attachments": [{"id": 0, "description": "x" * 1025}]}, "file description has 1025"),
    ({"poll": {"question": {"text": "x" * 301}, "answers": [{"poll_media": {"text": "y"}}]}}, "poll question has 301"),
    ({"poll": {"question": {"text": "x"}, "answers": [{"poll_media": {"text": "y" * 56}}]}}, "poll answer has 56"),
    ({"poll": {"question": {"text": "x"}, "answers": [{"poll_media": {"text": "y"}}] * 11}}, "11 poll answers"),
    ({"content": "x", "components": [row(button(str(n))) for n in range(6)]}, "6 action rows"),
    ({"content": "x", "components": [row(*(button(str(n)) for n in range(6)))]}, "6 buttons in a row"),
    ({"content": "x", "components": [row(button("a"), button("a"))]}, "custom_id 'a' is used 2 times"),
    ({"content": "x", "components": [row(button("x" * 101))]}, "custom_id has 101"),
    ({"content": "x", "components": [row(button(label="x" * 81))]}, "button label has 81"),
    ({"content": "x", "components": [row(button(label=""))]}, "neither label nor emoji"),
    ({"content": "x", "components": [row(button(style=5))]}, "a link button needs"),
    ({"content": "x", "components": [row({"type": 2, "style": 5, "label": "x", "url": "x"})]}, "no link"),
    ({"content": "x", "components": [row({"type": 2, "style": 1, "label": "x"})]}, "needs a custom_id"),
    ({"content": "x", "components": [row()]}, "empty action row"),
    ({"content": "x", "components": [row(button(), select())]}, "buttons and other components"),
    ({"content": "x", "components": [row(select(), select(custom_id="t"))]}, "2 components in a row"),
    ({"content": "x", "components": [row(select(26))]}, "26 options"),
    ({"content": "x", "components": [row(select(0))]}, "0 options"),
    ({"content": "x", "components": [row(select(options=[option("a"), option("a")]))]}, "option value 'a' is used 2"),
    ({"content": "x", "components": [row(select(options=[option("a", label="x" * 101)]))]}, "option label has 101"),
    ({"content": "x", "components": [row(select(options=[option("x" * 101)]))]}, "option value has 101"),
    (
        {"content": "x", "components": [row(select(options=[option("a", description="x" * 101)]))]},
        "description has 101",
    ),
    ({"content": "x", "components": [row(select(placeholder="x" * 151))]}, "placeholder has 151"),
    ({"content": "x", "components": [row(select(2, max_values=3))]}, "takes 3 of 2 options"),
    ({"content": "x", "components": [row(select(2, min_values=2, max_values=1))]}, "takes 2 to 1"),
    ({"content": "x", "components": [text("x")]}, "without the V2 flag"),
    ({"content": "x", "flags": V2, "components": [text("x")]}, "V2 with content"),
    ({"embeds": [{"title": "x"}], "flags": V2, "components": [text("x")]}, "V2 with embeds"),
    ({"flags": V2, "components": [text("x")] * 41}, "41 components"),
    ({"flags": V2, "components": [{"type": 17, "components": [text("x")] * 40}]}, "41 components"),
    ({"flags": V2, "components": [text("x" * 2001)] * 2}, "4002 characters over all text displays"),
    ({"flags": V2, "components": [text(" ")]}, "text display is empty"),
    ({"flags": V2, "components": [{"type": 9, "components": [text("x")]}]}, "without an accessory"),
    ({"flags": V2, "components": [{"type": 9, "components": [text("x")] * 4, "accessory": button()}]}, "4 texts"),
    (
        {
            "flags": V2,
            "components": [
                {
                    "type": 9,
                    "components": [text("x")],
                    "accessory": {"type": 11, "media": {"url": "https://x.org/a.png"}},
                }
            ],
        },
        "alt text is empty",
    ),
    ({"flags": V2, "components": [{"type": 17, "components": []}]}, "empty container"),
    ({"flags": V2, "components": [button()]}, "at the top"),
]

GOOD_MESSAGES: list[Payload] = [
    {"content": "x" * 2000},
    embed(title="x" * 256, description="x" * 4096),
    {"embeds": [{"description": "x" * 3000}, {"description": "x" * 3000}]},
    fields(25),
    {"content": "x", "components": [row(*(button(f"{r}{n}") for n in range(5))) for r in range(5)]},
    {"content": "x", "components": [row(select(25))]},
    {"flags": V2, "components": [{"type": 17, "components": [text("x" * 100)] * 39}]},
    {"content": None, "embeds": [{"title": "x"}], "allowed_mentions": {"parse": []}},
]


@pytest.mark.parametrize(("body", "problem"), BAD_MESSAGES, ids=[problem for _, problem in BAD_MESSAGES])
def test_a_message_over_a_limit_is_noticed(body: Payload, problem: str) -> None:
    assert any(problem in found for found in message_problems(body, ephemeral_allowed=False))


@pytest.mark.parametrize("body", GOOD_MESSAGES)
def test_a_message_at_the_limit_passes(body: Payload) -> None:
    assert message_problems(body, ephemeral_allowed=False) == []


def test_an_edit_is_judged_by_what_stands_afterwards() -> None:
    before = {"content": "x", "embeds": [], "components": [], "flags": 0, "attachments": []}
    assert message_problems({"components": [row(button())]}, ephemeral_allowed=True, editing=before) == []
    assert message_problems({"content": ""}, ephemeral_allowed=True, editing=before) == ["an empty message"]
    assert message_problems({"flags": V2, "components": [text("x")]}, ephemeral_allowed=True, editing=before)
    card = {"content": "", "embeds": [], "components": [text("x")], "flags": V2, "attachments": []}
    assert message_problems({"content": "x"}, ephemeral_allowed=True, editing=card)
    assert message_problems({"components": [text("y")]}, ephemeral_allowed=True, editing=card) == []


def test_components_are_numbered_as_discord_does() -> None:
    sent = [row(button("a"), button("b", id=1)), row(select())]
    assert [component["id"] for component in walk(numbered(sent))] == [2, 3, 1, 4, 5]
    assert "id" not in sent[0]


def command(name: str = "film", **other: Any) -> Payload:
    return {"type": 1, "name": name, "description": "About a film"} | other


def argument(name: str = "title", type: int = 3, **other: Any) -> Payload:  # noqa: A002 - Discord's word
    return {"type": type, "name": name, "description": "The film"} | other


HUNDREDS = [{"name": f"{number:0100}", "value": str(number)} for number in range(25)]

BAD_COMMANDS: list[tuple[list[Payload], str]] = [
    ([command("Film")], "capitals"),
    ([command("the film")], "holds ' '"),
    ([command("x" * 33)], "1 to 32"),
    ([command("")], "1 to 32"),
    ([command(name_localizations={"de": "Film"})], "capitals"),
    ([command(name_localizations={"xx": "film"})], "unknown locales"),
    ([command(description="x" * 101)], "description has 101"),
    ([command(description="")], "description is empty"),
    ([command(description_localizations={"de": "x" * 101})], "description has 101"),
    ([command(), command()], "defined 2 times"),
    ([command(f"f{n}") for n in range(101)], "101 commands of type 1"),
    ([{"type": 2, "name": f"F {n}"} for n in range(16)], "16 commands of type 2"),
    ([{"type": 3, "name": "Film?", "description": "x"}], "no description"),
    ([command(options=[argument(f"o{n}") for n in range(26)])], "26 options"),
    ([command(options=[argument(), argument()])], "option 'title' is defined 2 times"),
    ([command(options=[argument("a"), argument("b", required=True)])], "required option 'b' after an optional one"),
    ([command(options=[argument("Title")])], "capitals"),
    ([command(options=[argument(description="x" * 101)])], "description has 101"),
    ([command(options=[argument(choices=[{"name": str(n), "value": str(n)} for n in range(26)])])], "26 choices"),
    ([command(options=[argument(choices=[{"name": "x" * 101, "value": "x"}])])], "choice name has 101"),
    ([command(options=[argument(choices=[{"name": "x", "value": "x" * 101}])])], "choice value has 101"),
    ([command(options=[argument(choices=[{"name": "x", "value": 5}])])], "is no text"),
    ([command(options=[argument(type=4, choices=[{"name": "x", "value": "5"}])])], "does not fit"),
    ([command(options=[argument(autocomplete=True, choices=[{"name": "x", "value": "x"}])])], "both choices and"),
    ([command(options=[argument(type=1), argument("b")])], "beside plain options"),
    ([command(options=[argument(type=2, options=[argument(type=2)])])], "a group inside a group"),
    (
        [command(options=[argument(type=1, options=[argument("b"), argument("c", required=True)])])],
        "required option 'c'",
    ),
    ([command(options=[argument(min_value=5)])], "no number"),
    ([command(options=[argument(type=4, min_value=5, max_value=4)])], "from 5 to 4"),
    ([command(options=[argument(min_length=5, max_length=4)])], "5 to 4"),
    ([command(contexts=[])], "contexts"),
    ([command(contexts=[0, 3])], "contexts"),
    ([command(integration_types=[0, 0])], "integration_types"),
    ([command(options=[argument(f"o{n}", choices=HUNDREDS) for n in range(4)])], "over 8000"),
]


@pytest.mark.parametrize(("commands", "problem"), BAD_COMMANDS, ids=[problem for _, problem in BAD_COMMANDS])
def test_a_command_over_a_limit_is_noticed(commands: list[Payload], problem: str) -> None:
    assert any(problem in found for found in command_problems(commands, in_guild=False))


def test_commands_within_the_limits_pass() -> None:
    full = command(
        options=[
            argument("film-title_1'", required=True, autocomplete=True),
            argument("année", type=4, min_value=1888),
        ],
        name_localizations={"de": "film", "hi": "फ़िल्म", "th": "หนัง"},
        contexts=[0, 1, 2],
        integration_types=[0, 1],
    )
    grouped = command("entry", options=[argument("g", type=2, options=[argument("s", type=1, options=[argument()])])])
    assert command_problems([full, grouped, {"type": 3, "name": "Which film?"}], in_guild=False) == []
    assert command_problems([full], in_guild=True) == [
        "command 'film': a server's command takes no contexts and no integration types"
    ]


def test_suggestions_over_a_limit_are_noticed() -> None:
    assert autocomplete_problems([{"name": "x", "value": str(n)} for n in range(26)], 3) == ["26 choices, over 25"]
    assert autocomplete_problems([{"name": "x", "value": "x" * 101}], 3) == [
        "choice value has 101 characters, over 100"
    ]
    assert autocomplete_problems([{"name": "", "value": "x"}], 3) == ["choice name is empty"]
    assert autocomplete_problems([{"name": "x", "value": 2**53 + 1}], 4)
    assert autocomplete_problems([{"name": "x" * 100, "value": "x" * 100}] * 25, 3) == []


def label(component: Payload, text: str = "Title") -> Payload:
    return {"type": 18, "label": text, "component": component}


def field(custom_id: str = "a", **other: Any) -> Payload:
    return {"type": 4, "custom_id": custom_id, "style": 1} | other


BAD_MODALS: list[tuple[Payload, str]] = [
    ({"title": "x" * 46}, "modal title has 46"),
    ({"title": ""}, "modal title is empty"),
    ({"custom_id": "x" * 101}, "modal custom_id has 101"),
    ({"components": []}, "0 modal components"),
    ({"components": [label(field(str(n))) for n in range(6)]}, "6 modal components"),
    ({"components": [label(field()), label(field())]}, "custom_id 'a' is used 2 times"),
    ({"components": [label(field(), "x" * 46)]}, "label has 46"),
    ({"components": [label(field(placeholder="x" * 101))]}, "placeholder has 101"),
    ({"components": [label(field(value="x" * 4001))]}, "value has 4001"),
    ({"components": [label(field(max_length=4001))]}, "to 4001"),
    ({"components": [label(field(value="xyz", max_length=2))]}, "value of 3 characters"),
    ({"components": [label(button())]}, "a label without an input"),
    ({"components": [field()]}, "at the top of a modal"),
]


@pytest.mark.parametrize(("change", "problem"), BAD_MODALS, ids=[problem for _, problem in BAD_MODALS])
def test_a_form_over_a_limit_is_noticed(change: Payload, problem: str) -> None:
    modal = {"title": "Add a film", "custom_id": "add", "components": [label(field())]}
    assert modal_problems(modal) == []
    assert any(problem in found for found in modal_problems(modal | change))
