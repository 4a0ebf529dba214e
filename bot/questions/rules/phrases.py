"""The phrases of film questions that no other file of rules holds, by their letter in the lexicon."""

from itertools import product

from bot.knowledge.query import Asked

FILMS = frozenset("film films movie movies".split())
"""Nouns that stand beside names, and that a keyword may end with: silent film, road movie."""
OR = ("or", "vs", "versus")
"""Words between two of whom one is meant."""
THINGS = "something|anything|everything|stuff|what else|what do you have|what have you got|have you got|what do we have|what have we got|have we got|do you have any|got any"
THINGS += "|" + "|".join(
    f"{all_} {have}"
    for all_ in (
        "all",
        "all that",
        "everything",
        "everything that",
        "whatever",
        "anything",
        "what",
        "the ones",
        "those",
    )
    for have in ("you have", "youve got", "you got", "you have got", "you know", "you know of", "we have", "there is")
)
THINGS += "|whats from|what is from|which have we got|which have you got|which do we have|which do you have|options|ideas|what fits|what would fit|what suits|what would suit|what qualifies"
THINGS += "|" + "|".join(
    f"what {may} {one} {show}"
    for may in ("can", "could", "should", "shall", "would", "might", "do")
    for one in ("we", "i", "you", "one", "they")
    for show in (
        "show",
        "screen",
        "run",
        "play",
        "put on",
        "watch",
        "see",
        "programme",
        "recommend",
        "suggest",
        "offer",
    )
)
"""What stands for films where nothing but the rest of a text says that films are meant."""
FOR_CHILDREN = tuple(
    f"{fit}for {whom}"
    for fit in ("", "suitable ", "that are suitable ", "made ", "good ")
    for whom in (
        "kids",
        "children",
        "the kids",
        "the children",
        "young children",
        "little kids",
        "toddlers",
        "families",
    )
)
"""What behind the noun says that families are to see films."""
FAIR = "|".join(
    " ".join(words)
    for words in product(
        ("is it", "would it be", "am i", "would i be"),
        "correct right fair accurate true okay ok safe".split(),
        ("to", "in"),
        "say call describe class classify think consider assume saying calling describing thinking assuming".split(),
    )
)
FAIR += "|" + "|".join(
    " ".join(words)
    for words in product(
        ("can", "could", "would", "should"), "you one we i".split(), "say call describe class classify consider".split()
    )
)
"""Ways to ask whether it is so before a statement."""
PLAYED_ONE = "|".join(
    " ".join(words)
    for words in product(
        "played plays play playing portrayed portrays portray voiced voices acts acted acting does did interprets interpreted".split(),
        ("him", "her", "them"),
    )
)
"""Verbs with one who was named before."""
PERSON = "singer bloke guy dude chap fella fellow comedian actor actress woman man lady girl boy kid lad lass gal star".split()
PLAYER = "|".join(map(" ".join, product(PERSON, ("playing", "portraying", "voicing", "acting"))))
"""Those who are spoken of by whom they play."""
NAMED = "|".join(
    map(
        " ".join,
        product(("whats", "what is", "what was"), ("her", "his", "the guys", "the characters", "that guys"), ("name",)),
    )
)
"""What asks for somebody who was spoken of."""
SOMEONE = "|".join(
    " ".join(filter(None, words))
    for words in product(
        ("", "the"),
        PERSON,
        ("who", "that", "whos"),
    )
)
"""Those who are asked for by what they do."""
SPARING = "that isnt|that arent|thats not|that is not|that are not|which isnt|which arent|dont say|dont say its|dont tell me its|besides|other than|apart from|aside from|except|except for|excluding|excl|minus|but not|outside of|without|not counting|not including|not incl|not even counting|discounting|disregarding|leaving out|leaving aside|leave out|ignoring|save for|barring"
"""Words behind which films are left out by name; not: isn't F by X."""
UNSPOKEN = "|".join(
    " ".join(words)
    for words in (
        *product(
            ("nobody", "no one", "noone", "not a soul", "no character", "none of them", "none of the characters"),
            ("speaks", "speak", "is speaking", "says a word of", "speaks a word of"),
        ),
        *product(("without", "not", "never", "nary"), ("a", "one", "a single"), ("word of", "word in", "line of")),
        *product(
            (
                "in any language",
                "in some language",
                "in a language",
                "in languages",
                "in another language",
                "in anything",
            ),
            ("but", "other than", "except"),
        ),
        *product(("none of it", "none of them", "none of which is", "none of which are"), ("in",)),
    )
)
"""What says before a language that it is not spoken."""
PLAIN = {
    "q": f"{SOMEONE}|{NAMED}|who|whose work|whose doing|whose handiwork|whom|whos|which person|what person|which people|what people|which ppl|what ppl|ppl|who all|who else|person|people|anyone|anybody|everyone|everybody|one who",
    "f": f"{THINGS}|the one with|the one about|film where|movie where|films where|movies where|film in which|movie in which|film|films|movie|movies|flick|flicks|picture|pictures|feature film|feature films|title|titles|motion pictures"
    "|which works|what works|features|outings|outing|offerings|entries|entry|filmography|oeuvre|body of work|back catalogue|back catalog|complete works|anything else|other things|other stuff|other work|other works|other scores|other soundtracks|other scripts|other screenplays"
    "|peliculas de|films de|filme von|filme de|film di|cinema of|cinema from",
    "b": "by",
    "w": "with|w|alongside|opposite",
    "o": "worked on|work on|works on|working on|involved in|involved with|been involved in|been involved with|had a hand in|a hand in|contributed to|of|in|for|from|to|on|at|as|into|during|made in|from the|behind|coming from|coming out of|coming out from|come out of"
    "|come out from|came out of|originating from|originating in|hailing from|stemming from",
    "z": "whose|that|thats|their|whoever|those",
    "s": "same|share|shares|shared|sharing|common",
    "t": "together|collaborated|collaborate|collaborates|collaborator|collaborators|worked|work|works|working|each other"
    "|teamed up|team up|team ups|teamup|teamups|collaboration|collaborations|collab|collabs",
    "c": "co|costar|costars|costarred|costarring|colleagues",
    "d": "both of them|both of em|the two of them|the two of em|the two of those|both of these|both of those|as well as|along with|is also in|are also in|was also in|were also in|also in|also star in|also stars in|also appear in|also appears in|also starred in|also appeared in|also acted in|also acts in|also act in|also played in|also plays in|also been in|also seen in|return in|returns in|returned in|and|plus|or|both|versus|vs|nor",
    "A": "as a theme|as a main theme|as its theme|as their theme|as the theme|as theme|as a topic|as a subject|as a motif|as a keyword|about|set in|set on|set at|takes place in|taking place in|take place in|described by|described with|described in|described|describe|describes|tagged|tagged with|themed|dealing with|deals with|exploring|explore|explores|explored|tackling|tackle|tackles|addressing|addresses|touches on"
    "|touching on|centred on|centered on|revolving around|revolves around|to do with|on the subject of|on the topic of"
    "|deal with|involving|related to|revolve around|concerning|regarding|the topic of|the subject of|featuring the topic",
    "M": "made|make|makes|making|have made|has made|did make|causes",
    "T": "most|the most|most often|the most often|most frequently|most of all|most frequent",
    "g": "on average|in average|average|the average|averages|typical|on the average",
    "N": "how many|how many times|total|number of|count|count of|the number of|amount of",
    "Y": f"{FAIR}|its true|its true that|it is true|it is true that|its right that|its correct|its correct that|its a fact that|is true that|is it true or false|is it true or false that|is it true|is it true that|is it correct|is it right|am i right that|would you say that"
    "|would you count|do you consider|can you confirm|can you confirm that|true or false",
    "K": "do on|do in|job on|job in|jobs on|jobs in|credit on|credits on|contribution to|contribute to|how is called|how was called|how is named|how is the name of|what is the name of|whats the name of|what was the name of|which is the name of|how calls|how calls himself|how calls herself|how he is called"
    "|how she is called|how is he called|how is she called|how does he call|how does she call|called how|named how|was he called|is he called|was she called|is she called|were they called|called in it|what name|which name|whats the name|as whom|as who|character|characters|role|roles|part|parts|character name",
    "k": f"{PLAYED_ONE}|{PLAYER}|interprets|interpreted|interpret|enacts|enacted|whose voice|whose voice is|whose voice was|whose voice is it|whose voice is that|acted as|acts as|act as|cast as|appears as|appeared as|appear as|took on the role of|takes on the role of|took the role of|took the part of|did the part of|did the role of|essayed|essays|portraying|played|play|plays|playing|portrayed|portrays|portray|portrayal|played by|portrayed by|played the|voiced|voices"
    "|voice|voice of|voices of|voice actor of|voice actress of|voice actor|voice actress|the voice of|voiced by|the voices of",
    "n": f"{SPARING}|aside|excluded|excepted|left out|with no|have no|has no|having no|outside|not|isnt|arent|wasnt|werent|doesnt|dont|didnt|hasnt|havent|lacking|non|never",
    ".": "the|a|an|is|are|was|were|be|been|do|does|did|done|has|have|had|having|can|could|would|will|should|you|me"
    "|i|please|pls|plz|thanks|thank|hey|hi|hello|ok|okay|so|tell|show|give|name|list|listed|find|know|what|whats|which"
    "|wich|also|all|any|some|one|ones|someone|somebody|there|this|these|it|its|just|really|actually|main|primary|else|other"
    "|others|another|ever|now|again|s|d|re|ve|t|fall|falls|under|certain|may|might|must|shall|applicable|apply|applies|filed as|you hear|can you hear|listed as|registered as|served as|serves as|worked as|work as|works as|credited as|different|various"
    "|every|each|like|want|to know|i want to know|wants to know|needs to know|bot|filmbot|get|got|forgot|my|up with|anyway|then|supposed to be|meant to be|well|whatever|many|very|held|hosted|showed|dating from|dating back to|searching|i search|look for|i look for|here|in here|on here|are in here|is in here|are here|on earth|the hell|the heck|intended|youve|youve got|ive|whichs|hows"
    "|he|she|they|him|his|them|we|us|yes|no|im|am|out|but|how|take|takes|your|yours|aswell|database|in the data|are in the data|are in the database|are in your database|in the database|in your database|in your collection|in your library|version|version of|i dont know|dont know|i do not know|bro|dude|mate|buddy|guys|folks|lol|haha|pal|sir|fam|though|tbh|idk|kindly|cheers|ty|thx|yo|new|old|more|in total|exist|exists|existed|hmm|um|oh|in them|in it"
    "|known|counts as|count as|counted as|qualify as|qualifies as|considered|classified as|exact|exactly|precise|precisely|actual|official|officially|happen to|happen to know|by any chance|any idea|wondering|curious|wonder|was wondering|i wonder|remember|remind me|go|goes|go for|goes for|go on for|drag on|drags on|drag on for|drags on for|clock in|clocks in|clock in at|clocks in at|right|called|named|titled|entitled|good|great|nice|best|popular|famous|favourite|favorite|watch"
    "|see|recommend|recommendations|suggest|suggestions|put up|puts up|looking for|search for|id|ill|need|gimme|send|send me|send us|those two|these two|only|mainly|primarily|mostly|than|ended up|end up|ends up|ending up|finished with"
    "|original|full|complete|entire|whole|cinema|mentioned|belong|belongs|belonging|categorised|categorized"
    "|this year|this month|finally|himself|herself|themselves|get over here|over here|allowed|give me|gave|gives|given|put on|put|puts|say|says|said|down in|being|anyways"
    "|usually|normally|regularly|typically|frequently|tends to|tend to|somewhere|wait|can i let|should i let|may i let|can we let|hit|hits|quick|if so|screen|screens|brief|quick question|quick q|q for you|a q|got a q|supposed|on record|on file|in stock|single|hold|confirm|as co production|as a co production|co production|co productions|coproduction|coproductions|fit|fits|if i like|if i love|if we like|if you like|if i enjoy|if i liked|of my life|where u at|where you at|where yall at|where are you at",
}
"""Words without a meaning beyond their letter."""

