"""Slips told from other names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.spelt import another

NAMES = "spirited away the deer hunter whale rider canino barbie pulp fiction"
WORDS = st.lists(st.sampled_from(NAMES.split()), min_size=1)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("casino", "canino"),
        ("bambi", "barbie"),
        ("logan", "lagaan"),
        ("star trek", "shrek"),
        ("man on fire", "man on wire"),
        ("dawn of the dead", "shaun of the dead"),
        ("once upon a time in america", "once upon a time in india"),
    ],
)
def test_well_spelt_words_are_another_name(typed: str, name: str) -> None:
    assert another(typed, name)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("lagan", "lagaan"),  # no word
        ("jaw", "jaws"),  # unfinished
        ("parasites", "parasite"),
        ("shinning", "the shining"),  # a letter doubled
        ("moulin rogue", "moulin rouge"),  # letters changed about
        ("forest gump", "forrest gump"),  # the same sound
        ("spirted away", "spirited away"),  # a word, but a rare one
        ("francis ha tho", "frances ha"),  # a word more
        ("god fellas", "godfellas"),
    ],
)
def test_slips_are_no_other_name(typed: str, name: str) -> None:
    assert not another(typed, name)


@given(WORDS)
def test_a_name_in_any_order_is_no_other(words: list[str]) -> None:
    assert not another(" ".join(sorted(words)), " ".join(words))


@given(st.text("abcdefghijklmnopqrstuvwxyz ", min_size=1), WORDS)
def test_letters_that_are_no_words_are_no_other_name(typed: str, words: list[str]) -> None:
    strange = " ".join(f"{word}zq" for word in typed.split())
    assert not another(strange, " ".join(words))
