"""What it costs to take a run of words for a name, and a name for a filter."""

from collections.abc import Sequence

from bot.knowledge.query import Asked
from bot.knowledge.search import Of
from bot.questions.asked.intent import BY_COUNTRY, Intent
from bot.questions.asked.tidying import GENRE
from bot.questions.names.covers import TOLD
from bot.questions.names.events import UNKNOWN_ABROAD
from bot.questions.names.mentions import Mention, played, versus, weak
from bot.questions.rules.phrases import ARTICLES, OPENING
from bot.questions.words.amounts import year
from bot.questions.words.certificates import is_rated
from bot.questions.words.item import Item, is_filter
from bot.questions.words.lexicon import lexicon
from bot.questions.words.tokens import Token

WEAK, WEAK_LONG, MENTION = 1.0, 0.35, 0.3
"""Costs: a name of everyday words (of one, of more), each name."""
LONG = 4
"""Words from which on a title is no chance, everyday words as they may be."""
TELLING = frozenset("tell show give remind let".split())
"""Words behind which "us" is no nation."""
CALLED = 0.2
"""What it saves that a genre is called one."""
COMPARED = 0.2
"""What it saves that a title of some words is compared: Sea of Love or Body Double."""
NAMED = frozenset("called titled named entitled".split())
"""Words between the noun for a film and its title."""
VIEWERS = frozenset(
    "audience audiences viewers public cinemagoers moviegoers screens cinemas theaters theatres people get got see saw"
    " first board censors".split()
)
"""Words behind a nation that is asked about as a place: American audiences, when the Brits got to see it."""
NOUN, PRIZED = 0.4, 0.4
"""What it saves that a title stands behind "the film", or behind "for" where a prize is asked for."""
WITHIN = 0.2
"""What it costs to begin a title with the "in" of a question."""
NATIVE = 0.3
"""What it costs to read a country behind the language that a film is in."""
LOCATED = 1.0
"""What it saves to read a country where one is told: "in the us" is no "tell us"."""

BEFORE_FILMS, THEME = 0.5, 0.8
"""What a keyword costs that nothing says films are about: revenge films, and anywhere else."""
LAND = 0.4
"""What a nation costs as what is spoken."""
SPEECH = 0.2
"""What a nation costs where a language is told, or a language where a nation is: with some German in it."""


def with_article(mention: Mention, words: Sequence[Token]) -> int:
    """Where a name begins with the article before it."""
    return mention.start - (mention.start > 0 and words[mention.start - 1].word in ARTICLES)


def _differing(intent: Intent) -> bool:
    """Whether what is asked of no single film is something that differs by country: releases, certificates."""
    steps = intent.search.steps if intent.search else ()
    return intent.words == UNKNOWN_ABROAD or any(isinstance(step, Of) and step.kinds == ("rated",) for step in steps)


def name_price(mention: Mention, words: Sequence[Token], intent: Intent | None = None) -> float:
    """What a name costs where this is asked; the least that it may cost when that is not told."""
    price = MENTION + mention.cost
    told = _told(mention, words, intent)
    if told is not None:
        return price + told
    compared = mention.kind == "film" and not mention.cost and versus(mention, words)
    price += WITHIN * (mention.kind == "film" and _begins_within(mention, words)) - COMPARED * compared
    if mention.kind == "nation":
        price += _spoken_price(mention, words)
    if weak(mention, words) and mention.kind not in TOLD | {"genre"} and not _with_year(mention, words):
        long = mention.size >= LONG or compared
        price += _alone(mention, words) if mention.size == 1 else -MENTION if long else WEAK_LONG
    return price