OPENING = frozenset("who whos whose whom what whats which whichs when whens where wheres how hows why whys".split())
"""Words that begin a question that wants no yes or no."""
ARTICLES = frozenset(["a", "an", "the"])

STARTS = frozenset(
    "is was are were did does do has have had can could will isnt wasnt arent werent didnt doesnt hasnt havent".split()
)
"""What a question begins with that wants yes or no."""

ASKING = frozenset("can could will".split())
"""What begins a request rather than such a question, but for what a film is fit for."""

SUPERLATIVES = {
    ("runtime", True): "longest|lengthiest|most long|most lengthy",
    ("runtime", False): "shortest|briefest|most short|least long",
    (
        "year",
        True,
    ): "newest|latest|last|most recent|most recently|most recently released|most recently|recent|final|youngest|most new",
    (
        "year",
        False,
    ): "oldest|earliest|first|most old|most ancient|debut|directorial debut|debut film|film debut|debut movie|debut feature|movie debut|first feature|first feature film",
    ("popularity", True): "most popular|best known|most famous|most well known",
}
_PUT_IN_ORDER = [
    f"{verb} {them}by"
    for verb in ("sort", "order", "rank", "list", "arrange", "sorted", "ordered", "ranked", "listed", "arranged")
    for them in ("", "them ", "those ", "these ", "it ", "all ")
]


