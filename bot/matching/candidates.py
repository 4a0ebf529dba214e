"""Which names are worth comparing with what was typed, and how well they fit.

All ways that the shelf and the additions know lead to some dozens of rows; a rough comparison keeps the likeliest, and
only those are measured in every way.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import IntEnum
from heapq import nlargest
from math import log
from typing import NamedTuple

from bot.matching.alike import Typed
from bot.matching.forms import SOUNDED
from bot.matching.names import Names
from bot.matching.normal import ARTICLES, bare, key, sound, unordered
from bot.matching.ranking import FAR, Measures, Weights, asked, certainty, evidence, likelihood, measure, rough
from bot.matching.reading import Reading, may_be_initials, spelled_out, without_people


class Likeness(IntEnum):
    """How far a name is what was typed; a higher one beats any likelihood."""

    OTHER = 0
    BARE = 1
    """But for article, numerals, spaces and words taken for noise."""
    KEY = 2
    """But for article, numerals and spaces."""
    NAME = 3
    """Letter by letter, and of the year if one was typed."""
    TITLE = 4
    """The same, and the entry's first name."""


class Fit(NamedTuple):
    """How well an entry fits by its best name."""

    row: int
    likelihood: float
    surety: float = -20.0
    """The logarithm of the odds that it was meant, were it alone."""
    likeness: Likeness = Likeness.OTHER
    dropped: int = 0
    """How many words were taken for noise for it to be the name itself."""

    @property
    def rank(self) -> tuple[int, int, float]:
        """What fits are compared by."""
        return self.likeness, -self.dropped, self.likelihood


class Likely(NamedTuple):
    """A row that is worth measuring."""

    row: int
    text: str
    readings: list[Reading]
    """Those that are likely for it."""
    fame: float
    """The logarithm of how often it is asked for; the best known of a title stands for all films of that title."""


LIKE, BEGUN, KEPT = 64, 40, 12
"""Rows taken from the similar ones, from those that begin alike, and measured after a rough comparison."""
MANY, LIKE_OF_MANY = 200_000, 96
"""Of so many entries so many similar rows are taken, for more of them are alike."""
SHARED = 0.25
"""The part of what the grams of a text tell that a name must share to be compared: two slips seldom leave less."""
SPELLED = 8
"""Rows taken from those that have the text for initials, the best known."""
FEW_WORDS, SPELLINGS = 4, 6
"""Words of a text that are looked up with other spellings, and spellings of each, the most frequent; a longer text
shares enough letters with what was meant."""
ENOUGH = 10
"""So many rows that begin with unfinished text are choices enough."""
SURNAME, KNOWN, LONG = 5.5, 3.0, 8
"""How much of 100 less a name is like what is like its last word alone; how much better known than the mean a person is
who is called by one word; letters of a word that may be the whole name of anybody."""
INITIALS, MOST_BEGUN = 3, 8
"""Letters of initials that a well-known person is called by, and people looked at whose names begin so."""
INSIDE = 8.0
"""How much of 100 less a title is like what some of its words are."""
SURE = 4.3
"""How much likelier a row is that was found by its key, its words, or its people."""
NEAR = 8.0
"""A row that is roughly so much less likely than the likeliest is not measured; likewise readings of a row."""
MORE = 30
"""Rows that come after the measured ones, so that there are matches enough."""


def fits(
    names: Names, readings: Sequence[Reading], weights: Weights, hidden: Collection[int] = (), usual: float = 1.0
) -> dict[int, Fit]:
    """The entries worth considering, by their keys; `usual` is the mean popularity, which fame is relative to."""
    likely, others = compared(names, readings, weights.stop, hidden, usual)
    words = known_words(names, readings)
    found: dict[int, Fit] = {}
    for one in likely:
        fit, key = _fit(names, one, weights, words), names.keys[names.owner[one.row]]
        known = found.get(key)
        if known is None or fit.rank > known.rank:
            found[key] = fit
    likelihoods = [fit.likelihood for fit in found.values()]
    least = min([*likelihoods, max(likelihoods) - FAR]) if found else 0.0
    for row in others[:MORE]:
        least -= 0.1
        found.setdefault(names.keys[names.owner[row]], Fit(row, least))
    return found


