"""How people talk around a question: words cut short in messages, and phrases that add nothing to what is asked."""

_TYPED = {
    "you": "u ya ye", "your": "ur", "year": "yr", "years": "yrs", "are": "r", "why": "y", "them": "em dem",
    "what": "wat wut wot whut", "whats": "wats wuts wots", "when": "wen", "where": "wher wheres", "which": "wich",
    "who": "hoo", "how": "hows", "the": "da tha teh", "that": "dat", "this": "dis",
    "something": "smth sth smthn sumthin somethin", "anything": "anythin", "about": "abt bout", "with": "w wit",
    "people": "ppl peeps", "favourite": "fav fave", "film": "vid pic", "films": "pics", "movie": "mov mvie moovie",
    "want": "wanna", "got": "gotta", "going": "gonna", "kind of": "kinda", "sort of": "sorta", "language": "lang",
    "languages": "langs", "length": "len", "hours": "hrs", "probably": "prob", "doing": "doin", "starring": "starrin",
    "through": "thru", "and": "n nd", "from": "frm", "because": "bcuz", "gimme": "gimmie", "know": "dunno",
    "love": "luv", "between": "btwn", "to": "2", "for": "4",
}  # fmt: skip
SHORTHAND = {short: word for word, shorts in _TYPED.items() for short in shorts.split()}
"""The plain words that stand behind those of text messages; read so where questions are understood, never in a name."""

IDLE = (
    "himself|herself|themselves|itself|myself|roughly|approximately|approx|about how|btw|by the way|fyi"
    "|afaik|imo|imho|ngl|rn|asap|fr|frfr|tf|the heck|the hell|on earth"
    "|if you know|if you dont mind|if you please|if possible|if any|if i may ask|if you happen to know"
    "|if you can|if you could|off the top of your head|off hand|offhand|at all|for trivia|for trivia night"
    "|for a quiz|for my quiz|for the quiz|asking for a friend"
    "|do me a favour|do me a favor|settle a bet|real quick|a quick one|quick one|real talk"
    "|out of curiosity|just curious|to be honest|at the moment|for tonight|for this evening"
    "|for the weekend|for movie night|for film night|for date night|pray|prithee|good sir|kind sir|dear"
    "|dear bot|sire|my friend|my good man|old chap|old bean|my dear fellow|bruh|dawg|homie|fellas"
    "|everybody|ladies and gents|yaar|bhai|mate"
    "|provided|supplied|contributed|delivered|crafted|oversaw|supervised|between|in between|amongst|among"
    "|out of|the pair of|duties|credit|names of|the name of|on record"
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
    "|we are arguing about|were arguing about|we were arguing about|my friend says|my friend wants to know"
    "|a friend wants to know|my friend asked|wants to know|asked me|is asking|are asking|keeps asking"
)
"""Phrases around a question that a reply does not depend on."""
