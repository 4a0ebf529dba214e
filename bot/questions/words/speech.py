"""How people talk around a question: words cut short in messages, and phrases that add nothing to what is asked."""

from itertools import product

from bot.questions.words.chatting import FOLK

_TYPED = {
    "you": "u ya ye", "your": "ur", "year": "yr", "years": "yrs", "are": "r", "why": "y", "them": "em dem",
    "what": "wat wut wot whut", "whats": "wats wuts wots", "when": "wen", "where": "wher wheres", "which": "wich",
    "who": "hoo", "how": "hows hw hwo", "the": "da tha", "that": "dat", "this": "dis",
    "something": "smth sth smthn sumthin somethin", "anything": "anythin", "about": "abt bout", "with": "w wit",
    "people": "ppl peeps", "favourite": "fav fave", "film": "vid pic", "films": "pics", "movie": "mov mvie moovie",
    "want": "wanna", "got": "gotta", "going": "gonna", "kind of": "kinda", "sort of": "sorta", "language": "lang",
    "languages": "langs", "length": "len", "hours": "hrs", "probably": "prob", "doing": "doin", "starring": "starrin",
    "through": "thru", "and": "n nd", "from": "frm", "because": "bcuz cos coz cuz", "gimme": "gimmie",
    "know": "dunno kno",
    "love": "luv", "between": "btwn", "to": "2", "for": "4", "original": "orig", "someone": "sm1 some1 sum1",
    "anyone": "any1 ne1", "everyone": "every1 evry1", "tonight": "2nite 2night tonite", "today": "2day",
    "voice actor": "va", "sorry": "sry soz srry", "tomorrow": "tmrw tmr tmw 2moro", "please": "pls plz pleas plis",
}  # fmt: skip
SHORTHAND = {short: word for word, shorts in _TYPED.items() for short in shorts.split()}
"""The plain words that stand behind those of text messages; read so where questions are understood, never in a name."""

_STORES = (
    "vault|vaults|archive|archives|collection|collections|library|catalogue|catalog|database|shelf|shelves|list|lists"
    "|db|dbase|files|records|system|stash|repertoire|knowledge base|memory|cellar|stock|store|books|trove|index"
    "|app|bot|program"
)
_OTHER_WORKS = "song|book|novel|band|album|show|tv show|series|musical|play|game|comic|painting|city|singer"
_WHOLE = "your|this|the|our|your whole|this whole|the whole|our whole|your entire|the entire"
_WISHES = "like|likes|love|loves|want|wants|enjoy|enjoys|fancies|needs|adores|is after|is into|are into|would like"
_SOMEONE = "someone|somebody|anyone|anybody|any of you|one of you"
_TELLS = "tell me|tell us|remind me|know|remember|recall|going to tell me|gonna tell me|happen to know|confirm"
_SOUGHT = (
    "fancy|craving|crave|feel like|feeling like|feel like watching|feeling like watching|looking to watch"
    "|looking to see|need to watch|need to see|dying to watch|hoping to watch|hoping to see|wish to watch|wish to see"
    "|in need of|do you stock|happen to stock|have in stock|happen to have|able to find|got to offer|have to offer"
    "|looking to find|on the lookout for|on the hunt for|hunting for|in the mood for a|in the mood for an"
    "|in the mood for some|in the mood for something"
)


def _together(*parts: str) -> str:
    """Every phrase of the first part followed by every one of the next, and so on."""
    return "|".join(" ".join(" ".join(words).split()) for words in product(*(part.split("|") for part in parts)))


