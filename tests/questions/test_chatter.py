"""Messages that are no film question get no answer."""

from pathlib import Path

import pytest

from bot.knowledge.catalogue import Catalogue
from bot.questions.answers.answer import Kind
from bot.questions.ask import ask

CHATTER = [
    said for line in Path(__file__).with_name("chatter.txt").read_text("utf-8").splitlines() for said in line.split("|")
]


@pytest.mark.parametrize("text", CHATTER)
async def test_chatter_gets_no_answer(catalogue: Catalogue, text: str) -> None:
    got = await ask(text, catalogue)
    assert got.kind is not Kind.ANSWER, got.text