def _told(mention: Mention, words: Sequence[Token], intent: Intent | None) -> float | None:
    """What it costs besides, or saves, where the words beside a name say what it is; None where they do not."""
    before = words[mention.start - 1].word if mention.start else ""
    match mention.kind:
        case "film" if before in ("film", "movie"):
            return -NOUN * (mention.start > 1 and words[mention.start - 2].word == "the")  # the film Up
        case "film" if before == "than" and mention.size == 1 and words[mention.start].word.isdigit():
            return 0.0  # more than 1917
        case "film" if titled(mention.start, words):
            return -NOUN  # a film called Her
        case "film" if before == "for" and (intent is None or intent.asked is Asked.AWARDS):
            article = mention.cost > 0 and words[mention.start].word in ARTICLES  # a Nolan film, not Anora
            return 0.0 if article else -PRIZED  # best actress for Her
        case "character" if played(mention, words):
            return 0.0
        case "genre" if mention.end < len(words) and words[mention.end].word in GENRE:
            return -CALLED  # in the music genre
        case "nation" if _differs(intent) and _located(mention, words):
            return -LOCATED
        case "nation" if weak(mention, words) and _no_pronoun(mention, words):
            return -LOCATED
        case "nation" if before in ("", "the"):
            return 0.0  # in the US
    return None


def titled(start: int, words: Sequence[Token]) -> bool:
    """Whether it is said of a film that it is called as what follows."""
    return start > 1 and words[start - 1].word in NAMED and words[start - 2].word in ("film", "movie")


def _differs(intent: Intent | None) -> bool:
    """Whether what is asked may differ by country."""
    if intent is None:
        return True
    return intent.asked in BY_COUNTRY if intent.film else _differing(intent)


def _spoken_price(mention: Mention, words: Sequence[Token]) -> float:
    """What it costs to take a language for the nation that speaks it."""
    joined = mention.start > 2 and words[mention.start - 1].word in ("or", "and", "nor")
    if joined and words[mention.start - 3].word in ("in", "both"):
        return NATIVE  # in English or French
    behind = [token.word for token in words[mention.end : mention.end + 2]]
    any_there = behind[:1] == ["in"] and mention.start > 0 and words[mention.start - 1].word == "any"  # any German in F
    return LOCATED if any_there or behind in (["in", "it"], ["in", "them"]) else 0.0  # films that have Swedish in them


def _begins_within(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether a title begins with the "in" of the question: who acted in Time Out, not In Time."""
    return mention.start > 0 and words[mention.start].word == "in" and _does(words[mention.start - 1].word)


def _alone(mention: Mention, words: Sequence[Token]) -> float:
    """What one word costs that questions are made of: less for a number of a film such as 2046, 300."""
    word = words[mention.start].word
    number = mention.kind == "film" and word.isdigit() and not year(word)
    return WEAK / 2 if number and len(word) > 2 else WEAK


def _with_year(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether the year of a film stands behind its title: The Others 2001."""
    after = words[mention.end].word if mention.end < len(words) else ""
    return mention.kind == "film" and any(str(one.year) == after for one in mention.named)


def _does(word: str) -> bool:
    """Whether a word says what somebody does."""
    told = lexicon().phrases.get((word,))
    return told is not None and told.letter == "v"


def _no_pronoun(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether "us" stands for no people: the us, and US in capitals among other words."""
    some = words[mention.start : mention.end]
    capitals = some[-1].typed.isupper() and any(token.typed.islower() for token in words)
    return (len(some) > 1 and some[0].word == "the") or capitals


def _located(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether a nation stands behind "in", or before what differs by country: a release, a certificate."""
    at = mention.start - (mention.start > 0 and words[mention.start - 1].word == "the")
    if at > 0 and words[at - 1].word in TELLING:
        return False
    if words[at].word == "the" or (at < mention.start):
        return True  # reached the US
    after = lexicon().at([token.word for token in words], mention.end, len(words))
    behind = words[mention.end].word if mention.end < len(words) else ""
    differs = after is not None and after[1].meaning in BY_COUNTRY and behind not in OPENING
    return differs or behind in VIEWERS or (at > 0 and words[at - 1].word == "in")  # tell us when F came out


def filters_price(items: Sequence[Item]) -> float:
    """What it costs to keep films by these filters."""
    return sum(map(_filter_price, items, [*items[1:], Item("")], [Item(""), *items]))


def _filter_price(item: Item, after: Item, before: Item) -> float:
    if is_filter(item, "keyword"):
        return BEFORE_FILMS if after.letter == "f" else THEME
    if is_filter(item, "land"):
        return LAND
    if is_filter(item, "language") and is_rated(after):
        return SPEECH  # a German 18
    spoken = before.text.endswith("in") or before.letter == "w"
    return SPEECH if is_filter(item, "nation" if spoken else "language") else 0.0
