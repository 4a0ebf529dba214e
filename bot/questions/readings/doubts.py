"""What makes a reading of a text unlikely: each tells one way in which words of other talk look like a question."""

import re
from itertools import pairwise

from bot.knowledge.query import Asked
from bot.knowledge.search import Honoured, Wanted
from bot.questions.asked.playing import roles
from bot.questions.names.mentions import Mention, weak
from bot.questions.names.plainly import INDEFINITE, plural
from bot.questions.readings.evidence import GUESSED, Evidence
from bot.questions.rules.phrases import NUMBER_WORDS
from bot.questions.words.everyday import EVERYDAY
from bot.questions.words.item import Item
from bot.questions.words.lexicon import lexicon

SMALL_TALK = frozenset(
    "hello|hi|hey|yo|sup|wassup|whats up|what is up|good morning|good night|good evening|thanks|thank you|thx|ok|okay"
    "|okay cool|cool|lol|lmao|haha|hahaha|nice|nice one|bye|goodbye|welcome|happy birthday|please|sorry|yes|no|maybe"
    "|good bot|bad bot|what is love|who are you|are you there|help|stop|why|what|really|wow|omg|love you|i love you"
    "|good luck|happy new year|merry christmas|oh my god|my god|sweet dreams|guess who|are we there yet|w|l|f|1"
    "|congratulations|never mind|surprise|go away|shut up|you suck".split("|")
)
"""What people say to each other; each may be a title too, but is not asked for without a word more."""
COUNTLESS = frozenset("crime history war music family action".split())
"""Genres of which there is no one: a crime, but not a western."""
DEGREES = ("so", "too", "very", "pretty")
"""Words before what something was like."""
HE = frozenset(["he", "she"])
_IT = frozenset("it that this they".split())
_THOSE = frozenset("those these them".split())
_GOT_HIM = re.compile(r"\b(?:got|get|gets|gave|brought|won|earned|landed) (?:him|her|them) (?:the|an?|his|her|their)\b")
"""What gave a prize to somebody who was named before."""
_THEIRS = re.compile(
    r"(?:\w+s|something|anything) with (?:him|her)(?! \w+s?\b)|\w+s with (?:him|her) (?:from|after|before|in|that)\b"
    r"|\w+s (?:that )?(?:hes|shes|he is|she is|he was|she was) (?:also )?in(?! \w+ (?:of|with|to)\b)"
)
"""Films that somebody is in who is not named: comedies with him, 90s films he's in."""
OF_FILMS = (
    *(Asked.RUNTIME, Asked.CERTIFICATE, Asked.RATING, Asked.PLOT, Asked.SUMMARY, Asked.RELEASE, Asked.GENRE),
    Asked.RECEPTION,
)
"""What films have, and nobody who makes them."""
DOUBTFUL = 0.64
"""Cost above which a guess at a short name is not believed."""


def small_talk(case: Evidence) -> bool:
    return case.said in SMALL_TALK


def asked_as_surname(case: Evidence) -> bool:
    """What is asked of a film is taken for the surname of somebody: MI3 director, which is not Kim Director."""
    people = (one for one in case.guessed if one.kind == "person" and one.size > 1)
    return any(lexicon().letters([case.words[one.end - 1].word]) in ("r", "x") for one in people)


def number_as_film(case: Evidence) -> bool:
    """A number that is compared is taken for a title: films with more than one director."""
    titles = (one for one in case.reading.mentions if one.kind == "film" and one.size == 1 and one.start)
    return any(
        case.spoken(one) <= NUMBER_WORDS | {"one"} and case.words[one.start - 1].word == "than" for one in titles
    )


def half_heard(case: Evidence) -> bool:
    """Several things at once are asked for, and not all of that is understood."""
    return bool(case.intent.also and case.unknown)


def opinion(case: Evidence) -> bool:
    """The name of a genre says what something was like or is: that was so funny, it is a crime."""
    judges = (
        (case.words[one.start - 1].word in DEGREES and not plural(case.words[one.end - 1].word))
        or (case.words[one.start - 1].word in INDEFINITE and case.words[one.start].word in COUNTLESS)
        for one in case.reading.mentions
        if one.kind == "genre" and one.start
    )
    return "f" not in case.pattern and any(judges)


