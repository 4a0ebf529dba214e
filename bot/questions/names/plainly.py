"""Whether a text means what it names, or uses the same words for something else."""

from collections.abc import Sequence

from bot.matching.normal import lettered, normal
from bot.questions.names.mentions import HALF, Mention, in_phrase, versus, weak
from bot.questions.rules.phrases import ARTICLES, FILMS
from bot.questions.words.amounts import counted
from bot.questions.words.asides import OWNERS
from bot.questions.words.chatting import USUAL
from bot.questions.words.lexicon import lexicon
from bot.questions.words.tokens import Token

KNOWN = 3
"""Films of somebody whom a text may call by the surname."""
WHOLE_TITLE = 3
"""Words from which on a title is no chance, commas in it or not: Run, Man, Run."""
SURNAME = 0.4
"""What a name by its surname alone costs."""
WATCHING = frozenset(
    "watch watched watching see saw seen finish finished rewatch rewatching quote quoting quoted loved"
    " enjoyed hated adored".split()
)
"""Words before the title of a film, though it be made of everyday words."""
TALKING = frozenset("with by on about thru through rip and like not than of other does did has".split())
"""Words before a surname that somebody talks of."""
PRONOUNS = frozenset("it this that them these those her him us you me what one".split())
"""Everyday words that are no title behind these."""
INDEFINITE = ("a", "an")
PREDICATED = frozenset("so too very really pretty super is was be looks".split())
"""Words behind which an adjective judges: that was funny."""
KEEPSAKES = frozenset(
    "poster posters dvd dvds disc disk bluray tape vhs mug shirt tshirt quiz marathon rerun screening showing fan quote"
    " quotes meme clip trailer reference nerd nerds stan stans buff obsessive phase era binge night".split()
)
"""What may be of a film: a Casablanca poster."""
LONGEST_COMPOUND = 3
"""Words between "a" and what it is of."""
PHRASE = 2
"""Words of a title that may be a phrase."""
BEING = frozenset("im hes shes theyre youre".split())
"""Words behind which such a phrase says how somebody is."""
DOING = frozenset(
    "had has made makes wrecked ruined slaps broke destroyed got gets still always hits rules rocks blew messed scared"
    " terrified traumatised traumatized haunted floored melted killed slapped rocked sucked sucks bored disappointed"
    " surprised deserved changed blows holds".split()
)
"""Words behind a title at the beginning that say what a film does."""
COPULAS = frozenset("is was be its it are were looks looked feels felt thats".split())
JUDGING = frozenset("so too very really actually pretty super kinda quite absolutely totally".split())
"""Words behind which a word judges that is a title elsewhere: it was actually wild."""
SEEMING = frozenset("looks looked feels felt sounds sounded".split())
"""Words behind which a word only says how something is."""
SCENES = frozenset("mins minutes minute half hour act end ending start beginning opening middle scene".split())
"""What films have that is called no aspect of them: the ending of Up."""
LONGEST_OPINION = 8
"""Words that say that a title is a film."""
CAPITALISED = frozenset(
    "i mum mom dad god lord christmas halloween easter monday tuesday wednesday thursday friday saturday sunday"
    " january february march april may june july august september october november december english".split()
)
"""Words that are written with a capital wherever they stand."""
SMALL = frozenset("a an the of and in on to for at or".split())
"""Words that are not, inside titles."""
MOSTLY = 0.7
"""The share of the other words that are written without, where capitals tell anything."""
LIKING = frozenset("likes love loves loved adore adores enjoy enjoys into obsessed fan crazy".split())
"""Words behind which it says what somebody wants."""


