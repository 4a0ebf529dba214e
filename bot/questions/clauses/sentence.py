"""The sentence that asks, where the others only talk: a wish in one of them would be lost."""

from bot.questions.clauses.clause import QUESTION, Clause
from bot.questions.clauses.pieces import THINGS
from bot.questions.clauses.saying import goes_on, of_oneself, repeats, states, takes_away, talks
from bot.questions.clauses.talk import IT, PAIR, WISHING, Talk
from bot.questions.names.plainly import WATCHING
from bot.questions.rules.phrases import OPENING
from bot.questions.words.lexicon import lexicon


def sentence(talk: Talk) -> list[Clause]:
    """The clauses of the sentence that asks, as they follow each other."""
    at = talk.asking.sentence
    some = [talk.asking, *(clause for clause in talk.others if clause.sentence == at)]
    return sorted(some, key=lambda clause: clause.places.start)


def asks_by_itself(talk: Talk) -> bool:
    """Whether the sentence that asks says of what, and the others wish for nothing: they only talk."""
    asking, within = talk.asking, sentence(talk)
    apart = [clause for clause in talk.others if clause not in within]
    films = {one.named for clause in within for one in clause.films}
    if asking.compares:
        return bool(apart) and len(films) == PAIR
    if not apart or any(goes_on(clause) or _wishes(talk, clause) for clause in apart):
        return False
    named = frozenset().union(*(clause.names for clause in within))
    if not asking.whole or any(clause.points for clause in within):
        return False
    if asking.of_role or asking.of_character:
        return bool(films) or not any(clause.films for clause in apart)
    return not named.isdisjoint(THINGS) or asking.lists or bool(asking.strange) or "won" in asking.said


def _wishes(talk: Talk, clause: Clause) -> bool:
    """Whether a clause of another sentence may say what is asked for: from the 90s, I need something short."""
    only = clause.said[:1] == ["only"] or clause.said[:2] in (["i", "only"], ["we", "only"])
    wished = only or not (WISHING - WATCHING - {"only"}).isdisjoint(clause.said)
    asks = not OPENING.isdisjoint(clause.said) and not clause.unknown and clause.said[:1] != ["why"]
    wished = wished and bool(clause.names or clause.strange or clause.letters & {"f", *QUESTION})
    theirs = clause.him and "f" in clause.letters  # her other films
    if of_oneself(clause):
        return False
    if clause.opens or asks or theirs or (wished and clause.stands_for(IT) is None):
        return True
    if clause.said[-1:] == ["here"] and "f" not in clause.letters:
        return False  # Irish film society here
    beside = [one for one in talk.others if one.sentence == clause.sentence and one is not clause]
    lead = clause.said[:1] and lexicon().at(clause.said, 0, 1)
    if any(talks(one) for one in beside) and "f" not in clause.letters and not (lead and lead[1].letter == "o"):
        return False  # Brian Cox, Hopkins, I lose track
    told = clause.names or (talk.asking.lists and (clause.letters & QUESTION or takes_away(clause)))
    return not (states(clause) or talks(clause) or clause.points or repeats(clause)) and bool(told)
