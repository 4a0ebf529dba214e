"""A page of prose about one film, as film blogs have them: its facts are read, its paragraphs left to be rewritten."""

from collections.abc import Iterator
from dataclasses import replace

from bot.sources.pages.page import Page, read_page
from bot.sources.problem import Problem, Refusal, Row
from bot.sources.text import Text
from bot.sources.validation import film_or_problems

MAX_PAGE = 1 << 20
"""The bytes of a page; a long one takes a few ten thousand."""

_FACTS = frozenset({"title", "links"})
_NO_TITLE = "names no film; write its title on the first line"
_NO_FACT = "names no fact of a film; write lines such as “Director: Ben Lewin” below the title"


def read_prose_page(text: Text) -> Iterator[Row | Refusal]:
    """The film a page is about, with the facts it names; or what is wrong with it."""
    content = b""
    while (piece := text.read()) and len(content) <= MAX_PAGE:
        content += piece
    if len(content) > MAX_PAGE:
        yield (Problem(text.file, 0, "", f"is over {MAX_PAGE >> 20} MB long, so it is no page about a film"),)
        return
    try:
        page = read_page(content.decode())
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        yield (Problem(text.file, line, "", "is not UTF-8; save the file as UTF-8"),)
        return
    yield film_of_page(page, text.file)


def film_of_page(page: Page, file: str) -> Row | Refusal:
    """The film of a page that was read, or why it holds none."""
    if "title" not in page.fields:
        return (Problem(file, 0, "", _NO_TITLE),)
    if not page.fields.keys() - _FACTS:
        return (Problem(file, page.line, "", _NO_FACT),)
    found = film_or_problems(page.fields, page.line, file)
    remarks = tuple(Problem(file, line, "", said, doubt=True) for line, said in page.remarks)
    return replace(found, remarks=remarks) if isinstance(found, Row) else found
