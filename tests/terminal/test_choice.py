import pytest

from bot.knowledge.query import Asked, FilmRef, Query
from bot.questions.answers.answer import Answer, Kind
from bot.terminal.choice import Choice, offered

DUNES = Choice(
    "Which?",
    Query(Asked.RUNTIME, film="dune"),
    (FilmRef("dune-2021", "Dune", 2021, ("Denis Villeneuve",)), FilmRef("dune-1984", "Dune", 1984, ("David Lynch",))),
)


@pytest.mark.parametrize(
    "line",
    [
        *("2", " 2 ", "2.", "#2", "2)", "the second", "1984", "(1984)", "the one from 1984", "dune (1984)"),
        *("Dune (1984) · David Lynch", "david lynch", "the Lynch film", "the one by david lynch please"),
    ],
)
def test_number_year_label_and_director_choose(line: str) -> None:
    assert DUNES.chosen(line) == Query(Asked.RUNTIME, film="dune-1984")


@pytest.mark.parametrize(
    "line", ["0", "3", "1985", "dune", "", "²", "how long is up?", "how long is 1984?", "who is david lynch?", "9" * 20]
)
def test_anything_else_does_not(line: str) -> None:
    assert DUNES.chosen(line) is None


def test_a_year_that_several_share_does_not() -> None:
    same = Choice("Which?", Query(Asked.CARD), (FilmRef("a-2000", "A", 2000), FilmRef("b-2000", "B", 2000)))
    assert same.chosen("2000") is None


def test_a_film_without_a_year_is_chosen_beyond_doubt() -> None:
    same = Choice("Which?", Query(Asked.CARD), (FilmRef("up", "Up", None), FilmRef("up-2", "Up", None)))
    assert same.chosen("2") == Query(Asked.CARD, film="id:up-2")


def test_people_are_chosen_by_number_and_name() -> None:
    people = Choice("Whom?", Query(Asked.PERSON, person="smith"), people=("Maggie Smith", "Will Smith"))
    assert people.chosen("2") == people.chosen("will smith") == Query(Asked.PERSON, person="Will Smith")


def test_an_answer_without_choices_offers_none() -> None:
    assert offered(Answer(kind=Kind.ANSWER, text="Up.", query=Query(Asked.CARD, film="up"))) is None
