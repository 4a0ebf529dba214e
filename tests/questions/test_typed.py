"""Questions as people type them, over the shipped films."""

from bot.knowledge.catalogue import Catalogue
from bot.questions.ask import ask
from tests.questions.typed import LOOSE, SHIPPED, facts, questions

MOST_WRONG = 0.02
"""The share of these questions, each asked in many ways, that may still be misunderstood."""


async def test_most_of_what_people_type_is_answered_right_and_never_about_another_film(shipped: Catalogue) -> None:
    known = await facts(shipped)
    asked = list(questions(SHIPPED))
    wrong = [question for question, expected in asked if not known.good(await ask(question, shipped), expected)]
    assert len(wrong) <= MOST_WRONG * len(asked), wrong


async def test_short_and_loose_forms_are_all_answered_right(shipped: Catalogue) -> None:
    known = await facts(shipped)
    wrong = [asked for asked, expected in questions(LOOSE) if not known.good(await ask(asked, shipped), expected)]
    assert wrong == []