def _sorted_by(*fields: str) -> str:
    """Every way to ask for films by one of the fields: sort them by year."""
    return "|".join(f"{sort} {field}" for field in fields for sort in ("by", "in order of", *_PUT_IN_ORDER))


IN_ORDER = {
    (
        "year",
        False,
    ): "in order|order of|the order of|whats the order of|in chronological order|chronologically|in release order"
    "|what order should i watch|which order should i watch|what order do i watch|what order to watch|in what order|in which order"
    "|watch order|viewing order|right order|correct order|release order|oldest first|from oldest to newest|earliest first|"
    + _sorted_by("year", "date", "age", "release", "release date", "release year", "year of release"),
    ("year", True): "newest first|latest first|from newest to oldest|most recent first|in reverse order",
    ("runtime", False): "shortest first|from shortest to longest|"
    + _sorted_by("length", "runtime", "running time", "duration"),
    ("runtime", True): "longest first|from longest to shortest",
    ("popularity", True): "best known first|most popular first|" + _sorted_by("popularity", "fame"),
}
"""Orders of a whole list: the field, and whether the highest comes first."""
REPEATED = {
    2: "twice|two times|more than once|more than one time|more than one film|more than one movie|at least twice"
    "|repeatedly|multiple times|several times|again and again|over and over|many times|a few times"
    "|more than one|two or more|2 or more|at least two|at least 2|more than one of",
    3: "three times|more than twice|more than two times|at least three times|at least 3 times|3 times|thrice"
    "|more than 2 times|more than two|more than 2|three or more|3 or more|at least three|at least 3",
}
"""How it is said that people worked on as many films together."""
LENGTHS = ("runtime", "run time", "running time", "length", "duration", "screen time", "playing time")
"""What a film has most of that is the longest."""
RUNS = ("run", "runs", "last", "lasts", "go on", "goes on", "takes", "take")
"""What the longest film does longest."""
FIRST = ("first", "1st")
ORDINALS = (
    ("second", "2nd"),
    ("third", "3rd"),
    ("fourth", "4th"),
    ("fifth", "5th"),
    ("sixth", "6th"),
    ("seventh", "7th"),
    ("eighth", "8th"),
)
"""How the first place and those from the second on are called."""
ORDER = {word: place for place, said in enumerate((FIRST, *ORDINALS)) for word in said}
"""The place among several, from 0 on, by the word that tells it."""
NUMBERS = (("two", "2"), ("three", "3"), ("four", "4"), ("five", "5"), ("six", "6"))
"""How numbers from two on are written."""
NUMBER_WORDS = frozenset(one for said in NUMBERS for one in said)
MUSIC = ("music", "score", "soundtrack", "songs", "film score")
APART = "|".join(
    " ".join(filter(None, words))
    for words in (
        *product(
            ("how many years", "how much time", "how long", "the gap", "the time", "gap", "years"),
            ("", "is", "was", "passed", "went by", "are", "are there", "were there", "is there", "was there", "lie"),
            ("between", "apart", "in between"),
        ),
        *product(("how far apart", "how many years apart"), ("are", "were", "did", "is")),
        ("how far apart",),
        *product(("age", "year"), ("difference", "gap"), ("", "between")),
    )
)
"""How it is said that one film is so much newer than another."""
COMPARATIVES = {
    Asked.LONGER: "longer|longer than|how much longer|how much longer than|lengthier|lengthier than|more long|more lengthy|more longer|more minutes",
    Asked.SHORTER: "shorter|shorter than|how much shorter|briefer|more short|more brief|fewer minutes|less long|over quicker|over faster",
    Asked.NEWER: "newer|newer than|how much newer|how much later|how much younger|more recent|more new|more modern|came later|came last|came out last|hit cinemas later|hit theaters later|released last|fresher|later|came out later|released later|younger|more recent than|later than|was later|right after|straight after|immediately after|directly after|just after"
    "|more recently|came out more recently|released more recently|come out later|come out more recently|after"
    f"|{APART}",
    Asked.OLDER: "older|older than|how much older|how much earlier|more old|more older|more ancient|elder|the elder|was first|is first|came earlier|came out earlier|hit cinemas first|hit theaters first|hit theatres first|hit screens first|hit the screen first|was released earlier|released earlier|got released first|predates|predate|precedes|came first|came out first|released first|earlier|earlier than|before|right before|straight before|immediately before|directly before|just before"
    "|first released|come out first|come first|made first",
    Asked.COMPARED: "compare|comparison|compares|stack up|compared|difference|differences|difference between|differences between|differ|better"
    "|better than",
    Asked.COMMON: "have in common|in common|got in common|what connects|what links|what unites|what ties|connect|similarity|similarities|resemblance|resemblances|parallels|overlap|overlaps|alike|commonalities|commonality|common things|common points|common ground|things in common|link between|links between|connection between|connections between|connection|relation between|have common|related",
}
RELEASED = "that came|when came|released|release|releases|drop|drops|dropped|published|output|exit|shown|screened|came out|come out|comes out|coming out|premiere|premiered|premieres|premiering|premiers|open|opened|opens|opening|debuted|reach|reached|reach cinemas|land|landed|arrive|arrived|in theatres|reached cinemas|hit theatres|hit the cinemas|hit screens|in the cinema|cinemas|theaters|theatres|screenings|screening|show up|shows|in theaters|in cinemas|hit theaters|hit cinemas"
"""How it is said that a film came out."""
