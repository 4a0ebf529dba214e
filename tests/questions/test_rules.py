"""Every rule understands its own examples."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.catalogue import Catalogue
from bot.questions.asked.grammar import REWRITINGS, rewritten
from bot.questions.asked.items import letters
from bot.questions.readings.understanding import understood
from bot.questions.rules.aspects import ASPECTS, Aspect
from bot.questions.rules.jobs import JOBS
from bot.questions.rules.missing import MISSING
from bot.questions.rules.phrases import COMPARATIVES, PLAIN
from bot.questions.words.lexicon import lexicon
from bot.questions.words.tokens import MOST_WORDS, tokens

EXAMPLES = [(aspect, text, name) for aspect in ASPECTS for text, name in aspect.examples]


@pytest.mark.parametrize(("aspect", "text", "name"), EXAMPLES, ids=[text for _, text, _ in EXAMPLES])
async def test_an_aspect_is_understood_in_its_examples(
    catalogue: Catalogue, aspect: Aspect, text: str, name: str
) -> None:
    query = await understood(text, catalogue)
    assert query
    assert query.asked is aspect.asked
    assert query.film == (await catalogue.find(name)).films[0].id


def test_every_aspect_has_examples() -> None:
    assert [aspect.asked for aspect in ASPECTS if not aspect.examples] == []


def test_no_phrase_is_in_two_places() -> None:
    """The last one would win, and the others would be read by nobody."""
    said = [*PLAIN.values(), *COMPARATIVES.values(), *(aspect.cues for aspect in ASPECTS)]
    said += [*(one.cues for one in MISSING), *(phrases for job in JOBS for phrases in (job.nouns, job.verbs))]
    count = Counter(phrase for phrases in said for phrase in phrases.split("|"))
    assert [phrase for phrase, times in count.items() if times > 1] == []


def test_no_phrase_is_empty() -> None:
    assert all(phrase and all(phrase) for phrase in lexicon().phrases)


@given(st.text(max_size=300))
def test_words_stand_where_the_text_has_them(text: str) -> None:
    found = tokens(text)
    assert len(found) <= MOST_WORDS
    assert all(0 <= word.start < word.end <= len(text) for word in found)


@given(st.text("who directed wrote films of the by with same actor or 1999 long ", max_size=600))
def test_rewriting_ends(text: str) -> None:
    items, _ = letters(tokens(text), ())
    assert len(rewritten(items)) <= len(items)


def test_every_rewriting_is_a_pattern_of_known_letters() -> None:
    known = {word.letter for word in lexicon().phrases.values()} | set("FPyY_C")
    for rule in REWRITINGS:
        assert {letter for letter in rule.pattern if letter.isalpha()} <= known
