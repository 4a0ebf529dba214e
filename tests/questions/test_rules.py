"""Every rule understands its own examples."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.questions.grammar import Rule, readings
from bot.questions.rules.films import RULES as FILMS
from bot.questions.rules.one_film import RULES as ONE_FILM

RULES = (*ONE_FILM, *FILMS)
EXAMPLES = [(rule, text, name) for rule in RULES for text, name in rule.examples]


@pytest.mark.parametrize(("rule", "text", "name"), EXAMPLES, ids=[text for _, text, _ in EXAMPLES])
def test_a_rule_reads_its_examples(rule: Rule, text: str, name: str | None) -> None:
    read = [reading for reading in readings(text, RULES) if reading.rule is rule]
    assert read
    assert name is None or any(name in reading.names for reading in read)


def test_every_rule_has_examples() -> None:
    assert [rule for rule in RULES if not rule.examples] == []


@given(st.text(max_size=300))
def test_a_name_is_made_of_the_words_of_the_text(text: str) -> None:
    for reading in readings(text, RULES):
        for name in reading.names:
            assert all(word in text for word in name.split())
