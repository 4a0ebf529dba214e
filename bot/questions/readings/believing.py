"""Whether a reading may be answered, or whether the text is more likely no film question at all."""

import re
from collections.abc import Callable

from bot.knowledge.query import Asked
from bot.knowledge.search import Within
from bot.questions.asked.casting import BY_ONE_NAME
from bot.questions.asked.intent import ABOUT_FILMS
from bot.questions.names.mentions import weak
from bot.questions.readings import doubts, yes_or_no
from bot.questions.readings.evidence import GUESSED, QUESTION, Evidence
from bot.questions.readings.otherwise import OTHERWISE
from bot.questions.readings.pricing import titled
from bot.questions.readings.reading import Reading, Spelling
from bot.questions.words.amounts import year
from bot.questions.words.asides import asides
from bot.questions.words.everyday import EVERYDAY

LEFT_ASIDE = 0.5
"""The share of a question's words that may stay without a meaning when films are what it is plainly about."""
BESIDE_A_NAME = frozenset(
    "the a an film films movie movies please pls find show about of search look card info in by title called named"
    " again filmbot bot who is was s whos any some got".split()
)
"""Words that may stand beside a name that is all a text holds."""
DONE = frozenset("done known famous worked work working involved contributed".split())
"""Words that ask for what somebody did, beside these."""
BESIDE_DONE = QUESTION | DONE | frozenset("has for best most been on with to".split())
HELD = frozenset("have has do does you u know got is there your on in list database collection library listed".split())
"""Words that ask whether a film is known; only beside a name that is no everyday word."""
_DONE = re.compile("q?[vr]P|Pr")
"""Who directed X: asks about a film called so, not about somebody of that surname."""
_PLAYS = re.compile("k.*(?:f|q$)")
"""Has anyone played X in a film, has anyone played X, who."""
FEW = 3
"""Words beside a title of everyday words in a text that names it and an aspect, and is nothing else: "up runtime"."""
MOST_ASKING = 2
"""Words beside a name that ask who that is."""
MOST_PLAIN = 2
"""Words left aside at most where nothing but the name says that a film is meant."""
SURE_GUESS = 0.64
"""Cost above which a guess without a word about films is not believed."""
MOST_BARE = 0.6
"""Cost above which a guess is not believed to be all that a text holds."""


def believable(reading: Reading, text: Spelling) -> bool:
    """Whether enough of the text was understood, and enough of that is about films."""
    case = Evidence(reading, text)
    for doubt, verdict in STAGES:
        if any(one(case) for one in doubt):
            return False
        if (settled := verdict(case)) is not None:
            return settled
    return _enough(case)


def _bare(case: Evidence) -> bool | None:
    """Nothing but a name was understood."""
    return (case.unknown == 0 and _all_name(case)) if case.intent.bare else None


def _all_name(case: Evidence) -> bool:
    """Whether the text is a name and hardly anything else."""
    if len(case.reading.mentions) != 1:
        return False
    one = case.reading.mentions[0]
    outside = [
        token.word for n, token in enumerate(case.words) if not one.start <= n < one.end and not year(token.word)
    ]
    usual = case.spoken(one) <= EVERYDAY or weak(one, case.words)
    beside = BESIDE_A_NAME if usual and not titled(one.start, case.words) else BESIDE_A_NAME | HELD
    if weak(one, case.words) and one.size == 1 and {"films", "movies"} & set(outside):
        return False  # good films
    if {"film", "movie"} & set(outside):
        beside |= QUESTION  # which film is Der Pate
    done = one.kind == "person" and not DONE.isdisjoint(outside)  # what has X done, what is X known for
    if any(word not in (beside | BESIDE_DONE if done else beside) for word in outside):
        return False
    if done:
        return one.cost <= MOST_BARE
    return one.cost < GUESSED or (one.cost <= MOST_BARE and not case.short(one) and len(outside) <= 1)


def _role(case: Evidence) -> bool | None:
    """Who plays a character is asked for."""
    if case.asked is not Asked.ROLE or not case.intent.words:
        return None
    whole = " " in case.intent.words or _PLAYS.search(case.letters)
    if case.intent.film is None and (
        ("y" in case.letters and not case.intent.search) or ("Y" in case.letters and not whole)
    ):
        return False  # does anyone play guitar
    if case.intent.cost == BY_ONE_NAME and len(case.words) > 1 + MOST_ASKING:
        return False  # who was Vito in it
    if "Y" in case.letters and "k" not in case.letters:
        return False  # does anyone have her number
    if "u" in case.letters or any(one.kind == "person" for one in case.guessed):
        return False  # who played Harry's poster, merry Christmas everyone
    return (case.letters == "CoF" or case.says("krq")) and (case.unknown == 0 or case.intent.film is not None)