def made_for_no_film(case: Evidence) -> bool:
    """A genre is rather what somebody did for a film that is not named, or shall do: who made the music, play some."""
    genres = [one for one in case.reading.mentions if one.kind == "genre"]
    return "f" not in case.pattern and any(case.words[0].word == "play" or _made(one, case) for one in genres)


def _made(genre: Mention, case: Evidence) -> bool:
    said = [token.word for token in case.words]
    before = range(max(0, genre.start - 2), genre.start)  # made the
    verbs = ((start, lexicon().at(said, start, genre.end)) for start in before)
    return any(told and start + told[0] == genre.end and told[1].letter == "v" for start, told in verbs)


def name_in_two(case: Evidence) -> bool:
    """Two words of one name are taken for two people: who played James Bond, whom nobody plays."""
    beside = any(
        a.end == b.start and a.kind == b.kind == "person" and a.size == b.size == 1 for a, b in pairwise(case.guessed)
    )
    return beside and "k" in case.letters


def unknown_player(case: Evidence) -> bool:
    """Films with the one who plays somebody whose name is not understood."""
    return case.asked is Asked.SEARCH and "k_" in case.pattern


def stray_character(case: Evidence) -> bool:
    """One word is taken for a character: now do anything, Dan; films with Nic Cage."""
    single = any(" " not in role.character and not role.people for role in roles(case.intent))
    return single and bool(case.unknown or ("f" not in case.letters and not case.says("KFNk")))


def other_places(case: Evidence) -> bool:
    """It is asked where something is, which people and things may be too."""
    search = case.intent.search
    countries = case.asked is Asked.COUNTRIES or (search is not None and search.wanted is Wanted.COUNTRIES)
    where = any(token.word in ("where", "wheres") or token.owner == "where" for token in case.words)
    return countries and where and not case.says("Moevf")


def theme_as_person(case: Evidence) -> bool:
    """What films are about is taken for a surname: films set in Paris."""
    return "AP" in case.letters and bool(case.guessed) and case.asked is not Asked.WHETHER


def unknown_place(case: Evidence) -> bool:
    """It is asked whether something was done in what is not understood: was Heat filmed in LA."""
    said = case.pattern.startswith("Y") and "vo_" in case.pattern
    return said and case.asked not in (Asked.WHETHER, Asked.MISSING)


def unnamed_role(case: Evidence) -> bool:
    """Who played him, of whom nothing is known."""
    ends = (" him", " her", " them")
    return case.asked is Asked.CAST and any(item.text.endswith(ends) for item in case.items if item.letter == "k")


def film_as_person(case: Evidence) -> bool:
    """What films alone have is asked of one called by a single name: how long is Oppenheimer."""
    nothing_else = re.fullmatch("[Yxoeqh]*P[xoeqh]*", case.letters) is not None
    single = any(one.size == 1 or one in case.guessed for one in case.names)
    return nothing_else and single and any(map(_of_one_film, case.items))


def _of_one_film(item: Item) -> bool:
    """Whether what films alone have is asked of one: a runtime, but no runtimes."""
    one = lexicon().phrases.get(tuple(item.text.removesuffix("s").split()))
    several = item.text.endswith("s") and one is not None and one.meaning == item.meaning
    return item.letter == "x" and item.meaning in OF_FILMS and not several


def unnamed_maker(case: Evidence) -> bool:
    """Films she directed, has she been in, what got him an Oscar, where nobody is named."""
    if case.asked is Asked.AWARDS or _GOT_HIM.search(case.said):
        return _GOT_HIM.search(case.said) is not None and not case.says("PFCK")
    if case.asked not in (Asked.SEARCH, Asked.WHETHER) or case.says("PFCK"):
        return False
    said = [token.word for token in case.words]
    does = (lexicon().at(said, n, len(said)) for n, word in enumerate(said, 1) if word in HE)
    done = any(told and told[1].letter in "vM" for told in does)
    return bool(done or _THEIRS.search(case.said)) or any(
        not HE.isdisjoint(item.text.split()) for item in case.items if item.letter == "v"
    )


def unnamed_films(case: Evidence) -> bool:
    """How many of those films are there, did it win best picture, where no film is named."""
    search, said = case.intent.search, {token.word for token in case.words}
    if search is None or search.start.keys or case.asked not in (Asked.SEARCH, Asked.WHETHER) or case.says("PFCK"):
        return False
    if not search.steps:
        return not _THOSE.isdisjoint(said)
    honoured = all(isinstance(step, Honoured) for step in search.steps)
    return honoured and case.asked is Asked.WHETHER and not _IT.isdisjoint(said)


