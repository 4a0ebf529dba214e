import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from bot.knowledge.catalogue import Catalogue
from bot.questions.commands import COMMANDS
from bot.terminal.completion import Completions


async def completed(catalogue: Catalogue, text: str) -> list[str]:
    """The line after each of the completions."""
    offers = Completions(catalogue).get_completions_async(Document(text), CompleteEvent(completion_requested=True))
    return [text[: len(text) + offer.start_position] + offer.text async for offer in offers]


async def test_commands_by_name(catalogue: Catalogue) -> None:
    assert await completed(catalogue, "/ru") == ["/runtime "]
    assert await completed(catalogue, "/RAN") == ["/random "]
    assert {line.strip() for line in await completed(catalogue, "/")} == {
        *(f"/{command.name}" for command in COMMANDS),
        "/help",
        "/quit",
    }


async def test_commands_come_with_what_they_do(catalogue: Catalogue) -> None:
    offers = Completions(catalogue).get_completions_async(Document("/runt"), CompleteEvent())
    assert [offer.display_meta_text async for offer in offers] == ["How long a film runs"]


async def test_titles_after_a_command(catalogue: Catalogue) -> None:
    lines = await completed(catalogue, "/runtime dun")
    assert set(lines) == {"/runtime Dune (1984)", "/runtime Dune (2021)"}


async def test_a_mistyped_title_is_mended(catalogue: Catalogue) -> None:
    assert (await completed(catalogue, "/runtime the sesions"))[0] == "/runtime The Sessions (2012)"


async def test_best_known_films_after_a_bare_command(catalogue: Catalogue) -> None:
    assert (await completed(catalogue, "/film "))[0] == "/film The Sessions (2012)"


async def test_people_after_person(catalogue: Catalogue) -> None:
    assert await completed(catalogue, "/person helen") == ["/person Helen Hunt"]
    assert await completed(catalogue, "/person hun") == ["/person Helen Hunt"]


async def test_genres_after_random(catalogue: Catalogue) -> None:
    assert await completed(catalogue, "/random an old com") == ["/random an old Comedy"]


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("how long is the ses", "how long is The Sessions (2012)"),
        ("how long is sess", "how long is The Sessions (2012)"),
        ("who directed amel", "who directed Amélie (2001)"),
        ("amé", "Amélie (2001)"),
    ],
)
async def test_titles_at_the_end_of_a_question(catalogue: Catalogue, typed: str, line: str) -> None:
    assert await completed(catalogue, typed) == [line]


@pytest.mark.parametrize("typed", ["", " ", "h", "zzzz qqqq", "/nope the", "/help ", "x" * 4000, "🎉", "\x1b["])
async def test_nothing_where_nothing_fits(catalogue: Catalogue, typed: str) -> None:
    assert await completed(catalogue, typed) == []
