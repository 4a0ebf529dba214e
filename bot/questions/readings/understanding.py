"""From a text to a query: its readings, letter by letter first, then with typing errors."""

from collections.abc import Sequence
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.query import ID, ID_WITH_YEAR, Asked, Query
from bot.questions.clauses.antecedents import put_in_place
from bot.questions.clauses.appositions import undescribed
from bot.questions.clauses.gists import LONGEST, gists
from bot.questions.clauses.leaving_out import with_left_out
from bot.questions.clauses.parts import parts
from bot.questions.clauses.question import asked_alone, asked_of_named, of_each
from bot.questions.clauses.remarks import unremarked
from bot.questions.clauses.run_on import punctuated
from bot.questions.names.mentions import Mention, in_phrase, weak
from bot.questions.names.places import numbered
from bot.questions.names.plainly import SURNAME, plainly
from bot.questions.names.taken_back import put_right
from bot.questions.readings.attempts import Attempt, attempt, called, guessed_names, names
from bot.questions.readings.capitals import half_read, written_name
from bot.questions.readings.everything import everything
from bot.questions.readings.founded import founded
from bot.questions.readings.nobody import films_with, of_nobody, of_stranger
from bot.questions.readings.other_films import begun, films_in, in_another, longer_name, of_another_year
from bot.questions.readings.querying import query_of
from bot.questions.readings.reading import Reading
from bot.questions.readings.strangers import film_before, film_of_role, framed_name, strange_words, unknown_name
from bot.questions.rules.phrases import OPENING
from bot.questions.words.corrections import corrected
from bot.questions.words.lexicon import lexicon
from bot.questions.words.plainer import plainer
from bot.questions.words.spelling import mended, vocabulary
from bot.questions.words.tokens import Token, tokens

_SAYING = frozenset("me my our isnt wasnt are arent werent say".split())
"""Words of a text that asks nothing, and wants no films either: cook me something, say something funny, this
isn't funny.
"""
_OF_OTHERS = (Asked.SEARCH, Asked.SIMILAR)
"""What is asked of other films than the one named: a year behind its title may be theirs."""


async def understood(text: str, catalogue: Catalogue) -> Query | None:
    """What a text asks, None when it is no film question."""
    text = plainer(text)
    if ID_WITH_YEAR.fullmatch(text.strip()) or text.startswith(ID):
        return Query(Asked.CARD, film=text.strip())
    if query := everything(text, told=True):
        return query
    meant = corrected(await put_right(text, await numbered(text, tokens(text), catalogue), catalogue))
    words = put_in_place(await unremarked(await undescribed(meant, catalogue), catalogue))
    if not words:
        return None
    found = await names(text, words, catalogue)
    words = with_left_out(words, found)
    query = await _understood(text, words, found, catalogue)
    vain = query is None or query.guess or query.asked is Asked.MISSING
    if vain and (apart := punctuated(words, found)) != words:
        other = await _understood(text, apart, found, catalogue)
        return other if other and (other.asked is not Asked.MISSING or not query) else query
    return query


async def _understood(text: str, words: list[Token], found: list[Mention], catalogue: Catalogue) -> Query | None:
    """What a text asks, of which these are the names letter by letter."""
    parted, tried = Parted(text, catalogue), list[list[Token]]()
    each = [await _of_part(parted, part) for part in of_each(words, found)]
    if each and all(each):
        first, *others = (one for query in each if query for one in (replace(query, also=()), *query.also))
        return replace(first, also=tuple(others))
    if words[0].clause < words[-1].clause or any(gists(words, found)):  # before all the talk is looked at more closely
        named = [*found, *await called(words, found, catalogue)]
        if query := await _gist(parted, words, named, tried):
            return query
    typed = await attempt(0.0, words, found, catalogue) if len(words) <= LONGEST else None
    if typed and len(typed.found) > len(found):
        found = typed.found
        if query := await _gist(parted, words, found, tried):
            return query
    query, sure, read = await _asked(text, typed, catalogue) if typed else (None, False, [])
    if query and query.guess and ":" in (query.film or ""):
        return query  # Die Hard: With a Vengeance, of which no part is another title
    likely: Query | None = None  # of a part that asks, where the whole asks nothing
    for part in () if sure else parts(words, found):
        anywhere = part.whole and not _film_left_out(words, part.words, found)
        one = await _of_part(parted, part.words, anywhere=anywhere)
        saying = part.words[0].word == "not" or not _SAYING.isdisjoint(token.word for token in part.words)
        listed = one and one.asked is Asked.SEARCH and not saying
        if one and (part.asks or listed or (one.film and one.asked is not Asked.CARD)):
            names_film = anywhere or len(_titles(words, found)) > len(_titles(words, found, part.words))
            if (part.whole or (one.film and names_film)) and one.asked is not Asked.MISSING:
                return one
            likely = likely or (one if part.asks or part.whole or one.film else None)
    if not query and (not likely or likely.asked is Asked.MISSING):
        if not likely and typed and (role := film_before(typed, text)):
            return role
        for asked in asked_of_named(words, found):
            if one := await _of_part(parted, asked, unsure=True):
                return one
    if not query and not likely:
        if alone := asked_alone(words, found):
            typed, query, _, read = await parted.asked(alone)
        if typed and not query:
            query = await _of_unknown(text, typed, read, catalogue)
    return query or likely