def half_of_both(case: Evidence) -> bool:
    """Of two things asked about together one is not understood: who is in both Xyzzy and Inception."""
    said = [token.word for token in case.words]
    first = said.index("both") + 1 if "both" in said else len(said)
    joined = said.index("and", first) if "and" in said[first:] else first
    return not {*range(first, joined), joined + 1}.isdisjoint(case.reading.unknown) and first < joined


def of_no_film(case: Evidence) -> bool:
    """Whether somebody did the job for a film is asked, and it is not named: was Welles the director."""
    return case.pattern == "YPr" and case.words[-2].word == "the"


def played_film(case: Evidence) -> bool:
    """Whom somebody plays is taken for a title with a slip: who plays the girl in F."""
    return case.asked is Asked.CAST and "kF" in case.letters and bool(case.guessed)


def no_cast(case: Evidence) -> bool:
    """No word asks for a cast: turn up the heat."""
    return case.asked is Asked.CAST and not case.says("qrxk" if case.letters == "vF" else "qrxvkc")


def other_counts(case: Evidence) -> bool:
    """Something else than films or what they have is counted."""
    counted = "N" in case.letters and bool(case.names) and not case.music and case.asked is not Asked.AWARDS
    return counted and not case.says("frxa" if case.intent.film else "fvryabt")


def vague_noun_behind(case: Evidence) -> bool:
    """Nothing says that films are meant but a word such as "anything" behind every name, of which one was guessed."""
    things, person = case.pattern.find("f"), case.pattern.rfind("P")
    return case.plain and things > person >= 0 and any(one.size == 1 for one in case.guessed)


def done_to_film(case: Evidence) -> bool:
    """Something is done to a film, with words that are not understood."""
    return "v" in case.letters and bool(case.intent.film and case.unknown) and not case.says("qhYbxrf")


def short_guess(case: Evidence) -> bool:
    """A short name is guessed."""
    return any(mention.cost > DOUBTFUL and case.short(mention) for mention in case.guessed)


def short_value(case: Evidence) -> bool:
    """A short keyword, character or the like is guessed."""
    return any(one.cost >= GUESSED and one not in case.names and case.short(one) for one in case.reading.mentions)


def weak_surname(case: Evidence) -> bool:
    """A word that questions are made of is taken for a surname."""
    return any(one.kind == "person" and one.size == 1 and weak(one, case.words) for one in case.names)


def everyday_person(case: Evidence) -> bool:
    """An everyday word is taken for a person beside words that are not understood: let's play a game."""
    people = (one for one in case.names if one.kind == "person" and one.size == 1)
    return case.unknown > 0 and any(case.spoken(one) <= EVERYDAY for one in people)


def everyday_surname(case: Evidence) -> bool:
    """An everyday word is taken for a surname: Christmas movies."""
    people = (one for one in case.guessed if one.kind == "person" and one.size == 1)
    return not case.says("bwvr") and any(case.spoken(one) <= EVERYDAY for one in people)


def other_comparison(case: Evidence) -> bool:
    """Is Greenland bigger than Africa."""
    guessed = bool(case.guessed) and case.guessed == case.names
    return guessed and case.letters.startswith("Yy") and not case.says("wbv")


def uncompared(case: Evidence) -> bool:
    """What is compared with a film is taken for something else than one: is Thor longer than Jaws, is Dope."""
    said = [token.word for token in case.words]
    compares = said[0] in ("is", "was") and "l" in case.letters and "than" in said and "f" not in case.letters
    of_one = case.intent.film is not None and not case.intent.other and case.asked is not Asked.WHETHER
    return compares and (case.asked is Asked.SEARCH or of_one)


def surname_amid_unknown(case: Evidence) -> bool:
    """One word is guessed to be a name, and others are not understood."""
    return case.unknown > 0 and any(mention.size == 1 for mention in case.guessed)


def unasked(case: Evidence) -> bool:
    """Little but names is said, nothing that asks, and some words are not understood."""
    return case.plain and case.unknown > 0 and not case.says("hY")
