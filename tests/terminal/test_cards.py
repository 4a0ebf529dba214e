import io
import re

import pytest
from rich.cells import cell_len
from rich.console import Console

from bot.knowledge.film import Certificate, Film, Release, Role
from bot.knowledge.query import Asked, Credited, FilmRef, Job, Query
from bot.questions.answers.answer import Answer, Kind
from bot.terminal.cards import film_card, parts, sentence
from bot.terminal.choice import offered

FULL = Film(
    id="the-sessions-2012",
    title="The Sessions",
    original_title="Les Séances",
    year=2012,
    runtime=95,
    certificates=(Certificate(country="US", label="R", reason="strong sexuality including graphic nudity"),),
    genres=("Drama",),
    directors=("Ben Lewin",),
    cast=tuple(Role(name=f"Actor {n}", character=f"Character {n}") for n in range(30)),
    releases=tuple(Release(date=f"2012-01-{day:02}", country="US") for day in range(1, 21)),
    summary="A poet in an iron lung wants to know love. " * 20,
    audience="Those who like people.",
)
ESC = "\x1b[31m\x1b]0;owned\x07"


def drawn(*drawings: object, width: int = 80, colour: bool = False) -> str:
    console = Console(
        file=io.StringIO(), width=width, force_terminal=colour, color_system="truecolor" if colour else None,
        markup=False, emoji=False, highlight=False, legacy_windows=False, _environ={},
    )  # fmt: skip
    for drawing in drawings:
        console.print(drawing)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def shown(answer: Answer, width: int = 80, height: int = 24) -> str:
    return drawn(*(part.drawing for part in parts(answer, offered(answer), width, height)), width=width)


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_a_card_fits_its_terminal_and_is_no_wider_than_can_be_read(width: int) -> None:
    text = drawn(film_card(FULL, width), width=width)
    assert max(map(cell_len, text.splitlines())) <= min(width, 100)
    for word in ("Sessions", "2012", "95", "Ben", "Lewin", "Runtime", "lung"):
        assert word in text


def test_a_card_shows_what_is_known() -> None:
    text = " ".join(drawn(film_card(FULL, 80)).split())
    for fact in ("The Sessions (2012)", "Les Séances", "R (United States) for strong sexuality", "Genre Drama"):
        assert fact in text


def test_a_long_list_of_releases_is_cut() -> None:
    assert "and 13 more" in drawn(film_card(FULL, 80))


def test_a_film_of_which_only_the_title_is_known_has_a_card() -> None:
    assert "Nothing Else" in drawn(film_card(Film(id="nothing-else", title="Nothing Else"), 80))


@pytest.mark.parametrize("width", [40, 80])
def test_markup_and_emoji_codes_stay_as_they_are_written(width: int) -> None:
    loud = FULL.model_copy(update={"title": "[bold]Loud[/bold]", "summary": "[red]x[/red] :smile: [link=a]b[/link]"})
    text = " ".join(drawn(film_card(loud, width), width=width).split())
    assert "[bold]Loud[/bold] (2012)" in text
    assert "[red]x[/red] :smile: [link=a]b[/link]" in text


def test_control_sequences_never_reach_the_terminal() -> None:
    bad = FULL.model_copy(
        update={
            "title": f"Bad{ESC}",
            "original_title": ESC,
            "summary": ESC,
            "plot": ESC,
            "directors": (ESC,),
            "cast": (Role.model_construct(name=ESC, character=ESC),),
        }
    )
    ref = FilmRef("bad", f"Bad{ESC}", 2012, (ESC,))
    answers = [
        Answer(kind=Kind.ANSWER, text=ESC, query=Query(asked, film="bad"), films=(ref,), because=(ESC,), entry=bad)
        for asked in (Asked.CARD, Asked.CAST, Asked.PLOT, Asked.RUNTIME)
    ]
    answers.append(Answer(kind=Kind.CHOICE, text=ESC, query=Query(Asked.CARD, film=ESC), choices=(ref,), lead=ESC))
    answers.append(
        Answer(
            kind=Kind.ANSWER,
            text=ESC,
            query=Query(Asked.PERSON, person=ESC),
            films=(ref,),
            credits=(Credited(ref, Job.CAST, ESC),),
        )
    )
    for answer in answers:
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", shown(answer))
        coloured = drawn(*(part.drawing for part in parts(answer, offered(answer), 80, 24)), colour=True)
        assert set(re.findall(r"\x1b.", coloured)) <= {"\x1b["}
        assert "\x07" not in coloured
        assert "\x1b[31m" not in coloured


def test_the_title_of_a_sentence_is_set_off() -> None:
    answer = Answer(
        kind=Kind.ANSWER,
        text="The Sessions (2012) runs 95 minutes.",
        query=Query(Asked.RUNTIME),
        films=(FilmRef("the-sessions-2012", "The Sessions", 2012),),
        entry=FULL,
    )
    assert drawn(sentence(answer), colour=True).startswith("\x1b[1;36mThe Sessions (2012)\x1b[0m runs")


def test_a_title_of_punctuation_is_no_pattern() -> None:
    film = FULL.model_copy(update={"title": "(.*)+["})
    answer = Answer(kind=Kind.ANSWER, text="(.*)+[ (2012) runs.", query=Query(Asked.RUNTIME), entry=film)
    assert drawn(sentence(answer)) == "(.*)+[ (2012) runs.\n"


def test_pages_of_a_cast_share_their_columns() -> None:
    answer = Answer(kind=Kind.ANSWER, text="", query=Query(Asked.CAST), entry=FULL)
    pages = [drawn(part.drawing) for part in parts(answer, None, 80, 14)]
    assert len(pages) == 3
    starts = {line.index("Character") for page in pages for line in page.splitlines() if "Character " in line}
    assert len(starts) == 1


@pytest.mark.parametrize("width", [20, 40, 200])
def test_tables_fit_their_terminal(width: int) -> None:
    wide = FULL.model_copy(update={"cast": (Role(name="N" * 300, character="ש" * 300),)})
    text = shown(Answer(kind=Kind.ANSWER, text="", query=Query(Asked.CAST), entry=wide), width)
    assert max(map(cell_len, text.splitlines())) <= width
    assert text.count("N") == 300


@pytest.mark.parametrize("text", ["שלום " * 40, "فيلم" * 60, "👩‍👩‍👧 🎬 " * 30, "花樣年華" * 60, "é" * 500])
def test_any_script_wraps(text: str) -> None:
    film = FULL.model_copy(update={"title": text[:200], "summary": text})
    assert max(map(cell_len, drawn(film_card(film, 40), width=40).splitlines())) <= 40
