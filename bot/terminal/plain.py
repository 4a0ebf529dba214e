"""Answers as plain text, without colours, columns or line breaks of our own: for pipes."""

from collections.abc import Iterator

from bot.knowledge.film import Film
from bot.knowledge.query import Asked
from bot.questions.answers.answer import Answer, Kind
from bot.questions.answers.card import card
from bot.questions.ask import did
from bot.questions.words.wording import played
from bot.terminal.choice import Choice
from bot.terminal.printable import printable


def plain(answer: Answer, choice: Choice | None) -> str:
    """The answer as one or more lines."""
    return printable("\n".join(_lines(answer, choice)))


def _lines(answer: Answer, choice: Choice | None) -> Iterator[str]:
    asked = answer.query.asked if answer.query else None
    if choice:
        yield choice.lead
        yield from (f"{n}. {label}" for n, label in enumerate(choice.labels, 1))
    elif answer.kind is not Kind.ANSWER:
        yield answer.text
    elif asked is Asked.CARD and answer.entry:
        yield from _film(answer.entry)
    elif asked is Asked.CAST and answer.entry:
        yield f"{answer.entry.label}:"
        yield from map(played, answer.entry.cast)
    elif asked is Asked.PLOT:
        yield "Spoilers:"
        yield answer.text
    elif answer.credits:
        yield f"{answer.query.person if answer.query else 'Films'}:"
        yield from (f"{film.label}: {did(answer.credits, film.id)}" for film in answer.films)
    else:
        yield answer.text
        yield from answer.because


def _film(film: Film) -> Iterator[str]:
    drawn = card(film)
    yield drawn.heading
    if drawn.other_title:
        yield f"Original title: {drawn.other_title}"
    yield from (f"{fact.label}: {'; '.join(fact.text.splitlines())}" for fact in drawn.facts)
    if drawn.summary:
        yield drawn.summary