def _length_alone(case: Evidence) -> bool | None:
    """Films are looked for by nothing but how long they last: I have two hours."""
    search = case.intent.search
    if not search or not search.steps or search.start.keys:
        return None
    if not all(isinstance(step, Within) and step.field == "runtime" for step in search.steps):
        return None
    return case.unknown == 0 and ("h" in case.letters or "f" in case.pattern)


def _crew_alone(case: Evidence) -> bool | None:
    """Somebody who was guessed is asked for by a job, and no film: Tarantino's editors, but not who directed X."""
    done = "".join(item.letter for item in case.items if item.letter not in "_o" or item.text == "for")
    work = "v" in done or all(one.size == 1 for one in case.names)  # who directed X Y, but not X Y's scripts
    last = case.words[-1].word
    if not (_DONE.fullmatch(done) and work and case.names == case.guessed) or case.intent.film or last == "of":
        return None
    crew = case.intent.search is not None and case.intent.search.of_people and last.endswith("s")
    return crew and all(one.alone for one in case.names)


def _guessed_alone(case: Evidence) -> bool | None:
    """Several names were guessed, and nothing else speaks of films."""
    if len(case.guessed) < 2 or len(case.guessed) != len(case.names) or case.says("frvkdaMwtl") or case.clear:
        return None
    known = all(one.kind == "person" for one in case.guessed) and ("q" in case.letters or "h" not in case.letters)
    return case.unknown == 0 and case.asked is Asked.SEARCH and known


def _weak_names(case: Evidence) -> bool | None:
    """No name but those of words that questions are made of."""
    if not all(weak(mention, case.words) for mention in case.names):
        return None
    if not case.names:
        return case.unknown == _asides(case)
    beside = len(case.words) - sum(mention.size for mention in case.names)
    told = case.says("hqYfr") or case.asked in ABOUT_FILMS or case.of_film
    return case.unknown == 0 and (beside <= FEW or told)


def _enough(case: Evidence) -> bool:
    """Whether few enough words are left without a meaning."""
    if case.plain:
        sure = max(1, *(mention.size - (mention in case.guessed) for mention in case.names))
        return case.unknown <= min(sure - 1, MOST_PLAIN) and all(one.cost <= SURE_GUESS for one in case.guessed)
    if all(mention.size == 1 for mention in case.names):
        aside = _asides(case) if case.of_film else 0
        return case.unknown - aside <= max(1, len(case.words) // 3)
    return case.unknown <= max(1, LEFT_ASIDE * len(case.words))


def _asides(case: Evidence) -> int:
    """How many of the words not understood are to be left aside."""
    return len(list(asides(case.words, case.reading.unknown)))


Doubt = Callable[[Evidence], bool]
Verdict = Callable[[Evidence], bool | None]

STAGES: tuple[tuple[tuple[Doubt, ...], Verdict], ...] = (
    ((doubts.small_talk, doubts.asked_as_surname), _bare),
    ((*OTHERWISE, doubts.half_heard, doubts.opinion, doubts.made_for_no_film, doubts.name_in_two), _role),
    ((doubts.unknown_player, doubts.stray_character), _length_alone),
    (
        (
            doubts.other_places,
            doubts.theme_as_person,
            doubts.film_as_person,
            doubts.unknown_place,
            yes_or_no.half_a_whether,
            yes_or_no.everyday_whether,
            yes_or_no.verdict_as_film,
            yes_or_no.guessed_whether,
            doubts.unnamed_role,
            doubts.unnamed_maker,
            doubts.unnamed_films,
            doubts.half_of_both,
            doubts.of_no_film,
            doubts.played_film,
            doubts.no_cast,
            doubts.other_counts,
            doubts.uncompared,
        ),
        _crew_alone,
    ),
    ((doubts.vague_noun_behind,), _guessed_alone),
    (
        (
            doubts.done_to_film,
            doubts.short_guess,
            doubts.weak_surname,
            doubts.everyday_person,
            doubts.everyday_surname,
            doubts.other_comparison,
            doubts.short_value,
            doubts.number_as_film,
        ),
        _weak_names,
    ),
    ((doubts.surname_amid_unknown, doubts.unasked), _enough),
)
"""What is weighed, in this order: any doubt refuses a reading, else the verdict may settle it or leave it open."""