def likest(names: Names, typed: str, least: float, surnames: bool) -> Iterator[tuple[int, float]]:
    """Rows of which a name, or its last word, is like a text in normal form by so much of 100, with how much."""
    words = typed.split()
    short, joined = "".join(bare(words)), key(words)
    rows = dict.fromkeys([*names.equal(joined)[:LIKE], *names.near(short)[: 2 * LIKE]])
    if len(joined) <= SOUNDED + 2:
        rows.update(dict.fromkeys(names.equal("~" + sound(joined))[:LIKE]))
    rows.update(dict.fromkeys(names.similar(" ".join(bare(words)), LIKE, SHARED)))
    known = KNOWN * names.popular / max(1, len(names))
    surname = surnames and len(words) == 1
    if surnames and len(words) > 1:
        rows.update(dict.fromkeys(names.begins(typed, MOST_BEGUN, 1.0)))
    if surname and typed.isalpha() and len(typed) == INITIALS:
        spelled = [(names.popularity[names.owner[row]], row) for row in names.equal("#" + typed)]
        yield from ((row, 100 - SURNAME) for fame, row in nlargest(1, spelled) if fame >= known)
    enough = known if len(typed) < LONG else known / KNOWN
    famous = {row for row in rows if surname and names.popularity[names.owner[row]] >= enough}
    looked_at = famous if surname and len(typed) < LONG else rows
    if not looked_at:
        return
    said = Typed(typed)
    for row, text in said.likely(names.texts(row for row in rows if row in looked_at), least):
        like = said.named(text, least) if surnames else said.alike(text, least)
        if row in famous:
            like = max(like, said.like(text.rpartition(" ")[2], least + SURNAME) - SURNAME)
        elif surnames and text.startswith(f"{typed} "):
            like = max(like, 100 - SURNAME)
        elif not surnames:
            like = max(like, said.inside(text, least + INSIDE) - INSIDE)
        if like >= least:
            yield row, like


def known_words(names: Names, readings: Sequence[Reading]) -> list[str]:
    """The typed words that stand in some name: hardly typing errors."""
    return [word for word in set().union(*[reading.word_set for reading in readings]) if names.knows(word)]


