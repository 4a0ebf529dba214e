"""What people say around a wish: whom a film is for, when it will be seen, that they want one, how long they have."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.knowledge.search import Within
from bot.questions.words.filters import duration
from bot.questions.words.item import Item

WISH = "wish"
"""What the words of an item say that wants something."""

MOMENTS = frozenset("tonight today tomorrow".split())
"""What says nothing of the films that are wished for, but of one film that something happens to it."""
NIGHTS = frozenset("night nights evening evenings afternoon matinee marathon weekend season".split())
"""The same behind what the films shall be: a western night."""

_WHO = (
    r"(?:(?:little|big|older|younger|best|whole|elderly|old|\d+ year old) )?"
    r"(?:girlfriend|gf|boyfriend|bf|wife|husband|partner|fianc\w+|mum|mom|mother|dad|father|parents|grandma|grandmother"
    r"|grandpa|grandfather|grandparents|nan|gran|sister|brother|siblings|family|friends?|mates?|buddy|buddies"
    r"|roommates?|flatmates?|boss|teacher|students?|colleagues?|coworkers?|team|crush|neighbou?rs?|cousins?|aunt|uncle"
    r"|guests|in laws|mother in law|date|better half|other half|grand(?:children|kids|sons?|daughters?)"
    r"|nieces?|nephews?|pupils|class|regulars|residents|members|ladies|gentlemen|little ones"
    r"|squad|lads|lasses|girls|boys|gang|crew|group|group chat|chat|server|discord|stream|fam|bois|besties?|girlies"
    r"|homies|in ?laws|rugrats|missus)"
)
_MANNER = (
    "movie|film|family|reading|date|first date|book|girls|boys|rainy|long|cosy|cozy|lazy|school|history|pub|trivia"
    "|drama|church|quiet|cold|sunday|saturday|friday|weekend|plane|train|next|coming|upcoming|little|study|discussion|seminar"
    "|film studies|media|uni|university|college|birthday|slumber|long haul|double|snow|sick|christmas|halloween|lunch"
)
_WHEN = (
    "night|nights|shift|evening|evenings|party|weekend|afternoon|day|flight|trip|journey|ride|quiz|essay|homework|project"
    "|paper|thesis|presentation|lesson|course|exam|class|club|group|marathon|sleepover|school|catalogue|catalog"
    "|collection|library|watchlist|list|blog|website|spreadsheet|records|newsletter|podcast|article|date|holidays?"
    "|christmas|halloween|easter|valentines day|valentines|new years eve|mothers day|fathers day|sunday|monday|tuesday"
    "|wednesday|thursday|friday|saturday|tonight|today|tomorrow|dinner|research|studies|work|fun|bed|once|a change"
    "|viewing|feature|bill|screenings?|showings?|matinee|programmes?|programs?|season|schedule|slot|society|anniversary"
    "|break|lunch|month|week|session|event|festival|function|fundraiser|special|stream|stream tonight|vc"
)
_DAY = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_PLACE = (
    r"(?!editing|cutting)(?:\w+ ){,2}"
    "(?:club|home|society|school|hall|centre|center|church|pub|hospital|hospice|room|library|office|uni|university)"
)
_LEAD = r"(?:for|during|over|to (?:watch|show|screen|run|put on)(?: (?:for|at|on|during|over|before|after))?)"
_OF = r"(?:(?:a|an|the|my|our|their|this|that|some|one of our|tonights|next|next \w+) )?"
_WANTS = (
    r"(?: (?:really|just|only|now|who))*"
    r" (?:wants?|would like|would love|d like|asked?|asks|likes?|loves?|enjoys?|needs?|keeps asking|fancies|prefers"
    r"|is into|are into)(?: (?:to see|to watch|to find|about|for|me for|us for|only))?"
)
_NEEDS = r" (?:(?:really|just|now) )?(?:wants?|would like|would love|needs?|(?:is|are) after|asked for|asks for)"
_WE = r"(?:(?:we|i)(?: (?:are|am|re|m|ve been|have been))?|were|im)"
_HOST = (
    rf"{_WE} (?:doing|having|holding|running|showing|screening|programming|putting on)"
    rf"|(?:{_WE} )?(?:planning|hosting|organi[sz]ing|throwing)"
)
_WISH = (
    r"(?:(?:i|we|im|were|weve|ive)(?: (?:am|are|really|just|m|re|do|ve|been|kinda|sort of|both|all))*"
    r"|(?P<would>id|wed|(?:i|we) (?:would|d))(?: (?:really|just))*)"
    r" (?:(?:want|wanna|need|fancy|feel like|felt like|crave|hope|wish|(?(would)(?:like|love)|want))(?: (?:to|for))?"
    r"|craving|(?:looking|searching|hunting) for|after|(?:thinking|dreaming) of|in the mood for|up for"
    r"|hoping (?:for|to))(?: (?:see|seeing|watch|watching|find|finding|put on|stick on))?"
    r"(?: (?:some|a good|a nice|another|a|an))?"
)
_BESIDE = rf"(?: (?:and|or) (?:me|i|(?:my )?{_WHO}))?"
_PATTERNS = (
    (rf"{_LEAD} {_OF}(?:(?:{_MANNER}) ){{0,2}}(?:{_WHEN})", ""),
    (rf"(?:for|at|in|on) (?:the|our|my|this) {_PLACE}(?: {_WHEN})?", ""),
    (rf"(?:for|on|this|next)(?: (?:a|the|this|next))? (?:{_DAY}|weeks?|months?) (?:{_WHEN})", ""),
    (r"(?:for|at|during) (?:our|my|the|a|an|this)$", ""),
    (rf"(?:for|at|during) (?:our|my) \w+(?: (?:{_WHEN}))?", ""),
    (rf"(?:halloween|christmas|easter|valentines?(?: day)?|birthday|{_DAY}) (?:{_WHEN})", ""),
    (r"(?:(?:our|the|tonights|my) theme|(?:our |the )?theme (?:night|evening|party))(?: tonight)? (?:is|will be)", ""),
    (rf"(?:{_HOST})(?: (?:a|an|our|my|the|some))?", ""),
    (rf"(?:(?:for|with|to watch with|to show|because) )?(?:(?:me|us) and )?(?:my|our) {_WHO}{_BESIDE}", ""),
    (rf"(?:for|with|to show|to show to) the (?!family){_WHO}(?: (?:at|in|of|from) (?:the|our|my) {_PLACE})?", ""),
    (rf"(?:my|our|the) (?!(?:\w+ )?(?:\w+ties|\w*\d\w*) )(?:\w+ ){{,1}}\w+{_NEEDS}", WISH),
    (rf"(?:me and )?(?:my|our) {_WHO}{_BESIDE}{_WANTS}", WISH),
    (_WISH, WISH),
    (r"(?:im |were |we are |i am )?in the mood for(?: a| an| some)?", WISH),
)
_PHRASES = tuple((re.compile(rf"{pattern}(?= |$)"), what) for pattern, what in _PATTERNS)
_EVENT = re.compile(rf"(?:(?:(?:{_MANNER}) ){{1,2}}(?:{_WHEN})|last (?:year|month|week|summer|winter|time))(?= |$)")
_LONGEST = 12
"""Words of the longest phrase."""
_TIME = re.compile(
    r"(?:(?:because|since|but|and|as) )?(?:i|we|ive|weve|theres|there is|with)"
    r"(?: (?:only|just|have|ve|got|about|around|roughly|at most|maybe|a|like|is|left|the))* "
    r"|(?:which |that |who )?(?:will |would |can |could |to |we |i )*"
    r"(?:fits?|fitting|finish|done|watch|over|be over|squeeze|be watched)(?: (?:it|them))?"
    r"(?: in| into| within| inside) (?:only |just |about |under )?"
)
_SPARE = re.compile(
    r"(?: (?:to spare|to kill|to fill|free|left|at most|max|maximum|tops|only|of free time|of time|before bed"
    r"|until \w+))*"
)


def occasion_at(words: Sequence[str], at: int) -> tuple[int, str] | None:
    """How many words of an occasion or wish begin at a word, and `WISH` where they want something."""
    return _occasion(" ".join(words[at : at + _LONGEST]))


@lru_cache(maxsize=4000)
def _occasion(said: str) -> tuple[int, str] | None:
    """The same of words; kept, for every attempt at a text goes through much the same ones."""
    found = [(len(match[0].split()), what) for phrase, what in _PHRASES if (match := phrase.match(said))]
    return max(found, default=None)


def event_at(words: Sequence[str], at: int) -> tuple[int, str] | None:
    """How many words an occasion takes that is told without a word before it: "family night, …"."""
    found = _EVENT.match(" ".join(words[at : at + _LONGEST]))
    return (len(found[0].split()), "") if found else None


def time_at(words: Sequence[str], at: int) -> tuple[int, Within] | None:
    """The runtime that leaves enough time, with how many words say so: "I only have 100 minutes"."""
    lead = _TIME.match(" ".join(words[at : at + _LONGEST]) + " ")
    size = len(lead[0].split()) if lead else 0
    if not lead or not (long := duration(words, at + size)):
        return None
    minutes, end = long
    spare = _SPARE.match("".join(f" {word}" for word in words[end : end + _LONGEST]))
    return end + len(spare[0].split() if spare else ()) - at, Within("runtime", None, minutes)


def wished(items: list[Item]) -> list[Item]:
    """The items where to want something is to want films, if of these it is said what they shall be."""
    others = [item for item in items if item.text != WISH]
    told = any(item.letter == "P" or (item.letter == "y" and item.text != "keyword") for item in others)
    if len(others) == len(items) or not told or {item.letter for item in others} - set("yPowbdnAm_"):
        return others
    noun = next(n for n, item in enumerate(items) if item.text == WISH)
    behind = noun + 1 < len(items) and items[noun + 1].letter == "P"
    others.insert(noun if behind else 0, Item("f", None, WISH))
    return others
