"""Words of everyday talk about films, which are neither names nor parts of questions."""

from bot.questions.everyday import EVERYDAY

TALK = frozenset(
    (
        "watched watching watches saw seen seeing want wants wanted gonna wanna tonight yesterday today tomorrow last "
        "night week weekend wow omg loved love loves loving liked likes adores finished finish started start starting "
        "put putting playing heard argued arguing argue talking talk thinking thought bought buy rented lent borrowed "
        "recommended recommend mentioned mention kid kids son daughter dad mum mom wife husband brother sister friend "
        "friends mate mates lads guys nan grandad grandma grandpa uncle aunt cousin nephew niece boss teacher mother "
        "father boyfriend girlfriend bf gf flatmate roommate neighbour colleague bed bedtime super too way late soon "
        "again considering planning show showing begging promised picked obsessed crazy mad into fan fans long short "
        "hm cool awesome amazing brilliant classic scary funny popcorn couch dvd telly tv netflix movie film getting "
        "paper essay thesis project article writing course class teaching quiz trivia pub game party marathon dinner "
        "adore adored prep rewatching rewatch reckons reckon overrated underrated legend keeps going forever swear "
        "remember feels bit bits zone comfort "
        "tense gripping creepy spooky dark light cosy cute sad old new good great best gorgeous insane looks kind "
        "sort stuff thing things time big little huge really guess idea anyone please thanks cheers stayed over up"
    ).split()
)
USUAL = EVERYDAY | TALK
"""Words that are hardly the name of anything."""
