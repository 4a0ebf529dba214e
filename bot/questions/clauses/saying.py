"""What a clause says that does not ask, or says besides: that something is so, what it takes away, who speaks."""

import re
from collections.abc import Sequence

from bot.questions.clauses.beginnings import EMBEDDING
from bot.questions.clauses.clause import MOST_EXCLAIMED, US, Clause
from bot.questions.names.plainly import LIKING, PRONOUNS, WATCHING
from bot.questions.rules.phrases import OPENING, STARTS
from bot.questions.words.against import against
from bot.questions.words.asides import OWNERS
from bot.questions.words.tokens import PAUSES

EXCEPTING = frozenset("didnt doesnt isnt wasnt arent werent hasnt havent without except besides".split())
"""Words a clause begins with that goes on with a question: but didn't win."""
_ALSO = re.compile(r"(?:and |but )?(?:(?:is|was|are|were) )?also (?:(?:starred|appeared|acted|played) )?in\b")
"""How one begins that goes on with who is asked for: and also in.."""
_KNOWN = re.compile(r"(?:i|we|ive|weve)(?: have)? (?:only|already) (?:know|knew|seen|saw|watched|remember|heard)\b")
"""What somebody says who knows films already."""
_COPULAS = frozenset("is was are were isnt wasnt arent werent its thats".split())
"""Words of a clause that says what something is."""
_DENIES = frozenset(["doesnt", "didnt"])
"""Words of one that says what something does not."""
NARROWS = frozenset("bwvAk")
"""Letters of words behind which a name narrows what is asked for: by, with, starring, about."""
TELLING = frozenset("i im ive id ill we weve were its thats theres my our hes shes couldve coulda".split()) | PAUSES
"""Words that begin what somebody tells of themselves, or why they ask."""


def states(clause: Clause) -> bool:
    """Whether it says that something is so: anime is better, prestige over batman and that's that."""
    return bool(clause.unknown) or not (_COPULAS | _DENIES).isdisjoint(clause.said[1:])


def talks(clause: Clause) -> bool:
    """Whether it says something besides what it names, or asks whether something is so."""
    unknown = clause.unknown
    said = unknown and (clause.names or any(map(clause.everyday, unknown)))
    told = unknown and not TELLING.isdisjoint(clause.said[:1])
    asks = clause.plain[clause.places.stop - 1] in EMBEDDING or not STARTS.isdisjoint(clause.said[:1])
    return bool(said or told) or asks


def of_oneself(clause: Clause) -> bool:
    """Whether it says as whom somebody speaks, or what they know: as an Aussie, I only know the Nolan ones."""
    as_whom = clause.said[:1] == ["as"] and clause.said[1:2] in (["a"], ["an"]) and not US.isdisjoint(clause.said)
    return as_whom or _KNOWN.match(" ".join(clause.said)) is not None


def acts(clause: Clause) -> bool:
    """Whether it says what somebody did: Sofia Coppola also acted."""
    return clause.names == {"person"}


def exclaims(clause: Clause) -> bool:
    """Whether it is a word or two that name nothing: "chills", "that voice"."""
    that = clause.said[:1] == ["that"] and clause.letters <= set("zkx.") and not clause.marked
    nothing = bool(clause.unknown) and clause.letters <= {"_", "."}
    return (that or nothing) and len(clause.places) <= MOST_EXCLAIMED


def embedded(clause: Clause) -> bool:
    """Whether it stands in what somebody says: nobody agrees what it's about."""
    before = clause.words[clause.places.start - 1] if clause.places.start else None
    joined = before is not None and before.clause == clause.words[clause.places.start].clause
    return joined and clause.points and not clause.names and not clause.marked


def goes_on(clause: Clause) -> bool:
    """Whether it goes on with the question of another clause: but didn't win, if yes which."""
    left_open = clause.plain[clause.places.stop - 1] in OPENING
    also = _ALSO.match(" ".join(clause.plain[n] for n in clause.places))
    tells = not (WATCHING | PRONOUNS | {"been", "he", "she", "they"}).isdisjoint(clause.said[1:2])  # haven't seen it
    excepts = not EXCEPTING.isdisjoint(clause.said[:1]) and clause.places.start > 0 and not tells
    return also is not None or excepts or (left_open and not clause.asks)


def takes_away(clause: Clause) -> bool:
    """Whether it takes something away from what is asked for."""
    return against([clause.plain[n] for n in clause.places])


def denies(clause: Clause) -> bool:
    """Whether it only takes something away: no zombies."""
    return against(clause.said[:1]) and bool(clause.names or clause.strange)


def doubted(clause: Clause) -> Sequence[str]:
    """The words that may name such a thing."""
    before, films = "", bool(clause.names)
    for n, (run, what) in enumerate(clause.pieces):
        narrows = what in NARROWS and clause.plain[run.start] not in STARTS  # was in Venice
        films = films or what == "f" or (n == 0 and narrows)
        owned = run.start and clause.plain[run.start - 1] in OWNERS
        if what == "_" and before in NARROWS and films and not owned and not clause.everyday(run):
            return clause.spelt(run)
        liked = clause.plain[run.stop - 1] in LIKING
        joined = what == "d" and clause.plain[run.stop - 1] == "in"  # and also in
        before = "b" if liked or joined else before if what == "." else what
        films = films or liked or joined
    return ()


def repeats(clause: Clause) -> bool:
    """Whether it says in other words what was asked: as in who made it, like who paid for that."""
    said = [clause.plain[n] for n in clause.places[:2]]
    return said[:1] == ["like"] or said in (["as", "in"], ["i", "mean"])
