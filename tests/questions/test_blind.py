"""Questions and messages of people who had not seen the rules, over the shipped films."""

from pathlib import Path

import pytest

from bot.knowledge.catalogue import Catalogue
from bot.questions.answers.answer import Kind
from bot.questions.ask import ask
from bot.questions.conversation.context import Context
from tests.questions.typed import conversations, facts, questions

BLIND = Path(__file__).with_name("blind")
LEAST_RIGHT = {"seen_shipped.txt": 0.93, "unseen_shipped.txt": 0.88}
"""The share of each file's questions that are answered right."""
LEAST_GONE_ON = {"conversations_shipped.txt": 0.84, "conversations_later_shipped.txt": 0.65}
"""The same of the texts in conversations; the later ones are chained longer, and one miss takes the next with it."""
MOST_ANSWERED = 0.01
"""The share of messages that ask nothing of films and are answered all the same."""


@pytest.mark.parametrize("name", LEAST_RIGHT)
async def test_most_of_what_strangers_ask_is_answered_right(shipped: Catalogue, name: str) -> None:
    known = await facts(shipped)
    asked = list(questions(BLIND / name))
    wrong = [question for question, expected in asked if not known.good(await ask(question, shipped), expected)]
    assert len(wrong) <= (1 - LEAST_RIGHT[name]) * len(asked), f"{len(wrong)} of {len(asked)} wrong"


@pytest.mark.parametrize("name", LEAST_GONE_ON)
async def test_most_conversations_go_on_as_strangers_expect(shipped: Catalogue, name: str) -> None:
    known = await facts(shipped)
    wrong, asked = list[str](), 0
    for turns in conversations(BLIND / name):
        talk = Context()
        for text, expected in turns:
            asked += 1
            if not known.good(await ask(text, shipped, talk), expected):
                wrong.append(text)
    assert len(wrong) <= (1 - LEAST_GONE_ON[name]) * asked, f"{len(wrong)} of {asked} wrong"


async def test_messages_that_ask_nothing_of_films_get_no_answer(shipped: Catalogue) -> None:
    said = (BLIND / "chatter.txt").read_text("utf-8").splitlines()
    answered = [text for text in said if (await ask(text, shipped)).kind is Kind.ANSWER]
    assert len(answered) <= MOST_ANSWERED * len(said), answered
