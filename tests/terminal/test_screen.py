"""The interactive chat, typed at through prompt_toolkit's own input."""

import sqlite3
from pathlib import Path

import pytest

from bot.knowledge.catalogue import Catalogue
from bot.questions.commands import COMMANDS
from tests.terminal.conftest import Talk

CTRL_C, CTRL_D = "\x03", "\x04"


async def test_the_greeting_counts_the_films_and_asks_about_one(talk: Talk) -> None:
    text = await talk(CTRL_D)
    assert "I know 10 films. Ask me something, such as: how long is The Sessions?" in text
    assert "/help" in text


async def test_questions_and_commands_are_answered(talk: Talk) -> None:
    text = await talk("how long is the sesions?\r/director amelie\r/quit\r")
    assert "The Sessions (2012) runs 95 minutes" in text
    assert "Amélie (2001) was directed by Jean-Pierre Jeunet" in text


async def test_a_title_alone_gets_its_card(talk: Talk) -> None:
    text = await talk("the sessions\r" + CTRL_D)
    assert "─ The Sessions (2012) ─" in text
    assert "A poet in an iron lung" in text


@pytest.mark.parametrize("line", ["2", "1984", "David Lynch"])
async def test_a_choice_is_made_by_the_next_line(talk: Talk, line: str) -> None:
    text = await talk(f"/runtime dune\r{line}\r{CTRL_D}")
    assert "Which “dune” do you mean?" in text
    assert "1. Dune" in text
    assert "Dune (1984) runs 137 minutes" in text or line == "2"
    assert "runs" in text


async def test_after_one_choice_the_others_can_be_chosen(talk: Talk) -> None:
    text = await talk(f"/runtime dune\r1\r2\r{CTRL_D}")
    assert "137 minutes" in text
    assert "155 minutes" in text


async def test_a_choice_can_be_left_for_another_question(talk: Talk) -> None:
    text = await talk(f"/runtime dune\rhow long is gandhi?\r{CTRL_D}")
    assert "Gandhi (1982) runs 191 minutes" in text


async def test_a_number_that_is_not_there_leaves_the_choice_open(talk: Talk) -> None:
    text = await talk(f"/runtime dune\r7\r1984\r{CTRL_D}")
    assert "Type a number from 1 to 2" in text
    assert "137 minutes" in text


async def test_a_command_without_a_title_waits_for_it(talk: Talk) -> None:
    text = await talk(f"/runtime\ramelie\r{CTRL_D}")
    assert "Which film do you mean?" in text
    assert "Amélie (2001) runs 122 minutes" in text


async def test_a_command_without_a_title_does_not_swallow_a_question(talk: Talk) -> None:
    text = await talk(f"/runtime\rwho directed amelie?\r{CTRL_D}")
    assert "directed by Jean-Pierre Jeunet" in text


async def test_it_is_the_film_just_talked_about(talk: Talk) -> None:
    text = await talk(f"/runtime dune\r1984\rwho directed it?\r{CTRL_D}")
    assert "Dune (1984) was directed by David Lynch" in text


async def test_a_title_with_it_is_no_pronoun(talk: Talk) -> None:
    text = await talk(f"how long is gandhi?\rhow long is It Happened One Night?\r/runtime it\r{CTRL_D}")
    assert "It Happened One Night (1934) runs" in text
    assert "It (2017) runs" in text


async def test_help_shows_every_command_with_what_it_does(talk: Talk) -> None:
    text = " ".join((await talk("/help\r" + CTRL_D)).split())
    for command in COMMANDS:
        assert f"/{command.name} " in text
        assert command.description in text
    assert "/quit" in text


async def test_an_unknown_command_is_told(talk: Talk) -> None:
    assert "There is no command /nope" in await talk("/nope the sessions\r" + CTRL_D)


async def test_a_long_cast_is_paged(talk: Talk) -> None:
    text = await talk(f"/cast gandhi\r\r\r\r{CTRL_D}")
    assert "Actor 20 " in text
    assert "Actor 80 " in text
    assert text.count("Actor  ") == 1


@pytest.mark.parametrize("stop", ["q\r", "Q\r", CTRL_C])
async def test_paging_stops(talk: Talk, stop: str) -> None:
    text = await talk(f"/cast gandhi\r{stop}how long is amelie?\r{CTRL_D}")
    assert "Actor 20 " in text
    assert "Actor 21 " not in text
    assert "Amélie (2001) runs" in text


async def test_a_question_between_pages_is_answered(talk: Talk, tmp_path: Path) -> None:
    text = await talk(f"/cast gandhi\rhow long is amelie?\r{CTRL_D}")
    assert "Actor 21 " not in text
    assert "> how long is amelie?" in text
    assert "Amélie (2001) runs" in text
    assert "how long is amelie?" in (tmp_path / "history").read_text()


async def test_leaving_between_pages(talk: Talk) -> None:
    text = await talk(f"/cast gandhi\r{CTRL_D}")
    assert "Actor 21 " not in text
    assert "Enjoy the film." in text


async def test_the_plot_is_hidden_until_enter(talk: Talk) -> None:
    assert "dies in peace" not in await talk(f"/plot the sessions\rq\r{CTRL_D}")
    assert "dies in peace" in await talk(f"/plot the sessions\r\r{CTRL_D}")


async def test_a_person_has_a_table(talk: Talk) -> None:
    text = await talk(f"/person ben lewin\r{CTRL_D}")
    assert "Ben Lewin" in text
    assert "2012" in text
    assert "director, writer" in text


