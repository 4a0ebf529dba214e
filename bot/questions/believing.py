"""Whether a reading may be answered, or whether the text is more likely no film question at all."""

import re
from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from bot.knowledge.query import Asked
from bot.knowledge.search import Of, Step, Wanted, Within
from bot.questions.asides import asides
from bot.questions.everyday import EVERYDAY
from bot.questions.filters import year
from bot.questions.intent import ABOUT_FILMS
from bot.questions.item import Item
from bot.questions.lexicon import lexicon
from bot.questions.mentions import Mention, weak
from bot.questions.occasions import WISH
from bot.questions.playing import roles
from bot.questions.reading import Reading, Spelling
from bot.questions.rules.phrases import THINGS
from bot.questions.speech import SHORTHAND
from bot.questions.tokens import Token

LEFT_ASIDE = 0.5
"""The share of a question's words that may stay without a meaning when films are what it is plainly about."""
BESIDE_A_NAME = frozenset(
    "the a an film films movie movies please pls find show about of search look card info in by title called named"
    " again filmbot bot who is was s whos any some got".split()
)
"""Words that may stand beside a name that is all a text holds."""
HELD = frozenset("have has do does you u know got is there your on in list database collection library listed".split())
"""Words that ask whether a film is known; only beside a name that is no everyday word."""
SMALL_TALK = frozenset(
    "hello|hi|hey|yo|sup|wassup|whats up|what is up|good morning|good night|good evening|thanks|thank you|thx|ok|okay"
    "|okay cool|cool|lol|lmao|haha|hahaha|nice|nice one|bye|goodbye|welcome|happy birthday|please|sorry|yes|no|maybe"
    "|good bot|bad bot|what is love|who are you|are you there|help|stop|why|what|really|wow|omg|love you|i love you"
    "|good luck|happy new year|merry christmas|oh my god|my god|sweet dreams|guess who|are we there yet|w|l|f|1"
    "|congratulations|never mind|surprise|go away|shut up|you suck".split("|")
)
"""What people say to each other; each may be a title too, but is not asked for without a word more."""
QUESTION = frozenset("who which what when where how whos whats wich whom whose".split())
_DONE = re.compile("q?[vr]P|Pr")
"""Who directed X: asks about a film called so, not about somebody of that surname."""
_PLAYS = re.compile("k.*(?:f|q$)")
"""Has anyone played X in a film, has anyone played X, who."""
FEW = 3
"""Words beside a title of everyday words in a text that names it and an aspect, and is nothing else: "up runtime"."""
MOST_PLAIN = 2
"""Words left aside at most where nothing but the name says that a film is meant."""
DOUBTFUL, SURE_GUESS, SHORT = 0.64, 0.64, 6
"""Costs above which a guess at a short name, or without a word about films, is not believed; letters of short names."""
CLEAR = 0.53
"""Cost up to which several guessed names bear each other out."""
GUESSED = 0.3
"""From this cost on a name was guessed: a surname alone, or letters that differ."""


