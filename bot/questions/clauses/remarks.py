"""What people remark behind a question without a pause: "who directed Scream im so bored"."""

import re
from collections.abc import Sequence

from bot.knowledge.catalogue import Catalogue
from bot.questions.clauses.whether import OPENERS, tag
from bot.questions.names.mentions import runs
from bot.questions.rules.phrases import OPENING, STARTS
from bot.questions.words.chatting import FOLK, USUAL
from bot.questions.words.filters import filter_at
from bot.questions.words.lexicon import lexicon
from bot.questions.words.occasions import occasion_at
from bot.questions.words.tokens import Token

LEAST, LONGEST = 2, 9
"""Words before a remark at least, and words of the longest one."""
_SO = "so|too|very|really|pretty|kinda|such|the|a|an|been|just|lowkey|still|not|my"
_REMARK = re.compile(
    r"(?:im|i am|(?:hes|he is|shes|she is|theyre|they are)(?! (?:also )?in$)|i(?: (?:really|just|still))? feel"
    r"|(?:it|she|he|they)(?: (?:still|just|really|always|lowkey))?"
    r" (?:looks?|looked|sounds?|feels?|felt|seems?|slaps?|slays?|slayed|rocks?|ate|scared|scares)"
    rf"|it (?:is|was) (?:{_SO})|(?:it|she|he|they) (?:so|too)"
    rf"|(?:and )?its (?:driving me|bugging me|killing me|{_SO}|late|old|peak|lit|good|great|amazing|insane|for|on)"
    rf"|my (?:{'|'.join(FOLK)}) (?:is|are|was|were|has|have|got|wants?|loves?|likes?|keeps?|just|really)"
    r"|i can (?:see|picture|hear)|(?:i )?thought i (?:saw|spotted|heard|recognised|recognized|had)"
    r"|i(?: (?:really|just|so|honestly|literally|always|still|totally|kinda|cant|dont|dont even|do|can|actually))*"
    r" (?:love|loved|hate|hated|forget|forgot|gotta|need|have|got|adore|adored|miss|cried|swear|stand|wait|enjoyed"
    r"|promise|remember))\b.*"
)
"""Whom or what it is about and how that is, or what whoever asks feels, has or must do."""
_DOUBT = re.compile(
    r"or (?:am|did|do|was|have) i (?:just |only |completely )*"
    r"(?:mix|mixing|confus|confusing|dream|dreaming|dreamt|imagine|imagining|make|making|misremember|misremembering"
    r"|remembering|losing|going|tripping|hallucinating|tweaking|bugging)\b.*"
    r"|and (?:i|ive|my (?:mind|brain))(?: just| totally| completely| went| has| have| cant| cannot| dont)*"
    r" (?:blank|blanked|forgot|forgotten|panicked|froze|remember|freaked)\b.*"
)
"""Who asks is not sure, or does not know: or did I dream that, and I blanked."""
_FOR = re.compile(
    r"for (?:an?|my|our|some|the) (?:\S+ ){,2}(?:essay|thesis|paper|project|presentation|homework|assignment|article"
    r"|blog|post|table|spreadsheet|podcast|video|poster|label|labels|card|cards|newsletter|worksheet|wiki)"
)
"""What an answer is for: for a wiki table."""
_PURPOSE = re.compile(r"so (?:that )?(?:i|we|u|you|he|she|they) (?:can|could|know|dont|wont|have|see)\b.*")
"""What it is asked for: so I can surprise him."""
_GUESS = re.compile(r"(?:is|was|isnt|wasnt) (?:it|that|this|he|she)(?: not)?(?: \S+){1,3}")
"""Who whoever asks who it is thinks it may be: is it Heath Ledger."""
_CLAIM = re.compile(
    rf"(?:(?:my|our|the|a) )?(?:{'|'.join(FOLK)}|housemate|someone|somebody|friend) "
    r"(?:says?|said|reckons?|thinks?|thought|swears?|swore|insists?|claims?|claimed|bets?|told me|keeps saying"
    r"|is convinced|is sure) .*"
    r"|(?:i (?:reckon|think|thought|bet|say|believe|guess|suspect)|id say|my guess is|my money is on) .*"
)
"""What somebody says the answer is: my uncle says Nosferatu, I reckon Metropolis."""
_OTHER = re.compile(r"not (?:the )?(?:\S+ ){0,3}(?:one|remake|original|version|sequel|reboot|series|show|book)s?")
"""Which one is not meant: not the remake."""
_DESCRIBED = re.compile(
    r"(?:(?:thats|its|hes|shes|(?:it|that|he|she) is) the (?:\S+ ){1,5}?"
    r"(?:one|guy|bloke|dude|lady|woman|man|girl|film|movie)|the (?:\S+ ){1,4}?(?:one|thing))"
    r"(?: (?:with|from|in|who|that)(?: \S+){1,4})?"
)
"""Which one is meant: he's the scary one with the rings."""
_BESIDE = (_CLAIM, _OTHER, _DESCRIBED)
"""What a clause behind a question may say of what that names."""
_POINTING = frozenset("it that this he him his she her they them".split())
_WHO = frozenset("who whos whose which whats".split())
_REQUESTS = frozenset("need list name show tell give find recommend suggest".split())
"""Words that ask as those do that questions begin with."""
_PREDICATE = re.compile(rf"(?:im|hes|shes|its|theyre|it|she|he|they|i am)(?: (?:is|was|looks?|sounds?))? (?:{_SO})\b")
"""Beginnings behind which a single word is no title: its so epic."""
_OWN = frozenset("im hes shes theyre its".split())
"""How it begins behind films, which any other beginning would tell more of: movies I love."""
_SAYS_NOTHING = frozenset(".odnzMNT")
"""Letters of what may stand in a remark."""
_GOES_ON = frozenset("bwokqzAdnvKN")
"""Letters of words that what follows belongs to."""
_KINDS = frozenset("film person genre country language".split())
"""What a remark that names it tells of what is asked."""
_LEADS = STARTS | frozenset("one ones if whether think say says because that this as like than her his its".split())


