"""Answers as rich draws them. Every text goes in as `Text`, so that nothing in it is read as markup or emoji code."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich import box
from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from bot.knowledge.film import Film
from bot.knowledge.query import Asked
from bot.questions.answers.answer import Answer, Kind
from bot.questions.answers.card import card
from bot.questions.ask import did
from bot.terminal.choice import Choice
from bot.terminal.printable import printable

WIDEST = 100
"""Columns that are used at most: longer lines are hard to read."""

NARROW = 56
"""Columns under which labels stand above their texts."""

MOST_LINES = 8
"""Lines of one fact on a card."""

TITLE, LABEL, QUIET = "bold cyan", "green", "dim"


@dataclass(frozen=True, slots=True)
class Part:
    """Something to draw, and what is asked before it is drawn."""

    drawing: RenderableType
    ask: str = ""


def parts(answer: Answer, choice: Choice | None, width: int, height: int) -> Iterator[Part]:
    """An answer in the parts it is shown in, for so many columns and lines."""
    asked = answer.query.asked if answer.query else None
    page = max(height - 4, 5)
    if choice:
        yield Part(_choice(choice))
    elif answer.kind is not Kind.ANSWER:
        yield Part(sentence(answer))
    elif asked is Asked.CARD and answer.entry:
        yield Part(film_card(answer.entry, width))
    elif asked is Asked.CAST and answer.entry:
        rows = [(role.name, role.character or "") for role in answer.entry.cast]
        yield from _pages(answer.entry.label, ("Actor", "Character"), rows, width, page)
    elif asked is Asked.PLOT and answer.entry:
        yield Part(_titled(f"The plot of {answer.entry.label} tells how it ends.", answer.entry.label))
        yield Part(sentence(answer), "Enter shows it, q does not:")
    elif answer.credits:
        films = [(str(film.year or ""), film.title, did(answer.credits, film.id)) for film in answer.films]
        heading = (answer.query.person if answer.query else None) or ""
        yield from _pages(heading, ("Year", "Film", "Role"), films, width, page)
    else:
        yield Part(sentence(answer))


def sentence(answer: Answer) -> Text:
    """The sentence with the titles of its films set off, and below it the facts it was drawn from."""
    text = _text(answer.text)
    labels = [answer.entry.label] if answer.entry else [film.label for film in answer.films]
    text.highlight_words([printable(label) for label in labels], TITLE)
    for fact in answer.because:
        text.append(f"\n· {printable(fact)}", QUIET)
    return text


def film_card(film: Film, width: int) -> RenderableType:
    """A film at a glance."""
    drawn, columns = card(film), min(width, WIDEST)
    body: list[RenderableType] = []
    if drawn.other_title:
        body.append(_text(drawn.other_title, "italic"))
    facts = [(fact.label, _cut(fact.text)) for fact in drawn.facts]
    if columns < NARROW:
        body += [Group(_text(label, LABEL), Padding(_text(text), (0, 0, 0, 2))) for label, text in facts]
    elif facts:
        grid = Table.grid(padding=(0, 2))
        grid.add_column(no_wrap=True)
        grid.add_column(overflow="fold")
        for label, text in facts:
            grid.add_row(_text(label, LABEL), _text(text))
        body.append(grid)
    if drawn.summary:
        body += [Text(), _text(drawn.summary)] if body else [_text(drawn.summary)]
    heading = _text(drawn.heading, TITLE)
    return Panel(
        Group(*body), title=heading, title_align="left", box=box.HORIZONTALS, width=columns, border_style=QUIET
    )


def command_table(commands: Sequence[tuple[str, str]]) -> RenderableType:
    """The commands with what they do."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for command, does in commands:
        grid.add_row(_text(command, LABEL), _text(does))
    return grid


def _choice(choice: Choice) -> RenderableType:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True, justify="right")
    grid.add_column(overflow="fold")
    for n, label in enumerate(choice.labels, 1):
        grid.add_row(_text(f"{n}.", TITLE), _text(label))
    return Group(_text(choice.lead), grid)


def _pages(
    heading: str, columns: Sequence[str], rows: Sequence[Sequence[str]], width: int, size: int
) -> Iterator[Part]:
    """A table in pages of so many rows; its columns are as wide on every page."""
    widest = [max(cell_len(cell) for cell in cells) for cells in zip(*rows, strict=True)]
    for start in range(0, len(rows), size):
        table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, show_header=start == 0, header_style=LABEL)
        for column, wide in zip(columns[:-1], widest, strict=False):
            table.add_column(column, overflow="fold", min_width=min(wide, width // 3))
        table.add_column(columns[-1], overflow="fold")
        for row in rows[start : start + size]:
            table.add_row(*map(_text, row))
        drawing = table if start else Group(_text(heading, TITLE), table)
        yield Part(drawing, f"{len(rows) - start} more: Enter shows them, q stops:" if start else "")


def _cut(text: str) -> str:
    lines = text.splitlines()
    return (
        text
        if len(lines) <= MOST_LINES
        else "\n".join([*lines[: MOST_LINES - 1], f"and {len(lines) - MOST_LINES + 1} more"])
    )


def _titled(text: str, title: str) -> Text:
    drawn = _text(text)
    drawn.highlight_words([printable(title)], TITLE)
    return drawn


def _text(text: str, style: str = "") -> Text:
    return Text(printable(text), style, overflow="fold")