def plainly(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether a text means what it names, rather than using the same words."""
    said = [token.word for token in words[mention.start : mention.end]]
    before = "" if _begins(mention, words) else words[mention.start - 1].word
    usual = weak(mention, words) or (
        mention.size == 1 and (said[0] in USUAL or said[0] in CAPITALISED or _number(mention, said[0]))
    )
    match mention.kind:
        case "series" if words[mention.start].clause < words[mention.end - 1].clause:
            return False
        case "film" | "series":
            return _title(mention, words, said, before, usual=usual)
        case "person" | "family":
            return mention.alone and not usual and _person(mention, words, said, before)
        case "keyword" | "theme":
            earlier = words[mention.start - 2].word if mention.start > 1 else ""
            return before == "about" and earlier not in ("what", "how")
        case "genre":
            after = words[mention.end].word if mention.end < len(words) else ""
            nouns = [told[1].letter for word in (before, after) if (told := lexicon().at([word], 0, 1))]
            return "f" in nouns if usual and nouns else before not in PREDICATED or plural(said[-1])
        case "character":
            return False
        case "source":
            return mention.size > 1
    return not usual


def _number(mention: Mention, word: str) -> bool:
    """Whether a number in words stands for one that a title has in figures: thirty for xXx, but not seven for Se7en."""
    return counted(word) is not None and all(lettered(normal(one.name)) != word for one in mention.named)


def plural(word: str) -> bool:
    """Whether a word is of several: so westerns, but not so hilarious."""
    return word.endswith("s") and not word.endswith(("us", "ss"))


def _title(mention: Mention, words: Sequence[Token], said: Sequence[str], before: str, *, usual: bool) -> bool:
    """Whether a title is meant; one of everyday words only where a film is spoken of."""
    if usual and not (mention.size >= WHOLE_TITLE and any((word,) not in lexicon().phrases for word in said)):
        spoken_of = versus(mention, words) or before in WATCHING or _has_part(mention, words)
        spoken_of = spoken_of or _role_in(mention, words) or _made(mention, words) or _outdone(mention, words)
        spoken_of = (spoken_of or _is_film(mention, words)) and said[0] not in PRONOUNS
        return (spoken_of or _dated(mention, words) or _capital(mention, words)) and not mention.cost
    if in_phrase(mention, words, "."):
        return False  # all at once
    earlier = words[max(0, mention.start - 2)].word
    stated = bool(before) and words[max(0, mention.start - 2)].clause == words[mention.start].clause
    if mention.size == 1 and stated and before in COPULAS and not _speaks_of(earlier):
        return False  # Headhunters was wild
    if mention.size == 1 and before in SEEMING:
        return False  # it still looks dope
    if mention.size == 1 and before in JUDGING and earlier in COPULAS:
        return False
    after = words[mention.end].word if mention.end < len(words) else ""
    if mention.size == PHRASE and before in BEING and all(map(_speaks_of, said)):
        return False  # she's out cold
    owners = {*INDEFINITE, *OWNERS, "whole"} if mention.size == 1 else INDEFINITE  # our whole hostel
    described = mention.size == 1 and stated and _speaks_of(before) and earlier in owners  # on a long flight
    described = described or (mention.cost > 0 and _compound(mention, words))
    owned = (before not in owners and not described) or after in KEEPSAKES
    of_thing = mention.cost and said[0] in ARTICLES and after in SCENES  # the milk scene
    return mention.cost < HALF and owned and not (mention.cost and said[0] in INDEFINITE) and not of_thing


def _compound(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether a word ends what stands behind "a", of words that are no names: a Beirut beauty salon."""
    start = mention.start
    while start > 0 and mention.start - start < LONGEST_COMPOUND and words[start - 1].word not in INDEFINITE:
        start -= 1
    clause = {word.clause for word in words[max(0, start - 1) : mention.end]}
    between = [word.word for word in words[start : mention.start]]
    begins = start > 0 and words[start - 1].word in INDEFINITE and len(clause) == 1
    return mention.size == 1 and begins and bool(between) and lexicon().single.isdisjoint(between)


def _has_part(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether something that films have is of what is called so: the soundtrack of Drive, the score in Heat."""
    at = mention.start - 1
    if at < 1 or words[at].word not in ("of", "in", "from"):
        return False
    told = lexicon().at([words[at - 1].word], 0, 1)
    return words[at - 1].word in SCENES or (told is not None and told[1].letter in "rx")


def _role_in(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether it is asked who plays somebody in what is called so: who played Niki Lauda in Rush."""
    last = mention.end == len(words) or words[mention.end].clause > words[mention.end - 1].clause
    clause = [n for n in range(mention.start) if words[n].clause == words[mention.start].clause]
    told = (lexicon().at([words[n].word], 0, 1) for n in clause)
    return (
        last and bool(clause) and words[clause[-1]].word == "in" and any(one and one[1].letter == "k" for one in told)
    )


def _made(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether somebody is spoken of by what they did for what is called so: the guy who directed Get Out."""
    at = mention.start - 2
    told = lexicon().at([words[at + 1].word], 0, 1) if at >= 0 else None
    return told is not None and told[1].letter == "v" and words[at].word in ("who", "whoever", "that")


def _outdone(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether something is said to be longer or newer than what is called so: longer than Cars."""
    at = mention.start - 2
    told = lexicon().at([words[at].word, words[at + 1].word], 0, 2) if at >= 0 else None
    return told is not None and told == (2, told[1]) and told[1].letter == "l"


def _is_film(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether it is said that a title is a film of some kind: Room is the saddest film ever."""
    clause = [token.word for token in words[mention.end :] if token.clause == words[mention.end - 1].clause]
    several = mention.size > 1 and _begins(mention, words) and len(clause) > 1  # Get Out was a masterpiece
    return clause[:1] in (["is"], ["was"]) and (several or not FILMS.isdisjoint(clause[2:LONGEST_OPINION]))


def _dated(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether its year stands behind a title: Room 2015, Room from 15."""
    at = mention.end + (mention.end < len(words) and words[mention.end].word == "from")
    years = {str(one.year or "")[from_:] for one in mention.named for from_ in (0, 2)}
    return bool(years & {token.word for token in words[at : at + 1]})


def _capital(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether a title is written with capitals amid words that are not: ngl Her broke me, keeps asking for Get Out."""
    if _begins(mention, words):
        return False
    name = range(mention.start, mention.end)
    others = [token for n, token in enumerate(words) if n not in name and n and token.clause == words[n - 1].clause]
    small = sum(token.typed[:1].islower() for token in others)
    said = [words[n] for n in name if words[n].word not in SMALL or n == mention.start]
    named = all(token.typed[:1].isupper() and token.word not in CAPITALISED for token in said)
    amid = small >= MOSTLY * len(others) and len(others) > 1
    return named and (amid or (mention.size > 1 and words[mention.start - 1].typed[:1].islower()))


def _begins(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether a clause begins with a name."""
    return not mention.start or words[mention.start].clause > words[mention.start - 1].clause


def _ends(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether a clause ends with a name."""
    return mention.end == len(words) or words[mention.end].clause > words[mention.end - 1].clause


def _speaks_of(word: str) -> bool:
    """Whether what a word says may be a film: my favourite is Heat."""
    return word in USUAL or word in lexicon().single


def _person(mention: Mention, words: Sequence[Token], said: Sequence[str], before: str) -> bool:
    """Whether somebody is meant; by a surname only where one speaks of people."""
    if mention.size > 1:
        return said[0] not in INDEFINITE
    first = not before
    noun = lexicon().at([token.word for token in words[mention.end : mention.end + 1]], 0, 1)
    called = first or before in LIKING | WATCHING | TALKING or words[mention.start].typed[:1].isupper()
    called = called or (noun is not None and noun[1].letter == "f")  # all the Miyazaki films
    called = called or (before in INDEFINITE and _ends(mention, words))  # never seen a Kurosawa
    called = called or (mention.end < len(words) and words[mention.end].word in KEEPSAKES)  # Tarantino quotes
    surname = mention.named[0].weight >= KNOWN and said[-1] in mention.named[0].normal.split()
    return called and said[0] not in TALKING and surname and (mention.cost <= SURNAME or before in INDEFINITE)