def compared(
    names: Names, readings: Sequence[Reading], stop: float, hidden: Collection[int] = (), usual: float = 1.0
) -> tuple[list[Likely], list[int]]:
    """The likeliest rows after a rough comparison; then the other rows, best first."""
    sure, rows = _rows(names, readings, stop)
    owner = names.owner
    texts = names.texts({**sure, **rows})
    if hidden:
        texts = {row: text for row, text in texts.items() if names.keys[owner[row]] not in hidden}
    forms = {row: text.replace(":", " ") for row, text in texts.items()}
    spoken = {reading.words: rough(reading, forms, stop) for reading in readings}
    hope = spoken[readings[0].words]
    if len(spoken) > 1:
        hope = {row: max([likeness[row] for likeness in spoken.values()]) for row in texts}
    fame = _fame(names, forms, usual)
    worth = {row: hope[row] + fame[row] + (SURE if row in sure else 0) for row in texts}
    order = sorted(texts, key=worth.__getitem__, reverse=True)
    least = worth[order[0]] - NEAR if order else 0.0
    first = order[: KEPT if stop >= 1 else KEPT // 2]  # whoever is typing sees all choices, in whatever order
    kept = dict.fromkeys([row for row in first if worth[row] > least] + [row for row in order if row in sure][:BEGUN])
    likely = [
        Likely(row, texts[row], [r for r in readings if spoken[r.words][row] > hope[row] - NEAR], fame[row])
        for row in kept
    ]
    return likely, [row for row in order if row not in kept]


def _fame(names: Names, titles: Mapping[int, str], usual: float) -> dict[int, float]:
    """The fame of rows, by their titles."""
    popularity, owner, keys = names.popularity, names.owner, names.keys
    often = {row: asked(popularity[owner[row]] / usual) for row in titles}
    fame = {row: log(each) for row, each in often.items()}
    alike: dict[str, list[int]] = {}
    for row, title in titles.items():
        alike.setdefault(title, []).append(row)
    for rows in alike.values():
        if len(rows) > 1:
            best = max(rows, key=lambda row: (often[row], -keys[owner[row]]))
            fame[best] = log(sum([often[row] for row in rows]))
    return fame


def measured(names: Names, likely: Likely) -> list[tuple[Reading, tuple[tuple[Measures, ...], Measures]]]:
    """The measures of a row under every reading, also without its people's names and with initials spelled out."""
    entry, readings, text = names.owner[likely.row], likely.readings, likely.text
    named, length = frozenset(names.people(entry).split()), len(names.name(likely.row))
    more = [] if named.isdisjoint(readings[0].words) else [without_people(reading, named) for reading in readings]
    if may_be_initials(readings[0].words[0]):
        more.append(spelled_out(readings[0], text))
    spoken = [*readings, *filter(None, more)]
    return [(reading, measure(reading, text, length, names.years[entry], likely.fame)) for reading in spoken]


def _rows(names: Names, readings: Sequence[Reading], stop: float) -> tuple[dict[int, None], dict[int, None]]:
    """Rows that must be looked at, and rows that may be."""
    sure: dict[int, None] = {}
    rows: dict[int, None] = {}
    first, barest = readings[0], readings[-1]
    for reading in readings:
        sure.update(dict.fromkeys(_known(names, names.equal(reading.key), reading.text)))
        if len(reading.key) <= SOUNDED + 2:
            heard = names.equal("~" + sound(reading.key))
            rows.update(dict.fromkeys(_known(names, heard, reading.text)))
    reordered = names.equal("=" + unordered(first.words))
    sure.update(dict.fromkeys(_known(names, reordered, first.text)))
    for row in _beside_people(names, first.words):
        sure[row] = None
    if len(first.words) == 1 and may_be_initials(first.key):
        spelled = names.equal("#" + first.key)
        sure.update(dict.fromkeys(nlargest(SPELLED, spelled, key=lambda row: names.popularity[names.owner[row]])))
    begun = names.begins(first.text, BEGUN, stop)
    rows.update(dict.fromkeys(begun))
    if stop < 1 and len(begun) >= ENOUGH:
        return sure, rows  # whoever is still typing has choices enough
    for reading in readings:
        for short in {reading.key, "".join(reading.bare)}:
            rows.update(dict.fromkeys(names.near(short)[: 2 * LIKE]))
    if not sure:
        for respelled in _respelled(names, barest.bare):
            rows.update(dict.fromkeys(names.equal(respelled)[:LIKE]))
    like = LIKE if len(names) < MANY else LIKE_OF_MANY
    rows.update(dict.fromkeys(names.similar(" ".join(barest.bare), like)))
    if barest.words != first.words and len(barest.key) < 8:
        rows.update(dict.fromkeys(names.similar(" ".join(first.bare), like)))
    return sure, rows


def _known(names: Names, rows: Sequence[int], text: str) -> Sequence[int]:
    """Of many rows those with the text itself, and the best known."""
    if len(rows) <= LIKE:
        return rows
    popularity, owner = names.popularity, names.owner
    return nlargest(LIKE, rows, key=lambda row: (names.text(row).replace(":", " ") == text, popularity[owner[row]]))


def _respelled(names: Names, words: Sequence[str]) -> Iterator[str]:
    """Keys of the words with one that no name holds, and perhaps another, for words one typing error away."""
    if not 1 < len(words) <= FEW_WORDS or all(map(names.knows, words)):
        return
    spellings = [names.spellings(word, SPELLINGS) for word in words]
    for at, word in enumerate(words):
        for spelling in () if names.knows(word) else spellings[at]:
            once = [*words[:at], spelling, *words[at + 1 :]]
            yield key(once)
            for other in range(len(words)):
                for again in spellings[other] if other != at else ():
                    yield key([*once[:other], again, *once[other + 1 :]])


def _beside_people(names: Names, words: Sequence[str]) -> Iterator[int]:
    """Rows whose title are the words, but for up to three at either end that name the entry's people."""
    for cut in range(1, min(4, len(words))):
        for title, rest in ((words[:-cut], words[-cut:]), (words[cut:], words[:cut])):
            for row in names.equal(key(title))[: 4 * LIKE]:
                if not set(rest).isdisjoint(names.people(names.owner[row]).split()):
                    yield row


def _article_missing(reading: Reading, name: Sequence[str]) -> bool:
    """Whether an article was typed in front of a name that begins with none, or behind one that has another."""
    typed = reading.words
    if reading.moved and typed[0] != name[0]:
        return True
    if typed[0] in ARTICLES:
        return name[0] not in ARTICLES
    return typed[-1] in ARTICLES and typed[-1] not in (name[0], name[-1])


def _fit(names: Names, likely: Likely, weights: Weights, known: Collection[str]) -> Fit:
    row, text = likely.row, likely.text
    name, year = text.replace(":", " "), names.years[names.owner[row]]
    likeness, dropped = Likeness.OTHER, 0
    best = surety = float("-inf")
    for reading, measures in measured(names, likely):
        value = likelihood(measures, weights)
        if value > best:
            best, surety = value, certainty(evidence(reading, text, measures, value, known))
        same_key = measures[1][-1] == 1 and not _article_missing(reading, name.split())
        if same_key and reading.year in (None, year) and not reading.guessed:
            if reading.dropped:
                dropped = reading.dropped if likeness is Likeness.OTHER else dropped
                likeness = max(likeness, Likeness.BARE)
            elif reading.text != name or reading.moved:
                likeness = max(likeness, Likeness.KEY)
            else:
                likeness = max(likeness, Likeness.TITLE if names.is_title(row) else Likeness.NAME)
    return Fit(row, best, surety, likeness, dropped if likeness is Likeness.BARE else 0)
