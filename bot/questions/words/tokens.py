"""A text cut into words as they are compared."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.matching.normal import normal
from bot.questions.rules.peoples import COMPOUNDS, GENRES
from bot.questions.rules.phrases import FILMS, OPENING
from bot.questions.words.bounds import side_before
from bot.questions.words.everyday import EVERYDAY
from bot.questions.words.lexicon import lexicon

MAX_QUESTION = 4000
"""Characters of a question that are read."""
MOST_WORDS = 60
"""Words of a text that are read."""
_RAW = re.compile(r"\S+")
_DECIMAL = re.compile(r"\d\.\d\d?(?=\s*(?:(?:and|to|or|-)\s*[\d.]+\s*)?h(?:(?:ou)?rs?)?\b)", re.IGNORECASE)
"""Hours with a part of one: 2.5 hours."""
_POSSESSIVE = re.compile(r"['’`´]s?\W*$|['’]s\b")
PAUSES = frozenset("because bc cuz coz cos cause since but".split())
"""Words that begin another clause."""
_PAUSE = re.compile(r"[,;:?!()\[\]\n…–—\u2600-\u27bf\U0001f000-\U0001faff]|\.(?=\s)|\.\.|\s[-=]\s|<3+(?!\d)")
_STOP = re.compile(
    r"[?!\n…\u2600-\u27bf\U0001f000-\U0001faff]|(?<!\b[a-z])(?<!\bmr)(?<!\bms)(?<!\bmrs)(?<!\bdr)(?<!\bst)(?<!\bvs)\.(?=\s)|\.\.",
    re.IGNORECASE,
)
"""What ends a sentence, as a comma does not."""
_HEART = re.compile(r"<3+")
NUMBERED_PARTS = frozenset("part chapter volume vol episode".split())
"""Words between a title and the number of its part; behind a colon they go on with the title."""
_SUBTITLED = frozenset("at for from into of on with".split())
"""Words that begin a subtitle sooner than a question behind a title: Die Hard: With a Vengeance."""
MOST_BOUND = 40
"""Characters behind a word that may say that a bound follows."""
_YEAR = re.compile(r"\s+(?:1[89]|20)\d\d")
SIGNED = {">": "over", "<": "under", ">=": "at least", "<=": "at most"}
"""Signs before a number, and what they say."""
_GLUED_SIGN = re.compile(rf"(?!{_HEART.pattern}$)[<>]=?(?=\d)")
"""The same at the beginning of a number; but <3 is a heart."""
SLIPS = {"teh": "the", "hte": "the", "adn": "and", "nad": "and"} | {
    f"{word}{mark}{short}": f"{word} {full}"
    for word in "who what when where how why".split()
    for mark in ("'", "’", "")
    for short, full in (("d", "did"), ("ve", "have"))
    if (word, mark != "", short) not in (("who", True, "d"), ("who", False, "ve"), ("how", False, "ve"))
}
"""Slips of fingers that are no words, and what was meant, in names too; contractions that questions begin with."""
_SLASHED = {"w/o": "without", "w/out": "without", "b/c": "because"}
"""Words cut short with a slash."""
SIGNS = " ?!.,;:\"'“”„«»*_()"
PLAYERS = ("actor", "actress", "va")
"""Behind a name: who plays the one of that name."""
SHORTEST = 3
"""Letters of a first name that is cut short."""
LEAST_TURNED = 7
"""Letters of the shortest word in which two may stand the other way round, but for those that questions begin with."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word as it is compared, and where it stands in the text."""

    word: str
    start: int
    end: int
    owner: str = ""
    """The word without its possessive 's, when it has one."""
    typed: str = ""
    clause: int = 0
    """How many commas, stops and brackets stand before it."""
    asked: bool = False
    """Whether a question mark follows."""
    sentence: int = 0
    """How many stops and marks that end a sentence stand before it."""
    place: int = 0
    """How many words of the text stand before it."""

    def follows(self, before: "Token") -> bool:
        """Whether it was typed right behind another, or stands in the place of the same word."""
        return self.place - before.place in (0, 1)


def in_clause(token: Token, beside: Token) -> Token:
    """A word as if it stood in the clause of another."""
    return replace(token, clause=beside.clause, sentence=beside.sentence)


def as_word(token: Token, word: str) -> Token:
    """A word that was not typed, where one stands."""
    return replace(token, word=word, typed=word, owner="")


