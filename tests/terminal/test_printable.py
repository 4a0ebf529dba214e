import re

from hypothesis import given
from hypothesis import strategies as st

from bot.terminal.printable import printable


@given(st.text(st.characters(categories=None)))
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    shown = printable(text)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]", shown)
    shown.encode()


def test_escape_sequences_lose_their_power_and_are_seen() -> None:
    assert printable("\x1b]0;owned\x07 \x1b[31mred") == "�]0;owned� �[31mred"


def test_other_line_breaks_become_new_lines() -> None:
    assert printable("a\r\nb\rc\u2028d\x85e\tf") == "a\nb\nc\nd\ne f"


def test_text_of_any_script_stays() -> None:
    text = "مرحبا 花樣年華 👩‍👩‍👧 Amélie é हिन्दी"
    assert printable(text) == text
