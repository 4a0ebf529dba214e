"""What makes a reading unlikely because a text tells something, or speaks of something else than films."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.knowledge.query import Asked
from bot.matching.normal import normal
from bot.questions.clauses.beginnings import ASKS
from bot.questions.clauses.whether import PRONOUNS
from bot.questions.names.mentions import Mention, in_parts
from bot.questions.names.plainly import INDEFINITE, JUDGING, KEEPSAKES
from bot.questions.readings.evidence import Evidence
from bot.questions.rules.phrases import ARTICLES
from bot.questions.words.asides import OWNERS, asides
from bot.questions.words.chatting import FOLK
from bot.questions.words.everyday import EVERYDAY
from bot.questions.words.item import is_filter
from bot.questions.words.lexicon import lexicon

TELLING = frozenset("i ive im ill id we weve were my our".split())
"""Words that begin what somebody tells of themselves."""
SAYING = frozenset(["thats", "theres"])
"""Words that begin what is said of something."""
COPULAS = frozenset("is was are were isnt wasnt arent werent".split())
"""Words before how something was."""
RELATIVE = frozenset("that which who thats".split())
"""Words before "is" that narrow a list."""
DOES = frozenset(
    "should could would will must cant wont just always had makes give gives put puts counts goes looks feels"
    " seems beats".split()
)
"""Words behind a name that say what somebody or something does."""
NONE = re.compile(r"\bha(?:s|ve|d) no\b")
"""How it is said that something is not there."""
THINKING = frozenset("never overrated underrated".split())
"""Words of what somebody thinks, unless they are asked about."""
THOUGHT = (Asked.RECEPTION, Asked.AUDIENCE, Asked.COMPARED)
"""What people think of films."""
NAMING = OWNERS | {*INDEFINITE, "which", "what"}
"""Words before a common noun."""
NOW = re.compile(
    r"(?<!\bin )(?<!\bon )\b(?:here|now|today|tonight|tomorrow|yesterday"
    r"|(?:this|last|next) (?:night|week|weekend|month|year))\b"
)
"""Words that speak of where and when somebody talks."""
ANYBODY = frozenset("anyone anybody everyone everybody".split())
"""Whom anything may happen to."""
SHORT = 2
"""Words of a title that everyday ones are hardly a slip for."""
ABOUT = 50.0
"""How much of 100 an everyday word must be like one of a title that has it with a slip."""
FEW = 3
"""Words beside an everyday one that is a title in a text that asks for something in a word: up runtime."""


def told(case: Evidence) -> bool:
    """Something is told: I liked the book of Gone Girl more, Villeneuve never misses."""
    said = [token.word for token in case.words]
    if _asks(case) or "f" in case.letters:
        return not _asks(case) and _judges(said)
    strange = case.unknown > len(list(asides(case.words, case.reading.unknown)))
    begins = {b.word for a, b in pairwise(case.words) if a.clause < b.clause}
    if said[0] in SAYING or not SAYING.isdisjoint(begins) or (strange and said[0] in TELLING):
        return True
    if not case.names and said[0] in PRONOUNS and not COPULAS.isdisjoint(said[1:2]):
        return True  # that wasn't funny
    unwanted = said[0] in TELLING and set(case.letters) == {"n", "y"}  # I don't do musicals
    owned = said[0] in OWNERS and any(_copulas(said))  # my cat is called
    return unwanted or owned or not THINKING.isdisjoint(said) or _judges(said) or _does(case, said)


def _judges(said: Sequence[str]) -> bool:
    """Whether it is said how something is: the soundtrack is so good."""
    return any(said[n + 1] in JUDGING | THINKING for n in _copulas(said))


def _copulas(said: Sequence[str]) -> Iterator[int]:
    """The places of words such as "is" that stand between others, and narrow nothing: westerns that are short."""
    return (n for n in range(1, len(said) - 1) if said[n] in COPULAS and said[n - 1] not in RELATIVE)


def _does(case: Evidence, said: Sequence[str]) -> bool:
    """Whether it is said what something or somebody named does: Spielberg makes it look easy, hollywood is out."""
    behind = {said[one.end] for one in case.reading.mentions if one.end < len(said)}
    is_so = case.asked in THOUGHT or (case.asked is Asked.SEARCH and not case.names)
    return not behind.isdisjoint(DOES | (COPULAS if is_so else frozenset())) or NONE.search(case.said) is not None


def _asks(case: Evidence) -> bool:
    """Whether a word, a mark or a request asks something."""
    return case.says("hqYN") or any(token.asked for token in case.words) or ASKS.match(case.said) is not None


def everyday_name(case: Evidence) -> bool:
    """An everyday word is taken for a name in a text that asks nothing: it's been quiet."""
    if _asks(case):
        return False
    single = [one for one in case.names if one.size == 1]
    usual = {one.kind for one in single if case.spoken(one) <= EVERYDAY}
    if "person" in usual and not case.says("fbw"):
        return True
    amid = len(case.words) - len(case.names) > FEW and not case.of_film
    return amid and usual == {"film"} and len(single) == len(case.names) and (case.unknown > 0 or not case.says("fr"))