def tokens(text: str) -> list[Token]:
    """The words of a text; invisible characters and signs are left out."""
    found: list[Token] = []
    clause = sentence = 0
    for match in _RAW.finditer(text):
        raw = match[0]
        if short := _SLASHED.get(raw.strip(SIGNS).lower()):
            found.append(Token(short, match.start(), match.end(), "", short, clause, sentence=sentence))
            continue
        if (sign := _GLUED_SIGN.match(raw)) and found:  # films >2 hours
            ends = match.start() + sign.end()
            found += [
                Token(word, match.start(), ends, "", sign[0], clause, sentence=sentence)
                for word in SIGNED[sign[0]].split()
            ]
        for part in re.finditer(r"[^\-–—/:,;()\[\]…]+", raw) if len(raw) < 60 and not _HEART.fullmatch(raw) else ():
            owner = ""
            if mark := _POSSESSIVE.search(part[0]):
                owner = normal(part[0][: mark.start()])
            if any(map(str.isalnum, part[0])):
                start, end = match.start() + part.start(), match.start() + part.end()
                typed = part[0].strip(SIGNS)
                plain = SLIPS.get(typed.lower(), part[0])
                pause = _PAUSE.search(text, found[-1].start, start) if found else None
                clause += pause is not None and not (pause[0] == ":" and _goes_on(found[-1].typed, typed))
                sentence += found != [] and _STOP.search(text, found[-1].start, start) is not None
                clause += typed.lower() in PAUSES and not _bounds(typed.lower(), text[match.end() :])
                asked = "?" in part[0]
                some = [plain.lower()] if _DECIMAL.match(text, start) else list(map(_straight, normal(plain).split()))
                found += [Token(word, start, end, owner, typed, clause, asked, sentence) for word in some]
            elif part[0] in ("+", "&") and found:
                found.append(Token("and", match.start(), match.end(), "", part[0], clause, sentence=sentence))
            elif raw in SIGNED and found:  # runtime >= 120, westerns > everything
                said = SIGNED[raw] if text[match.end() :].lstrip()[:1].isdigit() else "beats"
                found += [
                    Token(word, match.start(), match.end(), "", raw, clause, sentence=sentence) for word in said.split()
                ]
            elif "?" in part[0] and found:
                found[-1] = replace(found[-1], asked=True)
        if len(found) >= MOST_WORDS:
            break
    return in_a_row(_parted(list(map(_owning, found[:MOST_WORDS], [*found[1:MOST_WORDS], None]))))


def in_a_row(words: Iterable[Token]) -> list[Token]:
    """Words as if they were typed one behind the other."""
    return [replace(token, place=place) for place, token in enumerate(words)]


def _bounds(word: str, behind: str) -> bool:
    """Whether a word stands before a bound that films keep, no other clause: since 1990, but under 2 hours."""
    said = behind[:MOST_BOUND].lower().split()
    end, side = side_before(said, 0)
    return (word == "since" and _YEAR.match(behind) is not None) or (
        word == "but" and bool(side) and said[end : end + 1] != [] and said[end][0].isdigit()
    )


def _goes_on(before: str, typed: str) -> bool:
    """Whether a word behind a colon goes on with a title: Dune: Part Two, Avatar: Fire and Ash."""
    said = typed.lower() in (lexicon().single | OPENING) - _SUBTITLED
    titled = before[:1].isupper() and typed[:1].isupper() and not said
    return typed.lower() in NUMBERED_PARTS or titled


def _straight(word: str) -> str:
    """The word of questions that a word is with two letters beside each other the other way round: direcetd."""
    if word in lexicon().single or word in EVERYDAY:
        return word
    turned = (word[:n] + word[n + 1] + word[n] + word[n + 2 :] for n in range(len(word) - 1))
    return next((one for one in turned if one in _turnable()), word)


@lru_cache(maxsize=1)
def _turnable() -> frozenset[str]:
    """The longer words that questions are made of, and those they begin with."""
    longer = {word for word in (*lexicon().single, *GENRES) if len(word) >= LEAST_TURNED}
    return frozenset(longer | FILMS | {word for word in OPENING if len(word) > SHORTEST})


def _owning(token: Token, after: Token | None) -> Token:
    """A word that owns an actor without a sign for it: "hans landas actor"."""
    owns = after and after.word in PLAYERS and after.clause == token.clause and not token.owner
    if not owns or not token.word.endswith("s") or len(token.word) <= SHORTEST or token.word in lexicon().single:
        return token
    return replace(token, owner=token.word[:-1])


def _parted(words: list[Token]) -> list[Token]:
    """The words with those of two genres at once parted: a romcom is a romance and a comedy."""
    parted: list[Token] = []
    at = 0
    while at < len(words):
        run = next(
            (run for size in (2, 1) if (run := tuple(one.word for one in words[at : at + size])) in COMPOUNDS), ()
        )
        parts = COMPOUNDS[run].split() if run else [words[at].word]
        parted += [replace(words[at], word=part, owner="" if run else words[at].owner) for part in parts]
        at += len(run) or 1
    return parted
