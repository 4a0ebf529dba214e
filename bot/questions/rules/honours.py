"""How people speak of awards: what was won or lost, what awards and their categories are called."""

from bot.knowledge.query import Job, Result

RESULTS = {
    Result.WON: "win|wins|won|winning|winner|winners|victory|victories|awarded",
    Result.NOMINATED: "nominated|nomination|nominations|nominee|nominees|nominate",
    None: "award|awards|prize|prizes|accolade|accolades|trophies|statuette|statuettes|decorated",
}
"""Words that speak of awards wherever they stand."""

HAD = frozenset(word for words in RESULTS.values() for word in words.split("|"))

WEAK = {
    Result.WON: "took home|take home|takes home|taking home|taken home|bagged|bag|scooped|scoop|swept|sweep|picked up"
    "|pick up|received|receive|receives|receiving|earned|earn|earns|landed|claimed|collected|clinched|snagged|nabbed"
    "|walked away with|walk away with|walked off with|went home with|go home with|came away with|came home with|left with"
    "|brought home|bring home|brought back|honoured with|honored with|crowned|victorious|triumphed|hold|holds",
    Result.NOMINATED: "noms|nom|nods|nod|up for|in contention for|in contention|in the running for|contender|contenders|shortlisted|recognised"
    "|recognized|contended|competed for|nommed",
    Result.LOST: "lost|lose|loses|losing|loser|losers|lost out on|missed out on|snubbed|robbed of",
}
"""Words that do so in a text that speaks of awards anyway."""

TAKING = frozenset("took takes taken".split())
GETTING = TAKING | frozenset("got gets goes went supporting".split())
"""Words beside a category that are said of awards alone: who got best actor for F, best supporting actor of F."""
GOT = TAKING | frozenset("get got gets gotten take".split())
"""Words of those who have won, where a prize was named before."""
HAVING = TAKING | frozenset("with has have had got get gets getting take brought gave give his her their its".split())
"""Words that do so directly before an award."""

GLUE = frozenset(
    "the a an any some for of at in to on it he she they that which who have has been be being was"
    " were is are also ever year s just only but and or as something anything category statue statues".split()
)
"""Words that may stand inside of what is said about an award."""

NOT = frozenset(
    "not isnt arent wasnt werent didnt doesnt dont hasnt havent never without no fail fails failed nor".split()
)

COMPARED = {"fewer": "fewer", "less": "fewer", "more": "more"}
"""Words before prizes that are compared, by which of two is meant."""

AWARDS = {
    "Academy Awards": "oscar|oscars|academy award|academy awards|oscars ceremony|the academy",
    "BAFTA Awards": "bafta|baftas|bafta award|bafta awards|british academy award|british academy awards",
    "Golden Globe Awards": "golden globe|golden globes|golden globe award|golden globe awards|globe|globes",
    "Golden Raspberry Awards": "razzie|razzies|golden raspberry|golden raspberries|raspberry|razzie award"
    "|razzie awards|golden raspberry award",
    "Cannes Film Festival": "cannes festival|the cannes festival",
    "Berlin International Film Festival": "berlinale|berlin festival|berlin film festival",
    "European Film Awards": "european film award|efa|efas",
    "César Awards": "cesar|cesars",
    "Hong Kong Film Awards": "hong kong film award",
    "Filmfare Awards": "filmfare|filmfare award",
}
"""Awards by what else they are called than by their names."""

CATEGORIES = {
    "foreign": "film not in the english language|foreign language film|foreign language|foreign film|international film"
    "|international feature film|international feature|foreign language picture|foreign language movie|foreign movie"
    "|foreign picture|non english film|non english language film|motion picture non english language|film not in english",
    "animated": "animated film|animated feature|animated feature film|animated movie|animation|animated picture",
    "documentary": "documentary|documentary feature|doc|documentary film",
    "design": "production design|art direction|set design",
    "effects": "visual effects|special visual effects|special effects|vfx|effects",
    "costume": "costume design|costumes|costume",
    "makeup": "makeup|make up|makeup and hairstyling|makeup and hair|hair and makeup",
    "sound mixing": "sound mixing",
    "sound editing": "sound editing",
    "editing": "film editing|editing|editor",
    "cinematography": "cinematography|cinematographer|photography",
    "screenplay": "screenplay|script|writing|screenwriter|screenwriting",
    "score": "original score|score|original music score|original music|music|film score",
    "song": "original song|song",
    "director": "director|directing|direction|directors|director award",
    "actor": "actor|leading actor|lead actor|actor in a leading role|actors|male lead",
    "actress": "actress|leading actress|lead actress|actress in a leading role|actresses|female lead",
    "supporting actor": "supporting actor|actor in a supporting role|supporting actors",
    "supporting actress": "supporting actress|actress in a supporting role|supporting actresses",
    "picture": "picture|film|movie|motion picture|pic|flick",
}
"""What categories are about, the longer names before those they contain, and how it may be said."""

WIDER = {
    "screenplay": ("adapted screenplay", "original screenplay"),
    "acting": ("actor", "actress", "supporting actor", "supporting actress"),
    "supporting": ("supporting actor", "supporting actress"),
}
"""What is said of several categories at once."""

OTHERWISE = {"palme dor": "palme|palme d or|palm dor|palm d or|golden palm|palmes dor"}
"""Prizes with a name, by what else they are called."""

PRAISE = frozenset(["best film", "best films", "best movie", "best movies"])
"""Categories that are praise where nothing else speaks of awards: the best films of 2019."""

PERSONAL = ("Director", "Actor", "Actress", "Newcomer", "Screenwriter")
"""Words of the categories that people win, not films."""

OF_JOBS = {
    Job.DIRECTOR: ("Director",),
    Job.CAST: ("Actor", "Actress"),
    Job.WRITER: ("Screenplay", "Writing", "Screenwriter"),
    Job.COMPOSER: ("Score", "Scoring", "Song", "Music"),
    Job.CINEMATOGRAPHER: ("Cinematography",),
    Job.EDITOR: ("Film Editing", "Best Editing"),
    Job.PRODUCER: ("Best Picture", "Best Film"),
}
"""Words of the categories in which those win who do a job."""