def everyday_guess(case: Evidence) -> bool:
    """Everyday words are taken for a title with a slip, or behind somebody who is not known: the last bus, Nirvana
    broke up.
    """
    guessed = (one for one in _usual(case) if one in case.guessed and not in_parts(one))
    if any(len(case.spoken(one) - ARTICLES) <= SHORT or not _all_in_title(case.spoken(one), one) for one in guessed):
        return True
    return any(one.cost and one.start - 1 in case.reading.unknown for one in _usual(case))


def _all_in_title(words: set[str], film: Mention) -> bool:
    """Whether all the words are about those of a title of a film, as "stop" is none of How Do You Know."""
    from rapidfuzz import process  # only for typing errors
    from rapidfuzz.fuzz import ratio

    titles = (named.normal.split() for named in film.named)
    return any(
        all(process.extractOne(word, title, scorer=ratio, score_cutoff=ABOUT) for word in words) for title in titles
    )


def _usual(case: Evidence) -> Iterator[Mention]:
    """The films that are named by everyday words, or words of questions."""
    return (one for one in case.names if one.kind == "film" and case.spoken(one) - EVERYDAY <= lexicon().single)


def common_noun(case: Evidence) -> bool:
    """One of many that are called so is taken for a title: a crow and a raven, your holiday, what company."""
    return any(one.kind == "film" and _common(one, case) for one in case.names)


def _common(one: Mention, case: Evidence) -> bool:
    said = [token.word for token in case.words]
    if one.start and said[one.start - 1] in OWNERS and said[one.start] in FOLK:
        return True  # with my brother
    first = one.start if said[one.start] in INDEFINITE else one.start - 1
    if first < 0 or one.end - first != SHORT or said[first] not in NAMING:
        return False
    if said[first] not in INDEFINITE and not (said[one.end - 1] in EVERYDAY or said[one.end - 1] in lexicon().single):
        return False  # your Oldboy
    titles = {normal(named.name).split()[0] for named in one.named}
    told = lexicon().at(said, one.end, len(said))
    noun = (told is not None and told[1].letter in "fqrxu") or not KEEPSAKES.isdisjoint(said[one.end : one.end + 1])
    return titles.isdisjoint(INDEFINITE) and not noun


def here_and_now(case: Evidence) -> bool:
    """Everyday words are taken for a name where somebody speaks of here and now: who is the boss here."""
    named = {n for one in case.reading.mentions for n in range(one.start, one.end)}
    now = NOW.search(" ".join("-" if n in named else token.word for n, token in enumerate(case.words)))
    names = [one for one in case.reading.mentions if one.kind in ("film", "person", "character")]
    return now is not None and bool(names) and all(case.spoken(one) - ARTICLES <= EVERYDAY for one in names)


