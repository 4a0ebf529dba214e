"""Words of everyday talk about films, which are neither names nor parts of questions."""

from bot.questions.words.everyday import EVERYDAY

FOLK = (
    "dad|dads|mum|mums|mom|moms|mama|papa|nan|nana|gran|granny|grandma|grandpa|granddad|grandad|grandparents|brother"
    "|little brother|big brother|sister|little sister|big sister|wife|husband|partner|gf|bf|girlfriend|boyfriend"
    "|flatmate|flatmates|roommate|roommates|friends|mates|family|folks|parents|boss|aunt|auntie|uncle|other half|kid"
    "|kids|wifey|hubby|missus|mrs"
    "|son|daughter|nephew|niece|cousin|colleague|coworker|teacher|neighbour|neighbor|buddy|mate"
).split("|")
"""Those of one's own whom people speak of."""
KIN = frozenset(FOLK) | frozenset(
    "mother father child baby girlfriend boyfriend fiance fiancee lover friend grandmother grandfather coach".split()
)
"""Words for somebody by what they are to another: his daughter Rose, Rose's mother."""
TALK = frozenset(
    (
        "watched watching watches saw seen seeing want wants wanted gonna wanna tonight yesterday today tomorrow "
        "srsly seriously "
        "last night week weekend wow omg loved love loves loving liked likes adores finished finish started start "
        "starting put putting playing heard argued arguing argue talking talk thinking thought bought buy rented "
        "lent borrowed recommended recommend mentioned mention kids friend lads guys mother father bed bedtime super "
        "too way late soon again considering planning show showing begging promised picked obsessed crazy mad into "
        "fan fans long short hm cool awesome amazing brilliant classic scary funny popcorn couch dvd telly tv "
        "netflix movie film getting paper essay thesis project article writing course class teaching quiz trivia pub "
        "game party marathon dinner adore adored prep rewatching rewatch reckons reckon overrated underrated legend "
        "keeps going forever once copy swear remember feels bit bits zone comfort tense gripping creepy spooky dark "
        "light cosy cute sad old new good great best gorgeous insane looks kind sort stuff thing things time big "
        "little huge really guess idea anyone please thanks cheers stayed over up blew wrecked floored gutted "
        "destroyed traumatised traumatized sobbed sobbing bawl bawled bawling cried humming hummed monday tuesday "
        "wednesday thursday friday saturday sunday girlie nerd"
    ).split()
) | frozenset(one for one in FOLK if " " not in one)
"""Words of everyday talk about films."""
USUAL = EVERYDAY | TALK
"""Words that are hardly the name of anything."""
