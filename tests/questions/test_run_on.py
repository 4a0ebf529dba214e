"""Where sentences end that were typed without signs, and what was meant where somebody takes back what they typed."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.catalogue import Catalogue
from bot.questions.clauses.run_on import punctuated
from bot.questions.names.mentions import runs
from bot.questions.readings.attempts import names
from bot.questions.words.corrections import corrected
from bot.questions.words.tokens import Token, in_a_row, tokens

PARTED = (
    "whiplash looks so grim i love it | who shot it",
    "everything is a sequel | any documentaries from 2004",
    "whos in moonlight | havent seen it in years",
    "my mate says so | did ridley scott direct gladiator",
    "which countries made roma | thought it was just american tbh",
    "toddler has the attention span of a gnat | animated films from the 2000s under 90 minutes",
    "That kitchen scene in Parasite My god | Who composed the score",
)
WHOLE = (
    "who directed the film with the actor who plays Neo",
    "was it hans zimmer who scored gladiator",
    "how long is the one i love",
    "which films did the guy who directed alien make",
    "how long do i boil an egg for if i want it soft",
    "my gloves have holes",
)
WORDS = "who which films did is heat alien i my it the 1999 westerns short long love nolan get out so ok pls".split()


def clauses(words: list[Token]) -> list[str]:
    """The words of each clause."""
    found: dict[int, list[str]] = {}
    for word in words:
        found.setdefault(word.clause, []).append(word.word)
    return [" ".join(said) for said in found.values()]


@pytest.mark.parametrize("text", [*PARTED, *WHOLE])
async def test_sentences_end_where_a_reader_would_put_a_stop(shipped: Catalogue, text: str) -> None:
    words = tokens(text.replace(" |", ""))
    parts = clauses(punctuated(words, await names(text.replace(" |", ""), words, shipped)))
    assert parts == [" ".join(word.word for word in tokens(part)) for part in text.split(" | ")]


@given(st.lists(st.sampled_from([*WORDS, ",", ".", "?"]), max_size=40).map(" ".join))
def test_only_signs_are_put_in(text: str) -> None:
    words = tokens(text)
    apart = punctuated(words, [])
    assert [word.word for word in apart] == [word.word for word in words]
    assert all(one.clause <= after.clause for one, after in itertools.pairwise(apart))
    pauses = {n for n, (one, after) in enumerate(itertools.pairwise(words)) if one.clause < after.clause}
    assert all(apart[n].clause < apart[n + 1].clause for n in pauses)


def test_words_that_were_typed_apart_name_nothing_together() -> None:
    words = tokens("get me something out of here")
    assert "get out" not in runs([words[0], words[3]])
    assert "get out" in runs(in_a_row([words[0], words[3]]))


@given(st.lists(st.sampled_from([*WORDS, ",", ".", "?", "..."]), max_size=40).map(" ".join))
def test_clauses_and_sentences_only_go_on(text: str) -> None:
    words = tokens(text)
    assert [word.place for word in words] == list(range(len(words)))
    for one, after in itertools.pairwise(words):
        assert one.clause <= after.clause
        assert one.sentence <= after.sentence


@given(
    st.lists(st.sampled_from(["i mean", "no wait", "no sorry", *WORDS]), max_size=30).map(" ".join),
)
def test_nothing_is_made_up_where_somebody_corrects_themselves(text: str) -> None:
    words = tokens(text)
    meant = corrected(words)
    assert {word.word for word in meant} <= {word.word for word in words}
    assert len(meant) <= len(words)
