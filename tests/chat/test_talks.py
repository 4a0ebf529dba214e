"""Conversations are kept for a while, and not too many of them."""

import pytest

from bot.chat import talks
from bot.chat.talks import Talks


def test_each_person_and_channel_has_a_conversation() -> None:
    known = Talks()
    assert known.of(1, 2) is known.of(1, 2)
    assert known.of(1, 2) is not known.of(1, 3)
    assert known.of(1, 2) is not known.of(None, 2)


def test_a_long_silence_ends_one(monkeypatch: pytest.MonkeyPatch) -> None:
    known = Talks()
    first = known.of(1, 2)
    monkeypatch.setattr(talks, "FORGOTTEN_AFTER", -1.0)
    assert known.of(1, 2) is not first


def test_the_oldest_gives_way() -> None:
    known = Talks()
    first = known.of(0, 0)
    for person in range(1, talks.KEPT):
        known.of(0, person)
    assert known.of(0, 0) is first
    for person in range(1, talks.KEPT + 1):
        known.of(1, person)
    assert known.of(0, 0) is not first
