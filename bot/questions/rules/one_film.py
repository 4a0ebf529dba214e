"""Questions about one film: an aspect, named by a noun ("runtime of Up", "up runtime") or asked for in a sentence."""

from bot.knowledge.query import Asked
from bot.questions.grammar import Rule

IS = r"(?:['’]?s|['’]?re| is| are| was| were| has been)"
DOES = r"(?: does| did| do| will|['’]?d)"

RULES = (
    Rule(
        Asked.RUNTIME,
        nouns=r"runtime|run time|running time|length|duration",
        sentences=(
            rf"how (?:long|many (?:minutes|hours)){IS} {{film}}(?: long)?",
            rf"how long{DOES} {{film}} (?:run|last|take|go)(?: for)?",
        ),
        examples=(
            ("how long is the sesions?", "the sesions"),
            ("Runtime of In the Mood for Love", "In the Mood for Love"),
            ("how many minutes is 1917", "1917"),
            ("what's the running time of Her?", "Her"),
            ("sessions runtime", "sessions"),
            ("how long does the godfather run", "the godfather"),
        ),
    ),
    Rule(
        Asked.CERTIFICATE,
        nouns=r"certificate|certification|mpaa? rating|mpa certificate|bbfc(?: rating)?",
        examples=(("certificate of Psycho", "Psycho"), ("barbie mpaa rating", "barbie")),
    ),
    Rule(
        Asked.RATING,
        nouns=r"rating|ratings|age rating",
        sentences=(
            rf"(?:what|how){IS} {{film}} rated(?: and why)?",
            rf"what(?:{DOES}|{IS}) {{film}}(?:['’]s)? (?:get )?rat(?:ed|ing)",
            r"why is {film} rated .+",
            r"(?:is|was) {film} (?:ok|okay|suitable|appropriate|fine|good|safe) (?:for|to watch with) .+",
            r"can (?:my |the )?(?:kids?|child(?:ren)?) (?:watch|see) {film}",
        ),
        examples=(
            ("what is the rating of The Sessions", "The Sessions"),
            ("what's up rated and why?", "up"),
            ("is toy story suitable for kids?", "toy story"),
            ("why is the sessions rated R", "the sessions"),
        ),
    ),
    Rule(
        Asked.SCORE,
        nouns=r"score|imdb (?:score|rating)|user rating",
        sentences=(rf"how (?:good|bad){IS} {{film}}",),
        examples=(("score of Alien", "Alien"), ("how good is roma", "roma")),
    ),
    Rule(
        Asked.CAST,
        nouns=r"cast|actors?|actress(?:es)?|cast list|cast members?|stars?",
        sentences=(
            rf"who(?: all)?(?:{IS}|{DOES})?(?: it that)? (?:in|stars? in|starr?(?:ed|ing)? in|acts? in|acted in|plays? in|played in|appears? in|appeared in) {{film}}",
            rf"wh?ich (?:actors?|actress(?:es)?|stars?){IS}? (?:in|star(?:red)? in|act(?:ed)? in|play(?:ed)? in|appear(?:ed)? in) {{film}}",
        ),
        examples=(
            ("who's in amelie", "amelie"),
            ("whos in Get Out?", "Get Out"),
            ("who stars in In the Mood for Love?", "In the Mood for Love"),
            ("which actors were in The Thing (1982)", "The Thing (1982)"),
            ("the cast of Alien", "Alien"),
            ("stalker cast", "stalker"),
        ),
    ),
    Rule(
        Asked.DIRECTOR,
        nouns=r"directors?|film[- ]?maker",
        sentences=(
            r"who(?: was it that)? (?:directed|made|directs|has directed|did direct) {film}",
            rf"who{IS} {{film}} (?:directed|made) by",
            r"{film} (?:was |is )?directed by(?: who(?:m)?)?",
        ),
        examples=(
            ("who directed The Sessions?", "The Sessions"),
            ("who was wall-e directed by", "wall-e"),
            ("director of M", "M"),
            ("parasite director", "parasite"),
        ),
    ),
    Rule(
        Asked.WRITERS,
        nouns=r"writers?|screen ?writers?|script ?writers?|screenplay|script|author",
        sentences=(
            r"who (?:wrote|writes|has written|did write)(?: the (?:script|screenplay|story)(?: of| for| to)?)? {film}",
            rf"who{IS} {{film}} written by",
        ),
        examples=(
            ("who wrote her?", "her"),
            ("screenwriter of 8½", "8½"),
            ("who wrote the script for Get Out", "Get Out"),
        ),
    ),
    Rule(
        Asked.PRODUCERS,
        nouns=r"producers?",
        sentences=(r"who produced {film}",),
        examples=(("who produced Casablanca", "Casablanca"), ("roma producers", "roma")),
    ),
    Rule(
        Asked.MUSIC,
        nouns=r"composers?|music|soundtrack|film score|ost",
        sentences=(
            r"who (?:composed|scored|wrote the (?:music|score|soundtrack) (?:of|for|to)|did the (?:music|score|soundtrack) (?:of|for|to|in)) {film}",
            r"who (?:composed|made|wrote|did) (?:the )?(?:music|score|soundtrack) (?:of|for|to|in) {film}",
        ),
        examples=(
            ("who composed the music for The Thing?", "The Thing"),
            ("who did the score to Inception", "Inception"),
            ("dune soundtrack", "dune"),
        ),
    ),
    Rule(
        Asked.CINEMATOGRAPHY,
        nouns=r"cinematographer|cinematography|director of photography|dop|camera(?:man|work)?",
        sentences=(r"who (?:shot|filmed|photographed) {film}",),
        examples=(("who shot Stalker", "Stalker"), ("cinematographer of Roma", "Roma")),
    ),
    Rule(
        Asked.EDITING,
        nouns=r"film editor|editors?|editing",
        sentences=(r"who (?:edited|cut) {film}",),
        examples=(("who edited Psycho?", "Psycho"),),
    ),
    Rule(
        Asked.GENRE,
        nouns=r"genres?",
        sentences=(
            rf"what (?:genre|kind of (?:film|movie)|type of (?:film|movie)|sort of (?:film|movie)){IS} {{film}}",
        ),
        examples=(("what kind of film is Stalker?", "Stalker"), ("genre of up", "up")),
    ),
    Rule(
        Asked.RELEASE,
        nouns=r"release dates?|releases?|premiere|released",
        sentences=(
            rf"when(?:{DOES}|{IS}) {{film}} (?:come out|released|out|premiered?|first shown|in (?:cinemas|theat(?:er|re)s))",
            r"when did they release {film}",
        ),
        examples=(
            ("when did Alien come out?", "Alien"),
            ("when was the sessions released", "the sessions"),
            ("release date of Oppenheimer", "Oppenheimer"),
        ),
    ),
    Rule(
        Asked.YEAR,
        nouns=r"year|release year",
        sentences=(
            rf"(?:what|which|in what|in which) year(?:{IS}|{DOES}) {{film}}(?: (?:come out|released|made|from))?",
            rf"how old{IS} {{film}}",
            rf"when{IS} {{film}} made",
        ),
        examples=(("what year did Casablanca come out", "Casablanca"), ("how old is Psycho", "Psycho")),
    ),
    Rule(
        Asked.LANGUAGES,
        nouns=r"languages?",
        sentences=(
            rf"(?:in )?(?:what|which) languages?{IS} {{film}}(?: in| filmed in| shot in)?",
            r"(?:what|which) languages? (?:do they speak|is spoken|are spoken) in {film}",
        ),
        examples=(("what language is Roma in?", "Roma"), ("languages of Parasite", "Parasite")),
    ),
    Rule(
        Asked.COUNTRIES,
        nouns=r"country|countries|country of origin",
        sentences=(
            rf"where{IS} {{film}} (?:made|from|produced|shot|filmed)",
            rf"(?:what|which) country{IS} {{film}} (?:from|made in)",
        ),
        examples=(("where is Amélie from", "Amélie"), ("country of RRR", "RRR")),
    ),
    Rule(
        Asked.SUMMARY,
        nouns=r"summary|synopsis|story|premise|description",
        sentences=(
            rf"what(?:{IS}|{DOES}) {{film}} (?:all )?(?:about|tell)",
            r"what happens in {film}",
            r"(?:tell me )?what {film} is about",
            r"(?:describe|summari[sz]e) {film}",
        ),
        examples=(
            ("what is The Sessions about?", "The Sessions"),
            ("summary of 8½", "8½"),
            ("whats up about", "up"),
        ),
    ),
    Rule(
        Asked.PLOT,
        nouns=r"plot|spoilers?|ending",
        sentences=(r"how (?:does|did) {film} (?:end|finish)", r"spoil {film}(?: for me)?"),
        examples=(("plot of Psycho", "Psycho"), ("how does casablanca end", "casablanca")),
    ),
    Rule(
        Asked.RECEPTION,
        nouns=r"reception|reviews?|critics",
        sentences=(
            rf"how{IS} {{film}} received",
            r"what (?:did|do) (?:the )?(?:critics|people|reviewers) (?:think|say) (?:of|about) {film}",
            r"(?:is|was) {film} any good",
        ),
        examples=(("how was Blade Runner received?", "Blade Runner"), ("is roma any good?", "roma")),
    ),
    Rule(
        Asked.THEMES,
        nouns=r"themes?|topics?",
        sentences=(r"what does {film} deal with",),
        examples=(("themes of Metropolis", "Metropolis"),),
    ),
    Rule(
        Asked.AWARDS,
        nouns=r"awards?|oscars?|prizes?",
        sentences=(
            r"(?:what|which|how many) (?:awards?|oscars?|prizes?) (?:did|has|have) {film} (?:win|won|get|got|received?)",
            r"did {film} win (?:any(?:thing)?|an?|the|some)?(?: ?(?:awards?|oscars?|prizes?))?",
        ),
        examples=(
            ("what awards did Parasite win?", "Parasite"),
            ("did roma win an oscar", "roma"),
            ("moonlight awards", "moonlight"),
        ),
    ),
    Rule(
        Asked.AUDIENCE,
        nouns=r"audience",
        sentences=(
            r"who (?:should (?:see|watch)|would (?:like|enjoy)|will (?:like|enjoy)) {film}",
            rf"who{IS} {{film}} for",
            r"should i (?:watch|see) {film}",
        ),
        examples=(("who should watch Stalker?", "Stalker"), ("should i watch her", "her")),
    ),
    Rule(
        Asked.BASED_ON,
        nouns=r"source material",
        sentences=(
            rf"what{IS} {{film}} based (?:on|upon)",
            r"(?:is|was) {film} (?:based on .+|a true story)",
        ),
        examples=(("what is The Sessions based on?", "The Sessions"), ("is argo based on a true story", "argo")),
    ),
    Rule(
        Asked.ORIGIN,
        nouns=r"origins?",
        sentences=(rf"where{DOES} {{film}} (?:come|stem) from",),
        examples=(("where does the sessions come from?", "the sessions"),),
    ),
    Rule(
        Asked.TITLES,
        nouns=r"original title|other titles?|alternative titles?|aka",
        sentences=(rf"what{IS} {{film}} (?:also |originally )?called(?: in .+)?",),
        examples=(("original title of Spirited Away", "Spirited Away"),),
    ),
    Rule(
        Asked.SOURCES,
        nouns=r"sources?",
        sentences=(r"where do (?:the facts|you know) (?:of|about) {film}(?: come)? from",),
        examples=(("sources of The Sessions", "The Sessions"),),
    ),
    Rule(
        Asked.CARD,
        nouns=r"card|info|information|details?|facts",
        sentences=(
            r"(?:tell me (?:something |more |everything )?about|what (?:do|can) you (?:know|tell me) about|do you know|look up|find|search(?: for)?) {film}",
        ),
        examples=(("tell me about Suspiria", "Suspiria"), ("do you know the movie stalker?", "stalker")),
    ),
)