async def unremarked(words: Sequence[Token], catalogue: Catalogue) -> list[Token]:
    """The words without a remark at the end that names nothing."""
    plain = [token.word for token in words]
    for at in range(max(LEAST, len(words) - LONGEST), len(words) - 1):
        said = " ".join(plain[at:])
        if words[at].clause > words[at - 1].clause and _of_question(said, plain, at, words[at - 1].asked):
            return list(words[:at])
        doubt = any(pattern.fullmatch(said) for pattern in (_DOUBT, _PURPOSE)) and _asks(plain[:at])
        purpose = _FOR.fullmatch(said) and _asks(plain[:at]) and not occasion_at(plain, at)
        if doubt or ((purpose or _REMARK.fullmatch(said)) and _begins(plain, at) and _empty(plain[at:])):
            known = [one for one in await catalogue.named(list(runs(words[at:]))) if one.kind in _KINDS]
            told = doubt or _PREDICATE.match(said) is not None
            named = [one.normal for one in known if " " in one.normal or not (told and one.kind == "film")]
            called = () if told else await catalogue.surnamed(_strange(plain[at + 1 :]))
            if not called and all(name in USUAL or name in lexicon().single for name in named):
                return list(words[:at])
    return list(words)


def _of_question(said: str, plain: Sequence[str], at: int, marked: bool) -> bool:
    """Whether a clause guesses what the one before asks, or says of what that names which it is."""
    if _GUESS.fullmatch(said) and not _WHO.isdisjoint(plain[:at]):
        return all(lexicon().at(plain, n, len(plain)) is None for n in range(at + 2, len(plain)))
    if " or " in said or not any(pattern.fullmatch(said) for pattern in _BESIDE):
        return False
    return (marked or _asks(plain[:at])) and _POINTING.isdisjoint(plain[: at - tag(plain[:at])])


def _asks(plain: Sequence[str]) -> bool:
    """Whether words are a question without what follows, which else may be its tag."""
    if not _REQUESTS.isdisjoint(plain):
        return True
    whether = (word in STARTS and (n == 0 or plain[n - 1] in OPENERS) for n, word in enumerate(plain))
    return not OPENING.isdisjoint(plain) or any(whether)


def _begins(plain: Sequence[str], at: int) -> bool:
    """Whether what begins at a word does not belong to what stands before."""
    told = lexicon().at(plain, at - 1, at)
    letter = told[1].letter if told else ""
    return letter not in _GOES_ON and plain[at - 1] not in _LEADS and (letter != "f" or plain[at] in _OWN)


def _empty(said: Sequence[str]) -> bool:
    """Whether a remark says nothing that films are asked for by, with one word at most that is no everyday one."""
    for n in range(1, len(said)):
        told = lexicon().at(said, n, n + 1)
        noun = told and told[1].letter == "f" and said[n - 1] in ("that", "this")
        if (told and told[1].letter not in _SAYS_NOTHING and not noun) or filter_at(said, n):
            return False
    return len(_strange(said[1:])) <= 1


def _strange(said: Sequence[str]) -> list[str]:
    return [word for word in said if word not in USUAL and lexicon().at([word], 0, 1) is None]
