"""Awards of a film, of a person, and of the whole catalogue."""

import pytest

from bot.knowledge.catalogue import Catalogue
from bot.questions.answers.answer import Kind
from bot.questions.ask import ask

SUNDANCE = "The Sessions (2012) won Audience Award at the Sundance Film Festival (2012)."
HUNT = "was nominated for Best Supporting Actress at the Academy Awards"
NO = (
    "No: as far as I know, The Sessions (2012) did not win one of the Academy Awards; "
    "it was nominated for Best Supporting Actress at the Academy Awards (Helen Hunt, 2013)."
)
WHO = f"Helen Hunt: The Sessions (2012) {HUNT} (Helen Hunt, 2013)."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("did the sessions win an oscar", NO),
        ("was helen hunt nominated for an oscar", f"Yes: Helen Hunt {HUNT} (2013) for The Sessions (2012)."),
        ("sessions oscars", f"The Sessions (2012) {HUNT} (Helen Hunt, 2013)."),
        ("what did the sessions win at sundance", SUNDANCE),
        ("how many oscars did the sessions win", "As far as I know, The Sessions (2012) won 0 Academy Awards."),
        (
            "how many oscars was the sessions nominated for",
            "As far as I know, The Sessions (2012) was nominated for 1 Academy Award and won none of them: "
            f"it {HUNT} (Helen Hunt, 2013).",
        ),
        ("what did the sessions not win", f"The Sessions (2012) {HUNT} (Helen Hunt, 2013), but did not win it."),
        ("who was nominated for best supporting actress for the sessions", WHO),
        ("films that won the audience award", "Films that won Audience Award: The Sessions (2012)."),
        ("which film won the most awards", "Of the films I know, with 1 award won: The Sessions (2012)."),
    ],
)
async def test_awards_are_kept_apart(catalogue: Catalogue, text: str, said: str) -> None:
    got = await ask(text, catalogue)
    assert got.text == said
    assert got.kind is Kind.ANSWER


@pytest.mark.parametrize("text", ["has helen hunt won an oscar", "what won the golden lion", "did dune win an oscar"])
async def test_no_award_is_made_up(catalogue: Catalogue, text: str) -> None:
    assert (await ask(text, catalogue)).kind is not Kind.ANSWER
