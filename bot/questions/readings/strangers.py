"""Names of films that nobody knows: what a text asks of them, as far as that can be told."""

import itertools
import re
from collections.abc import Container, Sequence
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import Asked, Query
from bot.knowledge.search import Except, Films, Named
from bot.questions.asked.intent import ASPECT_OF
from bot.questions.names.mentions import Mention, weak
from bot.questions.names.plainly import WATCHING
from bot.questions.names.spans import clusters
from bot.questions.readings.attempts import TOLD, Attempt, alone
from bot.questions.readings.evidence import Evidence
from bot.questions.readings.otherwise import OTHERWISE
from bot.questions.readings.querying import job_of_one_film, query_of
from bot.questions.readings.reading import Reading, likeliest
from bot.questions.rules.phrases import ARTICLES, NUMBER_WORDS, OPENING, ORDINALS, STARTS
from bot.questions.words.asides import asides
from bot.questions.words.chatting import USUAL
from bot.questions.words.everyday import EVERYDAY
from bot.questions.words.item import Item
from bot.questions.words.lexicon import lexicon
from bot.questions.words.tokens import NUMBERED_PARTS, SHORTEST, SIGNS, Token

ABOUT = frozenset("about set takes taking take involving featuring concerning".split())
"""Words that begin what films are asked to be about."""
NOUNS = ("film", "movie")
"""Words before the title of a film, or behind whoever made it."""
LONGEST, LONGEST_PAUSED = 9, 5
"""Words of the longest unknown title, and of one that a pause parts."""
FILMED = frozenset(["directed", "starred in", "stars in"])
"""What is done to films alone."""
INSIDE, ASKING = "_.od", "vxr"
"""Letters of words that may be part of a name, and of those that ask for something of it."""
MOST_SUBJECT = 60
"""Characters of it that a reply repeats."""


def strange_words(reading: Reading, words: Sequence[Token]) -> str:
    """The words not understood that stand where a list is narrowed: "without X", "about X", "X films"; "" for none."""
    search = reading.intent.search
    one = search and isinstance(search.start, Films) and search.start.keys
    if one or reading.intent.asked not in (Asked.SEARCH, Asked.PERSON):
        return ""
    aside = set(asides(words, reading.unknown))
    for n in (n for n in reading.unknown if n not in aside):
        before = n - 1 - (n > 0 and words[n - 1].word in ARTICLES)
        told = lexicon().at([words[before].word], 0, 1) if before >= 0 else None
        behind = lexicon().at([token.word for token in words], n + 1, len(words))
        all_others = search is not None and all(isinstance(step, Except) for step in search.steps)
        usual = words[n].word in USUAL and not all_others  # boxing films besides Rocky
        kind = behind and behind[1].letter == "f" and not usual and words[n].word.isalpha()
        if kind or (told and told[1].letter in "onAwb"):
            run = itertools.takewhile(lambda at: at in reading.unknown, range(n, len(words)))
            return " ".join(words[at].typed for at in run)
    return ""


async def unknown_name(text: str, one: Attempt, catalogue: Catalogue) -> Query | None:
    """A question about a film whose name is not known: what was understood, with the words that may be the name."""
    words, found, items = one.words, one.found, one.text.choice(()).items
    said = "".join(item.letter for item in items)
    if (subject := _subject(items, words, text)) and "l" not in said:
        return Query(Asked.MISSING, other=f"any film {subject}, at least not by that word")
    if played := _played_in(one, text, said):
        return played
    about = re.fullmatch("_+A", said) and words[0].word in ("what", "whats")
    if not (about or "x" in said or "r" in said or "l" in said or ("q" in said and "v" in said)):
        return None
    known = [name for name in found if name.kind in {"award", *TOLD} or (name.kind == "film" and "l" in said)]
    inside = {n for mention in known for n in range(mention.start, mention.end)}
    unknown = [n for n in range(len(words)) if n not in inside and not weak(alone(n), words)]
    for start, end in clusters(words, unknown or one.text.choice(()).heard.unknown)[:1]:
        if any(name.kind == "person" and (name.start, name.end) == (start, end) and not name.cost for name in found):
            return None
        start, end = _with_place(words, start), _with_part(words, end)
        paused = words[start].clause < words[end - 1].clause
        if end - start > (LONGEST_PAUSED if paused else LONGEST):
            return None
        before = with_words_before(words, start, end, range(start))
        if not unknown and before == start:
            return None  # how long is love
        start = before
        name = text[words[start].start : words[end - 1].end].strip(SIGNS)
        if len(name) < SHORTEST:
            return None
        return await of_film_called(name, start, end, one, known, text, catalogue)
    return None


async def of_film_called(
    name: str, start: int, end: int, one: Attempt, known: Sequence[Mention], text: str, catalogue: Catalogue
) -> Query | None:
    """What a text asks of a film that is called as the words from `start` to `end`, beside the names known."""
    put = Mention(start, end, "film", (Named("film", -1, name, name),))
    reading = next((likely for likely in likeliest(one.text, [*known, put]) if not likely.unknown), None)
    if reading is None or reading.intent.bare or reading.intent.asked is Asked.ROLE:
        return None
    if any(doubt(Evidence(reading, one.text)) for doubt in OTHERWISE):
        return None
    if reading.intent.other:
        two = await query_of(reading.intent, text, catalogue)
        return replace(two, guess=True) if two else None
    if reading.intent.film:
        return Query(reading.intent.asked, film=name, prize=reading.intent.prize, guess=True)
    if reading.intent.search and (job := job_of_one_film(reading.intent.search)):
        return Query(ASPECT_OF[job], film=name, guess=True)
    return None


