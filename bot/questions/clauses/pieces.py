"""The words of a clause in runs, each with what it is: a kind of name, a filter, a word of questions."""

from collections.abc import Mapping, Sequence

from bot.knowledge.query import Job
from bot.questions.names.mentions import Mention
from bot.questions.words.amounts import year
from bot.questions.words.filters import filter_at
from bot.questions.words.lexicon import Word, lexicon
from bot.questions.words.occasions import event_at, occasion_at, time_at

FILMS = ("film", "series")
THINGS = (*FILMS, "person", "family")
"""Kinds of what is named that one film may be known by."""


def pieces(plain: Sequence[str], places: range, named: Sequence[Mention]) -> list[tuple[range, str]]:
    """The words in runs, each with the kind or letter of what it is: "_" for what is not understood."""
    done: list[tuple[range, str]] = []
    at, end = places.start, places.stop
    likely = (one for one in named if not (one.cost and any(_reaches_beyond(other, one) for other in named)))
    starts = {one.start: one for one in sorted(likely, key=_precedence)}
    starts |= {one.start: one for one in named if one.kind == "film" and _dated(one, plain)}  # Brazil 1985
    while at < end:
        size, what = 1, "_"
        around = occasion_at(plain[:end], at) or event_at(plain[:end], at)
        kept = time_at(plain[:end], at) or filter_at(plain[:end], at)
        mention = starts.get(at)
        if around and not around[1] and not (mention and mention.kind in THINGS):
            size, what = around[0], "."
        elif mention and mention.end <= end:
            size, what = mention.size, mention.kind
        elif kept and not (kept[0] == 1 and plain[at] in ("short", "long")):
            size, what = kept[0], "year" if any(map(year, plain[at : at + kept[0]])) else "filter"
        elif told := _told(plain, at, end, starts):
            worked = told[1].letter == "r" and Job.CAST not in told[1].meaning
            size, what = told[0], "v" if worked else told[1].letter
        done.append((range(at, at + size), what))
        at += size
    return done


def _told(plain: Sequence[str], at: int, end: int, starts: Mapping[int, Mention]) -> tuple[int, Word] | None:
    """The longest phrase of questions that begins at a word and reaches into no title: from the Big Lebowski."""
    told = lexicon().at(plain, at, end)
    titles = (n for n in range(at + 1, at + told[0]) if n in starts and starts[n].kind in FILMS) if told else ()
    title = next((n for n in titles if starts[n].size > 1 and not starts[n].cost), None)
    return told if title is None else lexicon().at(plain, at, title)


def _dated(film: Mention, plain: Sequence[str]) -> bool:
    """Whether its year stands behind a title."""
    return any(plain[film.end : film.end + 1] == [str(one.year)] for one in film.named)


def _reaches_beyond(other: Mention, one: Mention) -> bool:
    """Whether another name begins inside one and ends behind it: Adam West in "the Adam West Batman", not The Adam."""
    return one.start < other.start < one.end < other.end


def _precedence(mention: Mention) -> tuple[int, bool, bool]:
    """What sorts those of the same words: people, films, then all else."""
    return mention.size, mention.kind not in THINGS, mention.kind in FILMS