async def test_an_unknown_title_offers_the_nearest_by_number(talk: Talk) -> None:
    text = await talk(f"/runtime xqzv dune wp\r1\r{CTRL_D}")
    if "Did you mean:" in text:
        assert "runs" in text
    assert "Something went wrong" not in text


async def test_ctrl_c_throws_the_line_away_and_the_chat_goes_on(talk: Talk) -> None:
    text = await talk(f"how long is{CTRL_C}{CTRL_C}how long is amelie?\r{CTRL_D}")
    assert "Ctrl-D or /quit leaves." in text
    assert "Amélie (2001) runs" in text


async def test_each_line_of_a_paste_is_a_question(talk: Talk) -> None:
    text = await talk(f"\x1b[200~how long is amelie?\r\n\n  /director amelie\n\x1b[201~\r{CTRL_D}")
    assert "Amélie (2001) runs" in text
    assert "Jean-Pierre Jeunet" in text


async def test_a_huge_paste_is_bounded(talk: Talk) -> None:
    text = await talk("\x1b[200~" + "how long is amelie?\n" * 300 + f"\x1b[201~\r{CTRL_D}")
    assert text.count("122 minutes") == 20
    assert "I take the first 20 lines" in text


@pytest.mark.parametrize(
    "nonsense",
    [
        "asdf qwer zxcv",
        "?!?!",
        "🎉🎉🎉",
        "مرحبا",
        "x" * 4000,
        "word " * 800,
        "[bold]",
        "[/]",
        ":smile:",
        "'; DROP TABLE",
    ],
)
async def test_nonsense_gets_a_sentence(talk: Talk, nonsense: str) -> None:
    text = await talk(f"{nonsense}\r/runtime {nonsense}\r{CTRL_D}")
    assert "Something went wrong" not in text
    assert "Traceback" not in text
    assert "film" in text.split("leaves.", 1)[1]


async def test_markup_in_titles_is_shown_as_written(talk: Talk) -> None:
    text = await talk(f"/film [bold]Loud[/bold] :smile: (1999)\r{CTRL_D}")
    assert "[bold]Loud[/bold] :smile: (1999)" in text
    assert "[red]Not red[/red] :bomb:" in text


async def test_right_to_left_titles_are_found_and_shown(talk: Talk) -> None:
    text = await talk(f"/film ببساطة\r{CTRL_D}")
    assert "ببساطة (2004)" in text
    assert "花樣年華" in text


async def test_control_sequences_in_the_database_never_reach_the_screen(
    talk: Talk, catalogue: Catalogue, tmp_path: Path
) -> None:
    with sqlite3.connect(tmp_path / "films.db") as database:
        database.execute("UPDATE films SET title = 'Dune' || char(27) || '[31m' || char(7) WHERE title = 'Dune'")
    database.close()
    text = await talk(f"/film dune\r\x1b[200~how long is \x1b[31m?\x1b[201~\r{CTRL_D}")
    assert "�[31m" in text
    assert "\x1b" not in text
    assert "\x07" not in text


async def test_what_breaks_is_told_with_a_number_and_the_chat_goes_on(
    talk: Talk, catalogue: Catalogue, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with sqlite3.connect(tmp_path / "films.db") as database:
        database.execute("UPDATE films SET document = '{\"nonsense' WHERE title = 'Gandhi'")
    database.close()
    text = await talk(f"how long is gandhi?\rhow long is amelie?\r{CTRL_D}")
    said = next(line for line in text.splitlines() if "Something went wrong" in line)
    number = said.rstrip(".").rpartition(" ")[2]
    assert f"({number})" in caplog.text
    assert "Traceback" not in text
    assert "Amélie (2001) runs" in text


async def test_a_broken_database_is_one_sentence(talk: Talk, catalogue: Catalogue, tmp_path: Path) -> None:
    await catalogue.count()
    with sqlite3.connect(tmp_path / "films.db") as database:
        database.execute("DROP TABLE films")
    database.close()
    text = await talk(f"how long is gandhi?\r{CTRL_D}")
    assert "Traceback" not in text
    assert "sqlalchemy" not in text.lower()
    assert "Enjoy the film." in text


async def test_the_history_is_kept_for_its_owner_alone(talk: Talk, tmp_path: Path) -> None:
    await talk(f"how long is gandhi?\r{CTRL_D}")
    text = await talk(f"\x1b[A\r{CTRL_D}")
    assert "Gandhi (1982) runs 191 minutes" in text
    assert (tmp_path / "history").stat().st_mode & 0o777 == 0o600


async def test_what_is_too_long_for_a_question_is_not_kept(talk: Talk, tmp_path: Path) -> None:
    await talk(f"{'x' * 5000}\rshort\r{CTRL_D}")
    kept = (tmp_path / "history").read_text()
    assert "short" in kept
    assert "xxx" not in kept


async def test_a_history_that_cannot_be_written_is_no_matter(talk: Talk, tmp_path: Path) -> None:
    (tmp_path / "history").mkdir()
    assert "Gandhi (1982) runs" in await talk(f"how long is gandhi?\r{CTRL_D}")


async def test_a_damaged_history_is_no_matter(talk: Talk, tmp_path: Path) -> None:
    (tmp_path / "history").write_bytes(b"\xff\xfe\x00+\xff\n\n# x\n+ok\n")
    assert "Gandhi (1982) runs" in await talk(f"how long is gandhi?\r{CTRL_D}")