class Parted:
    """A text of which parts are read: each once, whichever way leads to it."""

    def __init__(self, text: str, catalogue: Catalogue) -> None:
        self._text, self._catalogue = text, catalogue
        self._asked: dict[tuple[Token, ...], tuple[Attempt, Query | None, bool, Sequence[Attempt]]] = {}

    async def asked(self, part: Sequence[Token]) -> tuple[Attempt, Query | None, bool, Sequence[Attempt]]:
        """A part as it was typed, and what it asks, see `_asked`."""
        key = tuple(part)
        if key not in self._asked:
            found = await names(self._text, part, self._catalogue)
            typed = await attempt(0.0, part, found, self._catalogue)
            self._asked[key] = (typed, *await _asked(self._text, typed, self._catalogue))
        return self._asked[key]


async def _gist(
    parted: Parted, words: Sequence[Token], found: Sequence[Mention], tried: list[list[Token]]
) -> Query | None:
    """What a text asks beside its talk, in the first part that was not tried before and asks it without doubt."""
    for part in gists(words, found):
        if part not in tried and len(part) <= LONGEST and not _cut(words, part, found):
            tried.append(part)
            if query := await _of_part(parted, part, anywhere=not _film_left_out(words, part, found)):
                return query
    return None


def _film_left_out(words: Sequence[Token], part: Sequence[Token], found: Sequence[Mention]) -> bool:
    """Whether a title stands outside a part of a text, which a role may be asked of."""
    return bool(_titles(words, found, part))


def _titles(words: Sequence[Token], found: Sequence[Mention], without: Sequence[Token] = ()) -> list[Mention]:
    """The titles in a text, but for those in a part of it."""
    kept = {token.start for token in without}
    titles = (one for one in found if one.kind == "film" and ((one.size > 1 and not one.cost) or plainly(one, words)))
    return [one for one in titles if words[one.start].start not in kept]


async def _of_part(parted: Parted, part: list[Token], *, anywhere: bool = False, unsure: bool = False) -> Query | None:
    """What a part of a text asks without doubt, if it is more than a name; a role in any film only if that may be, and
    what is asked of a film that may not be known, or of a role that it may not have, only with `unsure`.
    """
    typed, one, certain, _ = await parted.asked(part)
    told = one and (one.asked not in (Asked.CARD, Asked.PERSON) or one.job or of_films(part))
    certain = certain or bool(unsure and one and one.film and (one.guess or one.asked is Asked.ROLE))
    if typed.best and any(in_phrase(film, part) and _is(film, one) for film in films_in(typed.best)):
        return None  # who composed the score: of a film that is named elsewhere
    everywhere = one and one.asked is Asked.ROLE and not one.film  # the film may stand in another clause
    return one if certain and told and (anywhere or not everywhere) else None


def _is(film: Mention, asked: Query | None) -> bool:
    """Whether a query is about the film that a title names, as far as it is told."""
    return not (asked and asked.film) or any(named.normal.replace(" ", "-") in asked.film for named in film.named)


def _cut(words: Sequence[Token], part: Sequence[Token], found: Sequence[Mention]) -> bool:
    """Whether a part of a text holds some words of the name of a character, and leaves one of them out."""
    kept = {token.start for token in part}
    names = (
        words[one.start : one.end] for one in found if one.kind == "character" and not (one.cost or weak(one, words))
    )
    return any(0 < sum(token.start in kept for token in name) < len(name) for name in names)