def film_of_role(one: Attempt, text: str) -> Query | None:
    """Who plays a character in a film whose name, all that stands behind "in", is not known."""
    for reading in one.readings:
        first = reading.unknown[0] if reading.unknown else 0
        behind = reading.unknown == tuple(range(first, len(one.words)))
        at = first - (one.words[first - 1].word in ARTICLES)
        role = reading.intent.asked is Asked.ROLE and reading.intent.film is None
        if role and behind and at > 0 and one.words[at - 1].word == "in":
            name = text[one.words[at].start :].strip(SIGNS)
            return Query(Asked.ROLE, film=name, other=reading.intent.words, guess=True)
    return None


def film_before(one: Attempt, text: str) -> Query | None:
    """Who plays a character in a film that is named alone before: Labyrinth, who plays Jareth the goblin king."""
    items, unknown = one.text.choice(()).items, one.text.choice(()).heard.unknown
    end = next((n for n in range(1, len(one.words)) if one.words[n].clause > one.words[n - 1].clause), 0)
    known = any(one.words[n].word in EVERYDAY for n in range(end))
    said = "".join(item.letter for item in items)
    if not end or known or not set(range(end)) <= set(unknown) or not re.fullmatch("_+q+k[_z]*_", said):
        return None
    return Query(Asked.ROLE, film=text[one.words[0].start : one.words[end - 1].end].strip(SIGNS), guess=True)


def framed_name(words: Sequence[Token], text: str) -> Query | None:
    """A question about the film called as all that stands behind "who directed", which is asked of films alone."""
    said = [token.word for token in words]
    begun = next((n for n in range(1, len(said)) if said[n - 1] == "who"), len(said))
    size, told = lexicon().at(said, begun, len(said)) or (0, None)
    start = begun + size
    if told is None or " ".join(said[begun:start]) not in FILMED or not 1 < len(said) - start <= LONGEST:
        return None
    return Query(ASPECT_OF[told.meaning[0]], film=text[words[start].start :].strip(SIGNS), guess=True)


def with_words_before(words: Sequence[Token], start: int, end: int, unknown: Container[int]) -> int:
    """Where a name of everyday words begins with those before it, one of which is not understood, back to the word
    that asks for it: who directed Everything Everywhere All at Once.
    """
    if not all(token.word in USUAL or token.word in lexicon().single for token in words[start:end]):
        return start
    letters, first = lexicon().letters([token.word for token in words]), start
    while first and words[first - 1].clause == words[start].clause:
        if letters[first - 1] not in INSIDE and words[first - 1].word != "everything":
            break
        if words[first - 1].word in WATCHING:
            break
        first -= 1
    asked = letters[first - 1] in ASKING if first else words[0].word in STARTS or letters[end : end + 1] in {"x", "r"}
    begins = not first or words[first - 1].clause < words[start].clause or words[first - 1].word in WATCHING
    asked = asked or (begins and end < len(words) and words[end].clause > words[start].clause)
    while first < start and (words[first].word in STARTS or letters[first] == "o" or _is_asked(words, first)):
        first += 1
    return first if asked and any(n in unknown for n in range(first, start)) else start


def _is_asked(words: Sequence[Token], at: int) -> bool:
    """Whether a question begins at a word: what is."""
    return words[at].word in OPENING and words[at + 1].word in STARTS


def _played_in(one: Attempt, text: str, said: str) -> Query | None:
    """Who played somebody whom nobody knows in a film of some name: who plays Regina George in Mean Girls."""
    words, unknown = one.words, one.text.choice(()).heard.unknown
    place = next((n for n in reversed(range(len(words))) if words[n].word == "in"), len(words))
    strange = [n for n in unknown if words[n].word not in USUAL]
    noun = next((n for n in range(place + 1, len(words)) if words[n].word in NOUNS), 0)
    idle = {noun, *(n for n in range(len(words)) if words[n].word in ARTICLES)}
    whole = {*range(place + 1, len(words))} <= {*unknown, *idle}
    if not (said.startswith("qk") and whole and place + 1 < len(words) and any(n < place for n in strange)):
        return None
    first = place + 1 if noun in (0, len(words) - 1) else noun + 1  # in the Zeffirelli film Hamlet
    played = " ".join(words[n].typed for n in unknown if n < place)
    return Query(Asked.ROLE, film=text[words[first].start : words[-1].end].strip(SIGNS), other=played, guess=True)


def _with_place(words: Sequence[Token], start: int) -> int:
    """Where a name begins with the place among others before it, which it may be told by: the third man."""
    return start - (start > 0 and any(words[start - 1].word in said for said in ORDINALS))


def _with_part(words: Sequence[Token], end: int) -> int:
    """Where a name ends with the number of a part behind it: part three, 2."""
    at = end + (end < len(words) and words[end].word in NUMBERED_PARTS)
    number = at < len(words) and (words[at].word.isdigit() or words[at].word in NUMBER_WORDS)
    return at + 1 if number else end


def _subject(items: list[Item], words: Sequence[Token], text: str) -> str | None:
    """What films are asked to be about, where nothing but that was not understood; None for any other text."""
    said = "".join(item.letter for item in items)
    if not re.fullmatch(r"[qxN]?y?f[zwo]?A[_oywdfzwvk]*_[_oywdfzwvk]*", said):
        return None
    about = next((n for n, token in enumerate(words) if token.word in ABOUT), None)
    return text[words[about].start :].strip(SIGNS)[:MOST_SUBJECT] if about else None