_IDLE = (
    "combined|altogether|put together|back to back|by how much|by how many minutes|by how many mins|by how many years"
    "|such a thing as|such thing as|i mean|i meant"
    "|which of the two|which of the three|which of these|which of these two|which of them|which of those"
    "|which one of the two|which one of them|which one of these|of the two|of the two of them"
    "|over the years|through the years|throughout the years|down the years|over the decades|over time|to date|so far"
    "|are we talking|are we talking about|are we speaking of|are we looking at|heard of|never heard of"
    "|back then|back in the day|in those days|at the time"
    "|partly|partially|entirely|in hours|in minutes|in hours and minutes"
    "|top|of all time|of all times|all time|ever made"
    "|itself|myself|roughly|approximately|approx|about how|btw|by the way|fyi"
    "|afaik|imo|imho|ngl|rn|asap|fr|frfr|tf|tho|lmao|lmfao|omg|istg|smh|ik|ig|icl|deadass"
    "|lowkey|highkey|no cap|bestie|og|anywhere|too|na|aint it|or i confuse|or do i confuse|or am i confusing"
    "|or i am wrong|or im wrong|or am i mistaken|or i mistake"
    "|of course|of all things"
    "|if you know|if you dont mind|if you please|if possible|if any|if i may ask|if you happen to know"
    "|if you can|if you could|pretty please|off the top of your head|off hand|offhand|at all|for trivia"
    "|for trivia night|for a quiz|for my quiz|for the quiz|asking for a friend"
    "|do me a favour|do me a favor|settle a bet|real quick|a quick one|quick one|real talk"
    "|was it that|out of curiosity|just curious|to be honest|at the moment|for tonight|for this evening"
    "|for the weekend|for movie night|for film night|for date night|pray|prithee|good sir|kind sir|dear"
    "|dear bot|sire|my friend|my good man|old chap|old bean|my dear fellow|bruh|dawg|homie|fellas"
    "|ladies and gents|yaar|bhai"
    "|all day|all night|every day|every night|any day|the other day"
    "|provided|supplied|contributed|delivered|crafted|oversaw|supervised|between|in between|amongst|among"
    "|out of|the pair of|duties|credit|names of|the name of"
    "|perhaps|possibly|probably|currently|presently|originally|eventually|in fact|in particular|in general"
    "|specifically|especially|preferably|ideally"
    "|in question|the said|aforementioned|wondering if|was wondering if|i was wondering if|do you think"
    "|you think|would you know|would you happen to know|could you possibly|might you|may i ask|may i know"
    "|can i ask|could i ask|might i ask|might i enquire|be so kind as to|be a dear and|inform me"
    "|enlighten me|kindly inform|do tell|pray tell|let me know|let us know|hit me with|hit me up with"
    "|throw me|chuck me|toss me|fetch me|bring up|pull up|dig up|dig out|spit out"
    "|need to know|i need to know|need to find out|would love to know|id love to know|would like to know"
    "|id like to know|love to know|trying to find out|trying to remember|trying to figure out"
    "|want to find out|keep forgetting|cant remember|cannot remember|cant recall|do not remember"
    "|dont remember|dont recall|do you remember|do you recall|can you recall|happen to remember"
    "|slipped my mind|no clue|no idea|not sure|im not sure|do you have any idea|any clue|got any idea"
    "|have you any idea"
    "|pls help|plz help|please help|help please|help pls|help plz|send help|help me|help me out|help us out"
    "|thats in here|thats on here|that is in here|that is on here|that are in here|that are on here|is down|are down"
    "|all at once|at once"
    "|are in the bot|is in the bot|in the bot|in this bot|are in here|is in here"
    "|someone help|are you able to|would you be able to|is it possible to"
    "|even|chat|lads|yall|please x|please xx|pls x|pls xx|plz x|thanks x|thanks xx|thx x|ty x|ta x|cheers x|xx|xo|xoxo"
    "|and ta|n ta|and ty|n ty|and thanks|n thanks|and thank you|and thx|n thx|and cheers|n cheers|many thanks"
    "|thanks in advance|much appreciated|ta muchly|gday|good day|howdy|hiya|heya|aye|g day"
    "|as long as|so long as|as long as its|so long as its|provided that"
    "|pretty sure|fairly sure|quite sure|almost sure|pretty certain|fairly certain|almost certain|i swear"
    "|been ages|its been ages|been a while|its been a while|been years|its been years|a young|a very young"
    "|grateful|most grateful|very grateful|obliged|much obliged|receives|they get to|they got to|did they get to"
    "|if theres any|if there are any|if there is any|if any exist|or whatever|or something|or anything|or smth|n that"
    "|n stuff|and stuff|and so on|in the whole lot|of the whole lot|of the lot|in the lot|out of all of them|overall"
    "|that year|that same year|that very year|lovely|wonderful|gorgeous|brilliant|fantastic|stunning|haunting|iconic"
    "|excellent|incredible|superb|terrific|marvellous|marvelous|splendid|delightful|glorious|memorable|catchy"
    "|not just act in|not just acted in|not only act in|not only acted in|not just star in|not just starred in"
    "|not just direct|not just directed|not only direct|not only directed"
    "|this is a long one|a long one|for the kiddos|for the little ones"
    "|dont judge|dont judge me|dont at me|dont come for me|my day|our day|your day|ceremony"
    "|getting at|gets at|on about|trying to say"
    "|state the|indicate the|indicate|provide the|provide|specify|specify the"
    "|we are arguing about|were arguing about|we were arguing about|my friend says|my friend wants to know"
    "|a friend wants to know|my friend asked|wants to know|asked me|is asking|are asking|keeps asking"
)
IDLE = "|".join(
    (
        _IDLE,
        _SOUGHT,
        _together("my|our|me and my|for my|for our|for me and my", "|".join(FOLK)),
        _together("for me and|for me n|for us and", "my|the|", "|".join(FOLK)),
        _together("my|our", "|".join(FOLK), _WISHES),
        _together("can|could|would|will|does|do|did|has|is|", _SOMEONE, "please|", _TELLS),
        _together("before|when|once|until|while|", "we|i|", "press play|hit play|press start"),
        _together("before|when|once|until|while", "we|i", "put it on|sit down|settle in"),
        _together("according to", "you|the bot|this bot|your data|your records|what you have|what you know"),
        _together("from|of|out of|by", "what", "you have|youve got|you got|you know|youve seen"),
        _together("the film|the movie|film|movie", "not|and not", "the|", _OTHER_WORKS),
        _together("not the|and not the", _OTHER_WORKS),
        _together("in|of|from|among|out of", "your films|your movies"),
        _together("in|of|from|among|out of|", "the films|the movies", "you know|you have|youve got|you got"),
        _together("according to", _WHOLE, _STORES),
        _together("in|on|from|of|within|are in|is in|have in|got in|are on|is on", _WHOLE, _STORES),
    )
)
"""Phrases around a question that a reply does not depend on."""
