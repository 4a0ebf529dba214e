"""Pages of prose as people write them: the facts of each are read, and nothing that it does not say."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.film import Film
from bot.sources.importing import import_file
from bot.sources.pages.page import read_page
from bot.sources.problem import Row
from bot.sources.prose_page import read_prose_page
from bot.sources.reading import read
from bot.sources.text import Text
from tests.sources.reading_of import films_in, problems_in, written

PAGES = Path(__file__).parent / "pages"
WRITTEN = sorted(page for page in PAGES.iterdir() if page.suffix != ".yaml")


def expected(page: Path) -> Film:
    (film,) = films_in(page.with_suffix(".yaml"))
    return film


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.name)
def test_the_facts_of_a_page_are_read_and_no_others(page: Path) -> None:
    (row,) = read(page)
    assert isinstance(row, Row), str(row)
    assert row.film.document() == expected(page).document()


def test_paragraphs_become_drafts_and_no_part_of_the_film() -> None:
    page = read_page((PAGES / "sessions.txt").read_text("utf-8"))
    assert page.drafts.summary.startswith("A touching drama about love")
    assert page.drafts.reception.startswith("The film is shot in a simple style")
    assert page.fields.keys().isdisjoint({"summary", "reception", "plot"})


def test_sections_say_what_a_paragraph_is() -> None:
    page = read_page((PAGES / "castlist.md").read_text("utf-8"))
    assert page.drafts.summary.startswith("On the last ferry")
    assert page.drafts.reception == "The film drew crowds in Norway and puzzled everybody else."


def test_what_is_not_sure_is_told_with_its_line() -> None:
    page = read_page((PAGES / "distractions.txt").read_text("utf-8"))
    assert (11, "several running times; 110 minutes was taken") in page.remarks
    assert (13, "'06/07/2006': which number is the month does not show") in page.remarks


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("Just a thought I had today about nothing.", "names no fact of a film"),
        ("!!!\n\n???\n", "names no film"),
        (b"The Sessions\n\nDirector: Ben \xff", "3: is not UTF-8"),
        ("x" * ((1 << 20) + 1), "over 1 MB"),
    ],
)
def test_a_page_without_a_film_is_refused_in_a_sentence(tmp_path: Path, content: str | bytes, sentence: str) -> None:
    (problem,) = problems_in(written(tmp_path, "a.md", content))
    assert sentence in problem


def test_a_page_is_told_by_its_content(tmp_path: Path) -> None:
    page = (PAGES / "sessions.txt").read_bytes()
    assert films_in(written(tmp_path, "upload", page)) == films_in(PAGES / "sessions.txt")
    assert films_in(written(tmp_path, "film.txt", b"# a film\ntitle: Up\nyear: 2009\n")) == [
        Film(title="Up", year=2009)
    ]


_TEXTS = [page.read_text("utf-8") for page in WRITTEN]
_PIECES = st.sampled_from([piece for text in _TEXTS for piece in text.splitlines()])
_BROKEN = st.tuples(st.sampled_from(_TEXTS), st.integers(0, 3000), st.integers(0, 3000)).map(
    lambda cut: cut[0][min(cut[1:]) : max(cut[1:])]
)


@settings(deadline=None, max_examples=200)
@given(text=st.text() | _BROKEN | st.lists(_PIECES | st.text(max_size=40), max_size=12).map("\n".join))
def test_no_text_raises(text: str) -> None:
    with Text.of("page", text.encode(errors="replace")) as page:
        (found,) = read_prose_page(page)
    if isinstance(found, Row):
        assert found.film.title
    else:
        assert all(problem.text for problem in found)


async def test_pages_are_imported_and_believed_less_than_other_files(tmp_path: Path, catalogue: Catalogue) -> None:
    page = written(
        tmp_path, "sessions.txt", (PAGES / "sessions.txt").read_bytes().replace(b"95 minutes", b"94 minutes")
    )
    entry = written(tmp_path, "a.yaml", "title: The Sessions\nyear: 2012\nruntime: 95\ndirectors: [Ben Lewin]\n")
    assert (await import_file(entry, catalogue.edits)).added == 1
    assert (await import_file(page, catalogue.edits)).changed == 1
    film = await catalogue.film("the-sessions-2012")
    assert film
    assert film.runtime == 95
    assert film.cast[0].character == "Mark O'Brien"


async def test_an_import_tells_what_it_left_out(tmp_path: Path, catalogue: Catalogue) -> None:
    page = written(tmp_path, "a.txt", "The Quay\n\nDirector: Ada Moss\nYear: 1999\nAwards: Golden Eel\n")
    report = await import_file(page, catalogue.edits)
    assert (report.added, report.refused) == (1, 0)
    assert [str(said).split("/")[-1] for said in report.problems] == [
        "a.txt:5: warning: 'Golden Eel' was left out; add awards by hand"
    ]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Kino-Tipp: Up", "Up"),
        ("Throwback Thursday: The Quay", "The Quay"),
        ("The Quay: Volume 1", "The Quay: Volume 1"),
        ("The Eel Film: Deep Water", "The Eel Film: Deep Water"),
        ("Deep Water (Ada Moss)", "Deep Water"),
        ("Deep Water (Das tiefe Wasser)", "Deep Water"),
    ],
)
def test_a_column_is_no_part_of_a_title(line: str, title: str) -> None:
    page = read_page(f"{line}\n\nI saw The Quay on a wet evening and I liked it a lot.\n\nDirector: Ada Moss\n")
    assert page.fields["title"] == title