def of_films(words: Sequence[Token]) -> bool:
    """Whether words, all of one clause or of a question, speak of films by that word or one like it."""
    said = [token.word for token in words]
    asks = words[-1].asked or not OPENING.isdisjoint(said)
    return (asks or len({token.clause for token in words}) == 1) and any(
        (told := lexicon().at(said, n, len(said))) and told[1].letter == "f" for n in range(len(said))
    )


async def _asked(text: str, typed: Attempt, catalogue: Catalogue) -> tuple[Query | None, bool, Sequence[Attempt]]:
    """What a text asks that was read as it was typed, whether nothing in it makes that doubtful, and the attempts with
    guessed names that it took.
    """
    attempts = [typed]
    if query := await _plain(typed, typed, text, catalogue):
        return query, not query.guess, ()
    known = await vocabulary(catalogue) if typed.unsure else ()
    for slips, words in mended(typed.words, typed.unsure, known, typed.surnames):
        attempts.append(await attempt(slips, words, await names(text, words, catalogue), catalogue))
        if query := await _plain(attempts[-1], typed, text, catalogue):
            return query, not query.guess, ()
        if len(attempts) == 2 and any(words[n] in typed.words for n in attempts[-1].unknown):
            break  # no other way mends all that is strange
    attempts.sort(key=lambda one: one.cost)
    likely = [await guessed_names(one, text, catalogue) for one in dict.fromkeys((attempts[0], typed))]
    for guessed in sorted(likely, key=lambda one: one.cost):
        if query := of_stranger(guessed, guessed.readings[:1], text) or await _answerable(guessed, text, catalogue):
            whole = guessed.best and guessed.best.intent.film and not guessed.best.unknown
            return query, not query.guess and (query.asked is not Asked.ROLE or bool(whole)), likely
    return None, False, likely


async def _of_unknown(text: str, typed: Attempt, likely: Sequence[Attempt], catalogue: Catalogue) -> Query | None:
    """What a text asks of somebody or something that is not known, by the attempts at it that found no answer."""
    for guessed in likely:
        if query := of_stranger(guessed, guessed.readings, text):
            return query
        if query := await of_nobody(guessed, text, catalogue):
            return query
        if query := await unknown_name(text, guessed, catalogue):
            return query
        if strange := next(filter(None, (strange_words(reading, guessed.words) for reading in guessed.believed)), ""):
            return Query(Asked.MISSING, other=f"anything called “{strange}”")
    vain = [reading for guessed in likely for reading in guessed.believed if _whole(reading)]
    if vain:
        return await query_of(vain[0].intent, text, catalogue)
    if query := films_with(typed):
        return query
    return film_of_role(typed, text) or framed_name(typed.words, text) or await written_name(typed, text, catalogue)


def _whole(reading: Reading) -> bool:
    """Whether a reading understands every word, and takes nobody for a character or for more than the surname told."""
    exact = all(mention.cost <= SURNAME and mention.kind != "character" for mention in reading.mentions)
    return exact and not reading.unknown and reading.intent.asked is Asked.SEARCH


async def _plain(one: Attempt, typed: Attempt, text: str, catalogue: Catalogue) -> Query | None:
    """What a spelling asks that leaves nothing aside, unless nothing of what was typed is left in it."""
    made_up = one is not typed and len(one.words) > 1 and _said(one).isdisjoint(_said(typed))
    return await _answerable(one, text, catalogue) if one.complete and not made_up else None


def _said(one: Attempt) -> set[str]:
    return {token.word for token in one.words}


async def _answerable(one: Attempt, text: str, catalogue: Catalogue) -> Query | None:
    """What the likeliest reading asks that can be believed."""
    vain: set[int] = set()  # words that a likelier reading understood
    for reading in one.believed:
        if not await founded(reading, catalogue):
            vain |= set(range(len(one.words))) - set(reading.unknown)
            continue
        if strange_words(reading, one.words) or in_another(reading, one.words) or vain & set(reading.unknown):
            continue
        if query := await query_of(reading.intent, text, catalogue):
            if stranger := await half_read(reading, one, text, catalogue):
                return stranger
            if (other := of_another_year(reading, one.words, text)) and query.asked not in _OF_OTHERS:
                return Query(query.asked if query.film else Asked.CARD, film=other, guess=True)
            name = longer_name(reading, one.words, text) if query.film else None
            if not query.film and any(begun(film, reading, one.words) < film.start for film in films_in(reading)):
                continue
            return replace(query, film=name, guess=True) if name else query
    return None
