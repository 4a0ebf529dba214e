"""Whoever did a job for a film, named first, put where "his other films" or "he" speaks of them.

"The director of Margin Call: composers of his other films" asks for the composers of the other films of that director.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.knowledge.codes import country_code
from bot.questions.rules.jobs import names_people
from bot.questions.rules.peoples import NO_COUNTRY
from bot.questions.rules.phrases import OPENING, PERSON, STARTS
from bot.questions.words.amounts import year
from bot.questions.words.lexicon import lexicon
from bot.questions.words.tokens import SHORTEST, Token, in_clause

_OWNING, _PRONOUNS = frozenset("his her their".split()), frozenset("he she they".split())
_WHO = frozenset("who whoever".split())
_PEOPLE = frozenset((*PERSON, "person", "one", "people"))
_LEADS = frozenset("and also then plus".split())
_THAT = frozenset(["that", "it", "this"])
_IN = frozenset("in from of".split())
"""Words before the year that is spoken of."""
_THE_ONE = re.compile(
    r"\bthe (?:one|version) (?:that )?(?:you|u|we) (?:have|got|ve got|know)(?: (?:listed|here|on here|in here))?\b"
)
"""The film of its title that the bot knows."""
_DECADE = re.compile(r"(?:(?:18|19|20)?\d0s|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)")
_MADE = frozenset("from made shot filmed produced".split())
"""Words before "there" where films are made."""
LONGEST_COUNTRY = 4
"""Words of the longest name of a country that "there" is read as."""
MOST_TOLD = 6
"""Words that say what "that" is."""
MOST_BETWEEN = 3
"""Words between "his" and the films: his other animated films."""


def put_in_place(words: Sequence[Token]) -> list[Token]:
    """The words with what is named apart in the place of those that speak of it."""
    words = _listed(words)
    words = _it(_whoever(_from_there(_of_that_decade(_of_that_year(_explained(words))))))
    pause = next((n for n in range(1, len(words)) if words[n].clause > words[n - 1].clause), 0)
    if _of_one(words[:pause]) and words[-1].word == "one" and any(one.word in _OWNING for one in words[pause:]):
        words = [*words[:-1], replace(words[-1], word="film", typed="film")]  # what is his newest one
    head, rest = words[:pause], list(words[pause:])
    while rest and rest[0].word in _LEADS:
        del rest[0]
    if not _of_one(head):
        return list(words)
    who = [replace(head[0], word="whoever", typed="whoever"), *head[1:]] if head[0].word in _WHO else head
    put = _with_films(rest, who) or _with_pronoun(rest, who)
    return [in_clause(token, rest[0]) for token in put] if put else list(words)


def _explained(words: Sequence[Token]) -> Sequence[Token]:
    """The words with what "that" is in its place, told behind it: when was that, the UK release?"""
    for n in range(1, len(words) - 2):
        the = words[n + 1]
        end = next((m for m in range(n + 2, len(words)) if words[m].clause > the.clause), len(words))
        stands = words[n].word in _THAT and words[n - 1].word in STARTS
        told = the.word == "the" and the.clause > words[n].clause
        if stands and told and end - n <= MOST_TOLD and _letter(words, end - 1) in ("x", "e"):
            behind = [in_clause(token, words[n]) if m < end else token for m, token in enumerate(words)]
            return [*words[:n], *behind[n + 1 :]]
    return words


def _of_that_year(words: Sequence[Token]) -> Sequence[Token]:
    """The words with the only year told before in the place of "that year": 2006 was great, what came out that year."""
    at = next((n for n in range(1, len(words)) if (words[n - 1].word, words[n].word) == ("that", "year")), 0)
    years = [n for n in range(at) if year(words[n].word)]
    told = {words[n].word for n in years if _begins(words, n) or words[n - 1].word in _IN}
    if len(told) != 1:
        return words
    first = at - 1 - (words[at - 2].word == "in")
    put = [replace(words[at], word=word, typed=word) for word in ("in", *told)]
    return [*words[:first], *put, *words[at + 1 :]]


def _of_that_decade(words: Sequence[Token]) -> Sequence[Token]:
    """The words with the only decade told before in the place of "that decade"."""
    at = next((n for n in range(1, len(words)) if (words[n - 1].word, words[n].word) == ("that", "decade")), 0)
    told = {token.word for token in words[:at] if _DECADE.fullmatch(token.word)}
    if len(told) != 1:
        return words
    put = [replace(words[at], word=word, typed=word) for word in ("the", *told)]
    return [*words[: at - 1], *put, *words[at + 1 :]]


def _from_there(words: Sequence[Token]) -> Sequence[Token]:
    """The words with the only country told before in the place of "there": off to Peru, which films were made there?"""
    at = next((n for n in range(1, len(words)) if (words[n - 1].word in _MADE and words[n].word == "there")), 0)
    spans = [(start, end) for start in range(at) for end in range(start + 1, min(at, start + LONGEST_COUNTRY) + 1)]
    said = {" ".join(token.word for token in words[start:end]) for start, end in spans}
    told = {one for one in said - NO_COUNTRY if len(one) > SHORTEST and country_code(one)}
    if len(told) != 1:
        return words
    leads = () if words[at - 1].word == "from" else ("in",)
    put = [replace(words[at], word=word, typed=word) for word in (*leads, *told.pop().split())]
    return [*words[:at], *put, *words[at + 1 :]]


def _listed(words: Sequence[Token]) -> Sequence[Token]:
    """The words without asking whether there is any where it is asked which: are there long westerns, which ones."""
    last = next((n for n in range(len(words) - 1, 0, -1) if words[n].clause > words[n - 1].clause), 0)
    first = next((n for n in range(last - 1, 0, -1) if words[n].clause > words[n - 1].clause), 0)
    which = [token.word for token in words[last:]] in (["which", "ones"], ["which", "one"], ["which"])
    if last and which and [token.word for token in words[first : first + 2]] in (["are", "there"], ["is", "there"]):
        return [*words[:first], *words[first + 2 : last]]
    return words


def _whoever(words: Sequence[Token]) -> Sequence[Token]:
    """The words with one in the place of "the guy who", of whom other films are asked: did whoever made it make any."""
    for n in range(1, len(words) - 3):
        the, noun, who = (token.word for token in words[n : n + 3])
        told = the in ("the", "that") and noun in _PEOPLE and who in ("who", "that", "whos")
        done = told and words[n - 1].word in STARTS and _letter(words, n + 3) == "v"
        if done and any(_letter(words, m) == "f" for m in range(n + 4, len(words))):
            return [*words[:n], replace(words[n], word="whoever", typed="whoever"), *words[n + 3 :]]
    return words


def _it(words: Sequence[Token]) -> Sequence[Token]:
    """The words with "it" in the place of the one that the bot has: how long is the one you have."""
    said = " ".join(token.word for token in words)
    found = _THE_ONE.search(said)
    if not found:
        return words
    first = len(said[: found.start()].split())
    last = first + len(found[0].split())
    return [*words[:first], replace(words[first], word="it", typed="it"), *words[last:]]


def _begins(words: Sequence[Token], at: int) -> bool:
    """Whether a clause begins at a word, or behind one that asks: was 1999 good."""
    return at == 0 or words[at - 1].clause < words[at].clause or words[at - 1].word in STARTS


def _with_films(rest: Sequence[Token], who: Sequence[Token]) -> list[Token]:
    """Who composed for his other films: the films of those named, none where no job is asked of them."""
    his = next((n for n, token in enumerate(rest) if token.word in _OWNING), 0)
    end = _films_end(rest, his + 1)
    if end is None or not any(_letter(rest, n) in ("r", "v") for n in range(his)):
        return []
    the, of = (replace(rest[his], word=word, typed=word, owner="") for word in ("the", "of"))
    return [*rest[:his], the, *rest[his + 1 : end], of, *who, *rest[end:]]


def _with_pronoun(rest: Sequence[Token], who: Sequence[Token]) -> list[Token]:
    """Directors he scored other films for: those named in the place of "he"."""
    he = next((n for n, token in enumerate(rest) if token.word in _PRONOUNS), 0)
    asks = any(_letter(rest, n) == "r" for n in range(he)) and _letter(rest, he + 1) == "v"
    return [*rest[:he], *who, *rest[he + 1 :]] if asks and rest[-1].word in ("for", "with") else []


def _of_one(head: Sequence[Token]) -> bool:
    """Whether a clause only names whoever did a job: the director of F, F's director, who directed F."""
    if not head:
        return False
    asks = head[0].word in _WHO
    if {head[0].word, head[-1].word} & ((OPENING | STARTS) - _WHO) or (asks and _letter(head, 1) != "v"):
        return False
    said = [token.word for token in head]
    told = [lexicon().at(said, n, len(said)) for n in range(len(said))]
    nouns = [n for n, one in enumerate(told) if one and one[1].letter == "r" and names_people(said[n])]
    return asks or any(_letter(head, n + 1) == "o" or head[n - 1].owner for n in nouns)


def _films_end(words: Sequence[Token], at: int) -> int | None:
    """Where the noun of films ends that stands at most a few words behind a place; None where there is none."""
    said = [token.word for token in words]
    for n in range(at, min(len(said), at + MOST_BETWEEN + 1)):
        told = lexicon().at(said, n, len(said))
        if told and told[1].letter == "f":
            return n + told[0]
    return None


def _letter(words: Sequence[Token], at: int) -> str:
    """The letter of what begins at a word, "" where nothing is understood."""
    said = [token.word for token in words]
    told = lexicon().at(said, at, len(said)) if at < len(said) else None
    return told[1].letter if told else ""
