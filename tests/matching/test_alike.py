"""How much names are like what was typed inside a sentence."""

import pytest

from bot.matching.alike import Typed

HEARD = 88
"""From here on a name sounds as it was typed, or nearly all of its letters are the same."""


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("incepshun", "inception"),
        ("tom hanx", "tom hanks"),
        ("tittannic", "titanic"),
        ("haloween", "halloween"),
        ("the dear hunter", "the deer hunter"),
        ("oceaans 11", "oceans eleven"),
        ("godfater part 2", "godfather part ii"),
    ],
)
def test_slips_of_hand_and_ear_leave_a_name_like_itself(typed: str, name: str) -> None:
    assert Typed(typed).alike(name) >= HEARD


def test_of_two_names_as_many_letters_away_the_one_that_sounds_the_same_is_more_alike() -> None:
    whale, pale = map(Typed("wale rider").alike, ("whale rider", "pale rider"))
    assert whale > pale + 1


@pytest.mark.parametrize(("typed", "name"), [("alan", "ellen"), ("of alein", "eva allan"), ("rocky 3", "rocky ii")])
def test_short_and_otherwise_spelt_names_are_not_alike_by_their_sound(typed: str, name: str) -> None:
    assert Typed(typed).alike(name, 80) < 80
