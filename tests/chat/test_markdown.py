"""Texts as Discord must get them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.markdown import cut, cut_behind_bars, day, escaped, length, linked, spoiler

TEXTS = st.text() | st.text("\\|*_`~<@>#-1. \n\u202e🎬\u0301ab")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("*a* _b_ ~~c~~ ||d|| `e`", r"\*a\* \_b\_ \~\~c\~\~ \|\|d\|\| \`e\`"),
        ("M*A*S*H", r"M\*A\*S\*H"),
        ("<@1> <#2> <:x:3> </help:4> <t:0>", r"\<@​1\> \<#2\> \<:x:3\> \</help:4\> \<t:0\>"),
        ("@everyone @here me@example.org", "@\u200beveryone @\u200bhere me@example.org"),
        ("[a](https://b.example)", r"\[a\](https://b.example)"),
        ("# a\n- b\n> c\n1. d\n-# e", "\\# a\n\\- b\n\\> c\n1\\. d\n\\-# e"),
        ("12 Angry Men", "12 Angry Men"),
        ("Alien - the first", "Alien - the first"),
        ("\u202eevil\u202c \u2066a\u2069", "evil a"),
        ("back\\slash", "back\\\\slash"),
        ("8½ WALL·E Amélie 花樣年華", "8½ WALL·E Amélie 花樣年華"),
    ],
)
def test_no_text_has_an_effect(text: str, shown: str) -> None:
    assert escaped(text) == shown


@given(TEXTS)
def test_every_mark_is_escaped(text: str) -> None:
    shown = escaped(text)
    assert not re.search(r"[`*_~|<>\[\]]", re.sub(r"\\.", "", shown, flags=re.DOTALL))
    assert not re.search(r"@(everyone|here|\d)", shown)


@given(TEXTS, st.integers(5, 60))
def test_what_is_cut_fits_and_ends_in_no_half_escape(text: str, most: int) -> None:
    shown = escaped(text)
    short = cut(shown, most)
    assert length(short) <= most
    if short != shown:
        assert short.endswith("…")
        assert (len(short[:-1]) - len(short[:-1].rstrip("\\"))) % 2 == 0


def test_texts_are_cut_after_a_whole_word() -> None:
    assert cut("A poet in an iron lung", 16) == "A poet in an…"
    assert cut("A poet, in love", 9) == "A poet…"
    assert cut("x" * 30, 10) == "x" * 9 + "…"
    assert cut("🎬" * 10, 11) == "🎬" * 5 + "…"


@given(TEXTS, st.integers(10, 60))
def test_a_spoiler_stays_behind_its_bars(text: str, most: int) -> None:
    for shown in (spoiler(text, most), cut_behind_bars(spoiler(text, 100), most)):
        assert length(shown) <= most
        assert shown.startswith("||")
        assert shown.endswith("||")
        assert "||" not in re.sub(r"\\.", "", shown[2:-2], flags=re.DOTALL)
        assert not re.search(r"(?<!\\)(\\\\)*\\\|\|$", shown)


def test_days() -> None:
    assert day("2012-01-23") == "<t:1327320000:D>"
    assert day("1941-05-01") == "<t:-904737600:D>"
    assert day("2012-01") is None
    assert day("2012") is None


def test_only_a_whole_address_is_a_link() -> None:
    assert linked("https://example.org/the_sessions") == "https://example.org/the_sessions"
    assert linked("see https://example.org/the_sessions") == r"see https://example.org/the\_sessions"
    assert linked("https://example.org/||x||") == r"https://example.org/\|\|x\|\|"