def strange_thing(case: Evidence) -> bool:
    """What is asked for is not understood: which instrument, Taylor Swift's album, the singer in Cure."""
    said = [token.word for token in case.words]
    which = any(n and said[n - 1] in ("which", "what") for n in case.reading.unknown)
    which = which and case.intent.film is None and not case.says("fFvtl")
    many = "N_" in case.pattern and not case.says("fa")
    hosts = case.pattern == "qy" and said[0] in ("who", "whos")  # who's hosting fantasy
    return which or many or hosts or _of_everything(case) or re.fullmatch("q_+oF", case.pattern) is not None


def _of_everything(case: Evidence) -> bool:
    """Whether an aspect is asked of all films of somebody, though nothing says so."""
    search = case.intent.search
    every = search is not None and case.intent.film is None and case.says("xe") and bool(search.start.keys)
    doubtful = case.unknown > 0 or (bool(case.guessed) and not _asks(case))
    return every and doubtful and "f" not in case.pattern and not case.music


def thing_itself(case: Evidence) -> bool:
    """What films are from or about is asked for itself: Stephen King's longest book, how many cars."""
    works = any(item.meaning is Asked.BASED_ON for item in case.items)
    longest = any(item.letter == "m" and item.meaning[0] == "runtime" for item in case.items)
    themes = any(one.letter == "N" and is_filter(after, "keyword") for one, after in pairwise(case.items))
    family = any(one.kind == "family" and case.words[one.start - 1].word == "many" for one in case.names)  # many pages
    return family or (works and longest and "f" not in case.letters) or (themes and not case.says("fFPvrA"))


def how_made(case: Evidence) -> bool:
    """It is asked how or of what something is made: how do you make carbonara, what is steel made of."""
    of_what = case.pattern.endswith("Mo") and case.words[-1].word == "of"
    return of_what or (case.words[0].word in ("how", "hows") and set(case.letters) <= set("MPCvho"))


def names_in_a_row(case: Evidence) -> bool:
    """A yes or no is read into names that nothing joins: does Sally Rooney, is elder Ring Hard."""
    people = any(one.kind == "person" and one.size == 1 for one in case.guessed)
    return "Y" in case.letters and ("lFF" in case.letters or (people and case.letters.startswith("YPC")))


def befalls_anybody(case: Evidence) -> bool:
    """What happens to anybody is taken for a title: happening to anyone else, did the call drop for anyone."""
    who = case.items[-1]
    return "F" in case.pattern and who.letter == "q" and who.text in ANYBODY and not case.says("vrk")


def foreign(case: Evidence) -> bool:
    """All words beside a surname are read with slips: ich bin müde."""
    names = {n for one in case.names for n in range(one.start, one.end)}
    others = [token for n, token in enumerate(case.words) if n not in names]
    surnames = bool(case.names) and all(one.kind == "person" and one.size == 1 and one.cost for one in case.names)
    return surnames and len(others) > 1 and all(normal(token.typed) != token.word for token in others)


def verb_in_title(case: Evidence) -> bool:
    """What somebody or something did is a word of the title that is guessed: when did the Roman Empire fall."""
    did = not {"did", "does", "do"}.isdisjoint(token.word for token in case.words)
    films = (one for one in case.guessed if one.kind == "film" and did)
    behind = ((one, [token.word for token in case.words[one.end : one.end + 2]]) for one in films)
    return any(({*said} - ARTICLES) & {*named.normal.split()} for one, said in behind for named in one.named)


OTHERWISE = (
    told,
    everyday_name,
    everyday_guess,
    common_noun,
    here_and_now,
    strange_thing,
    thing_itself,
    how_made,
    names_in_a_row,
    befalls_anybody,
    foreign,
    verb_in_title,
)
"""All of them."""