def believable(reading: Reading, text: Spelling) -> bool:
    """Whether enough of the text was understood, and enough of that is about films."""
    words, intent, unknown = text.words, reading.intent, len(reading.unknown)
    said = " ".join(token.word for token in words)
    if intent.bare:
        return said not in SMALL_TALK and unknown == 0 and _all_name(reading, words)
    if said in SMALL_TALK or (intent.also and unknown):
        return False
    items = text.choice(reading.mentions).items
    found = "".join(item.letter for item in items if item.letter != "f" or item.text not in (WISH, *THINGS.split("|")))
    if any(map(partial(_judges, words=words), reading.mentions)) and all(item.letter != "f" for item in items):
        return False  # that was so funny
    if "P" in found and any(item.meaning is Asked.SCORE for item in items):
        found += "r"  # Herrmann scores
    if any(SHORTHAND.get(token.word, token.word) in QUESTION for token in words):
        found += "h"
    plain = (
        not set(found) & set("frkua")
        and not ("v" in found and set(found) & set("qhYbP"))
        and ("Y" in found or not _of_film(items))
    )
    if "f" not in {item.letter for item in items} and any(_made(one, words) for one in reading.mentions):
        return False
    told = any(item.text == "told" or item.meaning in (Asked.THEMES, Asked.KEYWORDS) for item in items) or any(
        mention.kind in ("keyword", "theme") and mention.size > 1 and not mention.cost for mention in reading.mentions
    )
    names = [mention for mention in reading.mentions if mention.kind in ("film", "person", "family")]
    guessed = [mention for mention in names if mention.cost >= GUESSED]
    apart = any(
        a.end == b.start and a.kind == b.kind == "person" and a.size == b.size == 1 for a, b in pairwise(guessed)
    )
    if apart and "k" in found:
        return False  # who played James Bond, whom nobody plays: two words of one name
    clear = len(guessed) > 1 and all(one.cost <= CLEAR and not _short(one, words) for one in guessed)
    if intent.asked is Asked.ROLE and intent.words:
        if intent.film is None and (
            "y" in found or ("Y" in found and not (" " in intent.words or _PLAYS.search(found)))
        ):
            return False  # does anyone play guitar
        if "Y" in found and "k" not in found:
            return False  # does anyone have her number
        if "u" in found or any(one.kind == "person" for one in guessed):
            return False  # who played Harry's poster, merry Christmas everyone
        return (found == "CoF" or bool(set(found) & set("krq"))) and (unknown == 0 or intent.film is not None)
    if intent.asked is Asked.SEARCH and "k_" in "".join(item.letter for item in items):
        return False  # films with the one who plays somebody whose name is not understood
    single = [role for role in roles(intent) if " " not in role.character and not role.people]
    if single and (unknown or ("f" not in found and not set(found) & set("KFNk"))):
        return False  # now do anything, Dan; films with Nic Cage
    if intent.search and intent.search.steps and all(map(_lasts, intent.search.steps)) and not intent.search.start.keys:
        return unknown == 0 and ("h" in found or any(item.letter == "f" for item in items))  # I have two hours
    countries = intent.asked is Asked.COUNTRIES or (intent.search and intent.search.wanted is Wanted.COUNTRIES)
    if countries and _whither(words) and not set(found) & set("Moevf"):
        return False
    if "AP" in found and guessed and intent.asked is not Asked.WHETHER:
        return False  # films set in Paris
    role = not guessed and "".join(item.letter for item in items) == "PoF" and items[1].text == "in"  # X in F
    if intent.asked is Asked.WHETHER and (
        ("Y" not in found and not role and not re.fullmatch("Fo?y+", "".join(item.letter for item in items)))
        or unknown
        or (_about(intent.search) and not told)
    ):
        return False
    if any({token.word for token in words[one.start : one.end]} <= EVERYDAY for one in guessed) and "Y" in found:
        return False
    if intent.asked is Asked.WHETHER and guessed and guessed == names and not (set(found) & set("vrykfltC") or clear):
        return False
    if intent.asked is Asked.CAST and any(
        item.text.endswith((" him", " her", " them")) for item in items if item.letter == "k"
    ):
        return False  # who played him, of whom nothing is known
    if intent.asked is Asked.CAST and not set(found) & (set("qrxk") if found == "vF" else set("qrxvk")):
        return False  # turn up the heat
    scores = any(item.meaning is Asked.SCORE for item in items)
    if "N" in found and names and not scores and not set(found) & (set("frxa") if intent.film else set("fvryab")):
        return False
    done = "".join(item.letter for item in items if item.letter not in "_o" or item.text == "for")
    work = "v" in done or all(one.size == 1 for one in names)  # who directed X Y, but not X Y's scripts
    if _DONE.fullmatch(done) and work and names == guessed and intent.film is None and words[-1].word != "of":
        crew = intent.search is not None and intent.search.of_people and words[-1].word.endswith("s")
        return crew and all(len(one.named) == 1 for one in names)  # Tarantino's editors
    if plain and any(one.size == 1 for one in guessed) and _things_last(items):
        return False
    if len(guessed) > 1 and len(guessed) == len(names) and not (set(found) & set("frvkdaMwtl") or clear):
        known = all(one.kind == "person" for one in guessed) and ("q" in found or "h" not in found)
        return unknown == 0 and intent.asked is Asked.SEARCH and known
    if "v" in found and intent.film and unknown and not set(found) & set("qhYbxrf"):
        return False
    if any(mention.cost > DOUBTFUL and _short(mention, words) for mention in guessed):
        return False
    if any(mention.kind == "person" and mention.size == 1 and weak(mention, words) for mention in names):
        return False
    if unknown and any(one.kind == "person" and words[one.start].word in EVERYDAY for one in names if one.size == 1):
        return False  # let's play a game
    surnames = [one for one in guessed if one.kind == "person" and words[one.start : one.end][-1].word in EVERYDAY]
    if any(one.size == 1 for one in surnames) and not set(found) & set("bwvr"):
        return False  # Christmas movies
    if guessed and guessed == names and found.startswith("Yy") and not set(found) & set("wbv"):
        return False  # is Greenland bigger than Africa
    if any(one.cost >= GUESSED and one not in names and _short(one, words) for one in reading.mentions):
        return False
    if not names or all(weak(mention, words) for mention in names):
        beside = len(words) - sum(mention.size for mention in names)
        told = bool(set(found) & set("hqYfr")) or intent.asked in ABOUT_FILMS or _of_film(items)
        if not names:
            return unknown == len(list(asides(words, reading.unknown)))
        return unknown == 0 and (beside <= FEW or told)
    if any(mention.size == 1 for mention in guessed) and unknown:
        return False
    if plain and unknown and not set(found) & set("hY"):
        return False
    if plain:
        sure = max(1, *(mention.size - (mention in guessed) for mention in names))
        return unknown <= min(sure - 1, MOST_PLAIN) and all(one.cost <= SURE_GUESS for one in guessed)
    if all(mention.size == 1 for mention in names):
        aside = len(list(asides(words, reading.unknown))) if _of_film(items) else 0
        return unknown - aside <= max(1, len(words) // 3)
    return unknown <= max(1, LEFT_ASIDE * len(words))


def _judges(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether the name of a genre says what something was like."""
    before = words[mention.start - 1].word if mention.start else ""
    return mention.kind == "genre" and before in ("so", "too", "very", "pretty")


def _of_film(items: Sequence[Item]) -> bool:
    """Whether an aspect is asked of a film in so many words: "the year of Jaws", "the year Jaws came out"."""
    said = "".join("o" if item.text == "of" else item.letter if item.letter in "xFe" else "." for item in items)
    return re.search("xoF|xFe", said) is not None


def _lasts(step: Step) -> bool:
    return isinstance(step, Within) and step.field == "runtime"


def _whither(words: Sequence[Token]) -> bool:
    """Whether a text asks where, which people and things may be too."""
    return any(token.word in ("where", "wheres") or token.owner == "where" for token in words)


def _things_last(items: Sequence[Item]) -> bool:
    """Whether nothing says that films are meant but a word such as "anything" behind every name."""
    things = [n for n, item in enumerate(items) if item.letter == "f"]
    people = [n for n, item in enumerate(items) if item.letter == "P"]
    return bool(things and people) and min(things) > max(people)


def _all_name(reading: Reading, words: Sequence[Token]) -> bool:
    """Whether the text is a name and hardly anything else."""
    inside = {n for mention in reading.mentions for n in range(mention.start, mention.end)}
    outside = [token.word for n, token in enumerate(words) if n not in inside and not year(token.word)]
    one = reading.mentions[0] if len(reading.mentions) == 1 else None
    if one is None:
        return False
    spoken = {token.word for token in words[one.start : one.end]}
    beside = BESIDE_A_NAME if spoken <= EVERYDAY or weak(one, words) else BESIDE_A_NAME | HELD
    if weak(one, words) and one.size == 1 and {"films", "movies"} & set(outside):
        return False  # good films
    if {"film", "movie"} & set(outside):
        beside |= QUESTION  # which film is Der Pate
    if any(word not in beside for word in outside):
        return False
    return one.cost < GUESSED or (one.cost <= 0.6 and not _short(one, words) and len(outside) <= 1)


def _short(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether a name is too short to be recognised with an error in it."""
    return sum(len(token.word) for token in words[mention.start : mention.end] if token.word != "the") < SHORT


def _about(search: object) -> bool:
    """Whether a search keeps films by a keyword, which a yes or no is asked about only in so many words."""
    return any(isinstance(step, Of) and step.kinds[0] == "keyword" for step in getattr(search, "steps", ()))


def _made(genre: Mention, words: Sequence[Token]) -> bool:
    """Whether a genre is rather what somebody did for a film that is not named: who made the music."""
    said = [token.word for token in words]
    before = range(max(0, genre.start - 2), genre.start)  # made the
    verbs = ((start, lexicon().at(said, start, genre.end)) for start in before)
    whole = any(told and start + told[0] == genre.end and told[1].letter == "v" for start, told in verbs)
    return genre.kind == "genre" and whole
