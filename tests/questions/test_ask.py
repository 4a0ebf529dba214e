"""Questions as people type them, and what they get."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.film import Film, Role
from bot.knowledge.query import Asked, Query
from bot.questions.answers.answer import Kind
from bot.questions.answers.sayings import SAYINGS
from bot.questions.ask import answer, ask
from bot.questions.clauses.parts import MOST_PARTS
from bot.questions.commands import COMMANDS, Takes
from bot.questions.conversation.context import Context
from bot.questions.names.guesses import MOST_LOOKED_UP
from bot.questions.words.lexicon import lexicon
from tests.questions.conftest import FILMS

RATED = (
    "The Sessions (2012) is rated R (United States) for strong sexuality including graphic nudity and frank dialogue "
    "and scores 7.5 out of 10 (critics)."
)


async def test_a_text_too_long_for_a_question_is_read_clause_by_clause(catalogue: Catalogue) -> None:
    talk = "we talked and talked and talked about this and that and whatever came to our minds all evening, "
    asked = await ask(f"{talk * 2}how long is the sessions?", catalogue)
    assert asked.values == (95,)
    names = " and ".join(["the sessions", "dune", "her", "up"] * 10)
    assert (await ask(f"how long is {names}", catalogue)).kind is Kind.NONE


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("how long is the sesions?", "The Sessions (2012) runs 95 minutes (1 h 35 min)."),
        ("sessions runtime", "The Sessions (2012) runs 95 minutes (1 h 35 min)."),
        ("/runtime The Surrogate", "The Sessions (2012) runs 95 minutes (1 h 35 min)."),
        ("/ask how long is the sessions", "The Sessions (2012) runs 95 minutes (1 h 35 min)."),
        ("/RUNTIME the-sessions-2012", "The Sessions (2012) runs 95 minutes (1 h 35 min)."),
        ("whats the sessions rated and why", RATED),
        ("is the sessions suitable for kids?", RATED),
        ("who's in amelie", "Amélie (2001) stars Audrey Tautou as Amélie Poulain."),
        ("how long is dune from 1984?", "Dune (1984) runs 137 minutes (2 h 17 min)."),
        ("runtime of in the mood for love", "In the Mood for Love (2000) runs 98 minutes (1 h 38 min)."),
        ("how long is “Her”", "Her (2013) runs 126 minutes (2 h 6 min)."),
        ("who wrote her?", "Her (2013) was written by Spike Jonze."),
        ("what is up rated", "I know Up (2009), but not how it was rated."),
        ("whats m's genre", "M (1931) is classed as Crime."),
        ("What's Up, Doc?", "I know What's Up, Doc? (1972), but have no summary of it."),
        (
            "when did The Sessions come out",
            "The Sessions (2012) first came out on 23 January 2012 (Sundance Film Festival), then 19 October 2012 "
            "(United States).",
        ),
        ("what language is the sessions in", "The Sessions (2012) is in English."),
        ("where was the sessions made", "The Sessions (2012) was made in the United States."),
        (
            "did the sessions win any awards?",
            "Yes: The Sessions (2012) won Audience Award at the Sundance Film Festival (2012).",
        ),
        (
            "where do the facts about the sessions come from",
            "The Sessions (2012) is based on the life of Mark O'Brien. The facts of The Sessions (2012) come "
            "from the distributor's page.",
        ),
        ("where does the sessions come from", "The Sessions (2012) was made in the United States."),
        (
            "who were helen hunt's co-stars in the sessions",
            "Besides Helen Hunt, The Sessions (2012) stars John Hawkes as Mark O'Brien.",
        ),
        (
            "who starred with audrey tautou in the sessions",
            "Audrey Tautou is not among them. The Sessions (2012) stars John Hawkes as Mark O'Brien and Helen Hunt as "
            "Cheryl Cohen-Greene.",
        ),
        (
            "who has more films, ben lewin or spike jonze",
            "Both have as many of the films I know: Ben Lewin has 1 as director and Spike Jonze has 1 as director.",
        ),
        (
            "did ben lewin make more films than spike jonze",
            "No: of the films I know, Ben Lewin has 1 as director and Spike Jonze has 1 as director.",
        ),
        (
            "imdb link of the sessions",
            "The Sessions (2012) is tt1866249 at IMDb (https://www.imdb.com/title/tt1866249/).",
        ),
        ("films with Helen Hunt", "Helen Hunt: The Sessions (2012) (as Cheryl Cohen-Greene)."),
        ("who is ben lewin?", "Ben Lewin: The Sessions (2012) (director, writer)."),
        ("films written by ben lewin", "Ben Lewin: The Sessions (2012) (writer)."),
        ("movies directed by Helen Hunt", "I know no film of Helen Hunt as director."),
    ],
)
async def test_what_people_ask_is_answered(catalogue: Catalogue, text: str, said: str) -> None:
    assert (await ask(text, catalogue)).text == said


async def test_an_answer_carries_its_facts(catalogue: Catalogue) -> None:
    got = await ask("who is in the sessions", catalogue)
    assert got.kind is Kind.ANSWER
    assert got.values == ("John Hawkes", "Helen Hunt")
    assert [film.id for film in got.films] == ["the-sessions-2012"]
    assert got.query == Query(Asked.CAST, film="the-sessions-2012")


async def test_a_shared_title_is_a_choice_that_can_be_put_again(catalogue: Catalogue) -> None:
    got = await ask("how long is dune", catalogue)
    assert (got.kind, got.values) == (Kind.CHOICE, ())
    assert {film.full_label for film in got.choices} == {"Dune (1984) · David Lynch", "Dune (2021) · Denis Villeneuve"}
    assert got.query
    assert got.query.asked is Asked.RUNTIME


async def test_an_unknown_film_is_never_answered_about_another(catalogue: Catalogue) -> None:
    for title, nearest in (
        ("Lawrence of Arabia", ""),
        ("Mood Indigo", " The nearest I have: In the Mood for Love (2000)"),
    ):
        got = await ask(f"how long is {title}?", catalogue)
        assert got.kind is Kind.UNKNOWN
        assert got.text.startswith(f"I don't know a film called “{title}”.{nearest}")
        assert bool(got.choices) == bool(nearest)
        assert (got.values, got.films) == ((), ())


@pytest.mark.parametrize(
    "text", ["", "   ", "???", "hello", "you are stupid", "write my homework on photosynthesis", "😀", "1+1", "thanks!"]
)
async def test_what_is_no_film_question_gets_a_pointer(catalogue: Catalogue, text: str) -> None:
    got = await ask(text, catalogue)
    assert (got.kind, got.values) == (Kind.NONE, ())
    assert "/help" in got.text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("/nope up", "There is no command /nope; /help lists them all."),
        ("/runtime", "Which film do you mean? Type its title after the command."),
        ("/person  ", "Whose films do you mean? Type a name after the command."),
    ],
)
async def test_a_command_typed_wrongly_says_what_to_do(catalogue: Catalogue, text: str, said: str) -> None:
    assert (await ask(text, catalogue)).text == said


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
async def test_every_command_answers(catalogue: Catalogue, command) -> None:  # type: ignore[no-untyped-def]
    argument = {Takes.TITLE: "the sessions", Takes.PERSON: "helen hunt", Takes.WISHES: "comedy from the 2000s"}
    got = await ask(f"/{command.name} {argument[command.takes]}", catalogue)
    assert got.kind is Kind.ANSWER, got.text


@pytest.mark.parametrize("asked", SAYINGS)
async def test_every_aspect_is_said_and_its_absence_too(catalogue: Catalogue, asked: Asked) -> None:
    known = await answer(Query(asked, film="the-sessions-2012"), catalogue)
    missing = await answer(Query(asked, film="whats-up-doc-1972"), catalogue)
    assert "The Sessions" in known.text or known.kind is Kind.UNKNOWN
    assert known.kind is Kind.ANSWER or asked in {
        Asked.PRODUCERS,
        Asked.CINEMATOGRAPHY,
        Asked.EDITING,
        Asked.ORIGINAL,
    }
    if missing.kind is Kind.UNKNOWN:
        assert missing.text.startswith("I know What's Up, Doc? (1972), but not ")


async def test_any_film_is_picked_for_those_who_want_one(catalogue: Catalogue) -> None:
    for text in (
        "what's a good movie to watch with my girlfriend tonight",
        "i'm bored, pick a film for me",
        "can't decide what to watch",
        "nothing to do tonight, suggest a film",
        "I need a film for tonight",
    ):
        assert len((await ask(text, catalogue)).films) == 1, text
    assert not (await ask("choose something for us to eat", catalogue)).films


async def test_a_random_film_keeps_to_the_wishes(catalogue: Catalogue) -> None:
    for text in ("random comedy", "surprise me with an animated film from the 2000s", "/random comedies 00s"):
        assert [film.id for film in (await ask(text, catalogue)).films] == ["up-2009"], text
    for text in ("random western", "random comedy from the 50s", "random comedy with Bill Murray"):
        got = await ask(text, catalogue)
        assert got.kind is Kind.UNKNOWN, text
        assert "Science Fiction" in got.text


@pytest.mark.parametrize("text", ["no, the 1984 one", "I meant lynch", "yes the 1984 film", "1984"])
async def test_a_choice_may_be_made_with_a_word_before_it(catalogue: Catalogue, text: str) -> None:
    talk = Context()
    await ask("how long is dune", catalogue, talk)
    assert (await ask(text, catalogue, talk)).text == "Dune (1984) runs 137 minutes (2 h 17 min)."


async def test_a_conversation_goes_on(catalogue: Catalogue) -> None:
    talk = Context()
    said = [
        (await ask(text, catalogue, talk)).text
        for text in ("how long is dune", "the 1984 one", "who directed it?", "dune", "2", "how long is it")
    ]
    assert said[1] == "Dune (1984) runs 137 minutes (2 h 17 min)."
    assert said[2] == "Dune (1984) was directed by David Lynch."
    assert said[4].startswith("I know Dune (1984)")
    assert said[5] == "Dune (1984) runs 137 minutes (2 h 17 min)."


NAMES = "Up;Her;It;M;The Sessions;sesions;Dune;1984;80s;helen hunt;ben lewin's;comedy;french;**Up**;||x||;`who`;映画"
WORDS = st.sampled_from(
    [*map(" ".join, sorted(lexicon().phrases)), *NAMES.split(";"), "'; DROP TABLE films; --", "\u200b", "%s", "{x}"]
)


FOLLOWING = st.sampled_from(
    "and;what about;the other one;the 1984 one;it;her;as who;which of those;the second one;else;not the dune ones;same"
    " director?;part two;the older of the two;list them;how many is that;no, i meant;there;that year;in both,"
    " right?;all three of them;of the two;who then;the one"
    " after that;who plays him;lynch's;the same part;they both;his;only the dune ones;\\1".split(";")
)
"""Words that go on with what was talked about."""


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(max_size=400)
    | st.text("who is in the /?“”'’ film*|@", max_size=4000)
    | st.lists(WORDS, max_size=40).map(" ".join)
)
async def test_no_text_breaks_it(catalogue: Catalogue, text: str) -> None:
    catalogue.library.kept.names.clear()
    got = await ask(text, catalogue)
    ways = [way for way, _ in catalogue.library.kept.names]
    assert sum("like" in way for way in ways) <= 2 * 2 * MOST_LOOKED_UP * (1 + MOST_PARTS)  # films and people, twice
    assert got.text
    assert len(got.text) < 5000
    assert bool(got.values) == (got.kind is Kind.ANSWER)
    assert got.kind is not Kind.CHOICE or got.choices or got.people
    assert await catalogue.count() == len(FILMS)


async def test_what_a_text_names_is_as_new_as_the_catalogue(catalogue: Catalogue) -> None:
    for text in ("who directed Zuzzle", "who directed Zuzle", "films by Quibblefritz"):
        before = await ask(text, catalogue)
        assert before.kind is not Kind.ANSWER
    async with catalogue.edits.batch() as batch:
        await batch.put([Film(title="Zuzzle", year=2020, directors=("Otto Quibblefritz",))])
    assert (await ask("who directed Zuzzle", catalogue)).values == ("Otto Quibblefritz",)
    assert (await ask("who directed Zuzle", catalogue)).values == ("Otto Quibblefritz",)
    assert (await ask("films by Quibblefritz", catalogue)).values == ("Zuzzle",)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.lists(WORDS | FOLLOWING, max_size=8).map(" ".join), max_size=5))
async def test_no_conversation_breaks_it(catalogue: Catalogue, texts: list[str]) -> None:
    talk = Context()
    for text in texts:
        assert (await ask(text, catalogue, talk)).text


async def test_whoever_voices_a_character_is_told_rather_than_whoever_plays_another_so_called(
    catalogue: Catalogue,
) -> None:
    played = Film(title="Meet the Deedles", year=1998, cast=(Role(name="Robert Englund", character="Nemo"),))
    voiced = Film(title="Finding Nemo", year=2003, cast=(Role(name="Alexander Gould", character="Nemo (Voice)"),))
    async with catalogue.edits.batch() as batch:
        await batch.put((played, voiced))
    assert (await ask("who voiced Nemo?", catalogue)).values == ("Alexander Gould",)
    assert set((await ask("who played Nemo?", catalogue)).values) == {"Robert Englund", "Alexander Gould"}


async def test_who_somebody_is_is_told_of_names_that_films_alone_have(shipped: Catalogue) -> None:
    assert (await ask("who's gandalf", shipped)).values == ("Ian McKellen",)
    for name in ("god", "karen", "dave"):  # whom people have, too, or speak of
        assert (await ask(f"who is {name}", shipped)).kind is Kind.NONE, name
