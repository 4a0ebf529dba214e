"""What people ask of films that no entry holds: the words that ask for it, and how its absence is said."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is never known; `said` ends the sentence "I know Avatar (2009), but not …"."""

    said: str
    cues: str
    example: str


MISSING = (
    Missing("what it cost", "budget|cost|cost to make|production budget|how expensive", "what was the budget of Up"),
    Missing(
        "what it earned",
        "box office|gross|grossed|earn|earned|earnings|how much money|revenue|flop|how much",
        "how much money did Up make",
    ),
    Missing(
        "who made its costumes and sets",
        "costume|costumes|costume designer|production designer|production design|makeup|set design|choreographer",
        "who did the costumes of Up",
    ),
    Missing(
        "where it was shot",
        "where was it shot|shooting location|shooting locations|filming location|filming locations|shot on location"
        "|location|locations|where filmed|where shot",
        "filming locations of Up",
    ),
    Missing(
        "where it can be watched",
        "where can i watch|where to watch|where can i see|where can i stream|stream|streaming|on netflix|netflix"
        "|on disney|on amazon prime|torrent|where can i find",
        "where can i watch Up",
    ),
    Missing(
        "what came before or after it",
        "sequel|sequels|prequel|prequels|a sequel|have a sequel|spin off|spinoff|remakes",
        "is there a sequel to Up",
    ),
    Missing(
        "which company made it",
        "studio|studios|production company|distributor|distributed|distributed by|production companies",
        "which studio made Up",
    ),
    Missing("a line from it", "quote|quotes|famous line|tagline|best line|famous quote", "quotes from Up"),
    Missing(
        "which of its characters is the villain or the hero",
        "villain|villains|bad guy|baddie|antagonist|protagonist|hero|heroine|main character",
        "who is the villain in Up",
    ),
    Missing("who lives and who dies in it", "died|dies|die|survives|survive|gets killed|is killed", "who dies in Up"),
    Missing(
        "the lives of those who made it",
        "born|how tall|height|birthday|birthplace|married|wife|husband|spouse|divorced|children|net worth|nationality|birth date",
        "who is married in Up",
    ),
    Missing(
        "which of those who made a film are women or men",
        "by women|by a woman|by men|woman director|women directors|female|females|female director|female directors"
        "|woman filmmaker|women filmmakers|made by women|made by a woman|directed by women|directed by a woman"
        "|written by women|written by a woman|female filmmakers|female directed|female led|male director|male directors",
        "was Up directed by a woman",
    ),
    Missing(
        "who did its stunts, its effects, its sound or its casting",
        "stunt|stunts|stunt coordinator|stunt double|stunt doubles|stuntman|special effects|visual effects|vfx|casting"
        "|casting director|sound designer|sound design|sound mixer|sound editor|art director|art direction|set decorator",
        "who was the stunt coordinator on Up",
    ),
    Missing("its trailer", "trailer|trailers|poster|teaser", "trailer of Up"),
)
