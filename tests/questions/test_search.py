"""Questions over several films, two films, roles; and conversations that go on. On both kinds of database."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.knowledge.catalogue import Catalogue, open_catalogue
from bot.knowledge.film import Film
from bot.questions.answers.answer import Kind
from bot.questions.ask import ask
from bot.questions.conversation.context import Context
from tests.questions.conftest import FILMS


@pytest.fixture
async def catalogue(url: str, tmp_path: Path) -> AsyncIterator[Catalogue]:
    async with open_catalogue(url, tmp_path) as opened:
        async with opened.edits.batch() as batch:
            await batch.put(FILMS)
        yield opened


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("who played Mark O'Brien in The Sessions?", {"John Hawkes"}),
        ("who plays amélie poulain", {"Audrey Tautou"}),
        ("which film is Mark O'Brien in", {"The Sessions"}),
        ("how many films from after 2000 have amélie poulain in them", {1}),
        ("films with amélie poulain directed by ben lewin", set()),
        ("dramas in which john hawkes plays mark o'brien", {"The Sessions"}),
        ("did helen hunt ever play mark o'brien", {False}),
        ("is amélie poulain in the sessions", {False}),
        ("which character does helen hunt play in the sessions", {"Cheryl Cohen-Greene"}),
        ("was helen hunt in the sessions?", {True}),
        ("did spike jonze direct the sessions", {False}),
        ("did zorblax quimby direct the sessions", {False}),
        ("who directed films with whoever plays mark o'brien in the sessions", set()),
        ("who directed the film with whoever plays mark o'brien", {"Ben Lewin"}),
        ("who directed the sessions and who played mark o'brien", {"Ben Lewin", "John Hawkes"}),
        ("is the sessions longer than two hours", {False}),
        ("is her longer than every other film from after 2000", {False}),
        ("did ben lewin direct the sessions in 2011", {False}),
        ("who was in the sessions but not in amélie", {"John Hawkes", "Helen Hunt"}),
        ("who has acted with john hawkes", {"Helen Hunt"}),
        ("what genres are the films directed by ben lewin", {"Drama", "Biography", "Romance"}),
        ("science fiction films from the 80s", {"Dune"}),
        ("how many films are there from 2000 to 2010", {3}),
        ("films under 95 minutes", {"What's Up, Doc?"}),
        ("which is longer, Her or Up?", {"Her"}),
        ("which is older, amélie or up", {"Amélie"}),
        ("what do Her and In the Mood for Love have in common", set()),
        ("how long are Her and Up", {126, 96}),
        ("who directed Amélie and The Sessions", {"Ben Lewin"}),
        ("who directed In the Mood for Love and The Sessions", {"Wong Kar-wai", "Ben Lewin"}),
        ("are Her and Up both over two hours", {False}),
        ("who directed the sesions", {"Ben Lewin"}),
        ("movies about disability", {"The Sessions"}),
        ("who has directed the most films from 1984", {"David Lynch"}),
        ("compare Her and Up", {"Her", "Up"}),
        ("which is better, Her or Up", {"Her", "Up"}),
        ("films like Dune from 1984", {"Dune"}),
        ("films like Up", set()),
        ("films like Dune from 1984 but newer", {"Dune"}),
        ("films like Dune from 1984 but older", set()),
        ("original title of In the Mood for Love", {"花樣年華"}),
        ("where did the sessions premiere", {"Sundance Film Festival"}),
        ("who is the sessions for", {"Those who like people."}),
        ("the one with disability", {"The Sessions"}),
        ("is there nudity in the sessions", {"R", 7.5}),
    ],
)
async def test_questions_of_more_than_one_fact(catalogue: Catalogue, text: str, values: set[object]) -> None:
    got = await ask(text, catalogue)
    assert set(got.values) == values, got.text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("which is the longest film from 2012", "The longest of the films from 2012: The Sessions (2012; 95 minutes)."),
        (
            "who has directed the most films from 1984",
            "The directors of the most films from 1984: David Lynch (1 film).",
        ),
        (
            "is Her the longest film from after 2000",
            "No, not as far as I know: the longest of the films from 2001 or later is Dune (2021; 155 minutes).",
        ),
        (
            "are all films by spike jonze longer than two hours",
            "Yes, as far as I know: Her (2013) is of at least 121 minutes.",
        ),
        (
            "did helen hunt play in every film by ben lewin",
            "Yes, as far as I know: The Sessions (2012) has Helen Hunt.",
        ),
        (
            "did helen hunt act in the first film by ben lewin",
            "Yes: Helen Hunt played Cheryl Cohen-Greene in The Sessions (2012)."
            " It is the earliest of the films directed by Ben Lewin.",
        ),
    ],
)
async def test_what_films_and_people_are_compared_by_is_said(catalogue: Catalogue, text: str, said: str) -> None:
    assert (await ask(text, catalogue)).text == said


async def test_films_like_one_that_share_but_a_genre_are_of_its_time(tmp_path: Path) -> None:
    dramas = tuple(Film(title=f"Drama {year}", year=year, genres=("Drama",)) for year in range(1900, 2020, 3))
    async with open_catalogue(f"{tmp_path}/films.db") as catalogue:
        async with catalogue.edits.batch() as batch:
            await batch.put(dramas)
        got = await ask("films like Drama 1960", catalogue)
    assert len(got.films) == 5
    assert all(abs((film.year or 0) - 1960) <= 10 for film in got.films)


async def test_a_subject_that_no_film_has_is_said_to_be_unknown(catalogue: Catalogue) -> None:
    got = await ask("movies about knitting", catalogue)
    assert got.kind is Kind.UNKNOWN
    assert got.text == "I don't know any film about knitting, at least not by that word."


async def test_an_answer_of_several_steps_says_why(catalogue: Catalogue) -> None:
    got = await ask("what genres are the films written by the director of the sessions", catalogue)
    assert got.kind is Kind.UNKNOWN
    got = await ask("who starred in the films directed by ben lewin", catalogue)
    assert got.because == ("Films directed by Ben Lewin: The Sessions (2012).",)


async def test_an_answer_about_a_character_says_who_plays_them(catalogue: Catalogue) -> None:
    got = await ask("who directed the film with cheryl cohen greene", catalogue)
    assert got.values == ("Ben Lewin",)
    assert got.because == ("Helen Hunt as Cheryl Cohen-Greene in The Sessions (2012).",)


async def test_a_conversation_goes_on_about_film_and_person(catalogue: Catalogue) -> None:
    talk = Context()
    said = [
        (await ask(text, catalogue, talk)).text
        for text in ("how long is Dune from 2021", "no, the 1984 one", "and the director?", "what else did he direct?")
    ]
    assert said[1] == "Dune (1984) runs 137 minutes (2 h 17 min)."
    assert said[2] == "Dune (1984) was directed by David Lynch."
    assert said[3] == "I know of none: films directed by David Lynch other than Dune (1984)."


async def test_a_name_in_the_text_is_talked_of_rather_than_the_one_before(catalogue: Catalogue) -> None:
    talk = Context()
    asked = ("who directed Dune from 1984", "The Sessions, how long is it?", "John Hawkes, was he in The Sessions?")
    said = [(await ask(text, catalogue, talk)).text for text in asked]
    assert said[1] == "The Sessions (2012) runs 95 minutes (1 h 35 min)."
    assert said[2].startswith("Yes")


@pytest.mark.parametrize(
    "text", ["who " * 1000, "the director of " * 250 + "Dune", "films with a and " * 230, "x" * 4000]
)
async def test_long_nonsense_gets_no_answer(catalogue: Catalogue, text: str) -> None:
    assert (await ask(text, catalogue)).kind is not Kind.ANSWER
